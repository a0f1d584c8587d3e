//! What a signature says it was made with, in JOSE names and in ASN.1.

use super::DigestAlgorithm;
use crate::asn1::{self, Asn1Element, Asn1Error, Oid, Reader, oid, tag};

/// How a digest becomes a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// ECDSA.
    Ecdsa,
    /// RSASSA-PKCS1-v1_5.
    RsaPkcs1,
    /// RSASSA-PSS, MGF1 with the same digest, salt as long as the digest.
    RsaPss,
}

/// A signature algorithm that is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SignatureScheme {
    /// How the digest is signed.
    pub family: Family,
    /// What is signed.
    pub digest: DigestAlgorithm,
}

impl SignatureScheme {
    /// The scheme with this JOSE name; `None` for `none`, for symmetric ones and for anything unknown.
    #[must_use]
    pub fn from_jose(name: &str) -> Option<Self> {
        let (family, bits) = name.split_at_checked(2)?;
        let family = match family {
            "ES" => Family::Ecdsa,
            "RS" => Family::RsaPkcs1,
            "PS" => Family::RsaPss,
            _ => return None,
        };
        let digest = match bits {
            "256" => DigestAlgorithm::Sha256,
            "384" => DigestAlgorithm::Sha384,
            "512" => DigestAlgorithm::Sha512,
            _ => return None,
        };
        Some(Self { family, digest })
    }

    /// The JOSE name of family and digest, e.g. `ES256`; for ECDSA the curve is a matter of the key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match (self.family, self.digest) {
            (Family::Ecdsa, DigestAlgorithm::Sha256) => "ES256",
            (Family::Ecdsa, DigestAlgorithm::Sha384) => "ES384",
            (Family::Ecdsa, DigestAlgorithm::Sha512) => "ES512",
            (Family::RsaPkcs1, DigestAlgorithm::Sha256) => "RS256",
            (Family::RsaPkcs1, DigestAlgorithm::Sha384) => "RS384",
            (Family::RsaPkcs1, DigestAlgorithm::Sha512) => "RS512",
            (Family::RsaPss, DigestAlgorithm::Sha256) => "PS256",
            (Family::RsaPss, DigestAlgorithm::Sha384) => "PS384",
            (Family::RsaPss, DigestAlgorithm::Sha512) => "PS512",
        }
    }

    /// DER `AlgorithmIdentifier` of the signature (RFC 5758 §3.2, RFC 4055 §5 and §3.1).
    #[must_use]
    pub fn identifier(self) -> Vec<u8> {
        match self.family {
            Family::Ecdsa => asn1::sequence(&[&asn1::object_identifier(self.oid())]),
            Family::RsaPkcs1 => asn1::sequence(&[&asn1::object_identifier(self.oid()), &asn1::null()]),
            Family::RsaPss => {
                let hash = asn1::sequence(&[&asn1::object_identifier(self.digest.oid()), &asn1::null()]);
                let mask = asn1::sequence(&[&asn1::object_identifier(oid::MGF1), &hash]);
                let parameters = asn1::sequence(&[
                    &asn1::context(0, &[&hash]),
                    &asn1::context(1, &[&mask]),
                    &asn1::context(2, &[&asn1::integer(self.digest.bytes() as u64)]),
                ]);
                asn1::sequence(&[&asn1::object_identifier(oid::RSASSA_PSS), &parameters])
            }
        }
    }

    /// Reads the `AlgorithmIdentifier` of a signature: the scheme, or the object identifier of one that is not checked.
    ///
    /// `digest` is what CMS names apart; it completes the bare `rsaEncryption` (RFC 3370 §3.2) and is `None` in
    /// certificates, where that form means nothing.
    ///
    /// # Errors
    /// [`Asn1Error`] when malformed, also when RSASSA-PSS parameters are anything but: one digest for hash and mask,
    /// salt of its length, trailer 1.
    pub fn from_identifier(
        identifier: Asn1Element<'_>,
        digest: Option<DigestAlgorithm>,
    ) -> Result<Result<Self, Oid>, Asn1Error> {
        let mut reader = identifier.tagged(tag::SEQUENCE)?.reader();
        let oid = reader.expect(tag::OID)?.oid()?;
        let scheme = match (oid, digest) {
            (oid::ECDSA_WITH_SHA_256, _) => Self { family: Family::Ecdsa, digest: DigestAlgorithm::Sha256 },
            (oid::ECDSA_WITH_SHA_384, _) => Self { family: Family::Ecdsa, digest: DigestAlgorithm::Sha384 },
            (oid::ECDSA_WITH_SHA_512, _) => Self { family: Family::Ecdsa, digest: DigestAlgorithm::Sha512 },
            (oid::SHA_256_WITH_RSA, _) => Self { family: Family::RsaPkcs1, digest: DigestAlgorithm::Sha256 },
            (oid::SHA_384_WITH_RSA, _) => Self { family: Family::RsaPkcs1, digest: DigestAlgorithm::Sha384 },
            (oid::SHA_512_WITH_RSA, _) => Self { family: Family::RsaPkcs1, digest: DigestAlgorithm::Sha512 },
            (oid::RSA_ENCRYPTION, Some(digest)) => Self { family: Family::RsaPkcs1, digest },
            (oid::RSASSA_PSS, _) => {
                let digest = pss_digest(&mut reader.sequence()?)?;
                reader.finish()?;
                return Ok(digest.map(|digest| Self { family: Family::RsaPss, digest }));
            }
            _ => return Ok(Err(oid)),
        };
        if reader.optional(tag::NULL)?.is_some_and(|null| !null.content().is_empty()) {
            return Err(Asn1Error::Value("a null has content"));
        }
        reader.finish()?;
        Ok(Ok(scheme))
    }

    const fn oid(self) -> Oid {
        match (self.family, self.digest) {
            (Family::Ecdsa, DigestAlgorithm::Sha256) => oid::ECDSA_WITH_SHA_256,
            (Family::Ecdsa, DigestAlgorithm::Sha384) => oid::ECDSA_WITH_SHA_384,
            (Family::Ecdsa, DigestAlgorithm::Sha512) => oid::ECDSA_WITH_SHA_512,
            (Family::RsaPkcs1, DigestAlgorithm::Sha256) => oid::SHA_256_WITH_RSA,
            (Family::RsaPkcs1, DigestAlgorithm::Sha384) => oid::SHA_384_WITH_RSA,
            (Family::RsaPkcs1, DigestAlgorithm::Sha512) => oid::SHA_512_WITH_RSA,
            (Family::RsaPss, _) => oid::RSASSA_PSS,
        }
    }
}

impl std::fmt::Display for SignatureScheme {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.name())
    }
}

/// Reads `RSASSA-PSS-params` (RFC 4055 §3.1) and holds them to the one shape that is in use. The defaults mean SHA-1,
/// so all of hash, mask and salt length must stand there.
fn pss_digest(reader: &mut Reader<'_>) -> Result<Result<DigestAlgorithm, Oid>, Asn1Error> {
    const ODD: Asn1Error = Asn1Error::Value("RSASSA-PSS parameters are not of the usual shape");
    let hash = match reader.optional(tag::context(0))? {
        Some(field) => DigestAlgorithm::from_identifier(field.inner()?)?,
        None => return Err(ODD),
    };
    let mask = reader.expect(tag::context(1))?.inner()?;
    let mut mask = mask.tagged(tag::SEQUENCE)?.reader();
    if mask.expect(tag::OID)?.oid()? != oid::MGF1 {
        return Err(ODD);
    }
    let mask_hash = DigestAlgorithm::from_identifier(mask.element()?)?;
    mask.finish()?;
    let salt = reader.expect(tag::context(2))?.inner()?.number()?;
    if let Some(trailer) = reader.optional(tag::context(3))?
        && trailer.inner()?.number()? != 1
    {
        return Err(ODD);
    }
    reader.finish()?;
    match hash {
        Ok(digest) if mask_hash != Ok(digest) || salt != digest.bytes() as u64 => Err(ODD),
        known => Ok(known),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn all() -> impl Iterator<Item = SignatureScheme> {
        [Family::Ecdsa, Family::RsaPkcs1, Family::RsaPss]
            .into_iter()
            .flat_map(|family| DigestAlgorithm::ALL.map(|digest| SignatureScheme { family, digest }))
    }

    fn read(der: &[u8], digest: Option<DigestAlgorithm>) -> Result<Result<SignatureScheme, Oid>, Asn1Error> {
        SignatureScheme::from_identifier(Asn1Element::from_bytes(der).unwrap(), digest)
    }

    #[test]
    fn names_and_identifiers_go_both_ways() {
        for scheme in all() {
            assert_eq!(SignatureScheme::from_jose(scheme.name()), Some(scheme));
            assert_eq!(read(&scheme.identifier(), None), Ok(Ok(scheme)));
        }
        for name in ["none", "HS256", "EdDSA", "ES256K", "", "E", "ES", "és"] {
            assert_eq!(SignatureScheme::from_jose(name), None, "{name}");
        }
    }

    #[test]
    fn bare_rsa_needs_the_digest_of_cms() {
        let der = asn1::sequence(&[&asn1::object_identifier(oid::RSA_ENCRYPTION), &asn1::null()]);
        assert_eq!(read(&der, None), Ok(Err(oid::RSA_ENCRYPTION)));
        let with = read(&der, Some(DigestAlgorithm::Sha512));
        assert_eq!(with, Ok(Ok(SignatureScheme { family: Family::RsaPkcs1, digest: DigestAlgorithm::Sha512 })));
    }

    #[test]
    fn pss_parameters_of_another_shape_are_refused() {
        let hash = |digest: DigestAlgorithm| digest.identifier();
        let mask = |digest: DigestAlgorithm| asn1::sequence(&[&asn1::object_identifier(oid::MGF1), &hash(digest)]);
        let pss =
            |fields: &[&[u8]]| asn1::sequence(&[&asn1::object_identifier(oid::RSASSA_PSS), &asn1::sequence(fields)]);
        let field = |n, value: &[u8]| asn1::context(n, &[value]);
        let sha256 = field(0, &hash(DigestAlgorithm::Sha256));
        let mask256 = field(1, &mask(DigestAlgorithm::Sha256));
        let salt32 = field(2, &asn1::integer(32));
        assert!(read(&pss(&[&sha256, &mask256, &salt32]), None).unwrap().is_ok());
        assert!(read(&pss(&[]), None).is_err());
        assert!(read(&pss(&[&sha256, &mask256]), None).is_err());
        assert!(read(&pss(&[&sha256, &field(1, &mask(DigestAlgorithm::Sha384)), &salt32]), None).is_err());
        assert!(read(&pss(&[&sha256, &mask256, &field(2, &asn1::integer(20))]), None).is_err());
        assert!(read(&pss(&[&sha256, &mask256, &salt32, &field(3, &asn1::integer(2))]), None).is_err());
    }
}
