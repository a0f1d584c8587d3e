//! Ledgers of units: reading them whole, and making them longer, with the text of the draft and the approved versions beside them.

use signet_record::{Bilingual, Date, Language, Line, PersonId, Timestamp, UnitId};
use signet_registry::{
    Digest, DraftStage, EntryHash, LogRecord, UnitApproval, UnitEntry, UnitEvent, UnitLedger, UnitLedgerState,
    UnitRefused, UnitStanding,
};
use sqlx::{Any, Transaction};

use crate::account_letter::{NewAccountLetter, put_letters};
use crate::artefact::WrittenArtefacts;
use crate::error::{FailureKind, StoreError};
use crate::ledger::{HistoryError, folded};
use crate::statement::{Row, Statement, commit, sql};
use crate::tenant::Tenant;
use crate::unit::bind_faculty;

/// A unit's whole ledger, proven unbroken.
#[derive(Clone, Debug)]
pub struct UnitHistory {
    /// Every entry, in order.
    pub entries: Vec<UnitEntry>,
    /// What they add up to.
    pub state: UnitLedgerState,
}

/// What the register keeps of a unit beside its ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredDraft {
    /// Which unit.
    pub unit: UnitId,
    /// Who answers for it.
    pub guarantor: Option<PersonId>,
    /// How many entries its ledger has.
    pub length: u32,
    /// Hash of the last entry.
    pub head: EntryHash,
    /// What is approved.
    pub standing: UnitStanding,
    /// How far the open draft has come.
    pub stage: Option<DraftStage>,
    /// Which version the open draft is to become.
    pub version: Option<u32>,
    /// How often the open draft was saved.
    pub revision: u32,
    /// The canonical text of the open draft; empty when nothing is saved.
    pub document: String,
    /// When the ledger began.
    pub began: Timestamp,
    /// When it grew last.
    pub changed: Timestamp,
    /// Since when the open draft stands where it stands; saving moves it nowhere.
    pub since: Timestamp,
    /// The remarks that its authors have to answer.
    pub remarks: Option<Digest>,
    /// The day by which the newest approved version has to be looked at again; none of a unit that is retired.
    pub review_by: Option<Date>,
}

/// An approved version, for lists and for issuing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredVersion {
    /// Which version.
    pub version: u32,
    /// Its text.
    pub digest: Digest,
    /// The common framework it was checked against.
    pub framework: Line,
    /// First day it may be issued from.
    pub from: Date,
    /// Last day before it has to be looked at again.
    pub review_by: Date,
    /// Last day of its quality assurance.
    pub quality_until: Option<Date>,
    /// When it was approved.
    pub approved: Timestamp,
}

/// What an approval puts beside the ledger: the version that credentials are issued from.
#[derive(Clone, Copy, Debug)]
pub struct ApprovedText<'a> {
    /// Its title, for lists.
    pub title: &'a Bilingual,
    /// The whole unit as credentials take it (JSON).
    pub document: &'a str,
    /// Last day of its quality assurance.
    pub quality_until: Option<Date>,
}

/// What makes a unit's ledger longer, all of it or nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct UnitAppend<'a> {
    /// Entries, in order; the first one may begin the ledger.
    pub entries: &'a [UnitEntry],
    /// The text of the draft, when one of the entries saves it.
    pub document: Option<&'a str>,
    /// Artefacts that the entries name, when their bytes are on the disk and they have no rows yet.
    pub written: Option<&'a WrittenArtefacts>,
    /// The version, when one of the entries approves it.
    pub approved: Option<ApprovedText<'a>>,
    /// Who answers for the unit, when the ledger begins.
    pub guarantor: Option<&'a PersonId>,
    /// The letters that tell of it.
    pub letters: &'a [NewAccountLetter],
}

/// Why a unit's ledger could not be made longer. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum AppendUnitError {
    /// An entry is of another institution, or of another unit than the first one.
    #[error("the entry belongs to another institution or unit")]
    AnotherLedger,
    /// The text is not the one that the entries name.
    #[error("the text is not the one that the ledger names")]
    AnotherText,
    /// The rows could not be written.
    #[error(transparent)]
    Database(#[from] StoreError),
    /// The ledger as it stands cannot be read.
    #[error(transparent)]
    History(HistoryError),
    /// An artefact that an entry names is not kept.
    #[error("artefact {0} is not kept")]
    Missing(Digest),
    /// Somebody else wrote first: read the ledger again and decide anew.
    #[error("the ledger has grown in the meantime")]
    Overtaken,
    /// An entry may not come next.
    #[error(transparent)]
    Refused(#[from] UnitRefused),
    /// There is no ledger of such a unit.
    #[error("unit `{0}` has no ledger")]
    Unknown(UnitId),
    /// The version stands in the register with another text.
    #[error("version {version} of unit `{unit}` is kept with another text")]
    Versioned {
        /// Which unit.
        unit: UnitId,
        /// Which version.
        version: u32,
    },
}

impl From<HistoryError> for AppendUnitError {
    fn from(error: HistoryError) -> Self {
        match error {
            HistoryError::Database(error) => AppendUnitError::Database(error),
            other => AppendUnitError::History(other),
        }
    }
}

impl StoredDraft {
    fn read(row: &Row) -> Result<StoredDraft, StoreError> {
        Ok(StoredDraft {
            unit: row.parse("unit")?,
            guarantor: row.parse_if("guarantor")?,
            length: row.number("length")?,
            head: row.parse("head")?,
            standing: row.code("standing", UnitStanding::from_code)?,
            stage: row.code_if("stage", DraftStage::from_code)?,
            version: row.number_if("version")?,
            revision: row.number("revision")?,
            document: row.text("document")?,
            began: row.time("began")?,
            changed: row.time("changed")?,
            since: row.time("since")?,
            remarks: row.parse_if("remarks")?,
            review_by: row.parse_if("review_by")?,
        })
    }
}

impl StoredVersion {
    fn read(row: &Row) -> Result<StoredVersion, StoreError> {
        Ok(StoredVersion {
            version: row.number("version")?,
            digest: row.parse("digest")?,
            framework: row.code("framework", |text| Line::new(text).ok())?,
            from: row.parse("valid_from")?,
            review_by: row.parse("review_by")?,
            quality_until: row.parse_if("quality_until")?,
            approved: row.time("approved")?,
        })
    }
}

impl Tenant {
    /// A unit's ledger; `None` when there is none.
    pub async fn unit_history(&self, unit: &UnitId) -> Result<Option<UnitHistory>, HistoryError> {
        let rows = sql!("unit_event_list").bind(self.institution.as_str()).bind(unit.as_str());
        unit_history(&rows.rows(&self.pools.read).await?)
    }

    /// What is kept of one unit beside its ledger; `None` when it has none.
    pub async fn unit_draft(&self, unit: &UnitId) -> Result<Option<StoredDraft>, StoreError> {
        let row = sql!("unit_draft_get").bind(self.institution.as_str()).bind(unit.as_str());
        row.row(&self.pools.read).await?.as_ref().map(StoredDraft::read).transpose()
    }

    /// Every unit that has a ledger, by id.
    pub async fn unit_drafts(&self) -> Result<Vec<StoredDraft>, StoreError> {
        let rows = sql!("unit_draft_list").bind(self.institution.as_str()).rows(&self.pools.read).await?;
        rows.iter().map(StoredDraft::read).collect()
    }

    /// The approved versions in a unit's ledger, oldest first.
    pub async fn unit_versions(&self, unit: &UnitId) -> Result<Vec<StoredVersion>, StoreError> {
        let rows = sql!("unit_version_list").bind(self.institution.as_str()).bind(unit.as_str());
        rows.rows(&self.pools.read).await?.iter().map(StoredVersion::read).collect()
    }

    /// Makes a unit's ledger longer, or begins it, and writes down what it now adds up to, in one transaction.
    ///
    /// The entries were made from a state that may be old by now. They are taken only if the first carries the hash of the ledger's last
    /// entry, if each transition is legal, and if every artefact they name is kept; of two who write at once, one is
    /// [`AppendUnitError::Overtaken`].
    pub async fn append_unit(&self, append: UnitAppend<'_>) -> Result<UnitLedgerState, AppendUnitError> {
        let [first, rest @ ..] = append.entries else { return Err(AppendUnitError::AnotherLedger) };
        let same = |entry: &UnitEntry| *entry.institution() == self.institution && entry.unit() == first.unit();
        if !append.entries.iter().all(same) {
            return Err(AppendUnitError::AnotherLedger);
        }
        let mut transaction = self.pools.begin().await?;
        let before = self.unit_history_in(&mut transaction, first.unit()).await?;
        let begins = first.sequence() == 1;
        let mut state = match before {
            None if begins => UnitLedgerState::first(first)?,
            None => return Err(AppendUnitError::Unknown(first.unit().clone())),
            Some(_) if begins => return Err(AppendUnitError::Overtaken),
            Some(history) => overtaken_or(history.state.after(first))?,
        };
        for entry in rest {
            state = state.after(entry)?;
        }
        if begins {
            self.put_draft(&mut transaction, &state, append.guarantor).await.map_err(taken)?;
        }
        if let Some(written) = append.written {
            self.put_written(&mut transaction, written).await?;
        }
        for entry in append.entries {
            self.put_unit_entry(&mut transaction, entry, &append).await?;
            if let UnitEvent::Entrusted { guarantor } = entry.event() {
                let entrust = sql!("unit_draft_entrust").bind(self.institution.as_str()).bind(entry.unit().as_str());
                entrust.bind(guarantor.as_str()).run(&mut *transaction).await?;
            }
        }
        self.move_draft(&mut transaction, &state, moved_at(append.entries), append.document).await?;
        put_letters(&mut transaction, append.letters).await?;
        self.log_records(&mut transaction, append.entries.iter().map(LogRecord::of_unit).collect()).await?;
        commit(transaction).await?;
        Ok(state)
    }

    async fn unit_history_in(
        &self,
        transaction: &mut Transaction<'static, Any>,
        unit: &UnitId,
    ) -> Result<Option<UnitHistory>, HistoryError> {
        let rows = sql!("unit_event_list").bind(self.institution.as_str()).bind(unit.as_str());
        unit_history(&rows.rows(&mut **transaction).await?)
    }

    async fn put_draft(
        &self,
        transaction: &mut Transaction<'static, Any>,
        state: &UnitLedgerState,
        guarantor: Option<&PersonId>,
    ) -> Result<(), StoreError> {
        let guarantor = guarantor.map(|person| person.as_str().to_owned());
        let put = sql!("unit_draft_put").bind(self.institution.as_str()).bind(state.unit().as_str()).bind(guarantor);
        with_state(put, state).bind("").bind_time(state.changed()).run(&mut **transaction).await?;
        Ok(())
    }

    /// Writes what the ledger adds up to. The text of the draft is the one that the ledger names, or stays as it is.
    async fn move_draft(
        &self,
        transaction: &mut Transaction<'static, Any>,
        state: &UnitLedgerState,
        since: Option<Timestamp>,
        document: Option<&str>,
    ) -> Result<(), AppendUnitError> {
        let (institution, unit) = (self.institution.as_str(), state.unit().as_str());
        let named = state.draft().and_then(|draft| draft.digest);
        let document = match (named, document) {
            (None, None) => String::new(),
            (None, Some(_)) => return Err(AppendUnitError::AnotherText),
            (Some(_), Some(document)) => document.to_owned(),
            (Some(_), None) => {
                let row = sql!("unit_draft_get").bind(institution).bind(unit).row(&mut **transaction).await?;
                row.map_or_else(|| Ok(String::new()), |row| row.text("document"))?
            }
        };
        if named.is_some_and(|named| named != Digest::of(document.as_bytes())) {
            return Err(AppendUnitError::AnotherText);
        }
        let moved = with_state(sql!("unit_draft_move").bind(institution).bind(unit), state);
        moved
            .bind(document)
            .bind_time(state.changed())
            .bind_time_if(since)
            .bind(state.draft().and_then(|draft| draft.remarks).map(|remarks| remarks.to_string()))
            .bind(review_by(state).map(|day| day.to_string()))
            .run(&mut **transaction)
            .await?;
        Ok(())
    }

    async fn put_unit_entry(
        &self,
        transaction: &mut Transaction<'static, Any>,
        entry: &UnitEntry,
        append: &UnitAppend<'_>,
    ) -> Result<(), AppendUnitError> {
        let artefact = entry.event().artefact();
        if let Some(digest) = &artefact
            && !self.has_artefact(transaction, digest).await?
        {
            return Err(AppendUnitError::Missing(*digest));
        }
        let put = sql!("unit_event_put")
            .bind(self.institution.as_str())
            .bind(entry.unit().as_str())
            .bind(i64::from(entry.sequence()))
            .bind(entry.event().kind().code())
            .bind_time(entry.at())
            .bind_text(entry.hash())
            .bind(entry.canonical())
            .bind(artefact.map(|digest| digest.to_string()));
        put.run(&mut **transaction).await.map_err(taken)?;
        if let UnitEvent::Approved(approval) = entry.event() {
            let text = append.approved.ok_or(AppendUnitError::AnotherText)?;
            self.put_version(transaction, entry, approval, text).await?;
        }
        Ok(())
    }

    /// Writes an approved version, here and among the units that credentials are issued from.
    async fn put_version(
        &self,
        transaction: &mut Transaction<'static, Any>,
        entry: &UnitEntry,
        approval: &UnitApproval,
        text: ApprovedText<'_>,
    ) -> Result<(), AppendUnitError> {
        let (institution, unit) = (self.institution.as_str(), entry.unit());
        let put = sql!("unit_put")
            .bind(institution)
            .bind(unit.as_str())
            .bind(i64::from(approval.version))
            .bind(text.title.text(Language::Cs))
            .bind(text.title.text(Language::En))
            .bind(text.document)
            .bind_time(entry.at());
        bind_faculty(put, text.document).run(&mut **transaction).await?;
        let kept = sql!("unit_get").bind(institution).bind(unit.as_str()).bind(i64::from(approval.version));
        let kept = kept.row(&mut **transaction).await?.map(|row| row.text("document")).transpose()?;
        if kept.as_deref() != Some(text.document) {
            return Err(AppendUnitError::Versioned { unit: unit.clone(), version: approval.version });
        }
        sql!("unit_version_put")
            .bind(institution)
            .bind(unit.as_str())
            .bind(i64::from(approval.version))
            .bind_text(approval.digest)
            .bind(approval.framework.as_str())
            .bind_text(approval.from)
            .bind_text(approval.review_by)
            .bind(text.quality_until.map(|day| day.to_string()))
            .bind_time(entry.at())
            .run(&mut **transaction)
            .await?;
        Ok(())
    }
}

fn unit_history(rows: &[Row]) -> Result<Option<UnitHistory>, HistoryError> {
    Ok(folded::<UnitLedger>(rows)?.map(|(entries, state)| UnitHistory { entries, state }))
}

/// Length, head, standing, stage, version and revision, in the order in which both statements take them.
fn with_state(statement: Statement, state: &UnitLedgerState) -> Statement {
    let draft = state.draft();
    statement
        .bind(i64::from(state.length()))
        .bind_text(state.head())
        .bind(state.phase().standing.code())
        .bind(draft.map(|draft| draft.stage.code()))
        .bind(draft.map(|draft| i64::from(draft.version)))
        .bind(i64::from(draft.map_or(0, |draft| draft.revision)))
}

/// When the draft came to where it stands now, if one of these entries moved it.
pub(crate) fn moved_at(entries: &[UnitEntry]) -> Option<Timestamp> {
    entries.iter().rev().find(|entry| moves_the_draft(entry.event())).map(UnitEntry::at)
}

fn moves_the_draft(event: &UnitEvent) -> bool {
    match event {
        UnitEvent::Drafted { .. }
        | UnitEvent::Copied { .. }
        | UnitEvent::Submitted { .. }
        | UnitEvent::Endorsed { .. }
        | UnitEvent::Returned { .. }
        | UnitEvent::Withdrawn {}
        | UnitEvent::Approved(_) => true,
        UnitEvent::Saved { .. }
        | UnitEvent::Entrusted { .. }
        | UnitEvent::Published {}
        | UnitEvent::Unpublished {}
        | UnitEvent::Suspended { .. }
        | UnitEvent::Resumed {}
        | UnitEvent::Retired {} => false,
    }
}

/// The day by which a unit has to be looked at again.
pub(crate) fn review_by(state: &UnitLedgerState) -> Option<Date> {
    let newest = state.newest().filter(|_| state.retired().is_none());
    newest.map(|newest| newest.approval.review_by)
}

fn overtaken_or(after: Result<UnitLedgerState, UnitRefused>) -> Result<UnitLedgerState, AppendUnitError> {
    use signet_registry::ChainFault::{Unchained, Unnumbered};
    match after {
        Err(UnitRefused::Chain(Unchained | Unnumbered)) => Err(AppendUnitError::Overtaken),
        other => Ok(other?),
    }
}

fn taken(error: StoreError) -> AppendUnitError {
    match error.kind() {
        Some(FailureKind::Taken) => AppendUnitError::Overtaken,
        _ => error.into(),
    }
}
