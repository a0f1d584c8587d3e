//! Staff find a credential by everything that they know of it, and nothing of it stands in an address.

use crate::{
    browser::{Answer, Browser},
    holder::only_credential,
    staff::{hand_in, hand_in_and_issue},
    stage::{Stage, english},
};

const PAGE: &str = "/en/staff/credentials";

/// What is asked, and whether the sealed one and the one that waits are found.
type Case<'a> = (&'a [(&'a str, &'a str)], bool, bool);

async fn search(registrar: &mut Browser, fields: &[(&str, &str)]) -> Answer {
    let token = registrar.get(PAGE).await.expect(200).token();
    let fields: Vec<(&str, &str)> = [("token", token.as_str())].into_iter().chain(fields.iter().copied()).collect();
    registrar.post(PAGE, &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_credential_is_found_by_number_address_unit_run_batch_state_and_period() {
    let stage = Stage::open().await;
    let mut registrar = stage.registrar().await;
    hand_in_and_issue(&stage, &mut registrar).await;
    let other = "V-1004;Petr;Jiný;;;1. 2. 1990;A;12. 6. 2026";
    let batch = hand_in(&mut registrar, &[other]).await;
    let token = registrar.get(&batch).await.expect(200).token();
    registrar.post(&format!("{batch}/issue"), &[("token", &token)]).await.expect(303);
    let batch = batch.rsplit('/').next().unwrap().to_owned();
    let run = stage.tenant().credentials_of(&"V-1004".parse().unwrap()).await.unwrap()[0].key.run.to_string();
    // Who is found: the sealed one, the one that waits.
    let cases: [Case<'_>; 16] = [
        (&[("q", "V-1004")], false, true),
        (&[("q", "v-1004")], false, false),
        (&[("q", "příkladna")], true, false),
        (&[("q", "Petr Jiny")], false, true),
        (&[("q", "nikdo@vzorova.example")], false, false),
        (&[("unit", "ukazka")], true, true),
        (&[("unit", "jina")], false, false),
        (&[("run", &run)], true, true),
        (&[("run", "jaro-1999")], false, false),
        (&[("unit", "ukazka"), ("run", &run)], true, true),
        (&[("batch", &batch)], false, true),
        (&[("state", "valid")], true, false),
        (&[("state", "waiting")], false, true),
        (&[("state", "revoked")], false, false),
        (&[("from", "2026-07-01"), ("to", "2026-07-01")], true, true),
        (&[("q", "petr"), ("to", "2026-06-30")], false, false),
    ];
    let l = english();
    for (fields, sealed, waiting) in cases {
        let page = search(&mut registrar, fields).await.expect(200);
        assert_eq!((page.has("Žofie Příkladná"), page.has("Petr Jiný")), (sealed, waiting), "{fields:?}");
        let total = u64::from(sealed) + u64::from(waiting);
        assert!(page.has(&l.web_staff_find_found(total)), "{fields:?}: their number is told");
    }
    let id = only_credential(&stage).await;
    assert!(search(&mut registrar, &[("q", &id)]).await.expect(200).has("Příkladná"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_read_is_told_at_its_field_and_nothing_is_lost() {
    let stage = Stage::open().await;
    let mut registrar = stage.registrar().await;
    let fields = [("q", "Žofie"), ("run", "není běh"), ("from", "2026-07-02"), ("to", "2026-07-01")];
    let page = search(&mut registrar, &fields).await.expect(422);
    let text = page.text();
    assert!(text.contains("<title>Error: "), "the title says so first");
    for (field, sentence) in
        [("run", english().web_staff_find_problem_run()), ("to", english().web_staff_find_problem_period())]
    {
        assert!(text.contains(&format!("<a href=\"#{field}\">{sentence}</a>")), "{field}: a link leads to the field");
        assert!(text.contains(&format!("aria-invalid=\"true\" aria-describedby=\"{field}-wrong\"")), "{field}");
    }
    for value in ["Žofie", "není běh", "2026-07-02", "2026-07-01"] {
        assert!(text.contains(&format!("value=\"{value}\"")), "{value} stands there again");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_of_a_narrowed_search_keep_what_was_asked() {
    let stage = Stage::open().await;
    let mut registrar = stage.registrar().await;
    let rows: Vec<String> =
        (0..60).map(|n| format!("V-2{n:03};Petr;Jiný;;;1. 2. 19{:02};A;12. 6. 2026", 40 + n)).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let batch = hand_in(&mut registrar, &rows).await;
    let token = registrar.get(&batch).await.expect(200).token();
    registrar.post(&format!("{batch}/issue"), &[("token", &token)]).await.expect(303);
    let first = search(&mut registrar, &[("state", "waiting")]).await.expect(200);
    assert!(first.has(&english().web_staff_find_found(60)));
    assert_eq!(first.text().matches("/en/staff/credentials/").count(), 50);
    assert!(first.text().contains("<input type=\"hidden\" name=\"state\" value=\"waiting\">"));
    let after = first.between("name=\"after\" value=\"", "\"");
    let second = search(&mut registrar, &[("state", "waiting"), ("after", &after)]).await.expect(200);
    assert_eq!(second.text().matches("/en/staff/credentials/").count(), 10);
    assert!(second.text().contains("name=\"before\""));
}
