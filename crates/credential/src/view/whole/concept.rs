//! Members of lists.

use serde::Serialize;
use signet_record::Language;

use super::{Wording, Words};
use crate::vocabulary::Scheme;

/// A member of a list: of one of the EU's, of ESCO, or of somebody's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ConceptView<'a> {
    /// Its URI.
    pub uri: Option<&'a str>,
    /// What it is called.
    pub labels: Words<'a>,
    /// Its code. The EU's software writes the name of the list here.
    pub notation: Option<&'a str>,
    /// What it means.
    pub definitions: Words<'a>,
    /// URIs of its lists.
    pub lists: Vec<&'a str>,
}

impl<'a> ConceptView<'a> {
    /// The list that its URI belongs to, and its code there.
    pub fn listed(&self) -> Option<(Scheme, &'a str)> {
        Scheme::of_member(self.uri?)
    }

    /// Label: its own in the language asked for, else ours for its code, else its own in another language, else its code or URI.
    pub fn label(&self, language: Language) -> Option<Wording<'a>> {
        let own = self.labels.first(language);
        if own.is_some_and(|own| own.is_in(language.code())) {
            return own;
        }
        let known = self.listed().and_then(|(scheme, code)| scheme.label(code));
        let ours = known.map(|label| Wording { language: Some(language.code()), text: label.text(language) });
        let bare = || self.notation.or(self.listed().map(|(_, code)| code)).or(self.uri);
        ours.or(own).or_else(|| Some(Wording { language: None, text: bare()? }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_concept_is_called_by_the_best_name_there_is() {
        let words = |pairs: &[(&'static str, &'static str)]| {
            Words(pairs.iter().map(|(tag, text)| Wording { language: Some(tag), text }).collect())
        };
        let mode = Scheme::Mode.member("e92d221e4d");
        let concept = ConceptView { uri: Some(&mode), labels: words(&[("en", "Blended")]), ..ConceptView::default() };
        assert_eq!(concept.label(Language::En).map(|label| label.text), Some("Blended"));
        assert_eq!(concept.label(Language::Cs).map(|label| label.text), Some("Kombinovaná"));
        let german = ConceptView { labels: words(&[("de", "Gemischt")]), ..ConceptView::default() };
        assert_eq!(german.label(Language::Cs), Some(Wording { language: Some("de"), text: "Gemischt" }));
        let bare = ConceptView { uri: Some("urn:x:1"), ..ConceptView::default() };
        assert_eq!(bare.label(Language::Cs), Some(Wording { language: None, text: "urn:x:1" }));
    }
}
