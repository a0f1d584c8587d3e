//! Status lists that are held ready to be served, plain and compressed.

use signet_record::InstitutionId;

use crate::{bounded::Bounded, packed::Packed};

/// Bytes of lists that are held ready, plain and compressed.
const BYTES_MAX: u64 = 32 << 20;

/// Lists that are held ready to be served.
pub(crate) type ReadyLists = Bounded<(InstitutionId, u32), Packed>;

/// None yet.
pub(crate) fn none_ready() -> ReadyLists {
    Bounded::new(BYTES_MAX)
}
