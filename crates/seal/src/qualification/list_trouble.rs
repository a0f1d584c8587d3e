//! Why a trusted list is not had, or does not count: a stable code, for which every language has a sentence.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::trusted_list::{ListError, SignatureFault};

/// Every code but [`OTHER`].
const CODES: [&str; 18] = [
    "address",
    "another",
    "changed",
    "connection",
    "incomplete",
    "malformed",
    "missing",
    "not-a-list",
    "older",
    "out-of-reach",
    "signature",
    "signer",
    "status",
    "timed-out",
    "too-large",
    "too-many",
    "unsigned",
    "version",
];
/// What was written down before there were codes.
const OTHER: &str = "other";

/// Why a list could not be fetched, or does not count. Written down as `code: detail`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListTrouble {
    code: &'static str,
    detail: String,
}

impl ListTrouble {
    /// A trouble with its code, and the cause in English for whoever looks into it.
    #[must_use]
    pub fn new(code: &str, detail: impl fmt::Display) -> Self {
        let code = CODES.into_iter().find(|known| *known == code).unwrap_or(OTHER);
        ListTrouble { code, detail: detail.to_string() }
    }

    /// Stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// The cause in English; names no address.
    #[must_use]
    pub fn detail(&self) -> &str {
        &self.detail
    }
}

impl From<&ListError> for ListTrouble {
    fn from(error: &ListError) -> Self {
        let code = match error {
            ListError::TooLarge(_) => "too-large",
            ListError::DocumentType | ListError::TooMany(_) | ListError::Malformed(_) => "malformed",
            ListError::NotAList => "not-a-list",
            ListError::Version(_) => "version",
            ListError::Missing(_) => "incomplete",
            ListError::Another { .. } => "another",
            ListError::Signature(SignatureFault::None) => "unsigned",
            ListError::Signature(SignatureFault::UnknownSigner) => "signer",
            ListError::Signature(SignatureFault::Changed | SignatureFault::Wrong) => "changed",
            ListError::Signature(_) => "signature",
        };
        ListTrouble::new(code, error)
    }
}

impl fmt::Display for ListTrouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.detail)
    }
}

impl From<String> for ListTrouble {
    fn from(text: String) -> Self {
        let known = text.split_once(": ").filter(|(code, _)| CODES.contains(code));
        known.map_or_else(|| ListTrouble::new(OTHER, &text), |(code, detail)| ListTrouble::new(code, detail))
    }
}

impl Serialize for ListTrouble {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ListTrouble {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(ListTrouble::from)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_was_written_down_is_read_again() {
        let trouble = ListTrouble::new("status", "answered with status 404");
        let written = serde_json::to_string(&trouble).unwrap();
        assert_eq!(written, "\"status: answered with status 404\"");
        assert_eq!(serde_json::from_str::<ListTrouble>(&written).unwrap(), trouble);
    }

    #[test]
    fn what_was_written_before_there_were_codes_is_kept_as_detail() {
        let trouble: ListTrouble = serde_json::from_str("\"the list is not well-formed: <\"").unwrap();
        assert_eq!((trouble.code(), trouble.detail()), ("other", "the list is not well-formed: <"));
    }
}
