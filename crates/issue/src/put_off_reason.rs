//! Why a credential still waits for its seal, as the register keeps it.

use std::fmt;

/// Why what waits was put off. What the register keeps is the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PutOffReason {
    /// No seal is set for the sealing body.
    NoSeal,
    /// A custodian has stopped sealing.
    SealStopped,
    /// The certificate of the seal has expired.
    SealExpired,
    /// The certificate is not valid yet, or its turn has not come.
    SealNotYet,
    /// The key is not there, or does not sign.
    SealKey,
    /// The token refuses its PIN, or is locked.
    SealPin,
    /// The token is not there, or its module does not answer.
    SealToken,
    /// The remote service does not answer.
    SealService,
    /// The remote service refused.
    SealRefused,
    /// The remote service has accepted the request and has not answered yet.
    SealAwaited,
    /// What came back is not a signature of the certificate's key.
    SealWrong,
    /// The seal could not be built.
    SealForm,
    /// Revocation data are missing that the level asks for.
    EvidenceMissing,
    /// The address of the time-stamping authority is not allowed.
    StampAddress,
    /// The time-stamping authority does not answer.
    StampUnreachable,
    /// The time-stamping authority refused.
    StampRefused,
    /// A name has characters that the fonts of the document lack.
    Unprintable,
    /// The record did not pass the last check before it is sealed.
    NotReady,
    /// What was sealed does not hold for a stranger.
    DoesNotHold,
    /// The statement about the record could not be signed.
    Attestation,
    /// The disk of the register is full.
    DiskFull,
    /// The database or the folder of artefacts failed.
    Register,
    /// Somebody has stopped what still waited of its batch.
    BatchStopped,
}

impl PutOffReason {
    /// All of them.
    pub const ALL: [Self; 23] = [
        Self::NoSeal,
        Self::SealStopped,
        Self::SealExpired,
        Self::SealNotYet,
        Self::SealKey,
        Self::SealPin,
        Self::SealToken,
        Self::SealService,
        Self::SealRefused,
        Self::SealAwaited,
        Self::SealWrong,
        Self::SealForm,
        Self::EvidenceMissing,
        Self::StampAddress,
        Self::StampUnreachable,
        Self::StampRefused,
        Self::Unprintable,
        Self::NotReady,
        Self::DoesNotHold,
        Self::Attestation,
        Self::DiskFull,
        Self::Register,
        Self::BatchStopped,
    ];

    /// Short code, for the register's list of what waits and why.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoSeal => "no-seal",
            Self::SealStopped => "seal-stopped",
            Self::SealExpired => "seal-expired",
            Self::SealNotYet => "seal-not-yet",
            Self::SealKey => "seal-key",
            Self::SealPin => "seal-pin",
            Self::SealToken => "seal-token",
            Self::SealService => "seal-service",
            Self::SealRefused => "seal-refused",
            Self::SealAwaited => "seal-awaited",
            Self::SealWrong => "seal-wrong",
            Self::SealForm => "seal-form",
            Self::EvidenceMissing => "evidence-missing",
            Self::StampAddress => "stamp-address",
            Self::StampUnreachable => "stamp-unreachable",
            Self::StampRefused => "stamp-refused",
            Self::Unprintable => "unprintable",
            Self::NotReady => "not-ready",
            Self::DoesNotHold => "does-not-hold",
            Self::Attestation => "attestation",
            Self::DiskFull => "disk-full",
            Self::Register => "register",
            Self::BatchStopped => "batch-stopped",
        }
    }

    /// The reason with this code; older registers keep codes that are no more.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

impl fmt::Display for PutOffReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
