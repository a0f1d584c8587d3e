//! Why a file could not be read as PDF.

/// A file that is not a PDF we can read, or not within our limits; says nothing about any seal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfReadError {
    /// No `%PDF-` near the start.
    #[error("not a PDF file: %PDF- does not stand near its start")]
    NotPdf,
    /// No `startxref` near the end: truncated, or not a PDF.
    #[error("no cross-reference section: the file is cut off or damaged")]
    NoCrossReference,
    /// The trailer names no document catalog.
    #[error("the PDF has no document catalog")]
    NoCatalog,
    /// The PDF has no page.
    #[error("the PDF has no page")]
    NoPage,
    /// The PDF is encrypted.
    #[error("the PDF is encrypted")]
    Encrypted,
    /// Text that is not PDF syntax.
    #[error("wrong PDF syntax at byte {offset}: {what}")]
    Syntax {
        /// Byte in the file, or in an inflated object stream.
        offset: usize,
        /// What is wrong there.
        what: &'static str,
    },
    /// The cross-reference points to something that is not this object.
    #[error("object {number} is not at byte {offset} where the file says it is")]
    Object {
        /// Object number.
        number: u32,
        /// Where it should be.
        offset: usize,
    },
    /// More of something than we read.
    #[error("over the limit for {what}: {limit}")]
    Limit {
        /// Of what.
        what: &'static str,
        /// How much is allowed.
        limit: usize,
    },
    /// Compressed data is damaged.
    #[error("damaged compressed data")]
    Deflate,
    /// A stream is encoded with a filter that is not read here.
    #[error("a stream uses a filter that is not supported")]
    Filter,
}
