//! Roles that are narrowed to faculties or units: given in the office, and what whoever has one sees and may do.

use signet_access::{Actor, Role, RoleScope, UnitPlace};
use signet_record::{Bilingual, Line, Unit, specimen};

use crate::{
    browser::{Answer, Browser},
    staff::{GOOD, HEADER, hand_in, hand_in_and_issue},
    stage::{Stage, english},
};

const NEW: &str = "/en/staff/roles/new";

/// The faculty of the specimen's unit.
fn faculty() -> String {
    UnitPlace::of(&specimen::unit().unwrap()).faculty.unwrap().to_string()
}

/// A unit of another faculty.
async fn other_unit(stage: &Stage) {
    let mut unit = serde_json::to_value(specimen::unit().unwrap()).unwrap();
    unit["id"] = "fyzika".into();
    unit["title"] = serde_json::to_value(Bilingual::new("Fyzika jádra", "Nuclear Physics").unwrap()).unwrap();
    unit["faculty"] = serde_json::json!({ "cs": "Fakulta fyziky", "en": "Faculty of Physics" });
    let unit: Unit = serde_json::from_value(unit).unwrap();
    let document = serde_json::to_string(&unit).unwrap();
    stage.tenant().put_unit(&unit.id, unit.version, &unit.title, &document, stage.now()).await.unwrap();
}

/// Gives `Z-5` a role through both pages.
async fn give(admin: &mut Browser, role: &str, scope: &[(&str, &str)]) -> Answer {
    let token = admin.get(NEW).await.expect(200).token();
    let mut form = vec![
        ("token", token.as_str()),
        ("person", "Z-5"),
        ("name", "Petr Nový"),
        ("role", role),
        ("term", "regular"),
        ("until", "2027-06-30"),
        ("reason", "nastoupil na fakultu"),
    ];
    form.extend(scope);
    let check = admin.post(NEW, &form).await;
    if check.status != 200 {
        return check;
    }
    // What the page that asks again sends is all that counts.
    let hidden = |name: &str| check.between(&format!("name=\"{name}\" value=\""), "\"");
    let (reach, units) = (hidden("reach"), hidden("units"));
    let mut form: Vec<(&str, &str)> = form.into_iter().filter(|(name, _)| !["reach", "units"].contains(name)).collect();
    form.extend([("confirmed", "yes"), ("reach", reach.as_str()), ("units", units.as_str())]);
    admin.post(NEW, &form).await
}

/// `Z-5` in the one role that they were given.
async fn given(stage: &Stage) -> (Actor, Browser) {
    let person = "Z-5".parse().unwrap();
    let roles = stage.issuer.sessions().roles_of_person(&stage.institution, &person).await.unwrap();
    let actor = roles[0].grant.actor(&roles[0].account).unwrap();
    let mut browser = stage.stranger();
    let link = stage.login_link(actor.clone()).await;
    browser.post(&link, &[]).await.expect(303);
    (actor, browser)
}

/// A batch of a unit of another faculty, and the credential that came of it.
async fn issued_in_physics(stage: &Stage, registrar: &mut Browser, sheet: &str) -> (String, String) {
    let token = registrar.get("/en/staff/results").await.expect(200).token();
    let fields = [("token", token.as_str()), ("unit", "fyzika")];
    let batch = registrar.upload("/en/staff/check", &fields, "sheet", "a.csv", sheet.as_bytes()).await.expect(303);
    let batch = batch.header("location").to_owned();
    let check = registrar.get(&batch).await.expect(200);
    registrar.post(&format!("{batch}/issue"), &[("token", &check.token())]).await.expect(303);
    stage.seal_all().await;
    let list = registrar.post("/en/staff/credentials", &fields).await.expect(200);
    (batch, list.between("href=\"/en/staff/credentials/", "\""))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_registrar_of_a_faculty_sees_and_issues_what_is_of_the_faculty() {
    let stage = Stage::open().await;
    let l = english();
    other_unit(&stage).await;
    let mut whole = stage.registrar().await;
    hand_in_and_issue(&stage, &mut whole).await;
    let sheet = format!("{HEADER}\r\n{GOOD}\r\n");
    let (foreign, elsewhere) = issued_in_physics(&stage, &mut whole, &sheet).await;

    let mut admin = stage.staff(Role::InstitutionAdmin, "spravcova", "Z-9").await;
    let faculty = faculty();
    give(&mut admin, "registrar", &[("reach", "faculties"), ("faculty", &faculty)]).await.expect(303);
    let roles = admin.get("/en/staff/roles").await.expect(200);
    assert!(roles.text().matches(&format!("({faculty})")).count() >= 2, "in the list and in the history");
    let (actor, mut narrowed) = given(&stage).await;
    assert_eq!(actor.scope(), &RoleScope::Faculties([Line::new(&faculty).unwrap()].into()));

    // Within: the unit, its credentials, a sheet of results to its end.
    assert!(narrowed.get("/en/staff").await.expect(200).has(&format!("({faculty})")), "the head of the page says it");
    narrowed.get("/en/staff/units/ukazka").await.expect(200);
    let units = narrowed.get("/en/staff/units").await.expect(200).text();
    assert!(units.contains("/staff/units/ukazka") && !units.contains("fyzika") && !units.contains("new-unit"));
    let results = narrowed.get("/en/staff/results").await.expect(200);
    assert!(results.text().contains("value=\"ukazka\"") && !results.text().contains("fyzika"));
    assert!(!results.text().contains(&foreign), "a batch of another faculty");
    let other = GOOD.replace("V-1001", "V-1009").replace("Žofie", "Emilie");
    let batch = hand_in(&mut narrowed, &[&other]).await;
    let check = narrowed.get(&batch).await.expect(200);
    narrowed.post(&format!("{batch}/issue"), &[("token", &check.token())]).await.expect(303);
    stage.seal_all().await;
    let found = narrowed.get("/en/staff/credentials").await.expect(200);
    assert!(found.has(&l.web_staff_find_found(2_u64)), "of its own unit");
    let own = found.between("href=\"/en/staff/credentials/", "\"");
    narrowed.get(&format!("/en/staff/credentials/{own}")).await.expect(200);
    narrowed.get(&format!("/en/staff/credentials/{own}/revoke")).await.expect(200);
    let token = found.token();
    for query in
        [vec![("q", "prikladna")], vec![("unit", "fyzika")], vec![("batch", foreign.rsplit('/').next().unwrap())]]
    {
        let mut form = vec![("token", token.as_str())];
        form.extend(query);
        let found = narrowed.post("/en/staff/credentials", &form).await.expect(200).text();
        assert!(!found.contains(&elsewhere), "{form:?}");
    }

    // Without: each page says why.
    for path in [
        "/en/staff/units/fyzika".to_owned(),
        "/en/staff/units/fyzika/edit".to_owned(),
        "/en/staff/units/fyzika/new-run".to_owned(),
        format!("/en/staff/credentials/{elsewhere}"),
        format!("/en/staff/credentials/{elsewhere}/revoke"),
        format!("/en/staff/credentials/{elsewhere}/file.pdf"),
        foreign.clone(),
        format!("{foreign}/results.csv"),
        "/en/staff/statistics".to_owned(),
        "/en/staff/claims".to_owned(),
    ] {
        let answer = narrowed.get(&path).await;
        assert_eq!(answer.status, 403, "{path}");
        assert!(answer.has(&l.web_error_denied_scope()), "{path}");
    }
    let fields = [("token", token.as_str()), ("unit", "fyzika")];
    narrowed.upload("/en/staff/check", &fields, "sheet", "a.csv", sheet.as_bytes()).await.expect(403);
    narrowed.post(&format!("{foreign}/stop"), &[("token", &token)]).await.expect(403);
    // The audit is that of its units.
    let audit = narrowed.post("/en/staff/audit", &[("token", &token), ("object", &elsewhere)]).await.expect(200);
    assert!(!audit.text().contains(&format!("/staff/credentials/{elsewhere}\"")));
    narrowed.post("/en/staff/audit/log.jsonl", &[("token", &token)]).await.expect(404);
    let office = narrowed.get("/en/staff/office").await.expect(200).text();
    assert!(office.contains("/staff/audit") && !office.contains("/staff/statistics"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_is_narrowed_to_what_there_is_and_only_where_it_can_be() {
    let stage = Stage::open().await;
    let l = english();
    let mut admin = stage.staff(Role::InstitutionAdmin, "spravcova", "Z-9").await;
    for (role, scope, sentence) in [
        ("registrar", vec![("reach", "faculties")], l.web_staff_roles_problem_faculties(50_usize)),
        (
            "registrar",
            vec![("reach", "faculties"), ("faculty", "Neznámá")],
            l.web_staff_roles_problem_faculties(50_usize),
        ),
        ("registrar", vec![("reach", "units"), ("units", "")], l.web_staff_roles_problem_units(50_usize)),
        ("registrar", vec![("reach", "units"), ("units", "ukazka, neni")], l.web_staff_roles_problem_no_unit("neni")),
        ("registrar", vec![("reach", "all")], l.web_staff_roles_problem_reach()),
        ("institution-admin", vec![("reach", "units"), ("units", "ukazka")], l.web_staff_roles_problem_scope()),
    ] {
        let refused = give(&mut admin, role, &scope).await.expect(422);
        assert!(refused.has(&sentence), "{scope:?}");
    }
    give(&mut admin, "auditor", &[("reach", "units"), ("units", "ukazka\r\n")]).await.expect(303);
    let (actor, mut auditor) = given(&stage).await;
    assert_eq!(actor.scope(), &RoleScope::Units(["ukazka".parse().unwrap()].into()));
    auditor.get("/en/staff/units/ukazka").await.expect(200);
    auditor.get("/en/staff/roles").await.expect(403);
    assert!(auditor.get("/en/account").await.expect(200).has("ukazka"), "the account says what the role covers");
    assert!(auditor.get("/en/staff/rights").await.expect(200).has(&l.web_staff_rights_narrowed()));
}
