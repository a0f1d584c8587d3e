//! Strangers' files are judged apart: in processes with limits of memory and time and without secrets, that are ended and started
//! anew when a file was too much for them. Nothing else notices.
//!
//! The server receives a file and fetches what its judgement needs; a worker reads it, says what is needed, judges it and draws the
//! answer. Between them go length-prefixed messages over pipes ([`message`], [`said`]). A worker keeps nothing of a file but the last
//! one it has read, as long as it may be asked about it again.

mod draw;
mod launch;
mod message;
mod pool;
mod said;
mod worker;

pub use launch::Launch;
pub use message::{Message, MessageError};
pub(crate) use pool::Verified;
pub use pool::{NotVerified, Verifier, WorkerLimits};
pub use said::Drawing;
pub(crate) use said::Job;
pub use worker::{serve, take_setup};
