//! The SHA-2 digests that seals and stamps use.

use crate::asn1::{self, Asn1Element, Asn1Error, Oid, oid, tag};
use aws_lc_rs::digest;

/// SHA-256 of `bytes`.
pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    let mut hash = [0; 32];
    hash.copy_from_slice(digest::digest(&digest::SHA256, bytes).as_ref());
    hash
}

/// A digest algorithm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DigestAlgorithm {
    /// SHA-256.
    Sha256,
    /// SHA-384.
    Sha384,
    /// SHA-512.
    Sha512,
}

impl DigestAlgorithm {
    /// Every digest.
    pub const ALL: [Self; 3] = [Self::Sha256, Self::Sha384, Self::Sha512];

    /// The digest of `bytes`.
    #[must_use]
    pub fn hash(self, bytes: &[u8]) -> Vec<u8> {
        digest::digest(self.implementation(), bytes).as_ref().to_vec()
    }

    /// The digest of `parts` joined.
    #[must_use]
    pub fn hash_parts(self, parts: &[&[u8]]) -> Vec<u8> {
        let mut context = self.begin();
        for part in parts {
            context.update(part);
        }
        context.finish().as_ref().to_vec()
    }

    /// A digest of nothing yet.
    pub(crate) fn begin(self) -> digest::Context {
        digest::Context::new(self.implementation())
    }

    /// A digest that was made elsewhere; `None` if it is not as long as one.
    pub(crate) fn import(self, digest: &[u8]) -> Option<digest::Digest> {
        digest::Digest::import_less_safe(digest, self.implementation()).ok()
    }

    /// Length of the digest in bytes.
    #[must_use]
    pub const fn bytes(self) -> usize {
        match self {
            Self::Sha256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
        }
    }

    /// The name people read, e.g. `SHA-256`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sha256 => "SHA-256",
            Self::Sha384 => "SHA-384",
            Self::Sha512 => "SHA-512",
        }
    }

    /// The name in JAdES headers (`digAlg`, `hashM`), e.g. `S256`.
    #[must_use]
    pub const fn jose(self) -> &'static str {
        match self {
            Self::Sha256 => "S256",
            Self::Sha384 => "S384",
            Self::Sha512 => "S512",
        }
    }

    /// Its object identifier.
    #[must_use]
    pub const fn oid(self) -> Oid {
        match self {
            Self::Sha256 => oid::SHA_256,
            Self::Sha384 => oid::SHA_384,
            Self::Sha512 => oid::SHA_512,
        }
    }

    /// The digest with this object identifier.
    #[must_use]
    pub fn from_oid(oid: Oid) -> Option<Self> {
        Self::ALL.into_iter().find(|digest| digest.oid() == oid)
    }

    /// DER `AlgorithmIdentifier` without parameters (RFC 5754 §2).
    #[must_use]
    pub fn identifier(self) -> Vec<u8> {
        asn1::sequence(&[&asn1::object_identifier(self.oid())])
    }

    /// Reads an `AlgorithmIdentifier` with absent or NULL parameters: the digest, or the object identifier of another.
    ///
    /// # Errors
    /// [`Asn1Error`] when it is malformed or carries other parameters.
    pub fn from_identifier(identifier: Asn1Element<'_>) -> Result<Result<Self, Oid>, Asn1Error> {
        let mut reader = identifier.tagged(tag::SEQUENCE)?.reader();
        let oid = reader.expect(tag::OID)?.oid()?;
        if let Some(parameters) = reader.optional(tag::NULL)?
            && !parameters.content().is_empty()
        {
            return Err(Asn1Error::Value("a null has content"));
        }
        let known = Self::from_oid(oid).ok_or(oid);
        if known.is_ok() {
            reader.finish()?;
        }
        Ok(known)
    }

    fn implementation(self) -> &'static digest::Algorithm {
        match self {
            Self::Sha256 => &digest::SHA256,
            Self::Sha384 => &digest::SHA384,
            Self::Sha512 => &digest::SHA512,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn parts_hash_like_the_whole() {
        for digest in DigestAlgorithm::ALL {
            assert_eq!(digest.hash(b"abc"), digest.hash_parts(&[b"a", b"", b"bc"]));
            assert_eq!(digest.hash(b"abc").len(), digest.bytes());
        }
    }

    #[test]
    fn identifiers_go_both_ways() {
        for digest in DigestAlgorithm::ALL {
            let der = digest.identifier();
            assert_eq!(DigestAlgorithm::from_identifier(Asn1Element::from_bytes(&der).unwrap()), Ok(Ok(digest)));
            let with_null = asn1::sequence(&[&asn1::object_identifier(digest.oid()), &asn1::null()]);
            assert_eq!(DigestAlgorithm::from_identifier(Asn1Element::from_bytes(&with_null).unwrap()), Ok(Ok(digest)));
            let odd = asn1::sequence(&[&asn1::object_identifier(digest.oid()), &asn1::integer(1)]);
            assert!(DigestAlgorithm::from_identifier(Asn1Element::from_bytes(&odd).unwrap()).is_err());
        }
    }
}
