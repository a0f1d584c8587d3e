//! A graph of linked data, written as JSON-LD or as Turtle: one structure, two writers.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};
use signet_record::{Bilingual, Language};

/// Prefixes of the terms that the feed uses.
const PREFIXES: [(&str, &str); 8] = [
    ("adms", "http://www.w3.org/ns/adms#"),
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("elm", "http://data.europa.eu/snb/model/elm/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("rov", "http://www.w3.org/ns/regorg#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// A thing of some classes, with what is said of it. Terms are written with their prefixes.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    id: String,
    class: &'static str,
    said: Vec<(&'static str, Object)>,
}

/// What can be said of a thing.
#[derive(Clone, Debug)]
pub(crate) enum Object {
    /// A text in a language.
    Text(Language, String),
    /// A value of a datatype.
    Value(&'static str, String),
    /// A thing that stands elsewhere.
    Reference(String),
}

impl Node {
    /// A thing with its address.
    pub fn new(id: impl Into<String>, class: &'static str) -> Self {
        Node { id: id.into(), class, said: Vec::new() }
    }

    /// Its address.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Says a text in both languages.
    pub fn texts(self, term: &'static str, text: &Bilingual) -> Self {
        Language::ALL.into_iter().fold(self, |node, language| node.text(term, language, text.text(language).to_owned()))
    }

    /// Says a text in one language.
    pub fn text(mut self, term: &'static str, language: Language, text: String) -> Self {
        self.said.push((term, Object::Text(language, text)));
        self
    }

    /// Says a value.
    pub fn value(mut self, term: &'static str, datatype: &'static str, value: impl Into<String>) -> Self {
        self.said.push((term, Object::Value(datatype, value.into())));
        self
    }

    /// Says which other thing it belongs to.
    pub fn reference(mut self, term: &'static str, id: impl Into<String>) -> Self {
        self.said.push((term, Object::Reference(id.into())));
        self
    }

    /// Says something where it is known.
    pub fn and(self, more: impl FnOnce(Self) -> Self) -> Self {
        more(self)
    }
}

/// The graph as JSON-LD. Its context stands in it: nothing has to be fetched to read it.
pub(crate) fn json_ld(nodes: &[Node]) -> String {
    let context: Map<String, Value> = PREFIXES.iter().map(|(prefix, iri)| ((*prefix).to_owned(), json!(iri))).collect();
    let graph: Vec<Value> = nodes.iter().map(json_node).collect();
    json!({ "@context": context, "@graph": graph }).to_string()
}

fn json_node(node: &Node) -> Value {
    let mut members = Map::new();
    members.insert("@id".into(), json!(node.id));
    members.insert("@type".into(), json!(node.class));
    for (term, object) in &node.said {
        let value = match object {
            Object::Text(language, text) => json!({ "@language": language.code(), "@value": text }),
            Object::Value(datatype, value) => json!({ "@type": datatype, "@value": value }),
            Object::Reference(id) => json!({ "@id": id }),
        };
        match members.entry(*term).or_insert_with(|| json!([])) {
            Value::Array(values) => values.push(value),
            other => *other = value,
        }
    }
    Value::Object(members)
}

/// The graph as Turtle.
pub(crate) fn turtle(nodes: &[Node]) -> String {
    let mut text = String::new();
    for (prefix, iri) in PREFIXES {
        _ = writeln!(text, "@prefix {prefix}: <{iri}> .");
    }
    for node in nodes {
        _ = write!(text, "\n<{}> a {}", iri(&node.id), node.class);
        for (term, object) in &node.said {
            _ = write!(text, " ;\n  {term} ");
            _ = match object {
                Object::Text(language, words) => write!(text, "\"{}\"@{}", escaped(words), language.code()),
                Object::Value(datatype, value) => write!(text, "\"{}\"^^{datatype}", escaped(value)),
                Object::Reference(id) => write!(text, "<{}>", iri(id)),
            };
        }
        text.push_str(" .\n");
    }
    text
}

/// What an address may not contain as Turtle writes it stands there by its number.
fn iri(address: &str) -> String {
    let mut text = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            '\0'..=' ' | '<' | '>' | '"' | '{' | '}' | '|' | '^' | '`' | '\\' => {
                _ = write!(text, "\\u{:04X}", u32::from(c));
            }
            c => text.push(c),
        }
    }
    text
}

fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            c if c.is_control() => {
                _ = write!(text, "\\u{:04X}", u32::from(c));
            }
            c => text.push(c),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_people_write_ends_no_text_and_no_address() {
        let title = Bilingual::new("Uvozovky \" a \\ lomítko", "Quotes \" and \\ slash").unwrap();
        let nodes = [Node::new("https://x.example/<a>\"", "elm:Note").texts("dct:title", &title)];
        let text = turtle(&nodes);
        assert!(text.contains(r#"<https://x.example/\u003Ca\u003E\u0022> a elm:Note"#), "{text}");
        assert!(text.contains(r#""Uvozovky \" a \\ lomítko"@cs"#), "{text}");
        let read: Value = serde_json::from_str(&json_ld(&nodes)).unwrap();
        assert_eq!(read["@graph"][0]["dct:title"][1]["@value"], "Quotes \" and \\ slash");
    }
}
