//! Keys that prove nothing, for rehearsing a seal before the real one.

use super::{KeyError, Pair, SealKey};
use crate::algorithm::{Algorithm, Curve, KeyKind, ecdsa_der};
use crate::asn1::{self, oid};
use crate::certificate::Certificate;
use aws_lc_rs::encoding::AsDer as _;
use aws_lc_rs::rand;
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _, RsaKeyPair,
};
use jiff::Timestamp;
use std::sync::{Arc, OnceLock};

pub(super) fn make(algorithm: Algorithm, like: &[Certificate]) -> Result<SealKey, KeyError> {
    let (first, above) = like.split_first().ok_or(KeyError::NoCertificate)?;
    let kind = first.public_key().kind();
    if !algorithm.fits(kind) {
        return Err(KeyError::Mismatch { algorithm, key: kind.to_string() });
    }
    let pair = match kind {
        KeyKind::Ec(Curve::P256) => curve(&ECDSA_P256_SHA256_FIXED_SIGNING)?,
        KeyKind::Ec(Curve::P384) => curve(&ECDSA_P384_SHA384_FIXED_SIGNING)?,
        KeyKind::Rsa { bits, .. } => rsa(*bits)?,
        KeyKind::Ec(Curve::P521) | KeyKind::Other(_) => return Err(KeyError::Unsuitable(kind.to_string())),
    };
    let signer = certify(&pair, algorithm, first)?;
    let chain = std::iter::once(signer.clone()).chain(above.iter().cloned()).collect();
    Ok(SealKey { pair, algorithm, signer, chain })
}

fn curve(algorithm: &'static aws_lc_rs::signature::EcdsaSigningAlgorithm) -> Result<Arc<Pair>, KeyError> {
    Ok(Arc::new(Pair::Ec(EcdsaKeyPair::generate(algorithm)?)))
}

/// The kept RSA key of the smallest size that is not below `bits`.
fn rsa(bits: usize) -> Result<Arc<Pair>, KeyError> {
    static KEPT: [OnceLock<Arc<Pair>>; 3] = [const { OnceLock::new() }; 3];
    let [small, middle, large] = &KEPT;
    let (kept, size) = match bits {
        0..=2048 => (small, KeySize::Rsa2048),
        2049..=3072 => (middle, KeySize::Rsa3072),
        _ => (large, KeySize::Rsa4096),
    };
    if let Some(pair) = kept.get() {
        return Ok(Arc::clone(pair));
    }
    let made = RsaKeyPair::generate(size)?;
    Ok(Arc::clone(kept.get_or_init(|| Arc::new(Pair::Rsa(made)))))
}

/// A self-made certificate with the subject and dates of `like` (RFC 5280 §4.1), signed by the key itself.
fn certify(pair: &Pair, algorithm: Algorithm, like: &Certificate) -> Result<Certificate, KeyError> {
    let mut serial = [0; 16];
    rand::fill(&mut serial)?;
    let scheme = algorithm.scheme();
    let key_usage = asn1::sequence(&[
        &asn1::object_identifier(oid::KEY_USAGE),
        &asn1::boolean(true),
        // digitalSignature and contentCommitment: the first two of eight bits.
        &asn1::octet_string(&asn1::bit_string(6, &[0b1100_0000])),
    ]);
    let tbs = asn1::sequence(&[
        &asn1::context(0, &[&asn1::integer(2)]),
        &asn1::unsigned(&serial),
        &scheme.identifier(),
        like.subject_der(),
        &asn1::sequence(&[&time(like.not_before()), &time(like.not_after())]),
        like.subject_der(),
        &info(pair)?,
        &asn1::context(3, &[&asn1::sequence(&[&key_usage])]),
    ]);
    let value = pair.sign(algorithm, &tbs)?;
    let value = match pair {
        Pair::Ec(_) => ecdsa_der(&value).ok_or(KeyError::Signing)?,
        Pair::Rsa(_) => value,
    };
    let der = asn1::sequence(&[&tbs, &scheme.identifier(), &asn1::bit_string(0, &value)]);
    Ok(Certificate::from_der(&der)?)
}

/// UTCTime up to 2049, GeneralizedTime after (RFC 5280 §4.1.2.5).
fn time(at: Timestamp) -> Vec<u8> {
    let civil = jiff::tz::TimeZone::UTC.to_datetime(at);
    if (1950..2050).contains(&civil.year()) {
        asn1::tlv(asn1::tag::UTC_TIME, &[civil.strftime("%y%m%d%H%M%SZ").to_string().as_bytes()])
    } else {
        asn1::tlv(asn1::tag::GENERALIZED_TIME, &[civil.strftime("%Y%m%d%H%M%SZ").to_string().as_bytes()])
    }
}

/// DER `SubjectPublicKeyInfo`.
fn info(pair: &Pair) -> Result<Vec<u8>, KeyError> {
    let der = match pair {
        Pair::Ec(pair) => pair.public_key().as_der(),
        Pair::Rsa(pair) => pair.public_key().as_der(),
    };
    Ok(der?.as_ref().to_vec())
}
