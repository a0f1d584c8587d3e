//! The sealed credential inside the PDF.
//!
//! It is by far the largest part of the file, and the library that prints the PDF would copy it, hash it and compress it thoroughly. So that
//! library gets a short text in its place, and the credential is put there afterwards, compressed at a pace of our choice.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use typst::foundations::Bytes;
use typst::utils::hash128;

use crate::error::DocumentError;

/// The least effort leaves 16 kB more of a usual credential; the most costs a quarter more time for 2 kB less.
const EFFORT: Compression = Compression::new(2);

/// What stands for a credential until the file around it is printed.
pub(crate) struct Placeholder(String);

impl Placeholder {
    /// It begins like an archive, so that it is not compressed, and names the credential, so that the instance identifier of the file,
    /// which is a hash of it, differs from credential to credential.
    pub fn of(credential: &[u8]) -> Placeholder {
        Placeholder(format!("PK\u{3}\u{4}{:032x}", hash128(credential)))
    }

    pub fn bytes(&self) -> Bytes {
        Bytes::from_string(self.0.clone())
    }

    /// The same file with the credential in the placeholder's place.
    pub fn replaced(&self, pdf: &[u8], credential: &[u8]) -> Result<Vec<u8>, DocumentError> {
        let form = || DocumentError::Pdf("the attachment is not where it was put".to_owned());
        let place = Place::find(pdf, self.0.as_bytes()).ok_or_else(form)?;
        let compressed = deflated(credential).map_err(|_| form())?;
        let mut dictionary = place.dictionary.to_owned();
        for (key, size, filter) in [("Length", compressed.len(), "/Filter/FlateDecode"), ("Size", credential.len(), "")]
        {
            let before = format!("/{key} {}", self.0.len());
            let (head, tail) = dictionary.split_once(&before).ok_or_else(form)?;
            dictionary = format!("{head}/{key} {size}{filter}{tail}");
        }
        let mut file = Vec::with_capacity(pdf.len() + compressed.len() + dictionary.len());
        file.extend_from_slice(pdf.get(..place.start).unwrap_or_default());
        file.extend_from_slice(dictionary.as_bytes());
        file.extend_from_slice(STREAM);
        file.extend_from_slice(&compressed);
        file.extend_from_slice(pdf.get(place.end..).unwrap_or_default());
        move_offsets(&mut file, place.end, pdf.len()).ok_or_else(form)?;
        Ok(file)
    }
}

/// What stands between the dictionary of a stream and its bytes.
const STREAM: &[u8] = b"\nstream\n";
/// What stands before the place of the cross-reference table.
const START: &[u8] = b"startxref\n";
/// Bytes of an entry of that table, and of the offset it begins with.
const ENTRY: usize = 20;
const OFFSET: usize = 10;

/// Where the placeholder stands: from the dictionary of its stream to the end of its bytes.
struct Place<'a> {
    start: usize,
    end: usize,
    dictionary: &'a str,
}

impl<'a> Place<'a> {
    fn find(pdf: &'a [u8], text: &[u8]) -> Option<Place<'a>> {
        let first = text.first()?;
        let at = (0..pdf.len())
            .find(|&at| pdf.get(at) == Some(first) && pdf.get(at..).is_some_and(|rest| rest.starts_with(text)))?;
        let dictionary_end = at.checked_sub(STREAM.len()).filter(|end| pdf.get(*end..at) == Some(STREAM))?;
        let before = pdf.get(..dictionary_end)?;
        let start = before.windows(4).rposition(|bytes| bytes == b"obj\n")? + 4;
        let dictionary = std::str::from_utf8(before.get(start..)?).ok()?;
        Some(Place { start, end: at + text.len(), dictionary })
    }
}

fn deflated(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(bytes.len()), EFFORT);
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// Moves the offsets of everything behind `end` along with it; the file was `before` bytes long. They stand in the entries of the
/// cross-reference table (ISO 32000-1, 7.5.4: twenty bytes each, the first ten the offset), and behind the table for itself.
fn move_offsets(file: &mut Vec<u8>, end: usize, before: usize) -> Option<()> {
    let by = file.len().checked_sub(before)?;
    let moved = |offset: usize| if offset >= end { offset + by } else { offset };
    let last = file.windows(START.len()).rposition(|bytes| bytes == START)? + START.len();
    let table = moved(number(file.get(last..)?)?);
    let mut lines = file.get_mut(table..last)?.splitn_mut(3, |byte| *byte == b'\n');
    let (_xref, _count, rest) = (lines.next()?, lines.next()?, lines.next()?);
    for entry in rest.chunks_exact_mut(ENTRY).take_while(|entry| entry.ends_with(b"\r\n")) {
        let offset = moved(number(entry)?);
        entry.get_mut(..OFFSET)?.copy_from_slice(format!("{offset:0OFFSET$}").as_bytes());
    }
    file.truncate(last);
    file.extend_from_slice(format!("{table}\n%%EOF").as_bytes());
    Some(())
}

/// The number a text begins with.
fn number(text: &[u8]) -> Option<usize> {
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    std::str::from_utf8(text.get(..digits)?).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use lopdf::Document;

    use super::*;

    const CREDENTIAL: &[u8] = br#"{"payload":"{}","signatures":[]}"#;

    /// Three objects with the placeholder in the middle, as the printer of the PDF writes them.
    fn printed(placeholder: &Placeholder) -> Vec<u8> {
        let mut pdf = b"%PDF-1.7\n".to_vec();
        let mut offsets = Vec::new();
        let size = placeholder.0.len();
        let stream = format!("<</Length {size}/Params<</Size {size}>>>>\nstream\n{}\nendstream", placeholder.0);
        for (number, object) in ["<</Type/Catalog/File 2 0 R/Last 3 0 R>>", &stream, "(behind it)"].iter().enumerate() {
            offsets.push(pdf.len());
            pdf.extend_from_slice(format!("{} 0 obj\n{object}\nendobj\n", number + 1).as_bytes());
        }
        let table = pdf.len();
        pdf.extend_from_slice(b"xref\n0 4\n0000000000 65535 f\r\n");
        for offset in offsets {
            pdf.extend_from_slice(format!("{offset:010} 00000 n\r\n").as_bytes());
        }
        pdf.extend_from_slice(format!("trailer\n<</Root 1 0 R/Size 4>>\nstartxref\n{table}\n%%EOF").as_bytes());
        pdf
    }

    #[test]
    fn the_credential_stands_where_the_placeholder_stood_and_everything_is_found() {
        let placeholder = Placeholder::of(CREDENTIAL);
        let large: Vec<u8> = CREDENTIAL.iter().copied().cycle().take(300_000).collect();
        for credential in [CREDENTIAL, &large] {
            let file = placeholder.replaced(&printed(&placeholder), credential).unwrap();
            let document = Document::load_mem(&file).unwrap();
            let stream = document.get_object((2, 0)).unwrap().as_stream().unwrap();
            assert_eq!(stream.decompressed_content().unwrap(), credential);
            assert_eq!(
                stream.dict.get(b"Params").unwrap().as_dict().unwrap().get(b"Size").unwrap().as_i64().unwrap(),
                i64::try_from(credential.len()).unwrap()
            );
            assert_eq!(document.get_object((3, 0)).unwrap().as_str().unwrap(), b"behind it");
        }
    }

    #[test]
    fn a_file_without_the_placeholder_is_refused() {
        let pdf = printed(&Placeholder::of(b"another"));
        for pdf in [&pdf, &pdf[..40], b""] {
            assert!(matches!(Placeholder::of(CREDENTIAL).replaced(pdf, CREDENTIAL), Err(DocumentError::Pdf(_))));
        }
    }
}
