//! XML Canonicalization 1.0 without comments, of a whole element or document but for one element left out: the exclusive one (W3C,
//! <http://www.w3.org/2001/10/xml-exc-c14n#>), and the inclusive one (<http://www.w3.org/TR/2001/REC-xml-c14n-20010315>).
//!
//! The parser has already normalised line ends and attribute values and merged CDATA.

use roxmltree::{Attribute, Node};
use std::collections::BTreeSet;

/// Which namespaces are declared where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Method<'a> {
    /// Those in use, where they are used; and wherever they are in scope, used or not, the prefixes of the `PrefixList` (empty for the
    /// default namespace).
    Exclusive(Vec<&'a str>),
    /// All that are in scope; what is canonicalized also has the `xml:` attributes of the elements around it.
    Inclusive,
}

/// The namespace of `xml:lang` and its like.
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Most namespaces that are declared for one element; lists have a handful. What is left out is missed by the digest.
const MOST_NAMESPACES: usize = 64;

/// The canonical form of `node`, without `omitted` and what is in it.
pub(super) fn canonical<'a, 'i>(node: Node<'a, 'i>, omitted: Option<Node<'a, 'i>>, method: &Method<'a>) -> Vec<u8> {
    let mut writer = Writer { out: Vec::new(), rendered: Vec::new(), omitted, method, apex: node };
    if node.is_root() {
        writer.document(node);
    } else {
        writer.node(node);
    }
    writer.out
}

struct Writer<'a, 'i, 'p> {
    out: Vec<u8>,
    /// Namespaces written by the elements around, innermost last: prefix and name.
    rendered: Vec<(&'a str, &'a str)>,
    omitted: Option<Node<'a, 'i>>,
    method: &'p Method<'a>,
    /// What is canonicalized.
    apex: Node<'a, 'i>,
}

impl<'a, 'i> Writer<'a, 'i, '_> {
    /// Processing instructions outside the document element stand on lines of their own.
    fn document(&mut self, root: Node<'a, 'i>) {
        let mut before = true;
        for node in root.children() {
            if node.is_element() {
                before = false;
                self.node(node);
            } else if node.is_pi() && before {
                self.node(node);
                self.out.push(b'\n');
            } else if node.is_pi() {
                self.out.push(b'\n');
                self.node(node);
            }
        }
    }

    /// Recursion is bounded by the depth that the parser was let go to.
    fn node(&mut self, node: Node<'a, 'i>) {
        if self.omitted == Some(node) {
            return;
        }
        if node.is_element() {
            self.element(node);
        } else if node.is_text() {
            escape(&mut self.out, node.text().unwrap_or_default(), b"&<>\r");
        } else if let Some(instruction) = node.pi() {
            self.out.extend(b"<?");
            self.out.extend(instruction.target.bytes());
            if let Some(value) = instruction.value {
                self.out.push(b' ');
                self.out.extend(value.bytes());
            }
            self.out.extend(b"?>");
        }
    }

    fn element(&mut self, element: Node<'a, 'i>) {
        let outer = self.rendered.len();
        let name = element_name(element);
        self.out.push(b'<');
        self.out.extend(name.bytes());
        self.namespaces(element, prefix(name));
        let mut attributes: Vec<Attribute<'a, 'i>> = element.attributes().collect();
        if element == self.apex && *self.method == Method::Inclusive {
            inherit(element, &mut attributes);
        }
        attributes.sort_by_key(|attribute| (attribute.namespace().unwrap_or_default(), attribute.name()));
        for attribute in attributes {
            self.attribute(attribute_name(element, attribute), attribute.value());
        }
        self.out.push(b'>');
        for child in element.children() {
            self.node(child);
        }
        self.out.extend(b"</");
        self.out.extend(name.bytes());
        self.out.push(b'>');
        self.rendered.truncate(outer);
    }

    /// Declares what the element and its attributes use and the elements around have not declared alike.
    fn namespaces(&mut self, element: Node<'a, 'i>, own: &'a str) {
        let attributes = element.attributes().map(|attribute| prefix(attribute_name(element, attribute)));
        let mut used: BTreeSet<&'a str> = attributes.filter(|prefix| !prefix.is_empty()).chain([own]).collect();
        let in_scope = |prefix: &&&'a str| prefix.is_empty() || element.lookup_namespace_uri(Some(**prefix)).is_some();
        match self.method {
            Method::Exclusive(prefixes) => used.extend(prefixes.iter().filter(in_scope)),
            Method::Inclusive => {
                let names = element.namespaces().map(|namespace| namespace.name().unwrap_or_default());
                used.extend(names.take(MOST_NAMESPACES).chain([""]));
            }
        }
        for prefix in used.into_iter().filter(|prefix| *prefix != "xml") {
            let name = element.lookup_namespace_uri((!prefix.is_empty()).then_some(prefix)).unwrap_or_default();
            let written = self.rendered.iter().rev().find(|(written, _)| *written == prefix).map(|(_, name)| *name);
            if written.unwrap_or_default() == name {
                continue;
            }
            self.rendered.push((prefix, name));
            let declaration = if prefix.is_empty() { "xmlns".to_owned() } else { format!("xmlns:{prefix}") };
            self.attribute(&declaration, name);
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(b' ');
        self.out.extend(name.bytes());
        self.out.extend(b"=\"");
        escape(&mut self.out, value, b"&<\"\t\n\r");
        self.out.push(b'"');
    }
}

/// The `xml:` attributes of the elements around `element` that it does not have itself, the nearest of each name
/// (Canonical XML 1.0, 2.4).
fn inherit<'a, 'i>(element: Node<'a, 'i>, attributes: &mut Vec<Attribute<'a, 'i>>) {
    let around = element.ancestors().skip(1).flat_map(|ancestor| ancestor.attributes());
    for attribute in around.filter(|attribute| attribute.namespace() == Some(XML)) {
        let same = |known: &Attribute<'_, '_>| (known.namespace(), known.name()) == (Some(XML), attribute.name());
        if !attributes.iter().any(same) {
            attributes.push(attribute);
        }
    }
}

/// The name of an element as it stands in the source: the prefix is part of what is signed.
fn element_name<'i>(element: Node<'_, 'i>) -> &'i str {
    let source = element.document().input_text().get(element.range()).unwrap_or_default();
    let name = source.strip_prefix('<').unwrap_or(source);
    let end = name.find(|it: char| it.is_ascii_whitespace() || matches!(it, '>' | '/')).unwrap_or(name.len());
    name.get(..end).unwrap_or_default()
}

/// The name of an attribute as it stands in the source.
fn attribute_name<'i>(element: Node<'_, 'i>, attribute: Attribute<'_, 'i>) -> &'i str {
    if attribute.namespace().is_none() {
        return attribute.name();
    }
    let source = element.document().input_text().get(attribute.range()).unwrap_or_default();
    let end = source.find(|it: char| it.is_ascii_whitespace() || it == '=').unwrap_or(source.len());
    source.get(..end).unwrap_or_default()
}

fn prefix(name: &str) -> &str {
    name.split_once(':').map_or("", |(prefix, _)| prefix)
}

/// Writes text with the characters of `special` as references.
fn escape(out: &mut Vec<u8>, text: &str, special: &[u8]) {
    let mut rest = text.as_bytes();
    while let Some(at) = rest.iter().position(|byte| special.contains(byte)) {
        let (plain, marked) = rest.split_at(at);
        out.extend_from_slice(plain);
        let reference: &[u8] = match marked.first() {
            Some(b'&') => b"&amp;",
            Some(b'<') => b"&lt;",
            Some(b'>') => b"&gt;",
            Some(b'"') => b"&quot;",
            Some(b'\t') => b"&#x9;",
            Some(b'\n') => b"&#xA;",
            _ => b"&#xD;",
        };
        out.extend_from_slice(reference);
        rest = marked.get(1..).unwrap_or_default();
    }
    out.extend_from_slice(rest);
}
