//! What the format check can find: stable codes and their weight.

use serde::Serialize;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; changes nothing.
    Note,
    /// The credential can be read, but other software may not show all of it, it says less than it should, or it contradicts itself.
    Warning,
    /// The credential does not follow the format.
    Violation,
}

/// What a finding is about. The names are stable: see `docs/verification.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Code {
    Context,
    Types,
    CredentialNode,
    Profile,
    Schema,
    Keyword,
    Identifier,
    SameIdentifier,
    BareReference,
    Missing,
    TooMany,
    Class,
    Nested,
    ConceptIdentifier,
    ConceptScheme,
    UnknownCode,
    UnlistedCode,
    Words,
    LanguageTag,
    RepeatedLanguage,
    Text,
    DateTime,
    TimeZone,
    Duration,
    Number,
    Boolean,
    Uri,
    Unwritable,
    Dropped,
    Misplaced,
    UnknownMember,
    LaterEdition,
    LearnerName,
    AnnexMissing,
    EndsBeforeStart,
    DatesDiffer,
    AwardAfterIssue,
    Period,
    ResultBeforeActivity,
    BirthDate,
    NotInForce,
    CreditPoints,
    CreditHours,
    CreditReceived,
    CreditParts,
    CreditRange,
    EmptyDuration,
    LevelDiffers,
    GradingScheme,
    ShortenedGrading,
    PrimaryLanguage,
    LegalNameLanguage,
    ImplausibleName,
    DisplayLanguage,
    FileContent,
    FileSize,
    BirthNumber,
    NationalId,
    MoreThanNeeded,
}

impl Code {
    /// All codes, in the order of the documentation.
    pub const ALL: [Code; 59] = [
        Code::Context,
        Code::Types,
        Code::CredentialNode,
        Code::Profile,
        Code::Schema,
        Code::Keyword,
        Code::Identifier,
        Code::SameIdentifier,
        Code::BareReference,
        Code::Missing,
        Code::TooMany,
        Code::Class,
        Code::Nested,
        Code::ConceptIdentifier,
        Code::ConceptScheme,
        Code::UnknownCode,
        Code::UnlistedCode,
        Code::Words,
        Code::LanguageTag,
        Code::RepeatedLanguage,
        Code::Text,
        Code::DateTime,
        Code::TimeZone,
        Code::Duration,
        Code::Number,
        Code::Boolean,
        Code::Uri,
        Code::Unwritable,
        Code::Dropped,
        Code::Misplaced,
        Code::UnknownMember,
        Code::LaterEdition,
        Code::LearnerName,
        Code::AnnexMissing,
        Code::EndsBeforeStart,
        Code::DatesDiffer,
        Code::AwardAfterIssue,
        Code::Period,
        Code::ResultBeforeActivity,
        Code::BirthDate,
        Code::NotInForce,
        Code::CreditPoints,
        Code::CreditHours,
        Code::CreditReceived,
        Code::CreditParts,
        Code::CreditRange,
        Code::EmptyDuration,
        Code::LevelDiffers,
        Code::GradingScheme,
        Code::ShortenedGrading,
        Code::PrimaryLanguage,
        Code::LegalNameLanguage,
        Code::ImplausibleName,
        Code::DisplayLanguage,
        Code::FileContent,
        Code::FileSize,
        Code::BirthNumber,
        Code::NationalId,
        Code::MoreThanNeeded,
    ];

    /// The stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            Code::Context => "format.context",
            Code::Types => "format.types",
            Code::CredentialNode => "format.credential-node",
            Code::Profile => "format.profile",
            Code::Schema => "format.schema",
            Code::Keyword => "format.keyword",
            Code::Identifier => "format.identifier",
            Code::SameIdentifier => "format.same-identifier",
            Code::BareReference => "format.bare-reference",
            Code::Missing => "format.missing",
            Code::TooMany => "format.too-many",
            Code::Class => "format.class",
            Code::Nested => "format.nested",
            Code::ConceptIdentifier => "format.concept-identifier",
            Code::ConceptScheme => "format.concept-scheme",
            Code::UnknownCode => "format.unknown-code",
            Code::UnlistedCode => "format.unlisted-code",
            Code::Words => "format.words",
            Code::LanguageTag => "format.language-tag",
            Code::RepeatedLanguage => "format.repeated-language",
            Code::Text => "format.text",
            Code::DateTime => "format.date-time",
            Code::TimeZone => "format.time-zone",
            Code::Duration => "format.duration",
            Code::Number => "format.number",
            Code::Boolean => "format.boolean",
            Code::Uri => "format.uri",
            Code::Unwritable => "format.unwritable",
            Code::Dropped => "format.dropped",
            Code::Misplaced => "format.misplaced",
            Code::UnknownMember => "format.unknown-member",
            Code::LaterEdition => "format.later-edition",
            Code::LearnerName => "format.learner-name",
            Code::AnnexMissing => "format.annex-missing",
            Code::EndsBeforeStart => "format.ends-before-start",
            Code::DatesDiffer => "format.dates-differ",
            Code::AwardAfterIssue => "format.award-after-issue",
            Code::Period => "format.period",
            Code::ResultBeforeActivity => "format.result-before-activity",
            Code::BirthDate => "format.birth-date",
            Code::NotInForce => "format.accreditation-not-in-force",
            Code::CreditPoints => "format.credit-points",
            Code::CreditHours => "format.credit-hours",
            Code::CreditReceived => "format.credit-received",
            Code::CreditParts => "format.credit-parts",
            Code::CreditRange => "format.credit-range",
            Code::EmptyDuration => "format.empty-duration",
            Code::LevelDiffers => "format.level-differs",
            Code::GradingScheme => "format.grading-scheme",
            Code::ShortenedGrading => "format.shortened-grading",
            Code::PrimaryLanguage => "format.primary-language",
            Code::LegalNameLanguage => "format.legal-name-language",
            Code::ImplausibleName => "format.implausible-name",
            Code::DisplayLanguage => "format.display-language",
            Code::FileContent => "format.file-content",
            Code::FileSize => "format.file-size",
            Code::BirthNumber => "format.birth-number",
            Code::NationalId => "format.national-id",
            Code::MoreThanNeeded => "format.more-than-needed",
        }
    }

    /// How much it weighs. Whatever the official shapes let through although it makes sense to nobody is a warning: the credential
    /// follows the format all the same.
    pub fn severity(self) -> Severity {
        match self {
            Code::UnknownMember
            | Code::LaterEdition
            | Code::CreditRange
            | Code::LegalNameLanguage
            | Code::FileSize
            | Code::NationalId
            | Code::MoreThanNeeded => Severity::Note,
            Code::BareReference
            | Code::UnlistedCode
            | Code::TimeZone
            | Code::Dropped
            | Code::Misplaced
            | Code::AnnexMissing
            | Code::EndsBeforeStart
            | Code::DatesDiffer
            | Code::AwardAfterIssue
            | Code::Period
            | Code::ResultBeforeActivity
            | Code::BirthDate
            | Code::NotInForce
            | Code::CreditPoints
            | Code::CreditHours
            | Code::CreditReceived
            | Code::CreditParts
            | Code::EmptyDuration
            | Code::LevelDiffers
            | Code::GradingScheme
            | Code::ShortenedGrading
            | Code::PrimaryLanguage
            | Code::ImplausibleName
            | Code::DisplayLanguage
            | Code::FileContent
            | Code::BirthNumber => Severity::Warning,
            _ => Severity::Violation,
        }
    }
}
