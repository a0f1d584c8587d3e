//! Measures how many sealed files a stranger verifies in a second, from bytes to report, on one thread.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::time::{Duration, Instant};

use jiff::Timestamp;
use signet_seal::{Anchors, Basis, SealReport, jades, pades};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let anchors = Anchors::from_pem(&std::fs::read(arguments.next().unwrap()).unwrap()).unwrap();
    let at: Timestamp = arguments.next().unwrap().parse().unwrap();
    for file in arguments {
        let bytes = std::fs::read(&file).unwrap();
        let judge = || -> SealReport {
            let basis = Basis::offline(&anchors, at);
            if bytes.starts_with(b"%PDF") {
                pades::judge(&bytes, &basis).unwrap().remove(0)
            } else {
                jades::judge(&jades::read(&bytes).unwrap(), &basis)
            }
        };
        let report = judge();
        println!("{file} {:?} {:?} {}", report.outcome(), report.level, rate(|| drop(judge())));
    }
}

fn rate(mut work: impl FnMut()) -> f64 {
    work();
    let mut times = Vec::new();
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(3) {
        let one = Instant::now();
        work();
        times.push(one.elapsed());
    }
    times.sort();
    1.0 / times[times.len() / 2].as_secs_f64()
}
