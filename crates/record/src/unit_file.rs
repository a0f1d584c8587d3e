//! Units of learning as TOML files. The format is described in docs/formats.md;
//! docs/examples/unit.toml explains every field.

mod additions;

use toml::de::DeValue;

use crate::{
    Assessment, AssessmentKind, Complaint, Country, CoursePart, CredentialType, Ects, EqfLevel, EscoSkill, EscoUri,
    Faculty, Flaw, Flaws, GradeStep, GradingScheme, Homepage, Hours, IscedCode, IscedField, LearningOutcome, Line,
    Mode, Nqf, NqfCode, OutcomeKind, Problem, QualityAssurance, QualityKind, Run, RunFields, RunId, Sequence, Stacking,
    Supervision, TeachingLanguage, Unit, UnitFields, UnitId, UnitKind,
    code::unknown,
    toml_table::{self, Table, boolean, date, decimal, integer, text},
};

pub use crate::toml_table::BYTES_MAX;

/// Reads a unit file, UTF-8, at most 512 KiB.
///
/// # Errors
/// Everything that is wrong, in the order of lines.
pub fn parse(bytes: &[u8]) -> Result<Unit, Vec<Complaint>> {
    toml_table::parse(bytes, fields, Unit::new)
}

/// A value made from a text by `new`.
fn from_text<T>(new: impl Fn(&str) -> Result<T, Flaw>) -> impl Fn(&DeValue<'_>) -> Result<T, Flaws> {
    move |value| Ok(new(text(value)?)?)
}

fn fields(file: &mut Table<'_, '_, '_>) -> Option<UnitFields> {
    let id = file.one("id", from_text(UnitId::new));
    let version = file.one("version", |value| Ok(integer(value)?));
    let kind = kind(file);
    let title = file.bilingual("title");
    let description = file.maybe_bilingual("description");
    let faculty = file.maybe_bilingual("faculty");
    let legal_basis = file.maybe_bilingual("legal_basis");
    let framework = file.one("framework", from_text(Line::new));
    let outcomes = file.tables("outcomes", outcome);
    let ects = file.one("ects", ects);
    let hours = file.one("hours", |value| Ok(Hours::new(integer(value)?)?));
    let level = file.one("eqf", eqf);
    let nqf = file.maybe_table("nqf", nqf);
    let isced = file.table("isced", isced);
    let languages = file.values("languages", from_text(TeachingLanguage::new));
    let mode = file.one("mode", from_text(Mode::from_code));
    let assessments = file.tables("assessments", assessment);
    let grading = file.table("grading", grading);
    let supervision = file.one("supervision", from_text(Supervision::from_code));
    let quality = file.table("quality", accreditation);
    let prerequisites = file.maybe_bilingual("prerequisites");
    let stacking = file.maybe_table("stacking", |table| table.bilingual("towards"));
    let further_information = file.maybe_bilingual("further_information");
    let homepage = file.maybe("homepage", from_text(Homepage::new));
    let accreditations = file.tables("accreditations", accreditation);
    let components = file.tables("components", additions::component);
    let activities = file.tables("activities", additions::activity);
    let entitlements = file.tables("entitlements", additions::entitlement);
    let documents = file.tables("documents", additions::document);
    let runs = file.tables("runs", run);
    Some(UnitFields {
        id: id?,
        version: version?,
        kind: kind?,
        title: title?,
        description: description?,
        faculty: faculty?.map(|name| Faculty { name }),
        legal_basis: legal_basis?,
        framework: framework?,
        outcomes: outcomes?,
        ects: ects?,
        hours: hours?,
        eqf: level?,
        nqf: nqf?,
        isced: isced?,
        languages: languages?,
        mode: mode?,
        assessments: assessments?,
        grading: grading?,
        supervision: supervision?,
        quality: quality?,
        prerequisites: prerequisites?,
        stacking: stacking?.map_or(Stacking::StandAlone, |note| Stacking::Towards { note }),
        further_information: further_information?,
        homepage: homepage?,
        accreditations: accreditations?,
        components: components?,
        activities: activities?,
        entitlements: entitlements?,
        documents: documents?,
        runs: runs?,
    })
}

const KINDS: [&str; 3] = ["lifelong-learning", "course", "course-set"];

fn kind(file: &mut Table<'_, '_, '_>) -> Option<UnitKind> {
    let known = |value: &DeValue<'_>| {
        let written = text(value)?;
        KINDS.into_iter().find(|kind| *kind == written).ok_or_else(|| unknown(written, &KINDS).into())
    };
    let kind = file.one("kind", known);
    let course = file
        .maybe_table("course", |table| Some((table.one("code", from_text(Line::new)), table.bilingual("programme"))));
    let set = file.maybe_table("course_set", |table| {
        Some((
            table.one("sequence", from_text(Sequence::from_code)),
            table.bilingual("programme"),
            table.tables("parts", part),
        ))
    });
    let kind = kind?;
    let (course, set) = (course?, set?);
    for (table, of, there) in [("course", "course", course.is_some()), ("course_set", "course-set", set.is_some())] {
        if there && kind != of {
            file.complain(Flaw::new(table, Problem::NotOfThisKind { kind }));
        }
        if !there && kind == of {
            file.complain(Flaw::new(table, Problem::Missing));
        }
    }
    match kind {
        "course" => course.and_then(|(code, programme)| Some(UnitKind::Course { code: code?, programme: programme? })),
        "course-set" => set.and_then(|(sequence, programme, parts)| {
            Some(UnitKind::CourseSet { programme: programme?, sequence: sequence?, parts: parts? })
        }),
        _ => Some(UnitKind::LifelongLearning),
    }
}

fn part(table: &mut Table<'_, '_, '_>) -> Option<CoursePart> {
    let (code, title, ects) =
        (table.one("code", from_text(Line::new)), table.bilingual("title"), table.one("ects", ects));
    Some(CoursePart { code: code?, title: title?, ects: ects? })
}

fn ects(value: &DeValue<'_>) -> Result<Ects, Flaws> {
    Ok(Ects::new(decimal(value)?)?)
}

fn eqf(value: &DeValue<'_>) -> Result<EqfLevel, Flaws> {
    Ok(EqfLevel::new(u8::try_from(integer(value)?).unwrap_or(u8::MAX))?)
}

fn outcome(table: &mut Table<'_, '_, '_>) -> Option<LearningOutcome> {
    let kind = table.one("kind", from_text(OutcomeKind::from_code));
    let text = table.bilingual("text");
    let esco = table.tables("esco", |skill| {
        let (uri, label) = (skill.one("uri", from_text(EscoUri::new)), skill.own_bilingual());
        Some(EscoSkill { uri: uri?, label: label? })
    });
    Some(LearningOutcome { kind: kind?, text: text?, esco: esco? })
}

fn nqf(table: &mut Table<'_, '_, '_>) -> Option<Nqf> {
    let (code, label) = (table.one("code", from_text(NqfCode::new)), table.own_bilingual());
    Some(Nqf { code: code?, label: label? })
}

fn isced(table: &mut Table<'_, '_, '_>) -> Option<IscedField> {
    let (code, label) = (table.one("code", from_text(IscedCode::new)), table.own_bilingual());
    Some(IscedField { code: code?, label: label? })
}

fn assessment(table: &mut Table<'_, '_, '_>) -> Option<Assessment> {
    let kind = table.one("kind", from_text(AssessmentKind::from_code));
    let description = table.maybe_bilingual("description");
    let weight = table.maybe("weight_percent", |value| {
        let weight = integer(value)?;
        let inside = u8::try_from(weight).ok().filter(|weight| (1..=100).contains(weight));
        let problem = || Problem::OutOfRange { min: "1".into(), max: "100".into(), found: weight.to_string() };
        inside.ok_or_else(|| Flaw::from(problem()).into())
    });
    let code = table.maybe("code", from_text(Line::new));
    Some(Assessment { kind: kind?, description: description?, weight_percent: weight?, code: code? })
}

fn grading(table: &mut Table<'_, '_, '_>) -> Option<GradingScheme> {
    let title = table.bilingual("title");
    let description = table.maybe_bilingual("description");
    let grades = table.tables("grades", |step| {
        let code = step.one("code", |value| Ok(Line::new(decimal(value)?)?));
        let (label, passing) = (step.own_bilingual(), step.one("passing", |value| Ok(boolean(value)?)));
        Some(GradeStep { code: code?, label: label?, passing: passing? })
    });
    Some(GradingScheme { title: title?, description: description?, grades: grades? })
}

fn accreditation(table: &mut Table<'_, '_, '_>) -> Option<QualityAssurance> {
    let kind = table.one("kind", from_text(QualityKind::from_code));
    let body = table.bilingual("body");
    let body_country = table.one("body_country", from_text(Country::new));
    let decision = table.one("decision", from_text(Line::new));
    let issued = table.maybe("issued", |value| Ok(date(value)?));
    let expires = table.maybe("expires", |value| Ok(date(value)?));
    let report = table.maybe("report", from_text(Homepage::new));
    let review = table.maybe("review", |value| Ok(date(value)?));
    let fields = table.tables("fields", isced);
    let levels = table.maybe_values("levels", eqf);
    let jurisdictions = table.tables("jurisdictions", additions::jurisdiction);
    let credential_types = table.maybe_values("credential_types", from_text(CredentialType::from_code));
    Some(QualityAssurance {
        kind: kind?,
        body: body?,
        body_country: body_country?,
        decision: decision?,
        issued: issued?,
        expires: expires?,
        report: report?,
        review: review?,
        fields: fields?,
        levels: levels?,
        jurisdictions: jurisdictions?,
        credential_types: credential_types?,
    })
}

fn run(table: &mut Table<'_, '_, '_>) -> Option<Run> {
    let id = table.one("id", from_text(RunId::new));
    let start = table.one("start", |value| Ok(date(value)?));
    let end = table.one("end", |value| Ok(date(value)?));
    let closed_to = table.maybe("closed_to", from_text(Line::new));
    let fields = RunFields { id: id?, start: start?, end: end?, closed_to: closed_to? };
    match Run::new(fields) {
        Ok(run) => Some(run),
        Err(flaws) => {
            flaws.into_iter().for_each(|flaw| table.complain(flaw));
            None
        }
    }
}
