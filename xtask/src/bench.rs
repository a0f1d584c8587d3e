//! Runs the measuring program of the product and lets it speak for itself.

use std::path::Path;
use std::process::{Command, ExitCode};

use crate::place::Place;
use crate::rust;
use crate::trouble::{Context, Trouble};

/// `crates/issue/examples/bench`, in the profile that is shipped, bound to one core where the system can do that.
pub fn run(place: &Place, arguments: &[String]) -> Result<ExitCode, Trouble> {
    rust::example(place, "bench")?;

    let program = place.target.join("release/examples/bench");
    let mut command = bound(&program);
    let status = command.args(arguments).status().or_trouble("start the benchmark")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The program on the first core alone, so that its figures are those of one core.
pub fn bound(program: &Path) -> Command {
    let can_bind = Command::new("taskset").arg("--version").output().is_ok();
    if !can_bind {
        return Command::new(program);
    }
    let mut command = Command::new("taskset");
    command.args(["--cpu-list", "0"]).arg(program);
    command
}
