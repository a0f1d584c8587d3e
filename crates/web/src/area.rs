//! The parts of the site, and what each role finds when it has signed in. The menu, the router and the page of one's account read
//! these two tables, so that no role is let in and then leads nowhere.

use signet_access::Role;
use signet_lang::Locale;

/// The part of the site a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// None of the menu's.
    Elsewhere,
    /// Verifying a file.
    Verify,
    /// Units of learning.
    Catalogue,
    /// The holder's own pages.
    Holder,
    /// The study department.
    Staff,
    /// One's own account.
    Account,
}

impl Area {
    /// Every part.
    pub const ALL: [Self; 6] =
        [Area::Elsewhere, Area::Verify, Area::Catalogue, Area::Holder, Area::Staff, Area::Account];

    /// What the addresses of its pages begin with, and what the menu calls it.
    fn row(self, l: Locale) -> (&'static str, String) {
        match self {
            Area::Elsewhere => ("/", l.web_frame_home_link()),
            Area::Verify => ("/verify", l.web_frame_nav_verify()),
            Area::Catalogue => ("/catalogue", l.web_frame_nav_catalogue()),
            Area::Holder => ("/holder", l.web_frame_nav_holder()),
            Area::Staff => ("/staff", l.web_frame_nav_staff()),
            Area::Account => ("/account", l.web_frame_nav_account()),
        }
    }

    /// What the addresses of its pages begin with; `/` of pages that are in none of the menu's parts.
    pub fn path(self) -> &'static str {
        self.row(Locale::ENGLISH).0
    }

    /// What the menu calls it.
    pub fn label(self, l: Locale) -> String {
        self.row(l).1
    }
}

/// What a role finds when it has signed in.
pub struct RoleRow {
    /// Where it lands, and which part of the site its menu shows.
    pub home: Area,
    /// The role in words.
    pub word: String,
    /// What it may do in these pages now, and what it does elsewhere until they have a place for it.
    pub abilities: Vec<String>,
}

impl RoleRow {
    /// The row of a role.
    pub fn of(role: Role, l: Locale) -> Self {
        let row = |home, word, abilities| RoleRow { home, word, abilities };
        match role {
            Role::Company => row(Area::Account, l.web_account_role_company(), vec![l.web_account_can_company()]),
            Role::Guarantor => row(
                Area::Account,
                l.web_account_role_guarantor(),
                vec![l.web_account_can_progress(), l.web_account_can_guarantor()],
            ),
            Role::Holder => row(Area::Holder, l.web_account_role_holder(), vec![l.web_account_can_holder()]),
            Role::Operator => row(Area::Account, l.web_account_role_operator(), vec![l.web_account_can_operator()]),
            Role::QualityOffice => row(
                Area::Account,
                l.web_account_role_quality_office(),
                vec![l.web_account_can_progress(), l.web_account_can_quality_office()],
            ),
            Role::Registrar => row(
                Area::Staff,
                l.web_account_role_registrar(),
                vec![l.web_account_can_registrar(), l.web_account_can_not_oneself()],
            ),
            Role::SealCustodian => row(
                Area::Account,
                l.web_account_role_seal_custodian(),
                vec![l.web_account_can_progress(), l.web_account_can_seal_custodian()],
            ),
            Role::SystemClient => {
                row(Area::Account, l.web_account_role_system_client(), vec![l.web_account_can_system_client()])
            }
            Role::Verifier => row(Area::Holder, l.web_account_role_verifier(), vec![l.web_account_can_verifier()]),
        }
    }
}
