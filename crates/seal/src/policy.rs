//! Until when algorithms prove anything, and how old revocation data may be (EN 319 102-1 §5.1.4.2.2, cryptographic constraints).
//!
//! The default is ETSI TS 119 312 as the European Commission's software applies it (suite of 2024-10-13); an operator may
//! give another as a file.

use crate::algorithm::{Curve, DigestAlgorithm, Family, KeyKind, SignatureScheme};
use crate::asn1::Oid;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// The rules by which seals are judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// What reports call it.
    pub name: String,
    /// Digests that are accepted; one that is not listed is not.
    pub digest: Vec<DigestRule>,
    /// Keys that are accepted, by use and least size; of several that fit, the one for the largest keys counts.
    pub key: Vec<KeyRule>,
    /// How old revocation data may be.
    #[serde(default)]
    pub freshness: Freshness,
}

/// One digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DigestRule {
    /// `SHA-256`, `SHA-384` or `SHA-512`.
    pub name: String,
    /// First day on which it proves nothing; none if no end is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// Keys of one use from one size on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyRule {
    /// `RSA` (PKCS #1 v1.5), `RSA-PSS` or `ECDSA`.
    pub name: String,
    /// Least size in bits.
    pub bits: usize,
    /// First day on which it proves nothing; none if no end is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// How old revocation data may be (EN 319 102-1 §5.2.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Freshness {
    /// It must speak of the moment at which the seal or stamp was made: from then or later, or meant to hold until then.
    #[default]
    AtUse,
    /// It must also speak of the moment by which the seal or stamp is proved to have existed: without a later stamp, now.
    UntilProved,
}

/// The end of an algorithm's acceptance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sunset {
    /// What has ended.
    pub what: EndedAlgorithm,
    /// First instant at which it proves nothing; `None` when it never did.
    pub end: Option<Timestamp>,
}

/// An algorithm that is not accepted any more, or never was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EndedAlgorithm {
    /// A signature with a key of this kind and size.
    Signature {
        /// The signature algorithm.
        scheme: SignatureScheme,
        /// Kind and size of the key.
        key: KeyKind,
    },
    /// A digest.
    Digest(DigestAlgorithm),
    /// A signature algorithm that is not verified here.
    Unknown(Oid),
}

impl std::fmt::Display for EndedAlgorithm {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Signature { scheme, key } => write!(formatter, "{scheme} with {key}"),
            Self::Digest(digest) => formatter.write_str(digest.name()),
            Self::Unknown(oid) => write!(formatter, "{oid}"),
        }
    }
}

/// Until when something is accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Accepted {
    /// Never.
    Never,
    /// Before this instant.
    Before(Timestamp),
    /// No end is known.
    Always,
}

impl Accepted {
    /// The sunset of `what` if it has passed at `at`.
    fn sunset(self, at: Timestamp, what: impl FnOnce() -> EndedAlgorithm) -> Option<Sunset> {
        let end = match self {
            Self::Always => return None,
            Self::Before(end) if at < end => return None,
            Self::Before(end) => Some(end),
            Self::Never => None,
        };
        Some(Sunset { what: what(), end })
    }
}

impl Default for Policy {
    fn default() -> Self {
        let digest = ["SHA-256", "SHA-384", "SHA-512"].map(|name| DigestRule { name: name.to_owned(), until: None });
        let key = |name: &str, bits, until| KeyRule { name: name.to_owned(), bits, until };
        let end = Some(date(2029, 1, 1));
        Self {
            name: "TS 119 312, 2024-10-13".to_owned(),
            digest: digest.into(),
            key: vec![
                key("RSA", 1900, end),
                key("RSA-PSS", 1900, end),
                key("RSA-PSS", 3000, None),
                key("ECDSA", 256, None),
            ],
            freshness: Freshness::AtUse,
        }
    }
}

impl Policy {
    /// The default.
    #[must_use]
    pub fn standard() -> &'static Self {
        static STANDARD: LazyLock<Policy> = LazyLock::new(Policy::default);
        &STANDARD
    }

    /// The sunset that has passed for `scheme` with such a key at `at`; `None` while it is accepted.
    #[must_use]
    pub fn sunset(&self, scheme: SignatureScheme, key: &KeyKind, at: Timestamp) -> Option<Sunset> {
        self.accepted(scheme, key).sunset(at, || EndedAlgorithm::Signature { scheme, key: key.clone() })
    }

    /// The sunset that has passed for a digest at `at`; `None` while it is accepted.
    pub(crate) fn digest_sunset(&self, digest: DigestAlgorithm, at: Timestamp) -> Option<Sunset> {
        self.digest_accepted(digest).sunset(at, || EndedAlgorithm::Digest(digest))
    }

    /// Until when `scheme` with such a key is accepted.
    pub(crate) fn accepted(&self, scheme: SignatureScheme, key: &KeyKind) -> Accepted {
        let (name, bits) = match (scheme.family, key) {
            (Family::Ecdsa, KeyKind::Ec(curve)) => ("ECDSA", curve.bits()),
            (Family::RsaPkcs1, KeyKind::Rsa { bits, .. }) => ("RSA", *bits),
            (Family::RsaPss, KeyKind::Rsa { bits, .. }) => ("RSA-PSS", *bits),
            _ => return Accepted::Never,
        };
        let fitting = self.key.iter().filter(|rule| rule.name == name && bits >= rule.bits);
        let key = fitting.max_by_key(|rule| rule.bits).map(|rule| rule.until);
        earlier(until(key), self.digest_accepted(scheme.digest))
    }

    /// Every end that it names.
    pub(crate) fn ends(&self) -> impl Iterator<Item = Timestamp> {
        let days = self.digest.iter().map(|rule| rule.until).chain(self.key.iter().map(|rule| rule.until));
        days.filter_map(|day| match until(Some(day)) {
            Accepted::Before(end) => Some(end),
            Accepted::Never | Accepted::Always => None,
        })
    }

    /// Until when a digest is accepted.
    pub(crate) fn digest_accepted(&self, digest: DigestAlgorithm) -> Accepted {
        until(self.digest.iter().find(|rule| rule.name == digest.name()).map(|rule| rule.until))
    }
}

fn until(rule: Option<Option<Date>>) -> Accepted {
    match rule {
        None => Accepted::Never,
        Some(None) => Accepted::Always,
        Some(Some(day)) => match TimeZone::UTC.to_timestamp(day.at(0, 0, 0, 0)) {
            Ok(end) => Accepted::Before(end),
            Err(_) => Accepted::Always,
        },
    }
}

fn earlier(one: Accepted, other: Accepted) -> Accepted {
    match (one, other) {
        (Accepted::Never, _) | (_, Accepted::Never) => Accepted::Never,
        (Accepted::Before(one), Accepted::Before(other)) => Accepted::Before(one.min(other)),
        (end @ Accepted::Before(_), Accepted::Always) | (Accepted::Always, end) => end,
    }
}

impl Curve {
    /// Size of the field in bits.
    const fn bits(self) -> usize {
        match self {
            Self::P256 => 256,
            Self::P384 => 384,
            Self::P521 => 521,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn accepted(name: &str, key: KeyKind, at: &str) -> bool {
        Policy::default().sunset(SignatureScheme::from_jose(name).unwrap(), &key, at.parse().unwrap()).is_none()
    }

    #[test]
    fn rsa_ends_by_padding_and_size() {
        let rsa = |bits| KeyKind::Rsa { bits, pss_only: false };
        assert!(accepted("RS256", rsa(2048), "2028-12-31T23:59:59Z"));
        assert!(!accepted("RS256", rsa(4096), "2029-01-01T00:00:00Z"));
        assert!(!accepted("PS256", rsa(2048), "2029-01-01T00:00:00Z"));
        assert!(accepted("PS256", rsa(3072), "2060-01-01T00:00:00Z"));
        assert!(!accepted("RS256", rsa(1024), "2010-01-01T00:00:00Z"));
        assert!(accepted("ES256", KeyKind::Ec(Curve::P256), "2060-01-01T00:00:00Z"));
    }

    #[test]
    fn a_digest_may_end_before_its_key() {
        let mut policy = Policy::default();
        policy.digest.first_mut().unwrap().until = Some(date(2030, 1, 1));
        let scheme = SignatureScheme::from_jose("ES256").unwrap();
        let key = KeyKind::Ec(Curve::P256);
        assert!(policy.sunset(scheme, &key, "2029-12-31T23:59:59Z".parse().unwrap()).is_none());
        let sunset = policy.sunset(scheme, &key, "2030-01-01T00:00:00Z".parse().unwrap()).unwrap();
        assert_eq!(sunset.end, Some("2030-01-01T00:00:00Z".parse().unwrap()));
        policy.digest.clear();
        assert!(policy.sunset(scheme, &key, "2001-01-01T00:00:00Z".parse().unwrap()).is_some());
    }
}
