//! cargo-deny, which judges what others' code may come to us under, from where, and whether it is known to be broken.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use super::State;
use super::stamp::Stamp;
use crate::place::Place;
use crate::process;
use crate::rust::cargo;
use crate::task_error::{Context, TaskError};

/// Compiled unoptimised it takes about two minutes on two cores, and each check a second.
const LIMIT: Duration = Duration::from_secs(1_500);

/// Compiles the pinned version if it is not there; the path of the program.
pub fn install(place: &Place) -> Result<(PathBuf, State), TaskError> {
    let folder = place.cache.join("deny");
    let program = folder.join("bin/cargo-deny");
    let pinned = place.interop("deny/version");
    let version = fs::read_to_string(&pinned).or_task_error(format!("read {}", pinned.display()))?;
    let stamp = Stamp::of(folder, &[pinned])?;
    if stamp.is_current() && program.is_file() {
        return Ok((program, State::Present));
    }

    let folder = stamp.clear()?;
    let mut command = cargo(place);
    command
        .args(["install", "--quiet", "--locked", "cargo-deny", "--version", version.trim(), "--root"])
        .arg(folder)
        // Not among our own: other features, another profile, and nothing of it is needed again.
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256");
    process::run(&command, LIMIT, &place.log("cargo-deny"))?;
    fs::remove_dir_all(folder.join("target")).or_task_error("remove what cargo-deny was compiled from")?;
    stamp.set()?;
    Ok((program, State::Installed))
}
