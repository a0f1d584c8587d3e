//! Runs of units: planned, opened, taught, closed, and handed in to be issued.

pub mod act;
mod address;
pub mod edit;
pub mod import;
pub mod import_outcome;
mod import_people;
mod import_results;
mod in_care;
pub mod issue;
pub mod list;
pub mod new_participant;
pub mod page;
mod pages;
pub mod participant;
pub mod participants;
pub mod results;
mod results_form;
mod unmet;
mod words;

pub use address::{run as run_address, runs_of_unit};
