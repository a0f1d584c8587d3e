//! Certificates in files that somebody named.

use std::path::{Path, PathBuf};

use signet_console::{Exit, Stop, file};
use signet_lang::{Locale, args};
use signet_seal::{Anchors, CertificateError};

/// The certificates of all these PEM files.
///
/// # Errors
/// With the first file that cannot be read or holds none.
pub fn read(files: &[PathBuf], locale: Locale) -> Result<Anchors, Stop> {
    let mut all = Vec::new();
    for path in files {
        let bytes =
            std::fs::read(path).map_err(|error| Stop::new(Exit::NoInput, file::not_read(path, &error, locale)))?;
        let read = Anchors::from_pem(&bytes).map_err(|error| Stop::new(Exit::Data, problem(path, &error, locale)))?;
        all.extend(read.certificates().to_vec());
    }
    Ok(Anchors::new(all))
}

/// A sentence about a file that should hold certificates.
pub fn problem(file: &Path, error: &CertificateError, locale: Locale) -> String {
    let kind = match error {
        CertificateError::None => args::KeyCertificateProblem::None,
        CertificateError::Pem(_) => args::KeyCertificateProblem::Pem,
        CertificateError::TooLarge(_) => args::KeyCertificateProblem::TooLarge,
        CertificateError::Asn1(_) | CertificateError::Der(_) | CertificateError::ExtensionTwice(_) => {
            args::KeyCertificateProblem::Broken
        }
    };
    locale.app_file_unusable(args::AppFileUnusable {
        file: file.display().to_string(),
        problem: locale.key_certificate_problem(kind),
    })
}
