//! EU trusted lists (ETSI TS 119 612, versions 5 and 6): who may issue what is qualified, since when, until when.
//!
//! A list counts only once its signature holds with a certificate that is pinned for it: [`TrustedList::open`]. From the
//! certificates of the Official Journal over pivots to the list of lists and from there to the national lists: [`follow`].
//! Lists are read leniently where real ones are odd; what cannot be used is counted, never guessed.

mod canonical;
mod criteria;
mod document;
mod lotl;
mod scheme;
mod service;
mod signature;
mod signers;
#[cfg(test)]
mod tests;

pub use criteria::{Captured, QualificationElement};
pub use lotl::{ListOfLists, Pivot, follow, pivots};
pub use scheme::{ListKind, Pointer, SchemeInformation};
pub use service::{ServicePeriod, ServiceStatus, ServiceType, TrustService};
pub use signature::SignatureFault;
pub use signers::{OFFICIAL_JOURNAL, Signers};

use document::Document;
pub(crate) use document::measure;

/// Largest list that is read, in bytes. The largest national lists have about ten million.
pub const MOST_BYTES: usize = 24 << 20;

/// Why bytes are not a trusted list that counts.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ListError {
    /// Larger than [`MOST_BYTES`].
    #[error("a list of {0} bytes is not read")]
    TooLarge(usize),
    /// A document type, and with it entities, has no place in a list.
    #[error("the list has a document type declaration")]
    DocumentType,
    /// Deeper, or with more attributes, than any list.
    #[error("the list has too many {0}")]
    TooMany(&'static str),
    /// Not well-formed XML in UTF-8.
    #[error("the list is not well-formed: {0}")]
    Malformed(String),
    /// XML, but not a trusted list.
    #[error("this is not a trusted list")]
    NotAList,
    /// A version of TS 119 612 other than 5 and 6.
    #[error("the list is of version {0}; 5 and 6 are read")]
    Version(String),
    /// Something that every list has is missing or unreadable.
    #[error("the list says nothing readable of its {0}")]
    Missing(&'static str),
    /// Its signature does not make it count.
    #[error("the list is not accepted: {0}")]
    Signature(#[from] SignatureFault),
    /// Another list than the one that was pointed at.
    #[error("the list is of {found}, and {expected} was expected")]
    Another {
        /// Territory or kind that was pointed at.
        expected: String,
        /// What the list says of itself.
        found: String,
    },
}

/// A list whose signature holds.
#[derive(Debug, Clone)]
pub struct TrustedList {
    /// What it says of itself, and where it points.
    pub scheme: SchemeInformation,
    /// The trust services, in the order of the list.
    pub services: Vec<TrustService>,
    /// SHA-256 of the certificate that signed it.
    pub signer: [u8; 32],
    /// Services and certificates that could not be read, and are left out.
    pub unreadable: usize,
}

impl TrustedList {
    /// Reads a list and checks its signature: exactly one, over the whole list, by one of `signers`.
    ///
    /// # Errors
    /// [`ListError`].
    pub fn open(bytes: &[u8], signers: &Signers) -> Result<Self, ListError> {
        let document = Document::parse(bytes)?;
        let signer = signature::verify(&document, signers)?;
        Self::read(&document, signer)
    }

    fn read(document: &Document<'_>, signer: [u8; 32]) -> Result<Self, ListError> {
        let scheme = SchemeInformation::read(document)?;
        let (services, unreadable) = service::read_all(document);
        Ok(Self { scheme, services, signer, unreadable })
    }
}

/// Reads a list without checking its signature, for a fuzzer: nothing that comes of it may be trusted.
///
/// # Errors
/// [`ListError`].
#[doc(hidden)]
pub fn read_untrusted(bytes: &[u8]) -> Result<TrustedList, ListError> {
    TrustedList::read(&Document::parse(bytes)?, [0; 32])
}

/// The canonical forms of a list that nobody signed, exclusive and inclusive, for a fuzzer.
///
/// # Errors
/// [`ListError`].
#[doc(hidden)]
pub fn canonical_forms(bytes: &[u8]) -> Result<[Vec<u8>; 2], ListError> {
    let document = Document::parse(bytes)?;
    let methods = [canonical::Method::Exclusive(Vec::new()), canonical::Method::Inclusive];
    Ok(methods.map(|method| canonical::canonical(document.root(), None, &method)))
}
