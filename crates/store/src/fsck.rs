//! Going through a whole register: is every ledger unbroken, does every row say what its ledger says, is anything left over.
//!
//! The bytes themselves are read with [`Tenant::artefact`], which checks their digest, and judged by the public verifier.

use signet_record::{CredentialId, Timestamp};
use signet_registry::{Digest, Event, State};

use crate::credential::Credential;
use crate::cursor::{Cursor, Page};
use crate::error::StoreError;
use crate::ledger::HistoryError;
use crate::statement::sql;
use crate::store::Tenant;

/// One credential, gone through.
#[derive(Debug)]
pub struct Audited {
    /// Which.
    pub credential: CredentialId,
    /// What its ledger adds up to, when it is unbroken.
    pub state: Option<State>,
    /// Every artefact that its ledger names, each once.
    pub artefacts: Vec<Digest>,
    /// What is wrong.
    pub findings: Vec<Finding>,
}

/// Something wrong with a credential's rows.
#[derive(Debug, thiserror::Error)]
pub enum Finding {
    /// Its row says something else than its ledger.
    #[error("the column `{0}` does not agree with the ledger")]
    Disagrees(&'static str),
    /// Its ledger is empty.
    #[error("the ledger is empty")]
    Empty,
    /// Its ledger is broken.
    #[error(transparent)]
    Ledger(HistoryError),
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

    async fn audit_one(&self, id: CredentialId) -> Result<Audited, StoreError> {
        let mut audited = Audited { credential: id, state: None, artefacts: Vec::new(), findings: Vec::new() };
        match self.history(&id).await {
            Err(HistoryError::Database(error)) => return Err(error),
            Err(error) => audited.findings.push(Finding::Ledger(error)),
            Ok(None) => audited.findings.push(Finding::Empty),
            Ok(Some(history)) => {
                for digest in history.entries.iter().map(|entry| entry.event()).flat_map(Event::artefacts) {
                    if !audited.artefacts.contains(&digest) {
                        audited.artefacts.push(digest);
                    }
                }
                if let Some(row) = self.credential(&id).await? {
                    let columns = disagreements(&row, &history.state);
                    audited.findings.extend(columns.into_iter().map(Finding::Disagrees));
                }
                audited.state = Some(history.state);
            }
        }
        Ok(audited)
    }

    /// Artefacts put before `before` that no ledger and no batch names: left by a worker that died between artefact and
    /// event. Harmless.
    pub async fn orphans(&self, before: Timestamp) -> Result<Vec<Digest>, StoreError> {
        let rows =
            sql!("artefact_orphans").bind(self.institution.as_str()).bind_time(before).rows(&self.pools.read).await?;
        rows.iter().map(|row| row.parse("digest")).collect()
    }
}

fn disagreements(row: &Credential, state: &State) -> Vec<&'static str> {
    let artefacts = state.artefacts();
    let columns = [
        ("award", row.award == *state.award()),
        ("stage", row.stage == state.stage()),
        ("status", row.status == state.status()),
        ("waiting", row.waiting == state.awaits_seal()),
        ("jsonld", row.jsonld == artefacts.map(|artefacts| artefacts.jsonld)),
        ("pdf", row.pdf == artefacts.map(|artefacts| artefacts.pdf)),
        ("supersedes", row.supersedes == state.supersedes()),
        ("superseded", row.superseded == state.superseded().map(|(_, by)| by)),
    ];
    columns.into_iter().filter(|(_, agrees)| !agrees).map(|(column, _)| column).collect()
}
