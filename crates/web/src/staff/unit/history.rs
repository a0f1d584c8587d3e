//! The ledger of a unit as a person reads it: who did what, in which role, when, and what they said.

use std::collections::BTreeMap;

use signet_access::{Action, Role, has_right};
use signet_issue::UnitWorkflow;
use signet_lang::{Locale, args};
use signet_record::Timestamp;
use signet_registry::{Agent, Digest, UnitEntry, UnitEvent};

use super::super::unit_field::unit_field_label;
use crate::{area::RoleRow, page_error::PageError, site::AppState};

/// A line of the history of a unit.
#[derive(Clone, Debug)]
pub struct UnitHistoryLine {
    /// The number of the entry, of the last one where several are told together.
    pub number: u32,
    /// When; of several, the last time.
    pub at: Timestamp,
    /// The same in words.
    pub when: String,
    /// What happened.
    pub what: String,
    /// The account that did it, by its name.
    pub who: String,
    /// In which role.
    pub role: String,
    /// What was said: a reason, remarks.
    pub notes: Vec<String>,
    /// Hash of the entry.
    pub hash: String,
}

/// What an account is called, and the roles that it was given here.
struct KnownAccount {
    name: String,
    roles: Vec<Role>,
}

/// What stands behind entries: names of accounts, roles they were given, remarks.
pub struct HistoryContext {
    accounts: BTreeMap<String, KnownAccount>,
    remarks: BTreeMap<Digest, Vec<String>>,
}

impl HistoryContext {
    /// Looks up what entries name.
    ///
    /// # Errors
    /// When the register does not answer.
    pub async fn of(
        site: &AppState,
        units: &UnitWorkflow<'_>,
        entries: &[UnitEntry],
        l: Locale,
    ) -> Result<HistoryContext, PageError> {
        let mut context = HistoryContext { accounts: BTreeMap::new(), remarks: BTreeMap::new() };
        for entry in entries {
            if !context.accounts.contains_key(entry.by().as_str()) {
                let known = known_account(site, entry).await?;
                context.accounts.insert(entry.by().to_string(), known);
            }
            if let UnitEvent::Returned { remarks } = entry.event() {
                let kept = units.remarks(remarks).await?;
                let told = kept.iter().flat_map(|kept| kept.as_slice()).map(|remark| {
                    let field = unit_field_label(l, &remark.field);
                    l.web_staff_unit_event_remark(args::WebStaffUnitEventRemark { field, remark: &remark.text })
                });
                context.remarks.insert(*remarks, told.collect());
            }
        }
        Ok(context)
    }

    /// What an account is called.
    pub fn name(&self, account: &Agent) -> String {
        self.accounts.get(account.as_str()).map_or_else(|| account.to_string(), |known| known.name.clone())
    }

    fn line(&self, entry: &UnitEntry, saves: usize, l: Locale) -> UnitHistoryLine {
        UnitHistoryLine {
            number: entry.sequence(),
            at: entry.at(),
            when: l.instant(entry.at()),
            what: what(entry.event(), saves, l),
            who: self.name(entry.by()),
            role: self.role(entry, l),
            notes: self.notes(entry.event(), l),
            hash: entry.hash().to_string(),
        }
    }

    /// The one role that has the right to it; of several, the one that the account was given; whoever wrote is an author.
    fn role(&self, entry: &UnitEntry, l: Locale) -> String {
        let Some(action) = asked(entry.event()) else { return l.web_staff_unit_role_author() };
        let entitled: Vec<Role> = Role::ALL.into_iter().filter(|role| has_right(*role, action)).collect();
        let given = self.accounts.get(entry.by().as_str()).map_or(&[][..], |known| known.roles.as_slice());
        let fits: Vec<Role> = match entitled.as_slice() {
            [only] => vec![*only],
            several => several.iter().copied().filter(|role| given.contains(role)).collect(),
        };
        fits.iter().map(|role| RoleRow::of(*role).word(l)).collect::<Vec<_>>().join(", ")
    }

    fn notes(&self, event: &UnitEvent, l: Locale) -> Vec<String> {
        match event {
            UnitEvent::Suspended { reason } => vec![l.web_staff_unit_event_reason(reason.as_str())],
            UnitEvent::Returned { remarks } => self.remarks.get(remarks).into_iter().flatten().cloned().collect(),
            UnitEvent::Submitted { digest } | UnitEvent::Endorsed { digest, .. } => {
                vec![l.web_staff_unit_event_text(digest.to_string())]
            }
            UnitEvent::Approved(approval) => vec![l.web_staff_unit_event_text(approval.digest.to_string())],
            UnitEvent::Entrusted { guarantor } => vec![l.web_staff_unit_event_guarantor(guarantor.as_str())],
            UnitEvent::Drafted { .. }
            | UnitEvent::Copied { .. }
            | UnitEvent::Saved { .. }
            | UnitEvent::Withdrawn {}
            | UnitEvent::Published {}
            | UnitEvent::Unpublished {}
            | UnitEvent::Resumed {}
            | UnitEvent::Retired {} => Vec::new(),
        }
    }

    /// The history as the page tells it, oldest first: saves that follow one another under one account are one line.
    pub fn together(&self, entries: &[UnitEntry], l: Locale) -> Vec<UnitHistoryLine> {
        let is_save = |entry: &UnitEntry| matches!(entry.event(), UnitEvent::Saved { .. });
        let alike = |one: &UnitEntry, next: &UnitEntry| is_save(one) && is_save(next) && one.by() == next.by();
        let line = |told: &[UnitEntry]| told.last().map(|last| self.line(last, told.len(), l));
        entries.chunk_by(alike).filter_map(line).collect()
    }

    /// The history entry by entry, oldest first.
    pub fn each(&self, entries: &[UnitEntry], l: Locale) -> Vec<UnitHistoryLine> {
        entries.iter().map(|entry| self.line(entry, 1, l)).collect()
    }
}

async fn known_account(site: &AppState, entry: &UnitEntry) -> Result<KnownAccount, PageError> {
    let (sessions, by) = (site.issuer.sessions(), entry.by());
    let name = sessions.account(by).await?.map_or_else(|| by.to_string(), |known| known.name);
    let given = sessions.roles(by).await?.into_iter();
    let here = given.filter(|given| given.institution.as_ref() == Some(entry.institution()));
    Ok(KnownAccount { name, roles: here.map(|given| given.role).collect() })
}

/// Which action of the table of rights an event is the mark of; `None` of writing.
pub fn asked(event: &UnitEvent) -> Option<Action> {
    match event {
        UnitEvent::Drafted { .. }
        | UnitEvent::Copied { .. }
        | UnitEvent::Saved { .. }
        | UnitEvent::Submitted { .. }
        | UnitEvent::Withdrawn {} => None,
        UnitEvent::Endorsed { .. } => Some(Action::EndorseUnit),
        UnitEvent::Returned { .. } => Some(Action::ReturnUnit),
        UnitEvent::Approved(_) => Some(Action::ApproveUnit),
        UnitEvent::Entrusted { .. } => Some(Action::NameGuarantor),
        UnitEvent::Published {} | UnitEvent::Unpublished {} => Some(Action::PublishUnit),
        UnitEvent::Suspended { .. } | UnitEvent::Resumed {} => Some(Action::SuspendUnit),
        UnitEvent::Retired {} => Some(Action::RetireUnit),
    }
}

/// What an event did to a unit, in words; of saves, how many.
pub fn what(event: &UnitEvent, saves: usize, l: Locale) -> String {
    match event {
        UnitEvent::Drafted { version } => l.web_staff_unit_event_drafted(*version),
        UnitEvent::Copied { version, from } => l.web_staff_unit_event_copied(args::WebStaffUnitEventCopied {
            from: from.version,
            unit: from.unit.as_str(),
            version: *version,
        }),
        UnitEvent::Saved { .. } => l.web_staff_unit_event_saved(saves),
        UnitEvent::Submitted { .. } => l.web_staff_unit_event_submitted(),
        UnitEvent::Withdrawn {} => l.web_staff_unit_event_withdrawn(),
        UnitEvent::Returned { .. } => l.web_staff_unit_event_returned(),
        UnitEvent::Endorsed { .. } => l.web_staff_unit_event_endorsed(),
        UnitEvent::Approved(approval) => l.web_staff_unit_event_approved(args::WebStaffUnitEventApproved {
            from: l.date(approval.from),
            review: l.date(approval.review_by),
            version: approval.version,
        }),
        UnitEvent::Entrusted { .. } => l.web_staff_unit_event_entrusted(),
        UnitEvent::Published {} => l.web_staff_unit_event_published(),
        UnitEvent::Unpublished {} => l.web_staff_unit_event_unpublished(),
        UnitEvent::Suspended { .. } => l.web_staff_unit_event_suspended(),
        UnitEvent::Resumed {} => l.web_staff_unit_event_resumed(),
        UnitEvent::Retired {} => l.web_staff_unit_event_retired(),
    }
}
