//! Who holds the key: the one place where a real seal is made.

use signet_outbound::{FetchError, stamp::StampFailure};
use signet_seal::{Algorithm, Certificate, KeyError, Level, SealKey, jades::SigningTime};
use url::Url;

/// The holder of the seal key. Other kinds (a hardware module, a remote service) become further variants.
pub enum Notary {
    /// A key from a PKCS#12 or PEM file.
    File(SealKey),
}

impl Notary {
    /// Seal certificate first, then the authorities above it.
    pub fn chain(&self) -> &[Certificate] {
        match self {
            Notary::File(key) => key.chain(),
        }
    }

    /// What it signs with.
    pub fn algorithm(&self) -> Algorithm {
        match self {
            Notary::File(key) => key.algorithm(),
        }
    }

    /// Signs: the one act that cannot be taken back.
    ///
    /// # Errors
    /// When the key does not answer.
    pub async fn sign(&self, message: &[u8]) -> Result<Vec<u8>, NotaryError> {
        match self {
            Notary::File(key) => Ok(key.sign(message)?),
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
    /// Everything sealed is a trial and says so.
    pub test: bool,
}

/// Why a seal was not made. Nothing falls back: what could not be sealed waits.
#[derive(Debug, thiserror::Error)]
pub enum NotaryError {
    /// The key did not sign.
    #[error("the seal key: {0}")]
    Key(#[from] KeyError),
    /// No time stamp was had.
    #[error(transparent)]
    Stamp(#[from] StampFailure),
    /// The seal's container could not be made.
    #[error("the form of the seal: {0}")]
    Form(String),
}

impl NotaryError {
    /// Short code, for the register's list of what waits and why.
    pub fn code(&self) -> &'static str {
        match self {
            NotaryError::Key(_) => "seal-key",
            NotaryError::Stamp(StampFailure::Fetch(FetchError::OutOfReach | FetchError::Scheme)) => "stamp-address",
            NotaryError::Stamp(StampFailure::Fetch(_)) => "stamp-unreachable",
            NotaryError::Stamp(StampFailure::Refused(_)) => "stamp-refused",
            NotaryError::Form(_) => "seal-form",
        }
    }
}
