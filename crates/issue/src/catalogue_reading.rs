//! The catalogue is read out of the register, and remembered until something changes.

use std::sync::Arc;

use signet_record::Unit;
use signet_store::{CatalogueState, StoredUnit};
use tokio::task::spawn_blocking;

use crate::{
    catalogue::{Catalogue, CatalogueError, Offer, RememberedCatalogue},
    issuer::{Issuer, RegisteredInstitution},
};

impl Issuer {
    /// The catalogue as it stands now. It is read anew when the register says that something was added or changed, by this process or
    /// by another one. A description that cannot be read is left out and logged.
    ///
    /// # Errors
    /// When the register cannot be read. Nothing is remembered then.
    pub async fn catalogue(&self) -> Result<Arc<Catalogue>, CatalogueError> {
        // Before the units: what comes in between is read again the next time.
        let state = self.store().operator().catalogue_state().await?;
        if let Some(catalogue) = self.remembered(&state) {
            return Ok(catalogue);
        }
        let mut offers = Vec::new();
        for stored in self.store().operator().institutions().await? {
            let registered = match RegisteredInstitution::from_document(&stored.document) {
                Ok(registered) => registered,
                Err(error) => {
                    tracing::error!(institution = %stored.id, %error, "the description of an institution cannot be read");
                    continue;
                }
            };
            let units = self.store().tenant(&stored.id).offered_units().await?;
            let institution = &registered.institution;
            let offer = |unit| Offer { institution: Arc::clone(institution), unit: Arc::new(unit) };
            // Hundreds of descriptions take their time: others are answered meanwhile.
            let read = spawn_blocking(move || units.iter().filter_map(unit).collect::<Vec<Unit>>()).await?;
            offers.extend(read.into_iter().map(offer));
        }
        let catalogue = Arc::new(Catalogue { offers });
        if let Ok(mut remembered) = self.inner.catalogue.lock() {
            *remembered = Some(RememberedCatalogue { state, catalogue: Arc::clone(&catalogue) });
        }
        Ok(catalogue)
    }

    fn remembered(&self, state: &CatalogueState) -> Option<Arc<Catalogue>> {
        let remembered = self.inner.catalogue.lock().ok()?;
        remembered.as_ref().filter(|known| known.state == *state).map(|known| Arc::clone(&known.catalogue))
    }

    /// Called by whatever changes a unit or an institution here: two changes within a millisecond leave the state as it is.
    pub(crate) fn forget_catalogue(&self) {
        if let Ok(mut remembered) = self.inner.catalogue.lock() {
            *remembered = None;
        }
    }
}

/// A unit from its kept description.
fn unit(stored: &StoredUnit) -> Option<Unit> {
    let read = serde_json::from_str(&stored.document);
    read.inspect_err(
        |error| tracing::error!(unit = %stored.id, version = stored.version, %error, "a unit cannot be read"),
    )
    .ok()
}
