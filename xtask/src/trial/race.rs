//! Archived seals made by us, and verified by everybody on the same files in the same run, each bound to one core: what
//! docs/performance.md tells.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::maker;
use crate::bench::bound;
use crate::install::Tools;
use crate::place::Place;
use crate::process;
use crate::service::Authority;
use crate::trouble::{Context, Trouble};
use crate::verdict::Verdict;

/// One program on all files.
const LIMIT: Duration = Duration::from_secs(900);
/// Files that are raced: both formats, with a curve and with RSA.
const FILES: [&str; 4] =
    ["jades-iat-ES256-B-LTA.jsonld", "jades-iat-PS256-B-LTA.jsonld", "pades-ES256-B-LTA.pdf", "pades-PS256-B-LTA.pdf"];

/// Everything there is to race with.
pub struct Race<'a> {
    /// For logs, scripts and programs of ours.
    pub place: &'a Place,
    /// For programs of others.
    pub tools: &'a Tools,
    /// Where the root is, and what stamps.
    pub authority: &'a Authority,
    /// Where the files are.
    pub folder: &'a Path,
}

/// One who races, and what is done.
type Lap<'r> = (&'static str, Box<dyn FnOnce() -> Result<Verdict, Trouble> + 'r>);

impl Race<'_> {
    /// In turn; each prints what it found.
    pub fn laps(&self) -> [Lap<'_>; 4] {
        [
            ("Signet verifies", Box::new(|| self.ours())),
            ("DSS 6 verifies", Box::new(|| self.theirs(&self.tools.dss.six, &["bench", "100"], ""))),
            ("pyHanko verifies", Box::new(|| self.pyhanko())),
            ("Signet makes B-LTA", Box::new(|| self.making())),
        ]
    }

    fn ours(&self) -> Result<Verdict, Trouble> {
        let mut command = bound(&self.place.target.join("release/examples/verifying"));
        command.arg(self.authority.root()).arg("now").args(self.files(""));
        self.run(&command, "race Signet")
    }

    fn pyhanko(&self) -> Result<Verdict, Trouble> {
        let script = self.place.interop("python/judge_indication.py");
        self.theirs(&self.tools.python, &[script.to_string_lossy().as_ref(), "--bench", "10"], ".pdf")
    }

    fn making(&self) -> Result<Verdict, Trouble> {
        let mut command = bound(&maker(self.place));
        command
            .args(["pace", "20"])
            .env("SIGNET_TEST_AUTHORITY", self.authority.address())
            .env("SIGNET_TEST_PKI", self.authority.folder());
        self.run(&command, "race making")
    }

    /// Another program on the files with this ending.
    fn theirs(&self, program: &Path, first: &[&str], ending: &str) -> Result<Verdict, Trouble> {
        let mut command = bound(program);
        command.args(first).arg("--trust").arg(self.authority.root()).args(self.files(ending));
        self.run(&command, &format!("race {}", program.file_name().unwrap_or_default().to_string_lossy()))
    }

    fn files(&self, ending: &str) -> Vec<PathBuf> {
        FILES.iter().filter(|file| file.ends_with(ending)).map(|file| self.folder.join(file)).collect()
    }

    fn run(&self, command: &Command, name: &str) -> Result<Verdict, Trouble> {
        let log = self.place.log(name);
        process::run(command, LIMIT, &log)?;
        let said = fs::read_to_string(&log).or_trouble("read what was measured")?;
        Ok(Verdict { notes: said.lines().map(str::to_owned).collect(), ..Verdict::one() })
    }
}
