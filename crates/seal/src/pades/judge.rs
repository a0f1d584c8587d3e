//! The verdict over the seals of a PDF (EN 319 142-1; EN 319 102-1, 5.3, 5.5 and 5.6).

use super::byte_range::{self, Covered, RangeFault};
use super::changes::{self, Changes};
use super::field::{self, Field, Kind};
use super::imprint::Imprints;
use super::pdf::{Dictionary, Object, Pdf, View};
use super::security_store::{CertificateCache, SecurityStore};
use super::{PdfReadError, date};
use crate::asn1::{Oid, oid};
use crate::basis::Basis;
use crate::certificate::{Certificate, Known};
use crate::cms::{SignedData, SignerInfo};
use crate::fact::{Deviation, IntegrityFact, SealFact, SealFinding, StampFact, StampKind, StructureFact};
use crate::indication::{Indication, Level, Outcome, SealCheck};
use crate::report::SealReport;
use crate::stamp::{StampError, TimeStampToken};
use crate::validation::{Draft, FETCHED, JudgedMessage, Material, Place, Proofs, Stamps};
use jiff::Timestamp;

/// More signature fields with a value are refused.
const MAX_SEALS: usize = 32;
/// Signed attributes that a PAdES baseline signature must not have (EN 319 142-1, 6.3).
const FORBIDDEN: [(Oid, Deviation); 5] = [
    (oid::SIGNING_TIME, Deviation::SigningTimeAttribute),
    (oid::CONTENT_IDENTIFIER, Deviation::ContentIdentifierAttribute),
    (oid::CONTENT_HINTS, Deviation::ContentHintsAttribute),
    (oid::MIME_TYPE, Deviation::MimeTypeAttribute),
    (oid::SIGNER_LOCATION, Deviation::SignerLocationAttribute),
];

/// A signature field with what its byte range covers.
struct Mark<'p, 'a> {
    field: Field,
    covered: Result<Covered<'p, 'a>, RangeFault>,
    /// What came after what it covers, if that is sound.
    changes: Option<Changes>,
}

impl<'p, 'a> Mark<'p, 'a> {
    fn read(pdf: &'p Pdf<'a>, field: Field) -> Result<Self, PdfReadError> {
        let covered = byte_range::check(pdf, &field)?;
        let changes = covered.as_ref().ok().map(|covered| changes::since(covered.revision)).transpose()?;
        Ok(Self { field, covered, changes })
    }
}

/// A document time-stamp whose byte range is sound.
struct Archive<'m, 'p, 'a> {
    covered: &'m Covered<'p, 'a>,
    token: Result<TimeStampToken, StampError>,
    changes: Option<&'m Changes>,
    /// The document security store as it found it.
    store: SecurityStore,
}

/// Judges every seal of a PDF by what is in it and what `basis` adds, in the order of the form; document time-stamps
/// count for the seals they cover. An empty list means that the PDF bears no seal.
///
/// # Errors
/// [`PdfReadError`] if the file is no PDF that can be read.
pub fn judge(pdf: &[u8], basis: &Basis<'_>) -> Result<Vec<SealReport>, PdfReadError> {
    judge_opened(&Pdf::read(pdf)?, basis)
}

/// As [`judge`], of a file whose sections were read before.
pub(super) fn judge_opened(pdf: &Pdf<'_>, basis: &Basis<'_>) -> Result<Vec<SealReport>, PdfReadError> {
    let fields = field::find(pdf.newest())?;
    if fields.len() > MAX_SEALS {
        return Err(PdfReadError::Limit { what: "seals of a PDF file", limit: MAX_SEALS });
    }
    let marks = fields.into_iter().map(|field| Mark::read(pdf, field)).collect::<Result<Vec<_>, _>>()?;
    let (seals, stamps): (Vec<_>, Vec<_>) = marks.iter().partition(|mark| mark.field.kind == Kind::Seal);
    let shelf = CertificateCache::default();
    let archives = stamps.iter().filter_map(|mark| archive(mark, &shelf));
    let mut archives: Vec<Archive<'_, '_, '_>> = archives.collect::<Result<_, _>>()?;
    archives.sort_by_key(|archive| archive.covered.end());
    let broken = stamps.iter().filter_map(|stamp| stamp.covered.as_ref().err()).collect::<Vec<_>>();
    let sound = marks.iter().filter_map(|mark| mark.covered.as_ref().ok());
    let imprints = Imprints::of(pdf.bytes(), sound.map(Covered::before).collect());
    let file = File { store: SecurityStore::read(pdf.newest(), &shelf)?, archives, broken, shelf, imprints };
    seals.into_iter().map(|seal| one(pdf, seal, &file, basis)).collect()
}

/// What the store of the file brings along.
#[cfg(test)]
pub(crate) fn carried(pdf: &[u8]) -> Result<crate::ValidationData, PdfReadError> {
    let mut material = Material::default();
    SecurityStore::read(Pdf::read(pdf)?.newest(), &CertificateCache::default())?.lay_out(&mut material, 0);
    Ok(material.into_data())
}

/// What a PDF holds beside its seals.
struct File<'m, 'p, 'a> {
    /// The document security store as it stands.
    store: SecurityStore,
    /// Document time-stamps, the oldest first.
    archives: Vec<Archive<'m, 'p, 'a>>,
    /// Document time-stamps that do not cover what they must.
    broken: Vec<&'m RangeFault>,
    shelf: CertificateCache,
    imprints: Imprints<'a>,
}

fn archive<'m, 'p, 'a>(
    mark: &'m Mark<'p, 'a>,
    shelf: &CertificateCache,
) -> Option<Result<Archive<'m, 'p, 'a>, PdfReadError>> {
    let covered = mark.covered.as_ref().ok()?;
    let contents = mark.field.value.get("Contents").and_then(Object::as_string).unwrap_or_default();
    let token = TimeStampToken::from_padded_among(contents, &shelf.known);
    Some(SecurityStore::read(covered.revision, shelf).map(|store| Archive {
        covered,
        token,
        store,
        changes: mark.changes.as_ref(),
    }))
}

fn one(
    pdf: &Pdf<'_>,
    mark: &Mark<'_, '_>,
    file: &File<'_, '_, '_>,
    basis: &Basis<'_>,
) -> Result<SealReport, PdfReadError> {
    let view = pdf.newest();
    let dictionary = &mark.field.value;
    let claimed_time = date::read(view.get(dictionary, "M")?.as_string().unwrap_or_default());
    let Ok(cms) = signed_data(dictionary, &file.shelf.known) else {
        let not_read = SealFinding::fails(SealFact::Structure(StructureFact::NoMessage), Indication::FormatFailure);
        let findings = vec![not_read, range_finding(&mark.covered)];
        let (carried, deviations) = (Level::NotBaseline, vec![Deviation::Structure]);
        let draft = Draft { findings, signer: None, scheme: None, claimed_time, carried, deviations };
        return Ok(draft.conclude(Stamps::new(Proofs::new(basis, Material::default()))));
    };
    let mut findings = vec![range_finding(&mark.covered)];
    let JudgedMessage { findings: judged, signer, scheme } = match &mark.covered {
        Ok(covered) => {
            findings.extend(mark.changes.as_ref().map(changes_finding));
            cms.judge_hashed(false, &|digest| file.imprints.hash(digest, covered), oid::ID_DATA, &[])
        }
        Err(_) => {
            let unknown =
                SealFinding::not(SealFact::Integrity(IntegrityFact::NoSignedBytes), Indication::SignedDataNotFound);
            JudgedMessage { findings: vec![unknown], signer: None, scheme: None }
        }
    };
    findings.extend(judged);
    let end = mark.covered.as_ref().map_or(FETCHED - 1, Covered::end);
    let inner = inner_stamps(&cms, &file.shelf.known);
    let mut stamps = Stamps::new(Proofs::new(basis, material(&cms, &inner, file, end)));
    let (signature_stamps, archives) = stamp(end, &inner, file, &mut stamps);
    let bound =
        |finding: &SealFinding| finding.check() == SealCheck::SignerIdentified && finding.outcome == Outcome::Holds;
    let deviations = deviations(view, dictionary, &cms, findings.iter().any(bound), &findings)?;
    let carried = match &signer {
        Some(signer) => carried_level(signer, &signature_stamps, &archives, file),
        None => Level::NotBaseline,
    };
    Ok(Draft { findings, signer, scheme, claimed_time, carried, deviations }.conclude(stamps))
}

/// The time-stamps inside a seal's message, each with what it is over.
fn inner_stamps<'c>(cms: &'c SignedData, known: &Known) -> Vec<(Result<TimeStampToken, StampError>, &'c [u8])> {
    let of_signer = |signer| {
        let tokens = SignerInfo::unsigned(signer, oid::SIGNATURE_TIME_STAMP).into_iter();
        tokens.map(move |token| (TimeStampToken::from_der_among(token, known), signer.signature()))
    };
    cms.signers().iter().flat_map(of_signer).collect()
}

/// Everything in the file that can help to judge one seal, each with where it stands.
fn material(
    cms: &SignedData,
    inner: &[(Result<TimeStampToken, StampError>, &[u8])],
    file: &File<'_, '_, '_>,
    end: Place,
) -> Material {
    let mut material = Material::new(file.shelf.known.clone());
    cms.certificates().iter().for_each(|certificate| material.certificate(certificate));
    cms.crls().iter().for_each(|der| material.revocation(der, end));
    for token in inner.iter().filter_map(|(token, _)| token.as_ref().ok()) {
        token.lay_out(&mut material, end);
    }
    for Archive { covered, token, store, .. } in &file.archives {
        if let Ok(token) = token {
            token.lay_out(&mut material, covered.end());
        }
        // Just before the end of the first revision that holds it, so that this revision's stamp covers it.
        store.lay_out(&mut material, covered.end() - 1);
    }
    file.store.lay_out(&mut material, FETCHED - 1);
    material
}

/// The CMS message of a signature dictionary; nothing but zeros may follow it in the reserved place.
fn signed_data(dictionary: &Dictionary, known: &Known) -> Result<SignedData, crate::cms::CmsError> {
    let contents = dictionary.get("Contents").and_then(Object::as_string).unwrap_or_default();
    SignedData::from_padded_among(contents, known)
}

fn range_finding(covered: &Result<Covered<'_, '_>, RangeFault>) -> SealFinding {
    match covered {
        Ok(covered) => SealFinding::holds(SealFact::ByteRange(Ok(covered.end()))),
        Err(fault) => SealFinding::fails(SealFact::ByteRange(Err(*fault)), Indication::FormatFailure),
    }
}

fn changes_finding(changes: &Changes) -> SealFinding {
    let fact = SealFact::ChangesAfter(changes.clone());
    match changes {
        Changes::None | Changes::Evidence { .. } => SealFinding::holds(fact),
        Changes::Metadata { .. } | Changes::Shown { .. } => SealFinding::not_checked(fact),
        Changes::Content { .. } => SealFinding::fails(fact, Indication::FormatFailure),
    }
}

/// Judges the stamps over a seal, the newest first: document time-stamps that cover it, then those inside its message.
/// Returns the times of the latter as far as they are intact, and the stores that the intact ones of the former cover.
fn stamp<'f>(
    end: Place,
    inner: &[(Result<TimeStampToken, StampError>, &[u8])],
    file: &'f File<'_, '_, '_>,
    stamps: &mut Stamps<'_>,
) -> (Vec<Timestamp>, Vec<&'f SecurityStore>) {
    let mut archives = Vec::new();
    for archive in file.archives.iter().rev().filter(|archive| archive.covered.end() > end) {
        let Archive { covered, token, store, changes } = archive;
        let hash = |digest| file.imprints.hash(digest, covered);
        if stamps.add(StampKind::Archive, token, &hash, covered.end()).is_some() {
            archives.push(store);
        }
        if let Some(Changes::Content { part, object }) = changes {
            let changed = StampFact::Changed { part: *part, object: *object };
            stamps.refuse(SealFinding::fails(SealFact::Stamp(StampKind::Archive, changed), Indication::FormatFailure));
        }
    }
    for broken in &file.broken {
        let fact = SealFact::Stamp(StampKind::Archive, StampFact::ByteRange(**broken));
        stamps.refuse(SealFinding::fails(fact, Indication::FormatFailure));
    }
    let mut times = Vec::new();
    for (token, signature) in inner.iter().rev() {
        times.extend(stamps.add(StampKind::Signature, token, &|digest| digest.hash(signature), end));
    }
    (times, archives)
}

/// Rules of the baseline profile that the seal breaks (EN 319 142-1, 6.3).
fn deviations(
    view: View<'_, '_>,
    dictionary: &Dictionary,
    cms: &SignedData,
    bound: bool,
    findings: &[SealFinding],
) -> Result<Vec<Deviation>, PdfReadError> {
    let mut deviations = Vec::new();
    let mut note = |broken: bool, deviation| deviations.extend(broken.then_some(deviation));
    note(!dictionary.is_name("SubFilter", "ETSI.CAdES.detached"), Deviation::SubFilter);
    note(date::read(view.get(dictionary, "M")?.as_string().unwrap_or_default()).is_none(), Deviation::NoSigningTime);
    note(dictionary.get("Cert").is_some(), Deviation::CertEntry);
    note(!bound, Deviation::NoSigningCertificate);
    let unsound = |finding: &SealFinding| finding.check() == SealCheck::Structure && finding.outcome != Outcome::Holds;
    note(findings.iter().any(unsound), Deviation::Structure);
    // EN 319 142-1, 6.2.1 a): a DER-encoded SignedData. BER is judged all the same: what is signed in it is DER.
    note(!cms.is_definite(), Deviation::ContentsNotDer);
    // RFC 5652, 5.4: the value is over the content itself. Then nothing binds the certificate, the time or the content type.
    note(cms.signers().iter().any(|signer| signer.attribute_types().is_none()), Deviation::NoSignedAttributes);
    let attributes: Vec<Oid> = cms.signers().iter().filter_map(|signer| signer.attribute_types()).flatten().collect();
    note(!attributes.contains(&oid::SIGNING_CERTIFICATE_V2), Deviation::NoSigningCertificateV2);
    for (oid, deviation) in FORBIDDEN {
        note(attributes.contains(&oid), deviation);
    }
    Ok(deviations)
}

/// How far the structure carries (EN 319 142-1, 6.3): whether the evidence in it convinces is told by the findings.
fn carried_level(
    signer: &Certificate,
    signature_stamps: &[Timestamp],
    archives: &[&SecurityStore],
    file: &File<'_, '_, '_>,
) -> Level {
    let stamped = signature_stamps.iter().any(|time| *time < signer.not_after()) || !archives.is_empty();
    if !stamped {
        return Level::BB;
    }
    if !file.store.has_revocation_data() {
        return Level::BT;
    }
    let archived = archives.iter().any(|store| store.has_revocation_data());
    if archived { Level::BLTA } else { Level::BLT }
}
