//! From what a provider says of somebody to who they are in its institution, and what they may do there. Whole strings only: letters count,
//! nothing is decoded, nothing is a pattern.

use std::collections::BTreeMap;
use std::fmt;

use signet_record::PersonId;

use crate::actor::Role;

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

/// A role for whoever has a claim with exactly this value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleRule {
    claim: String,
    equals: String,
    role: Role,
}

/// A role that no rule can give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleRuleError {
    /// The role.
    pub role: Role,
}

impl fmt::Display for RoleRuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the role {} is given by no rule", self.role.code())
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
            Ok(RoleRule { claim: claim.into(), equals: equals.into(), role })
        } else {
            Err(RoleRuleError { role })
        }
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

    /// The role, if the claim has exactly that value.
    pub(super) fn role(&self, claims: &ReleasedClaims) -> Option<Role> {
        claims.values(&self.claim).contains(&self.equals).then_some(self.role)
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
