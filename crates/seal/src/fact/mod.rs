//! What a finding rests on, as values: instants, digests, certificates and enums. The stable names that reports give them
//! stand in [`SealFact::evidence`] and nowhere else.

mod certificate;
mod document;
mod evidence;
mod finding;
mod header;
mod level;
mod signature;
mod stamp;

pub use certificate::{
    AlgorithmsFact, ChainFact, NoRevocationEvidence, RevocationFact, RevocationSource, SourceKind, ValidityFact,
};
pub use document::{Changes, DocumentPart, RangeFault};
pub use finding::SealFinding;
pub use header::{HeaderDeviation, HeaderFault};
pub use level::{BaselineFact, Deviation, QualificationFact};
pub use signature::{AttributesFault, IntegrityFact, MessageFault, SignerFact, SignerFault, StructureFact};
pub use stamp::{JudgedStamp, StampClass, StampFact, StampKind};

use crate::indication::SealCheck;

/// One check with the facts that decided it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SealFact {
    /// How the signature container is formed.
    Structure(StructureFact),
    /// In a PDF: the length of the revision that the signed ranges cover, in bytes, or how they fall short of one.
    ByteRange(Result<usize, RangeFault>),
    /// Whether content and signature value match.
    Integrity(IntegrityFact),
    /// In a PDF: what came after the seal.
    ChangesAfter(Changes),
    /// The certificate that the signed attributes name.
    SignerIdentified(SignerFact),
    /// The path of the certificate.
    Chain(ChainFact),
    /// When the certificate was valid.
    CertificateValidity(ValidityFact),
    /// Whether the certificate was revoked.
    Revocation(RevocationFact),
    /// Until when the algorithms are accepted.
    Algorithms(AlgorithmsFact),
    /// One time stamp.
    Stamp(StampKind, StampFact),
    /// The baseline level, or the rules that are broken.
    Baseline(BaselineFact),
    /// What the seal is before the law.
    Qualification(QualificationFact),
}

impl SealFact {
    /// The check that it is a fact of.
    #[must_use]
    pub const fn check(&self) -> SealCheck {
        match self {
            Self::Structure(_) => SealCheck::Structure,
            Self::ByteRange(_) => SealCheck::ByteRange,
            Self::Integrity(_) => SealCheck::Integrity,
            Self::ChangesAfter(_) => SealCheck::ChangesAfter,
            Self::SignerIdentified(_) => SealCheck::SignerIdentified,
            Self::Chain(_) => SealCheck::Chain,
            Self::CertificateValidity(_) => SealCheck::CertificateValidity,
            Self::Revocation(_) => SealCheck::Revocation,
            Self::Algorithms(_) => SealCheck::Algorithms,
            Self::Stamp(kind, _) => kind.check(),
            Self::Baseline(_) => SealCheck::Baseline,
            Self::Qualification(_) => SealCheck::Qualification,
        }
    }
}
