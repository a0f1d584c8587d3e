//! Telling holders: a letter is written down with what it tells, and sent beside the sealing, which never waits for it.

use std::{fmt, sync::Arc, time::Duration};

use data_encoding::BASE64URL_NOPAD;
use signet_access::{Actor, Assurance, AssuranceLevel};
use signet_lang::Locale;
use signet_outbound::{Handover, Letter, MailCode, MailRelay};
use signet_record::{CredentialId, Language, Timestamp};
use signet_registry::{Agent, Channel, Delivered, Event};
use signet_store::{
    AddressCode, AppendError, ClaimedLetter, History, HistoryError, LoginToken, NewNotice, Notice, NoticeEnd, NoticeId,
    NoticeKind, NoticeState, ReadArtefactError, SentTo, SessionsError, StoreError, StoredCredential, Tenant,
    TokenDigest, WorkerId,
};

use crate::{
    causes::with_causes,
    issuer::{Issuer, RegisteredInstitution},
    kept_award::{self, UnreadableAward},
    letter::{self, LetterFacts, Told},
    reason_sentence,
};

/// A claim lasts this long: far longer than the relay may take.
const LEASE: Duration = Duration::from_secs(300);

/// After so many tries the next one follows later; then every hour.
const BACKOFF_MINUTES: [u64; 4] = [1, 5, 15, 60];

/// What the relay has not taken for so long is given up. GOV.UK Notify and most relays wait as long.
const GIVEN_UP_AFTER: Duration = Duration::from_secs(72 * 3600);

/// A link in a letter serves so long.
const LINK_SERVES: Duration = Duration::from_secs(14 * 24 * 3600);

/// How often a ledger that has just grown is read again.
const ATTEMPTS_MAX: u32 = 3;

/// One step of a letter's way. A stop at any of them loses no letter; a stop after [`LetterStep::HandedOver`] sends it once more under the same
/// `Message-ID`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LetterStep {
    /// 1. It is this worker's.
    Claimed,
    /// 2. It is written, and its link is made.
    Written,
    /// 3. The relay has answered.
    HandedOver,
    /// 4. What became of it is in the register.
    Recorded,
}

impl LetterStep {
    /// All, in order.
    pub const ALL: [LetterStep; 4] =
        [LetterStep::Claimed, LetterStep::Written, LetterStep::HandedOver, LetterStep::Recorded];
}

/// Told of each step as it is done.
pub type LetterObserver = Arc<dyn Fn(LetterStep) + Send + Sync>;

/// What one round came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LetterOutcome {
    /// Nothing is to be sent.
    Idle,
    /// It came to an end.
    Ended(NoticeId, NoticeState),
    /// It is tried again.
    PutOff(NoticeId, LetterTrouble),
}

/// Why a letter is tried again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterTrouble {
    /// The relay did not take it.
    Mail(MailCode),
    /// The register did not give what it is written of.
    Register,
}

impl fmt::Display for LetterTrouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LetterTrouble::Mail(code) => code.fmt(f),
            LetterTrouble::Register => f.pad("register"),
        }
    }
}

/// Why a letter was not written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Unwritten {
    /// There is nothing more to tell.
    #[error("there is nothing to tell")]
    Ended(NoticeState),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Sessions(#[from] SessionsError),
    #[error(transparent)]
    History(#[from] HistoryError),
    #[error(transparent)]
    Artefact(#[from] ReadArtefactError),
    #[error(transparent)]
    Award(#[from] UnreadableAward),
    #[error("the description of the institution cannot be read: {0}")]
    Institution(#[from] serde_json::Error),
    #[error(transparent)]
    Template(#[from] askama::Error),
}

impl Issuer {
    /// The letter that tells something of a credential, where holders are told at all.
    pub(crate) fn notice(&self, kind: NoticeKind, credential: CredentialId) -> Option<NewNotice> {
        let id = NoticeId::from_random(self.random().bytes());
        self.tells_holders().then(|| NewNotice { id, kind, credential, at: self.now(), address: None })
    }

    /// Claims the letter that has been due for longest, and sends it.
    ///
    /// # Errors
    /// When the register fails; the letter is free again when its lease ends.
    pub async fn send_letter(
        &self,
        relay: &MailRelay,
        worker: &WorkerId,
        observer: &LetterObserver,
    ) -> Result<LetterOutcome, AppendError> {
        let now = self.now();
        let Some(claimed) = self.store().outbox().claim(worker, now, now + LEASE).await? else {
            return Ok(LetterOutcome::Idle);
        };
        observer(LetterStep::Claimed);
        let written = match &claimed {
            ClaimedLetter::Holder(notice) => self.written(notice).await,
            ClaimedLetter::Account(letter) => self.written_to_account(letter).await,
        };
        let letter = match written {
            Ok(letter) => letter,
            Err(Unwritten::Ended(state)) => return self.end(worker, &claimed, (state, None), None).await,
            Err(error) => {
                tracing::error!(notice = %claimed.id(), cause = with_causes(&error), "a letter cannot be written");
                return self.put_off(worker, &claimed, LetterTrouble::Register).await;
            }
        };
        observer(LetterStep::Written);
        let handover = relay.hand_over(&letter).await;
        observer(LetterStep::HandedOver);
        let sent = |refused| Some(SentTo { address: self.address_code(&letter.to), refused });
        let outcome = match handover {
            Handover::Accepted => self.end(worker, &claimed, (NoticeState::HandedOver, None), sent(false)).await,
            Handover::Refused(code) => {
                self.end(worker, &claimed, (NoticeState::Refused, Some(code)), sent(code.is_about_address())).await
            }
            Handover::Temporary(code) => self.put_off(worker, &claimed, LetterTrouble::Mail(code)).await,
        };
        observer(LetterStep::Recorded);
        outcome
    }

    /// An address as the register knows which one refuses letters.
    pub fn address_code(&self, address: &str) -> AddressCode {
        let derived = self.derived(&format!("address of letters 1\n{address}"));
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&derived[..16]);
        AddressCode::from_bytes(bytes)
    }

    /// Ends a letter, which went to an address if it was written.
    async fn end(
        &self,
        worker: &WorkerId,
        claimed: &ClaimedLetter,
        (state, code): (NoticeState, Option<MailCode>),
        sent: Option<SentTo>,
    ) -> Result<LetterOutcome, AppendError> {
        let id = claimed.id();
        let end = NoticeEnd { state, code: code.map(|code| code.to_string()), at: self.now() };
        match claimed {
            ClaimedLetter::Holder(notice) => self.end_notice(worker, notice, &end).await?,
            ClaimedLetter::Account(_) => {
                self.store().outbox().end_account_letter(worker, id, &end, sent.as_ref()).await?;
            }
        }
        tracing::info!(notice = %id, state = state.code(), code = end.code, "letter ended");
        Ok(LetterOutcome::Ended(id.clone(), state))
    }

    /// That a letter to a holder was handed over is an event of the credential's ledger, too, unless that has come to an end itself.
    async fn end_notice(&self, worker: &WorkerId, notice: &Notice, end: &NoticeEnd) -> Result<(), AppendError> {
        let tenant = self.store().tenant(&notice.institution);
        let tells_of_it = matches!(notice.kind, NoticeKind::Issued | NoticeKind::Corrected);
        let told_of_it = end.state == NoticeState::HandedOver && tells_of_it;
        for attempt in 1.. {
            let entry = match told_of_it {
                true => tenant.history(&notice.credential).await?.and_then(|history| {
                    let delivered = Event::Delivered(Delivered { channel: Channel::Email });
                    history.state.next(delivered, self.now(), Agent::service()).ok()
                }),
                false => None,
            };
            match tenant.end_notice(worker, &notice.id, end, entry.as_ref()).await {
                Err(AppendError::Overtaken) if attempt < ATTEMPTS_MAX => {}
                ended => {
                    ended?;
                    break;
                }
            }
        }
        Ok(())
    }

    /// Tries a letter again later, or gives it up.
    async fn put_off(
        &self,
        worker: &WorkerId,
        claimed: &ClaimedLetter,
        trouble: LetterTrouble,
    ) -> Result<LetterOutcome, AppendError> {
        let (now, id, (tries, first_try)) = (self.now(), claimed.id(), claimed.tries());
        if first_try.is_some_and(|first| first + GIVEN_UP_AFTER <= now) {
            let code = match trouble {
                LetterTrouble::Mail(code) => Some(code),
                LetterTrouble::Register => None,
            };
            return self.end(worker, claimed, (NoticeState::GivenUp, code), None).await;
        }
        let [chance] = self.random().bytes();
        let until = now + wait(tries, chance);
        self.store().outbox().postpone(worker, claimed, until, &trouble.to_string()).await?;
        tracing::info!(notice = %id, code = %trouble, tries, "letter put off");
        Ok(LetterOutcome::PutOff(id.clone(), trouble))
    }

    /// Writes a letter of what the register says now: the address too is the one of today.
    async fn written(&self, notice: &Notice) -> Result<Letter, Unwritten> {
        let outdated = || Unwritten::Ended(NoticeState::Outdated);
        let tenant = self.store().tenant(&notice.institution);
        let row = tenant.credential(&notice.credential).await?.ok_or_else(outdated)?;
        let history = tenant.history(&notice.credential).await?.ok_or_else(outdated)?;
        if history.state.erased().is_some() {
            return Err(outdated());
        }
        let to = match (&notice.kind, &notice.address) {
            // What it tells is no longer so: the address is theirs again.
            (NoticeKind::AddressBefore, before) if *before == row.holder.email => return Err(outdated()),
            (NoticeKind::AddressBefore, before) => before.as_ref(),
            _ => row.holder.email.as_ref(),
        };
        let to = to.ok_or(Unwritten::Ended(NoticeState::NoAddress))?.as_str().to_owned();
        let award = kept_award::read(&tenant.artefact(history.state.award()).await?.bytes)?;
        let stored = tenant.institution().await?.ok_or_else(outdated)?;
        let RegisteredInstitution { institution, .. } = RegisteredInstitution::from_document(&stored.document)?;
        let language = letter::language_of(&award);
        let told = self.told(notice.kind, &history, language).ok_or_else(outdated)?;
        let href = match &told {
            Told::Issued { until } | Told::Corrected { until, .. } => {
                self.letter_link(&tenant, notice, &row, language, *until).await?
            }
            Told::Revoked { .. } | Told::Address => self.page(language, &["login"]),
        };
        let host = self.base_url().host_str().unwrap_or("Signet");
        let facts =
            LetterFacts { told, institution: &institution, award: &award, href, host, sign_in: self.offers_sign_in() };
        let letter::WrittenLetter { subject, text, html } = letter::write(&facts, language)?;
        Ok(Letter {
            id: notice.id.to_string(),
            tag: self.bounce_tag(&notice.id),
            date: self.now(),
            from_name: institution.legal_name.text(language).to_owned(),
            to,
            reply_to: letter::reply_to(&institution, language),
            unsubscribe: None,
            subject,
            text,
            html,
        })
    }

    /// What there is to tell; nothing where it is no longer so, or another letter tells more.
    fn told(&self, kind: NoticeKind, history: &History, language: Language) -> Option<Told> {
        let (state, l) = (&history.state, Locale::new(language));
        let until = self.now() + LINK_SERVES;
        let stands = state.sealed_at().is_some() && state.revoked().is_none() && state.superseded().is_none();
        match kind {
            NoticeKind::Issued => stands.then_some(Told::Issued { until }),
            NoticeKind::Corrected => {
                let reason = state.correction().map(|correction| reason_sentence::correction(correction, l));
                stands.then_some(Told::Corrected { reason, until })
            }
            NoticeKind::Revoked => {
                let (_, revoked) = state.revoked()?;
                Some(Told::Revoked { reason: reason_sentence::revocation(revoked, l), since: revoked.date() })
            }
            NoticeKind::AddressChanged | NoticeKind::AddressBefore => Some(Told::Address),
        }
    }

    /// The one-time link of a letter: the same however often the letter is sent. It proves that somebody reads the mail of the address that the
    /// institution recorded, and no more.
    async fn letter_link(
        &self,
        tenant: &Tenant,
        notice: &Notice,
        row: &StoredCredential,
        language: Language,
        expires: Timestamp,
    ) -> Result<String, StoreError> {
        let token = BASE64URL_NOPAD.encode(&self.derived(&format!("letter link 1\n{}", notice.id)));
        let (institution, person) = (tenant.id().clone(), row.key.person.clone());
        let account = self.holder_account(&institution, &person);
        let assurance = Assurance { level: AssuranceLevel::Mail, is_recent: false };
        let actor = Actor::holder(account, institution, person).recognised(assurance);
        let login = LoginToken { actor, language, expires };
        self.sessions().put_notice_token(notice, &TokenDigest::of(&token), &login).await?;
        Ok(self.page(language, &["login", &token]))
    }
}

/// How long to wait after so many tries. Many that failed together are not tried together again.
fn wait(tries: u32, chance: u8) -> Duration {
    let tries = usize::try_from(tries).unwrap_or(usize::MAX);
    match BACKOFF_MINUTES.get(tries.saturating_sub(1)) {
        Some(minutes) => Duration::from_secs(minutes * 60),
        None => Duration::from_secs(3600 + 2 * u64::from(chance)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_follow_after_1_5_15_and_60_minutes_and_then_every_hour() {
        let minutes: Vec<u64> = (1..=6).map(|tries| wait(tries, 0).as_secs() / 60).collect();
        assert_eq!(minutes, [1, 5, 15, 60, 60, 60]);
        assert!(wait(5, 255) > wait(5, 0) && wait(5, 255) < Duration::from_secs(2 * 3600));
    }
}
