//! Runs of units, through the pages: planned, opened, taken part in, assessed, closed and issued.

use std::fmt::Write as _;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use signet_access::{Action, Actor, Permit, Role, Target, UnitPlace, allowed};
use signet_offering::{ParticipantState, PersonForm, RunAct, RunForm, RunTerms};
use signet_record::{InstitutionRules, PersonId, Unit, UnitId, specimen};
use signet_store::{NumberedPage, RunKey, WorkerId};

use crate::{
    browser::{Answer, Browser},
    schedule,
    stage::{Stage, agent, english},
};

/// Rows of a page of the grid.
pub const GRID_ROWS: usize = 50;

const HEADER: &str = "Osobní číslo;Jméno;Příjmení;Datum narození";

/// Leave of an information system, which may do all this.
fn permit(stage: &Stage, action: Action) -> Permit {
    let guarantor = guarantor();
    let mut place = UnitPlace::of(&specimen::unit().unwrap());
    place.unit = UnitId::new("dilna").unwrap();
    let (institution, guarantor, place) = (&stage.institution, Some(&guarantor), Some(&place));
    let target = match action {
        Action::EditUnit => Target::Unit { institution, guarantor, place },
        _ => Target::Run { institution, guarantor, assessors: &[], place },
    };
    let program = Actor::within(agent("is"), stage.institution.clone(), Role::SystemClient, None).unwrap();
    allowed(&program, action, &target).unwrap()
}

fn guarantor() -> PersonId {
    PersonId::new("Z-8").unwrap()
}

/// A running run with one participant, assessed by `Z-5`.
pub async fn running(stage: &Stage, unit: &str, run: &str) -> RunKey {
    let (tenant, unit) = (stage.tenant(), UnitId::new(unit).unwrap());
    let runs = stage.issuer.runs(&tenant);
    let form = RunForm { id: run.into(), start: "2026-02-16".into(), end: "2026-05-15".into(), ..RunForm::default() };
    let terms = RunTerms::read(&form).unwrap();
    let assessors = [PersonId::new("Z-5").unwrap()];
    let guarantor = tenant.unit_draft(&unit).await.unwrap().and_then(|draft| draft.guarantor);
    let place = tenant.unit_place(&unit).await.unwrap();
    let leave = |action, assessors: &[PersonId]| {
        let (institution, guarantor, place) = (&stage.institution, guarantor.as_ref(), Some(&place));
        let target = Target::Run { institution, guarantor, assessors, place };
        let program = Actor::within(agent("is"), stage.institution.clone(), Role::SystemClient, None).unwrap();
        allowed(&program, action, &target).unwrap()
    };
    let key = runs.plan(&unit, &terms, &assessors, leave(Action::ManageRun, &[])).await.unwrap();
    runs.act(&key, RunAct::Start, leave(Action::ManageRun, &assessors)).await.unwrap();
    let person = PersonForm {
        person: "V-1001".into(),
        given_name: "Žofie".into(),
        family_name: "Příkladná".into(),
        born: "1996-02-29".into(),
        ..PersonForm::default()
    };
    let people = vec![person.read().unwrap()];
    let add = leave(Action::ManageParticipants, &assessors);
    runs.add(&key, people, ParticipantState::Enrolled, add).await.unwrap();
    key
}

/// Enrols so many people in a run.
pub async fn crowd(stage: &Stage, key: &RunKey, count: usize) {
    let person = |number: usize| PersonForm {
        person: format!("V-{number:04}"),
        given_name: "Jana".into(),
        family_name: format!("Účastnice {number:04}"),
        born: "2000-02-01".into(),
        ..PersonForm::default()
    };
    let people = (0..count).map(|number| person(number).read().unwrap()).collect();
    let tenant = stage.tenant();
    let run = stage.issuer.runs(&tenant).run(key).await.unwrap().unwrap();
    let program = Actor::within(agent("is"), stage.institution.clone(), Role::SystemClient, None).unwrap();
    let leave = allowed(&program, Action::ManageParticipants, &run.target(&tenant)).unwrap();
    stage.issuer.runs(&tenant).add(key, people, ParticipantState::Enrolled, leave).await.unwrap();
}

/// The unit `dilna`, whose two assessments have results of their own; `Z-8` answers for it.
pub async fn workshop(stage: &Stage) {
    let mut unit = serde_json::to_value(specimen::unit().unwrap()).unwrap();
    unit["id"] = "dilna".into();
    unit["assessments"][0]["code"] = "PROJEKT".into();
    unit["assessments"][1]["code"] = "TEST".into();
    let unit: Unit = serde_json::from_value(unit).unwrap();
    let document = serde_json::to_string(&unit).unwrap();
    stage.tenant().put_unit(&unit.id, 1, &unit.title, &document, stage.now()).await.unwrap();
    let leave = permit(stage, Action::EditUnit);
    stage.issuer.units(&stage.tenant()).next_version(&unit.id, Some(&guarantor()), leave).await.unwrap();
}

/// Sends the form of an act on the run, and its question.
pub async fn act(browser: &mut Browser, run: &str, act: &str) -> Answer {
    let token = browser.get(run).await.expect(200).token();
    let path = format!("{run}/act");
    browser.post(&path, &[("token", &token), ("act", act)]).await.expect(200);
    browser.post(&path, &[("token", &token), ("act", act), ("confirmed", "yes")]).await
}

/// Plans a run for six hundred people through its form and starts it.
pub async fn planned(registrar: &mut Browser, id: &str) -> String {
    planned_for(registrar, id, "600").await
}

/// The same for so many people.
pub async fn planned_for(registrar: &mut Browser, id: &str, capacity: &str) -> String {
    let form = registrar.get("/en/staff/units/dilna/new-run").await.expect(200);
    let token = form.token();
    let fields = [
        ("token", token.as_str()),
        ("id", id),
        ("start", "16. 2. 2026"),
        ("end", "15. 5. 2026"),
        ("capacity", capacity),
        ("closed_to", ""),
        ("assessors", "Z-5\r\nZ-8"),
    ];
    registrar.post("/en/staff/units/dilna/new-run", &fields).await.expect(303);
    let run = format!("/en/staff/units/dilna/runs/{id}");
    act(registrar, &run, "start").await.expect(303);
    run
}

/// Hands a file to a form that shows what it would change, and confirms it.
pub async fn import(browser: &mut Browser, run: &str, what: &str, name: &str, file: &[u8]) -> Answer {
    let path = format!("{run}/import/{what}");
    let token = browser.get(&path).await.expect(200).token();
    let shown = browser.upload(&path, &[("token", &token)], "sheet", name, file).await.expect(200);
    confirm_import(browser, &path, &shown, &[]).await
}

/// What a page holds of a file, sent again.
async fn confirm_import(browser: &mut Browser, path: &str, shown: &Answer, more: &[(&str, &str)]) -> Answer {
    let data = unescape(&shown.between("<textarea name=\"data\" hidden aria-hidden=\"true\">\n", "</textarea>"));
    let (token, stamp) = (shown.token(), shown.between("name=\"stamp\" value=\"", "\""));
    let kind = shown.between("name=\"kind\" value=\"", "\"");
    let mut fields = vec![("token", token.as_str()), ("kind", &kind), ("data", &data), ("stamp", &stamp)];
    fields.extend(more.iter().copied());
    if more.is_empty() {
        fields.push(("confirmed", "yes"));
    }
    browser.post(&format!("{path}/check"), &fields).await
}

fn unescape(text: &str) -> String {
    text.replace("&#60;", "<").replace("&#62;", ">").replace("&#34;", "\"").replace("&#39;", "'").replace("&#38;", "&")
}

pub fn people(count: usize) -> String {
    let mut file = format!("{HEADER}\r\n");
    for number in 0..count {
        write!(file, "V-{number:04};Jana;Účastnice {number:04};1. 2. 2000\r\n").unwrap();
    }
    file
}

const GRADES: [&str; 4] = ["A", "B", "C", "F"];

/// What the nth participant reached: project, test, final grade.
fn grades(number: usize) -> [&'static str; 3] {
    let grade = GRADES[number % 4];
    [grade, grade, grade]
}

/// Fills in every page of the grid.
pub async fn fill_grid(browser: &mut Browser, run: &str, count: usize) {
    for page in 0..count.div_ceil(GRID_ROWS) {
        let token = browser.get(&format!("{run}/results?page={page}")).await.expect(200).token();
        save_grid(browser, run, &grid(&token, page, count)).await;
    }
}

/// What the form of a page of the grid says, filled in.
pub fn grid(token: &str, page: usize, count: usize) -> Vec<(String, String)> {
    let mut fields = vec![("token".to_owned(), token.to_owned()), ("page".to_owned(), page.to_string())];
    for row in 0..GRID_ROWS.min(count - page * GRID_ROWS) {
        let number = page * GRID_ROWS + row;
        fields.push((format!("p-{row}"), format!("V-{number:04}")));
        fields.push((format!("e-{row}"), "0".into()));
        for (column, grade) in grades(number).into_iter().enumerate() {
            fields.push((format!("r-{row}-{column}"), grade.into()));
        }
        fields.push((format!("r-{row}-3"), "12. 6. 2026".into()));
    }
    fields
}

/// Saves a page of the grid.
pub async fn save_grid(browser: &mut Browser, run: &str, fields: &[(String, String)]) {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(&format!("{run}/results"), &fields).await.expect(303);
}

pub fn workbook(count: usize) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let day = Format::new().set_num_format("d. m. yyyy");
    let headings = ["Osobní číslo", "Hodnocení: PROJEKT", "Hodnocení: TEST", "Známka", "Datum hodnocení"];
    for (column, heading) in (0..).zip(headings) {
        sheet.write(0, column, heading).unwrap();
    }
    for number in 0..count {
        let row = u32::try_from(number).unwrap() + 1;
        sheet.write(row, 0, format!("V-{number:04}")).unwrap();
        for (column, grade) in (1..).zip(grades(number)) {
            sheet.write(row, column, grade).unwrap();
        }
        sheet.write_with_format(row, 4, ExcelDateTime::from_ymd(2026, 6, 12).unwrap(), &day).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

fn key(run: &str) -> RunKey {
    RunKey { unit: UnitId::new("dilna").unwrap(), run: run.parse().unwrap() }
}

async fn kept(stage: &Stage, run: &str) -> Vec<(String, String)> {
    let page = NumberedPage { page: 0, rows: 1_000 };
    let people = stage.tenant().participants(&key(run), None, page).await.unwrap();
    let row = |one: &signet_store::StoredParticipant| {
        let results = serde_json::to_string(&one.participant.results).unwrap();
        (one.participant.holder.person.to_string(), results)
    };
    people.iter().map(row).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn st7_five_hundred_participants_have_the_same_results_by_grid_and_by_workbook() {
    const COUNT: usize = 500;
    let stage = Stage::open().await;
    workshop(&stage).await;
    let mut registrar = stage.registrar().await;
    let mut assessor = stage.staff(Role::Assessor, "zkousejici", "Z-5").await;
    for id in ["mrizka", "sesit"] {
        let run = planned(&mut registrar, id).await;
        import(&mut registrar, &run, "participants", "lide.csv", people(COUNT).as_bytes()).await.expect(303);
    }
    fill_grid(&mut assessor, "/en/staff/units/dilna/runs/mrizka", COUNT).await;
    let sheet = "/en/staff/units/dilna/runs/sesit";
    import(&mut assessor, sheet, "results", "vysledky.xlsx", &workbook(COUNT)).await.expect(303);
    let (grid, sheet) = (kept(&stage, "mrizka").await, kept(&stage, "sesit").await);
    assert_eq!(grid.len(), COUNT);
    assert!(grid.iter().all(|(_, results)| results.contains("2026-06-12") && results.contains("PROJEKT")));
    assert_eq!(grid, sheet, "byte for byte");
    // The same file again changes nothing.
    let again = import(&mut assessor, "/en/staff/units/dilna/runs/sesit", "results", "x.xlsx", &workbook(COUNT)).await;
    again.expect(409);
}

/// Two people take part: one by one, and from a file in another encoding of Czech.
async fn enrol_two(registrar: &mut Browser, run: &str) {
    let l = english();
    let new = format!("{run}/new-participant");
    let token = registrar.get(&new).await.expect(200).token();
    let wrong =
        registrar.post(&new, &[("token", &token), ("person", "V-1"), ("born", "31. 2. 2000")]).await.expect(422);
    assert!(wrong.text().contains("href=\"#born\"") && wrong.text().contains("aria-invalid=\"true\""));
    let fields = [
        ("token", token.as_str()),
        ("person", "V-1"),
        ("given_name", "Žofie"),
        ("family_name", "Příkladná"),
        ("born", "29. 2. 1996"),
        ("state", "enrolled"),
    ];
    registrar.post(&new, &fields).await.expect(303);
    let twin = [fields[0], ("person", "V-99"), fields[2], fields[3], fields[4], fields[5]];
    let told = registrar.post(&new, &twin).await.expect(409);
    assert!(told.has(&l.web_staff_run_add_check_namesake("V-1")), "the same person, perhaps");
    let windows = b"Osobn\xed \xe8\xedslo;Jm\xe9no;P\xf8\xedjmen\xed;Datum narozen\xed\r\nV-2;Ji\xf8\xed;\x8aest\xe1k;1. 2. 2000\r\nV-2;x;y;1. 2. 2000\r\n";
    import(registrar, run, "participants", "lide.csv", windows).await.expect(303);
    let listed = registrar.get(&format!("{run}/participants")).await.expect(200);
    assert!(listed.has("Jiří Šesták") && listed.has("Žofie Příkladná"));
    let page = format!("{run}/participants/V-1");
    let shown = registrar.get(&page).await.expect(200);
    assert!(shown.text().contains("value=\"29\u{a0}February\u{a0}1996\""), "a day as the language writes it");
    for born in ["29. 2. 1996", "29\u{a0}February\u{a0}1996", "1996-02-29"] {
        let again = [fields[0], fields[2], fields[3], ("born", born)];
        registrar.post(&page, &again).await.expect(303);
    }
}

/// The assessor has the run among their work, enters results and says whose identity was checked.
async fn enter_two(assessor: &mut Browser, run: &str) {
    let l = english();
    assert!(assessor.get("/en/staff").await.expect(200).has("jaro"));
    let results = format!("{run}/results");
    let shown = assessor.get(&results).await.expect(200);
    let token = shown.token();
    let row = |row: usize, person: &'static str, grade: &'static str| -> Vec<(String, String)> {
        let mut fields = vec![(format!("p-{row}"), person.to_owned()), (format!("e-{row}"), "0".to_owned())];
        fields.extend((0..3).map(|column| (format!("r-{row}-{column}"), grade.to_owned())));
        fields.push((format!("r-{row}-3"), "2026-06-12".to_owned()));
        fields
    };
    let mut rows = row(0, "V-1", "B");
    rows.extend(row(1, "V-2", "Q"));
    rows.push(("token".to_owned(), token.clone()));
    let sent: Vec<(&str, &str)> = rows.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let told = assessor.post(&results, &sent).await.expect(422);
    assert!(told.text().contains("href=\"#r-1-0\"") && told.text().contains("value=\"Q\""), "what was typed is there");
    assert!(told.has(&l.web_staff_run_results_saved(1_usize)), "the good row is saved");
    let two: Vec<(String, String)> = row(1, "V-2", "A").into_iter().chain([("token".into(), token.clone())]).collect();
    let sent: Vec<(&str, &str)> = two.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assessor.post(&results, &sent).await.expect(303);
    let identity = [("token", token.as_str()), ("act", "identify"), ("person", "V-1"), ("person", "V-2")];
    assessor.post(&format!("{run}/participants"), &identity).await.expect(200);
    // They close nothing and issue nothing.
    let close = [("token", token.as_str()), ("act", "close"), ("confirmed", "yes")];
    assessor.post(&format!("{run}/act"), &close).await.expect(403);
    assessor.get(&format!("{run}/issue")).await.expect(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_goes_from_its_plan_to_credentials_with_a_second_yes_and_at_its_instant() {
    let stage = Stage::open().await;
    workshop(&stage).await;
    stage.rule(InstitutionRules { second_yes: true, ..InstitutionRules::default() }).await;
    let (l, mut registrar) = (english(), stage.registrar().await);
    let mut assessor = stage.staff(Role::Assessor, "zkousejici", "Z-5").await;
    let mut guarantor = stage.staff(Role::Guarantor, "vzorna", "Z-8").await;
    let run = planned(&mut registrar, "jaro").await;
    let terms = registrar.get(&format!("{run}/edit")).await.expect(200);
    assert!(terms.has("16\u{a0}February\u{a0}2026") && !terms.has("2026-02-16"), "a day as the language writes it");
    enrol_two(&mut registrar, &run).await;
    enter_two(&mut assessor, &run).await;
    assert!(guarantor.get("/en/staff").await.expect(200).has("jaro"), "results to close");
    act(&mut guarantor, &run, "close").await.expect(303);
    assert!(registrar.get("/en/staff").await.expect(200).has(&l.web_staff_run_task_ready_note(2_u32)));
    let issue = format!("{run}/issue");
    let token = registrar.get(&issue).await.expect(200).token();
    let later = [("when", "later"), ("day", "2. 7. 2026"), ("time", "8:00"), ("person", "V-1"), ("person", "V-2")];
    let with = |more: &[(&'static str, &'static str)]| {
        let mut fields = vec![("token", token.as_str())];
        fields.extend(more.iter().copied());
        fields
    };
    registrar.post(&issue, &with(&[])).await.expect(422);
    let past = [later[0], ("day", "1. 7. 2026"), ("time", "11:59"), later[3]];
    assert!(registrar.post(&issue, &with(&past)).await.expect(422).has(&l.web_staff_run_issue_past()));
    let skipped = [later[0], ("day", "28. 3. 2027"), ("time", "2:30"), later[3]];
    assert!(registrar.post(&issue, &with(&skipped)).await.expect(422).has(&l.web_staff_run_issue_no_hour()));
    let asked = registrar.post(&issue, &with(&later)).await.expect(200);
    assert!(asked.has(&l.web_staff_run_issue_confirm(2_usize)) && asked.has(&l.web_staff_run_issue_second()));
    let confirmed: Vec<_> = later.into_iter().chain([("confirmed", "yes")]).collect();
    let batch = registrar.post(&issue, &with(&confirmed)).await.expect(303).header("location").to_owned();
    let waiting = registrar.get(&batch).await.expect(200);
    assert!(waiting.has(&l.web_staff_check_second_own()), "nobody agrees with themselves");
    registrar.post(&format!("{batch}/confirm"), &[("token", &waiting.token())]).await.expect(403);
    assert_eq!(stage.tenant().progress(None).await.unwrap().total(), 0);
    let mut second = stage.staff(Role::Registrar, "druha", "Z-7").await;
    let word = second.get(&batch).await.expect(200);
    second.post(&format!("{batch}/confirm"), &[("token", &word.token())]).await.expect(303);
    assert_eq!(stage.tenant().progress(None).await.unwrap().proposed, 2);
    stage.seal_all().await;
    assert_eq!(stage.tenant().progress(None).await.unwrap().proposed, 2, "not before its instant");
    schedule::scheduled(&mut registrar, &batch).await;
    schedule::moved_and_back(&mut registrar, &stage, &batch).await;
    // At its instant a sealer takes them; here by the queue alone, since the clock of the stage stands.
    let worker = WorkerId::new("later").unwrap();
    let at = "2026-07-02T06:00:01Z".parse().unwrap();
    let until = "2026-07-02T06:10:00Z".parse().unwrap();
    assert_eq!(stage.tenant().queue().claim(&worker, at, until, 10).await.unwrap().len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_result_that_is_changed_after_issue_leads_to_its_correction() {
    let stage = Stage::open().await;
    workshop(&stage).await;
    let (l, mut registrar) = (english(), stage.registrar().await);
    let mut guarantor = stage.staff(Role::Guarantor, "vzorna", "Z-8").await;
    let run = planned(&mut registrar, "jaro").await;
    import(&mut registrar, &run, "participants", "lide.csv", people(1).as_bytes()).await.expect(303);
    fill_grid(&mut registrar, &run, 1).await;
    let token = registrar.get(&run).await.expect(200).token();
    let identity = [("token", token.as_str()), ("act", "identify"), ("person", "V-0000")];
    registrar.post(&format!("{run}/participants"), &identity).await.expect(200);
    act(&mut guarantor, &run, "close").await.expect(303);
    let issue = [("token", token.as_str()), ("person", "V-0000"), ("confirmed", "yes")];
    let batch = registrar.post(&format!("{run}/issue"), &issue).await.expect(303).header("location").to_owned();
    stage.seal_all().await;
    let done = registrar.get(&batch).await.expect(200);
    assert!(done.has(&l.web_staff_batch_finished(signet_lang::args::WebStaffBatchFinished { done: 1, total: 1 })));
    let participant = format!("{run}/participants/V-0000");
    assert!(registrar.get(&participant).await.expect(200).has(&l.web_staff_run_unmet_issued()));

    act(&mut guarantor, &run, "reopen").await.expect(303);
    let file = b"id;Zn\xc3\xa1mka;Hodnocen\xc3\xad: PROJEKT;Hodnocen\xc3\xad: TEST\r\nV-0000;B;B;B\r\n";
    import(&mut registrar, &run, "results", "oprava.csv", file).await.expect(303);
    act(&mut guarantor, &run, "close").await.expect(303);
    let page = registrar.get(&participant).await.expect(200);
    assert!(page.has(&l.web_staff_run_unmet_issued_otherwise()) && page.has(&l.web_staff_run_correct_link()));
    registrar.post(&format!("{run}/issue"), &issue).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_fill_in_one_page_lose_nothing_and_nobody_enters_their_own_result() {
    let stage = Stage::open().await;
    workshop(&stage).await;
    let (l, mut registrar) = (english(), stage.registrar().await);
    let run = planned(&mut registrar, "jaro").await;
    let file = format!("{HEADER}\r\nV-1;Jana;Nováková;1. 2. 2000\r\nZ-5;Petr;Vzorný;1. 2. 1970\r\n");
    import(&mut registrar, &run, "participants", "lide.csv", file.as_bytes()).await.expect(303);
    let mut assessor = stage.staff(Role::Assessor, "zkousejici", "Z-5").await;
    let results = format!("{run}/results");
    let shown = assessor.get(&results).await.expect(200);
    assert!(shown.has(&l.web_staff_run_own_row()));
    let (ones, others) = (shown.token(), registrar.get(&results).await.expect(200).token());
    let first = [("token", ones.as_str()), ("p-0", "V-1"), ("e-0", "0"), ("r-0-0", "A"), ("r-0-1", "")];
    assessor.post(&results, &first).await.expect(303);
    let second = [("token", others.as_str()), ("p-0", "V-1"), ("e-0", "0"), ("r-0-0", ""), ("r-0-1", "B")];
    registrar.post(&results, &second).await.expect(303);
    let clash = [("token", others.as_str()), ("p-0", "V-1"), ("e-0", "0"), ("r-0-0", "C")];
    let told = registrar.post(&results, &clash).await.expect(422);
    assert!(told.has(&l.web_staff_run_clash("A")) && told.text().contains("name=\"e-0\" value=\"2\""));
    let kept = kept(&stage, "jaro").await;
    assert!(kept[0].1.contains("\"PROJEKT\":\"A\"") && kept[0].1.contains("\"TEST\":\"B\""), "{kept:?}");
    // A form made by hand does not get round it, and another's run is not there.
    let own = [("token", ones.as_str()), ("p-0", "Z-5"), ("e-0", "0"), ("r-0-0", "A")];
    assessor.post(&results, &own).await.expect(403);
    let mut stranger = stage.staff(Role::Assessor, "jiny", "Z-6").await;
    stranger.get(&run).await.expect(404);
    assert!(!stranger.get("/en/staff/runs").await.expect(200).has("jaro"));
    assert!(assessor.get("/en/staff/runs").await.expect(200).has("jaro"));
}

#[tokio::test(flavor = "multi_thread")]
async fn columns_that_do_not_say_what_they_are_are_matched_and_remembered() {
    let stage = Stage::open().await;
    workshop(&stage).await;
    let (l, mut registrar) = (english(), stage.registrar().await);
    let run = planned(&mut registrar, "jaro").await;
    import(&mut registrar, &run, "participants", "lide.csv", people(2).as_bytes()).await.expect(303);
    let path = format!("{run}/import/results");
    let token = registrar.get(&path).await.expect(200).token();
    let file = "Kdo;Co\r\nV-0000;A\r\nV-0009;A\r\n".as_bytes();
    let shown = registrar.upload(&path, &[("token", &token)], "sheet", "x.csv", file).await.expect(200);
    assert!(shown.has(&l.web_staff_run_import_none()));
    let chosen = [("column-0", "person"), ("column-1", "grade")];
    let shown = confirm_import(&mut registrar, &path, &shown, &chosen).await.expect(200);
    assert!(
        shown.has(&l.web_staff_run_import_changes(1_usize)) && shown.has(&l.web_staff_run_import_not_here("V-0009"))
    );
    // Meanwhile somebody else enters that very cell.
    let results = format!("{run}/results");
    let meanwhile = [("token", token.as_str()), ("p-0", "V-0000"), ("e-0", "0"), ("r-0-2", "C")];
    registrar.post(&results, &meanwhile).await.expect(303);
    let overtaken = confirm_import(&mut registrar, &path, &shown, &[]).await.expect(409);
    assert!(overtaken.has(&l.web_staff_run_import_overtaken()));
    confirm_import(&mut registrar, &path, &overtaken, &[]).await.expect(303);
    let again = registrar.upload(&path, &[("token", &token)], "sheet", "y.csv", file).await.expect(200);
    assert!(again.has(&l.web_staff_run_import_same(1_usize)), "the columns are remembered");
}
