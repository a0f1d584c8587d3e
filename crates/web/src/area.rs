//! The parts of the site, and what each role finds when it has signed in. The menu, the router and the page of one's account read
//! these two tables, so that no role is let in and then leads nowhere.

use signet_access::{Action, Role, has_right};
use signet_issue::role_word;
use signet_lang::Locale;

/// A sentence that is not said before somebody asks for it.
type Said = fn(Locale) -> String;

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
    /// The work of an institution's staff.
    Staff,
    /// One's own account.
    Account,
}

impl Area {
    /// Every part.
    pub const ALL: [Self; 6] =
        [Area::Elsewhere, Area::Verify, Area::Catalogue, Area::Holder, Area::Staff, Area::Account];

    /// What the addresses of its pages begin with, and what the menu calls it.
    fn row(self) -> (&'static str, Said) {
        match self {
            Area::Elsewhere => ("/", Locale::web_frame_home_link),
            Area::Verify => ("/verify", Locale::web_frame_nav_verify),
            Area::Catalogue => ("/catalogue", Locale::web_frame_nav_catalogue),
            Area::Holder => ("/holder", Locale::web_frame_nav_holder),
            Area::Staff => ("/staff", Locale::web_frame_nav_staff),
            Area::Account => ("/account", Locale::web_frame_nav_account),
        }
    }

    /// What the addresses of its pages begin with; `/` of pages that are in none of the menu's parts.
    pub fn path(self) -> &'static str {
        self.row().0
    }

    /// What the menu calls it.
    pub fn label(self, l: Locale) -> String {
        (self.row().1)(l)
    }
}

/// What a role finds when it has signed in.
pub struct RoleRow {
    /// Where it lands, and which part of the site its menu shows.
    pub home: Area,
    role: Role,
    abilities: &'static [Said],
}

/// A part of the staff's pages, in the menu of those whose role may do what it is for.
struct StaffSection {
    path: &'static str,
    label: Said,
    /// One of these is enough.
    actions: &'static [Action],
}

/// The parts of the staff's pages beside one's own work, in the order of the menu.
const STAFF_SECTIONS: [StaffSection; 5] = [
    StaffSection { path: "/staff/units", label: Locale::web_staff_units_title, actions: &[Action::ViewUnit] },
    StaffSection { path: "/staff/runs", label: Locale::web_staff_run_title, actions: &[Action::ViewRun] },
    StaffSection { path: "/staff/results", label: Locale::web_frame_nav_results, actions: &[Action::ImportResults] },
    StaffSection {
        path: "/staff/credentials",
        label: Locale::web_frame_nav_credentials,
        actions: &[Action::SearchRegister],
    },
    StaffSection { path: OFFICE, label: Locale::web_frame_nav_office, actions: &OFFICE_ACTIONS },
];

/// Where the office of an institution begins.
const OFFICE: &str = "/staff/office";

/// Pages of the office; each has an address of its own.
const OFFICE_PAGES: [&str; 4] = ["/staff/audit", "/staff/rights", "/staff/roles", "/staff/statistics"];

/// Whoever may do one of these has something to look after in the office.
pub const OFFICE_ACTIONS: [Action; 3] = [Action::ViewAudit, Action::ViewGrants, Action::ViewStatistics];

/// Whether a page is in the part of the staff's pages that begins there.
pub fn is_in_section(section: &str, page: &str) -> bool {
    let below = |path: &str| page.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    below(section) || (section == OFFICE && OFFICE_PAGES.into_iter().any(below))
}

/// The parts of the staff's pages that a role may open: path without the language, and what the menu calls it.
pub fn staff_sections(role: Role, l: Locale) -> Vec<(&'static str, String)> {
    let may = |section: &&StaffSection| section.actions.iter().any(|action| has_right(role, *action));
    let open = STAFF_SECTIONS.iter().filter(may);
    open.map(|section| (section.path, (section.label)(l))).collect()
}

impl RoleRow {
    /// The row of a role.
    pub fn of(role: Role) -> Self {
        let row = |home, abilities: &'static [Said]| RoleRow { home, role, abilities };
        match role {
            Role::Assessor => row(Area::Staff, &[Locale::web_account_can_assessor]),
            Role::Auditor => row(Area::Staff, &[Locale::web_account_can_auditor]),
            Role::Company => row(Area::Account, &[Locale::web_account_can_company]),
            Role::Guarantor => row(Area::Staff, &[Locale::web_account_can_guarantor]),
            Role::Holder => row(Area::Holder, &[Locale::web_account_can_holder]),
            Role::InstitutionAdmin => row(Area::Staff, &[Locale::web_account_can_institution_admin]),
            Role::Operator => row(Area::Account, &[Locale::web_account_can_operator]),
            Role::QualityOffice => row(Area::Staff, &[Locale::web_account_can_quality_office]),
            Role::Registrar => {
                row(Area::Staff, &[Locale::web_account_can_registrar, Locale::web_account_can_not_oneself])
            }
            Role::SealCustodian => row(Area::Staff, &[Locale::web_account_can_seal_custodian]),
            Role::SystemClient => row(Area::Account, &[Locale::web_account_can_system_client]),
            Role::Verifier => row(Area::Holder, &[Locale::web_account_can_verifier]),
        }
    }

    /// The role in words.
    pub fn word(&self, l: Locale) -> String {
        role_word(self.role, l)
    }

    /// What it may do in these pages now, and what it does elsewhere until they have a place for it.
    pub fn abilities(&self, l: Locale) -> Vec<String> {
        self.abilities.iter().map(|said| said(l)).collect()
    }
}
