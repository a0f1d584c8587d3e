//! How people agree on a unit: four of them bring it from a draft into the catalogue, nobody judges themselves, and nothing is issued from
//! what was not agreed on.

use signet_access::{Action, Actor, Permit, Role, Target, allowed};
use signet_lang::args::UnitActWord as Word;
use signet_offering::UnitDraft;
use signet_record::{PersonId, UnitId, specimen};
use signet_registry::DraftStage;
use signet_store::AccountLetterKind;

use crate::{
    browser::{Answer, Browser},
    letter_acts::{told, writes_to},
    stage::{Stage, agent, english, operator_permit},
};

const UNIT: &str = "/en/staff/units/novinka";
const AUTHOR: (Role, &str, &str) = (Role::Registrar, "dvorakova", "Z-1");
const GUARANTOR: (Role, &str, &str) = (Role::Guarantor, "vzorna", "Z-2");
const QUALITY: (Role, &str, &str) = (Role::QualityOffice, "jakostni", "Z-3");
const PRINCIPLES: [&str; 10] = [
    "quality",
    "transparency",
    "relevance",
    "assessment",
    "pathways",
    "recognition",
    "portability",
    "learner",
    "authentic",
    "guidance",
];

fn unit() -> UnitId {
    UnitId::new("novinka").unwrap()
}

fn permit(stage: &Stage, who: (Role, &str, &str), action: Action) -> Permit {
    let guarantor = PersonId::new(GUARANTOR.2).unwrap();
    let person = Some(PersonId::new(who.2).unwrap());
    let actor = Actor::within(agent(who.1), stage.institution.clone(), who.0, person).unwrap();
    let place = UnitDraft::of(&specimen::unit().unwrap()).place_of(&unit());
    let target = Target::Unit { institution: &stage.institution, guarantor: Some(&guarantor), place: Some(&place) };
    allowed(&actor, action, &target).unwrap()
}

/// A draft of a unit, written by somebody.
async fn draft(stage: &Stage, author: (Role, &str, &str)) {
    let (tenant, guarantor) = (stage.tenant(), PersonId::new(GUARANTOR.2).unwrap());
    let text = UnitDraft::of(&specimen::unit().unwrap());
    let leave = permit(stage, author, Action::EditUnit);
    stage.issuer.units(&tenant).begin(&unit(), Some(&guarantor), Some(text), leave).await.unwrap();
}

/// The same draft with another number of hours.
async fn save(stage: &Stage, hours: &str) {
    let tenant = stage.tenant();
    let units = stage.issuer.units(&tenant);
    let in_hand = units.unit(&unit()).await.unwrap().unwrap();
    let mut text = in_hand.draft.clone();
    text.set("hours", hours).unwrap();
    let revision = in_hand.state.draft().unwrap().revision;
    units.save(&unit(), revision, &text, permit(stage, AUTHOR, Action::EditUnit)).await.unwrap();
}

async fn person(stage: &Stage, who: (Role, &str, &str)) -> Browser {
    stage.staff(who.0, who.1, who.2).await
}

/// What the form of an act sends: its token, the digest that was shown, and what somebody fills in.
async fn form(browser: &mut Browser, act: &str, filled: &[(&str, &str)]) -> Vec<(String, String)> {
    let page = browser.get(&format!("{UNIT}/{act}")).await.expect(200);
    let mut fields = vec![("token".to_owned(), page.token())];
    if page.text().contains("name=\"digest\"") {
        fields.push(("digest".to_owned(), page.between("name=\"digest\" value=\"", "\"")));
    }
    fields.extend(filled.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    fields
}

async fn send(browser: &mut Browser, act: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(&format!("{UNIT}/{act}"), &fields).await
}

/// Fills in the form of an act, reads the question, and means it.
async fn decide(browser: &mut Browser, act: &str, filled: &[(&str, &str)]) -> Answer {
    let mut fields = form(browser, act, filled).await;
    let asked = send(browser, act, &fields).await.expect(200);
    assert!(asked.has(&english().web_staff_act_check()) && asked.text().contains("name=\"confirmed\""), "{act}");
    fields.push(("confirmed".to_owned(), "yes".to_owned()));
    send(browser, act, &fields).await
}

fn terms<'a>(from: &'a str, review: &'a str) -> Vec<(&'a str, &'a str)> {
    let principles = PRINCIPLES.map(|principle| (principle, "yes"));
    [("from", from), ("review", review)].into_iter().chain(principles).collect()
}

/// The unit, approved by four people through the pages.
async fn approved(stage: &Stage, review: &str) {
    draft(stage, AUTHOR).await;
    let (mut author, mut guarantor) = (person(stage, AUTHOR).await, person(stage, GUARANTOR).await);
    decide(&mut author, "submit", &[]).await.expect(303);
    decide(&mut guarantor, "endorse", &[]).await.expect(303);
    let mut quality = person(stage, QUALITY).await;
    decide(&mut quality, "approve", &terms("1. 1. 2026", review)).await.expect(303);
}

/// Hands in one good row for the new unit; the page of the check, or the page that refuses it.
async fn hand_in(registrar: &mut Browser) -> Answer {
    let token = registrar.get("/en/staff/results").await.expect(200).token();
    let sheet = format!("{}\r\n{}\r\n", crate::staff::HEADER, crate::staff::GOOD);
    let fields = [("token", token.as_str()), ("unit", "novinka")];
    let answer = registrar.upload("/en/staff/check", &fields, "sheet", "vysledky.csv", sheet.as_bytes()).await;
    match answer.status {
        303 => registrar.get(answer.header("location")).await,
        _ => answer,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_guarantor_is_named_by_a_colleague_and_the_one_before_answers_no_longer() {
    let (stage, l) = (Stage::open().await, english());
    draft(&stage, AUTHOR).await;
    let (mut first, mut quality) = (person(&stage, GUARANTOR).await, person(&stage, QUALITY).await);
    let mut second = person(&stage, (Role::Guarantor, "druha", "Z-7")).await;
    let mut admin = person(&stage, (Role::InstitutionAdmin, "spravcova", "Z-5")).await;
    let task = l.web_staff_work_task(signet_lang::args::TaskWord::Guarantor);
    assert!(!admin.get("/en/staff").await.expect(200).has(&task), "there is one");
    first.get(&format!("{UNIT}/guarantor")).await.expect(403);

    // The role of the guarantor ends: whoever may names another, who has the role.
    let reason = "odchod";
    let (account, institution) = (agent(GUARANTOR.1), stage.institution.clone());
    let ended = stage.issuer.end_role(&account, Role::Guarantor, Some(&institution), reason, operator_permit());
    ended.await.unwrap();
    let work = admin.get("/en/staff").await.expect(200);
    assert!(work.has(&task) && work.text().contains(UNIT));
    let page = admin.get(&format!("{UNIT}/guarantor")).await.expect(200);
    assert!(page.has("Name of druha (Z-7)") && !page.text().contains("value=\"Z-2\""));
    let missing = send(&mut admin, "guarantor", &form(&mut quality, "guarantor", &[]).await).await;
    missing.expect(403);
    let missing = form(&mut admin, "guarantor", &[]).await;
    let missing = send(&mut admin, "guarantor", &missing).await.expect(422);
    assert!(missing.has(&l.web_staff_act_problem_guarantor()) && missing.text().contains("href=\"#guarantor\""));
    for (who, sentence) in [("Z-99", l.offering_no_guarantor()), ("Z-5", l.offering_names_themselves())] {
        let refused = decide(&mut admin, "guarantor", &[("guarantor", who)]).await.expect(409);
        assert!(refused.has(&sentence), "{who}");
    }
    let done = decide(&mut admin, "guarantor", &[("guarantor", "Z-7")]).await.expect(303);
    let page = admin.get(done.header("location")).await.expect(200);
    assert!(page.has(&l.web_staff_act_done(Word::Entrust)) && page.has(&l.web_staff_unit_event_entrusted()));
    assert!(page.has(&l.web_staff_unit_event_guarantor("Z-7")), "in the history");
    assert!(!admin.get("/en/staff").await.expect(200).has(&task));
    let again = decide(&mut quality, "guarantor", &[("guarantor", "Z-7")]).await.expect(409);
    assert!(again.has(&l.offering_guarantor_already()));

    let mut author = person(&stage, AUTHOR).await;
    decide(&mut author, "submit", &[]).await.expect(303);
    let mut first = person(&stage, GUARANTOR).await;
    first.get(UNIT).await.expect(404);
    decide(&mut second, "endorse", &[]).await.expect(303);
    let audit = author.get("/en/staff/audit").await.expect(200);
    assert!(audit.has(&l.web_staff_unit_event_entrusted()));
}

#[tokio::test(flavor = "multi_thread")]
async fn st1_four_people_take_a_unit_from_a_draft_to_the_catalogue_and_a_credential_is_issued_from_it() {
    let stage = Stage::open().await;
    let l = english();
    let in_catalogue = format!("/en/catalogue/{}/novinka", stage.institution);
    draft(&stage, AUTHOR).await;
    let mut author = person(&stage, AUTHOR).await;
    let done = decide(&mut author, "submit", &[]).await.expect(303);
    assert_eq!(done.header("location"), format!("{UNIT}?done=submit"));
    let page = author.get(done.header("location")).await.expect(200);
    assert!(page.has(&l.web_staff_act_done(Word::Submit)), "it is said that it is done, and what comes next");
    assert!(page.has(&l.web_staff_unit_draft_next(signet_lang::args::DraftWord::Submitted)));

    let mut guarantor = person(&stage, GUARANTOR).await;
    let work = guarantor.get("/en/staff").await.expect(200);
    assert!(work.text().contains(UNIT) && work.has(&l.web_staff_work_task(signet_lang::args::TaskWord::Endorse)));
    decide(&mut guarantor, "endorse", &[]).await.expect(303);
    assert!(!guarantor.get("/en/staff").await.expect(200).text().contains(UNIT), "nothing waits for them any more");

    let mut quality = person(&stage, QUALITY).await;
    assert!(quality.get("/en/staff").await.expect(200).text().contains(UNIT));
    let wrong = form(&mut quality, "approve", &[("from", "soon"), ("quality", "yes")]).await;
    let wrong = send(&mut quality, "approve", &wrong).await.expect(422);
    assert!(wrong.text().contains("href=\"#relevance\"") && wrong.text().contains("href=\"#review\""));
    assert!(!wrong.text().contains("href=\"#quality\"") && wrong.text().contains("value=\"soon\""), "nothing is lost");
    decide(&mut quality, "approve", &terms("1. 1. 2026", "31. 12. 2028")).await.expect(303);

    let mut anybody = stage.stranger();
    anybody.get(&in_catalogue).await.expect(404);
    decide(&mut guarantor, "publish", &[]).await.expect(303);
    anybody.get(&in_catalogue).await.expect(200);

    let check = hand_in(&mut author).await.expect(200);
    let issue = check.between("method=\"post\" action=\"/en/staff/batches/", "\"");
    author.post(&format!("/en/staff/batches/{issue}"), &[("token", &check.token())]).await.expect(303);
    stage.seal_all().await;
    assert_eq!(stage.tenant().progress(None).await.unwrap().total(), 1, "issued");

    let history = quality.get(&format!("{UNIT}/history.csv")).await.expect(200).text();
    assert!(history.contains("Name of jakostni") && history.contains(&l.web_staff_unit_event_submitted()), "{history}");
    let text = quality.get(&format!("{UNIT}/unit.toml")).await.expect(200).text();
    assert_eq!(UnitDraft::read(&text).unwrap().text("id"), Some("novinka"));
}

#[tokio::test(flavor = "multi_thread")]
async fn st2_the_author_neither_endorses_alone_nor_approves_under_any_role() {
    let stage = Stage::open().await;
    let l = english();
    draft(&stage, AUTHOR).await;
    let mut author = person(&stage, AUTHOR).await;
    author.get(&format!("{UNIT}/approve")).await.expect(403);
    decide(&mut author, "submit", &[]).await.expect(303);
    let mut guarantor = person(&stage, GUARANTOR).await;
    decide(&mut guarantor, "endorse", &[]).await.expect(303);
    // The same person under another account and role, and the guarantor as well.
    for (account, number, why) in
        [("druha", AUTHOR.2, l.offering_wrote_it()), ("treti", GUARANTOR.2, l.offering_endorsed_it())]
    {
        let mut judge = stage.staff(Role::QualityOffice, account, number).await;
        assert!(judge.get(UNIT).await.expect(200).has(&why), "the page of the unit says so");
        for act in ["approve", "return"] {
            let refused = judge.get(&format!("{UNIT}/{act}")).await.expect(409);
            assert!(refused.has(&why) && !refused.text().contains("<textarea"), "before anything is filled in");
            let token = judge.get("/en/account").await.expect(200).token();
            let mut fields = vec![("token", token.as_str()), ("confirmed", "yes"), ("remark:ects", "No.")];
            let digest = stage.issuer.units(&stage.tenant()).unit(&unit()).await.unwrap().unwrap();
            let digest = digest.state.draft().unwrap().digest.unwrap().to_string();
            fields.push(("digest", &digest));
            fields.extend(terms("1. 1. 2026", "31. 12. 2028"));
            let answer = judge.post(&format!("{UNIT}/{act}"), &fields).await.expect(409);
            assert!(answer.has(&why), "nor without the page");
        }
    }
    assert_eq!(stage_of(&stage).await, Some(DraftStage::Endorsed), "nothing has happened");
}

#[tokio::test(flavor = "multi_thread")]
async fn st2_a_guarantor_who_wrote_alone_does_not_endorse() {
    let stage = Stage::open().await;
    draft(&stage, GUARANTOR).await;
    let mut guarantor = person(&stage, GUARANTOR).await;
    decide(&mut guarantor, "submit", &[]).await.expect(303);
    let refused = guarantor.get(&format!("{UNIT}/endorse")).await.expect(409);
    assert!(refused.has(&english().offering_only_author()));
}

async fn stage_of(stage: &Stage) -> Option<DraftStage> {
    stage.tenant().unit_draft(&unit()).await.unwrap().unwrap().stage
}

#[tokio::test(flavor = "multi_thread")]
async fn st3_a_text_that_has_changed_is_not_approved_and_the_answer_is_the_difference() {
    let stage = Stage::open().await;
    let l = english();
    draft(&stage, AUTHOR).await;
    let (mut author, mut guarantor) = (person(&stage, AUTHOR).await, person(&stage, GUARANTOR).await);
    decide(&mut author, "submit", &[]).await.expect(303);
    decide(&mut guarantor, "endorse", &[]).await.expect(303);
    let mut quality = person(&stage, QUALITY).await;
    let mut old = form(&mut quality, "approve", &terms("1. 1. 2026", "31. 12. 2028")).await;
    decide(&mut author, "withdraw", &[]).await.expect(303);
    save(&stage, "100").await;
    decide(&mut author, "submit", &[]).await.expect(303);
    decide(&mut guarantor, "endorse", &[]).await.expect(303);
    for confirmed in [false, true] {
        if confirmed {
            old.push(("confirmed".to_owned(), "yes".to_owned()));
        }
        let answer = send(&mut quality, "approve", &old).await.expect(409);
        assert!(answer.has(&l.web_staff_act_stale_title()) && answer.has(&l.offering_stale()));
        assert!(answer.text().contains("<ins class=\"words\">100</ins>"), "{}", answer.text());
        assert!(!answer.text().contains("name=\"confirmed\""), "and not the act");
    }
    assert_eq!(stage_of(&stage).await, Some(DraftStage::Endorsed));
    writes_to(&stage, AUTHOR.1, AUTHOR.2).await;
    decide(&mut quality, "approve", &terms("1. 1. 2026", "31. 12. 2028")).await.expect(303);
    assert_eq!(told(&stage).await, [(AccountLetterKind::UnitApproved, AUTHOR.1.to_owned())], "by the very act");
}

#[tokio::test(flavor = "multi_thread")]
async fn remarks_come_back_to_the_authors_at_their_fields() {
    let stage = Stage::open().await;
    let l = english();
    draft(&stage, AUTHOR).await;
    let mut author = person(&stage, AUTHOR).await;
    decide(&mut author, "submit", &[]).await.expect(303);
    let mut quality = person(&stage, QUALITY).await;
    let empty = form(&mut quality, "return", &[]).await;
    let empty = send(&mut quality, "return", &empty).await.expect(422);
    assert!(empty.has(&l.offering_remarks_none()) && empty.text().contains("href=\"#remark-\""));
    writes_to(&stage, AUTHOR.1, AUTHOR.2).await;
    writes_to(&stage, QUALITY.1, QUALITY.2).await;
    decide(&mut quality, "return", &[("remark:outcomes[1].text.cs", "Doplňte <sloveso>.")]).await.expect(303);
    let returned = (AccountLetterKind::UnitReturned, AUTHOR.1.to_owned());
    assert_eq!(told(&stage).await, [returned], "whoever wrote it, and nobody else");
    let page = author.get(UNIT).await.expect(200);
    assert!(page.text().contains("Doplňte &#60;sloveso&#62;.") && page.has("Learning outcomes 1 › Text › Czech"));
    let work = author.get("/en/staff").await.expect(200);
    assert!(work.has(&l.web_staff_work_task(signet_lang::args::TaskWord::Remarks)));
    decide(&mut author, "submit", &[]).await.expect(303);
    assert!(!author.get("/en/staff").await.expect(200).text().contains(UNIT), "handed in again: answered");
}

#[tokio::test(flavor = "multi_thread")]
async fn st11_nothing_is_issued_from_what_is_not_approved_suspended_retired_or_past_its_review() {
    let stage = Stage::open().await;
    let l = english();
    approved(&stage, "31. 12. 2028").await;
    let mut registrar = person(&stage, AUTHOR).await;
    assert!(hand_in(&mut registrar).await.has(&l.web_staff_check_issue(1)));
    let mut quality = person(&stage, QUALITY).await;
    let unreasoned = form(&mut quality, "suspend", &[("reason", " ")]).await;
    assert!(send(&mut quality, "suspend", &unreasoned).await.expect(422).has(&l.web_staff_act_problem_reason()));
    decide(&mut quality, "suspend", &[("reason", "Chyba v hodnocení")]).await.expect(303);
    assert!(hand_in(&mut registrar).await.has(&l.offering_bar_suspended()));
    assert!(registrar.get(UNIT).await.expect(200).has("Chyba v hodnocení"), "colleagues see why");
    decide(&mut quality, "resume", &[]).await.expect(303);
    assert!(hand_in(&mut registrar).await.has(&l.web_staff_check_issue(1)));
    assert_eq!(stage.tenant().progress(None).await.unwrap().total(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn st11_nothing_is_issued_after_the_review_was_due() {
    let stage = Stage::open().await;
    draft(&stage, AUTHOR).await;
    let mut registrar = person(&stage, AUTHOR).await;
    let unapproved = hand_in(&mut registrar).await;
    assert!(unapproved.status >= 400 && !unapproved.text().contains("/issue\""), "a draft is no unit to issue from");
    let stage = Stage::open().await;
    approved(&stage, "30. 6. 2026").await;
    let mut registrar = person(&stage, AUTHOR).await;
    let day = english().date(signet_record::Date::constant(2026, 6, 30));
    let sentence = english().offering_bar_review_passed(day);
    assert!(hand_in(&mut registrar).await.has(&sentence));
    assert!(registrar.get(UNIT).await.expect(200).has(&sentence), "the page of the unit says so, too");
}
