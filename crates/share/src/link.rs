//! The secret in a link.

use std::fmt;
use std::str::FromStr;

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::hmac;
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};

use crate::id::ShareId;

/// Bytes of a link: 160 bits of HMAC-SHA-256, far beyond guessing.
const LINK_BYTES: usize = 20;

/// Characters of a link: 20 bytes in base64url without padding.
const LINK_CHARS: usize = 27;

/// Separates this use of the key from any other.
const DOMAIN: &[u8] = b"signet share link 1\n";

/// The server's secret key for links. It lives outside the database, and whoever has it can compute every link.
#[derive(Clone)]
pub struct LinkKey(hmac::Key);

/// Bytes that are no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a link key is 32 bytes, not all the same")]
pub struct NotALinkKey;

impl LinkKey {
    /// A key of 32 random bytes. A block of one repeated byte is refused: no generator made it.
    ///
    /// # Errors
    /// When all bytes are equal.
    pub fn new(bytes: &[u8; 32]) -> Result<LinkKey, NotALinkKey> {
        let [first, rest @ ..] = bytes;
        if rest.iter().all(|byte| byte == first) {
            return Err(NotALinkKey);
        }
        Ok(LinkKey(hmac::Key::new(hmac::HMAC_SHA256, bytes)))
    }
}

impl LinkKey {
    /// A key for another use: HMAC-SHA-256(key, `signet key for`, line feed, the use). Links never have that domain, so neither leads to
    /// the other.
    pub fn derive(&self, usage: &str) -> [u8; 32] {
        let mut context = hmac::Context::with_key(&self.0);
        context.update(b"signet key for\n");
        context.update(usage.as_bytes());
        let mut derived = [0; 32];
        derived.copy_from_slice(context.sign().as_ref());
        derived
    }
}

impl fmt::Debug for LinkKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LinkKey(…)")
    }
}

/// The secret part of a share's address: 27 characters of base64url. Its only way out is [`ShareLink::reveal`].
#[derive(Clone, PartialEq, Eq)]
pub struct ShareLink([u8; LINK_BYTES]);

/// A text that is no link. It says nothing about why: the answer to a stranger is the neutral one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a link")]
pub struct NotALink;

impl ShareLink {
    /// The link of a share: the first 160 bits of HMAC-SHA-256(key, `signet share link 1`, line feed, the id's 16 bytes).
    pub fn of(key: &LinkKey, share: ShareId) -> ShareLink {
        let mut context = hmac::Context::with_key(&key.0);
        context.update(DOMAIN);
        context.update(share.as_bytes());
        let tag = context.sign();
        let mut bytes = [0; LINK_BYTES];
        for (to, from) in bytes.iter_mut().zip(tag.as_ref()) {
            *to = *from;
        }
        ShareLink(bytes)
    }

    /// The characters that go into the address. Never log them.
    pub fn reveal(&self) -> String {
        BASE64URL_NOPAD.encode(&self.0)
    }

    /// What the database holds in place of the link: SHA-256 of its 20 bytes. A link has enough entropy of its own, so
    /// neither salt nor work factor would add anything.
    pub fn lookup_digest(&self) -> LookupDigest {
        let mut out = [0; 32];
        out.copy_from_slice(digest(&SHA256, &self.0).as_ref());
        LookupDigest(out)
    }
}

/// Reads a presented link: exactly 27 characters of base64url, in their one canonical spelling.
impl FromStr for ShareLink {
    type Err = NotALink;

    fn from_str(presented: &str) -> Result<Self, NotALink> {
        if presented.len() != LINK_CHARS {
            return Err(NotALink);
        }
        let bytes = BASE64URL_NOPAD.decode(presented.as_bytes()).map_err(|_| NotALink)?;
        bytes.try_into().map(ShareLink).map_err(|_| NotALink)
    }
}

impl fmt::Debug for ShareLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ShareLink(…)")
    }
}

/// SHA-256 of a link. Written as 64 lower-case hex digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct LookupDigest([u8; 32]);

impl fmt::Display for LookupDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&HEXLOWER.encode(&self.0))
    }
}

impl fmt::Debug for LookupDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LookupDigest(…)")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn key() -> LinkKey {
        let mut bytes = [7; 32];
        bytes[0] = 1;
        LinkKey::new(&bytes).unwrap()
    }

    #[test]
    fn the_same_share_has_the_same_link_and_another_has_another() {
        let (one, two) = (ShareId::from_random([1; 16]), ShareId::from_random([2; 16]));
        assert_eq!(ShareLink::of(&key(), one), ShareLink::of(&key(), one));
        assert_ne!(ShareLink::of(&key(), one), ShareLink::of(&key(), two));
        let other = LinkKey::new(&std::array::from_fn(|i| i as u8)).unwrap();
        assert_ne!(ShareLink::of(&key(), one), ShareLink::of(&other, one));
    }

    #[test]
    fn keys_for_other_uses_differ_by_use_and_by_key() {
        let other = LinkKey::new(&std::array::from_fn(|i| i as u8)).unwrap();
        assert_eq!(key().derive("rows"), key().derive("rows"));
        assert_ne!(key().derive("rows"), key().derive("columns"));
        assert_ne!(key().derive("rows"), other.derive("rows"));
    }

    #[test]
    fn a_link_reads_back_only_in_its_one_spelling() {
        let link = ShareLink::of(&key(), ShareId::from_random([1; 16]));
        let text = link.reveal();
        assert_eq!(text.len(), 27);
        assert_eq!(text.parse::<ShareLink>().unwrap(), link);
        // The last character carries four bits; the other two must be zero.
        let last = text.chars().last().unwrap();
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let others = alphabet.chars().filter(|c| *c != last).map(|c| format!("{}{c}", &text[..26]));
        let same = others.filter_map(|other| other.parse::<ShareLink>().ok()).filter(|other| *other == link).count();
        assert_eq!(same, 0, "two spellings of one link");
    }

    #[test]
    fn anything_else_is_no_link() {
        let padded = format!("{}=", "A".repeat(26));
        for text in ["", "A", &"A".repeat(26), &"A".repeat(28), &"+".repeat(27), &padded, "řřřřřřřřřřřřřř"]
        {
            assert_eq!(text.parse::<ShareLink>(), Err(NotALink), "{text}");
        }
    }

    #[test]
    fn nothing_secret_is_printed() {
        let link = ShareLink::of(&key(), ShareId::from_random([1; 16]));
        let printed = format!("{:?} {:?} {:?}", key(), link, link.lookup_digest());
        assert_eq!(printed, "LinkKey(…) ShareLink(…) LookupDigest(…)");
    }

    #[test]
    fn a_constant_is_no_key() {
        assert_eq!(LinkKey::new(&[0; 32]).err(), Some(NotALinkKey));
    }
}
