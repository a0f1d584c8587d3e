//! The faculties of versions of before: read out of their texts once, before the store is given out, some hundred units in a transaction.

use crate::engine::Pools;
use crate::error::StoreError;
use crate::filling;
use crate::statement::{commit, sql};
use crate::unit;

/// The setting that says that it is done.
const DONE: &str = "unit-faculty";

/// Fills the rows of before, unless it is done. What a program of the release before puts meanwhile is read out of its text.
pub(crate) async fn begin(pools: &Pools) -> Result<(), StoreError> {
    let Some(institutions) = filling::pending(pools, DONE).await? else { return Ok(()) };
    for institution in institutions {
        let mut after = Some((String::new(), 0));
        while let Some(version) = after {
            after = page(pools, &institution, version).await?;
        }
    }
    filling::done(pools, DONE).await
}

/// Fills the versions after one; the last of them, if there were any.
async fn page(pools: &Pools, institution: &str, after: (String, i64)) -> Result<Option<(String, i64)>, StoreError> {
    let mut transaction = pools.begin().await?;
    let missing = sql!("unit_faculty_missing").bind(institution.to_owned()).bind(after.0).bind(after.1);
    let mut last = None;
    for row in missing.rows(&mut *transaction).await? {
        let (id, version) = (row.text("id")?, row.number::<i64>("version")?);
        let fill = sql!("unit_faculty_fill").bind(institution.to_owned()).bind(id.clone()).bind(version);
        unit::bind_faculty(fill, &row.text("document")?).run(&mut *transaction).await?;
        last = Some((id, version));
    }
    commit(transaction).await?;
    Ok(last)
}
