//! The catalogue: every institution with the newest version of each of its units, read once and remembered.

use std::sync::Arc;

use signet_record::{Institution, InstitutionId, Unit, UnitId};
use signet_store::{CatalogueState, StoreError};
use tokio::task::JoinError;

/// Why the catalogue was not read.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    /// The register failed.
    #[error(transparent)]
    Database(#[from] StoreError),
    /// The thread that reads descriptions ended without an answer.
    #[error("the descriptions of units were not read: {0}")]
    NoAnswer(#[from] JoinError),
}

/// A unit, and who offers it.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Who offers it.
    pub institution: Arc<Institution>,
    /// The newest version of the unit.
    pub unit: Arc<Unit>,
}

impl Offer {
    /// Whether it can be studied: it has a run that is open to people, or runs are not said.
    pub fn is_open(&self) -> bool {
        self.unit.runs.is_empty() || self.unit.runs.iter().any(|run| run.closed_to.is_none())
    }
}

/// Every unit of every institution, in the order of their identifiers.
#[derive(Debug, Default)]
pub struct Catalogue {
    pub(crate) offers: Vec<Offer>,
}

impl Catalogue {
    /// All units.
    pub fn offers(&self) -> &[Offer] {
        &self.offers
    }

    /// One unit of an institution.
    pub fn offer(&self, institution: &InstitutionId, unit: &UnitId) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.institution.id == *institution && offer.unit.id == *unit)
    }
}

/// The catalogue as it was last read, and the state of the register that it was read in.
pub(crate) struct RememberedCatalogue {
    pub state: CatalogueState,
    pub catalogue: Arc<Catalogue>,
}
