//! Distinguished names: reading attributes, and comparing as RFC 5280 §7.1 does.

use crate::asn1::{self, Asn1Element, Asn1Error, Oid, tag};
use der::Encode as _;
use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::name::Name;

/// Characters of a name that are told; X.520 allows fewer.
const SHOWN_MAX: usize = 200;

/// The first attribute of this type of which a reader sees anything, as the reader sees it.
pub(crate) fn attribute(name: &Name, oid: Oid) -> Option<String> {
    attributes(name, oid).find_map(|text| visible(&text, SHOWN_MAX))
}

/// The texts of all attributes of this type.
pub(crate) fn attributes(name: &Name, oid: Oid) -> impl Iterator<Item = String> {
    name.iter().filter(move |attribute| attribute.oid == oid).filter_map(text)
}

/// A name in DER in the one form in which equal names are equal bytes: text folded to lower case with single spaces, the
/// attributes of a part sorted, everything else as it stands. A name lies within a base exactly when its canonical form
/// begins with the base's, because every part carries its length.
pub(crate) fn canonical(name: Asn1Element<'_>) -> Result<Vec<u8>, Asn1Error> {
    let mut canonical = Vec::with_capacity(name.whole().len());
    let mut parts = name.tagged(tag::SEQUENCE)?.reader();
    while !parts.is_empty() {
        let mut attributes = Vec::new();
        let mut part = parts.expect(tag::SET)?.reader();
        while !part.is_empty() {
            attributes.push(attribute_form(part.expect(tag::SEQUENCE)?)?);
        }
        canonical.extend(asn1::set_of(attributes.iter().map(Vec::as_slice).collect()));
    }
    Ok(canonical)
}

/// Whether `name` begins with all of `base` (RFC 5280 §4.2.1.10, directoryName constraints); `None` when one of them has values that
/// cannot be compared.
pub(crate) fn within(name: &Name, base: &Name) -> Option<bool> {
    let canonical = |name: &Name| canonical(Asn1Element::from_bytes(&name.to_der().ok()?).ok()?).ok();
    Some(canonical(name)?.starts_with(&canonical(base)?))
}

fn attribute_form(attribute: Asn1Element<'_>) -> Result<Vec<u8>, Asn1Error> {
    let mut fields = attribute.reader();
    let (kind, value) = (fields.expect(tag::OID)?, fields.element()?);
    fields.finish()?;
    Ok(match value.text() {
        Some(text) => asn1::sequence(&[kind.whole(), &asn1::tlv(tag::UTF8_STRING, &[folded(&text).as_bytes()])]),
        None => asn1::sequence(&[kind.whole(), value.whole()]),
    })
}

fn text(attribute: &AttributeTypeAndValue) -> Option<String> {
    let value = attribute.value.to_der().ok()?;
    Asn1Element::from_bytes(&value).ok()?.text()
}

/// A text as a reader sees it: without characters that show nothing or turn the direction of others, with single blanks
/// between words, at most `most` characters. `None` when nothing can be seen.
pub(crate) fn visible(text: &str, most: usize) -> Option<String> {
    let unseen = |c: char| c.is_control() || is_format(c);
    let shown: String = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !unseen(*c)).collect();
    let words: Vec<&str> = shown.split(' ').filter(|word| !word.is_empty()).collect();
    let joined: String = words.join(" ").chars().take(most).collect();
    (!joined.is_empty()).then_some(joined)
}

/// Characters of Unicode's category Cf, and fillers that look like nothing.
const fn is_format(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(&word.to_lowercase());
    }
    folded
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::str::FromStr as _;

    fn same_name(one: &Name, other: &Name) -> bool {
        let canonical = |name: &Name| canonical(Asn1Element::from_bytes(&name.to_der().unwrap()).unwrap()).unwrap();
        canonical(one) == canonical(other)
    }

    fn lies(name: &Name, base: &Name) -> bool {
        within(name, base).unwrap()
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
    fn what_cannot_be_seen_is_no_name() {
        for nothing in ["", "  ", "\u{200b}", "\u{202e} \u{2066}", "\n\t", "\u{3164}", "\u{e0041}"] {
            assert_eq!(visible(nothing, 200), None, "{nothing:?}");
        }
        assert_eq!(visible(" Vysoká\u{a0} škola\n\u{202e}X ", 200).as_deref(), Some("Vysoká škola X"));
        assert_eq!(visible("ž".repeat(300).as_str(), 200).map(|name| name.chars().count()), Some(200));
    }

    #[test]
    fn a_name_lies_within_a_prefix_of_itself() {
        assert!(lies(&name("CN=a,O=Test,C=CZ"), &name("O=test,C=CZ")));
        assert!(!lies(&name("O=Test,C=CZ"), &name("CN=a,O=Test,C=CZ")));
        assert!(!lies(&name("CN=a,O=Test,C=SK"), &name("C=CZ")));
    }
}
