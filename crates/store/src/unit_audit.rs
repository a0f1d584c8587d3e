//! Going through the units of a register: is every ledger unbroken, do rows and log say what it says, is anything missing.

use signet_record::{Timestamp, UnitId};
use signet_registry::{Digest, EntryHash, LogEntry, LogRecord, UnitLedgerState};

use crate::error::StoreError;
use crate::fsck::{Inconsistency, unlike_logged};
use crate::ledger::HistoryError;
use crate::statement::sql;
use crate::tenant::Tenant;
use crate::unit_ledger::{StoredDraft, StoredVersion, UnitHistory, moved_at, review_by};

/// One unit, gone through.
#[derive(Debug)]
pub struct AuditedUnit {
    /// Which.
    pub unit: UnitId,
    /// Every artefact that its ledger names, each once.
    pub artefacts: Vec<Digest>,
    /// What is wrong.
    pub findings: Vec<Inconsistency>,
}

impl Tenant {
    /// Goes through all units that have a ledger, and those that the log knows and the register has no more.
    pub async fn audit_units(&self) -> Result<Vec<AuditedUnit>, StoreError> {
        let mut audited = Vec::new();
        for draft in self.unit_drafts().await? {
            audited.push(self.audit_unit(&draft).await?);
        }
        for row in sql!("log_units_gone").bind(self.institution.as_str()).rows(&self.pools.read).await? {
            let (unit, findings) = (row.parse("unit")?, vec![Inconsistency::Gone]);
            audited.push(AuditedUnit { unit, artefacts: Vec::new(), findings });
        }
        Ok(audited)
    }

    async fn audit_unit(&self, draft: &StoredDraft) -> Result<AuditedUnit, StoreError> {
        let unit = draft.unit.clone();
        let mut audited = AuditedUnit { unit: unit.clone(), artefacts: Vec::new(), findings: Vec::new() };
        let history = match self.unit_history(&unit).await {
            Err(HistoryError::Database(error)) => return Err(error),
            Err(error) => {
                audited.findings.push(Inconsistency::Ledger(error));
                None
            }
            Ok(None) => {
                audited.findings.push(Inconsistency::Empty);
                None
            }
            Ok(history) => history,
        };
        audited.findings.extend(self.audit_unit_log(&unit, history.as_ref()).await?);
        if let Some(UnitHistory { entries, state }) = history {
            let moved = moved_at(&entries);
            for digest in entries.iter().filter_map(|entry| entry.event().artefact()) {
                if !audited.artefacts.contains(&digest) {
                    audited.artefacts.push(digest);
                }
            }
            let versions = self.unit_versions(&unit).await?;
            audited
                .findings
                .extend(disagreements(draft, &versions, &state, moved).into_iter().map(Inconsistency::Disagrees));
        }
        Ok(audited)
    }

    /// The ledger's entries, held against the log. A ledger that cannot be read was told already.
    async fn audit_unit_log(
        &self,
        unit: &UnitId,
        history: Option<&UnitHistory>,
    ) -> Result<Vec<Inconsistency>, StoreError> {
        let rows = sql!("log_entry_of_unit").bind(self.institution.as_str()).bind(unit.as_str());
        let (mut findings, mut logged) = (Vec::new(), Vec::new());
        for row in rows.rows(&self.pools.read).await? {
            match LogEntry::read(&row.text("canonical")?).map(|entry| entry.record().clone()) {
                Err(why) => findings.push(Inconsistency::Log(why)),
                Ok(LogRecord::UnitEntry { sequence, hash, .. }) => logged.push((sequence, hash)),
                Ok(_) => {}
            }
        }
        if let Some(history) = history {
            let entries: Vec<(u32, EntryHash)> =
                history.entries.iter().map(|entry| (entry.sequence(), *entry.hash())).collect();
            findings.extend(unlike_logged(&entries, &logged));
        }
        Ok(findings)
    }
}

fn disagreements(
    row: &StoredDraft,
    versions: &[StoredVersion],
    state: &UnitLedgerState,
    moved: Option<Timestamp>,
) -> Vec<&'static str> {
    let draft = state.draft();
    let text = draft.and_then(|draft| draft.digest);
    let columns = [
        ("length", row.length == state.length()),
        ("head", row.head == *state.head()),
        ("changed", row.changed == state.changed()),
        ("standing", row.standing == state.phase().standing),
        ("since", Some(row.since) == moved),
        ("remarks", row.remarks == draft.and_then(|draft| draft.remarks)),
        ("review_by", row.review_by == review_by(state)),
        ("stage", row.stage == draft.map(|draft| draft.stage)),
        ("version", row.version == draft.map(|draft| draft.version)),
        ("revision", row.revision == draft.map_or(0, |draft| draft.revision)),
        (
            "document",
            match text {
                Some(text) => text == Digest::of(row.document.as_bytes()),
                None => row.document.is_empty(),
            },
        ),
        (
            "unit_version",
            versions.len() == state.approved().len()
                && versions.iter().zip(state.approved()).all(|(row, approved)| {
                    let approval = &approved.approval;
                    (row.version, row.digest, &row.framework)
                        == (approval.version, approval.digest, &approval.framework)
                        && (row.from, row.review_by, row.approved) == (approval.from, approval.review_by, approved.at)
                }),
        ),
    ];
    columns.into_iter().filter(|(_, agrees)| !agrees).map(|(column, _)| column).collect()
}
