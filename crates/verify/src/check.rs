//! The checks of a report: stable codes, and what each found.

use serde::Serialize;
use signet_credential::FormatFinding;
use signet_seal::{Indication, Outcome, SealCheck};

/// Which part of the file a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The credential itself (`.jsonld`).
    Credential,
    /// The PDF.
    Document,
    /// The credential inside the PDF.
    Embedded,
}

/// What was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Check {
    /// The credential follows the rules of its profile.
    ProfileRules,
    /// One thing the format check has to say.
    Format(FormatFinding),
    /// The PDF carries a credential that can be read.
    Attachment,
    /// The PDF describes itself as the credential inside it.
    SameCredential,
    /// There is a seal.
    SealPresent,
    /// One thing the check of a seal has to say.
    Seal(SealCheck),
    /// The issuer named in the credential is the body in the seal's certificate.
    IssuerCertificate,
    /// PDF and credential inside it were sealed by the same body.
    SameSealer,
    /// The seal is one for trying.
    Trial,
    /// It is valid already.
    ValidFrom,
    /// It has not expired.
    Expiry,
    /// It was neither revoked nor superseded.
    Status,
}

impl Check {
    /// The stable code: see `docs/verification.md`.
    pub fn code(&self) -> &'static str {
        match self {
            Check::ProfileRules => "format.profile-rules",
            Check::Format(finding) => finding.code.as_str(),
            Check::Attachment => "format.attachment",
            Check::SameCredential => "format.same-credential",
            Check::SealPresent => "seal.present",
            Check::Seal(check) => check.code(),
            Check::IssuerCertificate => "seal.issuer-certificate",
            Check::SameSealer => "seal.same-sealer",
            Check::Trial => "seal.trial",
            Check::ValidFrom => "validity.from",
            Check::Expiry => "validity.expiry",
            Check::Status => "validity.status",
        }
    }
}

/// One check, and what it found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was looked at.
    pub check: Check,
    /// Where.
    pub part: Part,
    /// What came of it.
    pub outcome: Outcome,
    /// Told, but without weight in the verdict of its group: warnings, and what nobody looked at yet.
    pub advisory: bool,
    /// Name in ETSI EN 319 102-1, of findings about seals.
    pub indication: Option<Indication>,
    /// Facts: stable names, values out of the artefact.
    pub evidence: Vec<(&'static str, String)>,
}

impl Finding {
    pub(crate) fn new(check: Check, part: Part, outcome: Outcome) -> Self {
        Finding { check, part, outcome, advisory: false, indication: None, evidence: Vec::new() }
    }

    pub(crate) fn advisory(mut self) -> Self {
        self.advisory = true;
        self
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.evidence.push((name, value.into()));
        self
    }

    /// A fact of this finding.
    pub fn fact(&self, name: &str) -> Option<&str> {
        self.evidence.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// Where in the credential, as a JSON path; of findings of the format.
    pub fn path(&self) -> Option<&str> {
        match &self.check {
            Check::Format(finding) => Some(&finding.path),
            _ => None,
        }
    }
}
