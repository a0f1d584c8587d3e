//! A seal in a hardware module (SoftHSM2): issued with, pulled out, put back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod story;

use std::{fs, path::Path, process::Command};

use story::{
    folder::{Installation, ROWS, credentials, settings},
    signet,
};

const PIN: &str = "271828";

fn module() -> Option<String> {
    let lent = std::env::var("SIGNET_TEST_PKCS11").ok();
    let module = lent.unwrap_or_else(|| "/usr/lib/softhsm/libsofthsm2.so".into());
    if Path::new(&module).exists() {
        return Some(module);
    }
    println!("skipped: no SoftHSM2 (SIGNET_TEST_PKCS11 unset and Debian's softhsm2 not installed)");
    None
}

fn util(conf: &Path, args: &[&str]) {
    let ended = Command::new("softhsm2-util").args(args).env("SOFTHSM2_CONF", conf).output().unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
}

/// Runs the program where SoftHSM2 finds its tokens.
fn run(installation: &Installation, conf: &Path, args: &[&str]) -> (i32, String, String) {
    let ended = signet().current_dir(installation.own()).args(args).env("SOFTHSM2_CONF", conf).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (ended.status.code().unwrap(), text(ended.stdout), text(ended.stderr))
}

#[test]
fn a_seal_in_a_token_seals_and_what_needs_it_waits_while_it_is_away() {
    let Some(module) = module() else { return };
    let installation = Installation::bare();
    let own = installation.own();
    let (conf, tokens, gone) = (own.join("softhsm2.conf"), own.join("tokens"), own.join("gone"));
    fs::create_dir(&tokens).unwrap();
    fs::write(&conf, format!("directories.tokendir = {}\nobjectstore.backend = file\n", tokens.display())).unwrap();
    util(&conf, &["--init-token", "--free", "--label", "seals", "--so-pin", "314159", "--pin", PIN]);
    let seals = installation.demo().join("seals");
    let key = seals.join("horni-dolni.key.pem").display().to_string();
    util(&conf, &["--import", &key, "--token", "seals", "--label", "horni-dolni", "--id", "a1", "--pin", PIN]);
    fs::write(own.join("token.pin"), format!("{PIN}\n")).unwrap();
    let section = format!(
        "\n[[seal]]\nchain = \"{}\"\ntest = true\n\n[seal.pkcs11]\nmodule = \"{module}\"\ntoken = \"seals\"\n\
         key_label = \"horni-dolni\"\nkey_id = \"A1\"\npin = \"token.pin\"\n",
        seals.join("horni-dolni.chain.pem").display()
    );
    installation.put_settings(&(settings(&installation.demo()) + &section));
    installation.furnish();

    // Pulled out: the program starts, records wait, and the custodian sees why.
    fs::rename(&tokens, &gone).unwrap();
    fs::create_dir(&tokens).unwrap();
    let (unit, results) = (installation.unit(), installation.results("results.csv", &ROWS));
    let issue = ["issue", "--unit", &unit, "--results", &results, "--json"];
    let (code, _, err) = run(&installation, &conf, &issue);
    assert_eq!(code, 1);
    assert!(err.contains("the token is not available"), "{err}");
    let (code, out, _) = run(&installation, &conf, &["seal", "status"]);
    assert!(code == 1 && out.contains("The key does not respond") && out.contains("seal-token"), "{out}");

    // Put back.
    fs::remove_dir(&tokens).unwrap();
    fs::rename(&gone, &tokens).unwrap();
    let (code, _, err) = run(&installation, &conf, &issue);
    assert_eq!(code, 0, "{err}");
    assert_eq!(credentials(&own.join("issued")).len(), 3);
    installation.run(&["fsck"]).expect(0);
    let (code, out, err) = run(&installation, &conf, &["seal", "status"]);
    assert!(code == 0 && out.contains("hardware module") && out.contains("The key responds"), "{out}{err}");
    assert!(!(out + &err).contains(PIN));
}
