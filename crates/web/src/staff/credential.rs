//! `GET /staff/credentials/{credential}`: everything the register knows of one.

use askama::Template;
use signet_lang::Locale;

use crate::{
    frame::Frame,
    view::{CredentialView, FileView, HistoryLine, StateTag},
};

/// The page.
#[derive(Template)]
#[template(path = "staff/credential.html")]
pub struct CredentialPage {
    /// Around the page.
    pub f: Frame,
    /// Its sentences.
    pub l: Locale,
    /// What has just been done.
    pub note: Option<String>,
    /// Bears a test seal.
    pub trial: bool,
    /// Valid, waiting, revoked …
    pub state: StateTag,
    /// The holder's name.
    pub holder: String,
    /// What the state means.
    pub warning: Option<String>,
    /// The ledger, oldest first.
    pub events: Vec<HistoryLine>,
    /// The sealed files.
    pub files: Vec<FileView>,
    /// What it says.
    pub c: CredentialView,
    /// The form for revoking, when that is possible.
    pub revoke_href: Option<String>,
}
