//! People as their institution knows them.

use std::fmt;

use signet_record::{Country, Email, Holder, HolderFields, Line, PersonId, Timestamp};
use sqlx::{Any, Transaction};

use crate::beginnings::beginnings;
use crate::error::StoreError;
use crate::notice::{LetterNames, NewNotice, NoticeKind};
use crate::statement::{Row, Statement, commit, sql};
use crate::tenant::Tenant;

/// Keys by which a name is sorted and found. Engines do not agree on Czech, so the caller makes them.
#[derive(Clone, PartialEq, Eq)]
pub struct NameKeys {
    sort: Vec<u8>,
    words: Vec<Vec<u8>>,
}

impl NameKeys {
    /// Longest key, in bytes; longer ones are cut.
    const BYTES_MAX: usize = 512;

    /// Most words of a name that are searched.
    const WORDS_MAX: usize = 16;

    /// `sort`: a collation key, compared byte by byte. `words`: every word of the name, folded (lower case, no accents) as
    /// the caller will also fold what is searched for.
    pub fn new<'a>(sort: &[u8], words: impl IntoIterator<Item = &'a str>) -> NameKeys {
        let cut = |bytes: &[u8]| bytes.iter().take(NameKeys::BYTES_MAX).copied().collect::<Vec<u8>>();
        let mut words: Vec<Vec<u8>> =
            words.into_iter().take(NameKeys::WORDS_MAX).map(|word| cut(word.as_bytes())).collect();
        words.retain(|word| !word.is_empty());
        words.sort();
        words.dedup();
        if words.is_empty() {
            // A name of no letters is still found by an empty search.
            words.push(vec![b'?']);
        }
        NameKeys { sort: cut(sort), words }
    }
}

/// Keys betray names.
impl fmt::Debug for NameKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NameKeys(…)")
    }
}

/// The person columns of a row, with the id in column `id`.
pub(crate) fn read(row: &Row, id: &'static str) -> Result<Holder, StoreError> {
    let fields = HolderFields {
        person: row.parse(id)?,
        given_name: line(row, "given_name")?,
        family_name: line(row, "family_name")?,
        titles_before: line(row, "titles_before")?,
        titles_after: line(row, "titles_after")?,
        born: row.parse("born")?,
        birth_place: line(row, "birth_place")?,
        birth_country: row.code_if("birth_country", |code| Country::new(code).ok())?,
        email: row.code_if("email", |email| Email::new(email).ok())?,
    };
    row.fits("family_name", Holder::new(fields))
}

fn line(row: &Row, column: &'static str) -> Result<Option<Line>, StoreError> {
    row.code_if(column, |text| Line::new(text).ok())
}

/// Binds who somebody is, and what they are sorted by, in the order in which every statement about them takes it.
pub(crate) fn bind_details(statement: Statement, holder: &Holder, sort_key: &[u8]) -> Statement {
    statement
        .bind(holder.given_name.as_ref().map(ToString::to_string))
        .bind(holder.family_name.as_ref().map(ToString::to_string))
        .bind(holder.titles_before.as_ref().map(ToString::to_string))
        .bind(holder.titles_after.as_ref().map(ToString::to_string))
        .bind_text(holder.born)
        .bind(holder.birth_place.as_ref().map(ToString::to_string))
        .bind(holder.birth_country.map(|country| country.code().to_owned()))
        .bind(holder.email.as_ref().map(ToString::to_string))
        .bind(sort_key)
}

impl Tenant {
    /// Keeps people, or what has changed about them, in one transaction. Of two rows about one person the later stays.
    /// Where there are names for letters, whoever has another address than before is told of it at both.
    pub async fn put_people(
        &self,
        people: &[(&Holder, NameKeys)],
        now: Timestamp,
        letters: Option<LetterNames<'_>>,
    ) -> Result<(), StoreError> {
        let mut people: Vec<_> = people.iter().collect();
        // Two sheets of the same people would else wait for each other in a circle: everybody locks the rows in one order.
        people.sort_by(|(one, _), (other, _)| one.person.cmp(&other.person));
        let mut transaction = self.pools.begin().await?;
        for (holder, keys) in people {
            if let (Some(name), Some(email)) = (letters, &holder.email) {
                self.tell_of_address(&mut transaction, (&holder.person, email), now, name).await?;
            }
            self.put_person_in(&mut transaction, holder, keys, now).await?;
        }
        commit(transaction).await
    }

    /// Tells a person at the address that stands in the register, and at the one that is to stand there, that it changes. The letters are about the
    /// newest of their credentials: whoever has none was written to about nothing.
    async fn tell_of_address(
        &self,
        transaction: &mut Transaction<'static, Any>,
        (person, email): (&PersonId, &Email),
        at: Timestamp,
        name: LetterNames<'_>,
    ) -> Result<(), StoreError> {
        let known = sql!("person_get").bind(self.institution.as_str().to_owned()).bind(person.as_str().to_owned());
        let Some(row) = known.row(&mut **transaction).await? else { return Ok(()) };
        let Some(before) = row.code_if("email", |email| Email::new(email).ok())? else { return Ok(()) };
        if before.as_str().eq_ignore_ascii_case(email.as_str()) {
            return Ok(());
        }
        let newest = sql!("credential_newest_of_person").bind(self.institution.as_str().to_owned());
        let newest = newest.bind(person.as_str().to_owned()).row(&mut **transaction).await?;
        let Some(credential) = newest.map(|row| row.parse("id")).transpose()? else { return Ok(()) };
        for (kind, address) in [(NoticeKind::AddressBefore, Some(before)), (NoticeKind::AddressChanged, None)] {
            self.put_notice_in(transaction, &NewNotice { id: name(), kind, credential, at, address }).await?;
        }
        Ok(())
    }

    async fn put_person_in(
        &self,
        transaction: &mut Transaction<'static, Any>,
        holder: &Holder,
        keys: &NameKeys,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let institution = self.institution.as_str();
        let put = sql!("person_put").bind(institution).bind(holder.person.as_str());
        bind_details(put, holder, &keys.sort).bind_time(now).run(&mut **transaction).await?;
        sql!("person_word_clear").bind(institution).bind(holder.person.as_str()).run(&mut **transaction).await?;
        let all = keys.words.iter().fold(0, |all, word| all | beginnings(word));
        for word in &keys.words {
            sql!("person_word_put")
                .bind(institution)
                .bind(holder.person.as_str())
                .bind(word.as_slice())
                .bind(keys.sort.as_slice())
                .bind(all)
                .run(&mut **transaction)
                .await?;
        }
        Ok(())
    }

    /// One person.
    pub async fn person(&self, person: &PersonId) -> Result<Option<Holder>, StoreError> {
        let row =
            sql!("person_get").bind(self.institution.as_str()).bind(person.as_str()).row(&self.pools.read).await?;
        row.as_ref().map(|row| read(row, "id")).transpose()
    }
}
