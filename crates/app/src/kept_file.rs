//! What is wrong with a file that the register keeps, in the reader's language.

use signet_lang::Locale;
use signet_store::ReadArtefactError;

use crate::exit;

/// Why a kept file cannot be read back.
pub fn problem(error: &ReadArtefactError, locale: Locale) -> String {
    match error {
        ReadArtefactError::Altered { expected, .. } => {
            locale.register_file_problem("", expected.to_string(), "altered")
        }
        ReadArtefactError::Erased(digest) => locale.register_file_problem("", digest.to_string(), "erased"),
        ReadArtefactError::Lost(digest) => locale.register_file_problem("", digest.to_string(), "lost"),
        ReadArtefactError::Unknown(digest) => locale.register_file_problem("", digest.to_string(), "unknown"),
        ReadArtefactError::Unreadable { digest, message } => {
            locale.register_file_problem(message, digest.to_string(), "unreadable")
        }
        ReadArtefactError::Database(error) => exit::known_cause(error, locale)
            .unwrap_or_else(|| locale.register_file_problem(error.to_string(), "", "database")),
    }
}
