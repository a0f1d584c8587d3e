//! What may be studied, as pages ask for it.

use signet_catalogue::{Offer, OfferKey};
use signet_issue::RegisteredInstitution;
use signet_record::{InstitutionId, Language, UnitId};
use signet_store::StoredInstitution;

use crate::{page_error::PageError, site::AppState};

/// One unit that is open to everyone.
///
/// # Errors
/// When there is none, or the store does not answer.
pub async fn one(site: &AppState, institution: InstitutionId, unit: UnitId) -> Result<Offer, PageError> {
    let catalogue = site.issuer.catalogue().await?;
    catalogue.offer(&OfferKey { institution, unit }).cloned().ok_or(PageError::NotFound)
}

/// An institution, and who seals for it, from its kept description.
pub fn registered(stored: &StoredInstitution) -> Option<RegisteredInstitution> {
    let read = RegisteredInstitution::from_document(&stored.document);
    read.map_err(
        |error| tracing::error!(institution = %stored.id, %error, "the description of an institution cannot be read"),
    )
    .ok()
}

/// What an institution is called, in a language; its id where that cannot be told.
///
/// # Errors
/// When the store does not answer.
pub async fn institution_name(site: &AppState, id: &InstitutionId, language: Language) -> Result<String, PageError> {
    let stored = site.store().tenant(id).institution().await?;
    let registered = stored.as_ref().and_then(registered);
    let name = registered.map(|registered| registered.institution.legal_name.text(language).to_owned());
    Ok(name.unwrap_or_else(|| id.to_string()))
}
