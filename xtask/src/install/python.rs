//! Virtual environments, one with the Python judges and the test authority, one with the mail relay; every package at a pinned version.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use super::State;
use super::stamp::Stamp;
use crate::place::Place;
use crate::process;
use crate::task_error::TaskError;

/// Makes the environment of `interop/NAME` if it is not there; the path of its interpreter.
pub fn install(place: &Place, name: &str) -> Result<(PathBuf, State), TaskError> {
    let folder = place.cache.join(name);
    let python = folder.join("bin/python");
    let requirements = place.interop(&format!("{name}/requirements.txt"));
    let constraints = place.interop(&format!("{name}/constraints.txt"));
    let stamp = Stamp::of(folder, &[requirements.clone(), constraints.clone()])?;
    if stamp.is_current() && python.is_file() {
        return Ok((python, State::Present));
    }

    let folder = stamp.clear()?;
    let mut create = Command::new("python3");
    create.args(["-m", "venv"]).arg(folder);
    process::run(&create, Duration::from_secs(120), &place.log(&format!("{name} venv")))?;

    let mut fill = Command::new(&python);
    fill.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
        .arg("--requirement")
        .arg(&requirements)
        .arg("--constraint")
        .arg(&constraints);
    process::run(&fill, Duration::from_secs(600), &place.log(&format!("{name} packages")))?;
    stamp.set()?;
    Ok((python, State::Installed))
}
