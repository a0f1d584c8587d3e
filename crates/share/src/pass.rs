//! What a browser keeps after the right code, so that the page need not ask again for a while.

use aws_lc_rs::hmac;
use data_encoding::BASE64URL_NOPAD;
use signet_record::Timestamp;

use crate::code::CodeHash;
use crate::id::ShareId;
use crate::link::LinkKey;

/// The key for passes: nobody without it makes one, and nothing about them is kept.
#[derive(Clone)]
pub struct PassKey(hmac::Key);

impl PassKey {
    /// The key for passes that belongs to a key for links.
    pub fn of(key: &LinkKey) -> PassKey {
        PassKey(hmac::Key::new(hmac::HMAC_SHA256, &key.derive("share pass")))
    }

    /// A pass for one share with one code: `1782900000.` and an HMAC-SHA-256 in base64url. A new code makes all passes before it worthless.
    pub fn pass(&self, share: ShareId, code: &CodeHash, until: Timestamp) -> String {
        let until = until.as_second();
        let tag = hmac::sign(&self.0, message(share, code, until).as_bytes());
        format!("{until}.{}", BASE64URL_NOPAD.encode(tag.as_ref()))
    }

    /// Whether a pass opens this share with this code at `now`.
    pub fn opens(&self, pass: &str, share: ShareId, code: &CodeHash, now: Timestamp) -> bool {
        let Some((until, tag)) = pass.split_once('.') else { return false };
        let (Ok(until), Ok(tag)) = (until.parse::<i64>(), BASE64URL_NOPAD.decode(tag.as_bytes())) else { return false };
        now.as_second() < until && hmac::verify(&self.0, message(share, code, until).as_bytes(), &tag).is_ok()
    }
}

fn message(share: ShareId, code: &CodeHash, until: i64) -> String {
    format!("signet share pass 1\n{share}\n{}\n{until}", code.as_str())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::code::{AccessCode, CodeKey};

    #[test]
    fn a_pass_opens_its_share_with_its_code_for_its_time() {
        let key = LinkKey::new(&std::array::from_fn(|i| i as u8)).unwrap();
        let at = |second| Timestamp::from_second(second).unwrap();
        let hash = |salt| CodeHash::of(&AccessCode::from_random([1; 8]), &CodeKey::of(&key), &[salt; 16]).unwrap();
        let (code, renewed) = (hash(1), hash(2));
        let share = |n| ShareId::from_random([n; 16]);
        let passes = PassKey::of(&key);
        let pass = passes.pass(share(1), &code, at(1_000));
        assert!(passes.opens(&pass, share(1), &code, at(999)));
        assert!(!passes.opens(&pass, share(1), &code, at(1_000)), "its time is over");
        assert!(!passes.opens(&pass, share(2), &code, at(1)), "another share");
        assert!(!passes.opens(&pass, share(1), &renewed, at(1)), "another code");
        for wrong in ["", "2000", "2000.", ".x", &pass.replace("1000", "2000")] {
            assert!(!passes.opens(wrong, share(1), &code, at(1)), "{wrong}");
        }
    }
}
