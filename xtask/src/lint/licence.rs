//! What others' code may come to us under, and from where: `deny.toml`, checked against `cargo metadata`, offline.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use serde_json::Value;

use super::spdx;
use crate::place::Place;
use crate::process;
use crate::rust::cargo;
use crate::trouble::{Context, Trouble};
use crate::verdict::Verdict;

/// Every dependency's licence must be allowed, and every one must come from the registry.
pub fn check(place: &Place) -> Result<Verdict, Trouble> {
    let allowed = allowed(place)?;
    let mut verdict = Verdict::default();
    for package in packages(place)? {
        let text = |field: &str| package.get(field).and_then(Value::as_str);
        let name = format!("{} {}", text("name").unwrap_or("?"), text("version").unwrap_or("?"));
        let source = text("source").unwrap_or_default();
        let licence = text("license").unwrap_or_default();
        if source.is_empty() {
            continue; // Our own.
        }
        verdict.add(if !source.starts_with("registry+") {
            Verdict::failure(format!("{name} does not come from the registry"))
        } else if spdx::permits(licence, &allowed) {
            Verdict::one()
        } else {
            Verdict::failure(format!("{name}: licence \"{licence}\" is not in deny.toml"))
        });
    }
    Ok(verdict)
}

/// Known vulnerabilities, asked of cargo-deny when it and its database are on this machine.
pub fn advisories(place: &Place) -> Result<Verdict, Trouble> {
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo")));
    let database = home.as_ref().map(|home| home.join("advisory-dbs"));
    let tool = home.map(|home| home.join("bin/cargo-deny"));
    let (Some(database), Some(tool)) = (database, tool) else {
        return Ok(Verdict::skip("no Cargo home"));
    };
    if !database.is_dir() || !tool.is_file() {
        return Ok(Verdict::skip("no advisory database and cargo-deny on this machine"));
    }
    let mut command = cargo(place);
    command.args(["deny", "--offline", "check", "advisories"]);
    process::run(&command, Duration::from_secs(120), &place.log("advisories"))?;
    Ok(Verdict::one())
}

fn allowed(place: &Place) -> Result<BTreeSet<String>, Trouble> {
    let text = fs::read_to_string(place.root.join("deny.toml")).or_trouble("read deny.toml")?;
    let table: toml::Table = text.parse().or_trouble("read deny.toml")?;
    table
        .get("licenses")
        .and_then(|section| section.get("allow"))
        .and_then(toml::Value::as_array)
        .map(|list| list.iter().filter_map(toml::Value::as_str).map(str::to_owned).collect())
        .ok_or_else(|| Trouble::new("deny.toml has no licenses.allow"))
}

fn packages(place: &Place) -> Result<Vec<Value>, Trouble> {
    let said = cargo(place)
        .args(["metadata", "--format-version", "1", "--locked"])
        .output()
        .or_trouble("run cargo metadata")?;
    if !said.status.success() {
        let errors = String::from_utf8_lossy(&said.stderr).into_owned();
        return Err(Trouble::new(format!("cargo metadata failed: {errors}")));
    }
    let mut metadata: Value = serde_json::from_slice(&said.stdout).or_trouble("read metadata")?;
    match metadata.get_mut("packages").map(Value::take) {
        Some(Value::Array(packages)) => Ok(packages),
        _ => Err(Trouble::new("cargo metadata names no packages")),
    }
}
