//! Runs: what several people enter at once, and whether a credential may be issued to a participant, for many of them made by chance.
#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use proptest::prelude::*;
use signet_offering::run::{conditions, merge_entry, outcome_of, read_cell};
use signet_offering::{
    ConditionContext, Conditions, IdentityCheck, IssueBar, IssuedCredential, Participant, ParticipantResults,
    ParticipantState, ResultColumns, ResultField, Unmet,
};
use signet_record::{
    Award, CredentialId, Date, HolderFields, Line, Problem, Run, RunFields, Supervision, Timestamp, Unit, UnitFields,
    specimen,
};
use signet_registry::Agent;

const TODAY: Date = specimen::TODAY;

fn line(text: &str) -> Line {
    Line::new(text).unwrap()
}

/// The specimen with results of its parts: project `T1` (60 %), examination `T2` (40 %).
fn unit() -> Unit {
    let mut fields: UnitFields = (*specimen::unit().unwrap()).clone();
    for (assessment, code) in fields.assessments.iter_mut().zip(["T1", "T2"]) {
        assessment.code = Some(line(code));
    }
    Unit::new(fields).unwrap()
}

fn results(parts: [&str; 2], grade: &str, date: Date) -> ParticipantResults {
    ParticipantResults {
        parts: [("T1", parts[0]), ("T2", parts[1])].map(|(code, grade)| (line(code), line(grade))).into(),
        grade: Some(line(grade)),
        date: Some(date),
        assessor: None,
    }
}

fn participant(results: ParticipantResults) -> Participant {
    Participant {
        holder: specimen::holder().unwrap(),
        state: ParticipantState::Completed,
        identity: Some(IdentityCheck { by: Agent::new("registrar").unwrap(), at: Timestamp::UNIX_EPOCH }),
        confirmed: false,
        results,
    }
}

fn good() -> Participant {
    participant(results(["A", "B"], "B", Date::constant(2026, 6, 12)))
}

fn context<'a>(unit: &'a Unit, bar: &'a dyn Fn(Date) -> Option<IssueBar>) -> ConditionContext<'a> {
    let run = &unit.runs[0];
    ConditionContext { unit, run, today: TODAY, known: None, own: false, issued: None, bar }
}

fn unmet(participant: &Participant, context: &ConditionContext<'_>) -> Vec<Unmet> {
    match conditions(participant, context) {
        Conditions::Met(_) => Vec::new(),
        Conditions::Unmet(unmet) => unmet,
    }
}

#[test]
fn each_condition_that_is_not_met_is_told_by_itself() {
    let (unit, open) = (unit(), |_| None);
    let context = context(&unit, &open);
    assert!(unmet(&good(), &context).is_empty());
    let because = |change: &dyn Fn(&mut Participant)| {
        let mut participant = good();
        change(&mut participant);
        unmet(&participant, &context)
    };
    let withdrew = because(&|one| one.state = ParticipantState::Withdrew);
    assert_eq!(withdrew, [Unmet::NotEnrolled(ParticipantState::Withdrew)]);
    assert_eq!(because(&|one| one.identity = None), [Unmet::IdentityUnchecked]);
    let without = because(&|one| drop(one.results.parts.remove(&line("T2"))));
    assert_eq!(without, [Unmet::PartMissing(line("T2"))]);
    let failed = because(&|one| drop(one.results.parts.insert(line("T2"), line("F"))));
    assert!(failed.contains(&Unmet::PartNotPassed { part: line("T2"), found: line("F") }));
    assert_eq!(because(&|one| one.results.grade = None), [Unmet::GradeMissing]);
    assert_eq!(because(&|one| one.results.grade = Some(line("F"))), [Unmet::GradeNotPassed(line("F"))]);
    assert_eq!(because(&|one| one.results.date = None), [Unmet::DateMissing]);
    let early = Date::constant(2026, 2, 15);
    let start = Date::constant(2026, 2, 16);
    assert_eq!(because(&|one| one.results.date = Some(early)), [Unmet::BeforeStart { found: early, start }]);
    let late = Date::constant(2026, 7, 1);
    assert_eq!(because(&|one| one.results.date = Some(late)), [Unmet::InFuture(late)]);
}

#[test]
fn a_final_grade_follows_from_the_parts_by_their_weights_rounded_either_way() {
    let (unit, open) = (unit(), |_| None);
    let context = context(&unit, &open);
    let date = Date::constant(2026, 6, 12);
    // 60 % of place 0 and 40 % of place 2: 0.8.
    for (grade, fits) in [("A", true), ("B", true), ("C", false)] {
        let found = unmet(&participant(results(["A", "C"], grade, date)), &context);
        let against = Unmet::GradeAgainstWeights { best: line("A"), worst: line("B"), found: line(grade) };
        assert_eq!(found, if fits { vec![] } else { vec![against] }, "{grade}");
    }
    assert!(unmet(&participant(results(["C", "C"], "C", date)), &context).is_empty());
    assert!(!unmet(&participant(results(["C", "C"], "B", date)), &context).is_empty());
}

#[test]
fn st10_nobody_issues_to_themselves_and_nothing_is_issued_twice() {
    let (unit, open) = (unit(), |_| None);
    let own = ConditionContext { own: true, ..context(&unit, &open) };
    assert_eq!(unmet(&good(), &own), [Unmet::Own]);
    let id = CredentialId::from_random([7; 16]);
    for (differs, expected) in [(false, Unmet::Issued(id)), (true, Unmet::IssuedOtherwise(id))] {
        let issued = ConditionContext { issued: Some(IssuedCredential { id, differs }), ..context(&unit, &open) };
        assert_eq!(unmet(&good(), &issued), [expected]);
    }
}

#[test]
fn st11_nothing_is_issued_from_a_unit_that_is_barred() {
    let unit = unit();
    for bar in [IssueBar::Unapproved, IssueBar::Suspended, IssueBar::ReviewPassed { review_by: TODAY }] {
        let barred = move |_| Some(bar);
        assert_eq!(unmet(&good(), &context(&unit, &barred)), [Unmet::Barred(bar)]);
    }
    // Without a ledger the record itself looks at the quality assurance.
    let mut fields: UnitFields = (*unit).clone();
    fields.quality.expires = Some(Date::constant(2026, 6, 11));
    let (ended, open) = (Unit::new(fields).unwrap(), |_| None);
    assert!(matches!(unmet(&good(), &context(&ended, &open)).as_slice(), [Unmet::NotAnAward(_)]));
}

#[test]
fn a_name_that_differs_from_the_known_one_waits_for_somebody_to_look() {
    let (unit, open) = (unit(), |_| None);
    let mut fields: HolderFields = (*specimen::holder().unwrap()).clone();
    fields.family_name = Some(line("Jiná"));
    let known = signet_record::Holder::new(fields).unwrap();
    let context = ConditionContext { known: Some(&known), ..context(&unit, &open) };
    assert_eq!(unmet(&good(), &context), [Unmet::DetailsDiffer]);
    assert!(unmet(&Participant { confirmed: true, ..good() }, &context).is_empty());
    let same = specimen::holder().unwrap();
    assert!(unmet(&good(), &ConditionContext { known: Some(&same), ..context }).is_empty());
}

#[test]
fn an_unsupervised_unit_asks_for_no_identity() {
    let mut fields: UnitFields = (*unit()).clone();
    fields.supervision = Supervision::UnsupervisedWithoutId;
    let (unit, open) = (Unit::new(fields).unwrap(), |_| None);
    assert!(unmet(&Participant { identity: None, ..good() }, &context(&unit, &open)).is_empty());
}

#[test]
fn a_cell_is_read_as_the_scale_and_the_run_allow() {
    let unit = unit();
    let run = Run::new(RunFields { id: unit.runs[0].id.clone(), ..(*unit.runs[0]).clone() }).unwrap();
    let read = |field: &ResultField, text: &str| read_cell(&unit, &run, TODAY, field, text);
    let columns: Vec<String> = ResultColumns::of(&unit).iter().map(ResultField::name).collect();
    assert_eq!(columns, ["part:T1", "part:T2", "grade", "date"]);
    assert_eq!(read(&ResultField::Grade, " B ").unwrap().as_deref(), Some("B"));
    assert_eq!(read(&ResultField::Grade, "F").unwrap().as_deref(), Some("F"), "no pass is a result too");
    assert_eq!(read(&ResultField::Grade, "").unwrap(), None);
    let flaw = read(&ResultField::Part(line("T1")), "Z").unwrap_err();
    assert_eq!(flaw.field, "part:T1");
    assert!(matches!(flaw.problem, Problem::UnknownCode { .. }));
    assert!(matches!(read(&ResultField::Part(line("T9")), "A").unwrap_err().problem, Problem::UnknownCode { .. }));
    assert_eq!(read(&ResultField::Date, "12. 6. 2026").unwrap().as_deref(), Some("2026-06-12"));
    for (text, wrong) in [("1. 7. 2026", "future-date"), ("15. 2. 2026", "date-before"), ("31. 2. 2026", "not-a-date")]
    {
        assert_eq!(read(&ResultField::Date, text).unwrap_err().problem.code(), wrong, "{text}");
    }
}

#[test]
fn of_two_who_change_one_cell_the_second_sees_both() {
    let base = results(["A", "B"], "B", TODAY);
    let theirs = ParticipantResults { grade: Some(line("C")), ..base.clone() };
    let mine = [(ResultField::Grade, Some("A".to_owned())), (ResultField::Part(line("T1")), Some("B".to_owned()))];
    let clashes = merge_entry(&base, &theirs, &mine).unwrap_err();
    assert_eq!(clashes.len(), 1);
    assert_eq!((clashes[0].theirs.as_deref(), clashes[0].mine.as_deref()), (Some("C"), Some("A")));
    // Seen from what is there now, the same is meant.
    let entry = merge_entry(&theirs, &theirs, &mine).unwrap();
    assert_eq!(entry.changes.len(), 2);
    assert_eq!(entry.changes[0].old.as_deref(), Some("C"));
}

fn grade() -> impl Strategy<Value = Option<&'static str>> {
    prop::option::weighted(0.9, prop::sample::select(vec!["A", "B", "C", "F"]))
}

fn day() -> impl Strategy<Value = Option<Date>> {
    let days = [(2026, 1, 1), (2026, 2, 16), (2026, 6, 12), (2026, 6, 30), (2026, 7, 1), (2035, 1, 1)];
    prop::option::weighted(
        0.9,
        prop::sample::select(days.map(|(year, month, day)| Date::constant(year, month, day)).to_vec()),
    )
}

fn entered() -> impl Strategy<Value = ParticipantResults> {
    (grade(), grade(), grade(), day()).prop_map(|(one, other, whole, date)| ParticipantResults {
        parts: [("T1", one), ("T2", other)]
            .into_iter()
            .filter_map(|(code, grade)| Some((line(code), line(grade?))))
            .collect(),
        grade: whole.map(line),
        date,
        assessor: None,
    })
}

proptest! {
    /// Whatever was entered: where all conditions are met an award can be made of it, of the same result, and to nobody's own person;
    /// where they are not there is a reason.
    #[test]
    fn met_conditions_make_an_award_and_unmet_ones_have_a_reason(
        results in entered(),
        state in prop::sample::select(ParticipantState::ALL.to_vec()),
        checked in any::<bool>(),
        own in any::<bool>(),
        suspended in prop::bool::weighted(0.1),
    ) {
        let unit = unit();
        let bar = move |_| suspended.then_some(IssueBar::Suspended);
        let mut participant = participant(results);
        participant.state = state;
        participant.identity = participant.identity.filter(|_| checked);
        let context = ConditionContext { own, ..context(&unit, &bar) };
        match conditions(&participant, &context) {
            Conditions::Met(outcome) => {
                prop_assert!(checked && !own && !suspended && state.takes_part());
                prop_assert_eq!(Some((*outcome).clone()), outcome_of(&unit, &participant.results));
                let mut fields = specimen::fields().unwrap();
                fields.unit = Arc::new(unit.clone());
                fields.outcome = *outcome;
                prop_assert!(Award::new(fields, TODAY).is_ok());
            }
            Conditions::Unmet(unmet) => prop_assert!(!unmet.is_empty()),
        }
    }

    /// Nobody's change is lost: what two people typed is there, or both are told.
    #[test]
    fn joining_loses_nothing(base in entered(), theirs in entered(), mine in entered()) {
        let fields = [ResultField::Part(line("T1")), ResultField::Part(line("T2")), ResultField::Grade, ResultField::Date];
        let typed: Vec<_> = fields.iter().map(|field| (field.clone(), mine.value(field))).collect();
        match merge_entry(&base, &theirs, &typed) {
            Ok(entry) => {
                for field in &fields {
                    let (before, other, own, now) =
                        (base.value(field), theirs.value(field), mine.value(field), entry.results.value(field));
                    prop_assert_eq!(&now, if own == before { &other } else { &own });
                    let told = entry.changes.iter().find(|change| change.field == *field);
                    prop_assert_eq!(told.is_some(), other != now);
                    prop_assert!(told.is_none_or(|change| change.old == other && change.new == now));
                }
            }
            Err(clashes) => {
                prop_assert!(!clashes.is_empty());
                for clash in clashes {
                    let before = base.value(&clash.field);
                    prop_assert!(clash.theirs != before && clash.mine != before && clash.theirs != clash.mine);
                }
            }
        }
    }
}

#[test]
fn nobody_is_shown_in_debug_output() {
    let participant = good();
    let shown = format!("{participant:?}");
    assert!(!shown.contains("Příkladná") && !shown.contains("2026-06-12"), "{shown}");
}
