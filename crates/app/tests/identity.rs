//! Identities that a real OpenID provider vouches for: a second one for an account, two accounts that become one, records that are found by a
//! national identity; and the key by which we prove to a provider who we are.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod story;

use std::fs;

use story::{
    folder::{Installation, ROWS, seal_section, settings},
    http::{Answer, Browser},
    login::{AGAIN, Proof, Stage, refused, stage, stage_of},
    server::Server,
};

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

/// Brings a school of the demonstration in, sealed for by a body that it gave a mandate; one more credential of the person whom the university
/// knows as well. The service begins anew, for it has one more seal; and the identifier.
fn issued_elsewhere(stage: Stage) -> (Stage, String) {
    let Stage { server, university, installation } = stage;
    server.stop();
    for file in fs::read_dir(installation.demo().join("data/institutions")).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), installation.own().join(file.file_name())).unwrap();
    }
    let settings = fs::read_to_string(installation.own().join("signet.toml")).unwrap();
    installation.put_settings(&(settings + &seal_section(&installation.demo(), "narodni-pecetni-sprava")));
    let unit = installation.data("skola-remesel/units/paper-restoration.toml");
    installation.run(&["import", "narodni-pecetni-sprava.toml", "skola-remesel.toml"]).expect(0);
    installation.run(&["import", "--institution", "skola-remesel", &unit]).expect(0);
    let heading = "Osobní číslo;Jméno;Příjmení;Datum narození;Místo narození;Hodnocení;Datum hodnocení;Hodnotitel";
    let row = "SR-009;Jitka;Ukázková;1. 9. 1988;;splněno;30. 4. 2025;Mgr. art. Josef Vazba";
    let results = installation.own().join("school.csv");
    fs::write(&results, format!("{heading}\r\n{row}\r\n")).unwrap();
    let results = results.display().to_string();
    let command = ["issue", "--institution", "skola-remesel", "--unit", &unit, "--results", &results, "--json"];
    let issued = installation.run(&command).expect(0).json();
    let identifier = issued["credentials"][0]["credential"].as_str().unwrap_or_else(|| panic!("{issued}")).to_owned();
    (Stage { server: Server::of(&installation), university, installation }, identifier)
}

#[test]
fn li7_everything_of_a_person_is_on_one_page_whichever_institution_has_it() {
    let Some(stage) = stage() else { return };
    stage.installation.issue(&stage.installation.results("results.csv", &ROWS[..1]), &[]).expect(0);
    let here = identifier(&stage);
    let (stage, there) = issued_elsewhere(stage);
    assert!(asks(&stage, "holder", &here).contains("The records are linked"));
    let mut own = stage.browser();
    let back = stage.there(&mut own, "stat", "login=holder", "");
    assert_eq!(own.get(&back).expect(303).header("location"), "/en/holder");
    let one = own.get("/en/holder").expect(200).text();
    assert!(one.contains(&here) && !one.contains(&there), "what was not linked is not theirs");
    own.get(&format!("/en/holder/{there}")).expect(404);
    let back = stage.there(&mut own, "stat", "login=holder", "?for=own");
    let claim = own.get(&back).expect(200).between("name=\"claim\" value=\"", "\"");
    let form = format!("claim={claim}&institution=skola-remesel&credential={there}");
    assert!(own.post("/en/login/own", &form).expect(200).text().contains("The records are linked"));

    let mut later = stage.browser();
    let back = stage.there(&mut later, "stat", "login=holder", "");
    assert_eq!(later.get(&back).expect(303).header("location"), "/en/holder", "there is no role to choose");
    let all = later.get("/en/holder").expect(200).text();
    for (id, body) in
        [(&here, "Fictional University of Horní Dolní"), (&there, "Fictional College of Crafts in Podlesí")]
    {
        assert!(
            all.contains(&format!("href=\"/en/holder/{id}\"")) && all.contains(&format!("\">{body}</h2>")),
            "{body}"
        );
        let form = later.get(&format!("/en/holder/{id}/share")).expect(200);
        let token = form.between("name=\"token\" value=\"", "\"");
        let wish = format!("token={token}&purpose=cv&label=CV&limit=none&language=en");
        let made = later.post(&format!("/en/holder/{id}/share"), &wish).expect(303);
        later.get(made.header("location")).expect(200);
    }
    let account = later.get("/en/account").expect(200).text();
    assert!(account.contains("HD-70001") && account.contains("SR-009") && !account.contains("/en/login/role"));
    // The university's registrar sees nothing of the school's.
    let mut registrar = stage.browser();
    stage.sign_in(&mut registrar, "registrar").expect(303);
    registrar.get(&format!("/en/staff/credentials/{there}")).expect(404);
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
    let mut own = stage.browser();
    let back = stage.there(&mut own, "stat", "login=holder", "");
    assert_eq!(own.get(&back).expect(303).header("location"), "/en/holder");
    assert!(own.get("/en/account").expect(200).text().contains("href=\"/en/login/at/stat?for=own\""));
    let back = stage.there(&mut own, "stat", "login=holder", "?for=own");
    let more = own.get(&back).expect(200);
    assert!(more.text().contains("Find more micro-credentials") && more.text().contains("Jitka Ukázková"));
    let form = format!("claim={}&institution=nowhere", more.between("name=\"claim\" value=\"", "\""));
    assert!(own.post("/en/login/own", &form).expect(422).text().contains("Choose the institution that you ask."));
    own.get("/en/holder").expect(200);

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

    // A link that was a mistake is taken back, with a reason: whoever is signed in by it is signed out.
    let mut linked = stage.browser();
    let back = stage.there(&mut linked, "stat", "login=holder&mfa=yes", "");
    linked.get(&back).expect(303);
    linked.get("/en/holder").expect(200);
    let page = registrar.get(&address).expect(200);
    assert!(page.text().contains(">Unlink</button>"));
    let token = page.between("name=\"token\" value=\"", "\"");
    registrar.post(&address, &format!("token={token}&decision=undo")).expect(422);
    let form = format!("token={token}&decision=undo&reason=another+Jitka");
    registrar.post(&address, &form).expect(303);
    registrar.post(&address, &form).expect(409);
    linked.get("/en/holder").expect(401);
    leads(&stage, "holder").expect(403);
    assert!(registrar.get(&address).expect(200).text().contains("another Jitka"));

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
