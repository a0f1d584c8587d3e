//! The verdict over one signer's value and attributes: structure, integrity, identity.

use super::ess::{self, Bound};
use super::read::SignedData;
use super::signer::SignerInfo;
use crate::algorithm::{Digest, Scheme, VerifyError};
use crate::asn1::{Asn1Error, Oid, oid};
use crate::certificate::Certificate;
use crate::finding::{Finding, Indication, SealCheck};

/// Where the signed content is.
#[derive(Debug, Clone, Copy)]
pub enum Content<'a> {
    /// Outside the message: these parts, joined.
    Detached(&'a [&'a [u8]]),
    /// Inside the message.
    Attached,
}

/// Makes a digest of something.
pub(crate) type Hash<'a> = &'a dyn Fn(Digest) -> Vec<u8>;

/// What was found about one signer.
#[derive(Debug, Clone)]
pub struct Judged {
    /// Exactly one finding each of [`SealCheck::Structure`], [`SealCheck::Integrity`] and
    /// [`SealCheck::SignerIdentified`], in this order; only the first when the message is not one to judge.
    pub findings: Vec<Finding>,
    /// The certificate that the message names, if it is at hand.
    pub signer: Option<Certificate>,
    /// What the value was made with.
    pub scheme: Option<Scheme>,
}

impl SignedData {
    /// Judges the one signer of a message whose content must be of type `expected`.
    #[must_use]
    pub fn judge(&self, content: Content<'_>, expected: Oid) -> Judged {
        self.judge_among(content, expected, &[])
    }

    /// As [`SignedData::judge`]; the signer's certificate may also be in `pool`.
    #[must_use]
    pub fn judge_among(&self, content: Content<'_>, expected: Oid, pool: &[Certificate]) -> Judged {
        let hash = |digest: Digest| match content {
            Content::Detached(parts) => digest.hash_parts(parts),
            Content::Attached => digest.hash(self.content().unwrap_or_default()),
        };
        self.judge_hashed(matches!(content, Content::Attached), &hash, expected, pool)
    }

    /// As [`SignedData::judge_among`], with the content's digests made by `hash`.
    pub(crate) fn judge_hashed(&self, attached: bool, hash: Hash<'_>, expected: Oid, pool: &[Certificate]) -> Judged {
        match self.admit(attached, expected) {
            Ok(signer) => self.examine(signer, hash, expected, pool),
            Err(reason) => {
                let finding = Finding::not(SealCheck::Structure, Indication::FormatFailure).with("reason", reason);
                Judged { findings: vec![finding], signer: None, scheme: None }
            }
        }
    }

    /// The one signer, when the message has the shape that is judged.
    fn admit(&self, attached: bool, expected: Oid) -> Result<&SignerInfo, &'static str> {
        let [signer] = self.signers() else { return Err("not exactly one signer") };
        if self.content_type() != expected {
            return Err("another content type");
        }
        match (attached, self.content()) {
            (false, Some(_)) => Err("content inside a detached signature"),
            (true, None) => Err("no content"),
            _ => Ok(signer),
        }
    }

    fn examine(&self, signer: &SignerInfo, hash: Hash<'_>, expected: Oid, pool: &[Certificate]) -> Judged {
        let named = self.certificates().iter().chain(pool).filter(|certificate| signer.id().names(certificate));
        let named: Vec<&Certificate> = named.collect();
        // Of several that bear the name, the one that the signed attribute means.
        let meant = named
            .iter()
            .find(|certificate| ess::binds(signer, certificate, expected == oid::ID_CT_TST_INFO) == Ok(Bound::Yes));
        let certificate = meant.or(named.first()).copied();
        let structure = match attributes(signer, expected) {
            Ok(()) => Finding::holds(SealCheck::Structure),
            Err(error) => {
                Finding::not(SealCheck::Structure, Indication::FormatFailure).with("reason", error.to_string())
            }
        };
        let findings = vec![
            structure,
            integrity(signer, hash, certificate),
            identified(signer, certificate, expected == oid::ID_CT_TST_INFO),
        ];
        Judged { findings, signer: certificate.cloned(), scheme: signer.scheme().ok() }
    }
}

/// The attributes that must be there are, once each, and content-type says what the message says (RFC 5652 §11).
fn attributes(signer: &SignerInfo, expected: Oid) -> Result<(), Asn1Error> {
    let content_type = signer.single(oid::CONTENT_TYPE)?.ok_or(Asn1Error::Value("no content-type attribute"))?;
    if content_type.oid()? != expected {
        return Err(Asn1Error::Value("the content-type attribute differs"));
    }
    signer.single(oid::MESSAGE_DIGEST)?.ok_or(Asn1Error::Value("no message-digest attribute"))?.octets()?;
    signer.single(oid::SIGNING_CERTIFICATE_V2)?;
    signer.single(oid::SIGNING_CERTIFICATE)?;
    Ok(())
}

/// The content has the digest that is signed, and the value is the key's.
fn integrity(signer: &SignerInfo, hash: Hash<'_>, certificate: Option<&Certificate>) -> Finding {
    let check = SealCheck::Integrity;
    let (digest, scheme) = match (signer.digest(), signer.scheme()) {
        (Ok(digest), Ok(scheme)) => (digest, scheme),
        (Err(oid), _) | (_, Err(oid)) => {
            return Finding::not(check, Indication::CryptoConstraintsFailure).with("algorithm", oid.to_string());
        }
    };
    if !digest_matches(signer, digest, hash) {
        return Finding::not(check, Indication::HashFailure).with("digest", digest.name());
    }
    let Some(certificate) = certificate else {
        return Finding::not(check, Indication::NoSigningCertificateFound);
    };
    let Some(message) = signer.signed_message() else {
        return Finding::not(check, Indication::FormatFailure);
    };
    match certificate.public_key().verify_der(scheme, &message, signer.signature()) {
        Ok(()) => Finding::holds(check).with("algorithm", scheme.name()).with("digest", digest.name()),
        Err(error @ (VerifyError::KeyMismatch | VerifyError::Unsupported | VerifyError::Wrong)) => {
            Finding::not(check, error.indication()).with("algorithm", scheme.name())
        }
    }
}

fn digest_matches(signer: &SignerInfo, digest: Digest, hash: Hash<'_>) -> bool {
    let signed = signer.single(oid::MESSAGE_DIGEST).ok().flatten().and_then(|value| value.octets().ok());
    signed.is_some_and(|signed| signed == hash(digest))
}

/// A signed attribute names the certificate (EN 319 102-1 §5.2.3).
fn identified(signer: &SignerInfo, certificate: Option<&Certificate>, is_stamp: bool) -> Finding {
    let check = SealCheck::SignerIdentified;
    let not = |reason| Finding::not(check, Indication::NoSigningCertificateFound).with("reason", reason);
    let Some(certificate) = certificate else { return not("certificate not at hand") };
    match ess::binds(signer, certificate, is_stamp) {
        Ok(Bound::Yes) => Finding::holds(check)
            .with("certificate_sha256", data_encoding::HEXLOWER.encode(&certificate.sha256()))
            .with("name", certificate.subject_common_name().unwrap_or_default()),
        Ok(Bound::No) => not("signing-certificate names another certificate"),
        Ok(Bound::Absent) => not("no signing-certificate attribute"),
        Err(_) => not("malformed signing-certificate attribute"),
    }
}
