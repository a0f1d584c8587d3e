//! Signing in through a real OpenID provider (oidc-provider), one of a university and one of a state: roles by rules, the way back, signing out, and
//! every answer that is not taken.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod story;

use std::{env, fs};

use story::{
    folder::{Installation, ROWS, seal_section, settings},
    http::{Answer, Browser},
    server::Server,
};

const MFA: &str = "https://refeds.org/profile/mfa";

/// A university's register whose people sign in through its own provider, and a state's provider beside it.
struct Stage {
    server: Server,
    university: String,
    installation: Installation,
}

/// The host of an address.
fn host(address: &str) -> &str {
    address.strip_prefix("http://").unwrap().split('/').next().unwrap()
}

/// Path and query of an address.
fn path(address: &str) -> &str {
    let rest = address.strip_prefix("http://").unwrap_or(address);
    rest.find('/').map_or("/", |at| &rest[at..])
}

/// How we prove to the university's provider who we are.
#[derive(Clone, Copy, PartialEq)]
enum Proof {
    Secret,
    Key,
}

/// Registers us with a provider; the section of the settings about it.
fn section(issuer: &str, own: &str, name: &str, more: &str, proof: Proof) -> String {
    let by = match proof {
        Proof::Secret => String::new(),
        Proof::Key => format!(
            r#","token_endpoint_auth_method":"private_key_jwt","token_endpoint_auth_signing_alg":"ES256","jwks_uri":"http://{own}/.well-known/jwks.json""#
        ),
    };
    let wish = format!(
        r#"{{"redirect_uris":["http://{own}/login/return/{name}"],"post_logout_redirect_uris":["http://{own}/"],"backchannel_logout_uri":"http://{own}/login/backchannel/{name}","backchannel_logout_session_required":true{by}}}"#
    );
    let registered = Browser::new(host(issuer)).post_json("/reg", &wish).expect(201);
    let registered: serde_json::Value = serde_json::from_slice(&registered.body).unwrap();
    let id = registered["client_id"].as_str().unwrap();
    let secret = registered["client_secret"].as_str().unwrap_or("none");
    let proof = match proof {
        Proof::Secret => format!("client_secret = \"{name}.secret\""),
        Proof::Key => "client_authentication = \"private-key-jwt\"\nclient_key = \"login.key.pem\"".to_owned(),
    };
    format!(
        "\n[[login]]\nname = \"{name}\"\nlabel_cs = \"Zkušební {name}\"\nlabel_en = \"Test {name}\"\nissuer = \"{issuer}\"\n\
         client_id = \"{id}\"\n{proof}\nscopes = [\"profile\"]\n{more}\
         #secret {secret}\n"
    )
}

fn rules(least: &str) -> String {
    let role = |role: &str| {
        let home = "horni-dolni.example";
        format!(
            "[[login.role]]\nclaim = \"eduperson_entitlement\"\nrole = \"{role}\"\n\
             equals = \"urn:geant:{home}:group:mikrocertifikaty:role={role}#idm.{home}\"\n"
        )
    };
    format!(
        "institution = \"horni-dolni\"\nlevel = \"{least}\"\n[[login.acr]]\nvalue = \"{MFA}\"\nlevel = \"multi\"\n{}{}\
         [login.person]\nclaim = \"sub\"\ncut = \"@horni-dolni.example\"\n\
         [login.home]\nclaim = \"schac_home_organization\"\nany = [\"horni-dolni.example\"]\n",
        role("registrar"),
        role("guarantor")
    )
}

/// `None` without the providers, which are started for the whole test.
fn stage() -> Option<Stage> {
    stage_with("multi")
}

/// The same, with the least level at which the university lets anybody in.
fn stage_with(least: &str) -> Option<Stage> {
    stage_of(least, Proof::Secret)
}

fn stage_of(least: &str, proof: Proof) -> Option<Stage> {
    let (Ok(university), Ok(national)) = (env::var("SIGNET_TEST_LOGIN"), env::var("SIGNET_TEST_LOGIN_NATIONAL")) else {
        println!("skipped: SIGNET_TEST_LOGIN names no login provider");
        return None;
    };
    let installation = Installation::bare();
    let common = settings(&installation.demo())
        .replace("filter = \"error\"", "filter = \"info,reqwest=debug,hyper_util=debug\"");
    let own = common.split("listen = \"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let mut text = common + &seal_section(&installation.demo(), "horni-dolni");
    if proof == Proof::Key {
        installation.run(&["login-key", "make"]).expect(0);
    }
    let providers =
        [(&university, "horni-dolni", rules(least), proof), (&national, "stat", String::new(), Proof::Secret)];
    for (issuer, name, more, proof) in providers {
        let section = section(issuer, &own, name, &more, proof);
        let secret = section.split("#secret ").nth(1).unwrap().trim();
        put_secret(&installation, name, secret);
        text += &section;
    }
    installation.put_settings(&text);
    installation.furnish();
    let server = Server::of(&installation);
    Some(Stage { server, university, installation })
}

fn put_secret(installation: &Installation, name: &str, secret: &str) {
    use std::os::unix::fs::PermissionsExt;
    let file = installation.own().join(format!("{name}.secret"));
    fs::write(&file, secret).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
}

impl Stage {
    fn browser(&self) -> Browser {
        Browser::new(&self.server.address)
    }

    /// Sends a browser to a provider, and signs in there; the address it is sent back to.
    fn there(&self, browser: &mut Browser, provider: &str, form: &str, to: &str) -> String {
        let sent = browser.get(&format!("/en/login/at/{provider}{to}")).expect(303).header("location").to_owned();
        let mut there = Browser::new(host(&sent));
        let interaction = there.get(path(&sent)).expect(303).header("location").to_owned();
        let resumed = there.post(path(&interaction), form).expect(303).header("location").to_owned();
        let back = there.get(path(&resumed)).expect(303).header("location").to_owned();
        assert_eq!(host(&back), self.server.address);
        path(&back).to_owned()
    }

    /// Signs somebody in at the university; the answer to coming back.
    fn sign_in(&self, browser: &mut Browser, person: &str) -> Answer {
        let back = self.there(browser, "horni-dolni", &format!("login={person}&mfa=yes"), "");
        browser.get(&back)
    }
}

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
fn signet_proves_by_a_key_who_it_is_and_the_key_is_changed_without_a_lost_sign_in() {
    let Some(stage) = stage_of("single", Proof::Key) else { return };
    let keys = |stage: &Stage| {
        let answer = stage.browser().get("/.well-known/jwks.json").expect(200);
        assert_eq!(answer.header("content-type"), "application/jwk-set+json");
        let set: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
        let keys = set["keys"].as_array().unwrap().clone();
        assert!(keys.iter().all(|key| key["kty"] == "EC" && key.get("d").is_none()), "nothing private");
        keys.iter().map(|key| key["kid"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let restarted = |stage: Stage| {
        let Stage { server, university, installation } = stage;
        server.stop_and_read_log();
        Stage { server: Server::of(&installation), university, installation }
    };
    let signs_in = |stage: &Stage| {
        let mut browser = stage.browser();
        assert_eq!(stage.sign_in(&mut browser, "registrar").expect(303).header("location"), "/en/staff");
    };
    let told = stage.installation.run(&["config", "check"]).expect(0);
    let first = keys(&stage);
    assert!(first.len() == 1 && told.out.contains(&first[0]), "{}", told.out);

    // The next key is public before it signs: the provider keeps what it fetched for a while, and knows both.
    stage.installation.run(&["login-key", "make"]).expect(0);
    let stage = restarted(stage);
    let both = keys(&stage);
    assert_eq!((both.len(), &both[0]), (2, &first[0]));
    signs_in(&stage);
    stage.installation.run(&["login-key", "switch"]).expect(0);
    let stage = restarted(stage);
    assert_eq!(keys(&stage), [both[1].clone(), both[0].clone()]);
    signs_in(&stage);
    stage.installation.run(&["login-key", "prune"]).expect(0);
    let stage = restarted(stage);
    assert_eq!(keys(&stage), [both[1].clone()]);
    signs_in(&stage);
    let log = stage.server.stop_and_read_log();
    assert!(!log.contains("PRIVATE") && !log.contains("client_assertion") && !log.contains("eyJ"));
}

#[test]
fn settings_about_a_key_that_do_not_fit_are_told_with_what_to_do() {
    let installation = Installation::bare();
    let common = settings(&installation.demo());
    let section = |more: &str| {
        format!(
            "{common}\n[[login]]\nname = \"banka\"\nlabel_cs = \"Banka\"\nlabel_en = \"Bank\"\nissuer = \"http://127.0.0.1:9\"\n\
             client_id = \"x\"\n{more}\n"
        )
    };
    let by_key = "client_authentication = \"private-key-jwt\"\nclient_key = \"login.key.pem\"";
    for (more, told) in [
        (by_key, "signet login-key make"),
        ("client_authentication = \"private-key-jwt\"", "needs the setting client_key"),
        ("client_key = \"login.key.pem\"", "needs the setting client_secret"),
        ("client_authentication = \"jwt\"", "private-key-jwt"),
    ] {
        installation.put_settings(&section(more));
        installation.run(&["config", "check"]).expect(78).complains(told);
    }
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
    let weak = stage.there(&mut browser, "horni-dolni", "login=several", &confirm);
    refused(browser.get(&weak), 400, "did not confirm a second factor");
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
fn li7_whoever_has_left_gets_to_their_own_by_a_paired_identity() {
    let Some(stage) = stage() else { return };
    stage.installation.issue(&stage.installation.results("results.csv", &ROWS), &[]).expect(0);
    let mut browser = stage.browser();
    let alone = stage.there(&mut browser, "stat", "login=holder", "");
    refused(browser.get(&alone), 403, "no role and no micro-credential");
    stage.sign_in(&mut browser, "holder").expect(303);
    let account = browser.get("/en/account").expect(200);
    assert!(account.text().contains("href=\"/en/login/at/stat?for=pair\""));
    let back = stage.there(&mut browser, "stat", "login=holder", "?for=pair");
    let mut other = stage.browser();
    refused(other.get(&back), 400, AGAIN);
    let asked = browser.get(&back).expect(200);
    assert!(asked.text().contains("Are both of these you?") && asked.text().contains("Jitka Ukázková"));
    let (token, state) =
        (asked.between("name=\"token\" value=\"", "\""), asked.between("name=\"state\" value=\"", "\""));
    browser.post("/en/account/identities", &format!("token=x&state={state}")).expect(403);
    let added = browser.post("/en/account/identities", &format!("token={token}&state={state}")).expect(303);
    assert_eq!(added.header("location"), "/en/account#identities");
    browser.post("/en/account/identities", &format!("token={token}&state={state}")).expect(410);
    assert!(!browser.get("/en/account").expect(200).text().contains("for=pair"), "both are there");

    let mut later = stage.browser();
    let back = stage.there(&mut later, "stat", "login=holder", "");
    assert_eq!(later.get(&back).expect(303).header("location"), "/en/holder");
    assert!(later.get("/en/holder").expect(200).text().contains("Jitka Ukázková"));
    later.get("/en/staff").expect(403);
}

#[test]
fn li8_two_accounts_of_one_person_become_one_and_are_parted_again() {
    let Some(stage) = stage() else { return };
    stage.installation.issue(&stage.installation.results("results.csv", &ROWS), &[]).expect(0);
    let ledgers = || stage.installation.fsck();
    let before = ledgers();
    let asked_to_pair = |browser: &mut Browser| {
        let back = stage.there(browser, "stat", "login=holder", "?for=pair");
        let asked = browser.get(&back).expect(200);
        let token = asked.between("name=\"token\" value=\"", "\"");
        let state = asked.between("name=\"state\" value=\"", "\"");
        (asked.text(), format!("token={token}&state={state}"))
    };
    // The holder adds the national identity, and so it has an account; then the registrar shows it, too.
    let (mut holder, mut registrar) = (stage.browser(), stage.browser());
    stage.sign_in(&mut holder, "holder").expect(303);
    let (page, form) = asked_to_pair(&mut holder);
    assert!(!page.contains("become one"));
    holder.post("/en/account/identities", &form).expect(303);
    stage.sign_in(&mut registrar, "registrar").expect(303);
    let (page, form) = asked_to_pair(&mut registrar);
    assert!(
        page.contains("the two accounts become one") && page.contains("Marie Vzorová"),
        "both names, and what follows"
    );
    registrar.post("/en/account/identities", &form).expect(410);
    let refused = asked_to_pair(&mut registrar).1 + "&merge=yes";
    let answer = registrar.post("/en/account/identities", &refused).expect(200).text();
    assert!(answer.contains("two different people"), "the records of one university know two");

    let accounts = stage.installation.run(&["account", "merges"]).expect(0);
    assert!(accounts.out.contains("No accounts were joined"), "{}", accounts.out);
    assert_eq!(ledgers(), before, "no ledger knows of any of it");
    stage.browser().get("/en/login/at/stat?for=pair").expect(401);
}

/// Signs somebody in at the state's provider, and asks the university whether its records are about them; what the page says.
fn asks(stage: &Stage, person: &str, credential: &str) -> String {
    let mut browser = stage.browser();
    let back = stage.there(&mut browser, "stat", &format!("login={person}&mfa=yes"), "");
    let page = browser.get(&back).expect(403);
    assert!(page.text().contains("These may be mine"));
    let claim = page.between("name=\"claim\" value=\"", "\"");
    let form = format!("claim={claim}&institution=horni-dolni&credential={credential}");
    let answer = browser.post("/en/login/own", &form).expect(200).text();
    // The same question in another browser is none.
    stage.browser().post("/en/login/own", &form).expect(410);
    answer
}

/// Where the state's provider leads somebody to.
fn leads(stage: &Stage, person: &str) -> Answer {
    let mut browser = stage.browser();
    let back = stage.there(&mut browser, "stat", &format!("login={person}&mfa=yes"), "");
    browser.get(&back)
}

/// The identifier of the first credential in the register.
fn identifier(stage: &Stage) -> String {
    let mut registrar = stage.browser();
    stage.sign_in(&mut registrar, "registrar").expect(303);
    registrar.get("/en/staff/credentials").expect(200).between("href=\"/en/staff/credentials/", "\"")
}

#[test]
fn li6_by_the_identifier_from_the_pdf_somebody_is_linked_at_once_and_their_accounts_become_one() {
    let Some(stage) = stage() else { return };
    stage.installation.issue(&stage.installation.results("results.csv", &ROWS[..1]), &[]).expect(0);
    let identifier = identifier(&stage);
    assert!(asks(&stage, "married", &identifier).contains("was passed on"), "another surname is for the registrar");
    leads(&stage, "married").expect(403);
    assert!(asks(&stage, "holder", &identifier).contains("The records are linked"));
    assert_eq!(leads(&stage, "holder").expect(303).header("location"), "/en/holder");

    // LI8: the university knows the same person under an account of its own.
    let before = stage.installation.fsck();
    let mut browser = stage.browser();
    stage.sign_in(&mut browser, "holder").expect(303);
    let back = stage.there(&mut browser, "stat", "login=holder", "?for=pair");
    let asked = browser.get(&back).expect(200);
    assert!(asked.text().contains("the two accounts become one"));
    let (token, state) =
        (asked.between("name=\"token\" value=\"", "\""), asked.between("name=\"state\" value=\"", "\""));
    let form = format!("token={token}&state={state}&merge=yes");
    assert!(browser.post("/en/account/identities", &form).expect(200).text().contains("The accounts are joined"));
    browser.get("/en/holder").expect(200);
    let listed = stage.installation.run(&["account", "merges", "--json"]).expect(0).json();
    let (id, account) = (listed[0]["id"].as_str().unwrap(), listed[0]["account"].as_str().unwrap());
    assert!(account.starts_with("horni-dolni:"), "{account}");
    stage.installation.run(&["account", "part", id, "--reason", " "]).expect(64);
    stage.installation.run(&["account", "part", id, "--reason", "they asked for it"]).expect(0);
    browser.get("/en/holder").expect(401);
    stage.installation.run(&["account", "part", id, "--reason", "again"]).expect(65).complains("separated before");
    assert_eq!(leads(&stage, "holder").expect(303).header("location"), "/en/holder");
    assert_eq!(stage.installation.fsck(), before, "no ledger knows of any of it");
}

#[test]
fn li6_a_doubtful_match_is_for_the_registrar_and_a_guess_tells_nothing() {
    let Some(stage) = stage() else { return };
    let namesake = "HD-70002;Jitka;Ukázková;1. 9. 1988;2025-jaro;A;11. 4. 2025;doc. RNDr. Hana Vzorná, CSc.";
    let sheet = stage.installation.results("results.csv", &[ROWS[0], namesake]);
    stage.installation.issue(&sheet, &[]).expect(0);
    let told = asks(&stage, "holder", &identifier(&stage));
    assert!(told.contains("was passed on"), "two namesakes: not even by the identifier");
    assert_eq!(told, asks(&stage, "unknown", ""), "whether somebody is in the records is not told");
    leads(&stage, "holder").expect(403);

    let mut registrar = stage.browser();
    stage.sign_in(&mut registrar, "registrar").expect(303);
    let work = registrar.get("/en/staff").expect(200).text();
    assert!(work.contains("Jitka Ukázková") && !work.contains("Jitka Cizí"), "one task: nobody is like the other");
    let list = registrar.get("/en/staff/claims").expect(200);
    let address = format!("/en/staff/claims/{}", list.between("href=\"/en/staff/claims/", "\""));
    let page = registrar.get(&address).expect(200);
    for side in ["Jitka", "Ukázková", "HD-70001", "HD-70002", "September", "The identifier that was typed is theirs"]
    {
        assert!(page.text().contains(side), "{side}");
    }
    let token = page.between("name=\"token\" value=\"", "\"");
    let wrong = registrar.post(&address, &format!("token={token}&decision=link")).expect(422).text();
    assert!(wrong.contains("Choose a person from the records.") && wrong.contains("Write a reason"));
    let form = format!("token={token}&decision=link&person=HD-70001&reason=birth+certificate");
    registrar.post(&address, &form).expect(303);
    registrar.post(&address, &form).expect(409);
    assert!(registrar.get(&address).expect(200).text().contains("birth certificate"));
    assert_eq!(leads(&stage, "holder").expect(303).header("location"), "/en/holder");

    // Declining is written down with its reason, and leads nowhere.
    asks(&stage, "married", "");
    let list = registrar.get("/en/staff/claims").expect(200);
    let address = format!("/en/staff/claims/{}", list.between("href=\"/en/staff/claims/", "\""));
    let token = registrar.get(&address).expect(200).between("name=\"token\" value=\"", "\"");
    let form = format!("token={token}&decision=decline&reason=nobody+knows+of+a+wedding");
    registrar.post(&address, &form).expect(303);
    leads(&stage, "married").expect(403);
    let log = stage.server.stop_and_read_log();
    assert!(!log.contains("Jitka") && !log.contains("1988") && !log.contains("claim="), "nobody is named in the log");
}

/// A refusal in a page of its own, with the sentence that belongs to it.
#[track_caller]
fn refused(answer: Answer, status: u16, sentence: &str) {
    let text = answer.expect(status).text();
    assert!(text.contains("You are not signed in") && text.contains(sentence), "{sentence}");
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

const AGAIN: &str = "Please sign in again";

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
