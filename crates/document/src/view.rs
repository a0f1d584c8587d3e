//! What the layout reads (`/data.json`): every word, number and colour of the document, ready to print.

use serde::Serialize;
use signet_lang::Locale;
use signet_record::{Bilingual, Language};

/// A text in both languages, as it will be printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Pair {
    pub cs: String,
    pub en: String,
}

impl Pair {
    /// The sentence in each language.
    pub fn says(sentence: impl Fn(Locale) -> String) -> Pair {
        Pair { cs: bound(&sentence(Locale::new(Language::Cs))), en: sentence(Locale::new(Language::En)) }
    }

    /// A text that reads the same in both languages: a name, a code, an address.
    pub fn same(text: impl Into<String>) -> Pair {
        let text = text.into();
        Pair { cs: text.clone(), en: text }
    }
}

impl From<&Bilingual> for Pair {
    fn from(text: &Bilingual) -> Pair {
        Pair { cs: bound(text.text(Language::Cs)), en: text.text(Language::En).to_owned() }
    }
}

/// Czech text whose one-letter prepositions and conjunctions stay with the next word.
fn bound(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut word = 0;
    let mut only = ' ';
    for letter in text.chars() {
        if letter == ' ' && word == 1 && "kKsSvVzZoOuUaAiI".contains(only) {
            out.push('\u{a0}');
        } else {
            out.push(letter);
        }
        // An opening bracket or quotation mark before the letter does not make the word longer.
        if letter.is_whitespace() {
            word = 0;
        } else if !matches!(letter, '(' | '„' | '‚' | '«' | '"') {
            word += 1;
            only = letter;
        }
    }
    out
}

/// A label and what stands under or beside it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Fact {
    pub label: Pair,
    pub value: Pair,
}

/// The whole document.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    pub title: String,
    pub author: String,
    pub description: String,
    /// What the attached credential is, for the list of attachments.
    pub attachment: String,
    pub colour: Colours,
    pub logo: Option<Logo>,
    pub test: Option<Pair>,
    /// "page {page} of {pages}", with just these places to fill in.
    pub page: Pair,
    pub identifier_label: Pair,
    pub identifier: String,
    pub certificate: Certificate,
    pub supplement: Supplement,
}

/// The institution's colour for lines, and the same one dark enough for text.
#[derive(Debug, Serialize)]
pub(crate) struct Colours {
    pub accent: String,
    pub ink: String,
}

/// Where the layout finds the logo: its path says which of the two formats it has.
pub(crate) const LOGO_SVG: &str = "/logo.svg";
pub(crate) const LOGO_PNG: &str = "/logo.png";

/// Where the layout finds the logo, and what it shows.
#[derive(Debug, Serialize)]
pub(crate) struct Logo {
    pub path: &'static str,
    pub alt: String,
}

/// Part 1.
#[derive(Debug, Serialize)]
pub(crate) struct Certificate {
    /// Whether all of it surely fits the page at full size.
    pub short: bool,
    pub institution: Pair,
    pub faculty: Option<Pair>,
    pub seat: String,
    pub heading: Pair,
    pub certifies: Pair,
    pub holder: String,
    /// Date and, where known, place of birth.
    pub birth: Vec<Fact>,
    pub awarded: Pair,
    pub title: Pair,
    /// Volume and level.
    pub measures: Vec<Fact>,
    pub legal_basis: Option<Pair>,
    /// Place and date of issue.
    pub issued: Fact,
    pub sealed: Fact,
}

/// Part 2.
#[derive(Debug, Serialize)]
pub(crate) struct Supplement {
    pub heading: Pair,
    pub introduction: Pair,
    pub running_head: String,
    pub items: Vec<Item>,
    pub note: Pair,
}

/// One item of the supplement.
#[derive(Debug, Serialize)]
pub(crate) struct Item {
    pub label: Pair,
    /// Its number in Annex I, where it has one: `M6`, `O`.
    pub annex: Option<String>,
    pub values: Vec<Entry>,
    /// Whether it may continue on the next page.
    pub breaks: bool,
}

/// One value of an item; the layout has a function for each kind.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(crate) enum Entry {
    /// Running text.
    Text(Pair),
    /// The value that matters most in its item.
    Lead(Pair),
    /// A person's name, the same in both languages.
    Name {
        text: String,
    },
    Fact(Fact),
    /// Learning outcomes of one kind, as a table with one column for each language.
    Outcomes {
        heading: Pair,
        rows: Vec<OutcomeRow>,
    },
    /// Courses of a set, as a table.
    Parts {
        code: Pair,
        title: Pair,
        credits: Pair,
        rows: Vec<PartRow>,
    },
    /// A public web page.
    Web {
        label: Pair,
        url: String,
    },
    /// An identifier, to be read letter by letter.
    Code {
        label: Pair,
        value: String,
    },
    /// The document's own link and its QR code.
    Access {
        url: String,
        alt: String,
        explanation: Pair,
    },
}

impl Entry {
    /// A labelled value.
    pub fn fact(label: impl Fn(Locale) -> String, value: Pair) -> Entry {
        Entry::Fact(Fact { label: Pair::says(label), value })
    }

    /// About how many characters it takes; a row of a table counts as a long line.
    pub fn length(&self) -> usize {
        const ROW: usize = 150;
        match self {
            Entry::Text(pair) | Entry::Lead(pair) | Entry::Fact(Fact { value: pair, .. }) => {
                pair.cs.len() + pair.en.len()
            }
            Entry::Outcomes { rows, .. } => 2 * ROW + rows.len() * 2 * ROW,
            Entry::Parts { rows, .. } => ROW + rows.len() * ROW,
            Entry::Name { .. } | Entry::Web { .. } | Entry::Code { .. } => ROW,
            Entry::Access { explanation, .. } => explanation.cs.len() + explanation.en.len(),
        }
    }
}

/// One learning outcome.
#[derive(Debug, Serialize)]
pub(crate) struct OutcomeRow {
    pub text: Pair,
    pub skills: Vec<Skill>,
}

/// A skill of the ESCO classification that an outcome leads to.
#[derive(Debug, Serialize)]
pub(crate) struct Skill {
    pub uri: String,
    pub label: Pair,
}

/// One course of a set.
#[derive(Debug, Serialize)]
pub(crate) struct PartRow {
    pub code: String,
    pub title: Pair,
    pub credits: Pair,
}

#[cfg(test)]
mod tests {
    use super::bound;

    #[test]
    fn one_letter_words_stay_with_the_next() {
        assert_eq!(bound("Základy ekonometrie v systému R"), "Základy ekonometrie v\u{a0}systému R");
        assert_eq!(bound("(v Brně) a i tak"), "(v\u{a0}Brně) a\u{a0}i\u{a0}tak");
        assert_eq!(bound("R je jazyk; C a D"), "R je jazyk; C a\u{a0}D");
    }
}
