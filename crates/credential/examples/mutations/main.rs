//! Credentials with one fault each, and what our check says of them, for a judge that shares no code with us.
//!
//! `mutations [--count N] [--seed N] [FILE…]` prints a line of JSON for each: first every file whole, then, for each rule of the tables of
//! each kind of credential, one credential that keeps it and many that differ from it in one place; last, changes at random places of the
//! files. With `--count` so many of all changes, chosen by the seed. Same arguments, same lines.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, missing_docs)]

mod chance;
mod change;
mod compose;
mod envelope;
mod sample;

use std::collections::BTreeSet;
use std::io::Write;

use chance::Chance;
use serde_json::{Value, json};
use signet_credential::profile::ProfileKind;
use signet_credential::{Severity, check, read};

/// Changes at random places, of all files together.
const SAMPLED: usize = 1500;

/// One credential to be judged.
struct Case {
    kind: ProfileKind,
    /// `Person.hasClaim`, or the file.
    about: String,
    /// What was done to it; `kept` when nothing was.
    change: String,
    text: String,
}

fn main() {
    let given = Given::read();
    let mut chance = Chance::new(given.seed);
    let files: Vec<(String, String)> = given.files.iter().map(|file| sample::open(file)).collect();
    let mut cases: Vec<Case> = Vec::new();
    for (name, text) in &files {
        cases.push(Case { kind: ProfileKind::Generic, about: name.clone(), change: "kept".into(), text: text.clone() });
    }
    let whole = cases.len();
    envelope::changes(&mut cases);
    for kind in ProfileKind::ALL {
        change::rules(kind, &mut chance, &mut cases);
    }
    for (name, text) in &files {
        sample::changes(SAMPLED / files.len().max(1), name, text, &mut chance, &mut cases);
    }
    let mut changed = cases.split_off(whole);
    if let Some(count) = given.count {
        chance.shuffle(&mut changed);
        changed.truncate(count);
    }
    cases.append(&mut changed);
    write(&cases);
}

struct Given {
    count: Option<usize>,
    seed: u64,
    files: Vec<String>,
}

impl Given {
    fn read() -> Given {
        let mut given = Given { count: None, seed: 1, files: Vec::new() };
        let mut arguments = std::env::args().skip(1);
        while let Some(argument) = arguments.next() {
            let mut number = || arguments.next().expect("a number").parse().expect("a number");
            match argument.as_str() {
                "--count" => given.count = Some(number() as usize),
                "--seed" => given.seed = number(),
                _ => given.files.push(argument),
            }
        }
        given
    }
}

fn write(cases: &[Case]) {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for (number, case) in cases.iter().enumerate() {
        let line = json!({
            "number": number,
            "kind": case.kind.name(),
            "about": case.about,
            "change": case.change,
            "violations": violations(&case.text),
            "text": case.text,
        });
        writeln!(out, "{line}").unwrap();
    }
    out.flush().unwrap();
}

/// Code and place of each violation; a credential that cannot be read has one of its own.
fn violations(text: &str) -> Vec<Value> {
    let Ok(credential) = read(text) else {
        return vec![json!({ "code": "unreadable", "path": "$", "expected": "", "found": "" })];
    };
    let findings = check(&credential);
    let violations = findings.iter().filter(|finding| finding.severity() == Severity::Violation);
    let all: BTreeSet<(&str, &str, &str, &str)> =
        violations.map(|it| (it.code.as_str(), it.path.as_str(), it.expected.as_str(), it.found.as_str())).collect();
    all.into_iter()
        .map(
            |(code, path, expected, found)| json!({ "code": code, "path": path, "expected": expected, "found": found }),
        )
        .collect()
}
