//! Any bytes as a sealed credential. Without a single trust anchor no seal holds. Where everybody who has a certificate in the file
//! is trusted, one that holds keeps holding when it is read again, and no longer does when its content is another.
#![no_main]

use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;
use signet_seal::{Anchors, Basis, Outcome, jades};

fuzz_target!(|bytes: &[u8]| {
    let Ok(jws) = jades::read(bytes) else { return };
    let report = jades::judge(&jws, &Basis::offline(&Anchors::default(), Timestamp::UNIX_EPOCH));
    assert_ne!(report.outcome(), Outcome::Holds);

    let Some(signer) = report.signer else { return };
    let at = report.claimed_time.unwrap_or(signer.not_before());
    let anchors = Anchors::new(vec![signer]);
    let trusted = jades::judge(&jws, &Basis::offline(&anchors, at));
    if trusted.outcome() == Outcome::Holds {
        let changed = String::from_utf8_lossy(bytes).replacen("\"payload\":\"", "\"payload\":\" ", 1);
        if let Ok(other) = jades::read(changed.as_bytes())
            && other.payload() != jws.payload()
        {
            assert_ne!(jades::judge(&other, &Basis::offline(&anchors, at)).outcome(), Outcome::Holds);
        }
    }
    if let Ok(sealed) = jades::SealedJws::reopen(bytes) {
        assert_eq!(sealed.to_json().as_bytes(), bytes, "what is only opened stays as it is");
    }
});
