//! What surrounds the claims: contexts, types, identifier, kind.

use crate::json::Value;
use crate::node::identity;
use crate::profile::{CONTEXTS, ProfileKind};

use super::finding::{Code, FormatFinding};
use super::lexical;

/// Checks the envelope and says by which kind's rules the rest is to be checked.
pub(super) fn check(root: Value<'_>, findings: &mut Vec<FormatFinding>) -> ProfileKind {
    let mut report = |code: Code, path: &str, expected: &str, found: &str| {
        findings.push(FormatFinding {
            code,
            path: path.to_owned(),
            annex: None,
            expected: expected.to_owned(),
            found: found.to_owned(),
        });
    };
    let named = root.get("@context").filter(|contexts| contexts.text().is_none());
    let contexts: Vec<Option<&str>> = named.into_iter().flat_map(Value::each).map(Value::text).collect();
    if contexts != CONTEXTS.map(Some) {
        report(Code::Context, "$[\"@context\"]", "", "");
    }
    let types: Vec<&str> = root.all("type").filter_map(Value::text).collect();
    if !["VerifiableCredential", "EuropeanDigitalCredential"].iter().all(|wanted| types.contains(wanted)) {
        report(Code::Types, "$.type", "", "");
    }
    if !root.get("id").and_then(Value::text).is_some_and(lexical::is_absolute_uri) {
        report(Code::Identifier, "$.id", "", "");
    }
    let profiles: Vec<Value<'_>> = root.all("credentialProfiles").collect();
    let uris: Vec<&str> = profiles.iter().filter_map(|profile| identity(*profile)).collect();
    let kind = uris.iter().find_map(|uri| ProfileKind::of_concept(uri));
    if kind.is_none() && !profiles.is_empty() {
        report(Code::Profile, "$.credentialProfiles", "", uris.first().unwrap_or(&""));
    }
    let kind = kind.unwrap_or(ProfileKind::Generic);
    let schemas: Vec<&str> = root.all("credentialSchema").filter_map(identity).collect();
    if !schemas.is_empty() && !schemas.contains(&kind.schema()) {
        report(Code::Schema, "$.credentialSchema", kind.schema(), "");
    }
    kind
}
