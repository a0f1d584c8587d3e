//! The decision.

use crate::actor::Actor;
use crate::rights::{Action, Right, right};
use crate::target::Target;

/// Whether it may be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Decision {
    /// It may.
    Allowed,
    /// It may not.
    Denied(Denial),
}

impl Decision {
    /// Whether it may be done.
    pub fn is_allowed(self) -> bool {
        self == Decision::Allowed
    }
}

/// Why it may not be done. For logs and tests; strangers are told only that there is nothing here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denial {
    /// The action makes no sense for this kind of target.
    Mismatched,
    /// The target is somebody else's.
    NotOwn,
    /// The share is not open.
    NotOpen,
    /// The role has no such right.
    Role,
    /// One would act on oneself.
    Themselves,
    /// The target lies in another institution.
    Wall,
}

/// Decides whether `actor` may do `action` to `target`.
pub fn allowed(actor: &Actor, action: Action, target: &Target<'_>) -> Decision {
    match denial(actor, action, target) {
        Some(denial) => Decision::Denied(denial),
        None => Decision::Allowed,
    }
}

fn denial(actor: &Actor, action: Action, target: &Target<'_>) -> Option<Denial> {
    if let (Some(own), Some(other)) = (actor.institution(), target.institution())
        && own != other
    {
        return Some(Denial::Wall);
    }
    if action.target() != target.kind() {
        return Some(Denial::Mismatched);
    }
    let right = right(actor.role(), action);
    if right == Right::None {
        return Some(Denial::Role);
    }
    let itself = actor.person().is_some() && actor.person() == target.holder();
    if itself && action.needs_another_person() {
        return Some(Denial::Themselves);
    }
    match right {
        Right::None => Some(Denial::Role),
        Right::Own if !itself => Some(Denial::NotOwn),
        Right::Guaranteed if actor.person().is_none() || actor.person() != target.guarantor() => Some(Denial::NotOwn),
        Right::Shared if !matches!(target, Target::Share { open: true, .. }) => Some(Denial::NotOpen),
        Right::All | Right::Guaranteed | Right::Own | Right::Shared => None,
    }
}

#[cfg(test)]
#[path = "decision_tests.rs"]
mod tests;
