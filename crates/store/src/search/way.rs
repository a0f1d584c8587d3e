//! Ways through the register to what is searched for, and places on them.

use crate::batch::BatchId;
use crate::cursor::Cursor;
use crate::error::StoreError;
use crate::statement::{Row, Statement, sql};

/// Words of a name that count.
pub(super) const WORDS_MAX: usize = 3;

/// Words that begin alike.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct WordRange {
    /// The first that may.
    pub low: Vec<u8>,
    /// The first after the last one.
    pub high: Vec<u8>,
    /// What they begin with, as bits.
    pub beginnings: i64,
}

/// Ways to the credentials that fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Everybody in their order.
    All,
    Batch(BatchId),
    /// Identifiers from the one to the other, both included.
    Identifiers(String, String),
    /// The bearers of the first word, of these the ones who bear the others too.
    Named(WordRange, Vec<WordRange>),
}

/// A place in what was found: the word by which a row was found (its sort key, where it was not by a word), its sort key, and
/// its identifier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct FoundPlace {
    pub word: Vec<u8>,
    pub key: Vec<u8>,
    pub id: String,
}

impl FoundPlace {
    pub fn of(row: &Row) -> Result<FoundPlace, StoreError> {
        Ok(FoundPlace { word: row.bytes("found_word")?, key: row.bytes("found_key")?, id: row.text("id")? })
    }

    /// Both keys in one, the word's length before it: two bytes, most significant first.
    pub fn cursor(&self) -> Cursor {
        let length = u16::try_from(self.word.len()).unwrap_or(u16::MAX);
        let key = [length.to_be_bytes().as_slice(), self.word.as_slice(), self.key.as_slice()].concat();
        Cursor { key, id: self.id.clone() }
    }

    /// The place that a cursor names; a cursor of something else is the beginning.
    pub fn at(cursor: &Cursor) -> FoundPlace {
        let split = || {
            let (length, keys) = cursor.key.split_first_chunk::<2>()?;
            keys.split_at_checked(usize::from(u16::from_be_bytes(*length)))
        };
        let (word, key) = split().unwrap_or_default();
        FoundPlace { word: word.to_vec(), key: key.to_vec(), id: cursor.id.clone() }
    }
}

impl Way {
    /// The page after a place.
    pub fn forward(&self) -> Statement {
        match self {
            Way::All => sql!("credential_all", "forward"),
            Way::Batch(_) => sql!("credential_of_batch", "forward"),
            Way::Identifiers(..) => sql!("credential_identified", "forward"),
            Way::Named(..) => sql!("credential_named", "forward"),
        }
    }

    /// The page before a place.
    pub fn back(&self) -> Statement {
        match self {
            Way::All => sql!("credential_all", "back"),
            Way::Batch(_) => sql!("credential_of_batch", "back"),
            Way::Identifiers(..) => sql!("credential_identified", "back"),
            Way::Named(..) => sql!("credential_named", "back"),
        }
    }

    /// How many there are from a place on; `None` where they are counted beforehand.
    pub fn count(&self) -> Option<Statement> {
        match self {
            Way::All => None,
            Way::Batch(_) => Some(sql!("credential_of_batch", "count")),
            Way::Identifiers(..) => Some(sql!("credential_identified", "count")),
            Way::Named(..) => Some(sql!("credential_named", "count")),
        }
    }

    /// Where it begins.
    pub fn beginning(&self) -> FoundPlace {
        match self {
            // An index is entered by the place, and only then held against the words.
            Way::Named(first, _) => FoundPlace { word: first.low.clone(), ..FoundPlace::default() },
            Way::All | Way::Batch(_) | Way::Identifiers(..) => FoundPlace::default(),
        }
    }

    /// Binds the values from the sixth on.
    pub fn bind(&self, statement: Statement) -> Statement {
        match self {
            Way::All => statement,
            Way::Batch(batch) => statement.bind_text(batch),
            Way::Identifiers(from, to) => statement.bind(from.clone()).bind(to.clone()),
            Way::Named(first, others) => {
                let words = i64::try_from(others.len()).unwrap_or(i64::MAX).saturating_add(1);
                let mut statement = statement.bind(words).bind(first.low.clone()).bind(first.high.clone());
                for place in 0..WORDS_MAX - 1 {
                    let other = others.get(place).cloned().unwrap_or_default();
                    statement = statement.bind(other.low).bind(other.high);
                }
                statement.bind(others.iter().fold(0, |all, other| all | other.beginnings))
            }
        }
    }
}

/// The first and the last identifier that begin so; `None` when none can.
pub(super) fn identifiers(beginning: &str) -> Option<(String, String)> {
    let beginning = beginning.trim().to_ascii_lowercase();
    let bare = beginning.strip_prefix("urn:credential:").unwrap_or(&beginning);
    let digits: String = bare.chars().filter(|c| *c != '-').collect();
    if digits.len() > 32 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    // Whole identifiers on both sides: of these every collation makes the same order, of beginnings it may not.
    let filled = |digit: &str| {
        let all = digits.clone() + &digit.repeat(32 - digits.len());
        let part = |range: std::ops::Range<usize>| all.get(range).unwrap_or_default().to_owned();
        [part(0..8), part(8..12), part(12..16), part(16..20), part(20..32)].join("-")
    };
    Some((filled("0"), filled("f")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_comes_back_out_of_its_cursor() {
        let place = FoundPlace { word: b"nov".to_vec(), key: vec![0, 255, 7], id: String::from("a-b") };
        assert_eq!(FoundPlace::at(&place.cursor()), place);
        let other = Cursor { key: vec![9], id: String::from("a") };
        assert_eq!(FoundPlace::at(&other), FoundPlace { id: String::from("a"), ..FoundPlace::default() });
    }

    #[test]
    fn an_identifier_is_taken_with_its_urn_and_without() {
        let whole = |text: &str| text.to_owned();
        let range = |from: &str, to: &str| Some((whole(from), whole(to)));
        let all = range("00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff");
        assert_eq!(identifiers(""), all);
        let part = range("0b2f0000-0000-0000-0000-000000000000", "0b2fffff-ffff-ffff-ffff-ffffffffffff");
        assert_eq!(identifiers(" URN:credential:0B2f "), part);
        let longer = range("0b2f2a52-6d00-0000-0000-000000000000", "0b2f2a52-6dff-ffff-ffff-ffffffffffff");
        assert_eq!(identifiers("0b2f2a52-6d"), longer);
        assert_eq!(identifiers("0b2f2a526d"), longer);
        for wrong in ["%", "0b2g", "č", &"0".repeat(33)] {
            assert_eq!(identifiers(wrong), None, "{wrong}");
        }
    }
}
