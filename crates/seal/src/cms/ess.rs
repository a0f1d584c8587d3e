//! The signed attribute that binds a signature to one certificate (RFC 5035; RFC 2634 for the SHA-1 form).

use super::signer::SignerInfo;
use crate::algorithm::DigestAlgorithm;
use crate::asn1::{self, Asn1Element, Asn1Error, oid, tag};
use crate::certificate::Certificate;
use aws_lc_rs::digest;

/// What the attribute says of a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bound {
    /// It names this certificate.
    Yes,
    /// It names another.
    No,
    /// There is no such attribute, or its digest is not one that is checked.
    Absent,
}

/// DER `SigningCertificateV2` for `certificate`: SHA-256 (the default, hence unnamed), with issuer and serial number.
pub(super) fn signing_certificate_v2(certificate: &Certificate) -> Vec<u8> {
    let hash = asn1::octet_string(&certificate.sha256());
    let identifier = asn1::sequence(&[&hash, &certificate.issuer_serial_der()]);
    asn1::sequence(&[&asn1::sequence(&[&identifier])])
}

/// Whether the signer's attribute names `certificate`. The SHA-1 form is read only where `legacy` allows it: in time
/// stamps, whose RFC 3161 prescribed it until RFC 5816.
pub(crate) fn binds(signer: &SignerInfo, certificate: &Certificate, legacy: bool) -> Result<Bound, Asn1Error> {
    if let Some(value) = signer.single(oid::SIGNING_CERTIFICATE_V2)? {
        let mut identifier = first(value)?;
        let hash = match identifier.optional(tag::SEQUENCE)? {
            Some(algorithm) => DigestAlgorithm::from_identifier(algorithm)?,
            None => Ok(DigestAlgorithm::Sha256),
        };
        let Ok(hash) = hash else { return Ok(Bound::Absent) };
        let named = identifier.element()?.octets()?;
        return compare(identifier, named == hash.hash(certificate.der()), certificate);
    }
    if let Some(value) = signer.single(oid::SIGNING_CERTIFICATE)?
        && legacy
    {
        let mut identifier = first(value)?;
        let named = identifier.element()?.octets()?;
        let sha1 = digest::digest(&digest::SHA1_FOR_LEGACY_USE_ONLY, certificate.der());
        return compare(identifier, named == sha1.as_ref(), certificate);
    }
    Ok(Bound::Absent)
}

/// The first identifier of a `SigningCertificate(V2)`: the signer's (RFC 5035 §3).
fn first(value: Asn1Element<'_>) -> Result<asn1::Reader<'_>, Asn1Error> {
    value.tagged(tag::SEQUENCE)?.reader().sequence()?.sequence()
}

/// Compares issuer and serial number too, where they stand.
fn compare(mut rest: asn1::Reader<'_>, same_hash: bool, certificate: &Certificate) -> Result<Bound, Asn1Error> {
    let same_name = match rest.optional(tag::SEQUENCE)? {
        Some(issuer_serial) => issuer_serial.whole() == certificate.issuer_serial_der(),
        None => true,
    };
    rest.finish()?;
    Ok(if same_hash && same_name { Bound::Yes } else { Bound::No })
}
