//! Accreditations.

use signet_record::{
    AnnexItem, Bilingual, CredentialType, EqfLevel, Homepage, IscedCode, IscedField, Jurisdiction, JurisdictionCode,
    Line, QualityAssurance, QualityKind,
};

use crate::compose::words;
use crate::vocabulary::Scheme;

use super::reader::{At, Reader, code, country, maybe_day};

const ITEM: AnnexItem = AnnexItem::QualityAssurance;

/// All of the awarding body, then all of the unit. The first is the unit's main one.
pub(super) fn read(claim: &At<'_>, reader: &mut Reader) -> Option<(QualityAssurance, Vec<QualityAssurance>)> {
    let body = claim.first("awardedBy").and_then(|process| process.first("awardingBody"));
    let owners = [body, claim.first("specifiedBy")];
    let all: Vec<At<'_>> = owners.into_iter().flatten().flat_map(|owner| owner.all("accreditation")).collect();
    if all.is_empty() {
        reader.missing(&claim.path("specifiedBy.accreditation"), Some(ITEM));
        return None;
    }
    let read: Vec<Option<QualityAssurance>> = all.iter().map(|one| accreditation(one, reader)).collect();
    let mut read = read.into_iter().collect::<Option<Vec<_>>>()?.into_iter();
    Some((read.next()?, read.collect()))
}

fn accreditation(at: &At<'_>, reader: &mut Reader) -> Option<QualityAssurance> {
    let kind = at.code("dcType", Scheme::Accreditation);
    let kind = kind.and_then(|code| QualityKind::ALL.iter().find(|kind| words::quality(**kind) == code));
    let kind = reader.needed(&at.path("dcType"), ITEM, kind.copied());
    let agent = at.first("accreditingAgent");
    let agent = reader.needed(&at.path("accreditingAgent"), ITEM, agent)?;
    let body = reader.words(&agent, "legalName", Some(ITEM));
    let body_country = country(reader, &agent, "location");
    let decision = at.first("decision");
    let label = decision.as_ref().and_then(|decision| decision.value.first("prefLabel"));
    let label = label.and_then(|label| crate::view::best(label, signet_record::Language::Cs));
    let label = reader.needed(&at.path("decision"), ITEM, label);
    let decision = label.and_then(|label| reader.flaw(&at.path("decision"), Line::new(label)));
    let report = at.first("report").and_then(|report| report.value.string("contentURL"));
    let report = report.and_then(|url| reader.flaw(&at.path("report"), Homepage::new(url)));
    let fields: Vec<Option<IscedField>> = at.all("limitField").iter().map(|field| isced(field, reader)).collect();
    let levels = at
        .all("limitEQFLevel")
        .into_iter()
        .filter_map(|level| EqfLevel::new(code(level.value, Scheme::Eqf)?.parse().ok()?).ok());
    let types = at.all("limitCredentialType").into_iter().filter_map(|one| {
        let code = code(one.value, Scheme::Credential)?;
        CredentialType::ALL.iter().find(|kind| words::credential_type(**kind) == code).copied()
    });
    Some(QualityAssurance {
        kind: kind?,
        body: body?,
        body_country: body_country?,
        decision: decision?,
        issued: maybe_day(at, "dateIssued"),
        expires: maybe_day(at, "expiryDate"),
        report,
        review: maybe_day(at, "reviewDate"),
        fields: fields.into_iter().collect::<Option<_>>()?,
        levels: levels.collect(),
        jurisdictions: jurisdictions(at, reader),
        credential_types: types.collect(),
    })
}

/// A field of ISCED-F with the label the credential gives it.
pub(super) fn isced(at: &At<'_>, reader: &mut Reader) -> Option<IscedField> {
    let found = code(at.value, Scheme::IscedF);
    let found = reader.needed(&at.path, AnnexItem::LearningOutcomes, found)?;
    let label = labelled(at, Scheme::IscedF, found, reader);
    Some(IscedField { code: reader.flaw(&at.path, IscedCode::new(found))?, label: label? })
}

/// The label of a concept in both languages: its own, else that of our list.
pub(super) fn labelled(at: &At<'_>, scheme: Scheme, code: &str, reader: &mut Reader) -> Option<Bilingual> {
    match scheme.label(code) {
        Some(label) => reader.flaws(&at.path, Bilingual::new(label.cs, label.en)),
        None => reader.words(at, "prefLabel", None),
    }
}

pub(super) fn jurisdictions(at: &At<'_>, reader: &mut Reader) -> Vec<Jurisdiction> {
    let all = at.all("limitJurisdiction");
    let read = all.iter().filter_map(|one| {
        let found = code(one.value, Scheme::AdministrativeUnit)?;
        let label = labelled(one, Scheme::AdministrativeUnit, found, reader)?;
        Some(Jurisdiction { code: reader.flaw(&one.path, JurisdictionCode::new(found))?, label })
    });
    read.collect()
}
