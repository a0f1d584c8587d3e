//! `signet credential explain`: what a credential says, element by element.

use serde_json::{Value, json};
use signet_credential::profile::{Count, Range};
use signet_credential::{ELEMENTS_MAX, ExplainedElement, Says, annex_label};
use signet_lang::{Locale, args};

use crate::{
    cli::CredentialExplainArgs,
    exit::{CommandError, Exit},
    terminal::say,
};

/// Reads, explains, and says what the check finds.
pub fn run(args: &CredentialExplainArgs, locale: Locale) -> Result<Exit, CommandError> {
    let credential = super::credential(&args.file, locale)?;
    let elements = signet_credential::explain(&credential, locale.language());
    let findings = signet_credential::check(&credential);
    if args.json {
        let elements: Vec<Value> = elements.iter().map(|element| as_json(element, locale)).collect();
        let findings: Vec<Value> = findings.iter().map(|finding| super::finding_json(finding, locale)).collect();
        say!("{}", serde_json::to_string_pretty(&json!({ "elements": elements, "findings": findings }))?);
        return Ok(Exit::Success);
    }
    for element in &elements {
        say!("{}", element.path);
        say!("    {}", about(element, locale));
        say!("    {}", value(&element.says, locale));
    }
    if elements.len() >= ELEMENTS_MAX {
        say!("{}", locale.credential_too_many(ELEMENTS_MAX));
    }
    say!();
    if findings.is_empty() {
        say!("{}", locale.credential_clean());
    }
    for finding in &findings {
        say!("{}", super::finding_line(finding, locale));
    }
    Ok(Exit::Success)
}

/// Class and member, rule, item of Annex I.
fn about(element: &ExplainedElement, locale: Locale) -> String {
    let mut parts = vec![format!("{}.{}", element.owner, element.member)];
    parts.push(match element.rule {
        Some((count, range)) => format!("{}, {}", counted(count, locale), expected(range, locale)),
        None => locale.credential_no_rule(),
    });
    parts.extend(element.annex.map(|item| {
        locale.credential_annex(args::CredentialAnnex { item: annex_label(item, locale), number: item.number() })
    }));
    parts.join(" · ")
}

fn counted(count: Count, locale: Locale) -> String {
    match (count.min, count.max) {
        (1, 1) => locale.credential_exactly_one(),
        (0, 1) => locale.credential_at_most_one(),
        (0, _) => locale.credential_any_number(),
        _ => locale.credential_at_least_one(),
    }
}

fn expected(range: Range, locale: Locale) -> String {
    match range {
        Range::Words(_) => locale.credential_range_words(),
        Range::DateTime => locale.credential_range_moment(),
        Range::Duration => locale.credential_range_duration(),
        Range::Integer | Range::Positive | Range::Percentage | Range::Decimal => locale.credential_range_number(),
        Range::Boolean => locale.credential_range_truth(),
        Range::Uri | Range::Reference => locale.credential_range_uri(),
        Range::Node(classes) => locale.credential_range_object(classes.join(", ")),
        Range::Concept => locale.credential_range_concept(),
        Range::Listed(scheme) => locale.credential_range_listed(scheme.uri()),
        Range::Text | Range::Literal => locale.credential_range_text(),
        _ => locale.credential_range_lost(),
    }
}

fn value(says: &Says, locale: Locale) -> String {
    match says {
        Says::Object { class } => format!("→ {class}"),
        Says::Again { class, path } => locale.credential_again(args::CredentialAgain { class, path }),
        Says::Concept { uri, label, .. } if label.is_empty() => uri.clone(),
        Says::Concept { uri, label, .. } => format!("{label} <{uri}>"),
        Says::Text(text) => text.clone(),
        Says::File { length } => locale.credential_file(*length),
    }
}

fn as_json(element: &ExplainedElement, locale: Locale) -> Value {
    let (kind, says) = match &element.says {
        Says::Object { class } => ("object", json!({ "class": class })),
        Says::Again { class, path } => ("again", json!({ "class": class, "path": path })),
        Says::Concept { uri, label, scheme } => ("concept", json!({ "uri": uri, "label": label, "scheme": scheme })),
        Says::Text(text) => ("text", json!(text)),
        Says::File { length } => ("file", json!({ "length": length })),
    };
    json!({
        "path": element.path,
        "class": element.owner,
        "member": element.member,
        "rule": element.rule.map(|(count, range)| json!({
            "min": count.min,
            "max": Some(count.max).filter(|max| *max != usize::MAX),
            "expects": expected(range, locale),
        })),
        "annex": element.annex.map(|item| json!({ "number": item.number(), "label": annex_label(item, locale) })),
        kind: says,
    })
}
