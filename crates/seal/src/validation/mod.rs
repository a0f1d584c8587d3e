//! Judges messages, time stamps, certificates and seals (EN 319 102-1). Everything else in this crate is read or written without it.

mod certificate;
mod message;
mod proof;
mod reply;
mod seal;
mod sliding;
mod subject;
mod time_stamp;

#[cfg(test)]
pub(crate) use certificate::judge_certificate;
pub use message::{JudgedMessage, SignedContent};
pub(crate) use proof::{FETCHED, Material, Place, Proofs};
pub(crate) use seal::{Draft, Stamps};
pub(crate) use sliding::CLOCK_SKEW;
#[cfg(test)]
pub(crate) use subject::Subject;
pub(crate) use time_stamp::ORDER_SKEW;
pub use time_stamp::StampReport;
