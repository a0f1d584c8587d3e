//! The verdict over a signer's certificate, the same for every kind of seal (EN 319 102-1 §5.2.6, §5.5.4, §5.6.2).

use super::proof::Proofs;
use super::sliding::{Slide, SlidingResult, Stop};
use super::subject::Subject;
use crate::basis::{ValidationData, Want};
use crate::certificate::Certificate;
use crate::chain::{CertificatePurpose, Chain, ChainError, find_within};
use crate::fact::{AlgorithmsFact, ChainFact, RevocationFact, SealFact, SealFinding, ValidityFact};
use crate::indication::Indication;
use jiff::Timestamp;

/// What was found about a signer's certificate.
#[derive(Debug)]
pub(crate) struct JudgedCertificate {
    /// Exactly one finding each of [`SealFact::Chain`], [`SealFact::CertificateValidity`], [`SealFact::Revocation`] and
    /// [`SealFact::Algorithms`], in this order.
    pub(crate) findings: Vec<SealFinding>,
    /// The path, if there is one.
    pub(crate) chain: Option<Chain>,
    /// Since when the signer's certificate is revoked.
    pub(crate) revoked: Option<Timestamp>,
    /// Whether the file itself brings revocation data for every certificate of the path that needs it.
    pub(crate) complete: bool,
}

/// Judges path, validity, revocation and algorithms.
pub(crate) fn judge_certificate(subject: &Subject<'_>, proofs: &Proofs<'_>) -> JudgedCertificate {
    let Subject { signer, purpose, proved, .. } = *subject;
    // That the signer's own dates do not fit is told apart from whether there is a path at all.
    let at = proved.min(signer.not_after()).max(signer.not_before());
    let anchors = match purpose {
        CertificatePurpose::Seal => proofs.basis.anchors,
        CertificatePurpose::TimeStamp => proofs.basis.stamp_anchors,
    };
    let found = find_within(&proofs.budget, signer, &proofs.material.certificates, anchors, at, purpose);
    let slid = found.as_ref().ok().map(|chain| Slide::new(subject, proofs).down(chain.certificates()));
    match &found {
        Ok(chain) => proofs.rely(ValidationData { certificates: between(chain), ..ValidationData::default() }),
        Err(ChainError::NoPath) => want_issuer(signer, proofs),
        Err(_) => {}
    }
    let findings = vec![
        told_chain(&found),
        told_validity(subject, slid.as_ref()),
        told_revocation(slid.as_ref()),
        told_algorithms(subject, slid.as_ref(), proofs),
    ];
    let revoked = slid.as_ref().and_then(|slid| slid.signer.revoked()).map(|(at, _)| at);
    let complete = slid.is_some_and(|slid| slid.complete);
    JudgedCertificate { findings, chain: found.ok(), revoked, complete }
}

/// The certificates of a path without a self-issued anchor, which whoever trusts it has.
fn between(chain: &Chain) -> Vec<Certificate> {
    let keeps = |certificate: &&Certificate| !(certificate.is_self_issued() && chain.anchor() == Some(*certificate));
    chain.certificates().iter().filter(keeps).cloned().collect()
}

/// Asks for the issuer of the last certificate that is at hand on the way up from `signer`.
fn want_issuer(signer: &Certificate, proofs: &Proofs<'_>) {
    let (mut last, mut steps) = (signer, 8);
    while let Some(issuer) = proofs
        .material
        .certificates
        .iter()
        .find(|issuer| last.names_issuer(issuer) && !issuer.is_same_entity(last) && steps > 0)
    {
        (last, steps) = (issuer, steps - 1);
    }
    let addresses = last.pointers().issuers.clone();
    if !addresses.is_empty() && !last.is_self_issued() {
        proofs.want(Want::Issuer { addresses });
    }
}

/// Whether a path leads to an anchor.
fn told_chain(found: &Result<Chain, ChainError>) -> SealFinding {
    let broken = |error: &ChainError| SealFact::Chain(ChainFact::Broken(error.clone()));
    match found {
        Ok(chain) => {
            let anchor = chain.anchor().and_then(Certificate::subject_common_name);
            SealFinding::holds(SealFact::Chain(ChainFact::Trusted { anchor, certificates: chain.certificates().len() }))
        }
        // A CA that was not valid yet leaves the path open; only the signer's own notBefore is a failure.
        Err(error @ ChainError::NotYetValid { .. }) => {
            SealFinding::cannot_tell(broken(error), Indication::NoCertificateChainFound)
        }
        Err(error) => SealFinding::not(broken(error), error.indication()),
    }
}

/// Whether the signer's certificate was valid when the signature is proved to have existed (EN 319 102-1 §5.2.6, §5.5.4).
fn told_validity(subject: &Subject<'_>, slid: Option<&SlidingResult>) -> SealFinding {
    let Subject { signer, made, proved, .. } = *subject;
    let (not_before, not_after) = (signer.not_before(), signer.not_after());
    let fact = SealFact::CertificateValidity(ValidityFact::Dates { not_before, not_after, at: proved });
    if made < not_before || proved < not_before {
        SealFinding::not(fact, Indication::NotYetValid)
    } else if signer.is_valid_at(proved) {
        SealFinding::holds(fact)
    } else if slid.is_some_and(|slid| slid.stop.is_none()) {
        SealFinding::not(fact, Indication::OutOfBoundsNotRevoked)
    } else {
        SealFinding::not(fact, Indication::OutOfBoundsNoPoe)
    }
}

/// Whether no certificate of the path was revoked before the signature is proved to have existed.
fn told_revocation(slid: Option<&SlidingResult>) -> SealFinding {
    let Some(slid) = slid else {
        return SealFinding::not(
            SealFact::Revocation(RevocationFact::NoPath),
            Indication::CertificateChainGeneralFailure,
        );
    };
    match &slid.stop {
        None => SealFinding::holds(SealFact::Revocation(slid.signer.clone())),
        Some(Stop { indication, fact }) => SealFinding::not(SealFact::Revocation(fact.clone()), *indication),
    }
}

/// Whether the algorithms of the signature and of the certificates on its path proved something when they had to.
fn told_algorithms(subject: &Subject<'_>, slid: Option<&SlidingResult>, proofs: &Proofs<'_>) -> SealFinding {
    let Subject { signer, scheme, digest, proved, .. } = *subject;
    let policy = proofs.basis.policy;
    let Some(scheme) = scheme else {
        return SealFinding::not(SealFact::Algorithms(AlgorithmsFact::Unknown), Indication::CryptoConstraintsFailure);
    };
    let key = signer.public_key().kind();
    let own = policy.sunset(scheme, key, proved);
    let digested = digest.and_then(|digest| policy.digest_sunset(digest, proved));
    match own.or(digested).or_else(|| slid.and_then(|slid| slid.sunset.clone())) {
        Some(sunset) => {
            // What is only proved to be older than some later moment may still be from before the end.
            let indication = if sunset.end.is_none() && proved < proofs.basis.at {
                Indication::CryptoConstraintsFailure
            } else {
                Indication::CryptoConstraintsFailureNoPoe
            };
            SealFinding::not(SealFact::Algorithms(AlgorithmsFact::Ended(sunset)), indication)
        }
        None => SealFinding::holds(SealFact::Algorithms(AlgorithmsFact::Accepted { scheme, key: key.clone() })),
    }
}
