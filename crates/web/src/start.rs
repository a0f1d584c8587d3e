//! What each role finds when it has signed in: where it lands, what the menu shows, what it may do in these pages now. One table,
//! so that no role is let in and then leads nowhere.

use signet_access::Role;
use signet_lang::Locale;

use crate::frame::Area;

/// Where a role is at home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    /// The page of one's own account, which says what the role may do.
    Account,
    /// The holder's own micro-credentials.
    Holder,
    /// The study department.
    Staff,
}

impl Home {
    /// Of a role.
    pub fn of(role: Role) -> Home {
        match role {
            Role::Holder | Role::Verifier => Home::Holder,
            Role::Registrar => Home::Staff,
            Role::Company
            | Role::Guarantor
            | Role::Operator
            | Role::QualityOffice
            | Role::SealCustodian
            | Role::SystemClient => Home::Account,
        }
    }

    /// Its path.
    pub fn path(self) -> &'static str {
        match self {
            Home::Account => "/account",
            Home::Holder => "/holder",
            Home::Staff => "/staff",
        }
    }

    /// What the menu calls it.
    pub fn label(self, l: Locale) -> String {
        match self {
            Home::Account => l.web_frame_nav_account(),
            Home::Holder => l.web_frame_nav_holder(),
            Home::Staff => l.web_frame_nav_staff(),
        }
    }

    /// The part of the site.
    pub fn area(self) -> Area {
        match self {
            Home::Account => Area::Account,
            Home::Holder => Area::Holder,
            Home::Staff => Area::Staff,
        }
    }
}

/// A role in words.
pub fn role_word(role: Role, l: Locale) -> String {
    match role {
        Role::Company => l.web_frame_role_company(),
        Role::Guarantor => l.web_frame_role_guarantor(),
        Role::Holder => l.web_frame_role_holder(),
        Role::Operator => l.web_frame_role_operator(),
        Role::QualityOffice => l.web_frame_role_quality_office(),
        Role::Registrar => l.web_frame_role_registrar(),
        Role::SealCustodian => l.web_frame_role_seal_custodian(),
        Role::SystemClient => l.web_frame_role_system_client(),
        Role::Verifier => l.web_frame_role_verifier(),
    }
}

/// What a role may do in these pages now, and what it does elsewhere until they have a place for it.
pub fn abilities(role: Role, l: Locale) -> Vec<String> {
    match role {
        Role::Company => vec![l.web_account_can_company()],
        Role::Guarantor => vec![l.web_account_can_progress(), l.web_account_can_guarantor()],
        Role::Holder => vec![l.web_account_can_holder()],
        Role::Operator => vec![l.web_account_can_operator()],
        Role::QualityOffice => vec![l.web_account_can_progress(), l.web_account_can_quality_office()],
        Role::Registrar => vec![l.web_account_can_registrar(), l.web_account_can_not_oneself()],
        Role::SealCustodian => vec![l.web_account_can_progress(), l.web_account_can_seal_custodian()],
        Role::SystemClient => vec![l.web_account_can_system_client()],
        Role::Verifier => vec![l.web_account_can_verifier()],
    }
}
