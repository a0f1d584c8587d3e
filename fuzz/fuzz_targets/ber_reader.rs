//! Any bytes as BER: whatever is read is written in DER, which says the same and stays as it is; and a message says the same in both.
#![no_main]

use libfuzzer_sys::fuzz_target;
use signet_seal::asn1::{Asn1Error, Asn1Element, tag};
use signet_seal::cms::SignedData;

/// Elements that are compared: the reader is linear, comparing level by level is not.
const MOST: usize = 4_096;

fuzz_target!(|bytes: &[u8]| {
    let Ok(read) = Asn1Element::from_ber(bytes) else { return };
    assert!(read.whole() == bytes, "an element keeps its bytes");
    let Ok(der) = read.to_der() else { return };
    assert!(der.len() <= bytes.len(), "DER is the shortest");
    let again = Asn1Element::from_bytes(&der).expect("DER is read without BER");
    assert_eq!(again.to_der().as_deref(), Ok(der.as_slice()), "DER stays DER");
    assert_eq!(Asn1Element::from_ber(&der).and_then(|element| element.to_der()).as_deref(), Ok(der.as_slice()), "and is BER");
    let mut left = MOST;
    compare(read, again, &mut left).expect("what was written is read");

    let (loose, strict) = (SignedData::from_der(bytes), SignedData::from_der(&der));
    if let (Ok(loose), Ok(strict)) = (loose, strict) {
        assert_eq!(loose.content(), strict.content());
        // A certificate in BER is none, and may be one once it is in DER.
        assert!(loose.certificates().iter().all(|certificate| strict.certificates().contains(certificate)));
        for (loose, strict) in loose.signers().iter().zip(strict.signers()) {
            assert_eq!(loose.id(), strict.id());
            assert_eq!(loose.signature(), strict.signature());
            assert_eq!(loose.signed_message(), strict.signed_message());
        }
    }
});

/// The same values in the same order.
fn compare(loose: Asn1Element<'_>, strict: Asn1Element<'_>, left: &mut usize) -> Result<(), Asn1Error> {
    *left = left.saturating_sub(1);
    if *left == 0 {
        return Ok(());
    }
    if loose.tag() & !tag::CONSTRUCTED == tag::OCTET_STRING {
        assert_eq!(loose.joined_octets()?, strict.joined_octets()?);
        return Ok(());
    }
    assert_eq!(loose.tag(), strict.tag());
    if loose.tag() & tag::CONSTRUCTED == 0 {
        assert_eq!(loose.content(), strict.content());
        return Ok(());
    }
    let (mut loose, mut strict) = (loose.reader(), strict.reader());
    while !loose.is_empty() {
        compare(loose.element()?, strict.element()?, left)?;
    }
    assert!(strict.is_empty());
    Ok(())
}
