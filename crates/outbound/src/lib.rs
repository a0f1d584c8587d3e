//! Every socket we open: time stamps, status lists and trusted lists, each with limits on time, size and address.
//!
//! Nothing else in the workspace may open a connection. An address taken from a credential is hostile: it is
//! resolved first, and only public addresses are reached unless the operator allowed more.

pub mod address;
pub mod courier;
pub mod evidence;
#[cfg(test)]
#[path = "../../seal/src/trusted_list/maker.rs"]
mod maker;
pub mod stamp;
pub mod trust;
mod trust_index;
mod trust_update;

pub use address::Reach;
pub use courier::{Courier, FetchError, Limits};
pub use evidence::Gatherer;
pub use trust::TrustCache;
pub use trust_update::{Fetched, Fetching};
