//! What the log of security events says: which account did or was refused what, and when. Never a name, a link or what was typed.

use signet_record::{InstitutionId, Line};
use signet_registry::Agent;

use crate::actor::{Actor, Role};
use crate::decision::Denial;
use crate::permit::Permit;
use crate::rights::Action;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SecurityEventKind {
    /// An account was blocked.
    AccountBlocked,
    /// A blocked account may be used again.
    AccountUnblocked,
    /// Two accounts of one person became one, by the person's own word.
    AccountsMerged,
    /// Accounts that had become one were parted again.
    AccountsParted,
    /// A member of staff opened one credential.
    CredentialViewed,
    /// The table of rights said no.
    Denied,
    /// A link past the login provider was made for an account, with the reason.
    EmergencyLinkMade,
    /// A member of staff downloaded a sealed file.
    FileDownloaded,
    /// An account was given a further identity by its owner.
    IdentityPaired,
    /// A member of staff had a letter sent to a holder once more.
    LetterRequested,
    /// Somebody signed in.
    Login,
    /// A sign-in link was wrong, spent or too old.
    LoginFailed,
    /// A sign-in link was made for an account.
    LoginLinkMade,
    /// A request to be linked to a person of the records was declined.
    PersonLinkDeclined,
    /// An identity was linked to a person of the records.
    PersonLinked,
    /// A link between an identity and a person of the records was taken back.
    PersonUnlinked,
    /// A member of staff searched or listed the register.
    RegisterSearched,
    /// An account lost a role.
    RoleEnded,
    /// An account was given a role.
    RoleGranted,
    /// A row that grants something was not written by the service.
    RowForged,
    /// A login provider was asked again before an act, and recognised somebody by a second factor.
    SecondFactorProved,
    /// Sessions were ended: by signing out, or by their owner from another device.
    SessionEnded,
}

impl SecurityEventKind {
    /// Every kind.
    pub const ALL: [SecurityEventKind; 22] = [
        SecurityEventKind::AccountBlocked,
        SecurityEventKind::AccountUnblocked,
        SecurityEventKind::AccountsMerged,
        SecurityEventKind::AccountsParted,
        SecurityEventKind::CredentialViewed,
        SecurityEventKind::Denied,
        SecurityEventKind::EmergencyLinkMade,
        SecurityEventKind::FileDownloaded,
        SecurityEventKind::IdentityPaired,
        SecurityEventKind::LetterRequested,
        SecurityEventKind::Login,
        SecurityEventKind::LoginFailed,
        SecurityEventKind::LoginLinkMade,
        SecurityEventKind::PersonLinkDeclined,
        SecurityEventKind::PersonLinked,
        SecurityEventKind::PersonUnlinked,
        SecurityEventKind::RegisterSearched,
        SecurityEventKind::RoleEnded,
        SecurityEventKind::RoleGranted,
        SecurityEventKind::RowForged,
        SecurityEventKind::SecondFactorProved,
        SecurityEventKind::SessionEnded,
    ];

    /// The kinds that an institution's audit shows: how its staff get in, and whom of its records they let in. Reading is not among them.
    pub const AUDITED: [SecurityEventKind; 10] = [
        SecurityEventKind::Login,
        SecurityEventKind::LoginFailed,
        SecurityEventKind::SecondFactorProved,
        SecurityEventKind::LoginLinkMade,
        SecurityEventKind::EmergencyLinkMade,
        SecurityEventKind::SessionEnded,
        SecurityEventKind::IdentityPaired,
        SecurityEventKind::PersonLinked,
        SecurityEventKind::PersonLinkDeclined,
        SecurityEventKind::PersonUnlinked,
    ];

    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            SecurityEventKind::AccountBlocked => "account-blocked",
            SecurityEventKind::AccountUnblocked => "account-unblocked",
            SecurityEventKind::AccountsMerged => "accounts-merged",
            SecurityEventKind::AccountsParted => "accounts-parted",
            SecurityEventKind::CredentialViewed => "credential-viewed",
            SecurityEventKind::Denied => "denied",
            SecurityEventKind::EmergencyLinkMade => "emergency-link-made",
            SecurityEventKind::FileDownloaded => "file-downloaded",
            SecurityEventKind::IdentityPaired => "identity-paired",
            SecurityEventKind::LetterRequested => "letter-requested",
            SecurityEventKind::Login => "login",
            SecurityEventKind::LoginFailed => "login-failed",
            SecurityEventKind::LoginLinkMade => "login-link-made",
            SecurityEventKind::PersonLinkDeclined => "person-link-declined",
            SecurityEventKind::PersonLinked => "person-linked",
            SecurityEventKind::PersonUnlinked => "person-unlinked",
            SecurityEventKind::RegisterSearched => "register-searched",
            SecurityEventKind::RoleEnded => "role-ended",
            SecurityEventKind::RoleGranted => "role-granted",
            SecurityEventKind::RowForged => "row-forged",
            SecurityEventKind::SecondFactorProved => "second-factor-proved",
            SecurityEventKind::SessionEnded => "session-ended",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<SecurityEventKind> {
        SecurityEventKind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecurityEvent {
    /// What happened.
    pub kind: SecurityEventKind,
    /// The account that acted.
    pub account: Agent,
    /// The role in which it acted.
    pub role: Option<Role>,
    /// The institution in which it acted; `None` for the service itself.
    pub institution: Option<InstitutionId>,
    /// What was asked for or done.
    pub action: Option<Action>,
    /// What it was about: the identifier of a credential, an account, the table of a row. Never a name.
    pub object: Option<String>,
    /// Why it was refused.
    pub denial: Option<Denial>,
    /// Why it was done, where somebody had to say.
    pub reason: Option<Line>,
}

impl SecurityEvent {
    /// An event that an actor caused.
    pub fn of(kind: SecurityEventKind, actor: &Actor) -> SecurityEvent {
        SecurityEvent {
            kind,
            account: actor.account().clone(),
            role: Some(actor.role()),
            institution: actor.institution().cloned(),
            action: None,
            object: None,
            denial: None,
            reason: None,
        }
    }

    /// The use of a permit.
    pub fn used(kind: SecurityEventKind, permit: &Permit) -> SecurityEvent {
        SecurityEvent {
            kind,
            account: permit.account().clone(),
            role: Some(permit.role()),
            institution: permit.institution().cloned(),
            action: Some(permit.action()),
            object: None,
            denial: None,
            reason: None,
        }
    }

    /// An event without an account, such as a wrong sign-in link.
    pub fn by_anyone(kind: SecurityEventKind) -> SecurityEvent {
        SecurityEvent { role: None, ..SecurityEvent::of(kind, &Actor::stranger()) }
    }

    /// The table of rights refused an action.
    pub fn denied(actor: &Actor, action: Action, denial: Denial) -> SecurityEvent {
        let event = SecurityEvent::of(SecurityEventKind::Denied, actor);
        SecurityEvent { action: Some(action), denial: Some(denial), ..event }
    }

    /// Whether it stands in the audit of its institution: where it is of its staff, or of nobody who was let in. What holders do is nobody's business there.
    pub fn is_audited(&self) -> bool {
        let of_staff = self.role.map_or(self.kind == SecurityEventKind::LoginFailed, Role::is_staff);
        self.institution.is_some() && of_staff && SecurityEventKind::AUDITED.contains(&self.kind)
    }

    /// The same event with the identifier of what it was about.
    pub fn about(self, object: impl ToString) -> SecurityEvent {
        SecurityEvent { object: Some(object.to_string()), ..self }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_audit_shows_how_staff_get_in_and_nothing_of_holders() {
        let at = || InstitutionId::new("lhota").unwrap();
        let account = || Agent::new("novakova").unwrap();
        let registrar = Actor::within(account(), at(), Role::Registrar, None).unwrap();
        let holder = Actor::holder(account(), at(), signet_record::PersonId::new("p1").unwrap());
        for kind in SecurityEventKind::ALL {
            let shown = SecurityEventKind::AUDITED.contains(&kind);
            assert_eq!(SecurityEvent::of(kind, &registrar).is_audited(), shown, "{kind:?}");
            assert!(!SecurityEvent::of(kind, &holder).is_audited(), "{kind:?}");
            let nobody = SecurityEvent { institution: Some(at()), ..SecurityEvent::by_anyone(kind) };
            assert_eq!(nobody.is_audited(), kind == SecurityEventKind::LoginFailed, "{kind:?}");
        }
        assert!(!SecurityEvent::of(SecurityEventKind::Login, &Actor::operator(account())).is_audited());
    }

    #[test]
    fn every_kind_is_known_by_its_code() {
        for kind in SecurityEventKind::ALL {
            assert_eq!(SecurityEventKind::from_code(kind.code()), Some(kind));
        }
    }
}
