//! Reading and accepting lists, good, odd and hostile.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod canonical;
mod following;
mod reading;
mod signing;
