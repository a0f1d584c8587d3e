//! What can go wrong with a document.

use crate::qr::QrError;

/// Why a document could not be made. No message repeats what stands on the sheet.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// The link does not fit a QR code.
    #[error("the link cannot be drawn as a QR code: {0}")]
    Link(#[from] QrError),
    /// The sheet could not be handed to the layout.
    #[error("the sheet could not be written for the layout")]
    Data,
    /// The layout reported an error or a warning, for example about the logo.
    #[error("the document could not be laid out: {0}")]
    Layout(String),
    /// The picture did not come out in its size, or could not be encoded.
    #[error("the picture of the first page could not be made")]
    Picture,
    /// The date of issue cannot be written as the date of a file.
    #[error("the time of issue is outside what a PDF can say")]
    Time,
    /// A rule of PDF/A-3a or PDF/UA-1 is broken.
    #[error("the PDF would not meet PDF/A-3a and PDF/UA-1: {0}")]
    Pdf(String),
}
