//! Status lists, sealed and published: anyone may fetch them whole, and nobody learns which credential was asked about. With
//! each the heads of the logs are sealed, so that whoever keeps a list can hold the register to it.

use std::{sync::Arc, time::Duration};

use bytes::Bytes;
use signet_record::{InstitutionId, Timestamp};
use signet_registry::{Digest, PublishedList, StatusList};
use signet_seal::jades;
use signet_store::{SealWork, StoreError};
use tokio::task::{JoinError, spawn_blocking};

use crate::{
    active_sealer::NoActiveSealer,
    issuer::{Issuer, RegisteredInstitution},
    remembered_list::RememberedList,
    seal_signer::SealSignerError,
    signing_session::{SignedFor, SigningSession},
};

/// A published list may be relied on this long.
const RELIED_ON: Duration = Duration::from_secs(24 * 3600);
/// After this long the register is looked at again, so that other nodes' revocations show.
const FRESH: Duration = Duration::from_secs(60);
/// A list in which nothing changed is sealed anew only after this long: a seal may cost money.
const SEALED_FOR: Duration = Duration::from_secs(12 * 3600);

/// A list is sealed anew after this long when the institution's log has grown: until then, what was added since could be
/// taken away without trace by who can write the database.
const LOG_SEALED_FOR: Duration = Duration::from_secs(3600);

/// Why a list was not published.
#[derive(Debug, thiserror::Error)]
pub enum StatusListError {
    /// No key here seals for this institution now.
    #[error(transparent)]
    NoActiveSealer(#[from] NoActiveSealer),
    /// The seal was not made.
    #[error(transparent)]
    SealSigner(#[from] SealSignerError),
    /// The thread on which the list is prepared ended without it.
    #[error("the list was not prepared: {0}")]
    NotPrepared(#[from] JoinError),
    /// The register failed.
    #[error(transparent)]
    Database(#[from] StoreError),
    /// The list that was sealed last says of a credential what the register no longer does. Nothing is sealed that takes it
    /// back: somebody changed the register, or restored an older one.
    #[error(
        "the list that was sealed last says `{status}` at place {place}, and the register no longer does: run fsck"
    )]
    TakenBack {
        /// Place in the list, from 0.
        place: u32,
        /// The status that the list states.
        status: &'static str,
    },
}

impl Issuer {
    /// A status list as sealed JSON; `None` when the institution has no such list.
    ///
    /// # Errors
    /// When it cannot be sealed or read.
    pub async fn status_list(
        &self,
        registered: &RegisteredInstitution,
        list: u32,
    ) -> Result<Option<Bytes>, StatusListError> {
        let institution = &registered.institution.id;
        let now = self.now();
        if let Some(bytes) = self.published(institution, list) {
            return Ok(Some(bytes));
        }
        let Some(entries) = self.store().public().status_list(institution, list).await? else { return Ok(None) };
        let url = self.status_list_url(institution, list);
        let content = entries.digest();
        if !self.log_waits(institution, list, now).await?
            && let Some(bytes) = self.unchanged(institution, list, now, &content)
        {
            return Ok(Some(bytes));
        }
        self.contradicts_nothing(institution, list, &entries).await?;
        let sealer = self.active_sealer(&registered.sealer_identifier(), now)?;
        let issued = Timestamp::from_second(now.as_second()).unwrap_or(now);
        let heads = self.store().public().log_heads(institution).await?;
        let log = heads.institution;
        let (maker, of) = (Arc::clone(&sealer), institution.clone());
        // A list of 2^17 entries is packed and hashed: others are answered meanwhile.
        let preparing = spawn_blocking(move || {
            let payload = entries.publish(&of, &url, (issued, issued + RELIED_ON), &heads);
            let (signer, signing_time) = (maker.signer(), maker.policy().signing_time);
            jades::prepare(&payload, signer.chain(), signer.algorithm(), issued, signing_time)
        });
        let unsealed = preparing.await?.map_err(SealSignerError::from)?;
        let signed_for = SignedFor { institution: Some(institution.clone()), credential: None };
        // Also while its seal is stopped: whoever stops issuing in an emergency will want revocations to be seen.
        let signature = SigningSession::new(self.session_context(), &sealer, signed_for)
            .sign(SealWork::StatusList, &unsealed.signing_input())
            .await?;
        let bytes = Bytes::from(unsealed.finish(&signature).to_json());
        // Whoever asks for the list needs it more than the register needs to keep it.
        if let Err(error) = self.store().tenant(institution).keep_status_list(list, bytes.clone()).await {
            tracing::warn!(%institution, %error, "a sealed status list was not kept");
        }
        if let Ok(mut published) = self.inner.published.lock() {
            let sealed = RememberedList { looked: now, sealed: now, content, log, bytes: bytes.clone() };
            published.insert(key(institution, list), sealed);
        }
        Ok(Some(bytes))
    }

    /// Holds what is to be sealed against what was sealed last.
    async fn contradicts_nothing(
        &self,
        institution: &InstitutionId,
        list: u32,
        entries: &StatusList,
    ) -> Result<(), StatusListError> {
        let kept = self.store().tenant(institution).kept_status_list(list).await?;
        // What is no list of ours says nothing; `fsck` complains about it.
        let read = |kept: Bytes| PublishedList::read(jades::read(&kept).ok()?.payload()).ok();
        let Some(sealed) = kept.and_then(read) else { return Ok(()) };
        match sealed.taken_back(entries).next() {
            None => Ok(()),
            Some((place, status)) => Err(StatusListError::TakenBack { place: place.get(), status: status.code() }),
        }
    }

    /// Seals the newest list of an institution when its log has grown, whether anybody asks for the list or not.
    ///
    /// # Errors
    /// When it cannot be sealed or read.
    pub async fn seal_log(&self, registered: &RegisteredInstitution) -> Result<(), StatusListError> {
        let lists = self.store().tenant(&registered.institution.id).status_lists().await?;
        if let Some(newest) = lists.last() {
            self.status_list(registered, *newest).await?;
        }
        Ok(())
    }

    /// Whether the log has grown long enough ago by more than what the list's own seal added.
    async fn log_waits(&self, institution: &InstitutionId, list: u32, now: Timestamp) -> Result<bool, StoreError> {
        let sealed = {
            let Ok(published) = self.inner.published.lock() else { return Ok(false) };
            published.get(&key(institution, list)).map(|known| (known.sealed, known.log))
        };
        match sealed {
            Some((sealed, log)) if now >= sealed + LOG_SEALED_FOR => {
                self.store().public().log_has_grown(institution, &log).await
            }
            _ => Ok(false),
        }
    }

    /// A list that was published so lately that the register need not be asked; clones share the bytes.
    pub fn published(&self, institution: &InstitutionId, list: u32) -> Option<Bytes> {
        let now = self.now();
        let published = self.inner.published.lock().ok()?;
        let known = published.get(&key(institution, list))?;
        (now < known.looked + FRESH).then(|| known.bytes.clone())
    }

    /// The list as it was last sealed, when the register says the same as then.
    fn unchanged(&self, institution: &InstitutionId, list: u32, now: Timestamp, content: &Digest) -> Option<Bytes> {
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
