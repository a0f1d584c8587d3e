//! The answer to a verified file: what a worker draws of it, and the page around that.

use askama::Template;
use signet_lang::Locale;

use crate::{
    frame::PageFrame,
    view::{ComparisonView, ContentView, CredentialView, ReportView},
};

/// The page around what a worker has drawn.
#[derive(Template)]
#[template(path = "public/verified.html")]
pub struct VerifiedPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// The verdict in a word or two.
    pub title: String,
    /// The main part of a [`ReportPage`], as HTML.
    pub main: String,
}

/// What was found. A worker draws its main part alone; the whole of it is there for the gallery.
#[derive(Template)]
#[template(path = "public/report.html", blocks = ["main"])]
pub struct ReportPage {
    /// Around the page.
    pub f: PageFrame,
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

/// What came of comparing files. As with [`ReportPage`], a worker draws the main part alone.
#[derive(Template)]
#[template(path = "public/comparison.html", blocks = ["main"])]
pub struct ComparisonPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// Whether the files are one micro-credential, and each file by itself.
    pub comparison: ComparisonView,
}
