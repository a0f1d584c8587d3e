//! The unit of learning, as far as a credential tells it.

use signet_record::{
    AnnexItem, Assessment, AssessmentKind, Bilingual, CoursePart, Ects, EqfLevel, EscoSkill, EscoUri, Faculty,
    GradeStep, GradingScheme, Homepage, Hours, Institution, Language, LearningOutcome, Line, Mode, Nqf, NqfCode,
    OutcomeKind, Problem, Run, Sequence, Stacking, Supervision, TeachingLanguage, Unit, UnitFields, UnitId, UnitKind,
};

use crate::compose::{phrases, words};
use crate::json::Value;
use crate::scheme_name;
use crate::view::Subject;
use crate::vocabulary::Scheme;

use super::reader::{At, Reader, hours, identifier, noted};
use super::{parts, quality};

pub(super) fn read(claim: Value<'_>, institution: &Institution, run: Run, reader: &mut Reader) -> Option<Unit> {
    let claim = At::new(claim, "$.credentialSubject.hasClaim");
    let specification = claim.first("specifiedBy");
    let Some(unit) = specification else {
        reader.missing(&claim.path("specifiedBy"), Some(AnnexItem::LearningOutcomes));
        return None;
    };
    let title = reader.words(&claim, "title", Some(AnnexItem::Title));
    let (id, version) = named(&unit, title.as_ref(), reader);
    let framework = noted(claim.value, Subject::Framework).and_then(|note| note.text(Language::Cs));
    let framework = reader.needed(
        &format!("{} (framework)", claim.path("additionalNote")),
        AnnexItem::FurtherInformation,
        framework,
    );
    let framework = framework.and_then(|text| reader.flaw(&claim.path("additionalNote"), Line::new(text)));
    let legal_basis = noted(claim.value, Subject::LegalBasis).and_then(|note| note.words());
    let ects = unit.first("creditPoint").and_then(|credit| credit.value.string("point"));
    let ects = reader.needed(&unit.path("creditPoint.point"), AnnexItem::Workload, ects);
    let ects = ects.and_then(|points| reader.flaw(&unit.path("creditPoint.point"), Ects::new(points)));
    let volume = unit.path("volumeOfLearning");
    let workload = reader.needed(&volume, AnnexItem::Workload, hours(unit.value, "volumeOfLearning"));
    let workload = workload.and_then(|hours| reader.flaw(&volume, Hours::new(hours)));
    let level = unit.code("eqfLevel", Scheme::Eqf).and_then(|code| code.parse().ok());
    let level = reader.needed(&unit.path("eqfLevel"), AnnexItem::Level, level);
    let level = level.and_then(|level| reader.flaw(&unit.path("eqfLevel"), EqfLevel::new(level)));
    let field = unit.first("thematicArea");
    let field = reader.needed(&unit.path("thematicArea"), AnnexItem::LearningOutcomes, field);
    let mode = unit.code("mode", Scheme::Mode);
    let mode = mode.and_then(|code| Mode::ALL.iter().find(|mode| words::mode(**mode) == code).copied());
    let quality = quality::read(&claim, reader);
    let (quality, accreditations) = quality.map_or((None, None), |(one, more)| (Some(one), Some(more)));
    let proof = claim.first("provenBy");
    let proof = reader.needed(&claim.path("provenBy"), AnnexItem::AssessmentType, proof);
    let homepage = unit.first("homepage").and_then(|page| page.value.string("contentURL"));
    let kind = kind(&claim, &unit, reader)?;
    let fields = UnitFields {
        id: id?,
        version,
        title: title?,
        description: reader.maybe_words(&claim, "description", None),
        faculty: faculty(&claim, reader),
        legal_basis: legal_basis.filter(|basis| Some(basis) != kind.legal_basis_in(institution)),
        kind,
        framework: framework?,
        outcomes: outcomes(&unit, reader),
        ects: ects?,
        hours: workload?,
        eqf: level?,
        nqf: nqf(&unit, reader),
        isced: quality::isced(&field?, reader)?,
        languages: languages(&unit, reader),
        mode: reader.needed(&unit.path("mode"), AnnexItem::Participation, mode)?,
        assessments: assessments(proof.as_ref()?, reader),
        grading: grading(proof.as_ref()?, reader)?,
        supervision: supervision(proof.as_ref()?, reader)?,
        quality: quality?,
        prerequisites: unit
            .first("entryRequirement")
            .and_then(|note| note.note(reader, Some(AnnexItem::Prerequisites))),
        stacking: stacking(claim.value),
        further_information: noted(unit.value, Subject::FurtherInformation).and_then(|note| note.words()),
        homepage: homepage.and_then(|url| reader.flaw(&unit.path("homepage"), Homepage::new(url))),
        accreditations: accreditations?,
        components: parts::components(&claim, institution, reader),
        activities: parts::activities(&claim, &run, reader),
        entitlements: parts::entitlements(&claim, reader),
        documents: parts::documents(&claim, reader),
        runs: vec![run],
    };
    reader.flaws(&unit.path, Unit::new(fields))
}

/// The id the credential gives it; else one made of its English title.
fn named(unit: &At<'_>, title: Option<&Bilingual>, reader: &mut Reader) -> (Option<UnitId>, u32) {
    let given = identifier(unit.value, scheme_name::UNIT).and_then(|named| named.rsplit_once('/'));
    let given = given.and_then(|(id, version)| Some((id, version.parse().ok()?)));
    if let Some((id, version)) = given {
        return (reader.flaw(&unit.path("identifier"), UnitId::new(id)), version);
    }
    let Some(title) = title else {
        return (None, 1);
    };
    let words = title.text(Language::En).to_lowercase();
    let words = words.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug: String = words.collect::<Vec<_>>().join("-").chars().take(60).collect();
    (reader.flaw(&unit.path("identifier"), UnitId::new(slug.trim_matches('-'))), 1)
}

fn kind(claim: &At<'_>, unit: &At<'_>, reader: &mut Reader) -> Option<UnitKind> {
    let programme = noted(claim.value, Subject::Programme).and_then(|note| note.words());
    let formal = unit.code("learningSetting", Scheme::LearningSetting) == Some(crate::FORMAL);
    let Some(programme) = programme.filter(|_| formal) else {
        return Some(UnitKind::LifelongLearning);
    };
    if let Some(code) = identifier(unit.value, "Course code") {
        return Some(UnitKind::Course { code: reader.flaw(&unit.path("identifier"), Line::new(code))?, programme });
    }
    let order = noted(claim.value, Subject::Sequence).and_then(|note| note.text(Language::Cs));
    let sequence = if order == Some(phrases::CONSECUTIVE.cs) { Sequence::Consecutive } else { Sequence::Parallel };
    let courses = claim.all("hasPart").into_iter().filter_map(|part| part.first("specifiedBy"));
    let courses: Vec<At<'_>> = courses.filter(|one| identifier(one.value, "Course code").is_some()).collect();
    let parts: Vec<Option<CoursePart>> = courses.iter().map(|course| course_part(course, reader)).collect();
    Some(UnitKind::CourseSet { programme, sequence, parts: parts.into_iter().collect::<Option<_>>()? })
}

fn course_part(course: &At<'_>, reader: &mut Reader) -> Option<CoursePart> {
    let code = identifier(course.value, "Course code").unwrap_or_default();
    let code = reader.flaw(&course.path("identifier"), Line::new(code));
    let title = reader.words(course, "title", Some(AnnexItem::Title));
    Some(CoursePart { code: code?, title: title?, ects: parts::credit(course, "creditPoint", reader)? })
}

fn faculty(claim: &At<'_>, reader: &mut Reader) -> Option<Faculty> {
    let directed = claim.first("influencedBy")?.first("directedBy")?;
    Some(Faculty { name: reader.words(&directed, "legalName", Some(AnnexItem::AwardingBody))? })
}

fn outcomes(unit: &At<'_>, reader: &mut Reader) -> Vec<LearningOutcome> {
    let all = unit.all("learningOutcome");
    if all.is_empty() {
        reader.missing(&unit.path("learningOutcome"), Some(AnnexItem::LearningOutcomes));
    }
    all.iter().filter_map(|outcome| learning_outcome(outcome, reader)).collect()
}

fn learning_outcome(outcome: &At<'_>, reader: &mut Reader) -> Option<LearningOutcome> {
    let kind = match outcome.code("dcType", Scheme::SkillType) {
        Some("knowledge") => OutcomeKind::Knowledge,
        None if noted(outcome.value, Subject::Competence).is_some() => OutcomeKind::Competence,
        _ => OutcomeKind::Skill,
    };
    let text = reader.words(outcome, "title", Some(AnnexItem::LearningOutcomes))?;
    let skills = outcome.all("relatedESCOSkill");
    let esco = skills.iter().filter_map(|skill| {
        let uri = reader.flaw(&skill.path, EscoUri::new(skill.value.string("id").unwrap_or_default()));
        let label = reader.words(skill, "prefLabel", Some(AnnexItem::LearningOutcomes));
        Some(EscoSkill { uri: uri?, label: label? })
    });
    Some(LearningOutcome { kind, text, esco: esco.collect() })
}

fn nqf(unit: &At<'_>, reader: &mut Reader) -> Option<Nqf> {
    let level = unit.first("nqfLevel")?;
    let code = super::reader::code(level.value, Scheme::Qdr)?;
    let label = quality::labelled(&level, Scheme::Qdr, code, reader);
    Some(Nqf { code: reader.flaw(&level.path, NqfCode::new(code))?, label: label? })
}

fn languages(unit: &At<'_>, reader: &mut Reader) -> Vec<TeachingLanguage> {
    let all = unit.all("language");
    if all.is_empty() {
        reader.missing(&unit.path("language"), Some(AnnexItem::Languages));
    }
    let codes = all.iter().filter_map(|one| Some((one, super::reader::code(one.value, Scheme::Language)?)));
    codes.filter_map(|(one, code)| reader.flaw(&one.path, TeachingLanguage::new(code))).collect()
}

/// The parts of the assessment, or the assessment itself when it has none.
fn assessments(proof: &At<'_>, reader: &mut Reader) -> Vec<Assessment> {
    let Some(whole) = proof.first("specifiedBy") else {
        reader.missing(&proof.path("specifiedBy.dcType"), Some(AnnexItem::AssessmentType));
        return Vec::new();
    };
    let mut all = whole.all("hasPart");
    if all.is_empty() {
        all.push(whole);
    }
    let graded: Vec<Value<'_>> = proof.value.all("hasPart").filter_map(|part| part.first("specifiedBy")).collect();
    let read = all.iter().enumerate().filter_map(|(index, part)| {
        let own_result = graded.iter().any(|one| one.same(part.value));
        let code = own_result.then(|| Line::new(&parts::assessment_code(index)).ok()).flatten();
        assessment(part, code, reader)
    });
    read.collect()
}

fn assessment(part: &At<'_>, code: Option<Line>, reader: &mut Reader) -> Option<Assessment> {
    let kind = part.code("dcType", Scheme::Assessment);
    let kind = kind.and_then(|code| AssessmentKind::ALL.iter().find(|kind| words::assessment(**kind) == code));
    let kind = *reader.needed(&part.path("dcType"), AnnexItem::AssessmentType, kind)?;
    let weight = noted(part.value, Subject::Weight).and_then(|note| note.text(Language::En));
    let weight_percent = weight.and_then(|text| text.trim_end_matches('%').trim().parse().ok());
    let description = reader.maybe_words(part, "description", Some(AnnexItem::AssessmentType));
    Some(Assessment { kind, description, weight_percent, code })
}

/// The scale. Which of its steps are a pass a credential does not say: the one that was reached is, and those above it.
fn grading(proof: &At<'_>, reader: &mut Reader) -> Option<GradingScheme> {
    let reached = parts::grade_code(proof)?;
    let scheme = proof.first("specifiedBy").and_then(|specification| specification.first("gradingScheme"));
    let path = proof.path("specifiedBy.gradingScheme");
    let scheme = reader.needed(&path, AnnexItem::Grade, scheme)?;
    let title = reader.words(&scheme, "title", Some(AnnexItem::Grade));
    // As it stands in the credential: a text of the record has no lines.
    reader.words(&scheme, "description", Some(AnnexItem::Grade))?;
    let texts = scheme.value.first("description");
    let split = |language: Language| {
        let text = texts.and_then(|texts| crate::view::exact(texts, language.code())).unwrap_or_default();
        text.rsplit_once('\n').unwrap_or(("", text))
    };
    let ((words_cs, steps_cs), (words_en, steps_en)) = (split(Language::Cs), split(Language::En));
    let mut grades = Vec::new();
    let mut passing = true;
    for (cs, en) in steps_cs.split("; ").zip(steps_en.split("; ")) {
        let (code, label_cs) = cs.split_once(" – ").unwrap_or((cs, cs));
        let label_en = en.split_once(" – ").map_or(en, |(_, label)| label);
        let label = reader.flaws(&path, Bilingual::new(label_cs, label_en))?;
        grades.push(GradeStep { code: reader.flaw(&path, Line::new(code))?, label, passing });
        passing &= code != reached;
    }
    if passing {
        reader.gap(&path, Some(AnnexItem::Grade), Problem::NoPassingGrade);
    }
    let description = match (words_cs.is_empty(), words_en.is_empty()) {
        (false, false) => Some(reader.flaws(&path, Bilingual::new(words_cs, words_en))?),
        _ => None,
    };
    Some(GradingScheme { title: title?, description, grades })
}

fn supervision(proof: &At<'_>, reader: &mut Reader) -> Option<Supervision> {
    let code = proof.code("idVerification", Scheme::Supervision);
    let found = code.and_then(|code| Supervision::ALL.iter().find(|one| words::supervision(**one) == code));
    reader.needed(&proof.path("idVerification"), AnnexItem::Supervision, found.copied())
}

fn stacking(claim: Value<'_>) -> Stacking {
    let note = noted(claim, Subject::Stacking);
    let alone = note.and_then(|note| note.text(Language::Cs)) == Some(phrases::STAND_ALONE.cs);
    match note.filter(|_| !alone).and_then(|note| note.words()) {
        Some(note) => Stacking::Towards { note },
        None => Stacking::StandAlone,
    }
}
