//! What is remembered of the catalogue, and why it may not be read.

use std::sync::Arc;

use signet_catalogue::CatalogueIndex;
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

/// The catalogue as it was last read.
#[derive(Default)]
pub(crate) struct RememberedCatalogue {
    /// The state of the register that it was read in; none once something was changed here.
    pub state: Option<CatalogueState>,
    pub catalogue: Arc<CatalogueIndex>,
}
