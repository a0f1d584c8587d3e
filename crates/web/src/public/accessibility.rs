//! `GET /accessibility`: the accessibility statement.

use askama::Template;
use signet_lang::Locale;

use crate::frame::Frame;

/// The page.
#[derive(Template)]
#[template(path = "public/accessibility.html")]
pub struct AccessibilityPage {
    /// Around the page.
    pub f: Frame,
    /// Its sentences.
    pub l: Locale,
    /// Address for reports of barriers.
    pub contact: Option<String>,
}
