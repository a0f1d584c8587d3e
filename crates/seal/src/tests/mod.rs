//! Both kinds of seal put through time and through hostile hands: the clock moved, certificates revoked, algorithms ended,
//! evidence forged, bytes changed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod answers;
mod bytes;
mod clock;
mod evidence;
mod flood;
mod order;
mod rearranged;
mod world;
