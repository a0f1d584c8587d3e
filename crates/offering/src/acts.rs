//! What somebody may do to a unit now: each act gives the event to be written down, or the reason why not.
//!
//! Whether a role may act at all is the table of rights' affair (`access`), which was asked before: an actor is made from its permit.
//! Here stand the rules that need the unit's history. Two signatories are the same when their accounts are, or the persons behind them.

use signet_access::{Actor, Permit};
use signet_record::{Date, Flaw, Line, PersonId, Problem, Unit, unit_file};
use signet_registry::{
    DRAFT_SAVES_MAX, Digest, DraftStage, OpenDraft, UnitApproval, UnitEvent, UnitEventKind, UnitLedgerState,
    UnitObstacle, UnitSignatory,
};

use crate::check::CheckedDraft;
use crate::difference::FieldChange;
use crate::draft::UnitDraft;

/// Who acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitActor {
    /// Account and person.
    pub signatory: UnitSignatory,
    /// Whether a program acts, which is nobody's person.
    pub program: bool,
}

impl UnitActor {
    /// Whoever asks what they could do; nothing is done on that ground.
    #[must_use]
    pub fn asking(actor: &Actor) -> UnitActor {
        let signatory = UnitSignatory { account: actor.account().clone(), person: actor.person().cloned() };
        UnitActor { signatory, program: actor.role().is_program() }
    }

    /// Whoever a permit was given to.
    #[must_use]
    pub fn of(permit: &Permit) -> UnitActor {
        let signatory = UnitSignatory { account: permit.account().clone(), person: permit.person().cloned() };
        UnitActor { signatory, program: permit.role().is_program() }
    }
}

/// Why an act is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnitRefusal {
    /// Nothing of the kind may follow what happened so far.
    NotNow(UnitObstacle),
    /// The draft lacks something, or something in it is wrong.
    Incomplete(Vec<Flaw>),
    /// The text that was read is not the text of the draft any more.
    Stale {
        /// How the text of the draft differs from the one that was read; `None` when no such text was ever handed in.
        difference: Option<Vec<FieldChange>>,
    },
    /// The text was saved by somebody else in the meantime.
    Clash {
        /// How the text that is kept differs from the one that was to be saved.
        difference: Vec<FieldChange>,
    },
    /// The text names another unit or another version than its ledger.
    Misnamed,
    /// Nobody knows which person stands behind the account.
    Unidentified,
    /// Whoever would endorse the text is the only one who wrote it.
    OnlyAuthor,
    /// Whoever would approve or return the text has written in it.
    WroteIt,
    /// Whoever would approve or return the text has endorsed it.
    EndorsedIt,
    /// Whoever is to answer for the unit is nobody who is a guarantor here.
    NoGuarantor,
    /// They answer for it already.
    GuarantorAlready,
    /// Nobody makes themselves the guarantor of a unit.
    NamesThemselves,
    /// The review would be due before the version holds.
    ReviewBeforeStart,
    /// The draft was saved as often as a draft may be.
    SavedTooOften,
}

/// The text that a form showed to whoever endorses or approves.
#[derive(Clone, Copy, Debug)]
pub struct ShownText<'a> {
    /// Its digest, as the form carries it.
    pub digest: Digest,
    /// The text with this digest, where the register has it.
    pub text: Option<&'a UnitDraft>,
}

/// What an approval decides beside the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ApprovalTerms {
    /// First day it may be issued from.
    pub from: Date,
    /// Last day it may be issued from without having been looked at again.
    pub review_by: Date,
}

/// What is to be saved: an event, and the text that it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftSave {
    /// The event.
    pub event: UnitEvent,
    /// The draft as it will be kept.
    pub draft: UnitDraft,
}

/// Saves a text that was begun from a revision. Of two who began from the same one, the second is told what differs; the text that was
/// to be saved stays with whoever wrote it.
///
/// # Errors
/// When no draft is open, it is handed in, somebody saved in the meantime, nobody knows who writes, or the text is longer than a unit file
/// may be.
pub fn save(
    state: &UnitLedgerState,
    kept: &UnitDraft,
    began_from: u32,
    text: UnitDraft,
    actor: &UnitActor,
) -> Result<DraftSave, UnitRefusal> {
    let open = open_for(state, UnitEventKind::Saved)?;
    identified(actor)?;
    if open.revision != began_from {
        return Err(UnitRefusal::Clash { difference: kept.difference(&text) });
    }
    if open.revision >= DRAFT_SAVES_MAX {
        return Err(UnitRefusal::SavedTooOften);
    }
    named(state, open, &text)?;
    let draft = text.settled();
    let canonical = draft.canonical();
    let (max, found) = (unit_file::BYTES_MAX, canonical.text().len());
    if found > max {
        // It could never be read back.
        return Err(UnitRefusal::Incomplete(vec![Problem::TooLarge { max, found }.into()]));
    }
    let event = UnitEvent::Saved {
        revision: open.revision + 1,
        digest: canonical.digest(),
        person: actor.signatory.person.clone(),
    };
    Ok(DraftSave { event, draft })
}

/// Says who answers for the unit from now on: somebody else than whoever says it, of those who may be guarantors of it.
///
/// # Errors
/// When the unit is retired, they answer for it already, are no guarantor, or are who says it.
pub fn entrust(
    state: &UnitLedgerState,
    (present, guarantor): (Option<&PersonId>, &PersonId),
    is_guarantor: bool,
    actor: &UnitActor,
) -> Result<UnitEvent, UnitRefusal> {
    state.phase().after(UnitEventKind::Entrusted).map_err(UnitRefusal::NotNow)?;
    identified(actor)?;
    if actor.signatory.person.as_ref() == Some(guarantor) {
        return Err(UnitRefusal::NamesThemselves);
    }
    if present == Some(guarantor) {
        return Err(UnitRefusal::GuarantorAlready);
    }
    if !is_guarantor {
        return Err(UnitRefusal::NoGuarantor);
    }
    Ok(UnitEvent::Entrusted { guarantor: guarantor.clone() })
}

/// Hands the draft in.
///
/// # Errors
/// When it is incomplete or handed in already.
pub fn submit(state: &UnitLedgerState, draft: &UnitDraft) -> Result<UnitEvent, UnitRefusal> {
    let open = open_for(state, UnitEventKind::Submitted)?;
    named(state, open, draft)?;
    complete(draft)?;
    Ok(UnitEvent::Submitted { digest: draft.canonical().digest() })
}

/// Stands behind the text that was read.
///
/// # Errors
/// When the draft has another text, is not handed in, or whoever endorses wrote it alone or is not known.
pub fn endorse(
    state: &UnitLedgerState,
    draft: &UnitDraft,
    shown: ShownText<'_>,
    actor: &UnitActor,
) -> Result<UnitEvent, UnitRefusal> {
    current(state, draft, shown)?;
    let open = open_for(state, UnitEventKind::Endorsed)?;
    let person = person(actor)?;
    if open.authors.iter().all(|author| same(author, &actor.signatory)) {
        return Err(UnitRefusal::OnlyAuthor);
    }
    Ok(UnitEvent::Endorsed { digest: shown.digest, person: Some(person) })
}

/// Approves the text that was read, as the next version.
///
/// # Errors
/// When the draft has another text, is not endorsed, or whoever approves wrote in it, endorsed it or is not known.
pub fn approve(
    state: &UnitLedgerState,
    draft: &UnitDraft,
    shown: ShownText<'_>,
    terms: ApprovalTerms,
    actor: &UnitActor,
) -> Result<UnitEvent, UnitRefusal> {
    let (open, person, unit) = approvable(state, draft, shown, actor)?;
    if terms.review_by < terms.from {
        return Err(UnitRefusal::ReviewBeforeStart);
    }
    Ok(UnitEvent::Approved(UnitApproval {
        version: open.version,
        digest: shown.digest,
        framework: unit.framework.clone(),
        from: terms.from,
        review_by: terms.review_by,
        person: Some(person),
    }))
}

/// Whether somebody may approve the text that was read, whatever the terms: asked before they are given a form to fill in.
///
/// # Errors
/// As [`approve`], but for the terms.
pub fn may_approve(
    state: &UnitLedgerState,
    draft: &UnitDraft,
    shown: ShownText<'_>,
    actor: &UnitActor,
) -> Result<(), UnitRefusal> {
    approvable(state, draft, shown, actor).map(|_| ())
}

/// Takes the text back to change it.
///
/// # Errors
/// When it is not handed in.
pub fn withdraw(state: &UnitLedgerState) -> Result<UnitEvent, UnitRefusal> {
    follows(state, UnitEvent::Withdrawn {})
}

/// Returns the text to its authors; `remarks` is the digest of the remarks that were kept.
///
/// # Errors
/// When it is not handed in, or whoever returns it wrote in it, endorsed it or is not known.
pub fn give_back(state: &UnitLedgerState, remarks: Digest, actor: &UnitActor) -> Result<UnitEvent, UnitRefusal> {
    may_give_back(state, actor)?;
    Ok(UnitEvent::Returned { remarks })
}

/// Whether somebody may return the text, whatever the remarks: asked before they are given a form to fill in.
///
/// # Errors
/// As [`give_back`].
pub fn may_give_back(state: &UnitLedgerState, actor: &UnitActor) -> Result<(), UnitRefusal> {
    let open = open_for(state, UnitEventKind::Returned)?;
    judge(open, actor).map(|_| ())
}

/// Shows the unit in the catalogue.
///
/// # Errors
/// When no version is approved, or it is shown, suspended or retired.
pub fn publish(state: &UnitLedgerState) -> Result<UnitEvent, UnitRefusal> {
    follows(state, UnitEvent::Published {})
}

/// Shows it there no longer.
///
/// # Errors
/// When it is not shown.
pub fn unpublish(state: &UnitLedgerState) -> Result<UnitEvent, UnitRefusal> {
    follows(state, UnitEvent::Unpublished {})
}

/// Stops issuing. Open to whoever wrote or endorsed a version too: it is the unit that stops and no text that is judged, and whoever finds
/// the fault must be able to stop it.
///
/// # Errors
/// When no version is approved, or it is suspended or retired.
pub fn suspend(state: &UnitLedgerState, reason: Line) -> Result<UnitEvent, UnitRefusal> {
    follows(state, UnitEvent::Suspended { reason })
}

/// Lets issuing go on.
///
/// # Errors
/// When it is not suspended.
pub fn resume(state: &UnitLedgerState) -> Result<UnitEvent, UnitRefusal> {
    follows(state, UnitEvent::Resumed {})
}

/// Ends the unit for good. Open to authors and endorsers as [`suspend`] is.
///
/// # Errors
/// When no version is approved, or it is retired.
pub fn retire(state: &UnitLedgerState) -> Result<UnitEvent, UnitRefusal> {
    follows(state, UnitEvent::Retired {})
}

fn follows(state: &UnitLedgerState, event: UnitEvent) -> Result<UnitEvent, UnitRefusal> {
    state.phase().after(event.kind()).map_err(UnitRefusal::NotNow)?;
    Ok(event)
}

/// The open draft, if something of this kind may happen to it.
fn open_for(state: &UnitLedgerState, kind: UnitEventKind) -> Result<&OpenDraft, UnitRefusal> {
    state.phase().after(kind).map_err(UnitRefusal::NotNow)?;
    state.draft().ok_or(UnitRefusal::NotNow(UnitObstacle::NoDraft))
}

/// The draft that may be approved, by which person, and the unit that it makes.
fn approvable<'s>(
    state: &'s UnitLedgerState,
    draft: &UnitDraft,
    shown: ShownText<'_>,
    actor: &UnitActor,
) -> Result<(&'s OpenDraft, PersonId, Box<Unit>), UnitRefusal> {
    current(state, draft, shown)?;
    let open = open_for(state, UnitEventKind::Approved)?;
    let person = judge(open, actor)?;
    Ok((open, person, complete(draft)?))
}

/// Whether the text that was read is the text of the draft. Asked before anything else: where the draft was taken back and handed in
/// again, the answer is what changed.
///
/// # Errors
/// When the draft has another text.
pub fn current(state: &UnitLedgerState, draft: &UnitDraft, shown: ShownText<'_>) -> Result<(), UnitRefusal> {
    let Some(open) = state.draft().filter(|open| open.stage != DraftStage::Empty) else { return Ok(()) };
    if open.digest == Some(shown.digest) && draft.canonical().digest() == shown.digest {
        return Ok(());
    }
    Err(UnitRefusal::Stale { difference: shown.text.map(|text| text.difference(draft)) })
}

/// Whether a text names the unit and the version that it is kept for.
fn named(state: &UnitLedgerState, open: &OpenDraft, text: &UnitDraft) -> Result<(), UnitRefusal> {
    let id = text.text("id") == Some(state.unit().as_str());
    let version = text.text("version") == Some(open.version.to_string().as_str());
    if id && version { Ok(()) } else { Err(UnitRefusal::Misnamed) }
}

fn complete(draft: &UnitDraft) -> Result<Box<Unit>, UnitRefusal> {
    match draft.check() {
        CheckedDraft::Complete(unit) => Ok(unit),
        CheckedDraft::Incomplete(flaws) => Err(UnitRefusal::Incomplete(flaws)),
    }
}

/// A program is nobody's person; of people it must be known who they are, or nobody could tell whether they judge themselves.
fn identified(actor: &UnitActor) -> Result<(), UnitRefusal> {
    if actor.program || actor.signatory.person.is_some() { Ok(()) } else { Err(UnitRefusal::Unidentified) }
}

fn person(actor: &UnitActor) -> Result<PersonId, UnitRefusal> {
    actor.signatory.person.clone().ok_or(UnitRefusal::Unidentified)
}

/// Whoever judges a text has neither written in it nor endorsed it.
fn judge(open: &OpenDraft, actor: &UnitActor) -> Result<PersonId, UnitRefusal> {
    let person = person(actor)?;
    if open.authors.iter().any(|author| same(author, &actor.signatory)) {
        return Err(UnitRefusal::WroteIt);
    }
    if open.endorser.as_ref().is_some_and(|endorser| same(endorser, &actor.signatory)) {
        return Err(UnitRefusal::EndorsedIt);
    }
    Ok(person)
}

fn same(one: &UnitSignatory, other: &UnitSignatory) -> bool {
    one.account == other.account || (one.person.is_some() && one.person == other.person)
}
