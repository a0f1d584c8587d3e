//! `GET /staff/credentials/{credential}/revoke`: the form. `POST`: first a page that asks again, then the act.

use askama::Template;
use signet_lang::Locale;

use crate::{frame::Frame, view::Fact};

/// The page: the form, or the question.
#[derive(Template)]
#[template(path = "staff/revoke.html")]
pub struct RevokePage {
    /// Around the page.
    pub f: Frame,
    /// Its sentences.
    pub l: Locale,
    /// The holder's name.
    pub holder: String,
    /// Title of the credential.
    pub title: String,
    /// The credential's page.
    pub back: String,
    /// Where the form leads.
    pub action: String,
    /// What was wrong with the last attempt.
    pub problem: Option<String>,
    /// Ask whether it is really meant.
    pub confirm: bool,
    /// What will be written down.
    pub facts: Vec<Fact>,
    /// The reasons to choose from.
    pub reasons: Vec<ReasonChoice>,
    /// What stands in the fields.
    pub form: RevokeForm,
    /// Today, `2025-12-01`.
    pub today: String,
}

/// A reason to choose.
pub struct ReasonChoice {
    /// Its code.
    pub id: &'static str,
    /// In words.
    pub label: String,
}

/// What stands in the fields.
#[derive(Default)]
pub struct RevokeForm {
    /// Code of the reason.
    pub reason: String,
    /// Not valid since, `2025-12-01`.
    pub date: String,
    /// Public explanation in Czech.
    pub note_cs: String,
    /// Public explanation in English.
    pub note_en: String,
}
