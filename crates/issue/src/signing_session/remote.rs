//! Signatures from a service, as values written down: before the request goes out the register knows which digest was asked
//! for, when it comes back the register has it before anything is made of it. Whoever comes after a crash goes on there.
//!
//! So the same credential is never sealed twice with different bytes. A signature whose answer was lost with the process
//! that waited for it is asked for again, for the very same digest; where the service works asynchronously, it is fetched.

use std::time::{Duration, Instant};

use bytes::Bytes;
use signet_outbound::{
    ServiceError, SigningService,
    csc::{Begun, POLL_EVERY},
};
use signet_record::Timestamp;
use signet_registry::{Digest, SealedFile};
use signet_store::{ArtefactKind, SealWork, Signature};

use super::{ClaimContext, SigningSession};
use crate::seal_signer::{KeptError, SealSigner, SealSignerError};

/// A claim is held so long while a service works; the usual lease is too short for several calls over a slow network.
const LEASE: Duration = Duration::from_secs(300);
/// A response is waited for so long before the sealer turns to the next credential.
const IN_HAND: Duration = Duration::from_secs(5);
/// What was asked for and never answered counts no longer: a seal should not claim a time that is long past.
const FORGOTTEN: Duration = Duration::from_secs(24 * 3600);

/// The instant the seals claim: the one that was asked for before, so that the same bytes are asked for again.
pub fn claimed(begun: &[Signature], certificate: &Digest, now: Timestamp) -> Timestamp {
    let counts = |one: &&Signature| {
        let has_come = one.value.is_some() || one.response.is_some() || one.sealed.is_some();
        one.certificate == *certificate && (has_come || now < one.asked + FORGOTTEN)
    };
    begun.iter().find(counts).map_or(now, |one| one.claimed)
}

/// A signature that is asked of a service.
struct Asked<'a> {
    service: &'a SigningService,
    claim_context: &'a ClaimContext<'a>,
    work: SealWork,
    message: &'a [u8],
    /// Of the message, in lower-case hex.
    digest: String,
}

impl SigningSession<'_> {
    /// The file that was sealed and kept before a crash, if it is over this very message.
    ///
    /// # Errors
    /// When the register or the folder of artefacts fails.
    pub async fn kept(&self, work: SealWork, message: &[u8]) -> Result<Option<Vec<u8>>, SealSignerError> {
        let (SealSigner::Remote(_), Some(claim_context)) = (self.sealer.signer(), &self.claim_context) else {
            return Ok(None);
        };
        let begun = self.begun(claim_context, work, &self.digest_of(message)).await?;
        let Some(digest) = begun.and_then(|one| one.sealed) else { return Ok(None) };
        let artefact = claim_context.tenant.artefact(&digest).await.map_err(KeptError::from)?;
        Ok(Some(artefact.bytes.to_vec()))
    }

    /// Keeps a sealed file that the next step builds upon: made again, it would be another one.
    ///
    /// # Errors
    /// When the register or the folder of artefacts fails.
    pub async fn keep(&self, work: SealWork, kind: SealedFile, file: &[u8]) -> Result<(), SealSignerError> {
        let (SealSigner::Remote(_), Some(claim_context)) = (self.sealer.signer(), &self.claim_context) else {
            return Ok(());
        };
        let ClaimContext { tenant, claim, .. } = claim_context;
        let (kind, bytes) = (ArtefactKind::Sealed(kind), Bytes::copy_from_slice(file));
        let digest = tenant.put_artefact(kind, bytes, self.clock.now()).await.map_err(KeptError::from)?;
        Ok(tenant.put_signature_sealed(&claim.credential, work, &digest).await?)
    }

    pub(super) async fn resume(
        &self,
        service: &SigningService,
        claim_context: &ClaimContext<'_>,
        work: SealWork,
        message: &[u8],
    ) -> Result<Vec<u8>, SealSignerError> {
        let asked = Asked { service, claim_context, work, message, digest: self.digest_of(message) };
        match self.begun(claim_context, work, &asked.digest).await? {
            Some(Signature { value: Some(value), .. }) => self.take(&asked, value, "fetched").await,
            Some(Signature { response: Some((response, place)), .. }) => self.fetch(&asked, &response, place).await,
            _ => self.ask(&asked).await,
        }
    }

    /// What was asked of this key for this digest.
    async fn begun(
        &self,
        claim_context: &ClaimContext<'_>,
        work: SealWork,
        digest: &str,
    ) -> Result<Option<Signature>, SealSignerError> {
        let certificate = self.sealer.signer().certificate();
        let mut all = claim_context.tenant.signatures(&claim_context.claim.credential).await?;
        all.retain(|one| one.work == work && one.digest == digest && one.certificate == certificate);
        Ok(all.pop())
    }

    async fn ask(&self, asked: &Asked<'_>) -> Result<Vec<u8>, SealSignerError> {
        self.hold_on(asked.claim_context).await?;
        self.put_unanswered(asked).await?;
        self.note(asked.work, &asked.digest, "asked").await?;
        let hash = self.sealer.signer().algorithm().digest().hash(asked.message);
        let ClaimContext { tenant, claim, .. } = asked.claim_context;
        match asked.service.begin(&hash).await {
            Ok(Begun::Signed(value)) => {
                tenant.put_signature_value(&claim.credential, asked.work, &asked.digest, &value).await?;
                self.take(asked, value, "made").await
            }
            Ok(Begun::Later { response, place }) => {
                tenant.put_signature_response(&claim.credential, asked.work, &response, place).await?;
                self.fetch(asked, &response, place).await
            }
            Err(error) => {
                let error = SealSignerError::from(error);
                self.note(asked.work, &asked.digest, error.reason().code()).await?;
                Err(error)
            }
        }
    }

    async fn fetch(&self, asked: &Asked<'_>, response: &str, place: u32) -> Result<Vec<u8>, SealSignerError> {
        let patience = Instant::now() + IN_HAND;
        loop {
            self.hold_on(asked.claim_context).await?;
            match asked.service.poll(response).await {
                Ok(Some(values)) => {
                    // The service may give them out only once: those of other credentials are kept for them.
                    let certificate = self.sealer.signer().certificate();
                    self.seal_audit.put_signature_values(&certificate, response, &values).await?;
                    let own = usize::try_from(place).ok().and_then(|place| values.into_iter().nth(place));
                    let own = own.ok_or(ServiceError::Answer("fewer signatures than were asked for"))?;
                    return self.take(asked, own, "made").await;
                }
                Ok(None) if Instant::now() < patience => tokio::time::sleep(POLL_EVERY).await,
                Ok(None) => return Err(ServiceError::NotYet.into()),
                Err(ServiceError::Unknown) => return self.fetched_by_another(asked).await,
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// A response that the service no longer has: another sealer fetched it for us, or it is lost and asked for anew.
    async fn fetched_by_another(&self, asked: &Asked<'_>) -> Result<Vec<u8>, SealSignerError> {
        let begun = self.begun(asked.claim_context, asked.work, &asked.digest).await?;
        match begun.and_then(|one| one.value) {
            Some(value) => self.take(asked, value, "fetched").await,
            None => {
                self.note(asked.work, &asked.digest, "lost").await?;
                self.put_unanswered(asked).await?;
                Err(ServiceError::Unknown.into())
            }
        }
    }

    /// A signature is used only if it is the certificate's; another one is forgotten.
    async fn take(&self, asked: &Asked<'_>, value: Vec<u8>, outcome: &str) -> Result<Vec<u8>, SealSignerError> {
        match asked.service.seal().accept(asked.message, value) {
            Ok(value) => {
                self.note(asked.work, &asked.digest, outcome).await?;
                Ok(value)
            }
            Err(error) => {
                let error = SealSignerError::from(error);
                self.note(asked.work, &asked.digest, error.reason().code()).await?;
                self.put_unanswered(asked).await?;
                Err(error)
            }
        }
    }

    /// The claim must outlast the call: were another sealer to take it meanwhile, the same would be asked for twice.
    async fn hold_on(&self, claim_context: &ClaimContext<'_>) -> Result<(), SealSignerError> {
        let until = self.clock.now() + LEASE;
        if claim_context.queue.extend(claim_context.worker, claim_context.claim, until).await? {
            Ok(())
        } else {
            Err(SealSignerError::Overtaken)
        }
    }

    /// Writes down that this is asked for, and forgets whatever came back before.
    async fn put_unanswered(&self, asked: &Asked<'_>) -> Result<(), SealSignerError> {
        let unanswered = Signature {
            work: asked.work,
            certificate: self.sealer.signer().certificate(),
            claimed: self.claimed,
            digest: asked.digest.clone(),
            asked: self.clock.now(),
            response: None,
            value: None,
            sealed: None,
        };
        let ClaimContext { tenant, claim, .. } = asked.claim_context;
        Ok(tenant.put_signature(&claim.credential, &unanswered).await?)
    }
}
