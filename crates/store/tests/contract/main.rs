//! What the store promises, kept by both engines: every test here runs on SQLite and on PostgreSQL.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod artefacts;
mod batches;
mod concurrency;
mod custody;
mod engines;
mod entrance;
mod erasure;
mod fixture;
mod fsck;
mod ledgers;
mod people;
mod queue;
mod schema;
mod search;
mod shares;
mod signatures;
mod status;
mod tenants;
