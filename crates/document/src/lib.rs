//! What people hold in their hands: the accessible PDF with the credential inside, and the picture of its first page.
//!
//! [`Renderer::lay_out`] sets one [`DocumentInput`] and hands back a [`LaidOut`]; the proof yields the picture (which goes into the credential)
//! and, once the credential is sealed, the PDF that carries it. Part 1 is the certificate (*osvědčení*), part 2 the supplement
//! (*dodatek*) with the items of Annex I of Council Recommendation 2022/C 243/02. Same sheet, same bytes, on every machine: the fonts
//! come from a package, the time is an argument and nothing is read from the system.
//!
//! From the bottom: `error`, `input` and `view` are values; `certificate`, `supplement` and then `words` say the input in words as a view;
//! `picture` and `attachment` make the two outputs of a page, `letters` holds what the printer meets first; `laid_out` joins these, and
//! `renderer` makes it from the words.

mod attachment;
mod certificate;
mod colour;
mod error;
mod fonts;
mod input;
mod laid_out;
mod letters;
mod picture;
pub mod qr;
mod renderer;
mod supplement;
mod view;
mod words;

pub use error::DocumentError;
pub use input::{DocumentInput, PrintedRoot};
pub use laid_out::LaidOut;
pub use picture::PICTURE_SIZE;
pub use renderer::Renderer;
