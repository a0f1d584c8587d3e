//! What stories are told with: the program, folders of its own for each story, a server, and the plainest of clients.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]
#![allow(dead_code, reason = "each story uses a part")]

pub mod english;
pub mod folder;
pub mod http;
pub mod login;
pub mod server;

use std::{
    ffi::OsStr,
    path::Path,
    process::{Command, Output, Stdio},
};

/// The program, asked to speak English, knowing nothing of the machine it runs on.
pub fn signet() -> Command {
    program(Path::new(PROGRAM))
}

/// Where the program lies.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_signet");

/// A copy of the program, in the same way.
pub fn program(path: &Path) -> Command {
    let mut command = Command::new(path);
    command.env_clear().env("LC_ALL", "C.UTF-8").env("TZ", "UTC").stdin(Stdio::null());
    command
}

/// How a run ended.
pub struct Ended {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ended {
    fn of(output: Output) -> Self {
        Ended {
            code: output.status.code().expect("ended by itself"),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }

    /// Standard output may carry links, so only complaints are shown when the code is another.
    #[track_caller]
    pub fn expect(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{}", self.err);
        assert!(!self.err.contains("panicked"), "{}", self.err);
        self
    }

    /// Standard output as JSON.
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).expect("JSON on standard output")
    }

    /// What it complained of holds this.
    #[track_caller]
    pub fn complains(&self, text: &str) {
        assert!(self.err.contains(text), "expected `{text}` in:\n{}", self.err);
    }

    /// What it complained of does not hold this.
    #[track_caller]
    pub fn is_silent_about(&self, text: &str) {
        assert!(!self.err.contains(text), "did not expect `{text}` in:\n{}", self.err);
    }
}

/// Runs the program in a folder.
pub fn run<I: IntoIterator<Item = S>, S: AsRef<OsStr>>(folder: &Path, args: I) -> Ended {
    Ended::of(signet().current_dir(folder).args(args).output().expect("the program starts"))
}

/// Runs the program in a folder with something on its standard input.
pub fn run_with_input(folder: &Path, args: &[&str], input: &Path) -> Ended {
    let input = std::fs::File::open(input).unwrap();
    Ended::of(signet().current_dir(folder).args(args).stdin(input).output().expect("the program starts"))
}

/// The payload of a sealed credential.
pub fn payload(jsonld: &[u8]) -> serde_json::Value {
    serde_json::from_str(&payload_text(jsonld)).expect("the payload is JSON")
}

/// The payload of a sealed credential as it was sealed.
pub fn payload_text(jsonld: &[u8]) -> String {
    let sealed: serde_json::Value = serde_json::from_slice(jsonld).expect("a sealed credential is JSON");
    sealed["payload"].as_str().expect("a payload").to_owned()
}

/// The identifier of a sealed credential, as the register knows it.
pub fn id(jsonld: &[u8]) -> String {
    let urn = payload(jsonld)["id"].as_str().expect("an id").to_owned();
    urn.rsplit(':').next().unwrap().to_owned()
}
