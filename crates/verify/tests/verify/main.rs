//! What is said of files: good ones, bad ones, and strangers'.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod document;
mod documentation;
mod golden;
mod horizon;
mod identity;
mod mandate;
mod picture;
mod pki;
mod reference;
mod report;
mod same;
mod seal;
mod specimen;
mod status;
mod telling;
