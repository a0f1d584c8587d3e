//! Any bytes as a revocation list: nobody signed it, so it says nothing of anybody.
#![no_main]

use libfuzzer_sys::fuzz_target;
use signet_seal::revocation::Crl;
use signet_seal::Certificate;

fuzz_target!(|bytes: &[u8]| {
    // A list, and behind it a certificate: its issuer, if it is one.
    let (list, certificate) = bytes.split_at(bytes.len() - bytes.len() / 4);
    for der in [bytes, list] {
        let Ok(read) = Crl::from_der(der) else { continue };
        assert_eq!(read.der(), der, "a list keeps its bytes");
        assert_eq!(read.is_empty(), read.len() == 0);
        let _ = (read.this_update(), read.next_update());
        if let Ok(certificate) = Certificate::from_der(certificate) {
            let _ = read.answer(&certificate, &certificate);
        }
    }
});
