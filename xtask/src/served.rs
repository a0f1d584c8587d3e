//! A demonstration that is served by settings of our own: it trusts this machine to say for whom it speaks.

use std::fs;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde_json::Value;

use crate::place::Place;
use crate::process::{self, Ending, Supervised};
use crate::task_error::{Context, TaskError};

/// Making the demonstration, and starting to serve it, on a busy machine.
const START_MAX: Duration = Duration::from_secs(180);

/// A running server with its register in a temporary folder; it ends, and its register goes, when this is dropped.
pub struct Served {
    /// Where it listens.
    pub address: SocketAddr,
    /// Path of a shared page; it holds a link, which is a secret of the demonstration.
    pub shared: String,
    folder: PathBuf,
    server: Supervised,
    _place: tempfile::TempDir,
}

impl Served {
    /// Makes a demonstration with a program and serves it; `name` is what its logs are called, `environment` is the server's.
    pub fn start(place: &Place, program: &Path, name: &str, environment: &[(&str, &str)]) -> Result<Self, TaskError> {
        let prefix = format!("signet-{name}-");
        let temporary = tempfile::Builder::new().prefix(&prefix).tempdir().or_task_error("make a folder")?;
        let free =
            || TcpListener::bind("127.0.0.1:0").and_then(|taken| taken.local_addr()).or_task_error("find a port");
        let (address, folder) = (free()?, temporary.path().join("demo"));
        let log = place.log(&format!("{name} demo"));
        let mut command = Command::new(program);
        command.args(["demo", "--json", "--no-serve", "--listen", &address.to_string(), "--folder"]).arg(&folder);
        process::run(&command, START_MAX, &log)?;
        let said = fs::read_to_string(&log).or_task_error("read what the demonstration says")?;
        let links = said.lines().find_map(|line| serde_json::from_str::<Value>(line).ok()?.get("links").cloned());
        let link = links.as_ref().and_then(|links| links.get("verifier")?.as_str());
        let shared = link.and_then(|link| link.split("/c/").nth(1)).ok_or_else(|| TaskError::new("no shared page"))?;
        trust_this_machine(&folder.join("signet.toml"))?;
        let log = place.log(&format!("{name} serve"));
        let mut command = Command::new(program);
        command.arg("serve").current_dir(&folder).envs(environment.iter().copied());
        let mut server = Supervised::start(&command, Ending::Terminate, &log)?;
        server.wait_until(START_MAX, &log, || TcpStream::connect(address).ok())?;
        Ok(Self { address, shared: format!("/en/c/{shared}"), folder, server, _place: temporary })
    }

    /// The process that the server and all its children descend from.
    pub fn process(&self) -> u32 {
        self.server.id()
    }

    /// Paths of the shared pages that the PDFs of the demonstration lead to, each once; they hold links, which are its secrets.
    pub fn every_shared(&self) -> Result<Vec<String>, TaskError> {
        let mut paths = Vec::new();
        let entries = fs::read_dir(self.folder.join("issued")).or_task_error("read what was issued")?;
        let is_pdf = |path: &PathBuf| path.extension().is_some_and(|it| it == "pdf");
        for pdf in entries.flatten().map(|entry| entry.path()).filter(is_pdf) {
            let bytes = fs::read(pdf).or_task_error("read a PDF")?;
            let text = String::from_utf8_lossy(&bytes);
            let addresses = text.split("/URI(").skip(1).filter_map(|rest| rest.split(')').next());
            let links = addresses.filter_map(|address| Some(format!("/en/c/{}", address.split_once("/c/")?.1)));
            paths.extend(links.take(1));
        }
        paths.sort();
        paths.dedup();
        Ok(paths)
    }

    /// A sealed credential of the demonstration.
    pub fn honest(&self) -> Result<Vec<u8>, TaskError> {
        let issued = first_file(&self.folder.join("issued"), "jsonld");
        fs::read(issued.ok_or_else(|| TaskError::new("nothing was issued"))?).or_task_error("read a credential")
    }
}

fn first_file(folder: &Path, ending: &str) -> Option<PathBuf> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path()).collect();
    entries.sort();
    let inside = |path: &PathBuf| {
        if path.is_dir() {
            first_file(path, ending)
        } else {
            Some(path.clone()).filter(|path| path.extension().is_some_and(|it| it == ending))
        }
    };
    entries.iter().find_map(inside)
}

fn trust_this_machine(settings: &Path) -> Result<(), TaskError> {
    let text = fs::read_to_string(settings).or_task_error("read the settings")?;
    let line = "[server]\ntrusted_proxies = [\"127.0.0.1\"]\n";
    fs::write(settings, text.replacen("[server]\n", line, 1)).or_task_error("write the settings")
}
