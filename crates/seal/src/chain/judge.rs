//! The verdict over a signer's certificate, the same for every kind of seal.

use super::{Anchors, Chain, ChainError, Purpose, find};
use crate::algorithm::{Scheme, sunset};
use crate::certificate::Certificate;
use crate::finding::{Finding, Indication, SealCheck};
use jiff::Timestamp;

/// Whom to judge, by what, and when.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The certificate that signed.
    pub signer: &'a Certificate,
    /// What the signature was made with, if known.
    pub scheme: Option<Scheme>,
    /// Certificates that came with the seal.
    pub pool: &'a [Certificate],
    /// What is trusted.
    pub anchors: &'a Anchors,
    /// Best signature time: the earliest instant at which the signature is proved to have existed.
    pub at: Timestamp,
    /// The time of validation; later than or equal to `at`. Without proof, `at` is this.
    pub now: Timestamp,
    /// What the certificate was used for.
    pub purpose: Purpose,
}

impl Subject<'_> {
    /// Until when the signature must have been sound: a seal until it is proved to have existed, a time stamp (which
    /// is itself the proof) until now.
    fn last_use(&self) -> Timestamp {
        match self.purpose {
            Purpose::Seal => self.at,
            Purpose::TimeStamp => self.now,
        }
    }
}

/// Judges path, validity and algorithms: exactly one finding each of [`SealCheck::Chain`],
/// [`SealCheck::CertificateValidity`] and [`SealCheck::Algorithms`], in this order.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Finding> {
    let found = find(subject.signer, subject.pool, subject.anchors, subject.at, subject.purpose);
    vec![chain(subject, &found), validity(subject), algorithms(subject, &found)]
}

/// Whether a path leads to an anchor. That the signer's own dates do not fit is told by [`validity`], not here.
fn chain(subject: &Subject<'_>, found: &Result<Chain, ChainError>) -> Finding {
    match found {
        Ok(chain) => {
            let anchor = chain.anchor().and_then(Certificate::subject_common_name).unwrap_or_default();
            Finding::holds(SealCheck::Chain)
                .with("anchor", anchor)
                .with("certificates", chain.certificates().len().to_string())
        }
        Err(ChainError::Expired { certificate } | ChainError::NotYetValid { certificate })
            if certificate == subject.signer =>
        {
            Finding::holds(SealCheck::Chain)
        }
        // A CA that was not valid yet leaves the path open; only the signer's own notBefore is a failure.
        Err(error @ ChainError::NotYetValid { certificate }) => {
            describe(Finding::cannot_tell(SealCheck::Chain, Indication::NoCertificateChainFound), error, certificate)
        }
        Err(error) => match error.certificate() {
            Some(certificate) => describe(Finding::not(SealCheck::Chain, error.indication()), error, certificate),
            None => Finding::not(SealCheck::Chain, error.indication()).with("reason", error.to_string()),
        },
    }
}

fn describe(finding: Finding, error: &ChainError, certificate: &Certificate) -> Finding {
    let name = certificate.subject_common_name().unwrap_or_default();
    finding.with("reason", error.to_string()).with("certificate", name)
}

/// Whether the signer's certificate was valid at the best signature time (EN 319 102-1 §5.2.6, §5.5). That of a
/// time-stamp authority must still be so at the time of validation (§5.4), or when a later stamp took over.
fn validity(subject: &Subject<'_>) -> Finding {
    let signer = subject.signer;
    let until = subject.last_use();
    let finding = if subject.at < signer.not_before() {
        Finding::not(SealCheck::CertificateValidity, Indication::NotYetValid)
    } else if signer.is_valid_at(subject.at) && signer.is_valid_at(until) {
        Finding::holds(SealCheck::CertificateValidity)
    } else {
        Finding::not(SealCheck::CertificateValidity, Indication::OutOfBoundsNoPoe)
    };
    finding
        .with("not_before", signer.not_before().to_string())
        .with("not_after", signer.not_after().to_string())
        .with("at", until.to_string())
}

/// Whether the algorithms of the seal and of the certificates on its path were trusted at the best signature time.
fn algorithms(subject: &Subject<'_>, found: &Result<Chain, ChainError>) -> Finding {
    let at = subject.last_use();
    let path = found.as_ref().map(Chain::certificates).unwrap_or_default();
    let in_path = path.iter().zip(path.iter().skip(1)).filter_map(|(certificate, issuer)| {
        certificate.scheme().ok().map(|scheme| (scheme, issuer.public_key().kind()))
    });
    let seal = subject.scheme.map(|scheme| (scheme, subject.signer.public_key().kind()));
    match seal.into_iter().chain(in_path).find_map(|(scheme, key)| sunset(scheme, key, at)) {
        Some(sunset) => {
            let proved = at < subject.now;
            let indication =
                if proved { Indication::CryptoConstraintsFailure } else { Indication::CryptoConstraintsFailureNoPoe };
            let end = sunset.end.map_or_else(|| "never".to_owned(), |end| end.to_string());
            Finding::not(SealCheck::Algorithms, indication).with("algorithm", sunset.what).with("accepted_until", end)
        }
        None if subject.scheme.is_some() => match seal {
            Some((scheme, key)) => {
                Finding::holds(SealCheck::Algorithms).with("algorithm", scheme.name()).with("key", key.to_string())
            }
            None => Finding::holds(SealCheck::Algorithms),
        },
        None => Finding::not(SealCheck::Algorithms, Indication::CryptoConstraintsFailure),
    }
}
