//! Everything a credential says, without loss: a tree of things, each with its fields in the order of the file.
//!
//! The tables of [`crate::profile`] say what each member of each class holds, so every element of the profile is read by what it is:
//! words by language, concepts of lists, moments, durations, things inside things. What is misspelt by the contexts or by the EU's own
//! software is read as what it was meant to be ([`crate::profile::spelling`]). Whatever fits nowhere is kept and reported as a [`Stray`]. One or many,
//! missing types and bare identifiers are all understood; identifiers are followed within limits, and never back up the path.

mod concept;
mod duration;
mod file;
mod moment;
mod stray;
mod walk;
mod words;

pub use concept::ConceptView;
pub use duration::{DurationView, Unit};
pub use file::{MAX_FILE, MediaFile};
pub use moment::Moment;
pub use stray::Stray;
pub use words::{Wording, Words};

use serde::Serialize;

use crate::json::Value;
use crate::{Credential, PropertyName};

/// Things after which reading stops: fifty times what the richest credential seen holds.
pub const MAX_THINGS: usize = 20_000;
/// Identifiers that are followed to what stands elsewhere in the file.
pub const MAX_FOLLOWED: usize = 1_000;
/// Bytes of the file that following identifiers may say again.
pub const MAX_FOLLOWED_BYTES: usize = 16 << 20;
/// Things inside each other up to which identifiers are followed.
pub const MAX_DEPTH: usize = 80;
/// Members that have no place and are listed.
pub const MAX_STRAYS: usize = 500;

/// Everything a credential says.
#[derive(Clone, Debug, Serialize)]
pub struct Whole<'a> {
    /// The credential itself.
    pub root: Thing<'a>,
    /// Members that have no place in the profile, in the order of the file.
    pub strays: Vec<Stray<'a>>,
    /// Whether all of it was read: `false` when it is larger than our limits.
    pub complete: bool,
}

/// An object of a class of the profile: a person, an achievement, an address …
#[derive(Clone, Debug, Serialize)]
pub struct Thing<'a> {
    /// Name of the class, as it says or as its members show.
    pub class: &'a str,
    /// Its identifier.
    pub id: Option<&'a str>,
    /// Its fields, in the order of the file. Each member stands once.
    pub fields: Vec<Field<'a>>,
    #[serde(skip)]
    value: Value<'a>,
}

/// A member with what it holds.
#[derive(Clone, Debug, Serialize)]
pub struct Field<'a> {
    /// The property, whatever its spelling in the file.
    pub member: PropertyName,
    /// One or many.
    pub contents: Vec<Content<'a>>,
}

/// What a member holds.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Content<'a> {
    /// Texts by language.
    Words(Words<'a>),
    /// A text, a number or a truth value, as written.
    Text(&'a str),
    /// A URI.
    Address(&'a str),
    /// A date or a date and time.
    Moment(Moment<'a>),
    /// A length of time.
    Duration(DurationView<'a>),
    /// A member of a list.
    Concept(ConceptView<'a>),
    /// Something with fields of its own.
    Thing(Thing<'a>),
    /// What stands on the path to here already: only its identifier.
    Again(&'a str),
}

impl<'a> Thing<'a> {
    /// What a member holds; nothing when it is not there.
    pub fn contents(&self, member: PropertyName) -> &[Content<'a>] {
        self.fields.iter().find(|field| field.member == member).map_or(&[], |field| &field.contents)
    }

    /// The things a member holds.
    pub fn things(&self, member: PropertyName) -> impl Iterator<Item = &Thing<'a>> {
        self.contents(member).iter().filter_map(Content::thing)
    }

    /// The first texts by language of a member.
    pub fn words(&self, member: PropertyName) -> Option<&Words<'a>> {
        self.contents(member).iter().find_map(|content| match content {
            Content::Words(words) => Some(words),
            _ => None,
        })
    }

    /// The first plain text, number or URI of a member.
    pub fn text(&self, member: PropertyName) -> Option<&'a str> {
        self.contents(member).iter().find_map(|content| match content {
            Content::Text(text) | Content::Address(text) => Some(*text),
            _ => None,
        })
    }

    /// Says it the same as another thing of the same file?
    pub fn same(&self, other: &Thing<'a>) -> bool {
        self.value.index() == other.value.index() || self.value.same(other.value)
    }

    /// A digest of what it says: things that are the [same](Thing::same) have the same one, others hardly ever.
    pub fn fingerprint(&self) -> u64 {
        self.value.fingerprint()
    }
}

impl<'a> Content<'a> {
    /// The thing it is.
    pub fn thing(&self) -> Option<&Thing<'a>> {
        match self {
            Content::Thing(thing) => Some(thing),
            _ => None,
        }
    }
}

impl Credential {
    /// Everything it says.
    pub fn whole(&self) -> Whole<'_> {
        walk::read(self)
    }
}
