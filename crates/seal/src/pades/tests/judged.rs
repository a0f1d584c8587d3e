//! Reference files sealed by another implementation, and what is expected of them as long as revocation is not looked at.

use crate::Indication::{self, *};
use crate::Level::{self, *};
use crate::Outcome::{self, CannotTell, Fails, Holds};
use crate::pades::judge;
use crate::{Anchors, Basis, SealCheck, pki};
use std::collections::BTreeSet;

/// After the files were made.
const NOW: &str = "2026-11-24T00:00:00Z";

/// File, outcome, indication, level, what a stamp proves; why.
type Expected = (&'static str, Outcome, Option<Indication>, Level, Option<&'static str>, &'static str);

const GOOD: Option<&str> = Some("2026-11-20T10:00:00Z");
const BEFORE_END: Option<&str> = Some("2022-06-01T10:00:00Z");
const BEFORE_REVOCATION: Option<&str> = Some("2025-01-15T10:00:00Z");

const EXPECTED: [Expected; 18] = [
    ("good-B", Holds, None, BB, None, "basic"),
    ("good-T", Holds, None, BT, GOOD, "signature time-stamp"),
    ("good-LT", Holds, None, BLT, GOOD, "document security store added afterwards"),
    ("good-LTA", Holds, None, BLTA, GOOD, "and a document time-stamp"),
    ("advqc-LTA", Holds, None, BLTA, GOOD, "qualification is not looked at"),
    ("plain-LTA", Holds, None, BLTA, GOOD, "qualification is not looked at"),
    ("expired-B", CannotTell, Some(OutOfBoundsNoPoe), BB, None, "expired, and nothing proves an earlier time"),
    ("expired-T", Holds, None, BT, BEFORE_END, "proved to be older than the end of its certificate"),
    ("expired-LT", Holds, None, BLT, BEFORE_END, "the same"),
    ("expired-LTA", Holds, None, BLTA, BEFORE_END, "the same"),
    ("revoked-later-B", Holds, None, BB, None, "revocation is not looked at and told so"),
    ("revoked-later-T", Holds, None, BT, BEFORE_REVOCATION, "the same"),
    ("revoked-later-LT", Holds, None, BLT, BEFORE_REVOCATION, "the same"),
    ("revoked-later-LTA", Holds, None, BLTA, BEFORE_REVOCATION, "the same"),
    ("revoked-before-B", Holds, None, BB, None, "the same, though it will be REVOKED_NO_POE"),
    ("revoked-before-T", Holds, None, BT, Some("2025-09-01T10:00:00Z"), "the same, though it will be REVOKED_NO_POE"),
    ("tampered-B", Fails, Some(HashFailure), BB, None, "content changed"),
    (
        "tampered-LTA",
        Fails,
        Some(HashFailure),
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
    for (name, outcome, indication, level, proved, why) in EXPECTED {
        let file = std::fs::read(folder.join(format!("pades/{name}.pdf"))).unwrap();
        let reports = judge(&file, &Basis::offline(&anchors, pki::at(NOW))).unwrap();
        let [report] = &reports[..] else { panic!("{name}: one seal") };
        let found = (report.outcome(), report.indication(), report.level, report.best_time);
        assert_eq!(found, (outcome, indication, level, proved.map(pki::at)), "{name}: {why}");
        assert_eq!(report.finding(SealCheck::Revocation).unwrap().outcome, CannotTell, "{name}");
        assert_eq!(report.finding(SealCheck::ChangesAfter).unwrap().outcome, Holds, "{name}");
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
