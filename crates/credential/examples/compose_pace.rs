//! How many credentials a core composes in a second of processor time: `cargo run --release -p signet-credential --example compose_pace`.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use signet_credential::{Picture, SealIdentity, StatusEntry, compose};
use signet_record::{Award, Language, Timestamp, specimen};
use signet_testing::stopwatch;

/// As in the program that is shipped.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Bytes of page 1 of a document at 794 × 1123.
const PICTURE: usize = 80_000;

fn main() {
    let (plain, rich) = (specimen::award().unwrap(), specimen::rich::award().unwrap());
    let pictures = pictures();
    let [specimen, everything] = stopwatch::paces([&mut || drop(composed(&plain, &pictures)), &mut || {
        drop(composed(&rich, &pictures));
    }]);
    let times = everything.times(&specimen);
    for (name, award, pace) in [("specimen", &plain, specimen), ("specimen with everything", &rich, everything)] {
        let bytes = composed(award, &pictures).len();
        println!("{name}: {bytes} bytes, {:.0} /s (best {:.0})", pace.per_second(), pace.best_per_second());
    }
    println!("with everything it takes {times:.1} times as long");
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
