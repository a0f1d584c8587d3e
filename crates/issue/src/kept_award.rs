//! Awards as the register keeps them.

use signet_record::{Award, ReadAwardError};

/// Why a kept award cannot be read. Its text gets into logs, so it tells only the place: what stands there may be a person's, and
/// `serde_json` would quote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnreadableAward {
    /// It is not the JSON of an award.
    #[error("the award cannot be read at line {line}, column {column}")]
    Json {
        /// From 1.
        line: usize,
        /// In bytes.
        column: usize,
    },
    /// Its parts can be read, and do not go together.
    #[error("the award breaks a rule")]
    Rule,
}

impl From<ReadAwardError> for UnreadableAward {
    fn from(error: ReadAwardError) -> Self {
        match error {
            ReadAwardError::Json(error) => UnreadableAward::Json { line: error.line(), column: error.column() },
            ReadAwardError::Flaws(_) => UnreadableAward::Rule,
        }
    }
}

/// Reads the `award` artefact.
///
/// # Errors
/// When it is none, or its parts do not go together.
pub fn read(bytes: &[u8]) -> Result<Award, UnreadableAward> {
    Ok(Award::from_json(bytes)?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use signet_record::specimen;

    use super::*;

    #[test]
    fn what_cannot_be_read_is_told_by_its_place_alone() {
        let text = String::from_utf8(specimen::award().unwrap().to_json().unwrap()).unwrap();
        let kept = |revision: &str| read(text.replace("\"revision\":0", revision).as_bytes());
        assert!(kept("\"revision\":0").is_ok());
        let unlike = kept("\"revision\":\"Jana\"").unwrap_err();
        assert!(matches!(unlike, UnreadableAward::Json { line: 1, .. }), "{unlike}");
        assert!(!unlike.to_string().contains("Jana"), "{unlike}");
        assert_eq!(kept("\"revision\":1").unwrap_err(), UnreadableAward::Rule);
    }
}
