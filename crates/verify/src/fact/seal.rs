//! What a reader should know of a seal besides what the seal itself rests on.

use jiff::Timestamp;

/// What a finding about a seal means to this verifier, with its roots, lists and questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SealContext {
    /// Nothing more.
    None,
    /// Of a path that leads to a root: which.
    Root(Root),
    /// Of a certificate: no authority that counts vouches for the names in it.
    Unvouched,
    /// Of the dates of a certificate: whether they were held against a proved time, else against the time of verification.
    Time {
        /// A time stamp proves it.
        proved: bool,
    },
    /// Of a certificate about whose revocation nobody has to be asked: because it is trusted itself, or it is never revoked.
    NotRevocable {
        /// It is trusted itself.
        anchor: bool,
    },
    /// Of a certificate that may be revoked: who was asked.
    Asked(Asked),
    /// Of algorithms that were accepted: when they come to their end.
    AcceptedUntil(Timestamp),
    /// Of a seal that nobody looked up: why not.
    NotConsulted(NotConsulted),
}

/// A root that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Root {
    /// It counts for test seals.
    Test,
    /// By the trusted list of this territory.
    Listed(String),
    /// By the settings.
    Configured,
}

impl Root {
    /// The stable name.
    pub const fn name(&self) -> &'static str {
        match self {
            Root::Test => "test",
            Root::Listed(_) => "listed",
            Root::Configured => "configured",
        }
    }
}

/// Whether anybody was asked about the revocation of a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Nobody was.
    Nobody,
    /// The certificate does not say whom to ask.
    Nowhere,
    /// Somebody was, and did not answer.
    Unanswered,
}

impl Asked {
    /// The stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Asked::Nobody => "nobody",
            Asked::Nowhere => "nowhere",
            Asked::Unanswered => "unanswered",
        }
    }
}

/// Why a seal was not looked up in the trusted lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotConsulted {
    /// It is a test.
    Test,
    /// There are no lists.
    NoLists,
    /// There is no path of certificates to look up.
    NoPath,
}

impl NotConsulted {
    /// The stable name.
    pub const fn name(self) -> &'static str {
        match self {
            NotConsulted::Test => "test",
            NotConsulted::NoLists => "not_consulted",
            NotConsulted::NoPath => "no_path",
        }
    }
}

/// Since when a seal exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealTime {
    /// Since this instant at the latest: a time stamp proves it.
    Proved(Timestamp),
    /// Since this instant, as the sealer says.
    Claimed(Timestamp),
    /// It does not say.
    Unknown,
}
