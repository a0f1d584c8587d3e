//! Names in a report: outcomes, checks with stable codes, the indications of ETSI EN 319 102-1, levels.

use serde::ser::{Serialize, Serializer};

/// What a check says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It was checked and is so.
    Holds,
    /// It could not be established either way.
    CannotTell,
    /// It was checked and is not so.
    Fails,
}

macro_rules! checks {
    ($($(#[$note:meta])* $name:ident = $code:literal;)*) => {
        /// A thing that is checked about a seal or a time stamp.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum SealCheck { $($(#[$note])* $name,)* }

        impl SealCheck {
            /// Every check, in the order in which a report tells them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The stable code, e.g. `seal.integrity`.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }
        }
    };
}

checks! {
    /// The signature container can be read and keeps its own rules (format checking).
    Structure = "seal.structure";
    /// In a PDF: the signed ranges are the whole revision but the seal itself.
    ByteRange = "seal.byte-range";
    /// Content and signature value match (cryptographic verification).
    Integrity = "seal.integrity";
    /// In a PDF: nothing but stamps and validation data came after the seal.
    ChangesAfter = "seal.changes-after";
    /// The signed attributes name the certificate whose key signed.
    SignerIdentified = "seal.signer-identified";
    /// The certificate leads to a configured trust anchor.
    Chain = "seal.chain";
    /// The certificate was valid at the best signature time.
    CertificateValidity = "seal.certificate-validity";
    /// The certificate was not revoked.
    Revocation = "seal.revocation";
    /// The algorithms were trusted at the best signature time.
    Algorithms = "seal.algorithms";
    /// A time stamp over the signature.
    SignatureStamp = "seal.signature-stamp";
    /// A time stamp over the content, made before signing.
    ContentStamp = "seal.content-stamp";
    /// A time stamp over content, signature and validation data.
    ArchiveStamp = "seal.archive-stamp";
    /// The rules of the AdES baseline profile.
    Baseline = "seal.baseline";
    /// Whether the seal is a qualified one.
    Qualification = "seal.qualification";
}

impl SealCheck {
    /// Whether it is about one time stamp.
    #[must_use]
    pub const fn is_stamp(self) -> bool {
        matches!(self, Self::SignatureStamp | Self::ContentStamp | Self::ArchiveStamp)
    }
}

impl Serialize for SealCheck {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

macro_rules! indications {
    ($($name:ident = $text:literal, $outcome:ident;)*) => {
        /// Sub-indications of ETSI EN 319 102-1 §5.1.3.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs)]
        pub enum Indication { $($name,)* }

        impl Indication {
            /// Every indication.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The name in the standard, e.g. `HASH_FAILURE`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// TOTAL-FAILED names fail; INDETERMINATE names cannot tell.
            #[must_use]
            pub const fn outcome(self) -> Outcome {
                match self { $(Self::$name => Outcome::$outcome,)* }
            }
        }
    };
}

indications! {
    FormatFailure = "FORMAT_FAILURE", Fails;
    HashFailure = "HASH_FAILURE", Fails;
    SigCryptoFailure = "SIG_CRYPTO_FAILURE", Fails;
    Revoked = "REVOKED", Fails;
    Expired = "EXPIRED", Fails;
    NotYetValid = "NOT_YET_VALID", Fails;
    SigConstraintsFailure = "SIG_CONSTRAINTS_FAILURE", CannotTell;
    ChainConstraintsFailure = "CHAIN_CONSTRAINTS_FAILURE", CannotTell;
    CertificateChainGeneralFailure = "CERTIFICATE_CHAIN_GENERAL_FAILURE", CannotTell;
    CryptoConstraintsFailure = "CRYPTO_CONSTRAINTS_FAILURE", CannotTell;
    CryptoConstraintsFailureNoPoe = "CRYPTO_CONSTRAINTS_FAILURE_NO_POE", CannotTell;
    PolicyProcessingError = "POLICY_PROCESSING_ERROR", CannotTell;
    SignaturePolicyNotAvailable = "SIGNATURE_POLICY_NOT_AVAILABLE", CannotTell;
    TimestampOrderFailure = "TIMESTAMP_ORDER_FAILURE", CannotTell;
    NoSigningCertificateFound = "NO_SIGNING_CERTIFICATE_FOUND", CannotTell;
    NoCertificateChainFound = "NO_CERTIFICATE_CHAIN_FOUND", CannotTell;
    NoCertificateChainFoundNoPoe = "NO_CERTIFICATE_CHAIN_FOUND_NO_POE", CannotTell;
    RevokedNoPoe = "REVOKED_NO_POE", CannotTell;
    RevokedCaNoPoe = "REVOKED_CA_NO_POE", CannotTell;
    OutOfBoundsNotRevoked = "OUT_OF_BOUNDS_NOT_REVOKED", CannotTell;
    OutOfBoundsNoPoe = "OUT_OF_BOUNDS_NO_POE", CannotTell;
    RevocationOutOfBoundsNoPoe = "REVOCATION_OUT_OF_BOUNDS_NO_POE", CannotTell;
    NoPoe = "NO_POE", CannotTell;
    TryLater = "TRY_LATER", CannotTell;
    SignedDataNotFound = "SIGNED_DATA_NOT_FOUND", CannotTell;
}

impl Serialize for Indication {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// How far the seal carries its own proof (EN 319 142-1, TS 119 182-1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub enum Level {
    /// Not an AdES baseline signature.
    #[serde(rename = "not_baseline")]
    NotBaseline,
    /// Basic.
    #[serde(rename = "B-B")]
    BB,
    /// With a time stamp.
    #[serde(rename = "B-T")]
    BT,
    /// With validation data.
    #[serde(rename = "B-LT")]
    BLT,
    /// With validation data and archive time stamps.
    #[serde(rename = "B-LTA")]
    BLTA,
}

impl Level {
    /// The name in the standard, e.g. `B-LT`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotBaseline => "not_baseline",
            Self::BB => "B-B",
            Self::BT => "B-T",
            Self::BLT => "B-LT",
            Self::BLTA => "B-LTA",
        }
    }
}
