//! A correction in the browser: what it says, what it shall say, what that means, and both credentials afterwards.

use signet_access::Role;

use crate::{
    holder::only_credential,
    stage::{Stage, english},
};

const NEW: [(&str, &str); 13] = [
    ("given_name", "Žofie"),
    ("family_name", "Příkladnová"),
    ("titles_before", "Ing."),
    ("titles_after", "Ph.D."),
    ("born", "29. 2. 1996"),
    ("birth_place", ""),
    ("birth_country", ""),
    ("email", ""),
    ("grade", "A"),
    ("result_date", "2026-06-12"),
    ("assessor", ""),
    ("reason", "misspelt"),
    ("note_cs", ""),
];

pub fn form<'t>(token: &'t str, changed: &[(&'t str, &'t str)]) -> Vec<(&'t str, &'t str)> {
    let mut fields: Vec<(&str, &str)> = NEW.to_vec();
    for (name, value) in changed {
        match fields.iter_mut().find(|(known, _)| known == name) {
            Some(field) => field.1 = value,
            None => fields.push((name, value)),
        }
    }
    fields.push(("token", token));
    fields
}

#[tokio::test(flavor = "multi_thread")]
async fn st12_a_correction_is_previewed_issued_and_both_credentials_name_each_other() {
    let stage = Stage::with_one_credential().await;
    let (l, mut registrar) = (english(), stage.registrar().await);
    let old = only_credential(&stage).await;
    let path = format!("/en/staff/credentials/{old}/correct");
    let shown = registrar.get(&path).await.expect(200);
    assert!(shown.has(&l.web_staff_correct_now("Příkladná")));
    assert!(shown.text().contains("<option value=\"SVK\">Slovakia</option>"), "a country by its name");
    assert!(shown.has("29\u{a0}February\u{a0}1996") && !shown.has("1996-02-29"), "a day as the language writes it");
    let token = shown.token();
    registrar.post(&path, &form("no", &[])).await.expect(403);

    for (wrong, sentence) in [
        (form(&token, &[("born", "31. 2. 1999")]), l.record_not_a_date("31. 2. 1999")),
        (form(&token, &[("reason", "")]), l.web_staff_correct_problem_reason()),
        (form(&token, &[("reason", "other")]), l.web_staff_revoke_problem_note()),
        (form(&token, &[("note_cs", "jen česky")]), l.web_staff_revoke_problem_note()),
        (
            form(&token, &[("family_name", "Příkladná"), ("grade", "B"), ("born", "1996-02-29")]),
            l.web_staff_correct_problem_unchanged(),
        ),
    ] {
        let answer = registrar.post(&path, &wrong).await.expect(422);
        assert!(answer.has(&sentence), "{sentence}");
    }

    let countries = [("birth_country", "SVK"), ("birth_place", "Žilina")];
    let asked = registrar.post(&path, &form(&token, &countries)).await.expect(200);
    assert!(asked.text().contains("<ins>Slovakia</ins>") && !asked.text().contains("<ins>SVK</ins>"));
    assert!(asked.text().contains("name=\"birth_country\" value=\"SVK\""), "a code inside");
    let asked = registrar.post(&path, &form(&token, &[("born", "1996-02-29")])).await.expect(200);
    assert!(asked.has(&l.web_staff_correct_effect()));
    assert!(!asked.text().contains("1996</del>"), "another way to write a day is no change");
    assert!(asked.text().contains("<del>Příkladná</del>") && asked.text().contains("<ins>Příkladnová</ins>"));
    assert_eq!(stage.tenant().progress(None).await.unwrap().total(), 1, "asked, not done");
    let done = registrar.post(&path, &form(&token, &[("confirmed", "yes")])).await.expect(303);
    let new = done.header("location").to_owned();
    stage.seal_all().await;

    let page = registrar.get(&new).await.expect(200);
    assert!(page.has("Příkladnová") && page.has(&l.web_staff_correct_reason_misspelt()));
    assert!(page.text().contains(&format!("/en/staff/credentials/{old}\"")), "the new one leads to the old one");
    let page = registrar.get(&format!("/en/staff/credentials/{old}")).await.expect(200);
    let new_path = new.split('?').next().unwrap();
    assert!(page.text().contains(&format!("{new_path}\"")), "the old one leads to the new one");
    assert!(page.has(&l.web_holder_state_superseded()));
    let refused = registrar.get(&path).await.expect(409);
    assert!(refused.has(&l.web_staff_correct_corrected()) && refused.text().contains(new_path));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_corrects_their_own_and_what_does_not_stand_has_no_form() {
    let stage = Stage::with_one_credential().await;
    let l = english();
    let id = only_credential(&stage).await;
    let path = format!("/en/staff/credentials/{id}/correct");
    let mut herself = stage.staff(Role::Registrar, "prikladna", "V-1001").await;
    herself.get(&path).await.expect(403);
    assert!(!herself.get(&format!("/en/staff/credentials/{id}")).await.expect(200).text().contains("/correct"));

    let mut registrar = stage.registrar().await;
    let revoke = format!("/en/staff/credentials/{id}/revoke");
    let token = registrar.get(&revoke).await.expect(200).token();
    let fields =
        [("token", token.as_str()), ("reason", "issued-in-error"), ("date", "2026-06-30"), ("confirmed", "yes")];
    registrar.post(&revoke, &fields).await.expect(303);
    assert!(registrar.get(&path).await.expect(409).has(&l.web_staff_correct_not_standing()));
}
