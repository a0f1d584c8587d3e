//! What the ledger of a unit adds up to, and what may come next.

use signet_record::{InstitutionId, Line, PersonId, Timestamp, UnitId};

use crate::agent::Agent;
use crate::chain::{ChainFault, ChainHead};
use crate::digest::{Digest, EntryHash};
use crate::entry::{Place, UnitEntry, UnreadableEntry};
use crate::subject::UnitLedger;
use crate::unit_event::{UnitApproval, UnitEvent, UnitEventKind, UnitVersion};
use crate::unit_phase::{DraftStage, UnitObstacle, UnitPhase, UnitStanding};

/// Most times one draft is saved: a save every half a minute for forty hours. Whoever folds a ledger reads all of it.
pub const DRAFT_SAVES_MAX: u32 = 5_000;

/// Somebody who did something to a unit: the account, and the person behind it as far as it was known then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitSignatory {
    /// Under which account.
    pub account: Agent,
    /// Who that is in the institution's records.
    pub person: Option<PersonId>,
}

/// The open draft of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenDraft {
    /// Which version it is to become.
    pub version: u32,
    /// Whose text it began with.
    pub from: Option<UnitVersion>,
    /// How far it has come.
    pub stage: DraftStage,
    /// How often it was saved.
    pub revision: u32,
    /// SHA-256 of its canonical text, once something is saved.
    pub digest: Option<Digest>,
    /// Everyone who saved it, each account with each person once, in the order of their first save.
    pub authors: Vec<UnitSignatory>,
    /// Who stands behind the text, while it is endorsed.
    pub endorser: Option<UnitSignatory>,
    /// The remarks with which it was returned last; gone once it is handed in again.
    pub remarks: Option<Digest>,
}

/// A version that was approved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApprovedUnit {
    /// What the approval binds.
    pub approval: UnitApproval,
    /// Who approved it.
    pub by: Agent,
    /// When.
    pub at: Timestamp,
    /// Everyone who wrote it.
    pub authors: Vec<UnitSignatory>,
    /// Who endorsed it.
    pub endorser: Option<UnitSignatory>,
}

/// What a unit's ledger adds up to. Made only by folding entries that follow one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitLedgerState {
    chain: ChainHead<UnitLedger>,
    standing: UnitStanding,
    draft: Option<OpenDraft>,
    approved: Vec<ApprovedUnit>,
    suspended: Option<(Timestamp, Line)>,
    retired: Option<Timestamp>,
}

/// Why an entry about a unit may not come next.
#[derive(Debug, thiserror::Error)]
pub enum UnitRefused {
    /// It was made for another text than the draft has now.
    #[error("the draft has another text")]
    AnotherText,
    /// It does not follow the entry before it.
    #[error(transparent)]
    Chain(#[from] ChainFault),
    /// The event cannot follow what happened so far.
    #[error("`{}` cannot follow: {why}", .event.code())]
    Illegal {
        /// What kind of event.
        event: UnitEventKind,
        /// What stands in its way.
        why: UnitObstacle,
    },
    /// The review would be due before the version holds.
    #[error("the review is due before the first day of the version")]
    ReviewBeforeStart,
    /// The draft was saved as often as a draft may be.
    #[error("a draft is saved at most {DRAFT_SAVES_MAX} times")]
    SavedTooOften,
    /// The text is numbered otherwise than the next one.
    #[error("the text that is saved is not number {expected}")]
    Unnumbered {
        /// The number of the next text.
        expected: u32,
    },
    /// The version is not the one that comes next, or is copied from one that cannot have been there.
    #[error("the version does not come next")]
    Unversioned,
    /// It has no canonical form.
    #[error(transparent)]
    Unwritable(#[from] UnreadableEntry),
}

impl UnitEntry {
    /// The first entry of a unit's ledger: the draft of its first version, or of the next one where versions were approved before there
    /// were ledgers of units.
    ///
    /// # Errors
    /// When a ledger cannot begin with this event, or the entry would be longer than one may be.
    pub fn first(
        institution: InstitutionId,
        unit: UnitId,
        event: UnitEvent,
        at: Timestamp,
        by: Agent,
    ) -> Result<UnitEntry, UnitRefused> {
        begins(&unit, &event)?;
        Ok(UnitEntry::write(Place::first(institution, unit), at, by, event)?)
    }
}

/// The draft that a ledger begins with.
fn begins(unit: &UnitId, event: &UnitEvent) -> Result<OpenDraft, UnitRefused> {
    let kind = event.kind();
    UnitPhase::NOTHING.after(kind).map_err(|why| UnitRefused::Illegal { event: kind, why })?;
    begun(unit, event, None)
}

/// The draft that an event begins after the newest approved version in the ledger.
fn begun(unit: &UnitId, event: &UnitEvent, newest: Option<u32>) -> Result<OpenDraft, UnitRefused> {
    let (version, from) = match event {
        UnitEvent::Drafted { version } => (*version, None),
        UnitEvent::Copied { version, from } => (*version, Some(from.clone())),
        _ => return Err(UnitRefused::Illegal { event: event.kind(), why: UnitObstacle::NoDraft }),
    };
    let next = match newest {
        Some(newest) => newest.checked_add(1) == Some(version),
        None => version >= 1,
    };
    let was_there =
        from.as_ref().is_none_or(|from| from.version >= 1 && (from.unit != *unit || from.version < version));
    if !next || !was_there {
        return Err(UnitRefused::Unversioned);
    }
    Ok(OpenDraft {
        version,
        from,
        stage: DraftStage::Empty,
        revision: 0,
        digest: None,
        authors: Vec::new(),
        endorser: None,
        remarks: None,
    })
}

impl UnitLedgerState {
    /// The state after the first entry.
    ///
    /// # Errors
    /// When the entry is not a first one.
    pub fn first(entry: &UnitEntry) -> Result<UnitLedgerState, UnitRefused> {
        let chain = ChainHead::first(entry)?;
        let draft = begins(entry.unit(), entry.event())?;
        Ok(UnitLedgerState {
            chain,
            standing: UnitStanding::Unapproved,
            draft: Some(draft),
            approved: Vec::new(),
            suspended: None,
            retired: None,
        })
    }

    /// Writes the next entry: `event`, done by `by` at `at` (or at the instant of the entry before, should a clock be slow).
    ///
    /// # Errors
    /// When the event is not allowed in this state, or the entry would be too long.
    pub fn next(&self, event: UnitEvent, at: Timestamp, by: Agent) -> Result<UnitEntry, UnitRefused> {
        self.permit(&event)?;
        Ok(UnitEntry::write(self.chain.next_place(), self.chain.not_before(at), by, event)?)
    }

    /// The state after one more entry.
    ///
    /// # Errors
    /// When the entry does not follow this state.
    pub fn after(mut self, entry: &UnitEntry) -> Result<UnitLedgerState, UnitRefused> {
        self.chain.follows(entry)?;
        let phase = self.permit(entry.event())?;
        self.take(entry, phase)?;
        self.chain.advance(entry);
        Ok(self)
    }

    /// What may follow: the table, and what it does not know.
    fn permit(&self, event: &UnitEvent) -> Result<UnitPhase, UnitRefused> {
        let kind = event.kind();
        let phase = self.phase().after(kind).map_err(|why| UnitRefused::Illegal { event: kind, why })?;
        let draft = self.draft.as_ref();
        match event {
            UnitEvent::Drafted { .. } | UnitEvent::Copied { .. } => {
                begun(&self.chain.subject, event, self.newest().map(|newest| newest.approval.version))?;
            }
            UnitEvent::Saved { revision, .. } => {
                let expected = draft.map_or(0, |draft| draft.revision).saturating_add(1);
                if expected > DRAFT_SAVES_MAX {
                    return Err(UnitRefused::SavedTooOften);
                }
                if *revision != expected {
                    return Err(UnitRefused::Unnumbered { expected });
                }
            }
            UnitEvent::Submitted { digest } | UnitEvent::Endorsed { digest, .. } => self.require_text(digest)?,
            UnitEvent::Approved(approval) => {
                self.require_text(&approval.digest)?;
                if draft.map(|draft| draft.version) != Some(approval.version) {
                    return Err(UnitRefused::Unversioned);
                }
                if approval.review_by < approval.from {
                    return Err(UnitRefused::ReviewBeforeStart);
                }
            }
            UnitEvent::Returned { .. }
            | UnitEvent::Withdrawn {}
            | UnitEvent::Entrusted { .. }
            | UnitEvent::Published {}
            | UnitEvent::Unpublished {}
            | UnitEvent::Suspended { .. }
            | UnitEvent::Resumed {}
            | UnitEvent::Retired {} => {}
        }
        Ok(phase)
    }

    fn require_text(&self, digest: &Digest) -> Result<(), UnitRefused> {
        let text = self.draft.as_ref().and_then(|draft| draft.digest);
        if text == Some(*digest) { Ok(()) } else { Err(UnitRefused::AnotherText) }
    }

    fn take(&mut self, entry: &UnitEntry, phase: UnitPhase) -> Result<(), UnitRefused> {
        match entry.event() {
            UnitEvent::Drafted { .. } | UnitEvent::Copied { .. } => {
                let newest = self.newest().map(|newest| newest.approval.version);
                self.draft = Some(begun(entry.unit(), entry.event(), newest)?);
            }
            UnitEvent::Approved(approval) => {
                let draft = self.draft.take();
                let (authors, endorser) = draft.map(|draft| (draft.authors, draft.endorser)).unzip();
                self.approved.push(ApprovedUnit {
                    approval: approval.clone(),
                    by: entry.by().clone(),
                    at: entry.at(),
                    authors: authors.into_iter().flatten().collect(),
                    endorser: endorser.flatten(),
                });
            }
            UnitEvent::Suspended { reason } => self.suspended = Some((entry.at(), reason.clone())),
            UnitEvent::Resumed {} => self.suspended = None,
            UnitEvent::Retired {} => self.retired = Some(entry.at()),
            event => {
                if let Some(draft) = &mut self.draft {
                    draft.take(event, entry.by());
                }
            }
        }
        if let (Some(draft), Some(stage)) = (&mut self.draft, phase.draft) {
            draft.stage = stage;
        }
        self.standing = phase.standing;
        Ok(())
    }
}

impl OpenDraft {
    /// What an event says of the draft itself.
    fn take(&mut self, event: &UnitEvent, by: &Agent) {
        match event {
            UnitEvent::Saved { revision, digest, person } => {
                self.revision = *revision;
                self.digest = Some(*digest);
                let author = UnitSignatory { account: by.clone(), person: person.clone() };
                if !self.authors.contains(&author) {
                    self.authors.push(author);
                }
            }
            UnitEvent::Submitted { .. } => self.remarks = None,
            UnitEvent::Endorsed { person, .. } => {
                self.endorser = Some(UnitSignatory { account: by.clone(), person: person.clone() });
            }
            UnitEvent::Returned { remarks } => {
                self.remarks = Some(*remarks);
                self.endorser = None;
            }
            UnitEvent::Withdrawn {} => self.endorser = None,
            _ => {}
        }
    }
}

/// What a state tells.
impl UnitLedgerState {
    /// The institution whose unit it is.
    pub fn institution(&self) -> &InstitutionId {
        &self.chain.institution
    }

    /// The unit.
    pub fn unit(&self) -> &UnitId {
        &self.chain.subject
    }

    /// How many entries the ledger has.
    pub fn length(&self) -> u32 {
        self.chain.length
    }

    /// The hash of the last entry.
    pub fn head(&self) -> &EntryHash {
        &self.chain.head
    }

    /// The instant of the last entry.
    pub fn changed(&self) -> Timestamp {
        self.chain.changed
    }

    /// How far it has come.
    pub fn phase(&self) -> UnitPhase {
        UnitPhase { draft: self.draft.as_ref().map(|draft| draft.stage), standing: self.standing }
    }

    /// The open draft.
    pub fn draft(&self) -> Option<&OpenDraft> {
        self.draft.as_ref()
    }

    /// Every approved version in the ledger, oldest first.
    pub fn approved(&self) -> &[ApprovedUnit] {
        &self.approved
    }

    /// The newest approved version in the ledger.
    pub fn newest(&self) -> Option<&ApprovedUnit> {
        self.approved.last()
    }

    /// One approved version.
    pub fn version(&self, version: u32) -> Option<&ApprovedUnit> {
        self.approved.iter().find(|approved| approved.approval.version == version)
    }

    /// Since when it is suspended, and why.
    pub fn suspended(&self) -> Option<(Timestamp, &Line)> {
        self.suspended.as_ref().map(|(at, reason)| (*at, reason))
    }

    /// Since when it is retired.
    pub fn retired(&self) -> Option<Timestamp> {
        self.retired
    }
}
