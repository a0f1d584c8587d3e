//! Changed files: no flipped bit goes unnoticed, and nothing that is fed in makes the reader panic.

use super::file;
use crate::pades::specimen::{Shape, pdf};
use crate::pades::{AttachmentLimits, attachments, judge};
use crate::pki::{self, Pki};
use crate::{Outcome, SealCheck, SealReport};
use proptest::prelude::*;
use std::sync::LazyLock;

struct Fixture {
    files: Vec<Vec<u8>>,
    pki: Pki,
}

static FIXTURE: LazyLock<Fixture> = LazyLock::new(|| {
    let pki = Pki::new();
    let key = pki.key();
    let files = [Shape::Table, Shape::Stream].map(|shape| file(&pki, &pdf(shape), &key, Some(pki::AT))).into();
    Fixture { files, pki }
});

fn judged(file: &[u8]) -> Vec<SealReport> {
    judge(file, &FIXTURE.pki.basis(pki::at(pki::AT))).unwrap_or_default()
}

#[test]
fn no_flipped_bit_keeps_a_seal_and_changes_what_it_says() {
    let mut flips = 0;
    for file in &FIXTURE.files {
        let good = judged(file).remove(0);
        let contents = file.windows(10).position(|window| window == b"/Contents ").unwrap() + 10;
        // The last /Contents is the seal's; the first belongs to the page.
        let contents =
            file[contents..].windows(11).position(|window| window == b"/Contents <").unwrap() + contents + 11;
        let value = contents..file[contents..].iter().position(|byte| *byte == b'>').unwrap() + contents;
        for at in (0..file.len()).filter(|at| !value.contains(at) || at % 16 == 0) {
            let mut changed = file.clone();
            changed[at] ^= 1 << (at % 8);
            flips += 1;
            for report in judged(&changed) {
                if value.contains(&at) {
                    // Inside the value only what is not signed may change without harm: the case of a digit, a certificate nobody needs.
                    let same = report.signer == good.signer && report.claimed_time == good.claimed_time;
                    let proved = report.best_time.is_none_or(|time| Some(time) == good.best_time);
                    assert!(report.outcome() != Outcome::Holds || (same && proved), "byte {at}");
                } else {
                    let integrity = report.finding(SealCheck::Integrity).map(|finding| finding.outcome);
                    assert_ne!(integrity, Some(Outcome::Holds), "byte {at}");
                    assert_ne!(report.outcome(), Outcome::Holds, "byte {at}");
                }
            }
        }
    }
    assert!(flips > 2_000);
}

#[test]
fn padding_behind_the_value_is_zeros() {
    let mut file = FIXTURE.files[0].clone();
    let end = file.windows(2).rposition(|window| window == b"0>").unwrap();
    file[end] = b'1';
    assert_eq!(judged(&file)[0].outcome(), Outcome::Fails);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mutated_files_never_panic(
        which in 0..2_usize,
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut file = FIXTURE.files[which].clone();
        for (index, byte) in edits {
            let at = index.index(file.len());
            file[at] = byte;
        }
        for file in [&file[..], &file[..cut.index(file.len())]] {
            let _ = judged(file);
            let _ = attachments(file, AttachmentLimits::default());
        }
    }

    #[test]
    fn moved_pieces_never_panic(which in 0..2_usize, from in any::<prop::sample::Index>(), length in 1..400_usize, to in any::<prop::sample::Index>()) {
        let mut file = FIXTURE.files[which].clone();
        let from = from.index(file.len());
        let piece: Vec<u8> = file[from..(from + length).min(file.len())].to_vec();
        let to = to.index(file.len());
        file.splice(to..to, piece);
        let _ = judged(&file);
        let _ = attachments(&file, AttachmentLimits::default());
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let file = [b"%PDF-1.7\n", &bytes[..], b"\nstartxref\n9\n%%EOF"].concat();
        let _ = judged(&file);
    }
}
