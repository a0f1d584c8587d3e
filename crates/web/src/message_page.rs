//! A page that says one thing: an error, a farewell, the neutral answer to a link that opens nothing.

use askama::Template;
use signet_lang::Locale;

use crate::{frame::PageFrame, view::LinkView};

/// The page.
#[derive(Template)]
#[template(path = "public/message.html")]
pub struct MessagePage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// The heading.
    pub title: String,
    /// The paragraphs.
    pub texts: Vec<String>,
    /// Where to go from here.
    pub onward: Option<LinkView>,
}
