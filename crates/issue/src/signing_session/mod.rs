//! A signing session: asks the key to sign, and writes each use of it down.

mod remote;

use data_encoding::HEXLOWER;
use signet_record::{CredentialId, InstitutionId, Timestamp};
use signet_store::{Claim, Queue, SealAudit, SealUse, SealWork, Signature, StoreError, Tenant, WorkerId};

use crate::{
    clock::{Clock, SecureRandom},
    seal_signer::{SealSigner, SealSignerError},
    sealer::Sealer,
};

/// Whom a signature is for.
#[derive(Clone, Debug, Default)]
pub struct SignedFor {
    /// The institution; none for a probe.
    pub institution: Option<InstitutionId>,
    /// The credential; none for a status list or a probe.
    pub credential: Option<CredentialId>,
}

/// The claim under which a credential is sealed, so that what is asked for elsewhere can be written down with it.
#[derive(Clone, Copy)]
pub(crate) struct ClaimContext<'a> {
    pub tenant: &'a Tenant,
    pub queue: &'a Queue,
    pub worker: &'a WorkerId,
    pub claim: &'a Claim,
}

/// What every session of an issuer works with: the log of uses of keys, the clock, and chance.
pub(crate) struct SessionContext {
    pub seal_audit: SealAudit,
    pub clock: Clock,
    pub random: SecureRandom,
}

/// One key, for one purpose. A signature is returned only after its use of the key is in the log.
pub struct SigningSession<'a> {
    sealer: &'a Sealer,
    signed_for: SignedFor,
    seal_audit: SealAudit,
    clock: Clock,
    random: SecureRandom,
    claimed: Timestamp,
    claim_context: Option<ClaimContext<'a>>,
}

impl<'a> SigningSession<'a> {
    /// A session for a signature that may simply be asked for again when it is lost.
    pub(crate) fn new(context: SessionContext, sealer: &'a Sealer, signed_for: SignedFor) -> Self {
        let SessionContext { seal_audit, clock, random } = context;
        SigningSession { sealer, signed_for, seal_audit, clock, random, claimed: clock.now(), claim_context: None }
    }

    /// A session for a credential under a claim; it goes on from what was asked for before.
    pub(crate) fn resumed(
        context: SessionContext,
        sealer: &'a Sealer,
        claim_context: ClaimContext<'a>,
        begun: &[Signature],
    ) -> Self {
        let signed_for = SignedFor {
            institution: Some(claim_context.tenant.id().clone()),
            credential: Some(claim_context.claim.credential),
        };
        let signing = SigningSession::new(context, sealer, signed_for);
        let claimed = remote::claimed(begun, &sealer.signer().certificate(), signing.claimed);
        SigningSession { claimed, claim_context: Some(claim_context), ..signing }
    }

    /// The instant that the seals made here claim.
    pub fn claimed(&self) -> Timestamp {
        self.claimed
    }

    /// Signs, and writes down that it did, or why not. A key that was away a moment ago is left alone.
    ///
    /// # Errors
    /// When the key does not answer, or the log cannot be written.
    pub async fn sign(&self, work: SealWork, message: &[u8]) -> Result<Vec<u8>, SealSignerError> {
        let backoff = self.sealer.backoff();
        if let Some(reason) = backoff.reason(self.clock.now()) {
            return Err(SealSignerError::Away(reason));
        }
        let signed = match (self.sealer.signer(), &self.claim_context) {
            (SealSigner::Remote(service), Some(claim_context)) => {
                self.resume(service, claim_context, work, message).await
            }
            (signer, _) => {
                let signed = signer.sign(message).await;
                let outcome = signed.as_ref().map_or_else(|error| error.reason().code(), |_| "made");
                self.note(work, &self.digest_of(message), outcome).await?;
                signed
            }
        };
        if let Err(error) = &signed {
            backoff.after(error, self.clock.now());
        }
        signed
    }

    async fn note(&self, work: SealWork, digest: &str, outcome: &str) -> Result<(), StoreError> {
        let signer = self.sealer.signer();
        let used = SealUse {
            at: self.clock.now(),
            certificate: signer.certificate(),
            institution: self.signed_for.institution.clone(),
            credential: self.signed_for.credential,
            work,
            algorithm: signer.algorithm().jose().to_owned(),
            digest: digest.to_owned(),
            outcome: outcome.to_owned(),
        };
        self.seal_audit.note(&used, self.random.bytes()).await
    }

    /// What the key signs of a message, in lower-case hex: as the log of a hardware module would say it too.
    fn digest_of(&self, message: &[u8]) -> String {
        HEXLOWER.encode(&self.sealer.signer().algorithm().digest().hash(message))
    }
}
