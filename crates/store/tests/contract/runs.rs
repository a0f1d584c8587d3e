//! Runs: from planned to closed, who takes part, results joined change by change, and handing in.

use bytes::Bytes;
use signet_offering::{
    Participant, ParticipantResults, ParticipantState, ResultChange, ResultField, RunAct, RunForm, RunRefusal,
    RunState, RunTerms, RunVersion,
};
use signet_record::{Date, PersonId, Timestamp};
use signet_registry::{Digest, Scope};
use signet_store::{
    ArtefactKind, BatchId, BatchState, BatchWord, NewBatch, NumberedPage, ParticipantError, ResultWrite, RunEventKind,
    RunFilter, RunKey, RunsOf, Tenant, UnitsWithin, WorkerId,
};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{at, by, found, holder, keep, person, propose_for, run, unit};

on_both_engines![
    a_run_is_planned_changed_and_moved,
    what_the_catalogue_shows_of_runs_changes_its_state,
    people_come_and_go_within_the_capacity,
    of_two_who_enter_at_once_one_is_told_and_nothing_is_lost,
    closing_decides_about_everybody_at_once,
    what_is_handed_in_is_counted_and_waits_for_its_instant,
    what_waits_for_its_instant_is_moved_to_another,
    runs_are_listed_for_whom_they_concern,
    runs_of_another_institution_are_not_there,
    who_only_takes_part_is_erased_too,
];

const PAGE: NumberedPage = NumberedPage { page: 0, rows: 50 };

fn terms(capacity: &str) -> RunTerms {
    let form = RunForm {
        id: run().to_string(),
        start: "2025-09-01".into(),
        end: "2025-12-15".into(),
        capacity: capacity.into(),
        closed_to: String::new(),
    };
    RunTerms::read(&form).unwrap()
}

pub fn key() -> RunKey {
    RunKey { unit: unit(), run: run() }
}

fn by_now(second: i64) -> (Timestamp, signet_registry::Agent) {
    (at(second), by())
}

async fn planned(tenant: &Tenant, capacity: &str) {
    let version = RunVersion { version: 1, digest: Digest::of(b"text") };
    let (now, by) = by_now(1);
    assert!(tenant.put_run(&unit(), version, &terms(capacity), &[person("A-1")], (now, &by)).await.unwrap());
}

pub async fn moved(tenant: &Tenant, act: RunAct, decide: impl Fn(&Participant) -> ParticipantState + Send) -> bool {
    let from = tenant.run(&key()).await.unwrap().unwrap().state;
    let Some(to) = from.after(act) else { return false };
    tenant.move_run(&key(), (from, to, act), decide, (at(5), &by())).await.unwrap()
}

fn as_they_are(participant: &Participant) -> ParticipantState {
    participant.state
}

pub async fn enrol(tenant: &Tenant, ids: &[&str]) -> Result<Vec<PersonId>, ParticipantError> {
    let sort_key = |id: &str| id.as_bytes().to_vec();
    let people: Vec<_> = ids.iter().map(|id| (holder(id, Some("Jana"), Some("Nováková")), sort_key(id))).collect();
    tenant.add_participants(&key(), &people, ParticipantState::Enrolled, (at(3), &by())).await
}

fn graded(began_from: u32, who: &str, old: Option<&str>, new: &str) -> ResultWrite {
    let mut results = ParticipantResults::default();
    results.set(&ResultField::Grade, Some(new)).unwrap();
    let change = ResultChange { field: ResultField::Grade, old: old.map(str::to_owned), new: Some(new.into()) };
    ResultWrite { person: person(who), began_from, results, changes: vec![change] }
}

/// A running run in which somebody has a grade.
pub async fn entered(tenant: &Tenant, who: &str) {
    if tenant.run(&key()).await.unwrap().is_none() {
        planned(tenant, "").await;
        assert!(moved(tenant, RunAct::Start, as_they_are).await);
    }
    enrol(tenant, &[who]).await.unwrap();
    assert!(tenant.identify_participant(&key(), &person(who), true, (at(4), &by())).await.unwrap());
    let left = tenant.enter_results(&key(), &[graded(0, who, None, "A")], (at(6), &by())).await.unwrap();
    assert!(left.is_empty());
}

async fn what_the_catalogue_shows_of_runs_changes_its_state(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let state = || async { opened.store.operator().catalogue_state().await.unwrap() };
    let mut states = vec![state().await];
    planned(&tenant, "2").await;
    states.push(state().await);
    assert!(tenant.change_run(&key(), 1, &terms("3"), &[], (at(3), &by())).await.unwrap());
    states.push(state().await);
    assert!(moved(&tenant, RunAct::Open, as_they_are).await);
    states.push(state().await);
    enrol(&tenant, &["P-1"]).await.unwrap();
    assert_eq!(state().await, states[3], "who takes part is nobody else's business");
    assert!(moved(&tenant, RunAct::Cancel, as_they_are).await);
    states.push(state().await);
    for (place, one) in states.iter().enumerate() {
        assert!(states.iter().skip(place + 1).all(|other| other != one), "{place}");
    }
    let shown = tenant.catalogue_runs().await.unwrap();
    assert_eq!(shown.iter().map(|run| (&run.unit, run.state)).collect::<Vec<_>>(), [(&unit(), RunState::Cancelled)]);
    assert_eq!(shown[0].terms, terms("3"));
    assert!(found(&opened.store, "jinde").await.catalogue_runs().await.unwrap().is_empty());
}

async fn a_run_is_planned_changed_and_moved(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    planned(&tenant, "2").await;
    let version = RunVersion { version: 1, digest: Digest::of(b"text") };
    assert!(!tenant.put_run(&unit(), version, &terms("9"), &[], (at(2), &by())).await.unwrap(), "it is there already");
    let kept = tenant.run(&key()).await.unwrap().unwrap();
    assert_eq!((kept.state, kept.version, kept.revision), (RunState::Planned, version, 1));
    assert_eq!(kept.terms, terms("2"));
    assert_eq!(tenant.run_assessors(&key()).await.unwrap(), [person("A-1")]);

    let change = |began_from| {
        let assessors = [person("A-2"), person("A-3")];
        let tenant = tenant.clone();
        async move { tenant.change_run(&key(), began_from, &terms("3"), &assessors, (at(3), &by())).await.unwrap() }
    };
    assert!(change(1).await);
    assert!(!change(1).await, "somebody was quicker");
    assert_eq!(tenant.run(&key()).await.unwrap().unwrap().terms.capacity(), Some(3));
    assert_eq!(tenant.run_assessors(&key()).await.unwrap(), [person("A-2"), person("A-3")]);

    for (act, state) in
        [(RunAct::Open, RunState::Open), (RunAct::Start, RunState::Running), (RunAct::Close, RunState::Closed)]
    {
        assert!(moved(&tenant, act, as_they_are).await);
        assert_eq!(tenant.run(&key()).await.unwrap().unwrap().state, state);
    }
    let late = (RunState::Open, RunState::Running, RunAct::Start);
    assert!(!tenant.move_run(&key(), late, as_they_are, (at(6), &by())).await.unwrap());
    assert!(!change(2).await, "its terms are decided about");
    let kinds: Vec<_> = tenant.run_events(&key(), 10).await.unwrap().iter().map(|event| event.kind).collect();
    let act = RunEventKind::Act;
    assert_eq!(
        kinds,
        [act(RunAct::Close), act(RunAct::Start), act(RunAct::Open), RunEventKind::Changed, RunEventKind::Planned]
    );
    for kind in RunEventKind::ALL {
        assert_eq!(RunEventKind::from_code(kind.code()), Some(kind));
    }
}

async fn people_come_and_go_within_the_capacity(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    planned(&tenant, "2").await;
    let early = enrol(&tenant, &["p1"]).await;
    assert!(matches!(early, Err(ParticipantError::Refused(RunRefusal::NotNow(RunState::Planned)))));
    moved(&tenant, RunAct::Open, as_they_are).await;
    keep(&tenant, &holder("p2", Some("Jana"), Some("Dvořáková"))).await;
    assert_eq!(enrol(&tenant, &["p2", "p1"]).await.unwrap(), [person("p2"), person("p1")]);
    assert!(enrol(&tenant, &["p1"]).await.unwrap().is_empty(), "who is there stays");
    let full = enrol(&tenant, &["p3"]).await;
    assert!(matches!(full, Err(ParticipantError::Refused(RunRefusal::Full))));
    assert!(tenant.participant(&key(), &person("p3")).await.unwrap().is_none(), "all or nothing");

    let listed = tenant.participants(&key(), None, PAGE).await.unwrap();
    let ids: Vec<&str> = listed.iter().map(|one| one.participant.holder.person.as_str()).collect();
    assert_eq!(ids, ["p1", "p2"]);
    // What the records say of them is shown and not overwritten.
    assert!(listed[0].known.is_none());
    assert!(listed[1].participant.differs_from(listed[1].known.as_ref().unwrap()));
    assert!(tenant.confirm_participant(&key(), &person("p2"), (at(7), &by())).await.unwrap());
    assert_eq!(
        tenant.namesakes(&key(), &holder("p9", Some("Jana"), Some("Nováková")), b"p1").await.unwrap(),
        [person("p1")]
    );

    let go = (ParticipantState::Enrolled, ParticipantState::Withdrew, RunEventKind::Withdrew);
    tenant.move_participant(&key(), &person("p1"), go, (at(8), &by())).await.unwrap();
    let again = tenant.move_participant(&key(), &person("p1"), go, (at(8), &by())).await;
    assert!(matches!(again, Err(ParticipantError::Refused(RunRefusal::Overtaken))));
    enrol(&tenant, &["p3"]).await.unwrap();
    let back = (ParticipantState::Withdrew, ParticipantState::Enrolled, RunEventKind::Enrolled);
    let full = tenant.move_participant(&key(), &person("p1"), back, (at(9), &by())).await;
    assert!(matches!(full, Err(ParticipantError::Refused(RunRefusal::Full))));
    let kept = tenant.run(&key()).await.unwrap().unwrap();
    assert_eq!((kept.participants, kept.enrolled), (3, 2));
    let states = tenant.participant_states(&key()).await.unwrap();
    assert_eq!(states, [(ParticipantState::Enrolled, 2), (ParticipantState::Withdrew, 1)]);

    let mut right = tenant.participant(&key(), &person("p2")).await.unwrap().unwrap().participant.holder;
    assert!(tenant.participant(&key(), &person("p2")).await.unwrap().unwrap().participant.confirmed);
    right = holder("p2", Some("Jana"), right.family_name.as_deref());
    assert!(tenant.change_participant(&key(), (&right, b"p2"), (at(9), &by())).await.unwrap());
    assert!(!tenant.participant(&key(), &person("p2")).await.unwrap().unwrap().participant.confirmed, "asked anew");
}

async fn of_two_who_enter_at_once_one_is_told_and_nothing_is_lost(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    planned(&tenant, "").await;
    moved(&tenant, RunAct::Open, as_they_are).await;
    enrol(&tenant, &["p1", "p2"]).await.unwrap();
    let early = tenant.enter_results(&key(), &[graded(0, "p1", None, "A")], (at(6), &by())).await;
    assert!(matches!(early, Err(ParticipantError::Refused(RunRefusal::NotNow(RunState::Open)))));
    moved(&tenant, RunAct::Start, as_they_are).await;
    let (one, other) = ([graded(0, "p1", None, "A"), graded(0, "p2", None, "B")], [graded(0, "p1", None, "C")]);
    let (now, by) = by_now(6);
    let key = key();
    let (one, other) =
        tokio::join!(tenant.enter_results(&key, &one, (now, &by)), tenant.enter_results(&key, &other, (now, &by)));
    let told: Vec<_> = [one.unwrap(), other.unwrap()].concat();
    assert_eq!(told, [person("p1")]);
    let left = tenant.enter_results(&key, &[graded(1, "p2", Some("B"), "A")], (at(7), &by)).await.unwrap();
    assert!(left.is_empty());
    let changes = tenant.result_changes(&key, &person("p2"), 0, 10).await.unwrap();
    let said: Vec<_> =
        changes.iter().map(|one| (one.change.old.as_deref(), one.change.new.as_deref(), one.at)).collect();
    assert_eq!(said, [(Some("B"), Some("A"), at(7)), (None, Some("B"), at(6))]);
    assert_eq!(tenant.result_changes(&key, &person("p2"), 1, 10).await.unwrap().len(), 1);
    let kept = tenant.participant(&key, &person("p2")).await.unwrap().unwrap();
    assert_eq!((kept.entries, kept.participant.results.grade.as_deref()), (2, Some("A")));
}

async fn closing_decides_about_everybody_at_once(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    entered(&tenant, "p1").await;
    enrol(&tenant, &["p2"]).await.unwrap();
    let decide = |one: &Participant| match one.results.grade {
        Some(_) => ParticipantState::Completed,
        None => ParticipantState::Failed,
    };
    assert!(moved(&tenant, RunAct::Close, decide).await);
    let states = tenant.participant_states(&key()).await.unwrap();
    assert_eq!(states, [(ParticipantState::Completed, 1), (ParticipantState::Failed, 1)]);
    assert_eq!(tenant.run(&key()).await.unwrap().unwrap().ready, 1);
    let late = tenant.enter_results(&key(), &[graded(1, "p1", Some("A"), "B")], (at(9), &by())).await;
    assert!(matches!(late, Err(ParticipantError::Refused(RunRefusal::NotNow(RunState::Closed)))));
    assert!(moved(&tenant, RunAct::Reopen, |_| ParticipantState::Enrolled).await);
    assert_eq!(tenant.run(&key()).await.unwrap().unwrap().ready, 0);
}

/// A batch of the one participant of a closed run.
async fn handed_in(tenant: &Tenant, not_before: Option<Timestamp>) -> NewBatch {
    entered(tenant, "p1").await;
    moved(tenant, RunAct::Close, |_| ParticipantState::Completed).await;
    keep(tenant, &holder("p1", Some("Jana"), Some("Nováková"))).await;
    let file = tenant.put_artefact(ArtefactKind::Upload, Bytes::from_static(b"[]"), at(10)).await.unwrap();
    let batch = NewBatch {
        id: BatchId::from_random([7; 16]),
        unit: unit(),
        file_name: String::from("run.json"),
        upload: Some(file),
        by: by(),
        rows_read: 1,
        rows_good: 1,
        complaints: String::from("[]"),
        mapping: String::from("{}"),
    };
    tenant.put_run_batch(&batch, &key(), &[person("p1")], not_before, at(10)).await.unwrap();
    batch
}

async fn what_is_handed_in_is_counted_and_waits_for_its_instant(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let due = at(1_000);
    let batch = handed_in(&tenant, Some(due)).await;
    assert_eq!(tenant.run(&key()).await.unwrap().unwrap().ready, 0);
    let kept = tenant.batch(&batch.id).await.unwrap().unwrap();
    assert_eq!((kept.run, kept.not_before, kept.state), (Some(run()), Some(due), BatchState::Checked));
    let handed_in = tenant.participant(&key(), &person("p1")).await.unwrap().unwrap().batch.unwrap();
    assert_eq!((handed_in.id, handed_in.begun, handed_in.entries), (batch.id, false, Some(1)));
    let word = BatchWord { by: by(), person: None, at: at(11) };
    assert!(tenant.begin_batch(&batch.id, &word, true).await.unwrap());
    propose_for(&tenant, 1, "p1", 0, Some(batch.id)).await;
    assert!(tenant.move_batch(&batch.id, BatchState::Issuing, BatchState::Issued, at(12)).await.unwrap());

    let (queue, worker) = (tenant.queue(), WorkerId::new("w").unwrap());
    let claimed = async |second: i64| queue.claim(&worker, at(second), at(second + 60), 10).await.unwrap().len();
    assert_eq!((claimed(13).await, queue.free(at(13)).await.unwrap()), (0, 0), "before its instant");
    // Whatever happens meanwhile: a restart, somebody who lets everything go on, a stop.
    queue.free_all(&worker).await.unwrap();
    queue.retry_all().await.unwrap();
    assert_eq!(claimed(14).await, 0);
    assert_eq!(tenant.retry_batch(&batch.id).await.unwrap(), 1);
    assert_eq!(claimed(15).await, 0);
    assert!(tenant.stop_batch(&batch.id, &by(), "batch-stopped", at(16)).await.unwrap());
    assert_eq!(claimed(1_001).await, 0, "stopped beyond its instant");
    assert_eq!(tenant.retry_batch(&batch.id).await.unwrap(), 1);
    assert_eq!(claimed(999).await, 0, "and still not before it");
    assert_eq!(claimed(1_001).await, 1);
    let row = tenant.participant(&key(), &person("p1")).await.unwrap().unwrap();
    assert_eq!(row.credential, Some((crate::fixture::credential(1), false)));
    assert!(tenant.is_issued_for(&key()).await.unwrap());
}

async fn what_waits_for_its_instant_is_moved_to_another(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = handed_in(&tenant, Some(at(1_000))).await.id;
    let word = BatchWord { by: by(), person: None, at: at(11) };
    assert!(tenant.begin_batch(&id, &word, true).await.unwrap());
    propose_for(&tenant, 1, "p1", 0, Some(id)).await;
    assert!(tenant.move_batch(&id, BatchState::Issuing, BatchState::Issued, at(12)).await.unwrap());
    let moved = async |to: Option<i64>, now: i64| {
        let batch = tenant.batch(&id).await.unwrap().unwrap();
        tenant.reschedule_batch(&batch, to.map(at), (at(now), &by())).await.unwrap()
    };
    let waiting = async |now: i64| tenant.waiting_for_seal(at(now)).await.unwrap().map(|one| (one.many, one.since));
    let (queue, worker) = (tenant.queue(), WorkerId::new("w").unwrap());
    let claimed = async |second: i64| queue.claim(&worker, at(second), at(second + 60), 10).await.unwrap().len();

    // What is scheduled waits for no seal; at its instant it does, since then.
    assert_eq!((tenant.scheduled(at(20)).await.unwrap(), waiting(20).await), (1, None));
    assert_eq!((tenant.scheduled(at(1_001)).await.unwrap(), waiting(1_001).await), (0, Some((1, at(1_000)))));
    assert!(moved(Some(2_000), 20).await);
    assert_eq!((claimed(1_001).await, tenant.scheduled(at(1_001)).await.unwrap()), (0, 1));
    // What was stopped is let go on by somebody, and then waits for the new instant.
    assert!(tenant.stop_batch(&id, &by(), "batch-stopped", at(30)).await.unwrap());
    assert_eq!(tenant.scheduled(at(31)).await.unwrap(), 0, "it waits for somebody, not for its instant");
    assert!(moved(Some(3_000), 31).await);
    assert_eq!(claimed(3_001).await, 0);
    assert_eq!(tenant.retry_batch(&id).await.unwrap(), 1);
    assert_eq!(claimed(2_999).await, 0);
    assert!(moved(None, 40).await, "to now");
    assert_eq!(waiting(41).await.map(|(many, _)| many), Some(1));
    assert_eq!(claimed(41).await, 1);
    assert!(!moved(Some(5_000), 42).await, "it never had an instant, or no longer");
    let kinds: Vec<_> = tenant.run_events(&key(), 50).await.unwrap().iter().map(|event| event.kind).collect();
    assert_eq!(kinds.iter().filter(|kind| **kind == RunEventKind::Rescheduled).count(), 3);
}

async fn runs_are_listed_for_whom_they_concern(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    planned(&tenant, "").await;
    let listed = async |of: RunsOf<'_>, filter: &RunFilter| tenant.runs(of, filter, PAGE).await.unwrap().len();
    let (assessor, other) = (person("A-1"), person("A-9"));
    let all = RunFilter::default();
    assert_eq!(listed(RunsOf::Within(UnitsWithin::WHOLE), &all).await, 1);
    assert_eq!(listed(RunsOf::Assessor(&assessor), &all).await, 1);
    assert_eq!(listed(RunsOf::Assessor(&other), &all).await, 0);
    assert_eq!(listed(RunsOf::Guarantor(&other), &all).await, 0);
    let closed = RunFilter { state: Some(RunState::Closed), ..RunFilter::default() };
    assert_eq!(listed(RunsOf::Within(UnitsWithin::WHOLE), &closed).await, 0);
    let of_unit = RunFilter { unit: Some(unit()), state: Some(RunState::Planned) };
    assert_eq!(listed(RunsOf::Within(UnitsWithin::WHOLE), &of_unit).await, 1);
    let second = NumberedPage { page: 1, rows: 1 };
    assert!(tenant.runs(RunsOf::Within(UnitsWithin::WHOLE), &all, second).await.unwrap().is_empty());

    moved(&tenant, RunAct::Start, as_they_are).await;
    let (before, after) = (Date::constant(2025, 12, 15), Date::constant(2025, 12, 16));
    assert!(tenant.runs_to_close(before, RunsOf::Within(UnitsWithin::WHOLE), 9).await.unwrap().is_empty());
    assert_eq!(tenant.runs_to_close(after, RunsOf::Within(UnitsWithin::WHOLE), 9).await.unwrap().len(), 1);
    assert!(tenant.runs_to_close(after, RunsOf::Guarantor(&other), 9).await.unwrap().is_empty());
    assert_eq!(tenant.runs_to_assess(&assessor, 9).await.unwrap().len(), 1);
    enrol(&tenant, &["p1"]).await.unwrap();
    moved(&tenant, RunAct::Close, |_| ParticipantState::Completed).await;
    assert_eq!(tenant.runs_ready(UnitsWithin::WHOLE, 9).await.unwrap().len(), 1);
}

async fn runs_of_another_institution_are_not_there(opened: &Opened) {
    let (lhota, jinde) = (found(&opened.store, "lhota").await, found(&opened.store, "jinde").await);
    entered(&lhota, "p1").await;
    assert!(jinde.run(&key()).await.unwrap().is_none());
    assert!(jinde.run_assessors(&key()).await.unwrap().is_empty());
    assert!(jinde.participants(&key(), None, PAGE).await.unwrap().is_empty());
    assert!(jinde.participant(&key(), &person("p1")).await.unwrap().is_none());
    assert!(jinde.result_changes(&key(), &person("p1"), 0, 9).await.unwrap().is_empty());
    assert!(jinde.run_events(&key(), 9).await.unwrap().is_empty());
    assert!(jinde.runs(RunsOf::Within(UnitsWithin::WHOLE), &RunFilter::default(), PAGE).await.unwrap().is_empty());
    let foreign = jinde.enter_results(&key(), &[graded(1, "p1", Some("A"), "B")], (at(9), &by())).await;
    assert!(matches!(foreign, Err(ParticipantError::Refused(RunRefusal::Unknown))));
    assert!(!jinde.identify_participant(&key(), &person("p1"), false, (at(9), &by())).await.unwrap());
    let moved = (RunState::Running, RunState::Closed, RunAct::Close);
    assert!(!jinde.move_run(&key(), moved, as_they_are, (at(9), &by())).await.unwrap());
}

async fn who_only_takes_part_is_erased_too(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    entered(&tenant, "p1").await;
    assert!(tenant.person(&person("p1")).await.unwrap().is_none());
    let kept = async || tenant.participant(&key(), &person("p1")).await.unwrap().unwrap().participant;
    assert!(kept().await.holder.email.is_some());
    tenant.erase_person(&person("p1"), Scope::Publication, at(20), &by()).await.unwrap();
    assert!(kept().await.holder.email.is_none());
    assert_eq!(kept().await.results.grade.as_deref(), Some("A"), "what was reached stays");
}
