//! Seals in PDF files: made, read, attacked, and the reference files judged.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod coverage;
mod reading;
