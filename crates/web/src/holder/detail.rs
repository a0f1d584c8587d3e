//! `GET /holder/{credential}`: one micro-credential with its shares, files and who looked.

use askama::Template;
use signet_lang::Locale;

use crate::{
    frame::Frame,
    view::{CredentialView, FileView, HistoryLine, StateTag},
};

/// The page.
#[derive(Template)]
#[template(path = "holder/detail.html")]
pub struct DetailPage {
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
    /// What the state means for the holder.
    pub warning: Option<String>,
    /// What it says.
    pub c: CredentialView,
    /// The form for a new share.
    pub share_href: Option<String>,
    /// Named shares, newest first.
    pub shares: Vec<ShareLine>,
    /// State of the link in the PDF.
    pub master: StateTag,
    /// Whether it is on.
    pub master_on: bool,
    /// Where the switch leads.
    pub master_action: String,
    /// The sealed files.
    pub files: Vec<FileView>,
    /// Address that adds it to a LinkedIn profile, when there is a share without end.
    pub linkedin: Option<String>,
    /// The form for a share that suits a profile.
    pub linkedin_share: Option<String>,
    /// Picture of page 1.
    pub preview: Option<String>,
    /// Looks, newest first.
    pub history: Vec<HistoryLine>,
}

/// A named share in the list.
pub struct ShareLine {
    /// Its page.
    pub href: String,
    /// The holder's name for it.
    pub label: String,
    /// Works, ended, withdrawn.
    pub state: StateTag,
    /// Last day, or that there is none.
    pub ends: String,
    /// How often it was opened.
    pub opened: String,
}
