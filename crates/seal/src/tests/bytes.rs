//! No byte of an archived file can be changed without the seal or a stamp of it ceasing to hold, but in what the newest stamp over it
//! consists of: the last item of a JAdES seal, the last revision of a PDF. Nothing covers that but the stamp's own signature, which is
//! not over all of it; and a stamp that is no longer found leaves the seal as it was before. What is sealed cannot be changed at all.

use super::world::{FORMATS, Format, Kept, Told, World, flawless, judged, verdict};
use crate::{Level, Outcome, SealReport};
use std::ops::Range;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

static WORLD: LazyLock<World> = LazyLock::new(World::quick);

const WHEN: &str = "2026-07-01T12:00:00Z";
/// Changes tried for each format in every run.
const TRIED: usize = 20_000;

/// An archived file; what of it is sealed, where the value of its newest stamp is, and everything that came with it.
struct Archived {
    file: Vec<u8>,
    sealed: Vec<Range<usize>>,
    newest: Range<usize>,
    last: Range<usize>,
    good: SealReport,
}

impl Archived {
    fn new(format: Format) -> Self {
        let file = WORLD.make(format, Kept::Lta, Told::Responses, &[]);
        let newest = match format {
            // The last item of `etsiU`.
            Format::Jades => {
                let close = b"\"]},\"signature\":";
                let end = file.windows(close.len()).rposition(|window| window == close).unwrap();
                file[..end].iter().rposition(|byte| *byte == b'"').unwrap() + 1..end
            }
            // The digits of the last `/Contents`.
            Format::Pades => {
                let mark = b"/Contents <";
                let start = file.windows(mark.len()).rposition(|window| window == mark).unwrap() + mark.len();
                start..start + file[start..].iter().position(|byte| *byte == b'>').unwrap()
            }
        };
        let mark = b"%%EOF\n";
        let last = match format {
            Format::Jades => newest.clone(),
            Format::Pades => {
                let before = &file[..newest.start];
                before.windows(mark.len()).rposition(|window| window == mark).unwrap() + mark.len()..file.len()
            }
        };
        let sealed = match format {
            Format::Jades => ["payload", "protected", "signature"].map(|name| member(&file, name)).into(),
            Format::Pades => {
                let contents = find(&file, b"/Contents <", 0).end;
                let close = contents + file[contents..].iter().position(|byte| *byte == b'>').unwrap();
                vec![0..contents - 1, close + 1..find(&file, b"%%EOF\n", close).end]
            }
        };
        let good = judged(&file, &WORLD.offline(WHEN));
        assert_eq!((good.outcome(), good.level), (Outcome::Holds, Level::BLTA), "{:#?}", good.findings);
        Self { file, sealed, newest, last, good }
    }

    /// Puts `byte` at `at`. Whether the file still holds with all its stamps: then it says the same of the same content, but maybe
    /// without the newest stamp, which around that stamp's value is the only way. A seal that holds without one of its stamps is the
    /// same seal, and proves no more than before.
    fn holds_with(&self, changed: &mut [u8], at: usize, byte: u8) -> bool {
        let was = std::mem::replace(&mut changed[at], byte);
        let report = verdict(changed, &WORLD.offline(WHEN));
        changed[at] = was;
        let Some(report) = report.filter(|report| report.outcome() == Outcome::Holds) else { return false };
        let what = format!("byte {at} of {}: {was:#04x} to {byte:#04x}", self.file.len());
        assert!(!self.sealed.iter().any(|range| range.contains(&at)), "sealed {what}");
        if !flawless(&report) {
            assert_eq!((&report.signer, report.claimed_time), (&self.good.signer, self.good.claimed_time), "{what}");
            assert!(report.best_time.is_none_or(|time| Some(time) >= self.good.best_time), "{what}");
            assert!(report.level < Level::BLTA, "{what}: {:?}", report.level);
            return false;
        }
        assert!(self.last.contains(&at), "{what}");
        let same = |report: &SealReport| (report.signer.clone(), report.claimed_time, report.best_time);
        assert_eq!(same(&report), same(&self.good), "byte {at}");
        let unstamped = report.level == Level::BLT;
        assert!(unstamped || report.level == Level::BLTA && self.newest.contains(&at), "byte {at}: {:?}", report.level);
        true
    }

    /// Tries many changes on all processors; how many held.
    fn try_all(&self, changes: usize, change: impl Fn(usize) -> (usize, u8) + Sync) -> usize {
        let (next, held) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        std::thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(|| {
                    let mut file = self.file.clone();
                    loop {
                        let number = next.fetch_add(1, Ordering::Relaxed);
                        if number >= changes {
                            return;
                        }
                        let (at, byte) = change(number);
                        if byte != self.file[at] && self.holds_with(&mut file, at, byte) {
                            held.fetch_add(1, Ordering::Relaxed);
                        }
                    }
                });
            }
        });
        held.into_inner()
    }
}

/// Where the first `what` from `from` on is.
fn find(file: &[u8], what: &[u8], from: usize) -> Range<usize> {
    let start = from + file[from..].windows(what.len()).position(|window| window == what).unwrap();
    start..start + what.len()
}

/// The text of a member with a string, between its quotes. The payload is full of quotes, so the end is where the next member is.
fn member(file: &[u8], name: &str) -> Range<usize> {
    let start = find(file, format!("\"{name}\":\"").as_bytes(), 0).end;
    let end = match name {
        "payload" => find(file, b"\",\"signatures\":", start).start,
        _ => find(file, b"\"", start).start,
    };
    start..end
}

/// The `number`th of a sequence that looks random and is the same in every run (SplitMix64).
fn random(number: usize) -> u64 {
    let mut z = (number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Even numbers go through the file and flip one bit; odd ones put anything anywhere.
fn sampled(archived: &Archived, number: usize) -> (usize, u8) {
    let (length, random) = (archived.file.len(), random(number));
    if number.is_multiple_of(2) {
        let at = number / 2 * 2 * length / TRIED % length;
        return (at, archived.file[at] ^ 1 << (random % 8));
    }
    let at = usize::try_from(random % length as u64).unwrap();
    (at, (random >> 32).to_le_bytes()[0])
}

#[test]
fn no_changed_byte_holds() {
    for format in FORMATS {
        let archived = Archived::new(format);
        let held = archived.try_all(TRIED, |number| sampled(&archived, number));
        println!("{format:?}: {held} of {TRIED} changes held, all in what came with the newest stamp");
        assert!(held < TRIED / 4, "{format:?} {held}");
    }
}

/// Every byte made every other byte, in slices of the file that say how far it is.
fn try_every_byte(format: Format) {
    const SLICES: usize = 50;
    let archived = Archived::new(format);
    let length = archived.file.len();
    let mut held = 0;
    for slice in 0..SLICES {
        let (from, to) = (slice * length / SLICES, (slice + 1) * length / SLICES);
        held += archived.try_all((to - from) * 256, |number| (from + number / 256, (number % 256) as u8));
        println!("{format:?}: {held} of {} changes held, {to} of {length} bytes tried", to * 255);
    }
}

#[test]
#[ignore = "takes a quarter of an hour"]
fn no_byte_of_a_jades_file_holds_whatever_it_becomes() {
    try_every_byte(Format::Jades);
}

#[test]
#[ignore = "takes half an hour"]
fn no_byte_of_a_pdf_holds_whatever_it_becomes() {
    try_every_byte(Format::Pades);
}

#[test]
fn no_cut_or_lengthened_file_holds_as_what_it_was() {
    for format in FORMATS {
        let archived = Archived::new(format);
        let file = &archived.file;
        for cut in (0..file.len()).step_by(97).chain(file.len() - 40..file.len()) {
            let report = verdict(&file[..cut], &WORLD.offline(WHEN));
            let level = report.filter(|report| report.outcome() == Outcome::Holds).map(|report| report.level);
            // A PDF cut behind an earlier revision is that revision.
            assert!(level.is_none_or(|level| level < Level::BLTA), "{format:?} cut at {cut}: {level:?}");
        }
        for tail in [&b"x"[..], b"\0", b"{}", b"%%EOF", b"\nstartxref\n0\n%%EOF\n"] {
            // White space behind a PDF is no part of it, and a zero is white space there (ISO 32000-1, table 1).
            if format == Format::Pades && tail == b"\0" {
                continue;
            }
            let longer = [file.as_slice(), tail].concat();
            let report = verdict(&longer, &WORLD.offline(WHEN));
            assert!(report.is_none_or(|report| report.outcome() != Outcome::Holds), "{format:?} {tail:?}");
        }
    }
}
