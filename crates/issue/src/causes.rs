//! An error as the log has it.

use std::error::Error;

/// An error with every cause that its own text does not name already.
pub fn with_causes(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        let told = cause.to_string();
        if !text.contains(&told) {
            text = format!("{text}: {told}");
        }
        next = cause.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use signet_store::{FailureKind, StoreError};

    use super::*;
    use crate::{seal_signer::SealSignerError, work::SealFailure};

    #[derive(Debug, thiserror::Error)]
    #[error("the page was not kept")]
    struct NotKept(#[source] NotWritten);

    #[derive(Debug, thiserror::Error)]
    #[error("the row: {0}")]
    struct NotWritten(#[source] Full);

    #[derive(Debug, thiserror::Error)]
    #[error("the disk is full")]
    struct Full;

    #[test]
    fn an_error_is_told_with_each_cause_once() {
        assert_eq!(with_causes(&NotKept(NotWritten(Full))), "the page was not kept: the row: the disk is full");
    }

    #[test]
    fn what_put_a_credential_off_is_logged_down_to_its_cause() {
        let kind = FailureKind::Unavailable;
        let error = StoreError::Database { statement: "seal_use_put", message: "locked".into(), kind };
        let failure = SealFailure::from(crate::seal::NotSealed::from(SealSignerError::Log(error)));
        let text = with_causes(&failure);
        assert_eq!(text, "the log of the seal's uses: database, at `seal_use_put`: locked: not reachable or too busy");
    }

    #[test]
    fn a_full_disk_is_told_apart_under_whatever_it_kept_from_being_written() {
        let kind = FailureKind::Full;
        let full = || StoreError::Database { statement: "event_put", message: String::new(), kind };
        assert!(matches!(SealFailure::from(signet_store::AppendError::Database(full())), SealFailure::DiskFull));
        assert!(matches!(SealFailure::from(full()), SealFailure::DiskFull));
        let kind = FailureKind::Other;
        let other = StoreError::Database { statement: "event_put", message: String::new(), kind };
        assert!(matches!(SealFailure::from(other), SealFailure::Register(_)));
    }
}
