//! The permit: proof that the table of rights was asked and said yes.

use std::fmt;

use signet_record::{InstitutionId, PersonId};
use signet_registry::Agent;

use crate::actor::{Actor, Role};
use crate::rights::Action;
use crate::scope::{RoleScope, UnitPlace};
use crate::target::{Target, TargetKind};

/// Leave for one actor to do one thing to one target. Only [`allowed`](crate::allowed) makes it; it cannot be copied, and the act
/// that uses it up names what it is for, so a permit for one thing opens nothing else.
///
/// It holds what the decision rested on: kind, institution, person, account, guarantor and unit of the target.
#[derive(Debug, PartialEq, Eq)]
#[must_use = "a permit that is not handed to the act was asked for in vain"]
pub struct Permit {
    account: Agent,
    role: Role,
    person: Option<PersonId>,
    action: Action,
    kind: TargetKind,
    institution: Option<InstitutionId>,
    holder: Option<PersonId>,
    guarantor: Option<PersonId>,
    assessors: Vec<PersonId>,
    place: Option<UnitPlace>,
    scope: RoleScope,
    /// Whose role it is about.
    of_account: Option<Agent>,
}

/// A permit was handed to an act it is not for. A fault of ours, never of whoever asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnotherAct {
    /// What the permit is for.
    pub permitted: Action,
    /// What was attempted with it.
    pub attempted: Action,
}

impl fmt::Display for AnotherAct {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a permit for {} on another target was handed to {}", self.permitted.code(), self.attempted.code())
    }
}

impl std::error::Error for AnotherAct {}

impl Permit {
    pub(crate) fn new(actor: &Actor, action: Action, target: &Target<'_>) -> Permit {
        Permit {
            account: actor.account().clone(),
            role: actor.role(),
            person: actor.person().cloned(),
            action,
            kind: target.kind(),
            institution: target.institution().cloned(),
            holder: target.holder().cloned(),
            guarantor: target.guarantor().cloned(),
            assessors: target.assessors().to_vec(),
            place: target.place().cloned(),
            scope: actor.scope().clone(),
            of_account: target.account().cloned(),
        }
    }

    /// The account under which the act is recorded.
    pub fn account(&self) -> &Agent {
        &self.account
    }

    /// The role in which the act is done.
    pub fn role(&self) -> Role {
        self.role
    }

    /// How far that role reaches: what is found where the act begins is kept to it.
    pub fn scope(&self) -> &RoleScope {
        &self.scope
    }

    /// Which person of the institution stands behind the account, where it is known.
    pub fn person(&self) -> Option<&PersonId> {
        self.person.as_ref()
    }

    /// The institution in which the act is done; `None` for the service itself.
    pub fn institution(&self) -> Option<&InstitutionId> {
        self.institution.as_ref()
    }

    /// The action that it permits.
    pub fn action(&self) -> Action {
        self.action
    }

    /// Whether it permits this action on this target.
    pub fn is_for(&self, action: Action, target: &Target<'_>) -> bool {
        self.action == action
            && self.kind == target.kind()
            && self.institution.as_ref() == target.institution()
            && self.holder.as_ref() == target.holder()
            && self.guarantor.as_ref() == target.guarantor()
            && self.assessors == target.assessors()
            && self.place.as_ref() == target.place()
            && self.of_account.as_ref() == target.account()
    }

    /// Spends the permit on an act and returns the account under which the act is recorded.
    ///
    /// # Errors
    /// When it is for something else.
    pub fn redeem(self, action: Action, target: &Target<'_>) -> Result<Agent, AnotherAct> {
        if self.is_for(action, target) {
            Ok(self.account)
        } else {
            Err(AnotherAct { permitted: self.action, attempted: action })
        }
    }
}
