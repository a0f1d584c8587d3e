//! A certificate authority with time stamps, OCSP and CRLs (certomancer), over keys made for this run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use tempfile::TempDir;

use super::{free_port, listening};
use crate::place::Place;
use crate::process::{self, Ending, Supervised};
use crate::task_error::{Context, TaskError};

/// Opens the PKCS#12 files of this run. They hold throw-away keys, and tests must know it.
const PFX_PASSWORD: &str = "test";

/// The running authority and the folder of what it issued; both go when this is dropped.
pub struct Authority {
    port: u16,
    // Dropped in this order: first the server, then its files.
    _server: Supervised,
    folder: TempDir,
}

impl Authority {
    /// Makes keys, issues every certificate of `interop/certomancer/pki.yml`, and serves.
    pub fn start(place: &Place, python: &Path) -> Result<Self, TaskError> {
        let folder = tempfile::Builder::new()
            .prefix("signet-authority-")
            .tempdir()
            .or_task_error("make the authority's folder")?;
        let log = place.log("authority");
        let port = free_port()?;
        let config = fs::read_to_string(place.interop("certomancer/pki.yml"))
            .or_task_error("read interop/certomancer/pki.yml")?
            .replace("@ADDRESS@", &format!("http://127.0.0.1:{port}"));
        fs::write(folder.path().join("pki.yml"), config).or_task_error("write pki.yml")?;

        let mut keys = Command::new(python);
        keys.arg(place.interop("certomancer/make_keys.py")).arg(folder.path().join("keys"));
        process::run(&keys, Duration::from_secs(60), &log)?;

        let mut issue = certomancer(python, folder.path());
        issue.args(["mass-summon", "signet", ".", "--flat", "--pfx-pass", PFX_PASSWORD]);
        process::run(&issue, Duration::from_secs(60), &log)?;

        let mut serve = Command::new(python);
        serve.arg(place.interop("certomancer/serve.py")).arg(port.to_string()).current_dir(folder.path());
        let mut server = Supervised::start(&serve, Ending::Terminate, &log)?;
        server.wait_until(Duration::from_secs(30), &log, || listening(port))?;
        Ok(Self { port, _server: server, folder })
    }

    /// Certificates (`NAME.cert.pem`), PKCS#12 files (`NAME.pfx`) and keys (`keys/NAME.pem`).
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The root of what it issued.
    pub fn root(&self) -> PathBuf {
        self.folder().join("root.cert.pem")
    }

    /// Where all its services are, and with `/at/20250115T100000Z` behind it, where they are as of that moment.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Where RFC 3161 requests go.
    pub fn time_stamps(&self) -> String {
        format!("http://127.0.0.1:{}/signet/tsa/tsa", self.port)
    }
}

fn certomancer(python: &Path, folder: &Path) -> Command {
    let mut command = Command::new(python.with_file_name("certomancer"));
    command.args(["--config", "pki.yml"]).current_dir(folder);
    command
}
