//! Ledgers: reading them whole, and making them longer by one entry.

use signet_record::CredentialId;
use signet_registry::{
    Broken, ChainFault, Digest, Entry, EntryHash, Erased, Event, FoldedLedger, LedgerEntry, LedgerState, LogRecord,
    Refused, Scope, UnreadableEntry, verify_chain,
};
use sqlx::{Any, Transaction};

use crate::credential::put_state;
use crate::error::{FailureKind, StoreError};
use crate::file::put_files;
use crate::notice::NewNotice;
use crate::protection::Protected;
use crate::record;
use crate::statement::{Row, commit, sql};
use crate::tenant::Tenant;

/// A credential's whole ledger, proven unbroken.
#[derive(Clone, Debug)]
pub struct History {
    /// Every entry, in order.
    pub entries: Vec<Entry>,
    /// What they add up to.
    pub state: LedgerState,
}

/// Why a ledger could not be read.
#[derive(Debug, thiserror::Error)]
pub enum HistoryError {
    /// The entries do not follow one another.
    #[error(transparent)]
    Broken(#[from] Broken),
    /// The rows could not be read.
    #[error(transparent)]
    Database(#[from] StoreError),
    /// A row's hash column does not fit its entry.
    #[error("entry {at} is not the one that was written")]
    AnotherEntry {
        /// Which one, from 1.
        at: u32,
    },
    /// A row holds no canonical entry.
    #[error("entry {at} is not in canonical form: {cause}")]
    Unreadable {
        /// Which one, from 1.
        at: u32,
        /// What is wrong with it.
        #[source]
        cause: UnreadableEntry,
    },
}

/// Why an entry could not be appended. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum AppendError {
    /// The entry is of another institution.
    #[error("the entry belongs to another institution")]
    AnotherInstitution,
    /// The rows could not be written.
    #[error(transparent)]
    Database(#[from] StoreError),
    /// The ledger as it stands cannot be read.
    #[error(transparent)]
    History(HistoryError),
    /// An artefact that the entry names is not kept.
    #[error("artefact {0} is not kept")]
    Missing(Digest),
    /// Somebody else appended first: read the ledger again and decide anew.
    #[error("the ledger has grown in the meantime")]
    Overtaken,
    /// The entry may not come next.
    #[error(transparent)]
    Refused(Refused),
    /// There is no such credential.
    #[error("there is no credential {0}")]
    Unknown(CredentialId),
}

impl From<HistoryError> for AppendError {
    fn from(error: HistoryError) -> Self {
        match error {
            HistoryError::Database(error) => AppendError::Database(error),
            other => AppendError::History(other),
        }
    }
}

impl Tenant {
    /// A credential's ledger; `None` when there is no such credential.
    pub async fn history(&self, credential: &CredentialId) -> Result<Option<History>, HistoryError> {
        let rows =
            sql!("event_list").bind(self.institution.as_str()).bind_text(credential).rows(&self.pools.read).await?;
        history(&rows)
    }

    /// Makes a ledger longer by one entry, and writes down what it now adds up to.
    ///
    /// The entry was made from a state that may be old by now. It is taken only if it carries the hash of the ledger's last
    /// entry, if the transition is legal, and if every artefact it names is kept; of two workers who append at once, one is
    /// [`AppendError::Overtaken`].
    pub async fn append(&self, entry: &Entry) -> Result<LedgerState, AppendError> {
        self.append_telling(entry, None).await
    }

    /// The same, with a letter that tells it: both are written, or neither.
    ///
    /// # Errors
    /// As [`Tenant::append`].
    pub async fn append_telling(&self, entry: &Entry, notice: Option<&NewNotice>) -> Result<LedgerState, AppendError> {
        let mut transaction = self.pools.begin().await?;
        let (state, records) = self.append_in(&mut transaction, entry, None).await?;
        if let Some(notice) = notice {
            self.put_notice_in(&mut transaction, notice).await?;
        }
        self.log_records(&mut transaction, records).await?;
        commit(transaction).await?;
        if matches!(entry.event(), Event::Erased(Erased { scope: Scope::Artefacts })) {
            self.delete_erased(entry.credential()).await?;
        }
        Ok(state)
    }

    /// The same inside a transaction; the records have still to be logged at its end. `protected`: until when the files that the entry names
    /// prove anything, where that is known.
    pub(crate) async fn append_in(
        &self,
        transaction: &mut Transaction<'static, Any>,
        entry: &Entry,
        protected: Option<Protected>,
    ) -> Result<(LedgerState, Vec<LogRecord>), AppendError> {
        if *entry.institution() != self.institution {
            return Err(AppendError::AnotherInstitution);
        }
        let history = self.history_in(transaction, entry.credential()).await?;
        let history = history.ok_or(AppendError::Unknown(*entry.credential()))?;
        let state = match history.state.after(entry) {
            Ok(state) => state,
            Err(Refused::Chain(ChainFault::Unchained | ChainFault::Unnumbered)) => return Err(AppendError::Overtaken),
            Err(refused) => return Err(AppendError::Refused(refused)),
        };
        self.require_artefacts(transaction, entry).await?;
        put_entry(transaction, entry).await.map_err(overtaken)?;
        put_files(transaction, entry).await?;
        put_state(transaction, &state, entry, protected).await?;
        if matches!(entry.event(), Event::Sealed(_)) {
            record::put_sealed(transaction, &state).await?;
        }
        if !state.awaits_seal() {
            sql!("signature_clear")
                .bind(self.institution.as_str())
                .bind_text(entry.credential())
                .run(&mut **transaction)
                .await?;
        }
        let mut records = vec![LogRecord::of(entry)];
        if let Event::Erased(erased) = entry.event() {
            records.extend(self.erase(transaction, entry, erased).await?);
        }
        Ok((state, records))
    }

    /// A credential's ledger as a transaction sees it.
    pub(crate) async fn history_in(
        &self,
        transaction: &mut Transaction<'static, Any>,
        credential: &CredentialId,
    ) -> Result<Option<History>, HistoryError> {
        let rows =
            sql!("event_list").bind(self.institution.as_str()).bind_text(credential).rows(&mut **transaction).await?;
        history(&rows)
    }

    async fn require_artefacts(
        &self,
        transaction: &mut Transaction<'static, Any>,
        entry: &Entry,
    ) -> Result<(), AppendError> {
        for digest in entry.event().artefacts() {
            if !self.has_artefact(transaction, &digest).await? {
                return Err(AppendError::Missing(digest));
            }
        }
        Ok(())
    }

    /// Whether an artefact is kept, as a transaction sees it.
    pub(crate) async fn has_artefact(
        &self,
        transaction: &mut Transaction<'static, Any>,
        digest: &Digest,
    ) -> Result<bool, StoreError> {
        let kept =
            sql!("artefact_get").bind(self.institution.as_str()).bind_text(digest).row(&mut **transaction).await?;
        Ok(match kept {
            Some(row) => row.time_if("erased")?.is_none(),
            None => false,
        })
    }

    /// What an erasure takes away beside the ledger: shares with their looks, and on demand the bytes.
    async fn erase(
        &self,
        transaction: &mut Transaction<'static, Any>,
        entry: &Entry,
        erased: &Erased,
    ) -> Result<Vec<LogRecord>, StoreError> {
        let ended = self.erase_beside(transaction, entry.credential()).await?;
        if erased.scope == Scope::Artefacts {
            sql!("artefact_erase")
                .bind(self.institution.as_str())
                .bind_text(entry.credential())
                .bind_time(entry.at())
                .run(&mut **transaction)
                .await?;
        }
        Ok(ended)
    }

    /// Deletes the bytes of artefacts whose rows say erased. Run again by `fsck`, should it have been cut short.
    pub async fn delete_erased(&self, credential: &CredentialId) -> Result<(), StoreError> {
        let rows = sql!("artefact_erased")
            .bind(self.institution.as_str())
            .bind_text(credential)
            .rows(&self.pools.read)
            .await?;
        for row in rows {
            let digest: Digest = row.parse("digest")?;
            if let Err(error) = self.objects.delete(&self.institution, &digest).await {
                return Err(StoreError::bytes("artefact_erased", &error));
            }
        }
        Ok(())
    }
}

fn history(rows: &[Row]) -> Result<Option<History>, HistoryError> {
    Ok(folded(rows)?.map(|(entries, state)| History { entries, state }))
}

/// The entries of a ledger, and what they add up to.
type Folded<S> = (Vec<LedgerEntry<S>>, <S as FoldedLedger>::State);

/// Reads and folds the rows of one ledger; `None` without rows.
pub(crate) fn folded<S: FoldedLedger>(rows: &[Row]) -> Result<Option<Folded<S>>, HistoryError> {
    if rows.is_empty() {
        return Ok(None);
    }
    let mut entries = Vec::with_capacity(rows.len());
    for (row, at) in rows.iter().zip(1_u32..) {
        let canonical = row.text("canonical")?;
        let entry = LedgerEntry::read(&canonical).map_err(|cause| HistoryError::Unreadable { at, cause })?;
        if row.parse::<EntryHash>("hash")? != *entry.hash() {
            return Err(HistoryError::AnotherEntry { at });
        }
        entries.push(entry);
    }
    let state = verify_chain(&entries)?;
    Ok(Some((entries, state)))
}

/// Writes an entry's row and the rows that tie it to its artefacts.
pub(crate) async fn put_entry(transaction: &mut Transaction<'static, Any>, entry: &Entry) -> Result<(), StoreError> {
    sql!("event_put")
        .bind(entry.institution().as_str())
        .bind_text(entry.credential())
        .bind(i64::from(entry.sequence()))
        .bind(entry.event().name())
        .bind_time(entry.at())
        .bind_text(entry.hash())
        .bind(entry.canonical())
        .run(&mut **transaction)
        .await?;
    for digest in entry.event().artefacts() {
        sql!("event_artefact_put")
            .bind(entry.institution().as_str())
            .bind_text(entry.credential())
            .bind(i64::from(entry.sequence()))
            .bind_text(digest)
            .run(&mut **transaction)
            .await?;
    }
    Ok(())
}

fn overtaken(error: StoreError) -> AppendError {
    match error.kind() {
        Some(FailureKind::Taken) => AppendError::Overtaken,
        _ => error.into(),
    }
}
