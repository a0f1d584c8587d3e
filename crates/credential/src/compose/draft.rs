//! Writing nodes so that equal content has one identifier and different content another.

use std::collections::HashMap;
use std::fmt::Write;

use data_encoding::BASE64;
use signet_record::{Bilingual, Language};

/// The members of an object in the order they were added, as JSON without the braces.
#[derive(Clone, Debug, Default)]
pub(super) struct Members(String);

impl Members {
    pub(super) fn new() -> Self {
        Members::default()
    }

    /// A member whose value is already JSON.
    pub(super) fn json(mut self, name: &str, value: &str) -> Self {
        if !self.0.is_empty() {
            self.0.push(',');
        }
        self.0.reserve(name.len() + value.len() + 3);
        for part in ["\"", name, "\":", value] {
            self.0.push_str(part);
        }
        self
    }

    pub(super) fn maybe(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.json(name, value),
            None => self,
        }
    }

    pub(super) fn text(self, name: &str, value: &str) -> Self {
        self.json(name, &quoted(value))
    }

    pub(super) fn words(self, name: &str, value: &Bilingual) -> Self {
        self.both(name, value.text(Language::Cs), value.text(Language::En))
    }

    /// Texts in both languages.
    pub(super) fn both(self, name: &str, cs: &str, en: &str) -> Self {
        self.json(name, &by_language(cs, en))
    }

    /// One or many: nothing for none, the value itself for one, an array for more.
    pub(super) fn many(self, name: &str, values: &[String]) -> Self {
        match values {
            [] => self,
            [one] => self.json(name, one),
            more => self.json(name, &format!("[{}]", more.join(","))),
        }
    }

    /// The object itself.
    pub(super) fn into_object(self) -> String {
        ["{", &self.0, "}"].concat()
    }
}

/// A JSON string. Writing one to memory cannot fail.
pub(super) fn quoted(text: &str) -> String {
    // Most texts have nothing to escape (RFC 8259, 7).
    if text.bytes().all(|byte| byte >= 0x20 && byte != b'"' && byte != b'\\') {
        return ["\"", text, "\""].concat();
    }
    serde_json::to_string(text).unwrap_or_default()
}

pub(super) fn by_language(cs: &str, en: &str) -> String {
    ["{\"cs\":", &quoted(cs), ",\"en\":", &quoted(en), "}"].concat()
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
    pub(super) fn node(&mut self, class: &'static str, members: Members) -> String {
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
        node
    }

    /// The base64 text of a file, as a JSON string.
    pub(super) fn file(&mut self, bytes: &'a [u8]) -> String {
        let known = self.files.iter().position(|file| *file == bytes);
        let number = known.unwrap_or(self.files.len());
        if known.is_none() {
            self.files.push(bytes);
        }
        format!("\"{MARK}{number}{MARK}\"")
    }

    /// Puts the files where their marks stand.
    pub(super) fn finish(&self, draft: &str) -> String {
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
        assert_eq!(one, r#"{"id":"urn:epass:webResource:1","type":"WebResource","contentURL":"https://a.example"}"#);
        assert_ne!(one, two);
        assert_eq!(one, again);
    }

    #[test]
    fn files_are_put_where_they_belong() {
        let mut draft = Draft::default();
        let marks = [draft.file(b"one"), draft.file(b"two"), draft.file(b"one")];
        assert_eq!(marks[0], marks[2]);
        let text = draft.finish(&format!("[{},1,\"\\u0000\"]", marks.join(",")));
        assert_eq!(text, r#"["b25l","dHdv","b25l",1,"\u0000"]"#);
    }

    #[test]
    fn text_is_escaped_and_nothing_else() {
        let object = Members::new().text("a", "\"\\\n/ě\u{1}").many("b", &[]).many("c", &["1".into()]).into_object();
        assert_eq!(object, "{\"a\":\"\\\"\\\\\\n/ě\\u0001\",\"c\":1}");
    }
}
