//! Asks a responder about one certificate (RFC 6960 §4.1).

use super::ocsp::sha_1;
use crate::asn1::{self, oid, tag};
use crate::certificate::Certificate;

/// DER `OCSPRequest` about `certificate`. Without a nonce: an answer that many may ask for can be one that was signed
/// ahead, and its freshness is told by its dates (RFC 5019 §4).
#[must_use]
pub fn ocsp_request(certificate: &Certificate, issuer: &Certificate) -> Vec<u8> {
    let digest = asn1::sequence(&[&asn1::object_identifier(oid::SHA_1), &asn1::null()]);
    let id = asn1::sequence(&[
        &digest,
        &asn1::octet_string(&sha_1(certificate.issuer_der())),
        &asn1::octet_string(&sha_1(issuer.public_key().bits())),
        &asn1::tlv(tag::INTEGER, &[certificate.serial()]),
    ]);
    let list = asn1::sequence(&[&asn1::sequence(&[&id])]);
    asn1::sequence(&[&asn1::sequence(&[&list])])
}
