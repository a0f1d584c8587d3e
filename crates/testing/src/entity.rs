//! Keys with their certificates, and the revocation lists that they sign. All keys are made for the test that uses them.

use rcgen::{
    CertificateParams, CertificateRevocationListParams, Issuer, KeyIdMethod, KeyPair, PKCS_ECDSA_P256_SHA256,
    RevocationReason, RevokedCertParams, RsaKeySize, SerialNumber, SignatureAlgorithm, date_time_ymd,
};

use crate::certificate::Day;

/// A key with its certificate.
pub struct Entity {
    /// What the certificate says.
    pub params: CertificateParams,
    /// The private key.
    pub key: KeyPair,
    /// The certificate.
    pub der: Vec<u8>,
}

/// A serial number on a revocation list, since when, and why.
pub type RevokedSerial<'a> = (&'a [u8], Day, RevocationReason);

impl Entity {
    /// An authority above all, or whoever certifies itself.
    #[must_use]
    pub fn root(params: CertificateParams) -> Self {
        Self::root_with(params, p256())
    }

    /// The same with a given key.
    #[must_use]
    pub fn root_with(params: CertificateParams, key: KeyPair) -> Self {
        let der = params.self_signed(&key).unwrap().der().to_vec();
        Self { params, key, der }
    }

    /// Certifies a fresh P-256 key.
    #[must_use]
    pub fn issue(&self, params: CertificateParams) -> Self {
        self.certify(params, p256())
    }

    /// Certifies a given key.
    #[must_use]
    pub fn certify(&self, params: CertificateParams, key: KeyPair) -> Self {
        let der = params.signed_by(&key, &self.issuer()).unwrap().der().to_vec();
        Self { params, key, der }
    }

    /// A revocation list (DER) of this authority.
    #[must_use]
    pub fn revocation_list(&self, this_update: Day, next_update: Day, revoked: &[RevokedSerial<'_>]) -> Vec<u8> {
        let day = |(year, month, day)| date_time_ymd(year, month, day);
        let revoked = revoked.iter().map(|(serial, since, reason)| RevokedCertParams {
            serial_number: SerialNumber::from_slice(serial),
            revocation_time: day(*since),
            reason_code: Some(*reason),
            invalidity_date: None,
        });
        let params = CertificateRevocationListParams {
            this_update: day(this_update),
            next_update: day(next_update),
            crl_number: SerialNumber::from(1),
            issuing_distribution_point: None,
            revoked_certs: revoked.collect(),
            key_identifier_method: KeyIdMethod::Sha256,
        };
        params.signed_by(&self.issuer()).unwrap().der().to_vec()
    }

    /// As one who signs certificates and lists.
    #[must_use]
    pub fn issuer(&self) -> Issuer<'_, &KeyPair> {
        Issuer::from_params(&self.params, &self.key)
    }

    /// The certificate (PEM).
    #[must_use]
    pub fn pem(&self) -> String {
        let base64 = data_encoding::BASE64.encode(&self.der);
        format!("-----BEGIN CERTIFICATE-----\n{base64}\n-----END CERTIFICATE-----\n")
    }

    /// The private key (PKCS #8, PEM).
    #[must_use]
    pub fn key_pem(&self) -> String {
        self.key.serialize_pem()
    }
}

/// A fresh key for ECDSA.
#[must_use]
pub fn curve(algorithm: &'static SignatureAlgorithm) -> KeyPair {
    KeyPair::generate_for(algorithm).unwrap()
}

/// A fresh P-256 key.
#[must_use]
pub fn p256() -> KeyPair {
    curve(&PKCS_ECDSA_P256_SHA256)
}

/// A fresh RSA key of 2,048 bits.
#[must_use]
pub fn rsa() -> KeyPair {
    KeyPair::generate_rsa_for(&rcgen::PKCS_RSA_SHA256, RsaKeySize::_2048).unwrap()
}
