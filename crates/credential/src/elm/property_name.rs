//! The properties of the model by name: every one that the tables of the profile have, each written once.

/// Makes the enum with the name that each property has in the JSON.
macro_rules! properties {
    ($($variant:ident $name:literal,)*) => {
        /// A property of the European Learning Model, or one that our own credentials and readers know beside it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum PropertyName {
            $(
                #[doc = concat!("`", $name, "`")]
                $variant,
            )*
        }

        impl PropertyName {
            /// All, sorted by name.
            pub const ALL: &[PropertyName] = &[$(PropertyName::$variant,)*];

            /// The name in the JSON.
            pub const fn name(self) -> &'static str {
                match self {
                    $(PropertyName::$variant => $name,)*
                }
            }
        }
    };
}

properties! {
    Accreditation "accreditation",
    AccreditingAgent "accreditingAgent",
    AdditionalNote "additionalNote",
    Address "address",
    AdmissionProcedure "admissionProcedure",
    AltLabel "altLabel",
    Amount "amount",
    ApplicationDeadline "applicationDeadline",
    AreaDialingCode "areaDialingCode",
    AssessedBy "assessedBy",
    Attachment "attachment",
    AttachmentType "attachmentType",
    AwardedBy "awardedBy",
    AwardingBody "awardingBody",
    AwardingDate "awardingDate",
    AwardingOpportunity "awardingOpportunity",
    Awards "awards",
    BannerImage "bannerImage",
    BirthName "birthName",
    Category "category",
    CitizenshipCountry "citizenshipCountry",
    ContactForm "contactForm",
    ContactHour "contactHour",
    ContactPoint "contactPoint",
    Content "content",
    ContentEncoding "contentEncoding",
    ContentSize "contentSize",
    ContentType "contentType",
    ContentURL "contentURL",
    Count "count",
    CountryCode "countryCode",
    CountryDialing "countryDialing",
    Creator "creator",
    CredentialProfiles "credentialProfiles",
    CredentialSchema "credentialSchema",
    CredentialStatus "credentialStatus",
    CredentialSubject "credentialSubject",
    CreditPoint "creditPoint",
    CreditReceived "creditReceived",
    DateIssued "dateIssued",
    DateModified "dateModified",
    DateOfBirth "dateOfBirth",
    DcType "dcType",
    Decision "decision",
    DefaultLanguage "defaultLanguage",
    Definition "definition",
    Description "description",
    DescriptionHtml "descriptionHtml",
    DialNumber "dialNumber",
    DirectedBy "directedBy",
    DisplayDetail "displayDetail",
    DisplayParameter "displayParameter",
    Duration "duration",
    EIDASIdentifier "eIDASIdentifier",
    EducationLevel "educationLevel",
    EducationSubject "educationSubject",
    EducationalSystemNote "educationalSystemNote",
    ElmSubject "elmSubject",
    EmailAddress "emailAddress",
    EmbeddedEvidence "embeddedEvidence",
    EndDate "endDate",
    EntitledBy "entitledBy",
    EntitlementStatus "entitlementStatus",
    EntitlesTo "entitlesTo",
    EntryRequirement "entryRequirement",
    EqfLevel "eqfLevel",
    Evidence "evidence",
    EvidenceStatement "evidenceStatement",
    EvidenceTarget "evidenceTarget",
    ExpirationDate "expirationDate",
    ExpiryDate "expiryDate",
    FamilyName "familyName",
    Framework "framework",
    FullAddress "fullAddress",
    FullName "fullName",
    Gender "gender",
    GeneralisationOf "generalisationOf",
    GeographicName "geographicName",
    Geometry "geometry",
    GivenName "givenName",
    Grade "grade",
    GradeStatus "gradeStatus",
    GradingScheme "gradingScheme",
    Grant "grant",
    GroupMemberOf "groupMemberOf",
    HasClaim "hasClaim",
    HasCredential "hasCredential",
    HasMember "hasMember",
    HasPart "hasPart",
    HasSubOrganization "hasSubOrganization",
    Holder "holder",
    Homepage "homepage",
    IdVerification "idVerification",
    Identifier "identifier",
    Image "image",
    InScheme "inScheme",
    Index "index",
    IndividualDisplay "individualDisplay",
    InfluencedBy "influencedBy",
    Influences "influences",
    IsPartOf "isPartOf",
    IsPartialQualification "isPartialQualification",
    IssuanceDate "issuanceDate",
    Issued "issued",
    Issuer "issuer",
    Label "label",
    LandingPage "landingPage",
    Language "language",
    Latitude "latitude",
    LearningAchievementSpecification "learningAchievementSpecification",
    LearningActivitySpecification "learningActivitySpecification",
    LearningOpportunity "learningOpportunity",
    LearningOutcome "learningOutcome",
    LearningOutcomeSummary "learningOutcomeSummary",
    LearningSchedule "learningSchedule",
    LearningSetting "learningSetting",
    LegalName "legalName",
    LevelOfCompletion "levelOfCompletion",
    LimitCredentialType "limitCredentialType",
    LimitEQFLevel "limitEQFLevel",
    LimitField "limitField",
    LimitJurisdiction "limitJurisdiction",
    LimitNationalOccupation "limitNationalOccupation",
    LimitOccupation "limitOccupation",
    LimitOrganisation "limitOrganisation",
    LimitQualification "limitQualification",
    List "list",
    Location "location",
    Logo "logo",
    Longitude "longitude",
    MaximumDuration "maximumDuration",
    MaximumScore "maximumScore",
    Member "member",
    MemberOf "memberOf",
    MinimumScore "minimumScore",
    Mode "mode",
    NationalID "nationalID",
    Notation "notation",
    NoteFormat "noteFormat",
    NoteLiteral "noteLiteral",
    NqfLevel "nqfLevel",
    Organisation "organisation",
    Page "page",
    PatronymicName "patronymicName",
    PercentageEqual "percentageEqual",
    PercentageHigher "percentageHigher",
    PercentageLower "percentageLower",
    Phone "phone",
    PhoneNumber "phoneNumber",
    PlaceOfBirth "placeOfBirth",
    Point "point",
    PrefLabel "prefLabel",
    PriceDetail "priceDetail",
    PrimaryLanguage "primaryLanguage",
    Proof "proof",
    ProvenBy "provenBy",
    Proves "proves",
    ProvidedBy "providedBy",
    QualificationCode "qualificationCode",
    Registration "registration",
    RelatedESCOSkill "relatedESCOSkill",
    RelatedSkill "relatedSkill",
    Report "report",
    ResultCategory "resultCategory",
    ResultDestribution "resultDestribution",
    ReusabilityLevel "reusabilityLevel",
    ReviewDate "reviewDate",
    ScheduleInformation "scheduleInformation",
    SchemeAgency "schemeAgency",
    SchemeId "schemeId",
    SchemeName "schemeName",
    SchemeVersion "schemeVersion",
    Score "score",
    ShortenedGrading "shortenedGrading",
    Spatial "spatial",
    SpatialCode "spatialCode",
    SpecialisationOf "specialisationOf",
    SpecifiedBy "specifiedBy",
    StartDate "startDate",
    Status "status",
    SubOrganizationOf "subOrganizationOf",
    Subject "subject",
    SummaryDisplay "summaryDisplay",
    SupplementaryDocument "supplementaryDocument",
    TargetGroup "targetGroup",
    TaxIdentifier "taxIdentifier",
    Temporal "temporal",
    TermsOfUse "termsOfUse",
    ThematicArea "thematicArea",
    Title "title",
    Unit "unit",
    Used "used",
    Valid "valid",
    ValidFrom "validFrom",
    ValidUntil "validUntil",
    Value "value",
    VatIdentifier "vatIdentifier",
    VerifiableCredential "verifiableCredential",
    VerificationCheck "verificationCheck",
    VerificationStatus "verificationStatus",
    VolumeOfLearning "volumeOfLearning",
    Workload "workload",
}

impl PropertyName {
    /// The property of this name.
    pub fn named(name: &str) -> Option<Self> {
        let at = Self::ALL.binary_search_by(|property| property.name().cmp(name)).ok()?;
        Self::ALL.get(at).copied()
    }
}

impl serde::Serialize for PropertyName {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::PropertyName;

    #[test]
    fn every_property_is_found_by_its_name() {
        for property in PropertyName::ALL {
            assert_eq!(PropertyName::named(property.name()), Some(*property));
        }
        assert_eq!(PropertyName::named("Title"), None);
    }
}
