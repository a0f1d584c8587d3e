//! Why a key or a certificate cannot be used, in the reader's language.

use std::path::Path;

use signet_lang::{
    Locale,
    args::{self, KeyProblemKind},
};
use signet_seal::KeyError;
pub use signet_verifier::certificates::problem as of_certificate;

/// A sentence about a file that should hold a key.
pub fn of_key(file: &Path, error: &KeyError, locale: Locale) -> String {
    let (kind, detail) = match error {
        KeyError::Certificate(error) => return of_certificate(file, error, locale),
        KeyError::Pem(_) => (KeyProblemKind::Pem, String::new()),
        KeyError::Pkcs12 => (KeyProblemKind::Pkcs12, String::new()),
        KeyError::NoKey => (KeyProblemKind::NoKey, String::new()),
        KeyError::Encrypted => (KeyProblemKind::Encrypted, String::new()),
        KeyError::Malformed => (KeyProblemKind::Malformed, String::new()),
        KeyError::NoCertificate => (KeyProblemKind::NoCertificate, String::new()),
        KeyError::Unsuitable(key) => (KeyProblemKind::Unsuitable, key.clone()),
        KeyError::Mismatch { algorithm, key } => (KeyProblemKind::Mismatch, format!("{key}, {algorithm}")),
        KeyError::Signing | KeyError::NotOfCertificate => (KeyProblemKind::Signing, String::new()),
    };
    locale.app_file_unusable(args::AppFileUnusable {
        file: file.display().to_string(),
        problem: locale.key_problem(args::KeyProblem { detail, kind }),
    })
}
