//! A private key with the certificates that belong to it.

mod jws;
mod public;
mod read;
mod rehearsal;

pub use jws::JwsKey;
pub use public::PublicSeal;

use crate::algorithm::{Algorithm, KeyKind};
use crate::certificate::{Certificate, CertificateError};
use crate::pem::PemError;
use aws_lc_rs::error::Unspecified;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{EcdsaKeyPair, KeyPair as _, RSA_PKCS1_SHA256, RSA_PSS_SHA256, RsaEncoding, RsaKeyPair};
use std::sync::Arc;

/// Why a key cannot be had or used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// A file is not PEM.
    #[error(transparent)]
    Pem(#[from] PemError),
    /// A certificate cannot be read.
    #[error(transparent)]
    Certificate(#[from] CertificateError),
    /// The PKCS#12 file is broken, or its password is another.
    #[error("the PKCS#12 file cannot be opened: broken, or another password")]
    Pkcs12,
    /// The file holds no private key.
    #[error("no private key found")]
    NoKey,
    /// The PEM key is encrypted; PKCS#12 is the form for keys under a password.
    #[error("the private key is encrypted; give it as PKCS#12 or decrypted")]
    Encrypted,
    /// The private key is malformed or of an unsupported kind.
    #[error("the private key cannot be read")]
    Malformed,
    /// No certificate bears the public half of the key.
    #[error("no certificate belongs to the private key")]
    NoCertificate,
    /// Neither P-256 nor P-384 nor RSA of at least 2048 bits.
    #[error("a key of kind {0} does not seal")]
    Unsuitable(String),
    /// The key cannot make the algorithm asked for.
    #[error("a key of kind {key} cannot make {algorithm}")]
    Mismatch {
        /// The algorithm asked for.
        algorithm: Algorithm,
        /// The kind of the key.
        key: String,
    },
    /// The cryptographic library refused.
    #[error("signing failed")]
    Signing,
    /// A signature came back that the certificate's key did not make.
    #[error("the signature is not one by the key of the certificate")]
    NotOfCertificate,
}

/// The library says no more than that it refused.
impl From<Unspecified> for KeyError {
    fn from(_: Unspecified) -> Self {
        KeyError::Signing
    }
}

/// A key that seals, with its certificate and those above it. Clones share one key.
#[derive(Clone)]
pub struct SealKey {
    pair: Arc<Pair>,
    algorithm: Algorithm,
    signer: Certificate,
    chain: Vec<Certificate>,
}

enum Pair {
    Ec(EcdsaKeyPair),
    Rsa(RsaKeyPair),
}

impl Pair {
    /// An uncompressed point, or DER `RSAPublicKey`.
    fn public(&self) -> &[u8] {
        match self {
            Self::Ec(pair) => pair.public_key().as_ref(),
            Self::Rsa(pair) => pair.public_key().as_ref(),
        }
    }

    /// `r || s` of fixed width, or the RSA value (RFC 7518 §3.3–3.5).
    fn sign(&self, algorithm: Algorithm, message: &[u8]) -> Result<Vec<u8>, KeyError> {
        let random = SystemRandom::new();
        match self {
            Self::Ec(pair) => Ok(pair.sign(&random, message)?.as_ref().to_vec()),
            Self::Rsa(pair) => {
                let encoding: &'static dyn RsaEncoding =
                    if algorithm == Algorithm::Rs256 { &RSA_PKCS1_SHA256 } else { &RSA_PSS_SHA256 };
                let mut value = vec![0; pair.public_modulus_len()];
                pair.sign(encoding, &random, message, &mut value)?;
                Ok(value)
            }
        }
    }
}

impl SealKey {
    /// Reads a private key (PKCS#8, SEC 1 or PKCS#1) and its certificates out of PEM texts, which may be one and the
    /// same. Without `algorithm` the curve decides, and RSA seals with PS256.
    ///
    /// # Errors
    /// [`KeyError`].
    pub fn from_pem(key_pem: &[u8], chain_pem: &[u8], algorithm: Option<Algorithm>) -> Result<Self, KeyError> {
        let keys = read::keys_of_pem(key_pem)?;
        Self::assemble(keys, Certificate::all_from_pem(chain_pem)?, algorithm)
    }

    /// Reads a PKCS#12 file (RFC 7292). Without `algorithm` the curve decides, and RSA seals with PS256.
    ///
    /// # Errors
    /// [`KeyError`].
    pub fn from_pkcs12(bytes: &[u8], password: &str, algorithm: Option<Algorithm>) -> Result<Self, KeyError> {
        let (keys, certificates) = read::pkcs12(bytes, password)?;
        Self::assemble(keys, certificates, algorithm)
    }

    /// A throw-away key to rehearse a seal with: of the kind that `algorithm` needs, under a certificate made up on
    /// the spot that bears the subject and the dates of the first of `like` and is followed by the rest of them, so
    /// that what comes out has the shape and about the size of the real seal and proves nothing.
    ///
    /// Curve keys are made anew each time; RSA keys take a second to make, so one of each size is kept.
    ///
    /// # Errors
    /// [`KeyError::NoCertificate`] when `like` is empty, [`KeyError::Mismatch`] when its key could not make
    /// `algorithm`, [`KeyError::Signing`] when the library refuses.
    pub fn rehearsal(algorithm: Algorithm, like: &[Certificate]) -> Result<Self, KeyError> {
        rehearsal::make(algorithm, like)
    }

    /// What the key seals with.
    #[must_use]
    pub fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// The certificate of the key.
    #[must_use]
    pub fn signer(&self) -> &Certificate {
        &self.signer
    }

    /// The certificate of the key, then its issuers as far as they are known.
    #[must_use]
    pub fn chain(&self) -> &[Certificate] {
        &self.chain
    }

    /// Signs `message`: `r || s` of fixed width, or the RSA value (RFC 7518 §3.3–3.5).
    ///
    /// # Errors
    /// [`KeyError::Signing`].
    pub fn sign(&self, message: &[u8]) -> Result<Vec<u8>, KeyError> {
        self.pair.sign(self.algorithm, message)
    }

    /// Puts the first key that a certificate belongs to together with that certificate and those above it.
    fn assemble(
        keys: Vec<Pair>,
        certificates: Vec<Certificate>,
        algorithm: Option<Algorithm>,
    ) -> Result<Self, KeyError> {
        if keys.is_empty() {
            return Err(KeyError::NoKey);
        }
        let (pair, signer) = keys
            .into_iter()
            .find_map(|pair| {
                let signer = certificates.iter().find(|certificate| certificate.public_key().bits() == pair.public());
                signer.cloned().map(|signer| (pair, signer))
            })
            .ok_or(KeyError::NoCertificate)?;
        let algorithm = choose(algorithm, signer.public_key().kind())?;
        let chain = in_order(signer.clone(), &certificates);
        Ok(Self { pair: Arc::new(pair), algorithm, signer, chain })
    }
}

/// The algorithm asked for if the key can make it, else the usual one of the key.
fn choose(asked: Option<Algorithm>, key: &KeyKind) -> Result<Algorithm, KeyError> {
    match asked {
        Some(algorithm) if algorithm.fits(key) => Ok(algorithm),
        Some(algorithm) => Err(KeyError::Mismatch { algorithm, key: key.to_string() }),
        None => Algorithm::usual(key).ok_or_else(|| KeyError::Unsuitable(key.to_string())),
    }
}

/// `signer` and then each one's issuer, as long as there is one that signed it. A self-issued end is left in.
fn in_order(signer: Certificate, certificates: &[Certificate]) -> Vec<Certificate> {
    let mut chain = vec![signer];
    while let Some(last) = chain.last() {
        let next = certificates.iter().find(|issuer| {
            last.names_issuer(issuer)
                && !chain.iter().any(|present| present.is_same_entity(issuer))
                && last.verify_signature(issuer.public_key()).is_ok()
        });
        match next {
            Some(issuer) => chain.push(issuer.clone()),
            None => break,
        }
    }
    chain
}

impl std::fmt::Debug for SealKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("SealKey").field("algorithm", &self.algorithm).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
