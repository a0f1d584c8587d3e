//! A log of the register, gone through from its oldest row to its newest, however long it is.

use signet_store::{Cursor, Page, StoreError};

use crate::exit::{CommandError, Exit};

/// Rows read at once.
pub const PAGE: u32 = 500;

/// Prints every row.
///
/// # Errors
/// When a page cannot be read, or a row cannot be printed.
pub async fn print<T>(
    page: impl AsyncFn(Option<&Cursor>) -> Result<Page<T>, StoreError>,
    row: impl Fn(&T) -> Result<(), CommandError>,
) -> Result<Exit, CommandError> {
    let mut after = None;
    loop {
        let read = page(after.as_ref()).await?;
        read.rows.iter().try_for_each(&row)?;
        after = read.next;
        if after.is_none() {
            return Ok(Exit::Success);
        }
    }
}
