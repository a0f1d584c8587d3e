//! What a ledger adds up to, and what may come next.

use signet_record::{CredentialId, InstitutionId, Timestamp};

use crate::agent::Agent;
use crate::chain::{ChainFault, ChainHead};
use crate::correction::Correction;
use crate::digest::{Digest, EntryHash};
use crate::entry::{Entry, UnreadableEntry};
use crate::event::{Artefacts, Event, Intended, Proposed, Renewed, Revoked, Scope, Sealed};
use crate::intent::SealIntent;
use crate::status::Status;
use crate::subject::CredentialLedger;

/// How far a credential has come on its way to the holder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Accepted; nothing composed yet.
    Proposed,
    /// Composed and rehearsed; waiting for the seal.
    Intended,
    /// Sealed and kept.
    Sealed,
    /// Given to the holder.
    Delivered,
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: [Stage; 4] = [Stage::Proposed, Stage::Intended, Stage::Sealed, Stage::Delivered];

    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            Stage::Proposed => "proposed",
            Stage::Intended => "intended",
            Stage::Sealed => "sealed",
            Stage::Delivered => "delivered",
        }
    }

    /// The stage with this code.
    pub fn from_code(code: &str) -> Option<Stage> {
        Stage::ALL.into_iter().find(|stage| stage.code() == code)
    }
}

/// What a credential's ledger adds up to. Made only by folding entries that follow one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerState {
    chain: ChainHead<CredentialLedger>,
    stage: Stage,
    proposed: Proposed,
    intended: Option<Intended>,
    sealed: Option<(Timestamp, Sealed)>,
    renewals: u32,
    revoked: Option<(Timestamp, Revoked)>,
    superseded: Option<(Timestamp, CredentialId)>,
    erased: Option<Scope>,
}

/// Why an entry may not come next.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// The sealed award is not the proposed one.
    #[error("the sealed award is not the proposed one")]
    AnotherAward,
    /// The seal carries out another intent than the latest.
    #[error("the seal carries out another intent than the latest")]
    AnotherIntent,
    /// The sealed files carry another root of the record than was intended.
    #[error("the sealed record is not the intended one")]
    AnotherRecord,
    /// It does not follow the entry before it.
    #[error(transparent)]
    Chain(#[from] ChainFault),
    /// The event cannot follow what happened so far.
    #[error("`{event}` cannot follow: {why}")]
    Illegal {
        /// The event's name.
        event: &'static str,
        /// What stands in its way.
        why: Obstacle,
    },
    /// It has no canonical form.
    #[error(transparent)]
    Unwritable(#[from] UnreadableEntry),
}

/// What stands in the way of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Obstacle {
    /// Its artefacts were erased.
    #[error("it was erased")]
    Erased,
    /// The event happens once, and has happened.
    #[error("it has happened already")]
    Happened,
    /// No intent to seal is written down.
    #[error("no intent to seal is written down")]
    NotIntended,
    /// It is not sealed yet.
    #[error("it is not sealed")]
    NotSealed,
    /// It names no file, or one that was not sealed.
    #[error("it names no file that was sealed")]
    OtherFiles,
    /// It was revoked.
    #[error("it was revoked")]
    Revoked,
    /// It would stand in its own place.
    #[error("a credential cannot supersede itself")]
    Itself,
}

impl LedgerState {
    /// The state after the first entry.
    ///
    /// # Errors
    /// When the entry is not a first one.
    pub fn first(entry: &Entry) -> Result<LedgerState, Refused> {
        let chain = ChainHead::first(entry)?;
        let Event::Proposed(proposed) = entry.event() else {
            return Err(Refused::Illegal { event: entry.event().name(), why: Obstacle::NotIntended });
        };
        if proposed.supersedes == Some(*entry.credential()) {
            return Err(Refused::Illegal { event: "proposed", why: Obstacle::Itself });
        }
        Ok(LedgerState {
            chain,
            stage: Stage::Proposed,
            proposed: proposed.clone(),
            intended: None,
            sealed: None,
            renewals: 0,
            revoked: None,
            superseded: None,
            erased: None,
        })
    }

    /// Writes the next entry: `event`, done by `by` at `at` (or at the instant of the entry before, should a clock be slow).
    ///
    /// # Errors
    /// When the event is not allowed in this state, or the entry would be too long.
    pub fn next(&self, event: Event, at: Timestamp, by: Agent) -> Result<Entry, Refused> {
        self.permit(&event)?;
        Ok(Entry::write(self.chain.next_place(), self.chain.not_before(at), by, event)?)
    }

    /// The state after one more entry.
    ///
    /// # Errors
    /// When the entry does not follow this state.
    pub fn after(mut self, entry: &Entry) -> Result<LedgerState, Refused> {
        self.chain.follows(entry)?;
        self.permit(entry.event())?;
        self.take(entry);
        self.chain.advance(entry);
        Ok(self)
    }

    /// The right to seal, when an intent is written down and nothing has come since.
    ///
    /// # Errors
    /// When nothing is intended.
    pub fn seal_intent(&self) -> Result<SealIntent, Refused> {
        match &self.intended {
            Some(intended) if self.stage == Stage::Intended && self.awaits_seal() => {
                Ok(SealIntent::new(self.chain.head, intended.clone()))
            }
            _ => Err(Refused::Illegal { event: "sealed", why: self.obstacle_to_seal() }),
        }
    }

    fn obstacle_to_seal(&self) -> Obstacle {
        if self.revoked.is_some() {
            Obstacle::Revoked
        } else if self.erased.is_some() {
            Obstacle::Erased
        } else if self.sealed.is_some() {
            Obstacle::Happened
        } else {
            Obstacle::NotIntended
        }
    }

    /// The whole table of what may follow what.
    fn permit(&self, event: &Event) -> Result<(), Refused> {
        let sealed = self.sealed.is_some();
        let revoked = self.revoked.is_some();
        let obstacle = match event {
            Event::Proposed(_) => Some(Obstacle::Happened),
            Event::Intended(_) if !self.awaits_seal() => Some(self.obstacle_to_seal()),
            Event::Sealed(seal) => return self.permit_seal(seal),
            Event::Delivered(_) | Event::Superseded(_) | Event::Renewed(_) if !sealed => Some(Obstacle::NotSealed),
            Event::Delivered(_) | Event::Superseded(_) if revoked => Some(Obstacle::Revoked),
            Event::Delivered(_) if self.erased.is_some() => Some(Obstacle::Erased),
            Event::Superseded(superseded) if superseded.by == self.chain.subject => Some(Obstacle::Itself),
            Event::Superseded(_) if self.superseded.is_some() => Some(Obstacle::Happened),
            Event::Renewed(_) if self.erased == Some(Scope::Artefacts) => Some(Obstacle::Erased),
            Event::Renewed(renewed) if !self.has_files_of(renewed) => Some(Obstacle::OtherFiles),
            Event::Revoked(_) if revoked => Some(Obstacle::Happened),
            Event::Erased(erased) if self.erased == Some(erased.scope) => Some(Obstacle::Happened),
            Event::Erased(_) if self.erased == Some(Scope::Artefacts) => Some(Obstacle::Happened),
            _ => None,
        };
        match obstacle {
            Some(why) => Err(Refused::Illegal { event: event.name(), why }),
            None => Ok(()),
        }
    }

    fn permit_seal(&self, seal: &Sealed) -> Result<(), Refused> {
        if !(self.stage == Stage::Intended && self.awaits_seal()) {
            return Err(Refused::Illegal { event: "sealed", why: self.obstacle_to_seal() });
        }
        if seal.intent != self.chain.head {
            return Err(Refused::AnotherIntent);
        }
        if seal.artefacts.award != self.proposed.award {
            return Err(Refused::AnotherAward);
        }
        if seal.record != self.intended.as_ref().and_then(|intended| intended.record) {
            return Err(Refused::AnotherRecord);
        }
        if seal.artefacts.files.is_empty() {
            return Err(Refused::Illegal { event: "sealed", why: Obstacle::OtherFiles });
        }
        Ok(())
    }

    /// Whether everything that was renewed was sealed before.
    fn has_files_of(&self, renewed: &Renewed) -> bool {
        let sealed = self.artefacts().map(|artefacts| &artefacts.files);
        !renewed.files.is_empty()
            && sealed.is_some_and(|sealed| renewed.files.keys().all(|kind| sealed.contains_key(kind)))
    }

    fn take(&mut self, entry: &Entry) {
        match entry.event() {
            Event::Proposed(_) => {}
            Event::Intended(intended) => {
                self.stage = Stage::Intended;
                self.intended = Some(intended.clone());
            }
            Event::Sealed(sealed) => {
                self.stage = Stage::Sealed;
                self.sealed = Some((entry.at(), sealed.clone()));
            }
            Event::Delivered(_) => self.stage = Stage::Delivered,
            Event::Revoked(revoked) => self.revoked = Some((entry.at(), revoked.clone())),
            Event::Superseded(superseded) => self.superseded = Some((entry.at(), superseded.by)),
            Event::Erased(erased) => self.erased = Some(erased.scope),
            Event::Renewed(renewed) => {
                self.renewals = self.renewals.saturating_add(1);
                if let Some((_, sealed)) = &mut self.sealed {
                    sealed.artefacts.files.extend(&renewed.files);
                }
            }
        }
    }
}

/// What a state tells.
impl LedgerState {
    /// The institution in whose register it stands.
    pub fn institution(&self) -> &InstitutionId {
        &self.chain.institution
    }

    /// The credential.
    pub fn credential(&self) -> CredentialId {
        self.chain.subject
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
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// Digest of the proposed award.
    pub fn award(&self) -> &Digest {
        &self.proposed.award
    }

    /// The credential that this one corrects.
    pub fn supersedes(&self) -> Option<CredentialId> {
        self.proposed.supersedes
    }

    /// Why it was corrected, where that was said.
    pub fn correction(&self) -> Option<&Correction> {
        self.proposed.correction.as_ref()
    }

    /// The latest intent to seal.
    pub fn intended(&self) -> Option<&Intended> {
        self.intended.as_ref()
    }

    /// The artefacts as they stand after the last renewal.
    pub fn artefacts(&self) -> Option<&Artefacts> {
        self.sealed.as_ref().map(|(_, sealed)| &sealed.artefacts)
    }

    /// The root of the record that the sealed files carry, or will carry once they are sealed.
    pub fn record(&self) -> Option<&Digest> {
        match &self.sealed {
            Some((_, sealed)) => sealed.record.as_ref(),
            None => self.intended.as_ref().and_then(|intended| intended.record.as_ref()),
        }
    }

    /// When the seal was written down.
    pub fn sealed_at(&self) -> Option<Timestamp> {
        self.sealed.as_ref().map(|(at, _)| *at)
    }

    /// How often it was stamped again.
    pub fn renewals(&self) -> u32 {
        self.renewals
    }

    /// The revocation, and when it was written down.
    pub fn revoked(&self) -> Option<(Timestamp, &Revoked)> {
        self.revoked.as_ref().map(|(at, revoked)| (*at, revoked))
    }

    /// The credential in its place, and since when.
    pub fn superseded(&self) -> Option<(Timestamp, CredentialId)> {
        self.superseded
    }

    /// How far it was erased.
    pub fn erased(&self) -> Option<Scope> {
        self.erased
    }

    /// Whether it holds; a revocation outweighs a correction.
    pub fn status(&self) -> Status {
        if self.revoked.is_some() {
            Status::Revoked
        } else if self.superseded.is_some() {
            Status::Superseded
        } else {
            Status::Valid
        }
    }

    /// Whether a worker has to seal it.
    pub fn awaits_seal(&self) -> bool {
        self.sealed.is_none() && self.revoked.is_none() && self.erased.is_none()
    }
}
