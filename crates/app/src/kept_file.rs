//! What is wrong with a file that the register keeps, in the reader's language.

use signet_lang::{
    Locale,
    args::{KeptFileProblem as Problem, RegisterFileProblem},
};
use signet_registry::Digest;
use signet_store::ReadArtefactError;

use crate::exit;

/// Why a kept file cannot be read back.
pub fn problem(error: &ReadArtefactError, locale: Locale) -> String {
    let of_file = |problem, digest: &Digest| {
        locale.register_file_problem(RegisterFileProblem { detail: "", digest: digest.to_string(), problem })
    };
    match error {
        ReadArtefactError::Altered { expected, .. } => of_file(Problem::Altered, expected),
        ReadArtefactError::Erased(digest) => of_file(Problem::Erased, digest),
        ReadArtefactError::Lost(digest) => of_file(Problem::Lost, digest),
        ReadArtefactError::Unknown(digest) => of_file(Problem::Unknown, digest),
        ReadArtefactError::Unreadable { digest, cause } => locale.register_file_problem(RegisterFileProblem {
            detail: cause.to_string(),
            digest: digest.to_string(),
            problem: Problem::Unreadable,
        }),
        ReadArtefactError::Database(error) => exit::known_cause(error, locale).unwrap_or_else(|| {
            locale.register_file_problem(RegisterFileProblem {
                detail: error.to_string(),
                digest: "",
                problem: Problem::Database,
            })
        }),
    }
}
