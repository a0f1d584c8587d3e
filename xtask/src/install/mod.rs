//! Puts on this machine what the tests need and it lacks, each tool once, at the version this repository names.

mod debian;
mod deny;
mod dss;
mod node;
mod python;
mod stamp;
mod verapdf;

use std::fs::File;
use std::path::PathBuf;

pub use debian::is_root;
pub use dss::Dss;

use crate::place::Place;
use crate::report::Report;
use crate::task_error::{Context, TaskError};
use crate::verdict::Verdict;

/// The tools of the tests, each where it lies.
#[derive(Clone, Debug)]
pub struct Tools {
    /// Interpreter of the virtual environment with pyHanko, certomancer and pySHACL.
    pub python: PathBuf,
    /// Interpreter of the virtual environment with aiosmtpd.
    pub mail: PathBuf,
    /// Launcher of veraPDF's command line.
    pub verapdf: PathBuf,
    /// Launchers of the EU's DSS.
    pub dss: Dss,
    /// Chromium.
    pub chromium: PathBuf,
    /// The folder `node_modules` with Playwright and axe.
    pub node_modules: PathBuf,
    /// The folder `node_modules` with the login provider.
    pub login_modules: PathBuf,
    /// Folder with `initdb` and `postgres`.
    pub postgres: PathBuf,
    /// cargo-deny.
    pub deny: PathBuf,
}

impl Tools {
    /// What Rust tests and scripts are told of them.
    pub fn environment(&self) -> Vec<(String, String)> {
        [
            ("SIGNET_PYTHON", &self.python),
            ("SIGNET_VERAPDF", &self.verapdf),
            ("SIGNET_DSS", &self.dss.six),
            ("SIGNET_CHROMIUM", &self.chromium),
            ("SIGNET_NODE_MODULES", &self.node_modules),
        ]
        .map(|(name, path)| (name.to_owned(), path.display().to_string()))
        .into()
    }
}

/// Whether an install step found its work done.
enum State {
    Present,
    Installed,
}

/// Installs everything and tells how it went; an error if anything is still missing.
pub fn everything(place: &Place) -> Result<Tools, TaskError> {
    let mut report = Report::new();
    with(place, &mut report).ok_or_else(|| TaskError::new("some tools are missing; what can be done is said above"))
}

/// Installs everything as steps of a larger run.
pub fn with(place: &Place, report: &mut Report) -> Option<Tools> {
    let _turn = match turn(place) {
        Ok(turn) => turn,
        Err(task_error) => {
            report.check("Tools", || Err(task_error));
            return None;
        }
    };
    let system = report.step("Debian packages", || told(debian::install(place)));
    let python = report.step("Python tools", || told(python::install(place, "python")));
    let mail = report.step("Mail relay", || told(python::install(place, "mail")));
    let node_modules = report.step("Browser tools", || told(node::install(place, "browser")));
    let login_modules = report.step("Login provider", || told(node::install(place, "login")));
    let verapdf = report.step("veraPDF", || told(verapdf::install(place)));
    let deny = deny(place, report);
    let dss = report.step("EU DSS", || told(dss::install(place)));
    let system = system?;
    Some(Tools {
        python: python?,
        mail: mail?,
        verapdf: verapdf?,
        dss: dss?,
        node_modules: node_modules?,
        login_modules: login_modules?,
        chromium: system.chromium,
        postgres: system.postgres,
        deny: deny?,
    })
}

/// Installs cargo-deny alone, as a step of a larger run.
pub fn deny(place: &Place, report: &mut Report) -> Option<PathBuf> {
    report.step("cargo-deny", || told(deny::install(place)))
}

/// Two runs on one machine install one after the other.
fn turn(place: &Place) -> Result<File, TaskError> {
    let path = place.cache.join("lock");
    let file = File::create(&path).or_task_error(format!("open {}", path.display()))?;
    file.lock().or_task_error("wait for another run's installing")?;
    Ok(file)
}

/// An install step counts as no check of the product: it only says what it did.
fn told<T>(installed: Result<(T, State), TaskError>) -> Result<(T, Verdict), TaskError> {
    installed.map(|(tool, state)| {
        let done = match state {
            State::Present => "present",
            State::Installed => "installed",
        };
        (tool, Verdict { notes: vec![done.to_owned()], ..Verdict::default() })
    })
}
