//! A certificate authority of one test.

use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose,
    date_time_ymd,
};

/// A root as PEM, and below it a seal: key and certificate as PEM.
pub struct TestSeal {
    pub root: String,
    pub key: String,
    pub certificate: String,
}

pub fn of(organization: &str, identifier: &str) -> TestSeal {
    let root_key = KeyPair::generate().unwrap();
    let mut params = valid(&[(DnType::CommonName, "TEST")]);
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    let root = params.self_signed(&root_key).unwrap();
    let issuer = Issuer::new(params, root_key);
    let key = KeyPair::generate().unwrap();
    let mut params = valid(&[
        (DnType::CountryName, "CZ"),
        (DnType::OrganizationName, organization),
        (DnType::CustomDnType(vec![2, 5, 4, 97]), identifier),
        (DnType::CommonName, "TEST"),
    ]);
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature, KeyUsagePurpose::ContentCommitment];
    params.use_authority_key_identifier_extension = true;
    let certificate = params.signed_by(&key, &issuer).unwrap();
    TestSeal { root: root.pem(), key: key.serialize_pem(), certificate: certificate.pem() }
}

fn valid(name: &[(DnType, &str)]) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name = DistinguishedName::new();
    for (kind, value) in name {
        params.distinguished_name.push(kind.clone(), *value);
    }
    params.not_before = date_time_ymd(2026, 1, 1);
    params.not_after = date_time_ymd(2030, 1, 1);
    params
}
