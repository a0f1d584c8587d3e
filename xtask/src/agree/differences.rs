//! Where we differ from the EU's shapes on purpose. Each difference has its paragraph, of the same name, in docs/divergences.md.

use serde_json::Value;

/// A difference: we object, and the shapes do not.
#[derive(Debug)]
pub struct Difference {
    /// Its heading in docs/divergences.md.
    pub name: &'static str,
    /// Code of our finding.
    code: &'static str,
    /// Which findings of that code, when it is not all of them.
    only: Only,
    /// What we see and what the shapes see are no longer the same things, so neither are the other findings.
    pub parts: bool,
}

#[derive(Debug)]
enum Only {
    All,
    /// The place ends in one of these members.
    At(&'static [&'static str]),
    /// What we expected holds this word.
    Expecting(&'static str),
}

/// Members that a later edition of the profile allows and 1.1.0 cannot write: where they have a type we have no objection.
pub const LATER: &[&str] = &["credentialStatus", "termsOfUse"];

/// Members whose rule the contexts miss: what they hold is checked as it was meant.
const OVERLOOKED: &[&str] = &[
    "nationalID",
    "nationalId",
    "resultDestribution",
    "resultDistribution",
    "areaDialingCode",
    "latitude",
    "longitude",
];

/// All differences. What `unreadable` is for us the shapes never see.
#[rustfmt::skip]
pub const DIFFERENCES: &[Difference] = &[
    Difference { name: "The contexts", code: "format.context", only: Only::All, parts: true },
    Difference { name: "The types of a credential", code: "format.types", only: Only::All, parts: true },
    Difference { name: "A file without a subject", code: "unreadable", only: Only::All, parts: true },
    Difference { name: "One credential in a file", code: "format.credential-node", only: Only::All, parts: true },
    Difference { name: "Kinds of credential", code: "format.profile", only: Only::All, parts: false },
    Difference { name: "The schema a credential names", code: "format.schema", only: Only::All, parts: false },
    Difference { name: "Names around the contexts", code: "format.keyword", only: Only::All, parts: true },
    Difference { name: "Identifiers", code: "format.identifier", only: Only::All, parts: true },
    Difference { name: "One identifier, one content", code: "format.same-identifier", only: Only::All, parts: true },
    Difference { name: "Lists in lists", code: "format.nested", only: Only::All, parts: true },
    Difference { name: "A claim is of a claim's class", code: "format.class", only: Only::Expecting("LearningEntitlement, Claim"), parts: false },
    Difference { name: "Members that the contexts misspell", code: "format.class", only: Only::At(OVERLOOKED), parts: false },
    Difference { name: "Members that the contexts misspell", code: "format.missing", only: Only::At(OVERLOOKED), parts: false },
    Difference { name: "Members that the contexts misspell", code: "format.too-many", only: Only::At(OVERLOOKED), parts: false },
    Difference { name: "Members that the contexts misspell", code: "format.text", only: Only::At(OVERLOOKED), parts: false },
    Difference { name: "Codes that do not exist", code: "format.unknown-code", only: Only::All, parts: false },
    Difference { name: "Language codes", code: "format.language-tag", only: Only::All, parts: false },
    Difference { name: "Dates and times", code: "format.date-time", only: Only::All, parts: false },
    Difference { name: "Durations", code: "format.duration", only: Only::All, parts: false },
    Difference { name: "Decimal numbers", code: "format.number", only: Only::At(&["value"]), parts: false },
    Difference { name: "Addresses", code: "format.uri", only: Only::All, parts: false },
    Difference { name: "The holder's name", code: "format.learner-name", only: Only::All, parts: false },
];

impl Difference {
    /// The difference that a finding of ours is, if it is one.
    pub fn of(finding: &Value) -> Option<&'static Difference> {
        let text = |name: &str| finding.get(name).and_then(Value::as_str).unwrap_or_default();
        let member = text("path").rsplit('.').next().unwrap_or_default();
        let member = member.split('[').next().unwrap_or_default();
        DIFFERENCES.iter().filter(|difference| difference.code == text("code")).find(|difference| {
            match difference.only {
                Only::All => true,
                Only::At(members) => members.contains(&member),
                Only::Expecting(word) => text("expected").contains(word),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::BTreeSet;

    use super::*;
    use serde_json::json;

    #[test]
    fn every_difference_is_explained_and_every_explanation_is_of_a_difference() {
        let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/divergences.md");
        let page = std::fs::read_to_string(page).unwrap();
        let (_, listed) = page.split_once("## Stricter").unwrap();
        let (listed, _) = listed.split_once("\n## ").unwrap();
        let explained: BTreeSet<&str> = listed.lines().filter_map(|line| line.strip_prefix("### ")).collect();
        let differences: BTreeSet<&str> = DIFFERENCES.iter().map(|difference| difference.name).collect();
        assert_eq!(explained, differences);
        let (_, laxer) = page.split_once("## Laxer").unwrap();
        assert!(LATER.iter().all(|member| laxer.contains(&format!("`{member}`"))));
        for difference in DIFFERENCES {
            let (_, paragraph) = listed.split_once(&format!("### {}\n", difference.name)).unwrap();
            let paragraph = paragraph.split("### ").next().unwrap();
            assert!(paragraph.contains(&format!("`{}`", difference.code)), "{}: {}", difference.name, difference.code);
        }
    }

    #[test]
    fn a_finding_is_a_difference_by_its_code_and_its_place() {
        let finding = |code: &str, path: &str| json!({ "code": code, "path": path, "expected": "LegalIdentifier" });
        let name = |finding: Value| Difference::of(&finding).map(|difference| difference.name);
        assert_eq!(name(finding("format.schema", "$.credentialSchema")), Some("The schema a credential names"));
        assert_eq!(
            name(finding("format.class", "$.credentialSubject.nationalID[1]")),
            Some("Members that the contexts misspell")
        );
        assert_eq!(name(finding("format.class", "$.issuer.eIDASIdentifier")), None);
    }
}
