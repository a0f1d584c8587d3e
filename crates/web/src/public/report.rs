//! The answer to a verified file.

use askama::Template;
use signet_lang::Locale;

use crate::{
    frame::Frame,
    view::{ContentView, CredentialView, ReportView},
};

/// The page.
#[derive(Template)]
#[template(path = "public/report.html")]
pub struct ReportPage {
    /// Around the page.
    pub f: Frame,
    /// Its sentences.
    pub l: Locale,
    /// The name the file was sent under.
    pub file_name: Option<String>,
    /// What was found.
    pub report: ReportView,
    /// What the file says, when it can be read.
    pub credential: Option<CredentialView>,
    /// All of it, element by element.
    pub content: Option<ContentView>,
    /// Picture of the document's first page, as an address that holds it.
    pub preview: Option<String>,
}
