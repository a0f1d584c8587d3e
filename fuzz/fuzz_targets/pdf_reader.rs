//! Any bytes as a sealed PDF: what is attached comes out within limits, without a trust anchor no seal holds, and a file that is read
//! once and looked at twice says the same as its bytes.
#![no_main]

use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;
use signet_seal::{Anchors, Basis, Outcome, pades};

fuzz_target!(|bytes: &[u8]| {
    let (limits, anchors) = (pades::AttachmentLimits::default(), Anchors::default());
    let basis = Basis::offline(&anchors, Timestamp::UNIX_EPOCH);
    let Ok(document) = pades::PdfDocument::read(bytes.to_vec()) else {
        assert!(pades::judge(bytes, &basis).is_err());
        return;
    };
    let _ = document.attachments(limits);
    let twice = [document.judge(&basis), document.judge(&basis)];
    let Ok(reports) = pades::judge(bytes, &basis) else {
        return;
    };
    for again in twice.into_iter().flatten() {
        assert_eq!(again.len(), reports.len());
    }
    assert!(reports.iter().all(|report| report.outcome() != Outcome::Holds));
});
