//! The shape of the tables: class, member, how many, what.

use crate::vocabulary::Scheme;

/// A class: its name (the value of `type`) and its members, sorted by name.
pub(super) struct Class(pub(super) &'static str, pub(super) &'static [Row]);

/// A member: JSON name, how many, what it holds.
#[derive(Clone, Copy)]
pub struct Row(pub &'static str, pub Count, pub Range);

/// How many different values a member has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// At least.
    pub min: usize,
    /// At most.
    pub max: usize,
}

/// None, one or many.
pub(super) const ANY: Count = Count { min: 0, max: usize::MAX };
/// None or one.
pub(super) const OPTIONAL: Count = Count { min: 0, max: 1 };
/// One or many.
pub(super) const SOME: Count = Count { min: 1, max: usize::MAX };
/// Exactly one.
pub(super) const ONE: Count = Count { min: 1, max: 1 };

/// Whether a language may have several texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Uniqueness {
    /// One text for each language.
    Unique,
    /// Any number.
    Repeated,
}

/// What a member holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Range {
    /// Texts by language: `{"cs": "…", "en": "…"}`.
    Words(Uniqueness),
    /// A string.
    Text,
    /// A string or a number.
    Literal,
    /// An absolute URI as a value.
    Uri,
    /// The URI of something.
    Reference,
    /// `xsd:dateTime`.
    DateTime,
    /// `xsd:duration`.
    Duration,
    /// A whole number.
    Integer,
    /// A whole number above zero.
    Positive,
    /// A whole number from 1 to 100.
    Percentage,
    /// A decimal number.
    Decimal,
    /// `true` or `false`.
    Boolean,
    /// An object of one of these classes.
    Node(&'static [&'static str]),
    /// A concept of any list.
    Concept,
    /// A concept of this list.
    Listed(Scheme),
    /// The shapes ask for a text here, and the contexts make a reference of it: whatever they keep is a violation. They lose what can be
    /// no reference, such as a date and time.
    Unwritable,
    /// The contexts have no such name: the value is lost.
    Lost,
    /// The model has it, and no shape asks anything of it here.
    Free,
}

/// A member that the contexts write under another name than the one the shapes ask for: what it holds is checked as it was meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overlooked {
    /// The class.
    pub class: &'static str,
    /// The member's name in JSON.
    pub member: &'static str,
    /// The name that the shapes ask for, as they abbreviate it.
    pub asked: &'static str,
}

/// All of them.
#[rustfmt::skip]
pub const OVERLOOKED: &[Overlooked] = &[
    Overlooked { class: "EuropeanDigitalCredential", member: "proof", asked: "cred:proof" },
    Overlooked { class: "EuropeanDigitalPresentation", member: "proof", asked: "cred:proof" },
    Overlooked { class: "Geometry", member: "latitude", asked: "clv:latitude" },
    Overlooked { class: "Geometry", member: "longitude", asked: "clv:longitude" },
    Overlooked { class: "LearningAssessment", member: "resultDestribution", asked: "elm:resultDistribution" },
    Overlooked { class: "Person", member: "nationalID", asked: "elm:nationalId" },
    Overlooked { class: "Phone", member: "areaDialingCode", asked: "elm:areaDialing" },
    Overlooked { class: "VerifiablePresentation", member: "proof", asked: "cred:proof" },
];

/// Names that are alive only on a verifiable credential or presentation (the contexts' type-scoped terms).
pub(super) const SCOPED: &[&str] = &[
    "credentialSchema",
    "credentialStatus",
    "credentialSubject",
    "evidence",
    "expirationDate",
    "holder",
    "issuanceDate",
    "issued",
    "issuer",
    "proof",
    "termsOfUse",
    "validFrom",
    "validUntil",
    "verifiableCredential",
];

/// Names that the contexts carry and no class has.
pub(super) const SPARE: &[&str] = &["dateCreated", "publisher"];

/// Abbreviations that the contexts know.
#[rustfmt::skip]
pub(super) const PREFIXES: &[&str] = &[
    "adms", "clv", "cred", "dc", "elm", "foaf", "locn", "org", "person", "rdf", "rdfs", "rov", "skos", "vc", "xsd",
];
/// What names of the model begin with when they are written in full.
pub(super) const NAMESPACES: &[&str] = &[
    "http://data.europa.eu/m8g",
    "http://data.europa.eu/snb/model/",
    "http://purl.org/dc/terms/",
    "http://www.w3.org/",
    "http://xmlns.com/foaf/",
    "https://w3id.org/security",
    "https://www.w3.org/2018/credentials",
];

/// Those who act.
pub(super) const AGENT: &[&str] = &["Organisation", "Person", "Agent"];
/// Numbers things are known by.
pub(super) const IDENTIFIER: &[&str] = &["Identifier", "LegalIdentifier"];
/// What was claimed about a person.
pub(super) const CLAIM: &[&str] =
    &["LearningAchievement", "LearningActivity", "LearningAssessment", "LearningEntitlement", "Claim"];
/// What can be achieved.
pub(super) const ACHIEVEMENT_SPECIFICATION: &[&str] = &["Qualification", "LearningAchievementSpecification"];
