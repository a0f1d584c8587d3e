//! JAdES seals: made, read, attacked, and the reference files judged.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod judged;
