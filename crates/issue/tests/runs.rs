//! A run of a unit, from its plan to the credentials of those who met all conditions.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::sync::Arc;

use signet_access::{Action, Actor, Denial, Permit, Role, Target, UnitPlace, allowed};
use signet_issue::{
    BatchSaid, Clock, HandInError, Issuer, JudgedParticipant, Observer, ProposalContext, ProposalOutcome,
    RegisteredInstitution, RunActError, SecureRandom, TypedResults,
};
use signet_offering::{
    Conditions, ParticipantAct, ParticipantState, PersonForm, ResultField, RunAct, RunForm, RunRefusal, RunTerms, Unmet,
};
use signet_record::{
    Date, Holder, InstitutionId, InstitutionRules, Line, PersonId, SealingIssuer, Timestamp, Unit,
    results::{self, ColumnMapping},
    specimen,
};
use signet_registry::{Agent, LogKey};
use signet_share::LinkKey;
use signet_store::{Batch, BatchId, BatchState, Database, RunKey, Store, Tenant};
use tempfile::TempDir;
use tokio::runtime::Builder;

struct Register {
    issuer: Issuer,
    tenant: Tenant,
    _folder: TempDir,
}

/// Account, role and person.
struct Somebody(&'static str, Role, &'static str);

const REGISTRAR: Somebody = Somebody("registrar", Role::Registrar, "V-1");
const OTHER_REGISTRAR: Somebody = Somebody("other-registrar", Role::Registrar, "V-9");
const PROGRAM: Somebody = Somebody("program", Role::SystemClient, "V-8");
const ASSESSOR: Somebody = Somebody("assessor", Role::Assessor, "V-5");
const OTHER_ASSESSOR: Somebody = Somebody("other-assessor", Role::Assessor, "V-6");

impl Somebody {
    fn actor(&self, tenant: &Tenant) -> Actor {
        let person = Some(PersonId::new(self.2).unwrap());
        Actor::within(Agent::new(self.0).unwrap(), tenant.id().clone(), self.1, person).unwrap()
    }
}

/// The sample unit whose two assessments have results of their own.
fn unit(version: u32) -> Unit {
    let mut unit = serde_json::to_value(specimen::unit().unwrap()).unwrap();
    unit["version"] = version.into();
    unit["assessments"][0]["code"] = "PROJEKT".into();
    unit["assessments"][1]["code"] = "TEST".into();
    serde_json::from_value(unit).unwrap()
}

fn holder(person: &str, family: &str) -> Holder {
    let form = PersonForm {
        person: person.into(),
        given_name: "Jana".into(),
        family_name: family.into(),
        born: "29. 2. 2000".into(),
        ..PersonForm::default()
    };
    form.read().unwrap()
}

fn part(code: &str) -> ResultField {
    ResultField::Part(Line::new(code).unwrap())
}

fn typed(person: &str, cells: &[(ResultField, &str)]) -> TypedResults {
    let value = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    TypedResults {
        person: PersonId::new(person).unwrap(),
        began_from: None,
        cells: cells.iter().map(|(field, text)| (field.clone(), value(text))).collect(),
    }
}

fn all(person: &str, grade: &str) -> TypedResults {
    let day = (ResultField::Date, "2026-06-12");
    typed(person, &[(part("PROJEKT"), grade), (part("TEST"), grade), (ResultField::Grade, grade), day])
}

impl Register {
    async fn new(rules: InstitutionRules) -> Register {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::Sqlite(folder.path().join("register.sqlite"));
        let key = Some(LogKey::new(&SecureRandom.bytes()));
        let store = Store::open_with_key(&database, &folder.path().join("artefacts"), key).await.unwrap();
        let id = InstitutionId::new("vzorova").unwrap();
        let registered = RegisteredInstitution {
            institution: specimen::institution().unwrap().into(),
            sealing: SealingIssuer::AwardingBody.into(),
            rules,
        };
        let document = registered.to_document().unwrap();
        store.operator().put_institution(&id, &document, Timestamp::now()).await.unwrap();
        let tenant = store.tenant(&id);
        let link_key = LinkKey::new(&SecureRandom.bytes()).unwrap();
        let address = "https://signet.example/".parse().unwrap();
        let issuer = Issuer::new(store, [], link_key, address, Clock::System, SecureRandom, None);
        let register = Register { issuer, tenant, _folder: folder };
        register.put(unit(1)).await;
        register
    }

    async fn put(&self, unit: Unit) {
        let document = serde_json::to_string(&unit).unwrap();
        self.tenant.put_unit(&unit.id, unit.version, &unit.title, &document, Timestamp::now()).await.unwrap();
    }

    fn permit(&self, who: &Somebody, action: Action) -> Permit {
        let place = UnitPlace::of(&unit(1));
        let target = match action {
            Action::ImportResults => Target::Batch { institution: self.tenant.id(), place: Some(&place) },
            _ => Target::Run { institution: self.tenant.id(), guarantor: None, assessors: &[], place: Some(&place) },
        };
        allowed(&who.actor(&self.tenant), action, &target).unwrap()
    }

    /// Leave for a run that `ASSESSOR` assesses.
    fn run_permit(&self, who: &Somebody, action: Action) -> Permit {
        let assessors = [PersonId::new(ASSESSOR.2).unwrap()];
        let (institution, place) = (self.tenant.id(), UnitPlace::of(&unit(1)));
        let target = Target::Run { institution, guarantor: None, assessors: &assessors, place: Some(&place) };
        allowed(&who.actor(&self.tenant), action, &target).unwrap()
    }

    async fn planned(&self) -> RunKey {
        let form = RunForm {
            id: "2026-podzim".into(),
            start: "2026-02-16".into(),
            end: "2026-05-15".into(),
            ..RunForm::default()
        };
        let terms = RunTerms::read(&form).unwrap();
        let assessors = [PersonId::new(ASSESSOR.2).unwrap()];
        let permit = self.permit(&REGISTRAR, Action::ManageRun);
        let unit = unit(1).id.clone();
        let again = self.permit(&REGISTRAR, Action::ManageRun);
        let key = self.issuer.runs(&self.tenant).plan(&unit, &terms, &assessors, permit).await.unwrap();
        let twice = self.issuer.runs(&self.tenant).plan(&unit, &terms, &assessors, again).await;
        assert!(matches!(twice, Err(RunActError::Refused(RunRefusal::Exists))));
        key
    }

    async fn act(&self, key: &RunKey, act: RunAct) {
        let action = if act.is_of_results() { Action::CloseResults } else { Action::ManageRun };
        let permit = self.run_permit(&PROGRAM, action);
        self.issuer.runs(&self.tenant).act(key, act, permit).await.unwrap();
    }

    /// A running run with people in it.
    async fn running(&self, people: &[(&str, &str)]) -> RunKey {
        let key = self.planned().await;
        self.act(&key, RunAct::Start).await;
        let people = people.iter().map(|(person, family)| holder(person, family)).collect();
        let permit = self.run_permit(&REGISTRAR, Action::ManageParticipants);
        self.issuer.runs(&self.tenant).add(&key, people, ParticipantState::Enrolled, permit).await.unwrap();
        key
    }

    async fn enter(&self, key: &RunKey, who: &Somebody, rows: &[TypedResults]) -> signet_issue::EnteredResults {
        let actors = [who.actor(&self.tenant)];
        self.issuer.runs(&self.tenant).enter(key, rows, &actors).await.unwrap()
    }

    async fn identify(&self, key: &RunKey, person: &str) {
        let actors = [ASSESSOR.actor(&self.tenant)];
        let person = PersonId::new(person).unwrap();
        self.issuer.runs(&self.tenant).identify(key, &person, true, &actors).await.unwrap();
    }

    async fn judged(&self, key: &RunKey, who: &Somebody) -> Vec<JudgedParticipant> {
        let runs = self.issuer.runs(&self.tenant);
        let run = runs.run(key).await.unwrap().unwrap();
        runs.judge(&run, &[who.actor(&self.tenant)]).await.unwrap()
    }

    async fn unmet(&self, key: &RunKey, person: &str) -> Vec<Unmet> {
        let judged = self.judged(key, &REGISTRAR).await;
        let one = judged.into_iter().find(|one| one.stored.participant.holder.person.as_str() == person).unwrap();
        match one.conditions {
            Conditions::Met(_) => Vec::new(),
            Conditions::Unmet(unmet) => unmet,
        }
    }

    async fn hand_in(&self, key: &RunKey, people: &[&str], at: Option<Timestamp>) -> Result<BatchId, HandInError> {
        let people: Vec<PersonId> = people.iter().map(|person| PersonId::new(person).unwrap()).collect();
        let actors = [REGISTRAR.actor(&self.tenant)];
        let permit = self.permit(&REGISTRAR, Action::ImportResults);
        self.issuer.runs(&self.tenant).hand_in(key, &people, at, &actors, permit).await
    }

    async fn batch(&self, id: BatchId) -> Batch {
        self.tenant.batch(&id).await.unwrap().unwrap()
    }

    /// Takes the rows of a batch into the register, as its page does.
    async fn take_in(&self, batch: &Batch, who: &Somebody) -> (Vec<ProposalOutcome>, Vec<u64>) {
        let actors = [who.actor(&self.tenant)];
        let unit = self.issuer.unit_of_batch(&self.tenant, batch).await.unwrap();
        let file = self.tenant.artefact(&batch.upload.unwrap()).await.unwrap().bytes;
        let sheet = results::read(&file, &unit, self.issuer.today());
        assert!(sheet.complaints.is_empty() && sheet.not_passed.is_empty(), "{sheet:?}");
        let (rows, changed) = self.issuer.take_out_changed(&self.tenant, batch, sheet.rows, &actors).await.unwrap();
        let registered = self.issuer.registered(&self.tenant).await.unwrap();
        let course = ProposalContext { registered, unit, batch: Some(batch.id) };
        let admission = self.issuer.admit(&self.tenant, &batch.unit, &actors, rows).await.unwrap();
        let nobody: Observer = Arc::new(|_, _| {});
        (self.issuer.propose(&self.tenant, &course, admission.admitted, &nobody).await.unwrap(), changed)
    }
}

fn run(story: impl Future<Output = ()>) {
    Builder::new_current_thread().enable_all().build().unwrap().block_on(story);
}

#[test]
fn who_met_all_conditions_is_issued_to_once_and_from_the_version_they_enrolled_in() {
    run(async {
        let register = Register::new(InstitutionRules::default()).await;
        let key = register.running(&[("P-1", "Nováková"), ("P-2", "Dvořáková"), ("P-3", "Bílá")]).await;
        // A newer version is approved while the run is under way.
        register.put(unit(2)).await;
        assert_eq!(register.issuer.unit(&register.tenant, &key.unit).await.unwrap().version, 2);
        register.enter(&key, &ASSESSOR, &[all("P-1", "B"), all("P-2", "F")]).await;
        assert_eq!(register.unmet(&key, "P-1").await, [Unmet::IdentityUnchecked]);
        register.identify(&key, "P-1").await;
        let early = register.hand_in(&key, &["P-1"], None).await;
        assert!(matches!(early, Err(HandInError::Run(RunActError::Refused(RunRefusal::NotNow(_))))));
        register.act(&key, RunAct::Close).await;
        assert_eq!(register.unmet(&key, "P-1").await, []);
        assert!(register.unmet(&key, "P-2").await.iter().any(|one| matches!(one, Unmet::GradeNotPassed(_))));
        assert!(register.unmet(&key, "P-3").await.contains(&Unmet::GradeMissing));
        let not_met = register.hand_in(&key, &["P-1", "P-2"], None).await;
        assert!(matches!(not_met, Err(HandInError::NotMet(people)) if people.len() == 1));

        let batch = register.batch(register.hand_in(&key, &["P-1"], None).await.unwrap()).await;
        let permit = register.permit(&REGISTRAR, Action::ImportResults);
        let said = register.issuer.begin_batch(&register.tenant, &batch, permit).await.unwrap();
        assert_eq!(said, BatchSaid::Begun);
        let (taken, changed) = register.take_in(&batch, &REGISTRAR).await;
        let [ProposalOutcome::New(id)] = taken.as_slice() else { panic!("{taken:?}") };
        assert!(changed.is_empty());
        let stored = register.tenant.credential(id).await.unwrap().unwrap();
        let award = register.tenant.artefact(&stored.award).await.unwrap();
        let award = signet_issue::read_award(&award.bytes).unwrap();
        assert_eq!((award.unit().version, award.run().id.as_str()), (1, "2026-podzim"));
        assert_eq!(award.run().start, Date::constant(2026, 2, 16));
        assert_eq!(award.outcome().parts.len(), 2);
        // Again, as after a crash half-way: the same credential.
        let (again, _) = register.take_in(&batch, &REGISTRAR).await;
        assert_eq!(again, [ProposalOutcome::Known(*id)]);
        assert_eq!(register.unmet(&key, "P-1").await, [Unmet::Issued(*id)]);
        assert!(matches!(register.hand_in(&key, &["P-1"], None).await, Err(HandInError::NotMet(_))));
        let cancel = register.run_permit(&REGISTRAR, Action::ManageRun);
        let refused = register.issuer.runs(&register.tenant).act(&key, RunAct::Cancel, cancel).await;
        assert!(matches!(refused, Err(RunActError::Refused(RunRefusal::NotNow(_)))));

        // A result that is changed afterwards asks for a correction, and never differs in silence.
        register.act(&key, RunAct::Reopen).await;
        register.enter(&key, &ASSESSOR, &[all("P-1", "A")]).await;
        register.act(&key, RunAct::Close).await;
        assert_eq!(register.unmet(&key, "P-1").await, [Unmet::IssuedOtherwise(*id)]);
        register.act(&key, RunAct::Reopen).await;
        register.enter(&key, &ASSESSOR, &[all("P-1", "B")]).await;
        register.act(&key, RunAct::Close).await;
        assert_eq!(register.unmet(&key, "P-1").await, [Unmet::Issued(*id)], "changed back");
    });
}

#[test]
fn nobody_enters_or_issues_their_own_result_under_whatever_number() {
    run(async {
        let register = Register::new(InstitutionRules::default()).await;
        let key = register.running(&[("P-1", "Nováková"), ("V-5", "Zkoušející"), ("V-1", "Úřednice")]).await;
        let entered = register.enter(&key, &ASSESSOR, &[all("P-1", "A"), all("V-5", "A")]).await;
        assert_eq!(entered.written.len(), 1);
        assert_eq!(entered.denied, [(PersonId::new("V-5").unwrap(), Denial::Themselves)]);
        let others = register.enter(&key, &OTHER_ASSESSOR, &[all("P-1", "B")]).await;
        assert_eq!(others.denied[0].1, Denial::NotOwn, "a run that is not theirs");

        // The same person under another number: the records know them.
        let institution = register.tenant.id().clone();
        assert_eq!(institution.as_str(), "vzorova");
        register.enter(&key, &PROGRAM, &[all("V-1", "A"), all("V-5", "A")]).await;
        for person in ["P-1", "V-1", "V-5"] {
            let actors = [PROGRAM.actor(&register.tenant)];
            let person = PersonId::new(person).unwrap();
            register.issuer.runs(&register.tenant).identify(&key, &person, true, &actors).await.unwrap();
        }
        register.act(&key, RunAct::Close).await;
        assert_eq!(register.unmet(&key, "V-1").await, [Unmet::Own]);
        assert!(matches!(register.hand_in(&key, &["V-1"], None).await, Err(HandInError::NotMet(_))));
        let judged = register.judged(&key, &OTHER_REGISTRAR).await;
        assert!(judged.iter().all(JudgedParticipant::is_ready));
    });
}

#[test]
fn two_who_type_lose_nothing() {
    run(async {
        let register = Register::new(InstitutionRules::default()).await;
        let key = register.running(&[("P-1", "Nováková")]).await;
        let from = |began_from, cells: &[(ResultField, &str)]| TypedResults {
            began_from: Some(began_from),
            ..typed("P-1", cells)
        };
        let both = [(part("PROJEKT"), "A"), (part("TEST"), "")];
        register.enter(&key, &ASSESSOR, &[from(0, &both)]).await;
        // Somebody else began from the empty form, too, and typed another cell.
        let other = register.enter(&key, &REGISTRAR, &[from(0, &[(part("PROJEKT"), ""), (part("TEST"), "B")])]).await;
        assert!(other.clashes.is_empty(), "{other:?}");
        let clash = register.enter(&key, &REGISTRAR, &[from(0, &[(part("PROJEKT"), "C")])]).await;
        assert_eq!(clash.clashes[0].1[0].theirs.as_deref(), Some("A"));
        let person = PersonId::new("P-1").unwrap();
        let runs = register.issuer.runs(&register.tenant);
        let kept = runs.participant(&key, &person).await.unwrap().participant.results;
        assert_eq!(
            (kept.value(&part("PROJEKT")).as_deref(), kept.value(&part("TEST")).as_deref()),
            (Some("A"), Some("B"))
        );
        assert_eq!(runs.result_changes(&key, &person).await.unwrap().len(), 2);
        let knowing = register.enter(&key, &REGISTRAR, &[from(2, &[(part("PROJEKT"), "C")])]).await;
        assert_eq!(knowing.written.len(), 1);
    });
}

#[test]
fn what_changed_since_it_was_handed_in_is_left_out() {
    run(async {
        let register = Register::new(InstitutionRules { second_yes: true, ..InstitutionRules::default() }).await;
        let key = register.running(&[("P-1", "Nováková"), ("P-2", "Bílá")]).await;
        register.enter(&key, &ASSESSOR, &[all("P-1", "A"), all("P-2", "A")]).await;
        register.identify(&key, "P-1").await;
        register.identify(&key, "P-2").await;
        register.act(&key, RunAct::Close).await;
        let at: Timestamp = "2030-01-01T07:00:00Z".parse().unwrap();
        let batch = register.batch(register.hand_in(&key, &["P-1", "P-2"], Some(at)).await.unwrap()).await;
        assert_eq!(register.issuer.scheduled(&batch), Some(at));
        let permit = || register.permit(&REGISTRAR, Action::ImportResults);
        let said = register.issuer.begin_batch(&register.tenant, &batch, permit()).await.unwrap();
        assert_eq!(said, BatchSaid::AwaitsAnother);
        let waits = register.judged(&key, &REGISTRAR).await;
        assert!(waits.iter().all(|one| one.waits_in == Some(batch.id) && !one.is_ready()));
        let own = register.issuer.confirm_batch(&register.tenant, &register.batch(batch.id).await, permit()).await;
        assert_eq!(own.unwrap(), BatchSaid::OwnWord);
        // Before the second yes one result is changed.
        register.act(&key, RunAct::Reopen).await;
        register.enter(&key, &ASSESSOR, &[all("P-2", "B")]).await;
        let batch = register.batch(batch.id).await;
        let (taken, changed) = register.take_in(&batch, &OTHER_REGISTRAR).await;
        assert_eq!((taken.len(), changed.len()), (0, 2), "results are open");
        register.act(&key, RunAct::Close).await;
        let confirm = register.permit(&OTHER_REGISTRAR, Action::ImportResults);
        let said = register.issuer.confirm_batch(&register.tenant, &batch, confirm).await.unwrap();
        assert_eq!(said, BatchSaid::Begun);
        let (taken, changed) = register.take_in(&batch, &OTHER_REGISTRAR).await;
        assert_eq!((taken.len(), changed.len()), (1, 1));
        register.tenant.move_batch(&batch.id, BatchState::Issuing, BatchState::Issued, Timestamp::now()).await.unwrap();
        assert_eq!(register.tenant.queue().free(Timestamp::now()).await.unwrap(), 0, "it is to be sealed later");
        // Whoever was left out can be handed in anew.
        let again = register.hand_in(&key, &["P-2"], None).await.unwrap();
        assert_ne!(again, batch.id);
    });
}

#[test]
fn details_that_differ_from_the_records_wait_for_somebody_and_a_capacity_holds() {
    run(async {
        let register = Register::new(InstitutionRules::default()).await;
        let key = register.running(&[("P-1", "Nováková")]).await;
        let runs = register.issuer.runs(&register.tenant);
        // Another run of the same person is in the register with another name.
        register.enter(&key, &ASSESSOR, &[all("P-1", "A")]).await;
        register.identify(&key, "P-1").await;
        register.act(&key, RunAct::Close).await;
        let batch = register.batch(register.hand_in(&key, &["P-1"], None).await.unwrap()).await;
        let permit = register.permit(&REGISTRAR, Action::ImportResults);
        register.issuer.begin_batch(&register.tenant, &batch, permit).await.unwrap();
        register.take_in(&batch, &REGISTRAR).await;

        let form = RunForm {
            id: "druhy".into(),
            start: "2026-02-16".into(),
            end: "2026-05-15".into(),
            capacity: "1".into(),
            ..RunForm::default()
        };
        let terms = RunTerms::read(&form).unwrap();
        let permit = register.permit(&REGISTRAR, Action::ManageRun);
        let second = runs.plan(&key.unit, &terms, &[PersonId::new("V-5").unwrap()], permit).await.unwrap();
        register.act(&second, RunAct::Start).await;
        let manage = || register.run_permit(&REGISTRAR, Action::ManageParticipants);
        runs.add(&second, vec![holder("P-1", "Vdaná")], ParticipantState::Enrolled, manage()).await.unwrap();
        let namesake = runs.namesakes(&second, &holder("P-77", "Vdaná")).await.unwrap();
        assert_eq!(namesake, [PersonId::new("P-1").unwrap()]);
        let full = runs.add(&second, vec![holder("P-2", "Bílá")], ParticipantState::Enrolled, manage()).await;
        assert!(matches!(full, Err(RunActError::Refused(RunRefusal::Full))));
        assert!(register.unmet(&second, "P-1").await.contains(&Unmet::DetailsDiffer));
        let person = PersonId::new("P-1").unwrap();
        runs.confirm_participant(&second, &person, manage()).await.unwrap();
        assert!(!register.unmet(&second, "P-1").await.contains(&Unmet::DetailsDiffer));
        // The records say what they said.
        let known = register.tenant.person(&person).await.unwrap().unwrap();
        assert_eq!(known.family_name.as_deref(), Some("Nováková"));

        let withdraw = runs.move_participant(&second, &person, ParticipantAct::Withdraw, manage()).await;
        withdraw.unwrap();
        let twice = runs.move_participant(&second, &person, ParticipantAct::Withdraw, manage()).await;
        assert!(matches!(twice, Err(RunActError::Refused(RunRefusal::NotInState(ParticipantState::Withdrew)))));
    });
}

#[test]
fn what_is_handed_in_reads_back_as_a_file_of_results() {
    run(async {
        let register = Register::new(InstitutionRules::default()).await;
        let key = register.running(&[("P-1", "Nováková \"z\" Lhoty; a syn"), ("P-2", "Bílá")]).await;
        register.enter(&key, &ASSESSOR, &[all("P-1", "A"), all("P-2", "B")]).await;
        register.identify(&key, "P-1").await;
        register.identify(&key, "P-2").await;
        register.act(&key, RunAct::Close).await;
        let batch = register.batch(register.hand_in(&key, &["P-1", "P-2"], None).await.unwrap()).await;
        let unit = register.issuer.unit_of_batch(&register.tenant, &batch).await.unwrap();
        let file = register.tenant.artefact(&batch.upload.unwrap()).await.unwrap().bytes;
        let source = results::SheetSource::Bytes(&file);
        let sheet = results::read_mapped(source, &unit, register.issuer.today(), &ColumnMapping::default());
        assert_eq!((sheet.rows.len(), sheet.complaints.len()), (2, 0));
        // In the Czech order of names.
        assert_eq!(sheet.rows[0].holder, holder("P-2", "Bílá"));
        assert_eq!(sheet.rows[1].holder, holder("P-1", "Nováková \"z\" Lhoty; a syn"));
    });
}
