//! Credentials made to cost more than their size: reading, checking, telling and drawing them takes time in proportion to it.

use std::time::{Duration, Instant};

use askama::Template;
use signet_lang::Locale;

use super::{ContentView, Pictures};
use crate::view::{CredentialView, Reveal};

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

/// Reads, checks, tells and draws it: the least time of three.
fn cost(text: &str) -> Duration {
    let once = || {
        let began = Instant::now();
        let credential = signet_credential::read(text).unwrap();
        let findings = signet_credential::check(&credential);
        assert!(findings.len() <= signet_credential::check::MAX_FINDINGS);
        for l in [Locale::CZECH, Locale::ENGLISH] {
            let view = CredentialView::of(&credential, l, Reveal::All);
            assert!(!format!("{view:?}").is_empty());
            let content = ContentView::of(&credential, l, Reveal::All, Pictures::Here);
            for part in &content.parts {
                assert!(!part.render().unwrap().is_empty());
            }
        }
        began.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap_or_default()
}

/// A credential of so many parts.
type Shape = fn(usize) -> String;

#[test]
fn twice_the_file_costs_no_more_than_about_twice_the_time() {
    let shapes: [(&str, Shape, usize); 5] = [
        ("bodies", bodies, 80),
        ("one wide", one_wide, 2_000),
        ("languages", languages, 8),
        ("references", references, 150),
        ("claims", claims, 800),
    ];
    for (name, shape, count) in shapes {
        let (small, large) = (shape(count), shape(2 * count));
        let (once, twice) = (cost(&small), cost(&large));
        // References may square up to the budget of what is followed, which this is far below.
        let factor = if name == "references" { 5 } else { 3 };
        let allowed = once * factor + Duration::from_millis(100);
        assert!(twice < allowed, "{name}: {} bytes {once:?}, {} bytes {twice:?}", small.len(), large.len());
    }
}
