//! Taking awards into the register.

use signet_record::{AwardKey, CredentialId, Timestamp};
use signet_registry::{Entry, Event, LedgerState, LogRecord, Refused};
use sqlx::{Any, Transaction};

use crate::batch::BatchId;
use crate::credential::by_key;
use crate::error::{FailureKind, StoreError};
use crate::ledger::put_entry;
use crate::statement::{commit, sql};
use crate::tenant::Tenant;

/// An award to be taken into the register.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// What makes it the same award.
    pub key: AwardKey,
    /// The version of the unit it is awarded for.
    pub unit_version: u32,
    /// The batch it comes with.
    pub batch: Option<BatchId>,
    /// When the day of the assessment began where the institution is; for statistics.
    pub assessed: Option<Timestamp>,
    /// The first entry of its ledger; its award artefact is kept already.
    pub entry: Entry,
}

/// What became of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProposalReceipt {
    /// The award has a credential already; nothing was changed.
    Known(CredentialId),
    /// It is in the register, under the id that its entry names.
    New(CredentialId),
}

/// Why proposals were refused, all of them.
#[derive(Debug, thiserror::Error)]
pub enum ProposalError {
    /// The entry is of another institution than this one or its own key.
    #[error("the proposal belongs to another institution")]
    AnotherInstitution,
    /// The rows could not be written.
    #[error(transparent)]
    Database(#[from] StoreError),
    /// The award artefact, the unit's version, the person or the batch is not kept.
    #[error("the proposal's award, unit, person or batch is not kept")]
    Dangling,
    /// The entry cannot begin a ledger.
    #[error(transparent)]
    Refused(#[from] Refused),
}

impl Tenant {
    /// Takes awards into the register, all of them or none, in one transaction. An award whose key is known already keeps
    /// the credential it has, so the same results may be proposed twice.
    pub async fn propose(&self, proposals: &[Proposal]) -> Result<Vec<ProposalReceipt>, ProposalError> {
        let mut transaction = self.pools.begin().await?;
        let mut outcome = Vec::with_capacity(proposals.len());
        let mut records = Vec::new();
        for proposal in proposals {
            let proposed = self.propose_one(&mut transaction, proposal).await?;
            if matches!(proposed, ProposalReceipt::New(_)) {
                records.push(LogRecord::of(&proposal.entry));
            }
            outcome.push(proposed);
        }
        self.log_records(&mut transaction, records).await?;
        commit(transaction).await?;
        Ok(outcome)
    }

    async fn propose_one(
        &self,
        transaction: &mut Transaction<'static, Any>,
        proposal: &Proposal,
    ) -> Result<ProposalReceipt, ProposalError> {
        let Proposal { key, unit_version, batch, assessed, entry } = proposal;
        if key.institution != self.institution || *entry.institution() != self.institution {
            return Err(ProposalError::AnotherInstitution);
        }
        let state = LedgerState::first(entry)?;
        let written = sql!("credential_put")
            .bind(self.institution.as_str())
            .bind_text(entry.credential())
            .bind(key.unit.as_str())
            .bind(i64::from(*unit_version))
            .bind(key.run.as_str())
            .bind(key.person.as_str())
            .bind(i64::from(key.revision))
            .bind(batch.map(|batch| batch.to_string()))
            .bind_text(state.award())
            .bind(state.supersedes().map(|id| id.to_string()))
            .bind_text(state.head())
            .bind_time(entry.at())
            .bind_time_if(*assessed)
            .run(&mut **transaction)
            .await;
        if written.map_err(dangling)? == 0 {
            let known = by_key(key).row(&mut **transaction).await?;
            return match known {
                Some(row) => Ok(ProposalReceipt::Known(row.parse("id")?)),
                // Another award's credential has this very id: the caller's chance is broken.
                None => Err(StoreError::taken("credential_put").into()),
            };
        }
        put_entry(transaction, entry).await?;
        debug_assert!(matches!(entry.event(), Event::Proposed(_)));
        Ok(ProposalReceipt::New(*entry.credential()))
    }
}

fn dangling(error: StoreError) -> ProposalError {
    match error.kind() {
        Some(FailureKind::MissingReference) => ProposalError::Dangling,
        _ => error.into(),
    }
}
