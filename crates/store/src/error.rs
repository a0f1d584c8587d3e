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
        /// What kind of failure.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureKind {
    /// A row that the new one refers to is missing.
    MissingReference,
    /// Anything else.
    Other,
    /// The same row exists.
    Taken,
    /// Not reachable or too busy: worth trying again.
    Unavailable,
}

impl StoreError {
    pub(crate) fn of(statement: &'static str, error: sqlx::Error) -> StoreError {
        let kind = match &error {
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
        StoreError::Database { statement, message: error.to_string(), kind: FailureKind::Unavailable }
    }

    /// The kind of failure, when it was the engine's.
    pub fn kind(&self) -> Option<FailureKind> {
        match self {
            StoreError::Database { kind, .. } => Some(*kind),
            StoreError::Inconsistent { .. } => None,
        }
    }
}
