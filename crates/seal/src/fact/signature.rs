//! Facts of the signature itself: its form, its value and the certificate that it names.

use crate::algorithm::{DigestAlgorithm, SignatureScheme, VerifyError};
use crate::asn1::Asn1Error;
use crate::certificate::Certificate;
use jiff::Timestamp;

use super::HeaderFault;

/// How the signature container is formed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StructureFact {
    /// It keeps its rules.
    Sound,
    /// A CMS message without signed attributes, which RFC 5652 §5.3 allows over plain data.
    NoSignedAttributes,
    /// The sealer's own end of the signature has passed (`exp`: RFC 7519, 4.1.4).
    Expired(Timestamp),
    /// The protected header of a JAdES seal breaks these rules; at least one.
    Header(Vec<HeaderFault>),
    /// The signature field of a PDF holds no CMS message.
    NoMessage,
    /// The CMS message is not one that is judged.
    Message(MessageFault),
    /// The signed attributes break RFC 5652 §11.
    Attributes(AttributesFault),
    /// The signed attributes are not in DER (RFC 5652 §5.3 and §5.4).
    AttributesNotDer,
}

/// Why a CMS message is not one that is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MessageFault {
    /// It has no signer, or several.
    #[error("not exactly one signer")]
    Signers,
    /// Its content is of another type than must be signed here.
    #[error("another content type")]
    ContentType,
    /// It brings content of its own, though it signs what stands outside.
    #[error("content inside a detached signature")]
    ContentInside,
    /// It brings no content, though it must.
    #[error("no content")]
    NoContent,
}

/// How signed attributes break RFC 5652 §11.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AttributesFault {
    /// An attribute is there several times, or cannot be read.
    #[error(transparent)]
    Asn1(#[from] Asn1Error),
    /// There is no content-type attribute.
    #[error("no content-type attribute")]
    NoContentType,
    /// The content-type attribute names another type than the message.
    #[error("the content-type attribute differs")]
    ContentType,
    /// There is no message-digest attribute.
    #[error("no message-digest attribute")]
    NoDigest,
}

/// Whether content and signature value match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IntegrityFact {
    /// They do.
    Intact {
        /// What the value was made with.
        scheme: SignatureScheme,
        /// The digest of the content, where the format names it apart (CMS).
        digest: Option<DigestAlgorithm>,
    },
    /// The file names something that is no signature: `none`, a code under a shared secret, or nothing.
    NotASignature(String),
    /// The algorithm, as the file names it, is not one that is verified.
    UnknownAlgorithm(String),
    /// The content has another digest than was signed.
    Content(DigestAlgorithm),
    /// A time stamp is over something else.
    Imprint(DigestAlgorithm),
    /// The value is not the key's.
    Signature {
        /// What the value was made with.
        scheme: SignatureScheme,
        /// What is wrong with it.
        error: VerifyError,
        /// Whether it stands in a CMS message: its evidence does not name the error.
        cms: bool,
    },
    /// There is no certificate to verify it with.
    NoSigner,
    /// The signed bytes cannot be found.
    NoSignedBytes,
}

/// The certificate that the signed attributes name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignerFact {
    /// They name this one without doubt.
    Identified {
        /// SHA-256 of the certificate.
        sha256: [u8; 32],
        /// The subject's common name.
        name: Option<String>,
    },
    /// They name none without doubt.
    Unidentified(SignerFault),
}

impl SignerFact {
    /// The certificate that they name.
    pub(crate) fn of(certificate: &Certificate) -> Self {
        Self::Identified { sha256: certificate.sha256(), name: certificate.subject_common_name() }
    }
}

/// Why a seal names no certificate without doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignerFault {
    /// CMS: the certificate that it names is not at hand.
    #[error("certificate not at hand")]
    NotAtHand,
    /// CMS: the attribute names another certificate (RFC 5035 §4).
    #[error("signing-certificate names another certificate")]
    AnotherCertificate,
    /// CMS: there is no such attribute.
    #[error("no signing-certificate attribute")]
    NoAttribute,
    /// CMS: the attribute cannot be read.
    #[error("malformed signing-certificate attribute")]
    MalformedAttribute,
    /// JAdES: there is no certificate.
    #[error("no certificate")]
    NoCertificate,
    /// JAdES: the header has no digest of the certificate (TS 119 182-1, 5.1.7).
    #[error("no digest of the certificate")]
    NoDigest,
    /// JAdES: the digest in the header is of another certificate.
    #[error("the digest is of another certificate")]
    AnotherDigest,
    /// JAdES: the digest in the header is of a kind that is not checked.
    #[error("the digest of the certificate cannot be checked")]
    UncheckedDigest,
}
