//! What is sealed is read back and holds, with every algorithm, at both levels, in both kinds of file.

use super::{file, label, sealed};
use crate::cms::CmsError;
use crate::pades::specimen::{Shape, pdf};
use crate::pades::{AttachmentLimits, PdfReadError, SealError, attachments, judge, prepare};
use crate::pki::{self, Pki};
use crate::{Algorithm, Level, Outcome, SealCheck, SealKey};
use signet_testing::rcgen::PKCS_ECDSA_P384_SHA384;

const BOTH: [Shape; 2] = [Shape::Table, Shape::Stream];

fn key(pki: &Pki, algorithm: Algorithm) -> SealKey {
    let entity = match algorithm {
        Algorithm::Es256 => return pki.key(),
        Algorithm::Es384 => pki.issuing.certify(pki::seal("Seal P-384"), pki::curve(&PKCS_ECDSA_P384_SHA384)),
        Algorithm::Ps256 | Algorithm::Rs256 => pki.issuing.certify(pki::seal("Seal RSA"), pki::rsa()),
    };
    entity.seal_key(&[&pki.issuing], Some(algorithm))
}

#[test]
fn every_algorithm_holds_at_both_levels_in_both_kinds_of_file() {
    let pki = Pki::new();
    for algorithm in Algorithm::ALL {
        let key = key(&pki, algorithm);
        for shape in BOTH {
            for (stamp, level) in [(None, Level::BB), (Some("2026-06-01T12:00:07Z"), Level::BT)] {
                let original = pdf(shape);
                let file = file(&pki, &original, &key, stamp);
                assert!(file.starts_with(&original), "the file before the seal is untouched");
                let reports = judge(&file, &pki.basis(pki::at("2026-07-01T00:00:00Z"))).unwrap();
                let [report] = &reports[..] else { panic!("one seal") };
                assert_eq!(
                    (report.outcome(), report.level),
                    (Outcome::Holds, level),
                    "{algorithm} {:?}",
                    report.findings
                );
                assert_eq!(report.claimed_time, Some(pki::at(pki::AT)));
                assert_eq!(report.best_time, stamp.map(pki::at));
                assert_eq!(report.algorithm, Some(algorithm.scheme()));
                assert_eq!(report.signer.as_ref(), key.chain().first());
                assert_eq!(attachments(&file, AttachmentLimits::default()).unwrap().len(), 1);
            }
        }
    }
}

#[test]
fn a_report_tells_every_check_in_order() {
    let pki = Pki::new();
    let file = file(&pki, &pdf(Shape::Table), &pki.key(), Some(pki::AT));
    let report = judge(&file, &pki.basis(pki::at(pki::AT))).unwrap().remove(0);
    let checks: Vec<SealCheck> = report.findings.iter().map(|finding| finding.check()).collect();
    assert_eq!(
        checks,
        [
            SealCheck::Structure,
            SealCheck::ByteRange,
            SealCheck::Integrity,
            SealCheck::ChangesAfter,
            SealCheck::SignerIdentified,
            SealCheck::Chain,
            SealCheck::CertificateValidity,
            SealCheck::Revocation,
            SealCheck::Algorithms,
            SealCheck::SignatureStamp,
            SealCheck::Baseline,
            SealCheck::Qualification,
        ]
    );
}

#[test]
fn the_same_seal_is_the_same_bytes() {
    let pki = Pki::new();
    let key = key(&pki, Algorithm::Rs256);
    let once = || file(&pki, &pdf(Shape::Table), &key, None);
    assert_eq!(once(), once());
}

#[test]
fn a_second_seal_leaves_the_first_standing() {
    let pki = Pki::new();
    for shape in BOTH {
        let first = file(&pki, &pdf(shape), &pki.key(), None);
        let second = file(&pki, &first, &key(&pki, Algorithm::Es384), Some(pki::AT));
        let reports = judge(&second, &pki.basis(pki::at(pki::AT))).unwrap();
        let outcomes: Vec<_> = reports.iter().map(|report| (report.outcome(), report.level)).collect();
        assert_eq!(outcomes, [(Outcome::Holds, Level::BB), (Outcome::Holds, Level::BT)], "{shape:?}");
        let after = reports[0].finding(SealCheck::ChangesAfter).unwrap();
        assert_eq!(after.evidence(), [("changes", "seals".to_owned())]);
    }
}

#[test]
fn a_stamp_without_room_is_refused() {
    let pki = Pki::new();
    let sealed = sealed(&pdf(Shape::Table), &pki.key(), 0);
    let token = pki.stamp(&sealed.stamp_message(), pki::AT);
    let twice = sealed.with_stamp(&token).with_stamp(&token).with_stamp(&token).with_stamp(&token);
    assert!(matches!(twice.into_pdf(), Err(SealError::TooLarge { needed, reserved }) if needed > reserved));
}

#[test]
fn what_cannot_be_sealed_is_refused() {
    let pki = Pki::new();
    let at = pki::at(pki::AT);
    let none = prepare(&pdf(Shape::Table), &[], Algorithm::Es256, at, &label(0));
    assert_eq!(none.err(), Some(SealError::Cms(CmsError::NoCertificate)));
    let text = prepare(b"text", pki.key().chain(), Algorithm::Es256, at, &label(0));
    assert_eq!(text.err(), Some(SealError::Read(PdfReadError::NotPdf)));
}

#[test]
fn a_file_without_a_seal_has_no_report() {
    let pki = Pki::new();
    assert_eq!(judge(&pdf(Shape::Table), &pki.basis(pki::at(pki::AT))).unwrap().len(), 0);
}
