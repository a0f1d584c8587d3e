//! The extensions that decide what a certificate may be used for (RFC 5280 §4.2, EN 319 412-5).

use super::CertificateError;
use super::pointer::Pointers;
use crate::asn1::{Oid, oid};
use der::Decode as _;
use std::collections::HashSet;
use x509_cert::ext::Extension;
use x509_cert::ext::pkix::name::GeneralName;
use x509_cert::ext::pkix::{
    AuthorityKeyIdentifier, BasicConstraints, ExtendedKeyUsage, KeyUsage, NameConstraints, SubjectAltName,
    SubjectKeyIdentifier,
};

/// What an extended key usage extension allows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Usage {
    /// Whether the extension is critical.
    pub critical: bool,
    /// The purposes.
    pub purposes: Vec<Oid>,
}

/// The extensions of one certificate. Anything that could not be read is remembered, so that a path over it fails.
#[derive(Debug, Clone, Default)]
pub struct Extensions {
    pub(crate) basic: Option<BasicConstraints>,
    pub(crate) key_usage: Option<KeyUsage>,
    pub(crate) usage: Option<Usage>,
    pub(crate) subject_key: Option<Vec<u8>>,
    pub(crate) authority_key: Option<Vec<u8>>,
    pub(crate) names: Option<NameConstraints>,
    pub(crate) alternative_names: Vec<GeneralName>,
    pub(crate) unknown_critical: Option<Oid>,
    pub(crate) unreadable: Vec<Oid>,
    pub(super) pointers: Pointers,
    qc_statements: Option<Vec<u8>>,
}

/// Most extensions of a certificate.
const MOST: usize = 64;

impl Extensions {
    pub(super) fn read(extensions: Option<&Vec<Extension>>) -> Result<Self, CertificateError> {
        let mut read = Self::default();
        let mut seen = HashSet::new();
        for extension in extensions.into_iter().flatten() {
            if seen.len() == MOST || !seen.insert(extension.extn_id) {
                return Err(CertificateError::ExtensionTwice(extension.extn_id));
            }
            if read.take(extension).is_err() {
                read.unreadable.push(extension.extn_id);
            }
        }
        Ok(read)
    }

    fn take(&mut self, extension: &Extension) -> Result<(), der::Error> {
        let value = extension.extn_value.as_bytes();
        match extension.extn_id {
            oid::BASIC_CONSTRAINTS => self.basic = Some(BasicConstraints::from_der(value)?),
            oid::KEY_USAGE => self.key_usage = Some(KeyUsage::from_der(value)?),
            oid::EXTENDED_KEY_USAGE => {
                let purposes = ExtendedKeyUsage::from_der(value)?.0;
                self.usage = Some(Usage { critical: extension.critical, purposes });
            }
            oid::SUBJECT_KEY_IDENTIFIER => {
                self.subject_key = Some(SubjectKeyIdentifier::from_der(value)?.0.into_bytes().into());
            }
            oid::AUTHORITY_KEY_IDENTIFIER => {
                let identifier = AuthorityKeyIdentifier::from_der(value)?;
                self.authority_key = identifier.key_identifier.map(|key| key.into_bytes().into());
            }
            oid::NAME_CONSTRAINTS => self.names = Some(NameConstraints::from_der(value)?),
            oid::SUBJECT_ALT_NAME => self.alternative_names = SubjectAltName::from_der(value)?.0,
            oid::QC_STATEMENTS => self.qc_statements = Some(value.to_vec()),
            oid::CRL_DISTRIBUTION_POINTS => self.pointers.read_lists(value)?,
            oid::AUTHORITY_INFO_ACCESS => self.pointers.read_access(value)?,
            oid::NO_REV_AVAIL | oid::VALIDITY_ASSURED => self.pointers.never_revoked = true,
            oid::OCSP_NO_CHECK => self.pointers.no_check = true,
            // Policies do not steer the path: any policy is accepted, mapped or not (no initial policy set, RFC 5280
            // §6.1.1 (c) any-policy).
            oid::CERTIFICATE_POLICIES | oid::POLICY_MAPPINGS | oid::POLICY_CONSTRAINTS | oid::INHIBIT_ANY_POLICY => {}
            unknown if extension.critical => self.unknown_critical = Some(unknown),
            _ => {}
        }
        Ok(())
    }

    /// Whether basicConstraints make it a certification authority.
    #[must_use]
    pub fn is_ca(&self) -> bool {
        self.basic.as_ref().is_some_and(|basic| basic.ca)
    }

    /// Most further certification authorities below it.
    #[must_use]
    pub fn path_length(&self) -> Option<u8> {
        self.basic.as_ref().and_then(|basic| basic.path_len_constraint)
    }

    /// Whether its key may sign certificates; a certificate without keyUsage does not forbid it.
    #[must_use]
    pub fn may_sign_certificates(&self) -> bool {
        self.key_usage.is_none_or(|usage| usage.key_cert_sign())
    }

    /// Whether its key may sign revocation lists; a certificate without keyUsage does not forbid it.
    #[must_use]
    pub fn may_sign_revocation_lists(&self) -> bool {
        self.key_usage.is_none_or(|usage| usage.crl_sign())
    }

    /// Whether its key may sign data (digitalSignature or contentCommitment); a certificate without keyUsage does
    /// not forbid it.
    #[must_use]
    pub fn may_sign_data(&self) -> bool {
        self.key_usage.is_none_or(|usage| usage.digital_signature() || usage.non_repudiation())
    }

    /// The extended key usage.
    #[must_use]
    pub fn usage(&self) -> Option<&Usage> {
        self.usage.as_ref()
    }

    /// DER `QCStatements` (EN 319 412-5) as they stand; they are claims of the issuer, proved by trusted lists only.
    #[must_use]
    pub fn qc_statements(&self) -> Option<&[u8]> {
        self.qc_statements.as_deref()
    }
}
