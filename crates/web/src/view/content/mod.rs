//! Everything that a credential says, as a page tells it: parts with headings, entries with lines, lines of pieces.
//!
//! What is described over and over in a file (organisations above all) is described once, and elsewhere only named with a link to it.
//! Nothing here is markup: pieces are plain values, and the template alone writes them.

mod bodies;
mod build;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod flood;
mod hidden;
mod line;
mod order;
mod picture;
mod small;

pub use hidden::is_further;
pub use picture::{first_page, sheet};

use askama::Template;
use signet_credential::Credential;
use signet_lang::Locale;

use super::ShownFields;

/// Most entries of a page; a credential with more is told to have more.
const ENTRIES: usize = 4_000;
/// Most lines of one entry.
const LINES: usize = 200;

/// Whether the pictures of the document stand in the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pictures {
    /// They do.
    Here,
    /// The page shows them already.
    Elsewhere,
}

/// Everything that a credential says.
#[derive(Clone, Debug)]
pub struct ContentView {
    /// Holder, claims, evidence, attachments, bodies, display, the file itself, and what has no place.
    pub parts: Vec<ContentPart>,
    /// Told when something is left out.
    pub notes: Vec<String>,
}

/// Something with a heading.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/content_part.html")]
pub struct ContentPart {
    /// Where links find it.
    pub id: Option<String>,
    /// Level of its heading, from 3.
    pub level: u8,
    /// What it is.
    pub label: String,
    /// What it is called.
    pub title: Vec<Piece>,
    /// A sentence about it.
    pub note: Option<String>,
    /// What is said of it.
    pub entries: Vec<EntryView>,
    /// What stands in it.
    pub parts: Vec<ContentPart>,
}

/// A label with what is said.
#[derive(Clone, Debug)]
pub struct EntryView {
    /// What it is.
    pub label: String,
    /// One or many.
    pub lines: Vec<LineView>,
}

/// One thing said, and what more is known of it.
#[derive(Clone, Debug, Default)]
pub struct LineView {
    /// The thing.
    pub pieces: Vec<Piece>,
    /// Its details: label and value.
    pub more: Vec<(String, Vec<Piece>)>,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Our own words, or a value without a language.
    Plain(String),
    /// A text of the file; with its language when that is not the page's.
    Words(String, Option<String>),
    /// A date or time: as people write it, and as the file does.
    Time(String, String),
    /// A way out: address, text and the text's language.
    Link(String, String, Option<String>),
    /// A way within the page: identifier, text and the text's language.
    Jump(String, String, Option<String>),
    /// A file to download: its bytes as an address, the name it is saved under, and the sentence of the link.
    File(String, String, String),
    /// A picture: its bytes as an address, what it shows in words, and whether it is a page of a document.
    Picture(String, String, bool),
}

impl ContentView {
    /// Everything that a credential says, in the reader's language.
    pub fn of(credential: &Credential, l: Locale, reveal: ShownFields, pictures: Pictures) -> Self {
        let whole = credential.whole();
        build::content(&whole, l, reveal, pictures)
    }
}

impl ContentPart {
    /// What it is called, as plain text.
    pub fn name(&self) -> String {
        let text = |piece: &Piece| match piece {
            Piece::Plain(text)
            | Piece::Words(text, _)
            | Piece::Time(text, _)
            | Piece::Link(_, text, _)
            | Piece::Jump(_, text, _) => text.clone(),
            Piece::File(..) | Piece::Picture(..) => String::new(),
        };
        self.title.iter().map(text).collect()
    }

    fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.parts.is_empty()
    }
}
