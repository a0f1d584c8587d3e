//! Facts of one time stamp.

use super::{DocumentPart, RangeFault};
use crate::asn1::Oid;
use crate::fact::SealFinding;
use crate::indication::SealCheck;
use crate::stamp::StampError;
use jiff::Timestamp;

/// What a time stamp is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StampKind {
    /// The signature.
    Signature,
    /// The content, before it was signed.
    Content,
    /// Content, signature and validation data.
    Archive,
}

impl StampKind {
    /// The check of such a stamp.
    #[must_use]
    pub const fn check(self) -> SealCheck {
        match self {
            Self::Signature => SealCheck::SignatureStamp,
            Self::Content => SealCheck::ContentStamp,
            Self::Archive => SealCheck::ArchiveStamp,
        }
    }
}

/// What came of a time stamp.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StampFact {
    /// It was judged.
    Judged(Box<JudgedStamp>),
    /// The content was stamped at this instant, after the signature is proved to have existed.
    OutOfOrder(Timestamp),
    /// It was not judged: the seal has more than are judged.
    TooMany,
    /// It cannot be read.
    Unreadable(StampError),
    /// JAdES: what should hold time stamps is no container of them.
    NotAContainer,
    /// JAdES: what this container covers is not known here.
    UnknownContainer(String),
    /// PDF: what it covers was changed after it was made.
    Changed {
        /// What.
        part: DocumentPart,
        /// In which object.
        object: u32,
    },
    /// PDF: it does not cover what it must.
    ByteRange(RangeFault),
}

/// A time stamp with its verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedStamp {
    /// When the authority says that what it covers existed.
    pub time: Timestamp,
    /// The authority's policy.
    pub policy: Oid,
    /// The subject's common name of the authority's certificate.
    pub authority: Option<String>,
    /// What keeps the stamp from holding: a finding about the stamp, not about the seal.
    pub cause: Option<SealFinding>,
    /// Whether it is a qualified one; `None` when no lists were consulted.
    pub class: Option<StampClass>,
}

/// Whether a time stamp is a qualified one (Regulation (EU) No 910/2014, Article 3 (34)), by the trusted lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StampClass {
    /// It is.
    Qualified,
    /// It is not.
    NotQualified,
    /// The list that would tell is not at hand.
    Unknown,
}

impl StampClass {
    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Qualified => "yes",
            Self::NotQualified => "no",
            Self::Unknown => "unknown",
        }
    }
}
