//! Every sentence a human reads, in Czech and in English.
//!
//! The sentences stand in `locales/{cs,en}/<area>.ftl`; the build makes one method of [`Locale`]
//! for each. A sentence with one variable takes it as it is; one with several takes a struct of [`args`], where
//! they have names. A choice among words (`{ $kind -> [trusted] … }`) is an enum there.
//! A sentence that is missing in one language, or takes other variables or other choices there, does not build.

pub mod args;
mod choice;
mod flaw;
mod fold;
mod locale;
mod order;
mod term;
pub mod when;

#[cfg(test)]
mod build_rules;

pub use fluent_bundle::FluentValue as Value;
pub use fold::fold;
pub use locale::Locale;
pub use signet_record::Language;
