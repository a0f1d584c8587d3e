//! Every sentence a human reads, in Czech and in English.
//!
//! The sentences stand in `locales/{cs,en}/<area>.ftl`; the build makes one method of [`Locale`]
//! for each, with one parameter for each variable in alphabetical order. A sentence that is missing
//! in one language, or takes other variables there, does not build.

mod flaw;
mod fold;
mod locale;
mod order;
mod term;
pub mod when;

#[cfg(test)]
#[path = "../build/catalogue.rs"]
mod catalogue;
#[cfg(test)]
#[path = "../build/methods.rs"]
mod methods;

pub use fluent_bundle::FluentValue as Value;
pub use fold::fold;
pub use locale::Locale;
pub use signet_record::Language;
