//! What waits for its seal, and who is working on it. The ledger is the queue: a row waits while its ledger says so.

use signet_record::{CredentialId, InstitutionId, Timestamp};

use crate::engine::{Engine, Pools};
use crate::error::StoreError;
use crate::statement::sql;

/// A worker's name, unique among all processes that run at once.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct WorkerId(String);

/// A text that is no worker's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a worker's name is 1 to 64 characters of a-z A-Z 0-9 . _ : -")]
pub struct NotAWorkerId;

impl WorkerId {
    /// A name of 1 to 64 characters of `a-z A-Z 0-9 . _ : -`.
    pub fn new(name: &str) -> Result<WorkerId, NotAWorkerId> {
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | ':' | '-');
        if name.is_empty() || name.len() > 64 || !name.chars().all(fits) {
            return Err(NotAWorkerId);
        }
        Ok(WorkerId(name.to_owned()))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// One credential that this worker, and no other, may seal until the lease ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// In whose register.
    pub institution: InstitutionId,
    /// What to seal.
    pub credential: CredentialId,
}

/// The queue of all institutions, or of one.
#[derive(Clone)]
pub struct Queue {
    pub(crate) pools: Pools,
    pub(crate) institution: Option<InstitutionId>,
}

/// Most credentials claimed at once.
const CLAIMS_MAX: u32 = 100;

/// How often to look again when other workers are just claiming what is free.
const ATTEMPTS_MAX: u32 = 5;

impl Queue {
    fn scope(&self) -> &str {
        self.institution.as_ref().map_or("", InstitutionId::as_str)
    }

    /// Claims up to `limit` (at most 100) credentials until the instant `until`: the oldest proposals of those that nobody had
    /// yet, and of those that were put off or left behind the ones that have waited longest since.
    ///
    /// A lease only saves work: should it run out while its worker lives, the ledger still takes one seal and no second.
    pub async fn claim(
        &self,
        worker: &WorkerId,
        now: Timestamp,
        until: Timestamp,
        limit: u32,
    ) -> Result<Vec<Claim>, StoreError> {
        for _ in 0..ATTEMPTS_MAX {
            let statement = match self.pools.engine {
                Engine::Postgres => sql!("queue_claim.postgres"),
                Engine::Sqlite => sql!("queue_claim"),
            };
            let rows = statement
                .bind(worker.as_str())
                .bind_time(until)
                .bind_time(now)
                .bind(self.scope())
                .bind(i64::from(limit.clamp(1, CLAIMS_MAX)))
                .rows(self.pools.write())
                .await?;
            if !rows.is_empty() || self.free(now).await? == 0 {
                let claim = |row: &crate::statement::Row| {
                    Ok(Claim { institution: row.parse("institution")?, credential: row.parse("id")? })
                };
                return rows.iter().map(claim).collect();
            }
        }
        Ok(Vec::new())
    }

    /// Keeps a claim until a later instant; `false` when it is no longer this worker's.
    pub async fn extend(&self, worker: &WorkerId, claim: &Claim, until: Timestamp) -> Result<bool, StoreError> {
        self.lease(worker, claim, worker.as_str(), Some(until), None).await
    }

    /// Gives a claim back: another worker may take it at once.
    pub async fn release(&self, worker: &WorkerId, claim: &Claim) -> Result<bool, StoreError> {
        self.lease(worker, claim, "", None, None).await
    }

    /// Puts a credential off until a later instant, with a short code of what stood in the way.
    pub async fn postpone(
        &self,
        worker: &WorkerId,
        claim: &Claim,
        until: Timestamp,
        trouble: &str,
    ) -> Result<bool, StoreError> {
        self.lease(worker, claim, "", Some(until), Some(trouble)).await
    }

    async fn lease(
        &self,
        worker: &WorkerId,
        claim: &Claim,
        owner: &str,
        until: Option<Timestamp>,
        trouble: Option<&str>,
    ) -> Result<bool, StoreError> {
        let changed = sql!("queue_lease")
            .bind(claim.institution.as_str())
            .bind_text(claim.credential)
            .bind(worker.as_str())
            .bind(owner)
            .bind(until.map_or(0, |until| until.as_millisecond()))
            .bind(trouble)
            .run(self.pools.write())
            .await?;
        Ok(changed == 1)
    }

    /// Frees whatever a worker of this name held: called at a start, when the name's last bearer is surely dead.
    pub async fn free_all(&self, worker: &WorkerId) -> Result<u64, StoreError> {
        sql!("queue_free_all").bind(worker.as_str()).bind(self.scope()).run(self.pools.write()).await
    }

    /// Lets what was put off be claimed at once: called when somebody may have mended what stood in the way.
    pub async fn retry_all(&self) -> Result<u64, StoreError> {
        sql!("queue_retry_all").bind(self.scope()).run(self.pools.write()).await
    }

    /// How many credentials wait for their seal, claimed or not.
    pub async fn waiting(&self) -> Result<u64, StoreError> {
        self.count(None).await
    }

    /// How many could be claimed now.
    pub async fn free(&self, now: Timestamp) -> Result<u64, StoreError> {
        self.count(Some(now)).await
    }

    /// How many credentials wait, by the code of what stood in the way of each; an empty code is none yet.
    pub async fn troubles(&self) -> Result<Vec<(String, u64)>, StoreError> {
        let rows = sql!("queue_troubles").bind(self.scope()).rows(&self.pools.read).await?;
        rows.iter().map(|row| Ok((row.text("why")?, row.number("many")?))).collect()
    }

    async fn count(&self, free_at: Option<Timestamp>) -> Result<u64, StoreError> {
        let row = sql!("queue_count")
            .bind(self.scope())
            .bind(free_at.map_or(i64::MAX, |now| now.as_millisecond()))
            .row(&self.pools.read)
            .await?;
        row.map_or(Ok(0), |row| row.number("many"))
    }
}
