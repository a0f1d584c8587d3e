//! `GET /holder`: the holder's own micro-credentials.

use askama::Template;
use signet_lang::Locale;

use crate::{frame::Frame, view::StateTag};

/// The page.
#[derive(Template)]
#[template(path = "holder/list.html")]
pub struct HolderPage {
    /// Around the page.
    pub f: Frame,
    /// Its sentences.
    pub l: Locale,
    /// Newest first.
    pub credentials: Vec<OwnCredential>,
}

/// One of them.
pub struct OwnCredential {
    /// Its page.
    pub href: String,
    /// Title in the reader's language.
    pub title: String,
    /// Awarding body.
    pub institution: String,
    /// Credits, level, date.
    pub tags: Vec<String>,
    /// Valid, waiting, revoked …
    pub state: StateTag,
    /// Bears a test seal.
    pub trial: bool,
    /// The form for a new share, when it can be shared.
    pub share_href: Option<String>,
}
