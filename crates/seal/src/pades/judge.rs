//! The verdict over the seals of a PDF (EN 319 142-1; EN 319 102-1, 5.3 and 5.5, as far as the file and the anchors reach).

use super::byte_range::{self, Covered, RangeFault};
use super::changes::{self, Changes};
use super::field::{self, Field, Kind};
use super::pdf::{Dictionary, Object, Pdf, View};
use super::{ReadError, date};
use crate::asn1::{Oid, oid};
use crate::cms::{Content, Judged, SignedData};
use crate::stamp::Token;
use crate::verdict::{Draft, Proofs, baseline};
use crate::{Anchors, Certificate, Finding, Indication, Level, Outcome, SealCheck, SealReport};
use jiff::Timestamp;

/// More signature fields with a value are refused.
const MAX_SEALS: usize = 32;
/// Signed attributes that a PAdES baseline signature must not have (EN 319 142-1, 6.3).
const FORBIDDEN: [(Oid, &str); 5] = [
    (oid::SIGNING_TIME, "signing-time-attribute"),
    (oid::CONTENT_IDENTIFIER, "content-identifier-attribute"),
    (oid::CONTENT_HINTS, "content-hints-attribute"),
    (oid::MIME_TYPE, "mime-type-attribute"),
    (oid::SIGNER_LOCATION, "signer-location-attribute"),
];

/// A signature field with what its byte range covers.
struct Mark<'p, 'a> {
    field: Field,
    covered: Result<Covered<'p, 'a>, RangeFault>,
}

/// Judges every seal of a PDF at the time `at`, in the order of the form; document time-stamps count for the seals they
/// cover. An empty list means that the PDF bears no seal. Nothing outside the file is consulted: revocation and
/// qualification stay open.
///
/// # Errors
/// [`ReadError`] if the file is no PDF that can be read.
pub fn judge(pdf: &[u8], anchors: &Anchors, at: Timestamp) -> Result<Vec<SealReport>, ReadError> {
    let pdf = Pdf::read(pdf)?;
    let fields = field::find(pdf.newest())?;
    if fields.len() > MAX_SEALS {
        return Err(ReadError::Limit { what: "seals of a PDF file", limit: MAX_SEALS });
    }
    let marks: Vec<Mark<'_, '_>> = fields
        .into_iter()
        .map(|field| byte_range::check(&pdf, &field).map(|covered| Mark { field, covered }))
        .collect::<Result<_, _>>()?;
    let (seals, stamps): (Vec<_>, Vec<_>) = marks.iter().partition(|mark| mark.field.kind == Kind::Seal);
    seals.into_iter().map(|seal| one(&pdf, seal, &stamps, anchors, at)).collect()
}

fn one(
    pdf: &Pdf<'_>,
    mark: &Mark<'_, '_>,
    stamps: &[&Mark<'_, '_>],
    anchors: &Anchors,
    at: Timestamp,
) -> Result<SealReport, ReadError> {
    let view = pdf.newest();
    let dictionary = &mark.field.value;
    let claimed_time = date::read(view.get(dictionary, "M")?.as_string().unwrap_or_default());
    let Ok(cms) = signed_data(dictionary) else {
        let not_read = Finding::fails(SealCheck::Structure, Indication::FormatFailure).with("reason", "no CMS message");
        let findings = vec![not_read, range_finding(&mark.covered)];
        let draft = Draft { findings, signer: None, scheme: None, claimed_time, level: Level::NotBaseline };
        return Ok(draft.conclude(Proofs::new(anchors, &[], at), at));
    };
    let mut findings = vec![range_finding(&mark.covered)];
    let Judged { findings: judged, signer, scheme } = match &mark.covered {
        Ok(covered) => {
            findings.push(changes_finding(&changes::since(covered.revision)?));
            cms.judge(Content::Detached(&covered.message()), oid::ID_DATA)
        }
        Err(_) => {
            let unknown = Finding::not(SealCheck::Integrity, Indication::SignedDataNotFound);
            Judged { findings: vec![unknown], signer: None, scheme: None }
        }
    };
    findings.extend(judged);
    let mut proofs = Proofs::new(anchors, cms.certificates(), at);
    let (signature_stamps, archives) = stamp(mark, stamps, &cms, &mut proofs)?;
    let bound = |finding: &Finding| finding.check == SealCheck::SignerIdentified && finding.outcome == Outcome::Holds;
    let deviations = deviations(view, dictionary, &cms, findings.iter().any(bound), &findings)?;
    let level = match &signer {
        Some(signer) if deviations.is_empty() => level(view, signer, &signature_stamps, &archives)?,
        _ => Level::NotBaseline,
    };
    findings.push(baseline(level, &deviations));
    Ok(Draft { findings, signer, scheme, claimed_time, level }.conclude(proofs, at))
}

/// The CMS message of a signature dictionary; nothing but zeros may follow it in the reserved place.
fn signed_data(dictionary: &Dictionary) -> Result<SignedData, crate::cms::CmsError> {
    SignedData::from_padded(dictionary.get("Contents").and_then(Object::as_string).unwrap_or_default())
}

fn range_finding(covered: &Result<Covered<'_, '_>, RangeFault>) -> Finding {
    match covered {
        Ok(covered) => Finding::holds(SealCheck::ByteRange).with("bytes", covered.end().to_string()),
        Err(fault) => Finding::fails(SealCheck::ByteRange, Indication::FormatFailure).with("reason", fault.to_string()),
    }
}

fn changes_finding(changes: &Changes) -> Finding {
    let holds = Finding::holds(SealCheck::ChangesAfter);
    match changes {
        Changes::None => holds.with("changes", "none"),
        Changes::Evidence { seals: false } => holds.with("changes", "evidence"),
        Changes::Evidence { seals: true } => holds.with("changes", "seals"),
        Changes::Metadata { object } => {
            Finding::not_checked(SealCheck::ChangesAfter).with("changes", "metadata").with("object", object.to_string())
        }
        Changes::Content { what, object } => Finding::fails(SealCheck::ChangesAfter, Indication::FormatFailure)
            .with("changes", "content")
            .with("what", *what)
            .with("object", object.to_string()),
    }
}

/// Judges the stamps over a seal, the newest first: document time-stamps that cover it, then those inside its message.
/// Returns the times of both as far as they are intact; for document time-stamps also what they cover.
fn stamp<'m, 'p, 'a>(
    mark: &Mark<'p, 'a>,
    stamps: &[&'m Mark<'p, 'a>],
    cms: &SignedData,
    proofs: &mut Proofs<'_>,
) -> Result<(Vec<Timestamp>, Vec<&'m Covered<'p, 'a>>), ReadError> {
    let end = mark.covered.as_ref().map_or(usize::MAX, Covered::end);
    let mut covering: Vec<(&Field, &Covered<'_, '_>)> = stamps
        .iter()
        .filter_map(|stamp| stamp.covered.as_ref().ok().map(|covered| (&stamp.field, covered)))
        .filter(|(_, covered)| covered.end() > end)
        .collect();
    covering.sort_by_key(|(_, covered)| std::cmp::Reverse(covered.end()));
    let mut archives = Vec::new();
    for (field, covered) in covering {
        let contents = field.value.get("Contents").and_then(Object::as_string).unwrap_or_default();
        if proofs.add(SealCheck::ArchiveStamp, Token::from_padded(contents), &covered.message()).is_some() {
            archives.push(covered);
        }
        proofs.seal_off();
        if let Changes::Content { what, object } = changes::since(covered.revision)? {
            let changed = Finding::fails(SealCheck::ArchiveStamp, Indication::FormatFailure);
            proofs.refuse(changed.with("what", what).with("object", object.to_string()));
        }
    }
    for broken in stamps.iter().filter_map(|stamp| stamp.covered.as_ref().err()) {
        let fails = Finding::fails(SealCheck::ArchiveStamp, Indication::FormatFailure);
        proofs.refuse(fails.with("reason", broken.to_string()));
    }
    let mut times = Vec::new();
    for signer in cms.signers() {
        for token in signer.unsigned(oid::SIGNATURE_TIME_STAMP) {
            times.extend(proofs.add(SealCheck::SignatureStamp, Token::from_der(token), &[signer.signature()]));
        }
    }
    Ok((times, archives))
}

/// Rules of the baseline profile that the seal breaks (EN 319 142-1, 6.3).
fn deviations(
    view: View<'_, '_>,
    dictionary: &Dictionary,
    cms: &SignedData,
    bound: bool,
    findings: &[Finding],
) -> Result<Vec<&'static str>, ReadError> {
    let mut deviations = Vec::new();
    let mut note = |broken: bool, code| deviations.extend(broken.then_some(code));
    note(!dictionary.is_name("SubFilter", "ETSI.CAdES.detached"), "sub-filter");
    note(date::read(view.get(dictionary, "M")?.as_string().unwrap_or_default()).is_none(), "no-signing-time");
    note(dictionary.get("Cert").is_some(), "cert-entry");
    note(!bound, "no-signing-certificate");
    let unsound = |finding: &Finding| finding.check == SealCheck::Structure && finding.outcome != Outcome::Holds;
    note(findings.iter().any(unsound), "structure");
    let attributes: Vec<Oid> = cms.signers().iter().filter_map(|signer| signer.attribute_types()).flatten().collect();
    note(!attributes.contains(&oid::SIGNING_CERTIFICATE_V2), "no-signing-certificate-v2");
    for (oid, code) in FORBIDDEN {
        note(attributes.contains(&oid), code);
    }
    Ok(deviations)
}

/// The level that the structure reaches (EN 319 142-1, 6.3): whether the evidence in it convinces is told by the other findings.
fn level(
    view: View<'_, '_>,
    signer: &Certificate,
    signature_stamps: &[Timestamp],
    archives: &[&Covered<'_, '_>],
) -> Result<Level, ReadError> {
    let stamped = signature_stamps.iter().any(|time| *time < signer.not_after()) || !archives.is_empty();
    if !stamped {
        return Ok(Level::BB);
    }
    if !has_revocation_data(view)? {
        return Ok(Level::BT);
    }
    for covered in archives {
        if has_revocation_data(covered.revision)? {
            return Ok(Level::BLTA);
        }
    }
    Ok(Level::BLT)
}

/// Whether the document security store of a revision holds revocation data (EN 319 142-1, 5.4.2).
fn has_revocation_data(view: View<'_, '_>) -> Result<bool, ReadError> {
    let (_, catalog) = view.catalog()?;
    let Object::Dictionary(store) = view.get(&catalog, "DSS")? else { return Ok(false) };
    for key in ["OCSPs", "CRLs"] {
        if view.get(&store, key)?.as_array().is_some_and(|list| !list.is_empty()) {
            return Ok(true);
        }
    }
    Ok(false)
}
