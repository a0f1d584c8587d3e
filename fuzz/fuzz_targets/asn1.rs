//! Any bytes as the ASN.1 we read from strangers: certificates, signatures and time stamps.
#![no_main]

use libfuzzer_sys::fuzz_target;
use signet_seal::{Anchors, Certificate, cms::SignedData, stamp::TimeStampToken};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(certificate) = Certificate::from_der(bytes) {
        assert_eq!(certificate.der(), bytes, "a certificate keeps its bytes");
        let _ = (certificate.subject_common_name(), certificate.subject_organization_identifier());
        let _ = (certificate.not_before(), certificate.not_after(), certificate.public_key());
    }
    if let Ok(token) = TimeStampToken::from_der(bytes) {
        let _ = (token.gen_time(), token.imprint(), token.digest());
    }
    if let Ok(signed) = SignedData::from_padded(bytes) {
        for signer in signed.signers() {
            let _ = TimeStampToken::all_over(signer);
        }
    }
    let _ = Anchors::from_pem(bytes);
});
