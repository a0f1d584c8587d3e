//! What Cargo does: format, clippy, the one build, and the tests.

use std::env;
use std::process::Command;
use std::time::Duration;

use crate::place::Place;
use crate::process;
use crate::task_error::TaskError;
use crate::verdict::Verdict;

/// A cold build on two slow cores takes about a third of this.
pub const BUILD_LIMIT: Duration = Duration::from_secs(3_000);

/// All tests together.
const TEST_LIMIT: Duration = Duration::from_secs(1_200);

/// Whether every file is formatted.
pub fn format(place: &Place) -> Result<Verdict, TaskError> {
    let mut command = cargo(place);
    command.args(["fmt", "--all", "--check", "--", "--color", "never", "--files-with-diff"]);
    process::run(&command, Duration::from_secs(120), &place.log("format"))?;
    Ok(Verdict::one())
}

/// Whether clippy has nothing to say, tests and examples included. In the release profile, so that what build scripts made is shared.
pub fn clippy(place: &Place) -> Result<Verdict, TaskError> {
    let mut command = cargo(place);
    command
        .args(["clippy", "--release", "--workspace", "--all-targets", "--keep-going", "--quiet"])
        .args(["--", "-D", "warnings"]);
    process::run(&command, BUILD_LIMIT, &place.log("clippy"))?;
    Ok(Verdict::one())
}

/// Builds the product and all its tests at once, so that every part is compiled once with one set of features.
pub fn build(place: &Place) -> Result<Verdict, TaskError> {
    let mut command = cargo(place);
    command.args(["build", "--release", "--workspace"]).args(["--lib", "--bins", "--tests", "--examples"]);
    process::run(&command, BUILD_LIMIT, &place.log("build"))?;
    Ok(Verdict::one())
}

/// Builds one example of the workspace, with the features that everything else is built with.
pub fn example(place: &Place, name: &str) -> Result<Verdict, TaskError> {
    part(place, name, &["--example", name])
}

/// Builds the product alone.
pub fn program(place: &Place) -> Result<Verdict, TaskError> {
    part(place, "program", &["--bin", "signet"])
}

/// Builds what makes specimens, and the product that judges them.
pub fn specimens(place: &Place) -> Result<Verdict, TaskError> {
    part(place, "specimens", &["--example", "specimens", "--bin", "signet"])
}

/// Builds what makes specimens, and what measures verifying them.
pub fn bench_judges(place: &Place) -> Result<Verdict, TaskError> {
    part(place, "race", &["--example", "specimens", "--example", "verifying"])
}

fn part(place: &Place, what: &str, targets: &[&str]) -> Result<Verdict, TaskError> {
    let mut command = cargo(place);
    command.args(["build", "--release", "--workspace"]).args(targets);
    process::run(&command, BUILD_LIMIT, &place.log(&format!("{what} build")))?;
    Ok(Verdict::default())
}

/// A measurement that stands among the tests of a package, ignored by them: it needs what tests have, and prints what it finds.
pub fn measuring_test(place: &Place, package: &str, target: &str, name: &str) -> Command {
    let mut command = cargo(place);
    command.args(["test", "--release", "--package", package, "--test", target]);
    command.args(["--", "--ignored", "--nocapture", name]);
    command
}

/// Runs every Rust test; `environment` names the services at hand.
pub fn test(place: &Place, environment: &[(String, String)]) -> Result<Verdict, TaskError> {
    let log = place.log("rust tests");
    let mut command = cargo(place);
    command
        .args(["test", "--release", "--workspace", "--no-fail-fast"])
        .envs(environment.iter().map(|(name, value)| (name, value)));
    let status = process::finish(&command, BUILD_LIMIT + TEST_LIMIT, &log)?;
    let verdict = Verdict::of_log(&log, Verdict::from_cargo)?;
    if status.success() == (verdict.failed == 0) && verdict.passed > 0 {
        return Ok(verdict);
    }
    // Something else than a test went wrong: a test that does not compile, or a crash.
    Err(TaskError::logged("cargo test broke off", &log))
}

/// Cargo on this workspace, speaking plainly.
pub fn cargo(place: &Place) -> Command {
    let program = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command
        .current_dir(&place.root)
        .env("CARGO_TARGET_DIR", &place.target)
        .env("CARGO_TERM_COLOR", "never")
        .env("CARGO_TERM_PROGRESS_WHEN", "never");
    command
}
