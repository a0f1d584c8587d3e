//! What a credential says, element by element: where it stands, by which rule of the profile, and which item of Annex I it fills.
//!
//! Parts that are repeated word for word are explained once; later they only point to where that was. Nothing is judged here.

use std::collections::HashMap;

use signet_record::{AnnexItem, Language};

use crate::elm::{Concept, LangString, Node, name};
use crate::excerpt::excerpt;
use crate::json::{JsonKind, Value};
use crate::profile::{Count, Profile, ProfileKind, Range, annex_item};
use crate::vocabulary::Scheme;
use crate::{Credential, place};

/// Elements after which an explanation ends; no credential seen in the wild has a tenth of them.
pub const ELEMENTS_MAX: usize = 20_000;
/// Characters of a value that are told.
const SHOWN: usize = 300;

/// One element of a credential.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExplainedElement {
    /// Where it stands: `$.credentialSubject.hasClaim[0].title`.
    pub path: String,
    /// The class whose member it is; empty when the profile does not know the class.
    pub owner: String,
    /// Name of the member.
    pub member: String,
    /// How many the profile allows and what it expects; nothing for a member it does not know.
    pub rule: Option<(Count, Range)>,
    /// The item of Annex I it belongs to.
    pub annex: Option<AnnexItem>,
    /// What it says.
    pub says: Says,
}

/// What an element says, in the language asked for as far as it has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    /// An object of a class, whose members follow.
    Object {
        /// Its class.
        class: String,
    },
    /// An object that stands earlier too.
    Again {
        /// Its class.
        class: String,
        /// Where it was explained.
        path: String,
    },
    /// A concept.
    Concept {
        /// Its URI; empty when it has none.
        uri: String,
        /// Its label.
        label: String,
        /// URI of its list; empty when it names none.
        scheme: String,
    },
    /// A text, a number, a date. What is long is cut, and says so by its last sign `…`.
    Text(String),
    /// An embedded file.
    File {
        /// Bytes of its text.
        length: usize,
    },
}

/// Explains a credential in the order of the file.
pub fn explain(credential: &Credential, language: Language) -> Vec<ExplainedElement> {
    let root = credential.root();
    let mut profiles = credential.model().credential_profiles().all();
    let kind =
        profiles.find_map(|concept| concept.id().and_then(ProfileKind::of_concept)).unwrap_or(ProfileKind::Generic);
    let mut walk = Walk {
        profile: Profile::of(kind),
        language,
        path: String::from("$"),
        told: HashMap::new(),
        elements: Vec::new(),
    };
    walk.members(root, "EuropeanDigitalCredential");
    walk.elements
}

struct Walk<'a> {
    profile: &'static Profile,
    language: Language,
    path: String,
    /// Objects that were explained, by identifier, each with its place.
    told: HashMap<&'a str, (Value<'a>, String)>,
    elements: Vec<ExplainedElement>,
}

impl<'a> Walk<'a> {
    fn members(&mut self, owner: Value<'a>, class: &str) {
        for (name, member) in owner.members() {
            if matches!(name, "type" | "@context") || (name == "id" && self.path != "$") {
                continue;
            }
            let back = self.path.len();
            place::member(&mut self.path, name);
            if member.kind() == JsonKind::Array {
                for (index, value) in member.each().enumerate() {
                    let back = self.path.len();
                    place::element(&mut self.path, index);
                    self.value(value, name, class);
                    self.path.truncate(back);
                }
            } else if member.kind() != JsonKind::Null {
                self.value(member, name, class);
            }
            self.path.truncate(back);
        }
    }

    fn value(&mut self, value: Value<'a>, member: &str, owner: &str) {
        if self.elements.len() >= ELEMENTS_MAX {
            return;
        }
        let rows = self.profile.class(owner);
        let rule = match member {
            // The envelope's own: not of the profile, but of every credential.
            "id" => Some((Count { min: 1, max: 1 }, Range::Uri)),
            _ => rows.and_then(|rows| rows.find(member)).map(|(_, row)| (row.1, row.2)),
        };
        let words = matches!(rule, Some((_, Range::Words(_))));
        let class = value.string("type").filter(|_| value.is_object() && !words);
        let says = match class {
            Some("Concept") => self.concept(Concept::of(value), rule),
            Some(class) => self.object(value, class),
            None if value.is_object() && (words || rule.is_none()) => {
                Says::Text(cut(LangString::of(value).best(self.language).unwrap_or_else(|| value.raw())))
            }
            None if value.is_object() => Says::Object { class: String::new() },
            None if member == name::content && owner == "MediaObject" => {
                Says::File { length: value.text().map_or(0, str::len) }
            }
            None => Says::Text(cut(value.text().or_else(|| value.number()).unwrap_or_else(|| value.raw()))),
        };
        let inner = match &says {
            Says::Object { class } if class.is_empty() => expected(rule).map(str::to_owned),
            Says::Object { class } => Some(class.clone()),
            _ => None,
        };
        self.elements.push(ExplainedElement {
            path: self.path.clone(),
            owner: owner.to_owned(),
            member: member.to_owned(),
            rule,
            annex: annex_item(owner, member),
            says,
        });
        if let Some(class) = inner {
            self.members(value, &class);
        }
    }

    fn object(&mut self, value: Value<'a>, class: &str) -> Says {
        let class = class.to_owned();
        let Some(id) = value.get("id").and_then(Value::text) else {
            return Says::Object { class };
        };
        match self.told.get(id) {
            Some((told, path)) if told.same(value) => Says::Again { class, path: path.clone() },
            Some(_) => Says::Object { class },
            None => {
                self.told.insert(id, (value, self.path.clone()));
                Says::Object { class }
            }
        }
    }

    fn concept(&self, concept: Concept<'a>, rule: Option<(Count, Range)>) -> Says {
        let scheme = concept.in_scheme().first().and_then(Concept::uri).unwrap_or_default();
        let uri = concept.id().unwrap_or_default();
        let listed = match rule {
            Some((_, Range::Listed(scheme))) => scheme.code(uri).and_then(|code| scheme.label(code)),
            _ => Scheme::of_member(uri).and_then(|(scheme, code)| scheme.label(code)),
        };
        let own = concept.pref_label().first();
        let label = own
            .and_then(|words| words.exact(self.language.code()))
            .or_else(|| listed.map(|label| label.text(self.language)))
            .or_else(|| own.and_then(|words| words.best(self.language)))
            .unwrap_or_default();
        Says::Concept { uri: cut(uri), label: cut(label), scheme: cut(scheme) }
    }
}

/// The class that an object without one is taken for.
fn expected(rule: Option<(Count, Range)>) -> Option<&'static str> {
    match rule?.1 {
        Range::Node(classes) => classes.first().copied(),
        _ => None,
    }
}

fn cut(text: &str) -> String {
    excerpt(text, SHOWN)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::read;

    const TEXT: &str = r#"{"id":"urn:credential:1","type":["VerifiableCredential","EuropeanDigitalCredential"],
        "x":1,"credentialSubject":{"id":"urn:p:1","type":"Person","fullName":{"cs":"Jan","en":"John"},
        "hasClaim":[{"id":"urn:a:1","type":"LearningAchievement","title":{"en":"One"}},
                    {"id":"urn:a:1","type":"LearningAchievement","title":{"en":"One"}}],
        "contactPoint":{"type":"ContactPoint"}},
        "displayParameter":{"id":"urn:d:1","type":"DisplayParameter","primaryLanguage":{"id":"http://publications.europa.eu/resource/authority/language/ENG","type":"Concept"}}}"#;

    fn explained(language: Language) -> Vec<ExplainedElement> {
        explain(&read(TEXT).unwrap(), language)
    }

    fn at(path: &str, elements: &[ExplainedElement]) -> ExplainedElement {
        elements.iter().find(|element| element.path == path).unwrap().clone()
    }

    #[test]
    fn each_element_has_its_place_rule_item_and_value() {
        let elements = explained(Language::Cs);
        let name = at("$.credentialSubject.fullName", &elements);
        assert_eq!((name.says, name.annex), (Says::Text("Jan".into()), Some(AnnexItem::Holder)));
        assert_eq!(name.owner, "Person");
        assert!(matches!(name.rule, Some((Count { max: 1, .. }, Range::Words(_)))));
        let title = at("$.credentialSubject.hasClaim[0].title", &elements);
        assert_eq!((title.says, title.annex), (Says::Text("One".into()), Some(AnnexItem::Title)));
        assert_eq!(at("$.x", &elements).rule, None);
        assert_eq!(at("$.id", &elements).annex, Some(AnnexItem::Identifier));
    }

    #[test]
    fn what_is_repeated_is_explained_once() {
        let elements = explained(Language::En);
        let again = Says::Again { class: "LearningAchievement".into(), path: "$.credentialSubject.hasClaim[0]".into() };
        assert_eq!(at("$.credentialSubject.hasClaim[1]", &elements).says, again);
        assert!(!elements.iter().any(|element| element.path.starts_with("$.credentialSubject.hasClaim[1].")));
    }

    #[test]
    fn a_code_without_label_gets_that_of_our_list() {
        let says = at("$.displayParameter.primaryLanguage", &explained(Language::Cs)).says;
        let Says::Concept { label, .. } = says else { unreachable!() };
        assert_eq!(label, "angličtina");
    }
}
