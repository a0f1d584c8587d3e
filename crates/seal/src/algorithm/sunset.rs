//! Until when an algorithm proves anything (ETSI TS 119 312 as EU DSS applies it, policy of 2024-10-13).

use super::{Curve, Family, KeyKind, Scheme};
use jiff::Timestamp;
use jiff::civil::date;
use jiff::tz::TimeZone;

/// The end of an algorithm's acceptance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sunset {
    /// Algorithm and key size, e.g. `RS256 with 2048 bits`.
    pub what: String,
    /// First instant at which it proves nothing; `None` when it never did.
    pub end: Option<Timestamp>,
}

/// One line of the policy: RSA keys from `bits` on are accepted until `until` (a first of January), if there is an end.
struct Line {
    family: Family,
    bits: usize,
    until: Option<i16>,
}

/// RSA by padding and size, the largest size first. ECDSA on P-256 and larger, and SHA-2 from 256 bits, have no end.
const RSA: [Line; 3] = [
    Line { family: Family::RsaPkcs1, bits: 1900, until: Some(2029) },
    Line { family: Family::RsaPss, bits: 3000, until: None },
    Line { family: Family::RsaPss, bits: 1900, until: Some(2029) },
];

/// The sunset that has passed for `scheme` with such a key at `at`; `None` while it is accepted.
#[must_use]
pub fn sunset(scheme: Scheme, key: &KeyKind, at: Timestamp) -> Option<Sunset> {
    let end = match key {
        KeyKind::Ec(Curve::P256 | Curve::P384 | Curve::P521) => None,
        KeyKind::Rsa { bits, .. } => match RSA.iter().find(|line| line.family == scheme.family && *bits >= line.bits) {
            Some(Line { until: None, .. }) => None,
            Some(Line { until: Some(year), .. }) => Some(first_of_january(*year)),
            None => Some(None),
        },
        KeyKind::Other(_) => Some(None),
    }?;
    let passed = end.is_none_or(|end| at >= end);
    passed.then(|| Sunset { what: format!("{scheme} with {key}"), end })
}

fn first_of_january(year: i16) -> Option<Timestamp> {
    TimeZone::UTC.to_timestamp(date(year, 1, 1).at(0, 0, 0, 0)).ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn accepted(name: &str, key: KeyKind, at: &str) -> bool {
        sunset(Scheme::from_jose(name).unwrap(), &key, at.parse().unwrap()).is_none()
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
}
