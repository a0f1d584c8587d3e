//! What is wrong with a file that the register keeps, in the reader's language.

use signet_lang::{Locale, args};
use signet_store::ReadArtefactError;

use crate::exit;

/// Why a kept file cannot be read back.
pub fn problem(error: &ReadArtefactError, locale: Locale) -> String {
    match error {
        ReadArtefactError::Altered { expected, .. } => locale.register_file_problem(args::RegisterFileProblem {
            detail: "",
            digest: expected.to_string(),
            problem: "altered",
        }),
        ReadArtefactError::Erased(digest) => locale.register_file_problem(args::RegisterFileProblem {
            detail: "",
            digest: digest.to_string(),
            problem: "erased",
        }),
        ReadArtefactError::Lost(digest) => locale.register_file_problem(args::RegisterFileProblem {
            detail: "",
            digest: digest.to_string(),
            problem: "lost",
        }),
        ReadArtefactError::Unknown(digest) => locale.register_file_problem(args::RegisterFileProblem {
            detail: "",
            digest: digest.to_string(),
            problem: "unknown",
        }),
        ReadArtefactError::Unreadable { digest, cause } => locale.register_file_problem(args::RegisterFileProblem {
            detail: cause.to_string(),
            digest: digest.to_string(),
            problem: "unreadable",
        }),
        ReadArtefactError::Database(error) => exit::known_cause(error, locale).unwrap_or_else(|| {
            locale.register_file_problem(args::RegisterFileProblem {
                detail: error.to_string(),
                digest: "",
                problem: "database",
            })
        }),
    }
}
