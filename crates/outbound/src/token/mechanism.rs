//! Which mechanism of PKCS#11 makes which algorithm, and what it is given.

use cryptoki::{
    mechanism::{
        Mechanism, MechanismType,
        rsa::{PkcsMgfType, PkcsPssParams},
    },
    types::Ulong,
};
use signet_seal::{Algorithm, asn1};

/// The mechanism that signs a digest made here, if it is offered: little goes over the wire to a module on the network.
pub fn over_digest(algorithm: Algorithm, offered: &[MechanismType]) -> Option<Mechanism<'static>> {
    let mechanism = match algorithm {
        Algorithm::Es256 | Algorithm::Es384 => Mechanism::Ecdsa,
        Algorithm::Rs256 => Mechanism::RsaPkcs,
        Algorithm::Ps256 => Mechanism::RsaPkcsPss(pss()),
    };
    offered.contains(&mechanism.mechanism_type()).then_some(mechanism)
}

/// The mechanism that is given the whole message and digests it itself, if it is offered.
pub fn over_message(algorithm: Algorithm, offered: &[MechanismType]) -> Option<Mechanism<'static>> {
    let mechanism = match algorithm {
        Algorithm::Es256 => Mechanism::EcdsaSha256,
        Algorithm::Es384 => Mechanism::EcdsaSha384,
        Algorithm::Rs256 => Mechanism::Sha256RsaPkcs,
        Algorithm::Ps256 => Mechanism::Sha256RsaPkcsPss(pss()),
    };
    offered.contains(&mechanism.mechanism_type()).then_some(mechanism)
}

/// What goes into [`over_digest`]: the digest, for PKCS#1 v1.5 inside its `DigestInfo` (RFC 8017, 9.2).
pub fn digest_input(algorithm: Algorithm, message: &[u8]) -> Vec<u8> {
    let digest = algorithm.digest();
    let value = digest.hash(message);
    match algorithm {
        Algorithm::Rs256 => {
            let identifier = asn1::sequence(&[&asn1::object_identifier(digest.oid()), &asn1::null()]);
            asn1::sequence(&[&identifier, &asn1::octet_string(&value)])
        }
        Algorithm::Es256 | Algorithm::Es384 | Algorithm::Ps256 => value,
    }
}

/// RFC 7518 §3.5: the same digest in the mask, and a salt as long as the digest.
fn pss() -> PkcsPssParams {
    PkcsPssParams { hash_alg: MechanismType::SHA256, mgf: PkcsMgfType::MGF1_SHA256, s_len: Ulong::new(32) }
}
