//! `GET /privacy`: what is done with personal data.

use askama::Template;
use signet_lang::Locale;

use crate::frame::Frame;

/// The page.
#[derive(Template)]
#[template(path = "public/privacy.html")]
pub struct PrivacyPage {
    /// Around the page.
    pub f: Frame,
    /// Its sentences.
    pub l: Locale,
    /// Address for requests.
    pub contact: Option<String>,
}
