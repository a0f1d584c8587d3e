//! `GET /catalogue`: units of learning that lead to a micro-credential.

use askama::Template;
use signet_lang::Locale;

use crate::{frame::Frame, view::UnitCard};

/// The page.
#[derive(Template)]
#[template(path = "public/catalogue.html")]
pub struct CataloguePage {
    /// Around the page.
    pub f: Frame,
    /// Its sentences.
    pub l: Locale,
    /// What was searched for.
    pub query: String,
    /// What was found.
    pub units: Vec<UnitCard>,
}
