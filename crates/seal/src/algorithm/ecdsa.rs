//! The two forms of an ECDSA value: `r || s` of fixed width (JOSE) and `SEQUENCE { r, s }` (X.509, CMS).

use crate::asn1::{self, Asn1Element, tag};

/// DER `ECDSA-Sig-Value` from `r || s`; `None` when the halves are not equally long.
#[must_use]
pub fn ecdsa_der(fixed: &[u8]) -> Option<Vec<u8>> {
    if fixed.is_empty() || !fixed.len().is_multiple_of(2) {
        return None;
    }
    let (r, s) = fixed.split_at_checked(fixed.len() / 2)?;
    Some(asn1::sequence(&[&asn1::unsigned(r), &asn1::unsigned(s)]))
}

/// `r || s`, each of `width` bytes, from DER `ECDSA-Sig-Value`; `None` when it is malformed or too long.
#[must_use]
pub fn ecdsa_fixed(der: &[u8], width: usize) -> Option<Vec<u8>> {
    let mut reader = Asn1Element::from_bytes(der).ok()?.tagged(tag::SEQUENCE).ok()?.reader();
    let mut fixed = Vec::with_capacity(width * 2);
    for _ in 0..2 {
        let number = reader.element().ok()?.magnitude().ok()?;
        fixed.resize(fixed.len() + width.checked_sub(number.len())?, 0);
        fixed.extend_from_slice(number);
    }
    reader.finish().ok()?;
    Some(fixed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn both_ways(fixed in proptest::collection::vec(any::<u8>(), 64..=64)) {
            let der = ecdsa_der(&fixed);
            prop_assert_eq!(der.and_then(|der| ecdsa_fixed(&der, 32)), Some(fixed));
        }

        #[test]
        fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
            let _ = (ecdsa_der(&bytes), ecdsa_fixed(&bytes, 32));
        }
    }

    #[test]
    fn numbers_wider_than_the_field_are_refused() {
        let der = asn1::sequence(&[&asn1::unsigned(&[1; 33]), &asn1::unsigned(&[1; 32])]);
        assert_eq!(ecdsa_fixed(&der, 32), None);
        assert_eq!(ecdsa_der(&[1, 2, 3]), None);
        assert_eq!(ecdsa_der(&[]), None);
    }
}
