//! Files embedded in a PDF (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8), read within limits.

use super::PdfReadError;
use super::pdf::{Dictionary, Id, Object, Pdf, View};
use std::collections::HashSet;

/// What may be read of embedded files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AttachmentLimits {
    /// Files.
    pub files: usize,
    /// Bytes of each file after inflation.
    pub bytes_each: usize,
    /// Bytes of all files together.
    pub bytes_total: usize,
}

impl Default for AttachmentLimits {
    /// 32 files, 16 MiB each, 32 MiB together.
    fn default() -> Self {
        Self { files: 32, bytes_each: 16 << 20, bytes_total: 32 << 20 }
    }
}

/// A file embedded in a PDF.
#[derive(Clone, PartialEq, Eq)]
pub struct Attachment {
    /// File name as the PDF gives it; not fit to be used as a path.
    pub name: String,
    /// Media type (`/Subtype` of the embedded file), such as `application/ld+json`.
    pub media_type: Option<String>,
    /// `/AFRelationship`: `Source`, `Data`, `Alternative`, `Supplement`, `Unspecified` …
    pub relationship: Option<String>,
    /// The file.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for Attachment {
    /// Without name and content: both may be personal data.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = formatter.debug_struct("Attachment");
        shown.field("media_type", &self.media_type).field("relationship", &self.relationship);
        shown.field("bytes", &self.bytes.len()).finish_non_exhaustive()
    }
}

/// Nodes of a name tree that may be read.
const MAX_NODES: usize = 4_096;
const MAX_DEPTH: usize = 32;

/// The embedded files of a PDF: those of the catalog's name tree, then those only its `/AF` array names. Each once.
///
/// # Errors
/// [`PdfReadError`] if the file cannot be read or holds more than `limits` allow.
pub fn attachments(pdf: &[u8], limits: AttachmentLimits) -> Result<Vec<Attachment>, PdfReadError> {
    collect(Pdf::read(pdf)?.newest(), limits)
}

/// The embedded files of an opened PDF.
pub(super) fn collect(view: View<'_, '_>, limits: AttachmentLimits) -> Result<Vec<Attachment>, PdfReadError> {
    let (_, catalog) = view.catalog()?;
    let mut tree = Tree { view, nodes: HashSet::new(), files: Vec::new() };
    if let Object::Dictionary(names) = view.get(&catalog, "Names")? {
        let root = names.get("EmbeddedFiles").cloned().unwrap_or(Object::Null);
        tree.walk(&root, 0)?;
    }
    if let Object::Array(associated) = view.get(&catalog, "AF")? {
        tree.files.extend(associated);
    }
    let mut seen = HashSet::new();
    let mut left = limits.bytes_total;
    let mut found = Vec::new();
    for file in &tree.files {
        if file.as_reference().is_some_and(|id| !seen.insert(id)) {
            continue;
        }
        let Object::Dictionary(specification) = view.resolve(file)? else { continue };
        if found.len() >= limits.files {
            return Err(PdfReadError::Limit { what: "embedded files", limit: limits.files });
        }
        if let Some(attachment) = embedded(view, &specification, limits.bytes_each.min(left))? {
            left -= attachment.bytes.len();
            found.push(attachment);
        }
    }
    Ok(found)
}

/// The file that a file specification embeds; `None` if it only names one.
fn embedded(view: View<'_, '_>, specification: &Dictionary, limit: usize) -> Result<Option<Attachment>, PdfReadError> {
    let Object::Dictionary(embedded) = view.get(specification, "EF")? else { return Ok(None) };
    let mut stream = view.get(&embedded, "UF")?;
    if stream == Object::Null {
        stream = view.get(&embedded, "F")?;
    }
    let Object::Stream(stream) = stream else { return Ok(None) };
    let mut name = view.get(specification, "UF")?;
    if name == Object::Null {
        name = view.get(specification, "F")?;
    }
    let text = |name: &[u8]| String::from_utf8_lossy(name).into_owned();
    Ok(Some(Attachment {
        name: decode_text(name.as_string().unwrap_or_default()),
        media_type: view.get(&stream.dictionary, "Subtype")?.as_name().map(text),
        relationship: view.get(specification, "AFRelationship")?.as_name().map(text),
        bytes: view.decode(&stream, limit)?,
    }))
}

/// Text strings (7.9.2.2): UTF-16BE or UTF-8 by their marks, otherwise Latin-1, which PDFDocEncoding mostly is.
fn decode_text(bytes: &[u8]) -> String {
    if let Some(wide) = bytes.strip_prefix(&[0xfe, 0xff]) {
        let units = wide.chunks_exact(2).map(|pair| pair.iter().fold(0, |unit, byte| unit << 8 | u16::from(*byte)));
        return char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    }
    match bytes.strip_prefix(&[0xef, 0xbb, 0xbf]) {
        Some(text) => String::from_utf8_lossy(text).into_owned(),
        None => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// A name tree (7.9.6).
struct Tree<'p, 'a> {
    view: View<'p, 'a>,
    nodes: HashSet<Id>,
    files: Vec<Object>,
}

impl Tree<'_, '_> {
    fn walk(&mut self, node: &Object, depth: usize) -> Result<(), PdfReadError> {
        if let Some(id) = node.as_reference() {
            if !self.nodes.insert(id) {
                return Ok(());
            }
            if self.nodes.len() > MAX_NODES {
                return Err(PdfReadError::Limit { what: "nodes of a name tree", limit: MAX_NODES });
            }
        }
        if depth > MAX_DEPTH {
            return Err(PdfReadError::Limit { what: "depth of a name tree", limit: MAX_DEPTH });
        }
        let Object::Dictionary(node) = self.view.resolve(node)? else { return Ok(()) };
        if let Object::Array(names) = self.view.get(&node, "Names")? {
            self.files.extend(names.chunks_exact(2).filter_map(|pair| pair.get(1)).cloned());
        }
        if let Object::Array(kids) = self.view.get(&node, "Kids")? {
            for kid in kids.iter().filter(|kid| kid.as_reference().is_some()) {
                self.walk(kid, depth + 1)?;
            }
        }
        Ok(())
    }
}
