//! Until when a sealed file proves itself: its last time stamp is as good as its authority's certificate and algorithms.

use crate::certificate::Certificate;
use crate::policy::{Accepted, Policy};
use crate::stamp::TimeStampToken;
use jiff::Timestamp;

/// What protects a sealed file from the passing of time.
#[derive(Debug, Clone)]
pub enum Protection {
    /// Nothing: it holds as long as its certificate.
    None,
    /// A stamp over the signature: it holds as long as somebody keeps what is needed to judge it.
    Signature(Box<TimeStampToken>),
    /// A stamp over the seal and everything needed to judge it.
    Archive(Box<TimeStampToken>),
}

impl Protection {
    /// Whether there is a proven time.
    #[must_use]
    pub const fn is_stamped(&self) -> bool {
        !matches!(self, Self::None)
    }

    /// First instant at which the last archive stamp may prove nothing any more; `None` without one.
    #[must_use]
    pub fn until(&self, policy: &Policy) -> Option<Timestamp> {
        match self {
            Self::Archive(token) => Some(until(token, policy)),
            Self::None | Self::Signature(_) => None,
        }
    }
}

/// The end of the authority's certificate, of one above it that came along, or of an algorithm that any of them rests on.
fn until(token: &TimeStampToken, policy: &Policy) -> Timestamp {
    let mut end = of(policy.digest_accepted(token.digest())).min(path(token, policy));
    for signer in token.signed_data().signers() {
        let mut certificates = token.signed_data().certificates().iter();
        let certificate = certificates.find(|certificate| signer.id().names(certificate));
        end = end.min(certificate.map_or(Timestamp::MIN, Certificate::not_after));
        end = end.min(match (signer.scheme(), certificate) {
            (Ok(scheme), Some(certificate)) => of(policy.accepted(scheme, certificate.public_key().kind())),
            _ => Timestamp::MIN,
        });
    }
    end
}

/// As far as the certificates that came along lead: each ends what is below it, and was signed with something that ends.
fn path(token: &TimeStampToken, policy: &Policy) -> Timestamp {
    let certificates = token.signed_data().certificates();
    let issued = certificates.iter().flat_map(|certificate| {
        let issuers =
            certificates.iter().filter(move |issuer| *issuer != certificate && certificate.names_issuer(issuer));
        issuers.map(move |issuer| (certificate, issuer))
    });
    let ends = issued.filter_map(|(certificate, issuer)| {
        let signed = of(policy.accepted(certificate.scheme().ok()?, issuer.public_key().kind()));
        Some(signed.min(issuer.not_after()))
    });
    ends.min().unwrap_or(Timestamp::MAX)
}

const fn of(accepted: Accepted) -> Timestamp {
    match accepted {
        Accepted::Always => Timestamp::MAX,
        Accepted::Before(end) => end,
        Accepted::Never => Timestamp::MIN,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::pki::{self, Pki};

    #[test]
    fn an_archive_stamp_lasts_as_long_as_its_certificate_and_its_algorithms() {
        let pki = Pki::new();
        let token = Box::new(pki.stamp(b"message", pki::AT));
        let policy = Policy::default();
        let until = |policy: &Policy| Protection::Archive(token.clone()).until(policy);
        assert_eq!(until(&policy), Some(pki.tsa.certificate.not_after()));
        let mut earlier = policy.clone();
        earlier.digest[0].until = Some(jiff::civil::date(2031, 1, 1));
        assert_eq!(until(&earlier), Some(pki::at("2031-01-01T00:00:00Z")));
        let mut never = policy.clone();
        never.key.clear();
        assert_eq!(until(&never), Some(Timestamp::MIN));
        assert_eq!(Protection::Signature(token.clone()).until(&policy), None);
        // An authority of its own that is certified with RSA: its certificate is worth no more than that.
        let issuing = pki.root.certify(pki::authority("Test RSA", Some(0)), pki::rsa());
        let tsa = issuing.issue(pki::stamper("Test Stamps"));
        let reply =
            pki::Reply::to(crate::DigestAlgorithm::Sha256, crate::DigestAlgorithm::Sha256.hash(b"message"), pki::AT);
        let certified = TimeStampToken::from_der(&reply.token(&tsa, &[&issuing])).unwrap();
        let end = Some(pki::at("2029-01-01T00:00:00Z"));
        assert_eq!(Protection::Archive(Box::new(certified)).until(&policy), end);
        assert!(!Protection::None.is_stamped());
    }
}
