//! npm packages as the committed lock files name them: Playwright (to drive the browser) and axe (to judge how accessible a page is), and a
//! login provider.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use super::State;
use super::stamp::Stamp;
use crate::place::Place;
use crate::process;
use crate::task_error::{Context, TaskError};

/// Installs the packages of a folder of `interop/` if they are not there; the path of `node_modules`.
pub fn install(place: &Place, what: &str) -> Result<(PathBuf, State), TaskError> {
    let folder = place.cache.join(what);
    let modules = folder.join("node_modules");
    let manifests = ["package.json", "package-lock.json"].map(|it| place.interop(&format!("{what}/{it}")));
    let stamp = Stamp::of(folder, &manifests)?;
    if stamp.is_current() && modules.is_dir() {
        return Ok((modules, State::Present));
    }

    let folder = stamp.clear()?;
    for (manifest, name) in manifests.iter().zip(["package.json", "package-lock.json"]) {
        fs::copy(manifest, folder.join(name)).or_task_error(format!("copy {name}"))?;
    }
    let mut fill = Command::new("npm");
    fill.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder);
    process::run(&fill, Duration::from_secs(300), &place.log(&format!("{what} packages")))?;
    stamp.set()?;
    Ok((modules, State::Installed))
}
