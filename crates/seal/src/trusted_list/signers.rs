//! Whose signature makes a list count: certificates, known by their SHA-256.
//!
//! No path is built and no date looked at: TS 119 612 §5.3.13 and Commission Implementing Decision (EU) 2015/1505 pin the
//! certificates themselves, and who no longer signs is removed from where they are published.

use crate::algorithm::sha256;
use crate::certificate::Certificate;
use crate::trusted_list::document::{self, TSL, children};
use data_encoding::HEXLOWER;
use roxmltree::Node;
use std::collections::BTreeSet;

/// SHA-256, in hexadecimal digits, of the certificates that may sign the EU list of lists, as published in the Official Journal on
/// 15 April 2026, OJ C/2026/1944.
pub const OFFICIAL_JOURNAL: [&str; 6] = [
    "c0641c4f7d56c431b1c924742db7fce9c1eef7d7fd212113a2768486b3abcdc5",
    "e0a620fbb6747362bb933ac44169d676a553444716cf5f31605f12a22b8396b1",
    "df7e29360c34b2b8d6d5f40325c1d4d12c9922cecd33b7407674a74b2b3ca1e5",
    "b63d416744e7098bf9ec2caa596a93bc2468e37f8284ba65ecc061711bcbaa18",
    "236103f03a8031ae8f47f9059bf8de38564cdbfebedde4a597d50f8980aa653b",
    "d2064fdd70f6982dcc516b86d9d5c56aea939417c624b2e478c0b29de54f8474",
];

/// The certificates with which a list may be signed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signers(BTreeSet<[u8; 32]>);

impl Signers {
    /// Certificates with these SHA-256 digests.
    #[must_use]
    pub fn new(digests: impl IntoIterator<Item = [u8; 32]>) -> Self {
        Self(digests.into_iter().collect())
    }

    /// The certificates of [`OFFICIAL_JOURNAL`].
    #[must_use]
    pub fn official_journal() -> Self {
        let decoded = OFFICIAL_JOURNAL.iter().filter_map(|hex| HEXLOWER.decode(hex.as_bytes()).ok()?.try_into().ok());
        Self::new(decoded)
    }

    /// These certificates.
    #[must_use]
    pub fn certificates(certificates: &[Certificate]) -> Self {
        Self::new(certificates.iter().map(Certificate::sha256))
    }

    /// Whether the certificate with this SHA-256 may sign.
    #[must_use]
    pub fn contains(&self, sha256: &[u8; 32]) -> bool {
        self.0.contains(sha256)
    }

    /// Whether nobody may sign.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The SHA-256 digests.
    pub fn digests(&self) -> impl Iterator<Item = &[u8; 32]> {
        self.0.iter()
    }

    /// The certificates of a pointer's `ServiceDigitalIdentities` (TS 119 612 §5.3.13). Certificates that could not be
    /// read elsewhere still count here: only their bytes are compared.
    pub(super) fn of_pointer(pointer: Node<'_, '_>) -> Self {
        let identities = document::at(pointer, &["ServiceDigitalIdentities"]).into_iter();
        let identities = identities.flat_map(|all| children(all, TSL, "ServiceDigitalIdentity"));
        let certificates = identities.flat_map(certificates_of);
        Self(certificates.map(|der| sha256(&der)).collect())
    }
}

/// The bytes of the `X509Certificate` of each `DigitalId` of a `ServiceDigitalIdentity` (TS 119 612 §5.5.3).
pub(super) fn certificates_of<'a, 'i>(identity: Node<'a, 'i>) -> impl Iterator<Item = Vec<u8>> {
    let ids = children(identity, TSL, "DigitalId");
    let certificates = ids.flat_map(|id| children(id, TSL, "X509Certificate"));
    certificates.filter_map(|certificate| document::base64(document::text(certificate)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_official_journal_is_spelt_right() {
        let signers = Signers::official_journal();
        assert_eq!(signers.digests().count(), OFFICIAL_JOURNAL.len());
        assert!(signers.digests().all(|digest| OFFICIAL_JOURNAL.contains(&HEXLOWER.encode(digest).as_str())));
    }
}
