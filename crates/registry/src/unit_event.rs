//! The events in the life of a unit of learning: who wrote, endorsed and approved which text, and whether it may be issued from.

use serde::{Deserialize, Serialize};
use signet_record::{Date, Line, PersonId, UnitId};

use crate::digest::Digest;

/// One approved text of one unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitVersion {
    /// Which unit.
    pub unit: UnitId,
    /// Which of its versions, from 1.
    pub version: u32,
}

/// Something that happened to a unit and is written down for ever.
///
/// Where it decides who may act later, it names the person behind the account as well, as the institution's records knew them at that
/// moment: a role may end, and four eyes are two persons, not two accounts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
pub enum UnitEvent {
    /// A draft of a version was begun, without any text.
    Drafted {
        /// Which version it is to become.
        version: u32,
    },
    /// A draft of a version was begun with the text of another.
    Copied {
        /// Which version it is to become.
        version: u32,
        /// Whose text it begins with: another unit, or an earlier version of this one.
        from: UnitVersion,
    },
    /// The draft has another text. Whoever did it is one of its authors.
    Saved {
        /// Number of the text within this draft, from 1.
        revision: u32,
        /// SHA-256 of the canonical text.
        digest: Digest,
        /// The person behind the account.
        person: Option<PersonId>,
    },
    /// The draft was handed in; until it is withdrawn or returned, its text stays.
    Submitted {
        /// The text that was handed in.
        digest: Digest,
    },
    /// Whoever answers for the unit stands behind this text.
    Endorsed {
        /// The text that was read.
        digest: Digest,
        /// The person behind the account.
        person: Option<PersonId>,
    },
    /// The text is to be changed first.
    Returned {
        /// The remarks, field by field: an artefact.
        remarks: Digest,
    },
    /// The text was taken back by its authors, to be changed.
    Withdrawn {},
    /// The text holds from now on, as a version that never changes.
    Approved(UnitApproval),
    /// Somebody else answers for the unit from now on.
    Entrusted {
        /// Who, by the institution's records.
        guarantor: PersonId,
    },
    /// It is shown in the catalogue.
    Published {},
    /// It is shown there no longer.
    Unpublished {},
    /// Nothing is issued until it is resumed.
    Suspended {
        /// Why, for colleagues.
        reason: Line,
    },
    /// It may be issued from again.
    Resumed {},
    /// It is offered no longer, for good. What was reached before may still be issued.
    Retired {},
}

/// What an approval binds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitApproval {
    /// Which version the text has become, from 1.
    pub version: u32,
    /// The text: SHA-256 of its canonical form, which is an artefact.
    pub digest: Digest,
    /// Version of the common framework it was checked against.
    pub framework: Line,
    /// First day it may be issued from.
    pub from: Date,
    /// Last day it may be issued from without having been looked at again.
    pub review_by: Date,
    /// The person behind the account that approved.
    pub person: Option<PersonId>,
}

/// Kinds of [`UnitEvent`], in the order of the table of what may follow what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnitEventKind {
    /// [`UnitEvent::Drafted`].
    Drafted,
    /// [`UnitEvent::Copied`].
    Copied,
    /// [`UnitEvent::Saved`].
    Saved,
    /// [`UnitEvent::Submitted`].
    Submitted,
    /// [`UnitEvent::Withdrawn`].
    Withdrawn,
    /// [`UnitEvent::Returned`].
    Returned,
    /// [`UnitEvent::Endorsed`].
    Endorsed,
    /// [`UnitEvent::Approved`].
    Approved,
    /// [`UnitEvent::Entrusted`].
    Entrusted,
    /// [`UnitEvent::Published`].
    Published,
    /// [`UnitEvent::Unpublished`].
    Unpublished,
    /// [`UnitEvent::Suspended`].
    Suspended,
    /// [`UnitEvent::Resumed`].
    Resumed,
    /// [`UnitEvent::Retired`].
    Retired,
}

impl UnitEventKind {
    /// Every kind.
    pub const ALL: [UnitEventKind; 14] = [
        UnitEventKind::Drafted,
        UnitEventKind::Copied,
        UnitEventKind::Saved,
        UnitEventKind::Submitted,
        UnitEventKind::Withdrawn,
        UnitEventKind::Returned,
        UnitEventKind::Endorsed,
        UnitEventKind::Approved,
        UnitEventKind::Entrusted,
        UnitEventKind::Published,
        UnitEventKind::Unpublished,
        UnitEventKind::Suspended,
        UnitEventKind::Resumed,
        UnitEventKind::Retired,
    ];

    /// Its name, as in the canonical form.
    pub fn code(self) -> &'static str {
        match self {
            UnitEventKind::Drafted => "drafted",
            UnitEventKind::Copied => "copied",
            UnitEventKind::Saved => "saved",
            UnitEventKind::Submitted => "submitted",
            UnitEventKind::Withdrawn => "withdrawn",
            UnitEventKind::Returned => "returned",
            UnitEventKind::Endorsed => "endorsed",
            UnitEventKind::Approved => "approved",
            UnitEventKind::Entrusted => "entrusted",
            UnitEventKind::Published => "published",
            UnitEventKind::Unpublished => "unpublished",
            UnitEventKind::Suspended => "suspended",
            UnitEventKind::Resumed => "resumed",
            UnitEventKind::Retired => "retired",
        }
    }
}

impl UnitEvent {
    /// What kind of event it is.
    pub fn kind(&self) -> UnitEventKind {
        match self {
            UnitEvent::Drafted { .. } => UnitEventKind::Drafted,
            UnitEvent::Copied { .. } => UnitEventKind::Copied,
            UnitEvent::Saved { .. } => UnitEventKind::Saved,
            UnitEvent::Submitted { .. } => UnitEventKind::Submitted,
            UnitEvent::Endorsed { .. } => UnitEventKind::Endorsed,
            UnitEvent::Returned { .. } => UnitEventKind::Returned,
            UnitEvent::Withdrawn {} => UnitEventKind::Withdrawn,
            UnitEvent::Approved(_) => UnitEventKind::Approved,
            UnitEvent::Entrusted { .. } => UnitEventKind::Entrusted,
            UnitEvent::Published {} => UnitEventKind::Published,
            UnitEvent::Unpublished {} => UnitEventKind::Unpublished,
            UnitEvent::Suspended { .. } => UnitEventKind::Suspended,
            UnitEvent::Resumed {} => UnitEventKind::Resumed,
            UnitEvent::Retired {} => UnitEventKind::Retired,
        }
    }

    /// The artefact the event names; it must be kept before the event is. A text that is only saved is none: it is kept for ever once
    /// it is handed in, so that whoever endorses or approves can be shown what they read.
    pub fn artefact(&self) -> Option<Digest> {
        match self {
            UnitEvent::Submitted { digest } => Some(*digest),
            UnitEvent::Returned { remarks } => Some(*remarks),
            UnitEvent::Approved(approval) => Some(approval.digest),
            _ => None,
        }
    }
}
