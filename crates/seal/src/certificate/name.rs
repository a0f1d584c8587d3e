//! Distinguished names: reading attributes, and comparing as RFC 5280 §7.1 does.

use crate::asn1::{self, Asn1Error, Element, Oid, tag};
use der::{Decode as _, Encode as _};
use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::name::Name;

/// The text of the first attribute of this type.
pub(crate) fn attribute(name: &Name, oid: Oid) -> Option<String> {
    attributes(name, oid).next()
}

/// The texts of all attributes of this type.
pub(crate) fn attributes(name: &Name, oid: Oid) -> impl Iterator<Item = String> {
    name.iter().filter(move |attribute| attribute.oid == oid).filter_map(text)
}

/// The name in the one form in which equal names are equal bytes: text folded to lower case with single spaces, the
/// attributes of a part sorted, everything else as it stands. A name lies within a base exactly when its canonical form
/// begins with the base's, because every part carries its length.
pub(crate) fn canonical(name: &Name) -> Vec<u8> {
    let mut canonical = Vec::new();
    for part in name.iter_rdn() {
        let attributes: Vec<Vec<u8>> = part.iter().map(attribute_form).collect();
        canonical.extend(asn1::set_of(attributes.iter().map(Vec::as_slice).collect()));
    }
    canonical
}

/// As [`canonical`], of a name in DER.
pub(crate) fn canonical_der(name: Element<'_>) -> Result<Vec<u8>, Asn1Error> {
    let name = Name::from_der(name.whole()).map_err(|_| Asn1Error::Value("a name is malformed"))?;
    Ok(canonical(&name))
}

/// Whether `name` begins with all of `base` (RFC 5280 §4.2.1.10, directoryName constraints).
pub(crate) fn within(name: &Name, base: &Name) -> bool {
    canonical(name).starts_with(&canonical(base))
}

fn attribute_form(attribute: &AttributeTypeAndValue) -> Vec<u8> {
    let value = match text(attribute) {
        Some(text) => asn1::tlv(tag::UTF8_STRING, &[folded(&text).as_bytes()]),
        None => attribute.value.to_der().unwrap_or_default(),
    };
    asn1::sequence(&[&asn1::object_identifier(attribute.oid), &value])
}

fn text(attribute: &AttributeTypeAndValue) -> Option<String> {
    let value = attribute.value.to_der().ok()?;
    Element::from_bytes(&value).ok()?.text()
}

fn folded(text: &str) -> String {
    text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::str::FromStr as _;

    fn same_name(one: &Name, other: &Name) -> bool {
        canonical(one) == canonical(other)
    }

    fn name(text: &str) -> Name {
        Name::from_str(text).unwrap()
    }

    #[test]
    fn names_compare_without_case_and_spacing() {
        assert!(same_name(&name("CN=Test  Root,C=CZ"), &name("CN=test root,C=CZ")));
        assert!(!same_name(&name("CN=Test Root,C=CZ"), &name("CN=Test Roots,C=CZ")));
        assert!(!same_name(&name("CN=Test Root,C=CZ"), &name("C=CZ")));
        assert!(!same_name(&name("CN=Test Root"), &name("O=Test Root")));
    }

    #[test]
    fn a_name_lies_within_a_prefix_of_itself() {
        assert!(within(&name("CN=a,O=Test,C=CZ"), &name("O=test,C=CZ")));
        assert!(!within(&name("O=Test,C=CZ"), &name("CN=a,O=Test,C=CZ")));
        assert!(!within(&name("CN=a,O=Test,C=SK"), &name("C=CZ")));
    }
}
