//! The decision.

use std::fmt;

use crate::actor::Actor;
use crate::permit::Permit;
use crate::rights::{Action, Right, right};
use crate::target::Target;

/// Why something may not be done. For logs and tests; strangers are told only that there is nothing here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denial {
    /// It takes two people, and the actor was let in by an emergency link.
    Emergency,
    /// The action makes no sense for this kind of target.
    Mismatched,
    /// The target is somebody else's.
    NotOwn,
    /// The share is not open.
    NotOpen,
    /// The role has no such right.
    Role,
    /// The target belongs to a faculty or unit that the role does not reach.
    Scope,
    /// One would act on oneself.
    Themselves,
    /// Nobody knows which person the actor is, so nobody can tell whether they would act on themselves.
    Unidentified,
    /// The target lies in another institution.
    Wall,
    /// One may, but was recognised too weakly or too long ago: a login provider has to be asked again.
    Weak,
}

impl Denial {
    /// Every reason.
    pub const ALL: [Denial; 10] = [
        Denial::Emergency,
        Denial::Mismatched,
        Denial::NotOwn,
        Denial::NotOpen,
        Denial::Role,
        Denial::Scope,
        Denial::Themselves,
        Denial::Unidentified,
        Denial::Wall,
        Denial::Weak,
    ];

    /// The reason with this code.
    pub fn from_code(code: &str) -> Option<Denial> {
        Denial::ALL.into_iter().find(|denial| denial.code() == code)
    }

    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            Denial::Emergency => "emergency",
            Denial::Mismatched => "mismatched",
            Denial::NotOwn => "not-own",
            Denial::NotOpen => "not-open",
            Denial::Role => "role",
            Denial::Scope => "scope",
            Denial::Themselves => "themselves",
            Denial::Unidentified => "unidentified",
            Denial::Wall => "wall",
            Denial::Weak => "weak",
        }
    }
}

impl fmt::Display for Denial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl std::error::Error for Denial {}

/// Asks whether `actor` may do `action` to `target`. The permit is the only way to have it done.
///
/// # Errors
/// With the reason when it may not be done.
pub fn allowed(actor: &Actor, action: Action, target: &Target<'_>) -> Result<Permit, Denial> {
    match denial(actor, action, target) {
        Some(denial) => Err(denial),
        None => Ok(Permit::new(actor, action, target)),
    }
}

/// Whether a page offers something to somebody: what they may do, if need be after a login provider is asked again. It opens nothing; whoever does it
/// asks [`allowed`].
///
/// # Errors
/// With the reason when it may not be done, however one is recognised.
pub fn offered(actor: &Actor, action: Action, target: &Target<'_>) -> Result<(), Denial> {
    match denial(actor, action, target) {
        None | Some(Denial::Weak) => Ok(()),
        Some(denial) => Err(denial),
    }
}

/// Asks for one person who has several roles: the first that may does it. Whoever would act on themselves in one role does not
/// get around that in another.
///
/// # Errors
/// With the most telling reason when none of them may.
pub fn first_allowed(actors: &[Actor], action: Action, target: &Target<'_>) -> Result<Permit, Denial> {
    let denials: Vec<Denial> = actors.iter().filter_map(|actor| denial(actor, action, target)).collect();
    if denials.contains(&Denial::Themselves) {
        return Err(Denial::Themselves);
    }
    let permit = actors.iter().find_map(|actor| allowed(actor, action, target).ok());
    let telling = |denial: &&Denial| **denial != Denial::Role;
    permit.ok_or_else(|| denials.iter().find(telling).copied().unwrap_or(Denial::Role))
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
    let is_own_person = actor.person().is_some() && actor.person() == target.holder();
    let itself = is_own_person || target.account() == Some(actor.account());
    if action.needs_another_person() {
        if itself {
            return Some(Denial::Themselves);
        }
        if actor.person().is_none() && !actor.role().is_program() {
            return Some(Denial::Unidentified);
        }
    }
    if !reaches(actor, action, target) {
        return Some(Denial::Scope);
    }
    if actor.emergency().is_some() && action.takes_two_people() {
        return Some(Denial::Emergency);
    }
    match right {
        Right::None => Some(Denial::Role),
        Right::Own if !itself => Some(Denial::NotOwn),
        Right::Guaranteed if actor.person().is_none() || actor.person() != target.guarantor() => Some(Denial::NotOwn),
        Right::Assessed if !actor.person().is_some_and(|person| target.assessors().contains(person)) => {
            Some(Denial::NotOwn)
        }
        Right::Shared if !matches!(target, Target::Share { open: true, .. }) => Some(Denial::NotOpen),
        Right::All | Right::Assessed | Right::Guaranteed | Right::Own | Right::Shared => weakness(actor, action),
    }
}

/// Whether a target lies within the actor's scope. What states no unit is the whole institution's, but for what each of its roles begins with.
fn reaches(actor: &Actor, action: Action, target: &Target<'_>) -> bool {
    let within = action.is_of_unit() && actor.scope().holds(target.place());
    within || actor.scope().is_whole() || (target.place().is_none() && action.begins_within_scope())
}

/// Asked last: nobody is sent for a second factor to be told no afterwards.
fn weakness(actor: &Actor, action: Action) -> Option<Denial> {
    let assurance = actor.assurance()?;
    (!assurance.suffices(action.needed_assurance())).then_some(Denial::Weak)
}

#[cfg(test)]
mod narrowed_tests;
#[cfg(test)]
mod tests;
