//! What a container (ZIP) unpacks to, measured a piece at a time before any of it is kept.

use std::io::{BufReader, Cursor, Read};

use memchr::memmem;
use zip::{ZipArchive, result::ZipError};

use super::extent::Extent;
use crate::WorkbookFault;

/// Most bytes of all parts together, unpacked: a sheet of [`ROWS_MAX`](crate::results::ROWS_MAX) rows with every column of ours takes
/// some 30 MB, its texts as much again.
pub const UNPACKED_MAX: u64 = 96 << 20;
/// Most parts: a workbook of one sheet has a dozen, each further sheet a few.
const PARTS_MAX: usize = 1_000;
/// How each entry of the directory at the end begins (APPNOTE 4.3.12).
const DIRECTORY_ENTRY: &[u8] = b"PK\x01\x02";

/// Which kind of workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Xlsx,
    Ods,
}

/// Goes through every part. Sizes that the container itself states are not believed.
pub(super) fn measure(bytes: &[u8]) -> Result<Kind, WorkbookFault> {
    // The directory is counted before it is read: each of its entries would take memory of its own.
    if memmem::find_iter(bytes, DIRECTORY_ENTRY).nth(PARTS_MAX).is_some() {
        return Err(WorkbookFault::Unpacks);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut left = UNPACKED_MAX;
    let mut kind = None;
    for index in 0..archive.len() {
        let part = archive.by_index(index)?;
        match part.name() {
            "[Content_Types].xml" => kind = Some(Kind::Xlsx),
            "content.xml" => kind = kind.or(Some(Kind::Ods)),
            _ => {}
        }
        let mut unpacked = part.take(left + 1);
        // Readers find parts by what other parts say of them: whatever looks like XML is looked at, whatever its name.
        Extent::default().check(BufReader::new(&mut unpacked))?;
        std::io::copy(&mut unpacked, &mut std::io::sink())?;
        left = unpacked.limit().checked_sub(1).ok_or(WorkbookFault::Unpacks)?;
    }
    kind.ok_or(WorkbookFault::Broken)
}

impl From<ZipError> for WorkbookFault {
    fn from(_: ZipError) -> Self {
        WorkbookFault::Broken
    }
}

/// Memory does not fail: the part cannot be unpacked.
impl From<std::io::Error> for WorkbookFault {
    fn from(_: std::io::Error) -> Self {
        WorkbookFault::Broken
    }
}
