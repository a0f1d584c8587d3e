//! Validates a path whose signatures are already checked, from the anchor down (RFC 5280 §6.1.3–6.1.5).

use super::constraint::Names;
use super::{CertificatePurpose, ChainError, Constraint};
use crate::asn1::{Oid, oid};
use crate::certificate::{Certificate, HolderKind};
use jiff::Timestamp;

/// Purposes that signing documents falls under, where extKeyUsage restricts a certificate. A certificate with others alone,
/// such as that of a web server, must not be used for it, critical or not (RFC 5280 §4.2.1.12).
const DOCUMENT_PURPOSES: [Oid; 5] = [
    oid::ANY_EXTENDED_KEY_USAGE,
    oid::DOCUMENT_SIGNING,
    oid::EMAIL_PROTECTION,
    oid::MICROSOFT_DOCUMENT_SIGNING,
    oid::ADOBE_DOCUMENT_SIGNING,
];

/// Checks `path`, signer first and anchor last.
pub(super) fn validate(path: &[Certificate], at: Timestamp, purpose: CertificatePurpose) -> Result<(), ChainError> {
    let Some((signer, issuers)) = path.split_first() else { return Err(ChainError::NoPath) };
    let mut names = Names::default();
    let mut allowed: Option<usize> = None;
    for (depth, authority) in issuers.iter().enumerate().rev() {
        let is_anchor = depth + 1 == issuers.len();
        let fault = |constraint| broken(authority, constraint);
        if is_anchor {
            readable(authority, &[oid::BASIC_CONSTRAINTS, oid::NAME_CONSTRAINTS])?;
        } else {
            understood(authority)?;
            names.admit(authority).map_err(fault)?;
        }
        // A version 1 root says nothing about itself; as a configured anchor it is taken as an authority.
        if !(authority.extensions().is_ca() || is_anchor && authority.extensions().basic.is_none()) {
            return Err(fault(Constraint::NotAnAuthority));
        }
        if !authority.extensions().may_sign_certificates() {
            return Err(fault(Constraint::KeyUsage));
        }
        if !is_anchor && !authority.is_self_issued() {
            allowed = match allowed {
                Some(0) => return Err(fault(Constraint::PathLength)),
                Some(count) => Some(count - 1),
                None => None,
            };
        }
        if let Some(length) = authority.extensions().path_length().map(usize::from) {
            allowed = Some(allowed.map_or(length, |count| count.min(length)));
        }
        names.narrow(authority);
    }
    if !issuers.is_empty() {
        names.admit_last(signer).map_err(|constraint| broken(signer, constraint))?;
    }
    understood(signer)?;
    fits(signer, purpose)?;
    in_time(path, at)
}

/// Every critical extension is known and every known one readable.
fn understood(certificate: &Certificate) -> Result<(), ChainError> {
    let extensions = certificate.extensions();
    let fault = match (extensions.unknown_critical, extensions.unreadable.first().copied()) {
        (Some(oid), _) => Constraint::CriticalExtension(oid),
        (None, Some(oid)) => Constraint::MalformedExtension(oid),
        (None, None) => return Ok(()),
    };
    Err(broken(certificate, fault))
}

/// The constraints that an anchor sets can be read, so that they can be kept.
fn readable(anchor: &Certificate, constraints: &[Oid]) -> Result<(), ChainError> {
    match anchor.extensions().unreadable.iter().find(|oid| constraints.contains(oid)) {
        Some(oid) => Err(broken(anchor, Constraint::MalformedExtension(*oid))),
        None => Ok(()),
    }
}

/// The signer's certificate may be used for the purpose.
fn fits(signer: &Certificate, purpose: CertificatePurpose) -> Result<(), ChainError> {
    let extensions = signer.extensions();
    if !extensions.may_sign_data() {
        return Err(broken(signer, Constraint::KeyUsage));
    }
    let allowed = match (purpose, extensions.usage()) {
        (CertificatePurpose::Seal, None) => true,
        (CertificatePurpose::Seal, Some(usage)) => {
            usage.purposes.iter().any(|purpose| DOCUMENT_PURPOSES.contains(purpose))
        }
        (CertificatePurpose::TimeStamp, None) => false,
        (CertificatePurpose::TimeStamp, Some(usage)) => usage.critical && usage.purposes == [oid::TIME_STAMPING],
    };
    if !allowed {
        return Err(broken(signer, Constraint::ExtendedKeyUsage));
    }
    if purpose == CertificatePurpose::Seal && signer.holder_kind() == HolderKind::Website {
        return Err(broken(signer, Constraint::ForWebsites));
    }
    Ok(())
}

/// Every certificate but the anchor is valid; a signer that is its own anchor is held to its dates too.
fn in_time(path: &[Certificate], at: Timestamp) -> Result<(), ChainError> {
    let dated = path.len().saturating_sub(1).max(1);
    for certificate in path.iter().take(dated) {
        if at < certificate.not_before() {
            return Err(ChainError::NotYetValid { certificate: certificate.clone() });
        }
        if !certificate.is_valid_at(at) {
            return Err(ChainError::Expired { certificate: certificate.clone() });
        }
    }
    Ok(())
}

fn broken(certificate: &Certificate, constraint: Constraint) -> ChainError {
    ChainError::Constraint { certificate: certificate.clone(), constraint }
}
