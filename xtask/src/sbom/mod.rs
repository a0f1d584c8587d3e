//! What is in the product: a bill of materials (CycloneDX 1.6, ECMA-424), made from the lock file alone, the same for the same sources.

mod graph;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

use crate::place::Place;
use crate::process;
use crate::rust::cargo;
use crate::task_error::{Context, TaskError};
use crate::verdict::Verdict;
use graph::{Graph, Package};

/// The package whose binary is the product.
const PRODUCT: &str = "signet-app";
/// The platform whose dependencies are meant.
const PLATFORM: &str = "x86_64-unknown-linux-gnu";

/// Writes the bill into a file.
pub fn write(place: &Place, file: &Path) -> Result<Verdict, TaskError> {
    let bill = bill(place)?;
    let count = bill.get("components").and_then(Value::as_array).map_or(0, Vec::len);
    let text = serde_json::to_string_pretty(&bill).or_task_error("write the bill of materials")?;
    fs::write(file, text + "\n").or_task_error(format!("write {}", file.display()))?;
    Ok(Verdict { notes: vec![format!("{count} components in {}", file.display())], ..Verdict::default() })
}

/// Makes the bill and puts it before the official schema.
pub fn judge(place: &Place, python: &Path) -> Result<Verdict, TaskError> {
    let file = place.target.join("signet.cdx.json");
    write(place, &file)?;
    let log = place.log("bill of materials");
    let mut command = std::process::Command::new(python);
    command.arg(place.interop("python/check_sbom.py")).arg(&file);
    process::run(&command, Duration::from_secs(120), &log)?;
    Verdict::of_log(&log, Verdict::from_tap)
}

fn bill(place: &Place) -> Result<Value, TaskError> {
    let said = cargo(place)
        .args(["metadata", "--format-version", "1", "--locked", "--filter-platform", PLATFORM])
        .output()
        .or_task_error("run cargo metadata")?;
    if !said.status.success() {
        return Err(TaskError::new(format!("cargo metadata failed: {}", String::from_utf8_lossy(&said.stderr))));
    }
    let metadata: Value = serde_json::from_slice(&said.stdout).or_task_error("read metadata")?;
    let lock = fs::read_to_string(place.root.join("Cargo.lock")).or_task_error("read Cargo.lock")?;
    of(&metadata, &checksums(&lock)?)
}

/// SHA-256 of each package as the registry has it, by name and version.
fn checksums(lock: &str) -> Result<BTreeMap<(String, String), String>, TaskError> {
    let table: toml::Table = lock.parse().or_task_error("read Cargo.lock")?;
    let packages = table.get("package").and_then(toml::Value::as_array).map_or(&[][..], Vec::as_slice);
    let text = |package: &toml::Value, key: &str| package.get(key).and_then(toml::Value::as_str).map(str::to_owned);
    let known = packages.iter().filter_map(|package| {
        let key = (text(package, "name")?, text(package, "version")?);
        Some((key, text(package, "checksum")?))
    });
    Ok(known.collect())
}

fn of(metadata: &Value, checksums: &BTreeMap<(String, String), String>) -> Result<Value, TaskError> {
    let graph = Graph::of(metadata, PRODUCT)?;
    let component = |package: &Package<'_>| component(package, checksums);
    let components: Vec<Value> = graph.others().map(component).collect();
    let dependencies: Vec<Value> = graph
        .packages()
        .map(|package| json!({ "ref": package.reference(), "dependsOn": graph.needs(package) }))
        .collect();
    let product = graph.product();
    Ok(json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": product.reference(),
                "name": "signet",
                "version": product.version,
                "purl": product.reference(),
                "licenses": [{ "expression": product.licence() }],
            },
        },
        "components": components,
        "dependencies": dependencies,
    }))
}

fn component(package: &Package<'_>, checksums: &BTreeMap<(String, String), String>) -> Value {
    let mut component = json!({
        "type": "library",
        "bom-ref": package.reference(),
        "name": package.name,
        "version": package.version,
        // What only builds the product is not in it.
        "scope": if package.is_shipped { "required" } else { "excluded" },
        "purl": package.reference(),
        "licenses": [{ "expression": package.licence() }],
    });
    if let Some(checksum) = checksums.get(&(package.name.to_owned(), package.version.to_owned())) {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    if let Some(repository) = package.repository {
        component["externalReferences"] = json!([{ "type": "vcs", "url": repository }]);
    }
    component
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_bill_names_what_is_shipped_with_licence_and_digest_and_is_made_the_same_again() {
        let place = Place::find().unwrap();
        let (one, two) = (bill(&place).unwrap(), bill(&place).unwrap());
        assert_eq!(one, two);
        let components = one["components"].as_array().unwrap();
        let find = |name: &str| components.iter().find(|one| one["name"] == name);
        let sqlx = find("sqlx").unwrap();
        assert_eq!((&sqlx["scope"], &sqlx["type"]), (&json!("required"), &json!("library")));
        assert!(sqlx["purl"].as_str().unwrap().starts_with("pkg:cargo/sqlx@"));
        assert_eq!(sqlx["hashes"][0]["content"].as_str().unwrap().len(), 64);
        assert_eq!(find("thiserror-impl").unwrap()["scope"], "excluded", "it runs only in the compiler");
        assert!(find("proptest").is_none() && find("xtask").is_none(), "what only tests use is not in the product");
        assert!(components.iter().all(|one| !one["licenses"][0]["expression"].as_str().unwrap().contains('/')));
        let references: Vec<&Value> = components.iter().map(|one| &one["bom-ref"]).collect();
        let mut sorted = references.clone();
        sorted.sort_by_key(|one| one.as_str());
        sorted.dedup();
        assert_eq!(references, sorted, "in order, each once");
    }
}
