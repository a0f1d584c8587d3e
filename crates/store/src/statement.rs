//! Statements, one a file under `sql/`, and the rows they answer with.
//!
//! What is looked for and what is done with it are apart, so that no condition is written twice: each file under `sql/find/`
//! selects `sort_key` and `id` of the credentials that fit (`credential_newest…`: `proposed` and `id`), the one under `sql/filter/` narrows any of
//! them, and each under `sql/page/` makes a whole statement (`newest_…` of those in the order of time).
//!
//! Two tables hold letters that wait, and are asked alike: the files under `sql/letter/` begin behind the name of the table.

use std::str::FromStr;

use signet_record::{Language, Timestamp};
use sqlx::any::{AnyArguments, AnyRow};
use sqlx::query::Query;
use sqlx::{Any, Decode, Encode, Executor, Row as _, Transaction, Type};

use crate::error::StoreError;

/// A file under `sql/`.
macro_rules! sql_file {
    ($name:expr) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/sql/", $name, ".sql"))
    };
}
pub(crate) use sql_file;

/// The statement in `sql/<name>.sql`, or a page of what `sql/find/<name>.sql` finds; of a table of letters what is next, its claim, or a change of one.
macro_rules! sql {
    (letters $table:literal, "next") => {
        $crate::statement::Statement::new(
            concat!($table, " next"),
            concat!("SELECT due\nFROM ", $table, "\n", $crate::statement::sql_file!("letter/next")),
        )
    };
    (letters $table:literal, "claim", $lock:expr) => {
        $crate::statement::Statement::new(
            concat!($table, " claim"),
            concat!(
                "WITH next AS (\nSELECT id\nFROM ",
                $table,
                "\n",
                $crate::statement::sql_file!("letter/next"),
                $lock,
                ")\nUPDATE ",
                $table,
                "\n",
                $crate::statement::sql_file!("letter/claim"),
                $crate::statement::sql_file!(concat!("letter/columns_", $table))
            ),
        )
    };
    (letters $table:literal, $change:literal) => {
        $crate::statement::Statement::new(
            concat!($table, " ", $change),
            concat!("UPDATE ", $table, "\n", $crate::statement::sql_file!(concat!("letter/", $change))),
        )
    };
    ($name:literal) => {
        $crate::statement::Statement::new(
            $name,
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/sql/", $name, ".sql")),
        )
    };
    ($name:literal, $page:literal) => {
        $crate::statement::Statement::new(
            $name,
            concat!(
                "WITH fits AS (\n",
                include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/sql/find/", $name, ".sql")),
                include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/sql/filter/credential.sql")),
                ")\n",
                include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/sql/page/", $page, ".sql"))
            ),
        )
    };
}
pub(crate) use sql;

/// A statement with the values bound so far.
pub(crate) struct Statement {
    name: &'static str,
    query: Query<'static, Any, AnyArguments>,
}

impl Statement {
    pub fn new(name: &'static str, text: &'static str) -> Statement {
        Statement { name, query: sqlx::query(text) }
    }

    pub fn bind<'t, T: Encode<'t, Any> + Type<Any>>(mut self, value: T) -> Statement {
        self.query = self.query.bind(value);
        self
    }

    /// Binds an id, a code or anything else by its text.
    pub fn bind_text(self, value: impl ToString) -> Statement {
        self.bind(value.to_string())
    }

    pub fn bind_time(self, at: Timestamp) -> Statement {
        self.bind(at.as_millisecond())
    }

    pub fn bind_time_if(self, at: Option<Timestamp>) -> Statement {
        self.bind(at.map(|at| at.as_millisecond()))
    }

    /// Runs it; how many rows it changed.
    pub async fn run<'e, E: Executor<'e, Database = Any>>(self, on: E) -> Result<u64, StoreError> {
        let name = self.name;
        let done = self.query.execute(on).await.map_err(|error| StoreError::of(name, error))?;
        Ok(done.rows_affected())
    }

    /// All rows.
    pub async fn rows<'e, E: Executor<'e, Database = Any>>(self, on: E) -> Result<Vec<Row>, StoreError> {
        let statement = self.name;
        let rows = self.query.fetch_all(on).await.map_err(|error| StoreError::of(statement, error))?;
        Ok(rows.into_iter().map(|row| Row { statement, row }).collect())
    }

    /// The only row, or none. Reads to the end, so that a statement that also writes is done when this returns.
    pub async fn row<'e, E: Executor<'e, Database = Any>>(self, on: E) -> Result<Option<Row>, StoreError> {
        Ok(self.rows(on).await?.pop())
    }
}

/// Ends a transaction for good.
pub(crate) async fn commit(transaction: Transaction<'static, Any>) -> Result<(), StoreError> {
    transaction.commit().await.map_err(|error| StoreError::of("commit", error))
}

/// One row, read by column; what cannot be read names its column and never its value.
pub(crate) struct Row {
    statement: &'static str,
    row: AnyRow,
}

impl Row {
    fn column<'r, T: Decode<'r, Any> + Type<Any>>(&'r self, column: &'static str) -> Result<T, StoreError> {
        self.fits(column, self.row.try_get(column))
    }

    /// A value that was read from a column. Why it could not be is left out: causes quote the value, which may be a person's.
    pub fn fits<T, E>(&self, column: &'static str, read: Result<T, E>) -> Result<T, StoreError> {
        read.map_err(|_| self.wrong(column))
    }

    pub fn wrong(&self, column: &'static str) -> StoreError {
        StoreError::Inconsistent { statement: self.statement, column }
    }

    pub fn text(&self, column: &'static str) -> Result<String, StoreError> {
        self.column(column)
    }

    pub fn text_if(&self, column: &'static str) -> Result<Option<String>, StoreError> {
        self.column(column)
    }

    pub fn bytes(&self, column: &'static str) -> Result<Vec<u8>, StoreError> {
        self.column(column)
    }

    pub fn number<T: TryFrom<i64>>(&self, column: &'static str) -> Result<T, StoreError> {
        self.fits(column, T::try_from(self.column::<i64>(column)?))
    }

    pub fn number_if<T: TryFrom<i64>>(&self, column: &'static str) -> Result<Option<T>, StoreError> {
        let number = self.column::<Option<i64>>(column)?;
        number.map(|number| self.fits(column, T::try_from(number))).transpose()
    }

    pub fn flag(&self, column: &'static str) -> Result<bool, StoreError> {
        Ok(self.number::<i64>(column)? != 0)
    }

    pub fn time(&self, column: &'static str) -> Result<Timestamp, StoreError> {
        self.fits(column, Timestamp::from_millisecond(self.column(column)?))
    }

    pub fn time_if(&self, column: &'static str) -> Result<Option<Timestamp>, StoreError> {
        let at = self.column::<Option<i64>>(column)?;
        at.map(|at| self.fits(column, Timestamp::from_millisecond(at))).transpose()
    }

    /// A text that is the written form of a value.
    pub fn parse<T: FromStr>(&self, column: &'static str) -> Result<T, StoreError> {
        self.fits(column, self.text(column)?.parse())
    }

    pub fn parse_if<T: FromStr>(&self, column: &'static str) -> Result<Option<T>, StoreError> {
        self.text_if(column)?.map(|text| self.fits(column, text.parse())).transpose()
    }

    pub fn language(&self, column: &'static str) -> Result<Language, StoreError> {
        self.code(column, |code| Language::ALL.into_iter().find(|language| language.code() == code))
    }

    /// A code out of a closed list.
    pub fn code<T>(&self, column: &'static str, from: impl Fn(&str) -> Option<T>) -> Result<T, StoreError> {
        from(&self.text(column)?).ok_or_else(|| self.wrong(column))
    }

    pub fn code_if<T>(&self, column: &'static str, from: impl Fn(&str) -> Option<T>) -> Result<Option<T>, StoreError> {
        self.text_if(column)?.map(|text| from(&text).ok_or_else(|| self.wrong(column))).transpose()
    }
}
