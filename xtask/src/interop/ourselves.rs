//! `signet verify` beside the judges that are not ours, told in their words.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use serde_json::Value;

use super::answers::Answer;
use super::judges::JudgePanel;
use crate::process;
use crate::task_error::{Context, TaskError};

/// One file; a judgement takes some ten milliseconds, and what it fetches a little more.
const LIMIT: Duration = Duration::from_secs(60);

/// Settings that let it fetch from the authority of the tests; the rest is what settings must say, and is not used.
const SETTINGS: &str = r#"
[store]
database = "sqlite:register.db"
artefacts = "artefacts"
link_key = "link.key"

[server]
listen = "127.0.0.1:0"

[outbound]
reach = "loopback"
"#;

/// What `signet verify` says of a file as of a moment, or now.
pub fn verify(court: &JudgePanel<'_>, file: &Path, at: Option<&str>, online: bool) -> Result<Answer, TaskError> {
    let settings = court.folder.join("signet.toml");
    fs::write(&settings, SETTINGS).or_task_error("write settings for signet verify")?;
    let mut command = Command::new(court.place.signet());
    command.arg("--config").arg(&settings).args(["verify", "--json", "--anchors"]).arg(&court.root);
    if !online {
        command.arg("--offline");
    }
    if let Some(at) = at {
        command.args(["--at", at]);
    }
    let log = court.place.log("interop signet");
    process::finish(command.arg(file), LIMIT, &log)?;
    let said = fs::read_to_string(&log).or_task_error("read what signet verify said")?;
    let report = said.find('{').and_then(|start| serde_json::from_str(&said[start..]).ok());
    report.as_ref().and_then(answer).ok_or_else(|| TaskError::logged("signet verify gave no report", &log))
}

/// The verdict over the first seal of the file itself, as one answer, with what is said of each of its stamps.
fn answer(report: &Value) -> Option<Answer> {
    if let Some(why) = report.get("error") {
        return Some(Answer { word: "UNREADABLE".to_owned(), sub: Some(why.to_string()), ..Answer::default() });
    }
    let text = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let part = if text(report, "kind")? == "document" { "document" } else { "credential" };
    let sealings = report.get("sealings")?.as_array()?;
    let Some(sealing) = sealings.iter().find(|sealing| text(sealing, "part").as_deref() == Some(part)) else {
        return Some(Answer { word: "UNREADABLE".to_owned(), sub: unread(report), ..Answer::default() });
    };
    let stamps = sealing.get("stamps")?.as_array()?.iter().filter_map(|one| {
        let word =
            text(one, "indication").unwrap_or_else(|| word(&text(one, "outcome").unwrap_or_default()).to_owned());
        // The words of a stamp are those of a building block (EN 319 102-1, 5.1.2).
        Some((stamp(&text(one, "code")?)?.to_owned(), word.trim_start_matches("TOTAL_").to_owned()))
    });
    Some(Answer {
        word: word(&text(sealing, "outcome")?).to_owned(),
        sub: text(sealing, "indication"),
        level: text(sealing, "level").filter(|level| level.starts_with("B-")),
        stamps: stamps.collect(),
    })
}

/// Why the seals of a file could not be read, or that there is none.
fn unread(report: &Value) -> Option<String> {
    let groups = report.get("groups")?.as_array()?.iter();
    let findings = groups.filter_map(|group| group.get("findings")?.as_array()).flatten();
    let of = |code: &str, finding: &&Value| finding.get("code").and_then(Value::as_str) == Some(code);
    let unread = findings.clone().find(|finding| of("seal.unread", finding));
    let reason = unread.and_then(|finding| finding.get("evidence")?.get("reason")?.as_str());
    Some(reason.unwrap_or("no signature found").to_owned())
}

fn word(outcome: &str) -> &'static str {
    match outcome {
        "holds" => "TOTAL_PASSED",
        "fails" => "TOTAL_FAILED",
        _ => "INDETERMINATE",
    }
}

fn stamp(code: &str) -> Option<&'static str> {
    match code {
        "seal.signature-stamp" => Some("signature stamp"),
        "seal.content-stamp" => Some("content stamp"),
        "seal.archive-stamp" => Some("archive stamp"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_report_is_told_in_the_words_of_the_standard() {
        let report = serde_json::json!({
            "kind": "document",
            "groups": [{ "name": "seal", "findings": [{ "code": "seal.integrity", "part": "document", "outcome": "holds" }] }],
            "sealings": [
                { "part": "document", "level": "B-LT", "outcome": "cannot_tell", "indication": "TRY_LATER", "stamps": [
                    { "code": "seal.signature-stamp", "outcome": "holds", "indication": null },
                    { "code": "seal.archive-stamp", "outcome": "fails", "indication": "HASH_FAILURE" },
                ] },
                { "part": "document", "level": "B-B", "outcome": "fails", "indication": "HASH_FAILURE", "stamps": [] },
                { "part": "embedded", "level": "B-B", "outcome": "holds", "indication": null, "stamps": [] },
            ],
        });
        let said = answer(&report).unwrap();
        assert_eq!(said.to_string(), "INDETERMINATE TRY_LATER B-LT (archive stamp HASH_FAILURE)");
        let unread = serde_json::json!({
            "kind": "document",
            "groups": [{ "findings": [{ "code": "seal.unread", "evidence": { "reason": "too many" } }] }],
            "sealings": [],
        });
        assert_eq!(answer(&unread).unwrap().to_string(), "UNREADABLE too many");
    }
}
