//! A certificate authority for tests, made anew for each demonstration: it proves nothing to anybody, and says so. It tells
//! what it has revoked, which is nothing.

use std::time::Duration;

use jiff::{Timestamp, civil::Date};
use rcgen::{
    BasicConstraints, CertificateParams, CertificateRevocationListParams, CrlDistributionPoint, DistinguishedName,
    DnType, Error, IsCa, Issuer, KeyIdMethod, KeyPair, KeyUsagePurpose, PKCS_ECDSA_P256_SHA256, SerialNumber,
    date_time_ymd,
};

/// `organizationIdentifier`, 2.5.4.97 (ETSI EN 319 412-3 §4.2.1).
const ORGANIZATION_IDENTIFIER: [u64; 4] = [2, 5, 4, 97];

/// What certificates of test seals are called (`CN`).
pub const SEAL_NAME: &str = "ZKUŠEBNÍ PEČEŤ / TEST SEAL";
/// What certificates are called whose keys sign statements about records for test (`CN`).
pub const STATEMENTS_NAME: &str = "ZKUŠEBNÍ PROHLÁŠENÍ / TEST STATEMENTS";

/// The body a seal certificate names.
#[derive(Clone, Copy, Debug)]
pub struct CertificateSubject<'a> {
    /// `O`.
    pub organization: &'a str,
    /// `CN`.
    pub common_name: &'a str,
    /// `organizationIdentifier`, as `NTRCZ-12345678`.
    pub identifier: &'a str,
    /// `C`, two letters.
    pub country: &'a str,
}

/// A private key and its chain, as PEM.
pub struct TestSeal {
    /// PKCS#8 private key.
    pub key_pem: String,
    /// Seal certificate, then the issuing authority.
    pub chain_pem: String,
}

/// The two authorities.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authority {
    /// The root: it issued the other.
    Root,
    /// The one that issues seals.
    Issuing,
}

impl Authority {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Root, Self::Issuing];

    /// File name of its revocation list, and the end of the list's address.
    pub fn list(self) -> &'static str {
        match self {
            Self::Root => "authorities.crl",
            Self::Issuing => "seals.crl",
        }
    }

    fn params(self, today: Date) -> CertificateParams {
        match self {
            Self::Root => authority("Signet TEST Root – NEPLATNÉ / INVALID", 1, today),
            Self::Issuing => authority("Signet TEST Seal CA – NEPLATNÉ / INVALID", 0, today),
        }
    }
}

/// How long a revocation list is good for; a new one is made whenever it is asked for.
const LIST_LIFE: Duration = Duration::from_secs(7 * 24 * 3600);

/// Signs revocation lists for one of the authorities.
pub struct Lister(Issuer<'static, KeyPair>);

impl Lister {
    /// From the authority's private key (PKCS#8, PEM).
    ///
    /// # Errors
    /// When it is no key.
    pub fn new(of: Authority, key_pem: &str) -> Result<Self, Error> {
        // A list bears the authority's name and key, not its dates.
        Ok(Self(Issuer::new(of.params(Date::constant(2000, 1, 1)), KeyPair::from_pem(key_pem)?)))
    }

    /// The list as of `now` (DER): nobody is revoked.
    ///
    /// # Errors
    /// When it cannot be signed.
    pub fn list(&self, now: Timestamp) -> Result<Vec<u8>, Error> {
        let seconds = u64::try_from(now.as_second()).unwrap_or_default();
        let this_update = date_time_ymd(1970, 1, 1) + Duration::from_secs(seconds);
        let params = CertificateRevocationListParams {
            this_update,
            next_update: this_update + LIST_LIFE,
            crl_number: SerialNumber::from(seconds),
            issuing_distribution_point: None,
            revoked_certs: Vec::new(),
            key_identifier_method: KeyIdMethod::Sha256,
        };
        Ok(params.signed_by(&self.0)?.der().to_vec())
    }
}

/// Root and issuing authority of one demonstration.
pub struct TestAuthority {
    root_pem: String,
    root_key_pem: String,
    issuing_pem: String,
    issuing: Issuer<'static, KeyPair>,
    today: Date,
    address: Option<String>,
}

impl TestAuthority {
    /// A new root and a new issuing authority, valid for ten years from `today`. Their revocation lists stand under `address`,
    /// by the names of [`Authority::list`]; without one they publish none.
    ///
    /// # Errors
    /// When a key cannot be made.
    pub fn new(today: Date, address: Option<&str>) -> Result<Self, Error> {
        let root_key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256)?;
        let root_key_pem = root_key.serialize_pem();
        let root_params = Authority::Root.params(today);
        let root = root_params.self_signed(&root_key)?;
        let root_issuer = Issuer::new(root_params, root_key);
        let issuing_key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256)?;
        let mut issuing_params = Authority::Issuing.params(today);
        issuing_params.crl_distribution_points = told_at(address, Authority::Root);
        let issuing = issuing_params.signed_by(&issuing_key, &root_issuer)?;
        Ok(TestAuthority {
            root_pem: root.pem(),
            root_key_pem,
            issuing_pem: issuing.pem(),
            issuing: Issuer::new(issuing_params, issuing_key),
            today,
            address: address.map(str::to_owned),
        })
    }

    /// The private key of one of the authorities (PKCS#8, PEM), to sign revocation lists with later.
    pub fn key_pem(&self, of: Authority) -> String {
        match of {
            Authority::Root => self.root_key_pem.clone(),
            Authority::Issuing => self.issuing.key().serialize_pem(),
        }
    }

    /// The root, for the list of test anchors.
    pub fn root_pem(&self) -> &str {
        &self.root_pem
    }

    /// A P-256 key with a seal certificate for `sealer`.
    ///
    /// # Errors
    /// When a key cannot be made.
    pub fn seal(&self, sealer: &CertificateSubject<'_>) -> Result<TestSeal, Error> {
        let pair = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256)?;
        let mut name = DistinguishedName::new();
        name.push(DnType::CountryName, sealer.country);
        name.push(DnType::OrganizationName, sealer.organization);
        name.push(DnType::CustomDnType(ORGANIZATION_IDENTIFIER.to_vec()), sealer.identifier);
        name.push(DnType::CommonName, sealer.common_name);
        let mut params = params(name, self.today, 3);
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature, KeyUsagePurpose::ContentCommitment];
        params.use_authority_key_identifier_extension = true;
        params.crl_distribution_points = told_at(self.address.as_deref(), Authority::Issuing);
        let certificate = params.signed_by(&pair, &self.issuing)?;
        Ok(TestSeal { key_pem: pair.serialize_pem(), chain_pem: certificate.pem() + &self.issuing_pem })
    }
}

fn told_at(address: Option<&str>, authority: Authority) -> Vec<CrlDistributionPoint> {
    let point = |address| CrlDistributionPoint { uris: vec![format!("{address}/{}", authority.list())] };
    address.map(point).into_iter().collect()
}

fn authority(common_name: &str, levels_below: u8, today: Date) -> CertificateParams {
    let mut name = DistinguishedName::new();
    name.push(DnType::CountryName, "CZ");
    name.push(DnType::OrganizationName, "Signet TEST");
    name.push(DnType::CommonName, common_name);
    let mut params = params(name, today, 10);
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(levels_below));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params.use_authority_key_identifier_extension = levels_below == 0;
    params
}

/// Valid from the day before, so that clocks a little apart agree.
fn params(name: DistinguishedName, today: Date, years: i16) -> CertificateParams {
    let moment = |date: Date| date_time_ymd(date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs());
    let mut params = CertificateParams::default();
    params.distinguished_name = name;
    params.not_before = moment(today.yesterday().unwrap_or(today));
    // The first of the month, so that 29 February needs no thought.
    let end = Date::new(today.year().saturating_add(years), today.month(), 1).unwrap_or(Date::MAX);
    params.not_after = moment(end);
    params
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use signet_seal::{
        Anchors, Certificate, SealKey,
        revocation::{CertStatus, Crl},
    };

    use super::*;

    #[test]
    fn a_seal_loads_and_names_its_body() {
        let authority = TestAuthority::new(jiff::civil::date(2026, 2, 28), Some("http://127.0.0.1:1/test")).unwrap();
        let sealer = CertificateSubject {
            organization: "Vysoká škola zkušební",
            common_name: "Zkušební pečeť",
            identifier: "NTRCZ-00000000",
            country: "CZ",
        };
        assert!(Anchors::from_pem(authority.root_pem().as_bytes()).is_ok());
        let seal = authority.seal(&sealer).unwrap();
        let key = SealKey::from_pem(seal.key_pem.as_bytes(), seal.chain_pem.as_bytes(), None).unwrap();
        assert_eq!(key.chain().len(), 2);
        assert_eq!(key.chain()[0].subject_organization_identifier().as_deref(), Some("NTRCZ-00000000"));

        let root = Certificate::all_from_pem(authority.root_pem().as_bytes()).unwrap().remove(0);
        let now: Timestamp = "2026-03-01T10:00:00Z".parse().unwrap();
        let links = [(&key.chain()[0], &key.chain()[1], Authority::Issuing), (&key.chain()[1], &root, Authority::Root)];
        for (certificate, issuer, of) in links {
            let list = Lister::new(of, &authority.key_pem(of)).unwrap().list(now).unwrap();
            let answer = Crl::from_der(&list).unwrap().answer(certificate, issuer).unwrap();
            assert_eq!((answer.status, answer.this_update), (CertStatus::Good, now));
            assert_eq!(certificate.pointers().crls, [format!("http://127.0.0.1:1/test/{}", of.list())]);
        }
    }
}
