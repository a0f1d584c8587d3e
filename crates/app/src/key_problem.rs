//! Why a key or a certificate cannot be used, in the reader's language.

use std::path::Path;

use signet_lang::{Locale, args};
use signet_seal::{CertificateError, KeyError};

/// A sentence about a file that should hold a key.
pub fn of_key(file: &Path, error: &KeyError, locale: Locale) -> String {
    let (kind, detail) = match error {
        KeyError::Certificate(error) => return of_certificate(file, error, locale),
        KeyError::Pem(_) => ("pem", String::new()),
        KeyError::Pkcs12 => ("pkcs12", String::new()),
        KeyError::NoKey => ("no-key", String::new()),
        KeyError::Encrypted => ("encrypted", String::new()),
        KeyError::Malformed => ("malformed", String::new()),
        KeyError::NoCertificate => ("no-certificate", String::new()),
        KeyError::Unsuitable(key) => ("unsuitable", key.clone()),
        KeyError::Mismatch { algorithm, key } => ("mismatch", format!("{key}, {algorithm}")),
        KeyError::Signing | KeyError::NotOfCertificate => ("signing", String::new()),
    };
    locale.app_file_unusable(args::AppFileUnusable {
        file: file.display().to_string(),
        problem: locale.key_problem(args::KeyProblem { detail, kind }),
    })
}

/// A sentence about a file that should hold certificates.
pub fn of_certificate(file: &Path, error: &CertificateError, locale: Locale) -> String {
    let kind = match error {
        CertificateError::None => "none",
        CertificateError::Pem(_) => "pem",
        CertificateError::TooLarge(_) => "too-large",
        CertificateError::Asn1(_) | CertificateError::Der(_) | CertificateError::ExtensionTwice(_) => "broken",
    };
    locale.app_file_unusable(args::AppFileUnusable {
        file: file.display().to_string(),
        problem: locale.key_certificate_problem(kind),
    })
}
