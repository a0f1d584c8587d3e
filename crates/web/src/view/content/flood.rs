//! Credentials made to cost more than their size: reading, checking, telling and drawing them takes time in proportion to it.

use std::{fs, time::Duration};

use askama::Template;
use signet_lang::Locale;

use super::{ContentView, Pictures};
use crate::view::{CredentialView, ShownFields};

fn credential(claim: &str, more: &str) -> String {
    format!(
        r#"{{"id":"urn:credential:1","type":["VerifiableCredential","EuropeanDigitalCredential"],"credentialSubject":{{"type":"Person",
        "hasClaim":{{"type":"LearningAchievement","title":{{"en":"T"}}{claim}}}}}{more}}}"#
    )
}

fn list(count: usize, item: impl Fn(usize) -> String) -> String {
    (0..count).map(item).collect::<Vec<_>>().join(",")
}

/// Bodies under one identifier that differ only at their end.
fn bodies(count: usize) -> String {
    let body = |number: usize| {
        let notes = list(60, |note| format!(r#"{{"type":"Note","noteLiteral":{{"en":"note {note}"}}}}"#));
        format!(
            r#"{{"id":"urn:body:1","type":"Organisation","additionalNote":[{notes}],"altLabel":{{"en":"{number:06}"}}}}"#
        )
    };
    let process = |number: usize| format!(r#"{{"type":"AwardingProcess","awardingBody":[{}]}}"#, body(number));
    credential(&format!(r#","awardedBy":[{}]"#, list(count, process)), "")
}

/// One object of very many members, and very many small ones that claim to be the same.
fn one_wide(count: usize) -> String {
    let members = list(count, |number| format!(r#""m{number}":1"#));
    let small = list(count, |_| r#"{"id":"urn:body:1","type":"Organisation"}"#.to_owned());
    credential("", &format!(r#","issuer":{{"id":"urn:body:1","type":"Organisation",{members}}},"evidence":[{small}]"#))
}

/// Very many texts in very many languages.
fn languages(count: usize) -> String {
    let texts = list(60, |number| format!(r#""{number}""#));
    let tags = list(60, |number| format!(r#""{}{}-x-{number}":[{texts}]"#, "a", "b"));
    credential(
        "",
        &format!(r#","evidence":[{}]"#, list(count, |_| format!(r#"{{"type":"Evidence","title":{{{tags}}}}}"#))),
    )
}

/// One large object that is only referred to, very often.
fn references(count: usize) -> String {
    let notes = list(count, |note| format!(r#"{{"type":"Note","noteLiteral":{{"en":"note {note}"}}}}"#));
    let body = format!(r#"{{"id":"urn:body:1","type":"Organisation","additionalNote":[{notes}]}}"#);
    let bare = list(count, |_| r#"{"id":"urn:body:1"}"#.to_owned());
    credential(
        &format!(r#","awardedBy":[{{"type":"AwardingProcess","awardingBody":[{bare}]}}]"#),
        &format!(r#","issuer":{body}"#),
    )
}

/// Claims beside each other, with parts inside.
fn claims(count: usize) -> String {
    let part =
        |number: usize| format!(r#"{{"id":"urn:a:{number}","type":"LearningAchievement","title":{{"en":"P"}}}}"#);
    credential(&format!(r#","hasPart":[{}]"#, list(count, part)), "")
}

/// Time that the processor has spent on this thread: a machine that is busy with something else makes it no longer.
fn thread_time() -> Duration {
    let told = fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(told.split(' ').next().unwrap().parse().unwrap())
}

/// Reads, checks, tells and draws it: the least time of three.
fn cost(text: &str) -> Duration {
    let once = || {
        let before = thread_time();
        let credential = signet_credential::read(text).unwrap();
        let findings = signet_credential::check(&credential);
        assert!(findings.len() <= signet_credential::check::MAX_FINDINGS);
        for l in [Locale::CZECH, Locale::ENGLISH] {
            let view = CredentialView::of(&credential, l, ShownFields::ALL);
            assert!(!format!("{view:?}").is_empty());
            let content = ContentView::of(&credential, l, ShownFields::ALL, Pictures::Here);
            for part in &content.parts {
                assert!(!part.render().unwrap().is_empty());
            }
        }
        thread_time() - before
    };
    (0..3).map(|_| once()).min().unwrap_or_default()
}

/// A credential of so many parts.
type Shape = fn(usize) -> String;

#[test]
fn four_times_the_file_costs_about_four_times_as_much() {
    let shapes: [(&str, Shape, usize); 5] = [
        ("bodies", bodies, 30),
        ("one wide", one_wide, 700),
        ("languages", languages, 3),
        ("references", references, 50),
        ("claims", claims, 300),
    ];
    for (name, shape, count) in shapes {
        let (small, large) = (shape(count), shape(4 * count));
        let (once, four) = (cost(&small), cost(&large));
        // What squares costs sixteen times as much. References may, up to the budget of what is followed, which this is far below.
        let factor = if name == "references" { 24 } else { 10 };
        let allowed = once * factor + Duration::from_millis(20);
        assert!(four < allowed, "{name}: {} bytes {once:?}, {} bytes {four:?}", small.len(), large.len());
    }
}
