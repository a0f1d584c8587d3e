//! Certificates that were read already: a sealed file carries the same ones in many places.

use super::{Certificate, CertificateError};
use std::cell::RefCell;
use std::rc::Rc;

/// Most certificates that are remembered; others are read each time.
const MOST: usize = 64;

/// The certificates of one file, each read once. Clones share them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Known(Rc<RefCell<Vec<Certificate>>>);

impl Known {
    /// With some that were read elsewhere, and the signatures that were found on them. Half of the room stays for those of the file.
    pub(crate) fn among(certificates: &[Certificate]) -> Self {
        Self(Rc::new(RefCell::new(certificates.iter().take(MOST / 2).cloned().collect())))
    }

    /// As [`Certificate::from_der`].
    pub(crate) fn read(&self, der: &[u8]) -> Result<Certificate, CertificateError> {
        let mut known = self.0.borrow_mut();
        if let Some(same) = known.iter().find(|known| known.der() == der) {
            return Ok(same.clone());
        }
        let certificate = Certificate::from_der(der)?;
        if known.len() < MOST {
            known.push(certificate.clone());
        }
        Ok(certificate)
    }
}
