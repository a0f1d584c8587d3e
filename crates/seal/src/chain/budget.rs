//! A bound of the work that looking for paths and checking what is said of them may cause.

use std::cell::Cell;

/// How many more signatures may be checked.
#[derive(Debug)]
pub(crate) struct Budget(Cell<u32>);

impl Budget {
    pub(crate) const fn new(signatures: u32) -> Self {
        Self(Cell::new(signatures))
    }

    /// Whether one more signature may be checked.
    pub(crate) fn spend(&self) -> bool {
        let left = self.0.get().checked_sub(1);
        self.0.set(left.unwrap_or(0));
        left.is_some()
    }
}
