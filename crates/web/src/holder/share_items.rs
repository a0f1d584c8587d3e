//! What may stand together in one link.

use signet_record::CredentialId;
use signet_registry::Status;
use signet_store::{StoredCredential, Tenant};

use crate::page_error::PageError;

/// Credentials of one link: as many as a reader still reads.
pub const ITEMS_MAX: usize = 20;

/// Those credentials, of the same holder and fit to be shared.
///
/// # Errors
/// When one is somebody else's, of another institution, not sealed or not valid.
pub async fn shareable(
    tenant: &Tenant,
    first: &StoredCredential,
    others: &[CredentialId],
) -> Result<Vec<StoredCredential>, PageError> {
    let mut found = Vec::new();
    for id in others.iter().filter(|id| **id != first.id) {
        let other = tenant.credential(id).await?.ok_or(PageError::NotFound)?;
        if other.key.person != first.key.person || !other.is_sealed() || other.status != Status::Valid {
            return Err(PageError::NotFound);
        }
        found.push(other);
    }
    Ok(found)
}
