//! "These are one record": what every form of a credential says, item by item, under one root.
//!
//! The record of a credential is a fixed, ordered list of items ([`RecordItem`]). Each item becomes a disclosure as in RFC 9901, 4.2.1
//! (`base64url(JCS([salt, name, value]))`), its salt derived from a key of the record. The digests of all disclosures, with the
//! credential's identifier and revision, are the [`RecordStatement`]; SHA-256 of its canonical JSON (RFC 8785) is the [`RecordRoot`].
//!
//! The statement says nothing of anyone: without the key nobody can try values out. A form that carries the key (the [`Opening`])
//! lets everybody compute the root from what the form says; forms with the same root then say the same.
//!
//! The format is written down, with a test vector, in `docs/record-root.md`.

mod item;
mod opening;
mod reader;
mod sd_jwt;
mod value;

pub use item::{RECORD_ITEMS, RecordItem};
pub use opening::{NotAnOpening, Opening, RecordKey};
pub use sd_jwt::{NotAStatement, STATEMENT_BYTES_MAX, STATEMENT_TYPE_PATH, SignedStatement, UnsignedStatement};
pub use value::ItemValue;

use std::fmt;

use opening::Salts;

use aws_lc_rs::digest::{SHA256, digest};
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};

use crate::json::quote;
use crate::{Credential, scheme_name};

/// Version of the list of items and of the statement.
pub const STATEMENT_VERSION: u32 = 1;

/// What a credential says, item by item, in the order of [`RecordItem::ALL`].
#[derive(Clone, PartialEq, Eq)]
pub struct RecordItems(Vec<ItemValue>);

/// What it says is personal.
impl fmt::Debug for RecordItems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RecordItems({})", self.0.len())
    }
}

impl RecordItems {
    /// Reads the items out of a European Digital Credential. What it does not say is [`ItemValue::Null`].
    pub fn of(credential: &Credential) -> RecordItems {
        RecordItems(reader::values(credential))
    }

    /// What is said under an item.
    pub fn value(&self, item: RecordItem) -> &ItemValue {
        self.0.get(item.index()).unwrap_or(&ItemValue::Null)
    }

    /// Each item with its value, in order.
    pub fn iter(&self) -> impl Iterator<Item = (RecordItem, &ItemValue)> {
        RecordItem::ALL.into_iter().zip(&self.0)
    }

    /// The disclosure of an item (RFC 9901, 4.2.1), as it is given to whoever may see it.
    pub fn disclosure(&self, item: RecordItem, key: &RecordKey) -> String {
        self.disclosed(item, &Salts::of(key))
    }

    fn disclosed(&self, item: RecordItem, salts: &Salts) -> String {
        let mut text = String::from("[");
        quote(&salts.salt(item), &mut text);
        text.push(',');
        quote(item.name(), &mut text);
        text.push(',');
        self.value(item).write(&mut text);
        text.push(']');
        BASE64URL_NOPAD.encode(text.as_bytes())
    }
}

/// What the issuer states of a record: digests, and nothing that says anything of anyone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordStatement {
    /// `urn:credential:…`
    pub credential: String,
    /// Number of the correction, from 0.
    pub revision: u32,
    /// The digest of each item's disclosure (RFC 9901, 4.2.3), in the order of [`RecordItem::ALL`].
    pub digests: Vec<String>,
}

impl RecordStatement {
    /// The statement about what a credential says; `None` when it has no identifier, so that there is nothing to state it of.
    pub fn of(credential: &Credential, opening: &Opening) -> Option<RecordStatement> {
        let items = RecordItems::of(credential);
        let salts = Salts::of(&opening.key);
        let digest = |item| digest_of(&items.disclosed(item, &salts));
        Some(RecordStatement {
            credential: credential.id()?.to_owned(),
            revision: opening.revision,
            digests: RecordItem::ALL.into_iter().map(digest).collect(),
        })
    }

    /// Its canonical JSON (RFC 8785): members in the order of their names.
    pub fn to_canonical(&self) -> String {
        let mut text = String::from("{\"credential\":");
        quote(&self.credential, &mut text);
        text.push_str(",\"items\":[");
        for (at, digest) in self.digests.iter().enumerate() {
            if at > 0 {
                text.push(',');
            }
            quote(digest, &mut text);
        }
        text.push_str(&format!("],\"revision\":{},\"v\":{STATEMENT_VERSION}}}", self.revision));
        text
    }

    /// SHA-256 of the canonical JSON.
    pub fn root(&self) -> RecordRoot {
        RecordRoot(sha_256(self.to_canonical().as_bytes()))
    }

    /// The digest that stands for an item.
    pub fn digest(&self, item: RecordItem) -> Option<&str> {
        self.digests.get(item.index()).map(String::as_str)
    }
}

/// The digest of a disclosure, over its ASCII bytes (RFC 9901, 4.2.3).
pub fn digest_of(disclosure: &str) -> String {
    BASE64URL_NOPAD.encode(&sha_256(disclosure.as_bytes()))
}

fn sha_256(bytes: &[u8]) -> [u8; 32] {
    let mut out = [0; 32];
    out.copy_from_slice(digest(&SHA256, bytes).as_ref());
    out
}

/// The root of a record: equal in every form of it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RecordRoot([u8; 32]);

/// A text that is no root in the form in which it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a record root is `sha-256:` and 43 characters of base64url")]
pub struct NotARoot;

impl RecordRoot {
    /// What stands before the digest.
    const ALGORITHM: &'static str = "sha-256:";
    /// Hexadecimal digits that stand together where people compare.
    const GROUP: usize = 8;

    /// A root that was computed elsewhere.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        RecordRoot(bytes)
    }

    /// The 32 bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// As forms carry it: `sha-256:` and the digest in base64url without padding.
    pub fn notation(&self) -> String {
        format!("{}{}", Self::ALGORITHM, BASE64URL_NOPAD.encode(&self.0))
    }

    /// Reads [`RecordRoot::notation`], and nothing else.
    ///
    /// # Errors
    /// When the text is anything else.
    pub fn from_notation(text: &str) -> Result<Self, NotARoot> {
        let digest = text.strip_prefix(Self::ALGORITHM);
        let bytes = digest.and_then(|digest| BASE64URL_NOPAD.decode(digest.as_bytes()).ok());
        bytes.and_then(|bytes| bytes.try_into().ok()).map(RecordRoot).ok_or(NotARoot)
    }

    /// For people to compare: eight groups of eight hexadecimal digits.
    pub fn groups(&self) -> String {
        let digits = HEXLOWER.encode(&self.0);
        let groups: Vec<&str> =
            (0..digits.len()).step_by(Self::GROUP).filter_map(|at| digits.get(at..at + Self::GROUP)).collect();
        groups.join(" ")
    }
}

/// 64 lower-case hexadecimal digits.
impl fmt::Display for RecordRoot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&HEXLOWER.encode(&self.0))
    }
}

impl fmt::Debug for RecordRoot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RecordRoot({self})")
    }
}

/// What a credential carries of its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CarriedRecord {
    /// Neither root nor opening: sealed before there were any, or by others.
    None,
    /// The root, and nothing to open it with.
    Closed(RecordRoot),
    /// The root, and the opening that lets everybody compute it.
    Open(RecordRoot, Opening),
    /// Something stands there that is no root or no opening of ours.
    Unreadable,
}

impl CarriedRecord {
    /// The root.
    pub fn root(&self) -> Option<&RecordRoot> {
        match self {
            CarriedRecord::Closed(root) | CarriedRecord::Open(root, _) => Some(root),
            CarriedRecord::None | CarriedRecord::Unreadable => None,
        }
    }
}

impl Credential {
    /// Whether it has its own number beside its address, as whatever Signet has made, by what the credential says.
    pub fn is_numbered_as_ours(&self) -> bool {
        let number = self.id().and_then(|id| id.strip_prefix("urn:credential:"));
        let mut numbers = self.model().identifier().of_scheme(scheme_name::CREDENTIAL);
        number.is_some() && numbers.any(|one| one.notation().text() == number)
    }

    /// The root and the opening that stand among its identifiers.
    pub fn record(&self) -> CarriedRecord {
        let identifiers = self.model().identifier();
        let (mut roots, mut openings) =
            (identifiers.of_scheme(scheme_name::RECORD_DIGEST), identifiers.of_scheme(scheme_name::RECORD_OPENING));
        let (root, opening) = match (roots.next(), openings.next()) {
            (None, None) => return CarriedRecord::None,
            // An opening of nothing.
            (None, Some(_)) => return CarriedRecord::Unreadable,
            (Some(root), opening) => (root, opening),
        };
        if roots.next().is_some() || openings.next().is_some() {
            return CarriedRecord::Unreadable;
        }
        let root = root.notation().text().map(RecordRoot::from_notation);
        let opening = opening.map(|one| one.notation().text().map(str::parse));
        match (root, opening) {
            (Some(Ok(root)), None) => CarriedRecord::Closed(root),
            (Some(Ok(root)), Some(Some(Ok(opening)))) => CarriedRecord::Open(root, opening),
            _ => CarriedRecord::Unreadable,
        }
    }
}

#[cfg(test)]
mod tests;
