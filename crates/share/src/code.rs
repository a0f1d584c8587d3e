//! The code that opens a share besides its link.

use std::fmt;
use std::str::FromStr;

use argon2::{Algorithm, Argon2, Params, Version};
use aws_lc_rs::constant_time::verify_slices_are_equal;
use data_encoding::BASE64_NOPAD;

use crate::link::LinkKey;

/// Digits of a code.
const DIGITS: usize = 6;
/// How a hash of ours begins: algorithm, version, memory, rounds and lanes, as in the PHC string format.
const HEAD: &str = "$argon2id$v=19$m=19456,t=2,p=1$";
/// KiB that one hash takes: OWASP's smallest choice for argon2id, 19 MiB with two rounds.
const MEMORY_KIB: u32 = 19 * 1024;
const ROUNDS: u32 = 2;
const SALT_BYTES: usize = 16;
const HASH_BYTES: usize = 32;

/// Six digits that the holder tells the recipient apart from the link. `Debug` hides them.
#[derive(Clone, PartialEq, Eq)]
pub struct AccessCode([u8; DIGITS]);

/// A text that is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a code is six digits")]
pub struct NotACode;

impl AccessCode {
    /// A code of random bytes. That some codes are likelier than others by one in 10^13 helps nobody.
    pub fn from_random(bytes: [u8; 8]) -> AccessCode {
        let mut rest = u64::from_be_bytes(bytes);
        let mut digits = [0; DIGITS];
        for digit in digits.iter_mut().rev() {
            *digit = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
        AccessCode(digits)
    }

    /// The digits, in two groups of three as people say them.
    pub fn reveal(&self) -> String {
        let digits = self.0.map(char::from);
        let (first, second) = digits.split_at(DIGITS / 2);
        first.iter().chain([&' ']).chain(second).collect()
    }
}

/// Reads what somebody typed or pasted: six digits, with any spaces and dashes between them.
impl FromStr for AccessCode {
    type Err = NotACode;

    fn from_str(typed: &str) -> Result<Self, NotACode> {
        let mut digits = [0; DIGITS];
        let mut given = typed.chars().filter(|character| !character.is_whitespace() && *character != '-');
        for digit in &mut digits {
            let next = given.next().and_then(|character| u8::try_from(character).ok());
            *digit = next.filter(u8::is_ascii_digit).ok_or(NotACode)?;
        }
        if given.next().is_some() { Err(NotACode) } else { Ok(AccessCode(digits)) }
    }
}

impl fmt::Debug for AccessCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccessCode(…)")
    }
}

/// A key outside the database. A million codes are soon tried by whoever has a hash alone; without the key there is nothing to try them against.
#[derive(Clone)]
pub struct CodeKey([u8; 32]);

impl CodeKey {
    /// The key for codes that belongs to a key for links.
    pub fn of(key: &LinkKey) -> CodeKey {
        CodeKey(key.derive("share code"))
    }
}

impl fmt::Debug for CodeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CodeKey(…)")
    }
}

/// A code as the database holds it: argon2id in the PHC string format, with a salt of its own and a [`CodeKey`].
#[derive(Clone, PartialEq, Eq)]
pub struct CodeHash(String);

/// A text that is no hash of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the hash of a code")]
pub struct NotACodeHash;

/// The hash could not be computed: there was no memory for it.
#[derive(Debug, thiserror::Error)]
#[error("the hash of a code could not be computed: {0}")]
pub struct HashFailed(argon2::Error);

impl CodeHash {
    /// Hashes a code: 19 MiB and some tens of milliseconds of a processor.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn of(code: &AccessCode, key: &CodeKey, salt: &[u8; SALT_BYTES]) -> Result<CodeHash, HashFailed> {
        let hash = computed(code, key, salt)?;
        Ok(CodeHash(format!("{HEAD}{}${}", BASE64_NOPAD.encode(salt), BASE64_NOPAD.encode(&hash))))
    }

    /// Whether this is the hash of a code; takes as long as making it.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn fits(&self, code: &AccessCode, key: &CodeKey) -> Result<bool, HashFailed> {
        let Some((salt, kept)) = parts(&self.0) else { return Ok(false) };
        let hash = computed(code, key, &salt)?;
        Ok(verify_slices_are_equal(&hash, &kept).is_ok())
    }

    /// The text that is kept.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn computed(code: &AccessCode, key: &CodeKey, salt: &[u8; SALT_BYTES]) -> Result<[u8; HASH_BYTES], HashFailed> {
    let params = Params::new(MEMORY_KIB, ROUNDS, 1, Some(HASH_BYTES)).map_err(HashFailed)?;
    let argon = Argon2::new_with_secret(&key.0, Algorithm::Argon2id, Version::V0x13, params).map_err(HashFailed)?;
    let mut hash = [0; HASH_BYTES];
    argon.hash_password_into(&code.0, salt, &mut hash).map_err(HashFailed)?;
    Ok(hash)
}

fn parts(text: &str) -> Option<([u8; SALT_BYTES], [u8; HASH_BYTES])> {
    let (salt, hash) = text.strip_prefix(HEAD)?.split_once('$')?;
    let decoded = |part: &str| BASE64_NOPAD.decode(part.as_bytes()).ok();
    Some((decoded(salt)?.try_into().ok()?, decoded(hash)?.try_into().ok()?))
}

impl FromStr for CodeHash {
    type Err = NotACodeHash;

    fn from_str(text: &str) -> Result<Self, NotACodeHash> {
        parts(text).map(|_| CodeHash(text.to_owned())).ok_or(NotACodeHash)
    }
}

impl fmt::Debug for CodeHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CodeHash(…)")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn key(first: u8) -> CodeKey {
        let mut bytes = [7; 32];
        bytes[0] = first;
        CodeKey::of(&LinkKey::new(&bytes).unwrap())
    }

    #[test]
    fn a_code_reads_back_as_people_type_it() {
        let code = AccessCode::from_random(48_291_307_u64.to_be_bytes());
        assert_eq!(code.reveal(), "291 307");
        for typed in ["291307", " 291 307 ", "291-307", "2 9 1 3 0 7", "291\u{a0}307"] {
            assert_eq!(typed.parse::<AccessCode>().unwrap(), code, "{typed}");
        }
        for wrong in ["", "29130", "2913070", "29130a", "٢٩١٣٠٧", "291.307"] {
            assert_eq!(wrong.parse::<AccessCode>(), Err(NotACode), "{wrong}");
        }
        assert_eq!(AccessCode::from_random([0; 8]).reveal(), "000 000");
    }

    #[test]
    fn a_hash_fits_its_code_under_its_key_and_no_other() {
        let (code, other): (AccessCode, AccessCode) = ("291307".parse().unwrap(), "291308".parse().unwrap());
        let hash = CodeHash::of(&code, &key(1), &[3; 16]).unwrap();
        assert!(hash.fits(&code, &key(1)).unwrap());
        assert!(!hash.fits(&other, &key(1)).unwrap() && !hash.fits(&code, &key(2)).unwrap());
        assert_ne!(hash, CodeHash::of(&code, &key(1), &[4; 16]).unwrap(), "equal codes have other hashes");
        assert_eq!(hash.as_str().parse::<CodeHash>().unwrap(), hash);
        assert!(hash.as_str().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    }

    #[test]
    fn anything_else_is_no_hash() {
        for wrong in
            ["", "291307", "$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA", HEAD, "$argon2id$v=19$m=19456,t=2,p=1$AA$AA"]
        {
            assert_eq!(wrong.parse::<CodeHash>(), Err(NotACodeHash), "{wrong}");
        }
    }

    #[test]
    fn nothing_secret_is_printed() {
        let code: AccessCode = "291307".parse().unwrap();
        let hash = CodeHash::of(&code, &key(1), &[3; 16]).unwrap();
        assert_eq!(format!("{code:?} {hash:?} {:?}", key(1)), "AccessCode(…) CodeHash(…) CodeKey(…)");
    }
}
