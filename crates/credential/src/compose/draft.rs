//! Writing nodes so that equal content has one identifier and different content another.

use std::collections::HashMap;
use std::fmt::Write;

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
        let _ = write!(self.0, "\"{name}\":");
        self.0.push_str(value);
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
        format!("{{{}}}", self.0)
    }
}

pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

pub(super) fn by_language(cs: &str, en: &str) -> String {
    format!("{{\"cs\":{},\"en\":{}}}", quoted(cs), quoted(en))
}

/// Numbers the nodes of one credential, in the order in which different content first appears.
#[derive(Default)]
pub(super) struct Draft {
    numbers: HashMap<&'static str, HashMap<String, usize>>,
}

impl Draft {
    /// A node of a class, with the identifier its content has.
    pub(super) fn node(&mut self, class: &'static str, members: Members) -> String {
        let known = self.numbers.entry(class).or_default();
        let next = known.len() + 1;
        let number = *known.entry(members.0.clone()).or_insert(next);
        let (first, rest) = class.split_at(1);
        let mut node = format!(
            "{{\"id\":\"urn:epass:{}{rest}:{number}\",\"type\":\"{class}\"",
            first.to_ascii_lowercase()
        );
        if !members.0.is_empty() {
            node.push(',');
            node.push_str(&members.0);
        }
        node.push('}');
        node
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
        assert_eq!(
            one,
            r#"{"id":"urn:epass:webResource:1","type":"WebResource","contentURL":"https://a.example"}"#
        );
        assert_ne!(one, two);
        assert_eq!(one, again);
    }

    #[test]
    fn text_is_escaped_and_nothing_else() {
        let object = Members::new().text("a", "\"\\\n/ě\u{1}").many("b", &[]).many("c", &["1".into()]).into_object();
        assert_eq!(object, "{\"a\":\"\\\"\\\\\\n/ě\\u0001\",\"c\":1}");
    }
}
