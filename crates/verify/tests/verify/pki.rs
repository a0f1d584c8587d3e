//! A root that counts, a root for tests, and seals under both.

use signet_seal::{Anchors, SealKey, revocation::Crl};
use signet_testing::{
    Entity, certificate,
    rcgen::{CertificateParams, DnType, ExtendedKeyUsagePurpose},
};

/// A root.
pub struct Root(Entity);

fn named(organization: &str, identifier: &str, name: &str) -> CertificateParams {
    certificate::valid(certificate::organization_seal(organization, identifier, name), (2025, 1, 1), (2029, 1, 1))
}

impl Root {
    pub fn new(name: &str) -> Self {
        let params = named("Kořenová autorita", "NTRCZ-00000002", name);
        Root(Entity::root(certificate::as_authority(params, None)))
    }

    pub fn anchors(&self) -> Anchors {
        Anchors::from_pem(self.0.pem().as_bytes()).unwrap()
    }

    /// A list that revokes nobody.
    pub fn list(&self) -> Crl {
        Crl::from_der(&self.0.revocation_list((2026, 6, 1), (2027, 6, 1), &[])).unwrap()
    }

    /// A key that seals for an organization.
    pub fn seal(&self, organization: &str, identifier: &str) -> SealKey {
        self.issue(named(organization, identifier, "Pečeť"))
    }

    /// The same, with a certificate that says where its revocation is told.
    pub fn seal_asking(&self, organization: &str, identifier: &str, address: &str) -> SealKey {
        self.issue(certificate::with_list_at(named(organization, identifier, "Pečeť"), address))
    }

    /// A key of a person without organisation, who signs.
    pub fn person(&self, given: &str, family: &str) -> SealKey {
        self.issue_to(&[
            (DnType::CountryName, "CZ"),
            (certificate::given_name(), given),
            (certificate::surname(), family),
            (DnType::CommonName, &format!("{given} {family}")),
        ])
    }

    /// A key whose certificate names nobody: neither organisation nor person.
    pub fn nameless(&self) -> SealKey {
        self.issue_to(&[(DnType::OrganizationName, " \u{200b}")])
    }

    /// A key of an organisation's web server; the extension that says so is not critical, as those of servers are.
    pub fn server(&self, organization: &str, identifier: &str) -> SealKey {
        let mut params = named(organization, identifier, "www.example.test");
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        self.issue(params)
    }

    fn issue_to(&self, subject: &[(DnType, &str)]) -> SealKey {
        self.issue(certificate::valid(certificate::as_seal(certificate::subject(subject)), (2025, 1, 1), (2029, 1, 1)))
    }

    fn issue(&self, params: CertificateParams) -> SealKey {
        let seal = self.0.issue(params);
        SealKey::from_pem(seal.key_pem().as_bytes(), seal.pem().as_bytes(), None).unwrap()
    }
}
