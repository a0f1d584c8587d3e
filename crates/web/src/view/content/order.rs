//! In what order a reader meets the members of a thing, and what each is called.

use signet_credential::PropertyName;
use signet_credential::view::whole::Thing;
use signet_lang::{
    Locale,
    args::{ContentClass, ContentMember},
};

/// Writes the properties down once: in their order, and with what each is called. One that is left out does not compile.
macro_rules! in_order {
    ($($property:ident)*) => {
        /// All properties: what it is, what it is worth, when and where, who, what it leads to, what it consists of.
        const ORDER: &[PropertyName] = &[$(PropertyName::$property),*];

        /// What a property is called, whatever has it.
        fn named(property: PropertyName) -> ContentMember {
            match property {
                $(PropertyName::$property => ContentMember::$property,)*
            }
        }
    };
}

in_order! {
    Title
    PrefLabel
    LegalName
    AltLabel
    FullName
    GivenName
    FamilyName
    BirthName
    PatronymicName
    DateOfBirth
    PlaceOfBirth
    Gender
    CitizenshipCountry
    NationalID
    DcType
    Description
    DescriptionHtml
    Content
    Category
    Status
    Identifier
    EIDASIdentifier
    Registration
    VatIdentifier
    TaxIdentifier
    Grade
    GradeStatus
    ShortenedGrading
    PercentageLower
    PercentageEqual
    PercentageHigher
    ResultDestribution
    ResultCategory
    Label
    Count
    Score
    MinimumScore
    MaximumScore
    GradingScheme
    IdVerification
    AssessedBy
    CreditReceived
    CreditPoint
    Framework
    Point
    VolumeOfLearning
    Workload
    MaximumDuration
    Duration
    ContactHour
    LevelOfCompletion
    Temporal
    StartDate
    EndDate
    DirectedBy
    ProvidedBy
    EqfLevel
    NqfLevel
    EducationLevel
    ThematicArea
    EducationSubject
    QualificationCode
    IsPartialQualification
    Mode
    LearningSetting
    LearningSchedule
    ScheduleInformation
    Language
    DefaultLanguage
    TargetGroup
    EntryRequirement
    AdmissionProcedure
    ApplicationDeadline
    PriceDetail
    Amount
    Value
    Unit
    Grant
    LearningOutcomeSummary
    LearningOutcome
    ReusabilityLevel
    RelatedESCOSkill
    RelatedSkill
    EntitlementStatus
    LimitOrganisation
    LimitJurisdiction
    LimitOccupation
    LimitNationalOccupation
    LimitQualification
    LimitField
    LimitEQFLevel
    LimitCredentialType
    AwardedBy
    AwardingBody
    AwardingDate
    EducationalSystemNote
    Used
    Awards
    Accreditation
    AccreditingAgent
    Organisation
    Decision
    Report
    DateIssued
    ReviewDate
    Valid
    ExpiryDate
    DateModified
    Location
    Address
    FullAddress
    CountryCode
    GeographicName
    SpatialCode
    Spatial
    Geometry
    Latitude
    Longitude
    ContactPoint
    EmailAddress
    Phone
    PhoneNumber
    CountryDialing
    AreaDialingCode
    DialNumber
    ContactForm
    Homepage
    LandingPage
    ContentURL
    SupplementaryDocument
    Logo
    BannerImage
    MemberOf
    GroupMemberOf
    Member
    HasMember
    SubOrganizationOf
    HasSubOrganization
    AdditionalNote
    NoteLiteral
    NoteFormat
    Subject
    Notation
    SchemeName
    SchemeId
    SchemeVersion
    SchemeAgency
    Creator
    Definition
    InScheme
    SpecifiedBy
    ProvenBy
    Proves
    InfluencedBy
    Influences
    EntitlesTo
    EntitledBy
    LearningOpportunity
    AwardingOpportunity
    LearningAchievementSpecification
    LearningActivitySpecification
    HasPart
    IsPartOf
    SpecialisationOf
    GeneralisationOf
    HasClaim
    HasCredential
    Evidence
    EvidenceStatement
    EvidenceTarget
    EmbeddedEvidence
    Attachment
    AttachmentType
    ContentType
    ContentEncoding
    ContentSize
    CredentialProfiles
    CredentialSchema
    CredentialStatus
    List
    Index
    CredentialSubject
    Holder
    Issuer
    Issued
    IssuanceDate
    ValidFrom
    ValidUntil
    ExpirationDate
    TermsOfUse
    Proof
    VerifiableCredential
    VerificationCheck
    ElmSubject
    VerificationStatus
    DisplayParameter
    PrimaryLanguage
    SummaryDisplay
    IndividualDisplay
    DisplayDetail
    Image
    Page
}

/// Place of a member among the others of its thing.
pub fn place(member: PropertyName) -> usize {
    ORDER.iter().position(|listed| *listed == member).unwrap_or(ORDER.len())
}

/// What a member of a thing is called.
pub fn label(thing: &Thing<'_>, member: PropertyName, l: Locale) -> String {
    let special = match (thing.class, member) {
        ("LearningAchievement", PropertyName::HasPart) => ContentMember::PartAchievement,
        ("LearningActivity", PropertyName::HasPart) => ContentMember::PartActivity,
        ("LearningAssessment", PropertyName::HasPart) => ContentMember::PartAssessment,
        ("LearningEntitlement", PropertyName::HasPart) => ContentMember::PartEntitlement,
        ("LearningAssessment", PropertyName::DateIssued) => ContentMember::DateResult,
        ("Accreditation", PropertyName::DateIssued) => ContentMember::DateDecision,
        ("LearningEntitlement", PropertyName::DateIssued) => ContentMember::DateEntitlement,
        ("Identifier" | "LegalIdentifier", PropertyName::DateIssued) => ContentMember::DateIdentifier,
        ("AwardingProcess", PropertyName::Description) => ContentMember::AwardDescription,
        ("AwardingProcess", PropertyName::Location) => ContentMember::AwardPlace,
        ("AwardingProcess", PropertyName::Identifier) => ContentMember::AwardIdentifier,
        ("AwardingProcess", PropertyName::AdditionalNote) => ContentMember::AwardNote,
        _ => return self::member(member, l),
    };
    l.content_member(special)
}

/// What a member is called, whatever has it.
pub fn member(member: PropertyName, l: Locale) -> String {
    l.content_member(named(member))
}

/// What a thing of a class is called; a class without a name of its own stands as the format writes it.
pub fn class(class: &str, l: Locale) -> String {
    ContentClass::from_key(class).map_or_else(|| l.content_class_unknown(class), |class| l.content_class(class))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::panic)]
    use super::*;
    use signet_credential::profile::{Profile, ProfileKind};

    const CLASSES: [&str; 47] = [
        "Accreditation",
        "Address",
        "Agent",
        "Amount",
        "AwardingOpportunity",
        "AwardingProcess",
        "Claim",
        "Concept",
        "ConceptScheme",
        "ContactPoint",
        "CreditPoint",
        "DisplayDetail",
        "DisplayParameter",
        "EuropeanDigitalCredential",
        "Evidence",
        "GradingScheme",
        "Grant",
        "Group",
        "Identifier",
        "IndividualDisplay",
        "LearningAchievement",
        "LearningAchievementSpecification",
        "LearningActivity",
        "LearningActivitySpecification",
        "LearningAssessment",
        "LearningAssessmentSpecification",
        "LearningEntitlement",
        "LearningEntitlementSpecification",
        "LearningOpportunity",
        "LearningOutcome",
        "LegalIdentifier",
        "Location",
        "Mailbox",
        "MediaObject",
        "Note",
        "Organisation",
        "PeriodOfTime",
        "Person",
        "Phone",
        "PriceDetail",
        "Qualification",
        "ResultCategory",
        "ResultDistribution",
        "ShaclValidator2017",
        "ShortenedGrading",
        "Specification",
        "WebResource",
    ];

    #[test]
    fn every_class_of_the_profile_has_a_name() {
        assert_eq!(ContentClass::ALL.map(|(_, key)| key), CLASSES);
        assert_eq!(class("Grant", Locale::CZECH), "Podpora");
        assert_eq!(class("Unheard", Locale::ENGLISH), "Object of class “Unheard”");
    }

    #[test]
    fn what_a_property_is_called_is_kept_under_its_name() {
        for property in PropertyName::ALL {
            assert_eq!(ContentMember::from_key(property.name()), Some(named(*property)), "{}", property.name());
        }
    }

    #[test]
    fn every_member_of_the_profile_has_a_place() {
        for class in CLASSES {
            let Some(rows) = Profile::of(ProfileKind::Generic).class(class) else { panic!("no class {class}") };
            for (_, row) in rows.iter() {
                assert!(
                    PropertyName::named(row.0).is_some_and(|member| place(member) < ORDER.len()),
                    "{class}.{} has no place",
                    row.0
                );
            }
        }
    }
}
