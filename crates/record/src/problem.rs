//! The closed list of problems, each with the values its sentence needs.

use std::fmt;

use toml::de::DeValue;

use crate::{Date, Language, SyntaxFault, WorkbookFault};

/// What is wrong. `found` is what the user wrote; it may be personal and is therefore in no `Debug`
/// output.
#[derive(Clone, PartialEq, Eq)]
pub enum Problem {
    /// Nothing there, and something must be.
    Missing,
    /// There, but empty or only spaces.
    Empty,
    /// The text exists in one language only; this one is missing.
    MissingLanguage(Language),
    /// More characters than fit.
    TooLong {
        /// Most characters allowed.
        max: usize,
        /// Characters found.
        found: usize,
    },
    /// A character no text may hold (control, direction override, byte order mark).
    ForbiddenCharacter {
        /// Its code point.
        code: u32,
        /// Its place in the text, counted in characters from 1.
        position: usize,
    },
    /// More entries than allowed.
    TooMany {
        /// Most allowed.
        max: usize,
        /// Found.
        found: usize,
    },
    /// Fewer entries than needed.
    TooFew {
        /// Least needed.
        min: usize,
        /// Found.
        found: usize,
    },
    /// The same value stands there twice.
    Duplicate {
        /// The value.
        found: String,
    },
    /// A value of another kind of TOML or JSON.
    WrongType {
        /// What is needed.
        expected: ValueKind,
        /// What is there.
        found: ValueKind,
    },
    /// A name the file format does not know.
    UnknownField {
        /// The name.
        found: String,
        /// The known name that looks most like it.
        nearest: Option<String>,
    },
    /// A value outside a closed list.
    UnknownCode {
        /// The value.
        found: String,
        /// The list, or its part that looks most like the value when the list is long.
        expected: Vec<String>,
    },
    /// A number outside its limits.
    OutOfRange {
        /// Least allowed.
        min: String,
        /// Most allowed.
        max: String,
        /// Found.
        found: String,
    },
    /// Not a number as it is written here.
    NotANumber {
        /// What is there.
        found: String,
    },
    /// More decimal places than allowed.
    TooPrecise {
        /// Most decimal places.
        decimals: u8,
        /// Found.
        found: String,
    },
    /// Not a day of the calendar in a form that is read here.
    NotADate {
        /// What is there.
        found: String,
    },
    /// A day after today.
    FutureDate {
        /// The day.
        found: Date,
        /// Today.
        today: Date,
    },
    /// A day before one it cannot precede.
    DateBefore {
        /// The day.
        found: Date,
        /// The field of the other day.
        other: String,
        /// The other day.
        limit: Date,
    },
    /// A birth so long ago that it is a mistake.
    TooOld {
        /// The day.
        found: Date,
        /// Most years of age.
        years: u8,
    },
    /// Looks like a rodné číslo: it passes the check of its digits.
    NationalId,
    /// An identifier that is not of a-z, 0-9 and hyphens, or begins with a hyphen.
    NotASlug {
        /// What is there.
        found: String,
    },
    /// A space inside an identifier.
    SpaceInside,
    /// Not a UUID.
    NotAnIdentifier,
    /// IČO: not eight digits.
    NotACompanyNumber {
        /// What is there.
        found: String,
    },
    /// IČO: the last digit does not fit the others.
    CompanyNumberCheck {
        /// What is there.
        found: String,
    },
    /// Not a legal person identifier of ETSI EN 319 412-1.
    NotALegalIdentifier {
        /// What is there.
        found: String,
    },
    /// Two identifiers of one institution that do not agree.
    Disagrees {
        /// The field of the other one.
        other: String,
    },
    /// Not an ESCO skill URI.
    NotAnEscoSkill {
        /// What is there.
        found: String,
    },
    /// Not an ESCO occupation URI.
    NotAnEscoOccupation {
        /// What is there.
        found: String,
    },
    /// Not an http or https address.
    NotAnAddress {
        /// What is there.
        found: String,
    },
    /// Not an e-mail address.
    NotAnEmail,
    /// Not a colour `#rrggbb`.
    NotAColour {
        /// What is there.
        found: String,
    },
    /// Not an SVG or PNG picture that may be used.
    NotAPicture {
        /// Why.
        reason: PictureProblem,
    },
    /// Not a file that can be embedded.
    NotAFile {
        /// Why.
        reason: FileProblem,
    },
    /// Neither a given nor a family name.
    NoName,
    /// Attendance is the only thing assessed.
    AttendanceOnly,
    /// No grade of the scheme is a pass.
    NoPassingGrade,
    /// The weights of assessments do not make 100 %.
    Weights {
        /// Their sum.
        found: u32,
    },
    /// Hours do not fit credits: one ECTS credit is 25 to 30 hours.
    HoursPerCredit {
        /// Least hours for these credits.
        min: u32,
        /// Most hours for these credits.
        max: u32,
        /// Found.
        found: u32,
    },
    /// Credits of the parts do not add up to the credits of the whole.
    PartsDoNotAddUp {
        /// Sum of the parts.
        parts: String,
        /// Credits of the whole.
        whole: String,
    },
    /// Details for another kind of unit.
    NotOfThisKind {
        /// The kind of the unit.
        kind: &'static str,
    },
    /// The grade is not a pass: there is nothing to issue.
    NotPassed {
        /// The grade.
        found: String,
    },
    /// The bytes are not UTF-8.
    NotUtf8 {
        /// The line of the first wrong character, from 1.
        line: usize,
        /// Its place in that line, counted in characters from 1.
        position: usize,
        /// What the file probably is.
        guess: Encoding,
    },
    /// The file is too large.
    TooLarge {
        /// Most bytes.
        max: usize,
        /// Bytes found, as far as they were counted.
        found: usize,
    },
    /// The text does not follow its format (TOML, JSON, CSV).
    Syntax {
        /// In which way.
        fault: SyntaxFault,
    },
    /// A workbook or one of its cells cannot be read.
    Workbook {
        /// Why.
        fault: WorkbookFault,
    },
    /// A column that must be there is not.
    MissingColumn {
        /// Names it may have.
        expected: Vec<String>,
    },
    /// A column twice, perhaps once in each language.
    DuplicateColumn {
        /// The second name.
        found: String,
    },
    /// A row with more or fewer cells than the header.
    Ragged {
        /// Cells of the header.
        expected: usize,
        /// Cells of the row.
        found: usize,
    },
    /// The same person in the same run again.
    RepeatedRow {
        /// The line where they stood first.
        first: u64,
    },
    /// A file without rows.
    NoRows,
}

/// Kinds of value in TOML and JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueKind {
    /// Text in quotes.
    Text,
    /// A number without decimals.
    Integer,
    /// A number with decimals.
    Decimal,
    /// `true` or `false`.
    Boolean,
    /// A day, or a day with a time.
    Date,
    /// A list.
    List,
    /// A table of names and values.
    Table,
    /// JSON `null`.
    Nothing,
}

impl ValueKind {
    /// The kind of a value of TOML.
    #[must_use]
    pub fn of_toml(value: &DeValue<'_>) -> Self {
        match value {
            DeValue::String(_) => Self::Text,
            DeValue::Integer(_) => Self::Integer,
            DeValue::Float(_) => Self::Decimal,
            DeValue::Boolean(_) => Self::Boolean,
            DeValue::Datetime(_) => Self::Date,
            DeValue::Array(_) => Self::List,
            DeValue::Table(_) => Self::Table,
        }
    }
}

/// What a file that is not UTF-8 probably is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// As older Czech programs write text.
    Windows1250,
    /// As "Unicode text" of older spreadsheets.
    Utf16,
    /// A workbook of an older kind (`.xls`) or with a password.
    Workbook,
    /// A PDF, not text.
    Pdf,
    /// Not known.
    Unknown,
}

/// Why a picture is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureProblem {
    /// Neither SVG nor PNG.
    Format,
    /// More than [`crate::image::BYTES_MAX`].
    Size,
    /// SVG with a script, an entity or something fetched from elsewhere.
    Active,
    /// No file of that name beside the institution file.
    Absent,
}

/// Why a file is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// Neither PDF nor PNG nor JPEG.
    Format,
    /// More than [`crate::embedded::BYTES_MAX`].
    Size,
    /// No file of that name beside the institution file.
    Absent,
}

impl Problem {
    /// Stable code, for APIs and logs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Problem::Missing => "missing",
            Problem::Empty => "empty",
            Problem::MissingLanguage(_) => "missing-language",
            Problem::TooLong { .. } => "too-long",
            Problem::ForbiddenCharacter { .. } => "forbidden-character",
            Problem::TooMany { .. } => "too-many",
            Problem::TooFew { .. } => "too-few",
            Problem::Duplicate { .. } => "duplicate",
            Problem::WrongType { .. } => "wrong-type",
            Problem::UnknownField { .. } => "unknown-field",
            Problem::UnknownCode { .. } => "unknown-code",
            Problem::OutOfRange { .. } => "out-of-range",
            Problem::NotANumber { .. } => "not-a-number",
            Problem::TooPrecise { .. } => "too-precise",
            Problem::NotADate { .. } => "not-a-date",
            Problem::FutureDate { .. } => "future-date",
            Problem::DateBefore { .. } => "date-before",
            Problem::TooOld { .. } => "too-old",
            Problem::NationalId => "national-id",
            Problem::NotASlug { .. } => "not-a-slug",
            Problem::SpaceInside => "space-inside",
            Problem::NotAnIdentifier => "not-an-identifier",
            Problem::NotACompanyNumber { .. } => "not-a-company-number",
            Problem::CompanyNumberCheck { .. } => "company-number-check",
            Problem::NotALegalIdentifier { .. } => "not-a-legal-identifier",
            Problem::Disagrees { .. } => "disagrees",
            Problem::NotAnEscoSkill { .. } => "not-an-esco-skill",
            Problem::NotAnEscoOccupation { .. } => "not-an-esco-occupation",
            Problem::NotAnAddress { .. } => "not-an-address",
            Problem::NotAnEmail => "not-an-email",
            Problem::NotAColour { .. } => "not-a-colour",
            Problem::NotAPicture { .. } => "not-a-picture",
            Problem::NotAFile { .. } => "not-a-file",
            Problem::NoName => "no-name",
            Problem::AttendanceOnly => "attendance-only",
            Problem::NoPassingGrade => "no-passing-grade",
            Problem::Weights { .. } => "weights",
            Problem::HoursPerCredit { .. } => "hours-per-credit",
            Problem::PartsDoNotAddUp { .. } => "parts-do-not-add-up",
            Problem::NotOfThisKind { .. } => "not-of-this-kind",
            Problem::NotPassed { .. } => "not-passed",
            Problem::NotUtf8 { .. } => "not-utf8",
            Problem::TooLarge { .. } => "too-large",
            Problem::Syntax { .. } => "syntax",
            Problem::Workbook { .. } => "workbook",
            Problem::MissingColumn { .. } => "missing-column",
            Problem::DuplicateColumn { .. } => "duplicate-column",
            Problem::Ragged { .. } => "ragged",
            Problem::RepeatedRow { .. } => "repeated-row",
            Problem::NoRows => "no-rows",
        }
    }
}

impl fmt::Debug for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
