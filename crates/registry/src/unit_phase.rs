//! How far a unit has come, and the table of what may follow what.
//!
//! ```text
//!  nothing ──drafted, copied──▶ empty ──saved──▶ draft ──submitted──▶ submitted ──endorsed──▶ endorsed ──approved──▶ approved
//!                                                  ▲ │saved                │                      │
//!                                                  └─┴──── withdrawn, returned ───────────────────┘
//! ```
//!
//! Beside the draft stands what is approved: published or not, suspended or not, until it is retired. A draft of the next version is
//! begun beside it and changes nothing of it until it is approved.

use crate::unit_event::UnitEventKind;

/// How far a draft has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DraftStage {
    /// Begun; nothing is saved yet.
    Empty,
    /// Being written.
    Draft,
    /// Handed in.
    Submitted,
    /// Whoever answers for the unit stands behind it.
    Endorsed,
}

impl DraftStage {
    /// Every stage, in order.
    pub const ALL: [DraftStage; 4] =
        [DraftStage::Empty, DraftStage::Draft, DraftStage::Submitted, DraftStage::Endorsed];

    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            DraftStage::Empty => "empty",
            DraftStage::Draft => "draft",
            DraftStage::Submitted => "submitted",
            DraftStage::Endorsed => "endorsed",
        }
    }

    /// The stage with this code.
    pub fn from_code(code: &str) -> Option<DraftStage> {
        DraftStage::ALL.into_iter().find(|stage| stage.code() == code)
    }
}

/// What became of the approved versions of a unit, all of them together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnitStanding {
    /// None was approved.
    Unapproved,
    /// At least one was.
    Approved {
        /// Whether the catalogue shows it.
        published: bool,
        /// Whether nothing may be issued for now.
        suspended: bool,
    },
    /// It is offered no longer.
    Retired,
}

impl UnitStanding {
    /// Every standing.
    pub const ALL: [UnitStanding; 6] = [
        UnitStanding::Unapproved,
        UnitStanding::Approved { published: false, suspended: false },
        UnitStanding::Approved { published: true, suspended: false },
        UnitStanding::Approved { published: false, suspended: true },
        UnitStanding::Approved { published: true, suspended: true },
        UnitStanding::Retired,
    ];

    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            UnitStanding::Unapproved => "unapproved",
            UnitStanding::Approved { published: false, suspended: false } => "approved",
            UnitStanding::Approved { published: true, suspended: false } => "published",
            UnitStanding::Approved { published: false, suspended: true } => "suspended",
            UnitStanding::Approved { published: true, suspended: true } => "published-suspended",
            UnitStanding::Retired => "retired",
        }
    }

    /// The standing with this code.
    pub fn from_code(code: &str) -> Option<UnitStanding> {
        UnitStanding::ALL.into_iter().find(|standing| standing.code() == code)
    }
}

/// How far a unit has come: its open draft, and what is approved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitPhase {
    /// The open draft, if there is one.
    pub draft: Option<DraftStage>,
    /// What is approved.
    pub standing: UnitStanding,
}

/// What stands in the way of an event of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnitObstacle {
    /// A draft is open already.
    #[error("a draft is open already")]
    DraftOpen,
    /// No draft is open.
    #[error("no draft is open")]
    NoDraft,
    /// Nothing is saved in the draft.
    #[error("nothing is saved in the draft")]
    NothingSaved,
    /// It is handed in: its text stays until it is withdrawn or returned.
    #[error("it is handed in")]
    HandedIn,
    /// It is not handed in.
    #[error("it is not handed in")]
    NotHandedIn,
    /// It is endorsed already.
    #[error("it is endorsed already")]
    EndorsedAlready,
    /// It is not endorsed.
    #[error("it is not endorsed")]
    NotEndorsed,
    /// No version is approved.
    #[error("no version is approved")]
    NotApproved,
    /// The catalogue shows it already.
    #[error("it is published already")]
    PublishedAlready,
    /// The catalogue does not show it.
    #[error("it is not published")]
    NotPublished,
    /// It is suspended.
    #[error("it is suspended")]
    Suspended,
    /// It is not suspended.
    #[error("it is not suspended")]
    NotSuspended,
    /// It is retired.
    #[error("it is retired")]
    Retired,
}

impl UnitPhase {
    /// Before the first event.
    pub const NOTHING: UnitPhase = UnitPhase { draft: None, standing: UnitStanding::Unapproved };

    /// The whole table of what may follow what: the phase after an event of this kind.
    ///
    /// # Errors
    /// What stands in its way.
    pub fn after(self, event: UnitEventKind) -> Result<UnitPhase, UnitObstacle> {
        if self.standing == UnitStanding::Retired {
            return Err(UnitObstacle::Retired);
        }
        match event {
            UnitEventKind::Drafted | UnitEventKind::Copied => match self.draft {
                None => Ok(self.with_draft(Some(DraftStage::Empty))),
                Some(_) => Err(UnitObstacle::DraftOpen),
            },
            UnitEventKind::Saved
            | UnitEventKind::Submitted
            | UnitEventKind::Withdrawn
            | UnitEventKind::Returned
            | UnitEventKind::Endorsed => match self.draft {
                None => Err(UnitObstacle::NoDraft),
                Some(stage) => stage.after(event).map(|stage| self.with_draft(Some(stage))),
            },
            UnitEventKind::Approved => match self.draft {
                None => Err(UnitObstacle::NoDraft),
                Some(DraftStage::Empty) => Err(UnitObstacle::NothingSaved),
                Some(DraftStage::Draft | DraftStage::Submitted) => Err(UnitObstacle::NotEndorsed),
                Some(DraftStage::Endorsed) => Ok(UnitPhase { draft: None, standing: self.standing.approved() }),
            },
            // Whoever begins a ledger says there who answers for the unit.
            UnitEventKind::Entrusted if self == UnitPhase::NOTHING => Err(UnitObstacle::NoDraft),
            UnitEventKind::Entrusted => Ok(self),
            UnitEventKind::Published
            | UnitEventKind::Unpublished
            | UnitEventKind::Suspended
            | UnitEventKind::Resumed
            | UnitEventKind::Retired => Ok(UnitPhase { standing: self.standing.after(event)?, ..self }),
        }
    }

    fn with_draft(self, draft: Option<DraftStage>) -> UnitPhase {
        UnitPhase { draft, ..self }
    }
}

impl DraftStage {
    fn after(self, event: UnitEventKind) -> Result<DraftStage, UnitObstacle> {
        match (self, event) {
            (DraftStage::Empty | DraftStage::Draft, UnitEventKind::Saved) => Ok(DraftStage::Draft),
            (DraftStage::Submitted | DraftStage::Endorsed, UnitEventKind::Saved | UnitEventKind::Submitted) => {
                Err(UnitObstacle::HandedIn)
            }
            (DraftStage::Draft, UnitEventKind::Submitted) => Ok(DraftStage::Submitted),
            (DraftStage::Submitted | DraftStage::Endorsed, UnitEventKind::Withdrawn | UnitEventKind::Returned) => {
                Ok(DraftStage::Draft)
            }
            (DraftStage::Submitted, UnitEventKind::Endorsed) => Ok(DraftStage::Endorsed),
            (DraftStage::Endorsed, UnitEventKind::Endorsed) => Err(UnitObstacle::EndorsedAlready),
            (DraftStage::Empty, _) => Err(UnitObstacle::NothingSaved),
            (DraftStage::Draft | DraftStage::Submitted | DraftStage::Endorsed, _) => Err(UnitObstacle::NotHandedIn),
        }
    }
}

impl UnitStanding {
    /// A further version changes nothing of what is decided about the unit.
    fn approved(self) -> UnitStanding {
        match self {
            UnitStanding::Unapproved => UnitStanding::Approved { published: false, suspended: false },
            other => other,
        }
    }

    fn after(self, event: UnitEventKind) -> Result<UnitStanding, UnitObstacle> {
        let UnitStanding::Approved { published, suspended } = self else {
            return Err(UnitObstacle::NotApproved);
        };
        match event {
            UnitEventKind::Published if published => Err(UnitObstacle::PublishedAlready),
            UnitEventKind::Published if suspended => Err(UnitObstacle::Suspended),
            UnitEventKind::Published => Ok(UnitStanding::Approved { published: true, suspended }),
            UnitEventKind::Unpublished if !published => Err(UnitObstacle::NotPublished),
            UnitEventKind::Unpublished => Ok(UnitStanding::Approved { published: false, suspended }),
            UnitEventKind::Suspended if suspended => Err(UnitObstacle::Suspended),
            UnitEventKind::Suspended => Ok(UnitStanding::Approved { published, suspended: true }),
            UnitEventKind::Resumed if !suspended => Err(UnitObstacle::NotSuspended),
            UnitEventKind::Resumed => Ok(UnitStanding::Approved { published, suspended: false }),
            UnitEventKind::Retired => Ok(UnitStanding::Retired),
            // Whatever else happens, happens to the draft.
            _ => Ok(self),
        }
    }
}
