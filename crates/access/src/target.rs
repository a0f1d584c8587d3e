//! What is acted on.

use signet_record::{InstitutionId, PersonId};
use signet_registry::Agent;

use crate::scope::UnitPlace;

/// What is acted on, with just what the decision needs to know of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target<'a> {
    /// A sheet of results of a unit, and what is done with it.
    Batch {
        /// The institution it belongs to.
        institution: &'a InstitutionId,
        /// The unit; none of what is about any.
        place: Option<&'a UnitPlace>,
    },
    /// One credential, or one award on its way to be one.
    Credential {
        /// The institution in whose register it stands.
        institution: &'a InstitutionId,
        /// Whose learning it states.
        holder: &'a PersonId,
        /// The guarantor of its unit.
        guarantor: Option<&'a PersonId>,
        /// The unit whose learning it is; none of what is about all that somebody has.
        place: Option<&'a UnitPlace>,
    },
    /// A role of somebody's, given or to be given.
    Grant {
        /// The institution in which it is held.
        institution: &'a InstitutionId,
        /// Whose it is.
        account: &'a Agent,
        /// Who that is in the institution's records, where it is known.
        person: Option<&'a PersonId>,
    },
    /// An institution as a whole: its register, settings, seal, lists.
    Institution(&'a InstitutionId),
    /// The service itself, beyond any institution; and what it offers to everyone.
    Service,
    /// One share of a credential.
    Share {
        /// The institution in whose register it stands.
        institution: &'a InstitutionId,
        /// Who made it.
        holder: &'a PersonId,
        /// Whether it lets its bearer look now.
        open: bool,
    },
    /// What one participant reached in a run.
    Result {
        /// The institution it belongs to.
        institution: &'a InstitutionId,
        /// Whose it is.
        holder: &'a PersonId,
        /// The guarantor of the unit.
        guarantor: Option<&'a PersonId>,
        /// Who assesses the run.
        assessors: &'a [PersonId],
        /// The unit.
        place: Option<&'a UnitPlace>,
    },
    /// A run of a unit with its participants; one that is still to be planned has no assessors.
    Run {
        /// The institution it belongs to.
        institution: &'a InstitutionId,
        /// The guarantor of the unit.
        guarantor: Option<&'a PersonId>,
        /// Who assesses it.
        assessors: &'a [PersonId],
        /// The unit.
        place: Option<&'a UnitPlace>,
    },
    /// A unit of learning.
    Unit {
        /// The institution it belongs to.
        institution: &'a InstitutionId,
        /// Who answers for it.
        guarantor: Option<&'a PersonId>,
        /// Which it is; none of what is about any.
        place: Option<&'a UnitPlace>,
    },
}

impl<'a> Target<'a> {
    /// The institution inside whose walls it lies.
    pub fn institution(&self) -> Option<&'a InstitutionId> {
        match *self {
            Target::Batch { institution, .. }
            | Target::Credential { institution, .. }
            | Target::Grant { institution, .. }
            | Target::Institution(institution)
            | Target::Result { institution, .. }
            | Target::Run { institution, .. }
            | Target::Share { institution, .. }
            | Target::Unit { institution, .. } => Some(institution),
            Target::Service => None,
        }
    }

    /// The kind, as the table of rights names it.
    pub fn kind(&self) -> TargetKind {
        match self {
            Target::Batch { .. } => TargetKind::Batch,
            Target::Credential { .. } => TargetKind::Credential,
            Target::Grant { .. } => TargetKind::Grant,
            Target::Institution(_) => TargetKind::Institution,
            Target::Result { .. } => TargetKind::Result,
            Target::Run { .. } => TargetKind::Run,
            Target::Service => TargetKind::Service,
            Target::Share { .. } => TargetKind::Share,
            Target::Unit { .. } => TargetKind::Unit,
        }
    }

    /// The person it is about.
    pub(crate) fn holder(&self) -> Option<&'a PersonId> {
        match *self {
            Target::Credential { holder, .. } | Target::Result { holder, .. } | Target::Share { holder, .. } => {
                Some(holder)
            }
            Target::Grant { person, .. } => person,
            Target::Batch { .. }
            | Target::Institution(_)
            | Target::Run { .. }
            | Target::Service
            | Target::Unit { .. } => None,
        }
    }

    /// The guarantor of the unit it belongs to.
    pub(crate) fn guarantor(&self) -> Option<&'a PersonId> {
        match *self {
            Target::Credential { guarantor, .. }
            | Target::Result { guarantor, .. }
            | Target::Run { guarantor, .. }
            | Target::Unit { guarantor, .. } => guarantor,
            Target::Batch { .. }
            | Target::Grant { .. }
            | Target::Institution(_)
            | Target::Service
            | Target::Share { .. } => None,
        }
    }

    /// The unit it belongs to.
    pub(crate) fn place(&self) -> Option<&'a UnitPlace> {
        match *self {
            Target::Batch { place, .. }
            | Target::Credential { place, .. }
            | Target::Result { place, .. }
            | Target::Run { place, .. }
            | Target::Unit { place, .. } => place,
            Target::Grant { .. } | Target::Institution(_) | Target::Service | Target::Share { .. } => None,
        }
    }

    /// The account it is about.
    pub(crate) fn account(&self) -> Option<&'a Agent> {
        match *self {
            Target::Grant { account, .. } => Some(account),
            Target::Batch { .. }
            | Target::Credential { .. }
            | Target::Institution(_)
            | Target::Result { .. }
            | Target::Run { .. }
            | Target::Service
            | Target::Share { .. }
            | Target::Unit { .. } => None,
        }
    }

    /// Who assesses the run it belongs to.
    pub(crate) fn assessors(&self) -> &'a [PersonId] {
        match *self {
            Target::Result { assessors, .. } | Target::Run { assessors, .. } => assessors,
            Target::Batch { .. }
            | Target::Credential { .. }
            | Target::Grant { .. }
            | Target::Institution(_)
            | Target::Service
            | Target::Share { .. }
            | Target::Unit { .. } => &[],
        }
    }
}

/// The kinds of target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetKind {
    /// [`Target::Batch`].
    Batch,
    /// [`Target::Credential`].
    Credential,
    /// [`Target::Grant`].
    Grant,
    /// [`Target::Institution`].
    Institution,
    /// [`Target::Result`].
    Result,
    /// [`Target::Run`].
    Run,
    /// [`Target::Service`].
    Service,
    /// [`Target::Share`].
    Share,
    /// [`Target::Unit`].
    Unit,
}

impl TargetKind {
    /// Whether a target of the kind states the unit it belongs to.
    pub fn is_of_unit(self) -> bool {
        match self {
            TargetKind::Batch | TargetKind::Credential | TargetKind::Result | TargetKind::Run | TargetKind::Unit => {
                true
            }
            TargetKind::Grant | TargetKind::Institution | TargetKind::Service | TargetKind::Share => false,
        }
    }

    /// Its name in the table of rights.
    pub fn name(self) -> &'static str {
        match self {
            TargetKind::Batch => "batch",
            TargetKind::Credential => "credential",
            TargetKind::Grant => "grant",
            TargetKind::Institution => "institution",
            TargetKind::Result => "result",
            TargetKind::Run => "run",
            TargetKind::Service => "service",
            TargetKind::Share => "share",
            TargetKind::Unit => "unit",
        }
    }
}
