//! What becomes of what somebody is doing when their session ends.

use signet_access::Role;

use crate::stage::{Stage, agent, english};

/// What a form says, as the page that keeps it brings it back.
fn hidden(name: &str, value: &str) -> String {
    format!("<input type=\"hidden\" name=\"{name}\" value=\"{value}\">")
}

#[tokio::test(flavor = "multi_thread")]
async fn li14_what_was_written_outlasts_the_session() {
    let stage = Stage::open().await;
    let (l, mut admin) = (english(), stage.staff(Role::InstitutionAdmin, "spravce", "Z-9").await);
    let token = admin.get("/en/staff/roles/new").await.expect(200).token();
    let written =
        [("person", "Z-77"), ("role", "assessor"), ("reason", "Zástup „o prázdninách“"), ("until", "2026-08-31")];
    let sent_with = |token| [&written[..], &[("token", token)]].concat();

    let ended = stage.issuer.sessions().sessions(&agent("spravce"), stage.now()).await.unwrap().remove(0);
    assert!(stage.issuer.sessions().end_session(&agent("spravce"), &ended.id).await.unwrap());
    let over = admin.post("/en/staff/roles/new", &sent_with(&token)).await.expect(401);
    assert!(over.has(&l.web_session_form_ended_title()) && over.text().contains("action=\"/en/staff/roles/new\""));
    for (name, value) in written {
        assert!(over.text().contains(&hidden(name, value)), "{name}");
    }
    assert!(!over.text().contains(&token), "the token of a session that is over is of no use");

    // Signed in anew, in another window of the same browser: the form is shown to whoever is signed in now before it is sent.
    let link = stage.login_link(ended.actor).await;
    admin.post(&link, &[]).await.expect(303);
    let again = admin.post("/en/staff/roles/new", &written).await.expect(403);
    assert!(again.has(&l.web_session_form_again_title()) && again.has("Name of spravce"));
    assert!(written.iter().all(|(name, value)| again.text().contains(&hidden(name, value))));
    let token = again.between("<main", "</main>");
    let token = token.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let taken = admin.post("/en/staff/roles/new", &sent_with(token)).await;
    assert!([200, 303, 422].contains(&taken.status), "read as a form of this session: {}", taken.status);
    assert!(taken.status == 303 || taken.text().contains("Z-77"));

    // A form of another site comes back with nothing.
    admin.site = "cross-site";
    let foreign = admin.post("/en/staff/roles/new", &written).await.expect(403);
    assert!(foreign.has(&l.web_error_forged_title()) && !foreign.text().contains("Z-77"));
}

#[tokio::test(flavor = "multi_thread")]
async fn li14_pages_say_how_long_the_session_lasts_and_let_it_go_on() {
    let stage = Stage::with_one_credential().await;
    for (mut browser, path, idle) in
        [(stage.registrar().await, "/en/staff", 1800), (stage.holder().await, "/en/holder", 3600)]
    {
        let page = browser.get(path).await.expect(200);
        assert!(page.text().contains(&format!("data-idle=\"{idle}\" data-left=\"43200\"")), "{path}");
        browser.post("/en/account/stay", &[("token", "wrong")]).await.expect(403);
        browser.post("/en/account/stay", &[("token", &page.token())]).await.expect(204);
    }
    assert!(!stage.stranger().get("/en").await.expect(200).text().contains("data-idle"));
    stage.stranger().post("/en/account/stay", &[("token", "wrong")]).await.expect(401);
}
