//! Status lists, sealed and published: anyone may fetch them whole, and nobody learns which credential was asked about.

use std::time::Duration;

use signet_record::{InstitutionId, Timestamp};
use signet_seal::jades;
use signet_store::StoreError;

use crate::{
    issuer::{House, Issuer},
    notary::NotaryError,
};

/// A published list may be relied on this long.
const RELIED_ON: Duration = Duration::from_secs(24 * 3600);
/// A list is made anew when it is this old, so that other nodes' revocations show.
const FRESH: Duration = Duration::from_secs(60);

/// A list as it was last published.
pub(crate) struct Published {
    at: Timestamp,
    bytes: Vec<u8>,
}

/// Why a list was not published.
#[derive(Debug, thiserror::Error)]
pub enum StatusListError {
    /// No key here seals for this institution.
    #[error("there is no seal for this institution here")]
    NoSeal,
    /// The seal was not made.
    #[error(transparent)]
    Notary(#[from] NotaryError),
    /// The register failed.
    #[error(transparent)]
    Database(#[from] StoreError),
}

impl Issuer {
    /// A status list as sealed JSON; `None` when the institution has no such list.
    ///
    /// # Errors
    /// When it cannot be sealed or read.
    pub async fn status_list(&self, house: &House, list: u32) -> Result<Option<Vec<u8>>, StatusListError> {
        let institution = &house.institution.id;
        let now = self.now();
        if let Some(bytes) = self.published(institution, list, now) {
            return Ok(Some(bytes));
        }
        let Some(entries) = self.store().public().status_list(institution, list).await? else { return Ok(None) };
        let workshop = self.workshop(&house.sealer_identifier()).ok_or(StatusListError::NoSeal)?;
        let issued = Timestamp::from_second(now.as_second()).unwrap_or(now);
        let url = self.status_list_url(institution, list);
        let payload = entries.publish(institution, &url, issued, issued + RELIED_ON);
        let notary = workshop.notary();
        let signing_time = workshop.policy().signing_time;
        let unsealed = jades::prepare(&payload, notary.chain(), notary.algorithm(), issued, signing_time)
            .map_err(|error| NotaryError::Form(error.to_string()))?;
        let signature = notary.sign(&unsealed.signing_input()).await?;
        let bytes = unsealed.finish(&signature).to_json().into_bytes();
        if let Ok(mut published) = self.inner.published.lock() {
            published.insert(key(institution, list), Published { at: now, bytes: bytes.clone() });
        }
        Ok(Some(bytes))
    }

    fn published(&self, institution: &InstitutionId, list: u32, now: Timestamp) -> Option<Vec<u8>> {
        let published = self.inner.published.lock().ok()?;
        let known = published.get(&key(institution, list))?;
        (now < known.at + FRESH).then(|| known.bytes.clone())
    }
}

fn key(institution: &InstitutionId, list: u32) -> String {
    format!("{institution}/{list}")
}
