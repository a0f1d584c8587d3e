//! Who holds the key: the one place where a real seal is made.

mod backoff;
mod error;
mod expiry;

use std::time::Duration;

use signet_outbound::{SigningService, Token};
use signet_registry::Digest;
use signet_seal::{Algorithm, Certificate, Level, SealKey, jades::SigningTime};
use tokio::task::spawn_blocking;
use url::Url;

pub(crate) use backoff::KeyBackoff;
pub use error::{FormError, KeptError, SealSignerError};
pub use expiry::{CertificateExpiry, days_left};

/// The holder of the seal key.
pub enum SealSigner {
    /// A key from a PKCS#12 or PEM file.
    File(SealKey),
    /// A key in a hardware module (PKCS#11).
    Pkcs11(Token),
    /// A key at a remote service (Cloud Signature Consortium API).
    Remote(SigningService),
}

/// How long a signature is waited for that nobody would fetch later.
const PATIENCE: Duration = Duration::from_secs(20);

impl SealSigner {
    /// The seal certificate.
    pub fn seal_certificate(&self) -> &Certificate {
        match self {
            SealSigner::File(key) => key.signer(),
            SealSigner::Pkcs11(token) => token.seal().signer(),
            SealSigner::Remote(service) => service.seal().signer(),
        }
    }

    /// Seal certificate first, then the authorities above it.
    pub fn chain(&self) -> &[Certificate] {
        match self {
            SealSigner::File(key) => key.chain(),
            SealSigner::Pkcs11(token) => token.seal().chain(),
            SealSigner::Remote(service) => service.seal().chain(),
        }
    }

    /// What it signs with.
    pub fn algorithm(&self) -> Algorithm {
        match self {
            SealSigner::File(key) => key.algorithm(),
            SealSigner::Pkcs11(token) => token.seal().algorithm(),
            SealSigner::Remote(service) => service.seal().algorithm(),
        }
    }

    /// Where the key is: `file`, `pkcs11` or `remote`.
    pub fn kind(&self) -> &'static str {
        match self {
            SealSigner::File(_) => "file",
            SealSigner::Pkcs11(_) => "pkcs11",
            SealSigner::Remote(_) => "remote",
        }
    }

    /// SHA-256 of the seal certificate: what a seal is called in the register.
    pub fn certificate(&self) -> Digest {
        Digest::of(self.seal_certificate().der())
    }

    /// Signs: the one act that cannot be taken back. What a device or a
    /// service returns was checked against the certificate.
    ///
    /// # Errors
    /// When the key does not answer.
    pub async fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SealSignerError> {
        match self {
            SealSigner::File(key) => {
                // An RSA signature takes milliseconds of the processor, and lists are sealed where others are answered.
                let (key, message) = (key.clone(), message.to_vec());
                Ok(spawn_blocking(move || key.sign(&message)).await??)
            }
            SealSigner::Pkcs11(token) => Ok(token.sign(message).await?),
            SealSigner::Remote(service) => Ok(service.sign(message, PATIENCE).await?),
        }
    }
}

/// How seals are made, apart from the key.
#[derive(Clone, Debug)]
pub struct SealPolicy {
    /// Header member with the signing time.
    pub signing_time: SigningTime,
    /// Time-stamping authority: needed above B-B.
    pub stamps: Option<Url>,
    /// How far each seal must carry its own proof.
    pub level: Level,
    /// Everything sealed is a test and says so.
    pub test: bool,
}
