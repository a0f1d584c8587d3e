//! Telling whoever had a batch issued how it ended: that all of it is sealed, or that some of it cannot be.

use std::time::Duration;

use signet_record::{Language, Timestamp};
use signet_store::{
    AccountLetterKind, Batch, BatchId, BatchProgress, BatchState, BatchToTell, NewAccountLetter, SessionsError,
    StoreError, Tenant,
};

use crate::{account_letters::unit_title, issuer::Issuer, letter::account::AccountTold, put_off_reason::PutOffReason};

/// How often it is looked how a batch gets on.
const SOON: Duration = Duration::from_secs(60);

/// How often what somebody has to see to first is looked at.
const LATER: Duration = Duration::from_secs(3600);

/// For so long nobody is told that something fails: what fails for a moment is sealed meanwhile.
const PATIENCE: Duration = Duration::from_secs(15 * 60);

/// What there is to tell of a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum BatchEnd {
    /// Nothing, and there never will be.
    Nothing,
    /// Nothing yet: it is looked at again after so long.
    Later(Duration),
    /// All of it is sealed.
    Done,
    /// Nothing goes on by itself, and some of it is not sealed.
    Failed,
}

/// What there is to tell of a batch as it stands; `failing`: how many of its credentials cannot be sealed.
fn end_of(batch: &Batch, progress: &BatchProgress, failing: u64, now: Timestamp) -> BatchEnd {
    let waiting = progress.proposed + progress.intended;
    let begun = batch.confirmed.as_ref().map(|(_, at)| *at).or(batch.begun.as_ref().map(|word| word.at));
    match batch.state {
        BatchState::Checked | BatchState::Abandoned => BatchEnd::Nothing,
        BatchState::Issuing => BatchEnd::Later(SOON),
        BatchState::Issued if progress.total() == 0 => BatchEnd::Nothing,
        BatchState::Issued if waiting == 0 => BatchEnd::Done,
        BatchState::Issued if batch.stopped.is_some() => BatchEnd::Later(LATER),
        BatchState::Issued if failing < waiting => BatchEnd::Later(SOON),
        BatchState::Issued if begun.is_some_and(|begun| now < begun + PATIENCE) => BatchEnd::Later(SOON),
        BatchState::Issued => BatchEnd::Failed,
    }
}

impl Issuer {
    /// Whoever has a batch issued is to be told how it ends. Before the word is taken: what comes to nothing is told to nobody, and a word whose
    /// letter is lost there is none.
    pub(crate) async fn tell_of_batch(&self, tenant: &Tenant, batch: &BatchId) -> Result<(), StoreError> {
        match self.tells_holders() {
            true => tenant.tell_of_batch(batch, self.now() + SOON).await,
            false => Ok(()),
        }
    }

    /// Looks at the batch that has waited for longest for it, and writes down the letter that tells how it ended; `false` when none is due.
    ///
    /// # Errors
    /// When the register fails.
    pub async fn write_batch_letter(&self) -> Result<bool, StoreError> {
        let (outbox, now) = (self.store().outbox(), self.now());
        let Some(looked) = outbox.batch_to_tell(now).await? else { return Ok(false) };
        let tenant = self.store().tenant(&looked.institution);
        let (next, kind) = match tenant.batch(&looked.batch).await? {
            None => (None, None),
            Some(batch) => match self.standing(&tenant, &batch).await? {
                BatchEnd::Nothing => (None, None),
                BatchEnd::Later(wait) => (Some(now + wait), None),
                BatchEnd::Done => (None, Some((batch, AccountLetterKind::BatchDone))),
                // Once it goes on, it is told how it ended.
                BatchEnd::Failed if looked.failure_told => (Some(now + LATER), None),
                BatchEnd::Failed => (Some(now + LATER), Some((batch, AccountLetterKind::BatchFailed))),
            },
        };
        let letter = match kind {
            Some((batch, kind)) => self.letter_of_batch(&looked, &batch, kind).await?,
            None => None,
        };
        outbox.put_batch_told(&looked, next, letter.as_ref()).await?;
        Ok(true)
    }

    async fn standing(&self, tenant: &Tenant, batch: &Batch) -> Result<BatchEnd, StoreError> {
        let progress = tenant.progress(Some(&batch.id)).await?;
        let failing = tenant.failing_of_batch(&batch.id, PutOffReason::SealAwaited.code()).await?;
        Ok(end_of(batch, &progress, failing, self.now()))
    }

    async fn letter_of_batch(
        &self,
        looked: &BatchToTell,
        batch: &Batch,
        kind: AccountLetterKind,
    ) -> Result<Option<NewAccountLetter>, StoreError> {
        let Some(word) = &batch.begun else { return Ok(None) };
        self.letter_about_work(&word.by, kind, &looked.institution, Some(batch.id.to_string())).await
    }

    /// What a letter about a batch tells of it as it stands; nothing where that is no longer so.
    pub(crate) async fn told_of_batch(
        &self,
        tenant: &Tenant,
        id: &BatchId,
        kind: AccountLetterKind,
        language: Language,
    ) -> Result<Option<AccountTold>, SessionsError> {
        let Some(batch) = tenant.batch(id).await? else { return Ok(None) };
        let progress = tenant.progress(Some(id)).await?;
        let waiting = progress.proposed + progress.intended;
        if (waiting == 0) != (kind == AccountLetterKind::BatchDone) {
            return Ok(None);
        }
        let title = unit_title(tenant, &batch.unit, language).await?;
        Ok(Some(AccountTold::Batch { kind, title, sealed: progress.done(), waiting }))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use signet_record::UnitId;
    use signet_registry::Agent;
    use signet_store::BatchWord;

    use super::*;

    #[test]
    fn a_batch_has_failed_when_nothing_of_it_goes_on_by_itself() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let by = Agent::anyone();
        let batch = Batch {
            id: BatchId::from_random([1; 16]),
            unit: UnitId::new("x").unwrap(),
            file_name: String::new(),
            upload: None,
            by: by.clone(),
            state: BatchState::Issued,
            rows_read: 3,
            rows_good: 3,
            complaints: String::new(),
            mapping: String::new(),
            created: at(0),
            changed: at(0),
            begun: Some(BatchWord { by: by.clone(), person: None, at: at(0) }),
            confirmed: None,
            stopped: None,
            run: None,
            not_before: None,
        };
        let progress = |intended, sealed| BatchProgress { intended, sealed, ..BatchProgress::default() };
        let end = |batch: &Batch, waiting, sealed, failing, second| {
            end_of(batch, &progress(waiting, sealed), failing, at(second))
        };
        assert_eq!(end(&batch, 0, 3, 0, 1), BatchEnd::Done);
        assert_eq!(end(&batch, 2, 1, 1, 9_999), BatchEnd::Later(SOON), "one of the two goes on");
        assert_eq!(end(&batch, 2, 1, 2, 899), BatchEnd::Later(SOON), "perhaps for a moment only");
        assert_eq!(end(&batch, 2, 1, 2, 900), BatchEnd::Failed);
        let stopped = Batch { stopped: Some((by, at(5))), ..batch.clone() };
        assert_eq!(end(&stopped, 2, 1, 2, 9_999), BatchEnd::Later(LATER), "somebody wanted it so");
        let taken_in = Batch { state: BatchState::Issuing, ..batch.clone() };
        assert_eq!(end(&taken_in, 0, 3, 0, 1), BatchEnd::Later(SOON));
        assert_eq!(end(&Batch { state: BatchState::Checked, ..batch.clone() }, 0, 0, 0, 1), BatchEnd::Nothing);
        assert_eq!(end(&batch, 0, 0, 0, 1), BatchEnd::Nothing, "every row was left out");
    }
}
