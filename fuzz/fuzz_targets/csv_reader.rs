//! Any bytes as a sheet of results, CSV or JSON: never too many rows, and every complaint is a sentence in both languages.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use signet_lang::Locale;
use signet_record::{Language, Unit, results, specimen};

static UNIT: LazyLock<Unit> = LazyLock::new(|| specimen::unit().expect("the specimen is valid"));

fuzz_target!(|bytes: &[u8]| {
    let sheet = results::read(bytes, &UNIT, specimen::TODAY);
    assert!(sheet.rows.len() <= results::ROWS_MAX);
    for complaint in sheet.complaints.iter().chain(&sheet.not_passed).take(8) {
        for language in [Language::Cs, Language::En] {
            assert!(!Locale::new(language).complaint(complaint).is_empty());
        }
    }
});
