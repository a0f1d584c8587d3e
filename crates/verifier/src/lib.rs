//! The verifier that needs nobody's server: files, folders and ZIP files in, reports out. It is the program `signet-verify`, and what
//! `signet verify` is made of; the verdict is [`signet_verify`]'s, the same as on a page.

pub mod certificates;
pub mod command_line;
pub mod evidence_folder;
mod intake;
mod judgement;
mod many;
mod summary;

pub use intake::{Candidate, Intake};
pub use judgement::Judgement;
pub use many::{Format, Verified, exit, tell};
pub use summary::FileSummary;
