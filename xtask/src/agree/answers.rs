//! What both sides said of each credential, held against each other.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::Value;

use super::differences::{DIFFERENCES, Difference, LATER};
use crate::task_error::{Context, TaskError};
use crate::verdict::Verdict;

/// The account of a run.
#[derive(Default)]
pub struct Answers {
    verdict: Verdict,
    /// Credentials that were changed.
    changes: usize,
    /// Rules that a change was made to: kind and member of a class.
    rules: BTreeSet<String>,
    /// Those of them that a change has broken for both.
    broken: BTreeSet<String>,
    /// Credentials in which we object to more, for each difference.
    stricter: BTreeMap<&'static str, usize>,
}

impl Answers {
    /// Both are lines of JSON: of `examples/mutations` and of `judge_shapes.py`.
    pub fn of(cases: &[String], said: &[String]) -> Result<Self, TaskError> {
        let mut by_number = HashMap::new();
        for line in said {
            let verdict: Value = serde_json::from_str(line).or_task_error("read a verdict")?;
            by_number.insert(verdict.get("number").and_then(Value::as_u64), verdict);
        }
        let mut heard = Self::default();
        for line in cases {
            let case: Value = serde_json::from_str(line).or_task_error("read a case")?;
            let official = by_number
                .get(&case.get("number").and_then(Value::as_u64))
                .ok_or_else(|| TaskError::new("a case was not judged"))?;
            heard.compare(&case, official);
        }
        Ok(heard)
    }

    fn compare(&mut self, case: &Value, official: &Value) {
        let text = |name: &str| case.get(name).and_then(Value::as_str).unwrap_or_default();
        let findings = case.get("violations").and_then(Value::as_array).map_or(&[] as &[Value], Vec::as_slice);
        let conforms = official.get("conforms").and_then(Value::as_bool).unwrap_or(false);
        let (about, changed) = (text("about"), text("change") != "kept");
        self.changes += usize::from(changed);
        // Files and the envelope are no rules of the tables.
        if changed && !about.ends_with(".jsonld") && about != "envelope" {
            let rule = format!("{} {about}", text("kind"));
            if !conforms && !findings.is_empty() {
                self.broken.insert(rule.clone());
            }
            self.rules.insert(rule);
        }
        let listed: Vec<&Difference> = findings.iter().filter_map(Difference::of).collect();
        let apart = listed.iter().any(|difference| difference.parts);
        let agreed = match (conforms, findings.is_empty()) {
            (true, true) | (false, false) => true,
            (true, false) => listed.len() == findings.len() || apart,
            (false, true) => is_of_later_edition(official),
        };
        if conforms && agreed {
            let names: BTreeSet<&str> = listed.iter().map(|difference| difference.name).collect();
            for name in names {
                *self.stricter.entry(name).or_default() += 1;
            }
        }
        self.verdict.add(if agreed { Verdict::one() } else { Verdict::failure(disagreement(case, official)) });
    }

    /// Counts, and below them each disagreement, or what there was.
    pub fn verdict(self) -> Verdict {
        let Self { mut verdict, changes, rules, broken, stricter } = self;
        let (rules, broken) = (rules.len(), broken.len());
        verdict
            .notes
            .push(format!("{changes} changes; {rules} rules of the tables changed, {broken} of them broken for both"));
        for name in DIFFERENCES.iter().map(|difference| difference.name).collect::<BTreeSet<_>>() {
            let count = stricter.get(name).copied().unwrap_or_default();
            if count > 0 {
                verdict.notes.push(format!("stricter than the shapes: {name}: {count}"));
            }
        }
        verdict
    }
}

/// Do the shapes object to nothing but what a later edition of the profile allows (docs/divergences.md, "Laxer")?
fn is_of_later_edition(official: &Value) -> bool {
    let results = official.get("results").and_then(Value::as_array).map_or(&[] as &[Value], Vec::as_slice);
    let allowed = |result: &Value| {
        let member = result.as_str().and_then(|result| result.split(' ').next());
        member.is_some_and(|member| LATER.contains(&member))
    };
    !results.is_empty() && results.iter().all(allowed)
}

fn disagreement(case: &Value, official: &Value) -> String {
    let text = |name: &str| case.get(name).and_then(Value::as_str).unwrap_or_default();
    let codes = case.get("violations").and_then(Value::as_array).into_iter().flatten().map(|finding| {
        let part = |name: &str| finding.get(name).and_then(Value::as_str).unwrap_or_default();
        format!("{} at {}", part("code"), part("path"))
    });
    let ours: Vec<String> = codes.collect();
    let theirs = official.get("results").map(Value::to_string).unwrap_or_default();
    format!("{} {}, {}: we say {ours:?}, the shapes {theirs}", text("kind"), text("about"), text("change"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn heard(violations: &Value, conforms: bool) -> Verdict {
        let case = json!({ "number": 0, "kind": "generic", "about": "Note.subject", "change": "dropped", "violations": violations });
        let official = json!({ "number": 0, "conforms": conforms, "results": [] });
        Answers::of(&[case.to_string()], &[official.to_string()]).map(Answers::verdict).unwrap_or_default()
    }

    #[test]
    fn we_are_laxer_about_later_editions_alone() {
        let of = |results: Value| is_of_later_edition(&json!({ "results": results }));
        assert!(of(json!(["credentialStatus Datatype", "termsOfUse Datatype"])));
        assert!(!of(json!(["credentialStatus Datatype", "grade MinCount"])) && !of(json!([])));
    }

    #[test]
    fn only_listed_differences_are_forgiven() {
        let finding = |code: &str| json!([{ "code": code, "path": "$", "expected": "", "found": "" }]);
        let failed = |violations: Value, conforms| heard(&violations, conforms).failed;
        assert_eq!(failed(json!([]), true), 0);
        assert_eq!(failed(finding("format.missing"), false), 0);
        assert_eq!(failed(finding("format.schema"), true), 0);
        assert_eq!(failed(finding("format.missing"), true), 1);
        assert_eq!(failed(json!([]), false), 1);
        let both = json!([{ "code": "format.schema", "path": "$" }, { "code": "format.missing", "path": "$" }]);
        assert_eq!(failed(both, true), 1);
        let apart = json!([{ "code": "format.keyword", "path": "$" }, { "code": "format.missing", "path": "$" }]);
        assert_eq!(failed(apart, true), 0);
    }
}
