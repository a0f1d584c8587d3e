//! Secrets that are kept as digests only.

use std::{fmt, str::FromStr};

use signet_registry::Digest;

/// SHA-256 of a token: what is kept in its place.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TokenDigest(Digest);

impl TokenDigest {
    /// The digest of a token. Tokens are random (at least 128 bits), so neither salt nor work factor would add anything.
    pub fn of(token: &str) -> TokenDigest {
        TokenDigest(Digest::of(token.as_bytes()))
    }
}

/// The digest in hexadecimal digits, as the tables hold it.
impl fmt::Display for TokenDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for TokenDigest {
    type Err = <Digest as FromStr>::Err;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(TokenDigest)
    }
}

impl fmt::Debug for TokenDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenDigest(…)")
    }
}
