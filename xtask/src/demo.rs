//! The product itself, started as a newcomer would start it, with its register in a temporary folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

use crate::place::Place;
use crate::process::{Ending, Supervised};
use crate::task_error::{Context, TaskError};

/// From a cold start to the first answered request, on a busy machine.
const LIMIT: Duration = Duration::from_secs(120);

/// A running `signet demo`; it ends, and its register goes, when this is dropped.
pub struct Demo {
    told: Value,
    // Dropped in this order: first the server, then its files.
    _server: Supervised,
    folder: TempDir,
}

impl Demo {
    /// Starts it on a free port and reads what it says of itself.
    pub fn start(place: &Place) -> Result<Self, TaskError> {
        let folder =
            tempfile::Builder::new().prefix("signet-demo-").tempdir().or_task_error("make the demo's folder")?;
        let log = place.log("demo");
        let mut command = Command::new(place.signet());
        command
            .args(["demo", "--json", "--fresh", "--listen", "127.0.0.1:0", "--folder"])
            .arg(folder.path().join("register"))
            .current_dir(folder.path());
        let mut server = Supervised::start(&command, Ending::Terminate, &log)?;
        let told = server.wait_until(LIMIT, &log, || {
            let said = fs::read_to_string(&log).ok()?;
            said.lines().find_map(introduction)
        })?;
        Ok(Self { told, _server: server, folder })
    }

    /// Its own words: `address`, `folder`, `anchors`, `links`. The links are secrets.
    pub fn introduction(&self) -> String {
        self.told.to_string()
    }

    /// The PEM file of the root its test seals lead to.
    pub fn anchors(&self) -> Result<PathBuf, TaskError> {
        self.told
            .get("anchors")
            .and_then(Value::as_str)
            .map(|path| self.folder.path().join(path))
            .ok_or_else(|| TaskError::new("signet demo --json names no \"anchors\""))
    }

    /// Every file that it issued with one of these endings, in order of name. The register beside them keeps sealed status lists,
    /// which are no credentials.
    pub fn files(&self, endings: &[&str]) -> Result<Vec<PathBuf>, TaskError> {
        let mut found = Vec::new();
        collect(&self.folder.path().join("register/issued"), endings, &mut found)?;
        found.sort();
        Ok(found)
    }
}

/// The line that is an object and names an address; logs may be objects, too.
fn introduction(line: &str) -> Option<Value> {
    let value: Value = serde_json::from_str(line.trim()).ok()?;
    value.get("address")?.as_str()?;
    value.get("links")?.as_object()?;
    Some(value)
}

fn collect(folder: &Path, endings: &[&str], found: &mut Vec<PathBuf>) -> Result<(), TaskError> {
    let entries = fs::read_dir(folder).or_task_error(format!("look into {}", folder.display()))?;
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, endings, found)?;
        } else if path.extension().is_some_and(|it| endings.iter().any(|ending| it == *ending)) {
            found.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_introduction_is_told_from_logs() {
        assert!(introduction("Vydávám 40 mikrocertifikátů").is_none());
        assert!(introduction(r#"{"level":"INFO","address":"127.0.0.1"}"#).is_none());
        assert!(introduction(r#"{"address":"http://127.0.0.1:1","links":{}}"#).is_some());
    }
}
