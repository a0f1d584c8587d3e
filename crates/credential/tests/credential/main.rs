//! Credentials as files: what others made, what we make, and what nobody should have made.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod golden;
mod hostile;
mod official;
mod reading;
mod rules;
mod samples;
mod support;
mod tables;
