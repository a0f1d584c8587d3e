//! What was done, in sentences: each event of a ledger and of the history of roles has one.

use std::collections::BTreeMap;

use signet_access::{Action, Role, SecurityEventKind, has_right};
use signet_lang::{Locale, args};
use signet_record::InstitutionId;
use signet_registry::{Agent, Event, UnitEvent};
use signet_store::{AuditEntry, AuditKind, AuditedEvent, CredentialEventKind, LoggedEvent};

use super::{account_names::AccountNames, audit_form::AuditReader, role_history};
use crate::{
    area::RoleRow,
    page_error::PageError,
    site::AppState,
    staff::{credential::event_word, unit::history},
    stored,
};

/// A line of an audit.
#[derive(Clone, Debug)]
pub struct AuditLine {
    /// When, as a program reads it.
    pub at: String,
    /// The same in words.
    pub when: String,
    /// Who: the name of the account.
    pub who: String,
    /// The account.
    pub account: String,
    /// In which role, as far as that can be told.
    pub role: String,
    /// What was done.
    pub what: String,
    /// Why, where somebody said.
    pub why: String,
    /// To which credential or unit.
    pub object: String,
    /// Its page, for those who may open it.
    pub href: Option<String>,
    /// Code of the kind.
    pub kind: String,
}

/// Makes lines of entries: each account is looked up once.
pub struct AuditWords<'s> {
    site: &'s AppState,
    l: Locale,
    institution: InstitutionId,
    names: AccountNames<'s>,
    roles: BTreeMap<String, Vec<Role>>,
    /// Why something was done to a credential may be told: it says something of its holder.
    tells_why: bool,
}

impl<'s> AuditWords<'s> {
    /// For whoever reads; nothing looked up yet.
    pub fn new(site: &'s AppState, reader: &AuditReader<'_>, l: Locale) -> Self {
        let tells_why = has_right(reader.actor.role(), Action::ViewLedger);
        AuditWords::to_export(site, reader.tenant.id().clone(), tells_why, l)
    }

    /// For a file.
    pub fn to_export(site: &'s AppState, institution: InstitutionId, tells_why: bool, l: Locale) -> Self {
        AuditWords { site, l, institution, names: AccountNames::new(site, l), roles: BTreeMap::new(), tells_why }
    }

    /// An entry as people read it.
    ///
    /// # Errors
    /// When the register does not answer.
    pub async fn line(&mut self, entry: &AuditEntry) -> Result<AuditLine, PageError> {
        let l = self.l;
        let (what, why) = match &entry.event {
            AuditedEvent::Credential(entry) => {
                let why = if self.tells_why { why(entry.event(), l) } else { String::new() };
                (credential(entry.event(), l), why)
            }
            AuditedEvent::Unit(entry) => (history::what(entry.event(), 1, l), unit_why(entry.event(), l)),
            AuditedEvent::Role(event) => {
                (role_history::what(&event.event, &mut self.names, l).await?, event.event.reason.clone())
            }
            AuditedEvent::Security(logged) => {
                let why = logged.event.reason.as_ref().map_or_else(String::new, ToString::to_string);
                (self.security(logged).await?, why)
            }
        };
        let object = match (&entry.credential, &entry.unit) {
            (Some(credential), _) => credential.to_string(),
            (None, Some(unit)) => unit.to_string(),
            (None, None) => String::new(),
        };
        Ok(AuditLine {
            at: entry.at.to_string(),
            when: l.instant(entry.at),
            who: match entry.account == Agent::anyone() {
                true => l.web_staff_audit_nobody(),
                false => self.names.of(&entry.account).await?.name,
            },
            account: entry.account.to_string(),
            role: self.role(entry).await?,
            what,
            why,
            object,
            href: None,
            kind: entry.kind.code(),
        })
    }

    /// The role in which something was done. It stands in the history of roles; of what stands in a ledger it is the one that has the right to it, of several
    /// that which the account was given, and of those that follow from rules, which are kept nowhere, any that a person can have.
    async fn role(&mut self, entry: &AuditEntry) -> Result<String, PageError> {
        let l = self.l;
        let action = match &entry.event {
            AuditedEvent::Role(event) => return Ok(RoleRow::of(event.event.by_role).word(l)),
            // Of a link the event says in which role it lets somebody in; the operator makes it.
            AuditedEvent::Security(logged) => {
                let role = match logged.event.kind {
                    SecurityEventKind::EmergencyLinkMade | SecurityEventKind::LoginLinkMade => Some(Role::Operator),
                    _ => logged.event.role,
                };
                return Ok(role.map_or_else(String::new, |role| RoleRow::of(role).word(l)));
            }
            AuditedEvent::Credential(entry) => credential_action(entry.event()),
            AuditedEvent::Unit(entry) => history::asked(entry.event()).or(Some(Action::EditUnit)),
        };
        let Some(action) = action else { return Ok(String::new()) };
        let entitled: Vec<Role> = Role::ALL.into_iter().filter(|role| has_right(*role, action)).collect();
        let given = self.given(&entry.account).await?;
        let mut fits: Vec<Role> = entitled.iter().copied().filter(|role| given.contains(role)).collect();
        if fits.is_empty() {
            fits = entitled.into_iter().filter(|role| !role.is_program()).collect();
        }
        let words: Vec<String> = fits.into_iter().map(|role| RoleRow::of(role).word(l)).collect();
        Ok(match words.as_slice() {
            [one] => one.clone(),
            several => l.web_staff_audit_one_of(several.join(", ")),
        })
    }

    /// How somebody got in. What else an event is about is told of links alone, by the account: it may be anybody's number.
    async fn security(&mut self, logged: &LoggedEvent) -> Result<String, PageError> {
        let l = self.l;
        let word = l.web_staff_audit_security(security_word(logged.event.kind));
        let account = logged.event.object.as_deref().and_then(|object| Agent::new(object).ok());
        Ok(match (logged.event.kind, account) {
            (SecurityEventKind::EmergencyLinkMade | SecurityEventKind::LoginLinkMade, Some(account)) => {
                let name = self.names.of(&account).await?.name;
                l.web_staff_audit_link_for(args::WebStaffAuditLinkFor { name, what: word })
            }
            (SecurityEventKind::LoginFailed, _) if logged.times > 1 => {
                l.web_staff_audit_times(args::WebStaffAuditTimes { count: logged.times, what: word })
            }
            _ => word,
        })
    }

    async fn given(&mut self, account: &Agent) -> Result<Vec<Role>, PageError> {
        if let Some(known) = self.roles.get(account.as_str()) {
            return Ok(known.clone());
        }
        let given = self.site.issuer.sessions().roles(account).await?.into_iter();
        let here = given.filter(|given| given.institution.as_ref() == Some(&self.institution));
        let roles: Vec<Role> = here.map(|given| given.role).collect();
        self.roles.insert(account.to_string(), roles.clone());
        Ok(roles)
    }
}

/// Which action of the table of rights an entry of a credential's ledger is the mark of.
fn credential_action(event: &Event) -> Option<Action> {
    match event {
        Event::Proposed(proposed) if proposed.correction.is_some() => Some(Action::CorrectCredential),
        Event::Proposed(_) => Some(Action::IssueCredential),
        Event::Revoked(_) => Some(Action::RevokeCredential),
        Event::Superseded(_) => Some(Action::CorrectCredential),
        Event::Erased(_) => Some(Action::EraseData),
        Event::Renewed(_) => Some(Action::ManageSeal),
        Event::Delivered(_) => Some(Action::DownloadFiles),
        Event::Intended(_) | Event::Sealed(_) => None,
    }
}

fn credential(event: &Event, l: Locale) -> String {
    l.web_staff_audit_credential(event_word(event, l))
}

/// Why a credential was corrected or revoked: the reason of the list. What was added in words is on the credential's own page, for those who may open it.
fn why(event: &Event, l: Locale) -> String {
    match event {
        Event::Proposed(proposed) => {
            proposed.correction.as_ref().map_or_else(String::new, |said| stored::correction_word(said.reason(), l))
        }
        Event::Revoked(revoked) => stored::reason_word(revoked.reason(), l),
        Event::Intended(_)
        | Event::Sealed(_)
        | Event::Delivered(_)
        | Event::Superseded(_)
        | Event::Erased(_)
        | Event::Renewed(_) => String::new(),
    }
}

fn unit_why(event: &UnitEvent, l: Locale) -> String {
    match event {
        UnitEvent::Suspended { reason } => l.web_staff_unit_event_reason(reason.as_str()),
        UnitEvent::Drafted { .. }
        | UnitEvent::Copied { .. }
        | UnitEvent::Saved { .. }
        | UnitEvent::Submitted { .. }
        | UnitEvent::Endorsed { .. }
        | UnitEvent::Returned { .. }
        | UnitEvent::Withdrawn {}
        | UnitEvent::Approved(_)
        | UnitEvent::Entrusted { .. }
        | UnitEvent::Published {}
        | UnitEvent::Unpublished {}
        | UnitEvent::Resumed {}
        | UnitEvent::Retired {} => String::new(),
    }
}

/// A kind in words, to choose it by.
pub fn kind_word(kind: AuditKind, l: Locale) -> String {
    use args::WebStaffAuditKind as Word;
    use signet_registry::UnitEventKind as Unit;
    use signet_store::GrantEventKind as Grant;
    l.web_staff_audit_kind(match kind {
        AuditKind::Credential(CredentialEventKind::Proposed) => Word::CredentialProposed,
        AuditKind::Credential(CredentialEventKind::Intended) => Word::CredentialIntended,
        AuditKind::Credential(CredentialEventKind::Sealed) => Word::CredentialSealed,
        AuditKind::Credential(CredentialEventKind::Delivered) => Word::CredentialDelivered,
        AuditKind::Credential(CredentialEventKind::Revoked) => Word::CredentialRevoked,
        AuditKind::Credential(CredentialEventKind::Superseded) => Word::CredentialSuperseded,
        AuditKind::Credential(CredentialEventKind::Erased) => Word::CredentialErased,
        AuditKind::Credential(CredentialEventKind::Renewed) => Word::CredentialRenewed,
        AuditKind::Role(Grant::Granted) => Word::RoleGranted,
        AuditKind::Role(Grant::Substituted) => Word::RoleSubstituted,
        AuditKind::Role(Grant::Ended) => Word::RoleEnded,
        AuditKind::Security(kind) => return l.web_staff_audit_security_kind(security_word(kind)),
        AuditKind::Unit(Unit::Drafted) => Word::UnitDrafted,
        AuditKind::Unit(Unit::Copied) => Word::UnitCopied,
        AuditKind::Unit(Unit::Saved) => Word::UnitSaved,
        AuditKind::Unit(Unit::Submitted) => Word::UnitSubmitted,
        AuditKind::Unit(Unit::Withdrawn) => Word::UnitWithdrawn,
        AuditKind::Unit(Unit::Returned) => Word::UnitReturned,
        AuditKind::Unit(Unit::Endorsed) => Word::UnitEndorsed,
        AuditKind::Unit(Unit::Approved) => Word::UnitApproved,
        AuditKind::Unit(Unit::Entrusted) => Word::UnitEntrusted,
        AuditKind::Unit(Unit::Published) => Word::UnitPublished,
        AuditKind::Unit(Unit::Unpublished) => Word::UnitUnpublished,
        AuditKind::Unit(Unit::Suspended) => Word::UnitSuspended,
        AuditKind::Unit(Unit::Resumed) => Word::UnitResumed,
        AuditKind::Unit(Unit::Retired) => Word::UnitRetired,
    })
}

/// The case of the sentences about getting in.
pub fn security_word(kind: SecurityEventKind) -> args::AuditedSecurity {
    use args::AuditedSecurity as Word;
    match kind {
        SecurityEventKind::EmergencyLinkMade => Word::EmergencyLink,
        SecurityEventKind::IdentityPaired => Word::IdentityPaired,
        SecurityEventKind::Login => Word::Login,
        SecurityEventKind::LoginFailed => Word::LoginFailed,
        SecurityEventKind::LoginLinkMade => Word::LoginLink,
        SecurityEventKind::PersonLinkDeclined => Word::PersonDeclined,
        SecurityEventKind::PersonLinked => Word::PersonLinked,
        SecurityEventKind::PersonUnlinked => Word::PersonUnlinked,
        SecurityEventKind::SecondFactorProved => Word::SecondFactor,
        SecurityEventKind::SessionEnded => Word::SessionEnded,
        // In no audit (`SecurityEventKind::AUDITED`).
        SecurityEventKind::AccountBlocked
        | SecurityEventKind::AccountUnblocked
        | SecurityEventKind::AccountsMerged
        | SecurityEventKind::AccountsParted
        | SecurityEventKind::CredentialViewed
        | SecurityEventKind::Denied
        | SecurityEventKind::FileDownloaded
        | SecurityEventKind::LetterRequested
        | SecurityEventKind::RegisterSearched
        | SecurityEventKind::RoleEnded
        | SecurityEventKind::RoleGranted
        | SecurityEventKind::RowForged => Word::Other,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use signet_record::Language;

    use super::*;

    #[test]
    fn every_kind_has_a_sentence_of_its_own() {
        for l in Language::ALL.map(Locale::new) {
            let said: BTreeSet<String> = AuditKind::all().map(|kind| kind_word(kind, l)).collect();
            assert_eq!(said.len(), AuditKind::all().count());
        }
    }
}
