//! The report as programs read it. These types are its description; a test holds the verifier's own JSON against them.

use std::collections::BTreeMap;

use serde::Deserialize;
use utoipa::ToSchema;

/// Everything found about one file.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Report)]
pub struct ReportSchema {
    /// What kind of file: `sealed_credential`, `unsealed_credential` or `document`.
    pub kind: String,
    /// SHA-256 of the file, lower-case hexadecimal.
    pub sha256: String,
    /// Bytes.
    pub size: u64,
    /// As of when it was judged (RFC 3339).
    pub at: String,
    /// Identifier of the credential.
    pub credential: Option<String>,
    /// Language of the sentences: `cs` or `en`.
    pub language: String,
    /// The verdict over all groups.
    pub outcome: OutcomeSchema,
    /// Whom the file comes from: the body in the certificate, and how the awarding body stands to it.
    pub source: Vec<String>,
    /// What keeps the verdict from holding, in a sentence; `null` when it holds.
    pub reason: Option<String>,
    /// The verdict in one word: `valid`, `invalid`, `revoked`, `suspended`, `superseded`, `unknown`, `unsealed` or `test`.
    pub verdict: String,
    /// What helps where it cannot be verified or is not valid; `null` where nothing does.
    pub remedy: Option<RemedySchema>,
    /// The seal is one for trying.
    pub test: bool,
    /// How much of Annex I of Council Recommendation 2022/C 243/02 the credential says; `null` without a credential.
    pub completeness: Option<CompletenessSchema>,
    /// Format, seal, validity.
    pub groups: Vec<GroupSchema>,
    /// The seals.
    pub sealings: Vec<SealingSchema>,
}

/// What helps.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Remedy)]
pub struct RemedySchema {
    /// `wait`, `go-online`, `ask-holder`, `ask-issuer` or `ask-who-vouches`.
    pub code: String,
    /// What to do, in a sentence or two.
    pub sentence: String,
}

/// How much of Annex I the credential says.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Completeness)]
pub struct CompletenessSchema {
    /// Items 1 to 11.
    pub mandatory: ShareSchema,
    /// Items 12 to 16.
    pub optional: ShareSchema,
    /// Each item.
    pub items: Vec<AnnexItemSchema>,
}

/// So many of so many.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Share)]
pub struct ShareSchema {
    /// Items that are there.
    pub present: u64,
    /// Items there are.
    pub total: u64,
}

/// An item of Annex I.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AnnexItem)]
pub struct AnnexItemSchema {
    /// Its number, 1 to 16.
    pub item: u8,
    /// What it is called.
    pub label: String,
    /// Every micro-credential must have it.
    pub mandatory: bool,
    /// Where in the credential it was found first, as a JSON path; `null` when it is missing.
    pub path: Option<String>,
}

/// One of three outcomes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Outcome)]
pub enum OutcomeSchema {
    /// It holds.
    Holds,
    /// It cannot be told.
    CannotTell,
    /// It does not hold.
    Fails,
}

/// The answer to one of the three questions.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Group)]
pub struct GroupSchema {
    /// `format`, `seal` or `validity`.
    pub name: String,
    /// The answer.
    pub outcome: OutcomeSchema,
    /// The answer in a sentence.
    pub sentence: String,
    /// What was looked at.
    pub findings: Vec<FindingSchema>,
}

/// One check.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Finding)]
pub struct FindingSchema {
    /// Stable code, such as `seal.integrity`.
    pub code: String,
    /// Of seals, which of eight things it speaks of: `integrity`, `signer`, `revocation`, `time`, `algorithms`, `level`,
    /// `qualification` or `issuer`.
    #[serde(default)]
    pub aspect: Option<String>,
    /// `credential`, `document` or `embedded`.
    pub part: String,
    /// Of findings about one seal, which: its place in `sealings`, from 0.
    #[serde(default)]
    pub seal: Option<u32>,
    /// What came of it.
    pub outcome: OutcomeSchema,
    /// Told, but without weight in the outcome of its group.
    pub advisory: bool,
    /// Name of the indication in ETSI EN 319 102-1.
    #[serde(default)]
    pub indication: Option<String>,
    /// Where in the credential, as a JSON path.
    #[serde(default)]
    pub path: Option<String>,
    /// What was found, in a sentence.
    pub sentence: String,
    /// Facts by stable names.
    #[serde(default)]
    pub evidence: BTreeMap<String, String>,
}

/// Who sealed, for whom, when and how.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Sealing)]
pub struct SealingSchema {
    /// Of which part.
    pub part: String,
    /// The body in the certificate; of a natural person's certificate, the person.
    pub sealer: Option<String>,
    /// Whom the certificate names: `legal_person`, `natural_person`, `website` or `unclear`; `null` without a certificate.
    pub sealer_kind: Option<String>,
    /// Whether an authority that counts vouches for the certificate; without one, the names in it are anybody's.
    pub anchored: bool,
    /// Its identifier there.
    pub sealer_identifier: Option<String>,
    /// Its country there, two letters.
    pub sealer_country: Option<String>,
    /// Names that the data give the awarding bodies that are not the sealer, or not surely.
    pub on_behalf_of: Vec<String>,
    /// The same bodies, with what else the data say of them, and what proves that they mandated the seal.
    pub awarded_by: Vec<BodySchema>,
    /// Whether the sealer is an awarding body.
    pub awarded_itself: bool,
    /// The mandate in the sealer's words, when the credential carries one and another body awarded.
    pub mandate: Option<String>,
    /// When the sealer says it sealed (RFC 3339).
    pub claimed: Option<String>,
    /// The earliest instant that a time stamp proves (RFC 3339).
    pub proven: Option<String>,
    /// The verdict over this seal alone (ETSI EN 319 102-1).
    pub outcome: OutcomeSchema,
    /// The sub-indication behind it when it does not hold.
    pub indication: Option<String>,
    /// `B-B`, `B-T`, `B-LT`, `B-LTA` or `not_baseline`.
    pub level: String,
    /// How far the seal carries its own proof as far as that could be checked, whether or not it keeps the rules of the profile: as
    /// `level`.
    pub reach: String,
    /// What the file carries for the seal, whether or not it could be checked: as `level`, and never less than `reach`.
    pub carried: String,
    /// Every time stamp of the seal.
    pub stamps: Vec<StampedSchema>,
    /// What it is before the law.
    pub qualification: QualificationSchema,
    /// The seal is one for trying.
    pub test: bool,
    /// What was found about each of the eight aspects, by name.
    pub aspects: BTreeMap<String, OutcomeSchema>,
}

/// An awarding body: as the certificate names it where its own statement proves the mandate, else as the data describe it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Body)]
pub struct BodySchema {
    /// Legal name.
    pub name: Option<String>,
    /// What the data call it, where the name is the certificate's and theirs is another.
    pub called: Option<String>,
    /// Legal identifier.
    pub identifier: Option<String>,
    /// Country, by the code of the EU's list (alpha-3).
    pub country: Option<String>,
    /// What proves the mandate: `statement` (under the body's own seal) or `configured`; `claimed` and `unclear` prove nothing.
    pub proof: String,
}

/// A time stamp with its own verdict.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Stamped)]
pub struct StampedSchema {
    /// `seal.signature-stamp`, `seal.content-stamp` or `seal.archive-stamp`.
    pub code: String,
    /// Whether it holds.
    pub outcome: OutcomeSchema,
    /// The sub-indication when it does not.
    pub indication: Option<String>,
    /// Its time (RFC 3339).
    pub time: Option<String>,
    /// Its authority.
    pub authority: Option<String>,
    /// Whether it is a qualified one by the trusted lists; null when that cannot be told.
    pub qualified: Option<bool>,
}

/// What a seal is under Regulation (EU) No 910/2014.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Qualification)]
pub struct QualificationSchema {
    /// `QESeal`, `AdESeal-QC`, `AdESeal`, `QESig`, `AdESig-QC`, `AdESig`, `N/A`; null as long as it cannot be told.
    pub class: Option<String>,
    /// Whether the certificate was a qualified one when it was issued.
    pub at_issuance: Option<bool>,
    /// Whether it was at the best signature time.
    pub at_sealing: Option<bool>,
    /// Territory of the trusted list.
    pub list: Option<String>,
    /// Since when a list this rests on is overdue (RFC 3339).
    pub list_stale_since: Option<String>,
    /// Why it is not more.
    pub reason: Option<String>,
}
