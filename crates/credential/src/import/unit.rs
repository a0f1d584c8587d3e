//! The unit of learning, as far as a credential tells it.

use signet_record::{
    AnnexItem, Assessment, AssessmentKind, Bilingual, CoursePart, Ects, EqfLevel, EscoSkill, EscoUri, Faculty,
    GradeStep, GradingScheme, Homepage, Hours, Institution, Language, LearningOutcome, Line, Mode, Nqf, NqfCode,
    OutcomeKind, Problem, Run, Sequence, Stacking, Supervision, TeachingLanguage, Unit, UnitFields, UnitId, UnitKind,
};

use crate::compose::{CONSECUTIVE, STAND_ALONE};
use crate::elm::{
    AssessmentSpecification, Concept, CreditPoint, GradingScheme as ElmGradingScheme, LearningAchievement,
    LearningActivity, LearningAssessment, LearningOutcome as ElmLearningOutcome, LearningSpecification, Node as _,
    Note, Organisation,
};
use crate::note_subject::NoteSubject;
use crate::record_code;
use crate::scheme_name;
use crate::vocabulary::Scheme;

use super::reader::{At, Reader, hours, identifier, noted, noted_words};
use super::{parts, quality};

pub(super) fn read(
    claim: LearningAchievement<'_>,
    institution: &Institution,
    run: Run,
    reader: &mut Reader,
) -> Option<Unit> {
    let claim = At::new(claim, "$.credentialSubject.hasClaim");
    let specification = claim.first(LearningAchievement::specified_by);
    let Some(unit) = specification else {
        reader.missing(&claim.path(LearningAchievement::specified_by), Some(AnnexItem::LearningOutcomes));
        return None;
    };
    let notes = claim.node.additional_note();
    let title = reader.words(&claim, LearningAchievement::title, Some(AnnexItem::Title));
    let (id, version) = named(&unit, title.as_ref(), reader);
    let path = claim.path(LearningAchievement::additional_note);
    let framework = noted(notes, NoteSubject::Framework, Language::Cs);
    let framework = reader.needed(&format!("{path} (framework)"), AnnexItem::FurtherInformation, framework);
    let framework = framework.and_then(|text| reader.flaw(&path, Line::new(text)));
    let legal_basis = noted_words(notes, NoteSubject::LegalBasis);
    let path = unit.path_within(LearningSpecification::credit_point, CreditPoint::point);
    let ects = unit.node.credit_point().first().and_then(|credit| credit.point().text());
    let ects = reader.made(&path, AnnexItem::Workload, ects, Ects::new);
    let path = unit.path(LearningSpecification::volume_of_learning);
    let workload = reader.made(&path, AnnexItem::Workload, hours(unit.node.volume_of_learning()), Hours::new);
    let level = unit.node.eqf_level().code(Scheme::Eqf).and_then(|code| code.parse().ok());
    let level = reader.made(&unit.path(LearningSpecification::eqf_level), AnnexItem::Level, level, EqfLevel::new);
    let field = unit.first(LearningSpecification::thematic_area);
    let field = reader.needed(&unit.path(LearningSpecification::thematic_area), AnnexItem::LearningOutcomes, field);
    let mode = unit.node.mode().code(Scheme::Mode);
    let mode = mode.and_then(|code| record_code::member(Mode::ALL, record_code::mode, code));
    let quality = quality::read(&claim, reader);
    let (quality, accreditations) = quality.map_or((None, None), |(one, more)| (Some(one), Some(more)));
    let proof = claim.first(LearningAchievement::proven_by);
    let proof = reader.needed(&claim.path(LearningAchievement::proven_by), AnnexItem::AssessmentType, proof);
    let homepage = unit.node.homepage().address();
    let kind = kind(&claim, &unit, reader)?;
    let fields = UnitFields {
        id: id?,
        version,
        title: title?,
        description: reader.maybe_words(&claim, LearningAchievement::description, None),
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
        mode: reader.needed(&unit.path(LearningSpecification::mode), AnnexItem::Participation, mode)?,
        assessments: assessments(proof.as_ref()?, reader),
        grading: grading(proof.as_ref()?, reader)?,
        supervision: supervision(proof.as_ref()?, reader)?,
        quality: quality?,
        prerequisites: unit
            .first(LearningSpecification::entry_requirement)
            .and_then(|note| reader.words(&note, Note::note_literal, Some(AnnexItem::Prerequisites))),
        stacking: stacking(claim.node),
        further_information: noted_words(unit.node.additional_note(), NoteSubject::FurtherInformation),
        homepage: homepage.and_then(|url| reader.flaw(&unit.path(LearningSpecification::homepage), Homepage::new(url))),
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
fn named(
    unit: &At<LearningSpecification<'_>>,
    title: Option<&Bilingual>,
    reader: &mut Reader,
) -> (Option<UnitId>, u32) {
    let path = unit.path(LearningSpecification::identifier);
    let given = identifier(unit.node.identifier(), scheme_name::UNIT).and_then(|named| named.rsplit_once('/'));
    let given = given.and_then(|(id, version)| Some((id, version.parse().ok()?)));
    if let Some((id, version)) = given {
        return (reader.flaw(&path, UnitId::new(id)), version);
    }
    let Some(title) = title else {
        return (None, 1);
    };
    let words = title.text(Language::En).to_lowercase();
    let words = words.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug: String = words.collect::<Vec<_>>().join("-").chars().take(60).collect();
    (reader.flaw(&path, UnitId::new(slug.trim_matches('-'))), 1)
}

fn kind(
    claim: &At<LearningAchievement<'_>>,
    unit: &At<LearningSpecification<'_>>,
    reader: &mut Reader,
) -> Option<UnitKind> {
    let programme = noted_words(claim.node.additional_note(), NoteSubject::Programme);
    let formal = unit.node.learning_setting().code(Scheme::LearningSetting) == Some(crate::FORMAL);
    let Some(programme) = programme.filter(|_| formal) else {
        return Some(UnitKind::LifelongLearning);
    };
    if let Some(code) = identifier(unit.node.identifier(), scheme_name::COURSE) {
        let path = unit.path(LearningSpecification::identifier);
        return Some(UnitKind::Course { code: reader.flaw(&path, Line::new(code))?, programme });
    }
    let order = noted(claim.node.additional_note(), NoteSubject::Sequence, Language::Cs);
    let sequence = if order == Some(CONSECUTIVE.cs) { Sequence::Consecutive } else { Sequence::Parallel };
    let courses = claim.all(LearningAchievement::has_part).into_iter().filter_map(|part| {
        let code = parts::course_code(part.node)?;
        Some((code, part.first(LearningAchievement::specified_by)?))
    });
    let parts: Vec<Option<CoursePart>> = courses.map(|(code, course)| course_part(code, &course, reader)).collect();
    Some(UnitKind::CourseSet { programme, sequence, parts: parts.into_iter().collect::<Option<_>>()? })
}

fn course_part(code: &str, course: &At<LearningSpecification<'_>>, reader: &mut Reader) -> Option<CoursePart> {
    let code = reader.flaw(&course.path(LearningSpecification::identifier), Line::new(code));
    let title = reader.words(course, LearningSpecification::title, Some(AnnexItem::Title));
    Some(CoursePart {
        code: code?,
        title: title?,
        ects: parts::credit(course, LearningSpecification::credit_point, reader)?,
    })
}

fn faculty(claim: &At<LearningAchievement<'_>>, reader: &mut Reader) -> Option<Faculty> {
    let directed = claim.first(LearningAchievement::influenced_by)?.first(LearningActivity::directed_by)?;
    Some(Faculty { name: reader.words(&directed, Organisation::legal_name, Some(AnnexItem::AwardingBody))? })
}

fn outcomes(unit: &At<LearningSpecification<'_>>, reader: &mut Reader) -> Vec<LearningOutcome> {
    let all = unit.all(LearningSpecification::learning_outcome);
    if all.is_empty() {
        reader.missing(&unit.path(LearningSpecification::learning_outcome), Some(AnnexItem::LearningOutcomes));
    }
    all.iter().filter_map(|outcome| learning_outcome(outcome, reader)).collect()
}

fn learning_outcome(outcome: &At<ElmLearningOutcome<'_>>, reader: &mut Reader) -> Option<LearningOutcome> {
    let item = AnnexItem::LearningOutcomes;
    let kind = match outcome.node.dc_type().code(Scheme::SkillType) {
        Some("knowledge") => OutcomeKind::Knowledge,
        None if outcome.node.additional_note().on(NoteSubject::Competence).next().is_some() => OutcomeKind::Competence,
        _ => OutcomeKind::Skill,
    };
    let text = reader.words(outcome, ElmLearningOutcome::title, Some(item))?;
    let skills = outcome.all(ElmLearningOutcome::related_esco_skill);
    let esco = skills.iter().filter_map(|skill| {
        let uri = reader.made(&skill.path, item, skill.node.id(), EscoUri::new);
        let label = reader.words(skill, Concept::pref_label, Some(item));
        Some(EscoSkill { uri: uri?, label: label? })
    });
    Some(LearningOutcome { kind, text, esco: esco.collect() })
}

fn nqf(unit: &At<LearningSpecification<'_>>, reader: &mut Reader) -> Option<Nqf> {
    let level = unit.first(LearningSpecification::nqf_level)?;
    let code = level.node.code(Scheme::Qdr)?;
    let label = quality::labelled(&level, Scheme::Qdr, code, reader);
    Some(Nqf { code: reader.flaw(&level.path, NqfCode::new(code))?, label: label? })
}

fn languages(unit: &At<LearningSpecification<'_>>, reader: &mut Reader) -> Vec<TeachingLanguage> {
    let all = unit.all(LearningSpecification::language);
    if all.is_empty() {
        reader.missing(&unit.path(LearningSpecification::language), Some(AnnexItem::Languages));
    }
    let codes = all.iter().filter_map(|one| Some((one, one.node.code(Scheme::Language)?)));
    codes.filter_map(|(one, code)| reader.flaw(&one.path, TeachingLanguage::new(code))).collect()
}

/// The parts of the assessment, or the assessment itself when it has none.
fn assessments(proof: &At<LearningAssessment<'_>>, reader: &mut Reader) -> Vec<Assessment> {
    let Some(whole) = proof.first(LearningAssessment::specified_by) else {
        let path = proof.path_within(LearningAssessment::specified_by, AssessmentSpecification::dc_type);
        reader.missing(&path, Some(AnnexItem::AssessmentType));
        return Vec::new();
    };
    let mut all = whole.all(AssessmentSpecification::has_part);
    if all.is_empty() {
        all.push(whole);
    }
    let graded = || proof.node.has_part().all().filter_map(|part| part.specified_by().first());
    let read = all.iter().enumerate().filter_map(|(index, part)| {
        let own_result = graded().any(|one| one.value().same(part.node.value()));
        let code = own_result.then(|| Line::new(&parts::assessment_code(index)).ok()).flatten();
        assessment(part, code, reader)
    });
    read.collect()
}

fn assessment(part: &At<AssessmentSpecification<'_>>, code: Option<Line>, reader: &mut Reader) -> Option<Assessment> {
    let item = AnnexItem::AssessmentType;
    let kind = part.node.dc_type().code(Scheme::Assessment);
    let kind = kind.and_then(|code| record_code::member(AssessmentKind::ALL, record_code::assessment, code));
    let kind = reader.needed(&part.path(AssessmentSpecification::dc_type), item, kind)?;
    let weight = noted(part.node.additional_note(), NoteSubject::Weight, Language::En);
    let weight_percent = weight.and_then(|text| text.trim_end_matches('%').trim().parse().ok());
    let description = reader.maybe_words(part, AssessmentSpecification::description, Some(item));
    Some(Assessment { kind, description, weight_percent, code })
}

/// The scale. Which of its steps are a pass a credential does not say: the one that was reached is, and those above it.
fn grading(proof: &At<LearningAssessment<'_>>, reader: &mut Reader) -> Option<GradingScheme> {
    let item = AnnexItem::Grade;
    let reached = parts::grade_code(proof.node)?;
    let specification = proof.first(LearningAssessment::specified_by);
    let scheme = specification.and_then(|specification| specification.first(AssessmentSpecification::grading_scheme));
    let path = proof.path_within(LearningAssessment::specified_by, AssessmentSpecification::grading_scheme);
    let scheme = reader.needed(&path, item, scheme)?;
    let title = reader.words(&scheme, ElmGradingScheme::title, Some(item));
    // Asked for what is wrong with it only: a text of the record has no lines, and its lines are what is read here.
    reader.words(&scheme, ElmGradingScheme::description, Some(item))?;
    let texts = scheme.node.description().first()?;
    let split = |language: Language| {
        let text = texts.exact(language.code())?;
        Some(text.rsplit_once('\n').unwrap_or(("", text)))
    };
    let ((words_cs, steps_cs), (words_en, steps_en)) = (split(Language::Cs)?, split(Language::En)?);
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
        reader.gap(&path, Some(item), Problem::NoPassingGrade);
    }
    let description = match (words_cs.is_empty(), words_en.is_empty()) {
        (false, false) => Some(reader.flaws(&path, Bilingual::new(words_cs, words_en))?),
        _ => None,
    };
    Some(GradingScheme { title: title?, description, grades })
}

fn supervision(proof: &At<LearningAssessment<'_>>, reader: &mut Reader) -> Option<Supervision> {
    let code = proof.node.id_verification().code(Scheme::Supervision);
    let found = code.and_then(|code| record_code::member(Supervision::ALL, record_code::supervision, code));
    reader.needed(&proof.path(LearningAssessment::id_verification), AnnexItem::Supervision, found)
}

fn stacking(claim: LearningAchievement<'_>) -> Stacking {
    let notes = claim.additional_note();
    let alone = noted(notes, NoteSubject::Stacking, Language::Cs) == Some(STAND_ALONE.cs);
    match noted_words(notes, NoteSubject::Stacking).filter(|_| !alone) {
        Some(note) => Stacking::Towards { note },
        None => Stacking::StandAlone,
    }
}
