//! Telling whoever has an account: what work waits for them, and what became of the account itself.

use std::collections::BTreeSet;

use signet_access::{Actor, LoginProvider, ProviderName, Role};
use signet_lang::when::{day_in_prague, instant_in_prague};
use signet_offering::UnitDraft;
use signet_outbound::{Letter, LetterTag, RecognisedPerson};
use signet_record::{Date, Email, InstitutionId, Language, Timestamp, UnitId};
use signet_registry::Agent;
use signet_store::{
    AccountContact, AccountLetter, AccountLetterKind, NewAccountLetter, NoticeId, NoticeState, SessionIdentity,
    SessionsError, StoreError, Tenant,
};

use crate::{
    bounce::TagUse,
    issuer::{Issuer, RegisteredInstitution},
    letter::{
        self,
        account::{AccountLetterFacts, AccountTold, TaskCounts},
    },
    letters::Unwritten,
    staff_tasks::{TaskKind, TaskSeeker},
};

/// Whoever has not signed in for so long is told nothing of work: perhaps they do it no longer.
const WORKS_DAYS: i64 = 90;

impl Issuer {
    /// Notes where somebody is written to, as their provider says now. Where that has changed, both addresses are told.
    pub(crate) async fn note_contact(
        &self,
        account: &Agent,
        provider: &LoginProvider,
        person: &RecognisedPerson,
        (identity, actors): (&SessionIdentity, &[Actor]),
        language: Language,
    ) -> Result<(), SessionsError> {
        if !self.tells_holders() {
            return Ok(());
        }
        let (sessions, now) = (self.sessions(), self.now());
        let works = actors.iter().any(|actor| actor.role().is_staff());
        let contact = AccountContact {
            account: account.clone(),
            provider: provider.name.clone(),
            email: person.claims.single("email").and_then(|email| Email::new(email).ok()),
            email_before: None,
            language,
            place: identity.place.clone(),
            seen: now,
            digest_due: if works { self.next_digest(now) } else { None },
            refused: None,
        };
        let before = sessions.contact(account, &provider.name).await?.and_then(|before| before.email);
        let mut letters = Vec::new();
        if before.is_some() && contact.email.is_some() && before != contact.email {
            for at_before in [false, true] {
                let letter = self.account_letter(AccountLetterKind::AddressChanged, account, &provider.name);
                letters.push(NewAccountLetter { at_before, ..letter });
            }
        }
        Ok(sessions.put_contact(&contact, &letters).await?)
    }

    /// The name of a new letter.
    pub(crate) fn letter_name(&self) -> NoticeId {
        NoticeId::from_random(self.random().bytes())
    }

    /// A letter to one address of an account.
    pub(crate) fn account_letter(
        &self,
        kind: AccountLetterKind,
        account: &Agent,
        provider: &ProviderName,
    ) -> NewAccountLetter {
        NewAccountLetter {
            id: self.letter_name(),
            account: account.clone(),
            provider: provider.clone(),
            at_before: false,
            institution: None,
            kind,
            about: None,
            at: self.now(),
        }
    }

    /// A letter to each address of an account that takes any; none where nobody is told anything.
    pub(crate) async fn letters_to(
        &self,
        account: &Agent,
        kind: AccountLetterKind,
    ) -> Result<Vec<NewAccountLetter>, StoreError> {
        if !self.tells_holders() {
            return Ok(Vec::new());
        }
        let mut letters = Vec::new();
        for contact in self.sessions().contacts(account).await? {
            if self.refused_address(&contact).await?.is_none() {
                letters.push(self.account_letter(kind, account, &contact.provider));
            }
        }
        Ok(letters)
    }

    /// A letter to the newest address of an account about its work in an institution.
    pub(crate) async fn letter_about_work(
        &self,
        account: &Agent,
        kind: AccountLetterKind,
        institution: &InstitutionId,
        about: Option<String>,
    ) -> Result<Option<NewAccountLetter>, StoreError> {
        let mut letters = self.letters_to(account, kind).await?;
        letters.truncate(1);
        let institution = Some(institution.clone());
        Ok(letters.pop().map(|letter| NewAccountLetter { institution, about, ..letter }))
    }

    /// Writes down the letters about the work of whoever has waited for longest for it; `false` when nobody is due.
    ///
    /// # Errors
    /// When the register fails.
    pub async fn write_digest(&self) -> Result<bool, SessionsError> {
        let (sessions, now) = (self.sessions(), self.now());
        let Some(contact) = sessions.due_digest(now).await? else { return Ok(false) };
        let lately = contact.seen.saturating_add(std::time::Duration::from_secs(WORKS_DAYS.unsigned_abs() * 86_400));
        let actors = sessions.staff_of(&contact, now).await?;
        let works = !actors.is_empty() && lately.is_ok_and(|until| now < until);
        let next = if works { self.next_digest(now) } else { None };
        let mut letters = Vec::new();
        // Nothing is written for an address that takes nothing.
        let told = works && self.refused_address(&contact).await?.is_none();
        if let (true, Some(due), Some(next)) = (told, contact.digest_due, next) {
            letters.extend(self.letters_of_ends(&contact, (day_in_prague(due), day_in_prague(next))).await?);
        }
        if told && !sessions.refused_letters(&contact.account).await?.contains(&AccountLetterKind::Digest) {
            let institutions: BTreeSet<&InstitutionId> = actors.iter().filter_map(Actor::institution).collect();
            for institution in institutions {
                let letter = self.account_letter(AccountLetterKind::Digest, &contact.account, &contact.provider);
                letters.push(NewAccountLetter { institution: Some(institution.clone()), ..letter });
            }
        }
        sessions.put_digest(&contact, next, &letters).await?;
        Ok(true)
    }

    /// The letter by whose tag its reader says that they want no more of its kind; `None` for a tag that was not made here, or of a letter that is
    /// forgotten or not optional.
    ///
    /// # Errors
    /// When the register fails.
    pub async fn letter_to_stop(&self, tag: &LetterTag) -> Result<Option<NewAccountLetter>, StoreError> {
        let Some(id) = self.tagged_letter(TagUse::Stop, tag) else { return Ok(None) };
        let letter = self.store().outbox().account_letter(&id).await?;
        Ok(letter.map(|letter| letter.new).filter(|letter| letter.kind.is_optional()))
    }

    /// Writes a letter of what the register says now. What somebody does not want any more, and work that is done, is told no longer.
    pub(crate) async fn written_to_account(&self, letter: &AccountLetter) -> Result<Letter, Unwritten> {
        let outdated = || Unwritten::Ended(NoticeState::Outdated);
        let NewAccountLetter { account, kind, about, .. } = &letter.new;
        let sessions = self.sessions();
        let contact = sessions.contact(account, &letter.new.provider).await?.ok_or_else(outdated)?;
        if kind.is_optional() && sessions.refused_letters(account).await?.contains(kind) {
            return Err(outdated());
        }
        let to = self.address_of(&contact, letter.new.at_before).await?;
        let to = to.ok_or(Unwritten::Ended(NoticeState::NoAddress))?.as_str().to_owned();
        if contact.refused == Some(self.address_code(&to)) {
            return Err(Unwritten::Ended(NoticeState::NoAddress));
        }
        let language = contact.language;
        let tenant = letter.new.institution.as_ref().map(|institution| self.store().tenant(institution));
        let registered = match &tenant {
            Some(tenant) => {
                let stored = tenant.institution().await?.ok_or_else(outdated)?;
                Some(RegisteredInstitution::from_document(&stored.document)?)
            }
            None => None,
        };
        let told = self.told_to(&contact, tenant.as_ref(), &letter.new).await?;
        let host = self.base_url().host_str().unwrap_or("Signet");
        let institution = registered.as_ref().map(|registered| &*registered.institution);
        let href = self.page(language, &place_of(*kind, about.as_deref()));
        let facts = AccountLetterFacts { told, institution, href, host };
        let letter::WrittenLetter { subject, text, html } = letter::account::write(&facts, language)?;
        let stop = self.stop_tag(&letter.new.id).to_string();
        Ok(Letter {
            id: letter.new.id.to_string(),
            tag: self.bounce_tag(&letter.new.id),
            date: self.now(),
            from_name: institution.map_or_else(|| host.to_owned(), |one| one.legal_name.text(language).to_owned()),
            to,
            reply_to: institution.and_then(|institution| letter::reply_to(institution, language)),
            unsubscribe: kind.is_optional().then(|| self.page(language, &["letters", &stop])),
            subject,
            text,
            html,
        })
    }

    /// What a letter tells somebody today; nothing where there is nothing to tell any more.
    async fn told_to(
        &self,
        contact: &AccountContact,
        tenant: Option<&Tenant>,
        NewAccountLetter { kind, about, .. }: &NewAccountLetter,
    ) -> Result<AccountTold, Unwritten> {
        let outdated = || Unwritten::Ended(NoticeState::Outdated);
        let (about, language) = (about.as_deref(), contact.language);
        Ok(match (kind, tenant) {
            (AccountLetterKind::Digest, Some(tenant)) => {
                let actors = self.sessions().staff_of(contact, self.now()).await?;
                let counts = self.work_of(tenant, &actors).await?;
                if counts.is_empty() {
                    return Err(outdated());
                }
                AccountTold::Digest(counts)
            }
            (AccountLetterKind::UnitReturned | AccountLetterKind::UnitApproved, Some(tenant)) => {
                let unit: UnitId = about.and_then(|unit| unit.parse().ok()).ok_or_else(outdated)?;
                AccountTold::Matter(*kind, unit_title(tenant, &unit, language).await?)
            }
            (AccountLetterKind::EmergencyLink, _) => AccountTold::Matter(*kind, about.ok_or_else(outdated)?.to_owned()),
            (AccountLetterKind::BatchDone | AccountLetterKind::BatchFailed, Some(tenant)) => {
                let batch = about.and_then(|batch| batch.parse().ok()).ok_or_else(outdated)?;
                self.told_of_batch(tenant, &batch, *kind, language).await?.ok_or_else(outdated)?
            }
            (AccountLetterKind::RoleGiven | AccountLetterKind::RoleEnds, Some(tenant)) => {
                let role = about.and_then(Role::from_code).ok_or_else(outdated)?;
                self.told_of_role(contact, (tenant.id(), role), *kind).await?.ok_or_else(outdated)?
            }
            (kind, _) => AccountTold::Account(*kind),
        })
    }

    /// What waits for somebody in an institution, of each kind that anything waits of: what the page of their work shows in any of their roles.
    async fn work_of(&self, tenant: &Tenant, actors: &[Actor]) -> Result<TaskCounts, StoreError> {
        let mut counts = Vec::new();
        for kind in TaskKind::ALL {
            let mut found = BTreeSet::new();
            for actor in actors.iter().filter(|actor| actor.institution() == Some(tenant.id())) {
                let within = tenant.units_within(actor.scope()).await?;
                let seeker = TaskSeeker { tenant, within: &within, actor, now: self.now(), today: self.today() };
                found.extend(kind.find(&seeker).await?.iter().map(|task| task.key()));
            }
            if !found.is_empty() {
                counts.push((kind, found.len()));
            }
        }
        Ok(counts)
    }

    /// The address of an account that takes no letters, as far as is known; `None` where it takes them, or there is none.
    ///
    /// # Errors
    /// When the register fails.
    pub async fn refused_address(&self, contact: &AccountContact) -> Result<Option<Email>, StoreError> {
        let Some(refused) = &contact.refused else { return Ok(None) };
        let address = self.address_of(contact, false).await?;
        Ok(address.filter(|address| self.address_code(address.as_str()) == *refused))
    }

    /// Where a letter goes today: to the address that the provider said, else to the one in the institution's records.
    async fn address_of(&self, contact: &AccountContact, at_before: bool) -> Result<Option<Email>, StoreError> {
        if at_before {
            return Ok(contact.email_before.clone());
        }
        let place = contact.place.as_ref().and_then(|place| Some((&place.institution, place.person.as_ref()?)));
        match (&contact.email, place) {
            (Some(email), _) => Ok(Some(email.clone())),
            (None, Some((institution, person))) => {
                Ok(self.store().tenant(institution).person(person).await?.and_then(|known| known.email.clone()))
            }
            (None, None) => Ok(None),
        }
    }

    /// When it is looked at next what work waits for somebody: at the hour that is set, in Prague.
    fn next_digest(&self, now: Timestamp) -> Option<Timestamp> {
        next_at_hour(now, self.digest_hour())
    }
}

/// The next instant at which clocks in Prague show an hour. A day on which they leave it out has none.
fn next_at_hour(now: Timestamp, hour: u8) -> Option<Timestamp> {
    let today = day_in_prague(now);
    let day = |days: i64| -> Option<Date> { today.checked_add(jiff::Span::new().days(days)).ok() };
    (0..3).find_map(|days| instant_in_prague(day(days)?, hour, 0).filter(|at| *at > now))
}

/// The page that a letter leads to.
fn place_of(kind: AccountLetterKind, about: Option<&str>) -> Vec<&str> {
    match (kind, about) {
        (AccountLetterKind::Digest | AccountLetterKind::RoleGiven | AccountLetterKind::RoleEnds, _) => vec!["staff"],
        (AccountLetterKind::BatchDone | AccountLetterKind::BatchFailed, Some(batch)) => vec!["staff", "batches", batch],
        (AccountLetterKind::UnitReturned | AccountLetterKind::UnitApproved, Some(unit)) => vec!["staff", "units", unit],
        _ => vec!["account"],
    }
}

/// What a unit is called in its newest text; by its id where it has no title yet.
pub(crate) async fn unit_title(tenant: &Tenant, unit: &UnitId, language: Language) -> Result<String, StoreError> {
    let draft = tenant.unit_draft(unit).await?.and_then(|row| UnitDraft::read(&row.document).ok());
    let title = |code: &str| {
        let title = draft.as_ref()?.text(&format!("title.{code}"))?;
        (!title.is_empty()).then(|| title.to_owned())
    };
    if let Some(title) = title(language.code()).or_else(|| title("cs")).or_else(|| title("en")) {
        return Ok(title);
    }
    let newest = tenant.newest_unit(unit).await?;
    Ok(newest.map_or_else(|| unit.to_string(), |newest| newest.title.text(language).to_owned()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn work_is_looked_at_once_a_day_at_the_hour_in_prague() {
        let next = |now: &str| next_at_hour(now.parse().unwrap(), 7).unwrap().to_string();
        assert_eq!(next("2026-12-01T05:59:59Z"), "2026-12-01T06:00:00Z");
        assert_eq!(next("2026-12-01T06:00:00Z"), "2026-12-02T06:00:00Z");
        assert_eq!(next("2026-12-01T23:30:00Z"), "2026-12-02T06:00:00Z", "it is the next day there");
        assert_eq!(next("2026-07-01T12:00:00Z"), "2026-07-02T05:00:00Z", "in summer");
        // On the last Sunday in March there is no half past two, and no two o'clock either.
        let skipped = next_at_hour("2026-03-28T12:00:00Z".parse().unwrap(), 2).unwrap();
        assert_eq!(skipped.to_string(), "2026-03-30T00:00:00Z");
    }
}
