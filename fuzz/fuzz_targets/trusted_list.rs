//! Any bytes as a trusted list.
#![no_main]

use libfuzzer_sys::fuzz_target;
use signet_seal::trusted_list::{self, Signers, TrustedList};

fuzz_target!(|bytes: &[u8]| {
    assert!(TrustedList::open(bytes, &Signers::official_journal()).is_err(), "only the Commission signs");
    assert!(trusted_list::follow(&Signers::default(), &[], bytes).is_err(), "without signers no list counts");
    let _ = trusted_list::pivots(bytes);
    if let Ok(list) = trusted_list::read_untrusted(bytes) {
        for service in &list.services {
            assert!(service.periods.windows(2).all(|pair| pair[0].since >= pair[1].since), "the newest stands first");
        }
    }
    let Ok(forms) = trusted_list::canonical_forms(bytes) else { return };
    for (method, form) in forms.iter().enumerate() {
        if let Ok(again) = trusted_list::canonical_forms(form) {
            assert_eq!(&again[method], form, "the canonical form is its own canonical form");
        }
    }
});
