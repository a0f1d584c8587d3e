//! What the study department sees and does.

use signet_access::{Action, Actor, Permit, Role, Target, UnitPlace, allowed};
use signet_lang::args;
use signet_offering::ApprovalTerms;
use signet_record::{Date, Line, PersonId, UnitId};
use signet_registry::{Agent, Channel, Delivered, Event};

use crate::{
    browser::Browser,
    everyone::{document_link, files},
    holder::only_credential,
    stage::{Stage, english},
};

pub const HEADER: &str =
    "Osobní číslo;Jméno;Příjmení;Tituly před jménem;Tituly za jménem;Datum narození;Hodnocení;Datum hodnocení";
pub const GOOD: &str = "V-1001;Žofie;Příkladná;Ing.;Ph.D.;29. 2. 1996;B;12. 6. 2026";

/// Hands in one good row through the pages, issues it and has it sealed.
pub async fn hand_in_and_issue(stage: &Stage, registrar: &mut Browser) {
    let batch = hand_in(registrar, &[GOOD]).await;
    let check = registrar.get(&batch).await.expect(200);
    registrar.post(&format!("{batch}/issue"), &[("token", &check.token())]).await.expect(303);
    stage.seal_all().await;
}

pub async fn hand_in(registrar: &mut Browser, rows: &[&str]) -> String {
    hand_in_of(registrar, "ukazka", rows).await
}

pub async fn hand_in_of(registrar: &mut Browser, unit: &str, rows: &[&str]) -> String {
    let token = registrar.get("/en/staff/results").await.expect(200).token();
    let sheet = format!("{HEADER}\r\n{}\r\n", rows.join("\r\n"));
    let fields = [("token", token.as_str()), ("unit", unit)];
    let answer = registrar.upload("/en/staff/check", &fields, "sheet", "vysledky.csv", sheet.as_bytes()).await;
    answer.expect(303).header("location").to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sheet_is_checked_first_and_only_its_good_rows_are_issued() {
    let stage = Stage::open().await;
    let (l, mut registrar) = (english(), stage.registrar().await);
    let bad = "V-1002;Jan;Chybný;;;31. 2. 2001;B;12. 6. 2026";
    let failed = "V-1003;Eva;Neúspěšná;;;1. 2. 2001;F;12. 6. 2026";
    let batch = hand_in(&mut registrar, &[GOOD, bad, failed]).await;
    let check = registrar.get(&batch).await.expect(200);
    assert!(check.has(&l.web_staff_check_issue(1)));
    assert!(check.text().contains("<td class=\"number\">3</td>"), "the bad row is named by its line");
    assert!(check.has(&l.web_staff_check_wrong(1)), "a grade that is not a pass is no error of the file");
    assert!(
        check.has(
            &l.record_complaint_of_file(args::RecordComplaintOfFile { line: 4, problem: l.record_not_passed("F") })
        ),
        "it is told apart, by its line"
    );
    assert!(stage.tenant().progress(None).await.unwrap().total() == 0, "nothing is issued yet");
    let issue = format!("{batch}/issue");
    registrar.post(&issue, &[("token", "no")]).await.expect(403);
    for _ in 0..2 {
        registrar.post(&issue, &[("token", &check.token())]).await.expect(303);
    }
    let waiting = registrar.get(&batch).await.expect(200);
    assert!(
        waiting.text().contains("data-refresh")
            && waiting.has(&l.web_staff_batch_running(args::WebStaffBatchRunning { done: 0, total: 1 }))
    );
    stage.seal_all().await;
    let done = registrar.get(&batch).await.expect(200);
    assert!(
        !done.text().contains("data-refresh")
            && done.has(&l.web_staff_batch_finished(args::WebStaffBatchFinished { done: 1, total: 1 }))
            && done.has("Příkladná")
    );
    let again = hand_in(&mut registrar, &[GOOD]).await;
    let check = registrar.get(&again).await.expect(200);
    assert!(!check.text().contains(&issue) && !check.text().contains("/issue\""), "issued before: nothing to issue");
}

/// The specimen's unit goes on with a ledger, and its second version is approved.
pub async fn second_version(stage: &Stage) {
    let (tenant, unit) = (stage.tenant(), UnitId::new("ukazka").unwrap());
    let units = stage.issuer.units(&tenant);
    let guarantor = PersonId::new("Z-8").unwrap();
    let permit = |role, person, action| permit(stage, role, person, action);
    units.next_version(&unit, Some(&guarantor), permit(Role::Registrar, "Z-7", Action::EditUnit)).await.unwrap();
    let state = units.submit(&unit, permit(Role::Registrar, "Z-7", Action::SubmitUnit)).await.unwrap();
    let shown = state.draft().unwrap().digest.unwrap();
    units.endorse(&unit, shown, permit(Role::Guarantor, "Z-8", Action::EndorseUnit)).await.unwrap();
    let terms = ApprovalTerms { from: Date::constant(2026, 1, 1), review_by: Date::constant(2999, 12, 31) };
    units.approve(&unit, shown, terms, permit(Role::QualityOffice, "Z-9", Action::ApproveUnit)).await.unwrap();
}

/// Leave of one of those who answer for the specimen's unit.
fn permit(stage: &Stage, role: Role, person: &str, action: Action) -> Permit {
    let (tenant, guarantor) = (stage.tenant(), PersonId::new("Z-8").unwrap());
    let account = Agent::new(&person.to_lowercase()).unwrap();
    let actor = Actor::within(account, tenant.id().clone(), role, Some(PersonId::new(person).unwrap())).unwrap();
    let place = UnitPlace::of(&signet_record::specimen::unit().unwrap());
    let target = Target::Unit { institution: tenant.id(), guarantor: Some(&guarantor), place: Some(&place) };
    allowed(&actor, action, &target).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_issued_from_a_suspended_unit_and_the_page_says_why() {
    let stage = Stage::open().await;
    let (l, mut registrar) = (english(), stage.registrar().await);
    second_version(&stage).await;
    let batch = hand_in(&mut registrar, &[GOOD]).await;
    let check = registrar.get(&batch).await.expect(200);
    assert!(check.has(&l.web_staff_check_issue(1)));
    // Suspended between the page and the button.
    let (tenant, unit) = (stage.tenant(), UnitId::new("ukazka").unwrap());
    let units = stage.issuer.units(&tenant);
    let leave = || permit(&stage, Role::QualityOffice, "Z-9", Action::SuspendUnit);
    units.suspend(&unit, &Line::new("Chybí učebna").unwrap(), leave()).await.unwrap();
    let issue = format!("{batch}/issue");
    registrar.post(&issue, &[("token", &check.token())]).await.expect(303);
    let check = registrar.get(&batch).await.expect(200);
    assert!(check.has(&l.offering_bar_suspended()) && !check.text().contains("/issue\""));
    assert_eq!(tenant.progress(None).await.unwrap().total(), 0);
    units.resume(&unit, leave()).await.unwrap();
    let check = registrar.get(&batch).await.expect(200);
    registrar.post(&issue, &[("token", &check.token())]).await.expect(303);
    assert_eq!(tenant.progress(None).await.unwrap().total(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_sheet_is_refused_in_words() {
    let stage = Stage::open().await;
    let (l, mut registrar) = (english(), stage.registrar().await);
    let token = registrar.get("/en/staff/results").await.token();
    for (unit, bytes, sentence) in [
        ("", b"x".as_slice(), l.web_staff_sheet_no_unit()),
        ("none", b"x", l.web_staff_sheet_no_unit()),
        ("ukazka", b"", l.web_staff_sheet_no_file()),
    ] {
        let fields = [("token", token.as_str()), ("unit", unit)];
        let answer = registrar.upload("/en/staff/check", &fields, "sheet", "x.csv", bytes).await.expect(422);
        assert!(answer.has(&sentence), "{unit}");
    }
    let fields = [("token", token.as_str()), ("unit", "ukazka")];
    let answer = registrar.upload("/en/staff/check", &fields, "sheet", "x.csv", b"\xff\xfe\x00garbage").await;
    assert!(answer.expect(422).text().contains("role=\"alert\""));
    assert!(
        stage.tenant().batches(signet_store::UnitsWithin::WHOLE, None, 10).await.unwrap().rows.is_empty(),
        "nothing of it is kept"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_credential_is_found_without_accents_and_by_identifier() {
    let stage = Stage::with_one_credential().await;
    let mut registrar = stage.registrar().await;
    let id = only_credential(&stage).await;
    let list = registrar.get("/en/staff/credentials").await.expect(200);
    assert!(list.has("Ing. Žofie Příkladná, Ph.D."));
    let token = list.token();
    for query in ["prikl", "zofie prikladna", "", &id[..12], &format!("urn:credential:{id}")] {
        let answer = registrar.post("/en/staff/credentials", &[("token", &token), ("q", query)]).await.expect(200);
        assert!(answer.has("Ing. Žofie Příkladná, Ph.D."), "{query}");
        assert!(answer.has(&english().web_staff_find_found(1)), "{query}");
    }
    for query in ["novak", "%", "00000000-0000"] {
        let answer = registrar.post("/en/staff/credentials", &[("token", &token), ("q", query)]).await.expect(200);
        assert!(!answer.has("Příkladná</a>"), "{query}");
    }
    registrar.post("/en/staff/credentials", &[("token", "no"), ("q", "prikl")]).await.expect(403);
    let ignored = registrar.get("/en/staff/credentials?q=novak").await.expect(200);
    assert!(ignored.has("Příkladná"), "an address searches for nothing");
    let page = registrar.get(&format!("/en/staff/credentials/{id}")).await.expect(200);
    let l = english();
    assert!(
        page.has(&l.web_staff_credential_event_sealed())
            && page.has("Name of dvorakova (dvorakova)")
            && page.has(&l.web_staff_revoke_open())
    );
    registrar.get("/en/staff/credentials/00000000-0000-4000-8000-000000000000").await.expect(404);
}

/// Earlier versions took files in the operator's folder for a delivery; their ledgers stay, and the page says what was done.
#[tokio::test(flavor = "multi_thread")]
async fn files_in_a_folder_are_not_called_given_to_the_holder() {
    let stage = Stage::with_one_credential().await;
    let (l, mut registrar) = (english(), stage.registrar().await);
    let id = only_credential(&stage).await;
    let state = stage.tenant().history(&id.parse().unwrap()).await.unwrap().unwrap().state;
    let event = Event::Delivered(Delivered { channel: Channel::Folder });
    let entry = state.next(event, state.changed(), Agent::new("command-line").unwrap()).unwrap();
    stage.tenant().append(&entry).await.unwrap();
    let page = registrar.get(&format!("/en/staff/credentials/{id}")).await.expect(200);
    assert!(page.has(&l.web_staff_credential_event_exported()) && !page.has(&l.web_staff_credential_event_delivered()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_revocation_is_asked_for_twice_and_shows_everywhere() {
    let stage = Stage::with_one_credential().await;
    let (l, mut registrar, mut stranger) = (english(), stage.registrar().await, stage.stranger());
    let id = only_credential(&stage).await;
    let path = format!("/en{}", document_link(&stage).await);
    let [jsonld, _] = files(&stage).await;
    stranger.get(&path).await.expect(200);
    let revoke = format!("/en/staff/credentials/{id}/revoke");
    let token = registrar.get(&revoke).await.expect(200).token();
    let with = |reason, date, cs, confirmed| {
        [
            ("token", token.as_str()),
            ("reason", reason),
            ("date", date),
            ("note_cs", cs),
            ("note_en", ""),
            ("confirmed", confirmed),
        ]
    };
    for (wrong, sentence) in [
        (with("", "2026-06-30", "", ""), l.web_staff_revoke_problem_reason()),
        (with("issued-in-error", "2026-07-02", "", "yes"), l.web_staff_revoke_problem_date()),
        (with("issued-in-error", "2026-06-30", "jen česky", "yes"), l.web_staff_revoke_problem_note()),
        (with("other", "2026-06-30", "", "yes"), l.web_staff_revoke_problem_note()),
    ] {
        assert!(registrar.post(&revoke, &wrong).await.expect(422).has(&sentence));
    }
    let asked = registrar.post(&revoke, &with("issued-in-error", "2026-06-30", "", "")).await.expect(200);
    assert!(asked.has(&l.web_staff_revoke_sure()));
    stranger.get(&path).await.expect(200);
    let done = registrar.post(&revoke, &with("issued-in-error", "2026-06-30", "", "yes")).await.expect(303);
    assert!(registrar.get(done.header("location")).await.has(&l.web_staff_revoke_done()));
    let shown = stranger.get(&path).await.expect(200);
    assert!(shown.has(&l.web_report_verdict_revoked()) && shown.has(&l.web_staff_revoke_reason_issued_in_error()));
    let report = stranger.upload("/en/verify", &[], "file", "x.jsonld", &jsonld).await.expect(200);
    assert!(report.has(&l.web_report_verdict_revoked()), "by the status list, fetched like a stranger's");
    let mut holder = stage.holder().await;
    assert!(
        holder.get(&format!("/en/holder/{id}")).await.expect(200).has(&l.web_staff_revoke_reason_issued_in_error())
    );
    registrar.post(&revoke, &with("issued-in-error", "2026-06-30", "", "yes")).await.expect(409);
}
