//! Which item of Annex I each property fills.

use signet_record::AnnexItem;

/// The item of Annex I (and of the supplement) that a member of a class belongs to.
pub(crate) fn annex_item(class: &str, member: &str) -> Option<AnnexItem> {
    Some(match (class, member) {
        ("Person", "givenName" | "familyName" | "fullName" | "birthName" | "dateOfBirth" | "placeOfBirth")
        | ("Person", "nationalID" | "identifier")
        | ("EuropeanDigitalCredential", "credentialSubject") => AnnexItem::Holder,
        (
            "LearningAchievement" | "Qualification" | "LearningAchievementSpecification" | "DisplayParameter",
            "title",
        ) => AnnexItem::Title,
        ("Address", "countryCode") => AnnexItem::Country,
        ("AwardingProcess", "awardingBody") => AnnexItem::AwardingBody,
        ("EuropeanDigitalCredential", "issued" | "issuanceDate") | ("AwardingProcess", "awardingDate") => {
            AnnexItem::IssueDate
        }
        (_, "learningOutcome" | "learningOutcomeSummary") => AnnexItem::LearningOutcomes,
        (_, "volumeOfLearning" | "creditPoint" | "creditReceived" | "workload") => AnnexItem::Workload,
        (_, "eqfLevel" | "nqfLevel" | "educationLevel") => AnnexItem::Level,
        ("LearningAssessmentSpecification", "dcType") => AnnexItem::AssessmentType,
        (_, "mode") => AnnexItem::Participation,
        (_, "accreditation") => AnnexItem::QualityAssurance,
        (_, "entryRequirement") => AnnexItem::Prerequisites,
        (_, "idVerification") => AnnexItem::Supervision,
        (_, "grade" | "gradingScheme") => AnnexItem::Grade,
        (_, "isPartialQualification" | "entitlesTo")
        | ("LearningAchievement" | "Qualification", "hasPart" | "isPartOf") => AnnexItem::Stacking,
        (_, "supplementaryDocument") | ("Qualification" | "LearningAchievement", "additionalNote" | "homepage") => {
            AnnexItem::FurtherInformation
        }
        ("Qualification" | "LearningAchievementSpecification", "language") => AnnexItem::Languages,
        ("LearningActivity", "temporal") => AnnexItem::Period,
        ("EuropeanDigitalCredential", "id" | "identifier") => AnnexItem::Identifier,
        ("EuropeanDigitalCredential", "issuer" | "evidence") => AnnexItem::Seal,
        _ => return None,
    })
}
