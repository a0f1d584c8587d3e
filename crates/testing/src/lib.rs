//! What the tests of several crates need: keys and certificates, trusted lists, a signing service, a stopwatch.
//!
//! It depends on no crate of ours, and gives and takes bytes, texts and days only. A crate's own unit tests can therefore use
//! it, too: there is no second copy of that crate's types.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

pub mod certificate;
#[cfg(feature = "csc")]
pub mod csc;
mod der;
mod entity;
pub mod stopwatch;
pub mod trusted_list;

pub use entity::{Entity, RevokedSerial, curve, p256, rsa};
pub use rcgen;
