//! As much of PDF (ISO 32000-1) as seals need: objects read one by one when asked for, at any revision, within limits; updates appended.

mod budget;
mod ends;
mod file;
mod filter;
mod index;
mod object;
mod section;
mod syntax;
mod update;
mod write;

pub(crate) use file::{Pdf, View};
pub(crate) use index::Index;
pub(crate) use object::{Dictionary, Id, Object, Stream};
pub(crate) use section::Place;
#[cfg(test)]
pub(crate) use syntax::Cursor;
pub(crate) use syntax::{hex_digit, is_space};
pub(crate) use update::Update;
pub(crate) use write::{object as write_object, text};
