//! What can go wrong with any statement. Operations that can fail in their own ways have their own errors around this one.

/// The database did not do as asked, or holds what it must not.
///
/// It never carries a value from a row: messages of the engines are kept, their details (which quote values) are not.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The engine refused, or could not be reached.
    #[error("database, at `{statement}`: {message}")]
    Database {
        /// Which statement: the name of its file, or a verb.
        statement: &'static str,
        /// The engine's message.
        message: String,
        /// What kind of failure; also the error's source, so that callers find it through any error around this one.
        #[source]
        kind: FailureKind,
    },
    /// A row holds something that Signet never writes.
    #[error("inconsistent row, at `{statement}`: column `{column}`")]
    Inconsistent {
        /// Which statement read it.
        statement: &'static str,
        /// Which column.
        column: &'static str,
    },
}

/// Kinds of failure that callers tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FailureKind {
    /// No room is left on a disk: that of the rows or that of the artefacts.
    #[error("no room is left on the disk")]
    Full,
    /// A row that the new one refers to is missing.
    #[error("a row that is referred to is missing")]
    MissingReference,
    /// Anything else.
    #[error("the engine refused")]
    Other,
    /// The same row exists.
    #[error("the row exists")]
    Taken,
    /// Not reachable or too busy: worth trying again.
    #[error("not reachable or too busy")]
    Unavailable,
}

/// Whether an engine's code means that no room is left: SQLite's result code, or PostgreSQL's SQLSTATE.
fn says_full(code: &str) -> bool {
    /// `SQLITE_FULL`, and `SQLITE_IOERR_WRITE`, `_TRUNCATE` and `_SHMSIZE`, which it says where a file may not grow.
    const SQLITE: [&str; 4] = ["13", "778", "1546", "4874"];
    /// `disk_full`.
    const POSTGRES: &str = "53100";
    code == POSTGRES || SQLITE.contains(&code)
}

/// Whether an error, or one of those that caused it, is a disk without room.
pub fn is_full(error: &(dyn std::error::Error + 'static)) -> bool {
    use std::io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
    let mut next = Some(error);
    while let Some(error) = next {
        if error.downcast_ref::<FailureKind>() == Some(&FailureKind::Full) {
            return true;
        }
        let io = error.downcast_ref::<std::io::Error>();
        if io.is_some_and(|io| matches!(io.kind(), StorageFull | QuotaExceeded | FileTooLarge)) {
            return true;
        }
        next = error.source();
    }
    false
}

impl StoreError {
    pub(crate) fn of(statement: &'static str, error: sqlx::Error) -> StoreError {
        let full = match &error {
            sqlx::Error::Database(database) => database.code().is_some_and(|code| says_full(&code)),
            other => is_full(other),
        };
        let kind = match &error {
            _ if full => FailureKind::Full,
            sqlx::Error::Database(database) if database.is_unique_violation() => FailureKind::Taken,
            sqlx::Error::Database(database) if database.is_foreign_key_violation() => FailureKind::MissingReference,
            sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::Tls(_) => {
                FailureKind::Unavailable
            }
            _ => FailureKind::Other,
        };
        let message = match &error {
            sqlx::Error::Database(database) => database.message().to_owned(),
            // Its text may quote the address, which holds a password.
            sqlx::Error::Configuration(_) => String::from("the address of the database is wrong"),
            other => other.to_string(),
        };
        StoreError::Database { statement, message, kind }
    }

    /// A row that should have been new.
    pub(crate) fn taken(statement: &'static str) -> StoreError {
        StoreError::Database { statement, message: String::from("the row exists"), kind: FailureKind::Taken }
    }

    /// Bytes beside the database that could not be reached.
    pub(crate) fn bytes(statement: &'static str, error: &object_store::Error) -> StoreError {
        let kind = if is_full(error) { FailureKind::Full } else { FailureKind::Unavailable };
        StoreError::Database { statement, message: error.to_string(), kind }
    }

    /// The kind of failure, when it was the engine's.
    pub fn kind(&self) -> Option<FailureKind> {
        match self {
            StoreError::Database { kind, .. } => Some(*kind),
            StoreError::Inconsistent { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_both_engines_say_that_a_disk_is_full() {
        for code in ["13", "778", "53100"] {
            assert!(says_full(code), "{code}");
        }
        for code in ["5", "2067", "23505", "53200", "", "1"] {
            assert!(!says_full(code), "{code}");
        }
    }

    #[test]
    fn a_full_disk_is_found_under_what_an_object_store_says() {
        let source = Box::new(std::io::Error::from(std::io::ErrorKind::StorageFull));
        let full = StoreError::bytes("put", &object_store::Error::Generic { store: "folder", source });
        assert_eq!(full.kind(), Some(FailureKind::Full));
        let source = Box::new(std::io::Error::from(std::io::ErrorKind::PermissionDenied));
        let denied = StoreError::bytes("put", &object_store::Error::Generic { store: "folder", source });
        assert_eq!(denied.kind(), Some(FailureKind::Unavailable));
    }

    #[test]
    fn the_kind_is_the_source_of_whatever_wraps_the_error() {
        let kind = FailureKind::Full;
        let inner = StoreError::Database { statement: "probe", message: String::new(), kind };
        let outer = crate::OpenError::from(inner);
        let source = std::error::Error::source(&outer).and_then(|source| source.downcast_ref::<FailureKind>());
        assert_eq!(source, Some(&FailureKind::Full));
    }
}
