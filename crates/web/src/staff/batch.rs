//! `GET /staff/batches/{batch}`: how far the issuing is.

use askama::Template;
use signet_lang::Locale;

use crate::{
    frame::Frame,
    view::{StateTag, Tile},
};

/// The page.
#[derive(Template)]
#[template(path = "staff/batch.html")]
pub struct BatchPage {
    /// Around the page.
    pub f: Frame,
    /// Its sentences.
    pub l: Locale,
    /// Title of the unit.
    pub unit: String,
    /// When it was handed in.
    pub when: String,
    /// Nothing more will change.
    pub finished: bool,
    /// How far it is, in a sentence.
    pub sentence: String,
    /// Rows in all.
    pub total: usize,
    /// Rows done.
    pub done: usize,
    /// Counts by state.
    pub tiles: Vec<Tile>,
    /// Each credential of the batch.
    pub rows: Vec<BatchRow>,
}

/// One credential of the batch.
pub struct BatchRow {
    /// Its page, once there is one.
    pub href: Option<String>,
    /// The holder.
    pub name: String,
    /// Waiting, valid, not issued.
    pub state: StateTag,
    /// Why it is not issued.
    pub note: String,
}
