//! `GET /catalogue/{institution}/{unit}`: one unit of learning.

use askama::Template;
use signet_lang::Locale;

use crate::{frame::Frame, view::CredentialView};

/// The page.
#[derive(Template)]
#[template(path = "public/unit.html")]
pub struct UnitPage {
    /// Around the page.
    pub f: Frame,
    /// Its sentences.
    pub l: Locale,
    /// Which of the three kinds.
    pub kind: String,
    /// What it is about.
    pub description: Option<String>,
    /// What a credential for it will say.
    pub c: CredentialView,
    /// Periods of its open runs.
    pub runs: Vec<String>,
    /// Its own page, where one applies.
    pub apply: Option<String>,
}
