//! What others' code may come to us under, from where, and whether it is known to be broken: `deny.toml`, judged by cargo-deny.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::place::Place;
use crate::process;
use crate::task_error::{Context, TaskError};
use crate::verdict::Verdict;

/// Fetching included.
const LIMIT: Duration = Duration::from_secs(300);

/// What cargo-deny says when it cannot have the database.
const NOT_FETCHED: &str = "failed to fetch advisory database";

/// Set to anything where the network is known to be there: then advisories that cannot be checked are a failure.
const REQUIRED: &str = "SIGNET_ADVISORIES_REQUIRED";

/// Licences, sources and banned crates.
pub fn policy(place: &Place, deny: &Path) -> Result<Verdict, TaskError> {
    process::run(&check(place, deny, &["bans", "licenses", "sources"]), LIMIT, &place.log("dependencies"))?;
    Ok(Verdict { passed: 3, ..Verdict::default() })
}

/// Known vulnerabilities and withdrawn versions, by the database of RustSec; by the one that was fetched last where it is out of reach.
pub fn advisories(place: &Place, deny: &Path) -> Result<Verdict, TaskError> {
    let log = place.log("advisories");
    let status = process::finish(&check(place, deny, &["advisories"]), LIMIT, &log)?;
    if status.success() {
        return Ok(Verdict::one());
    }
    let said = fs::read_to_string(&log).or_task_error("read what cargo-deny says")?;
    if !said.contains(NOT_FETCHED) {
        return Err(TaskError::logged("cargo-deny found something", &log));
    }
    let kept = process::finish(&check(place, deny, &["--disable-fetch", "advisories"]), LIMIT, &log)?;
    Ok(match (kept.success(), env::var_os(REQUIRED).is_some()) {
        (true, _) => Verdict {
            notes: vec!["by the advisories fetched last; newer ones are out of reach".into()],
            ..Verdict::one()
        },
        (false, true) => Verdict::failure(unchecked()),
        (false, false) => Verdict::skip(unchecked()),
    })
}

fn unchecked() -> String {
    format!(
        "ADVISORIES WERE NOT CHECKED: their database is out of reach from this machine, and none was fetched before. \
         With {REQUIRED}=1 this is a failure."
    )
}

fn check(place: &Place, deny: &Path, what: &[&str]) -> Command {
    let mut command = Command::new(deny);
    command.args(["--locked", "--color", "never", "check"]).args(what).current_dir(&place.root);
    command
}
