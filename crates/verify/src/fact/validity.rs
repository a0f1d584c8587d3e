//! Facts about whether a credential is valid now.

use jiff::Timestamp;

/// Why nobody vouches for what a file says of its validity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unvouched {
    /// There is no seal.
    Absent,
    /// It is a test seal.
    Test,
    /// The seal does not hold.
    Fails,
    /// Whether the seal holds cannot be told.
    Open,
}

impl Unvouched {
    /// The stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Unvouched::Absent => "absent",
            Unvouched::Test => "test",
            Unvouched::Fails => "fails",
            Unvouched::Open => "open",
        }
    }
}

/// What came of looking a status up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusFact {
    /// What the bits are about, as the file names it; of lists of ours and of none, nothing.
    pub purpose: Option<String>,
    /// What was found.
    pub found: StatusFinding,
}

/// What a status list says, or why nothing can be said by one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatusFinding {
    /// The file names no place to look.
    NoneNamed,
    /// The file names one in a form that is not read: what it calls itself.
    Unread(String),
    /// The address is not one to ask.
    Address,
    /// Nobody answered.
    Unreachable,
    /// Nobody was asked.
    Offline,
    /// There is a list, and it does not count.
    Problem(StatusProblem),
    /// What the list says.
    Said {
        /// The status.
        status: CredentialStatus,
        /// As of when, where the list says so.
        as_of: Option<Timestamp>,
    },
}

impl StatusFact {
    /// Without a purpose.
    pub(crate) const fn plain(found: StatusFinding) -> Self {
        StatusFact { purpose: None, found }
    }

    /// The status, if it keeps the credential from being valid.
    pub const fn against(&self) -> Option<&CredentialStatus> {
        match &self.found {
            StatusFinding::Said {
                status:
                    status @ (CredentialStatus::Revoked | CredentialStatus::Superseded | CredentialStatus::Suspended),
                ..
            } => Some(status),
            _ => None,
        }
    }
}

impl StatusFinding {
    /// The stable name of what keeps a status from being known; of one that is, its own.
    pub const fn name(&self) -> &'static str {
        match self {
            StatusFinding::NoneNamed => "none-named",
            StatusFinding::Unread(_) => "kind",
            StatusFinding::Address => "address",
            StatusFinding::Unreachable => "unreachable",
            StatusFinding::Offline => "offline",
            StatusFinding::Problem(problem) => problem.name(),
            StatusFinding::Said { status, .. } => status.name(),
        }
    }
}

/// What a status list says of one credential.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CredentialStatus {
    /// It holds.
    Valid,
    /// It was revoked.
    Revoked,
    /// A corrected one stands in its place.
    Superseded,
    /// It does not hold for now.
    Suspended,
    /// There is a newer one to be had; this one holds.
    Refresh,
    /// What the issuer says of it otherwise, in its own words, or the bare value.
    Message(String),
}

impl CredentialStatus {
    /// The stable name.
    pub const fn name(&self) -> &'static str {
        match self {
            CredentialStatus::Valid => "valid",
            CredentialStatus::Revoked => "revoked",
            CredentialStatus::Superseded => "superseded",
            CredentialStatus::Suspended => "suspended",
            CredentialStatus::Refresh => "refresh",
            CredentialStatus::Message(_) => "message",
        }
    }
}

/// Why a fetched list says nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.name())]
pub enum StatusProblem {
    /// Not a status list that is read.
    NotAList,
    /// A list under a signature of a kind that is not judged: nobody's word is taken for what it says.
    OtherSignature {
        /// The kind, as the list calls it.
        kind: String,
        /// What it says.
        says: CredentialStatus,
    },
    /// A list that bears no signature: what it says is only said.
    Unsealed {
        /// What it says.
        says: CredentialStatus,
    },
    /// Its seal does not hold, or leads to no root that counts.
    Seal,
    /// It was sealed by another body than the credential.
    AnotherSealer,
    /// It says that it is another list.
    AnotherList,
    /// It is about something else than the credential says, or about something that is not known here.
    Purpose,
    /// It is older than it may be relied on, or from the future.
    Stale,
    /// It has no such place, or an undefined mark there.
    NoSuchPlace,
}

impl StatusProblem {
    /// The stable name.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::NotAList => "not-a-list",
            Self::OtherSignature { .. } => "other-signature",
            Self::Unsealed { .. } => "unsealed",
            Self::Seal => "seal",
            Self::AnotherSealer => "another-sealer",
            Self::AnotherList => "another-list",
            Self::Purpose => "purpose",
            Self::Stale => "stale",
            Self::NoSuchPlace => "no-such-place",
        }
    }
}
