//! What the weights of the parts say about the final grade.

use signet_record::{Line, Unit};

use crate::run::results::ParticipantResults;

/// The grades between which the final one lies by the weights of the parts: the weighted mean of their places on the scale, rounded
/// either way. How a university rounds is its own affair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WeightedGrades {
    /// The better one.
    pub best: Line,
    /// The worse one, or the same.
    pub worst: Line,
}

/// `None` where the unit states no weights, not every part has a result of its own, or one was not graded on the unit's scale.
pub(crate) fn weighted_grades(unit: &Unit, results: &ParticipantResults) -> Option<(WeightedGrades, usize, usize)> {
    let mut sum = 0_usize;
    for assessment in &unit.assessments {
        let weight = usize::from(assessment.weight_percent?);
        let grade = results.parts.get(assessment.code.as_ref()?)?;
        sum += weight * place(unit, grade)?;
    }
    let (first, last) = (sum / 100, sum.div_ceil(100));
    let code = |place: usize| unit.grading.grades.get(place).map(|step| step.code.clone());
    Some((WeightedGrades { best: code(first)?, worst: code(last)? }, first, last))
}

/// Where a grade stands on the scale, best first.
pub(crate) fn place(unit: &Unit, grade: &str) -> Option<usize> {
    unit.grading.grades.iter().position(|step| *step.code == *grade)
}
