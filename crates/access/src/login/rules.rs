//! From what a provider says of somebody to who they are in its institution, and what they may do there. Whole strings only: letters count,
//! nothing is decoded, nothing is a pattern.

use std::collections::BTreeMap;
use std::fmt;

use signet_record::PersonId;

use crate::actor::Role;
use crate::scope::RoleScope;

/// Claims with their values; an array is all of its members.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ReleasedClaims(BTreeMap<String, Vec<String>>);

/// Tells nothing: it describes a person.
impl fmt::Debug for ReleasedClaims {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReleasedClaims(…)")
    }
}

impl ReleasedClaims {
    /// Notes a claim. What was noted first stands: the ID token is read before the answer of userinfo.
    pub fn put(&mut self, claim: impl Into<String>, values: Vec<String>) {
        self.0.entry(claim.into()).or_insert(values);
    }

    /// Whether the claim was released.
    pub fn has(&self, claim: &str) -> bool {
        self.0.contains_key(claim)
    }

    /// Its values.
    pub fn values(&self, claim: &str) -> &[String] {
        self.0.get(claim).map_or(&[], Vec::as_slice)
    }

    /// Its one value; `None` when it has several.
    pub fn single(&self, claim: &str) -> Option<&str> {
        match self.values(claim) {
            [one] => Some(one),
            _ => None,
        }
    }
}

/// A role that follows from a provider's word.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClaimedRole {
    /// In what capacity.
    pub role: Role,
    /// How far it reaches.
    pub scope: RoleScope,
}

impl ClaimedRole {
    /// For everything of the institution.
    pub fn of(role: Role) -> ClaimedRole {
        ClaimedRole { role, scope: RoleScope::Whole }
    }
}

/// A role for whoever has a claim with exactly this value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleRule {
    claim: String,
    equals: String,
    role: Role,
    scope: RoleScope,
}

/// A role that no rule can give, or not so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleRuleError {
    /// No rule gives the role.
    Role(Role),
    /// The role cannot be narrowed, or is narrowed to nothing or to too much.
    Scope(Role),
}

impl fmt::Display for RoleRuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RoleRuleError::Role(role) => write!(f, "the role {} is given by no rule", role.code()),
            RoleRuleError::Scope(role) => write!(f, "the role {} cannot be narrowed so", role.code()),
        }
    }
}

impl std::error::Error for RoleRuleError {}

impl RoleRule {
    /// A rule. Only roles of people who act for one institution can be given so: an operator stands outside all of them, a
    /// holder is known by their person, a program signs in nowhere.
    ///
    /// # Errors
    /// When the role is of another kind.
    pub fn new(claim: impl Into<String>, equals: impl Into<String>, role: Role) -> Result<RoleRule, RoleRuleError> {
        if role.is_staff() && role.is_institutional() && !role.is_program() {
            Ok(RoleRule { claim: claim.into(), equals: equals.into(), role, scope: RoleScope::Whole })
        } else {
            Err(RoleRuleError::Role(role))
        }
    }

    /// The same rule, which gives the role within a scope.
    ///
    /// # Errors
    /// When the role cannot be narrowed so.
    pub fn narrowed(self, scope: RoleScope) -> Result<RoleRule, RoleRuleError> {
        if self.role.takes(&scope) { Ok(RoleRule { scope, ..self }) } else { Err(RoleRuleError::Scope(self.role)) }
    }
}

/// Which claim is the institution's own name for a person, and what is cut off its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonRule {
    /// The claim.
    pub claim: String,
    /// The suffix that must be there and is taken off; empty for none.
    pub cut: String,
}

/// Which claim must name the institution, by one of these values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HomeRule {
    /// The claim.
    pub claim: String,
    /// The values.
    pub any: Vec<String>,
}

impl RoleRule {
    /// The claim that it looks at.
    pub fn claim(&self) -> &str {
        &self.claim
    }

    /// The value that it asks for.
    pub fn equals(&self) -> &str {
        &self.equals
    }

    /// The role that it gives.
    pub fn gives(&self) -> Role {
        self.role
    }

    /// How far the role reaches.
    pub fn scope(&self) -> &RoleScope {
        &self.scope
    }

    /// The role, if the claim has exactly that value.
    pub(super) fn role(&self, claims: &ReleasedClaims) -> Option<ClaimedRole> {
        let fits = claims.values(&self.claim).contains(&self.equals);
        fits.then(|| ClaimedRole { role: self.role, scope: self.scope.clone() })
    }
}

impl PersonRule {
    /// The person, if the claim is there once and ends as it must.
    pub(super) fn person(&self, subject: &str, claims: &ReleasedClaims) -> Option<PersonId> {
        // `sub` is always there and always one.
        let value = if self.claim == "sub" { subject } else { claims.single(&self.claim)? };
        value.strip_suffix(self.cut.as_str())?.parse().ok()
    }
}
