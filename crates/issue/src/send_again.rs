//! A letter once more: to a holder who has lost it, or whose address was wrong.

use std::time::Duration;

use signet_access::{Action, AnotherAct, Permit, SecurityEvent, SecurityEventKind};
use signet_record::CredentialId;
use signet_registry::LedgerState;
use signet_store::{HistoryError, NewNotice, Notice, NoticeKind, NoticeState, StoreError, Tenant};

use crate::{admit::credential_of, issuer::Issuer};

/// The least time between two letters about one credential.
const A_MOMENT: Duration = Duration::from_millis(1);

/// Why no letter is sent.
#[derive(Debug, thiserror::Error)]
pub enum SendAgainError {
    /// There is no such credential in this institution.
    #[error("there is no such credential")]
    Unknown,
    /// The permit is for something else.
    #[error(transparent)]
    NotPermitted(#[from] AnotherAct),
    /// It cannot be sent now.
    #[error(transparent)]
    NotNow(#[from] NoLetter),
    /// The register cannot be read.
    #[error(transparent)]
    Database(#[from] StoreError),
    /// The ledger cannot be read.
    #[error(transparent)]
    History(#[from] HistoryError),
}

/// Why no letter can be sent about a credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoLetter {
    /// No relay is set.
    #[error("no relay is set")]
    NoRelay,
    /// There is nothing to tell: it is not sealed, was replaced, or erased.
    #[error("there is nothing to tell")]
    NothingToTell,
    /// One waits already.
    #[error("one waits already")]
    Waiting,
    /// The institution knows no address.
    #[error("there is no address")]
    NoAddress,
}

impl Issuer {
    /// The letter that could be sent about a credential as it stands.
    ///
    /// # Errors
    /// When none can be sent, or the register cannot be read.
    pub async fn letter_to_send(&self, tenant: &Tenant, id: CredentialId) -> Result<NoticeKind, SendAgainError> {
        if !self.tells_holders() {
            return Err(NoLetter::NoRelay.into());
        }
        let known = tenant.credential(&id).await?.ok_or(SendAgainError::Unknown)?;
        let history = tenant.history(&id).await?.ok_or(SendAgainError::Unknown)?;
        let kind = kind_of(&history.state).ok_or(NoLetter::NothingToTell)?;
        if known.holder.email.is_none() {
            return Err(NoLetter::NoAddress.into());
        }
        let is_about_it = |kind| !matches!(kind, NoticeKind::AddressChanged | NoticeKind::AddressBefore);
        let waiting = |notice: &Notice| notice.state == NoticeState::Waiting && is_about_it(notice.kind);
        let waits = tenant.notices(&id).await?.iter().any(waiting);
        if waits { Err(NoLetter::Waiting.into()) } else { Ok(kind) }
    }

    /// Has a letter sent about a credential as it stands, with a link of its own where it has one, and writes down who asked for it.
    ///
    /// # Errors
    /// When none can be sent.
    pub async fn send_again(&self, tenant: &Tenant, id: CredentialId, permit: Permit) -> Result<(), SendAgainError> {
        let known = tenant.credential(&id).await?.ok_or(SendAgainError::Unknown)?;
        let event = SecurityEvent::used(SecurityEventKind::LetterRequested, &permit).about(id);
        let place = tenant.unit_place(&known.key.unit).await?;
        let target = credential_of(tenant, &known.key.person, &place);
        permit.redeem(Action::SendNotice, &target)?;
        let kind = self.letter_to_send(tenant, id).await?;
        let notice = self.notice(kind, id).ok_or(NoLetter::NoRelay)?;
        // Letters of one millisecond would have no order, and what became of the last one is what people are shown.
        let last = tenant.notices(&id).await?.first().map_or(notice.at, |last| last.created + A_MOMENT);
        let notice = NewNotice { at: notice.at.max(last), ..notice };
        self.record_security_event(&event).await?;
        Ok(tenant.put_notice(&notice).await?)
    }
}

/// What there is to tell of a credential.
fn kind_of(state: &LedgerState) -> Option<NoticeKind> {
    if state.erased().is_some() {
        return None;
    }
    if state.revoked().is_some() {
        return Some(NoticeKind::Revoked);
    }
    let stands = state.sealed_at().is_some() && state.superseded().is_none();
    let issued = if state.supersedes().is_some() { NoticeKind::Corrected } else { NoticeKind::Issued };
    stands.then_some(issued)
}
