//! Accreditations.

use signet_record::{
    AnnexItem, Bilingual, CredentialType, EqfLevel, Homepage, IscedCode, IscedField, Jurisdiction, JurisdictionCode,
    Language, Line, QualityAssurance, QualityKind,
};

use crate::elm::{Accreditation, AwardingProcess, Concept, LearningAchievement, LearningSpecification, Organisation};
use crate::record_code;
use crate::vocabulary::Scheme;

use super::reader::{At, Reader, country};

const ITEM: AnnexItem = AnnexItem::QualityAssurance;

/// All of the awarding body, then all of the unit. The first is the unit's main one.
pub(super) fn read(
    claim: &At<LearningAchievement<'_>>,
    reader: &mut Reader,
) -> Option<(QualityAssurance, Vec<QualityAssurance>)> {
    let process = claim.first(LearningAchievement::awarded_by);
    let body = process.and_then(|process| process.first(AwardingProcess::awarding_body));
    let mut all = body.map_or_else(Vec::new, |body| body.all(Organisation::accreditation));
    if let Some(unit) = claim.first(LearningAchievement::specified_by) {
        all.extend(unit.all(LearningSpecification::accreditation));
    }
    if all.is_empty() {
        let path = claim.path_within(LearningAchievement::specified_by, LearningSpecification::accreditation);
        reader.missing(&path, Some(ITEM));
        return None;
    }
    let read: Vec<Option<QualityAssurance>> = all.iter().map(|one| accreditation(one, reader)).collect();
    let mut read = read.into_iter().collect::<Option<Vec<_>>>()?.into_iter();
    Some((read.next()?, read.collect()))
}

fn accreditation(at: &At<Accreditation<'_>>, reader: &mut Reader) -> Option<QualityAssurance> {
    let kind = at.node.dc_type().code(Scheme::Accreditation);
    let kind = kind.and_then(|code| record_code::member(QualityKind::ALL, record_code::quality, code));
    let kind = reader.needed(&at.path(Accreditation::dc_type), ITEM, kind);
    let agent = at.first(Accreditation::accrediting_agent);
    let agent = reader.needed(&at.path(Accreditation::accrediting_agent), ITEM, agent)?;
    let body = reader.words(&agent, Organisation::legal_name, Some(ITEM));
    let place = agent.first(Organisation::location);
    let body_country = country(reader, place.as_ref(), &agent.path(Organisation::location));
    let label = at.node.decision().first().and_then(|decision| decision.pref_label().best(Language::Cs));
    let decision = reader.made(&at.path(Accreditation::decision), ITEM, label, Line::new);
    let report = at.node.report().address();
    let report = report.and_then(|url| reader.flaw(&at.path(Accreditation::report), Homepage::new(url)));
    let fields = at.all(Accreditation::limit_field);
    let fields: Vec<Option<IscedField>> = fields.iter().map(|field| isced(field, reader)).collect();
    let levels = at.node.limit_eqf_level().all();
    let levels = levels.filter_map(|level| EqfLevel::new(level.code(Scheme::Eqf)?.parse().ok()?).ok());
    let types = at.node.limit_credential_type().all().filter_map(|one| {
        let code = one.code(Scheme::Credential)?;
        record_code::member(CredentialType::ALL, record_code::credential_type, code)
    });
    Some(QualityAssurance {
        kind: kind?,
        body: body?,
        body_country: body_country?,
        decision: decision?,
        issued: at.node.date_issued().day(),
        expires: at.node.expiry_date().day(),
        report,
        review: at.node.review_date().day(),
        fields: fields.into_iter().collect::<Option<_>>()?,
        levels: levels.collect(),
        jurisdictions: jurisdictions(&at.all(Accreditation::limit_jurisdiction), reader),
        credential_types: types.collect(),
    })
}

/// A field of ISCED-F with the label the credential gives it.
pub(super) fn isced(at: &At<Concept<'_>>, reader: &mut Reader) -> Option<IscedField> {
    let found = at.node.code(Scheme::IscedF);
    let found = reader.needed(&at.path, AnnexItem::LearningOutcomes, found)?;
    let label = labelled(at, Scheme::IscedF, found, reader);
    Some(IscedField { code: reader.flaw(&at.path, IscedCode::new(found))?, label: label? })
}

/// The label of a concept in both languages: its own, else that of our list.
pub(super) fn labelled(at: &At<Concept<'_>>, scheme: Scheme, code: &str, reader: &mut Reader) -> Option<Bilingual> {
    match scheme.label(code) {
        Some(label) => reader.flaws(&at.path, Bilingual::new(label.cs, label.en)),
        None => reader.words(at, Concept::pref_label, None),
    }
}

pub(super) fn jurisdictions(all: &[At<Concept<'_>>], reader: &mut Reader) -> Vec<Jurisdiction> {
    let read = all.iter().filter_map(|one| {
        let found = one.node.code(Scheme::AdministrativeUnit)?;
        let label = labelled(one, Scheme::AdministrativeUnit, found, reader)?;
        Some(Jurisdiction { code: reader.flaw(&one.path, JurisdictionCode::new(found))?, label })
    });
    read.collect()
}
