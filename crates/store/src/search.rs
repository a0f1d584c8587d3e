//! Finding credentials in an institution's register. Each kind of question has its own statement, which begins where the
//! fewest rows are: none goes through the register.

mod filter;
mod way;

use std::fmt;

use signet_record::PersonId;

pub use self::filter::{SearchFilter, SearchedState};
use self::way::{FoundPlace, WORDS_MAX, Way, WordRange, identifiers};
use crate::batch::BatchId;
use crate::beginnings::beginnings;
use crate::credential::StoredCredential;
use crate::cursor::{Cursor, PAGE_ROWS_MAX, Page};
use crate::error::StoreError;
use crate::statement::{Statement, sql};
use crate::tenant::Tenant;

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
    fn range(&self) -> WordRange {
        match self.0.split_last() {
            None => WordRange { low: vec![0], high: vec![0xff], beginnings: 0 },
            Some((last, before)) => {
                let mut low = before.to_vec();
                let mut high = before.to_vec();
                low.push(*last);
                high.push(last.saturating_add(1));
                WordRange { low, high, beginnings: beginnings(&self.0) }
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

/// What to look for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Search {
    /// Every credential.
    #[default]
    All,
    /// Those that came with this batch.
    Batch(BatchId),
    /// Those of whoever has this address, whatever letters are capital. Only a whole address counts.
    Email(String),
    /// By the identifier or its beginning, with or without `urn:credential:` and hyphens.
    Identifier(String),
    /// Words of the name, in any order; the first three count.
    Name(Vec<NamePrefix>),
    /// Those of the person with this number.
    Person(PersonId),
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
    pub rows: Vec<StoredCredential>,
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

/// A registrar who sees more than this looks for something narrower; counting on costs more than the page itself.
const COUNTED_MAX: u64 = 1_000;

/// Bearers of a word are counted no further: of several words the rarest is where to begin, and which of two common ones is
/// rarer does not matter.
const BEARERS_MAX: i64 = 20_000;

impl Tenant {
    /// Credentials that fit, in the order of their holders' sort keys; who is searched for by name, by the word that fits
    /// first. At most 500 a page.
    pub async fn search(&self, search: &Search, seek: &Seek, limit: u32) -> Result<Results, StoreError> {
        self.search_within(search, &SearchFilter::default(), seek, limit).await
    }

    /// Of the credentials that [`search`](Tenant::search) finds, those that the filter lets through. Where nothing but a filter is given, the
    /// newest come first; those of one run of a unit, and of a batch, in the order of their holders.
    pub async fn search_within(
        &self,
        search: &Search,
        filter: &SearchFilter,
        seek: &Seek,
        limit: u32,
    ) -> Result<Results, StoreError> {
        let limit = limit.clamp(1, PAGE_ROWS_MAX);
        let filter = filter.with(search);
        let Some(way) = self.way(search, &filter).await? else {
            return Ok(Results { rows: Vec::new(), previous: None, next: None });
        };
        let (statement, from, far_end) = match seek {
            Seek::First => (way.forward(), way.beginning(&filter), filter.from()),
            Seek::After(cursor) => (way.forward(), way.at(cursor, &filter), filter.from()),
            Seek::Before(cursor) => (way.back(), way.at(cursor, &filter), filter.until()),
        };
        let statement = filter.bind(self.begin(statement, &from, i64::from(limit) + 1));
        let rows = way.bind(statement, from, far_end).rows(&self.pools.search).await?;
        let mut found = Vec::with_capacity(rows.len());
        for row in &rows {
            found.push((way.place(row)?, StoredCredential::read(row)?));
        }
        let cursor = |(place, _): &(FoundPlace, StoredCredential)| place.cursor();
        let mut page = Page::of(found, limit, cursor);
        let (previous, next) = match seek {
            Seek::First => (None, page.next),
            Seek::After(_) => (page.rows.first().map(cursor), page.next),
            Seek::Before(_) => {
                page.rows.reverse();
                (page.next, page.rows.last().map(cursor))
            }
        };
        Ok(Results { rows: page.rows.into_iter().map(|(_, credential)| credential).collect(), previous, next })
    }

    /// How many credentials fit, on all pages together. Those of the whole institution are counted beforehand.
    pub async fn count(&self, search: &Search) -> Result<Total, StoreError> {
        self.count_within(search, &SearchFilter::default()).await
    }

    /// The same of what the filter lets through.
    pub async fn count_within(&self, search: &Search, filter: &SearchFilter) -> Result<Total, StoreError> {
        let filter = filter.with(search);
        let Some(way) = self.way(search, &filter).await? else { return Ok(Total::Exactly(0)) };
        let Some(statement) = way.count() else {
            return Ok(Total::Exactly(self.progress(None).await?.total()));
        };
        let limit = i64::try_from(COUNTED_MAX.saturating_add(1)).unwrap_or(i64::MAX);
        let from = way.beginning(&filter);
        let statement = filter.bind(self.begin(statement, &from, limit));
        let row = way.bind(statement, from, filter.from()).row(&self.pools.search).await?;
        let counted = row.map(|row| row.number::<u64>("total")).transpose()?.unwrap_or_default();
        Ok(if counted > COUNTED_MAX { Total::MoreThan(COUNTED_MAX) } else { Total::Exactly(counted) })
    }

    fn begin(&self, statement: Statement, from: &FoundPlace, limit: i64) -> Statement {
        statement.bind(self.institution.as_str().to_owned()).bind(from.id.clone()).bind(limit)
    }

    /// The way that passes the fewest rows; `None` when nothing can fit.
    async fn way(&self, search: &Search, filter: &SearchFilter) -> Result<Option<Way>, StoreError> {
        Ok(match search {
            Search::All | Search::Batch(_) => Some(Way::by_filter(filter)),
            Search::Email(address) => Some(Way::Email(address.to_lowercase())),
            Search::Identifier(beginning) => identifiers(beginning).map(|(from, to)| Way::Identifiers(from, to)),
            Search::Name(words) => {
                let mut words = self.rarest_first(words).await?.into_iter();
                Some(words.next().map_or_else(|| Way::by_filter(filter), |first| Way::Named(first, words.collect())))
            }
            Search::Person(person) => Some(Way::Person(person.clone())),
        })
    }

    async fn rarest_first(&self, words: &[NamePrefix]) -> Result<Vec<WordRange>, StoreError> {
        let words = words.iter().take(WORDS_MAX).map(NamePrefix::range);
        if words.len() < 2 {
            return Ok(words.collect());
        }
        let mut counted = Vec::with_capacity(words.len());
        for word in words {
            counted.push((self.bearers(&word).await?, word));
        }
        counted.sort();
        Ok(counted.into_iter().map(|(_, word)| word).collect())
    }

    async fn bearers(&self, word: &WordRange) -> Result<i64, StoreError> {
        let row = sql!("word_count")
            .bind(self.institution.as_str())
            .bind(word.low.clone())
            .bind(word.high.clone())
            .bind(BEARERS_MAX)
            .row(&self.pools.search)
            .await?;
        row.map_or(Ok(0), |row| row.number("many"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_is_a_range() {
        let range = |prefix: &str| NamePrefix::new(prefix).range();
        assert_eq!((range("").low, range("").high, range("").beginnings), (vec![0], vec![0xff], 0));
        assert_eq!((range("no").low, range("no").high), (b"no".to_vec(), b"np".to_vec()));
        assert_eq!(range("no").beginnings, beginnings(b"no"));
    }
}
