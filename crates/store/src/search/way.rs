//! Ways through the register to what is searched for, and places on them.

use signet_record::{PersonId, Timestamp};

use super::filter::{SearchFilter, SearchedState};
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
    /// The rows of a batch, in the order of their holders.
    Batch,
    /// Whoever has an address, in small letters.
    Email(String),
    /// Identifiers from the one to the other, both included.
    Identifiers(String, String),
    /// The bearers of the first word, of these the ones who bear the others too.
    Named(WordRange, Vec<WordRange>),
    /// By when they were proposed, the newest first.
    Newest(NewestOf),
    /// One person.
    Person(PersonId),
    /// One run of one unit, in the order of their holders.
    Run,
}

/// Of which credentials the newest come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NewestOf {
    All,
    /// Of what was revoked or replaced.
    NotValid,
    Run,
    Unit,
    /// Of what waits for its seal.
    Waiting,
}

/// A place in what was found: the word by which a row was found (its sort key, where it was not by a word; its time, where these make the order), its
/// sort key, and its identifier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct FoundPlace {
    pub word: Vec<u8>,
    pub key: Vec<u8>,
    pub id: String,
}

impl FoundPlace {
    /// Milliseconds as eight bytes, most significant first.
    fn of_time(at: Timestamp, id: String) -> FoundPlace {
        FoundPlace { word: at.as_millisecond().to_be_bytes().to_vec(), key: Vec::new(), id }
    }

    /// The milliseconds of such a place; `None` of a place in another order.
    fn time(&self) -> Option<i64> {
        self.word.as_slice().try_into().ok().map(i64::from_be_bytes)
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
    /// Where nothing but a filter is given: the condition that leaves the fewest rows.
    pub fn by_filter(filter: &SearchFilter) -> Way {
        match filter {
            SearchFilter { batch: Some(_), .. } => Way::Batch,
            SearchFilter { unit: Some(_), run: Some(_), .. } => Way::Run,
            SearchFilter { state: Some(SearchedState::Revoked | SearchedState::Superseded), .. } => {
                Way::Newest(NewestOf::NotValid)
            }
            SearchFilter { state: Some(SearchedState::Waiting), .. } => Way::Newest(NewestOf::Waiting),
            SearchFilter { run: Some(_), .. } => Way::Newest(NewestOf::Run),
            SearchFilter { unit: Some(_), .. } => Way::Newest(NewestOf::Unit),
            filter if *filter == SearchFilter::default() => Way::All,
            _ => Way::Newest(NewestOf::All),
        }
    }

    /// The page after a place.
    pub fn forward(&self) -> Statement {
        match self {
            Way::All => sql!("credential_all", "forward"),
            Way::Batch => sql!("credential_of_batch", "forward"),
            Way::Email(_) => sql!("credential_of_email", "forward"),
            Way::Identifiers(..) => sql!("credential_identified", "forward"),
            Way::Named(..) => sql!("credential_named", "forward"),
            Way::Newest(NewestOf::All) => sql!("credential_newest", "newest_forward"),
            Way::Newest(NewestOf::NotValid) => sql!("credential_newest_not_valid", "newest_forward"),
            Way::Newest(NewestOf::Run) => sql!("credential_newest_of_run", "newest_forward"),
            Way::Newest(NewestOf::Unit) => sql!("credential_newest_of_unit", "newest_forward"),
            Way::Newest(NewestOf::Waiting) => sql!("credential_newest_waiting", "newest_forward"),
            Way::Person(_) => sql!("credential_of_number", "forward"),
            Way::Run => sql!("credential_of_run", "forward"),
        }
    }

    /// The page before a place.
    pub fn back(&self) -> Statement {
        match self {
            Way::All => sql!("credential_all", "back"),
            Way::Batch => sql!("credential_of_batch", "back"),
            Way::Email(_) => sql!("credential_of_email", "back"),
            Way::Identifiers(..) => sql!("credential_identified", "back"),
            Way::Named(..) => sql!("credential_named", "back"),
            Way::Newest(NewestOf::All) => sql!("credential_newest", "newest_back"),
            Way::Newest(NewestOf::NotValid) => sql!("credential_newest_not_valid", "newest_back"),
            Way::Newest(NewestOf::Run) => sql!("credential_newest_of_run", "newest_back"),
            Way::Newest(NewestOf::Unit) => sql!("credential_newest_of_unit", "newest_back"),
            Way::Newest(NewestOf::Waiting) => sql!("credential_newest_waiting", "newest_back"),
            Way::Person(_) => sql!("credential_of_number", "back"),
            Way::Run => sql!("credential_of_run", "back"),
        }
    }

    /// How many there are from a place on; `None` where they are counted beforehand.
    pub fn count(&self) -> Option<Statement> {
        Some(match self {
            Way::All => return None,
            Way::Batch => sql!("credential_of_batch", "count"),
            Way::Email(_) => sql!("credential_of_email", "count"),
            Way::Identifiers(..) => sql!("credential_identified", "count"),
            Way::Named(..) => sql!("credential_named", "count"),
            Way::Newest(NewestOf::All) => sql!("credential_newest", "newest_count"),
            Way::Newest(NewestOf::NotValid) => sql!("credential_newest_not_valid", "newest_count"),
            Way::Newest(NewestOf::Run) => sql!("credential_newest_of_run", "newest_count"),
            Way::Newest(NewestOf::Unit) => sql!("credential_newest_of_unit", "newest_count"),
            Way::Newest(NewestOf::Waiting) => sql!("credential_newest_waiting", "newest_count"),
            Way::Person(_) => sql!("credential_of_number", "count"),
            Way::Run => sql!("credential_of_run", "count"),
        })
    }

    /// Where it begins.
    pub fn beginning(&self, filter: &SearchFilter) -> FoundPlace {
        match self {
            // An index is entered by the place, and only then held against the words.
            Way::Named(first, _) => FoundPlace { word: first.low.clone(), ..FoundPlace::default() },
            Way::Newest(_) => FoundPlace::of_time(filter.until(), String::new()),
            Way::All | Way::Batch | Way::Email(_) | Way::Identifiers(..) | Way::Person(_) | Way::Run => {
                FoundPlace::default()
            }
        }
    }

    /// The place that a cursor names; a cursor of another order is the beginning.
    pub fn at(&self, cursor: &Cursor, filter: &SearchFilter) -> FoundPlace {
        let place = FoundPlace::at(cursor);
        let is_of_this_order = !matches!(self, Way::Newest(_)) || place.time().is_some();
        if is_of_this_order { place } else { self.beginning(filter) }
    }

    /// The place of a row.
    pub fn place(&self, row: &Row) -> Result<FoundPlace, StoreError> {
        if matches!(self, Way::Newest(_)) {
            return Ok(FoundPlace::of_time(row.time("found_time")?, row.text("id")?));
        }
        Ok(FoundPlace { word: row.bytes("found_word")?, key: row.bytes("found_key")?, id: row.text("id")? })
    }

    /// Binds a place and what is looked for, the values from the eleventh on; what comes in the order of time ends at the far end of the period.
    pub fn bind(&self, statement: Statement, from: FoundPlace, far_end: Timestamp) -> Statement {
        if matches!(self, Way::Newest(_)) {
            return statement.bind(from.time().unwrap_or(i64::MAX)).bind_time(far_end);
        }
        let statement = statement.bind(from.word).bind(from.key);
        match self {
            Way::All | Way::Batch | Way::Newest(_) | Way::Run => statement,
            Way::Email(address) => statement.bind(address.clone()),
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
            Way::Person(person) => statement.bind(person.as_str().to_owned()),
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
        let at = Timestamp::from_millisecond(-7).unwrap_or_default();
        assert_eq!(FoundPlace::at(&FoundPlace::of_time(at, String::from("a")).cursor()).time(), Some(-7));
    }

    #[test]
    fn a_cursor_of_another_order_is_the_beginning() {
        let (way, filter) = (Way::Newest(NewestOf::All), SearchFilter::default());
        let other = FoundPlace { word: b"nov".to_vec(), key: vec![1], id: String::from("a-b") };
        assert_eq!(way.at(&other.cursor(), &filter), way.beginning(&filter));
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
