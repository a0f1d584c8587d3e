//! What the format check reports: a stable code, a place, and the values its sentence needs.

use signet_lang::{Locale, args};
use signet_record::AnnexItem;

use crate::vocabulary::Scheme;

pub(super) use super::code::Code;
use super::code::Severity;

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

    /// Whether what is missing is what only the seal fills in: its moment, and the issuer's legal identifier.
    pub fn is_filled_by_seal(&self) -> bool {
        self.code == Code::Missing && matches!(self.found.as_str(), "issued" | "eIDASIdentifier")
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
            Code::UnknownCode => locale.format_unknown_code(args::FormatUnknownCode { expected, found }),
            Code::UnlistedCode => locale.format_unlisted_code(args::FormatUnlistedCode { expected, found }),
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
            Code::Misplaced => locale.format_misplaced(args::FormatMisplaced { expected, found }),
            Code::UnknownMember => locale.format_unknown_member(found),
            Code::LaterEdition => locale.format_later_edition(args::FormatLaterEdition { edition: expected, found }),
            Code::LearnerName => locale.format_learner_name(),
            Code::AnnexMissing => {
                let item = self.annex.map_or_else(String::new, |item| annex_label(item, locale));
                locale.format_annex_missing(item)
            }
            _ => self.sense(locale),
        }
    }

    /// The sentence of what makes no sense although it follows the format.
    fn sense(&self, locale: Locale) -> String {
        let (expected, found) = (self.expected.as_str(), self.found.as_str());
        match self.code {
            Code::EndsBeforeStart => {
                locale.format_sense_ends_before_start(args::FormatSenseEndsBeforeStart { expected, found })
            }
            Code::DatesDiffer => locale.format_sense_dates_differ(args::FormatSenseDatesDiffer { expected, found }),
            Code::AwardAfterIssue => locale.format_sense_award_after_issue(),
            Code::Period => locale.format_sense_period(args::FormatSensePeriod { expected, found }),
            Code::ResultBeforeActivity => locale.format_sense_result_before_activity(),
            Code::BirthDate => locale.format_sense_birth_date(),
            Code::NotInForce => locale.format_sense_not_in_force(),
            Code::CreditPoints => locale.format_sense_credit_points(found),
            Code::CreditHours => locale.format_sense_credit_hours(args::FormatSenseCreditHours { expected, found }),
            Code::CreditReceived => {
                locale.format_sense_credit_received(args::FormatSenseCreditReceived { expected, found })
            }
            Code::CreditParts => locale.format_sense_credit_parts(args::FormatSenseCreditParts { expected, found }),
            Code::CreditRange => locale.format_sense_credit_range(found),
            Code::EmptyDuration => locale.format_sense_empty_duration(),
            Code::LevelDiffers => locale.format_sense_level_differs(args::FormatSenseLevelDiffers { expected, found }),
            Code::GradingScheme => locale.format_sense_grading_scheme(),
            Code::ShortenedGrading => locale.format_sense_shortened_grading(found),
            Code::PrimaryLanguage => locale.format_sense_primary_language(language(expected, locale)),
            Code::LegalNameLanguage => locale.format_sense_legal_name_language(language(expected, locale)),
            Code::ImplausibleName => locale.format_sense_implausible_name(),
            Code::DisplayLanguage => locale.format_sense_display_language(language(found, locale)),
            Code::FileContent => locale.format_sense_file_content(expected),
            Code::FileSize => locale.format_sense_file_size(found),
            Code::BirthNumber => locale.format_sense_birth_number(),
            Code::NationalId => locale.format_sense_national_id(),
            Code::MoreThanNeeded => locale.format_sense_more_than_needed(found),
            // All others have theirs above.
            _ => String::new(),
        }
    }
}

/// Name of a language by its code on the EU list; the code itself when that is not on it.
fn language(code: &str, locale: Locale) -> &str {
    Scheme::Language.label(code).map_or(code, |label| label.text(locale.language()))
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
