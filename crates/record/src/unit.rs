//! A unit of learning, as approved: everything about the course that a credential will say.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{
    Bilingual, Flaw, Flaws, Language, Line, Problem, RunId, UnitId,
    activity::{self, Activity},
    assessment::{self, Assessment, Grade, GradingScheme, Supervision},
    checked::checked,
    code::codes,
    contact::Homepage,
    entitlement::{self, Entitlement},
    flaw::counted,
    id,
    institution::{Faculty, Institution},
    learning_outcome::LearningOutcome,
    level::{EqfLevel, IscedField, Nqf},
    quality::QualityAssurance,
    run::Run,
    stack::{self, Component},
    supplementary::{self, SupplementaryDocument},
    teaching::{Mode, TeachingLanguage},
    workload::{Ects, Hours, decimal},
};

/// Most characters of a title.
pub const TITLE_MAX: usize = 300;

checked! {
    /// An approved unit of learning. Fields are read through `Deref`; only [`Unit::new`] makes one,
    /// after the rules that span fields.
    Unit(UnitFields)
}

/// The fields of a unit; each of them refuses by itself what is wrong in itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitFields {
    /// Its id at the institution.
    pub id: UnitId,
    /// 1 for the first approved text, one more for each change.
    pub version: u32,
    /// What kind of unit it is (R14).
    pub kind: UnitKind,
    /// What the micro-credential is called.
    pub title: Bilingual,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Bilingual>,
    /// The faculty that teaches it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub faculty: Option<Faculty>,
    /// Under which provision it is issued, when not the institution's usual one for its kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_basis: Option<Bilingual>,
    /// Version of the common framework of Czech public universities the unit was checked against.
    pub framework: Line,
    /// What the holder knows and can do; 1 to 60.
    pub outcomes: Vec<LearningOutcome>,
    /// Credits.
    pub ects: Ects,
    /// Notional workload, 25 to 30 hours for each credit.
    pub hours: Hours,
    /// European level.
    pub eqf: EqfLevel,
    /// National level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nqf: Option<Nqf>,
    /// Field of education.
    pub isced: IscedField,
    /// Languages of instruction; 1 to 10.
    pub languages: Vec<TeachingLanguage>,
    /// Form of participation.
    pub mode: Mode,
    /// Parts of the assessment, at least one of which is not attendance; 1 to 20.
    pub assessments: Vec<Assessment>,
    /// Scale of grades, at least one of which is a pass.
    pub grading: GradingScheme,
    /// Supervision and check of identity at the assessment.
    pub supervision: Supervision,
    /// How quality is assured.
    pub quality: QualityAssurance,
    /// What had to be known before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prerequisites: Option<Bilingual>,
    /// What it can become part of.
    pub stacking: Stacking,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub further_information: Option<Bilingual>,
    /// Its page in the catalogue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub homepage: Option<Homepage>,
    /// Accreditations besides `quality`: of the awarding body or of the unit, as their kind says; at
    /// most 10.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accreditations: Vec<QualityAssurance>,
    /// The micro-credentials it is made of; at most 40.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub components: Vec<Component>,
    /// Single activities within it; at most 20.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub activities: Vec<Activity>,
    /// What it entitles to; at most 20.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entitlements: Vec<Entitlement>,
    /// Documents that belong to it; at most 20.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<SupplementaryDocument>,
    /// When it was or will be taught; at most 500.
    pub runs: Vec<Run>,
}

/// The three kinds of R14.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum UnitKind {
    /// Lifelong-learning programme under § 60 of Act 111/1998.
    LifelongLearning,
    /// One course of an accredited programme.
    Course {
        /// Its code in the study plan.
        code: Line,
        /// The programme.
        programme: Bilingual,
    },
    /// Several courses of an accredited programme; all must be passed.
    CourseSet {
        /// The programme.
        programme: Bilingual,
        /// Whether their order matters.
        sequence: Sequence,
        /// The courses, in order; 2 to 40.
        parts: Vec<CoursePart>,
    },
}

impl UnitKind {
    /// The word for it in files.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            UnitKind::LifelongLearning => "lifelong-learning",
            UnitKind::Course { .. } => "course",
            UnitKind::CourseSet { .. } => "course-set",
        }
    }
}

codes! {
    /// How the courses of a set follow each other.
    Sequence {
        /// Side by side.
        Parallel = "parallel",
        /// One after another, in the order written.
        Consecutive = "consecutive",
    }
}

/// One course of a set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoursePart {
    /// Its code in the study plan.
    pub code: Line,
    /// Its title.
    pub title: Bilingual,
    /// Its credits.
    pub ects: Ects,
}

/// What a micro-credential can become part of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Stacking {
    /// It stands alone.
    StandAlone,
    /// It counts towards something larger.
    Towards {
        /// Towards what.
        note: Bilingual,
    },
}

impl UnitKind {
    /// Under which provision units of this kind are usually issued at an institution, when it says so.
    #[must_use]
    pub fn legal_basis_in<'a>(&self, institution: &'a Institution) -> Option<&'a Bilingual> {
        match self {
            UnitKind::LifelongLearning => Some(&institution.legal_basis),
            UnitKind::Course { .. } | UnitKind::CourseSet { .. } => institution.course_legal_basis.as_ref(),
        }
    }
}

impl Unit {
    /// Under which provision it is issued: its own words, or the institution's for its kind.
    #[must_use]
    pub fn legal_basis_in<'a>(&'a self, institution: &'a Institution) -> Option<&'a Bilingual> {
        self.legal_basis.as_ref().or_else(|| self.kind.legal_basis_in(institution))
    }

    /// Checks the rules that span fields.
    ///
    /// # Errors
    /// Everything that is wrong, each with its field.
    pub fn new(fields: UnitFields) -> Result<Self, Flaws> {
        let mut flaws = Vec::new();
        if fields.version == 0 {
            let problem = Problem::OutOfRange { min: "1".into(), max: u32::MAX.to_string(), found: "0".into() };
            flaws.push(Flaw::new("version", problem));
        }
        for language in Language::ALL {
            let found = fields.title.text(language).chars().count();
            if found > TITLE_MAX {
                flaws.push(Flaw::new(format!("title.{}", language.code()), Problem::TooLong { max: TITLE_MAX, found }));
            }
        }
        flaws.extend(outcome_flaws(&fields.outcomes));
        if let Err(problem) = fields.hours.fit(fields.ects) {
            flaws.push(Flaw::new("hours", problem));
        }
        flaws.extend(counted("languages", fields.languages.len(), 1, 10));
        flaws.extend(repeated("languages", fields.languages.iter().map(|language| language.code())));
        flaws.extend(assessment::flaws(&fields.assessments).into_iter().map(|flaw| flaw.under("assessments")));
        flaws.extend(fields.grading.flaws().into_iter().map(|flaw| flaw.under("grading")));
        flaws.extend(fields.quality.flaws().into_iter().map(|flaw| flaw.under("quality")));
        flaws.extend(kind_flaws(&fields.kind, fields.ects));
        flaws.extend(addition_flaws(&fields));
        flaws.extend(counted("runs", fields.runs.len(), 0, 500));
        flaws.extend(repeated("runs", fields.runs.iter().map(|run| run.id.as_str())));
        Flaws::none_in(flaws)?;
        Ok(Unit(fields))
    }

    /// The run with this id.
    #[must_use]
    pub fn run(&self, id: &RunId) -> Option<&Run> {
        self.runs.iter().find(|run| run.id == *id)
    }

    /// The codes by which results refer to its parts: assessments, courses of the set, components.
    pub fn part_codes(&self) -> impl Iterator<Item = &str> {
        codes_of_parts(self)
    }

    /// The passing grade with this code.
    ///
    /// # Errors
    /// When the scale has no such grade, or it is not a pass.
    pub fn pass(&self, code: &str) -> Result<Grade, Flaw> {
        self.grading.pass(code).map_err(|flaw| flaw.under("grade"))
    }

    /// The unit with this run as its only one: what is taught in a run that the unit's own text does not name.
    ///
    /// The text of a unit is approved without the runs that come after it, and a credential says of runs only its own.
    #[must_use]
    pub fn taught_in(&self, run: Run) -> Unit {
        Unit(UnitFields { runs: vec![run], ..self.0.clone() })
    }

    /// The unit as a credential of one run knows it: without the other runs. `None` when it has no
    /// such run.
    #[must_use]
    pub fn with_run_only(&self, id: &RunId) -> Option<Unit> {
        let run = self.run(id)?.clone();
        Some(Unit(UnitFields { runs: vec![run], ..self.0.clone() }))
    }
}

fn codes_of_parts(fields: &UnitFields) -> impl Iterator<Item = &str> {
    let courses = match &fields.kind {
        UnitKind::CourseSet { parts, .. } => parts.as_slice(),
        UnitKind::LifelongLearning | UnitKind::Course { .. } => &[],
    };
    let assessments = fields.assessments.iter().filter_map(|assessment| assessment.code.as_deref());
    let components = fields.components.iter().map(|component| component.code.as_str());
    courses.iter().map(|part| part.code.as_str()).chain(components).chain(assessments)
}

/// What is wrong with what only some units have.
fn addition_flaws(fields: &UnitFields) -> Vec<Flaw> {
    let mut flaws = counted("accreditations", fields.accreditations.len(), 0, 10);
    for (index, accreditation) in fields.accreditations.iter().enumerate() {
        let field = format!("accreditations[{}]", index + 1);
        flaws.extend(accreditation.flaws().into_iter().map(|flaw| flaw.under(&field)));
    }
    flaws.extend(stack::flaws(&fields.components, fields.ects));
    flaws.extend(activity::flaws(&fields.activities, fields.hours));
    flaws.extend(entitlement::flaws(&fields.entitlements));
    flaws.extend(supplementary::flaws(&fields.documents));
    let mut seen = BTreeSet::new();
    for code in codes_of_parts(fields).filter(|code| !seen.insert(*code)) {
        // Two courses of a set with one code are complained of where they stand.
        let of = if fields.assessments.iter().any(|one| one.code.as_deref() == Some(code)) {
            "assessments"
        } else if fields.components.iter().any(|one| *one.code == *code) {
            "components"
        } else {
            continue;
        };
        flaws.push(Flaw::new(of, Problem::Duplicate { found: code.to_owned() }));
    }
    flaws
}

fn outcome_flaws(outcomes: &[LearningOutcome]) -> Vec<Flaw> {
    let mut flaws = counted("outcomes", outcomes.len(), 1, 60);
    for (index, outcome) in outcomes.iter().enumerate() {
        let field = format!("outcomes[{}]", index + 1);
        flaws.extend(counted("esco", outcome.esco.len(), 0, 20).into_iter().map(|flaw| flaw.under(&field)));
        if outcomes.iter().take(index).any(|other| other.text == outcome.text) {
            let found = crate::code::shortened(outcome.text.text(Language::Cs));
            flaws.push(Flaw::new(format!("{field}.text"), Problem::Duplicate { found }));
        }
    }
    flaws
}

fn kind_flaws(kind: &UnitKind, ects: Ects) -> Vec<Flaw> {
    match kind {
        UnitKind::LifelongLearning => Vec::new(),
        UnitKind::Course { code, .. } => {
            id::code(code).err().map(|problem| Flaw::new("course.code", problem)).into_iter().collect()
        }
        UnitKind::CourseSet { parts, .. } => {
            let mut flaws = counted("course_set.parts", parts.len(), 2, 40);
            flaws.extend(repeated("course_set.parts", parts.iter().map(|part| part.code.as_str())));
            for (index, part) in parts.iter().enumerate() {
                let field = || format!("course_set.parts[{}].code", index + 1);
                flaws.extend(id::code(&part.code).err().map(|problem| Flaw::new(field(), problem)));
            }
            let sum: u32 = parts.iter().map(|part| u32::from(part.ects.hundredths())).sum();
            if sum != u32::from(ects.hundredths()) {
                flaws
                    .push(Flaw::new("ects", Problem::PartsDoNotAddUp { parts: decimal(sum), whole: ects.to_string() }));
            }
            flaws
        }
    }
}

fn repeated<'a>(field: &str, values: impl Iterator<Item = &'a str>) -> Vec<Flaw> {
    let mut seen = BTreeSet::new();
    let repeats = values.enumerate().filter(|(_, value)| !seen.insert(*value));
    repeats
        .map(|(index, value)| {
            Flaw::new(format!("{field}[{}]", index + 1), Problem::Duplicate { found: value.to_owned() })
        })
        .collect()
}
