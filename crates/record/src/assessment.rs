//! How it is found out whether the outcomes were reached, and on what scale.

use serde::{Deserialize, Serialize};

use crate::{Bilingual, Flaw, Line, Problem, code::codes, id};

codes! {
    /// Type of assessment (EU list of learning assessment types).
    AssessmentKind {
        /// Written examination.
        WrittenExamination = "written-examination",
        /// Oral examination.
        OralExamination = "oral-examination",
        /// Practical assessment.
        PracticalAssessment = "practical-assessment",
        /// Project work.
        ProjectWork = "project-work",
        /// Portfolio.
        Portfolio = "portfolio",
        /// Marked assignment.
        MarkedAssignment = "marked-assignment",
        /// Continuous evaluation.
        ContinuousEvaluation = "continuous-evaluation",
        /// Quiz.
        Quiz = "quiz",
        /// Problem-based learning.
        ProblemBasedLearning = "problem-based-learning",
        /// Group performance.
        GroupPerformance = "group-performance",
        /// Peer assessment.
        PeerAssessment = "peer-assessment",
        /// Peer review.
        PeerReview = "peer-review",
        /// Artefact assessment.
        ArtefactAssessment = "artefact-assessment",
        /// Attendance; never enough alone.
        Attendance = "attendance",
    }
}

codes! {
    /// Supervision and check of identity at the assessment (EU list).
    Supervision {
        /// Supervised, identity checked.
        SupervisedWithId = "supervised-with-id",
        /// Not supervised, identity checked.
        UnsupervisedWithId = "unsupervised-with-id",
        /// Not supervised, identity not checked.
        UnsupervisedWithoutId = "unsupervised-without-id",
        /// Identity checked; nothing is said of supervision.
        IdOnly = "id-only",
    }
}

/// One part of the assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    /// Its type.
    pub kind: AssessmentKind,
    /// What is asked, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Bilingual>,
    /// Its weight in the whole, in percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight_percent: Option<u8>,
    /// By what results refer to it, when they give it a result of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Line>,
}

/// A scale of grades.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GradingScheme {
    /// What the scale is called.
    pub title: Bilingual,
    /// How it is used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Bilingual>,
    /// The steps, best first.
    pub grades: Vec<GradeStep>,
}

/// One step of a scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GradeStep {
    /// As results write it: `A`, `1`, `S`.
    pub code: Line,
    /// What it means.
    pub label: Bilingual,
    /// Whether it is a pass.
    pub passing: bool,
}

/// A grade somebody reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grade {
    /// As in the scale.
    pub code: Line,
    /// What it means.
    pub label: Bilingual,
}

impl GradingScheme {
    /// The passing grade with this code.
    ///
    /// # Errors
    /// When the scale has no such grade, or it is not a pass.
    pub fn pass(&self, code: &str) -> Result<Grade, Flaw> {
        let code = code.trim();
        match self.step(code) {
            None => {
                Err(crate::code::unknown(code, &self.grades.iter().map(|step| step.code.as_str()).collect::<Vec<_>>()))
            }
            Some(step) if !step.passing => Err(Problem::NotPassed { found: step.code.to_string() }.into()),
            Some(step) => Ok(Grade { code: step.code.clone(), label: step.label.clone() }),
        }
    }

    /// The step with this code, a pass or not.
    #[must_use]
    pub fn step(&self, code: &str) -> Option<&GradeStep> {
        let code = code.trim();
        self.grades.iter().find(|step| *step.code == *code || is_same_number(&step.code, code))
    }

    pub(crate) fn flaws(&self) -> Vec<Flaw> {
        let mut flaws = crate::flaw::counted("grades", self.grades.len(), 1, 50);
        for (index, step) in self.grades.iter().enumerate() {
            let field = || format!("grades[{}].code", index + 1);
            if self.grades.iter().take(index).any(|other| other.code == step.code) {
                flaws.push(Flaw::new(field(), Problem::Duplicate { found: step.code.to_string() }));
            }
            if let Err(problem) = id::code(&step.code) {
                flaws.push(Flaw::new(field(), problem));
            }
        }
        if !self.grades.is_empty() && !self.grades.iter().any(|step| step.passing) {
            flaws.push(Flaw::new("grades", Problem::NoPassingGrade));
        }
        flaws
    }
}

/// `8,5` and `8.5` are one grade: spreadsheets write the decimal sign of their language.
fn is_same_number(code: &str, found: &str) -> bool {
    let numeric = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    numeric(code) && numeric(found) && code.replace(',', ".") == found.replace(',', ".")
}

/// What is wrong with the parts of an assessment together.
pub(crate) fn flaws(assessments: &[Assessment]) -> Vec<Flaw> {
    let mut flaws = crate::flaw::counted("", assessments.len(), 1, 20);
    if !assessments.is_empty() && assessments.iter().all(|assessment| assessment.kind == AssessmentKind::Attendance) {
        flaws.push(Problem::AttendanceOnly.into());
    }
    let weights: Vec<u32> =
        assessments.iter().filter_map(|assessment| assessment.weight_percent).map(u32::from).collect();
    for (index, assessment) in assessments.iter().enumerate() {
        let wrong = assessment.code.as_ref().and_then(|code| id::code(code).err());
        flaws.extend(wrong.map(|problem| Flaw::new(format!("[{}].code", index + 1), problem)));
    }
    let found = weights.iter().sum();
    if !weights.is_empty() && (found != 100 || weights.len() != assessments.len()) {
        flaws.push(Problem::Weights { found }.into());
    }
    flaws
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn step(code: &str, passing: bool) -> GradeStep {
        GradeStep { code: Line::new(code).unwrap(), label: Bilingual::new("stupeň", "step").unwrap(), passing }
    }

    fn scheme(grades: Vec<GradeStep>) -> GradingScheme {
        GradingScheme { title: Bilingual::new("Stupnice", "Scale").unwrap(), description: None, grades }
    }

    fn assessment(kind: AssessmentKind, weight_percent: Option<u8>) -> Assessment {
        Assessment { kind, description: None, weight_percent, code: None }
    }

    #[test]
    fn only_a_pass_is_a_grade() {
        let scheme = scheme(vec![step("A", true), step("F", false)]);
        assert_eq!(scheme.pass(" A ").unwrap().code.as_str(), "A");
        assert!(matches!(scheme.pass("F").unwrap_err().problem, Problem::NotPassed { .. }));
        assert!(matches!(scheme.pass("a").unwrap_err().problem, Problem::UnknownCode { .. }));
    }

    #[test]
    fn the_decimal_sign_makes_no_other_grade() {
        let scheme = scheme(vec![step("8,5", true), step("1.0", true)]);
        assert_eq!(scheme.pass("8.5").unwrap().code.as_str(), "8,5");
        assert_eq!(scheme.pass("1,0").unwrap().code.as_str(), "1.0");
        assert!(scheme.pass("85").is_err());
    }

    #[test]
    fn a_scale_has_a_pass_and_no_code_twice() {
        assert_eq!(scheme(vec![step("F", false)]).flaws()[0].problem, Problem::NoPassingGrade);
        let flaws = scheme(vec![step("A", true), step("A", true)]).flaws();
        assert_eq!(flaws[0].field, "grades[2].code");
    }

    #[test]
    fn attendance_is_not_enough() {
        assert_eq!(flaws(&[assessment(AssessmentKind::Attendance, None)])[0].problem, Problem::AttendanceOnly);
        assert!(
            flaws(&[assessment(AssessmentKind::Attendance, None), assessment(AssessmentKind::Quiz, None)]).is_empty()
        );
        assert_eq!(flaws(&[])[0].problem, Problem::TooFew { min: 1, found: 0 });
    }

    #[test]
    fn weights_make_a_hundred() {
        let parts = |a, b| [assessment(AssessmentKind::Quiz, a), assessment(AssessmentKind::Portfolio, b)];
        assert!(flaws(&parts(Some(40), Some(60))).is_empty());
        assert_eq!(flaws(&parts(Some(40), Some(50)))[0].problem, Problem::Weights { found: 90 });
        assert!(!flaws(&parts(Some(100), None)).is_empty());
    }
}
