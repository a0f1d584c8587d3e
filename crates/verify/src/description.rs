//! What a PDF says of itself (XMP, ISO 16684-1), against the credential inside it.

use memchr::memmem;
use signet_credential::Credential;
use signet_record::Language;
use signet_seal::Outcome;

use crate::{
    check::{FilePart, Finding},
    fact::FindingFact,
};

/// Text of one description that is looked at.
const TEXT_MAX: usize = 64 << 10;

/// Do the PDF's own metadata describe the credential inside it? An identifier there must be the credential's; a title should name
/// holder and unit. PDF/A keeps these metadata unencoded, so that they are found without reading the document.
pub(crate) fn same_credential(pdf: &[u8], credential: &Credential) -> Finding {
    let finding = |outcome| Finding::new(FindingFact::SameCredential, FilePart::Document, outcome);
    let Some(description) = newest(pdf) else { return finding(Outcome::CannotTell).advisory() };
    let names = identifiers(&description);
    if !names.is_empty() {
        let same = names.iter().all(|name| Some(*name) == credential.id());
        return finding(if same { Outcome::Holds } else { Outcome::Fails });
    }
    let title = plain(between(&description, "<dc:title>", "</dc:title>").unwrap_or_default());
    let holder = credential.holder(Language::Cs).name();
    let named = holder.is_some_and(|holder| title.contains(&holder));
    let titles = Language::ALL.map(|language| credential.title(language));
    let titled = titles.iter().flatten().any(|unit| title.contains(unit));
    if named && titled { finding(Outcome::Holds) } else { finding(Outcome::CannotTell).advisory() }
}

/// Whether the PDF says of itself that Signet made it, whose picture is page 1 of the PDF by construction.
pub(crate) fn made_by_signet(pdf: &[u8]) -> bool {
    newest(pdf)
        .is_some_and(|description| between(&description, "<xmp:CreatorTool>", "</xmp:CreatorTool>") == Some("Signet"))
}

/// The last description in the file: what was appended counts.
fn newest(pdf: &[u8]) -> Option<String> {
    // Forwards, as fast as memory is read; backwards the library goes byte by byte.
    let at = memmem::find_iter(pdf, b"<x:xmpmeta").last()?;
    let bytes = pdf.get(at..pdf.len().min(at + TEXT_MAX))?;
    let end = memmem::find(bytes, b"</x:xmpmeta>")?;
    Some(String::from_utf8_lossy(bytes.get(..end)?).into_owned())
}

/// Every `urn:credential:…` of a description.
fn identifiers(description: &str) -> Vec<&str> {
    const SCHEME: &str = "urn:credential:";
    let starts = description.match_indices(SCHEME).map(|(at, _)| at);
    let until = |rest: &str| {
        let number = rest.get(SCHEME.len()..).unwrap_or_default();
        SCHEME.len()
            + number
                .find(|character: char| !character.is_ascii_alphanumeric() && character != '-')
                .unwrap_or(number.len())
    };
    starts.filter_map(|at| description.get(at..)).filter_map(|rest| rest.get(..until(rest))).collect()
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(start)?;
    Some(rest.split_once(end)?.0)
}

/// The text of a piece of XML: without tags, the five named references resolved.
fn plain(xml: &str) -> String {
    let mut text = String::with_capacity(xml.len());
    for piece in xml.split('<') {
        text.push_str(piece.split_once('>').map_or(piece, |(_, rest)| rest));
    }
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    named.iter().fold(text, |text, (reference, character)| text.replace(reference, character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_end_where_they_end() {
        let text = "<rdf:li>urn:credential:0d0a-7f</rdf:li> urn:credential:1, urn:credential:";
        assert_eq!(identifiers(text), ["urn:credential:0d0a-7f", "urn:credential:1", "urn:credential:"]);
    }

    #[test]
    fn titles_are_read_without_markup() {
        let title = between(
            "<dc:title><rdf:Alt><rdf:li>A &amp; B &lt;</rdf:li></rdf:Alt></dc:title>",
            "<dc:title>",
            "</dc:title>",
        );
        assert_eq!(plain(title.unwrap_or_default()), "A & B <");
    }

    #[test]
    fn the_newest_description_counts() {
        let pdf = b"<x:xmpmeta>old</x:xmpmeta> \xff <x:xmpmeta>new</x:xmpmeta>";
        assert_eq!(newest(pdf).as_deref(), Some("<x:xmpmeta>new"));
        assert_eq!(newest(b"<x:xmpmeta>cut"), None);
    }
}
