//! Reference files sealed by another implementation, and what is expected of them, from the file alone and with what asking
//! their authorities gives.

use crate::Indication::*;
use crate::Level::{self, *};
use crate::pades::judge;
use crate::pki::Verdict::{self, Bad, Good, Open};
use crate::{Anchors, Basis, Outcome, SealCheck, pki};
use std::collections::BTreeSet;

/// After the files were made, while what one of the authorities said last was fresh.
const NOW: &str = "2026-11-23T13:05:00Z";

/// File; verdict from the file alone, and with everything that can be asked for; level and proved time then; why.
type Expected = (&'static str, Verdict, Verdict, Level, Option<&'static str>, &'static str);

const GOOD: Option<&str> = Some("2026-11-20T10:00:00Z");
const BEFORE_END: Option<&str> = Some("2022-06-01T10:00:00Z");
const BEFORE_REVOCATION: Option<&str> = Some("2025-01-15T10:00:00Z");

const EXPECTED: [Expected; 18] = [
    ("good-B", Open(CertificateChainGeneralFailure), Good, BB, None, "basic"),
    ("good-T", Open(CertificateChainGeneralFailure), Good, BT, GOOD, "signature time-stamp"),
    ("good-LT", Good, Good, BLT, GOOD, "document security store added afterwards"),
    ("good-LTA", Good, Good, BLTA, GOOD, "and a document time-stamp"),
    ("advqc-LTA", Good, Good, BLTA, GOOD, "qualification is another matter"),
    ("plain-LTA", Good, Good, BLTA, GOOD, "qualification is another matter"),
    (
        "expired-B",
        Open(OutOfBoundsNoPoe),
        Open(OutOfBoundsNoPoe),
        BB,
        None,
        "expired, and nothing proves an earlier time",
    ),
    ("expired-T", Open(OutOfBoundsNoPoe), Good, BT, BEFORE_END, "proved to be older than the end of its certificate"),
    ("expired-LT", Good, Good, BLT, BEFORE_END, "the same"),
    ("expired-LTA", Good, Good, BLTA, BEFORE_END, "the same"),
    (
        "revoked-later-B",
        Open(CertificateChainGeneralFailure),
        Open(TryLater),
        BB,
        None,
        "no file here knows of the revocation, and what they know is too old",
    ),
    (
        "revoked-later-T",
        Open(CertificateChainGeneralFailure),
        Good,
        BT,
        BEFORE_REVOCATION,
        "proved to be older than the revocation",
    ),
    ("revoked-later-LT", Good, Good, BLT, BEFORE_REVOCATION, "the same"),
    ("revoked-later-LTA", Good, Good, BLTA, BEFORE_REVOCATION, "the same"),
    ("revoked-before-B", Open(CertificateChainGeneralFailure), Open(TryLater), BB, None, "the same"),
    (
        "revoked-before-T",
        Open(CertificateChainGeneralFailure),
        Open(TryLater),
        BT,
        Some("2025-09-01T10:00:00Z"),
        "the same",
    ),
    ("tampered-B", Bad(HashFailure), Bad(HashFailure), BB, None, "content changed"),
    (
        "tampered-LTA",
        Bad(HashFailure),
        Bad(HashFailure),
        BLT,
        GOOD,
        "content changed: neither seal nor document time-stamp match",
    ),
];

#[test]
fn reference_files_are_judged_as_expected() {
    let Some(folder) = pki::shared() else {
        println!("skipped: no reference material");
        return;
    };
    let anchors = Anchors::from_pem(&std::fs::read(folder.join("certs/root.cert.pem")).unwrap()).unwrap();
    let asked = pki::harvest(&folder);
    for (name, alone, fetched, level, proved, why) in EXPECTED {
        let file = std::fs::read(folder.join(format!("pades/{name}.pdf"))).unwrap();
        let offline = Basis::offline(&anchors, pki::at(NOW));
        let [report] = &judge(&file, &offline).unwrap()[..] else { panic!("{name}: one seal") };
        assert_eq!(Verdict::of(report), alone, "{name} alone: {why}");
        let [report] = &judge(&file, &Basis { fetched: &asked, ..offline }).unwrap()[..] else { panic!("{name}") };
        let found = (Verdict::of(report), report.level, report.best_time);
        assert_eq!(found, (fetched, level, proved.map(pki::at)), "{name} with answers: {why}");
        assert_eq!(report.finding(SealCheck::ChangesAfter).unwrap().outcome, Outcome::Holds, "{name}");
    }
}

#[test]
fn no_reference_file_is_left_out() {
    let Some(folder) = pki::shared() else { return };
    let files: BTreeSet<String> = std::fs::read_dir(folder.join("pades"))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap().trim_end_matches(".pdf").to_owned())
        .collect();
    assert_eq!(files, EXPECTED.iter().map(|row| row.0.to_owned()).collect());
}
