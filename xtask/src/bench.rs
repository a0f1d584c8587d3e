//! Runs the measuring program of the product and lets it speak for itself.

use std::process::ExitCode;

use crate::place::Place;
use crate::rust;
use crate::trouble::{Context, Trouble};

/// `crates/app/examples/bench.rs`, in the profile that is shipped.
pub fn run(place: &Place, arguments: &[String]) -> Result<ExitCode, Trouble> {
    let status = rust::cargo(place)
        .args(["run", "--release", "--package", "signet-app", "--example", "bench", "--"])
        .args(arguments)
        .status()
        .or_trouble("start the benchmark")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
