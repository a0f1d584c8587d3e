//! What may be kept of one file while it is looked at: one account for all its cross-reference sections and all its inflated
//! streams, proportional to its size. A small file cannot grow into a large memory, however its parts point at each other.

use crate::pades::PdfReadError;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Every file may be unfolded into so many bytes.
const FLOOR: usize = 8 << 20;
/// And so many for each of its own: streams of honest files inflate to ten or twenty times their size.
const TIMES: usize = 32;
/// More is never kept.
const CEILING: usize = 128 << 20;

/// The account of one file. It is only ever drawn on.
#[derive(Debug)]
pub(crate) struct Budget {
    limit: usize,
    left: AtomicUsize,
}

impl Budget {
    /// The account of a file of so many bytes.
    pub(crate) fn of(bytes: usize) -> Self {
        let limit = bytes.saturating_mul(TIMES).saturating_add(FLOOR).min(CEILING);
        Self { limit, left: AtomicUsize::new(limit) }
    }

    /// What may still be kept.
    pub(crate) fn left(&self) -> usize {
        self.left.load(Ordering::Relaxed)
    }

    /// Draws on the account.
    pub(crate) fn keep(&self, bytes: usize) -> Result<(), PdfReadError> {
        let drawn =
            self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| Some(left.saturating_sub(bytes)));
        // The closure never refuses, so both arms hold what was left before.
        let before = drawn.unwrap_or_else(|left| left);
        if before >= bytes { Ok(()) } else { Err(PdfReadError::Limit { what: "bytes unfolded", limit: self.limit }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_account_is_proportional_bounded_and_never_refilled() {
        assert!(Budget::of(0).left() == FLOOR && Budget::of(1 << 20).left() == FLOOR + (TIMES << 20));
        assert_eq!(Budget::of(usize::MAX).left(), CEILING);
        let budget = Budget::of(0);
        assert!(budget.keep(FLOOR - 1).is_ok() && budget.keep(2).is_err() && budget.keep(1).is_err());
    }
}
