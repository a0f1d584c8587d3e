//! A certificate authority for trials, made anew for each demonstration: it proves nothing to anybody, and says so.

use jiff::civil::Date;
use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, Error, IsCa, Issuer, KeyPair, KeyUsagePurpose,
    PKCS_ECDSA_P256_SHA256, date_time_ymd,
};

/// `organizationIdentifier`, 2.5.4.97 (ETSI EN 319 412-3 §4.2.1).
const ORGANIZATION_IDENTIFIER: [u64; 4] = [2, 5, 4, 97];

/// The body a seal certificate names.
#[derive(Clone, Copy, Debug)]
pub struct Sealer<'a> {
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
pub struct TrialSeal {
    /// PKCS#8 private key.
    pub key_pem: String,
    /// Seal certificate, then the issuing authority.
    pub chain_pem: String,
}

/// Root and issuing authority of one demonstration.
pub struct TrialAuthority {
    root_pem: String,
    issuing_pem: String,
    issuing: Issuer<'static, KeyPair>,
    today: Date,
}

impl TrialAuthority {
    /// A new root and a new issuing authority, valid for ten years from `today`.
    ///
    /// # Errors
    /// When a key cannot be made.
    pub fn new(today: Date) -> Result<Self, Error> {
        let root_key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256)?;
        let root_params = authority("Signet TEST Root – NEPLATNÉ / INVALID", 1, today);
        let root = root_params.self_signed(&root_key)?;
        let root_issuer = Issuer::new(root_params, root_key);
        let issuing_key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256)?;
        let issuing_params = authority("Signet TEST Seal CA – NEPLATNÉ / INVALID", 0, today);
        let issuing = issuing_params.signed_by(&issuing_key, &root_issuer)?;
        Ok(TrialAuthority {
            root_pem: root.pem(),
            issuing_pem: issuing.pem(),
            issuing: Issuer::new(issuing_params, issuing_key),
            today,
        })
    }

    /// The root, for the list of test anchors.
    pub fn root_pem(&self) -> &str {
        &self.root_pem
    }

    /// A P-256 key with a seal certificate for `sealer`.
    ///
    /// # Errors
    /// When a key cannot be made.
    pub fn seal(&self, sealer: &Sealer<'_>) -> Result<TrialSeal, Error> {
        let pair = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256)?;
        let mut name = DistinguishedName::new();
        name.push(DnType::CountryName, sealer.country);
        name.push(DnType::OrganizationName, sealer.organization);
        name.push(DnType::CustomDnType(ORGANIZATION_IDENTIFIER.to_vec()), sealer.identifier);
        name.push(DnType::CommonName, sealer.common_name);
        let mut params = params(name, self.today, 3);
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature, KeyUsagePurpose::ContentCommitment];
        params.use_authority_key_identifier_extension = true;
        let certificate = params.signed_by(&pair, &self.issuing)?;
        Ok(TrialSeal { key_pem: pair.serialize_pem(), chain_pem: certificate.pem() + &self.issuing_pem })
    }
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
    use signet_seal::{Anchors, SealKey};

    use super::*;

    #[test]
    fn a_seal_loads_and_names_its_body() {
        let authority = TrialAuthority::new(jiff::civil::date(2026, 2, 28)).unwrap();
        let sealer = Sealer {
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
    }
}
