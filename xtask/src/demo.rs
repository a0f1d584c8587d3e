//! The product itself, started as a newcomer would start it, with its register in a temporary folder.

use std::fs::{self, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

use crate::place::Place;
use crate::process::{self, Ending, Supervised};
use crate::service::{LoginProviders, Postgres, free_address};
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
    /// Starts it on a free port and reads what it says of itself. With login providers people can sign in to it through the university's.
    pub fn start(place: &Place, login: Option<&LoginProviders>) -> Result<Self, TaskError> {
        let address = login.map_or_else(|| "127.0.0.1:0".to_owned(), LoginProviders::demo_address);
        let log = place.log("demo");
        Self::start_with(place, &address, &log, login.map(|login| |register: &Path| know_the_provider(register, login)))
    }

    /// The same with its rows in an empty database of PostgreSQL.
    pub fn start_on(place: &Place, postgres: &Postgres) -> Result<Self, TaskError> {
        let log = place.log("demo on PostgreSQL");
        let keep = |register: &Path| keep_rows_in(register, postgres.url());
        Self::start_with(place, &free_address()?, &log, Some(keep))
    }

    /// `settle` changes the settings before it serves.
    fn start_with(
        place: &Place,
        address: &str,
        log: &Path,
        settle: Option<impl Fn(&Path) -> io::Result<()>>,
    ) -> Result<Self, TaskError> {
        let folder =
            tempfile::Builder::new().prefix("signet-demo-").tempdir().or_task_error("make the demo's folder")?;
        let register = folder.path().join("register");
        let demo = |more: &[&str]| {
            let mut command = Command::new(place.signet());
            command.args(["demo", "--json", "--listen", address]).args(more).arg("--folder").arg(&register);
            command.current_dir(folder.path());
            command
        };
        if let Some(settle) = settle {
            process::run(&demo(&["--no-serve"]), LIMIT, log)?;
            settle(&register).or_task_error("write the demo's settings")?;
            // Its introduction is that of the run that serves.
            fs::remove_file(log).or_task_error("empty the demo's log")?;
        }
        let command = demo(&[]);
        let mut server = Supervised::start(&command, Ending::Terminate, log)?;
        let told = server.wait_until(LIMIT, log, || {
            let said = fs::read_to_string(log).ok()?;
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

/// Adds the university's login provider to the demo's settings.
fn know_the_provider(register: &Path, login: &LoginProviders) -> io::Result<()> {
    let secret = register.join("login.secret");
    fs::write(&secret, login.demo_secret())?;
    fs::set_permissions(&secret, Permissions::from_mode(0o600))?;
    let mut settings = OpenOptions::new().append(true).open(register.join("signet.toml"))?;
    settings.write_all(login.demo_settings().as_bytes())
}

/// Names another database in the demo's settings; what it is to hold is put into it again.
fn keep_rows_in(register: &Path, address: &str) -> io::Result<()> {
    let settings = register.join("signet.toml");
    let said = fs::read_to_string(&settings)?;
    let other = said.replace("database = \"sqlite:register.db\"", &format!("database = \"{address}\""));
    if other == said {
        Err(io::Error::other("the demo's settings name no database"))
    } else {
        fs::write(settings, other)
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
