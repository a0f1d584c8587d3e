//! The catalogue is read out of the register, put in order to be searched, and remembered until something changes.

use std::{collections::HashMap, sync::Arc};

use signet_catalogue::{CatalogueIndex, Offer, RegisterRun};
use signet_offering::RunState;
use signet_record::{Institution, InstitutionId, Unit, UnitId};
use signet_store::{CatalogueRun, CatalogueState, StoredUnit};
use tokio::task::spawn_blocking;

use crate::{
    catalogue::{CatalogueError, RememberedCatalogue},
    issuer::{Issuer, RegisteredInstitution},
};

/// Units that were read before, by institution, id and version.
type KnownUnits = HashMap<(InstitutionId, UnitId, u32), Arc<Unit>>;

/// What the register has of one institution.
struct OfInstitution {
    institution: Arc<Institution>,
    units: Vec<StoredUnit>,
    runs: Vec<CatalogueRun>,
}

impl Issuer {
    /// The catalogue as it stands now. It is read anew when the register says that something was added or changed, by this process or
    /// by another one. A description that cannot be read is left out and logged.
    ///
    /// # Errors
    /// When the register cannot be read. Nothing is remembered then.
    pub async fn catalogue(&self) -> Result<Arc<CatalogueIndex>, CatalogueError> {
        let state = self.store().operator().catalogue_state().await?;
        if let Some(catalogue) = self.remembered(&state) {
            return Ok(catalogue);
        }
        let _turn = self.inner.catalogue_reading.lock().await;
        // Before the units: what comes in between is read again the next time. Somebody else may have read it meanwhile.
        let state = self.store().operator().catalogue_state().await?;
        if let Some(catalogue) = self.remembered(&state) {
            return Ok(catalogue);
        }
        let mut all = Vec::new();
        for stored in self.store().operator().institutions().await? {
            let registered = match RegisteredInstitution::from_document(&stored.document) {
                Ok(registered) => registered,
                Err(error) => {
                    tracing::error!(institution = %stored.id, %error, "the description of an institution cannot be read");
                    continue;
                }
            };
            let tenant = self.store().tenant(&stored.id);
            let (units, runs) = (tenant.offered_units().await?, tenant.catalogue_runs().await?);
            all.push(OfInstitution { institution: registered.institution, units, runs });
        }
        // Hundreds of descriptions take their time: others are answered meanwhile.
        let known = self.known_units();
        let index = move || CatalogueIndex::new(all.into_iter().flat_map(|one| one.offers(&known)).collect());
        let catalogue = Arc::new(spawn_blocking(index).await?);
        if let Ok(mut remembered) = self.inner.catalogue.lock() {
            *remembered = RememberedCatalogue { state: Some(state), catalogue: Arc::clone(&catalogue) };
        }
        Ok(catalogue)
    }

    fn remembered(&self, state: &CatalogueState) -> Option<Arc<CatalogueIndex>> {
        let remembered = self.inner.catalogue.lock().ok()?;
        (remembered.state.as_ref() == Some(state)).then(|| Arc::clone(&remembered.catalogue))
    }

    /// The units that were read before. A version never changes: only what was added has to be read.
    fn known_units(&self) -> KnownUnits {
        let Ok(remembered) = self.inner.catalogue.lock() else { return KnownUnits::new() };
        let key = |offer: &Offer| (offer.institution.id.clone(), offer.unit.id.clone(), offer.unit.version);
        remembered.catalogue.offers().map(|offer| (key(offer), Arc::clone(&offer.unit))).collect()
    }

    /// Called by whatever changes a unit or an institution here: two changes within a millisecond leave the state as it is.
    pub(crate) fn forget_catalogue(&self) {
        if let Ok(mut remembered) = self.inner.catalogue.lock() {
            remembered.state = None;
        }
    }
}

impl OfInstitution {
    fn offers(self, known: &KnownUnits) -> Vec<Offer> {
        let mut runs: HashMap<UnitId, Vec<RegisterRun>> = HashMap::new();
        for run in self.runs {
            let of_unit = runs.entry(run.unit.clone()).or_default();
            of_unit.push(register_run(&run));
        }
        let offer = |stored: &StoredUnit| {
            let key = (self.institution.id.clone(), stored.id.clone(), stored.version);
            let unit = known.get(&key).cloned().or_else(|| unit(stored).map(Arc::new))?;
            let runs = runs.remove(&stored.id).into_iter().flatten().collect();
            Offer::new(Arc::clone(&self.institution), unit, stored.created, runs)
        };
        self.units.iter().filter_map(offer).collect()
    }
}

fn register_run(run: &CatalogueRun) -> RegisterRun {
    RegisterRun {
        run: run.terms.run().clone(),
        capacity: run.terms.capacity(),
        takes_applications: run.state == RunState::Open,
        is_cancelled: run.state == RunState::Cancelled,
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
