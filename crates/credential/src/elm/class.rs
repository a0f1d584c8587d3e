//! Classes and datatypes of the model with the properties that are read of them (ELM v3, application profile 1.1.0).

use crate::json::Value;

use super::{Node, Property, PropertyName};

/// The properties that are read, each by the method that reads it, whatever classes have it.
macro_rules! names {
    ($($property:ident $name:ident,)*) => {
        #[allow(non_upper_case_globals, reason = "each constant is called as the method that uses it")]
        pub(crate) mod name {
            use super::PropertyName;

            /// Not a property of the model: the keyword `@type` of JSON-LD, as the contexts have it.
            pub(crate) const kind: &str = "type";
            $(pub(crate) const $property: &str = PropertyName::$name.name();)*
        }
    };
}

names! {
    accreditation Accreditation,
    accrediting_agent AccreditingAgent,
    additional_note AdditionalNote,
    address Address,
    alt_label AltLabel,
    assessed_by AssessedBy,
    awarded_by AwardedBy,
    awarding_body AwardingBody,
    awarding_date AwardingDate,
    contact_point ContactPoint,
    content Content,
    content_type ContentType,
    content_url ContentURL,
    country_code CountryCode,
    credential_profiles CredentialProfiles,
    credential_status CredentialStatus,
    credential_subject CredentialSubject,
    credit_point CreditPoint,
    credit_received CreditReceived,
    date_issued DateIssued,
    date_of_birth DateOfBirth,
    dc_type DcType,
    decision Decision,
    definition Definition,
    description Description,
    directed_by DirectedBy,
    display_detail DisplayDetail,
    display_parameter DisplayParameter,
    education_level EducationLevel,
    eidas_identifier EIDASIdentifier,
    email_address EmailAddress,
    embedded_evidence EmbeddedEvidence,
    end_date EndDate,
    entitlement_status EntitlementStatus,
    entitles_to EntitlesTo,
    entry_requirement EntryRequirement,
    eqf_level EqfLevel,
    evidence Evidence,
    evidence_statement EvidenceStatement,
    expiration_date ExpirationDate,
    expiry_date ExpiryDate,
    family_name FamilyName,
    framework Framework,
    full_address FullAddress,
    full_name FullName,
    geographic_name GeographicName,
    given_name GivenName,
    grade Grade,
    grading_scheme GradingScheme,
    has_claim HasClaim,
    has_part HasPart,
    homepage Homepage,
    id_verification IdVerification,
    identifier Identifier,
    image Image,
    in_scheme InScheme,
    individual_display IndividualDisplay,
    influenced_by InfluencedBy,
    issuance_date IssuanceDate,
    issued Issued,
    issuer Issuer,
    language Language,
    learning_outcome LearningOutcome,
    learning_setting LearningSetting,
    legal_name LegalName,
    limit_credential_type LimitCredentialType,
    limit_eqf_level LimitEQFLevel,
    limit_field LimitField,
    limit_jurisdiction LimitJurisdiction,
    limit_occupation LimitOccupation,
    limit_organisation LimitOrganisation,
    location Location,
    logo Logo,
    mode Mode,
    notation Notation,
    note_literal NoteLiteral,
    nqf_level NqfLevel,
    page Page,
    place_of_birth PlaceOfBirth,
    point Point,
    pref_label PrefLabel,
    proven_by ProvenBy,
    registration Registration,
    related_esco_skill RelatedESCOSkill,
    related_skill RelatedSkill,
    report Report,
    review_date ReviewDate,
    scheme_name SchemeName,
    spatial Spatial,
    specified_by SpecifiedBy,
    start_date StartDate,
    status Status,
    sub_organization_of SubOrganizationOf,
    subject Subject,
    supplementary_document SupplementaryDocument,
    temporal Temporal,
    thematic_area ThematicArea,
    title Title,
    valid_from ValidFrom,
    valid_until ValidUntil,
    vat_identifier VatIdentifier,
    volume_of_learning VolumeOfLearning,
    workload Workload,
}

/// A class or a datatype: a view of a value, with a method for each property.
macro_rules! class {
    ($($(#[$doc:meta])+ $class:ident { $($property:ident: $range:ident,)* })+) => {
        $(
            $(#[$doc])+
            #[derive(Clone, Copy)]
            pub(crate) struct $class<'a>(Value<'a>);

            impl<'a> Node<'a> for $class<'a> {
                fn of(value: Value<'a>) -> Self {
                    $class(value)
                }

                fn value(self) -> Value<'a> {
                    self.0
                }
            }

            impl<'a> $class<'a> {
                $(
                    pub(crate) fn $property(self) -> Property<'a, $range<'a>> {
                        Property::new(self.0, name::$property)
                    }
                )*
            }
        )+
    };
}

class! {
    /// The credential itself (`EuropeanDigitalCredential`).
    EuropeanDigitalCredential {
        credential_profiles: Concept,
        credential_status: AnyNode,
        credential_subject: Person,
        display_parameter: DisplayParameter,
        evidence: Evidence,
        expiration_date: DateTime,
        identifier: Identifier,
        issuance_date: DateTime,
        issued: DateTime,
        issuer: Organisation,
        status: AnyNode,
        valid_from: DateTime,
        valid_until: DateTime,
    }

    /// The holder.
    Person {
        additional_note: Note,
        contact_point: ContactPoint,
        date_of_birth: DateTime,
        family_name: LangString,
        full_name: LangString,
        given_name: LangString,
        has_claim: LearningAchievement,
        identifier: Identifier,
        place_of_birth: Location,
    }

    /// What was achieved. A claim of another class (activity, assessment, entitlement) is read as one too: what they have in common
    /// has the same names.
    LearningAchievement {
        additional_note: Note,
        awarded_by: AwardingProcess,
        credit_received: CreditPoint,
        description: LangString,
        entitles_to: LearningEntitlement,
        has_part: LearningAchievement,
        identifier: Identifier,
        influenced_by: LearningActivity,
        kind: Literal,
        proven_by: LearningAssessment,
        specified_by: LearningSpecification,
        supplementary_document: WebResource,
        title: LangString,
    }

    /// What the holder did.
    LearningActivity {
        awarded_by: AwardingProcess,
        description: LangString,
        directed_by: Organisation,
        location: Location,
        specified_by: ActivitySpecification,
        temporal: PeriodOfTime,
        title: LangString,
        workload: Literal,
    }

    /// How it was assessed, with what result.
    LearningAssessment {
        additional_note: Note,
        assessed_by: Organisation,
        awarded_by: AwardingProcess,
        date_issued: DateTime,
        grade: Note,
        has_part: LearningAssessment,
        id_verification: Concept,
        specified_by: AssessmentSpecification,
        title: LangString,
    }

    /// What it entitles to.
    LearningEntitlement {
        awarded_by: AwardingProcess,
        description: LangString,
        expiry_date: DateTime,
        specified_by: EntitlementSpecification,
        title: LangString,
    }

    /// What can be achieved: a `LearningAchievementSpecification`, or the `Qualification` that it is in our own credentials.
    LearningSpecification {
        accreditation: Accreditation,
        additional_note: Note,
        credit_point: CreditPoint,
        description: LangString,
        education_level: Concept,
        entry_requirement: Note,
        eqf_level: Concept,
        has_part: LearningSpecification,
        homepage: WebResource,
        identifier: Identifier,
        language: Concept,
        learning_outcome: LearningOutcome,
        learning_setting: Concept,
        mode: Concept,
        nqf_level: Concept,
        thematic_area: Concept,
        title: LangString,
        volume_of_learning: Literal,
    }

    /// `LearningActivitySpecification`.
    ActivitySpecification {
        dc_type: Concept,
        language: Concept,
        mode: Concept,
        title: LangString,
        volume_of_learning: Literal,
    }

    /// `LearningAssessmentSpecification`.
    AssessmentSpecification {
        additional_note: Note,
        dc_type: Concept,
        description: LangString,
        grading_scheme: GradingScheme,
        has_part: AssessmentSpecification,
    }

    /// `LearningEntitlementSpecification`.
    EntitlementSpecification {
        dc_type: Concept,
        entitlement_status: Concept,
        limit_jurisdiction: Concept,
        limit_occupation: Concept,
        limit_organisation: Organisation,
        title: LangString,
    }

    /// What the holder knows and can do.
    LearningOutcome {
        additional_note: Note,
        dc_type: Concept,
        related_esco_skill: Concept,
        related_skill: Concept,
        title: LangString,
    }

    /// Credits of one framework.
    CreditPoint {
        framework: Concept,
        point: Literal,
    }

    /// A scale of grades.
    GradingScheme {
        description: LangString,
        title: LangString,
    }

    /// By whom it was awarded and when.
    AwardingProcess {
        awarding_body: Organisation,
        awarding_date: DateTime,
    }

    /// An issuer, awarding body, assessor or accrediting agent.
    Organisation {
        accreditation: Accreditation,
        alt_label: LangString,
        contact_point: ContactPoint,
        eidas_identifier: Identifier,
        homepage: WebResource,
        identifier: Identifier,
        legal_name: LangString,
        location: Location,
        logo: MediaObject,
        pref_label: LangString,
        registration: Identifier,
        sub_organization_of: Organisation,
        vat_identifier: Identifier,
    }

    /// An accreditation, licence or evaluation.
    Accreditation {
        accrediting_agent: Organisation,
        date_issued: DateTime,
        dc_type: Concept,
        decision: Concept,
        expiry_date: DateTime,
        limit_credential_type: Concept,
        limit_eqf_level: Concept,
        limit_field: Concept,
        limit_jurisdiction: Concept,
        report: WebResource,
        review_date: DateTime,
        title: LangString,
    }

    /// Evidence of the issuer: a mandate, for one.
    Evidence {
        accreditation: Accreditation,
        dc_type: Concept,
        embedded_evidence: MediaObject,
        evidence_statement: Literal,
    }

    /// An identifier of any class (`Identifier`, `LegalIdentifier`).
    Identifier {
        notation: Literal,
        scheme_name: Literal,
        spatial: Concept,
    }

    /// A place.
    Location {
        address: Address,
        geographic_name: LangString,
    }

    /// An address.
    Address {
        country_code: Concept,
        full_address: Note,
    }

    /// How somebody is reached.
    ContactPoint {
        email_address: Mailbox,
    }

    /// A mailbox: its identifier is the address.
    Mailbox {}

    /// From when to when.
    PeriodOfTime {
        end_date: DateTime,
        start_date: DateTime,
    }

    /// A note; one of ours says what it is about.
    Note {
        note_literal: LangString,
        subject: Concept,
    }

    /// Something on the web.
    WebResource {
        content_url: Literal,
        language: Concept,
        title: LangString,
    }

    /// A file inside the credential.
    MediaObject {
        content: Literal,
        content_type: Concept,
    }

    /// How the credential is displayed.
    DisplayParameter {
        individual_display: IndividualDisplay,
        title: LangString,
    }

    /// The pictures in one language.
    IndividualDisplay {
        display_detail: DisplayDetail,
        language: Concept,
    }

    /// One picture.
    DisplayDetail {
        image: MediaObject,
        page: Literal,
    }

    /// What nodes of many classes have: for who compares nodes of whatever class.
    AnyNode {
        dc_type: Concept,
        language: Concept,
        note_literal: LangString,
        pref_label: LangString,
        title: LangString,
    }

    /// A member of a controlled list (SKOS): an object, or only its URI.
    Concept {
        in_scheme: Concept,
        notation: Literal,
        pref_label: LangString,
    }

    /// Texts by language (`{"cs": "…", "en": ["…", "…"]}`), or a bare text.
    LangString {}

    /// A moment, or a day written as one.
    DateTime {}

    /// A text, a number or a truth value that stands for itself.
    Literal {}
}
