//! A PDF that is read once and looked at several times: for what it carries, and for its seals under one basis after another.

use super::PdfReadError;
use super::attachment::{Attachment, AttachmentLimits, collect};
use super::judge::judge_opened;
use super::page::{Annotations, FirstPage, first_page};
use super::pdf::{Index, Pdf};
use crate::SealReport;
use crate::basis::Basis;
use std::fmt;
use std::sync::Arc;

/// A PDF file whose cross-reference sections were read. What is kept of it beside its bytes is bounded by their number.
pub struct PdfDocument {
    bytes: Vec<u8>,
    index: Arc<Index>,
}

impl PdfDocument {
    /// Reads the cross-reference sections.
    ///
    /// # Errors
    /// [`PdfReadError`] if the file is no PDF that can be read.
    pub fn read(bytes: Vec<u8>) -> Result<Self, PdfReadError> {
        let index = Arc::new(Index::read(&bytes)?);
        Ok(Self { bytes, index })
    }

    /// The file.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The embedded files, as [`attachments`](super::attachments).
    ///
    /// # Errors
    /// [`PdfReadError`] if they cannot be read, or hold more than `limits` allow.
    pub fn attachments(&self, limits: AttachmentLimits) -> Result<Vec<Attachment>, PdfReadError> {
        collect(self.open().newest(), limits)
    }

    /// The first page of the newest revision, to be drawn.
    ///
    /// # Errors
    /// [`PdfReadError`] if it cannot be read, or has or costs more than a page may.
    pub fn first_page(&self, annotations: Annotations) -> Result<FirstPage, PdfReadError> {
        first_page(self.open().newest(), annotations)
    }

    /// The seals, as [`judge`](super::judge).
    ///
    /// # Errors
    /// [`PdfReadError`] if what they rest on cannot be read.
    pub fn judge(&self, basis: &Basis<'_>) -> Result<Vec<SealReport>, PdfReadError> {
        judge_opened(&self.open(), basis)
    }

    fn open(&self) -> Pdf<'_> {
        Pdf::open(&self.bytes, Arc::clone(&self.index))
    }
}

/// Says how large it is, and nothing of what it says.
impl fmt::Debug for PdfDocument {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "PdfDocument({} bytes)", self.bytes.len())
    }
}
