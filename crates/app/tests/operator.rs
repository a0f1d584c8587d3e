//! The command line acts as somebody: under an account, in its roles, never on themselves; and what it refuses is written down.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod story;

use std::{fs, os::unix::fs::PermissionsExt};

use serde_json::Value;
use story::folder::{Installation, ROWS, credentials};

/// Two people with the same roles; the first is the holder of the first row.
const OPERATORS: &str = "
[[operator]]
account = \"ukazkova\"
roles = [\"registrar\", \"seal-custodian\"]
institution = \"horni-dolni\"
person = \"HD-70001\"

[[operator]]
account = \"dvorakova\"
roles = [\"registrar\", \"seal-custodian\"]
institution = \"horni-dolni\"
person = \"HD-90001\"

[[operator]]
account = \"spravce\"
roles = [\"operator\"]
";

/// The institution's installation, whose settings name who may use the command line.
fn staffed() -> Installation {
    let installation = Installation::furnished();
    let settings = fs::read_to_string(installation.own().join("signet.toml")).unwrap();
    installation.put_settings(&(settings + OPERATORS));
    installation
}

fn events(installation: &Installation) -> Vec<Value> {
    let said = installation.run(&["security-log", "--json", "--as", "spravce"]).expect(0).out;
    said.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn li12_nobody_issues_corrects_or_revokes_for_themselves() {
    let installation = staffed();
    let results = installation.results("results.csv", &ROWS);
    let refused = installation.issue(&results, &["--as", "ukazkova"]).expect(77);
    refused.complains("Line 2");
    refused.complains("A colleague has to do it");
    assert!(credentials(&installation.own()).is_empty(), "nothing at all was issued");
    let two = installation.issue(&results, &["--as", "ukazkova", "--skip-bad"]).expect(0).json();
    assert_eq!(two["issued"], 2, "all but her own");
    let all = installation.issue(&results, &["--as", "dvorakova"]).expect(0).json();
    assert_eq!((&all["issued"], &all["known"]), (&1.into(), &2.into()));

    let hers = all["credentials"][0]["credential"].as_str().unwrap();
    let row = installation.results("row.csv", &[&ROWS[0].replace(";A;", ";B;")]);
    let correct = ["correct", hers, "--results", row.as_str(), "--as"];
    installation
        .run(&[&correct[..], &["ukazkova"]].concat())
        .expect(77)
        .complains("nobody issues, corrects or revokes");
    let revoke = ["revoke", hers, "--reason", "issued-in-error", "--as"];
    installation.run(&[&revoke[..], &["ukazkova"]].concat()).expect(77).complains("nobody issues, corrects or revokes");
    // The same person under a number that nobody has: names and day of birth are hers.
    let invented = installation.results("invented.csv", &[&ROWS[0].replace("HD-70001", "HD-79999")]);
    installation.issue(&invented, &["--as", "ukazkova"]).expect(77);
    installation.run(&[&correct[..], &["dvorakova"]].concat()).expect(0);
    installation.run(&[&revoke[..], &["dvorakova"]].concat()).expect(0);

    let denied: Vec<Value> = events(&installation).into_iter().filter(|event| event["kind"] == "denied").collect();
    assert!(denied.iter().all(|event| event["account"] == "ukazkova" && event["denial"] == "themselves"), "{denied:?}");
    let of = |action: &str| denied.iter().filter(|event| event["action"] == action).count();
    assert_eq!((of("issue-credential"), of("correct-credential"), of("revoke-credential")), (3, 1, 1));
    assert!(!serde_json::to_string(&denied).unwrap().contains("Ukázková"));
}

#[test]
fn a_role_does_what_it_may_and_an_unknown_user_nothing() {
    let installation = staffed();
    let results = installation.results("results.csv", &ROWS);
    installation.issue(&results, &[]).expect(77).complains("[[operator]]");
    installation.issue(&results, &["--as", "nobody"]).expect(77).complains("[[operator]]");
    installation.issue(&results, &["--as", "spravce"]).expect(77);
    assert!(credentials(&installation.own()).is_empty());
    let other_unit = installation.data("horni-dolni/units/software-testing.toml");
    // A registrar writes units, but does not approve them.
    installation.run(&["import", &other_unit, "--as", "dvorakova"]).expect(77).complains("approve-unit");
    installation.run(&["security-log", "--as", "dvorakova"]).expect(77).complains("view-security-events");
    installation.run(&["fsck", "--as", "dvorakova"]).expect(77).complains("view-health");
    for upkeep in ["migrate", "sweep"] {
        installation.run(&[upkeep, "--as", "dvorakova"]).expect(77).complains("maintain-register");
        installation.run(&[upkeep]).expect(77).complains("[[operator]]");
        installation.run(&[upkeep, "--as", "spravce"]).expect(0);
    }
    installation.run(&["seal", "stop", "--reason", "x", "--as", "spravce"]).expect(77).complains("manage-seal");
    installation.run(&["seal", "stop", "--reason", "x", "--as", "dvorakova"]).expect(0);
    let status = installation.run(&["seal", "status", "--json", "--as", "spravce"]).expect(1).json();
    assert_eq!(status["seals"][0]["stopped"]["by"], "dvorakova", "who said it is written down");
    installation.run(&["account", "list", "--as", "dvorakova"]).expect(77);
}

/// A login provider of the institution that never answers, so that nobody gets in by it.
const PROVIDER: &str = "
[[login]]
name = \"horni-dolni\"
label_cs = \"Univerzita\"
label_en = \"University\"
institution = \"horni-dolni\"
issuer = \"http://127.0.0.1:9\"
client_id = \"signet\"
client_secret = \"login.secret\"
";

#[test]
fn past_a_login_provider_only_an_emergency_link_leads_with_a_reason() {
    let installation = staffed();
    let run = |args: &[&str]| installation.run(&[args, &["--as", "spravce"]].concat());
    for (account, role) in [("peceti", "seal-custodian"), ("referent", "registrar"), ("vedouci", "operator")] {
        run(&["account", "grant", account, "--role", role, "--name", "Somebody", "--person", "HD-90009"]).expect(0);
    }
    let link = |account: &str, role: &str, more: &[&str]| {
        run(&[&["login-link", "--role", role, "--account", account], more].concat())
    };
    link("peceti", "seal-custodian", &["--reason", "x"]).expect(64).complains("Leave --reason out");
    let settings = fs::read_to_string(installation.own().join("signet.toml")).unwrap();
    let secret = installation.own().join("login.secret");
    fs::write(&secret, "secret").unwrap();
    fs::set_permissions(&secret, fs::Permissions::from_mode(0o600)).unwrap();
    installation.put_settings(&(settings + PROVIDER));

    link("referent", "registrar", &["--reason", "x"]).expect(77).complains("has the login provider horni-dolni");
    for (account, role) in [("peceti", "seal-custodian"), ("vedouci", "operator")] {
        let told = link(account, role, &[]).expect(64);
        told.complains("--reason");
        assert!(told.out.is_empty(), "no link");
        link(account, role, &["--reason", " "]).expect(64).complains("one line");
        assert!(link(account, role, &["--reason", "The provider is away"]).expect(0).out.contains("/login/"));
    }
    let made: Vec<Value> =
        events(&installation).into_iter().filter(|event| event["kind"] == "emergency-link-made").collect();
    let said = |n: usize, key: &str| made[n][key].as_str().map(str::to_owned).unwrap_or_default();
    assert_eq!(made.len(), 2);
    assert_eq!([said(0, "account"), said(0, "object"), said(0, "institution")], ["spravce", "peceti", "horni-dolni"]);
    assert_eq!([said(1, "object"), said(1, "institution"), said(1, "reason")], ["vedouci", "", "The provider is away"]);
}

/// With the same words for what there is and what there is not as rules and pages.
#[test]
fn a_role_is_narrowed_to_faculties_or_units_that_there_are() {
    let installation = staffed();
    let grant = |account: &str, role: &str, more: &[&str]| {
        let common = ["account", "grant", account, "--role", role, "--person", "HD-90008", "--as", "spravce"];
        installation.run(&[&common, more].concat())
    };
    let unknown = grant("novak", "registrar", &["--faculty", "Fakulta ničeho"]).expect(65);
    unknown.complains("“Fakulta ničeho”");
    unknown.complains("Fakulta praktické ekonomie");
    for unit in ["nic", "ne platný"] {
        grant("novak", "registrar", &["--unit", "econometrics-r", "--unit", unit]).expect(65).complains(unit);
    }
    let both = ["--faculty", "Fakulta praktické ekonomie", "--unit", "econometrics-r"];
    grant("novak", "registrar", &both).expect(64).complains("not both");
    for role in ["seal-custodian", "institution-admin", "operator"] {
        grant("novak", role, &["--unit", "econometrics-r"]).expect(64).complains("cannot be narrowed so");
    }
    let list = || installation.run(&["account", "list", "--json", "--as", "spravce"]).expect(0).json();
    assert_eq!(list(), Value::Array(Vec::new()), "nothing was given");
    grant("novak", "registrar", &["--faculty", "Fakulta praktické ekonomie"]).expect(0);
    grant("vzorna", "guarantor", &["--unit", "econometrics-r"]).expect(0);
    grant("cela", "auditor", &[]).expect(0);
    let listed = list();
    let of = |account: &str| {
        let one = listed.as_array().unwrap().iter().find(|one| one["account"] == account).unwrap();
        (one["roles"][0]["faculties"].clone(), one["roles"][0]["units"].clone())
    };
    let none = || Value::Array(Vec::new());
    assert_eq!(of("novak"), (Value::from(vec!["Fakulta praktické ekonomie"]), none()));
    assert_eq!(of("vzorna"), (none(), Value::from(vec!["econometrics-r"])));
    assert_eq!(of("cela"), (none(), none()));
    let text = installation.run(&["account", "list", "--as", "spravce"]).expect(0).out;
    assert!(text.contains("registrar  horni-dolni  [Fakulta praktické ekonomie]  HD-90008"), "{text}");
    // It is the scope that a link carries.
    let link = ["login-link", "--role", "registrar", "--account", "novak", "--as", "spravce"];
    assert!(installation.run(&link).expect(0).out.contains("/login/"));
}

#[test]
fn real_seals_need_a_named_operator() {
    let installation = Installation::furnished();
    let settings = fs::read_to_string(installation.own().join("signet.toml")).unwrap();
    installation.put_settings(&settings.replace("test = true", "test = false"));
    let results = installation.results("results.csv", &ROWS);
    installation.issue(&results, &[]).expect(77).complains("[[operator]]");
    installation.run(&["login-link", "--role", "holder", "--person", "HD-70001"]).expect(77);
    assert!(credentials(&installation.own()).is_empty());
    // The word of the environment is not taken for who somebody is.
    installation.put_settings(&(settings + "\n[[operator]]\nuser = \"somebody-else\"\nroles = [\"registrar\"]\n"));
    let mut pretending = story::signet();
    for name in ["SUDO_USER", "LOGNAME", "USER"] {
        pretending.env(name, "somebody-else");
    }
    let ended = pretending.current_dir(installation.own()).args(["fsck"]).output().unwrap();
    assert_eq!(ended.status.code(), Some(77));
}

#[test]
fn accounts_are_given_roles_and_lose_them() {
    let installation = staffed();
    let link = |account: &str| {
        vec!["login-link", "--role", "registrar", "--account", account, "--as", "spravce"]
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let run = |args: &[String]| installation.run(&args.iter().map(String::as_str).collect::<Vec<_>>());
    let with = |args: &[&str]| installation.run(&[args, &["--as", "spravce"]].concat());
    run(&link("novak")).expect(65).complains("signet account grant novak --role registrar");
    with(&["account", "grant", "novak", "--role", "registrar"]).expect(64).complains("--person");
    with(&["account", "grant", "novak", "--role", "system-client"]).expect(64);
    with(&["account", "grant", "no vak", "--role", "registrar", "--person", "HD-90007"]).expect(64);
    with(&["account", "grant", "novak", "--role", "registrar", "--person", "HD-90007", "--name", "Jan Novák"])
        .expect(0);
    assert!(run(&link("novak")).expect(0).out.contains("/login/"));
    let listed = with(&["account", "list", "--json"]).expect(0).json();
    assert_eq!(
        (&listed[0]["name"], &listed[0]["roles"][0]["person"], &listed[0]["roles"][0]["granted_by"]),
        (&"Jan Novák".into(), &"HD-90007".into(), &"spravce".into())
    );
    with(&["account", "block", "novak"]).expect(0);
    run(&link("novak")).expect(65).complains("signet account unblock novak");
    with(&["account", "unblock", "novak"]).expect(0);
    with(&["account", "end", "novak", "--role", "registrar"]).expect(0);
    with(&["account", "end", "novak", "--role", "registrar"]).expect(65);
    run(&link("novak")).expect(65);
    with(&["account", "block", "nobody"]).expect(65);
    let kinds: Vec<String> =
        events(&installation).iter().map(|event| event["kind"].as_str().unwrap().to_owned()).collect();
    let expected = ["role-granted", "login-link-made", "account-blocked", "account-unblocked", "role-ended"];
    assert_eq!(kinds, expected);
}
