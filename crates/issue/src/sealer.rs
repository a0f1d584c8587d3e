//! The sealer: renderer, signer and policy, with everything that is made once and used for each credential.

use std::sync::Arc;

use signet_credential::SealIdentity;
use signet_document::Renderer;
use signet_outbound::{EvidenceFetcher, HttpClient};
use signet_record::Timestamp;
use signet_seal::{Anchors, KeyError, SealKey, stamp::TimeStampToken};
use signet_verify::Trust;
use url::Url;

use crate::{
    clock::SecureRandom,
    seal_signer::{CertificateExpiry, KeyBackoff, SealPolicy, SealSigner, SealSignerError},
};

/// Everything one seal is made with.
pub struct Sealer {
    renderer: Arc<Renderer>,
    signer: SealSigner,
    policy: SealPolicy,
    identity: SealIdentity,
    rehearsal: SealKey,
    rehearsal_anchors: Anchors,
    trust: Arc<Trust>,
    http_client: HttpClient,
    fetcher: EvidenceFetcher,
    random: SecureRandom,
    from: Option<Timestamp>,
    backoff: KeyBackoff,
}

/// Why a sealer could not be set up.
#[derive(Debug, thiserror::Error)]
pub enum SealerError {
    /// The seal certificate lacks something a credential must state.
    #[error(transparent)]
    Certificate(#[from] NotStated),
    /// No throw-away key could be made.
    #[error("the key for rehearsals: {0}")]
    Rehearsal(#[from] KeyError),
}

/// What a seal certificate must state of the body that seals, and does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotStated {
    /// `O`.
    #[error("the seal certificate does not state the organisation (O)")]
    Organization,
    /// `organizationIdentifier`, 2.5.4.97 (ETSI EN 319 412-3 §4.2.1).
    #[error("the seal certificate does not state the organizationIdentifier (2.5.4.97)")]
    OrganizationIdentifier,
    /// `C`.
    #[error("the seal certificate does not state the country (C)")]
    Country,
}

impl Sealer {
    /// Sets up a sealer around a key.
    ///
    /// # Errors
    /// When the seal certificate does not say whose it is, or no throw-away key can be made.
    pub fn new(
        renderer: Arc<Renderer>,
        signer: SealSigner,
        policy: SealPolicy,
        trust: Arc<Trust>,
        http_client: HttpClient,
        random: SecureRandom,
    ) -> Result<Self, SealerError> {
        let identity = seal_identity(&signer)?;
        let rehearsal = SealKey::rehearsal(signer.algorithm(), signer.chain())?;
        let rehearsal_anchors = Anchors::new(rehearsal.chain().to_vec());
        let fetcher = EvidenceFetcher::new(http_client.clone(), Arc::clone(&trust));
        Ok(Sealer {
            renderer,
            signer,
            policy,
            identity,
            rehearsal,
            rehearsal_anchors,
            trust,
            http_client,
            fetcher,
            random,
            from: None,
            backoff: KeyBackoff::default(),
        })
    }

    /// Makes it the active seal of its body from this instant on, instead of from the beginning of its certificate.
    #[must_use]
    pub fn with_turn_from(mut self, instant: Option<Timestamp>) -> Self {
        self.from = instant;
        self
    }

    /// Since when it is this seal's turn.
    pub fn active_from(&self) -> Timestamp {
        self.from.unwrap_or_else(|| self.signer.seal_certificate().not_before())
    }

    /// How its certificate stands at an instant.
    pub fn term(&self, now: Timestamp) -> CertificateExpiry {
        CertificateExpiry::of(self.signer.seal_certificate(), now)
    }

    /// The body that seals, as its certificate names it.
    pub fn identity(&self) -> &SealIdentity {
        &self.identity
    }

    /// Who holds the key.
    pub fn signer(&self) -> &SealSigner {
        &self.signer
    }

    /// How seals are made.
    pub fn policy(&self) -> &SealPolicy {
        &self.policy
    }

    pub(crate) fn backoff(&self) -> &KeyBackoff {
        &self.backoff
    }

    pub(crate) fn renderer(&self) -> &Renderer {
        &self.renderer
    }

    pub(crate) fn trust(&self) -> &Arc<Trust> {
        &self.trust
    }

    pub(crate) fn rehearsal(&self) -> (&SealKey, &Anchors) {
        (&self.rehearsal, &self.rehearsal_anchors)
    }

    /// Asks for the evidence that judging a seal needs.
    pub(crate) fn fetcher(&self) -> &EvidenceFetcher {
        &self.fetcher
    }

    pub(crate) async fn stamp(&self, authority: &Url, parts: &[&[u8]]) -> Result<TimeStampToken, SealSignerError> {
        Ok(self.http_client.stamp(authority, parts, self.random.bytes()).await?)
    }
}

/// The body that seals, as the certificate of its key names it.
///
/// # Errors
/// When the certificate leaves out what every credential must state.
pub fn seal_identity(signer: &SealSigner) -> Result<SealIdentity, NotStated> {
    let certificate = signer.seal_certificate();
    let legal_name = certificate.subject_organization().ok_or(NotStated::Organization)?;
    Ok(SealIdentity {
        common_name: certificate.subject_common_name().unwrap_or_else(|| legal_name.clone()),
        legal_name,
        organization_identifier: certificate
            .subject_organization_identifier()
            .ok_or(NotStated::OrganizationIdentifier)?,
        country: certificate.subject_country().ok_or(NotStated::Country)?,
    })
}
