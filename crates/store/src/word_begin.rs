//! The beginnings of words in rows of before: filled once, before the store is given out, some thousand words in a transaction.

use crate::beginnings::beginnings;
use crate::engine::{Engine, Pools};
use crate::error::StoreError;
use crate::filling;
use crate::statement::{commit, sql};

/// Words read at once, as the statement says too; of the last person there may be more.
const PAGE: usize = 4_000;

/// The setting that says that it is done.
const DONE: &str = "word-beginnings";

/// Fills the rows of before, unless it is done.
pub(crate) async fn begin(pools: &Pools) -> Result<(), StoreError> {
    let Some(institutions) = filling::pending(pools, DONE).await? else { return Ok(()) };
    for institution in institutions {
        let mut after = Some(String::new());
        while let Some(person) = after {
            after = page(pools, &institution, person).await?;
        }
    }
    filling::done(pools, DONE).await
}

/// Fills the next rows after a person; the person after whom it goes on, if it does. Rows are locked while they are read: whoever writes a person's
/// words anew takes them all away first, and waits.
async fn page(pools: &Pools, institution: &str, after: String) -> Result<Option<String>, StoreError> {
    let mut transaction = pools.begin().await?;
    let words = match pools.engine {
        Engine::Postgres => sql!("word_page.postgres"),
        Engine::Sqlite => sql!("word_page"),
    };
    let rows = words.bind(institution.to_owned()).bind(after).rows(&mut *transaction).await?;
    // In the order of the engine, by which it goes on.
    let mut people: Vec<(String, i64)> = Vec::new();
    for row in &rows {
        let (person, bits) = (row.text("person")?, beginnings(&row.bytes("word")?));
        match people.last_mut() {
            Some((last, all)) if *last == person => *all |= bits,
            _ => people.push((person, bits)),
        }
    }
    let more = rows.len() >= PAGE;
    if more && people.len() > 1 {
        // Not all words of the last one may have been read.
        people.pop();
    }
    for (person, bits) in &people {
        sql!("word_fill").bind(institution.to_owned()).bind(person.clone()).bind(*bits).run(&mut *transaction).await?;
    }
    commit(transaction).await?;
    Ok(people.pop().map(|(person, _)| person).filter(|_| more))
}
