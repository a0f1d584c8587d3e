//! A credential that holds everything: each class of the profile with each of its members, every text of its own.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};
use signet_credential::{
    Credential,
    profile::{Profile, ProfileKind, Range},
    read,
};
use signet_lang::Locale;
use signet_record::Language;

use crate::view::{ContentView, Pictures, ShownFields};

/// A PNG of one pixel.
const PIXEL: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const MOMENT: &str = "2026-01-15T09:00:00Z";

/// Makes the credential, and notes what a reader of each language must see.
#[derive(Default)]
struct Writer {
    written: BTreeSet<&'static str>,
    texts: Vec<(Option<Language>, String)>,
}

impl Writer {
    /// An object with all members of its class the first time, with its name alone later.
    fn object(&mut self, class: &'static str) -> Value {
        let mut object = Map::from_iter([("type".to_owned(), json!(class))]);
        if class == "Mailbox" {
            object.insert("id".into(), self.token("mailto:", "mailbox@example.edu"));
        }
        let first = self.written.insert(class);
        let Some(rows) = Profile::of(ProfileKind::Generic).class(class) else { return Value::Object(object) };
        for (_, row) in rows.iter() {
            let named = matches!(row.0, "title" | "legalName" | "prefLabel" | "fullName" | "noteLiteral" | "notation");
            let media = matches!(row.0, "content" | "contentType" | "contentEncoding");
            if first || named || media {
                object.insert(row.0.to_owned(), self.member(class, row.0, row.2, first));
            }
        }
        Value::Object(object)
    }

    fn token(&mut self, before: &str, token: &str) -> Value {
        self.texts.push((None, token.to_owned()));
        json!(format!("{before}{token}"))
    }

    /// Later appearances need not be seen again: what stands there may be the same body, told once.
    fn words(&mut self, name: &str, noted: bool) -> Value {
        if noted {
            self.texts.push((Some(Language::Cs), format!("cs {name}")));
            self.texts.push((Some(Language::En), format!("en {name}")));
        }
        json!({"cs": format!("cs {name}"), "en": format!("en {name}")})
    }

    fn member(&mut self, class: &'static str, member: &'static str, range: Range, first: bool) -> Value {
        let name = format!("{class}.{member}");
        match range {
            _ if member == "content" => json!(PIXEL),
            Range::Words(_) => self.words(&name, first),
            Range::DateTime => json!(MOMENT),
            Range::Duration => json!("PT50H"),
            Range::Uri | Range::Reference => self.token("https://example.edu/", &name),
            Range::Boolean => json!(true),
            Range::Integer | Range::Positive | Range::Percentage => json!(77),
            Range::Decimal => json!(12.5),
            Range::Node(classes) => {
                let new: Vec<&'static str> =
                    classes.iter().copied().filter(|class| !self.written.contains(class)).collect();
                let chosen = if new.is_empty() { classes.iter().copied().take(1).collect() } else { new };
                chosen.into_iter().map(|class| self.object(class)).collect()
            }
            Range::Concept | Range::Listed(_) => json!({
                "id": format!("urn:list:{name}"),
                "type": "Concept",
                "prefLabel": self.words(&format!("{name} label"), first),
                "definition": self.words(&format!("{name} definition"), first),
                "notation": self.token("", &format!("{name} notation")),
                "inScheme": {"id": "urn:list", "type": "ConceptScheme"},
            }),
            _ => self.token("", &name),
        }
    }
}

fn everything() -> (String, Writer) {
    let mut writer = Writer::default();
    let mut value = writer.object("EuropeanDigitalCredential");
    value["id"] = json!("urn:credential:everything");
    value["nobody"] = writer.token("", "a member that nobody knows");
    (value.to_string(), writer)
}

/// The credential.
pub fn credential() -> Credential {
    read(&everything().0).unwrap()
}

/// Its content as a page tells it.
pub fn content(l: Locale, reveal: ShownFields, pictures: Pictures) -> ContentView {
    ContentView::of(&credential(), l, reveal, pictures)
}

#[test]
fn every_element_of_the_profile_has_a_place_on_the_page() {
    let (text, writer) = everything();
    println!("{} classes, {} texts, {} bytes", writer.written.len(), writer.texts.len(), text.len());
    for language in Language::ALL {
        let page = super::pages(Locale::new(language)).remove("report-whole").unwrap();
        let missing: Vec<_> = writer
            .texts
            .iter()
            .filter(|(of, _)| of.is_none_or(|of| of == language))
            .filter(|(_, text)| !page.contains(text.as_str()))
            .collect();
        assert!(missing.is_empty(), "{language:?}: {missing:#?}");
        for written in [MOMENT, "PT50H"] {
            assert!(page.contains(written), "{written}");
        }
    }
}

#[test]
fn a_share_without_the_date_of_birth_shows_neither_persons_nor_files() {
    let page = super::pages(Locale::ENGLISH).remove("shared-superseded").unwrap();
    assert!(page.contains("en Person.fullName"));
    for hidden in
        ["Person.birthName", "Person.nationalID", "Person.gender", "nobody knows", "download=\"", "class=\"sheet\""]
    {
        let shown = page.split("id=\"content\"").nth(1).unwrap();
        assert!(!shown.contains(hidden), "{hidden}");
    }
}
