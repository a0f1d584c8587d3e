//! A public key out of a certificate, and the check of a signature with it.

use super::{DigestAlgorithm, Family, SMALLEST_RSA, SignatureScheme};
use crate::asn1::{Asn1Element, Asn1Error, Oid, oid, tag};
use crate::indication::Indication;
use aws_lc_rs::{digest::Digest, signature as aws};

/// The curves that are checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Curve {
    /// NIST P-256.
    P256,
    /// NIST P-384.
    P384,
    /// NIST P-521.
    P521,
}

impl Curve {
    /// Bytes of a coordinate, and of each half of a fixed-width signature.
    #[must_use]
    pub const fn width(self) -> usize {
        match self {
            Self::P256 => 32,
            Self::P384 => 48,
            Self::P521 => 66,
        }
    }

    /// Its object identifier.
    #[must_use]
    pub const fn oid(self) -> Oid {
        match self {
            Self::P256 => oid::P_256,
            Self::P384 => oid::P_384,
            Self::P521 => oid::P_521,
        }
    }
}

/// What kind of key, and how large.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyKind {
    /// On an elliptic curve.
    Ec(Curve),
    /// RSA.
    Rsa {
        /// Length of the modulus.
        bits: usize,
        /// Bound to RSASSA-PSS by its own identifier (RFC 4055 §1.2).
        pss_only: bool,
    },
    /// Any other; nothing can be checked with it.
    Other(Oid),
}

impl std::fmt::Display for KeyKind {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Ec(Curve::P256) => formatter.write_str("P-256"),
            Self::Ec(Curve::P384) => formatter.write_str("P-384"),
            Self::Ec(Curve::P521) => formatter.write_str("P-521"),
            Self::Rsa { bits, .. } => write!(formatter, "RSA-{bits}"),
            Self::Other(oid) => write!(formatter, "{oid}"),
        }
    }
}

/// Why a signature was not found good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum VerifyError {
    /// The key is of another kind than the algorithm needs.
    #[error("the key does not fit the algorithm")]
    KeyMismatch,
    /// The combination of algorithm and key is not checked here.
    #[error("the algorithm or key size is not supported")]
    Unsupported,
    /// The value is not a signature of the message by the key.
    #[error("the signature does not match")]
    Wrong,
}

impl VerifyError {
    /// The indication of EN 319 102-1 for a seal with this fault.
    #[must_use]
    pub const fn indication(self) -> Indication {
        match self {
            Self::KeyMismatch | Self::Wrong => Indication::SigCryptoFailure,
            Self::Unsupported => Indication::CryptoConstraintsFailure,
        }
    }
}

/// A public key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey {
    pub(super) kind: KeyKind,
    pub(super) bits: Vec<u8>,
}

impl PublicKey {
    /// Reads a `SubjectPublicKeyInfo` (RFC 5280 §4.1.2.7).
    ///
    /// # Errors
    /// [`Asn1Error`] when it is malformed; keys of unknown kinds are read as [`KeyKind::Other`].
    pub fn from_info(info: Asn1Element<'_>) -> Result<Self, Asn1Error> {
        let mut reader = info.tagged(tag::SEQUENCE)?.reader();
        let mut algorithm = reader.sequence()?;
        let bits = reader.expect(tag::BIT_STRING)?.bits()?;
        reader.finish()?;
        let oid = algorithm.expect(tag::OID)?.oid()?;
        let kind = match oid {
            oid::EC_PUBLIC_KEY => match algorithm.expect(tag::OID)?.oid()? {
                oid::P_256 => KeyKind::Ec(Curve::P256),
                oid::P_384 => KeyKind::Ec(Curve::P384),
                oid::P_521 => KeyKind::Ec(Curve::P521),
                other => KeyKind::Other(other),
            },
            oid::RSA_ENCRYPTION => KeyKind::Rsa { bits: modulus_bits(bits)?, pss_only: false },
            oid::RSASSA_PSS => KeyKind::Rsa { bits: modulus_bits(bits)?, pss_only: true },
            other => KeyKind::Other(other),
        };
        Ok(Self { kind, bits: bits.to_vec() })
    }

    /// Kind and size.
    #[must_use]
    pub fn kind(&self) -> &KeyKind {
        &self.kind
    }

    /// The key itself: an uncompressed point, or DER `RSAPublicKey`.
    #[must_use]
    pub fn bits(&self) -> &[u8] {
        &self.bits
    }

    /// Checks a signature in the form of JOSE: ECDSA as `r || s` of fixed width, the curve bound to the digest by the
    /// algorithm's name (RFC 7518 §3.4).
    ///
    /// # Errors
    /// [`VerifyError`].
    pub fn verify_jose(&self, scheme: SignatureScheme, message: &[u8], signature: &[u8]) -> Result<(), VerifyError> {
        self.verify_jose_parts(scheme, &[message], signature)
    }

    /// As [`PublicKey::verify_jose`], over parts joined, which may be large.
    pub(crate) fn verify_jose_parts(
        &self,
        scheme: SignatureScheme,
        message: &[&[u8]],
        signature: &[u8],
    ) -> Result<(), VerifyError> {
        let algorithm: &'static dyn aws::VerificationAlgorithm = match (&self.kind, scheme.family, scheme.digest) {
            (KeyKind::Ec(Curve::P256), Family::Ecdsa, DigestAlgorithm::Sha256) => &aws::ECDSA_P256_SHA256_FIXED,
            (KeyKind::Ec(Curve::P384), Family::Ecdsa, DigestAlgorithm::Sha384) => &aws::ECDSA_P384_SHA384_FIXED,
            (KeyKind::Ec(Curve::P521), Family::Ecdsa, DigestAlgorithm::Sha512) => &aws::ECDSA_P521_SHA512_FIXED,
            (KeyKind::Ec(_), Family::Ecdsa, _) => return Err(VerifyError::KeyMismatch),
            _ => self.rsa(scheme)?,
        };
        let mut digest = scheme.digest.begin();
        message.iter().for_each(|part| digest.update(part));
        self.verify_hashed(algorithm, &digest.finish(), signature)
    }

    /// Checks a signature in the form of X.509 and CMS: ECDSA as DER, any SHA-2 digest with any curve.
    ///
    /// # Errors
    /// [`VerifyError`].
    pub fn verify_der(&self, scheme: SignatureScheme, message: &[u8], signature: &[u8]) -> Result<(), VerifyError> {
        self.verify(self.der_algorithm(scheme)?, message, signature)
    }

    /// As [`PublicKey::verify_der`], over a message with this digest, which must be of the scheme's.
    ///
    /// # Errors
    /// [`VerifyError`].
    pub fn verify_digest(&self, scheme: SignatureScheme, digest: &[u8], signature: &[u8]) -> Result<(), VerifyError> {
        let algorithm = self.der_algorithm(scheme)?;
        let digest = scheme.digest.import(digest).ok_or(VerifyError::Wrong)?;
        self.verify_hashed(algorithm, &digest, signature)
    }

    fn verify_hashed(
        &self,
        algorithm: &'static dyn aws::VerificationAlgorithm,
        digest: &Digest,
        signature: &[u8],
    ) -> Result<(), VerifyError> {
        #[cfg(test)]
        CHECKED.with(|checked| checked.set(checked.get() + 1));
        let key = aws::UnparsedPublicKey::new(algorithm, &self.bits);
        key.verify_digest(digest, signature).map_err(|_| VerifyError::Wrong)
    }

    fn der_algorithm(&self, scheme: SignatureScheme) -> Result<&'static dyn aws::VerificationAlgorithm, VerifyError> {
        let algorithm: &'static dyn aws::VerificationAlgorithm = match (&self.kind, scheme.family, scheme.digest) {
            (KeyKind::Ec(Curve::P256), Family::Ecdsa, DigestAlgorithm::Sha256) => &aws::ECDSA_P256_SHA256_ASN1,
            (KeyKind::Ec(Curve::P256), Family::Ecdsa, DigestAlgorithm::Sha384) => &aws::ECDSA_P256_SHA384_ASN1,
            (KeyKind::Ec(Curve::P256), Family::Ecdsa, DigestAlgorithm::Sha512) => &aws::ECDSA_P256_SHA512_ASN1,
            (KeyKind::Ec(Curve::P384), Family::Ecdsa, DigestAlgorithm::Sha256) => &aws::ECDSA_P384_SHA256_ASN1,
            (KeyKind::Ec(Curve::P384), Family::Ecdsa, DigestAlgorithm::Sha384) => &aws::ECDSA_P384_SHA384_ASN1,
            (KeyKind::Ec(Curve::P384), Family::Ecdsa, DigestAlgorithm::Sha512) => &aws::ECDSA_P384_SHA512_ASN1,
            (KeyKind::Ec(Curve::P521), Family::Ecdsa, DigestAlgorithm::Sha256) => &aws::ECDSA_P521_SHA256_ASN1,
            (KeyKind::Ec(Curve::P521), Family::Ecdsa, DigestAlgorithm::Sha384) => &aws::ECDSA_P521_SHA384_ASN1,
            (KeyKind::Ec(Curve::P521), Family::Ecdsa, DigestAlgorithm::Sha512) => &aws::ECDSA_P521_SHA512_ASN1,
            _ => self.rsa(scheme)?,
        };
        Ok(algorithm)
    }

    fn rsa(&self, scheme: SignatureScheme) -> Result<&'static dyn aws::VerificationAlgorithm, VerifyError> {
        let pss_only = match self.kind {
            KeyKind::Rsa { bits, pss_only } if bits >= SMALLEST_RSA => pss_only,
            KeyKind::Rsa { .. } | KeyKind::Other(_) => return Err(VerifyError::Unsupported),
            KeyKind::Ec(_) => return Err(VerifyError::KeyMismatch),
        };
        match (scheme.family, scheme.digest) {
            (Family::Ecdsa, _) => Err(VerifyError::KeyMismatch),
            (Family::RsaPkcs1, _) if pss_only => Err(VerifyError::KeyMismatch),
            (Family::RsaPkcs1, DigestAlgorithm::Sha256) => Ok(&aws::RSA_PKCS1_2048_8192_SHA256),
            (Family::RsaPkcs1, DigestAlgorithm::Sha384) => Ok(&aws::RSA_PKCS1_2048_8192_SHA384),
            (Family::RsaPkcs1, DigestAlgorithm::Sha512) => Ok(&aws::RSA_PKCS1_2048_8192_SHA512),
            (Family::RsaPss, DigestAlgorithm::Sha256) => Ok(&aws::RSA_PSS_2048_8192_SHA256),
            (Family::RsaPss, DigestAlgorithm::Sha384) => Ok(&aws::RSA_PSS_2048_8192_SHA384),
            (Family::RsaPss, DigestAlgorithm::Sha512) => Ok(&aws::RSA_PSS_2048_8192_SHA512),
        }
    }

    fn verify(
        &self,
        algorithm: &'static dyn aws::VerificationAlgorithm,
        message: &[u8],
        signature: &[u8],
    ) -> Result<(), VerifyError> {
        #[cfg(test)]
        CHECKED.with(|checked| checked.set(checked.get() + 1));
        aws::UnparsedPublicKey::new(algorithm, &self.bits).verify(message, signature).map_err(|_| VerifyError::Wrong)
    }
}

#[cfg(test)]
thread_local! {
    /// How many signatures this thread has checked: what bounds the work that a hostile file causes.
    pub(crate) static CHECKED: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
}

/// Length of the modulus of a DER `RSAPublicKey` (RFC 8017 appendix A.1.1).
fn modulus_bits(key: &[u8]) -> Result<usize, Asn1Error> {
    let mut reader = Asn1Element::from_bytes(key)?.tagged(tag::SEQUENCE)?.reader();
    let modulus = reader.element()?.magnitude()?;
    let leading = modulus.first().map_or(0, |first| first.leading_zeros() as usize);
    Ok(modulus.len() * 8 - leading)
}
