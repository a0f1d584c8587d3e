//! Any bytes as the description of a unit of learning or of an institution (TOML).
#![no_main]

use libfuzzer_sys::fuzz_target;
use signet_lang::Locale;
use signet_record::{Complaint, Language, institution_file, unit_file};

fuzz_target!(|bytes: &[u8]| {
    if let Err(complaints) = unit_file::parse(bytes) {
        told(&complaints);
    }
    if let Err(complaints) = institution_file::parse(bytes, |_| None) {
        told(&complaints);
    }
});

fn told(complaints: &[Complaint]) {
    assert!(!complaints.is_empty(), "a refusal says why");
    for complaint in complaints.iter().take(8) {
        for language in [Language::Cs, Language::En] {
            assert!(!Locale::new(language).complaint(complaint).is_empty());
        }
    }
}
