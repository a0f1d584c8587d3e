//! Several credentials revoked at once: alone where few, by two people where many.

use signet_access::Role;
use signet_record::InstitutionRules;
use signet_registry::Status;
use signet_store::{Search, Seek};

use crate::{
    browser::Browser,
    staff::hand_in,
    stage::{Stage, english},
};

const ROWS: [&str; 3] = [
    "V-1001;Žofie;Příkladná;Ing.;Ph.D.;29. 2. 1996;B;12. 6. 2026",
    "V-1002;Jan;Druhý;;;1. 2. 2001;B;12. 6. 2026",
    "Z-2;Petr;Novák;;;1. 2. 1981;A;12. 6. 2026",
];

/// Three credentials, the last of them of the registrar Z-2.
async fn issued(stage: &Stage, registrar: &mut Browser) -> (String, Vec<String>) {
    let batch = hand_in(registrar, &ROWS).await;
    let token = registrar.get(&batch).await.expect(200).token();
    registrar.post(&format!("{batch}/issue"), &[("token", &token)]).await.expect(303);
    stage.seal_all().await;
    let found = stage.tenant().search(&Search::All, &Seek::First, 10).await.unwrap().rows;
    (batch.rsplit('/').next().unwrap().to_owned(), found.iter().map(|one| one.id.to_string()).collect())
}

async fn revoked(stage: &Stage) -> usize {
    let found = stage.tenant().search(&Search::All, &Seek::First, 10).await.unwrap().rows;
    found.iter().filter(|one| one.status == Status::Revoked).count()
}

fn reason<'t>(token: &'t str, more: &[(&'t str, &'t str)]) -> Vec<(&'t str, &'t str)> {
    let mut fields = vec![("token", token), ("reason", "issued-in-error"), ("date", "2026-06-30")];
    fields.extend_from_slice(more);
    fields
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_chosen_in_the_search_is_revoked_once_it_was_asked_again() {
    let stage = Stage::open().await;
    let (l, mut registrar) = (english(), stage.registrar().await);
    let (_, ids) = issued(&stage, &mut registrar).await;
    let search = registrar.get("/en/staff/credentials").await.expect(200);
    assert!(search.has(&l.web_staff_bulk_open()) && search.text().contains(&format!("value=\"{}\"", ids[0])));
    let token = search.token();
    let chosen = [("credential", ids[0].as_str()), ("credential", ids[1].as_str()), ("credential", ids[1].as_str())];
    let mut choice = vec![("token", token.as_str())];
    choice.extend(chosen);
    let form = registrar.post("/en/staff/revocations", &choice).await.expect(200);
    assert!(form.has(&l.web_staff_bulk_lead(2)));
    let mut wrong = reason(&token, &chosen);
    wrong[1].1 = "";
    registrar.post("/en/staff/revocations", &wrong).await.expect(422);
    let asked = registrar.post("/en/staff/revocations", &reason(&token, &chosen)).await.expect(200);
    assert!(asked.has(&l.web_staff_revoke_sure()) && revoked(&stage).await == 0);
    let mut sure = reason(&token, &chosen);
    sure.push(("confirmed", "yes"));
    let done = registrar.post("/en/staff/revocations", &sure).await.expect(303);
    let page = registrar.get(done.header("location")).await.expect(200);
    assert!(page.has(&l.web_staff_bulk_done()) && page.has(&l.web_staff_bulk_row_revoked()));
    assert_eq!(revoked(&stage).await, 2);
    let mut assessor = stage.staff(Role::Assessor, "zkousejici", "Z-5").await;
    assessor.get("/en/staff/revocations").await.expect(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn above_the_number_of_the_institution_another_person_confirms_and_leaves_out_their_own() {
    let stage = Stage::open().await;
    stage.rule(InstitutionRules { revoke_alone_max: Some(2), ..InstitutionRules::default() }).await;
    let (l, mut registrar) = (english(), stage.registrar().await);
    let (batch, _) = issued(&stage, &mut registrar).await;
    let token = registrar.get("/en/staff/credentials").await.expect(200).token();
    let whole = [("batch", batch.as_str())];
    let asked = registrar.post("/en/staff/revocations", &reason(&token, &whole)).await.expect(200);
    assert!(asked.has(&l.web_staff_bulk_needs_second(2)));
    let sure = [("batch", batch.as_str()), ("confirmed", "yes")];
    let proposed = registrar.post("/en/staff/revocations", &reason(&token, &sure)).await.expect(303);
    let path = proposed.header("location").to_owned();
    let page = registrar.get(&path).await.expect(200);
    assert!(page.has(&l.web_staff_bulk_waits()) && !page.text().contains("/confirm"));
    assert_eq!(revoked(&stage).await, 0);
    let confirm = format!("{path}/confirm");
    registrar.post(&confirm, &[("token", &token)]).await.expect(403);
    let mut alias = stage.staff(Role::Registrar, "dvorakova-2", "Z-1").await;
    let alias_token = alias.get(&path).await.expect(200).token();
    alias.post(&confirm, &[("token", &alias_token)]).await.expect(403);
    assert_eq!(revoked(&stage).await, 0, "the same person under another account is no second person");

    let mut colleague = stage.staff(Role::Registrar, "novak", "Z-2").await;
    assert!(colleague.get("/en/staff/revocations").await.expect(200).text().contains(&path));
    let page = colleague.get(&path).await.expect(200);
    colleague.post(&confirm, &[("token", &page.token())]).await.expect(303);
    assert_eq!(revoked(&stage).await, 2);
    let page = registrar.get(&path).await.expect(200);
    assert!(page.has(&l.web_staff_bulk_row_not_permitted()), "nobody revokes their own");
    assert!(registrar.get("/en/staff/revocations").await.expect(200).has(&l.web_staff_bulk_list_empty()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proposal_that_is_declined_comes_to_nothing() {
    let stage = Stage::open().await;
    stage.rule(InstitutionRules { revoke_alone_max: Some(0), ..InstitutionRules::default() }).await;
    let (l, mut registrar) = (english(), stage.registrar().await);
    let (_, ids) = issued(&stage, &mut registrar).await;
    let token = registrar.get("/en/staff/credentials").await.expect(200).token();
    let sure = [("credential", ids[0].as_str()), ("confirmed", "yes")];
    let proposed = registrar.post("/en/staff/revocations", &reason(&token, &sure)).await.expect(303);
    let path = proposed.header("location").to_owned();
    registrar.post(&format!("{path}/decline"), &[("token", &token)]).await.expect(303);
    assert!(registrar.get(&path).await.expect(200).has(&l.web_staff_bulk_declined_text()));
    let mut colleague = stage.staff(Role::Registrar, "novak", "Z-2").await;
    let page = colleague.get(&path).await.expect(200);
    colleague.post(&format!("{path}/confirm"), &[("token", &page.token())]).await.expect(303);
    assert_eq!(revoked(&stage).await, 0);
}
