//! Pages of the holder.

pub mod detail;
pub mod list;
pub mod share;
pub mod share_new;
