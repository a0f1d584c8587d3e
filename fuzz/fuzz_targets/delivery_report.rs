//! Any bytes as a report of a delivery: what is read is bounded, and a status is written as it was read.
#![no_main]

use libfuzzer_sys::fuzz_target;
use signet_outbound::{DeliveryReport, EnhancedStatus};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(report) = DeliveryReport::read(bytes, None) {
        assert!(report.tags.len() <= 8);
        if let Some(status) = report.refused {
            assert!(status.is_permanent());
            assert_eq!(status.to_string().parse::<EnhancedStatus>(), Ok(status));
        }
    }
});
