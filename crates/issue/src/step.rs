//! The numbered steps from award to sealed credential, for progress, for tests of recovery, and for the log.

use std::{fmt, str::FromStr};

/// One step of the path. Each is announced when it is done; a stop at any of them loses nothing and seals nothing twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// 1. The award is in the ledger.
    Proposed,
    /// 2. Composed, checked, laid out and rehearsed with a throw-away key.
    Prepared,
    /// 3. The intent to seal exactly these bytes is in the ledger.
    Intended,
    /// 4. The European Digital Credential carries its seal.
    CredentialSealed,
    /// 5. The certificate carries the credential, and its own seal.
    DocumentSealed,
    /// 6. Both were verified as a stranger would.
    Verified,
    /// 7. The bytes of the artefacts are on the disk.
    Kept,
    /// 8. Their rows and the seal are in the register, in one transaction.
    Recorded,
}

impl Step {
    /// All, in order.
    pub const ALL: [Step; 8] = [
        Step::Proposed,
        Step::Prepared,
        Step::Intended,
        Step::CredentialSealed,
        Step::DocumentSealed,
        Step::Verified,
        Step::Kept,
        Step::Recorded,
    ];

    /// Its name on the command line and in the log.
    pub fn name(self) -> &'static str {
        match self {
            Step::Proposed => "proposed",
            Step::Prepared => "prepared",
            Step::Intended => "intended",
            Step::CredentialSealed => "credential-sealed",
            Step::DocumentSealed => "document-sealed",
            Step::Verified => "verified",
            Step::Kept => "kept",
            Step::Recorded => "recorded",
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// No step has this name.
#[derive(Debug, thiserror::Error)]
#[error("no step is called `{0}`")]
pub struct UnknownStep(String);

impl FromStr for Step {
    type Err = UnknownStep;

    fn from_str(name: &str) -> Result<Self, UnknownStep> {
        Step::ALL.into_iter().find(|step| step.name() == name).ok_or_else(|| UnknownStep(name.into()))
    }
}

/// Told of each step as it is done.
pub type Observer = std::sync::Arc<dyn Fn(signet_record::CredentialId, Step) + Send + Sync>;
