//! Which algorithms seal, which are understood when checking, and until when each may be trusted.

mod beginnings;
mod digest;
mod ecdsa;
mod jwk;
mod public_key;
mod scheme;

pub(crate) use beginnings::Beginnings;
pub use digest::DigestAlgorithm;
pub(crate) use digest::sha256;
pub use ecdsa::{ecdsa_der, ecdsa_fixed};
#[cfg(test)]
pub(crate) use public_key::CHECKED;
pub use public_key::{Curve, KeyKind, PublicKey, VerifyError};
pub use scheme::{Family, SignatureScheme};

/// Smallest RSA modulus that seals or is checked, in bits.
pub const SMALLEST_RSA: usize = 2048;

/// The algorithms that seal (RFC 7518 §3.1 names).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Algorithm {
    /// ECDSA on P-256 with SHA-256.
    Es256,
    /// ECDSA on P-384 with SHA-384.
    Es384,
    /// RSASSA-PSS with SHA-256.
    Ps256,
    /// RSASSA-PKCS1-v1_5 with SHA-256; existing credentials carry it, TS 119 312 ends it on 2029-01-01.
    Rs256,
}

impl Algorithm {
    /// Every sealing algorithm.
    pub const ALL: [Self; 4] = [Self::Es256, Self::Es384, Self::Ps256, Self::Rs256];

    /// The `alg` of a JOSE header.
    #[must_use]
    pub const fn jose(self) -> &'static str {
        match self {
            Self::Es256 => "ES256",
            Self::Es384 => "ES384",
            Self::Ps256 => "PS256",
            Self::Rs256 => "RS256",
        }
    }

    /// The algorithm with this JOSE name.
    #[must_use]
    pub fn from_jose(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|algorithm| algorithm.jose() == name)
    }

    /// The digest the algorithm signs.
    #[must_use]
    pub const fn digest(self) -> DigestAlgorithm {
        match self {
            Self::Es384 => DigestAlgorithm::Sha384,
            Self::Es256 | Self::Ps256 | Self::Rs256 => DigestAlgorithm::Sha256,
        }
    }

    /// The same algorithm as one that is checked.
    #[must_use]
    pub const fn scheme(self) -> SignatureScheme {
        let family = match self {
            Self::Es256 | Self::Es384 => Family::Ecdsa,
            Self::Ps256 => Family::RsaPss,
            Self::Rs256 => Family::RsaPkcs1,
        };
        SignatureScheme { family, digest: self.digest() }
    }

    /// Whether a key of this kind can make it.
    #[must_use]
    pub fn fits(self, key: &KeyKind) -> bool {
        match (self, key) {
            (Self::Es256, KeyKind::Ec(Curve::P256)) | (Self::Es384, KeyKind::Ec(Curve::P384)) => true,
            (Self::Ps256, KeyKind::Rsa { bits, .. }) => *bits >= SMALLEST_RSA,
            (Self::Rs256, KeyKind::Rsa { bits, pss_only }) => *bits >= SMALLEST_RSA && !pss_only,
            _ => false,
        }
    }

    /// The algorithm to seal with when none is asked for: ECDSA of the curve, or RSASSA-PSS.
    #[must_use]
    pub fn usual(key: &KeyKind) -> Option<Self> {
        [Self::Es256, Self::Es384, Self::Ps256].into_iter().find(|algorithm| algorithm.fits(key))
    }
}

impl std::fmt::Display for Algorithm {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.jose())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_both_ways() {
        for algorithm in Algorithm::ALL {
            assert_eq!(Algorithm::from_jose(algorithm.jose()), Some(algorithm));
            assert_eq!(SignatureScheme::from_jose(algorithm.jose()), Some(algorithm.scheme()));
        }
        assert_eq!(Algorithm::from_jose("none"), None);
    }

    #[test]
    fn keys_that_are_too_short_or_of_another_kind_do_not_seal() {
        let rsa = |bits| KeyKind::Rsa { bits, pss_only: false };
        assert_eq!(Algorithm::usual(&KeyKind::Ec(Curve::P256)), Some(Algorithm::Es256));
        assert_eq!(Algorithm::usual(&KeyKind::Ec(Curve::P521)), None);
        assert_eq!(Algorithm::usual(&rsa(2048)), Some(Algorithm::Ps256));
        assert_eq!(Algorithm::usual(&rsa(2047)), None);
        assert!(!Algorithm::Es256.fits(&KeyKind::Ec(Curve::P384)));
        assert!(!Algorithm::Rs256.fits(&KeyKind::Rsa { bits: 3072, pss_only: true }));
    }
}
