//! What a file says of itself: document information (ISO 32000-1, 14.3.3) and XMP (14.3.2).

use super::super::PdfReadError;
use super::super::pdf::{Dictionary, Object, View};

/// Entries of the information dictionary that writing a file changes.
const INFORMATION_KEYS: [&str; 2] = ["ModDate", "Producer"];
/// Properties of XMP that writing a file changes: when and with what it was last written, and which instance it is
/// (ISO 16684-1, 8.4 and 8.6; `pdf:Producer` of Adobe's PDF schema).
const PACKET_PROPERTIES: [(&str, &str); 7] = [
    (XMP, "ModifyDate"),
    (XMP, "MetadataDate"),
    (XMP, "CreatorTool"),
    ("http://ns.adobe.com/pdf/1.3/", "Producer"),
    (MEDIA, "InstanceID"),
    (MEDIA, "DocumentID"),
    (MEDIA, "History"),
];
const XMP: &str = "http://ns.adobe.com/xap/1.0/";
const MEDIA: &str = "http://ns.adobe.com/xap/1.0/mm/";
const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
/// A packet may have this many bytes.
const MOST_BYTES: usize = 4 << 20;
/// And as many nodes.
const MOST_NODES: u32 = 100_000;
/// And elements inside each other.
const MOST_DEPTH: usize = 32;

/// The object with metadata that say something else than before; `None` if nothing but the traces of writing differ.
pub(super) fn rewritten(
    old: View<'_, '_>,
    new: View<'_, '_>,
    was: &Dictionary,
    is: &Dictionary,
) -> Result<Option<u32>, PdfReadError> {
    let packets = (old.get(was, "Metadata")?, new.get(is, "Metadata")?);
    if !same_packet(old, new, &packets.0, &packets.1)? {
        return Ok(Some(number(is, "Metadata")));
    }
    let (before, after) = (old.trailer()?, new.trailer()?);
    let information = (old.get(before, "Info")?, new.get(after, "Info")?);
    // An update may leave it out: it then says nothing, which is no lie.
    let same = information.1 == Object::Null || same_information(old, new, &information.0, &information.1)?;
    Ok((!same).then(|| number(after, "Info")))
}

fn number(dictionary: &Dictionary, key: &str) -> u32 {
    dictionary.get(key).and_then(Object::as_reference).map_or(0, |id| id.number)
}

fn same_information(old: View<'_, '_>, new: View<'_, '_>, was: &Object, is: &Object) -> Result<bool, PdfReadError> {
    let none = Dictionary::default();
    let (was, is) = (was.as_dictionary().unwrap_or(&none), is.as_dictionary().unwrap_or(&none));
    for (key, _) in was.iter().chain(is.iter()) {
        let value =
            |view: View<'_, '_>, dictionary: &Dictionary| view.resolve(dictionary.value(key).unwrap_or(&Object::Null));
        let is_trace = INFORMATION_KEYS.iter().any(|trace| trace.as_bytes() == key);
        if !is_trace && value(old, was)? != value(new, is)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn same_packet(old: View<'_, '_>, new: View<'_, '_>, was: &Object, is: &Object) -> Result<bool, PdfReadError> {
    let (Object::Stream(was), Object::Stream(is)) = (was, is) else { return Ok(was == is) };
    if was.data == is.data && was.dictionary == is.dictionary {
        return Ok(true);
    }
    let (Ok(was), Ok(is)) = (old.decode(was, MOST_BYTES), new.decode(is, MOST_BYTES)) else { return Ok(false) };
    Ok(was == is || statements(&was).is_some_and(|before| statements(&is).is_some_and(|after| before == after)))
}

/// What a packet states about the document, sorted, without the traces of writing; `None` if it is no XMP that can be read.
fn statements(packet: &[u8]) -> Option<Vec<String>> {
    let text = std::str::from_utf8(packet).ok()?;
    let text = text.trim_start_matches('\u{feff}');
    crate::trusted_list::measure(text).ok()?;
    let options = roxmltree::ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..Default::default() };
    let document = roxmltree::Document::parse_with_options(text.trim_matches('\0'), options).ok()?;
    let mut found = Vec::new();
    let descriptions = document.descendants().filter(|node| {
        let in_tree = node.parent().is_some_and(|parent| parent.has_tag_name((RDF, "RDF")));
        in_tree && node.has_tag_name((RDF, "Description"))
    });
    for description in descriptions {
        // Simple properties may be written as attributes (ISO 16684-1, 7.9.2.2).
        for attribute in description.attributes() {
            let name = (attribute.namespace().unwrap_or_default(), attribute.name());
            if !PACKET_PROPERTIES.contains(&name) {
                found.push(format!("{{{}}}{}={}", name.0, name.1, attribute.value()));
            }
        }
        for property in description.children().filter(roxmltree::Node::is_element) {
            let tag = property.tag_name();
            if !PACKET_PROPERTIES.contains(&(tag.namespace().unwrap_or_default(), tag.name())) {
                let mut stated = String::new();
                state(property, MOST_DEPTH, &mut stated)?;
                found.push(stated);
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    Some(found)
}

/// An element with everything in it, in one form however it is laid out and whatever its prefixes are.
fn state(node: roxmltree::Node<'_, '_>, depth: usize, stated: &mut String) -> Option<()> {
    let depth = depth.checked_sub(1)?;
    let tag = node.tag_name();
    let is_simple = node.attributes().len() == 0 && !node.children().any(|child| child.is_element());
    if is_simple {
        *stated +=
            &format!("{{{}}}{}={}", tag.namespace().unwrap_or_default(), tag.name(), node.text().unwrap_or_default());
        return Some(());
    }
    *stated += &format!("{{{}}}{}(", tag.namespace().unwrap_or_default(), tag.name());
    let mut attributes: Vec<String> = node
        .attributes()
        .map(|attribute| {
            format!("{{{}}}{}={:?}", attribute.namespace().unwrap_or_default(), attribute.name(), attribute.value())
        })
        .collect();
    attributes.sort_unstable();
    *stated += &attributes.join(",");
    for child in node.children() {
        if child.is_element() {
            state(child, depth, stated)?;
            stated.push(';');
        } else if let Some(text) = child.text().map(str::trim).filter(|text| child.is_text() && !text.is_empty()) {
            *stated += &format!("{text:?};");
        }
    }
    stated.push(')');
    Some(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn packet(attributes: &str, properties: &str) -> Option<Vec<String>> {
        statements(
            format!(
                "<?xpacket begin='\u{feff}' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>\
                 <rdf:RDF xmlns:rdf='{RDF}' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:xmp='{XMP}' xmlns:m='{MEDIA}'>\
                 <rdf:Description rdf:about='' {attributes}>{properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"
            )
            .as_bytes(),
        )
    }

    const TITLE: &str = "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Grade A</rdf:li></rdf:Alt></dc:title>";

    #[test]
    fn traces_of_writing_state_nothing() {
        let before = packet("", &format!("{TITLE}<xmp:ModifyDate>2026-01-01</xmp:ModifyDate>")).unwrap();
        let spread = TITLE.replace("><", ">\n  <");
        let after = packet(
            "xmp:ModifyDate='2027-01-01' xmp:CreatorTool='another'",
            &format!("<m:InstanceID>uuid:2</m:InstanceID>{spread}"),
        );
        assert_eq!(after.unwrap().len(), before.len());
        let attribute = packet("dc:format='application/pdf'", "");
        assert_eq!(attribute, packet("", "<dc:format>application/pdf</dc:format>"));
    }

    #[test]
    fn everything_else_states_something() {
        let before = packet("", TITLE).unwrap();
        assert_ne!(packet("", &TITLE.replace("Grade A", "Grade B")).unwrap(), before);
        assert_ne!(packet("", &TITLE.replace("x-default", "en")).unwrap(), before);
        assert_ne!(packet("dc:source='x'", TITLE).unwrap(), before);
        assert_ne!(packet("", "").unwrap(), before);
        assert_eq!(statements(b"not XML"), None);
        assert_eq!(statements(b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"), None);
    }
}
