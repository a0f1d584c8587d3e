//! Reading certificates, good and hostile.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::algorithm::{KeyKind, ecdsa_fixed};
use crate::pki::{self, AT, Entity, Pki, at};
use proptest::prelude::*;
use signet_testing::rcgen;
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

/// A certificate of this subject, by attribute and text, with these types in QcType.
fn subject(attributes: &[(&[u64], &str)], types: &[u8]) -> Certificate {
    let mut params = pki::seal("Test");
    params.distinguished_name = rcgen::DistinguishedName::new();
    for (oid, text) in attributes {
        params.distinguished_name.push(rcgen::DnType::CustomDnType(oid.to_vec()), *text);
    }
    if !types.is_empty() {
        params.custom_extensions = vec![pki::qc_types(types)];
    }
    SEAL.1.issuing.issue(params).certificate
}

const CN: &[u64] = &[2, 5, 4, 3];
const SURNAME: &[u64] = &[2, 5, 4, 4];
const SERIAL: &[u64] = &[2, 5, 4, 5];
const ORGANIZATION: &[u64] = &[2, 5, 4, 10];
const GIVEN: &[u64] = &[2, 5, 4, 42];
const IDENTIFIER: &[u64] = &[2, 5, 4, 97];

#[test]
fn whom_a_certificate_names_is_told() {
    use HolderKind::{LegalPerson, NaturalPerson, Unclear, Website};
    let (person, body) = ([(CN, "Jan Novák"), (GIVEN, "Jan"), (SURNAME, "Novák")], (ORGANIZATION, "Univerzita"));
    let employee = [person[0], person[1], person[2], body];
    for (attributes, types, kind) in [
        (&[(CN, "Seal"), body][..], &[][..], LegalPerson),
        (&[(CN, "Seal"), (IDENTIFIER, "NTRCZ-00000001")], &[], LegalPerson),
        (&[(CN, "Seal"), body], &[2], LegalPerson),
        (&[(CN, "Seal"), body, (SERIAL, "A00000000")], &[2], LegalPerson),
        (&person, &[], NaturalPerson),
        (&person, &[1], NaturalPerson),
        // An employee's signature is that of the employee, whoever employs them.
        (&employee, &[], NaturalPerson),
        (&employee, &[1], NaturalPerson),
        (&[(CN, "Jan Novák"), (SERIAL, "PNOCZ-0000000"), body], &[], NaturalPerson),
        (&[(CN, "Seal"), body], &[1], NaturalPerson),
        (&[(CN, "www.example.test"), body], &[3], Website),
        (&[(CN, "Seal"), body], &[1, 2], Unclear),
        (&[(CN, "Jan Novák")], &[2], Unclear),
        (&[(CN, "Jan Novák")], &[], Unclear),
        (&[(CN, "Seal"), (ORGANIZATION, "\u{200b} ")], &[], Unclear),
    ] {
        assert_eq!(subject(attributes, types).holder_kind(), kind, "{attributes:?} {types:?}");
    }
    assert_eq!(subject(&person, &[]).subject_person().as_deref(), Some("Jan Novák"));
}

#[test]
fn a_name_that_shows_nothing_is_no_name() {
    let certificate = subject(&[(ORGANIZATION, " \u{202e}"), (CN, "a\u{202e}b")], &[]);
    assert_eq!(certificate.subject_organization(), None);
    assert_eq!(certificate.subject_common_name().as_deref(), Some("ab"));
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
fn every_scheme_is_checked_in_both_forms() {
    let rsa = |algorithm| rcgen::KeyPair::generate_rsa_for(algorithm, rcgen::RsaKeySize::_2048).unwrap();
    for (key, name, kind) in [
        (pki::curve(&rcgen::PKCS_ECDSA_P256_SHA256), "ES256", "P-256"),
        (pki::curve(&rcgen::PKCS_ECDSA_P384_SHA384), "ES384", "P-384"),
        (pki::curve(&rcgen::PKCS_ECDSA_P521_SHA512), "ES512", "P-521"),
        (rsa(&rcgen::PKCS_RSA_SHA256), "RS256", "RSA-2048"),
        (rsa(&rcgen::PKCS_RSA_SHA384), "RS384", "RSA-2048"),
        (rsa(&rcgen::PKCS_RSA_SHA512), "RS512", "RSA-2048"),
    ] {
        let der = pki::authority("Test Root", None).self_signed(&key).unwrap().der().to_vec();
        let root = Certificate::from_der(&der).unwrap();
        let (key, scheme) = (root.public_key(), root.scheme().unwrap());
        assert_eq!((scheme.name(), key.kind().to_string().as_str()), (name, kind));
        assert_eq!(root.verify_signature(key), Ok(()), "{name}");
        let (message, der_form) = (root.slice(&root.0.tbs), root.slice(&root.0.signature));
        let jose_form = match key.kind() {
            KeyKind::Ec(curve) => ecdsa_fixed(der_form, curve.width()).unwrap(),
            _ => der_form.to_vec(),
        };
        assert_eq!(key.verify_jose(scheme, message, &jose_form), Ok(()), "{name}");
        assert_eq!(key.verify_jose(scheme, b"something else", &jose_form), Err(VerifyError::Wrong));
        if matches!(key.kind(), KeyKind::Ec(_)) {
            assert_eq!(key.verify_jose(scheme, message, der_form), Err(VerifyError::Wrong));
            let other = if name == "ES256" { "ES384" } else { "ES256" };
            let crossed = key.verify_jose(SignatureScheme::from_jose(other).unwrap(), message, &jose_form);
            assert_eq!(crossed, Err(VerifyError::KeyMismatch));
        }
        let family = if name.starts_with("RS") { "ES256" } else { "RS256" };
        assert_eq!(
            key.verify_der(SignatureScheme::from_jose(family).unwrap(), message, der_form),
            Err(VerifyError::KeyMismatch)
        );
    }
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

/// `certificate` with another serial number, given as two's complement, signed anew by `issuer`.
fn renumbered(certificate: &Certificate, issuer: &Entity, serial: &[u8]) -> Vec<u8> {
    let mut outer = Asn1Element::from_bytes(certificate.der()).unwrap().reader();
    let (tbs, algorithm) = (outer.element().unwrap(), outer.element().unwrap());
    let fields = tbs.reader().all(16).unwrap();
    let number = asn1::tlv(tag::INTEGER, &[serial]);
    let parts: Vec<&[u8]> =
        fields.iter().enumerate().map(|(at, field)| if at == 1 { number.as_slice() } else { field.whole() }).collect();
    let tbs = asn1::sequence(&parts);
    let value = crate::algorithm::ecdsa_der(&issuer.seal_key(&[], None).sign(&tbs).unwrap()).unwrap();
    asn1::sequence(&[&tbs, algorithm.whole(), &asn1::bit_string(0, &value)])
}

#[test]
fn serial_numbers_that_should_not_be_are_numbers_all_the_same() {
    // RFC 5280 §4.1.2.2: users of certificates should be prepared for negative and zero serial numbers.
    let pki = Pki::new();
    for serial in [&[0][..], &[0x80], &[0xff, 0x00, 0x01], &[0x81; 20]] {
        let certificate = Certificate::from_der(&renumbered(&pki.seal.certificate, &pki.issuing, serial)).unwrap();
        assert_eq!(certificate.serial(), serial);
        assert_eq!(certificate.verify_signature(pki.issuing.certificate.public_key()), Ok(()));
        let pem = pki.seal.key.serialize_pem();
        let chain = [&certificate, &pki.issuing.certificate].map(|one| {
            format!(
                "-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n",
                data_encoding::BASE64.encode(one.der())
            )
        });
        let key = crate::SealKey::from_pem(pem.as_bytes(), chain.concat().as_bytes(), None).unwrap();
        let at = pki::at(pki::AT);
        let label = crate::pades::SealLabel { name: "Seal".into(), ..Default::default() };
        let file = crate::pades::specimen::pdf(crate::pades::specimen::Shape::Table);
        let unsealed = crate::pades::prepare(&file, key.chain(), key.algorithm(), at, &label).unwrap();
        let value = key.sign(unsealed.signing_input()).unwrap();
        let sealed = unsealed.finish(&value).unwrap().into_pdf().unwrap();
        let report = crate::pades::judge(&sealed, &pki.basis(at)).unwrap().remove(0);
        assert_eq!(report.outcome(), crate::Outcome::Holds, "{serial:02x?}: {:?}", report.findings);
        // And it can be revoked by that number.
        let revoked = pki::answer::List::empty(&pki.issuing, pki::AT).revoking(
            &certificate,
            pki::AT,
            crate::revocation::CrlReason(1),
        );
        let said = crate::ValidationData { crls: vec![revoked.read()], ..Default::default() };
        let told = crate::pades::judge(&sealed, &crate::Basis { fetched: &said, ..pki.basis(at) }).unwrap().remove(0);
        assert_eq!(
            told.finding(crate::SealCheck::Revocation).unwrap().outcome,
            crate::Outcome::CannotTell,
            "{serial:02x?}"
        );
    }
}
