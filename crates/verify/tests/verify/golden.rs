//! What reports say, word by word: `golden/reports.txt` has every finding of files good and bad, with its facts by stable names
//! and its sentence in both languages. It changes only for a reason.

use std::collections::BTreeSet;
use std::fmt::Write;

use serde_json::Value;
use signet_lang::Locale;
use signet_record::Language;
use signet_verify::{Evidence, NotFetched, Report, StatusEvidence, Trust, judge};

use crate::document::{pdf, seal};
use crate::specimen::{
    IDENTIFIER, ORGANIZATION, WORLD, artefact, at, credential, fact, judged, list, list_as, now, payload, sealed,
};

fn asked(bytes: &[u8], list: Option<StatusEvidence>) -> Report {
    judge(&artefact(bytes), &WORLD.evidence(list), now())
}

/// The specimen with a member replaced.
fn changed(from: &str, to: &str) -> Vec<u8> {
    let text = payload(ORGANIZATION);
    let replaced = text.replacen(from, to, 1);
    assert_ne!(text, replaced, "{from}");
    sealed(&replaced, &WORLD.key)
}

/// The specimen with another place to look its status up.
fn with_status(status: &Value) -> Vec<u8> {
    let mut value: Value = serde_json::from_str(&payload(ORGANIZATION)).unwrap();
    let members = value.as_object_mut().unwrap();
    members.remove("status");
    if !status.is_null() {
        members.insert("credentialStatus".to_owned(), status.clone());
    }
    sealed(&value.to_string(), &WORLD.key)
}

fn stamped(token: &str) -> Vec<u8> {
    let item = data_encoding::BASE64URL_NOPAD.encode(token.as_bytes());
    let text = String::from_utf8(credential()).unwrap();
    let place = text.rfind(",\"signature\":").unwrap();
    format!("{},\"header\":{{\"etsiU\":[\"{item}\"]}}{}", &text[..place], &text[place..]).into_bytes()
}

fn credentials() -> Vec<(&'static str, Report)> {
    let good = credential();
    let tampered = String::from_utf8(credential()).unwrap().replacen("Příkladná", "Příkladova", 1);
    let company = WORLD.root.seal("Firma s.r.o.", "NTRCZ-00000003");
    let asking = WORLD.root.seal_asking(ORGANIZATION, IDENTIFIER, "http://ca.example/list.crl");
    let expiry = ("\"issued\":", "\"expirationDate\":\"2027-01-01T00:00:00Z\",\"issued\":");
    let nobody = Evidence::offline(std::sync::Arc::new(Trust::default()));
    let alone = Evidence::offline(WORLD.trust());
    vec![
        ("good", judged(&good)),
        ("test", judged(&sealed(&payload(ORGANIZATION), &WORLD.test_key))),
        ("unsealed", judged(payload(ORGANIZATION).as_bytes())),
        ("tampered", judged(tampered.as_bytes())),
        ("no root", judge(&artefact(&good), &nobody, now())),
        ("no evidence", judge(&artefact(&good), &alone, now())),
        ("nobody asked", judge(&artefact(&sealed(&payload(ORGANIZATION), &asking)), &alone, now())),
        ("before the list", judge(&artefact(&good), &WORLD.evidence(None), at("2026-05-01T00:00:00Z"))),
        ("after the certificate", judge(&artefact(&good), &WORLD.evidence(None), at("2030-01-01T00:00:00Z"))),
        ("another body", judged(&sealed(&payload(ORGANIZATION), &company))),
        ("a person", judged(&sealed(&payload(ORGANIZATION), &WORLD.root.person("Jan", "Novák")))),
        ("a nameless key", judged(&sealed(&payload(ORGANIZATION), &WORLD.root.nameless()))),
        ("a server", judged(&sealed(&payload(ORGANIZATION), &WORLD.root.server(ORGANIZATION, IDENTIFIER)))),
        ("expires", judged(&changed(expiry.0, expiry.1))),
        ("expired", judge(&artefact(&changed(expiry.0, expiry.1)), &WORLD.evidence(None), at("2027-01-01T00:00:00Z"))),
        ("not yet valid", judge(&artefact(&good), &WORLD.evidence(None), at("2026-06-29T00:00:00Z"))),
        ("against the format", judged(&changed("\"validFrom\":", "\"validSince\":"))),
        ("unreadable stamp", judged(&stamped(r#"{"sigTst":{"tstTokens":[{"val":"AAAA"}]}}"#))),
        ("no stamps in it", judged(&stamped(r#"{"sigTst":{"tstTokens":7}}"#))),
        ("unknown stamps", judged(&stamped(r#"{"rfsTst":{"tstTokens":[{"val":"AAAA"}]}}"#))),
    ]
}

fn statuses() -> Vec<(&'static str, Report)> {
    let stale = list_as(0, &WORLD.key, crate::specimen::LIST, "2026-06-01T00:00:00Z", "2026-06-02T00:00:00Z");
    let elsewhere = list_as(0, &WORLD.key, "https://other.example/1", "2026-07-01T00:00:00Z", "2026-07-02T00:00:00Z");
    let other = serde_json::json!({ "id": "urn:x:1", "type": "SomeOtherEntry" });
    let good = credential();
    vec![
        ("revoked", asked(&good, Some(Ok(list(1, &WORLD.key))))),
        ("superseded", asked(&good, Some(Ok(list(2, &WORLD.key))))),
        ("undefined mark", asked(&good, Some(Ok(list(3, &WORLD.key))))),
        ("unreachable", asked(&good, Some(Err(NotFetched::Unreachable)))),
        ("no list", asked(&good, Some(Ok(b"{}".to_vec())))),
        ("stale list", asked(&good, Some(Ok(stale)))),
        ("another list", asked(&good, Some(Ok(elsewhere)))),
        ("a test seal's list", asked(&good, Some(Ok(list(0, &WORLD.test_key))))),
        ("no status named", asked(&with_status(&Value::Null), None)),
        ("status of another kind", asked(&with_status(&other), None)),
    ]
}

fn documents() -> Vec<(&'static str, Report)> {
    let whole = pdf(Some(&credential()));
    let twice = seal(&seal(&whole, &WORLD.key), &WORLD.root.seal("Jiná univerzita", "NTRCZ-00000009"));
    let tampered = {
        let mut bytes = seal(&whole, &WORLD.key);
        let place = bytes.windows(8).position(|window| window == b"MediaBox").unwrap();
        bytes[place] = b'm';
        bytes
    };
    vec![
        ("document", judged(&seal(&whole, &WORLD.key))),
        ("document sealed twice", judged(&twice)),
        ("document without seal", judged(&whole)),
        ("document without credential", judged(&seal(&pdf(None), &WORLD.key))),
        ("document with damage inside", judged(&seal(&pdf(Some(b"{\"payload\":")), &WORLD.key))),
        ("tampered document", judged(&tampered)),
        ("document signed by a person", judged(&seal(&pdf(None), &WORLD.root.person("Jan", "Novák")))),
    ]
}

/// Keys are made anew each time, so what depends on their certificates is left out.
fn masked(name: &str, value: &str) -> String {
    match name {
        "certificate_sha256" | "bytes" => "…".to_owned(),
        _ => value.to_owned(),
    }
}

/// A finding that was told word by word before is told by its first line alone.
fn write(out: &mut String, told: &mut BTreeSet<String>, name: &str, report: &Report) {
    writeln!(out, "# {name}: {:?}", report.outcome()).unwrap();
    for locale in Language::ALL.map(Locale::new) {
        for group in &report.groups {
            writeln!(out, "  {}", report.group_sentence(group, locale)).unwrap();
        }
        writeln!(out, "  {}", report.source(locale).join(" ")).unwrap();
        let next = report.remedy().map(|remedy| remedy.sentence(locale)).into_iter();
        let told: Vec<String> = [report.verdict().word(locale)].into_iter().chain(next).collect();
        writeln!(out, "  {}", told.join(" ")).unwrap();
        let reason = report.reason(locale).unwrap_or_default();
        writeln!(out, "  {reason}").unwrap();
    }
    for finding in report.findings() {
        let weight = if finding.advisory { ", advisory" } else { "" };
        let indication = finding.indication.map(|indication| format!(", {}", indication.name())).unwrap_or_default();
        let outcome = format!("{:?}{weight}{indication}", finding.outcome);
        writeln!(out, "{} {:?}: {outcome}", finding.check().code(), finding.part).unwrap();
        let mut words = String::new();
        for (name, value) in finding.evidence() {
            writeln!(words, "    {name}: {}", masked(name, &value)).unwrap();
        }
        let [cs, en] = Language::ALL.map(|language| finding.sentence(Locale::new(language)));
        writeln!(words, "    cs {cs}\n    en {en}").unwrap();
        if told.insert(format!("{} {outcome}\n{words}", finding.check().code())) {
            out.push_str(&words);
        }
    }
}

#[test]
fn reports_say_what_the_golden_file_says() {
    let (mut told, mut known) = (String::new(), BTreeSet::new());
    for (name, report) in [credentials(), statuses(), documents()].into_iter().flatten() {
        write(&mut told, &mut known, name, &report);
    }
    let told: String = told.lines().map(|line| format!("{}\n", line.trim_end())).collect();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/golden/reports.txt");
    if std::env::var_os("SIGNET_BLESS").is_some() {
        std::fs::write(path, &told).unwrap();
    }
    let golden = std::fs::read_to_string(path).unwrap_or_default();
    let first = golden.lines().zip(told.lines()).find(|(golden, told)| golden != told);
    assert!(golden == told, "reports changed ({first:?}): review, then run again with SIGNET_BLESS=1");
}

/// As JSON, facts have the same names and values, several of one name in one text.
#[test]
fn the_json_has_the_facts_of_the_findings() {
    for (name, report) in credentials() {
        let json = report.to_json(Locale::ENGLISH);
        let groups = json["groups"].as_array().unwrap();
        let told: Vec<&Value> = groups.iter().flat_map(|group| group["findings"].as_array().unwrap()).collect();
        for (finding, told) in report.findings().zip(told) {
            assert_eq!(told["code"], finding.check().code(), "{name}");
            for (fact_name, value) in finding.evidence() {
                let written = told["evidence"][fact_name].as_str().unwrap();
                assert!(written.split(", ").any(|one| one == value) || written == value, "{name}: {fact_name}");
                assert!(fact(finding, fact_name).is_some());
            }
        }
    }
}
