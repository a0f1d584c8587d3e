//! The editor of a unit's draft: a list of eight sections, and a page for each of them.
//!
//! A section is a part of the schema of `signet-offering`; its form is made of that schema, so a field that units get later is on its page
//! as soon as it has a section. What is typed is written into a draft whether or not it is complete, and the draft is checked by the reader
//! of unit files, so that the form says at the field what the reader says of the file.
//!
//! - `section`: which fields stand on which page. `control`: how a field is filled in. `form`: the page as a list of its parts.
//! - `typed`: what a form sent, and the text that it makes. `clash`: what differs when somebody else saved meanwhile.
//! - `task_list`, `section_page`: the pages.

pub mod clash;
pub mod control;
pub mod form;
pub mod hint;
pub mod section;
pub mod section_page;
pub mod task_list;
pub mod typed;

#[cfg(test)]
mod every_problem;
