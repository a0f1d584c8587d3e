//! Measures issuing and verifying on one core: credentials per second from end to end with the share of each step, and
//! verifications per second, each beside the raw signature rate of the same key in the same run.
//!
//! `cargo xtask bench [CREDENTIALS]` runs it, bound to one core. `cargo xtask bench CREDENTIALS issuing` only issues, and with P-256 alone.
//! `counted` instead does so without reading any clock: of two numbers of credentials under `valgrind --tool=callgrind`, the difference is what
//! the credentials cost.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod parts;
mod registered;
mod seal;
mod stopwatch;
mod verifying;

use std::sync::Arc;
use std::time::Instant;

use signet_document::Renderer;
use signet_issue::{Observer, SealOutcome};
use signet_record::CredentialId;
use signet_store::WorkerId;

use crate::registered::Bench;
use crate::seal::Kind;
use crate::stopwatch::{Stopwatch, processor, rate};

/// As in the program that is shipped.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// So many credentials make a steady figure without a long wait.
const CREDENTIALS: u32 = 100;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let given = std::env::args().nth(1).and_then(|number| number.parse().ok());
    let count = given.unwrap_or(CREDENTIALS);

    // As the threads that seal in the program that is shipped.
    signet_issue::make_sheets_alone();
    let start = Instant::now();
    let renderer = Arc::new(Renderer::new());
    println!("renderer set up in {:.0} ms", start.elapsed().as_secs_f64() * 1e3);
    match std::env::args().nth(2).as_deref() {
        Some("issuing") => drop(measure_issuing(&Bench::new(Kind::P256, &renderer).await, count).await),
        Some("counted") => {
            let bench = Bench::new(Kind::P256, &renderer).await;
            bench.propose(0..count).await;
            let observer: Observer = Arc::new(|_, _| {});
            while issue(&bench, &observer).await {}
        }
        _ => measure_all(&renderer, count).await,
    }
}

async fn measure_all(renderer: &Arc<Renderer>, count: u32) {
    for kind in [Kind::P256, Kind::Rsa3072] {
        measure(kind, renderer, count).await;
    }
}

async fn measure(kind: Kind, renderer: &Arc<Renderer>, count: u32) {
    let bench = Bench::new(kind, renderer).await;
    println!("\n== {kind}, seals B-B, SQLite and a folder ==");
    let raw = rate(|| bench.key.sign(b"as short as it gets").map(drop).unwrap());
    println!("raw signatures                 {raw:>9.0} /s");
    let first = measure_issuing(&bench, count).await;
    parts::tell(&bench, renderer);
    verifying::tell(&bench, first).await;
}

/// Issues so many, and one before them, which is handed back.
async fn measure_issuing(bench: &Bench, count: u32) -> CredentialId {
    // The first credential pays for what all others find ready.
    let first = bench.propose(0..1).await;
    issue_all(bench, &Stopwatch::default()).await;

    let stopwatch = Stopwatch::default();
    let (start, busy) = (Instant::now(), processor());
    bench.propose(1..count + 1).await;
    let proposed = processor() - busy;
    issue_all(bench, &stopwatch).await;
    let (whole, busy) = (start.elapsed(), processor() - busy);
    println!("complete credentials           {:>9.1} /s", f64::from(count) / whole.as_secs_f64());
    println!("  for a second of processor    {:>9.1}", f64::from(count) / busy.as_secs_f64());
    stopwatch.tell(proposed, busy, count);
    first[0]
}

/// Works until nothing waits.
async fn issue_all(bench: &Bench, stopwatch: &Stopwatch) {
    let observer = stopwatch.observer();
    stopwatch.begin();
    while issue(bench, &observer).await {
        stopwatch.begin();
    }
}

/// Issues one, if any waits; anything but a sealed credential would make the figures worthless.
async fn issue(bench: &Bench, observer: &Observer) -> bool {
    let worker = WorkerId::new("bench").unwrap();
    match bench.issuer.work(&bench.issuer.store().queue(), &worker, observer).await.unwrap() {
        SealOutcome::Sealed(_) => true,
        SealOutcome::Idle => false,
        other => panic!("not sealed: {other:?}"),
    }
}
