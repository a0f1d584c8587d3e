//! What people say about a batch: issue it, I agree, stop, go on. Four eyes compare accounts and persons.

use signet_access::Permit;
use signet_record::{PersonId, Timestamp};
use signet_registry::Agent;
use signet_store::{Batch, BatchWord, Tenant};

use crate::{
    batch::{BatchError, redeem},
    issuer::Issuer,
    put_off_reason::PutOffReason,
};

/// What a word about a batch came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BatchSaid {
    /// The batch is being issued: whoever asked carries its rows into the register.
    Begun,
    /// The institution wants a second person to agree.
    AwaitsAnother,
    /// The first word is the same person's.
    OwnWord,
    /// Somebody was quicker, or the batch is in no state for it.
    NotNow,
}

/// Whether whoever has the permit is the one who gave a word: the same account, or the same person under another one.
#[must_use]
pub fn is_own_word(word: &BatchWord, permit: &Permit) -> bool {
    is_same_author((&word.by, word.person.as_ref()), (permit.account(), permit.person()))
}

/// Whether two are the same account, or the same person under another one.
#[must_use]
pub fn is_same_author(one: (&Agent, Option<&PersonId>), other: (&Agent, Option<&PersonId>)) -> bool {
    one.0 == other.0 || (one.1.is_some() && one.1 == other.1)
}

impl Issuer {
    /// Takes the first word about a checked batch. Of two clicks one counts.
    ///
    /// # Errors
    /// When the permit is for something else, or the register fails.
    pub async fn begin_batch(&self, tenant: &Tenant, batch: &Batch, permit: Permit) -> Result<BatchSaid, BatchError> {
        let alone = !self.registered(tenant).await?.rules.second_yes;
        let person = permit.person().cloned();
        let by = redeem(tenant, &batch.unit, permit).await?;
        let word = BatchWord { by, person, at: self.now() };
        self.tell_of_batch(tenant, &batch.id).await?;
        Ok(match (tenant.begin_batch(&batch.id, &word, alone).await?, alone) {
            (false, _) => BatchSaid::NotNow,
            (true, true) => BatchSaid::Begun,
            (true, false) => BatchSaid::AwaitsAnother,
        })
    }

    /// Takes the second word about a batch that waits for it.
    ///
    /// # Errors
    /// When the permit is for something else, or the register fails.
    pub async fn confirm_batch(&self, tenant: &Tenant, batch: &Batch, permit: Permit) -> Result<BatchSaid, BatchError> {
        let own = batch.begun.as_ref().is_some_and(|word| is_own_word(word, &permit));
        let by = redeem(tenant, &batch.unit, permit).await?;
        if own {
            return Ok(BatchSaid::OwnWord);
        }
        self.tell_of_batch(tenant, &batch.id).await?;
        let confirmed = tenant.confirm_batch(&batch.id, &by, self.now()).await?;
        Ok(if confirmed { BatchSaid::Begun } else { BatchSaid::NotNow })
    }

    /// Takes the first word back: by whoever gave it, or whoever does not agree.
    ///
    /// # Errors
    /// When the permit is for something else, or the register fails.
    pub async fn decline_batch(&self, tenant: &Tenant, batch: &Batch, permit: Permit) -> Result<bool, BatchError> {
        redeem(tenant, &batch.unit, permit).await?;
        Ok(tenant.decline_batch(&batch.id, self.now()).await?)
    }

    /// Stops what still waits of a batch. What is just being sealed is sealed whole; nothing is left half done.
    ///
    /// # Errors
    /// When the permit is for something else, or the register fails.
    pub async fn stop_batch(&self, tenant: &Tenant, batch: &Batch, permit: Permit) -> Result<bool, BatchError> {
        let by = redeem(tenant, &batch.unit, permit).await?;
        Ok(tenant.stop_batch(&batch.id, &by, PutOffReason::BatchStopped.code(), self.now()).await?)
    }

    /// Moves a batch that is to be sealed at a later instant to another one, or to now.
    ///
    /// # Errors
    /// When the permit is for something else, or the register fails.
    pub async fn reschedule_batch(
        &self,
        tenant: &Tenant,
        batch: &Batch,
        not_before: Option<Timestamp>,
        permit: Permit,
    ) -> Result<bool, BatchError> {
        let by = redeem(tenant, &batch.unit, permit).await?;
        Ok(tenant.reschedule_batch(batch, not_before, (self.now(), &by)).await?)
    }

    /// Lets what was stopped or put off of a batch go on at once; returns how many.
    ///
    /// # Errors
    /// When the permit is for something else, or the register fails.
    pub async fn retry_batch(&self, tenant: &Tenant, batch: &Batch, permit: Permit) -> Result<u64, BatchError> {
        redeem(tenant, &batch.unit, permit).await?;
        Ok(tenant.retry_batch(&batch.id).await?)
    }
}
