//! Why a trusted list is not had, or does not count: a stable code, for which every language has a sentence.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::trusted_list::{ListError, SignatureFault};

/// What kind of trouble it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ListTroubleCode {
    /// The address of the list is none.
    Address,
    /// The address may not be asked.
    OutOfReach,
    /// The connection could not be made or broke off.
    Connection,
    /// The server did not answer in time.
    TimedOut,
    /// The server answered, but not with success.
    Status,
    /// The list is larger than allowed.
    TooLarge,
    /// More was asked than allowed.
    TooMany,
    /// The server offers an older list than the one that is kept.
    Older,
    /// It was never fetched.
    Missing,
    /// It is no trusted list.
    NotAList,
    /// It cannot be read.
    Malformed,
    /// It is of a version that is not read here.
    Version,
    /// A mandatory element is missing.
    Incomplete,
    /// It is not the list that was pointed to.
    Another,
    /// It has no signature.
    Unsigned,
    /// It is signed by a certificate that is not accepted for it.
    Signer,
    /// The signature does not match its content.
    Changed,
    /// The signature is of a form that is not accepted.
    Signature,
    /// It was written down before there were codes, or the file that keeps the list cannot be read.
    Other,
}

impl ListTroubleCode {
    /// All of them.
    pub const ALL: [Self; 19] = [
        Self::Address,
        Self::OutOfReach,
        Self::Connection,
        Self::TimedOut,
        Self::Status,
        Self::TooLarge,
        Self::TooMany,
        Self::Older,
        Self::Missing,
        Self::NotAList,
        Self::Malformed,
        Self::Version,
        Self::Incomplete,
        Self::Another,
        Self::Unsigned,
        Self::Signer,
        Self::Changed,
        Self::Signature,
        Self::Other,
    ];

    /// The stable code.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::OutOfReach => "out-of-reach",
            Self::Connection => "connection",
            Self::TimedOut => "timed-out",
            Self::Status => "status",
            Self::TooLarge => "too-large",
            Self::TooMany => "too-many",
            Self::Older => "older",
            Self::Missing => "missing",
            Self::NotAList => "not-a-list",
            Self::Malformed => "malformed",
            Self::Version => "version",
            Self::Incomplete => "incomplete",
            Self::Another => "another",
            Self::Unsigned => "unsigned",
            Self::Signer => "signer",
            Self::Changed => "changed",
            Self::Signature => "signature",
            Self::Other => "other",
        }
    }
}

/// Why a list could not be fetched, or does not count. Written down as `code: detail`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListTrouble {
    code: ListTroubleCode,
    detail: String,
}

impl ListTrouble {
    /// A trouble with its code, and the cause in English for whoever looks into it.
    #[must_use]
    pub fn new(code: ListTroubleCode, detail: impl fmt::Display) -> Self {
        ListTrouble { code, detail: detail.to_string() }
    }

    /// What kind of trouble it is.
    #[must_use]
    pub fn code(&self) -> ListTroubleCode {
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
            ListError::TooLarge(_) => ListTroubleCode::TooLarge,
            ListError::DocumentType | ListError::TooMany(_) | ListError::Malformed(_) => ListTroubleCode::Malformed,
            ListError::NotAList => ListTroubleCode::NotAList,
            ListError::Version(_) => ListTroubleCode::Version,
            ListError::Missing(_) => ListTroubleCode::Incomplete,
            ListError::Another { .. } => ListTroubleCode::Another,
            ListError::Signature(SignatureFault::None) => ListTroubleCode::Unsigned,
            ListError::Signature(SignatureFault::UnknownSigner) => ListTroubleCode::Signer,
            ListError::Signature(SignatureFault::Changed | SignatureFault::Wrong) => ListTroubleCode::Changed,
            ListError::Signature(_) => ListTroubleCode::Signature,
        };
        ListTrouble::new(code, error)
    }
}

impl fmt::Display for ListTrouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code.name(), self.detail)
    }
}

impl From<String> for ListTrouble {
    fn from(text: String) -> Self {
        let written = text.split_once(": ");
        let known = written.and_then(|(name, detail)| {
            let code = ListTroubleCode::ALL.into_iter().find(|code| code.name() == name)?;
            Some(ListTrouble::new(code, detail))
        });
        known.unwrap_or_else(|| ListTrouble::new(ListTroubleCode::Other, &text))
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
        let trouble = ListTrouble::new(ListTroubleCode::Status, "answered with status 404");
        let written = serde_json::to_string(&trouble).unwrap();
        assert_eq!(written, "\"status: answered with status 404\"");
        assert_eq!(serde_json::from_str::<ListTrouble>(&written).unwrap(), trouble);
    }

    #[test]
    fn what_was_written_before_there_were_codes_is_kept_as_detail() {
        let trouble: ListTrouble = serde_json::from_str("\"the list is not well-formed: <\"").unwrap();
        assert_eq!((trouble.code(), trouble.detail()), (ListTroubleCode::Other, "the list is not well-formed: <"));
    }
}
