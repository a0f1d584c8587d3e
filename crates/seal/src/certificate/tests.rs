//! Reading certificates, good and hostile.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::pki::{self, AT, Entity, Pki, at};
use proptest::prelude::*;
use std::sync::LazyLock;

static SEAL: LazyLock<(Entity, Pki)> = LazyLock::new(|| {
    let pki = Pki::new();
    (pki.issuing.issue(pki::seal("Test Seal")), pki)
});

#[test]
fn what_a_certificate_says_is_read() {
    let certificate = &SEAL.0.certificate;
    assert_eq!(certificate.subject_common_name().as_deref(), Some("Test Seal"));
    assert_eq!(certificate.subject_organization().as_deref(), Some("Vysoká škola zkušební"));
    assert_eq!(certificate.subject_organization_identifier().as_deref(), Some("NTRCZ-00000001"));
    assert_eq!(certificate.subject_country().as_deref(), Some("CZ"));
    assert_eq!(certificate.issuer_name().as_deref(), Some("Test Issuing"));
    assert_eq!(certificate.not_before(), at("2024-01-01T00:00:00Z"));
    assert!(certificate.is_valid_at(at(AT)));
    assert_eq!(certificate.public_key().kind().to_string(), "P-256");
    assert!(certificate.extensions().may_sign_data());
    assert!(!certificate.extensions().is_ca());
    assert!(!certificate.is_self_issued());
    assert!(SEAL.1.root.certificate.is_self_issued());
}

#[test]
fn only_the_issuers_key_verifies() {
    let (seal, pki) = &*SEAL;
    let certificate = &seal.certificate;
    assert_eq!(certificate.verify_signature(pki.issuing.certificate.public_key()), Ok(()));
    let wrong = certificate.verify_signature(pki.root.certificate.public_key());
    assert_eq!(wrong, Err(VerifyError::Wrong));
    let rsa = pki.root.certify(pki::seal("Test Seal"), pki::rsa());
    let mismatch = certificate.verify_signature(rsa.certificate.public_key());
    assert_eq!(mismatch, Err(VerifyError::KeyMismatch));
}

#[test]
fn nothing_is_left_over_and_size_is_bounded() {
    let mut der = SEAL.0.certificate.der().to_vec();
    der.push(0);
    assert!(Certificate::from_der(&der).is_err());
    assert_eq!(Certificate::from_der(&vec![0x30; 70_000]).err(), Some(CertificateError::TooLarge(70_000)));
    assert_eq!(Certificate::all_from_pem(b"no block").err(), Some(CertificateError::None));
}

#[test]
fn an_extension_that_stands_twice_is_refused() {
    let mut params = pki::seal("Test Seal");
    params.custom_extensions =
        vec![pki::usage(true, &[oid::EMAIL_PROTECTION]), pki::usage(false, &[oid::TIME_STAMPING])];
    let issuer = rcgen::Issuer::from_params(&SEAL.1.root.params, &SEAL.1.root.key);
    let der = params.signed_by(&SEAL.0.key, &issuer).unwrap().der().to_vec();
    assert_eq!(Certificate::from_der(&der).err(), Some(CertificateError::ExtensionTwice(oid::EXTENDED_KEY_USAGE)));
}

#[test]
fn debug_and_summary_keep_to_what_reports_tell() {
    let certificate = &SEAL.0.certificate;
    assert!(!format!("{certificate:?}").contains("Test Seal"));
    let summary = serde_json::to_value(certificate).unwrap();
    assert_eq!(summary["organization_identifier"], "NTRCZ-00000001");
    assert_eq!(summary["not_after"], "2029-01-01T00:00:00Z");
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = Certificate::from_der(&bytes);
        let _ = Certificate::all_from_pem(&bytes);
    }

    /// One byte changed: either it is refused or its signature no longer holds.
    #[test]
    fn a_changed_certificate_is_never_accepted(place: prop::sample::Index, change in 1..=255_u8) {
        let (seal, pki) = &*SEAL;
        let mut der = seal.certificate.der().to_vec();
        let place = place.index(der.len());
        der[place] ^= change;
        if let Ok(changed) = Certificate::from_der(&der) {
            prop_assert!(changed.verify_signature(pki.issuing.certificate.public_key()).is_err());
        }
    }

    #[test]
    fn a_cut_certificate_is_refused(place: prop::sample::Index) {
        let der = SEAL.0.certificate.der();
        prop_assert!(Certificate::from_der(&der[..place.index(der.len())]).is_err());
    }
}
