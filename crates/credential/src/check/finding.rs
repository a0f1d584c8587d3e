//! What the format check reports: a stable code, a place, and the values its sentence needs.

use serde::Serialize;
use signet_lang::Locale;
use signet_record::AnnexItem;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; changes nothing.
    Note,
    /// The credential can be read, but other software may not show all of it, or it says less than it should.
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
    LearnerName,
    AnnexMissing,
}

impl Code {
    /// All codes, in the order of the documentation.
    pub const ALL: [Code; 33] = [
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
        Code::LearnerName,
        Code::AnnexMissing,
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
            Code::LearnerName => "format.learner-name",
            Code::AnnexMissing => "format.annex-missing",
        }
    }

    /// How much it weighs.
    pub fn severity(self) -> Severity {
        match self {
            Code::UnknownMember => Severity::Note,
            Code::BareReference
            | Code::UnlistedCode
            | Code::TimeZone
            | Code::Dropped
            | Code::Misplaced
            | Code::AnnexMissing => Severity::Warning,
            _ => Severity::Violation,
        }
    }
}

/// One thing the format check has to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormatFinding {
    /// What it is about.
    pub code: Code,
    /// Where: `$.credentialSubject.hasClaim[0].title`.
    pub path: String,
    /// The item of Annex I that is concerned, when it is one.
    pub annex: Option<AnnexItem>,
    /// What should stand there, as far as the code has such a thing.
    pub expected: String,
    /// What stands there: the member's name for what is missing, the code or type for what is wrong.
    pub found: String,
}

impl FormatFinding {
    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// The finding as a sentence. The place is not part of it.
    pub fn sentence(&self, locale: Locale) -> String {
        let (expected, found) = (self.expected.as_str(), self.found.as_str());
        match self.code {
            Code::Context => locale.format_context(),
            Code::Types => locale.format_types(),
            Code::CredentialNode => locale.format_credential_node(),
            Code::Profile => locale.format_profile(found),
            Code::Schema => locale.format_schema(expected),
            Code::Keyword => locale.format_keyword(found),
            Code::Identifier => locale.format_identifier(),
            Code::SameIdentifier => locale.format_same_identifier(found),
            Code::BareReference => locale.format_bare_reference(found),
            Code::Missing => locale.format_missing(found),
            Code::TooMany => locale.format_too_many(found),
            Code::Class => locale.format_class(expected),
            Code::Nested => locale.format_nested(found),
            Code::ConceptIdentifier => locale.format_concept_identifier(),
            Code::ConceptScheme => locale.format_concept_scheme(expected),
            Code::UnknownCode => locale.format_unknown_code(expected, found),
            Code::UnlistedCode => locale.format_unlisted_code(expected, found),
            Code::Words => locale.format_words(),
            Code::LanguageTag => locale.format_language_tag(found),
            Code::RepeatedLanguage => locale.format_repeated_language(found),
            Code::Text => locale.format_text(),
            Code::DateTime => locale.format_date_time(),
            Code::TimeZone => locale.format_time_zone(),
            Code::Duration => locale.format_duration(),
            Code::Number => locale.format_number(),
            Code::Boolean => locale.format_boolean(),
            Code::Uri => locale.format_uri(),
            Code::Unwritable => locale.format_unwritable(found),
            Code::Dropped => locale.format_dropped(found),
            Code::Misplaced => locale.format_misplaced(expected, found),
            Code::UnknownMember => locale.format_unknown_member(found),
            Code::LearnerName => locale.format_learner_name(),
            Code::AnnexMissing => {
                let item = self.annex.map_or_else(String::new, |item| annex_label(item, locale));
                locale.format_annex_missing(item)
            }
        }
    }
}

/// Name of an item of Annex I, as the supplement prints it.
pub fn annex_label(item: AnnexItem, locale: Locale) -> String {
    match item {
        AnnexItem::Holder => locale.format_annex_holder(),
        AnnexItem::Title => locale.format_annex_title(),
        AnnexItem::Country => locale.format_annex_country(),
        AnnexItem::AwardingBody => locale.format_annex_awarding_body(),
        AnnexItem::IssueDate => locale.format_annex_issue_date(),
        AnnexItem::LearningOutcomes => locale.format_annex_learning_outcomes(),
        AnnexItem::Workload => locale.format_annex_workload(),
        AnnexItem::Level => locale.format_annex_level(),
        AnnexItem::AssessmentType => locale.format_annex_assessment_type(),
        AnnexItem::Participation => locale.format_annex_participation(),
        AnnexItem::QualityAssurance => locale.format_annex_quality_assurance(),
        AnnexItem::Prerequisites => locale.format_annex_prerequisites(),
        AnnexItem::Supervision => locale.format_annex_supervision(),
        AnnexItem::Grade => locale.format_annex_grade(),
        AnnexItem::Stacking => locale.format_annex_stacking(),
        AnnexItem::FurtherInformation => locale.format_annex_further_information(),
        AnnexItem::Languages => locale.format_annex_languages(),
        AnnexItem::Period => locale.format_annex_period(),
        AnnexItem::Identifier => locale.format_annex_identifier(),
        AnnexItem::Seal => locale.format_annex_seal(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use signet_record::Language;

    #[test]
    fn every_code_has_its_own_name_and_a_sentence_in_both_languages() {
        let mut names: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Code::ALL.len());
        for code in Code::ALL {
            for language in Language::ALL {
                let finding = FormatFinding {
                    code,
                    path: String::new(),
                    annex: Some(AnnexItem::Title),
                    expected: "one".into(),
                    found: "two".into(),
                };
                assert!(finding.sentence(Locale::new(language)).len() > 10, "{code:?}");
            }
        }
    }
}
