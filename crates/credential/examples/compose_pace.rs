//! How many credentials a core composes in a second of processor time: `cargo run --release -p signet-credential --example compose_pace`.
#![allow(clippy::unwrap_used, clippy::cast_precision_loss)]

use std::hint::black_box;

use signet_credential::{Picture, SealIdentity, StatusEntry, compose};
use signet_record::{Award, Language, Timestamp, specimen};

/// Bytes of page 1 of a document at 794 × 1123.
const PICTURE: usize = 80_000;
const ROUNDS: usize = 7;
const COUNT: usize = 2_000;

fn main() {
    let awards =
        [("specimen", specimen::award().unwrap()), ("specimen with everything", specimen::rich::award().unwrap())];
    for (name, award) in &awards {
        let bytes = composed(award, &pictures()).len();
        let mut rates: Vec<f64> = (0..ROUNDS).map(|_| rate(award)).collect();
        rates.sort_by(f64::total_cmp);
        println!("{name}: {bytes} bytes, {:.0} /s (best {:.0})", rates[ROUNDS / 2], rates[ROUNDS - 1]);
    }
}

fn rate(award: &Award) -> f64 {
    let pictures = pictures();
    let before = on_processor();
    // As in a batch, where a credential is still there while the next one is written.
    let mut last = String::new();
    for _ in 0..COUNT {
        last = black_box(composed(black_box(award), &pictures));
    }
    drop(last);
    COUNT as f64 * 1e9 / (on_processor() - before) as f64
}

fn pictures() -> [Picture; 2] {
    let jpeg: Vec<u8> = b"\xff\xd8\xff\xe0".iter().copied().cycle().take(PICTURE).collect();
    Language::ALL.map(|language| Picture { language, jpeg: jpeg.clone() })
}

fn composed(award: &Award, pictures: &[Picture]) -> String {
    let identity = SealIdentity {
        legal_name: "Vzorová univerzita v Lhotě".into(),
        common_name: "Vzorová univerzita – pečeť".into(),
        organization_identifier: "NTRCZ-99999994".into(),
        country: "CZ".into(),
    };
    let status = StatusEntry { list_url: "https://vzorova.example/status/1".into(), index: 4711 };
    compose(award, &identity, pictures, Timestamp::UNIX_EPOCH, Some(&status)).unwrap()
}

/// Nanoseconds this thread has spent on a processor.
fn on_processor() -> u64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    told.split(' ').next().unwrap().parse().unwrap()
}
