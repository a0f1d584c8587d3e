//! What seals and stamps are, by lists of our own making and by the reference lists.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod made;
mod shared;
