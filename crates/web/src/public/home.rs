//! `GET /`: what this is, a box to verify a file, a glance at the catalogue.

use askama::Template;
use signet_lang::Locale;

use crate::{frame::Frame, view::UnitCard};

/// The page.
#[derive(Template)]
#[template(path = "public/home.html")]
pub struct HomePage {
    /// Around the page.
    pub f: Frame,
    /// Its sentences.
    pub l: Locale,
    /// Largest file in megabytes.
    pub limit: String,
    /// A few units of learning.
    pub units: Vec<UnitCard>,
}
