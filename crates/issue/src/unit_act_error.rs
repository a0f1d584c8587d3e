//! Why an act on a unit of learning was not done.

use signet_access::AnotherAct;
use signet_offering::UnitRefusal;
use signet_record::{Flaw, UnitId};
use signet_registry::UnitRefused;
use signet_store::{AppendUnitError, HistoryError, PutArtefactError, ReadArtefactError, SessionsError, StoreError};

/// Why an act on a unit was not done. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum UnitActError {
    /// A unit of this id is there already.
    #[error("there is a unit `{0}` already")]
    Exists(UnitId),
    /// There is no such unit, or no such version of it.
    #[error("there is no such unit")]
    Unknown,
    /// The unit's history or its text does not allow it.
    #[error("the unit does not allow it")]
    Refused(UnitRefusal),
    /// The permit is for something else.
    #[error(transparent)]
    NotPermitted(#[from] AnotherAct),
    /// The register cannot be read.
    #[error(transparent)]
    Database(#[from] StoreError),
    /// Who is a guarantor here cannot be read.
    #[error(transparent)]
    Sessions(#[from] SessionsError),
    /// The ledger cannot be read.
    #[error(transparent)]
    History(#[from] HistoryError),
    /// The ledger could not be made longer.
    #[error(transparent)]
    Append(#[from] AppendUnitError),
    /// The ledger's entry could not be made.
    #[error(transparent)]
    Entry(#[from] UnitRefused),
    /// A text could not be kept.
    #[error(transparent)]
    Keep(#[from] PutArtefactError),
    /// A text could not be read back.
    #[error(transparent)]
    Read(#[from] ReadArtefactError),
    /// What is kept as the text of a unit is none.
    #[error("what is kept is no text of a unit: {0}")]
    Unreadable(#[source] Flaw),
    /// What is kept as an approved unit is none, or cannot be written.
    #[error(transparent)]
    Document(#[from] serde_json::Error),
}

impl From<UnitRefusal> for UnitActError {
    fn from(refusal: UnitRefusal) -> Self {
        UnitActError::Refused(refusal)
    }
}
