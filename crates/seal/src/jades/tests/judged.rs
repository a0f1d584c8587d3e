//! Reference seals made by another implementation, and what is expected of them: from the file alone, and with what asking
//! their authorities gives.
//!
//! `jades.tsv` beside the files says what each is. Up to B-T they carry only the signer's certificate, so alone they lead nowhere.

use crate::Indication::*;
use crate::Level::{self, *};
use crate::Outcome::{CannotTell, Holds};
use crate::jades::{JadesReadError, judge, read};
use crate::json::JsonError;
use crate::pki::Verdict::{self, Bad, Good, Open};
use crate::{Anchors, Basis, SealCheck, SealReport, ValidationData, pki};

use std::collections::BTreeSet;
use std::path::Path;

/// While what the authorities said of each was fresh.
const NOW: &str = "2026-11-23T13:05:00Z";

/// File; verdict from the file alone, and with everything that can be asked for; level then; whether a stamp proves a time; why.
type Expected = (&'static str, Verdict, Verdict, Level, bool, &'static str);

const EXPECTED: [Expected; 31] = [
    ("B", Open(NoCertificateChainFound), Good, BB, false, "basic"),
    ("B-flattened", Open(NoCertificateChainFound), Good, BB, false, "flattened serialization"),
    (
        "B-chain-x5c",
        Open(CertificateChainGeneralFailure),
        Good,
        BB,
        false,
        "the chain is in x5c, the revocation nowhere",
    ),
    ("T", Open(NoCertificateChainFound), Good, BT, true, "signature time-stamp"),
    ("LT", Good, Good, BLT, true, "with certificates and revocation data"),
    ("LTA", Good, Good, BLTA, true, "with an archive time-stamp"),
    ("LTA-rsa", Good, Good, BLTA, true, "RS256"),
    ("LTA-renewed", Good, Good, BLTA, true, "three archive time-stamps"),
    ("LTA-adoTst", Good, Good, BLTA, true, "content time-stamp"),
    ("LTA-advqc", Good, Good, BLTA, true, "qualification is another matter"),
    ("LTA-plain", Good, Good, BLTA, true, "qualification is another matter"),
    ("LTA-appended", Good, Good, BLTA, true, "an item behind the archive time-stamp does no harm"),
    ("T-revoked", Open(NoCertificateChainFound), Open(TryLater), BT, true, "revoked, but no file here knows of it"),
    (
        "B-expired",
        Open(NoCertificateChainFound),
        Open(OutOfBoundsNoPoe),
        BB,
        false,
        "expired, and nothing proves an earlier time",
    ),
    ("edc-legacy-LTA", Good, Good, NotBaseline, true, "sigT after 2025-07-15 is sound but not baseline"),
    ("B-ascii-escapes", Open(NoCertificateChainFound), Good, BB, false, "escapes are not signed"),
    ("B-slash-escapes", Open(NoCertificateChainFound), Good, BB, false, "escapes are not signed"),
    ("X-payload-flip", Bad(SigCryptoFailure), Bad(SigCryptoFailure), BB, false, "content changed"),
    ("X-payload-reformatted", Bad(SigCryptoFailure), Bad(SigCryptoFailure), BB, false, "white space is signed"),
    ("X-protected-space", Bad(SigCryptoFailure), Bad(SigCryptoFailure), BB, false, "the header's text is signed"),
    ("X-sigTst-raw", Open(NoCertificateChainFound), Good, BB, false, "the stamp is over the raw value, so it is none"),
    ("X-etsiU-reordered", Good, Good, BLT, true, "items swapped below the archive time-stamp, so it is none"),
    (
        "X-etsiU-removed",
        Open(NoCertificateChainFound),
        Good,
        BLT,
        true,
        "an item removed below the archive time-stamp, so it is none",
    ),
    ("X-crit-missing", Bad(FormatFailure), Bad(FormatFailure), NotBaseline, false, "b64 must be critical"),
    ("X-crit-unknown", Bad(FormatFailure), Bad(FormatFailure), NotBaseline, false, "an unknown critical member"),
    ("X-crit-dup", Bad(FormatFailure), Bad(FormatFailure), NotBaseline, false, "a critical member twice"),
    ("X-iat-and-sigT", Open(NoCertificateChainFound), Good, NotBaseline, false, "two claimed times are not baseline"),
    (
        "X-x5t-mismatch",
        Open(NoSigningCertificateFound),
        Open(NoSigningCertificateFound),
        NotBaseline,
        false,
        "names another certificate",
    ),
    ("X-alg-none", Bad(SigCryptoFailure), Bad(SigCryptoFailure), BB, false, "no algorithm"),
    ("X-alg-confusion", Bad(SigCryptoFailure), Bad(SigCryptoFailure), BB, false, "the key is of another kind"),
    ("X-ecdsa-der", Bad(SigCryptoFailure), Bad(SigCryptoFailure), BB, false, "ECDSA value not of fixed width"),
];

fn judged(file: &Path, anchors: &Anchors, fetched: &ValidationData) -> SealReport {
    let jws = read(&std::fs::read(file).unwrap()).unwrap();
    judge(&jws, &Basis { fetched, ..Basis::offline(anchors, pki::at(NOW)) })
}

fn root(folder: &Path) -> Anchors {
    Anchors::from_pem(&std::fs::read(folder.join("certs/root.cert.pem")).unwrap()).unwrap()
}

#[test]
fn reference_seals_are_judged_as_expected() {
    let Some(folder) = pki::shared() else {
        println!("skipped: no reference material");
        return;
    };
    let (root, asked) = (root(&folder), pki::harvest(&folder));
    for (name, alone, fetched, level, proved, why) in EXPECTED {
        let file = folder.join(format!("jades/{name}.jsonld"));
        let report = judged(&file, &root, ValidationData::NONE);
        assert_eq!(Verdict::of(&report), alone, "{name} alone: {why}");
        let report = judged(&file, &root, &asked);
        let found = (Verdict::of(&report), report.level, report.best_time.is_some());
        assert_eq!(found, (fetched, level, proved), "{name} with answers: {why}");
    }
}

#[test]
fn a_member_twice_is_not_read() {
    let Some(folder) = pki::shared() else { return };
    let file = std::fs::read(folder.join("jades/X-dup-member.jsonld")).unwrap();
    assert!(matches!(read(&file), Err(JadesReadError::Json(JsonError::Malformed { offset: 25, .. }))));
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
    let root = root(&folder);
    for (name, stamp) in [("Sample-MC-Annex1", "2023-09-27T11:54:20Z"), ("Sample-CertOfPart", "2023-09-27T12:07:04Z")] {
        let report = judged(&folder.join(format!("../elm/{name}-signed.jsonld")), &root, ValidationData::NONE);
        let finding = |check| report.finding(check).unwrap();
        for check in [SealCheck::Structure, SealCheck::Integrity, SealCheck::SignerIdentified, SealCheck::Algorithms] {
            assert_eq!(finding(check).outcome, Holds, "{name}: {check:?}");
        }
        // They carry revocation data, but which certificates need it depends on where the path ends.
        assert_eq!((report.level, report.carried), (BB, BLTA), "claimed in 2023, when sigT was the rule");
        assert_eq!(finding(SealCheck::Chain).indication, Some(NoCertificateChainFound));
        // The imprints match; what is open is who the time-stamp authority is.
        for check in [SealCheck::SignatureStamp, SealCheck::ContentStamp, SealCheck::ArchiveStamp] {
            assert_eq!(finding(check).indication, Some(NoCertificateChainFound), "{name}: {check:?}");
        }
        assert!(finding(SealCheck::ArchiveStamp).evidence().contains(&("time", stamp.to_owned())));
        assert_eq!((report.outcome(), report.best_time), (CannotTell, None));
        let name = report.signer.and_then(|signer| signer.subject_organization_identifier());
        assert_eq!(name.as_deref(), Some("VATES-A00000000"));
    }
}
