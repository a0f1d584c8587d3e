//! Seals that others make: the EU's DSS in two editions and pyHanko, each with the keys of the one authority, of what we seal ourselves.

use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::Duration;

use super::maker;
use super::specimen::{self, Specimen};
use crate::install::Tools;
use crate::place::Place;
use crate::process;
use crate::service::Authority;
use crate::task_error::TaskError;

/// One maker, with some twenty files and as many time stamps.
const LIMIT: Duration = Duration::from_secs(300);

/// All of them, beside each other: what each made, and what must be said of it.
pub fn make(place: &Place, tools: &Tools, authority: &Authority, folder: &Path) -> Result<Vec<Specimen>, TaskError> {
    // What is sealed, unsealed: payload.json and plain.pdf.
    process::run(Command::new(maker(place)).arg("plain").arg(folder), LIMIT, &place.log("specimens plain"))?;
    let dss = |program: &Path| {
        let mut command = Command::new(program);
        command.arg("make").arg(folder).arg(authority.folder()).arg(authority.root());
        command.arg(format!("{}/signet/tsa/tsa-ec", authority.address()));
        command
    };
    let mut pyhanko = Command::new(&tools.python);
    pyhanko.arg(place.interop("python/make_seals.py")).arg(folder).arg(authority.folder());
    pyhanko.arg(authority.root()).arg(authority.address());
    let makers = [("dss5", dss(&tools.dss.five)), ("dss6", dss(&tools.dss.six)), ("pyhanko", pyhanko)];
    let run = |(name, command): &(&'static str, Command)| {
        process::run(command, LIMIT, &place.log(&format!("make {name}")))?;
        specimen::read(&folder.join(format!("manifest-{name}.jsonl")))
    };
    let run = &run;
    thread::scope(|scope| {
        let threads: Vec<_> = makers.iter().map(|one| scope.spawn(move || run(one))).collect();
        let made = threads
            .into_iter()
            .map(|thread| thread.join().map_err(|_| TaskError::new("a maker's thread broke off"))?);
        Ok(made.collect::<Result<Vec<_>, TaskError>>()?.into_iter().flatten().collect())
    })
}
