//! `GET /holder/{credential}/share`: the form, set as the purpose suggests. `POST`: the share is made.

use askama::Template;
use signet_lang::Locale;

use crate::frame::Frame;

/// The page.
#[derive(Template)]
#[template(path = "holder/share_new.html")]
pub struct ShareNewPage {
    /// Around the page.
    pub f: Frame,
    /// Its sentences.
    pub l: Locale,
    /// Title of the credential.
    pub title: String,
    /// The credential's page.
    pub back: String,
    /// Where the form leads.
    pub action: String,
    /// What was wrong with the last attempt.
    pub problem: Option<String>,
    /// The suggestions.
    pub purposes: Vec<PurposeChoice>,
    /// What stands in the fields.
    pub form: ShareForm,
}

/// A suggestion.
pub struct PurposeChoice {
    /// This form, set for it.
    pub href: String,
    /// Its name.
    pub name: String,
    /// What it sets.
    pub about: String,
    /// It is the one chosen.
    pub current: bool,
}

/// What stands in the fields.
pub struct ShareForm {
    /// Code of the purpose.
    pub purpose: &'static str,
    /// The holder's name for the share.
    pub label: String,
    /// Last day, `2025-12-31`.
    pub ends: String,
    /// Today, `2025-12-01`.
    pub first_day: String,
    /// No end.
    pub unlimited: bool,
    /// `cs` or `en`.
    pub language: &'static str,
    /// Shows the date of birth, preview and files.
    pub birth: bool,
}
