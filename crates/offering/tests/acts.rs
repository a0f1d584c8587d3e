//! Who may do what: rules that need the history of the unit, and what a stale or clashing answer says.
#![allow(clippy::unwrap_used, clippy::panic)]

use signet_access::{Action, Actor, Role, Target, allowed};
use signet_offering::issuing::{may_issue, warnings};
use signet_offering::{
    AnnexCount, ApprovalTerms, CheckedDraft, IssueBar, ItemState, QualityTerm, RemarksError, ShownText, UnitActor,
    UnitDeadline, UnitDraft, UnitRefusal, UnitRemark, UnitRemarks, UnitWarning, WarningStage, acts,
};
use signet_record::{
    AnnexItem, Date, Flaw, InstitutionId, Line, PersonId, Problem, Timestamp, UnitId, specimen, unit_file,
};
use signet_registry::{
    Agent, Digest, UnitEntry, UnitEvent, UnitEventKind, UnitLedgerState, UnitObstacle, UnitSignatory,
};

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_756_720_800 + second).unwrap()
}

fn actor(account: &str, person: Option<&str>) -> UnitActor {
    let signatory = UnitSignatory {
        account: Agent::new(account).unwrap(),
        person: person.map(|person| PersonId::new(person).unwrap()),
    };
    UnitActor { signatory, program: false }
}

fn author() -> UnitActor {
    actor("author", Some("V-1"))
}

fn endorser() -> UnitActor {
    actor("guarantor", Some("V-2"))
}

fn approver() -> UnitActor {
    actor("quality", Some("V-3"))
}

/// A unit on its way: its ledger, and the text of its draft.
struct Unit {
    state: UnitLedgerState,
    draft: UnitDraft,
}

impl Unit {
    fn drafted() -> Unit {
        let (institution, unit) = (InstitutionId::new("vzorova").unwrap(), UnitId::new("ukazka").unwrap());
        let event = UnitEvent::Drafted { version: 1 };
        let first = UnitEntry::first(institution, unit, event, at(0), Agent::new("author").unwrap()).unwrap();
        Unit { state: UnitLedgerState::first(&first).unwrap(), draft: UnitDraft::default() }
    }

    fn then(mut self, event: UnitEvent, by: &UnitActor) -> Unit {
        let entry = self.state.next(event, at(self.state.length().into()), by.signatory.account.clone()).unwrap();
        self.state = self.state.after(&entry).unwrap();
        self
    }

    fn saved(mut self, text: UnitDraft, by: &UnitActor) -> Unit {
        let revision = self.state.draft().unwrap().revision;
        let save = acts::save(&self.state, &self.draft, revision, text, by).unwrap();
        self.draft = save.draft;
        self.then(save.event, by)
    }

    fn submitted(self) -> Unit {
        let event = acts::submit(&self.state, &self.draft).unwrap();
        self.then(event, &author())
    }

    fn shown(&self) -> ShownText<'_> {
        ShownText { digest: self.draft.canonical().digest(), text: Some(&self.draft) }
    }

    fn endorsed(self) -> Unit {
        let event = acts::endorse(&self.state, &self.draft, self.shown(), &endorser()).unwrap();
        self.then(event, &endorser())
    }

    fn approve(&self, by: &UnitActor) -> Result<UnitEvent, UnitRefusal> {
        acts::approve(&self.state, &self.draft, self.shown(), terms(), by)
    }

    fn approved(self) -> Unit {
        let event = self.approve(&approver()).unwrap();
        self.then(event, &approver())
    }
}

fn terms() -> ApprovalTerms {
    ApprovalTerms { from: Date::constant(2025, 10, 1), review_by: Date::constant(2028, 9, 30) }
}

fn text() -> UnitDraft {
    UnitDraft::of(&specimen::unit().unwrap())
}

fn with(field: &str, words: &str) -> UnitDraft {
    let mut draft = text();
    draft.set(field, words).unwrap();
    draft
}

#[test]
fn four_people_bring_a_unit_from_an_empty_draft_to_an_approved_version() {
    let unit = Unit::drafted().saved(text(), &author()).submitted().endorsed().approved();
    let newest = unit.state.newest().unwrap();
    assert_eq!(newest.approval.digest, text().canonical().digest());
    assert_eq!((newest.approval.version, newest.approval.framework.as_str()), (1, "1.0"));
    assert_eq!(newest.approval.person, Some(PersonId::new("V-3").unwrap()));
}

#[test]
fn nobody_approves_what_they_wrote_or_endorsed_under_any_account_or_person() {
    let unit = Unit::drafted()
        .saved(text(), &author())
        .saved(with("description.cs", "Jinak."), &actor("second", Some("V-4")))
        .submitted()
        .endorsed();
    for (account, person, refusal) in [
        ("author", "V-1", UnitRefusal::WroteIt),
        // Another account of the same person, and the same account with another person.
        ("author-2", "V-1", UnitRefusal::WroteIt),
        ("author", "V-9", UnitRefusal::WroteIt),
        ("third", "V-4", UnitRefusal::WroteIt),
        ("guarantor", "V-8", UnitRefusal::EndorsedIt),
        ("quality-2", "V-2", UnitRefusal::EndorsedIt),
    ] {
        assert_eq!(unit.approve(&actor(account, Some(person))), Err(refusal), "{account} {person}");
    }
    assert_eq!(unit.approve(&actor("quality", None)), Err(UnitRefusal::Unidentified));
    assert!(unit.approve(&approver()).is_ok());
}

/// Returning is a judgement too, before it is endorsed and after.
#[test]
fn nobody_returns_what_they_wrote_or_endorsed() {
    let give_back = |unit: &Unit, by: &UnitActor| {
        acts::give_back(&unit.state, Digest::of(b"remarks"), by).map(|event| event.kind())
    };
    let unit = Unit::drafted().saved(text(), &author()).submitted();
    assert_eq!(give_back(&unit, &actor("author-2", Some("V-1"))), Err(UnitRefusal::WroteIt));
    assert_eq!(give_back(&unit, &actor("quality", None)), Err(UnitRefusal::Unidentified));
    assert_eq!(give_back(&unit, &endorser()), Ok(UnitEventKind::Returned));
    let unit = unit.endorsed();
    assert_eq!(give_back(&unit, &actor("quality-2", Some("V-2"))), Err(UnitRefusal::EndorsedIt));
    assert_eq!(give_back(&unit, &approver()), Ok(UnitEventKind::Returned));
}

/// It could never be read back, and every later act would fail.
#[test]
fn a_text_longer_than_a_unit_file_may_be_is_not_saved() {
    let unit = Unit::drafted();
    let long = |bytes: usize| {
        let draft = with("description.cs", &"a".repeat(bytes));
        acts::save(&unit.state, &unit.draft, 0, draft, &author())
    };
    let refusal = long(unit_file::BYTES_MAX).unwrap_err();
    let UnitRefusal::Incomplete(flaws) = refusal else { panic!("{refusal:?}") };
    assert!(
        matches!(flaws[..], [Flaw { problem: Problem::TooLarge { max: unit_file::BYTES_MAX, .. }, .. }]),
        "{flaws:?}"
    );
    let rest = text().canonical().text().len();
    let saved = long(unit_file::BYTES_MAX - rest).unwrap().draft;
    assert!(UnitDraft::read(saved.canonical().text()).is_ok());
}

#[test]
fn the_only_author_does_not_endorse_and_one_of_several_does() {
    let unit = Unit::drafted().saved(text(), &endorser()).submitted();
    let endorse = |unit: &Unit, by: &UnitActor| acts::endorse(&unit.state, &unit.draft, unit.shown(), by);
    assert_eq!(endorse(&unit, &endorser()), Err(UnitRefusal::OnlyAuthor));
    assert_eq!(endorse(&unit, &actor("other-account", Some("V-2"))), Err(UnitRefusal::OnlyAuthor));
    assert_eq!(endorse(&unit, &actor("other", None)), Err(UnitRefusal::Unidentified));
    let unit = unit.then(UnitEvent::Withdrawn {}, &endorser()).saved(with("ects", "3.5"), &author()).submitted();
    assert!(endorse(&unit, &endorser()).is_ok());
}

#[test]
fn people_who_write_are_known_and_programs_need_not_be() {
    let unit = Unit::drafted();
    let save = |by: &UnitActor| acts::save(&unit.state, &unit.draft, 0, text(), by);
    assert_eq!(save(&actor("someone", None)).unwrap_err(), UnitRefusal::Unidentified);
    assert!(save(&UnitActor { program: true, ..actor("is", None) }).is_ok());
    // Who acts is read from the permit.
    let institution = InstitutionId::new("vzorova").unwrap();
    let (account, person) = (Agent::new("author").unwrap(), PersonId::new("V-1").unwrap());
    let guarantor = Actor::within(account, institution.clone(), Role::Guarantor, Some(person.clone())).unwrap();
    let target = Target::Unit { institution: &institution, guarantor: Some(&person), place: None };
    assert_eq!(UnitActor::of(&allowed(&guarantor, Action::EditUnit, &target).unwrap()), author());
}

#[test]
fn a_text_that_moved_on_is_answered_by_the_difference() {
    let unit = Unit::drafted().saved(text(), &author()).submitted();
    let read = unit.draft.clone();
    let shown = ShownText { digest: read.canonical().digest(), text: Some(&read) };
    // Taken back, changed: whether handed in again or not, the answer is what changed.
    let unit = unit.then(UnitEvent::Withdrawn {}, &author()).saved(with("title.en", "Other Skills"), &author());
    for unit in [Unit { state: unit.state.clone(), draft: unit.draft.clone() }, unit.submitted().endorsed()] {
        let stale = [
            acts::endorse(&unit.state, &unit.draft, shown, &endorser()),
            acts::approve(&unit.state, &unit.draft, shown, terms(), &approver()),
        ];
        for refusal in stale {
            let Err(UnitRefusal::Stale { difference: Some(difference) }) = refusal else { panic!("{refusal:?}") };
            let [change] = &difference[..] else { panic!("{difference:?}") };
            assert_eq!(change.field, "title.en");
            assert_eq!(change.before.as_deref(), Some("Specimen Skills"));
            assert_eq!(change.after.as_deref(), Some("Other Skills"));
        }
        let unknown = ShownText { digest: Digest::of(b"never shown"), text: None };
        let refusal = acts::endorse(&unit.state, &unit.draft, unknown, &endorser());
        assert_eq!(refusal, Err(UnitRefusal::Stale { difference: None }));
    }
}

#[test]
fn of_two_who_save_at_once_the_second_is_told_what_differs() {
    let unit = Unit::drafted().saved(text(), &author());
    let unit = unit.saved(with("title.cs", "První"), &author());
    let refusal = acts::save(&unit.state, &unit.draft, 1, with("title.cs", "Druhý"), &endorser()).unwrap_err();
    let UnitRefusal::Clash { difference } = refusal else { panic!("{refusal:?}") };
    assert_eq!(difference.len(), 1);
    assert_eq!((difference[0].before.as_deref(), difference[0].after.as_deref()), (Some("První"), Some("Druhý")));
}

#[test]
fn a_text_of_another_unit_or_version_is_not_saved() {
    let unit = Unit::drafted();
    for (field, words) in [("id", "jina"), ("version", "2"), ("id", ""), ("version", "01")] {
        let refusal = acts::save(&unit.state, &unit.draft, 0, with(field, words), &author()).unwrap_err();
        assert_eq!(refusal, UnitRefusal::Misnamed, "{field} {words}");
    }
}

#[test]
fn an_incomplete_text_is_saved_and_not_handed_in() {
    let mut incomplete = text();
    incomplete.set("outcomes[2].text.en", "").unwrap();
    incomplete.set("ects", "61").unwrap();
    let unit = Unit::drafted().saved(incomplete, &author());
    let Err(UnitRefusal::Incomplete(flaws)) = acts::submit(&unit.state, &unit.draft) else { panic!("handed in") };
    let flaws: Vec<_> = flaws.iter().map(|flaw| (flaw.field.as_str(), flaw.annex, flaw.problem.code())).collect();
    let expected = [
        ("ects", Some(AnnexItem::Workload), "out-of-range"),
        ("outcomes[2].text.en", Some(AnnexItem::LearningOutcomes), "missing-language"),
    ];
    assert_eq!(flaws, expected);
    assert_eq!(acts::withdraw(&unit.state), Err(UnitRefusal::NotNow(UnitObstacle::NotHandedIn)));
}

/// The form and the file say the same of the same words.
#[test]
fn complaints_are_those_of_the_reader_of_files() {
    for name in ["sixty-point-one", "attendance-only"] {
        let path = format!("{}/../app/demo/units-refused/{name}.toml", env!("CARGO_MANIFEST_DIR"));
        let file = std::fs::read_to_string(path).unwrap();
        let known: String =
            file.lines().filter(|line| !line.starts_with("hodiny")).map(|line| format!("{line}\n")).collect();
        let sorted = |flaws: Vec<signet_record::Flaw>| {
            let mut named: Vec<_> = flaws.into_iter().map(|flaw| (flaw.field, flaw.problem.code())).collect();
            named.sort();
            named
        };
        let of_file = unit_file::parse(known.as_bytes()).unwrap_err().into_iter().map(|one| one.flaw).collect();
        let CheckedDraft::Incomplete(of_draft) = UnitDraft::read(&known).unwrap().check() else { panic!("{name}") };
        assert_eq!(sorted(of_draft), sorted(of_file), "{name}");
    }
    let unknown = UnitDraft::read("[quality]\nreprot = \"x\"\n").unwrap_err();
    assert_eq!(unknown.field, "quality.reprot");
    assert!(matches!(unknown.problem, Problem::UnknownField { nearest: Some(nearest), .. } if nearest == "report"));
}

#[test]
fn items_of_annex_i_are_counted() {
    let count = |draft: &UnitDraft| draft.annex(&draft.check());
    let whole = count(&text());
    assert_eq!((AnnexCount::there(&whole.mandatory), AnnexCount::there(&whole.optional)), (11, 5));
    assert_eq!(whole.mandatory[10].0, AnnexItem::QualityAssurance);
    let empty = count(&UnitDraft::default());
    // Holder, country, awarding body and day of issue come from elsewhere.
    assert_eq!((AnnexCount::there(&empty.mandatory), AnnexCount::there(&empty.optional)), (4, 0));
    let mut partly = text();
    partly.set("title.en", "").unwrap();
    partly.set("prerequisites.cs", "").unwrap();
    partly.set("prerequisites.en", "").unwrap();
    let partly = count(&partly);
    assert_eq!(partly.mandatory[1], (AnnexItem::Title, ItemState::Wrong));
    assert_eq!(partly.optional[0], (AnnexItem::Prerequisites, ItemState::Absent));
}

#[test]
fn one_entry_that_was_put_in_or_taken_out_is_told_alone() {
    let before = text();
    let mut after = before.clone();
    after.remove("outcomes", 1).unwrap();
    let gone: Vec<String> = before.difference(&after).into_iter().map(|change| change.field).collect();
    assert_eq!(gone, ["outcomes[1].kind", "outcomes[1].text.cs", "outcomes[1].text.en"]);
    let back: Vec<_> = after.difference(&before).into_iter().map(|change| (change.field, change.before)).collect();
    assert!(back.iter().all(|(field, before)| field.starts_with("outcomes[1]") && before.is_none()));
    let mut moved = before.clone();
    moved.move_down("languages", 1).unwrap();
    let moved: Vec<String> = before.difference(&moved).into_iter().map(|change| change.field).collect();
    assert_eq!(moved, ["languages[1]", "languages[2]"]);
}

#[test]
fn fields_are_named_as_complaints_name_them() {
    let mut draft = UnitDraft::default();
    for name in [
        "",
        "title",
        "nazev",
        "title.de",
        "outcomes[1].text.cs",
        "outcomes[0]",
        "title[1].cs",
        "languages[1]",
        "ects.x",
    ] {
        assert!(draft.set(name, "x").is_err(), "{name}");
    }
    assert_eq!(draft.add("outcomes"), Ok(1));
    assert_eq!(draft.add("outcomes[1].esco"), Ok(1));
    draft.set("outcomes[1].esco[1].uri", " http://x ").unwrap();
    assert_eq!(draft.text("outcomes[1].esco[1].uri"), Some("http://x"));
    assert_eq!((draft.entries("outcomes"), draft.entries("title"), draft.text("outcomes")), (Some(1), None, None));
    assert!(draft.remove("outcomes", 2).is_err() && draft.move_down("outcomes", 1).is_err());
    for _ in 0..600 {
        draft.add("runs").unwrap();
    }
    assert_eq!(draft.entries("runs"), Some(signet_offering::DRAFT_LIST_MAX));
}

#[test]
fn remarks_are_about_fields_of_a_unit() {
    let remark = |field: &str, text: &str| UnitRemark { field: field.into(), text: text.into() };
    let good =
        UnitRemarks::new(vec![remark("", "Celkově."), remark("outcomes[2].text", " Sloveso. "), remark("runs", "x")]);
    let good = good.unwrap();
    assert_eq!(good.as_slice()[1].text, "Sloveso.");
    assert_eq!(UnitRemarks::from_json(&good.to_json().unwrap()).unwrap(), good);
    let refused = |remarks| UnitRemarks::new(remarks).unwrap_err();
    assert_eq!(refused(vec![]), RemarksError::None);
    assert_eq!(refused(vec![remark("", "x"); 101]), RemarksError::TooMany);
    assert_eq!(refused(vec![remark("", "x"), remark("", " ")]), RemarksError::Empty(2));
    assert_eq!(refused(vec![remark("", &"x".repeat(2_001))]), RemarksError::TooLong(1));
    for field in ["nazev", "title.cs.x", "outcomes[0]", "ects[1]", "outcomes.text"] {
        assert_eq!(refused(vec![remark(field, "x")]), RemarksError::NoSuchField(1), "{field}");
    }
    assert!(UnitRemarks::from_json(b"[]").is_err());
}

#[test]
fn nothing_is_issued_from_what_is_not_approved_suspended_expired_or_past_its_review() {
    let day = |at: Timestamp| Date::constant(2025, 9, if at < self::at(100) { 1 } else { 2 });
    let today = Date::constant(2026, 6, 1);
    let (result, quality) = (Date::constant(2026, 5, 20), QualityTerm(Some(Date::constant(2034, 1, 14))));
    let unit = Unit::drafted().saved(text(), &author()).submitted().endorsed();
    assert_eq!(may_issue(&unit.state, 1, quality, result, today, day), Err(IssueBar::Unapproved));
    let unit = unit.approved();
    assert_eq!(may_issue(&unit.state, 1, quality, result, today, day), Ok(vec![]));
    assert_eq!(may_issue(&unit.state, 2, quality, result, today, day), Err(IssueBar::Unapproved));
    let (from, review_by) = (terms().from, terms().review_by);
    let before = Date::constant(2025, 9, 30);
    assert_eq!(may_issue(&unit.state, 1, quality, result, before, day), Err(IssueBar::NotYet { from }));
    assert_eq!(may_issue(&unit.state, 1, quality, result, from, day), Ok(vec![]));
    // The last day counts.
    assert!(may_issue(&unit.state, 1, quality, result, review_by, day).is_ok());
    let passed = may_issue(&unit.state, 1, quality, result, Date::constant(2028, 10, 1), day);
    assert_eq!(passed, Err(IssueBar::ReviewPassed { review_by }));
    let expired = Date::constant(2026, 5, 19);
    let bar = may_issue(&unit.state, 1, QualityTerm(Some(expired)), result, today, day);
    assert_eq!(bar, Err(IssueBar::QualityExpired { expired }));
    assert!(may_issue(&unit.state, 1, QualityTerm(Some(result)), result, today, day).is_ok());
    assert!(may_issue(&unit.state, 1, QualityTerm(None), result, today, day).is_ok());
    let suspend = acts::suspend(&unit.state, Line::new("proto").unwrap()).unwrap();
    let suspended = unit.then(suspend, &approver());
    assert_eq!(may_issue(&suspended.state, 1, quality, result, today, day), Err(IssueBar::Suspended));
    let resume = acts::resume(&suspended.state).unwrap();
    let resumed = suspended.then(resume, &approver());
    assert!(may_issue(&resumed.state, 1, quality, result, today, day).is_ok());
    let retire = acts::retire(&resumed.state).unwrap();
    let retired = resumed.then(retire, &approver());
    let since = Date::constant(2025, 9, 1);
    assert_eq!(may_issue(&retired.state, 1, quality, result, today, day), Err(IssueBar::Retired { since }));
    // What was reached on the last day may still be issued.
    assert!(may_issue(&retired.state, 1, quality, since, today, day).is_ok());
}

#[test]
fn warnings_come_sixty_thirty_and_seven_days_before() {
    let review_by = Date::constant(2028, 9, 30);
    let none = QualityTerm(None);
    for (today, expected) in [
        (Date::constant(2028, 7, 31), None),
        (Date::constant(2028, 8, 1), Some((60, WarningStage::Sixty))),
        (Date::constant(2028, 8, 30), Some((31, WarningStage::Sixty))),
        (Date::constant(2028, 8, 31), Some((30, WarningStage::Thirty))),
        (Date::constant(2028, 9, 22), Some((8, WarningStage::Thirty))),
        (Date::constant(2028, 9, 23), Some((7, WarningStage::Seven))),
        (Date::constant(2028, 9, 30), Some((0, WarningStage::Seven))),
        (Date::constant(2028, 10, 1), None),
    ] {
        let warning = |(days, stage)| UnitWarning { deadline: UnitDeadline::Review, on: review_by, days, stage };
        assert_eq!(warnings(review_by, none, today), expected.map(warning).into_iter().collect::<Vec<_>>(), "{today}");
    }
    let both = warnings(review_by, QualityTerm(Some(Date::constant(2028, 9, 26))), Date::constant(2028, 9, 20));
    assert_eq!(both.iter().map(|one| one.deadline).collect::<Vec<_>>(), [UnitDeadline::Review, UnitDeadline::Quality]);
}

#[test]
fn what_is_in_the_way_is_told_before_anything_is_written() {
    let unit = Unit::drafted();
    let refused = [
        (acts::publish(&unit.state), UnitObstacle::NotApproved),
        (acts::unpublish(&unit.state), UnitObstacle::NotApproved),
        (acts::resume(&unit.state), UnitObstacle::NotApproved),
        (acts::retire(&unit.state), UnitObstacle::NotApproved),
        (acts::submit(&unit.state, &unit.draft), UnitObstacle::NothingSaved),
        (acts::give_back(&unit.state, Digest::of(b"remarks"), &approver()), UnitObstacle::NothingSaved),
    ];
    for (refusal, why) in refused {
        assert_eq!(refusal, Err(UnitRefusal::NotNow(why)));
    }
}
