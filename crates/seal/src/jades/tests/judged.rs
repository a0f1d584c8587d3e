//! Reference seals made by another implementation, and what is expected of them as long as revocation is not looked at.
//!
//! `jades.tsv` beside the files says what each is. Most carry only the signer's certificate, so two sets of anchors are
//! asked: the root alone, and the root with the issuing authority, as a trusted list would have it.

use crate::Indication::{self, *};
use crate::Level::{self, *};
use crate::Outcome::{self, CannotTell, Fails, Holds};
use crate::jades::{ReadError, judge, read};
use crate::json::JsonError;
use crate::{Anchors, Basis, SealCheck, SealReport, pki};
use std::collections::BTreeSet;
use std::path::Path;

/// After the files were made.
const NOW: &str = "2026-11-24T00:00:00Z";

/// File, outcome, indication, level, whether a stamp proves a time, whether the file itself leads to the root; why.
type Expected = (&'static str, Outcome, Option<Indication>, Level, bool, bool, &'static str);

const EXPECTED: [Expected; 31] = [
    ("B", Holds, None, BB, false, false, "basic"),
    ("B-flattened", Holds, None, BB, false, false, "flattened serialization"),
    ("B-chain-x5c", Holds, None, BB, false, true, "the chain is in x5c"),
    ("T", Holds, None, BT, true, false, "signature time-stamp"),
    ("LT", Holds, None, BLT, true, true, "with certificates and revocation data"),
    ("LTA", Holds, None, BLTA, true, true, "with an archive time-stamp"),
    ("LTA-rsa", Holds, None, BLTA, true, true, "RS256"),
    ("LTA-renewed", Holds, None, BLTA, true, true, "three archive time-stamps"),
    ("LTA-adoTst", Holds, None, BLTA, true, true, "content time-stamp"),
    ("LTA-advqc", Holds, None, BLTA, true, true, "qualification is not looked at"),
    ("LTA-plain", Holds, None, BLTA, true, true, "qualification is not looked at"),
    ("LTA-appended", Holds, None, BLTA, true, true, "an item behind the archive time-stamp does no harm"),
    ("T-revoked", Holds, None, BT, true, false, "revoked before the stamp: revocation is not looked at and told so"),
    ("B-expired", CannotTell, Some(OutOfBoundsNoPoe), BB, false, false, "expired, and nothing proves an earlier time"),
    ("edc-legacy-LTA", Holds, None, NotBaseline, true, true, "sigT after 2025-07-15 is sound but not baseline"),
    ("B-ascii-escapes", Holds, None, BB, false, false, "escapes are not signed"),
    ("B-slash-escapes", Holds, None, BB, false, false, "escapes are not signed"),
    ("X-payload-flip", Fails, Some(SigCryptoFailure), BB, false, false, "content changed"),
    ("X-payload-reformatted", Fails, Some(SigCryptoFailure), BB, false, false, "white space is signed"),
    ("X-protected-space", Fails, Some(SigCryptoFailure), BB, false, false, "the header's text is signed"),
    ("X-sigTst-raw", Fails, Some(HashFailure), BB, false, false, "the stamp is over the raw value"),
    ("X-etsiU-reordered", Fails, Some(HashFailure), BLT, true, true, "items swapped below the archive time-stamp"),
    ("X-etsiU-removed", Fails, Some(HashFailure), BLT, true, false, "an item removed below the archive time-stamp"),
    ("X-crit-missing", Fails, Some(FormatFailure), NotBaseline, false, false, "b64 must be critical"),
    ("X-crit-unknown", Fails, Some(FormatFailure), NotBaseline, false, false, "an unknown critical member"),
    ("X-crit-dup", Fails, Some(FormatFailure), NotBaseline, false, false, "a critical member twice"),
    ("X-iat-and-sigT", Holds, None, NotBaseline, false, false, "two claimed times are not baseline"),
    (
        "X-x5t-mismatch",
        CannotTell,
        Some(NoSigningCertificateFound),
        NotBaseline,
        false,
        false,
        "names another certificate",
    ),
    ("X-alg-none", Fails, Some(SigCryptoFailure), BB, false, false, "no algorithm"),
    ("X-alg-confusion", Fails, Some(SigCryptoFailure), BB, false, false, "the key is of another kind"),
    ("X-ecdsa-der", Fails, Some(SigCryptoFailure), BB, false, false, "ECDSA value not of fixed width"),
];

fn judged(file: &Path, anchors: &Anchors) -> SealReport {
    judge(&read(&std::fs::read(file).unwrap()).unwrap(), &Basis::offline(anchors, pki::at(NOW)))
}

fn anchors(folder: &Path, names: &[&str]) -> Anchors {
    let pem: Vec<Vec<u8>> =
        names.iter().map(|name| std::fs::read(folder.join(format!("certs/{name}.cert.pem"))).unwrap()).collect();
    Anchors::from_pem(&pem.concat()).unwrap()
}

#[test]
fn reference_seals_are_judged_as_expected() {
    let Some(folder) = pki::shared() else {
        println!("skipped: no reference material");
        return;
    };
    let listed = anchors(&folder, &["root", "issuing"]);
    let root = anchors(&folder, &["root"]);
    for (name, outcome, indication, level, proved, complete, why) in EXPECTED {
        let file = folder.join(format!("jades/{name}.jsonld"));
        let report = judged(&file, &listed);
        let found = (report.outcome(), report.indication(), report.level, report.best_time.is_some());
        assert_eq!(found, (outcome, indication, level, proved), "{name}: {why}");
        let alone = judged(&file, &root);
        let leads = alone.finding(SealCheck::Chain).unwrap().outcome == Holds;
        assert_eq!(leads, complete, "{name}: chain to the root");
        assert_eq!(alone.outcome() == Holds, complete && outcome == Holds, "{name}: root alone");
    }
}

#[test]
fn a_member_twice_is_not_read() {
    let Some(folder) = pki::shared() else { return };
    let file = std::fs::read(folder.join("jades/X-dup-member.jsonld")).unwrap();
    assert!(matches!(read(&file), Err(ReadError::Json(JsonError::Malformed { offset: 25, .. }))));
}

#[test]
fn no_reference_file_is_left_out() {
    let Some(folder) = pki::shared() else { return };
    let files: BTreeSet<String> = std::fs::read_dir(folder.join("jades"))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".jsonld").map(str::to_owned))
        .collect();
    let expected: BTreeSet<String> =
        EXPECTED.iter().map(|row| row.0.to_owned()).chain(["X-dup-member".to_owned()]).collect();
    assert_eq!(files, expected);
}

/// The official samples: intact in every part, but neither their authority nor their test time-stamps lead to an anchor.
#[test]
fn official_samples_are_intact_and_cannot_be_traced() {
    let Some(folder) = pki::shared() else { return };
    let root = anchors(&folder, &["root"]);
    for (name, stamp) in [("Sample-MC-Annex1", "2023-09-27T11:54:20Z"), ("Sample-CertOfPart", "2023-09-27T12:07:04Z")] {
        let report = judged(&folder.join(format!("../elm/{name}-signed.jsonld")), &root);
        let finding = |check| report.finding(check).unwrap();
        for check in [SealCheck::Structure, SealCheck::Integrity, SealCheck::SignerIdentified, SealCheck::Algorithms] {
            assert_eq!(finding(check).outcome, Holds, "{name}: {check:?}");
        }
        assert_eq!(report.level, BLTA, "claimed in 2023, when sigT was the rule");
        assert_eq!(finding(SealCheck::Chain).indication, Some(NoCertificateChainFound));
        // The imprints match; what is open is who the time-stamp authority is.
        for check in [SealCheck::SignatureStamp, SealCheck::ContentStamp, SealCheck::ArchiveStamp] {
            assert_eq!(finding(check).indication, Some(NoCertificateChainFound), "{name}: {check:?}");
        }
        assert!(finding(SealCheck::ArchiveStamp).evidence.contains(&("time", stamp.to_owned())));
        assert_eq!((report.outcome(), report.best_time), (CannotTell, None));
        let name = report.signer.and_then(|signer| signer.subject_organization_identifier());
        assert_eq!(name.as_deref(), Some("VATES-A00000000"));
    }
}
