//! Changed files: no flipped bit goes unnoticed, and nothing that is fed in makes the reader panic.

use super::{PAYLOAD, sealed};
use crate::jades::{SigningTime, judge, read};
use crate::pki::{self, Pki};
use crate::{Outcome, SealCheck};
use proptest::prelude::*;
use std::sync::LazyLock;

struct Fixture {
    file: Vec<u8>,
    pki: Pki,
}

static FIXTURE: LazyLock<Fixture> = LazyLock::new(|| {
    let pki = Pki::new();
    let file = sealed(&pki, &pki.key(), SigningTime::Iat, Some(pki::AT)).into_bytes();
    Fixture { file, pki }
});

/// Where the value of a member that stands once lies in the file.
fn place(member: &str) -> std::ops::Range<usize> {
    let head = format!("\"{member}\":\"");
    let text = std::str::from_utf8(&FIXTURE.file).unwrap();
    let start = text.find(&head).unwrap() + head.len();
    let end =
        text[start..].match_indices('"').map(|(at, _)| start + at).find(|at| !text[..*at].ends_with('\\')).unwrap();
    start..end
}

#[test]
fn no_flipped_bit_of_a_signed_part_keeps_integrity() {
    let mut flips = 0;
    for range in [place("payload"), place("protected"), place("signature")] {
        for at in range {
            let mut file = FIXTURE.file.clone();
            file[at] ^= 1 << (at % 8);
            flips += 1;
            let Ok(jws) = read(&file) else { continue };
            let report = judge(&jws, &FIXTURE.pki.basis(pki::at(pki::AT)));
            assert_ne!(report.finding(SealCheck::Integrity).unwrap().outcome, Outcome::Holds, "byte {at}");
        }
    }
    assert!(flips > 2_000);
}

#[test]
fn no_flipped_bit_elsewhere_changes_what_is_sealed_or_proved() {
    let good = judge(&read(&FIXTURE.file).unwrap(), &FIXTURE.pki.basis(pki::at(pki::AT)));
    let stamp = place("signature").end..FIXTURE.file.len();
    let outside = (0..place("payload").start).chain(place("protected").end..place("signature").start).chain(stamp);
    for at in outside.step_by(3) {
        let mut file = FIXTURE.file.clone();
        file[at] ^= 1 << (at % 7);
        let Ok(jws) = read(&file) else { continue };
        let report = judge(&jws, &FIXTURE.pki.basis(pki::at(pki::AT)));
        if report.outcome() == Outcome::Holds {
            assert_eq!((jws.payload(), &report.signer), (PAYLOAD, &good.signer), "byte {at}");
            assert!(report.best_time.is_none_or(|time| Some(time) == good.best_time), "byte {at}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mutated_files_never_panic(edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8), cut in any::<prop::sample::Index>()) {
        let mut file = FIXTURE.file.clone();
        for (index, byte) in edits {
            let at = index.index(file.len());
            file[at] = byte;
        }
        for file in [&file[..], &file[..cut.index(file.len())]] {
            if let Ok(jws) = read(file) {
                let _ = judge(&jws, &FIXTURE.pki.basis(pki::at(pki::AT))).outcome();
            }
        }
    }

    #[test]
    fn arbitrary_text_never_panics(text in ".{0,200}", bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(text.as_bytes());
        let _ = read(&bytes);
        let _ = read(format!("{{\"payload\":{text:?},\"protected\":\"e30\",\"signature\":\"\"}}").as_bytes()).map(|jws| {
            judge(&jws, &FIXTURE.pki.basis(pki::at(pki::AT))).outcome()
        });
    }
}
