//! `GET /c/{link}`: what the holder shows to whoever has the link.

use askama::Template;
use signet_lang::Locale;

use crate::{
    frame::Frame,
    view::{CredentialView, FileView, ReportView},
};

/// The page.
#[derive(Template)]
#[template(path = "public/shared.html")]
pub struct SharedPage {
    /// Around the page.
    pub f: Frame,
    /// Its sentences.
    pub l: Locale,
    /// What a verification finds now.
    pub report: ReportView,
    /// What the credential says.
    pub c: CredentialView,
    /// Address of the picture of page 1, when the share shows it.
    pub preview: Option<String>,
    /// The sealed files, when the share shows them.
    pub files: Vec<FileView>,
    /// Last day of the share, in words.
    pub ends: Option<String>,
}
