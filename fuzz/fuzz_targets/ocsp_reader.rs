//! Any bytes as an OCSP response: what comes along in it answers for nobody but itself.
#![no_main]

use libfuzzer_sys::fuzz_target;
use signet_seal::revocation::{OcspResponse, ocsp_request};

fuzz_target!(|bytes: &[u8]| {
    let Ok(read) = OcspResponse::from_der(bytes) else { return };
    // Whole as it came, or wrapped into what RFC 6960 calls a response.
    let again = OcspResponse::from_der(read.der()).expect("what was read once is read again");
    assert_eq!(again.der(), read.der());
    assert_eq!(again.produced_at(), read.produced_at());
    for subject in read.certificates() {
        for issuer in read.certificates() {
            let answered = read.answer(subject, issuer);
            assert_eq!(answered.is_ok(), read.answer(subject, issuer).is_ok(), "the second look says the same");
            let _ = ocsp_request(subject, issuer);
        }
    }
});
