//! The XML of a list: parsed within limits, and the few ways in which it is walked.

use super::{ListError, MOST_BYTES};
use jiff::Timestamp;
use roxmltree::{Node, ParsingOptions};

/// Elements, texts and comments; large lists have a few hundred thousand.
const MOST_NODES: u32 = 2_000_000;
/// Lists nest some twenty elements deep; criteria may be nested further.
const DEEPEST: usize = 64;
/// An element of a list has at most a handful, its namespaces included.
const MOST_ATTRIBUTES: usize = 32;

/// The namespace of TS 119 612.
pub(super) const TSL: &str = "http://uri.etsi.org/02231/v2#";
/// The namespace of its later additions (annex C.3).
pub(super) const TSL_ADDITIONAL: &str = "http://uri.etsi.org/02231/v2/additionaltypes#";
/// The namespace of the Qualifications extension (TS 119 612 §5.5.9.2).
pub(super) const QUALIFICATIONS: &str = "http://uri.etsi.org/TrstSvc/SvcInfoExt/eSigDir-1999-93-EC-TrustedList/#";
/// The namespace of XAdES.
pub(super) const XADES: &str = "http://uri.etsi.org/01903/v1.3.2#";
/// The namespace of XMLDSig.
pub(super) const XMLDSIG: &str = "http://www.w3.org/2000/09/xmldsig#";

/// A parsed list.
pub(super) struct Document<'a>(roxmltree::Document<'a>);

impl<'a> Document<'a> {
    /// Parses a list.
    ///
    /// # Errors
    /// [`ListError`] when it is too large, too deep, not well-formed, has a document type, or is not a list.
    pub(super) fn parse(bytes: &'a [u8]) -> Result<Self, ListError> {
        if bytes.len() > MOST_BYTES {
            return Err(ListError::TooLarge(bytes.len()));
        }
        let text = std::str::from_utf8(bytes).map_err(|error| ListError::Malformed(error.to_string()))?;
        measure(text)?;
        let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
        let document = roxmltree::Document::parse_with_options(text, options).map_err(|error| match error {
            roxmltree::Error::DtdDetected => ListError::DocumentType,
            roxmltree::Error::NodesLimitReached => ListError::TooMany("elements"),
            error => ListError::Malformed(error.to_string()),
        })?;
        if !is(document.root_element(), TSL, "TrustServiceStatusList") {
            return Err(ListError::NotAList);
        }
        Ok(Self(document))
    }

    /// The `TrustServiceStatusList`.
    pub(super) fn list(&self) -> Node<'_, 'a> {
        self.0.root_element()
    }

    /// The node above the list, which has also what stands before and after it.
    pub(super) fn root(&self) -> Node<'_, 'a> {
        self.0.root()
    }
}

/// Counts depth and attributes before anything is built of them: a parser compares attributes and namespaces each with
/// each. A document type is told apart here, so that its content is not even looked at.
pub(crate) fn measure(text: &str) -> Result<(), ListError> {
    let mut rest = text;
    let mut depth = 0_usize;
    while let Some((_, after)) = rest.split_once('<') {
        let skipped = |end: &str| after.split_once(end).map_or("", |(_, rest)| rest);
        rest = match after.as_bytes() {
            [b'!', b'-', b'-', ..] => skipped("-->"),
            [b'!', b'[', ..] => skipped("]]>"),
            [b'!', ..] => return Err(ListError::DocumentType),
            [b'?', ..] => skipped("?>"),
            [b'/', ..] => {
                depth = depth.saturating_sub(1);
                after
            }
            _ => {
                let tag = Tag::read(after);
                if tag.attributes > MOST_ATTRIBUTES {
                    return Err(ListError::TooMany("attributes"));
                }
                depth += usize::from(!tag.is_empty);
                if depth > DEEPEST {
                    return Err(ListError::TooMany("levels"));
                }
                tag.rest
            }
        };
    }
    Ok(())
}

/// A start tag as far as it is measured.
struct Tag<'a> {
    attributes: usize,
    is_empty: bool,
    rest: &'a str,
}

impl<'a> Tag<'a> {
    fn read(after: &'a str) -> Self {
        let mut attributes = 0;
        let mut quote = None;
        let mut before = b' ';
        for (at, byte) in after.bytes().enumerate() {
            match (quote, byte) {
                (None, b'"' | b'\'') => {
                    attributes += 1;
                    quote = Some(byte);
                }
                (None, b'>') => {
                    let rest = after.get(at + 1..).unwrap_or_default();
                    return Self { attributes, is_empty: before == b'/', rest };
                }
                (Some(open), _) if open == byte => quote = None,
                _ => {}
            }
            before = byte;
        }
        Self { attributes, is_empty: false, rest: "" }
    }
}

/// Whether a node is this element.
pub(super) fn is(node: Node<'_, '_>, namespace: &str, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name && node.tag_name().namespace() == Some(namespace)
}

/// The first child element of this name.
pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, namespace: &str, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| is(*child, namespace, name))
}

/// All child elements of this name.
pub(super) fn children<'a, 'i>(
    node: Node<'a, 'i>,
    namespace: &'static str,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| is(*child, namespace, name))
}

/// The element at the end of a path of names of [`TSL`].
pub(super) fn at<'a, 'i>(node: Node<'a, 'i>, path: &[&str]) -> Option<Node<'a, 'i>> {
    path.iter().try_fold(node, |node, name| child(node, TSL, name))
}

/// The text inside an element, without spaces around it.
pub(super) fn text<'a>(node: Node<'a, '_>) -> &'a str {
    node.text().unwrap_or_default().trim()
}

/// The English one of several names in different languages, else the first.
pub(super) fn name(node: Node<'_, '_>) -> String {
    const LANGUAGE: (&str, &str) = ("http://www.w3.org/XML/1998/namespace", "lang");
    let names = || children(node, TSL, "Name");
    let english = names().find(|name| name.attribute(LANGUAGE).is_some_and(|language| language.starts_with("en")));
    english.or_else(|| names().next()).map(|name| text(name).to_owned()).unwrap_or_default()
}

/// An instant as XML Schema writes it; without an offset it is taken for UTC (TS 119 612 §5.1.3).
pub(super) fn instant(text: &str) -> Option<Timestamp> {
    text.parse().ok().or_else(|| format!("{text}Z").parse().ok())
}

/// The bytes of base64 with any spaces in it.
pub(super) fn base64(text: &str) -> Option<Vec<u8>> {
    let compact: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    data_encoding::BASE64.decode(&compact).ok()
}
