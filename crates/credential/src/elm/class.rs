//! Classes and datatypes of the model with the properties that are read of them (ELM v3, application profile 1.1.0).

use crate::json::Value;

use super::{Node, Property};

/// Names of properties in the JSON, each by the method that reads it. A name is written here once, whatever classes have it.
macro_rules! names {
    ($($property:ident $name:literal,)*) => {
        #[allow(non_upper_case_globals, reason = "each constant is called as the method that uses it")]
        pub(crate) mod name {
            $(pub(crate) const $property: &str = $name;)*
        }
    };
}

names! {
    accreditation "accreditation",
    accrediting_agent "accreditingAgent",
    additional_note "additionalNote",
    address "address",
    alt_label "altLabel",
    assessed_by "assessedBy",
    awarded_by "awardedBy",
    awarding_body "awardingBody",
    awarding_date "awardingDate",
    contact_point "contactPoint",
    content "content",
    content_type "contentType",
    content_url "contentURL",
    country_code "countryCode",
    credential_profiles "credentialProfiles",
    credential_status "credentialStatus",
    credential_subject "credentialSubject",
    credit_point "creditPoint",
    credit_received "creditReceived",
    date_issued "dateIssued",
    date_of_birth "dateOfBirth",
    dc_type "dcType",
    decision "decision",
    definition "definition",
    description "description",
    directed_by "directedBy",
    display_detail "displayDetail",
    display_parameter "displayParameter",
    education_level "educationLevel",
    eidas_identifier "eIDASIdentifier",
    email_address "emailAddress",
    embedded_evidence "embeddedEvidence",
    end_date "endDate",
    entitlement_status "entitlementStatus",
    entitles_to "entitlesTo",
    entry_requirement "entryRequirement",
    eqf_level "eqfLevel",
    evidence "evidence",
    evidence_statement "evidenceStatement",
    expiration_date "expirationDate",
    expiry_date "expiryDate",
    family_name "familyName",
    framework "framework",
    full_address "fullAddress",
    full_name "fullName",
    geographic_name "geographicName",
    given_name "givenName",
    grade "grade",
    grading_scheme "gradingScheme",
    has_claim "hasClaim",
    has_part "hasPart",
    homepage "homepage",
    id_verification "idVerification",
    identifier "identifier",
    image "image",
    in_scheme "inScheme",
    individual_display "individualDisplay",
    influenced_by "influencedBy",
    issuance_date "issuanceDate",
    issued "issued",
    issuer "issuer",
    kind "type",
    language "language",
    learning_outcome "learningOutcome",
    learning_setting "learningSetting",
    legal_name "legalName",
    limit_credential_type "limitCredentialType",
    limit_eqf_level "limitEQFLevel",
    limit_field "limitField",
    limit_jurisdiction "limitJurisdiction",
    limit_occupation "limitOccupation",
    limit_organisation "limitOrganisation",
    location "location",
    logo "logo",
    mode "mode",
    notation "notation",
    note_literal "noteLiteral",
    nqf_level "nqfLevel",
    page "page",
    place_of_birth "placeOfBirth",
    point "point",
    pref_label "prefLabel",
    proven_by "provenBy",
    registration "registration",
    related_esco_skill "relatedESCOSkill",
    related_skill "relatedSkill",
    report "report",
    review_date "reviewDate",
    scheme_name "schemeName",
    spatial "spatial",
    specified_by "specifiedBy",
    start_date "startDate",
    status "status",
    sub_organization_of "subOrganizationOf",
    subject "subject",
    supplementary_document "supplementaryDocument",
    temporal "temporal",
    thematic_area "thematicArea",
    title "title",
    valid_from "validFrom",
    valid_until "validUntil",
    vat_identifier "vatIdentifier",
    volume_of_learning "volumeOfLearning",
    workload "workload",
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
