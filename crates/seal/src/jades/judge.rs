//! The verdict over a JAdES seal (TS 119 182-1; EN 319 102-1, 5.3, 5.5 and 5.6).

use super::etsi_u;
use super::header::{Header, Thumbprint};
use super::imprint::{self, Covered, Imprints};
use super::read::Jws;
use crate::algorithm::{DigestAlgorithm, SignatureScheme};
use crate::basis::Basis;
use crate::certificate::{Certificate, Known};
use crate::fact::{
    Deviation, IntegrityFact, SealFact, SealFinding, SignerFact, SignerFault, StampFact, StampKind, StructureFact,
};
use crate::indication::{Indication, Level, Outcome};
use crate::report::SealReport;
use crate::stamp::{StampError, TimeStampToken};
use crate::validation::{Draft, Material, Place, Proofs, Stamps};
use jiff::Timestamp;

/// Items of `etsiU` that a B-LT seal must not have (TS 119 182-1, 6.3).
const NOT_AT_LT: [&str; 6] = ["xRefs", "rRefs", "axRefs", "arRefs", "sigRTst", "rfsTst"];

/// The place of the protected header; item `i` of `etsiU` stands at `i + 1`.
const HEADER: Place = 0;

/// Judges a seal by what is in it and what `basis` adds.
#[must_use]
pub fn judge(jws: &Jws, basis: &Basis<'_>) -> SealReport {
    let header = Header::read(&jws.header, &jws.unprotected);
    // A credential inside a PDF is sealed under certificates that the PDF's own seal rests on: their signatures are checked already.
    let known = Known::among(&basis.fetched.certificates);
    let marks = marks(jws, &header, &known);
    let material = material(jws, &header, &marks, known);
    let signer = signer(&header, &material.certificates).cloned();
    let scheme = SignatureScheme::from_jose(&header.algorithm);
    let mut stamps = Stamps::new(Proofs::new(basis, material));
    let stamped = stamp(jws, &marks, &mut stamps);
    let identified = identify(&header, signer.as_ref());
    let carried = carried_level(jws, &stamped, signer.as_ref().filter(|_| identified.outcome == Outcome::Holds));
    let faults = header.faults.iter().copied().map(Deviation::HeaderFault);
    let deviations = faults
        .chain(header.deviations.iter().copied().map(Deviation::Header))
        .chain((carried == Level::NotBaseline).then_some(Deviation::NoSigningCertificate))
        .collect();
    let findings = vec![structure(&header, basis.at), integrity(jws, &header, scheme, signer.as_ref()), identified];
    Draft { findings, signer, scheme, claimed_time: header.claimed, carried, deviations }.conclude(stamps)
}

/// What the file brings along.
#[cfg(test)]
pub(crate) fn carried(jws: &Jws) -> crate::ValidationData {
    named(jws).0
}

/// What the file brings along, and every instant that it names besides: of its stamps and its header.
pub(crate) fn named(jws: &Jws) -> (crate::ValidationData, Vec<Timestamp>) {
    let header = Header::read(&jws.header, &jws.unprotected);
    let known = Known::default();
    let marks = marks(jws, &header, &known);
    let tokens = marks.iter().flat_map(|mark| mark.tokens.iter().flatten().flatten());
    let instants = tokens.map(TimeStampToken::gen_time).chain(header.claimed).chain(header.expires).collect();
    (material(jws, &header, &marks, known).into_data(), instants)
}

/// Everything in the file that can help to judge it, each with where it stands.
fn material(jws: &Jws, header: &Header, marks: &[Mark<'_>], known: Known) -> Material {
    let mut material = Material::new(known);
    let unsigned = etsi_u::certificates(&jws.unsigned);
    for der in header.certificates.iter().chain(&unsigned) {
        if let Ok(certificate) = material.known.read(der) {
            material.certificate(&certificate);
        }
    }
    for (index, item) in jws.unsigned.iter().enumerate() {
        for der in etsi_u::revocation(item) {
            material.revocation(&der, index + 1);
        }
    }
    for token in marks.iter().flat_map(|mark| mark.tokens.iter().flatten().map(|token| (token, mark.place))) {
        if let (Ok(token), place) = token {
            token.lay_out(&mut material, place);
        }
    }
    material
}

/// A container of time stamps.
struct Mark<'j> {
    kind: StampKind,
    /// Its name in `etsiU` or in the header.
    name: &'j str,
    /// What it is over; `None` if that cannot be told.
    covered: Option<Covered>,
    /// Its tokens; `None` if it is malformed.
    tokens: Option<Vec<Result<TimeStampToken, StampError>>>,
    place: Place,
}

/// Every container of time stamps, in the order of the file.
fn marks<'j>(jws: &'j Jws, header: &Header, known: &Known) -> Vec<Mark<'j>> {
    let read = |tokens: &[Vec<u8>]| tokens.iter().map(|token| TimeStampToken::from_der_among(token, known)).collect();
    let content = (!header.content_stamps.is_empty()).then(|| Mark {
        kind: StampKind::Content,
        name: "adoTst",
        covered: Some(Covered::Content),
        tokens: Some(read(&header.content_stamps)),
        place: HEADER,
    });
    let unsigned = jws.unsigned.iter().enumerate().filter_map(|(index, item)| {
        let (kind, covered) = match item.name.as_str() {
            "sigTst" => (StampKind::Signature, Some(Covered::Signature)),
            "arcTst" => (StampKind::Archive, imprint::archive(jws, index)),
            "sigRTst" | "rfsTst" => (StampKind::Archive, None),
            _ => return None,
        };
        let tokens = etsi_u::tokens(&item.content).as_deref().map(read);
        Some(Mark { kind, name: &item.name, covered, tokens, place: index + 1 })
    });
    content.into_iter().chain(unsigned).collect()
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
    let digest = DigestAlgorithm::ALL.into_iter().find(|digest| digest.jose() == thumbprint.digest)?;
    Some(digest.hash(certificate.der()) == thumbprint.value)
}

fn structure(header: &Header, at: Timestamp) -> SealFinding {
    if !header.faults.is_empty() {
        return SealFinding::fails(
            SealFact::Structure(StructureFact::Header(header.faults.clone())),
            Indication::FormatFailure,
        );
    }
    // The signer's own word that it is over: a constraint on the signature, and none on what it proves.
    match header.expires.filter(|expires| *expires <= at) {
        Some(end) => {
            SealFinding::not(SealFact::Structure(StructureFact::Expired(end)), Indication::SigConstraintsFailure)
        }
        None => SealFinding::holds(SealFact::Structure(StructureFact::Sound)),
    }
}

/// The signature over the protected header as it stands and the payload (RFC 7515, 5.2).
fn integrity(jws: &Jws, header: &Header, scheme: Option<SignatureScheme>, signer: Option<&Certificate>) -> SealFinding {
    let not = |fact, indication| SealFinding::not(SealFact::Integrity(fact), indication);
    let Some(scheme) = scheme else {
        let name = header.algorithm.clone();
        return match name.as_str() {
            "none" | "" | "HS256" | "HS384" | "HS512" => {
                not(IntegrityFact::NotASignature(name), Indication::SigCryptoFailure)
            }
            _ => not(IntegrityFact::UnknownAlgorithm(name), Indication::CryptoConstraintsFailure),
        };
    };
    let Some(signer) = signer else { return not(IntegrityFact::NoSigner, Indication::NoSigningCertificateFound) };
    match signer.public_key().verify_jose_parts(scheme, &jws.signed_parts(), &jws.signature_value) {
        Ok(()) => SealFinding::holds(SealFact::Integrity(IntegrityFact::Intact { scheme, digest: None })),
        Err(error) => not(IntegrityFact::Signature { scheme, error, cms: false }, error.indication()),
    }
}

/// The protected header names the certificate by digest (TS 119 182-1, 5.1.7).
fn identify(header: &Header, signer: Option<&Certificate>) -> SealFinding {
    let not = |fault| {
        let fact = SealFact::SignerIdentified(SignerFact::Unidentified(fault));
        SealFinding::not(fact, Indication::NoSigningCertificateFound)
    };
    let Some(signer) = signer else { return not(SignerFault::NoCertificate) };
    if header.thumbprints.is_empty() {
        return not(SignerFault::NoDigest);
    }
    for thumbprint in &header.thumbprints {
        match thumbprint.as_ref().and_then(|thumbprint| matches(thumbprint, signer)) {
            Some(true) => {}
            Some(false) => return not(SignerFault::AnotherDigest),
            None => return not(SignerFault::UncheckedDigest),
        }
    }
    SealFinding::holds(SealFact::SignerIdentified(SignerFact::of(signer)))
}

/// What the level asks of the time stamps.
#[derive(Debug, Default)]
struct Stamped {
    /// Times of the intact signature time-stamps. One that is not intact is none.
    signature: Vec<Timestamp>,
    /// An intact signature time-stamp is not alone in its container.
    crowded: bool,
    /// There is an intact archive time-stamp.
    archive: bool,
}

/// Judges every time-stamp, the newest first.
fn stamp(jws: &Jws, marks: &[Mark<'_>], stamps: &mut Stamps<'_>) -> Stamped {
    let imprints = Imprints::of(jws);
    let mut stamped = Stamped::default();
    for mark in marks.iter().rev() {
        let Mark { kind, name, covered, tokens, place } = mark;
        let (Some(covered), Some(tokens)) = (covered, tokens) else {
            let told = |fact| SealFact::Stamp(*kind, fact);
            stamps.refuse(if tokens.is_none() {
                SealFinding::not(told(StampFact::NotAContainer), Indication::FormatFailure)
            } else {
                SealFinding::not_checked(told(StampFact::UnknownContainer((*name).to_owned())))
            });
            continue;
        };
        for token in tokens.iter().rev() {
            let time = stamps.add(*kind, token, &|digest| imprints.hash(digest, *covered), *place);
            match kind {
                StampKind::Signature => {
                    stamped.signature.extend(time);
                    stamped.crowded |= time.is_some() && tokens.len() != 1;
                }
                StampKind::Archive => stamped.archive |= time.is_some(),
                StampKind::Content => {}
            }
        }
    }
    stamped
}

/// How far the structure carries (TS 119 182-1, 6.3): whether the evidence in it convinces is told by the findings.
fn carried_level(jws: &Jws, stamped: &Stamped, signer: Option<&Certificate>) -> Level {
    let Some(signer) = signer else { return Level::NotBaseline };
    let in_time = stamped.signature.iter().all(|time| *time < signer.not_after());
    if stamped.signature.is_empty() || stamped.crowded || !in_time {
        return Level::BB;
    }
    let forbidden = jws.unsigned.iter().any(|item| NOT_AT_LT.contains(&item.name.as_str()));
    if forbidden || !etsi_u::has_revocation_data(&jws.unsigned) {
        return Level::BT;
    }
    if stamped.archive { Level::BLTA } else { Level::BLT }
}
