//! Status lists, sealed and published: anyone may fetch them whole, and nobody learns which credential was asked about.

use std::time::Duration;

use signet_record::{InstitutionId, Timestamp};
use signet_registry::Digest;
use signet_seal::jades;
use signet_store::{SealWork, StoreError};

use crate::{
    desk::{Client, Desk},
    issuer::{House, Issuer},
    notary::NotaryError,
    turn::NoTurn,
};

/// A published list may be relied on this long.
const RELIED_ON: Duration = Duration::from_secs(24 * 3600);
/// After this long the register is looked at again, so that other nodes' revocations show.
const FRESH: Duration = Duration::from_secs(60);
/// A list in which nothing changed is sealed anew only after this long: a seal may cost money.
const SEALED_FOR: Duration = Duration::from_secs(12 * 3600);

/// A list as it was last published.
pub(crate) struct Published {
    looked: Timestamp,
    sealed: Timestamp,
    /// Of what it says, but for its own times.
    content: Digest,
    bytes: Vec<u8>,
}

/// Why a list was not published.
#[derive(Debug, thiserror::Error)]
pub enum StatusListError {
    /// No key here seals for this institution now.
    #[error(transparent)]
    NoTurn(#[from] NoTurn),
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
        let url = self.status_list_url(institution, list);
        let content =
            Digest::of(entries.publish(institution, &url, Timestamp::UNIX_EPOCH, Timestamp::UNIX_EPOCH).as_bytes());
        if let Some(bytes) = self.unchanged(institution, list, now, &content) {
            return Ok(Some(bytes));
        }
        let workshop = self.turn(&house.sealer_identifier(), now)?;
        let issued = Timestamp::from_second(now.as_second()).unwrap_or(now);
        let payload = entries.publish(institution, &url, issued, issued + RELIED_ON);
        let notary = workshop.notary();
        let signing_time = workshop.policy().signing_time;
        let unsealed = jades::prepare(&payload, notary.chain(), notary.algorithm(), issued, signing_time)
            .map_err(|error| NotaryError::Form(error.to_string()))?;
        let client = Client { institution: Some(institution.clone()), credential: None };
        // Also while its seal is stopped: whoever stops issuing in an emergency will want revocations to be seen.
        let signature =
            Desk::new(self, &workshop, client).sign(SealWork::StatusList, &unsealed.signing_input()).await?;
        let bytes = unsealed.finish(&signature).to_json().into_bytes();
        if let Ok(mut published) = self.inner.published.lock() {
            published
                .insert(key(institution, list), Published { looked: now, sealed: now, content, bytes: bytes.clone() });
        }
        Ok(Some(bytes))
    }

    fn published(&self, institution: &InstitutionId, list: u32, now: Timestamp) -> Option<Vec<u8>> {
        let published = self.inner.published.lock().ok()?;
        let known = published.get(&key(institution, list))?;
        (now < known.looked + FRESH).then(|| known.bytes.clone())
    }

    /// The list as it was last sealed, when the register says the same as then.
    fn unchanged(&self, institution: &InstitutionId, list: u32, now: Timestamp, content: &Digest) -> Option<Vec<u8>> {
        let mut published = self.inner.published.lock().ok()?;
        let known = published.get_mut(&key(institution, list))?;
        if known.content != *content || now >= known.sealed + SEALED_FOR {
            return None;
        }
        known.looked = now;
        Some(known.bytes.clone())
    }
}

fn key(institution: &InstitutionId, list: u32) -> String {
    format!("{institution}/{list}")
}
