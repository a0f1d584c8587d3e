//! Strict JSON (RFC 8259, no duplicate members) as a flat tree over the text it was read from.
//!
//! Every value is one entry of a table with the place of its text, so reading a credential copies nothing and allocates three blocks.
//! Equal parts of a credential are found by comparing their text.

mod parse;

pub use parse::{Limits, ParseError, ParseProblem};

use std::hash::{DefaultHasher, Hasher};

/// Members up to which objects are compared name by name; larger ones are the same only when their text is.
const COMPARED: usize = 250;

/// A parsed text. Values are looked at through [`Value`].
#[derive(Clone)]
pub struct JsonDocument {
    text: Box<str>,
    /// Strings that contained escapes, decoded, one after another.
    decoded: String,
    nodes: Vec<Node>,
}

#[derive(Clone, Copy)]
struct Node {
    kind: JsonKind,
    /// Byte range in the text; of a decoded string in `decoded`; without the quotation marks.
    start: u32,
    end: u32,
    /// Index of the node after this one and everything in it.
    next: u32,
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonKind {
    /// `null`
    Null,
    /// `true`
    True,
    /// `false`
    False,
    /// Any number.
    Number,
    /// A string without escapes.
    Plain,
    /// A string that contained escapes.
    Decoded,
    /// An array.
    Array,
    /// An object: its children are name, value, name, value …
    Object,
}

impl JsonDocument {
    /// Reads one JSON value. Nothing but white space may follow it.
    ///
    /// # Errors
    /// Says the byte at which the text stops being JSON within the limits.
    pub fn parse(text: &str, limits: Limits) -> Result<JsonDocument, ParseError> {
        parse::parse(text, limits)
    }

    /// The outermost value.
    pub fn root(&self) -> Value<'_> {
        Value { document: self, at: 0 }
    }

    /// The value of that identity ([`Value::index`]); `null` of one that is not there.
    pub fn value(&self, index: u32) -> Value<'_> {
        Value { document: self, at: index }
    }

    /// The text that was read.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Bytes of a string; nothing of anything else.
    #[inline]
    fn string_bytes(&self, node: Node) -> &[u8] {
        let source = match node.kind {
            JsonKind::Plain => &*self.text,
            JsonKind::Decoded => &self.decoded,
            _ => "",
        };
        source.as_bytes().get(node.start as usize..node.end as usize).unwrap_or(&[])
    }

    /// Every object, in the order of the text.
    pub(crate) fn objects(&self) -> impl Iterator<Item = Value<'_>> {
        let objects = self.nodes.iter().zip(0_u32..).filter(|(node, _)| node.kind == JsonKind::Object);
        objects.map(|(_, at)| Value { document: self, at })
    }

    /// Every string, names of members included, in the order of the text.
    pub fn strings(&self) -> impl Iterator<Item = Value<'_>> {
        let strings =
            self.nodes.iter().zip(0_u32..).filter(|(node, _)| matches!(node.kind, JsonKind::Plain | JsonKind::Decoded));
        strings.map(|(_, at)| Value { document: self, at })
    }
}

impl std::fmt::Debug for JsonDocument {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "JsonDocument({} bytes, {} values)", self.text.len(), self.nodes.len())
    }
}

/// One value of a [`JsonDocument`].
#[derive(Clone, Copy)]
pub struct Value<'a> {
    document: &'a JsonDocument,
    at: u32,
}

/// What it says may be personal.
impl std::fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Value({:?}, {})", self.kind(), self.at)
    }
}

impl<'a> Value<'a> {
    #[inline]
    fn node(self) -> Node {
        self.document.nodes.get(self.at as usize).copied().unwrap_or(Node {
            kind: JsonKind::Null,
            start: 0,
            end: 0,
            next: u32::MAX,
        })
    }

    /// What it is.
    #[inline]
    pub fn kind(self) -> JsonKind {
        self.node().kind
    }

    /// Identity of the value within its document.
    pub fn index(self) -> u32 {
        self.at
    }

    /// Is the value of that identity this one, or inside it?
    pub fn holds(self, index: u32) -> bool {
        (self.at..self.node().next).contains(&index)
    }

    /// The string it is.
    #[inline]
    pub fn text(self) -> Option<&'a str> {
        let node = self.node();
        let range = node.start as usize..node.end as usize;
        match node.kind {
            JsonKind::Plain => self.document.text.get(range),
            JsonKind::Decoded => self.document.decoded.get(range),
            _ => None,
        }
    }

    /// The number it is, as written.
    pub fn number(self) -> Option<&'a str> {
        let node = self.node();
        match node.kind {
            JsonKind::Number => self.document.text.get(node.start as usize..node.end as usize),
            _ => None,
        }
    }

    /// Text of an array or object as it stands in the file.
    pub fn raw(self) -> &'a str {
        let node = self.node();
        match node.kind {
            JsonKind::Decoded => self.document.decoded.get(node.start as usize..node.end as usize),
            _ => self.document.text.get(node.start as usize..node.end as usize),
        }
        .unwrap_or_default()
    }

    /// Is it an object?
    pub fn is_object(self) -> bool {
        self.kind() == JsonKind::Object
    }

    /// The members of an object in order; nothing for anything else.
    #[inline]
    pub fn members(self) -> impl Iterator<Item = (&'a str, Value<'a>)> {
        let mut children = self.children(JsonKind::Object);
        std::iter::from_fn(move || {
            let name = children.next()?;
            Some((name.text()?, children.next()?))
        })
    }

    /// The member of that name. `None` for anything but an object.
    pub fn get(self, name: &str) -> Option<Value<'a>> {
        let document = self.document;
        let mut children = self.children(JsonKind::Object);
        // Reading a credential asks this more than anything else; most names differ in their length already.
        while let Some(key) = children.next() {
            let (node, member) = (key.node(), children.next()?);
            if (node.end - node.start) as usize == name.len() && document.string_bytes(node) == name.as_bytes() {
                return Some(member);
            }
        }
        None
    }

    /// One or many: the elements of an array, or the value itself. `null` is nothing.
    pub fn each(self) -> impl Iterator<Item = Value<'a>> {
        let single = Some(self).filter(|value| value.kind() != JsonKind::Array);
        let all = single.into_iter().chain(self.children(JsonKind::Array));
        all.filter(|value| value.kind() != JsonKind::Null)
    }

    /// The same, and every `null` with them.
    pub fn elements(self) -> impl Iterator<Item = Value<'a>> {
        let single = Some(self).filter(|value| value.kind() != JsonKind::Array);
        single.into_iter().chain(self.children(JsonKind::Array))
    }

    /// One or many of the member of that name.
    pub fn all(self, name: &str) -> impl Iterator<Item = Value<'a>> {
        self.get(name).into_iter().flat_map(Value::each)
    }

    /// The first of one or many.
    pub fn first(self, name: &str) -> Option<Value<'a>> {
        self.all(name).next()
    }

    /// The string that the member of that name is (or the first string of it).
    pub fn string(self, name: &str) -> Option<&'a str> {
        self.all(name).find_map(Value::text)
    }

    #[inline]
    fn children(self, kind: JsonKind) -> Children<'a> {
        let node = self.node();
        let end = if node.kind == kind { node.next } else { 0 };
        Children { document: self.document, at: self.at + 1, end }
    }

    /// The value written anew from the tree, without white space. Text that was compact and escaped no more than JSON demands comes
    /// back byte for byte.
    pub fn write(self, out: &mut String) {
        let mut separate = false;
        let mut comma = |out: &mut String| {
            if separate {
                out.push(',');
            }
            separate = true;
        };
        match self.kind() {
            JsonKind::Null => out.push_str("null"),
            JsonKind::True => out.push_str("true"),
            JsonKind::False => out.push_str("false"),
            JsonKind::Number => out.push_str(self.number().unwrap_or_default()),
            JsonKind::Plain | JsonKind::Decoded => quote(self.text().unwrap_or_default(), out),
            JsonKind::Array => {
                out.push('[');
                for element in self.children(JsonKind::Array) {
                    comma(out);
                    element.write(out);
                }
                out.push(']');
            }
            JsonKind::Object => {
                out.push('{');
                for (name, member) in self.members() {
                    comma(out);
                    quote(name, out);
                    out.push(':');
                    member.write(out);
                }
                out.push('}');
            }
        }
    }

    /// Same content: members in any order, an array of one like its element.
    pub fn same(self, other: Value<'_>) -> bool {
        if self.kind() == other.kind() && self.raw() == other.raw() {
            return true;
        }
        match (self.kind(), other.kind()) {
            (JsonKind::Array, _) | (_, JsonKind::Array) => {
                // In step, so that a long array costs no more than the short one it is compared with.
                let (mut own, mut others) = (self.each(), other.each());
                loop {
                    match (own.next(), others.next()) {
                        (None, None) => return true,
                        (Some(one), Some(two)) if one.same(two) => {}
                        _ => return false,
                    }
                }
            }
            (JsonKind::Object, JsonKind::Object) => {
                let count = |value: Value<'_>| value.members().take(COMPARED + 1).count();
                let members = count(self);
                members <= COMPARED
                    && members == count(other)
                    && self.members().all(|(name, value)| other.get(name).is_some_and(|theirs| value.same(theirs)))
            }
            (JsonKind::Plain | JsonKind::Decoded, JsonKind::Plain | JsonKind::Decoded) => self.text() == other.text(),
            _ => false,
        }
    }

    /// A digest of the content: what is the [same](Value::same) has the same one. It is short and not proof against design, so it
    /// tells values apart, and never that they are one.
    pub fn fingerprint(self) -> u64 {
        let of = |seed: u8, text: &str| {
            let mut hasher = DefaultHasher::new();
            hasher.write_u8(seed);
            hasher.write(text.as_bytes());
            hasher
        };
        match self.kind() {
            JsonKind::Plain | JsonKind::Decoded => of(0, self.text().unwrap_or_default()).finish(),
            JsonKind::Number | JsonKind::True | JsonKind::False | JsonKind::Null => of(1, self.raw()).finish(),
            JsonKind::Array => {
                let mut elements = self.each().peekable();
                let first = elements.next().map(Value::fingerprint);
                if elements.peek().is_none() {
                    return first.unwrap_or_default();
                }
                let mut hasher = of(2, "");
                first.into_iter().chain(elements.map(Value::fingerprint)).for_each(|one| hasher.write_u64(one));
                hasher.finish()
            }
            // Members may stand in any order, so theirs are added up.
            JsonKind::Object => self.members().fold(3, |sum, (name, value)| {
                let mut hasher = of(3, name);
                hasher.write_u64(value.fingerprint());
                sum.wrapping_add(hasher.finish())
            }),
        }
    }
}

/// A JSON string as RFC 8785, 3.2.2.2 writes it: `\b \t \n \f \r \" \\`, other control characters as `\u00xx`, the rest as it is.
/// `serde_json` writes exactly this, and writing to memory cannot fail. Most texts have nothing to escape.
pub(crate) fn quote(text: &str, out: &mut String) {
    // Every byte, without a branch for each.
    if text.bytes().fold(false, |found, byte| found | (byte < b' ') | (byte == b'"') | (byte == b'\\')) {
        out.push_str(&serde_json::to_string(text).unwrap_or_default());
    } else {
        out.push('"');
        out.push_str(text);
        out.push('"');
    }
}

struct Children<'a> {
    document: &'a JsonDocument,
    at: u32,
    end: u32,
}

impl<'a> Iterator for Children<'a> {
    type Item = Value<'a>;

    #[inline]
    fn next(&mut self) -> Option<Value<'a>> {
        if self.at >= self.end {
            return None;
        }
        let value = Value { document: self.document, at: self.at };
        self.at = value.node().next;
        Some(value)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn parsed(text: &str) -> JsonDocument {
        JsonDocument::parse(text, Limits::default()).unwrap()
    }

    #[test]
    fn values_are_found_where_they_stand() {
        let document = parsed(r#"{"a":{"b":["x","y\né"]},"n":-1.5e3,"z":null,"one":"two"}"#);
        let root = document.root();
        let many: Vec<_> = root.get("a").unwrap().all("b").filter_map(Value::text).collect();
        assert_eq!(many, ["x", "y\né"]);
        assert_eq!(root.get("n").unwrap().number(), Some("-1.5e3"));
        assert_eq!(root.all("z").count(), 0);
        assert_eq!(root.string("one"), Some("two"));
        assert_eq!(root.get("a").unwrap().raw(), r#"{"b":["x","y\né"]}"#);
        assert_eq!(root.get("missing").map(Value::index), None);
    }

    #[test]
    fn strings_are_all_there_and_know_their_place() {
        let document = parsed(r#"{"a":{"b":["x",1,"y\n"]},"c":null}"#);
        let strings: Vec<_> = document.strings().filter_map(Value::text).collect();
        assert_eq!(strings, ["a", "b", "x", "y\n", "c"]);
        let last = document.strings().find(|value| value.text() == Some("y\n")).unwrap();
        assert!(document.root().get("a").unwrap().holds(last.index()));
        assert!(!document.root().get("c").unwrap().holds(last.index()));
    }

    #[test]
    fn sameness_ignores_order_escapes_and_single_element_arrays() {
        let document = parsed(r#"[{"a":1,"b":["x"]},{"b":"\u0078","a":1},{"a":1},{"a":1,"b":"y"}]"#);
        let all: Vec<_> = document.root().each().collect();
        assert!(all[0].same(all[1]));
        assert!(!all[0].same(all[2]));
        assert!(!all[2].same(all[0]));
        assert!(!all[0].same(all[3]));
        let digests: Vec<u64> = all.iter().map(|value| value.fingerprint()).collect();
        assert!(digests[0] == digests[1] && digests[0] != digests[2] && digests[0] != digests[3]);
    }
}
