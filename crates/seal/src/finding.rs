//! What a check found: stable codes, three outcomes, and the indications of ETSI EN 319 102-1.

use crate::algorithm::Scheme;
use crate::basis::{ValidationData, Want};
use crate::certificate::Certificate;
use crate::chain::Chain;
use crate::fact::SealFact;
use jiff::Timestamp;
use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

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

/// One check with its outcome and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What was checked, and what was found.
    pub fact: SealFact,
    /// What came of it.
    pub outcome: Outcome,
    /// The name in EN 319 102-1 when it did not hold.
    pub indication: Option<Indication>,
}

impl Finding {
    /// The check holds.
    #[must_use]
    pub const fn holds(fact: SealFact) -> Self {
        Self { fact, outcome: Outcome::Holds, indication: None }
    }

    /// The check does not hold; the indication says whether that is a failure or leaves it open.
    #[must_use]
    pub const fn not(fact: SealFact, indication: Indication) -> Self {
        Self { fact, outcome: indication.outcome(), indication: Some(indication) }
    }

    /// The check fails, whatever the standard would say of the indication alone.
    #[must_use]
    pub const fn fails(fact: SealFact, indication: Indication) -> Self {
        Self { fact, outcome: Outcome::Fails, indication: Some(indication) }
    }

    /// The check leaves it open.
    #[must_use]
    pub const fn cannot_tell(fact: SealFact, indication: Indication) -> Self {
        Self { fact, outcome: Outcome::CannotTell, indication: Some(indication) }
    }

    /// Nobody looked: neither held nor failed.
    #[must_use]
    pub const fn not_checked(fact: SealFact) -> Self {
        Self { fact, outcome: Outcome::CannotTell, indication: None }
    }

    /// What was checked.
    #[must_use]
    pub const fn check(&self) -> SealCheck {
        self.fact.check()
    }

    /// The facts by stable names.
    #[must_use]
    pub fn evidence(&self) -> Vec<(&'static str, String)> {
        self.fact.evidence()
    }

    /// Whether it has a say in the verdict over the seal. Qualification and the baseline profile are told apart from it. A time stamp
    /// that does not hold is no proof and is left out (EN 319 102-1, 5.5.4 and 5.6.3): what it would have proved is missing elsewhere.
    /// Only stamps that hold and contradict each other leave the seal open.
    #[must_use]
    pub fn weighs(&self) -> bool {
        match self.check() {
            SealCheck::Qualification | SealCheck::Baseline => false,
            check if check.is_stamp() => {
                self.outcome == Outcome::Holds || self.indication == Some(Indication::TimestampOrderFailure)
            }
            _ => true,
        }
    }
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Evidence(Vec<(&'static str, String)>);
        impl Serialize for Evidence {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut map = serializer.serialize_map(Some(self.0.len()))?;
                for (name, value) in &self.0 {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
        let mut finding = serializer.serialize_struct("Finding", 4)?;
        finding.serialize_field("check", &self.check())?;
        finding.serialize_field("outcome", &self.outcome)?;
        finding.serialize_field("indication", &self.indication)?;
        finding.serialize_field("evidence", &Evidence(self.evidence()))?;
        finding.end()
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

/// Everything found about one seal.
#[derive(Debug, Clone)]
pub struct SealReport {
    /// The findings, in the order of [`SealCheck::ALL`] as far as they were made.
    pub findings: Vec<Finding>,
    /// The certificate that the seal names.
    pub signer: Option<Certificate>,
    /// The signature algorithm.
    pub algorithm: Option<Scheme>,
    /// When the sealer says it sealed.
    pub claimed_time: Option<Timestamp>,
    /// The earliest instant at which time stamps prove the signature existed.
    pub best_time: Option<Timestamp>,
    /// The baseline level; [`Level::NotBaseline`] as soon as a rule of the profile is broken.
    pub level: Level,
    /// How far the seal carries its own proof as far as that could be checked, whether or not it keeps the rules of the profile.
    pub reach: Level,
    /// What the file carries for the seal: stamps over the right bytes and validation data, whether or not they could be checked.
    /// Never less than `reach`.
    pub carried: Level,
    /// The path of the signer's certificate, if there is one.
    pub chain: Option<Chain>,
    /// Certificates and revocation data that the verdicts rest on: what a seal must carry to be judged alone.
    pub relied: ValidationData,
    /// What would let the report tell more.
    pub wants: Vec<Want>,
}

impl SealReport {
    /// The checks without which a seal does not hold.
    pub const NEEDED: [SealCheck; 6] = [
        SealCheck::Integrity,
        SealCheck::SignerIdentified,
        SealCheck::Chain,
        SealCheck::CertificateValidity,
        SealCheck::Revocation,
        SealCheck::Algorithms,
    ];

    /// The verdict: fails if any check that [weighs](Finding::weighs) fails; holds if all of [`SealReport::NEEDED`] do and nothing else
    /// that weighs is open; otherwise it cannot tell.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        let weighs = |finding: &&Finding| finding.weighs();
        if self.findings.iter().filter(weighs).any(|finding| finding.outcome == Outcome::Fails) {
            return Outcome::Fails;
        }
        let needed = Self::NEEDED
            .iter()
            .all(|check| self.finding(*check).is_some_and(|finding| finding.outcome == Outcome::Holds));
        let open = self.findings.iter().filter(weighs).any(|finding| finding.outcome == Outcome::CannotTell);
        if needed && !open { Outcome::Holds } else { Outcome::CannotTell }
    }

    /// The first finding of a check.
    #[must_use]
    pub fn finding(&self, check: SealCheck) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.check() == check)
    }

    /// The sub-indication behind the verdict: the first that fails, else the first that leaves it open.
    #[must_use]
    pub fn indication(&self) -> Option<Indication> {
        let outcome = self.outcome();
        self.findings
            .iter()
            .filter(|finding| finding.weighs() && finding.outcome == outcome && outcome != Outcome::Holds)
            .find_map(|finding| finding.indication)
    }
}

impl Serialize for SealReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut report = serializer.serialize_struct("SealReport", 10)?;
        report.serialize_field("outcome", &self.outcome())?;
        report.serialize_field("indication", &self.indication())?;
        report.serialize_field("level", &self.level)?;
        report.serialize_field("reach", &self.reach)?;
        report.serialize_field("carried", &self.carried)?;
        report.serialize_field("algorithm", &self.algorithm.map(Scheme::name))?;
        report.serialize_field("claimed_time", &self.claimed_time)?;
        report.serialize_field("best_time", &self.best_time)?;
        report.serialize_field("signer", &self.signer)?;
        report.serialize_field("findings", &self.findings)?;
        report.end()
    }
}
