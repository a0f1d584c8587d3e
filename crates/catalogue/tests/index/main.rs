//! The index over the courses of the demonstration, and over many.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod corpus;
mod facets;
mod feeds;
mod pages;
mod search;
