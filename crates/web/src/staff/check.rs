//! `POST /staff/check`: a dry run over a file of results; every complaint with its line and column.

use askama::Template;
use signet_lang::Locale;

use crate::{frame::Frame, view::Tile};

/// The page.
#[derive(Template)]
#[template(path = "staff/check.html")]
pub struct CheckPage {
    /// Around the page.
    pub f: Frame,
    /// Its sentences.
    pub l: Locale,
    /// Title of the unit.
    pub unit: String,
    /// Its id.
    pub unit_id: String,
    /// The name the file was sent under.
    pub file_name: String,
    /// Rows in all, to be issued, with a mistake, issued before.
    pub tiles: Vec<Tile>,
    /// In the order of lines.
    pub complaints: Vec<Complaint>,
    /// Rows that will be issued.
    pub good: usize,
    /// The file in base64, so that the next step issues exactly what was checked here.
    pub sheet: String,
    /// Seals will be for trying only.
    pub trial: bool,
}

/// What is wrong with one cell.
pub struct Complaint {
    /// Line of the file, from 1.
    pub line: String,
    /// Column as the file names it.
    pub column: String,
    /// What is wrong and what would be right.
    pub sentence: String,
}
