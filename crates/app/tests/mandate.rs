//! A mandate is judged before it is kept: what would prove nothing in a credential is refused, with its file and the reason.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod story;

use std::fs;

use signet_seal::{
    SealKey,
    jades::{self, SigningTime},
};
use story::folder::Installation;

const SEALING: &str = "narodni-pecetni-sprava.toml";
const AWARDING: &str = "skola-remesel.toml";
const STATEMENT: &str = "skola-remesel.povereni.json";

/// The demonstration's institutions beside the settings, as whoever seals for others has them.
fn installation() -> Installation {
    let installation = Installation::furnished();
    for file in fs::read_dir(installation.demo().join("data/institutions")).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), installation.own().join(file.file_name())).unwrap();
    }
    installation
}

/// The same statement under the university's seal.
fn sealed_by_another(installation: &Installation, statement: &str) -> String {
    let seals = installation.demo().join("seals");
    let pem = |name: &str| fs::read(seals.join(name)).unwrap();
    let key = SealKey::from_pem(&pem("horni-dolni.key.pem"), &pem("horni-dolni.chain.pem"), None).unwrap();
    let sealed: serde_json::Value = serde_json::from_str(statement).unwrap();
    let payload = sealed["payload"].as_str().unwrap();
    let now = jiff::Timestamp::now();
    let unsealed = jades::prepare(payload, key.chain(), key.algorithm(), now, SigningTime::SigT).unwrap();
    let signature = key.sign(&unsealed.signing_input()).unwrap();
    unsealed.finish(&signature).to_json()
}

#[test]
fn a_mandate_that_proves_nothing_is_not_kept() {
    let installation = installation();
    let statement = installation.own().join(STATEMENT);
    let good = fs::read_to_string(&statement).unwrap();
    let altered = good.replace(r#"\"validUntil\":\"20"#, r#"\"validUntil\":\"21"#);
    assert_ne!(good, altered);
    for (text, en, cs) in [
        (altered, "its seal is not valid", "jeho pečeť neplatí"),
        ("{}".to_owned(), "it is not a sealed mandate", "není to zapečetěné pověření"),
        (good.replace("NTRCZ-99900041", "NTRCZ-99900033"), "it names other organisations", "uvádí jiné organizace"),
        (
            sealed_by_another(&installation, &good),
            "did not seal it itself",
            "nezapečetila ho sama pověřující instituce",
        ),
    ] {
        fs::write(&statement, text).unwrap();
        for (language, words) in [("en", en), ("cs", cs)] {
            for check in [&["--check"][..], &[]] {
                let told = installation.run(&[&["import", SEALING, AWARDING, "--lang", language], check].concat());
                let told = told.expect(65);
                told.complains(STATEMENT);
                told.complains(words);
            }
        }
    }
    // Nothing of it was kept: the body that is to seal is not known.
    fs::write(&statement, &good).unwrap();
    installation.run(&["import", AWARDING]).expect(65).complains("narodni-pecetni-sprava");
    installation.run(&["import", SEALING, AWARDING]).expect(0);
}

#[test]
fn a_mandate_for_which_nobody_vouches_is_not_kept() {
    let installation = installation();
    let settings = fs::read_to_string(installation.own().join("signet.toml")).unwrap();
    let anchors = settings.lines().find(|line| line.starts_with("test_anchors")).unwrap();
    installation.put_settings(&settings.replace(anchors, "test_anchors = []"));
    let told = installation.run(&["import", SEALING, AWARDING]).expect(65);
    told.complains(STATEMENT);
    told.complains("no authority that this register trusts confirms its seal");
    installation.put_settings(&settings);
    installation.run(&["import", SEALING, AWARDING]).expect(0);
}
