//! The EU's DSS, the judge of seals: our small program over it, built once for each edition.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::State;
use super::stamp::Stamp;
use crate::place::Place;
use crate::process;
use crate::task_error::{Context, TaskError};

/// Finds its jars beside itself, wherever it is called from.
const LAUNCHER: &str = "#!/bin/sh\n\
    folder=\"$(dirname \"$0\")\"\n\
    exec java -Djava.awt.headless=true -cp \"$folder/judge.jar:$folder/lib/*\" signet.interop.Main \"$@\"\n";

/// The launchers of both editions.
#[derive(Clone, Debug)]
pub struct Dss {
    /// 5.11.1, which the EU's open credential code uses.
    pub five: PathBuf,
    /// The newest 6.x.
    pub six: PathBuf,
}

/// Builds what is not there; where it lies.
pub fn install(place: &Place) -> Result<(Dss, State), TaskError> {
    let project = place.interop("dss");
    let folder = place.cache.join("dss");
    let launcher = |edition: &str| folder.join(edition).join("judge");
    let dss = Dss { five: launcher("dss5"), six: launcher("dss6") };
    let mut manifests = vec![project.join("pom.xml")];
    sources(&project.join("src"), &mut manifests)?;
    manifests.sort();
    let stamp = Stamp::of(folder.clone(), &manifests)?;
    if stamp.is_current() && dss.five.is_file() && dss.six.is_file() {
        return Ok((dss, State::Present));
    }

    stamp.clear()?;
    for edition in ["dss5", "dss6"] {
        build(place, edition, &folder.join(edition))?;
    }
    stamp.set()?;
    Ok((dss, State::Installed))
}

fn build(place: &Place, edition: &str, folder: &Path) -> Result<(), TaskError> {
    let mut command = Command::new("mvn");
    command
        .args(["--quiet", "--batch-mode", "--activate-profiles", edition, "--file"])
        .arg(place.interop("dss/pom.xml"))
        .arg(format!("-Dout={}", folder.display()))
        .arg("package");
    process::run(&command, Duration::from_secs(900), &place.log(&format!("dss {edition}")))?;

    let launcher = folder.join("judge");
    fs::write(&launcher, LAUNCHER).or_task_error("write DSS's launcher")?;
    fs::set_permissions(&launcher, fs::Permissions::from_mode(0o755)).or_task_error("make DSS's launcher a program")
}

/// Every Java file in and under a folder.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), TaskError> {
    let entries = fs::read_dir(folder).or_task_error(format!("look into {}", folder.display()))?;
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found)?;
        } else if path.extension() == Some(OsStr::new("java")) {
            found.push(path);
        }
    }
    Ok(())
}
