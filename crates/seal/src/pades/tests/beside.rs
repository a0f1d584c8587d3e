//! Our verdict beside pyHanko's, over files that pyHanko made and changed afterwards. Runs when `SIGNET_PYTHON` names a Python that
//! has it.

use crate::Outcome::{self, CannotTell, Fails, Holds};
use crate::pades::judge;
use crate::{Anchors, Basis, SealCheck, SealFact, SealReport, pki};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What was done after the first seal; whether pyHanko takes it; what we say of the changes; why we differ, if we do.
type Row = (&'static str, bool, Outcome, &'static str);

const SHOWS: &str = "it shows, and the seal does not vouch for it";
const ROWS: [Row; 39] = [
    ("untouched", true, Holds, ""),
    ("space-behind", true, Holds, ""),
    ("ber", true, Holds, ""),
    ("store", true, Holds, ""),
    ("stamp", true, Holds, ""),
    ("store-stamp-store", true, Holds, ""),
    ("unseen-seal", true, Holds, ""),
    ("seal-in-unseen-field", true, Holds, ""),
    ("seal-in-visible-field", true, CannotTell, SHOWS),
    ("visible-seal", true, CannotTell, SHOWS),
    ("defaults", true, Holds, ""),
    ("drawn-anew", true, CannotTell, SHOWS),
    ("filled", true, CannotTell, SHOWS),
    ("title", true, CannotTell, "a title could be a lie"),
    ("version", true, Holds, ""),
    ("field-moved", false, Fails, ""),
    ("another-field", false, Fails, ""),
    ("annotated", false, Fails, ""),
    ("content", false, Fails, ""),
    ("page", false, Fails, ""),
    ("turned", false, Fails, ""),
    ("open-action", false, Fails, ""),
    ("language", false, Fails, ""),
    ("p1-stamp", true, Holds, ""),
    ("p1-filled", false, Fails, ""),
    ("p1-annotated", false, Fails, ""),
    ("p1-content", false, Fails, ""),
    ("p2-stamp", true, Holds, ""),
    ("p2-unseen-seal", true, Holds, ""),
    ("p2-filled", true, CannotTell, SHOWS),
    ("p2-annotated", false, Fails, ""),
    ("p2-content", false, Fails, ""),
    ("p3-stamp", true, Holds, ""),
    ("p3-unseen-seal", true, Holds, ""),
    ("p3-filled", true, CannotTell, SHOWS),
    ("p3-annotated", false, CannotTell, "permitted (ISO 32000-2, table 257), which pyHanko does not look into"),
    ("p3-content", false, Fails, ""),
    ("locked-filled", false, Fails, ""),
    ("locked-stamp", false, Holds, "a lock is on values of fields (ISO 32000-2, 12.8.2.4), and none is touched"),
];

fn python() -> Option<PathBuf> {
    std::env::var_os("SIGNET_PYTHON").filter(|path| !path.is_empty()).map(PathBuf::from)
}

/// The seal that was there first.
fn first(reports: Vec<SealReport>) -> SealReport {
    let covered = |report: &SealReport| {
        let range = report.finding(SealCheck::ByteRange).expect("a byte range");
        match range.fact {
            SealFact::ByteRange(Ok(bytes)) => bytes,
            _ => usize::MAX,
        }
    };
    reports.into_iter().min_by_key(covered).expect("a seal")
}

#[test]
fn what_pyhanko_takes_and_refuses() {
    let Some(python) = python() else {
        println!("skipped: no SIGNET_PYTHON");
        return;
    };
    let folder = std::env::temp_dir().join(format!("signet-changes-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../interop/python/make_changes.py");
    let made = Command::new(python).arg(script).arg(&folder).output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let anchors = Anchors::from_pem(&std::fs::read(folder.join("root.pem")).unwrap()).unwrap();
    let basis = Basis::offline(&anchors, pki::at("2027-06-01T00:00:00Z"));
    let mut seen = BTreeSet::new();
    let mut wrong = Vec::new();
    for line in String::from_utf8(made.stdout).unwrap().lines() {
        let said: serde_json::Value = serde_json::from_str(line).unwrap();
        let name = said["file"].as_str().unwrap();
        let (_, form) = name.split_once('-').unwrap();
        let (_, taken, ours, why) =
            ROWS.iter().find(|(row, ..)| *row == form).unwrap_or_else(|| panic!("{name} is new"));
        assert!((*taken == (*ours == Holds)) || !why.is_empty(), "{name}: a difference has a reason");
        let file = std::fs::read(folder.join(format!("{name}.pdf"))).unwrap();
        let report = first(judge(&file, &basis).unwrap_or_else(|error| panic!("{name}: {error}")));
        let outcome = |check| report.finding(check).map(|finding| finding.outcome);
        let found = [SealCheck::Integrity, SealCheck::ByteRange, SealCheck::ChangesAfter].map(outcome);
        if found != [Some(Holds), Some(Holds), Some(*ours)] || said["accepted"] != *taken {
            wrong.push(format!("{name}: {found:?}, {:?}; pyHanko {said}", report.finding(SealCheck::ChangesAfter)));
        }
        seen.insert(form.to_owned());
    }
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(seen.len(), ROWS.len());
}
