//! Whom we trust.

use crate::certificate::{Certificate, CertificateError};

/// Certificates that are trusted as they are.
#[derive(Debug, Clone, Default)]
pub struct Anchors(Vec<Certificate>);

impl Anchors {
    /// These certificates.
    #[must_use]
    pub fn new(certificates: Vec<Certificate>) -> Self {
        Self(certificates)
    }

    /// Every certificate of a PEM text.
    ///
    /// # Errors
    /// [`CertificateError`], also when there is none.
    pub fn from_pem(text: &[u8]) -> Result<Self, CertificateError> {
        Certificate::all_from_pem(text).map(Self)
    }

    /// The certificates.
    #[must_use]
    pub fn certificates(&self) -> &[Certificate] {
        &self.0
    }

    /// Whether this very certificate is trusted.
    #[must_use]
    pub fn contains(&self, certificate: &Certificate) -> bool {
        self.0.contains(certificate)
    }
}
