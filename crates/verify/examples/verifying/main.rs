//! Measures how many sealed files a stranger verifies in a second on one thread, from bytes to verdict, with nothing fetched, and how
//! that compares with the signature checks and digests that no verifier can do without.
//!
//! `verifying ROOT.pem TIME FILE…`: each file must hold at TIME, or `now`, under the roots. `cargo xtask bench` runs it on files made for it.
//! `verifying --times N ROOT.pem TIME FILE…`: makes so many whole reports of each file and says nothing, for whoever counts instructions.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod limit;

use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use signet_seal::{Anchors, Basis, Outcome, SealReport, jades, pades};
use signet_testing::stopwatch::{Pace, paces};
use signet_verify::{Evidence, Trust};

/// As in the program that is shipped.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let mut arguments = std::env::args().skip(1).peekable();
    let times = arguments.next_if(|first| first == "--times").and_then(|_| arguments.next());
    let (Some(root), Some(at)) = (arguments.next(), arguments.next()) else {
        panic!("usage: verifying [--times N] ROOT.pem TIME FILE…");
    };
    let anchors = Anchors::from_pem(&std::fs::read(root).expect("the roots")).expect("the roots");
    let at = if at == "now" { Timestamp::now() } else { at.parse().expect("a time as 2026-11-23T13:05:00Z") };
    for file in arguments {
        match &times {
            Some(times) => repeat(Path::new(&file), &anchors, at, times.parse().expect("a number of reports")),
            None => tell(Path::new(&file), &anchors, at),
        }
    }
}

/// So many reports, each from the bytes.
fn repeat(path: &Path, anchors: &Anchors, at: Timestamp, times: u32) {
    let file = std::fs::read(path).expect("a sealed file");
    let evidence = Evidence::offline(Arc::new(Trust::in_roots(anchors.clone(), Anchors::default())));
    for _ in 0..times {
        std::hint::black_box(signet_verify::judge(&signet_verify::read(file.clone()).unwrap(), &evidence, at));
    }
}

fn tell(path: &Path, anchors: &Anchors, at: Timestamp) {
    let file = std::fs::read(path).expect("a sealed file");
    let report = judge(&file, anchors, at);
    assert_eq!(report.outcome(), Outcome::Holds, "{}: {:?}", path.display(), report.findings);
    let needed = limit::needed(&file, &report, anchors);
    let evidence = Evidence::offline(Arc::new(Trust::in_roots(anchors.clone(), Anchors::default())));
    let [limit, seals, all] = paces([&mut || needed.check(), &mut || drop(judge(&file, anchors, at)), &mut || {
        drop(signet_verify::judge(&signet_verify::read(file.clone()).unwrap(), &evidence, at))
    }]);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    println!("{name}, {} kB: a second of a processor makes", file.len() / 1_000);
    let line = |what: &str, pace: &Pace| {
        let (middle, best, share) = (pace.per_second(), pace.best_per_second(), 100.0 / pace.times(&limit));
        println!("  {middle:>6.0} (at best {best:>6.0}, {share:>3.0} % of the limit) {what}");
    };
    line(&format!("times its {} signatures and digests alone: the limit", needed.signatures()), &limit);
    line("verdicts over the seal", &seals);
    line("reports with format and validity", &all);
}

/// From bytes to the verdict over the first seal.
fn judge(file: &[u8], anchors: &Anchors, at: Timestamp) -> SealReport {
    let basis = Basis::offline(anchors, at);
    if file.starts_with(b"%PDF") {
        pades::judge(file, &basis).expect("a PDF").swap_remove(0)
    } else {
        jades::judge(&jades::read(file).expect("a JAdES seal"), &basis)
    }
}
