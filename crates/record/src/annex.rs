//! The items of a micro-credential, numbered as they stand in the supplement. Items 1 to 11 are the
//! mandatory ones of Annex I of Council Recommendation 2022/C 243/02, items 12 to 16 its optional
//! ones; the rest is asked for in Czechia.

/// One line of the supplement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AnnexItem {
    /// 1: who learned.
    Holder,
    /// 2: what the micro-credential is called.
    Title,
    /// 3: the country of the issuer.
    Country,
    /// 4: who awards it.
    AwardingBody,
    /// 5: the day it was issued.
    IssueDate,
    /// 6: what the holder knows and can do.
    LearningOutcomes,
    /// 7: ECTS credits and hours.
    Workload,
    /// 8: EQF and national level.
    Level,
    /// 9: how it was assessed.
    AssessmentType,
    /// 10: in what form people took part.
    Participation,
    /// 11: how quality is assured.
    QualityAssurance,
    /// 12: what had to be known before.
    Prerequisites,
    /// 13: supervision and check of identity at the assessment.
    Supervision,
    /// 14: the grade, with its scale.
    Grade,
    /// 15: what it can become part of.
    Stacking,
    /// 16: anything else.
    FurtherInformation,
    /// 17: languages of instruction.
    Languages,
    /// 18: from when to when.
    Period,
    /// 19: unique identifier, link and code.
    Identifier,
    /// 20: seal, time stamp and sealing issuer.
    Seal,
}

impl AnnexItem {
    /// All, in the order of the supplement.
    pub const ALL: [AnnexItem; 20] = [
        AnnexItem::Holder,
        AnnexItem::Title,
        AnnexItem::Country,
        AnnexItem::AwardingBody,
        AnnexItem::IssueDate,
        AnnexItem::LearningOutcomes,
        AnnexItem::Workload,
        AnnexItem::Level,
        AnnexItem::AssessmentType,
        AnnexItem::Participation,
        AnnexItem::QualityAssurance,
        AnnexItem::Prerequisites,
        AnnexItem::Supervision,
        AnnexItem::Grade,
        AnnexItem::Stacking,
        AnnexItem::FurtherInformation,
        AnnexItem::Languages,
        AnnexItem::Period,
        AnnexItem::Identifier,
        AnnexItem::Seal,
    ];

    /// Its number in the supplement, 1 to 20.
    #[must_use]
    pub fn number(self) -> u8 {
        self as u8 + 1
    }

    /// Whether Annex I demands it of every micro-credential.
    #[must_use]
    pub fn is_mandatory(self) -> bool {
        self.number() <= 11
    }

    /// The item that a field of a unit file, an institution file or a results file belongs to, by
    /// its first segment.
    #[must_use]
    pub fn of_field(field: &str) -> Option<AnnexItem> {
        let end = field.find(['.', '[']).unwrap_or(field.len());
        Some(match &field[..end] {
            "holder" | "person" | "given_name" | "family_name" | "titles_before" | "titles_after" | "born"
            | "birth_place" | "birth_country" => AnnexItem::Holder,
            "title" => AnnexItem::Title,
            "country" => AnnexItem::Country,
            "institution" | "faculty" | "legal_name" | "company_number" | "seat" | "eidas_identifier" => {
                AnnexItem::AwardingBody
            }
            "outcomes" => AnnexItem::LearningOutcomes,
            "ects" | "hours" | "course_set" => AnnexItem::Workload,
            "eqf" | "nqf" => AnnexItem::Level,
            "assessments" => AnnexItem::AssessmentType,
            "mode" | "activities" => AnnexItem::Participation,
            "quality" | "accreditations" => AnnexItem::QualityAssurance,
            "prerequisites" => AnnexItem::Prerequisites,
            "supervision" => AnnexItem::Supervision,
            "grade" | "grading" | "parts" => AnnexItem::Grade,
            "stacking" | "components" | "entitlements" => AnnexItem::Stacking,
            "further_information" | "documents" => AnnexItem::FurtherInformation,
            "languages" => AnnexItem::Languages,
            "run" | "runs" => AnnexItem::Period,
            "sealing" => AnnexItem::Seal,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_the_supplement() {
        let numbers: Vec<u8> = AnnexItem::ALL.iter().map(|item| item.number()).collect();
        assert_eq!(numbers, (1..=20).collect::<Vec<u8>>());
        assert_eq!(AnnexItem::QualityAssurance.number(), 11);
        assert!(!AnnexItem::Prerequisites.is_mandatory());
    }

    #[test]
    fn a_field_belongs_to_the_item_of_its_first_segment() {
        assert_eq!(AnnexItem::of_field("outcomes[2].text.en"), Some(AnnexItem::LearningOutcomes));
        assert_eq!(AnnexItem::of_field("title.cs"), Some(AnnexItem::Title));
        assert_eq!(AnnexItem::of_field("version"), None);
    }
}
