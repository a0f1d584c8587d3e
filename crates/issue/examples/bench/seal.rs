//! A root and a seal certificate made for this run, as a qualified provider would draw them but for the name.

use std::fmt;

use signet_seal::{Anchors, SealKey};
use signet_testing::{
    Entity, certificate, p256,
    rcgen::{KeyPair, PKCS_RSA_SHA256, RsaKeySize},
};

/// The key that seals.
#[derive(Clone, Copy)]
pub enum Kind {
    /// ECDSA on P-256.
    P256,
    /// RSA with 3,072 bits, PKCS #1 v1.5.
    Rsa3072,
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Kind::P256 => "ECDSA P-256",
            Kind::Rsa3072 => "RSA-3072",
        })
    }
}

/// A key twice (one to measure alone, one to seal with), and the root it leads to.
pub fn make(kind: Kind, organization: &str, identifier: &str) -> ([SealKey; 2], Anchors) {
    let root = Entity::root(certificate::authority("Signet bench root", Some(0)));
    let key = match kind {
        Kind::P256 => p256(),
        Kind::Rsa3072 => KeyPair::generate_rsa_for(&PKCS_RSA_SHA256, RsaKeySize::_3072).unwrap(),
    };
    let seal = root.certify(certificate::organization_seal(organization, identifier, "Signet bench seal"), key);
    let load = || SealKey::from_pem(seal.key_pem().as_bytes(), seal.pem().as_bytes(), None).unwrap();
    ([load(), load()], Anchors::from_pem(root.pem().as_bytes()).unwrap())
}
