//! Writing nodes so that equal content has one identifier and different content another.

use std::collections::HashMap;
use std::fmt::Write;

use data_encoding::BASE64;
use signet_record::{Bilingual, Language};

use crate::json::quote;

/// A value that is JSON already. Text becomes one only by being quoted, so that neither can stand in the other's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Node(String);

impl Node {
    /// A string.
    pub(super) fn text(text: &str) -> Self {
        Node(quoted(text))
    }

    /// A whole number.
    pub(super) fn number(number: u64) -> Self {
        Node(number.to_string())
    }

    /// `true`.
    pub(super) fn truth() -> Self {
        Node("true".to_owned())
    }

    /// Texts in both languages.
    pub(super) fn by_language(cs: &str, en: &str) -> Self {
        Node(["{\"cs\":", &quoted(cs), ",\"en\":", &quoted(en), "}"].concat())
    }

    /// A text that is not translated: names, in the one language that the profile allows.
    pub(super) fn in_czech(text: &str) -> Self {
        Node(["{\"cs\":", &quoted(text), "}"].concat())
    }

    /// A list, also of one.
    pub(super) fn list(values: &[Node]) -> Self {
        let values: Vec<&str> = values.iter().map(|value| value.0.as_str()).collect();
        Node(["[", &values.join(","), "]"].concat())
    }
}

/// The members of an object in the order they were added, as JSON without the braces.
#[derive(Clone, Debug, Default)]
pub(super) struct Members(String);

impl Members {
    pub(super) fn new() -> Self {
        Members::default()
    }

    /// A member; its name is one of ours and needs no escape.
    pub(super) fn node(mut self, name: &'static str, value: &Node) -> Self {
        if !self.0.is_empty() {
            self.0.push(',');
        }
        self.0.reserve(name.len() + value.0.len() + 3);
        for part in ["\"", name, "\":", &value.0] {
            self.0.push_str(part);
        }
        self
    }

    pub(super) fn maybe(self, name: &'static str, value: Option<&Node>) -> Self {
        match value {
            Some(value) => self.node(name, value),
            None => self,
        }
    }

    pub(super) fn text(self, name: &'static str, value: &str) -> Self {
        self.node(name, &Node::text(value))
    }

    pub(super) fn words(self, name: &'static str, value: &Bilingual) -> Self {
        self.both(name, value.text(Language::Cs), value.text(Language::En))
    }

    /// Texts in both languages.
    pub(super) fn both(self, name: &'static str, cs: &str, en: &str) -> Self {
        self.node(name, &Node::by_language(cs, en))
    }

    /// One or many: nothing for none, the value itself for one, a list for more.
    pub(super) fn many(self, name: &'static str, values: &[Node]) -> Self {
        match values {
            [] => self,
            [one] => self.node(name, one),
            more => self.node(name, &Node::list(more)),
        }
    }

    /// These, and then those.
    pub(super) fn and(mut self, more: &Members) -> Self {
        if !self.0.is_empty() && !more.0.is_empty() {
            self.0.push(',');
        }
        self.0.push_str(&more.0);
        self
    }

    /// The object itself.
    pub(super) fn into_object(self) -> Node {
        Node(["{", &self.0, "}"].concat())
    }
}

/// A JSON string.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    quote(text, &mut out);
    out
}

/// Numbers the nodes of one credential, in the order in which different content first appears.
///
/// Files are large: until the end a mark stands for each of them, so that nodes around them stay small.
#[derive(Default)]
pub(super) struct Draft<'a> {
    /// By class, what stands under number 1, 2, 3 …
    nodes: HashMap<&'static str, Vec<String>>,
    files: Vec<&'a [u8]>,
}

/// Encloses the number of a file. It cannot stand in JSON otherwise.
const MARK: char = '\0';

impl<'a> Draft<'a> {
    /// A node of a class, with the identifier its content has.
    pub(super) fn node(&mut self, class: &'static str, members: Members) -> Node {
        let known = self.nodes.entry(class).or_default();
        let found = known.iter().position(|content| *content == members.0);
        let number = found.unwrap_or(known.len()) + 1;
        let (first, rest) = class.split_at(1);
        let first = first.to_ascii_lowercase();
        let mut node = String::with_capacity(members.0.len() + 2 * class.len() + 48);
        let _ = write!(node, "{{\"id\":\"urn:epass:{first}{rest}:{number}\",\"type\":\"{class}\"");
        if !members.0.is_empty() {
            node.push(',');
            node.push_str(&members.0);
        }
        node.push('}');
        if found.is_none() {
            known.push(members.0);
        }
        Node(node)
    }

    /// The base64 text of a file, as a JSON string.
    pub(super) fn file(&mut self, bytes: &'a [u8]) -> Node {
        let known = self.files.iter().position(|file| *file == bytes);
        let number = known.unwrap_or(self.files.len());
        if known.is_none() {
            self.files.push(bytes);
        }
        Node(format!("\"{MARK}{number}{MARK}\""))
    }

    /// Puts the files where their marks stand.
    pub(super) fn finish(&self, draft: &Node) -> String {
        let draft = draft.0.as_str();
        let file = |count: usize, part: &str| part.parse::<usize>().ok().filter(|_| count % 2 == 1);
        let length = |(count, part): (usize, &str)| {
            let file = file(count, part).and_then(|number| self.files.get(number));
            file.map_or(part.len(), |file| BASE64.encode_len(file.len()))
        };
        let mut text = String::with_capacity(draft.split(MARK).enumerate().map(length).sum());
        // A file that stands in several places, as the same picture does in each language, is encoded once.
        let mut placed = vec![None; self.files.len()];
        for (count, part) in draft.split(MARK).enumerate() {
            let known = file(count, part).and_then(|number| placed.get_mut(number).zip(self.files.get(number)));
            let start = text.len();
            match known {
                None => text.push_str(part),
                Some((Some(range), _)) => text.extend_from_within(std::ops::Range::clone(range)),
                Some((place, file)) => {
                    BASE64.encode_append(file, &mut text);
                    *place = Some(start..text.len());
                }
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_content_has_one_identifier() {
        let mut draft = Draft::default();
        let one = draft.node("WebResource", Members::new().text("contentURL", "https://a.example"));
        let two = draft.node("WebResource", Members::new().text("contentURL", "https://b.example"));
        let again = draft.node("WebResource", Members::new().text("contentURL", "https://a.example"));
        assert_eq!(one.0, r#"{"id":"urn:epass:webResource:1","type":"WebResource","contentURL":"https://a.example"}"#);
        assert_ne!(one, two);
        assert_eq!(one, again);
    }

    #[test]
    fn files_are_put_where_they_belong() {
        let mut draft = Draft::default();
        let marks = [draft.file(b"one"), draft.file(b"two"), draft.file(b"one")];
        assert_eq!(marks[0], marks[2]);
        let [one, two, again] = marks;
        let text = draft.finish(&Node::list(&[one, two, again, Node::number(1), Node::text("\0")]));
        assert_eq!(text, r#"["b25l","dHdv","b25l",1,"\u0000"]"#);
    }

    #[test]
    fn text_is_escaped_and_nothing_else() {
        let object =
            Members::new().text("a", "\"\\\n/ě\u{1}").many("b", &[]).many("c", &[Node::number(1)]).into_object();
        assert_eq!(object.0, "{\"a\":\"\\\"\\\\\\n/ě\\u0001\",\"c\":1}");
    }
}
