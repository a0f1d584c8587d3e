//! Mail relays (aiosmtpd), each with a way of its own to take letters or not to.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use tempfile::TempDir;

use super::{free_port, listening};
use crate::place::Place;
use crate::process::{Ending, Supervised};
use crate::task_error::{Context, TaskError};

/// The ways, as `interop/mail/relay.py` knows them.
const WAYS: [&str; 13] = [
    "accept",
    "ascii",
    "closing",
    "later",
    "never",
    "unknown",
    "disliking",
    "distrusting",
    "dying",
    "slow",
    "starttls",
    "login",
    "tls",
];

/// All of them, running, and the folder of letters that were taken; both go when this is dropped.
pub struct Relays {
    ports: Vec<(&'static str, u16)>,
    // Dropped in this order: first the server, then its files.
    _server: Supervised,
    folder: TempDir,
}

impl Relays {
    /// Starts them with the interpreter of their environment.
    pub fn start(place: &Place, python: &Path) -> Result<Self, TaskError> {
        let folder =
            tempfile::Builder::new().prefix("signet-relay-").tempdir().or_task_error("make the relays' folder")?;
        let log = place.log("mail relays");
        let ports = WAYS.iter().map(|way| Ok((*way, free_port()?))).collect::<Result<Vec<_>, TaskError>>()?;
        let mut serve = Command::new(python);
        serve.arg(place.interop("mail/relay.py")).arg(folder.path());
        serve.args(ports.iter().map(|(way, port)| format!("{way}={port}")));
        let mut server = Supervised::start(&serve, Ending::Terminate, &log)?;
        for (_, port) in &ports {
            server.wait_until(Duration::from_secs(30), &log, || listening(*port))?;
        }
        Ok(Self { ports, _server: server, folder })
    }

    /// Their ports on loopback, by way: `accept=2525 later=2526 …`.
    pub fn ports(&self) -> String {
        self.ports.iter().map(|(way, port)| format!("{way}={port}")).collect::<Vec<_>>().join(" ")
    }

    /// The letters that were taken (`NUMBER.eml`), and the certificate of those that speak TLS (`relay.pem`).
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}
