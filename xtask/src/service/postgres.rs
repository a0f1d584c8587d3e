//! PostgreSQL in a temporary folder, for the tests of the store.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use tempfile::TempDir;

use super::{free_port, listening, random_hex};
use crate::install::is_root;
use crate::place::Place;
use crate::process::{self, Ending, Supervised};
use crate::task_error::{Context, TaskError};

/// The account Debian gives PostgreSQL, which refuses to run as root.
const ACCOUNT: &str = "postgres";

/// A server of our own, with one empty database; it ends, and its files go, when this is dropped.
pub struct Postgres {
    url: String,
    // Dropped in this order: first the server, then its files.
    _server: Supervised,
    _folder: TempDir,
}

impl Postgres {
    /// Makes a cluster and starts it from the programs in `programs`.
    pub fn start(place: &Place, programs: &Path) -> Result<Self, TaskError> {
        let folder =
            tempfile::Builder::new().prefix("signet-postgres-").tempdir().or_task_error("make PostgreSQL's folder")?;
        let password = random_hex()?;
        fs::write(folder.path().join("password"), &password).or_task_error("write a password")?;
        own(folder.path())?;

        let log = place.log("postgres");
        let data = folder.path().join("data");
        process::run(&initialise(programs, &data, folder.path()), Duration::from_secs(60), &log)?;

        let port = free_port()?;
        let mut server = Supervised::start(&serve(programs, &data, port), Ending::Interrupt, &log)?;
        server.wait_until(Duration::from_secs(30), &log, || {
            // The port opens a little before the server takes connections; its log says when it does.
            let said = fs::read_to_string(&log).ok()?;
            said.contains("ready to accept connections").then(|| listening(port)).flatten()
        })?;
        let url = format!("postgres://signet:{password}@127.0.0.1:{port}/postgres");
        Ok(Self { url, _server: server, _folder: folder })
    }

    /// Address with its password: a superuser's, so that tests make databases of their own.
    pub fn url(&self) -> &str {
        &self.url
    }
}

fn initialise(programs: &Path, data: &Path, folder: &Path) -> Command {
    let mut command = as_account(&programs.join("initdb"));
    command
        .args(["--username=signet", "--auth=scram-sha-256", "--encoding=UTF8"])
        .args(["--locale=C.UTF-8", "--no-sync"])
        .arg(format!("--pwfile={}", folder.join("password").display()))
        .arg("--pgdata")
        .arg(data)
        .current_dir(folder);
    command
}

fn serve(programs: &Path, data: &Path, port: u16) -> Command {
    let mut command = as_account(&programs.join("postgres"));
    command.arg("-D").arg(data).args(["-p", &port.to_string()]).current_dir(data);
    let settings = [
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "max_connections=200",
        // The files live no longer than the run: nothing needs to reach the disk.
        "fsync=off",
        "full_page_writes=off",
        "synchronous_commit=off",
    ];
    for setting in settings {
        command.args(["-c", setting]);
    }
    command
}

/// The program as PostgreSQL's own account when we are root, else as we are.
fn as_account(program: &Path) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid", ACCOUNT, "--regid", ACCOUNT, "--init-groups", "--"]).arg(program);
    command
}

/// Gives the folder and what is in it to PostgreSQL's account when we are root.
fn own(folder: &Path) -> Result<(), TaskError> {
    fs::set_permissions(folder, Permissions::from_mode(0o700)).or_task_error("close a folder")?;
    if !is_root() {
        return Ok(());
    }
    let given = Command::new("chown")
        .args(["-R", &format!("{ACCOUNT}:{ACCOUNT}")])
        .arg(folder)
        .status()
        .or_task_error("run chown")?;
    if given.success() { Ok(()) } else { Err(TaskError::new("chown to postgres failed")) }
}
