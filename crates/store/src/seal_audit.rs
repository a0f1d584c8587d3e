//! What the custodian of a seal needs: the log of every use of a key, and emergency stops.

use data_encoding::HEXLOWER;
use signet_record::{CredentialId, InstitutionId, Timestamp};
use signet_registry::{Digest, LogOwner, LogRecord};

use crate::cursor::{Cursor, PAGE_ROWS_MAX, Page};
use crate::engine::Pools;
use crate::error::StoreError;
use crate::log::append;
use crate::statement::{Row, commit, sql};

/// The handle of whoever answers for the keys: it sees no credential, only what was done with the seals.
#[derive(Clone)]
pub struct SealAudit {
    pub(crate) pools: Pools,
}

/// What a key was used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SealWork {
    /// The seal of a European Digital Credential.
    Credential,
    /// The seal of a PDF.
    Document,
    /// The seal of a status list.
    StatusList,
    /// The seal of a mandate, by which another body seals for this one.
    Mandate,
    /// A throw-away text, to see whether the key answers.
    Probe,
}

impl SealWork {
    /// Every kind.
    pub const ALL: [SealWork; 5] =
        [SealWork::Credential, SealWork::Document, SealWork::StatusList, SealWork::Mandate, SealWork::Probe];

    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            SealWork::Credential => "credential",
            SealWork::Document => "document",
            SealWork::StatusList => "status-list",
            SealWork::Mandate => "mandate",
            SealWork::Probe => "probe",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<SealWork> {
        SealWork::ALL.into_iter().find(|work| work.code() == code)
    }
}

/// One use of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealUse {
    /// When.
    pub at: Timestamp,
    /// SHA-256 of the seal certificate.
    pub certificate: Digest,
    /// For which institution; none for a probe.
    pub institution: Option<InstitutionId>,
    /// For which credential.
    pub credential: Option<CredentialId>,
    /// For what.
    pub work: SealWork,
    /// By which algorithm, as JOSE names it.
    pub algorithm: String,
    /// What the key signed: the algorithm's digest of the signing input, in lower-case hex.
    pub digest: String,
    /// `made`; of a service also `asked` (the request goes out now), `fetched` (it had come before, and was kept) and `lost`;
    /// or the code of what stood in the way.
    pub outcome: String,
}

/// The last word about a stop: of one seal, or of all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealStop {
    /// SHA-256 of the seal certificate; `None` is every seal.
    pub certificate: Option<Digest>,
    /// Whether it is stopped, or was let go on.
    pub stopped: bool,
    /// Since when.
    pub at: Timestamp,
    /// By whose account.
    pub by: String,
    /// Why.
    pub reason: String,
}

impl SealAudit {
    /// Adds a use to the log. `chance` makes its id. Nothing ever changes or removes one.
    pub async fn note(&self, used: &SealUse, chance: [u8; 16]) -> Result<(), StoreError> {
        let id = HEXLOWER.encode(&chance);
        let mut transaction = self.pools.begin().await?;
        sql!("seal_use_put")
            .bind(id.as_str())
            .bind_time(used.at)
            .bind_text(used.certificate)
            .bind(used.institution.as_ref().map(ToString::to_string))
            .bind(used.credential.as_ref().map(ToString::to_string))
            .bind(used.work.code())
            .bind(used.algorithm.as_str())
            .bind(used.digest.as_str())
            .bind(used.outcome.as_str())
            .run(&mut *transaction)
            .await?;
        let (owner, record) = used.record(&id);
        append(&mut transaction, self.pools.log_key.as_ref(), &owner, vec![record]).await?;
        commit(transaction).await
    }

    /// Uses from an instant on, oldest first; `after` is the place where the last page ended. At most 500.
    pub async fn uses(
        &self,
        since: Timestamp,
        after: Option<&Cursor>,
        limit: u32,
    ) -> Result<Page<SealUse>, StoreError> {
        let limit = limit.clamp(1, PAGE_ROWS_MAX);
        let (at, id) = match after.and_then(|cursor| Some((millisecond(cursor)?, cursor.id.as_str()))) {
            Some(place) => place,
            // Ids are never empty, so this lies before the first use of that instant.
            None => (since.as_millisecond(), ""),
        };
        let rows = sql!("seal_use_list").bind(at).bind(id).bind(i64::from(limit) + 1).rows(&self.pools.read).await?;
        let uses = rows.iter().map(|row| Ok((row.text("id")?, read(row)?))).collect::<Result<Vec<_>, StoreError>>()?;
        let page = Page::of(uses, limit, |(id, used)| Cursor {
            key: used.at.as_millisecond().to_be_bytes().to_vec(),
            id: id.clone(),
        });
        Ok(Page { rows: page.rows.into_iter().map(|(_, used)| used).collect(), next: page.next })
    }

    /// Stops a seal, or lets it go on. What was said before is kept.
    pub async fn put_stop(&self, stop: &SealStop) -> Result<(), StoreError> {
        let mut transaction = self.pools.begin().await?;
        let put = sql!("seal_stop_put")
            .bind_time(stop.at)
            .bind(certificate(stop.certificate))
            .bind(i64::from(stop.stopped))
            .bind(stop.by.as_str())
            .bind(stop.reason.as_str())
            .row(&mut *transaction)
            .await?
            .ok_or(StoreError::Inconsistent { statement: "seal_stop_put", column: "sequence" })?;
        let record = stop.record(put.number("sequence")?);
        append(&mut transaction, self.pools.log_key.as_ref(), &LogOwner::SERVICE, vec![record]).await?;
        commit(transaction).await
    }

    /// The last word about every seal that was ever stopped.
    pub async fn stops(&self) -> Result<Vec<SealStop>, StoreError> {
        let rows = sql!("seal_stop_list").rows(&self.pools.read).await?;
        rows.iter().map(stop).collect()
    }

    /// The stop that a seal stands under, if any: its own, or that of all.
    pub async fn stopped(&self, certificate: &Digest) -> Result<Option<SealStop>, StoreError> {
        let concerns = |stop: &SealStop| stop.certificate.is_none_or(|own| own == *certificate);
        Ok(self.stops().await?.into_iter().find(|stop| stop.stopped && concerns(stop)))
    }
}

impl SealUse {
    /// What the log says of it: the digest of the whole row, as a JSON array in the order of its columns.
    fn record(&self, id: &str) -> (LogOwner, LogRecord) {
        let row = serde_json::json!([
            id,
            self.at.as_millisecond(),
            self.certificate,
            self.institution,
            self.credential,
            self.work.code(),
            self.algorithm,
            self.digest,
            self.outcome
        ]);
        let owner = self.institution.as_ref().map_or(LogOwner::SERVICE, LogOwner::of);
        (owner, LogRecord::Use { id: id.to_owned(), digest: Digest::of(row.to_string().as_bytes()) })
    }
}

impl SealStop {
    fn record(&self, sequence: u64) -> LogRecord {
        let row = serde_json::json!([
            sequence,
            self.at.as_millisecond(),
            certificate(self.certificate),
            self.stopped,
            self.by,
            self.reason
        ]);
        LogRecord::Stop { sequence, digest: Digest::of(row.to_string().as_bytes()) }
    }
}

/// What the log says of a use that stands in a row.
pub(crate) fn use_record(row: &Row) -> Result<(LogOwner, LogRecord), StoreError> {
    Ok(read(row)?.record(&row.text("id")?))
}

/// What the log says of a stop that stands in a row.
pub(crate) fn stop_record(row: &Row) -> Result<LogRecord, StoreError> {
    Ok(stop(row)?.record(row.number("sequence")?))
}

fn certificate(of: Option<Digest>) -> String {
    of.map(|digest| digest.to_string()).unwrap_or_default()
}

fn millisecond(cursor: &Cursor) -> Option<i64> {
    Some(i64::from_be_bytes(cursor.key.as_slice().try_into().ok()?))
}

fn read(row: &Row) -> Result<SealUse, StoreError> {
    Ok(SealUse {
        at: row.time("happened")?,
        certificate: row.parse("certificate")?,
        institution: row.parse_if("institution")?,
        credential: row.parse_if("credential")?,
        work: row.code("work", SealWork::from_code)?,
        algorithm: row.text("algorithm")?,
        digest: row.text("digest")?,
        outcome: row.text("outcome")?,
    })
}

fn stop(row: &Row) -> Result<SealStop, StoreError> {
    let named = row.text("certificate")?;
    Ok(SealStop {
        certificate: if named.is_empty() { None } else { Some(row.parse("certificate")?) },
        stopped: row.flag("stopped")?,
        at: row.time("happened")?,
        by: row.text("by_account")?,
        reason: row.text("reason")?,
    })
}
