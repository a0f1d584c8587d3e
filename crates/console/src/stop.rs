//! Why something ends before its end.

use crate::exit::Exit;

/// A stop that the user is told: its exit code, and a sentence in the user's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The exit code.
    pub exit: Exit,
    /// What to tell and do next.
    pub sentence: String,
}

impl Stop {
    /// A stop with its sentence.
    pub fn new(exit: Exit, sentence: impl Into<String>) -> Stop {
        Stop { exit, sentence: sentence.into() }
    }
}
