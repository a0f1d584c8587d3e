//! Credentials written, explained and compared on the command line, without a register.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod story;

use std::fs;

use signet_record::{Award, Language, specimen};
use story::{folder::folder, run};

const AT: &str = "2026-06-30T08:00:00Z";

#[test]
fn an_award_is_composed_explained_and_compared() {
    let place = folder();
    let here = place.path();
    let award = specimen::award().unwrap();
    fs::write(here.join("award.json"), award.to_json().unwrap()).unwrap();

    let composed = run(here, ["credential", "compose", "award.json", "--at", AT]).expect(0);
    composed.complains("no errors");
    fs::write(here.join("one.jsonld"), &composed.out).unwrap();
    let again = run(here, ["credential", "compose", "award.json", "--at", AT, "--json"]).expect(0).json();
    assert_eq!(again["findings"], serde_json::json!([]));
    let plain: serde_json::Value = serde_json::from_str(&composed.out).unwrap();
    assert_eq!(again["credential"], plain);

    let told = run(here, ["--lang", "cs", "credential", "explain", "one.jsonld"]).expect(0).out;
    assert!(told.contains("$.credentialSubject.hasClaim.title\n    LearningAchievement.title · aspoň jeden, texty podle jazyků · položka 2"));
    assert!(told.contains("Ukázkové dovednosti"));
    let told = run(here, ["credential", "explain", "one.jsonld", "--json"]).expect(0).json();
    let level = told["elements"].as_array().unwrap().iter().find(|one| one["member"] == "eqfLevel").unwrap();
    assert_eq!((level["concept"]["label"].as_str(), level["annex"]["number"].as_u64()), (Some("Level 6"), Some(8)));

    run(here, ["credential", "diff", "one.jsonld", "one.jsonld"]).expect(0);
    let title = award.unit().title.text(Language::En);
    let other = composed.out.replace(title, "Something Else").replace("urn:epass:note:", "urn:epass:note:9");
    fs::write(here.join("other.jsonld"), format!("{{\"deliveryDetails\":{{}},\"credential\":{other}}}")).unwrap();
    let differ = run(here, ["credential", "diff", "one.jsonld", "other.jsonld", "--json"]).expect(1).json();
    let differences = differ["differences"].as_array().unwrap();
    assert!(!differences.is_empty());
    assert!(differences.iter().all(|one| one["path"].as_str().unwrap().ends_with(".title.en")), "{differ}");
}

#[test]
fn what_is_no_award_and_no_credential_is_refused() {
    let place = folder();
    let here = place.path();
    fs::write(here.join("wrong.json"), "{\"id\":1}").unwrap();
    run(here, ["credential", "compose", "wrong.json"])
        .expect(65)
        .complains("is not an award as the register keeps it (JSON). Technical detail: line 1, column");
    run(here, ["credential", "explain", "wrong.json"]).expect(65).complains("wrong.json");
    run(here, ["credential", "diff", "wrong.json", "absent.json"]).expect(65);
    run(here, ["credential", "explain", "absent.json"]).expect(66);
    let award = Award::from_json(&specimen::award().unwrap().to_json().unwrap()).unwrap();
    let mut broken = String::from_utf8(award.to_json().unwrap()).unwrap();
    broken = broken.replace("\"run\":\"2026-jaro\"", "\"run\":\"nikdy\"");
    fs::write(here.join("broken.json"), broken).unwrap();
    run(here, ["credential", "compose", "broken.json"]).expect(65).complains("“nikdy”");
}
