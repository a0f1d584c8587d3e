//! A unit from its first draft to its last day, by the people who may.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::sync::Arc;

use signet_access::{Action, Actor, Permit, Role, Target, allowed};
use signet_issue::{
    BarredRow, Clock, DescribeError, Issuer, Observer, ProposalContext, ProposalOutcome, ProposeError,
    RegisteredInstitution, SecureRandom, UnitActError, is_approved_text,
};
use signet_offering::{ApprovalTerms, IssueBar, UnitDraft, UnitRefusal, UnitRemark, UnitRemarks};
use signet_record::{
    AssessmentResult, Charset, Date, Holder, HolderFields, InstitutionId, Line, PersonId, SealingIssuer, Timestamp,
    Unit, UnitId,
    results::{ResultRow, Sheet},
    specimen,
};
use signet_registry::{Agent, Digest, DraftStage, LogKey, UnitObstacle, UnitVersion};
use signet_share::LinkKey;
use signet_store::{Database, Store, Tenant};
use tempfile::TempDir;
use tokio::runtime::Builder;

struct Register {
    issuer: Issuer,
    tenant: Tenant,
    _folder: TempDir,
}

impl Register {
    async fn new() -> Register {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::Sqlite(folder.path().join("register.sqlite"));
        let key = Some(LogKey::new(&SecureRandom.bytes()));
        let store = Store::open_with_key(&database, &folder.path().join("artefacts"), key).await.unwrap();
        let id = InstitutionId::new("vzorova").unwrap();
        store.operator().put_institution(&id, "{}", Timestamp::now()).await.unwrap();
        let tenant = store.tenant(&id);
        let link_key = LinkKey::new(&SecureRandom.bytes()).unwrap();
        let address = "https://signet.example/".parse().unwrap();
        let issuer = Issuer::new(store, [], link_key, address, Clock::System, SecureRandom, None);
        Register { issuer, tenant, _folder: folder }
    }

    /// Leave for somebody to do something to the unit of the guarantor `V-2`.
    fn permit(&self, who: &Somebody, action: Action) -> Permit {
        let (guarantor, place) = (guarantor(), text().place_of(&unit()));
        let target = Target::Unit { institution: self.tenant.id(), guarantor: Some(&guarantor), place: Some(&place) };
        let (account, person) = (Agent::new(who.0).unwrap(), who.2.map(|person| PersonId::new(person).unwrap()));
        let actor = Actor::within(account, self.tenant.id().clone(), who.1, person).unwrap();
        allowed(&actor, action, &target).unwrap()
    }

    async fn begin(&self) {
        let permit = self.permit(&AUTHOR, Action::EditUnit);
        self.issuer.units(&self.tenant).begin(&unit(), Some(&guarantor()), Some(text()), permit).await.unwrap();
    }

    async fn submit(&self) -> Digest {
        let state = self.issuer.units(&self.tenant).submit(&unit(), self.permit(&AUTHOR, Action::SubmitUnit)).await;
        state.unwrap().draft().unwrap().digest.unwrap()
    }

    async fn endorse(&self, shown: Digest) -> Result<(), UnitActError> {
        let permit = self.permit(&GUARANTOR, Action::EndorseUnit);
        self.issuer.units(&self.tenant).endorse(&unit(), shown, permit).await.map(|_| ())
    }

    async fn approve(&self, shown: Digest, who: &Somebody) -> Result<(), UnitActError> {
        let terms = ApprovalTerms { from: Date::constant(2025, 10, 1), review_by: Date::constant(2028, 9, 30) };
        let permit = self.permit(who, Action::ApproveUnit);
        self.issuer.units(&self.tenant).approve(&unit(), shown, terms, permit).await.map(|_| ())
    }

    /// Nothing is wrong with the ledgers of units, their rows and the log.
    async fn sound(&self) {
        for audited in self.tenant.audit_units().await.unwrap() {
            assert!(audited.findings.is_empty(), "{audited:?}");
        }
        assert!(self.tenant.audit_log(&[]).await.unwrap().findings.is_empty());
    }
}

/// Account, role and person.
struct Somebody(&'static str, Role, Option<&'static str>);

const AUTHOR: Somebody = Somebody("author", Role::Registrar, Some("V-1"));
const GUARANTOR: Somebody = Somebody("guarantor", Role::Guarantor, Some("V-2"));
const QUALITY: Somebody = Somebody("quality", Role::QualityOffice, Some("V-3"));

fn guarantor() -> PersonId {
    PersonId::new("V-2").unwrap()
}

fn unit() -> UnitId {
    UnitId::new("ukazka").unwrap()
}

fn text() -> UnitDraft {
    UnitDraft::of(&specimen::unit().unwrap())
}

fn with(field: &str, words: &str) -> UnitDraft {
    let mut draft = text();
    draft.set(field, words).unwrap();
    draft
}

fn refusal<T: std::fmt::Debug>(done: Result<T, UnitActError>) -> UnitRefusal {
    match done {
        Err(UnitActError::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

fn run(story: impl Future<Output = ()>) {
    Builder::new_current_thread().enable_all().build().unwrap().block_on(story);
}

#[test]
fn four_people_bring_a_unit_to_its_catalogue_and_to_its_end() {
    run(async {
        let register = Register::new().await;
        let units = register.issuer.units(&register.tenant);
        register.begin().await;
        // There is no version to begin the next one from while the first draft is open.
        let next = units.next_version(&unit(), None, register.permit(&AUTHOR, Action::EditUnit)).await;
        assert_eq!(refusal(next), UnitRefusal::NotNow(UnitObstacle::DraftOpen));
        let shown = register.submit().await;
        let remark = UnitRemark { field: "outcomes[1].text.cs".into(), text: "Začněte slovesem.".into() };
        let remarks = UnitRemarks::new(vec![remark]).unwrap();
        let permit = register.permit(&QUALITY, Action::ReturnUnit);
        let returned = units.give_back(&unit(), &remarks, permit).await.unwrap();
        let kept = returned.draft().unwrap().remarks.unwrap();
        let kept = register.tenant.artefact(&kept).await.unwrap();
        assert_eq!(UnitRemarks::from_json(&kept.bytes).unwrap(), remarks);
        let permit = register.permit(&AUTHOR, Action::EditUnit);
        units.save(&unit(), 1, &with("outcomes[1].text.cs", "Popíše příklad."), permit).await.unwrap();
        let shown_again = register.submit().await;
        assert_ne!(shown, shown_again);
        register.endorse(shown_again).await.unwrap();
        register.approve(shown_again, &QUALITY).await.unwrap();
        // Credentials are issued from exactly what was approved.
        let stored = register.tenant.newest_unit(&unit()).await.unwrap().unwrap();
        let issued_from: signet_record::Unit = serde_json::from_str(&stored.document).unwrap();
        assert_eq!(UnitDraft::of(&issued_from).canonical().digest(), shown_again);
        assert!(is_approved_text(&stored.document, &shown_again));
        let other = stored.document.replace("Popíše příklad.", "Popíše jiný příklad.");
        assert!(other != stored.document && !is_approved_text(&other, &shown_again));
        assert!(!is_approved_text("{}", &shown_again));

        units.publish(&unit(), register.permit(&GUARANTOR, Action::PublishUnit)).await.unwrap();
        let reason = Line::new("Chybí učebna").unwrap();
        units.suspend(&unit(), &reason, register.permit(&QUALITY, Action::SuspendUnit)).await.unwrap();
        units.resume(&unit(), register.permit(&QUALITY, Action::SuspendUnit)).await.unwrap();
        units.unpublish(&unit(), register.permit(&AUTHOR, Action::PublishUnit)).await.unwrap();

        let permit = register.permit(&AUTHOR, Action::EditUnit);
        let next = units.next_version(&unit(), None, permit).await.unwrap();
        assert_eq!(next.draft().unwrap().from, Some(UnitVersion { unit: unit(), version: 1 }));
        let in_hand = units.unit(&unit()).await.unwrap().unwrap();
        let changes = UnitDraft::of(&issued_from).difference(&in_hand.draft);
        assert_eq!(changes.iter().map(|change| change.field.as_str()).collect::<Vec<_>>(), ["version"]);
        units.retire(&unit(), register.permit(&QUALITY, Action::RetireUnit)).await.unwrap();
        let refused = units.submit(&unit(), register.permit(&AUTHOR, Action::SubmitUnit)).await;
        assert_eq!(refusal(refused), UnitRefusal::NotNow(UnitObstacle::Retired));
        register.sound().await;
    });
}

#[test]
fn nobody_approves_what_they_wrote_and_a_stale_text_is_answered_by_the_difference() {
    run(async {
        let register = Register::new().await;
        let units = register.issuer.units(&register.tenant);
        register.begin().await;
        let shown = register.submit().await;
        units.withdraw(&unit(), register.permit(&AUTHOR, Action::SubmitUnit)).await.unwrap();
        let permit = register.permit(&AUTHOR, Action::EditUnit);
        units.save(&unit(), 1, &with("title.en", "Other Skills"), permit).await.unwrap();
        let current = register.submit().await;
        let UnitRefusal::Stale { difference: Some(difference) } = refusal(register.endorse(shown).await) else {
            panic!("endorsed")
        };
        assert_eq!(difference.iter().map(|change| change.field.as_str()).collect::<Vec<_>>(), ["title.en"]);
        let made_up = refusal(register.endorse(Digest::of(b"made up")).await);
        assert_eq!(made_up, UnitRefusal::Stale { difference: None });
        register.endorse(current).await.unwrap();
        // The author under another account and another role, and whoever endorsed it.
        let author = Somebody("another-account", Role::QualityOffice, Some("V-1"));
        assert_eq!(refusal(register.approve(current, &author).await), UnitRefusal::WroteIt);
        let endorser = Somebody("another-account", Role::QualityOffice, Some("V-2"));
        assert_eq!(refusal(register.approve(current, &endorser).await), UnitRefusal::EndorsedIt);
        let nobody = Somebody("somebody", Role::QualityOffice, None);
        assert_eq!(refusal(register.approve(current, &nobody).await), UnitRefusal::Unidentified);
        assert!(matches!(refusal(register.approve(shown, &QUALITY).await), UnitRefusal::Stale { .. }));
        register.approve(current, &QUALITY).await.unwrap();
        register.sound().await;
    });
}

#[test]
fn of_two_who_save_from_one_revision_the_second_is_told_what_differs() {
    run(async {
        let register = Register::new().await;
        let units = register.issuer.units(&register.tenant);
        register.begin().await;
        let (first, second) = (with("title.cs", "První"), with("title.cs", "Druhý"));
        let permit = || register.permit(&AUTHOR, Action::EditUnit);
        let id = unit();
        let (one, other) = tokio::join!(units.save(&id, 1, &first, permit()), units.save(&id, 1, &second, permit()));
        let (won, lost) = if one.is_ok() { ("První", other) } else { ("Druhý", one) };
        let UnitRefusal::Clash { difference } = refusal(lost) else { panic!("no clash") };
        assert_eq!(difference.iter().map(|change| change.field.as_str()).collect::<Vec<_>>(), ["title.cs"]);
        assert_eq!(difference[0].before.as_deref(), Some(won));
        let in_hand = units.unit(&unit()).await.unwrap().unwrap();
        assert_eq!((in_hand.draft.text("title.cs"), in_hand.state.draft().unwrap().revision), (Some(won), 2));
        // Whoever lost begins from what is there now, and nothing of theirs was thrown away.
        units.save(&unit(), 2, &second, permit()).await.unwrap();
        register.sound().await;
    });
}

#[test]
fn a_permit_for_another_act_or_another_guarantor_s_unit_opens_nothing() {
    run(async {
        let register = Register::new().await;
        let units = register.issuer.units(&register.tenant);
        register.begin().await;
        let other = units.submit(&unit(), register.permit(&AUTHOR, Action::EditUnit)).await;
        assert!(matches!(other, Err(UnitActError::NotPermitted(_))));
        // A second unit, whose guarantor is somebody else.
        let (second, third) = (UnitId::new("jina").unwrap(), PersonId::new("V-9").unwrap());
        let institution = register.tenant.id();
        let place = text().place_of(&second);
        let target = Target::Unit { institution, guarantor: Some(&third), place: Some(&place) };
        let registrar = Actor::within(
            Agent::new("author").unwrap(),
            institution.clone(),
            Role::Registrar,
            Some(PersonId::new("V-1").unwrap()),
        );
        let permit = allowed(&registrar.unwrap(), Action::EditUnit, &target).unwrap();
        let from = UnitVersion { unit: unit(), version: 1 };
        let copied = units.copy(&second, Some(&third), from, permit).await;
        assert!(matches!(copied, Err(UnitActError::Unknown)), "nothing is approved yet: {copied:?}");
        let again = units.begin(&unit(), Some(&guarantor()), None, register.permit(&AUTHOR, Action::EditUnit)).await;
        assert!(matches!(again, Err(UnitActError::Exists(_))));
        let permit = register.permit(&GUARANTOR, Action::EditUnit);
        let begun = units.begin(&second, Some(&third), None, permit).await;
        assert!(matches!(begun, Err(UnitActError::NotPermitted(_))));
        let in_hand = units.unit(&unit()).await.unwrap().unwrap();
        assert_eq!(in_hand.state.phase().draft, Some(DraftStage::Draft));
        register.sound().await;
    });
}

#[test]
fn a_unit_that_was_brought_in_as_a_file_goes_on_with_a_ledger() {
    run(async {
        let register = Register::new().await;
        let units = register.issuer.units(&register.tenant);
        let file = specimen::unit().unwrap();
        let document = serde_json::to_string(&file).unwrap();
        register.tenant.put_unit(&file.id, file.version, &file.title, &document, Timestamp::now()).await.unwrap();
        let permit = || register.permit(&AUTHOR, Action::EditUnit);
        let begun = units.begin(&unit(), Some(&guarantor()), None, permit()).await;
        assert!(matches!(begun, Err(UnitActError::Exists(_))));
        units.next_version(&unit(), Some(&guarantor()), permit()).await.unwrap();
        let shown = register.submit().await;
        register.endorse(shown).await.unwrap();
        register.approve(shown, &QUALITY).await.unwrap();
        let versions = register.tenant.unit_versions(&unit()).await.unwrap();
        assert_eq!(versions.iter().map(|one| one.version).collect::<Vec<_>>(), [2]);
        // The text of the file stands as it was.
        assert_eq!(register.tenant.unit(&unit(), 1).await.unwrap().unwrap().document, document);
        register.sound().await;
    });
}

/// A sheet with one row: the specimen's result, of a day.
async fn propose(register: &Register, person: &str, day: Date) -> Result<ProposalOutcome, ProposeError> {
    let fields = specimen::fields().unwrap();
    let mut holder: HolderFields = fields.holder.into();
    holder.person = PersonId::new(person).unwrap();
    let outcome = AssessmentResult { date: day, ..fields.outcome };
    let row = ResultRow { line: 2, holder: Holder::new(holder).unwrap(), run: fields.run, outcome };
    let (issuer, tenant) = (&register.issuer, &register.tenant);
    let unit = issuer.unit(tenant, &unit()).await.unwrap();
    let sheet = |row| Sheet {
        rows: vec![row],
        complaints: Vec::new(),
        not_passed: Vec::new(),
        charset: Charset::Utf8,
        workbook: None,
    };
    let rehearsal = issuer.rehearse(tenant, &unit, sheet(row.clone())).await.unwrap();
    let registered = RegisteredInstitution {
        institution: Arc::new(specimen::institution().unwrap()),
        sealing: Arc::new(SealingIssuer::AwardingBody),
        rules: signet_record::InstitutionRules::default(),
    };
    let course = ProposalContext { registered, unit, batch: None };
    let program = Actor::within(Agent::new("is").unwrap(), tenant.id().clone(), Role::SystemClient, None).unwrap();
    let admission = issuer.admit(tenant, &course.unit.id, &[program], vec![row]).await.unwrap();
    let nobody: Observer = Arc::new(|_, _| {});
    let proposed = issuer.propose(tenant, &course, admission.admitted, &nobody).await;
    // The dry run says the same.
    match &proposed {
        Err(ProposeError::Barred(barred)) => assert_eq!(rehearsal.barred, [*barred]),
        Ok(_) => assert_eq!(rehearsal.barred, []),
        Err(error) => panic!("{error}"),
    }
    proposed.map(|outcomes| outcomes[0])
}

fn bar(proposed: Result<ProposalOutcome, ProposeError>) -> IssueBar {
    match proposed {
        Err(ProposeError::Barred(BarredRow { line: 2, bar })) => bar,
        other => panic!("{other:?}"),
    }
}

#[test]
fn nothing_is_issued_from_a_unit_that_is_suspended_retired_or_overdue() {
    run(async {
        let register = Register::new().await;
        let units = register.issuer.units(&register.tenant);
        let day = specimen::fields().unwrap().outcome.date;
        let next_day = day.tomorrow().unwrap();
        register.begin().await;
        let shown = register.submit().await;
        register.endorse(shown).await.unwrap();
        register.approve(shown, &QUALITY).await.unwrap();
        assert!(matches!(propose(&register, "P-1", day).await, Ok(ProposalOutcome::New(_))));

        let reason = Line::new("Chybí učebna").unwrap();
        units.suspend(&unit(), &reason, register.permit(&QUALITY, Action::SuspendUnit)).await.unwrap();
        assert_eq!(bar(propose(&register, "P-2", day).await), IssueBar::Suspended);
        let before = register.tenant.unit_history(&unit()).await.unwrap().unwrap().state.length();
        // What is issued is known, whatever became of the unit since.
        assert!(matches!(propose(&register, "P-1", day).await, Ok(ProposalOutcome::Known(_))));
        assert_eq!(register.tenant.unit_history(&unit()).await.unwrap().unwrap().state.length(), before);
        units.resume(&unit(), register.permit(&QUALITY, Action::SuspendUnit)).await.unwrap();
        assert!(matches!(propose(&register, "P-2", day).await, Ok(ProposalOutcome::New(_))));

        // A second version whose review is overdue.
        units.next_version(&unit(), None, register.permit(&AUTHOR, Action::EditUnit)).await.unwrap();
        let shown = register.submit().await;
        register.endorse(shown).await.unwrap();
        let review_by = Date::constant(2025, 10, 2);
        let terms = ApprovalTerms { from: Date::constant(2025, 10, 1), review_by };
        let permit = register.permit(&QUALITY, Action::ApproveUnit);
        units.approve(&unit(), shown, terms, permit).await.unwrap();
        assert_eq!(bar(propose(&register, "P-3", next_day).await), IssueBar::ReviewPassed { review_by });
    });
}

/// Whoever brought in a file approved it; a ledger that begins later takes nothing away until it is stopped in it.
#[test]
fn a_version_of_before_the_ledger_is_issued_from_as_before() {
    run(async {
        let register = Register::new().await;
        let units = register.issuer.units(&register.tenant);
        let day = specimen::fields().unwrap().outcome.date;
        let file = specimen::unit().unwrap();
        let document = serde_json::to_string(&file).unwrap();
        register.tenant.put_unit(&file.id, file.version, &file.title, &document, Timestamp::now()).await.unwrap();
        assert!(matches!(propose(&register, "P-1", day).await, Ok(ProposalOutcome::New(_))));
        let permit = register.permit(&AUTHOR, Action::EditUnit);
        units.next_version(&unit(), Some(&guarantor()), permit).await.unwrap();
        assert!(matches!(propose(&register, "P-2", day).await, Ok(ProposalOutcome::New(_))));
    });
}

#[test]
fn the_version_of_before_is_issued_from_until_the_next_one_holds() {
    run(async {
        let register = Register::new().await;
        let units = register.issuer.units(&register.tenant);
        let file = specimen::unit().unwrap();
        let document = serde_json::to_string(&file).unwrap();
        register.tenant.put_unit(&file.id, file.version, &file.title, &document, Timestamp::now()).await.unwrap();
        let current = async || register.issuer.unit(&register.tenant, &unit()).await.unwrap().version;
        let review_by = Date::constant(2999, 12, 31);
        // Of a file and a version that is to come; then of one that holds and another to come.
        for (from, expected) in [(2998, 1), (2025, 3), (2998, 3)] {
            units.next_version(&unit(), Some(&guarantor()), register.permit(&AUTHOR, Action::EditUnit)).await.unwrap();
            let shown = register.submit().await;
            register.endorse(shown).await.unwrap();
            let terms = ApprovalTerms { from: Date::constant(from, 10, 1), review_by };
            let permit = register.permit(&QUALITY, Action::ApproveUnit);
            units.approve(&unit(), shown, terms, permit).await.unwrap();
            assert_eq!(current().await, expected, "from {from}");
        }
        let day = specimen::fields().unwrap().outcome.date;
        assert!(matches!(propose(&register, "P-1", day).await, Ok(ProposalOutcome::New(_))));
    });
}

/// Or approval could be gone round, and the version that is being written could never be approved.
#[test]
fn a_unit_with_a_ledger_gets_no_version_from_a_file() {
    run(async {
        let register = Register::new().await;
        let put = |unit: Unit| {
            let register = &register;
            async move {
                let institution = register.tenant.id();
                let place = signet_access::UnitPlace::of(&unit);
                let target = Target::Unit { institution, guarantor: None, place: Some(&place) };
                let agent = Agent::new("operator").unwrap();
                let leave = |role, action| {
                    let person = PersonId::new("V-7").unwrap();
                    let actor = Actor::within(agent.clone(), institution.clone(), role, Some(person)).unwrap();
                    allowed(&actor, action, &target).unwrap()
                };
                let edit = leave(Role::Registrar, Action::EditUnit);
                let approve = leave(Role::QualityOffice, Action::ApproveUnit);
                register.issuer.put_unit(&register.tenant, &unit, edit, approve).await
            }
        };
        register.begin().await;
        let first = specimen::unit().unwrap();
        let refused = put(first.clone()).await;
        assert!(matches!(&refused, Err(DescribeError::HasLedger(id)) if *id == unit()), "{refused:?}");
        let shown = register.submit().await;
        register.endorse(shown).await.unwrap();
        register.approve(shown, &QUALITY).await.unwrap();
        // The very version that was approved is there; another one is not let in.
        assert!(register.issuer.has_unit(&register.tenant, &first).await.unwrap());
        put(first.clone()).await.unwrap();
        let mut second = serde_json::to_value(&first).unwrap();
        second["version"] = 2.into();
        let second = put(serde_json::from_value(second).unwrap()).await;
        assert!(matches!(second, Err(DescribeError::HasLedger(_))), "{second:?}");
        register.sound().await;
    });
}
