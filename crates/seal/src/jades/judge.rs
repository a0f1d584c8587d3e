//! The verdict over a JAdES seal (TS 119 182-1; EN 319 102-1, 5.3 and 5.5, as far as the file and the anchors reach).

use super::etsi_u;
use super::header::{Header, Thumbprint};
use super::imprint;
use super::read::Jws;
use crate::algorithm::Scheme;
use crate::stamp::Token;
use crate::verdict::{Draft, Proofs, baseline};
use crate::{Anchors, Certificate, Digest, Finding, Indication, Level, Outcome, SealCheck, SealReport};
use jiff::Timestamp;

/// Items of `etsiU` that a B-LT seal must not have (TS 119 182-1, 6.3).
const NOT_AT_LT: [&str; 6] = ["xRefs", "rRefs", "axRefs", "arRefs", "sigRTst", "rfsTst"];

/// Judges a seal at the time `at`, trusting `anchors` and what they certify. Nothing outside the file is consulted:
/// revocation and qualification stay open.
#[must_use]
pub fn judge(jws: &Jws, anchors: &Anchors, at: Timestamp) -> SealReport {
    let header = Header::read(&jws.header);
    let unsigned = etsi_u::certificates(&jws.unsigned);
    let pool: Vec<Certificate> =
        header.certificates.iter().chain(&unsigned).filter_map(|der| Certificate::from_der(der).ok()).collect();
    let signer = signer(&header, &pool);
    let scheme = Scheme::from_jose(&header.algorithm);
    let mut proofs = Proofs::new(anchors, &pool, at);
    let stamped = stamps(jws, &header, &mut proofs);
    let identified = identify(&header, signer);
    let level = level(jws, &header, &stamped, signer.filter(|_| identified.outcome == Outcome::Holds));
    let deviations: Vec<&'static str> = header
        .faults
        .iter()
        .map(|fault| fault.code())
        .chain(header.deviations.iter().map(|deviation| deviation.code()))
        .collect();
    let findings =
        vec![structure(&header), integrity(jws, &header, scheme, signer), identified, baseline(level, &deviations)];
    let draft = Draft { findings, signer: signer.cloned(), scheme, claimed_time: header.claimed, level };
    draft.conclude(proofs, at)
}

/// The signer: first in `x5c`; without `x5c`, whichever certificate in the file the header's digest names.
fn signer<'a>(header: &Header, pool: &'a [Certificate]) -> Option<&'a Certificate> {
    match header.certificates.first() {
        Some(der) => pool.first().filter(|certificate| certificate.der() == der),
        None => pool.iter().find(|certificate| {
            header.thumbprints.iter().flatten().any(|thumbprint| matches(thumbprint, certificate) == Some(true))
        }),
    }
}

/// Whether a digest is that of a certificate; `None` if it is of a kind that is not checked.
fn matches(thumbprint: &Thumbprint, certificate: &Certificate) -> Option<bool> {
    let digest = Digest::ALL.into_iter().find(|digest| digest.jose() == thumbprint.digest)?;
    Some(digest.hash(certificate.der()) == thumbprint.value)
}

fn structure(header: &Header) -> Finding {
    if header.faults.is_empty() {
        return Finding::holds(SealCheck::Structure);
    }
    let fails = Finding::fails(SealCheck::Structure, Indication::FormatFailure);
    header.faults.iter().fold(fails, |finding, fault| finding.with("fault", fault.code()))
}

/// The signature over the protected header as it stands and the payload (RFC 7515, 5.2).
fn integrity(jws: &Jws, header: &Header, scheme: Option<Scheme>, signer: Option<&Certificate>) -> Finding {
    let check = SealCheck::Integrity;
    let Some(scheme) = scheme else {
        let no_signature = matches!(header.algorithm.as_str(), "none" | "" | "HS256" | "HS384" | "HS512");
        let indication = if no_signature { Indication::SigCryptoFailure } else { Indication::CryptoConstraintsFailure };
        return Finding::not(check, indication).with("algorithm", header.algorithm.clone());
    };
    let Some(signer) = signer else { return Finding::not(check, Indication::NoSigningCertificateFound) };
    match signer.public_key().verify_jose(scheme, &jws.signing_input(), &jws.signature_value) {
        Ok(()) => Finding::holds(check).with("algorithm", scheme.name()),
        Err(error) => {
            Finding::not(check, error.indication()).with("algorithm", scheme.name()).with("reason", error.to_string())
        }
    }
}

/// The protected header names the certificate by digest (TS 119 182-1, 5.1.7).
fn identify(header: &Header, signer: Option<&Certificate>) -> Finding {
    let not = |reason| {
        Finding::not(SealCheck::SignerIdentified, Indication::NoSigningCertificateFound).with("reason", reason)
    };
    let Some(signer) = signer else { return not("no certificate") };
    if header.thumbprints.is_empty() {
        return not("no digest of the certificate");
    }
    for thumbprint in &header.thumbprints {
        match thumbprint.as_ref().and_then(|thumbprint| matches(thumbprint, signer)) {
            Some(true) => {}
            Some(false) => return not("the digest is of another certificate"),
            None => return not("the digest of the certificate cannot be checked"),
        }
    }
    Finding::holds(SealCheck::SignerIdentified)
        .with("certificate_sha256", data_encoding::HEXLOWER.encode(&signer.sha256()))
        .with("name", signer.subject_common_name().unwrap_or_default())
}

/// What the level asks of the time stamps.
#[derive(Debug, Default)]
struct Stamped {
    /// Times of the intact signature time-stamps.
    signature: Vec<Timestamp>,
    /// A signature time-stamp is not intact, or not alone in its container.
    signature_broken: bool,
    /// There is an intact archive time-stamp.
    archive: bool,
}

/// Judges every time-stamp, the newest first.
fn stamps(jws: &Jws, header: &Header, proofs: &mut Proofs<'_>) -> Stamped {
    let mut stamped = Stamped::default();
    for (index, item) in jws.unsigned.iter().enumerate().rev() {
        let (check, parts) = match item.name.as_str() {
            "sigTst" => (SealCheck::SignatureStamp, Some(imprint::signature(jws))),
            "arcTst" => (SealCheck::ArchiveStamp, imprint::archive(jws, index)),
            "sigRTst" | "rfsTst" => (SealCheck::ArchiveStamp, None),
            _ => continue,
        };
        let tokens = etsi_u::tokens(&item.content);
        let (Some(parts), Some(tokens)) = (&parts, &tokens) else {
            let malformed =
                Finding::not(check, Indication::FormatFailure).with("reason", "not a container of time stamps");
            let unknown = Finding::not_checked(check).with("kind", item.name.clone());
            proofs.refuse(if tokens.is_none() { malformed } else { unknown });
            stamped.signature_broken |= check == SealCheck::SignatureStamp;
            continue;
        };
        for token in tokens.iter().rev() {
            let time = proofs.add(check, Token::from_der(token), parts);
            match check {
                SealCheck::SignatureStamp => {
                    stamped.signature.extend(time);
                    stamped.signature_broken |= time.is_none() || tokens.len() != 1;
                }
                _ => stamped.archive |= time.is_some(),
            }
        }
        proofs.seal_off();
    }
    for token in &header.content_stamps {
        proofs.add(SealCheck::ContentStamp, Token::from_der(token), &imprint::content(jws));
    }
    stamped
}

/// The level that the structure reaches (TS 119 182-1, 6.3): whether the evidence in it convinces is told by the other findings.
fn level(jws: &Jws, header: &Header, stamped: &Stamped, signer: Option<&Certificate>) -> Level {
    let Some(signer) = signer else { return Level::NotBaseline };
    if !header.faults.is_empty() || !header.deviations.is_empty() {
        return Level::NotBaseline;
    }
    let in_time = stamped.signature.iter().all(|time| *time < signer.not_after());
    if stamped.signature.is_empty() || stamped.signature_broken || !in_time {
        return Level::BB;
    }
    let forbidden = jws.unsigned.iter().any(|item| NOT_AT_LT.contains(&item.name.as_str()));
    if forbidden || !etsi_u::has_revocation_data(&jws.unsigned) {
        return Level::BT;
    }
    if stamped.archive { Level::BLTA } else { Level::BLT }
}
