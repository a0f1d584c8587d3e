//! Facts of a seal as a whole: its level, and what it is before the law.

use super::{HeaderDeviation, HeaderFault};
use crate::indication::Level;
use crate::qualification::SealQualification;

/// How far the seal reaches, and the rules that are broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaselineFact {
    /// The rules of the profile that are broken.
    pub deviations: Vec<Deviation>,
    /// How far the seal carries its own proof as far as that could be checked.
    pub reach: Level,
    /// What the file carries for the seal, whether or not it could be checked.
    pub carried: Level,
}

impl BaselineFact {
    /// The baseline level: how far the seal reaches, or [`Level::NotBaseline`] as soon as a rule is broken.
    #[must_use]
    pub const fn level(&self) -> Level {
        if self.deviations.is_empty() { self.reach } else { Level::NotBaseline }
    }
}

/// A rule of the baseline profile that a seal breaks (EN 319 142-1, 6.3; TS 119 182-1, 6.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deviation {
    /// JAdES: the protected header cannot be understood as it must.
    HeaderFault(HeaderFault),
    /// JAdES: the protected header is understood, and not as the profile wants it.
    Header(HeaderDeviation),
    /// The signed attributes name no certificate without doubt.
    NoSigningCertificate,
    /// PAdES: `/SubFilter` is not `ETSI.CAdES.detached`.
    SubFilter,
    /// PAdES: `/M` has no time.
    NoSigningTime,
    /// PAdES: there is a `/Cert` entry.
    CertEntry,
    /// PAdES: the message is not sound.
    Structure,
    /// PAdES: `/Contents` is not in DER (EN 319 142-1, 6.2.1 a).
    ContentsNotDer,
    /// PAdES: there are no signed attributes (RFC 5652, 5.4), so that nothing binds certificate, time or content type.
    NoSignedAttributes,
    /// PAdES: there is no signing-certificate-v2 attribute.
    NoSigningCertificateV2,
    /// PAdES: there is a signing-time attribute.
    SigningTimeAttribute,
    /// PAdES: there is a content-identifier attribute.
    ContentIdentifierAttribute,
    /// PAdES: there is a content-hints attribute.
    ContentHintsAttribute,
    /// PAdES: there is a mime-type attribute.
    MimeTypeAttribute,
    /// PAdES: there is a signer-location attribute.
    SignerLocationAttribute,
}

impl Deviation {
    /// The stable name in a finding.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::HeaderFault(fault) => fault.code(),
            Self::Header(deviation) => deviation.code(),
            Self::NoSigningCertificate => "no-signing-certificate",
            Self::SubFilter => "sub-filter",
            Self::NoSigningTime => "no-signing-time",
            Self::CertEntry => "cert-entry",
            Self::Structure => "structure",
            Self::ContentsNotDer => "contents-not-der",
            Self::NoSignedAttributes => "no-signed-attributes",
            Self::NoSigningCertificateV2 => "no-signing-certificate-v2",
            Self::SigningTimeAttribute => "signing-time-attribute",
            Self::ContentIdentifierAttribute => "content-identifier-attribute",
            Self::ContentHintsAttribute => "content-hints-attribute",
            Self::MimeTypeAttribute => "mime-type-attribute",
            Self::SignerLocationAttribute => "signer-location-attribute",
        }
    }
}

/// What the seal is before the law.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QualificationFact {
    /// Nobody looked: there are no lists, or no path to look up.
    NotConsulted,
    /// By the lists at hand.
    Assessed {
        /// What it is, presuming that it holds.
        qualification: Box<SealQualification>,
        /// Whether nothing else about the seal is open.
        established: bool,
    },
}
