//! A status list as it was last published, remembered so that it need not be sealed anew.

use bytes::Bytes;
use signet_record::Timestamp;
use signet_registry::{Digest, LogHead};

/// A list as it was last published.
pub(crate) struct RememberedList {
    /// When the register was last asked.
    pub looked: Timestamp,
    pub sealed: Timestamp,
    /// Of its entries.
    pub content: Digest,
    /// The head of the institution's log that was sealed with it.
    pub log: LogHead,
    pub bytes: Bytes,
}
