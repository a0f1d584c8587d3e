//! The signature of a list: enveloped XMLDSig with XAdES properties, in the shape that TS 119 612 annex B allows; the reference to the
//! properties may be without transforms, as several Member States write it: then XMLDSig itself says how they become bytes.
//!
//! Whatever could make one thing signed and another read is refused: a second signature anywhere, one that is not a child
//! of the list, Ids that stand twice, references or transforms other than the two that must be there. The key is taken
//! from a pinned certificate and from nowhere else.

use super::canonical::{Method, canonical};
use super::document::{self, Document, XADES, XMLDSIG, base64, child, children, text};
use super::signers::Signers;
use crate::algorithm::{DigestAlgorithm, Family, KeyKind, PublicKey, SignatureScheme, ecdsa_der, sha256};
use crate::asn1::{Asn1Element, Asn1Error, tag};
use roxmltree::Node;
use std::collections::HashSet;

/// Why a list's signature does not make it count.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SignatureFault {
    /// There is none.
    #[error("it is not signed")]
    None,
    /// There is more than one, or it does not stand directly in the list.
    #[error("it has not exactly one signature of its own")]
    NotOne,
    /// Two elements have the same Id, so that a reference could mean either.
    #[error("the Id {0:?} stands twice")]
    IdTwice(String),
    /// The signature has another shape than the standard gives it.
    #[error("its signature has another {0} than a trusted list's")]
    Shape(&'static str),
    /// Signed with an algorithm that is not accepted.
    #[error("its signature uses {0}, which is not accepted")]
    Algorithm(String),
    /// Signed by a certificate that is not pinned for this list.
    #[error("it is signed by a certificate that is not accepted for it")]
    UnknownSigner,
    /// The list is not the one that was signed.
    #[error("it was changed after it was signed")]
    Changed,
    /// The signature value is not one by the accepted certificate.
    #[error("its signature does not match")]
    Wrong,
}

const EXCLUSIVE: &str = "http://www.w3.org/2001/10/xml-exc-c14n#";
const ENVELOPED: &str = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
const SIGNED_PROPERTIES: &str = "http://uri.etsi.org/01903#SignedProperties";

const DIGESTS: [(&str, DigestAlgorithm); 3] = [
    ("http://www.w3.org/2001/04/xmlenc#sha256", DigestAlgorithm::Sha256),
    ("http://www.w3.org/2001/04/xmldsig-more#sha384", DigestAlgorithm::Sha384),
    ("http://www.w3.org/2001/04/xmlenc#sha512", DigestAlgorithm::Sha512),
];

const SCHEMES: [(&str, Family, DigestAlgorithm); 9] = [
    ("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", Family::RsaPkcs1, DigestAlgorithm::Sha256),
    ("http://www.w3.org/2001/04/xmldsig-more#rsa-sha384", Family::RsaPkcs1, DigestAlgorithm::Sha384),
    ("http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", Family::RsaPkcs1, DigestAlgorithm::Sha512),
    ("http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1", Family::RsaPss, DigestAlgorithm::Sha256),
    ("http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1", Family::RsaPss, DigestAlgorithm::Sha384),
    ("http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1", Family::RsaPss, DigestAlgorithm::Sha512),
    ("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", Family::Ecdsa, DigestAlgorithm::Sha256),
    ("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384", Family::Ecdsa, DigestAlgorithm::Sha384),
    ("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512", Family::Ecdsa, DigestAlgorithm::Sha512),
];

/// Most prefixes that a canonicalization may be told of.
const MOST_PREFIXES: usize = 32;
/// Most certificates that a signature's KeyInfo may hold.
const MOST_CERTIFICATES: usize = 16;

/// Checks the signature of a list; the SHA-256 of the certificate that made it.
///
/// # Errors
/// [`SignatureFault`].
pub(super) fn verify(document: &Document<'_>, signers: &Signers) -> Result<[u8; 32], SignatureFault> {
    let signature = the_one(document)?;
    unique_ids(document)?;
    let info = child(signature, XMLDSIG, "SignedInfo").ok_or(SignatureFault::Shape("SignedInfo"))?;
    let method = exclusive(only(info, "CanonicalizationMethod", "canonicalization")?, "canonicalization")?;
    let scheme = algorithm(info, "SignatureMethod", "method")?;
    let scheme = SCHEMES
        .iter()
        .find(|(name, ..)| *name == scheme)
        .map(|(_, family, digest)| SignatureScheme { family: *family, digest: *digest })
        .ok_or_else(|| SignatureFault::Algorithm(shown(scheme)))?;
    let value = child(signature, XMLDSIG, "SignatureValue").and_then(|value| base64(text(value)));
    let value = value.ok_or(SignatureFault::Shape("value"))?;
    let signer = pinned(signature, signers)?;
    let [list, properties] = references(document, signature, info)?;
    // What the signer did not sign is not worth the work of canonicalizing it.
    check(scheme, &signer, &canonical(info, None, &method), &value)?;
    properties.check(None)?;
    list.check(Some(signature))?;
    Ok(sha256(&signer))
}

/// The only signature in the whole file, which is a child of the list.
fn the_one<'a, 'i>(document: &'a Document<'i>) -> Result<Node<'a, 'i>, SignatureFault> {
    let mut signatures = document.root().descendants().filter(|node| document::is(*node, XMLDSIG, "Signature"));
    let signature = signatures.next().ok_or(SignatureFault::None)?;
    let is_ours = signature.parent() == Some(document.list());
    if is_ours && signatures.next().is_none() { Ok(signature) } else { Err(SignatureFault::NotOne) }
}

/// No Id stands twice, under any of the names that Ids have.
fn unique_ids(document: &Document<'_>) -> Result<(), SignatureFault> {
    let mut seen = HashSet::new();
    for attribute in document.root().descendants().flat_map(|node| node.attributes()) {
        if matches!(attribute.name(), "Id" | "ID" | "id") && !seen.insert(attribute.value()) {
            return Err(SignatureFault::IdTwice(shown(attribute.value())));
        }
    }
    Ok(())
}

/// What a reference says was signed.
struct Reference<'a, 'i> {
    node: Node<'a, 'i>,
    method: Method<'a>,
    digest: DigestAlgorithm,
    value: Vec<u8>,
}

impl<'a, 'i> Reference<'a, 'i> {
    /// Whether that is what stands in the file, without `omitted`.
    fn check(&self, omitted: Option<Node<'a, 'i>>) -> Result<(), SignatureFault> {
        let same = self.digest.hash(&canonical(self.node, omitted, &self.method)) == self.value;
        if same { Ok(()) } else { Err(SignatureFault::Changed) }
    }
}

/// Exactly two references: the whole list without its signature, and the signed properties.
fn references<'a, 'i>(
    document: &'a Document<'i>,
    signature: Node<'a, 'i>,
    info: Node<'a, 'i>,
) -> Result<[Reference<'a, 'i>; 2], SignatureFault> {
    let all: Vec<Node<'a, 'i>> = children(info, XMLDSIG, "Reference").collect();
    let [one, other] = all.as_slice() else { return Err(SignatureFault::Shape("references")) };
    let (list, properties) = match (one.attribute("URI"), other.attribute("URI")) {
        (Some(""), Some(uri)) if !uri.is_empty() => (one, other),
        (Some(uri), Some("")) if !uri.is_empty() => (other, one),
        _ => return Err(SignatureFault::Shape("references")),
    };
    let [enveloped, whole] = transforms(*list)?[..] else { return Err(SignatureFault::Shape("transforms")) };
    let part = match transforms(*properties)?[..] {
        // Bytes come of nodes by Canonical XML 1.0 where no transform says otherwise (XMLDSig, 4.3.3.2).
        [] => Method::Inclusive,
        [part] => exclusive(part, "transforms")?,
        _ => return Err(SignatureFault::Shape("transforms")),
    };
    if enveloped.attribute("Algorithm") != Some(ENVELOPED) || enveloped.children().any(|it| it.is_element()) {
        return Err(SignatureFault::Shape("transforms"));
    }
    let whole = exclusive(whole, "transforms")?;
    let signed = signed_properties(signature).ok_or(SignatureFault::Shape("properties"))?;
    let named = properties.attribute("URI").and_then(|uri| uri.strip_prefix('#'));
    if properties.attribute("Type") != Some(SIGNED_PROPERTIES) || named.is_none() || named != signed.attribute("Id") {
        return Err(SignatureFault::Shape("properties"));
    }
    Ok([digested(*list, document.root(), whole)?, digested(*properties, signed, part)?])
}

/// The `SignedProperties` inside the signature itself.
fn signed_properties<'a, 'i>(signature: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    let objects = children(signature, XMLDSIG, "Object");
    let qualifying = objects.filter_map(|object| child(object, XADES, "QualifyingProperties"));
    qualifying.filter_map(|properties| child(properties, XADES, "SignedProperties")).next()
}

/// The transforms of a reference; none if it has no `Transforms` at all.
fn transforms<'a, 'i>(reference: Node<'a, 'i>) -> Result<Vec<Node<'a, 'i>>, SignatureFault> {
    if children(reference, XMLDSIG, "Transforms").next().is_none() {
        return Ok(Vec::new());
    }
    let list = only(reference, "Transforms", "transforms")?;
    let all: Vec<Node<'a, 'i>> = list.children().filter(Node::is_element).collect();
    let plain = all.iter().all(|transform| document::is(*transform, XMLDSIG, "Transform"));
    if plain && !all.is_empty() { Ok(all) } else { Err(SignatureFault::Shape("transforms")) }
}

/// An exclusive canonicalization, with the prefixes that it is told to treat as inclusive; usually none.
fn exclusive<'a>(method: Node<'a, '_>, what: &'static str) -> Result<Method<'a>, SignatureFault> {
    let shape = SignatureFault::Shape(what);
    if method.attribute("Algorithm") != Some(EXCLUSIVE) {
        return Err(shape);
    }
    let mut parameters = method.children().filter(Node::is_element);
    match (parameters.next(), parameters.next()) {
        (None, _) => Ok(Method::Exclusive(Vec::new())),
        (Some(list), None) if document::is(list, EXCLUSIVE, "InclusiveNamespaces") => {
            let prefixes = list.attribute("PrefixList").ok_or(shape)?;
            let all = prefixes.split_ascii_whitespace().take(MOST_PREFIXES);
            Ok(Method::Exclusive(all.map(|prefix| if prefix == "#default" { "" } else { prefix }).collect()))
        }
        _ => Err(shape),
    }
}

/// What a reference to `node` says was signed of it.
fn digested<'a, 'i>(
    reference: Node<'a, 'i>,
    node: Node<'a, 'i>,
    method: Method<'a>,
) -> Result<Reference<'a, 'i>, SignatureFault> {
    let name = algorithm(reference, "DigestMethod", "digest")?;
    let digest = DIGESTS.iter().find(|(known, _)| *known == name).map(|(_, digest)| *digest);
    let digest = digest.ok_or_else(|| SignatureFault::Algorithm(shown(name)))?;
    let value = child(reference, XMLDSIG, "DigestValue").and_then(|value| base64(text(value)));
    let value = value.ok_or(SignatureFault::Shape("digest"))?;
    Ok(Reference { node, method, digest, value })
}

/// The child of this name, which stands once.
fn only<'a, 'i>(node: Node<'a, 'i>, name: &'static str, what: &'static str) -> Result<Node<'a, 'i>, SignatureFault> {
    let mut all = children(node, XMLDSIG, name);
    let one = all.next();
    one.filter(|_| all.next().is_none()).ok_or(SignatureFault::Shape(what))
}

/// The `Algorithm` of a child that stands once and has no parameters.
fn algorithm<'a>(node: Node<'a, '_>, name: &'static str, what: &'static str) -> Result<&'a str, SignatureFault> {
    let method = only(node, name, what)?;
    let plain = !method.children().any(|it| it.is_element());
    method.attribute("Algorithm").filter(|_| plain).ok_or(SignatureFault::Shape(what))
}

/// The certificate of KeyInfo that is pinned: others (its issuers) may stand beside it.
fn pinned(signature: Node<'_, '_>, signers: &Signers) -> Result<Vec<u8>, SignatureFault> {
    let info = child(signature, XMLDSIG, "KeyInfo").into_iter();
    let data = info.flat_map(|info| children(info, XMLDSIG, "X509Data"));
    let certificates = data.flat_map(|data| children(data, XMLDSIG, "X509Certificate")).take(MOST_CERTIFICATES);
    let mut decoded = certificates.filter_map(|certificate| base64(text(certificate)));
    decoded.find(|der| signers.contains(&sha256(der))).ok_or(SignatureFault::UnknownSigner)
}

fn check(scheme: SignatureScheme, signer: &[u8], message: &[u8], value: &[u8]) -> Result<(), SignatureFault> {
    let key = key_of(signer).map_err(|_| SignatureFault::Shape("certificate"))?;
    // XMLDSig writes ECDSA as JOSE does, but leaves every curve to every digest, as X.509 does.
    let value = match scheme.family {
        Family::Ecdsa => ecdsa_der(value).ok_or(SignatureFault::Wrong)?,
        // A number of the modulus's length (RFC 8017, 8.1.2 and 8.2.2); some software writes it without its leading zeros.
        Family::RsaPkcs1 | Family::RsaPss => match key.kind() {
            KeyKind::Rsa { bits, .. } => {
                [vec![0; bits.div_ceil(8).saturating_sub(value.len())].as_slice(), value].concat()
            }
            _ => value.to_vec(),
        },
    };
    key.verify_der(scheme, message, &value).map_err(|_| SignatureFault::Wrong)
}

/// The key of a certificate of which nothing else matters: some scheme operators' certificates have names longer than
/// X.520 allows, and are pinned all the same.
fn key_of(certificate: &[u8]) -> Result<PublicKey, Asn1Error> {
    let mut fields = Asn1Element::from_bytes(certificate)?.tagged(tag::SEQUENCE)?.reader().sequence()?;
    fields.optional(tag::context(0))?;
    for tag in [tag::INTEGER, tag::SEQUENCE, tag::SEQUENCE, tag::SEQUENCE, tag::SEQUENCE] {
        fields.expect(tag)?;
    }
    PublicKey::from_info(fields.element()?)
}

/// A name out of a list that is not trusted, short enough to be told.
fn shown(name: &str) -> String {
    name.chars().take(80).collect()
}
