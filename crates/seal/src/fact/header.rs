//! How the protected header of a JAdES seal breaks its rules.

/// How a header breaks the rules. A broken rule that leaves the meaning unclear is a fault; one that only a newer
/// edition of the standard forbids is a deviation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderFault {
    /// `crit` is no list of different names (RFC 7515, 4.1.11).
    CritMalformed,
    /// `crit` names a member that is not processed here.
    CritUnknown,
    /// `crit` names a member of RFC 7515 or RFC 7518.
    CritRegistered,
    /// `crit` names a member that is not there.
    CritAbsentMember,
    /// `b64` is false and `crit` does not name it (RFC 7797, 6).
    CritWithoutB64,
    /// There is a `sigD`: the content stands elsewhere.
    Detached,
    /// `x5c` cannot be read.
    Certificates,
    /// `adoTst` cannot be read.
    ContentStamp,
    /// `exp` cannot be read.
    Expiry,
    /// There is an `etsiU`, which belongs in the unprotected header.
    UnsignedPartProtected,
}

impl HeaderFault {
    /// The stable name in a finding.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::CritMalformed => "crit-malformed",
            Self::CritUnknown => "crit-unknown",
            Self::CritRegistered => "crit-registered",
            Self::CritAbsentMember => "crit-absent-member",
            Self::CritWithoutB64 => "crit-without-b64",
            Self::Detached => "detached",
            Self::Certificates => "x5c-malformed",
            Self::ContentStamp => "adoTst-malformed",
            Self::Expiry => "exp-malformed",
            Self::UnsignedPartProtected => "etsiU-protected",
        }
    }
}

/// Why a readable seal is not a baseline seal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderDeviation {
    /// There are `iat` and `sigT`.
    SigningTimeTwice,
    /// There is neither `iat` nor `sigT`.
    SigningTimeMissing,
    /// The signing time cannot be read.
    SigningTimeMalformed,
    /// There is a `sigT` from a time when only `iat` is allowed (TS 119 182-1 v1.2.1, 5.1.11).
    SigTAfterIatDate,
    /// The certificate is referenced in no way, or in several.
    CertificateReferences,
}

impl HeaderDeviation {
    /// The stable name in a finding.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::SigningTimeTwice => "iat-and-sigT",
            Self::SigningTimeMissing => "no-signing-time",
            Self::SigningTimeMalformed => "signing-time-malformed",
            Self::SigTAfterIatDate => "sigT-after-2025-07-15",
            Self::CertificateReferences => "certificate-references",
        }
    }
}
