//! The checks of a report: stable codes, and what each found.

use serde::Serialize;
use signet_credential::check::Code;
use signet_seal::{Indication, Outcome, SealCheck};

use crate::fact::{CredentialStatus, FindingFact};

/// Which part of the file a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FilePart {
    /// The credential itself (`.jsonld`).
    Credential,
    /// The PDF.
    Document,
    /// The credential inside the PDF.
    Embedded,
}

/// What a finding about a seal speaks of: the eight things that a truthful report tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// Content and signature match, and nothing was added.
    Integrity,
    /// Whose certificate it is, and to which authority it leads.
    Signer,
    /// Whether the certificate was revoked.
    Revocation,
    /// Since when the seal is proved to exist: each time stamp by itself, and all together.
    Time,
    /// Whether the algorithms were secure then.
    Algorithms,
    /// How far the seal carries its own proof.
    Level,
    /// What the seal is before the law.
    Qualification,
    /// Whether issuer and awarding body in the data are the body in the certificate.
    Issuer,
}

impl Aspect {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 8] = [
        Self::Integrity,
        Self::Signer,
        Self::Revocation,
        Self::Time,
        Self::Algorithms,
        Self::Level,
        Self::Qualification,
        Self::Issuer,
    ];

    /// The stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Integrity => "integrity",
            Self::Signer => "signer",
            Self::Revocation => "revocation",
            Self::Time => "time",
            Self::Algorithms => "algorithms",
            Self::Level => "level",
            Self::Qualification => "qualification",
            Self::Issuer => "issuer",
        }
    }
}

/// What was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// The credential follows the rules of its profile.
    ProfileRules,
    /// One thing the format check has to say.
    Format(Code),
    /// The PDF carries a credential that can be read.
    Attachment,
    /// The PDF describes itself as the credential inside it.
    SameCredential,
    /// The picture in the credential is page 1 of the PDF.
    Picture,
    /// The credential carries the root of its record; a finding only says that it does not, or not the right one.
    RecordRoot,
    /// There is a seal.
    SealPresent,
    /// The seals of the PDF can be read; a finding only says that they cannot.
    SealsUnread,
    /// One thing the check of a seal has to say.
    Seal(SealCheck),
    /// When the seal was made, and whether that is proved.
    SealTime,
    /// The certificate is one for seals of an organisation.
    LegalPerson,
    /// The issuer named in the credential is the body in the seal's certificate.
    IssuerCertificate,
    /// The body that awarded is the body that sealed, or it mandated the seal.
    AwardingBody,
    /// PDF and credential inside it were sealed by the same body.
    SameSealer,
    /// It is a test seal.
    TestSeal,
    /// What the file says of its validity is vouched for.
    ValidityVouched,
    /// It is valid already.
    ValidFrom,
    /// It has not expired.
    Expiry,
    /// It was neither revoked nor superseded.
    Status,
}

impl Check {
    /// The stable code: see `docs/verification.md`.
    pub fn code(self) -> &'static str {
        match self {
            Check::ProfileRules => "format.profile-rules",
            Check::Format(code) => code.as_str(),
            Check::Attachment => "format.attachment",
            Check::SameCredential => "format.same-credential",
            Check::Picture => "format.picture",
            Check::RecordRoot => "format.record-root",
            Check::SealPresent => "seal.present",
            Check::SealsUnread => "seal.unread",
            Check::Seal(check) => check.code(),
            Check::SealTime => "seal.time",
            Check::LegalPerson => "seal.legal-person",
            Check::IssuerCertificate => "seal.issuer-certificate",
            Check::AwardingBody => "seal.awarding-body",
            Check::SameSealer => "seal.same-sealer",
            Check::TestSeal => "seal.test",
            Check::ValidityVouched => "validity.seal",
            Check::ValidFrom => "validity.from",
            Check::Expiry => "validity.expiry",
            Check::Status => "validity.status",
        }
    }

    /// What it says of a seal; of checks of the format and of validity, nothing.
    pub const fn aspect(self) -> Option<Aspect> {
        Some(match self {
            Check::SealPresent | Check::SealsUnread => Aspect::Integrity,
            Check::Seal(check) => match check {
                SealCheck::Structure | SealCheck::ByteRange | SealCheck::Integrity | SealCheck::ChangesAfter => {
                    Aspect::Integrity
                }
                SealCheck::SignerIdentified | SealCheck::Chain | SealCheck::CertificateValidity => Aspect::Signer,
                SealCheck::Revocation => Aspect::Revocation,
                SealCheck::Algorithms => Aspect::Algorithms,
                SealCheck::SignatureStamp | SealCheck::ContentStamp | SealCheck::ArchiveStamp => Aspect::Time,
                SealCheck::Baseline => Aspect::Level,
                SealCheck::Qualification => Aspect::Qualification,
            },
            Check::SealTime => Aspect::Time,
            Check::TestSeal | Check::LegalPerson => Aspect::Signer,
            Check::IssuerCertificate | Check::AwardingBody | Check::SameSealer => Aspect::Issuer,
            Check::ProfileRules
            | Check::Format(_)
            | Check::Attachment
            | Check::SameCredential
            | Check::Picture
            | Check::RecordRoot
            | Check::ValidityVouched
            | Check::ValidFrom
            | Check::Expiry
            | Check::Status => return None,
        })
    }
}

impl FindingFact {
    /// What was looked at.
    pub fn check(&self) -> Check {
        match self {
            FindingFact::ProfileRules { .. } => Check::ProfileRules,
            FindingFact::Format(finding) => Check::Format(finding.code),
            FindingFact::Attachment(_) => Check::Attachment,
            FindingFact::SameCredential => Check::SameCredential,
            FindingFact::Picture(_) => Check::Picture,
            FindingFact::RecordRoot(_) => Check::RecordRoot,
            FindingFact::SealPresent => Check::SealPresent,
            FindingFact::SealsUnread(_) => Check::SealsUnread,
            FindingFact::Seal(found, _) => Check::Seal(found.check()),
            FindingFact::SealTime(_) => Check::SealTime,
            FindingFact::LegalPerson { .. } => Check::LegalPerson,
            FindingFact::IssuerCertificate(_) => Check::IssuerCertificate,
            FindingFact::AwardingBody(_) => Check::AwardingBody,
            FindingFact::SameSealer => Check::SameSealer,
            FindingFact::TestSeal => Check::TestSeal,
            FindingFact::ValidityVouched(_) => Check::ValidityVouched,
            FindingFact::ValidFrom(_) => Check::ValidFrom,
            FindingFact::Expiry(_) => Check::Expiry,
            FindingFact::Status(_) => Check::Status,
        }
    }
}

/// One check, and what it found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was looked at, and what was found.
    pub fact: FindingFact,
    /// Where.
    pub part: FilePart,
    /// Which seal it is about, as a place in [`Report::sealings`](crate::Report); of findings about no one seal, nothing.
    pub seal: Option<usize>,
    /// What came of it.
    pub outcome: Outcome,
    /// Told, but without weight in the verdict of its group: warnings, and what nobody looked at yet.
    pub advisory: bool,
    /// Name in ETSI EN 319 102-1, of findings about seals.
    pub indication: Option<Indication>,
}

impl Finding {
    pub(crate) const fn new(fact: FindingFact, part: FilePart, outcome: Outcome) -> Self {
        Finding { fact, part, seal: None, outcome, advisory: false, indication: None }
    }

    pub(crate) fn of_seal(mut self, place: usize) -> Self {
        self.seal = Some(place);
        self
    }

    pub(crate) fn advisory(mut self) -> Self {
        self.advisory = true;
        self
    }

    /// What was looked at.
    pub fn check(&self) -> Check {
        self.fact.check()
    }

    /// The facts by stable names.
    pub fn evidence(&self) -> Vec<(&'static str, String)> {
        self.fact.evidence()
    }

    /// Told without weight: it neither speaks for the file nor against it.
    pub fn is_neutral(&self) -> bool {
        self.advisory && self.outcome != Outcome::Holds
    }

    /// What a status list says that keeps the credential from being valid.
    pub fn status_against(&self) -> Option<&CredentialStatus> {
        match &self.fact {
            FindingFact::Status(fact) => fact.against(),
            _ => None,
        }
    }

    /// Where in the credential, as a JSON path; of findings of the format.
    pub fn path(&self) -> Option<&str> {
        match &self.fact {
            FindingFact::Format(finding) => Some(&finding.path),
            _ => None,
        }
    }
}
