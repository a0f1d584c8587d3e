//! Any text as a European Digital Credential: read, checked against the profile, and told in both languages.
#![no_main]

use libfuzzer_sys::fuzz_target;
use signet_lang::Locale;
use signet_record::Language;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    match signet_credential::read(text) {
        Ok(credential) => {
            let _ = signet_credential::check(&credential);
            let whole = credential.whole();
            let _ = whole.strays.iter().map(|stray| stray.shortened().0.len()).sum::<usize>();
            for language in [Language::Cs, Language::En] {
                let holder = credential.holder(language);
                let _ = (credential.title(language), format!("{holder:?}").len());
            }
        }
        Err(refusal) => {
            for language in [Language::Cs, Language::En] {
                assert!(!refusal.sentence(Locale::new(language)).is_empty());
            }
        }
    }
});
