//! Going through a whole register: is every ledger unbroken, does every row say what ledger and log say, is anything missing
//! or left over.
//!
//! The bytes themselves are read with [`Tenant::artefact`], which checks their digest, and judged by the public verifier.

use std::collections::{BTreeMap, BTreeSet};

use signet_record::{CredentialId, Timestamp};
use signet_registry::{
    Digest, EntryHash, Event, LedgerState, LogEntry, LogFault, LogRecord, SealedFile, Status, StatusIndex,
};

use crate::credential::StoredCredential;
use crate::cursor::{Cursor, Page};
use crate::error::StoreError;
use crate::ledger::{History, HistoryError};
use crate::share_row::terms;
use crate::statement::sql;
use crate::tenant::Tenant;

/// One credential, gone through.
#[derive(Debug)]
pub struct Audited {
    /// Which.
    pub credential: CredentialId,
    /// What its ledger adds up to, when it is unbroken.
    pub state: Option<LedgerState>,
    /// Every artefact that its ledger names, each once.
    pub artefacts: Vec<Digest>,
    /// What is wrong.
    pub findings: Vec<Inconsistency>,
}

/// Something wrong with the rows of a credential or of a unit.
#[derive(Debug, thiserror::Error)]
pub enum Inconsistency {
    /// Its row says something else than its ledger.
    #[error("the column `{0}` does not agree with the ledger")]
    Disagrees(&'static str),
    /// Its ledger is empty.
    #[error("the ledger is empty")]
    Empty,
    /// The log knows it, and the register has it no more.
    #[error("it was removed from the register")]
    Gone,
    /// Its ledger is broken.
    #[error(transparent)]
    Ledger(HistoryError),
    /// A log entry about it cannot be read.
    #[error("a log entry about it cannot be read: {0}")]
    Log(LogFault),
    /// The row of its record says another root or statement than the ledger, or is gone.
    #[error("the record is not the one in the ledger")]
    Record,
    /// The log knows an entry that its ledger has no more.
    #[error("entry {0} was removed from the ledger")]
    Removed(u32),
    /// The log knows another entry at this place of its ledger.
    #[error("entry {0} of the ledger is another one than was logged")]
    Rewritten(u32),
    /// A share was removed, or says something else than was logged.
    #[error("a share was removed or altered")]
    ShareLost,
    /// A share stands that was never logged, or says something else than was logged.
    #[error("a share was added or altered")]
    ShareUnknown,
    /// Its place in the status lists is not the one that its sealed files name.
    #[error("the place in the status list is not the one in the ledger")]
    StatusPlace,
    /// Its ledger has an entry that was never logged.
    #[error("entry {0} of the ledger was never logged")]
    Unlogged(u32),
}

/// A status list whose count of places is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("status list {list} counts {counted} places and has {taken}")]
pub struct Miscounted {
    /// Which list.
    pub list: u32,
    /// By its own row; none when it has no row.
    pub counted: u64,
    /// How many credentials have a place in it.
    pub taken: u64,
}

impl Tenant {
    /// Goes through the register, a page at a time, by id.
    pub async fn audit(&self, after: Option<&Cursor>, limit: u32) -> Result<Page<Audited>, StoreError> {
        let page = self.credential_ids(after, limit).await?;
        let mut rows = Vec::with_capacity(page.rows.len());
        for id in page.rows {
            rows.push(self.audit_one(id).await?);
        }
        Ok(Page { rows, next: page.next })
    }

    /// Credentials that the log knows and the register has no more, a page at a time, by id. Some hundred entries of the log
    /// are read at once; a page comes as soon as one of them is about a credential that is gone.
    pub async fn gone(&self, after: Option<&Cursor>) -> Result<Page<Audited>, StoreError> {
        let mut place = after.map(|cursor| cursor.id.clone()).unwrap_or_default();
        loop {
            let read = sql!("log_gone").bind(self.institution.as_str()).bind(place).rows(&self.pools.read).await?;
            let Some(last) = read.last() else { return Ok(Page { rows: Vec::new(), next: None }) };
            place = last.text("credential")?;
            let mut rows = Vec::new();
            for row in &read {
                if row.flag("gone")? {
                    let (credential, findings) = (row.parse("credential")?, vec![Inconsistency::Gone]);
                    rows.push(Audited { credential, state: None, artefacts: Vec::new(), findings });
                }
            }
            if !rows.is_empty() {
                return Ok(Page { rows, next: Some(Cursor { key: Vec::new(), id: place }) });
            }
        }
    }

    async fn audit_one(&self, id: CredentialId) -> Result<Audited, StoreError> {
        let mut audited = Audited { credential: id, state: None, artefacts: Vec::new(), findings: Vec::new() };
        let mut history = None;
        match self.history(&id).await {
            Err(HistoryError::Database(error)) => return Err(error),
            Err(error) => audited.findings.push(Inconsistency::Ledger(error)),
            Ok(None) => audited.findings.push(Inconsistency::Empty),
            Ok(Some(read)) => {
                for digest in read.entries.iter().map(|entry| entry.event()).flat_map(Event::artefacts) {
                    if !audited.artefacts.contains(&digest) {
                        audited.artefacts.push(digest);
                    }
                }
                if let Some(row) = self.credential(&id).await? {
                    let columns = disagreements(&row, &self.sealed_files(&id).await?, &read.state);
                    audited.findings.extend(columns.into_iter().map(Inconsistency::Disagrees));
                }
                audited.findings.extend(self.audit_chain(&read.state).await?);
                if !self.record_agrees(&read.state).await? {
                    audited.findings.push(Inconsistency::Record);
                }
                history = Some(read);
            }
        }
        audited.findings.extend(self.audit_logged(&id, history.as_ref()).await?);
        audited.state = history.map(|history| history.state);
        Ok(audited)
    }

    /// Length, head and place in the status lists, held against the ledger.
    async fn audit_chain(&self, state: &LedgerState) -> Result<Vec<Inconsistency>, StoreError> {
        let mut findings = Vec::new();
        let (institution, credential) = (self.institution.as_str(), state.credential().to_string());
        let row = sql!("credential_chain").bind(institution).bind(credential.clone()).row(&self.pools.read).await?;
        if let Some(row) = row {
            if row.number::<u32>("length")? != state.length() {
                findings.push(Inconsistency::Disagrees("length"));
            }
            if row.text("head")? != state.head().to_string() {
                findings.push(Inconsistency::Disagrees("head"));
            }
        }
        if let Some(intended) = state.intended() {
            let row = sql!("status_place_get").bind(institution).bind(credential).row(&self.pools.read).await?;
            let place = match row {
                Some(row) => Some((row.number::<u32>("list")?, row.number::<u32>("place")?)),
                None => None,
            };
            if place != Some((intended.status.list, intended.status.index.get())) {
                findings.push(Inconsistency::StatusPlace);
            }
        }
        let entry = sql!("status_entry_get").bind(institution).bind(state.credential().to_string());
        if let Some(row) = entry.row(&self.pools.read).await? {
            // Against the row, which is held against the ledger: so each is told once.
            let listed = row.text_if("listed")?.unwrap_or_else(|| Status::Valid.code().to_owned());
            if listed != row.text("status")? {
                findings.push(Inconsistency::Disagrees("status_entry"));
            }
        }
        Ok(findings)
    }

    /// The ledger's entries and the shares, held against the log. A ledger that cannot be read was told already.
    async fn audit_logged(
        &self,
        id: &CredentialId,
        history: Option<&History>,
    ) -> Result<Vec<Inconsistency>, StoreError> {
        let (institution, credential) = (self.institution.as_str(), id.to_string());
        let rows =
            sql!("log_entry_of_credential").bind(institution).bind(credential.clone()).rows(&self.pools.read).await?;
        let mut findings = Vec::new();
        let mut logged = Vec::new();
        let mut shares = BTreeSet::new();
        for row in &rows {
            match LogEntry::read(&row.text("canonical")?).map(|entry| entry.record().clone()) {
                Err(why) => findings.push(Inconsistency::Log(why)),
                Ok(LogRecord::Entry { sequence, hash, .. }) => logged.push((sequence, hash)),
                Ok(LogRecord::Share { terms, replaces, .. }) => {
                    if let Some(replaced) = replaces {
                        shares.remove(&replaced);
                    }
                    shares.extend(terms);
                }
                Ok(
                    LogRecord::Grant { .. }
                    | LogRecord::UnitEntry { .. }
                    | LogRecord::Stop { .. }
                    | LogRecord::Use { .. },
                ) => {}
            }
        }
        if let Some(history) = history {
            let entries: Vec<(u32, EntryHash)> =
                history.entries.iter().map(|entry| (entry.sequence(), *entry.hash())).collect();
            findings.extend(unlike_logged(&entries, &logged));
        }
        for row in sql!("share_terms_of").bind(institution).bind(credential).rows(&self.pools.read).await? {
            if !terms(&row).is_ok_and(|terms| shares.remove(&terms)) {
                findings.push(Inconsistency::ShareUnknown);
            }
        }
        findings.extend(shares.iter().map(|_| Inconsistency::ShareLost));
        Ok(findings)
    }

    /// Status lists that count other places than there are.
    pub async fn audit_status(&self) -> Result<Vec<Miscounted>, StoreError> {
        let institution = self.institution.as_str();
        let mut lists = std::collections::BTreeMap::new();
        for row in sql!("status_list_counts").bind(institution).rows(&self.pools.read).await? {
            lists.insert(row.number::<u32>("list")?, (row.number::<u64>("used")?, 0));
        }
        for row in sql!("status_place_counts").bind(institution).rows(&self.pools.read).await? {
            lists.entry(row.number::<u32>("list")?).or_insert((0, 0)).1 = row.number::<u64>("places")?;
        }
        let miscounted = |(list, (counted, taken))| Miscounted { list, counted, taken };
        Ok(lists.into_iter().map(miscounted).filter(|one| one.counted != one.taken).collect())
    }

    /// The credential at a place of a status list.
    pub async fn credential_at(&self, list: u32, place: StatusIndex) -> Result<Option<CredentialId>, StoreError> {
        let row = sql!("status_place_credential")
            .bind(self.institution.as_str())
            .bind(i64::from(list))
            .bind(i64::from(place.get()))
            .row(&self.pools.read)
            .await?;
        row.map(|row| row.parse("credential")).transpose()
    }

    /// Artefacts put before `before` that no ledger and no batch names: left by a worker that died between artefact and
    /// event. Harmless; a sweep takes them away when nobody can come back for them. All artefacts are gone through, in many short
    /// statements.
    pub async fn orphans(&self, before: Timestamp) -> Result<Vec<Digest>, StoreError> {
        let mut orphans = Vec::new();
        let mut place = String::new();
        loop {
            let page = sql!("artefact_page")
                .bind(self.institution.as_str())
                .bind(place)
                .bind_time(before)
                .rows(&self.pools.read)
                .await?;
            let Some(last) = page.last() else { return Ok(orphans) };
            place = last.text("digest")?;
            for row in &page {
                if row.flag("orphan")? {
                    orphans.push(row.parse("digest")?);
                }
            }
        }
    }
}

/// Where the entries of a ledger and what was logged of it differ.
pub(crate) fn unlike_logged(entries: &[(u32, EntryHash)], logged: &[(u32, EntryHash)]) -> Vec<Inconsistency> {
    let mut findings = Vec::new();
    let mut logged = logged.iter();
    for entry in entries {
        match logged.next() {
            None => findings.push(Inconsistency::Unlogged(entry.0)),
            Some(one) if one != entry => findings.push(Inconsistency::Rewritten(entry.0)),
            Some(_) => {}
        }
    }
    findings.extend(logged.map(|(sequence, _)| Inconsistency::Removed(*sequence)));
    findings
}

fn disagreements(
    row: &StoredCredential,
    files: &BTreeMap<SealedFile, Digest>,
    state: &LedgerState,
) -> Vec<&'static str> {
    let file = |kind| files.get(&kind) == state.artefacts().and_then(|artefacts| artefacts.file(kind));
    let columns = [
        ("award", row.award == *state.award()),
        ("stage", row.stage == state.stage()),
        ("status", row.status == state.status()),
        ("waiting", row.waiting == state.awaits_seal()),
        ("supersedes", row.supersedes == state.supersedes()),
        ("superseded", row.superseded == state.superseded().map(|(_, by)| by)),
    ];
    let files = SealedFile::ALL.map(|kind| (kind.code(), file(kind)));
    columns.into_iter().chain(files).filter(|(_, agrees)| !agrees).map(|(column, _)| column).collect()
}
