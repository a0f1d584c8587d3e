//! Looks for issuers upwards, depth first; only bytes that verify become part of a path.

use super::budget::Budget;
use super::{CertificatePurpose, ChainError, path};
use crate::algorithm::VerifyError;
use crate::anchors::Anchors;
use crate::certificate::Certificate;
use jiff::Timestamp;

/// Most certificates of a path, signer and anchor included.
const MOST_CERTIFICATES: usize = 8;
/// Most signatures checked in one search.
pub(super) const MOST_SIGNATURES: u32 = 64;
/// Most candidates looked at in one search.
const MOST_STEPS: usize = 512;

pub(super) struct Search<'a> {
    pool: &'a [Certificate],
    anchors: &'a Anchors,
    at: Timestamp,
    purpose: CertificatePurpose,
    signatures: Budget,
    /// What other searches draw on as well.
    shared: &'a Budget,
    steps: usize,
    furthest: ChainError,
}

impl<'a> Search<'a> {
    pub(super) fn new(
        pool: &'a [Certificate],
        anchors: &'a Anchors,
        at: Timestamp,
        purpose: CertificatePurpose,
        shared: &'a Budget,
    ) -> Self {
        let (signatures, furthest) = (Budget::new(MOST_SIGNATURES), ChainError::NoPath);
        Self { pool, anchors, at, purpose, signatures, shared, steps: MOST_STEPS, furthest }
    }

    pub(super) fn run(mut self, signer: &Certificate) -> Result<Vec<Certificate>, ChainError> {
        let mut path = vec![signer.clone()];
        match self.climb(&mut path) {
            Ok(true) => Ok(path),
            Ok(false) | Err(OutOfBudget) => Err(self.furthest),
        }
    }

    /// Extends `path` to an anchor; false when no way holds.
    fn climb(&mut self, path: &mut Vec<Certificate>) -> Result<bool, OutOfBudget> {
        let Some(last) = path.last().cloned() else { return Ok(false) };
        if self.anchors.contains(&last) {
            return Ok(self.accept(path));
        }
        if path.len() == MOST_CERTIFICATES {
            return Ok(false);
        }
        for issuer in self.issuers(&last)? {
            if path.iter().any(|certificate| certificate.is_same_entity(issuer)) {
                continue;
            }
            let free = last.is_found_signed_by(issuer.public_key());
            if !(free || self.signatures.spend() && self.shared.spend()) {
                return Err(self.give_up());
            }
            match last.verify_signature(issuer.public_key()) {
                Ok(()) => {}
                Err(VerifyError::Unsupported) => {
                    self.remember(ChainError::UnsupportedAlgorithm { certificate: last.clone() });
                    continue;
                }
                Err(VerifyError::KeyMismatch | VerifyError::Wrong) => continue,
            }
            path.push(issuer.clone());
            if self.climb(path)? {
                return Ok(true);
            }
            path.pop();
        }
        Ok(false)
    }

    /// Certificates whose subject is the issuer's name: anchors before others, and within each those first whose key
    /// identifier agrees (RFC 4158 §3.5.2: a hint, not a rule).
    fn issuers(&mut self, certificate: &Certificate) -> Result<Vec<&'a Certificate>, OutOfBudget> {
        let mut issuers = Vec::new();
        for candidate in self.anchors.certificates().iter().chain(self.pool) {
            if !certificate.names_issuer(candidate) {
                continue;
            }
            self.steps = self.steps.checked_sub(1).ok_or_else(|| self.give_up())?;
            if !issuers.contains(&candidate) {
                issuers.push(candidate);
            }
        }
        let key = certificate.extensions().authority_key.as_deref();
        issuers.sort_by_key(|issuer| {
            let agrees = key.is_none() || issuer.extensions().subject_key.as_deref() == key;
            (!self.anchors.contains(issuer), !agrees)
        });
        Ok(issuers)
    }

    /// Validates a complete path from the anchor down.
    fn accept(&mut self, path: &[Certificate]) -> bool {
        match path::validate(path, self.at, self.purpose) {
            Ok(()) => true,
            Err(error) => {
                self.remember(error);
                false
            }
        }
    }

    fn give_up(&mut self) -> OutOfBudget {
        self.remember(ChainError::TooMuchWork);
        OutOfBudget
    }

    fn remember(&mut self, error: ChainError) {
        if distance(&error) > distance(&self.furthest) {
            self.furthest = error;
        }
    }
}

/// The search has used up its signatures or steps.
struct OutOfBudget;

/// How near to a valid path an attempt came: a path that was valid once is nearer than one that never was.
const fn distance(error: &ChainError) -> u8 {
    match error {
        ChainError::NoPath => 0,
        ChainError::TooMuchWork => 1,
        ChainError::UnsupportedAlgorithm { .. } => 2,
        ChainError::Constraint { .. } => 3,
        ChainError::NotYetValid { .. } => 4,
        ChainError::Expired { .. } => 5,
    }
}
