//! The EU's controlled lists on the command line: shown, searched, and asked about identifiers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod story;

use story::{folder::folder, run};

#[test]
fn lists_and_their_members_are_shown() {
    let place = folder();
    let lists = run(place.path(), ["vocab", "list"]).expect(0).out;
    assert!(lists.contains("isced-f") && lists.contains("fields of education"), "{lists}");
    let eqf = run(place.path(), ["vocab", "list", "eqf", "--lang", "cs"]).expect(0).out;
    assert_eq!(eqf.lines().count(), 8);
    assert!(eqf.lines().all(|line| line.contains("Úroveň")), "{eqf}");
    let levels = run(place.path(), ["vocab", "list", "qdr", "--json"]).expect(0).json();
    let czech = levels.as_array().unwrap().iter().find(|one| one["code"] == "c_82e7da58").unwrap();
    assert_eq!(
        (&czech["labels"]["cs"], &czech["eqf"], &czech["notation"]),
        (&"NSK úroveň 6".into(), &6.into(), &"CZE".into())
    );
    let unknown = run(place.path(), ["vocab", "list", "nothing"]).expect(64);
    unknown.complains("education-credit");
}

#[test]
fn members_are_found_by_label_in_both_languages() {
    let place = folder();
    let found = run(place.path(), ["vocab", "find", "pisemna", "ZKOUSKA"]).expect(0).out;
    assert!(found.contains("6e6cb2cc78") && found.contains("written examination"), "{found}");
    run(place.path(), ["vocab", "find", "pisemna", "--language", "en"]).expect(1);
    run(place.path(), ["vocab", "find", "pisemna", "--scheme", "country"]).expect(1);
    let found = run(place.path(), ["vocab", "find", "statistics", "--scheme", "isced-f", "--json"]).expect(0).json();
    let codes: Vec<&str> = found.as_array().unwrap().iter().filter_map(|one| one["code"].as_str()).collect();
    assert!(codes.contains(&"0542"), "{codes:?}");
    run(place.path(), ["vocab", "find"]).expect(64);
}

#[test]
fn identifiers_are_judged_one_by_one() {
    let place = folder();
    let check = |uris: &[&str], code: i32| run(place.path(), [&["vocab", "check"], uris].concat()).expect(code).out;
    let eqf = "http://data.europa.eu/snb/eqf/6";
    let none = "http://data.europa.eu/snb/eqf/9";
    let skill = "http://data.europa.eu/esco/skill/ccdf3597-5c80-410f-896d-e1bdfa223de9";
    assert!(check(&[eqf], 0).contains("Level 6 (levels of the European Qualifications Framework)"));
    assert!(check(&[eqf, skill], 2).contains("do not keep in full"));
    assert!(check(&[skill, none, "https://a.example/1"], 1).contains("does not belong to any known list"));
    assert!(check(&["http://data.europa.eu/esco/skill/made-up"], 1).contains("does not have the form"));
    let told =
        run(place.path(), ["vocab", "check", "--json", eqf, "http://data.europa.eu/snb/eqf/25831c2"]).expect(0).json();
    assert_eq!((&told[0]["standing"], &told[0]["scheme"]), (&"known".into(), &"eqf".into()));
    assert_eq!(told[1]["standing"], "scheme");
}
