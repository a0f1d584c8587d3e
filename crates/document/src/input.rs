//! One sheet: what is printed.

use signet_record::{Award, Timestamp};

/// Everything that stands on the paper.
#[derive(Clone)]
pub struct DocumentInput<'a> {
    /// What was achieved, by whom, and who awards it.
    pub award: &'a Award,
    /// When the credential is issued. Its day at the institution (Europe/Prague) is printed; the instant is the date of the file.
    pub issued: Timestamp,
    /// The organisation that the seal certificate names.
    pub sealed_by: String,
    /// Whether the seal will carry a time stamp (baseline B-T or higher).
    pub time_stamped: bool,
    /// Whether the seal is a test seal: every page then says that it is invalid.
    pub test: bool,
    /// The document's own link, printed with its QR code in the supplement and nowhere else.
    pub link: &'a str,
    /// The root of the record, where the credential carries one.
    pub record: Option<PrintedRoot>,
}

/// The root of a record as it is printed. It is the one that the embedded credential carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedRoot {
    /// As forms carry it, for the keywords of the file.
    pub notation: String,
    /// In groups of digits, for people to compare.
    pub groups: String,
}
