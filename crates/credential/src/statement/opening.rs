//! The key of a record, and the opening that carries it.

use std::fmt;
use std::str::FromStr;

use aws_lc_rs::hmac;
use data_encoding::BASE64URL_NOPAD;

use super::item::RecordItem;

/// Bytes of a salt: the 128 bits that RFC 9901, 9.3 asks for.
const SALT_BYTES: usize = 16;

/// The key of one record: 32 random bytes. Whoever has it and guesses a value can tell that the guess is right.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct RecordKey([u8; 32]);

/// Never shown.
impl fmt::Debug for RecordKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecordKey(…)")
    }
}

impl RecordKey {
    /// A key of 32 random bytes.
    pub fn from_random(bytes: [u8; 32]) -> Self {
        RecordKey(bytes)
    }

    /// The 32 bytes, to be kept.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// The salts of the items of one record, whose key is prepared once for all of them.
pub(super) struct Salts(hmac::Key);

impl Salts {
    /// Those that follow from a key.
    pub(super) fn of(key: &RecordKey) -> Self {
        Salts(hmac::Key::new(hmac::HMAC_SHA256, &key.0))
    }

    /// The salt of an item: the first 16 bytes of HMAC-SHA-256 of its name, in base64url.
    pub(super) fn salt(&self, item: RecordItem) -> String {
        let code = hmac::sign(&self.0, item.name().as_bytes());
        let bytes: Vec<u8> = code.as_ref().iter().copied().take(SALT_BYTES).collect();
        BASE64URL_NOPAD.encode(&bytes)
    }
}

/// All that is needed to compute the root from what a form says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Number of the correction, from 0: it stands in the statement.
    pub revision: u32,
    /// The key of the record.
    pub key: RecordKey,
}

/// A text that is no opening.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an opening is `hmac-sha-256:`, the revision, `:` and 43 characters of base64url")]
pub struct NotAnOpening;

impl Opening {
    const ALGORITHM: &'static str = "hmac-sha-256:";

    /// As forms carry it: `hmac-sha-256:`, the revision, `:` and the key in base64url without padding.
    pub fn notation(&self) -> String {
        format!("{}{}:{}", Self::ALGORITHM, self.revision, BASE64URL_NOPAD.encode(&self.key.0))
    }
}

impl FromStr for Opening {
    type Err = NotAnOpening;

    fn from_str(text: &str) -> Result<Self, NotAnOpening> {
        let read = || {
            let (revision, key) = text.strip_prefix(Self::ALGORITHM)?.split_once(':')?;
            let key = BASE64URL_NOPAD.decode(key.as_bytes()).ok()?;
            Some(Opening { revision: revision.parse().ok()?, key: RecordKey(key.try_into().ok()?) })
        };
        // One text for one opening: neither `+1` nor `01`.
        read().filter(|opening| opening.notation() == text).ok_or(NotAnOpening)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_opening_is_read_back_and_nothing_else_is_one() {
        let opening = Opening { revision: 12, key: RecordKey::from_random([7; 32]) };
        let text = opening.notation();
        assert_eq!(text, "hmac-sha-256:12:BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc");
        assert_eq!(text.parse(), Ok(opening));
        assert!(!format!("{opening:?}").contains("BwcH") && !format!("{opening:?}").contains('7'));
        let changed = [
            text.replace(":12:", ":+12:"),
            text.replace(":12:", ":012:"),
            text.replace(":12:", ":"),
            text.replace(":12:", ":4294967296:"),
            text.replace("hmac-", ""),
            format!("{text}="),
            text.replace("BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc", "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwd"),
            String::new(),
        ];
        for text in changed {
            assert_eq!(text.parse::<Opening>(), Err(NotAnOpening), "{text}");
        }
    }
}
