//! The report as programs read it. These types are its description; a test holds the verifier's own JSON against them.

use std::collections::BTreeMap;

use serde::Deserialize;
use utoipa::ToSchema;

/// Everything found about one file.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Report {
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
    pub outcome: Outcome,
    /// The seal is one for trying.
    pub trial: bool,
    /// Format, seal, validity.
    pub groups: Vec<Group>,
    /// The seals.
    pub sealings: Vec<Sealing>,
}

/// One of three outcomes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
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
pub struct Group {
    /// `format`, `seal` or `validity`.
    pub name: String,
    /// The answer.
    pub outcome: Outcome,
    /// The answer in a sentence.
    pub sentence: String,
    /// What was looked at.
    pub findings: Vec<Finding>,
}

/// One check.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// Stable code, such as `seal.integrity`.
    pub code: String,
    /// `credential`, `document` or `embedded`.
    pub part: String,
    /// What came of it.
    pub outcome: Outcome,
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
pub struct Sealing {
    /// Of which part.
    pub part: String,
    /// The body in the certificate.
    pub sealer: Option<String>,
    /// Its identifier there.
    pub sealer_identifier: Option<String>,
    /// The bodies that awarded, when they are others.
    pub on_behalf_of: Vec<String>,
    /// When the sealer says it sealed (RFC 3339).
    pub claimed: Option<String>,
    /// The earliest instant that a time stamp proves (RFC 3339).
    pub proven: Option<String>,
    /// `B-B`, `B-T`, `B-LT`, `B-LTA` or `not_baseline`.
    pub level: String,
    /// The seal is one for trying.
    pub trial: bool,
}
