//! veraPDF, the judge of PDF/A and PDF/UA, as a jar with a launcher.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use super::State;
use super::stamp::Stamp;
use crate::place::Place;
use crate::process;
use crate::task_error::{Context, TaskError};

/// Finds its jars beside itself, wherever it is called from.
const LAUNCHER: &str = "#!/bin/sh\n\
    exec java -Djava.awt.headless=true -cp \"$(dirname \"$0\")/lib/*\" \
    org.verapdf.apps.GreenfieldCliWrapper \"$@\"\n";

/// Fetches the jar if it is not there; the path of the launcher.
pub fn install(place: &Place) -> Result<(PathBuf, State), TaskError> {
    let folder = place.cache.join("verapdf");
    let launcher = folder.join("verapdf");
    let manifest = place.interop("verapdf/pom.xml");
    let stamp = Stamp::of(folder, std::slice::from_ref(&manifest))?;
    if stamp.is_current() && launcher.is_file() {
        return Ok((launcher, State::Present));
    }

    let folder = stamp.clear()?;
    let mut fetch = Command::new("mvn");
    fetch
        .args(["--quiet", "--batch-mode", "--file"])
        .arg(&manifest)
        .arg("dependency:copy-dependencies")
        .arg(format!("-DoutputDirectory={}", folder.join("lib").display()));
    process::run(&fetch, Duration::from_secs(600), &place.log("verapdf"))?;

    fs::write(&launcher, LAUNCHER).or_task_error("write veraPDF's launcher")?;
    fs::set_permissions(&launcher, fs::Permissions::from_mode(0o755))
        .or_task_error("make veraPDF's launcher a program")?;
    stamp.set()?;
    Ok((launcher, State::Installed))
}
