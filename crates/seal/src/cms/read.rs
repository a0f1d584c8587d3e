//! Reads SignedData (RFC 5652 §5.1) in BER, of which DER is a part. What is signed keeps its bytes: content, signed attributes,
//! certificates, revocation lists.

use super::CmsError;
use super::signer::SignerInfo;
use crate::asn1::{Asn1Element, Asn1Error, Oid, Reader, oid, tag};
use crate::certificate::{Certificate, Known};

/// Largest message that is read, in bytes; revocation lists of large authorities are in it.
const MOST_BYTES: usize = 16 << 20;
/// Most certificates, revocation lists or digest algorithms.
const MOST_ITEMS: usize = 64;
/// Most signers.
const MOST_SIGNERS: usize = 8;

/// A signed message.
#[derive(Debug, Clone)]
pub struct SignedData {
    content_type: Oid,
    content: Option<Vec<u8>>,
    certificates: Vec<Certificate>,
    crls: Vec<Vec<u8>>,
    signers: Vec<SignerInfo>,
    is_definite: bool,
}

impl SignedData {
    /// Reads a `ContentInfo` with SignedData that fills `bytes`, in DER or BER.
    ///
    /// # Errors
    /// [`CmsError`].
    pub fn from_der(bytes: &[u8]) -> Result<Self, CmsError> {
        Self::from_der_among(bytes, &Known::default())
    }

    /// As [`SignedData::from_der`], with certificates that were read before.
    pub(crate) fn from_der_among(bytes: &[u8], known: &Known) -> Result<Self, CmsError> {
        let (read, rest) = Self::read(bytes, known)?;
        if rest.is_empty() { Ok(read) } else { Err(Asn1Error::Trailing.into()) }
    }

    /// Reads it out of a PDF's `/Contents`, where zeros fill the space that was reserved.
    ///
    /// # Errors
    /// [`CmsError`], also when anything but zeros follows.
    pub fn from_padded(bytes: &[u8]) -> Result<Self, CmsError> {
        Self::from_padded_among(bytes, &Known::default())
    }

    /// As [`SignedData::from_padded`], with certificates that were read before.
    pub(crate) fn from_padded_among(bytes: &[u8], known: &Known) -> Result<Self, CmsError> {
        let (read, rest) = Self::read(bytes, known)?;
        if rest.iter().all(|octet| *octet == 0) { Ok(read) } else { Err(Asn1Error::Trailing.into()) }
    }

    fn read<'a>(bytes: &'a [u8], known: &Known) -> Result<(Self, &'a [u8]), CmsError> {
        if bytes.len() > MOST_BYTES {
            return Err(CmsError::TooLarge(bytes.len()));
        }
        let mut outer = Reader::ber(bytes);
        let whole = outer.expect(tag::SEQUENCE)?;
        let mut info = whole.reader();
        let content_type = info.expect(tag::OID)?.oid()?;
        if content_type != oid::ID_SIGNED_DATA {
            return Err(CmsError::NotSignedData(content_type));
        }
        let content = info.expect(tag::context(0))?;
        info.finish()?;
        let data = content.inner()?.tagged(tag::SEQUENCE)?;
        let is_definite = ![whole, content, data].iter().any(Asn1Element::is_indefinite);
        Ok((Self::fields(data.reader(), known, is_definite)?, outer.rest()))
    }

    fn fields(mut reader: Reader<'_>, known: &Known, is_definite: bool) -> Result<Self, CmsError> {
        reader.expect(tag::INTEGER)?.number()?;
        reader.expect(tag::SET)?.reader().all(MOST_ITEMS)?;
        let mut encapsulated = reader.sequence()?;
        let content_type = encapsulated.expect(tag::OID)?.oid()?;
        let content = match encapsulated.optional(tag::context(0))? {
            Some(explicit) => Some(explicit.inner()?.joined_octets()?.into_owned()),
            None => None,
        };
        encapsulated.finish()?;
        let certificates = match reader.optional(tag::context(0))? {
            Some(set) => certificates(set, known)?,
            None => Vec::new(),
        };
        let crls = match reader.optional(tag::context(1))? {
            Some(set) => set.reader().all(MOST_ITEMS)?.iter().map(|crl| crl.whole().to_vec()).collect(),
            None => Vec::new(),
        };
        let signers = reader.expect(tag::SET)?.reader().all(MOST_SIGNERS)?;
        let is_definite = is_definite && !signers.iter().any(Asn1Element::is_indefinite);
        let signers = signers.into_iter().map(SignerInfo::read).collect::<Result<_, _>>()?;
        reader.finish()?;
        Ok(Self { content_type, content, certificates, crls, signers, is_definite })
    }

    /// The type of the content that is signed.
    #[must_use]
    pub fn content_type(&self) -> Oid {
        self.content_type
    }

    /// The content, if it is inside.
    #[must_use]
    pub fn content(&self) -> Option<&[u8]> {
        self.content.as_deref()
    }

    /// Whether message and signers have definite lengths, as DER and thus PAdES demand.
    #[must_use]
    pub fn is_definite(&self) -> bool {
        self.is_definite
    }

    /// The certificates inside that can be read. They prove nothing until a path is found over them.
    #[must_use]
    pub fn certificates(&self) -> &[Certificate] {
        &self.certificates
    }

    /// The revocation lists and other revocation data inside, DER, unread.
    #[must_use]
    pub fn crls(&self) -> &[Vec<u8>] {
        &self.crls
    }

    /// Who signed.
    #[must_use]
    pub fn signers(&self) -> &[SignerInfo] {
        &self.signers
    }
}

/// The X.509 certificates of a `CertificateSet`. Attribute certificates and what cannot be read are passed over: they
/// cannot become part of a path.
fn certificates(set: Asn1Element<'_>, known: &Known) -> Result<Vec<Certificate>, Asn1Error> {
    let items = set.reader().all(MOST_ITEMS)?;
    let x509 = items.iter().filter(|item| item.tag() == tag::SEQUENCE);
    Ok(x509.filter_map(|item| known.read(item.whole()).ok()).collect())
}
