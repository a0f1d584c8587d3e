//! Signing in through a real OpenID provider (oidc-provider), one of a university and one of a state: roles by rules, the way back, signing out, and
//! every answer that is not taken.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod story;

use std::fs;

use story::{
    folder::ROWS,
    http::Browser,
    login::{AGAIN, Stage, host, path, refused, stage, stage_with},
    server::Server,
};

#[test]
fn a_registrar_signs_in_by_a_rule_and_out_again() {
    let Some(stage) = stage() else { return };
    let mut browser = stage.browser();
    let needed = browser.get("/en/staff").expect(401);
    assert_eq!(needed.between("class=\"button plain\" href=\"", "\""), "/en/login?to=%2Fen%2Fstaff");
    let choice = browser.get("/en/login?to=%2Fen%2Fstaff").expect(200).text();
    assert!(choice.contains("/en/login/at/horni-dolni?to=%2Fen%2Fstaff") && choice.contains("Test stat"));
    let back = stage.there(&mut browser, "horni-dolni", "login=registrar&mfa=yes", "?to=%2Fen%2Fstaff%2Fcredentials");
    assert_eq!(browser.get(&back).expect(303).header("location"), "/en/staff/credentials");
    let page = browser.get("/en/staff").expect(200);
    assert!(page.text().contains("Marie Vzorová"));
    let account = browser.get("/en/account").expect(200).text();
    assert!(account.contains("HD-90001") && !account.contains("/login/role"), "one role, no choice");

    let token = page.between("name=\"token\" value=\"", "\"");
    let out = browser.post("/en/logout", &format!("token={token}")).expect(200);
    let end = out.between("class=\"button plain\" href=\"", "\"");
    assert!(end.starts_with(&format!("{}/session/end?client_id=", stage.university)), "{end}");
    browser.get("/en/staff").expect(401);
    let again = browser.get("/en/login/at/horni-dolni").expect(303).header("location").to_owned();
    assert!(again.contains("&prompt=login"), "whoever has signed out is asked again");
    let back_and_again = browser.get("/en/login/at/horni-dolni").expect(303).header("location").to_owned();
    assert!(back_and_again.contains("&prompt=login"), "and again, after going back without an answer");
    assert_eq!(stage.sign_in(&mut browser, "registrar").expect(303).header("location"), "/en/staff");
    let later = browser.get("/en/login/at/horni-dolni").expect(303).header("location").to_owned();
    assert!(!later.contains("prompt="), "until they have signed in");
    let other = stage.browser().get("/en/login/at/horni-dolni").expect(303).header("location").to_owned();
    assert!(!other.contains("prompt="));
}

#[test]
fn whoever_the_records_know_is_a_holder() {
    let Some(stage) = stage() else { return };
    let mut browser = stage.browser();
    stage.sign_in(&mut browser, "holder").expect(403);
    stage.installation.issue(&stage.installation.results("results.csv", &ROWS), &[]).expect(0);
    assert_eq!(stage.sign_in(&mut browser, "holder").expect(303).header("location"), "/en/holder");
    let page = browser.get("/en/holder").expect(200).text();
    assert!(page.contains("Jitka Ukázková"));
    browser.get("/en/staff").expect(403);
}

#[test]
fn whoever_has_several_roles_chooses_one_and_can_change_it() {
    let Some(stage) = stage() else { return };
    let mut browser = stage.browser();
    assert_eq!(stage.sign_in(&mut browser, "several").expect(303).header("location"), "/en/login/role");
    let page = browser.get("/en/login/role").expect(200);
    let token = page.between("name=\"token\" value=\"", "\"");
    for role in ["guarantor@horni-dolni", "registrar@horni-dolni"] {
        assert!(page.text().contains(&format!("value=\"{role}\"")));
    }
    let take = |role: &str, token: &str| format!("token={token}&role={role}");
    browser.post("/en/login/role", &take("registrar@horni-dolni", "wrong")).expect(403);
    browser.post("/en/login/role", &take("operator@", &token)).expect(404);
    browser.post("/en/login/role", &take("quality-office@horni-dolni", &token)).expect(404);
    let chosen = browser.post("/en/login/role", &take("registrar@horni-dolni", &token)).expect(303);
    assert_eq!(chosen.header("location"), "/en/staff");
    browser.get("/en/staff").expect(200);
    let account = browser.get("/en/account").expect(200);
    assert!(account.text().contains("/en/login/role"));
    let token = account.between("name=\"token\" value=\"", "\"");
    browser.post("/en/login/role", &take("guarantor@horni-dolni", &token)).expect(303);
    browser.get("/en/staff/credentials").expect(403);
}

#[test]
fn li9_revoking_asks_for_a_second_factor_and_comes_back_to_the_same_credential() {
    let Some(stage) = stage_with("single") else { return };
    stage.installation.issue(&stage.installation.results("results.csv", &ROWS), &[]).expect(0);
    let mut browser = stage.browser();
    let back = stage.there(&mut browser, "horni-dolni", "login=several", "");
    assert_eq!(browser.get(&back).expect(303).header("location"), "/en/login/role");
    let token = browser.get("/en/login/role").expect(200).between("name=\"token\" value=\"", "\"");
    browser.post("/en/login/role", &format!("token={token}&role=registrar@horni-dolni")).expect(303);
    let list = browser.get("/en/staff/credentials").expect(200);
    let credential = list.between("href=\"/en/staff/credentials/", "\"");
    let revoke = format!("/en/staff/credentials/{credential}/revoke");

    let asked = browser.get(&revoke).expect(403);
    assert!(asked.text().contains("Confirm that it is you") && asked.text().contains("second factor"));
    let confirm = asked.between("class=\"button plain\" href=\"/en/login/at/horni-dolni", "\"").replace("&#38;", "&");
    assert!(confirm.starts_with("?for=revoke-credential&to="), "{confirm}");
    // What is essential, the provider asks for until it has it: whoever shows one factor does not come back with it.
    let sent = browser.get(&format!("/en/login/at/horni-dolni{confirm}")).expect(303).header("location").to_owned();
    let mut there = Browser::new(host(&sent));
    let interaction = there.get(path(&sent)).expect(303).header("location").to_owned();
    let resumed = there.post(path(&interaction), "login=several").expect(303).header("location").to_owned();
    let again = there.get(path(&resumed)).expect(303).header("location").to_owned();
    assert!(path(&again).starts_with("/interaction/"), "{again}");
    browser.get("/en/staff").expect(200);
    let strong = stage.there(&mut browser, "horni-dolni", "login=several&mfa=yes", &confirm);
    assert_eq!(browser.get(&strong).expect(303).header("location"), revoke, "in the same role, at the same page");
    browser.get(&revoke).expect(200);
}

#[test]
fn li10_signing_out_at_the_provider_ends_the_session_here() {
    let Some(stage) = stage() else { return };
    let mut browser = stage.browser();
    let sent = browser.get("/en/login/at/horni-dolni").expect(303).header("location").to_owned();
    let mut there = Browser::new(host(&sent));
    let interaction = there.get(path(&sent)).expect(303).header("location").to_owned();
    let resumed = there.post(path(&interaction), "login=registrar&mfa=yes").expect(303).header("location").to_owned();
    let back = there.get(path(&resumed)).expect(303).header("location").to_owned();
    browser.get(path(&back)).expect(303);
    browser.get("/en/staff").expect(200);

    let asked = there.get("/session/end").expect(200);
    let xsrf = asked.between("name=\"xsrf\" value=\"", "\"");
    there.post("/session/end/confirm", &format!("xsrf={xsrf}&logout=yes")).expect(303);
    browser.get("/en/staff").expect(401);
    let log = stage.server.stop_and_read_log();
    assert!(log.contains("/login/backchannel/{provider}") && !log.contains("eyJ"));
}

#[test]
fn li10_what_is_no_logout_token_ends_nothing() {
    let Some(stage) = stage() else { return };
    let mut browser = stage.browser();
    stage.sign_in(&mut browser, "registrar").expect(303);
    let mut anyone = stage.browser();
    for form in ["", "logout_token=", "logout_token=eyJhbGciOiJub25lIn0.e30.", "other=1"] {
        let answer = anyone.post("/login/backchannel/horni-dolni", form).expect(400);
        assert_eq!((answer.header("cache-control"), answer.text().as_str()), ("no-store", ""), "{form}");
    }
    anyone.post("/login/backchannel/nowhere", "logout_token=x").expect(404);
    browser.get("/en/staff").expect(200);
}

#[test]
fn li5_a_foreign_home_organisation_and_a_stranger_are_nobody_here() {
    let Some(stage) = stage() else { return };
    for person in ["foreign", "nobody"] {
        let mut browser = stage.browser();
        refused(
            stage.sign_in(&mut browser, person),
            403,
            "no role and no micro-credential is linked to that identity here",
        );
        browser.get("/en/staff").expect(401);
        let again = browser.get("/en/login/at/horni-dolni").expect(303).header("location").to_owned();
        assert!(again.contains("&prompt=login"), "the provider asks, so that somebody else can sign in");
    }
    let mut browser = stage.browser();
    let back = stage.there(&mut browser, "stat", "login=registrar&mfa=yes", "");
    refused(browser.get(&back), 403, "no role and no micro-credential");
    let mut browser = stage.browser();
    let back = stage.there(&mut browser, "horni-dolni", "login=registrar&cancel=yes", "");
    refused(browser.get(&back), 400, "was cancelled");
    let again = browser.get("/en/login/at/horni-dolni").expect(303).header("location").to_owned();
    assert!(!again.contains("prompt="));
}

#[test]
fn li2_an_answer_counts_once_in_the_browser_that_asked() {
    let Some(stage) = stage() else { return };
    let mut browser = stage.browser();
    let back = stage.there(&mut browser, "horni-dolni", "login=registrar&mfa=yes", "");
    refused(stage.browser().get(&back), 400, AGAIN);
    let mut other = stage.browser();
    stage.there(&mut other, "horni-dolni", "login=registrar&mfa=yes", "");
    refused(other.get(&back), 400, AGAIN);
    let state = back.split("state=").nth(1).unwrap().split('&').next().unwrap();
    refused(browser.get(&back.replace(state, &state.chars().rev().collect::<String>())), 400, AGAIN);
    refused(browser.get(&back.replace(&format!("state={state}"), "")), 400, AGAIN);
    browser.get(&back).expect(303);
    refused(browser.get(&back), 400, AGAIN);
}

const UNVERIFIED: &str = "could not be verified";

#[test]
fn li2_wrong_issuer_and_wrong_code() {
    let Some(stage) = stage() else { return };
    for (from, to) in [("iss=", "iss=x"), ("iss=", "other="), ("code=", "code=x"), ("code=", "other=")] {
        let mut browser = stage.browser();
        let back = stage.there(&mut browser, "horni-dolni", "login=registrar&mfa=yes", "");
        refused(browser.get(&back.replacen(from, to, 1)), 400, UNVERIFIED);
        browser.get("/en/staff").expect(401);
    }
}

#[test]
fn li3_an_answer_of_one_provider_is_not_taken_for_another() {
    let Some(stage) = stage() else { return };
    let mut browser = stage.browser();
    let back = stage.there(&mut browser, "stat", "login=registrar&mfa=yes", "");
    refused(browser.get(&back.replace("/return/stat", "/return/horni-dolni")), 400, AGAIN);
    browser.get("/login/return/nowhere").expect(404);
    browser.get("/en/login/at/nowhere").expect(404);
}

#[test]
fn li11_nobody_is_led_elsewhere() {
    let Some(stage) = stage() else { return };
    for elsewhere in ["%2F%2Fevil.example", "https%3A%2F%2Fevil.example", "%2F%5Cevil.example", "%2F%09%2Fevil.example"]
    {
        let mut browser = stage.browser();
        let back = stage.there(&mut browser, "horni-dolni", "login=registrar&mfa=yes", &format!("?to={elsewhere}"));
        assert_eq!(browser.get(&back).expect(303).header("location"), "/en/staff");
    }
}

#[test]
fn li13_the_log_names_refusals_and_nobody() {
    let Some(stage) = stage() else { return };
    let mut browser = stage.browser();
    let back = stage.there(&mut browser, "horni-dolni", "login=registrar&mfa=yes", "");
    refused(stage.browser().get(&back), 400, AGAIN);
    browser.get(&back).expect(303);
    let mut other = stage.browser();
    stage.sign_in(&mut other, "foreign").expect(403);
    let secrets =
        ["code=", "state="].map(|name| back.split(name).nth(1).unwrap().split('&').next().unwrap().to_owned());
    let log = stage.server.stop_and_read_log();
    for code in ["state-other-browser", "nobody-here", "/login/return/{provider}"] {
        assert!(log.contains(code), "{code}");
    }
    let said = ["HD-90001", "Vzorov", "registrar@", "horni-dolni.example", "eyJ"].map(str::to_owned);
    for secret in secrets.iter().chain(&said) {
        assert!(!log.contains(secret.as_str()), "a secret or a person stands in the log");
    }
}

#[test]
fn li15_a_provider_that_is_away_is_named_and_the_doctor_says_what_is_wrong() {
    let Some(Stage { server, university, installation }) = stage() else { return };
    server.stop();
    let good = fs::read_to_string(installation.own().join("signet.toml")).unwrap();
    let checked = installation.run(&["config", "check"]).expect(0).out;
    assert!(checked.contains("The login provider horni-dolni responds"), "{checked}");
    let doctor = installation.run(&["doctor"]).expect(0).out;
    assert!(doctor.contains("✓ The login provider stat responds"), "{doctor}");

    let stroke = good.replace(&format!("issuer = \"{university}\""), &format!("issuer = \"{university}/\""));
    installation.put_settings(&stroke);
    installation.run(&["config", "check"]).expect(78).complains(&format!("names another issuer: {university}."));
    let wrong = [
        ("name = \"stat\"", "name = \"Stát\"", "login[2].name"),
        ("name = \"stat\"", "name = \"horni-dolni\"", "same name"),
        ("role = \"guarantor\"", "role = \"operator\"", "cannot be given by a rule"),
        ("scopes = [\"profile\"]", "algorithms = [\"HS256\"]", "HS256"),
        ("scopes = [\"profile\"]", "algorithms = [\"ES256\"]", "It offers: RS256"),
        ("stat.secret", "none.secret", "none.secret"),
        (university.as_str(), "http://id.horni-dolni.example", "https://"),
    ];
    for (from, to, named) in wrong {
        let text = good.replacen(from, to, 1);
        assert_ne!(text, good, "{from}");
        installation.put_settings(&text);
        installation.run(&["config", "check"]).expect(78).complains(named);
    }

    let nowhere = format!("http://{}", story::folder::free_address());
    installation.put_settings(&good.replace(&format!("issuer = \"{university}\""), &format!("issuer = \"{nowhere}\"")));
    installation.run(&["config", "check"]).expect(78).complains("could not be asked");
    let server = Server::of(&installation);
    let mut browser = Browser::new(&server.address);
    let away = browser.get("/en/login/at/horni-dolni").expect(503).text();
    assert!(away.contains("Test horni-dolni is not responding") && away.contains("href=\"/en/login\""));
    browser.get("/en/login/at/stat").expect(303);
}
