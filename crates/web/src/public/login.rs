//! `GET /login/{token}`: a button, so that a mail scanner spends nothing. `POST`: the link is spent and a session begins.

use askama::Template;
use signet_lang::Locale;

use crate::frame::Frame;

/// The page.
#[derive(Template)]
#[template(path = "public/login.html")]
pub struct LoginPage {
    /// Around the page.
    pub f: Frame,
    /// Its sentences.
    pub l: Locale,
    /// Where the button leads.
    pub action: String,
}
