//! What went wrong, as a sentence for the person at the terminal, with the log that tells the rest.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// How many lines of a failing log are worth reading at once.
const TAIL_LINES: usize = 40;

/// A step that could not be carried out.
#[derive(Debug)]
pub struct TaskError {
    sentence: String,
    log: Option<PathBuf>,
}

impl TaskError {
    /// An error that one sentence explains.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), log: None }
    }

    /// An error whose cause stands at the end of a log.
    pub fn logged(sentence: impl Into<String>, log: &Path) -> Self {
        Self { sentence: sentence.into(), log: Some(log.to_owned()) }
    }
}

impl fmt::Display for TaskError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.sentence)?;
        if let Some(log) = &self.log {
            write!(formatter, "\n{}\n(whole log: {})", tail(log), log.display())?;
        }
        Ok(())
    }
}

/// Says what was being attempted when something else failed.
pub trait Context<T> {
    /// Turns any error into a task error that begins with what was attempted.
    fn or_task_error(self, attempt: impl fmt::Display) -> Result<T, TaskError>;
}

impl<T, E: fmt::Display> Context<T> for Result<T, E> {
    fn or_task_error(self, attempt: impl fmt::Display) -> Result<T, TaskError> {
        self.map_err(|error| TaskError::new(format!("{attempt}: {error}")))
    }
}

/// The last lines of a log, indented.
pub fn tail(log: &Path) -> String {
    let bytes = fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let lines: Vec<&str> = text.lines().collect();
    let from = lines.len().saturating_sub(TAIL_LINES);
    lines[from..].iter().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_log_is_quoted_from_its_end() {
        let folder = tempfile::tempdir().unwrap();
        let log = folder.path().join("step.log");
        let lines: Vec<String> = (1..=100).map(|number| format!("line {number}")).collect();
        fs::write(&log, lines.join("\n")).unwrap();

        let said = TaskError::logged("it failed", &log).to_string();

        assert!(said.starts_with("it failed\n    line 61\n"), "{said}");
        assert!(said.contains("line 100\n(whole log: "), "{said}");
    }
}
