//! Bounds of what is read.

use crate::json::JsonLimits;

/// A sealed file may have this many bytes.
pub const MAX_BYTES: usize = 32 << 20;

/// Bounds of the file, of its protected header and of each unsigned item.
pub(crate) const fn json_limits() -> JsonLimits {
    JsonLimits { bytes: MAX_BYTES, depth: 24, values: 20_000 }
}
