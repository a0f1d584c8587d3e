//! `GET /holder/{credential}/shares/{share}`: the link, its QR code, and what can be changed.

use askama::Template;
use signet_lang::Locale;

use crate::{
    frame::Frame,
    view::{Fact, StateTag},
};

/// The page.
#[derive(Template)]
#[template(path = "holder/share.html")]
pub struct SharePage {
    /// Around the page.
    pub f: Frame,
    /// Its sentences.
    pub l: Locale,
    /// Title of the credential.
    pub title: String,
    /// The credential's page.
    pub back: String,
    /// What has just been done.
    pub note: Option<String>,
    /// The holder's name for it.
    pub label: String,
    /// Works, ended, withdrawn.
    pub state: StateTag,
    /// The whole link, while it works.
    pub link: Option<String>,
    /// Address of the QR code without its ending.
    pub qr: String,
    /// Purpose, language, end, what it shows.
    pub facts: Vec<Fact>,
    /// This page, without language switch: where its forms lead.
    pub action: String,
    /// Last day, `2025-12-31`, or nothing.
    pub ends: String,
    /// Today.
    pub first_day: String,
}
