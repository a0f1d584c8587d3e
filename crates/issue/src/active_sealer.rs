//! The active sealer: of several seals of one body, the one that seals now, and whether it may.

use std::sync::Arc;

use signet_record::Timestamp;
use signet_store::{SealStop, Signature, StoreError};

use crate::{
    issuer::Issuer,
    put_off_reason::PutOffReason,
    seal_signer::{CertificateExpiry, SealSigner, SealSignerError},
    sealer::Sealer,
    signing_session::{SignedFor, SigningSession},
};

/// Why no seal of a body seals now.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoActiveSealer {
    /// No seal is set for this body.
    #[error("there is no seal of {0} here")]
    NoSeal(String),
    /// Every certificate has ended.
    #[error("the seal certificate of {0} has expired")]
    Expired(String),
    /// No certificate is valid yet, or none is active yet.
    #[error("the seal of {0} does not count yet")]
    NotYet(String),
}

impl NoActiveSealer {
    /// Why what waits for this seal is put off.
    pub fn reason(&self) -> PutOffReason {
        match self {
            NoActiveSealer::NoSeal(_) => PutOffReason::NoSeal,
            NoActiveSealer::Expired(_) => PutOffReason::SealExpired,
            NoActiveSealer::NotYet(_) => PutOffReason::SealNotYet,
        }
    }
}

impl Issuer {
    /// Every seal that is set, in the order of the settings.
    pub fn sealers(&self) -> &[Arc<Sealer>] {
        &self.inner.sealers
    }

    /// A sealer whose seal names this body, when there is one: the active one, or else any.
    pub fn sealer(&self, sealer_identifier: &str) -> Option<Arc<Sealer>> {
        self.active_sealer(sealer_identifier, self.now()).ok().or_else(|| self.of(sealer_identifier).next().cloned())
    }

    /// The seal of this body that seals at an instant: of those that are valid and active, the one that became
    /// active last. A seal becomes active when the settings say so, or with its certificate.
    ///
    /// # Errors
    /// When none is valid. Nothing else steps in.
    pub fn active_sealer(&self, sealer_identifier: &str, now: Timestamp) -> Result<Arc<Sealer>, NoActiveSealer> {
        let valid = |sealer: &&Arc<Sealer>| sealer.term(now).seals() && sealer.active_from() <= now;
        let active_sealer = self.of(sealer_identifier).filter(valid).max_by_key(|sealer| sealer.active_from());
        if let Some(sealer) = active_sealer {
            return Ok(Arc::clone(sealer));
        }
        let body = sealer_identifier.to_owned();
        if self.of(sealer_identifier).next().is_none() {
            Err(NoActiveSealer::NoSeal(body))
        } else if self.of(sealer_identifier).all(|sealer| sealer.term(now) == CertificateExpiry::Ended) {
            Err(NoActiveSealer::Expired(body))
        } else {
            Err(NoActiveSealer::NotYet(body))
        }
    }

    /// The seal that a credential was begun with and still may be ended with: also when another's turn has come.
    pub(crate) fn begun_with(&self, begun: &[Signature], now: Timestamp) -> Option<Arc<Sealer>> {
        let certificate = begun.first()?.certificate;
        let same = |sealer: &&Arc<Sealer>| sealer.signer().certificate() == certificate;
        self.sealers().iter().find(same).filter(|sealer| sealer.term(now).seals()).cloned()
    }

    /// The stop that a seal stands under, if any.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub async fn stopped(&self, sealer: &Sealer) -> Result<Option<SealStop>, StoreError> {
        self.store().seal_audit().stopped(&sealer.signer().certificate()).await
    }

    /// Asks a key for a signature of a throw-away text, and writes that into the log as a probe. A service, which may want
    /// money for a signature, is only asked whether our credential is ready there.
    ///
    /// # Errors
    /// When the key does not answer.
    pub async fn probe(&self, sealer: &Sealer) -> Result<(), SealSignerError> {
        if let SealSigner::Remote(service) = sealer.signer() {
            return Ok(service.inspect().await.map(drop)?);
        }
        let text = format!("signet probe {:?}", self.random().bytes::<16>());
        let signing = SigningSession::new(self.session_context(), sealer, SignedFor::default());
        signing.sign(signet_store::SealWork::Probe, text.as_bytes()).await.map(drop)
    }

    fn of<'a>(&'a self, sealer_identifier: &'a str) -> impl Iterator<Item = &'a Arc<Sealer>> {
        let named = move |sealer: &&Arc<Sealer>| sealer.identity().organization_identifier == sealer_identifier;
        self.inner.sealers.iter().filter(named)
    }
}
