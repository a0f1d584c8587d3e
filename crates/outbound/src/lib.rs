//! Every socket we open: time stamps and status lists, each with limits on time, size and address.
//!
//! Nothing else in the workspace may open a connection. An address taken from a credential is hostile: it is
//! resolved first, and only public addresses are reached unless the operator allowed more.

pub mod address;
pub mod courier;
pub mod evidence;
pub mod stamp;

pub use address::Reach;
pub use courier::{Courier, FetchError, Limits};
pub use evidence::Gatherer;
