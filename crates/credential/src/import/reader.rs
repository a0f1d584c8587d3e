//! Looking into a credential for what the record needs, and writing down what is not there.

use signet_record::{AnnexItem, Bilingual, Country, Date, Flaw, Flaws, Language, Problem};

use crate::json::Value;
use crate::node::identity;
use crate::place;
use crate::view::{SUBJECTS, Subject, exact};
use crate::vocabulary::Scheme;

use super::Gap;

pub(super) use crate::view::day;

/// Gathers gaps.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) gaps: Vec<Gap>,
}

impl Reader {
    pub(super) fn gap(&mut self, path: &str, annex: Option<AnnexItem>, problem: Problem) {
        self.gaps.push(Gap { path: path.to_owned(), annex, problem });
    }

    pub(super) fn missing(&mut self, path: &str, annex: Option<AnnexItem>) {
        self.gap(path, annex, Problem::Missing);
    }

    /// A value of the record, or a gap at that path.
    pub(super) fn flaw<T>(&mut self, path: &str, made: Result<T, Flaw>) -> Option<T> {
        self.flaws(path, made.map_err(Flaws::from))
    }

    pub(super) fn flaws<T>(&mut self, path: &str, made: Result<T, Flaws>) -> Option<T> {
        match made {
            Ok(value) => Some(value),
            Err(flaws) => {
                for flaw in flaws {
                    let at = if flaw.field.is_empty() { path.to_owned() } else { format!("{path} ({})", flaw.field) };
                    self.gap(&at, flaw.annex, flaw.problem);
                }
                None
            }
        }
    }

    /// A value that must be there.
    pub(super) fn needed<T>(&mut self, path: &str, annex: AnnexItem, found: Option<T>) -> Option<T> {
        if found.is_none() {
            self.missing(path, Some(annex));
        }
        found
    }

    /// Texts in both languages that must be there.
    pub(super) fn words(&mut self, at: &At<'_>, member: &str, annex: Option<AnnexItem>) -> Option<Bilingual> {
        let path = at.path(member);
        let Some(words) = at.value.first(member).filter(|words| words.is_object()) else {
            self.missing(&path, annex);
            return None;
        };
        let [cs, en] = Language::ALL.map(|language| exact(words, language.code()).unwrap_or_default());
        let mut whole = true;
        for (language, text) in Language::ALL.into_iter().zip([cs, en]) {
            if text.trim().is_empty() {
                self.gap(&path, annex, Problem::MissingLanguage(language));
                whole = false;
            }
        }
        if !whole {
            return None;
        }
        self.flaws(&path, Bilingual::new(cs, en))
    }

    /// Texts in both languages, if there are any at all.
    pub(super) fn maybe_words(&mut self, at: &At<'_>, member: &str, annex: Option<AnnexItem>) -> Option<Bilingual> {
        at.value.first(member)?;
        self.words(at, member, annex)
    }
}

/// A value and where it stands.
#[derive(Clone)]
pub(super) struct At<'a> {
    pub(super) value: Value<'a>,
    pub(super) path: String,
}

impl<'a> At<'a> {
    pub(super) fn new(value: Value<'a>, path: impl Into<String>) -> Self {
        At { value, path: path.into() }
    }

    /// Place of a member, or of a member's member (`specifiedBy.dcType`).
    pub(super) fn path(&self, member: &str) -> String {
        let mut path = self.path.clone();
        member.split('.').for_each(|name| place::member(&mut path, name));
        path
    }

    /// The first of one or many.
    pub(super) fn first(&self, member: &str) -> Option<At<'a>> {
        Some(At { value: self.value.first(member)?, path: self.path(member) })
    }

    /// One or many, each with its place.
    pub(super) fn all(&self, member: &str) -> Vec<At<'a>> {
        let values: Vec<Value<'a>> = self.value.all(member).collect();
        let listed = self.value.get(member).is_some_and(|value| value.kind() == crate::json::Kind::Array);
        let at = |(index, value)| {
            let mut path = self.path(member);
            if listed {
                place::element(&mut path, index);
            }
            At { value, path }
        };
        values.into_iter().enumerate().map(at).collect()
    }

    /// The code of a concept of a list.
    pub(super) fn code(&self, member: &str, scheme: Scheme) -> Option<&'a str> {
        code(self.value.first(member)?, scheme)
    }

    /// Texts of a note.
    pub(super) fn note(&self, reader: &mut Reader, annex: Option<AnnexItem>) -> Option<Bilingual> {
        reader.words(self, "noteLiteral", annex)
    }
}

/// The code of a concept.
pub(super) fn code(concept: Value<'_>, scheme: Scheme) -> Option<&str> {
    identity(concept).and_then(|uri| scheme.code(uri))
}

/// The texts of a note about a subject of ours.
#[derive(Clone, Copy)]
pub(super) struct Note<'a>(Value<'a>);

impl<'a> Note<'a> {
    pub(super) fn text(self, language: Language) -> Option<&'a str> {
        exact(self.0.first("noteLiteral")?, language.code())
    }

    pub(super) fn words(self) -> Option<Bilingual> {
        Bilingual::new(self.text(Language::Cs)?, self.text(Language::En)?).ok()
    }
}

/// The first note about a subject.
pub(super) fn noted(owner: Value<'_>, subject: Subject) -> Option<Note<'_>> {
    let about = |note: &Value<'_>| {
        let uri = note.first("subject").and_then(|subject| subject.string("id"));
        uri.and_then(|uri| uri.strip_prefix(SUBJECTS)) == Some(&format!(":{}", subject.code()))
    };
    owner.all("additionalNote").find(about).map(Note)
}

/// The notation of the identifier with that scheme name.
pub(super) fn identifier<'a>(owner: Value<'a>, scheme: &str) -> Option<&'a str> {
    let named = |one: &Value<'a>| one.string("schemeName") == Some(scheme);
    owner.all("identifier").find(named)?.string("notation")
}

/// Whole hours of a duration `PT91H`.
pub(super) fn hours(owner: Value<'_>, member: &str) -> Option<u32> {
    owner.string(member)?.strip_prefix("PT")?.strip_suffix('H')?.parse().ok()
}

/// The country of the first address of an organisation or place.
pub(super) fn country(reader: &mut Reader, owner: &At<'_>, location: &str) -> Option<Country> {
    let place = if location.is_empty() { Some(owner.clone()) } else { owner.first(location) };
    let address = place.and_then(|place| place.first("address"));
    let code = address.as_ref().and_then(|address| address.code("countryCode", Scheme::Country));
    let path = address.map_or_else(|| owner.path(location), |address| address.path("countryCode"));
    let code = reader.needed(&path, AnnexItem::Country, code)?;
    reader.flaw(&path, Country::new(code))
}

/// A day that may be there.
pub(super) fn maybe_day(owner: &At<'_>, member: &str) -> Option<Date> {
    day(owner.value, member)
}
