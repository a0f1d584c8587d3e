//! The whole site on a real register: an institution, a test seal, results handed in, a credential issued, shared, verified, revoked.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod access;
mod agree;
mod audit;
mod batch;
mod browser;
mod bulk_revoke;
mod busy;
mod catalogue;
mod correct;
mod enter;
mod everyone;
mod holder;
mod import;
mod letter_acts;
mod letters;
mod links;
mod narrowed;
mod office;
mod pace;
mod routes;
mod runs;
mod schedule;
mod search;
mod sessions;
mod shares;
mod staff;
mod stage;
mod statistics;
mod units;
