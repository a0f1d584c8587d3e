//! What comes from Debian: the database, a token for keys, the browser with letters to draw, the readers of PDF, and the runtimes of the judges.

use std::env;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::State;
use crate::place::Place;
use crate::process;
use crate::task_error::TaskError;

/// The Debian tools whose place is not simply "on the path".
pub struct System {
    /// Folder with `initdb` and `postgres`.
    pub postgres: PathBuf,
    /// The browser.
    pub chromium: PathBuf,
}

/// A need is met when its probe finds something, wherever that came from.
enum Probe {
    /// A program on the path.
    Program(&'static str),
    /// A program that succeeds with these arguments.
    Works(&'static str, &'static [&'static str]),
    /// A folder of fonts that is not empty.
    Folder(&'static str),
    /// PostgreSQL's server programs, which Debian keeps off the path.
    PostgresServer,
}

const NEEDS: &[(Probe, &str)] = &[
    (Probe::Program("g++"), "g++"),
    (Probe::Program("setpriv"), "util-linux"),
    (Probe::Program("kill"), "procps"),
    (Probe::Works("python3", &["-c", "import ensurepip, venv"]), "python3-venv"),
    (Probe::Program("java"), "default-jre-headless"),
    (Probe::Program("javac"), "default-jdk-headless"),
    (Probe::Program("mvn"), "maven"),
    (Probe::Program("node"), "nodejs"),
    (Probe::Program("npm"), "npm"),
    (Probe::PostgresServer, "postgresql"),
    (Probe::Program("softhsm2-util"), "softhsm2"),
    (Probe::Program("chromium"), "chromium"),
    (Probe::Folder("/usr/share/fonts/truetype/dejavu"), "fonts-dejavu-core"),
    (Probe::Program("pdffonts"), "poppler-utils"),
    (Probe::Program("qpdf"), "qpdf"),
];

/// Installs what is missing, as root; otherwise says what root would have to run.
pub fn install(place: &Place) -> Result<(System, State), TaskError> {
    let missing: Vec<&str> = NEEDS.iter().filter(|(probe, _)| !probe.met()).map(|(_, package)| *package).collect();
    if missing.is_empty() {
        return Ok((find()?, State::Present));
    }
    if !is_root() {
        return Err(TaskError::new(format!(
            "missing: {0}\nrun as root: apt-get update && apt-get install --no-install-recommends {0}",
            missing.join(" ")
        )));
    }
    apt(place, "update", &["update"])?;
    let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
    arguments.extend(&missing);
    apt(place, "install", &arguments)?;
    Ok((find()?, State::Installed))
}

fn apt(place: &Place, step: &str, arguments: &[&str]) -> Result<(), TaskError> {
    let mut command = Command::new("apt-get");
    command.arg("-q").args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    process::run(&command, Duration::from_secs(900), &place.log(&format!("apt {step}")))
}

fn find() -> Result<System, TaskError> {
    let absent = |what: &str| TaskError::new(format!("{what} is not there even after installing"));
    Ok(System {
        postgres: postgres_server().ok_or_else(|| absent("PostgreSQL's server"))?,
        chromium: on_path("chromium").ok_or_else(|| absent("Chromium"))?,
    })
}

impl Probe {
    fn met(&self) -> bool {
        match self {
            Self::Program(name) => on_path(name).is_some(),
            Self::Works(name, arguments) => {
                Command::new(name).args(*arguments).output().is_ok_and(|run| run.status.success())
            }
            Self::Folder(path) => fs::read_dir(path).is_ok_and(|mut list| list.next().is_some()),
            Self::PostgresServer => postgres_server().is_some(),
        }
    }
}

/// Whether this process runs as root; `/proc/self` belongs to who runs.
pub fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(program)).find(|file| is_program(file))
}

fn is_program(file: &Path) -> bool {
    fs::metadata(file).is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

/// The newest server that Debian keeps under `/usr/lib/postgresql/VERSION/bin`.
fn postgres_server() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").ok()?.flatten();
    versions
        .filter_map(|entry| {
            let version: u32 = entry.file_name().to_str()?.parse().ok()?;
            let programs = entry.path().join("bin");
            is_program(&programs.join("postgres")).then_some((version, programs))
        })
        .max()
        .map(|(_, programs)| programs)
}
