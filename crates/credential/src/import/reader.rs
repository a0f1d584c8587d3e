//! Looking into a credential for what the record needs, and writing down what is not there.

use signet_record::{AnnexItem, Bilingual, Country, Flaw, Flaws, Language, Problem};

use crate::elm::{Address, Identifier, LangString, Literal, Location, Node, Note, Property};
use crate::note_subject::NoteSubject;
use crate::place;
use crate::vocabulary::Scheme;

use super::Gap;

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

    /// A value that must be there, made into one of the record.
    pub(super) fn made<F, T>(
        &mut self,
        path: &str,
        annex: AnnexItem,
        found: Option<F>,
        make: impl FnOnce(F) -> Result<T, Flaw>,
    ) -> Option<T> {
        let found = self.needed(path, annex, found)?;
        self.flaw(path, make(found))
    }

    /// Texts in both languages that must be there.
    pub(super) fn words<'a, T: Node<'a>>(
        &mut self,
        at: &At<T>,
        property: impl FnOnce(T) -> Property<'a, LangString<'a>>,
        annex: Option<AnnexItem>,
    ) -> Option<Bilingual> {
        let property = property(at.node);
        let path = at.path_of(property);
        let Some(words) = property.first().filter(|words| words.value().is_object()) else {
            self.missing(&path, annex);
            return None;
        };
        let [cs, en] = Language::ALL.map(|language| words.exact(language.code()));
        for (language, text) in Language::ALL.into_iter().zip([cs, en]) {
            if text.is_none() {
                self.gap(&path, annex, Problem::MissingLanguage(language));
            }
        }
        self.flaws(&path, Bilingual::new(cs?, en?))
    }

    /// Texts in both languages, if there are any at all.
    pub(super) fn maybe_words<'a, T: Node<'a>>(
        &mut self,
        at: &At<T>,
        property: impl Fn(T) -> Property<'a, LangString<'a>>,
        annex: Option<AnnexItem>,
    ) -> Option<Bilingual> {
        property(at.node).first()?;
        self.words(at, property, annex)
    }
}

/// A node and where it stands.
#[derive(Clone)]
pub(super) struct At<T> {
    pub(super) node: T,
    pub(super) path: String,
}

impl<'a, T: Node<'a>> At<T> {
    pub(super) fn new(node: T, path: impl Into<String>) -> Self {
        At { node, path: path.into() }
    }

    /// Place of a property.
    pub(super) fn path<U: Node<'a>>(&self, property: impl FnOnce(T) -> Property<'a, U>) -> String {
        self.path_of(property(self.node))
    }

    fn path_of<U: Node<'a>>(&self, property: Property<'a, U>) -> String {
        let mut path = self.path.clone();
        place::member(&mut path, property.name());
        path
    }

    /// Place of a property of what is missing itself (`specifiedBy.dcType`).
    pub(super) fn path_within<U: Node<'a>, V: Node<'a>>(
        &self,
        property: impl FnOnce(T) -> Property<'a, U>,
        inner: impl FnOnce(U) -> Property<'a, V>,
    ) -> String {
        // Only the name is asked for: whichever node it is asked of has the same one.
        let missing = At::new(U::of(self.node.value()), self.path(property));
        missing.path(inner)
    }

    /// The first of one or many.
    pub(super) fn first<U: Node<'a>>(&self, property: impl FnOnce(T) -> Property<'a, U>) -> Option<At<U>> {
        let property = property(self.node);
        Some(At { node: property.first()?, path: self.path_of(property) })
    }

    /// One or many, each with its place.
    pub(super) fn all<U: Node<'a>>(&self, property: impl FnOnce(T) -> Property<'a, U>) -> Vec<At<U>> {
        let property = property(self.node);
        let in_list = property.is_list();
        let at = |(index, node)| {
            let mut path = self.path_of(property);
            if in_list {
                place::element(&mut path, index);
            }
            At { node, path }
        };
        property.all().enumerate().map(at).collect()
    }
}

/// The text in one language of the first note about a subject.
pub(super) fn noted<'a>(notes: Property<'a, Note<'a>>, subject: NoteSubject, language: Language) -> Option<&'a str> {
    notes.on(subject).next()?.note_literal().first()?.exact(language.code())
}

/// The same in both languages.
pub(super) fn noted_words<'a>(notes: Property<'a, Note<'a>>, subject: NoteSubject) -> Option<Bilingual> {
    let words = notes.on(subject).next()?.note_literal().first()?;
    let [cs, en] = Language::ALL.map(|language| words.exact(language.code()));
    Bilingual::new(cs?, en?).ok()
}

/// The notation of the identifier with that scheme name.
pub(super) fn identifier<'a>(identifiers: Property<'a, Identifier<'a>>, scheme: &str) -> Option<&'a str> {
    identifiers.of_scheme(scheme).next()?.notation().text()
}

/// Whole hours of a duration `PT91H`.
pub(super) fn hours(duration: Property<'_, Literal<'_>>) -> Option<u32> {
    duration.text()?.strip_prefix("PT")?.strip_suffix('H')?.parse().ok()
}

/// The country of a place's first address; `path` is where it should stand, when there is no address.
pub(super) fn country<'a>(reader: &mut Reader, place: Option<&At<Location<'a>>>, path: &str) -> Option<Country> {
    let address = place.and_then(|place| place.first(Location::address));
    let code = address.as_ref().and_then(|address| address.node.country_code().code(Scheme::Country));
    let path = address.map_or_else(|| path.to_owned(), |address| address.path(Address::country_code));
    reader.made(&path, AnnexItem::Country, code, Country::new)
}
