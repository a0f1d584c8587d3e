//! What the store promises, kept by both engines: every test here runs on SQLite and on PostgreSQL.
#![allow(clippy::cognitive_complexity, reason = "a story of the store is told in one piece")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod account_letters;
mod artefacts;
mod audit;
mod batches;
mod before;
mod census;
mod claims;
mod concurrency;
mod engines;
mod erasure;
mod erasure_columns;
mod filled;
mod fixture;
mod forged;
mod fsck;
mod grants;
mod guards;
mod history;
mod identities;
mod ledgers;
mod merges;
mod notices;
mod people;
mod plans;
mod protection;
mod queue;
mod records;
mod reserve;
mod revocations;
mod runs;
mod schema;
mod scope;
mod seal_audit;
mod search;
mod security;
mod sessions;
mod shares;
mod signatures;
mod statistics;
mod status;
mod sweep;
mod tenants;
mod units;
mod work;
