//! The bodies that the data name, beside the body in the seal's certificate.

use serde::Serialize;

use crate::body::{BodyDifference, CertifiedBody};

/// A body as the data name it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamedBody {
    /// Legal name.
    pub name: Option<String>,
    /// Legal identifier.
    pub identifier: Option<String>,
    /// Code of its country in the EU list (alpha-3).
    pub country: Option<String>,
}

/// The issuer beside the body in the seal's certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuerFact {
    /// The body in the certificate.
    pub certificate: CertifiedBody,
    /// The issuer in the data.
    pub issuer: NamedBody,
    /// Whether an authority that counts vouches for the certificate.
    pub anchored: bool,
    /// In what they differ, or what keeps them from being compared.
    pub differs: Vec<BodyDifference>,
}

/// An awarding body beside the body that sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwardingFact {
    /// Which, and how it stands with it.
    pub awarded: Awarded,
    /// Whether an authority that counts vouches for the certificate.
    pub anchored: bool,
    /// Name of the body in the certificate.
    pub sealer: Option<String>,
}

/// An awarding body, and how it stands with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Awarded {
    /// The data name none.
    NoneNamed,
    /// The data name more than are looked at.
    TooMany,
    /// One that the data name.
    Body {
        /// The body; its country is not told.
        body: NamedBody,
        /// How it stands with it.
        proof: AwardProof,
        /// What kept a statement from proving a mandate.
        problem: Option<MandateProblem>,
    },
}

impl Awarded {
    /// The stable name of how it stands.
    pub const fn name(&self) -> &'static str {
        match self {
            Awarded::NoneNamed => "none-named",
            Awarded::TooMany => "too-many",
            Awarded::Body { proof, .. } => proof.name(),
        }
    }
}

/// How it stands with an awarding body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AwardProof {
    /// It is the body that sealed.
    SameBody,
    /// A mandate that it sealed itself.
    Statement,
    /// A mandate that the settings confirm.
    Configured,
    /// Another body; the sealer alone says that it seals for it.
    Claimed,
    /// Whether it is the body that sealed cannot be told.
    Unclear,
}

impl AwardProof {
    /// The stable name.
    pub const fn name(self) -> &'static str {
        match self {
            AwardProof::SameBody => "same-body",
            AwardProof::Statement => "statement",
            AwardProof::Configured => "configured",
            AwardProof::Claimed => "claimed",
            AwardProof::Unclear => "unclear",
        }
    }

    /// Whether the credential is proved to be awarded by this body.
    pub const fn is_proven(self) -> bool {
        matches!(self, AwardProof::SameBody | AwardProof::Statement | AwardProof::Configured)
    }
}

/// Why a statement does not prove a mandate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MandateProblem {
    /// It is no sealed statement of this form.
    #[error("not-a-statement")]
    NotAStatement,
    /// Its seal does not hold, or a test seal speaks of a real seal or the other way round.
    #[error("seal")]
    Seal,
    /// It was not sealed by the awarding body that it names.
    #[error("another-author")]
    AnotherAuthor,
    /// It speaks of another awarding body than the credential.
    #[error("another-awarding-body")]
    AnotherAwardingBody,
    /// It names another body to seal.
    #[error("another-sealer")]
    AnotherSealer,
    /// The credential was not sealed, or is not proved to have been, while it held.
    #[error("not-then")]
    NotThen,
}
