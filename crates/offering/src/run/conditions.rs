//! Whether all is true that has to be before a credential may be issued to a participant.

use signet_record::{
    AssessmentResult, CredentialId, Date, Flaw, Grade, Holder, Line, PartResult, Run, Supervision, Unit,
    award::result_flaws,
};

use crate::issuing::IssueBar;
use crate::run::entry::is_component;
use crate::run::participant::{Participant, ParticipantState};
use crate::run::results::ParticipantResults;
use crate::run::weights::{place, weighted_grades};

/// What the conditions are looked at with.
#[derive(Clone, Copy)]
pub struct ConditionContext<'a> {
    /// The unit, in the version that the run enrols in.
    pub unit: &'a Unit,
    /// The run.
    pub run: &'a Run,
    /// The day at the institution.
    pub today: Date,
    /// The participant as the institution's records know them.
    pub known: Option<&'a Holder>,
    /// Whether the participant is the person who would issue.
    pub own: bool,
    /// The credential that they have for this run.
    pub issued: Option<IssuedCredential>,
    /// What the unit's ledger says of a result of a day.
    pub bar: &'a dyn Fn(Date) -> Option<IssueBar>,
}

/// A credential that was issued for a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IssuedCredential {
    /// The newest one.
    pub id: CredentialId,
    /// Whether the results say something else by now.
    pub differs: bool,
}

/// Why nothing may be issued to a participant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unmet {
    /// They do not take part, or did not to the end.
    NotEnrolled(ParticipantState),
    /// They have this credential.
    Issued(CredentialId),
    /// They have this credential, and their results were changed since: it needs a correction.
    IssuedOtherwise(CredentialId),
    /// Nobody issues to themselves.
    Own,
    /// Nobody wrote down that their identity was checked.
    IdentityUnchecked,
    /// The institution knows them by other names or another day of birth, and nobody said which are right.
    DetailsDiffer,
    /// A part has no result.
    PartMissing(Line),
    /// A part was not passed.
    PartNotPassed {
        /// Its code.
        part: Line,
        /// Its grade.
        found: Line,
    },
    /// There is no final grade.
    GradeMissing,
    /// The final grade is no pass.
    GradeNotPassed(Line),
    /// The final grade does not follow from the parts by their weights.
    GradeAgainstWeights {
        /// The best grade that would.
        best: Line,
        /// The worst one.
        worst: Line,
        /// What was entered.
        found: Line,
    },
    /// There is no day of the result.
    DateMissing,
    /// The result is older than the run.
    BeforeStart {
        /// Its day.
        found: Date,
        /// The run's first day.
        start: Date,
    },
    /// The day of the result is to come.
    InFuture(Date),
    /// The unit may not be issued from.
    Barred(IssueBar),
    /// Something else keeps it from being an award.
    NotAnAward(Vec<Flaw>),
}

/// What the conditions come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conditions {
    /// All are met: this is the result to be issued.
    Met(Box<AssessmentResult>),
    /// Some are not, at least one.
    Unmet(Vec<Unmet>),
}

/// Looks at every condition of one participant.
#[must_use]
pub fn conditions(participant: &Participant, context: &ConditionContext<'_>) -> Conditions {
    let mut unmet = about_the_person(participant, context);
    unmet.extend(about_the_results(&participant.results, context));
    let outcome = outcome_of(context.unit, &participant.results);
    let Some(outcome) = outcome.filter(|_| unmet.is_empty()) else {
        if unmet.is_empty() {
            unmet.push(Unmet::GradeMissing);
        }
        return Conditions::Unmet(unmet);
    };
    if let Some(bar) = (context.bar)(outcome.date) {
        return Conditions::Unmet(vec![Unmet::Barred(bar)]);
    }
    let flaws = result_flaws(context.unit, context.run, participant.holder.born, &outcome, context.today);
    if flaws.is_empty() {
        Conditions::Met(Box::new(outcome))
    } else {
        Conditions::Unmet(vec![Unmet::NotAnAward(flaws)])
    }
}

fn about_the_person(participant: &Participant, context: &ConditionContext<'_>) -> Vec<Unmet> {
    let mut unmet = Vec::new();
    if !participant.state.takes_part() {
        unmet.push(Unmet::NotEnrolled(participant.state));
    }
    match context.issued {
        Some(IssuedCredential { id, differs: true }) => unmet.push(Unmet::IssuedOtherwise(id)),
        Some(IssuedCredential { id, differs: false }) => unmet.push(Unmet::Issued(id)),
        None => {}
    }
    if context.own {
        unmet.push(Unmet::Own);
    }
    if checks_identity(context.unit) && participant.identity.is_none() {
        unmet.push(Unmet::IdentityUnchecked);
    }
    if !participant.confirmed && context.known.is_some_and(|known| participant.differs_from(known)) {
        unmet.push(Unmet::DetailsDiffer);
    }
    unmet
}

/// Whether the unit says that identities are checked at its assessment.
fn checks_identity(unit: &Unit) -> bool {
    match unit.supervision {
        Supervision::SupervisedWithId | Supervision::UnsupervisedWithId | Supervision::IdOnly => true,
        Supervision::UnsupervisedWithoutId => false,
    }
}

fn about_the_results(results: &ParticipantResults, context: &ConditionContext<'_>) -> Vec<Unmet> {
    let (unit, mut unmet) = (context.unit, Vec::new());
    for code in unit.part_codes().filter_map(|code| Line::new(code).ok()) {
        unmet.extend(about_a_part(unit, results, code));
    }
    match &results.grade {
        None => unmet.push(Unmet::GradeMissing),
        Some(found) if unit.pass(found).is_err() => unmet.push(Unmet::GradeNotPassed(found.clone())),
        Some(found) => unmet.extend(about_weights(unit, results, found)),
    }
    match results.date {
        None => unmet.push(Unmet::DateMissing),
        Some(found) if found > context.today => unmet.push(Unmet::InFuture(found)),
        Some(found) if found < context.run.start => {
            unmet.push(Unmet::BeforeStart { found, start: context.run.start });
        }
        Some(_) => {}
    }
    unmet
}

fn about_a_part(unit: &Unit, results: &ParticipantResults, part: Line) -> Option<Unmet> {
    let Some(found) = results.parts.get(&part) else { return Some(Unmet::PartMissing(part)) };
    // What a component was passed with elsewhere is on no scale of ours: it has a result because it was passed.
    let elsewhere = is_component(unit, &part) && unit.grading.step(found).is_none();
    if elsewhere || unit.grading.step(found).is_some_and(|step| step.passing) {
        return None;
    }
    Some(Unmet::PartNotPassed { part, found: found.clone() })
}

fn about_weights(unit: &Unit, results: &ParticipantResults, found: &Line) -> Option<Unmet> {
    let (weighted, first, last) = weighted_grades(unit, results)?;
    let fits = place(unit, found).is_some_and(|place| (first..=last).contains(&place));
    let against = |weighted: crate::run::weights::WeightedGrades| Unmet::GradeAgainstWeights {
        best: weighted.best,
        worst: weighted.worst,
        found: found.clone(),
    };
    (!fits).then(|| against(weighted))
}

/// The result as an award states it, with the parts in the unit's order; `None` without a passing grade or a day.
#[must_use]
pub fn outcome_of(unit: &Unit, results: &ParticipantResults) -> Option<AssessmentResult> {
    let grade: Grade = unit.pass(results.grade.as_ref()?).ok()?;
    let part = |code: &str| {
        let code = Line::new(code).ok()?;
        let grade = results.parts.get(&code)?.clone();
        Some(PartResult { code, grade: Some(grade), date: None, credential: None })
    };
    let parts = unit.part_codes().filter_map(part).collect();
    Some(AssessmentResult { grade, date: results.date?, assessor: results.assessor.clone(), parts })
}
