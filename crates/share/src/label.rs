//! What the holder calls a share.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The holder's own name for a share ("Job at the bakery"): 1 to [`ShareLabel::LENGTH_MAX`] characters, no control characters,
/// trimmed. Only the holder sees it; it is personal, so `Debug` hides it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ShareLabel(String);

/// A text that is no label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotALabel {
    /// It holds a control character.
    #[error("a label has no control characters")]
    ControlCharacter,
    /// Nothing but white space.
    #[error("a label is not empty")]
    Empty,
    /// Too many characters.
    #[error("a label has at most {} characters", ShareLabel::LENGTH_MAX)]
    TooLong,
}

impl ShareLabel {
    /// Longest label, in characters.
    pub const LENGTH_MAX: usize = 80;

    /// A label of this text, trimmed.
    ///
    /// # Errors
    /// When nothing is left, it is too long, or it has a control character.
    pub fn new(text: &str) -> Result<ShareLabel, NotALabel> {
        let text = text.trim();
        if text.is_empty() {
            return Err(NotALabel::Empty);
        }
        if text.chars().count() > ShareLabel::LENGTH_MAX {
            return Err(NotALabel::TooLong);
        }
        if text.chars().any(char::is_control) {
            return Err(NotALabel::ControlCharacter);
        }
        Ok(ShareLabel(text.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ShareLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for ShareLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ShareLabel(…)")
    }
}

impl TryFrom<String> for ShareLabel {
    type Error = NotALabel;

    fn try_from(text: String) -> Result<Self, NotALabel> {
        ShareLabel::new(&text)
    }
}

impl From<ShareLabel> for String {
    fn from(label: ShareLabel) -> String {
        label.0
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_label_is_trimmed_and_limited() {
        assert_eq!(ShareLabel::new("  Pekárna U Mlýna ").unwrap().as_str(), "Pekárna U Mlýna");
        assert_eq!(ShareLabel::new(" \t "), Err(NotALabel::Empty));
        assert_eq!(ShareLabel::new("a\u{0}b"), Err(NotALabel::ControlCharacter));
        assert!(ShareLabel::new(&"ř".repeat(80)).is_ok());
        assert_eq!(ShareLabel::new(&"ř".repeat(81)), Err(NotALabel::TooLong));
    }

    #[test]
    fn debug_says_nothing() {
        assert_eq!(format!("{:?}", ShareLabel::new("secret").unwrap()), "ShareLabel(…)");
    }
}
