//! Every socket we open, and every device: time stamps, status lists and seal keys that live elsewhere, each with limits
//! on time, size and address.
//!
//! Nothing else in the workspace may open a connection. An address taken from a credential is hostile: it is
//! resolved first, and only public addresses are reached unless the operator allowed more.

pub mod address;
pub mod courier;
pub mod csc;
pub mod evidence;
mod secret;
pub mod stamp;
pub mod token;

pub use address::Reach;
pub use courier::{Answer, Courier, FetchError, Limits};
pub use csc::{Service, ServiceError, ServiceSettings};
pub use evidence::Gatherer;
pub use secret::Secret;
pub use token::{Token, TokenError, TokenSettings};
