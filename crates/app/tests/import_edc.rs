//! Unsealed credentials of others, and our own, become proposed awards; what is sealed, wrong or incomplete does not.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod story;

use std::fs;

use story::folder::{Installation, credentials};

#[test]
fn an_unsealed_credential_becomes_a_proposed_award_once() {
    let installation = Installation::furnished();
    let issued = credentials(&installation.demo().join("issued"));
    let of_unit = |bytes: &&Vec<u8>| story::payload_text(bytes).contains("\"econometrics-r/");
    let sealed = issued.values().find(of_unit).unwrap();
    let payload = story::payload_text(sealed);
    let put = |name: &str, text: &str| fs::write(installation.own().join(name), text).unwrap();
    put("sealed.jsonld", std::str::from_utf8(sealed).unwrap());
    put("bare.json", &payload);
    put("wrapped.json", &format!("{{\"deliveryDetails\":{{}},\"credential\":{payload}}}"));

    installation.run(&["import", "edc", "sealed.jsonld"]).expect(1).complains("already sealed");
    let gaps = installation.run(&["import", "edc", "bare.json", "--json"]).expect(1).json();
    assert_eq!(gaps[0]["gaps"][0]["path"], "$.credentialSubject.identifier");

    let dry =
        installation.run(&["import", "edc", "bare.json", "--person", "X-1", "--check", "--json"]).expect(0).json();
    assert_eq!(dry[0]["outcome"], "would_propose");
    assert_eq!(dry[0]["unit"]["new"], false);
    assert_eq!(dry[0]["left_out"], serde_json::json!(["$.status"]), "{dry}");
    assert_eq!(installation.fsck()["credentials"], 0);

    let told = installation.run(&["import", "edc", "wrapped.json", "--person", "X-1"]).expect(0);
    assert!(told.out.contains("has been proposed") && told.out.contains("delivery details"), "{}", told.out);
    let again = installation.run(&["import", "edc", "bare.json", "--person", "X-1", "--json"]).expect(0).json();
    assert_eq!(again[0]["outcome"], "known");

    let born = payload.find("\"dateOfBirth\":\"").unwrap() + "\"dateOfBirth\":\"".len();
    put("other.json", &format!("{}17{}", &payload[..born], &payload[born + 2..]));
    installation.run(&["import", "edc", "other.json", "--person", "X-2"]).expect(1).complains("born");
    put("broken.json", &payload.replacen("\"legalName\"", "\"nemo\"", 1));
    installation.run(&["import", "edc", "broken.json", "--person", "X-3"]).expect(1).complains("format.missing");
}

#[test]
fn a_unit_that_is_new_to_the_register_comes_with_its_first_credential() {
    let installation = Installation::furnished();
    let issued = credentials(&installation.demo().join("issued"));
    let payloads: Vec<String> = issued.values().map(|sealed| story::payload_text(sealed)).collect();
    let of_unit = |text: &&String| text.contains("\"software-testing/");
    let [first, second] = payloads.iter().filter(of_unit).take(2).collect::<Vec<_>>()[..] else {
        panic!("the demonstration has two credentials of the unit");
    };
    fs::write(installation.own().join("first.json"), first).unwrap();
    fs::write(installation.own().join("second.json"), second).unwrap();

    let dry =
        installation.run(&["import", "edc", "first.json", "--person", "X-1", "--check", "--json"]).expect(0).json();
    assert_eq!((&dry[0]["outcome"], &dry[0]["unit"]["new"]), (&"would_propose".into(), &true.into()), "{dry}");

    let told = installation.run(&["import", "edc", "first.json", "--person", "X-1", "--json"]).expect(0).json();
    assert_eq!((&told[0]["outcome"], &told[0]["unit"]["new"]), (&"proposed".into(), &true.into()), "{told}");
    assert_eq!(told[0]["unit"]["id"], "software-testing");
    let next = installation.run(&["import", "edc", "second.json", "--person", "X-2", "--json"]).expect(0).json();
    assert_eq!((&next[0]["outcome"], &next[0]["unit"]["new"]), (&"proposed".into(), &false.into()), "{next}");

    installation.run(&["work", "--once"]).expect(0);
    let sealed = installation.fsck();
    assert_eq!((&sealed["entries_sealed"], &sealed["damage"]), (&2.into(), &serde_json::json!([])), "{sealed}");
}
