//! Any bytes as the description of a unit of learning, complete or still a draft, or of an institution (TOML).
#![no_main]

use libfuzzer_sys::fuzz_target;
use signet_lang::Locale;
use signet_offering::UnitDraft;
use signet_record::{Complaint, Language, institution_file, unit_file};

fuzz_target!(|bytes: &[u8]| {
    if let Err(complaints) = unit_file::parse(bytes) {
        told(&complaints);
    }
    if let Err(complaints) = institution_file::parse(bytes, |_| None) {
        told(&complaints);
    }
    let Some(draft) = std::str::from_utf8(bytes).ok().and_then(|text| UnitDraft::read(text).ok()) else {
        return;
    };
    // One text for one draft. Escapes may make it longer than a file may be.
    let canonical = draft.canonical();
    if canonical.text().len() <= unit_file::BYTES_MAX {
        assert!(UnitDraft::read(canonical.text()).is_ok_and(|again| again == draft));
    }
    assert!(draft.difference(&draft).is_empty());
});

fn told(complaints: &[Complaint]) {
    assert!(!complaints.is_empty(), "a refusal says why");
    for complaint in complaints.iter().take(8) {
        for language in [Language::Cs, Language::En] {
            assert!(!Locale::new(language).complaint(complaint).is_empty());
        }
    }
}
