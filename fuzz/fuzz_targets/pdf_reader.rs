//! Any bytes as a sealed PDF: what is attached comes out within limits, and without a trust anchor no seal holds.
#![no_main]

use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;
use signet_seal::{Anchors, Basis, Outcome, pades};

fuzz_target!(|bytes: &[u8]| {
    let _ = pades::attachments(bytes, pades::AttachmentLimits::default());
    let Ok(reports) = pades::judge(bytes, &Basis::offline(&Anchors::default(), Timestamp::UNIX_EPOCH)) else {
        return;
    };
    assert!(reports.iter().all(|report| report.outcome() != Outcome::Holds));
});
