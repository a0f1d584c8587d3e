//! What may be studied: institutions and the newest version of each of their units.

use std::sync::Arc;

use signet_issue::RegisteredInstitution;
use signet_record::{Institution, InstitutionId, Unit, UnitId};
use signet_store::{StoredInstitution, StoredUnit};

use crate::{page_error::PageError, site::AppState};

/// One unit with the institution that offers it.
pub struct Offer {
    /// Who offers it.
    pub institution: Arc<Institution>,
    /// The unit.
    pub unit: Unit,
}

impl Offer {
    /// Path of its page.
    pub fn path(&self) -> String {
        format!("/catalogue/{}/{}", self.institution.id, self.unit.id)
    }

    fn is_open(&self) -> bool {
        self.unit.runs.is_empty() || self.unit.runs.iter().any(|run| run.closed_to.is_none())
    }
}

/// Everything that is open to everyone, at most `limit` units. A description that cannot be read is left out and logged.
///
/// # Errors
/// When the store does not answer.
pub async fn all(site: &AppState, limit: usize) -> Result<Vec<Offer>, PageError> {
    let mut offers = Vec::new();
    for stored in site.store().operator().institutions().await.map_err(PageError::fault)? {
        let Some(registered) = registered(&stored) else { continue };
        let units = site.store().tenant(&stored.id).units().await.map_err(PageError::fault)?;
        let of = units
            .iter()
            .filter_map(|stored| Some(Offer { institution: Arc::clone(&registered.institution), unit: unit(stored)? }));
        offers.extend(of.filter(Offer::is_open).take(limit - offers.len().min(limit)));
    }
    Ok(offers)
}

/// One unit that is open to everyone.
///
/// # Errors
/// When there is none, or the store does not answer.
pub async fn one(site: &AppState, of: &InstitutionId, id: &UnitId) -> Result<Offer, PageError> {
    let tenant = site.store().tenant(of);
    let stored = tenant.institution().await.map_err(PageError::fault)?.ok_or(PageError::NotFound)?;
    let institution = registered(&stored).ok_or(PageError::NotFound)?.institution;
    let stored = tenant.newest_unit(id).await.map_err(PageError::fault)?.ok_or(PageError::NotFound)?;
    let offer = Offer { institution, unit: unit(&stored).ok_or(PageError::NotFound)? };
    if offer.is_open() { Ok(offer) } else { Err(PageError::NotFound) }
}

/// An institution, and who seals for it, from its kept description.
pub fn registered(stored: &StoredInstitution) -> Option<RegisteredInstitution> {
    let read = RegisteredInstitution::from_document(&stored.document);
    read.map_err(
        |error| tracing::error!(institution = %stored.id, %error, "the description of an institution cannot be read"),
    )
    .ok()
}

/// A unit from its kept description.
pub fn unit(stored: &StoredUnit) -> Option<Unit> {
    let read = serde_json::from_str(&stored.document);
    read.map_err(|error| tracing::error!(unit = %stored.id, version = stored.version, %error, "a unit cannot be read"))
        .ok()
}
