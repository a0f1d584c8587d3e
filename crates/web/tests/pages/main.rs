//! The whole site on a real register: an institution, a test seal, results handed in, a credential issued, shared, verified, revoked.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod access;
mod browser;
mod busy;
mod everyone;
mod holder;
mod routes;
mod search;
mod staff;
mod stage;
mod units;
