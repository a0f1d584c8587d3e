//! `signet verify` beside the judges that are not ours, told in their words.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use serde_json::Value;

use super::heard::Answer;
use super::judges::Court;
use crate::process;
use crate::trouble::{Context, Trouble};

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
pub fn verify(court: &Court<'_>, file: &Path, at: Option<&str>, online: bool) -> Result<Answer, Trouble> {
    let settings = court.folder.join("signet.toml");
    fs::write(&settings, SETTINGS).or_trouble("write settings for signet verify")?;
    let mut command = Command::new(court.place.signet());
    command.arg("--config").arg(&settings).args(["verify", "--json", "--anchors"]).arg(&court.root);
    if !online {
        command.arg("--offline");
    }
    if let Some(at) = at {
        command.args(["--at", at]);
    }
    let log = court.place.log("trial signet");
    process::finish(command.arg(file), LIMIT, &log)?;
    let said = fs::read_to_string(&log).or_trouble("read what signet verify said")?;
    let report = said.find('{').and_then(|start| serde_json::from_str(&said[start..]).ok());
    report.as_ref().and_then(answer).ok_or_else(|| Trouble::logged("signet verify gave no report", &log))
}

/// The report's findings about the seal of the file itself, as one answer: stamps each by itself, of the rest the worst.
fn answer(report: &Value) -> Option<Answer> {
    if let Some(why) = report.get("error") {
        return Some(Answer { word: "UNREADABLE".to_owned(), sub: Some(why.to_string()), ..Answer::default() });
    }
    let part = if report.get("kind")?.as_str()? == "document" { "document" } else { "credential" };
    let groups = report.get("groups")?.as_array()?;
    let seal = groups.iter().find(|group| group.get("name").and_then(Value::as_str) == Some("seal"))?;
    let mut answer = Answer { word: "TOTAL_PASSED".to_owned(), ..Answer::default() };
    for finding in seal.get("findings")?.as_array()? {
        let text = |name: &str| finding.get(name).and_then(Value::as_str);
        if text("part") != Some(part) {
            continue;
        }
        let indication = text("indication").map(str::to_owned);
        let word = match text("outcome")? {
            "holds" => "PASSED",
            "fails" => "TOTAL_FAILED",
            _ => "INDETERMINATE",
        };
        if let Some(kind) = stamp(text("code")?) {
            answer.stamps.push((kind.to_owned(), indication.unwrap_or_else(|| word.to_owned())));
        } else if word != "PASSED" && finding.get("advisory") != Some(&Value::Bool(true)) && outweighs(word, &answer) {
            answer.word = word.to_owned();
            answer.sub = indication;
        }
    }
    let sealings = report.get("sealings")?.as_array()?;
    let sealing = sealings.iter().find(|sealing| sealing.get("part").and_then(Value::as_str) == Some(part));
    let level = sealing.and_then(|sealing| sealing.get("level")?.as_str());
    answer.level = level.filter(|level| level.starts_with("B-")).map(str::to_owned);
    Some(answer)
}

fn stamp(code: &str) -> Option<&'static str> {
    match code {
        "seal.signature-stamp" => Some("signature stamp"),
        "seal.content-stamp" => Some("content stamp"),
        "seal.archive-stamp" => Some("archive stamp"),
        _ => None,
    }
}

/// What fails outweighs what cannot be told; of its like, the first counts.
fn outweighs(word: &str, answer: &Answer) -> bool {
    match answer.word.as_str() {
        "TOTAL_PASSED" => true,
        "INDETERMINATE" => word == "TOTAL_FAILED",
        _ => false,
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
            "groups": [{ "name": "seal", "findings": [
                { "code": "seal.integrity", "part": "document", "outcome": "holds" },
                { "code": "seal.revocation", "part": "document", "outcome": "cannot_tell", "indication": "TRY_LATER" },
                { "code": "seal.baseline", "part": "document", "outcome": "fails", "advisory": true },
                { "code": "seal.integrity", "part": "embedded", "outcome": "fails", "indication": "HASH_FAILURE" },
                { "code": "seal.archive-stamp", "part": "document", "outcome": "fails", "indication": "HASH_FAILURE" },
            ]}],
            "sealings": [{ "part": "document", "level": "B-LTA" }],
        });
        let answer = answer(&report).unwrap();
        assert_eq!(answer.to_string(), "INDETERMINATE TRY_LATER B-LTA (archive stamp HASH_FAILURE)");
    }
}
