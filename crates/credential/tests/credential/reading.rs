//! Nothing of a credential is lost when it is read whole.

use std::collections::HashSet;

use crate::support::{STATEMENT, composed, samples};
use serde_json::{Value, json};
use signet_credential::profile::{Profile, ProfileKind, Range, Row, Uniqueness};
use signet_credential::view::whole::{Content, MAX_THINGS, Thing, Whole};
use signet_credential::{PropertyName, read};

/// Every text, number and truth value below a value.
fn literals(value: &Value, skip: &dyn Fn(&str, &Value) -> bool, each: &mut impl FnMut(String)) {
    match value {
        Value::Object(members) => {
            for (name, member) in members.iter().filter(|(name, member)| !skip(name, member)) {
                if name.len() == 2 && member.is_string() && name != "id" {
                    each(name.clone());
                }
                literals(member, skip, each);
            }
        }
        Value::Array(elements) => elements.iter().for_each(|element| literals(element, skip, each)),
        Value::Null => {}
        Value::String(text) => each(text.clone()),
        Value::Number(_) | Value::Bool(_) => each(value.to_string()),
    }
}

/// What the file says: everything but contexts and the names of classes, which are told by the kind of each thing.
fn said(text: &str) -> Vec<String> {
    let mut said = Vec::new();
    let skip = |name: &str, _: &Value| matches!(name, "@context" | "type");
    literals(&serde_json::from_str(text).unwrap(), &skip, &mut |literal| said.push(literal));
    said
}

/// What the model holds.
fn held(whole: &Whole<'_>) -> HashSet<String> {
    let mut held = HashSet::new();
    literals(&serde_json::to_value(whole).unwrap(), &|_, _| false, &mut |literal| {
        held.insert(literal);
    });
    held
}

fn lost(text: &str) -> Vec<String> {
    let credential = read(text).unwrap();
    let whole = credential.whole();
    assert!(whole.complete);
    let held = held(&whole);
    let stray = |literal: &str| whole.strays.iter().any(|stray| stray.written.contains(literal));
    said(text).into_iter().filter(|literal| !held.contains(literal) && !stray(literal)).collect()
}

#[test]
fn no_literal_of_our_own_credentials_is_lost_and_nothing_in_them_is_strange() {
    for (name, text) in composed() {
        assert_eq!(lost(&text), Vec::<String>::new(), "{name}");
        let credential = read(&text).unwrap();
        let strays: Vec<String> = credential.whole().strays.iter().map(|stray| stray.path.clone()).collect();
        assert_eq!(strays, Vec::<String>::new(), "{name}");
    }
}

#[test]
fn no_literal_of_the_samples_is_lost() {
    let Some(samples) = samples() else {
        println!("skipped: no reference data");
        return;
    };
    for (name, text) in samples {
        assert_eq!(lost(&text), Vec::<String>::new(), "{name}");
        let credential = read(&text).unwrap();
        for stray in credential.whole().strays {
            println!("{name}: {} {:?}", stray.path, stray.shortened());
        }
    }
}

/// A credential with one achievement, changed.
fn changed(change: impl FnOnce(&mut Value)) -> String {
    let mut value = json!({
        "id": "urn:credential:1",
        "type": ["VerifiableCredential", "EuropeanDigitalCredential"],
        "credentialSubject": {
            "id": "urn:p:1",
            "type": "Person",
            "hasClaim": {"id": "urn:a:1", "type": "LearningAchievement", "title": {"de": "Kurs"}}
        },
    });
    change(&mut value);
    value.to_string()
}

fn claim<'w, 'a>(whole: &'w Whole<'a>) -> &'w Thing<'a> {
    let person = whole.root.things(PropertyName::CredentialSubject).next().unwrap();
    person.things(PropertyName::HasClaim).next().unwrap()
}

#[test]
fn members_that_nobody_knows_are_told_with_their_place() {
    let text = changed(|value| {
        value["credentialSubject"]["nickname"] = json!({"en": "Ana"});
        value["credentialSubject"]["hasClaim"]["a b"] = json!([1, [2]]);
        value["credentialSubject"]["hasClaim"]["title"] = json!([{"de": "Kurs"}, 7, ["x"]]);
        value["credentialSubject"]["hasClaim"]["type"] = json!(["LearningAchievement", "Badge"]);
    });
    let credential = read(&text).unwrap();
    let whole = credential.whole();
    let strays: Vec<_> = whole.strays.iter().map(|stray| (stray.path.as_str(), stray.written)).collect();
    let expected = [
        ("$.credentialSubject.hasClaim[\"a b\"]", "[1,[2]]"),
        ("$.credentialSubject.hasClaim.title[2]", "[\"x\"]"),
        ("$.credentialSubject.hasClaim.type[1]", "Badge"),
        ("$.credentialSubject.nickname", "{\"en\":\"Ana\"}"),
    ];
    for stray in expected {
        assert!(strays.contains(&stray), "{stray:?} in {strays:?}");
    }
    assert_eq!(strays.len(), expected.len());
    assert_eq!(lost(&text), Vec::<String>::new());
}

#[test]
fn one_or_many_and_what_was_meant() {
    let text = changed(|value| {
        let claim = &mut value["credentialSubject"]["hasClaim"];
        claim["provenBy"] = json!({
            "type": "LearningAssessment",
            "resultDistribution": {"resultCategory": [{"label": "A", "count": 3}]},
            "resultDestribution": {"resultCategory": {"label": "B", "count": "4"}},
        });
        claim["specifiedBy"] = json!({"title": "untyped", "eqfLevel": "http://data.europa.eu/snb/eqf/6"});
        value["issuer"] = json!({"legalName": "Uni", "eIDAS\u{399}dentifier": {"notation": 7}});
    });
    let credential = read(&text).unwrap();
    let whole = credential.whole();
    let claim = claim(&whole);
    let assessment = claim.things(PropertyName::ProvenBy).next().unwrap();
    assert_eq!(assessment.things(PropertyName::ResultDestribution).count(), 2, "both spellings are one field");
    assert_eq!(claim.things(PropertyName::SpecifiedBy).next().unwrap().class, "Qualification", "known by its members");
    let issuer = whole.root.things(PropertyName::Issuer).next().unwrap();
    assert_eq!(issuer.class, "Organisation");
    assert_eq!(issuer.things(PropertyName::EIDASIdentifier).next().unwrap().text(PropertyName::Notation), Some("7"));
    assert_eq!(whole.strays.len(), 0, "{:?}", whole.strays);
    assert_eq!(lost(&text), Vec::<String>::new());
}

#[test]
fn bare_identifiers_are_followed_and_never_in_circles() {
    let text = changed(|value| {
        value["issuer"] = json!({"id": "urn:o:1", "type": "Organisation", "legalName": {"en": "Uni"}});
        let claim = &mut value["credentialSubject"]["hasClaim"];
        claim["awardedBy"] = json!({"type": "AwardingProcess", "awardingBody": {"id": "urn:o:1"}});
        claim["hasPart"] = json!({"id": "urn:a:2", "type": "LearningAchievement", "isPartOf": "urn:a:1"});
        claim["specifiedBy"] = json!("urn:nowhere:1");
    });
    let credential = read(&text).unwrap();
    let whole = credential.whole();
    let claim = claim(&whole);
    let process = claim.things(PropertyName::AwardedBy).next().unwrap();
    let issuer = whole.root.things(PropertyName::Issuer).next().unwrap();
    assert!(process.things(PropertyName::AwardingBody).next().unwrap().same(issuer));
    let part = claim.things(PropertyName::HasPart).next().unwrap();
    assert!(matches!(part.contents(PropertyName::IsPartOf), [Content::Again("urn:a:1")]));
    assert!(matches!(claim.contents(PropertyName::SpecifiedBy), [Content::Address("urn:nowhere:1")]));
}

/// Each level names the next twice: followed to the end it would be 2³⁰ things.
#[test]
fn what_explodes_when_followed_is_cut() {
    let text = changed(|value| {
        let level = |at: usize| {
            let next = format!("urn:l:{}", at + 1);
            json!({"id": format!("urn:l:{at}"), "type": "LearningAchievement", "title": {"en": "x"},
                   "hasPart": [{"id": next}, {"id": next}]})
        };
        value["credentialSubject"]["hasClaim"] = (0..30).map(level).collect();
    });
    let credential = read(&text).unwrap();
    let whole = credential.whole();
    assert!(!whole.complete);
    fn count(thing: &Thing<'_>) -> usize {
        let inner = thing.fields.iter().flat_map(|field| &field.contents).filter_map(Content::thing);
        1 + inner.map(count).sum::<usize>()
    }
    assert!(count(&whole.root) <= MAX_THINGS);
    let heavy = changed(|value| {
        value["issuer"] = json!({"id": "urn:m:1", "type": "MediaObject", "content": "A".repeat(1 << 20)});
        value["attachment"] = (0..100).map(|_| json!("urn:m:1")).collect();
    });
    let credential = read(&heavy).unwrap();
    let whole = credential.whole();
    assert!(
        !whole.complete && whole.root.things(PropertyName::Attachment).count() <= 16,
        "said again, but not without end"
    );
    let chain = changed(|value| {
        let link = |at: usize| json!({"id": format!("urn:l:{at}"), "type": "LearningAchievement", "hasPart": format!("urn:l:{}", at + 1)});
        value["credentialSubject"]["hasClaim"] = (0..2000).map(link).collect();
    });
    assert!(!read(&chain).unwrap().whole().complete);
}

/// Every value of a credential, exchanged for something else.
#[test]
fn values_of_the_wrong_kind_are_read_as_something_or_kept_as_strays() {
    let (_, text) = composed().remove(2);
    let text = text.replace(&"A".repeat(1000), "");
    let value: Value = serde_json::from_str(&text).unwrap();
    let mut places = Vec::new();
    collect_places(&value, String::new(), &mut places);
    let odd = [
        json!(7),
        json!("x"),
        json!([[1]]),
        json!({}),
        json!({"id": "urn:x"}),
        json!({"@value": "v", "@language": "de"}),
    ];
    for (at, place) in places.iter().enumerate().skip(1).step_by(3) {
        let mut mutant = value.clone();
        *mutant.pointer_mut(place).unwrap() = odd[at % odd.len()].clone();
        let Ok(credential) = read(&mutant.to_string()) else { continue };
        for literal in lost(credential.text()) {
            assert!(["urn:x"].contains(&literal.as_str()), "{place}: {literal}");
        }
    }
}

fn collect_places(value: &Value, place: String, places: &mut Vec<String>) {
    match value {
        Value::Object(members) => members.iter().for_each(|(name, member)| {
            let name = name.replace('~', "~0").replace('/', "~1");
            collect_places(member, format!("{place}/{name}"), places);
        }),
        Value::Array(elements) => {
            elements
                .iter()
                .enumerate()
                .for_each(|(at, element)| collect_places(element, format!("{place}/{at}"), places));
        }
        _ => {}
    }
    places.push(place);
}

/// `docs/edc.md` tells of every element what we write, show and check.
#[test]
fn the_documentation_has_a_row_for_every_element_of_the_profile() {
    let page = include_str!("../../../../docs/edc.md");
    let rows: HashSet<(String, String)> = page
        .lines()
        .filter_map(|line| {
            let mut cells = line.strip_prefix("| ")?.split(" | ");
            Some((cells.next()?.trim_matches('`').to_owned(), cells.next()?.trim_matches('`').to_owned()))
        })
        .collect();
    let mut named: HashSet<&str> = HashSet::new();
    for class in rows.iter().map(|(class, _)| class.as_str()) {
        let Some(members) = Profile::of(ProfileKind::Generic).class(class) else { continue };
        named.insert(class);
        for (_, row) in members.iter() {
            assert!(
                rows.contains(&(class.to_owned(), row.0.to_owned())),
                "docs/edc.md has no row for {class}.{}",
                row.0
            );
        }
    }
    assert!(named.len() >= 43, "docs/edc.md names {} classes", named.len());
}

/// The column "write" of that page is what credentials of ours really carry, the column "check" what the tables ask.
#[test]
fn the_documentation_says_what_we_write_and_check() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/edc.md");
    let page = std::fs::read_to_string(path).unwrap();
    let mut written = HashSet::new();
    for (_, text) in composed() {
        collect_written(&serde_json::from_str(&text).unwrap(), &mut written);
    }
    let (before, table) = page.split_once("| --- | --- | --- | --- | --- |\n").unwrap();
    let (table, after) = table.split_once("\n\n").unwrap();
    let corrected = |line: &str| {
        let mut cells: Vec<&str> = line.split(" | ").collect();
        let element = (cells[0].trim_matches(['|', ' ', '`']).to_owned(), cells[1].trim_matches('`').to_owned());
        let asked = Profile::of(ProfileKind::Generic).class(&element.0).and_then(|members| members.find(&element.1));
        let asked = asked.map(|(_, row)| format!("{} |", asked_for(row)));
        cells[2] = if written.contains(&element) { "yes" } else { "–" };
        cells[4] = asked.as_deref().unwrap_or(cells[4]);
        cells.join(" | ")
    };
    let corrected: Vec<String> = table.lines().map(corrected).collect();
    let corrected = format!("{before}| --- | --- | --- | --- | --- |\n{}\n\n{after}", corrected.join("\n"));
    if std::env::var_os("SIGNET_BLESS").is_some() {
        std::fs::write(path, corrected).unwrap();
    } else {
        assert!(corrected == page, "docs/edc.md is stale: run again with SIGNET_BLESS=1");
    }
}

/// What a row of the tables asks for, in words.
fn asked_for(Row(_, count, range): Row) -> String {
    let all = |names: &[&str]| {
        let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        match names.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, others)) => format!("{} or {last}", others.join(", ")),
            None => String::new(),
        }
    };
    let what = match range {
        Range::Words(Uniqueness::Unique) => "texts by language, one each".into(),
        Range::Words(Uniqueness::Repeated) => "texts by language".into(),
        Range::Text => "text".into(),
        Range::Literal => "text or number".into(),
        Range::Uri => "absolute URI".into(),
        Range::Reference => "reference".into(),
        Range::DateTime => "date and time".into(),
        Range::Duration => "duration".into(),
        Range::Integer => "whole number".into(),
        Range::Positive => "whole number above 0".into(),
        Range::Percentage => "1 to 100".into(),
        Range::Decimal => "decimal".into(),
        Range::Boolean => "true or false".into(),
        Range::Node(classes) if classes.contains(&"Claim") => "a claim".into(),
        Range::Node(classes) => all(classes),
        Range::Concept => "concept of any list".into(),
        Range::Listed(scheme) => format!("concept of the list `{scheme:?}`"),
        Range::Unwritable => return "cannot be written: the shapes refuse what the contexts keep of it (violation), the rest is lost (warning)".into(),
        Range::Lost => return "lost by the contexts: warning".into(),
        Range::Free => return "no rule of its own".into(),
    };
    let how_many = match (count.min, count.max) {
        (0, usize::MAX) => "any number".into(),
        (1, usize::MAX) => "at least one".into(),
        (0, 1) => "at most one".into(),
        (1, 1) => "exactly one".into(),
        (min, max) => format!("{min} to {max}"),
    };
    format!("{how_many}; {what}")
}

fn collect_written(value: &Value, written: &mut HashSet<(String, String)>) {
    match value {
        Value::Array(elements) => elements.iter().for_each(|element| collect_written(element, written)),
        Value::Object(members) => {
            let types = match members.get("type") {
                Some(Value::Array(types)) => types.iter().filter_map(Value::as_str).collect(),
                types => types.and_then(Value::as_str).into_iter().collect::<Vec<_>>(),
            };
            for (name, member) in members {
                written.extend(types.iter().map(|class| ((*class).to_owned(), name.clone())));
                collect_written(member, written);
            }
        }
        _ => {}
    }
}

#[test]
fn a_sealed_mandate_is_found_where_it_is_carried() {
    let of = |wanted: &str| composed().into_iter().find(|(name, _)| *name == wanted).unwrap().1;
    assert_eq!(read(&of("mandated")).unwrap().mandate_statements(), [STATEMENT]);
    // A mandate whose document is a PDF carries no statement.
    assert_eq!(read(&of("everything")).unwrap().mandate_statements(), [[0_u8; 0]; 0]);
}
