//! Whom a share is for.

use std::fmt;

use signet_record::Email;

/// A line of text that somebody typed: trimmed, without control characters, of limited length.
fn line(text: &str, length_max: usize) -> Option<String> {
    let text = text.trim();
    let fits = !text.is_empty() && text.chars().count() <= length_max && !text.chars().any(char::is_control);
    fits.then(|| text.to_owned())
}

/// The person or body that a share is for, as the holder calls them, and where mail reaches them. Personal, so `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct Recipient {
    name: String,
    /// Their address, when the holder gave one.
    pub mail: Option<Email>,
}

/// A text that names nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a recipient's name is one line of 1 to {} characters", Recipient::LENGTH_MAX)]
pub struct NotARecipient;

impl Recipient {
    /// Longest name, in characters.
    pub const LENGTH_MAX: usize = 120;

    /// A recipient of this name.
    ///
    /// # Errors
    /// When nothing is left of the name, it is too long, or it has a control character.
    pub fn new(name: &str, mail: Option<Email>) -> Result<Recipient, NotARecipient> {
        line(name, Recipient::LENGTH_MAX).map(|name| Recipient { name, mail }).ok_or(NotARecipient)
    }

    /// What the holder calls them.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Recipient(…)")
    }
}

/// What the recipient sees a share under: the number of their file, the name of a post. One line of 1 to [`Reference::LENGTH_MAX`] characters; `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct Reference(String);

/// A text that is no reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a reference is one line of 1 to {} characters", Reference::LENGTH_MAX)]
pub struct NotAReference;

impl Reference {
    /// Longest reference, in characters.
    pub const LENGTH_MAX: usize = 80;

    /// A reference of this text, trimmed.
    ///
    /// # Errors
    /// When nothing is left, it is too long, or it has a control character.
    pub fn new(text: &str) -> Result<Reference, NotAReference> {
        line(text, Reference::LENGTH_MAX).map(Reference).ok_or(NotAReference)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reference(…)")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn names_and_references_are_one_short_line() {
        assert_eq!(Recipient::new("  Pekárna U Mlýna ", None).unwrap().name(), "Pekárna U Mlýna");
        assert_eq!(Reference::new(" HR-2026-118 ").unwrap().as_str(), "HR-2026-118");
        for wrong in ["", "  ", "a\nb"] {
            assert_eq!(Recipient::new(wrong, None), Err(NotARecipient));
            assert_eq!(Reference::new(wrong), Err(NotAReference));
        }
        assert!(Recipient::new(&"ř".repeat(120), None).is_ok() && Recipient::new(&"ř".repeat(121), None).is_err());
        assert!(Reference::new(&"ř".repeat(80)).is_ok() && Reference::new(&"ř".repeat(81)).is_err());
    }

    #[test]
    fn debug_says_nothing() {
        let named = Recipient::new("Pekárna", Some(Email::new("pece@mlyn.example").unwrap())).unwrap();
        assert_eq!(format!("{named:?} {:?}", Reference::new("x").unwrap()), "Recipient(…) Reference(…)");
    }
}
