//! The demonstration: fictional institutions, a test authority, their units and results.

pub mod authority;
pub mod courses;
pub mod data;
pub mod mandate;
pub mod people;
pub mod revocation;
pub mod runs;
pub mod units;
