//! A throw-away PKI: a root that counts, a root for trials, and seals under both.

use rcgen::{
    BasicConstraints, CertificateParams, CertificateRevocationListParams, CrlDistributionPoint, DistinguishedName,
    DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyIdMethod, KeyPair, KeyUsagePurpose, SerialNumber, date_time_ymd,
};
use signet_seal::{Anchors, SealKey, revocation::Crl};

/// A root.
pub struct Root {
    params: CertificateParams,
    key: KeyPair,
    pem: String,
}

fn named(organization: &str, identifier: &str, name: &str) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name = DistinguishedName::new();
    params.distinguished_name.push(DnType::CountryName, "CZ");
    params.distinguished_name.push(DnType::OrganizationName, organization);
    params.distinguished_name.push(DnType::CustomDnType(vec![2, 5, 4, 97]), identifier);
    params.distinguished_name.push(DnType::CommonName, name);
    params.not_before = date_time_ymd(2025, 1, 1);
    params.not_after = date_time_ymd(2029, 1, 1);
    params.use_authority_key_identifier_extension = true;
    params
}

impl Root {
    pub fn new(name: &str) -> Self {
        let mut params = named("Kořenová autorita", "NTRCZ-00000002", name);
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
        let key = KeyPair::generate().unwrap();
        let pem = params.self_signed(&key).unwrap().pem();
        Root { params, key, pem }
    }

    pub fn anchors(&self) -> Anchors {
        Anchors::from_pem(self.pem.as_bytes()).unwrap()
    }

    /// A list that revokes nobody.
    pub fn list(&self) -> Crl {
        let params = CertificateRevocationListParams {
            this_update: date_time_ymd(2026, 6, 1),
            next_update: date_time_ymd(2027, 6, 1),
            crl_number: SerialNumber::from(1),
            issuing_distribution_point: None,
            revoked_certs: Vec::new(),
            key_identifier_method: KeyIdMethod::Sha256,
        };
        let list = params.signed_by(&Issuer::from_params(&self.params, &self.key)).unwrap();
        Crl::from_der(list.der()).unwrap()
    }

    /// A key that seals for an organization.
    pub fn seal(&self, organization: &str, identifier: &str) -> SealKey {
        self.issue(named(organization, identifier, "Pečeť"))
    }

    /// The same, with a certificate that says where its revocation is told.
    pub fn seal_asking(&self, organization: &str, identifier: &str, address: &str) -> SealKey {
        let mut params = named(organization, identifier, "Pečeť");
        params.crl_distribution_points = vec![CrlDistributionPoint { uris: vec![address.to_owned()] }];
        self.issue(params)
    }

    /// A key of a person without organisation, who signs.
    pub fn person(&self, given: &str, family: &str) -> SealKey {
        let mut params = named("", "", &format!("{given} {family}"));
        params.distinguished_name = DistinguishedName::new();
        params.distinguished_name.push(DnType::CountryName, "CZ");
        params.distinguished_name.push(DnType::CustomDnType(vec![2, 5, 4, 42]), given);
        params.distinguished_name.push(DnType::CustomDnType(vec![2, 5, 4, 4]), family);
        params.distinguished_name.push(DnType::CommonName, format!("{given} {family}"));
        self.issue(params)
    }

    /// A key whose certificate names nobody: neither organisation nor person.
    pub fn nameless(&self) -> SealKey {
        let mut params = named("", "", "");
        params.distinguished_name = DistinguishedName::new();
        params.distinguished_name.push(DnType::OrganizationName, " \u{200b}");
        self.issue(params)
    }

    /// A key of an organisation's web server; the extension that says so is not critical, as those of servers are.
    pub fn server(&self, organization: &str, identifier: &str) -> SealKey {
        let mut params = named(organization, identifier, "www.example.test");
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        self.issue(params)
    }

    fn issue(&self, mut params: CertificateParams) -> SealKey {
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature, KeyUsagePurpose::ContentCommitment];
        let key = KeyPair::generate().unwrap();
        let issuer = Issuer::from_params(&self.params, &self.key);
        let pem = params.signed_by(&key, &issuer).unwrap().pem();
        SealKey::from_pem(key.serialize_pem().as_bytes(), pem.as_bytes(), None).unwrap()
    }
}
