//! What the authorities of the throw-away PKI say of the certificates they issued: nothing was revoked.

use super::{Entity, Pki, at};
use crate::asn1::{self, oid, tag};
use crate::basis::ValidationData;
use crate::revocation::{Crl, OcspResponse};
use crate::{Algorithm, DigestAlgorithm};
use jiff::{SignedDuration, Timestamp};
use signet_testing::rcgen::{CertificateRevocationListParams, KeyIdMethod, date_time_ymd};
use std::time::Duration;

/// What is said is said for so long.
const FRESH: u64 = 7 * 86_400;

impl Pki {
    /// What is needed to judge a seal and its stamps, issued at `when`: authorities, a list of the root, a list and two
    /// responses of the issuing authority.
    pub(crate) fn status(&self, when: &str) -> ValidationData {
        let certificates = [&self.issuing, &self.root, &self.tsa].map(|entity| entity.certificate.clone());
        ValidationData {
            certificates: certificates.into(),
            crls: [&self.root, &self.issuing].map(|issuer| issuer.crl(when)).into(),
            ocsps: [&self.seal, &self.tsa].map(|subject| self.issuing.ocsp(subject, when)).into(),
        }
    }
}

impl Entity {
    /// A revocation list with nothing on it.
    pub(crate) fn crl(&self, when: &str) -> Crl {
        let seconds = u64::try_from(at(when).as_second()).expect("a time after 1970");
        let this_update = date_time_ymd(1970, 1, 1) + Duration::from_secs(seconds);
        let params = CertificateRevocationListParams {
            this_update,
            next_update: this_update + Duration::from_secs(FRESH),
            crl_number: seconds.into(),
            issuing_distribution_point: None,
            revoked_certs: Vec::new(),
            key_identifier_method: KeyIdMethod::Sha256,
        };
        let list = params.signed_by(&self.issuer()).expect("a list");
        Crl::from_der(list.der()).expect("a list")
    }

    /// That `subject` is good, signed by the authority itself (RFC 6960 §4.2.1).
    pub(crate) fn ocsp(&self, subject: &Self, when: &str) -> OcspResponse {
        let time =
            |at: Timestamp| asn1::tlv(tag::GENERALIZED_TIME, &[at.strftime("%Y%m%d%H%M%SZ").to_string().as_bytes()]);
        let hours = i64::try_from(FRESH / 3_600).expect("hours");
        let (this, next) = (at(when), at(when) + SignedDuration::from_hours(hours));
        let key = asn1::Asn1Element::from_bytes(self.certificate.public_key_info()).expect("a key").reader();
        let key = key.clone().all(2).expect("two fields")[1].bits().expect("a key");
        let hash = |bytes: &[u8]| asn1::octet_string(&DigestAlgorithm::Sha256.hash(bytes));
        let certificate = asn1::sequence(&[
            &DigestAlgorithm::Sha256.identifier(),
            &hash(self.certificate.subject_der()),
            &hash(key),
            &asn1::tlv(tag::INTEGER, &[subject.certificate.serial()]),
        ]);
        let good = asn1::context_primitive(0, &[]);
        let single = asn1::sequence(&[&certificate, &good, &time(this), &asn1::context(0, &[&time(next)])]);
        let responder = asn1::context(1, &[self.certificate.subject_der()]);
        let data = asn1::sequence(&[&responder, &time(this), &asn1::sequence(&[&single])]);
        let signature = self.seal_key(&[], Some(Algorithm::Es256)).sign(&data).expect("a signature");
        let signature = crate::algorithm::ecdsa_der(&signature).expect("a signature");
        let basic = asn1::sequence(&[&data, &Algorithm::Es256.scheme().identifier(), &asn1::bit_string(0, &signature)]);
        let kind = asn1::object_identifier(oid::OCSP_BASIC);
        let bytes = asn1::context(0, &[&asn1::sequence(&[&kind, &asn1::octet_string(&basic)])]);
        let response = asn1::sequence(&[&asn1::tlv(tag::ENUMERATED, &[&[0]]), &bytes]);
        OcspResponse::from_der(&response).expect("a response")
    }
}
