//! How many cells a part of a workbook comes to: in both formats a few bytes can stand for millions of them.

use std::io::BufRead;

use quick_xml::{
    Reader,
    events::{BytesStart, Event, attributes::AttrError},
};

use super::super::{CELL_MAX, COLUMNS_MAX, ROWS_MAX};
use crate::WorkbookFault;

/// Most cells that a sheet may come to: as many as may be read.
const CELLS_MAX: u64 = (ROWS_MAX * COLUMNS_MAX) as u64;
/// Most elements of a part: a filled cell takes two or three, its text two more.
const ELEMENTS_MAX: u64 = 8_000_000;
/// Most characters of one name, attribute or text: a cell of Excel has at most 32,767.
const EVENT_MAX: usize = 1 << 20;
/// Letters and digits of the last cell there can be, `XFD1048576`: the reader counts on, however many come.
const PLACE_LETTERS_MAX: usize = 3;
const PLACE_DIGITS_MAX: usize = 7;

/// Counts of one part.
#[derive(Default)]
pub(super) struct Extent {
    elements: u64,
    rows: u64,
    empty_rows: u64,
    width: u64,
    /// Of the row that is being read: how often it stands there, its cells, and the last filled one.
    row: (u64, u64, u64),
}

impl Extent {
    /// Goes through a part. What is no XML is no sheet either, and has no cells.
    pub fn check(mut self, part: impl BufRead) -> Result<(), WorkbookFault> {
        let mut reader = Reader::from_reader(part);
        reader.config_mut().check_end_names = false;
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            let event = match reader.read_event_into(&mut buffer) {
                Ok(Event::Eof) | Err(_) => return Ok(()),
                Ok(event) => event,
            };
            match event {
                Event::Start(element) => self.begin(&element)?,
                Event::Empty(element) => {
                    self.begin(&element)?;
                    self.end(element.name().as_ref())?;
                }
                Event::End(element) => self.end(element.name().as_ref())?,
                _ => {}
            }
            if buffer.len() > EVENT_MAX {
                return Err(WorkbookFault::Unpacks);
            }
        }
    }

    fn begin(&mut self, element: &BytesStart<'_>) -> Result<(), WorkbookFault> {
        self.elements += 1;
        if self.elements > ELEMENTS_MAX {
            return Err(WorkbookFault::Unpacks);
        }
        match element.name().as_ref() {
            b"table:table" => (self.rows, self.empty_rows, self.width) = (0, 0, 0),
            b"table:table-row" => self.row = (number(element, "table:number-rows-repeated")?.unwrap_or(1), 0, 0),
            b"table:table-cell" | b"table:covered-table-cell" => {
                let (_, cells, last) = &mut self.row;
                *cells = cells.saturating_add(number(element, "table:number-columns-repeated")?.unwrap_or(1));
                let filled = ["office:value-type", "table:formula", "office:value", "office:string-value"];
                if filled.iter().any(|name| matches!(element.try_get_attribute(name), Ok(Some(_)))) {
                    *last = *cells;
                }
            }
            // Spaces that are written as their number.
            b"text:s" if number(element, "text:c")?.is_some_and(|spaces| spaces > CELL_MAX as u64) => {
                return Err(WorkbookFault::Unpacks);
            }
            _ => self.begin_xlsx(element)?,
        }
        Ok(())
    }

    fn begin_xlsx(&self, element: &BytesStart<'_>) -> Result<(), WorkbookFault> {
        match element.local_name().as_ref() {
            // The reader makes room for so many texts at once.
            b"sst" | b"cellXfs" | b"cellStyleXfs" => {
                for name in ["uniqueCount", "count"] {
                    if number(element, name)?.is_some_and(|count| count > ELEMENTS_MAX) {
                        return Err(WorkbookFault::Unpacks);
                    }
                }
            }
            b"row" | b"c" | b"dimension" | b"mergeCell" | b"f" => {
                for name in ["r", "ref"] {
                    let Ok(Some(place)) = element.try_get_attribute(name) else { continue };
                    if !place.value.split(|sign| *sign == b':').all(is_place) {
                        return Err(WorkbookFault::Broken);
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &[u8]) -> Result<(), WorkbookFault> {
        if name != b"table:table-row" {
            return Ok(());
        }
        let (repeated, _, last) = self.row;
        if last == 0 {
            self.empty_rows = self.empty_rows.saturating_add(repeated);
            return Ok(());
        }
        // Empty rows count where a filled one follows: the reader keeps them.
        self.rows = self.rows.saturating_add(self.empty_rows).saturating_add(repeated);
        self.empty_rows = 0;
        self.width = self.width.max(last);
        if self.rows.saturating_mul(self.width) > CELLS_MAX { Err(WorkbookFault::Unpacks) } else { Ok(()) }
    }
}

/// Whether a text is the place of a cell, or of a row.
fn is_place(place: &[u8]) -> bool {
    let letters = place.iter().take_while(|sign| sign.is_ascii_alphabetic()).count();
    let digits = place.iter().skip(letters).filter(|sign| sign.is_ascii_digit()).count();
    letters <= PLACE_LETTERS_MAX && digits <= PLACE_DIGITS_MAX && letters + digits == place.len()
}

/// A number that an attribute states; one that is none, or is larger than any, is nothing that a spreadsheet writes.
fn number(element: &BytesStart<'_>, name: &str) -> Result<Option<u64>, WorkbookFault> {
    let Some(attribute) = element.try_get_attribute(name)? else { return Ok(None) };
    let number = std::str::from_utf8(&attribute.value).ok().and_then(|text| text.trim().parse().ok());
    number.map(Some).ok_or(WorkbookFault::Broken)
}

impl From<AttrError> for WorkbookFault {
    fn from(_: AttrError) -> Self {
        WorkbookFault::Broken
    }
}
