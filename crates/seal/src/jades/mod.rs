//! JAdES (ETSI TS 119 182-1): seals over JSON text, made in two phases, read strictly, judged against anchors.

mod error;
mod etsi_u;
mod gap;
mod header;
mod imprint;
mod judge;
mod limits;
mod read;
mod seal;
mod sealed;
#[cfg(test)]
mod tests;

pub use error::JadesReadError;
#[cfg(test)]
pub(crate) use judge::carried;
pub use judge::judge;
pub(crate) use judge::named;
pub use limits::MAX_BYTES;
pub use read::{Jws, Serialization, read};
pub use seal::{SealError, SigningTime, Unsealed, prepare};
pub use sealed::{ReopenError, SealedJws};
