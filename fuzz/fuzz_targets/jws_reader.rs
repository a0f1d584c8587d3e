//! Any bytes as a sealed credential: without a single trust anchor, no seal may ever hold.
#![no_main]

use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;
use signet_seal::{Anchors, Basis, Outcome, jades};

fuzz_target!(|bytes: &[u8]| {
    let Ok(jws) = jades::read(bytes) else { return };
    let report = jades::judge(&jws, &Basis::offline(&Anchors::default(), Timestamp::UNIX_EPOCH));
    assert_ne!(report.outcome(), Outcome::Holds);
});
