//! `GET /staff`: upload results, find a credential, see how things stand.

use askama::Template;
use signet_lang::Locale;

use crate::{
    frame::Frame,
    view::{StateTag, Tile},
};

/// The page.
#[derive(Template)]
#[template(path = "staff/home.html")]
pub struct StaffPage {
    /// Around the page.
    pub f: Frame,
    /// Its sentences.
    pub l: Locale,
    /// Whose study department.
    pub institution: String,
    /// What was wrong with the last file.
    pub problem: Option<String>,
    /// Units that may be issued for.
    pub units: Vec<UnitChoice>,
    /// Largest file in megabytes.
    pub limit: String,
    /// Counts by state.
    pub tiles: Vec<Tile>,
    /// The latest batches.
    pub batches: Vec<BatchLine>,
}

/// A unit to choose.
pub struct UnitChoice {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Chosen before.
    pub chosen: bool,
}

/// A batch in the list.
pub struct BatchLine {
    /// Its progress page.
    pub href: String,
    /// When it was handed in.
    pub when: String,
    /// For which unit.
    pub unit: String,
    /// How many rows.
    pub rows: String,
    /// How far it is.
    pub state: StateTag,
}
