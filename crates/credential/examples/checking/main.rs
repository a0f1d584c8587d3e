//! Measures how many credentials are read and held against the whole format in a second on one thread, from text to findings.
//!
//! `checking FILE…`. `cargo xtask bench --format` runs it beside pySHACL on the same files.
#![allow(clippy::expect_used, clippy::print_stdout)]

use signet_credential::{check, read};
use signet_testing::stopwatch;

/// As in the program that is shipped.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    for file in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&file).expect("a file");
        let found = check(&read(&text).expect("a credential")).len();
        let [reading, whole] = stopwatch::paces([&mut || drop(read(&text)), &mut || {
            drop(check(&read(&text).expect("a credential")));
        }]);
        let name = file.rsplit('/').next().unwrap_or(&file);
        let name = name.trim_start_matches("Sample-").trim_end_matches(".jsonld");
        println!("{name}, {} kB, {found} findings: a second of a processor makes", text.len() / 1_000);
        let times = whole.times(&reading);
        for (what, pace) in [("times reading alone", reading), ("times reading and the full check", whole)] {
            println!("  {:>7.0} (at best {:>7.0}) {what}", pace.per_second(), pace.best_per_second());
        }
        println!("  the full check included, it takes {times:.1} times as long");
    }
}
