//! Archived seals verified by everybody on the same files in the same run, each bound to one core: what docs/performance.md tells.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use super::{Specimens, maker};
use crate::bench::bound;
use crate::install::Tools;
use crate::place::Place;
use crate::process;
use crate::service::Authority;
use crate::task_error::{Context, TaskError};
use crate::verdict::Verdict;

/// One program on some files.
const LIMIT: Duration = Duration::from_secs(900);

/// Seals of another implementation with RSA of 3072 bits in every certificate, and the root they end in.
const REFERENCE: [&str; 2] = ["seals/jades/LTA-rsa.jsonld", "seals/pades/good-LTA.pdf"];
const REFERENCE_ROOT: &str = "seals/certs/root.cert.pem";

/// Everything there is to race with.
pub struct Race<'a> {
    /// For logs, scripts and programs of ours.
    pub place: &'a Place,
    /// For programs of others.
    pub tools: &'a Tools,
    /// Where the root is, and what stamps.
    pub authority: &'a Authority,
    /// Our files: both formats, with curves throughout, and sealed and stamped with RSA.
    pub specimens: &'a Specimens,
}

/// Files, and the root that their seals end in.
struct Leg {
    root: PathBuf,
    files: Vec<PathBuf>,
}

/// One who races, and what is done.
type Lap<'r> = (&'static str, Box<dyn FnOnce() -> Result<Verdict, TaskError> + 'r>);

impl Race<'_> {
    /// In turn; each tells what it found.
    pub fn laps(&self) -> [Lap<'_>; 4] {
        [
            ("Signet verifies", Box::new(|| self.ours())),
            ("DSS 6 verifies", Box::new(|| self.dss())),
            ("pyHanko verifies", Box::new(|| self.pyhanko())),
            ("Signet makes B-LTA", Box::new(|| self.making())),
        ]
    }

    fn ours(&self) -> Result<Verdict, TaskError> {
        let program = self.place.target.join("release/examples/verifying");
        let legs = [Some(self.own("")), self.reference()].into_iter().flatten();
        legs.map(|leg| self.run(bound(&program).arg(leg.root).arg("now").args(leg.files), "race Signet")).collect()
    }

    fn dss(&self) -> Result<Verdict, TaskError> {
        let legs = [Some(self.own("")), self.reference()].into_iter().flatten();
        legs.map(|leg| {
            let mut command = bound(&self.tools.dss.six);
            self.run(command.args(["bench", "100", "--trust"]).arg(leg.root).args(leg.files), "race DSS")
        })
        .collect()
    }

    /// It reads PDF alone, and finds no chain for the reference seals offline, so it ends early with them.
    fn pyhanko(&self) -> Result<Verdict, TaskError> {
        let script = self.place.interop("python/judge_indication.py");
        let leg = self.own(".pdf");
        let mut command = bound(&self.tools.python);
        self.run(command.arg(script).args(["--bench", "10", "--trust"]).arg(leg.root).args(leg.files), "race pyHanko")
    }

    fn making(&self) -> Result<Verdict, TaskError> {
        let mut command = bound(&maker(self.place));
        command
            .args(["pace", "20"])
            .env("SIGNET_TEST_AUTHORITY", self.authority.address())
            .env("SIGNET_TEST_PKI", self.authority.folder());
        self.run(&command, "race making")
    }

    /// Our files with this ending.
    fn own(&self, ending: &str) -> Leg {
        let files = self.specimens.list.iter().map(|specimen| &specimen.file).filter(|file| file.ends_with(ending));
        let folder = self.specimens.folder.path();
        Leg { root: self.authority.root(), files: files.map(|file| folder.join(file)).collect() }
    }

    /// The reference seals, where they are present.
    fn reference(&self) -> Option<Leg> {
        let root = self.place.reference(REFERENCE_ROOT)?;
        let files: Vec<_> = REFERENCE.iter().filter_map(|file| self.place.reference(file)).collect();
        (!files.is_empty()).then_some(Leg { root, files })
    }

    fn run(&self, command: &Command, name: &str) -> Result<Verdict, TaskError> {
        let log = self.place.log(name);
        process::run(command, LIMIT, &log)?;
        let said = fs::read_to_string(&log).or_task_error("read what was measured")?;
        Ok(Verdict { notes: said.lines().map(str::to_owned).collect(), ..Verdict::one() })
    }
}
