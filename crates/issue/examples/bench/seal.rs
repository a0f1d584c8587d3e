//! A root and a seal certificate made for this run, as a qualified provider would draw them but for the name.

use std::fmt;

use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose,
    PKCS_ECDSA_P256_SHA256, PKCS_RSA_SHA256, RsaKeySize,
};
use signet_seal::{Anchors, SealKey};

/// `organizationIdentifier`, 2.5.4.97 (ETSI EN 319 412-3 §4.2.1).
const ORGANIZATION_IDENTIFIER: [u64; 4] = [2, 5, 4, 97];

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
    let root_key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256).unwrap();
    let mut root = params("Signet bench root", organization, identifier);
    root.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    root.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    let root_pem = root.self_signed(&root_key).unwrap().pem();
    let root = Issuer::new(root, root_key);

    let key = match kind {
        Kind::P256 => KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256).unwrap(),
        Kind::Rsa3072 => KeyPair::generate_rsa_for(&PKCS_RSA_SHA256, RsaKeySize::_3072).unwrap(),
    };
    let mut seal = params("Signet bench seal", organization, identifier);
    seal.key_usages = vec![KeyUsagePurpose::DigitalSignature, KeyUsagePurpose::ContentCommitment];
    seal.use_authority_key_identifier_extension = true;
    let chain = seal.signed_by(&key, &root).unwrap().pem();
    let load = || SealKey::from_pem(key.serialize_pem().as_bytes(), chain.as_bytes(), None).unwrap();
    ([load(), load()], Anchors::from_pem(root_pem.as_bytes()).unwrap())
}

fn params(common_name: &str, organization: &str, identifier: &str) -> CertificateParams {
    let mut name = DistinguishedName::new();
    name.push(DnType::CountryName, "CZ");
    name.push(DnType::OrganizationName, organization);
    name.push(DnType::CustomDnType(ORGANIZATION_IDENTIFIER.to_vec()), identifier);
    name.push(DnType::CommonName, common_name);
    let mut params = CertificateParams::default();
    params.distinguished_name = name;
    params
}
