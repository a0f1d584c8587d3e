//! Who acts.

use signet_record::{InstitutionId, Line, PersonId};
use signet_registry::Agent;

use crate::{
    assurance::Assurance,
    scope::{RoleScope, SCOPE_MAX},
};

/// The capacity in which somebody acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Whoever enters the results of the runs that are given to them (zkoušející).
    Assessor,
    /// Whoever reads everything of one institution and writes nothing.
    Auditor,
    /// A company that ordered a course for its people.
    Company,
    /// The guarantor of units of learning (garant).
    Guarantor,
    /// The person who learned.
    Holder,
    /// Whoever looks after an institution's accounts and appearance, and no one's credentials.
    InstitutionAdmin,
    /// Whoever runs the service for all institutions.
    Operator,
    /// The quality-assurance office.
    QualityOffice,
    /// The study-department officer (referentka).
    Registrar,
    /// The person answerable for the seal.
    SealCustodian,
    /// A student information system, through the API.
    SystemClient,
    /// A stranger: an employer, another university, anyone with a link or a file.
    Verifier,
}

impl Role {
    /// Every role, in the order of the table of rights.
    pub const ALL: [Role; 12] = [
        Role::Verifier,
        Role::Holder,
        Role::Assessor,
        Role::Guarantor,
        Role::QualityOffice,
        Role::Registrar,
        Role::InstitutionAdmin,
        Role::Auditor,
        Role::SealCustodian,
        Role::SystemClient,
        Role::Company,
        Role::Operator,
    ];

    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            Role::Assessor => "assessor",
            Role::Auditor => "auditor",
            Role::Company => "company",
            Role::Guarantor => "guarantor",
            Role::Holder => "holder",
            Role::InstitutionAdmin => "institution-admin",
            Role::Operator => "operator",
            Role::QualityOffice => "quality-office",
            Role::Registrar => "registrar",
            Role::SealCustodian => "seal-custodian",
            Role::SystemClient => "system-client",
            Role::Verifier => "verifier",
        }
    }

    /// The role with this code.
    pub fn from_code(code: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.code() == code)
    }

    /// The roles that an account of a person can be given.
    pub fn of_accounts() -> impl Iterator<Item = Role> {
        Role::ALL.into_iter().filter(|role| role.is_staff() && !role.is_program())
    }

    /// The roles that an institution gives to its people.
    pub fn of_institution() -> impl Iterator<Item = Role> {
        Role::of_accounts().filter(|role| role.is_institutional())
    }

    /// The roles that the settings can give to whoever uses the command line: a company has no account on the machine.
    pub fn at_command_line() -> impl Iterator<Item = Role> {
        Role::ALL.into_iter().filter(|role| role.is_staff() && *role != Role::Company)
    }

    /// Whether it can be narrowed to faculties or units: those that look after units and what is learned in them. Accounts and the seal are the
    /// whole institution's.
    pub fn can_be_narrowed(self) -> bool {
        match self {
            Role::Assessor | Role::Auditor | Role::Guarantor | Role::QualityOffice | Role::Registrar => true,
            Role::Company
            | Role::Holder
            | Role::InstitutionAdmin
            | Role::Operator
            | Role::SealCustodian
            | Role::SystemClient
            | Role::Verifier => false,
        }
    }

    /// Whether it can be given so: whole, or narrowed to something, where it can be narrowed.
    pub fn takes(self, scope: &RoleScope) -> bool {
        scope.is_whole() || (self.can_be_narrowed() && (1..=SCOPE_MAX).contains(&scope.len()))
    }

    /// Whether the role is held inside one institution. The operator stands outside all of them, and so does a stranger.
    pub fn is_institutional(self) -> bool {
        !matches!(self, Role::Operator | Role::Verifier)
    }

    /// Whether a program acts in it, which is nobody's person.
    pub fn is_program(self) -> bool {
        self == Role::SystemClient
    }

    /// Whether people in this role act for an institution or the service, and so under an account that was given to them.
    pub fn is_staff(self) -> bool {
        !matches!(self, Role::Holder | Role::Verifier)
    }
}

/// Someone in a role, under an account: inside an institution unless a stranger or the operator, and perhaps a person it knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    account: Agent,
    role: Role,
    institution: Option<InstitutionId>,
    person: Option<PersonId>,
    assurance: Option<Assurance>,
    emergency: Option<Line>,
    scope: RoleScope,
}

impl Actor {
    /// Anyone at all: no account, no institution.
    pub fn stranger() -> Actor {
        Actor::of(Agent::anyone(), Role::Verifier)
    }

    /// Whoever runs the service: outside every institution.
    pub fn operator(account: Agent) -> Actor {
        Actor::of(account, Role::Operator)
    }

    /// A learner of an institution.
    pub fn holder(account: Agent, institution: InstitutionId, person: PersonId) -> Actor {
        Actor { institution: Some(institution), person: Some(person), ..Actor::of(account, Role::Holder) }
    }

    /// Someone who acts for an institution, or a company in its dealings with one. `person` is who they are in that
    /// institution's own records, so that they can be kept from acting on themselves. `None` for roles that
    /// stand outside institutions, and for holders, who are nobody without their person.
    pub fn within(account: Agent, institution: InstitutionId, role: Role, person: Option<PersonId>) -> Option<Actor> {
        if !role.is_institutional() || (role == Role::Holder && person.is_none()) {
            return None;
        }
        Some(Actor { institution: Some(institution), person, ..Actor::of(account, role) })
    }

    fn of(account: Agent, role: Role) -> Actor {
        Actor {
            account,
            role,
            institution: None,
            person: None,
            assurance: None,
            emergency: None,
            scope: RoleScope::Whole,
        }
    }

    /// The same within a scope; `None` for a role that cannot be narrowed.
    pub fn narrowed(self, scope: RoleScope) -> Option<Actor> {
        (scope.is_whole() || self.role.can_be_narrowed()).then_some(Actor { scope, ..self })
    }

    /// How far inside the institution they reach.
    pub fn scope(&self) -> &RoleScope {
        &self.scope
    }

    /// The same, as recognised by a login provider.
    pub fn recognised(self, assurance: Assurance) -> Actor {
        Actor { assurance: Some(assurance), ..self }
    }

    /// The same, let in by an emergency link that was made for this reason.
    pub fn in_emergency(self, reason: Line) -> Actor {
        Actor { emergency: Some(reason), ..self }
    }

    /// Why they were let in past the login provider, where they were. An act that takes two people is none of theirs then.
    pub fn emergency(&self) -> Option<&Line> {
        self.emergency.as_ref()
    }

    /// The same as their role was given to them, however they were let in.
    pub fn as_given(&self) -> Actor {
        Actor { assurance: None, emergency: None, ..self.clone() }
    }

    /// Whether it is the same account in the same role, institution and scope, however it was recognised.
    pub fn is_same(&self, other: &Actor) -> bool {
        let same_role = self.role == other.role && self.institution == other.institution;
        self.account == other.account && same_role && self.scope == other.scope
    }

    /// How a login provider recognised them; `None` where none did: whoever runs the machine vouched for them, or it is a program.
    pub fn assurance(&self) -> Option<Assurance> {
        self.assurance
    }

    /// Under which account: what the ledger and the log of security events write as `by`.
    pub fn account(&self) -> &Agent {
        &self.account
    }

    /// The role in which the actor acts.
    pub fn role(&self) -> Role {
        self.role
    }

    /// The institution in which the actor acts; `None` for strangers and for the operator.
    pub fn institution(&self) -> Option<&InstitutionId> {
        self.institution.as_ref()
    }

    /// The person whom that institution knows the actor as.
    pub fn person(&self) -> Option<&PersonId> {
        self.person.as_ref()
    }
}

/// The roles to choose from among all that somebody may act as, in their order. A holder's pages show everything that is theirs, whichever
/// institution has it, so that being a holder counts once.
pub fn role_choices(actors: &[Actor]) -> Vec<&Actor> {
    let holder = actors.iter().position(|actor| actor.role == Role::Holder);
    let counts = |(at, actor): &(usize, &Actor)| actor.role != Role::Holder || holder == Some(*at);
    actors.iter().enumerate().filter(counts).map(|(_, actor)| actor).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_holder_in_several_institutions_is_one_choice() {
        let account = || Agent::new("lhota:1").unwrap();
        let of = |institution| InstitutionId::new(institution).unwrap();
        let holder = |at| Actor::holder(account(), of(at), PersonId::new("HD-1").unwrap());
        let staff = |at, role| Actor::within(account(), of(at), role, None).unwrap();
        let all = [holder("lhota"), staff("lhota", Role::Registrar), holder("hora"), staff("hora", Role::Registrar)];
        let chosen: Vec<_> =
            role_choices(&all).iter().map(|actor| (actor.role(), actor.institution().unwrap())).collect();
        let (lhota, hora) = (of("lhota"), of("hora"));
        assert_eq!(chosen, [(Role::Holder, &lhota), (Role::Registrar, &lhota), (Role::Registrar, &hora)]);
        assert!(role_choices(&[]).is_empty());
    }
}
