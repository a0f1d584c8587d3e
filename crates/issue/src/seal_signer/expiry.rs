//! How long a seal certificate lasts, and when to speak up.

use signet_record::Timestamp;
use signet_seal::Certificate;

const DAY_SECONDS: i64 = 24 * 3600;

/// How a seal certificate stands. A new qualified seal takes weeks to order: first said when 60 days are left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CertificateExpiry {
    /// More than 60 days are left.
    Long,
    /// At most 60 days: order the next one.
    Sixty,
    /// At most 30 days: it should be here.
    Thirty,
    /// At most 7 days: awards will soon wait.
    Seven,
    /// It does not count yet.
    NotYet,
    /// It has ended: nothing is sealed with it.
    Ended,
}

impl CertificateExpiry {
    /// How a certificate stands at an instant.
    pub fn of(certificate: &Certificate, now: Timestamp) -> Self {
        if now < certificate.not_before() {
            return CertificateExpiry::NotYet;
        }
        if now > certificate.not_after() {
            return CertificateExpiry::Ended;
        }
        match days_left(certificate, now) {
            ..=7 => CertificateExpiry::Seven,
            8..=30 => CertificateExpiry::Thirty,
            31..=60 => CertificateExpiry::Sixty,
            _ => CertificateExpiry::Long,
        }
    }

    /// Whether it may seal at all.
    pub fn seals(self) -> bool {
        !matches!(self, CertificateExpiry::NotYet | CertificateExpiry::Ended)
    }

    /// Its code in JSON.
    pub fn code(self) -> &'static str {
        match self {
            CertificateExpiry::Long => "good",
            CertificateExpiry::Sixty => "ends-in-60-days",
            CertificateExpiry::Thirty => "ends-in-30-days",
            CertificateExpiry::Seven => "ends-in-7-days",
            CertificateExpiry::NotYet => "not-yet-valid",
            CertificateExpiry::Ended => "expired",
        }
    }
}

/// Whole days until a certificate ends, rounded down; negative once it has ended.
pub fn days_left(certificate: &Certificate, now: Timestamp) -> i64 {
    (certificate.not_after().as_second() - now.as_second()).div_euclid(DAY_SECONDS)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use signet_testing::{Entity, certificate};

    fn certificate() -> Certificate {
        let params = certificate::valid(certificate::seal("Test Seal"), (2026, 1, 1), (2026, 12, 31));
        Certificate::from_der(&Entity::root(params).der).unwrap()
    }

    #[test]
    fn warnings_come_at_sixty_thirty_and_seven_days() {
        let certificate = certificate();
        let standing = |at: &str| CertificateExpiry::of(&certificate, at.parse().unwrap());
        for (at, term) in [
            ("2025-12-31T23:59:59Z", CertificateExpiry::NotYet),
            ("2026-01-01T00:00:00Z", CertificateExpiry::Long),
            ("2026-10-31T00:00:00Z", CertificateExpiry::Long),
            ("2026-10-31T00:00:01Z", CertificateExpiry::Sixty),
            ("2026-11-30T00:00:00Z", CertificateExpiry::Sixty),
            ("2026-11-30T00:00:01Z", CertificateExpiry::Thirty),
            ("2026-12-23T00:00:00Z", CertificateExpiry::Thirty),
            ("2026-12-23T00:00:01Z", CertificateExpiry::Seven),
            ("2026-12-31T00:00:00Z", CertificateExpiry::Seven),
            ("2026-12-31T00:00:01Z", CertificateExpiry::Ended),
        ] {
            assert_eq!(standing(at), term, "{at}");
        }
        assert_eq!(days_left(&certificate, "2026-12-30T12:00:00Z".parse().unwrap()), 0);
        assert_eq!(days_left(&certificate, "2027-01-01T00:00:00Z".parse().unwrap()), -1);
    }
}
