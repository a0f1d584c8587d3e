//! Finding credentials in an institution's register.

use std::fmt;

use signet_record::{RunId, Timestamp, UnitId};
use signet_registry::{Stage, Status};

use crate::batch::BatchId;
use crate::credential::Credential;
use crate::cursor::{Cursor, PAGE_ROWS_MAX, Page};
use crate::error::StoreError;
use crate::statement::{Statement, sql};
use crate::store::Tenant;

/// The beginning of a word of a name, folded as [`NameKeys`](crate::NameKeys) are.
#[derive(Clone, PartialEq, Eq)]
pub struct NamePrefix(Vec<u8>);

impl NamePrefix {
    /// Names with a word that begins with `folded`; at most 64 bytes count.
    pub fn new(folded: &str) -> NamePrefix {
        NamePrefix(folded.bytes().take(64).collect())
    }

    /// The half-open range of words that begin with the prefix. UTF-8 has no byte 0xff, so the last byte has a successor,
    /// and `[0]..[ff]` is every word.
    fn range(prefix: Option<&NamePrefix>) -> (Vec<u8>, Vec<u8>) {
        match prefix.and_then(|prefix| prefix.0.split_last()) {
            None => (vec![0], vec![0xff]),
            Some((last, before)) => {
                let mut low = before.to_vec();
                let mut high = before.to_vec();
                low.push(*last);
                high.push(last.saturating_add(1));
                (low, high)
            }
        }
    }
}

/// What is searched for is a name, or part of one.
impl fmt::Debug for NamePrefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NamePrefix(…)")
    }
}

/// What to look for; everything that is left open fits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// Words of the name, in any order; the first three count.
    pub name: Vec<NamePrefix>,
    /// The identifier or its beginning, with or without `urn:credential:`.
    pub identifier: Option<String>,
    /// Of this unit.
    pub unit: Option<UnitId>,
    /// Of this run.
    pub run: Option<RunId>,
    /// Of this batch.
    pub batch: Option<BatchId>,
    /// So far on their way.
    pub stage: Option<Stage>,
    /// That hold, or do not.
    pub status: Option<Status>,
    /// Dated at or after.
    pub from: Option<Timestamp>,
    /// Dated before.
    pub until: Option<Timestamp>,
}

impl Search {
    fn identifier(&self) -> String {
        let identifier = self.identifier.as_deref().unwrap_or_default().trim().to_ascii_lowercase();
        let bare = identifier.strip_prefix("urn:credential:").unwrap_or(&identifier);
        // One character that is in no identifier keeps hostile input from meaning "all".
        bare.chars().take(37).map(|c| if c.is_ascii_hexdigit() || c == '-' { c } else { '?' }).collect()
    }
}

/// Where a page of the results stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Seek {
    /// At the beginning.
    #[default]
    First,
    /// Right after this place.
    After(Cursor),
    /// Right before this place.
    Before(Cursor),
}

/// One page of what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Results {
    /// Its rows.
    pub rows: Vec<Credential>,
    /// Where the page before it ends; `None` when this is the first.
    pub previous: Option<Cursor>,
    /// Where the page after it begins; `None` when this is the last.
    pub next: Option<Cursor>,
}

/// How many were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Total {
    /// So many.
    Exactly(u64),
    /// More than so many: they were not counted to the end.
    MoreThan(u64),
}

/// A registrar who sees more than this looks for something narrower; counting a whole register costs more than the page itself.
const COUNTED_MAX: u64 = 10_000;

impl Tenant {
    /// Credentials that fit, in the order of their holders' sort keys; at most 500 a page.
    pub async fn search(&self, search: &Search, seek: &Seek, limit: u32) -> Result<Results, StoreError> {
        let limit = limit.clamp(1, PAGE_ROWS_MAX);
        let (statement, cursor) = match seek {
            Seek::First => (sql!("credential_search"), None),
            Seek::After(cursor) => (sql!("credential_search"), Some(cursor)),
            Seek::Before(cursor) => (sql!("credential_search_back"), Some(cursor)),
        };
        let (key, id) = cursor.map(|cursor| (cursor.key.clone(), cursor.id.clone())).unwrap_or_default();
        let statement = self.conditions(statement, search).bind(key).bind(id).bind(i64::from(limit) + 1);
        let rows = statement.rows(&self.pools.read).await?;
        let mut found = Vec::with_capacity(rows.len());
        for row in &rows {
            found.push((row.bytes("sort_key")?, Credential::read(row)?));
        }
        let place =
            |(key, credential): &(Vec<u8>, Credential)| Cursor { key: key.clone(), id: credential.id.to_string() };
        let mut page = Page::of(found, limit, place);
        let (previous, next) = match seek {
            Seek::First => (None, page.next),
            Seek::After(_) => (page.rows.first().map(place), page.next),
            Seek::Before(_) => {
                page.rows.reverse();
                (page.next, page.rows.last().map(place))
            }
        };
        Ok(Results { rows: page.rows.into_iter().map(|(_, credential)| credential).collect(), previous, next })
    }

    /// How many credentials fit, on all pages together.
    pub async fn count(&self, search: &Search) -> Result<Total, StoreError> {
        let statement = self.conditions(sql!("credential_count"), search);
        let limit = i64::try_from(COUNTED_MAX.saturating_add(1)).unwrap_or(i64::MAX);
        let row = statement.bind(limit).row(&self.pools.read).await?;
        let counted = row.map(|row| row.number::<u64>("total")).transpose()?.unwrap_or_default();
        Ok(if counted > COUNTED_MAX { Total::MoreThan(COUNTED_MAX) } else { Total::Exactly(counted) })
    }

    /// Binds the first fifteen values, which the three statements share.
    fn conditions(&self, statement: Statement, search: &Search) -> Statement {
        let mut statement = statement
            .bind(self.institution.as_str().to_owned())
            .bind(search.identifier())
            .bind(search.unit.as_ref().map_or("", UnitId::as_str).to_owned())
            .bind(search.run.as_ref().map_or("", RunId::as_str).to_owned())
            .bind(search.batch.map(|batch| batch.to_string()).unwrap_or_default())
            .bind(search.stage.map_or("", Stage::code))
            .bind(search.status.map_or("", Status::code))
            .bind(search.from.map_or(i64::MIN, |from| from.as_millisecond()))
            .bind(search.until.map_or(i64::MAX, |until| until.as_millisecond()));
        for word in 0..3 {
            let (low, high) = NamePrefix::range(search.name.get(word));
            statement = statement.bind(low).bind(high);
        }
        statement
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_is_a_range() {
        assert_eq!(NamePrefix::range(None), (vec![0], vec![0xff]));
        assert_eq!(NamePrefix::range(Some(&NamePrefix::new(""))), (vec![0], vec![0xff]));
        assert_eq!(NamePrefix::range(Some(&NamePrefix::new("no"))), (b"no".to_vec(), b"np".to_vec()));
    }

    #[test]
    fn an_identifier_is_taken_with_its_urn_and_without() {
        let of = |text: &str| Search { identifier: Some(text.to_owned()), ..Search::default() }.identifier();
        assert_eq!(of(" URN:credential:0B2f "), "0b2f");
        assert_eq!(of("%"), "?");
        assert_eq!(Search::default().identifier(), "");
    }
}
