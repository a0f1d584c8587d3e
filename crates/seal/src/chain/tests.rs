//! Paths that hold and paths that must not.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::asn1::oid;
use crate::indication::{Outcome, SealCheck};
use crate::pki::{self, AT, Entity, Pki, at};
use crate::validation::{Material, Proofs, Subject, judge_certificate};
use signet_testing::rcgen::{
    self, CertificateParams, CustomExtension, DistinguishedName, DnType, GeneralSubtree, KeyUsagePurpose,
    NameConstraints, SanType,
};

const SERVER_AUTH: Oid = Oid::new_unwrap("1.3.6.1.5.5.7.3.1");
const CLIENT_AUTH: Oid = Oid::new_unwrap("1.3.6.1.5.5.7.3.2");

fn attempt(signer: &Entity, pool: &[&Entity], root: &Entity) -> Result<Chain, ChainError> {
    attempt_at(signer, pool, root, AT, CertificatePurpose::Seal)
}

fn attempt_at(
    signer: &Entity,
    pool: &[&Entity],
    root: &Entity,
    when: &str,
    purpose: CertificatePurpose,
) -> Result<Chain, ChainError> {
    let pool: Vec<Certificate> = pool.iter().map(|entity| entity.certificate.clone()).collect();
    find(&signer.certificate, &pool, &Anchors::new(vec![root.certificate.clone()]), at(when), purpose)
}

fn constraint(result: Result<Chain, ChainError>) -> Constraint {
    match result {
        Err(ChainError::Constraint { constraint, .. }) => constraint,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_path_leads_over_the_pool_to_the_anchor() {
    let pki = Pki::new();
    let chain = attempt(&pki.seal, &[&pki.tsa, &pki.issuing], &pki.root).unwrap();
    let expected = [&pki.seal, &pki.issuing, &pki.root].map(|entity| entity.certificate.clone());
    assert_eq!(chain.certificates(), expected);
    assert_eq!(chain.anchor(), Some(&pki.root.certificate));
}

#[test]
fn an_anchor_below_the_root_is_enough_and_so_is_the_signer_itself() {
    let pki = Pki::new();
    assert_eq!(attempt(&pki.seal, &[], &pki.issuing).unwrap().certificates().len(), 2);
    assert_eq!(attempt(&pki.seal, &[], &pki.seal).unwrap().certificates().len(), 1);
    let late = attempt_at(&pki.seal, &[], &pki.seal, "2030-01-01T00:00:00Z", CertificatePurpose::Seal);
    assert!(matches!(late, Err(ChainError::Expired { .. })));
}

#[test]
fn without_the_authority_between_or_with_a_namesake_there_is_no_path() {
    let (pki, namesake) = (Pki::new(), Pki::new());
    assert_eq!(attempt(&pki.seal, &[], &pki.root), Err(ChainError::NoPath));
    assert_eq!(attempt(&pki.seal, &[&namesake.issuing], &namesake.root), Err(ChainError::NoPath));
    assert_eq!(attempt(&pki.seal, &[&pki.issuing], &namesake.root), Err(ChainError::NoPath));
}

#[test]
fn dates_are_those_of_the_time_asked_about() {
    let pki = Pki::new();
    let when = |time| attempt_at(&pki.seal, &[&pki.issuing], &pki.root, time, CertificatePurpose::Seal);
    assert!(when("2024-01-01T00:00:00Z").is_ok());
    assert!(when("2029-01-01T00:00:00.9Z").is_ok());
    assert!(matches!(when("2023-12-31T23:59:59Z"), Err(ChainError::NotYetValid { .. })));
    assert!(
        matches!(when("2029-01-01T00:00:01Z"), Err(ChainError::Expired { certificate }) if certificate == pki.seal.certificate)
    );
}

#[test]
fn an_expired_authority_is_told_from_an_expired_signer() {
    let root = Entity::root(pki::authority("Test Root", None));
    let mut params = pki::authority("Test Short", None);
    params.not_after = rcgen::date_time_ymd(2025, 1, 1);
    let short = root.issue(params);
    let seal = short.issue(pki::seal("Test Seal"));
    let result = attempt(&seal, &[&short], &root);
    assert!(matches!(result, Err(ChainError::Expired { certificate }) if certificate == short.certificate));
}

#[test]
fn an_end_entity_does_not_certify() {
    let pki = Pki::new();
    let mut params = pki::seal("Test Below");
    params.is_ca = rcgen::IsCa::ExplicitNoCa;
    let below = pki.seal.issue(params);
    assert_eq!(constraint(attempt(&below, &[&pki.seal, &pki.issuing], &pki.root)), Constraint::NotAnAuthority);
}

#[test]
fn an_authority_without_the_right_to_certify_does_not() {
    let root = Entity::root(pki::authority("Test Root", None));
    let mut params = pki::authority("Test Issuing", None);
    params.key_usages = vec![KeyUsagePurpose::CrlSign];
    let issuing = root.issue(params);
    let seal = issuing.issue(pki::seal("Test Seal"));
    assert_eq!(constraint(attempt(&seal, &[&issuing], &root)), Constraint::KeyUsage);
}

#[test]
fn the_path_length_is_kept_and_self_issued_authorities_do_not_count() {
    let root = Entity::root(pki::authority("Test Root", None));
    let first = root.issue(pki::authority("Test First", Some(0)));
    let renewed = first.issue(pki::authority("Test First", None));
    let second = first.issue(pki::authority("Test Second", None));
    let under_second = second.issue(pki::seal("Test Seal"));
    assert_eq!(constraint(attempt(&under_second, &[&second, &first], &root)), Constraint::PathLength);
    let under_renewed = renewed.issue(pki::seal("Test Seal"));
    assert!(attempt(&under_renewed, &[&renewed, &first], &root).is_ok());
}

#[test]
fn the_anchors_own_path_length_is_kept() {
    let root = Entity::root(pki::authority("Test Root", Some(0)));
    let issuing = root.issue(pki::authority("Test Issuing", None));
    let seal = issuing.issue(pki::seal("Test Seal"));
    assert_eq!(constraint(attempt(&seal, &[&issuing], &root)), Constraint::PathLength);
}

#[test]
fn a_seal_certificate_must_be_one_to_sign_with() {
    let pki = Pki::new();
    let with = |change: fn(&mut CertificateParams)| {
        let mut params = pki::seal("Test Other");
        change(&mut params);
        attempt(&pki.issuing.issue(params), &[&pki.issuing], &pki.root)
    };
    let no_signing = |params: &mut CertificateParams| params.key_usages = vec![KeyUsagePurpose::KeyAgreement];
    assert_eq!(constraint(with(no_signing)), Constraint::KeyUsage);
    let stamps =
        |params: &mut CertificateParams| params.custom_extensions = vec![pki::usage(true, &[oid::TIME_STAMPING])];
    assert_eq!(constraint(with(stamps)), Constraint::ExtendedKeyUsage);
    for critical in [true, false] {
        let used = |purposes: &[Oid]| {
            let mut params = pki::seal("Test Other");
            params.custom_extensions = vec![pki::usage(critical, purposes)];
            attempt(&pki.issuing.issue(params), &[&pki.issuing], &pki.root)
        };
        for purpose in [oid::EMAIL_PROTECTION, oid::DOCUMENT_SIGNING, oid::ANY_EXTENDED_KEY_USAGE] {
            assert!(used(&[SERVER_AUTH, CLIENT_AUTH, purpose]).is_ok());
        }
        for others in [&[SERVER_AUTH][..], &[CLIENT_AUTH], &[SERVER_AUTH, CLIENT_AUTH], &[oid::TIME_STAMPING]] {
            assert_eq!(constraint(used(others)), Constraint::ExtendedKeyUsage, "critical: {critical}");
        }
    }
    assert_eq!(
        constraint(with(|params| params.custom_extensions = vec![pki::qc_types(&[3])])),
        Constraint::ForWebsites
    );
    assert!(with(|params| params.custom_extensions = vec![pki::qc_types(&[2])]).is_ok());
    assert!(with(|params| params.key_usages = vec![]).is_ok());
    assert!(with(|params| params.key_usages = vec![KeyUsagePurpose::ContentCommitment]).is_ok());
}

#[test]
fn stamps_are_made_with_certificates_for_nothing_else() {
    let pki = Pki::new();
    let with = |extensions: Vec<CustomExtension>| {
        let mut params = pki::stamper("Test Other");
        params.custom_extensions = extensions;
        attempt_at(&pki.issuing.issue(params), &[&pki.issuing], &pki.root, AT, CertificatePurpose::TimeStamp)
    };
    assert!(with(vec![pki::usage(true, &[oid::TIME_STAMPING])]).is_ok());
    for extensions in [
        vec![],
        vec![pki::usage(false, &[oid::TIME_STAMPING])],
        vec![pki::usage(true, &[oid::TIME_STAMPING, oid::EMAIL_PROTECTION])],
        vec![pki::usage(true, &[oid::ANY_EXTENDED_KEY_USAGE])],
    ] {
        assert_eq!(constraint(with(extensions)), Constraint::ExtendedKeyUsage);
    }
}

#[test]
fn critical_extensions_must_be_understood() {
    let pki = Pki::new();
    let with = |oid: &[u64], content: Vec<u8>| {
        let mut extension = CustomExtension::from_oid_content(oid, content);
        extension.set_criticality(true);
        let mut params = pki::seal("Test Other");
        params.custom_extensions = vec![extension];
        attempt(&pki.issuing.issue(params), &[&pki.issuing], &pki.root)
    };
    let unknown = constraint(with(&[1, 2, 3, 4, 5], vec![5, 0]));
    assert_eq!(unknown, Constraint::CriticalExtension(Oid::new_unwrap("1.2.3.4.5")));
    // Any policy is accepted, also a critical one that is not known.
    assert!(with(&[2, 5, 29, 32], vec![0x30, 6, 0x30, 4, 6, 2, 0x2a, 3]).is_ok());
    assert_eq!(
        constraint(with(&[2, 5, 29, 37], vec![0x30, 1])),
        Constraint::MalformedExtension(oid::EXTENDED_KEY_USAGE)
    );
}

fn directory(attributes: &[(DnType, &str)]) -> GeneralSubtree {
    let mut name = DistinguishedName::new();
    for (kind, value) in attributes {
        name.push(kind.clone(), *value);
    }
    GeneralSubtree::DirectoryName(name)
}

fn constrained(
    permitted: Vec<GeneralSubtree>,
    excluded: Vec<GeneralSubtree>,
    params: CertificateParams,
) -> Result<Chain, ChainError> {
    let root = Entity::root(pki::authority("Test Root", None));
    let mut authority = pki::authority("Test Issuing", None);
    authority.name_constraints = Some(NameConstraints { permitted_subtrees: permitted, excluded_subtrees: excluded });
    let issuing = root.issue(authority);
    attempt(&issuing.issue(params), &[&issuing], &root)
}

#[test]
fn names_stay_within_what_the_authority_may_certify() {
    let seal = || pki::seal("Test Seal");
    let inside =
        || vec![directory(&[(DnType::CountryName, "CZ"), (DnType::OrganizationName, "vysoká  ŠKOLA zkušební")])];
    let outside = || vec![directory(&[(DnType::CountryName, "SK")])];
    assert!(constrained(inside(), vec![], seal()).is_ok());
    assert!(constrained(vec![], outside(), seal()).is_ok());
    assert_eq!(constraint(constrained(outside(), vec![], seal())), Constraint::Names);
    assert_eq!(constraint(constrained(vec![], inside(), seal())), Constraint::Names);
    let both = [outside(), inside()].concat();
    assert!(constrained(both, vec![], seal()).is_ok());
}

#[test]
fn mail_hosts_and_forms_that_are_not_compared_are_constrained_too() {
    let with = |name: SanType| {
        let mut params = pki::seal("Test Seal");
        params.subject_alt_names = vec![name];
        params
    };
    let mail = |text: &str| with(SanType::Rfc822Name(text.try_into().unwrap()));
    let mails = || vec![GeneralSubtree::Rfc822Name("example.test".to_owned())];
    assert!(constrained(mails(), vec![], mail("seal@example.test")).is_ok());
    assert_eq!(constraint(constrained(mails(), vec![], mail("seal@example.invalid"))), Constraint::Names);
    assert_eq!(constraint(constrained(vec![], mails(), mail("seal@example.test"))), Constraint::Names);
    let hosts = || vec![GeneralSubtree::DnsName("example.test".to_owned())];
    assert!(constrained(hosts(), vec![], with(SanType::DnsName("a.example.test".try_into().unwrap()))).is_ok());
    assert!(constrained(hosts(), vec![], mail("seal@example.invalid")).is_ok());
    // Addresses are not compared: whoever bears one where they are constrained is refused.
    let addresses = || vec![GeneralSubtree::IpAddress(rcgen::CidrSubnet::V4([10, 0, 0, 0], [255, 0, 0, 0]))];
    let address = || with(SanType::IpAddress([10, 0, 0, 1].into()));
    assert_eq!(constraint(constrained(addresses(), vec![], address())), Constraint::Names);
    assert_eq!(constraint(constrained(vec![], addresses(), address())), Constraint::Names);
    assert!(constrained(addresses(), vec![], pki::seal("Test Seal")).is_ok());
}

#[test]
fn circles_end() {
    let one = Entity::root(pki::authority("Test One", None));
    let two = Entity::root(pki::authority("Test Two", None));
    let one_by_two =
        two.certify(pki::authority("Test One", None), rcgen::KeyPair::from_pem(&one.key.serialize_pem()).unwrap());
    let two_by_one =
        one.certify(pki::authority("Test Two", None), rcgen::KeyPair::from_pem(&two.key.serialize_pem()).unwrap());
    let seal = one.issue(pki::seal("Test Seal"));
    let elsewhere = Entity::root(pki::authority("Test Root", None));
    assert_eq!(attempt(&seal, &[&one_by_two, &two_by_one], &elsewhere), Err(ChainError::NoPath));
    assert_eq!(attempt(&seal, &[&one_by_two, &two_by_one, &one], &two).unwrap().certificates().len(), 3);
}

#[test]
fn a_thicket_is_given_up() {
    // Authorities of one name that certify each other: every order of them is a path until the budget ends it.
    let root = Entity::root(pki::authority("Test Thicket", None));
    let keys: Vec<Entity> = (0..9).map(|_| Entity::root(pki::authority("Test Thicket", None))).collect();
    let mut pool = Vec::new();
    for issuer in &keys {
        for subject in &keys {
            let key = rcgen::KeyPair::from_pem(&subject.key.serialize_pem()).unwrap();
            pool.push(issuer.certify(pki::authority("Test Thicket", None), key));
        }
    }
    let seal = keys[0].issue(pki::seal("Test Seal"));
    assert_eq!(attempt(&seal, &pool.iter().collect::<Vec<_>>(), &root), Err(ChainError::TooMuchWork));
}

#[test]
fn the_verdict_tells_path_dates_and_algorithms_apart() {
    let pki = Pki::new();
    let judged = |when: &str, purpose, signer: &Entity| {
        let (at, scheme) = (at(when), crate::SignatureScheme::from_jose("ES256"));
        let subject = Subject { signer: &signer.certificate, scheme, digest: None, made: at, proved: at, purpose };
        let mut material = Material::default();
        material.certificate(&pki.issuing.certificate);
        judge_certificate(&subject, &Proofs::new(&pki.basis(at), material))
            .findings
            .into_iter()
            .map(|finding| (finding.check(), finding.outcome, finding.indication))
            .collect::<Vec<_>>()
    };
    let good = |check| (check, Outcome::Holds, None);
    let all =
        [SealCheck::Chain, SealCheck::CertificateValidity, SealCheck::Revocation, SealCheck::Algorithms].map(good);
    assert_eq!(judged(AT, CertificatePurpose::Seal, &pki.seal), all);
    assert_eq!(judged(AT, CertificatePurpose::TimeStamp, &pki.tsa), all);
    let late = judged("2031-01-01T00:00:00Z", CertificatePurpose::Seal, &pki.seal);
    assert_eq!(late[0], good(SealCheck::Chain));
    assert_eq!(late[1], (SealCheck::CertificateValidity, Outcome::CannotTell, Some(Indication::OutOfBoundsNotRevoked)));
    let early = judged("2020-01-01T00:00:00Z", CertificatePurpose::Seal, &pki.seal);
    assert_eq!(early[1], (SealCheck::CertificateValidity, Outcome::Fails, Some(Indication::NotYetValid)));
    let wrong = judged(AT, CertificatePurpose::TimeStamp, &pki.seal);
    assert_eq!(wrong[0], (SealCheck::Chain, Outcome::CannotTell, Some(Indication::ChainConstraintsFailure)));
}

#[test]
fn the_reference_chains_hold() {
    let Some(seals) = pki::shared() else {
        println!("skipped: no reference material");
        return;
    };
    let read = |name: &str| {
        let text = std::fs::read(seals.join("certs").join(format!("{name}.cert.pem"))).unwrap();
        Certificate::all_from_pem(&text).unwrap().remove(0)
    };
    let anchors = Anchors::new(vec![read("root")]);
    let pool = [read("issuing"), read("tsa-ca")];
    let now = at("2026-11-23T12:00:00Z");
    for name in ["seal-rsa", "seal-ec", "seal-adv-qc", "seal-plain", "seal-revoked"] {
        assert!(find(&read(name), &pool, &anchors, now, CertificatePurpose::Seal).is_ok(), "{name}");
    }
    for name in ["tsa", "tsa2", "tsa-ec"] {
        assert!(find(&read(name), &pool, &anchors, now, CertificatePurpose::TimeStamp).is_ok(), "{name}");
        assert!(find(&read(name), &pool, &anchors, now, CertificatePurpose::Seal).is_err(), "{name}");
    }
    let expired = find(&read("seal-expired"), &pool, &anchors, now, CertificatePurpose::Seal);
    assert!(matches!(expired, Err(ChainError::Expired { .. })));
    assert!(find(&read("seal-expired"), &pool, &anchors, at("2023-06-01T00:00:00Z"), CertificatePurpose::Seal).is_ok());
    assert_eq!(
        read("seal-ec").subject_organization_identifier().as_deref().map(|id| id.get(..6)),
        Some(Some("NTRCZ-"))
    );
    assert!(read("seal-ec").extensions().qc_statements().is_some());
    assert!(read("seal-plain").extensions().qc_statements().is_none());
}
