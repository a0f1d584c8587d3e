//! What a record says, as the sentences choose by it.

use signet_record::{Encoding, FileProblem, PictureProblem, SyntaxFault, ValueKind, WorkbookFault};

use crate::args;

impl From<Encoding> for args::RecordNotUtf8Guess {
    fn from(value: Encoding) -> Self {
        match value {
            Encoding::Windows1250 => Self::Windows,
            Encoding::Utf16 => Self::Utf,
            Encoding::Workbook => Self::Workbook,
            Encoding::Pdf => Self::Pdf,
            Encoding::Unknown => Self::Unknown,
        }
    }
}

impl From<FileProblem> for args::RecordNotAFile {
    fn from(value: FileProblem) -> Self {
        match value {
            FileProblem::Format => Self::Format,
            FileProblem::Size => Self::Size,
            FileProblem::Absent => Self::Absent,
        }
    }
}

impl From<ValueKind> for args::ValueKind {
    fn from(value: ValueKind) -> Self {
        match value {
            ValueKind::Text => Self::Text,
            ValueKind::Integer => Self::Integer,
            ValueKind::Decimal => Self::Decimal,
            ValueKind::Boolean => Self::Boolean,
            ValueKind::Date => Self::Date,
            ValueKind::List => Self::List,
            ValueKind::Table => Self::Table,
            ValueKind::Nothing => Self::Nothing,
        }
    }
}

impl From<PictureProblem> for args::RecordNotAPicture {
    fn from(value: PictureProblem) -> Self {
        match value {
            PictureProblem::Format => Self::Format,
            PictureProblem::Size => Self::Size,
            PictureProblem::Active => Self::Active,
            PictureProblem::Absent => Self::Absent,
        }
    }
}

impl From<SyntaxFault> for args::FileSyntaxFault {
    fn from(value: SyntaxFault) -> Self {
        match value {
            SyntaxFault::Duplicate => Self::Duplicate,
            SyntaxFault::Unquoted => Self::Unquoted,
            SyntaxFault::Unclosed => Self::Unclosed,
            SyntaxFault::NoValue => Self::NoValue,
            SyntaxFault::Comma => Self::Comma,
            SyntaxFault::Key => Self::Key,
            SyntaxFault::Number => Self::Number,
            SyntaxFault::TooDeep => Self::TooDeep,
            SyntaxFault::Shape => Self::Shape,
            SyntaxFault::Json => Self::Json,
            SyntaxFault::Csv => Self::Csv,
            SyntaxFault::Other => Self::Other,
        }
    }
}

impl From<WorkbookFault> for args::RecordWorkbook {
    fn from(value: WorkbookFault) -> Self {
        match value {
            WorkbookFault::Broken => Self::Broken,
            WorkbookFault::Unpacks => Self::Unpacks,
            WorkbookFault::NoSheet => Self::NoSheet,
            WorkbookFault::ErrorValue => Self::ErrorValue,
            WorkbookFault::LongNumber => Self::LongNumber,
            WorkbookFault::Merged => Self::Merged,
        }
    }
}
