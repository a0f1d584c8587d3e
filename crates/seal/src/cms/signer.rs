//! One signer of a message: identity, attributes and value (RFC 5652 §5.3).

use crate::algorithm::{DigestAlgorithm, SignatureScheme};
use crate::asn1::{self, Asn1Element, Asn1Error, Oid, tag};
use crate::certificate::Certificate;

/// Most attributes of one kind, and most values of one attribute.
const MOST_ATTRIBUTES: usize = 64;

/// How a signer is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignerId {
    /// By the issuer's name (DER) and the serial number (content octets).
    IssuerSerial {
        /// DER of the issuer's name.
        issuer: Vec<u8>,
        /// Content octets of the serial number.
        serial: Vec<u8>,
    },
    /// By the subject key identifier.
    Key(Vec<u8>),
}

impl SignerId {
    /// Whether it names this certificate.
    #[must_use]
    pub fn names(&self, certificate: &Certificate) -> bool {
        match self {
            Self::IssuerSerial { issuer, serial } => {
                certificate.issuer_der() == issuer && certificate.serial() == serial
            }
            Self::Key(key) => certificate.extensions().subject_key.as_deref() == Some(key.as_slice()),
        }
    }
}

/// An attribute as it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// Its type.
    pub oid: Oid,
    /// Its values, each a complete element.
    pub values: Vec<Vec<u8>>,
    whole: Vec<u8>,
    /// The same in DER, if it is signed and is not in DER.
    der: Option<Vec<u8>>,
}

impl Attribute {
    fn read(element: Asn1Element<'_>, is_signed: bool) -> Result<Self, Asn1Error> {
        let mut reader = element.tagged(tag::SEQUENCE)?.reader();
        let oid = reader.expect(tag::OID)?.oid()?;
        let values = reader.expect(tag::SET)?.reader().all(MOST_ATTRIBUTES)?;
        reader.finish()?;
        let values = values.iter().map(|value| value.whole().to_vec()).collect();
        let whole = element.whole().to_vec();
        let der = if is_signed { Some(element.to_der()?).filter(|der| *der != whole) } else { None };
        Ok(Self { oid, values, whole, der })
    }

    fn der(&self) -> &[u8] {
        self.der.as_deref().unwrap_or(&self.whole)
    }
}

/// One signer.
#[derive(Debug, Clone)]
pub struct SignerInfo {
    id: SignerId,
    digest: Result<DigestAlgorithm, Oid>,
    signed: Option<Vec<Attribute>>,
    scheme: Result<SignatureScheme, Oid>,
    signature: Vec<u8>,
    unsigned: Vec<Attribute>,
}

impl SignerInfo {
    pub(super) fn read(element: Asn1Element<'_>) -> Result<Self, Asn1Error> {
        let mut reader = element.tagged(tag::SEQUENCE)?.reader();
        reader.expect(tag::INTEGER)?.number()?;
        let id = reader.element()?;
        let id = match id.tag() {
            tag::SEQUENCE => {
                let mut fields = id.reader();
                let issuer = fields.expect(tag::SEQUENCE)?.to_der()?;
                let serial = fields.expect(tag::INTEGER)?.content().to_vec();
                fields.finish()?;
                SignerId::IssuerSerial { issuer, serial }
            }
            _ => SignerId::Key(id.tagged(tag::context_primitive(0))?.content().to_vec()),
        };
        let digest = DigestAlgorithm::from_identifier(reader.element()?)?;
        let signed = reader.optional(tag::context(0))?.map(|set| attributes(set, true)).transpose()?;
        let scheme = SignatureScheme::from_identifier(reader.element()?, digest.ok())?;
        let signature = reader.element()?.joined_octets()?.into_owned();
        let unsigned = reader.optional(tag::context(1))?.map(|set| attributes(set, false)).transpose()?;
        reader.finish()?;
        Ok(Self { id, digest, signed, scheme, signature, unsigned: unsigned.unwrap_or_default() })
    }

    /// How the signer is named.
    #[must_use]
    pub fn id(&self) -> &SignerId {
        &self.id
    }

    /// The digest of the content, or the object identifier of one that is not checked.
    ///
    /// # Errors
    /// The object identifier of a digest that is not checked.
    pub fn digest(&self) -> Result<DigestAlgorithm, Oid> {
        self.digest
    }

    /// What the value was made with, or the object identifier of an algorithm that is not checked.
    ///
    /// # Errors
    /// The object identifier of an algorithm that is not checked.
    pub fn scheme(&self) -> Result<SignatureScheme, Oid> {
        self.scheme
    }

    /// The signature value: what a signature time stamp is over.
    #[must_use]
    pub fn signature(&self) -> &[u8] {
        &self.signature
    }

    /// The types of the signed attributes, in order, with repetitions; `None` when there are no signed attributes.
    #[must_use]
    pub fn attribute_types(&self) -> Option<Vec<Oid>> {
        self.signed.as_ref().map(|signed| signed.iter().map(|attribute| attribute.oid).collect())
    }

    /// The values of all signed attributes of a type.
    #[must_use]
    pub fn signed(&self, oid: Oid) -> Vec<&[u8]> {
        values(self.signed.as_deref().unwrap_or_default(), oid)
    }

    /// The values of all unsigned attributes of a type.
    #[must_use]
    pub fn unsigned(&self, oid: Oid) -> Vec<&[u8]> {
        values(&self.unsigned, oid)
    }

    /// The only value of the only signed attribute of a type; `None` when absent.
    ///
    /// # Errors
    /// [`Asn1Error::Value`] when it stands twice or has no or several values (RFC 5652 §11).
    pub fn single(&self, oid: Oid) -> Result<Option<Asn1Element<'_>>, Asn1Error> {
        let mut found = self.signed.iter().flatten().filter(|attribute| attribute.oid == oid);
        match (found.next(), found.next()) {
            (None, _) => Ok(None),
            (Some(Attribute { values, .. }), None) => match values.as_slice() {
                [value] => Asn1Element::from_ber(value).map(Some),
                _ => Err(Asn1Error::Value("a signed attribute has not exactly one value")),
            },
            (Some(_), Some(_)) => Err(Asn1Error::Value("a signed attribute stands twice")),
        }
    }

    /// What the value is over: the signed attributes as a DER SET OF, sorted whatever their order in the message
    /// (RFC 5652 §5.4). `None` when there are none: then the value is over the content itself.
    #[must_use]
    pub fn signed_message(&self) -> Option<Vec<u8>> {
        let signed = self.signed.as_ref()?;
        Some(asn1::set_of(signed.iter().map(Attribute::der).collect()))
    }

    /// The signed attributes in the order and encoding in which they stand. Some signers sign these, against RFC 5652 §5.4.
    pub(crate) fn message_as_it_stands(&self) -> Option<Vec<u8>> {
        let wholes: Vec<&[u8]> = self.signed.as_ref()?.iter().map(|attribute| attribute.whole.as_slice()).collect();
        Some(asn1::tlv(tag::SET, &wholes))
    }

    /// Whether every signed attribute is in DER, as RFC 5652 §5.3 demands whatever the message around them is in.
    pub(crate) fn attributes_are_der(&self) -> bool {
        self.signed.iter().flatten().all(|attribute| attribute.der.is_none())
    }
}

fn attributes(set: Asn1Element<'_>, are_signed: bool) -> Result<Vec<Attribute>, Asn1Error> {
    let elements = set.reader().all(MOST_ATTRIBUTES)?.into_iter();
    elements.map(|element| Attribute::read(element, are_signed)).collect()
}

fn values(attributes: &[Attribute], oid: Oid) -> Vec<&[u8]> {
    let of_type = attributes.iter().filter(|attribute| attribute.oid == oid);
    of_type.flat_map(|attribute| attribute.values.iter().map(Vec::as_slice)).collect()
}
