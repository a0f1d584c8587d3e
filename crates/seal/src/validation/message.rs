//! The verdict over one signer's value and attributes: structure, integrity, identity.

use crate::algorithm::{DigestAlgorithm, SignatureScheme};
use crate::asn1::{Oid, oid};
use crate::certificate::Certificate;
use crate::cms::{Bound, Hash, SignedData, SignerInfo, binds};
use crate::fact::{
    AttributesFault, IntegrityFact, MessageFault, SealFact, SealFinding, SignerFact, SignerFault, StructureFact,
};
use crate::indication::Indication;

/// Where the signed content is.
#[derive(Debug, Clone, Copy)]
pub enum SignedContent<'a> {
    /// Outside the message: these parts, joined.
    Detached(&'a [&'a [u8]]),
    /// Inside the message.
    Attached,
}

/// What was found about one signer.
#[derive(Debug, Clone)]
pub struct JudgedMessage {
    /// Exactly one finding each of [`SealFact::Structure`], [`SealFact::Integrity`] and [`SealFact::SignerIdentified`], in this
    /// order; only the first when the message is not one to judge.
    pub findings: Vec<SealFinding>,
    /// The certificate that the message names, if it is at hand.
    pub signer: Option<Certificate>,
    /// What the value was made with.
    pub scheme: Option<SignatureScheme>,
}

impl SignedData {
    /// Judges the one signer of a message whose content must be of type `expected`.
    #[must_use]
    pub fn judge(&self, content: SignedContent<'_>, expected: Oid) -> JudgedMessage {
        self.judge_among(content, expected, &[])
    }

    /// As [`SignedData::judge`]; the signer's certificate may also be in `pool`.
    #[must_use]
    pub fn judge_among(&self, content: SignedContent<'_>, expected: Oid, pool: &[Certificate]) -> JudgedMessage {
        let hash = |digest: DigestAlgorithm| match content {
            SignedContent::Detached(parts) => digest.hash_parts(parts),
            SignedContent::Attached => digest.hash(self.content().unwrap_or_default()),
        };
        self.judge_hashed(matches!(content, SignedContent::Attached), &hash, expected, pool)
    }

    /// As [`SignedData::judge_among`], with the content's digests made by `hash`.
    pub(crate) fn judge_hashed(
        &self,
        attached: bool,
        hash: Hash<'_>,
        expected: Oid,
        pool: &[Certificate],
    ) -> JudgedMessage {
        match self.admit(attached, expected) {
            Ok(signer) => self.examine(signer, hash, expected, pool),
            Err(fault) => {
                let fact = SealFact::Structure(StructureFact::Message(fault));
                let finding = SealFinding::not(fact, Indication::FormatFailure);
                JudgedMessage { findings: vec![finding], signer: None, scheme: None }
            }
        }
    }

    /// The one signer, when the message has the shape that is judged.
    fn admit(&self, attached: bool, expected: Oid) -> Result<&SignerInfo, MessageFault> {
        let [signer] = self.signers() else { return Err(MessageFault::Signers) };
        if self.content_type() != expected {
            return Err(MessageFault::ContentType);
        }
        match (attached, self.content()) {
            (false, Some(_)) => Err(MessageFault::ContentInside),
            (true, None) => Err(MessageFault::NoContent),
            _ => Ok(signer),
        }
    }

    fn examine(&self, signer: &SignerInfo, hash: Hash<'_>, expected: Oid, pool: &[Certificate]) -> JudgedMessage {
        let named = self.certificates().iter().chain(pool).filter(|certificate| signer.id().names(certificate));
        let named: Vec<&Certificate> = named.collect();
        // Of several that bear the name, the one that the signed attribute means.
        let meant = named
            .iter()
            .find(|certificate| binds(signer, certificate, expected == oid::ID_CT_TST_INFO) == Ok(Bound::Yes));
        let certificate = meant.or(named.first()).copied();
        let (integrity, encoding) = integrity(signer, hash, certificate);
        let findings = vec![
            structure(signer, expected, encoding),
            integrity,
            identified(signer, certificate, expected == oid::ID_CT_TST_INFO),
        ];
        JudgedMessage { findings, signer: certificate.cloned(), scheme: signer.scheme().ok() }
    }
}

/// How the signed attributes are encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Encoding {
    /// As RFC 5652 §5.3 and §5.4 demand, as far as can be told.
    Distinguished,
    /// Otherwise. They are what was signed all the same.
    Other,
}

/// Whether the message keeps the rules of RFC 5652. One without signed attributes does; it is no AdES seal, which others tell.
fn structure(signer: &SignerInfo, expected: Oid, encoding: Encoding) -> SealFinding {
    match attributes(signer, expected) {
        Ok(()) if encoding == Encoding::Other => SealFinding::cannot_tell(
            SealFact::Structure(StructureFact::AttributesNotDer),
            Indication::SigConstraintsFailure,
        ),
        Ok(()) if signer.attribute_types().is_none() => {
            SealFinding::holds(SealFact::Structure(StructureFact::NoSignedAttributes))
        }
        Ok(()) => SealFinding::holds(SealFact::Structure(StructureFact::Sound)),
        Err(fault) => {
            SealFinding::not(SealFact::Structure(StructureFact::Attributes(fault)), Indication::FormatFailure)
        }
    }
}

/// The attributes that must be there are, once each, and content-type says what the message says (RFC 5652 §11). There may be
/// none at all if the content is plain data (§5.3).
fn attributes(signer: &SignerInfo, expected: Oid) -> Result<(), AttributesFault> {
    if signer.attribute_types().is_none() && expected == oid::ID_DATA {
        return Ok(());
    }
    let content_type = signer.single(oid::CONTENT_TYPE)?.ok_or(AttributesFault::NoContentType)?;
    if content_type.oid()? != expected {
        return Err(AttributesFault::ContentType);
    }
    let digest = signer.single(oid::MESSAGE_DIGEST)?.ok_or(AttributesFault::NoDigest)?;
    digest.joined_octets()?;
    signer.single(oid::SIGNING_CERTIFICATE_V2)?;
    signer.single(oid::SIGNING_CERTIFICATE)?;
    Ok(())
}

/// The content has the digest that is signed, and the value is the key's; and how the signed attributes are encoded.
fn integrity(signer: &SignerInfo, hash: Hash<'_>, certificate: Option<&Certificate>) -> (SealFinding, Encoding) {
    let encoding = if signer.attributes_are_der() { Encoding::Distinguished } else { Encoding::Other };
    let not = |fact, indication| SealFinding::not(SealFact::Integrity(fact), indication);
    let (digest, scheme) = match (signer.digest(), signer.scheme()) {
        (Ok(digest), Ok(scheme)) => (digest, scheme),
        (Err(oid), _) | (_, Err(oid)) => {
            let unknown = IntegrityFact::UnknownAlgorithm(oid.to_string());
            return (not(unknown, Indication::CryptoConstraintsFailure), encoding);
        }
    };
    let message = signer.signed_message();
    if message.is_some() && !digest_matches(signer, digest, hash) {
        return (not(IntegrityFact::Content(digest), Indication::HashFailure), encoding);
    }
    let Some(certificate) = certificate else {
        return (not(IntegrityFact::NoSigner, Indication::NoSigningCertificateFound), encoding);
    };
    let key = certificate.public_key();
    let verified = match &message {
        Some(message) => key.verify_der(scheme, message, signer.signature()).map(|()| encoding).or_else(|error| {
            let standing = signer.message_as_it_stands().filter(|standing| standing != message).ok_or(error)?;
            key.verify_der(scheme, &standing, signer.signature()).map(|()| Encoding::Other).map_err(|_| error)
        }),
        // RFC 5652 §5.4: without signed attributes the value is over the content.
        None => key.verify_digest(scheme, &hash(scheme.digest), signer.signature()).map(|()| encoding),
    };
    match verified {
        Ok(encoding) => {
            (SealFinding::holds(SealFact::Integrity(IntegrityFact::Intact { scheme, digest: Some(digest) })), encoding)
        }
        Err(error) => (not(IntegrityFact::Signature { scheme, error, cms: true }, error.indication()), encoding),
    }
}

fn digest_matches(signer: &SignerInfo, digest: DigestAlgorithm, hash: Hash<'_>) -> bool {
    let signed = signer.single(oid::MESSAGE_DIGEST).ok().flatten().and_then(|value| value.joined_octets().ok());
    signed.is_some_and(|signed| *signed == hash(digest))
}

/// A signed attribute names the certificate (EN 319 102-1 §5.2.3).
fn identified(signer: &SignerInfo, certificate: Option<&Certificate>, is_stamp: bool) -> SealFinding {
    let not = |fault| {
        let fact = SealFact::SignerIdentified(SignerFact::Unidentified(fault));
        SealFinding::not(fact, Indication::NoSigningCertificateFound)
    };
    let Some(certificate) = certificate else { return not(SignerFault::NotAtHand) };
    match binds(signer, certificate, is_stamp) {
        Ok(Bound::Yes) => SealFinding::holds(SealFact::SignerIdentified(SignerFact::of(certificate))),
        Ok(Bound::No) => not(SignerFault::AnotherCertificate),
        Ok(Bound::Absent) => not(SignerFault::NoAttribute),
        Err(_) => not(SignerFault::MalformedAttribute),
    }
}
