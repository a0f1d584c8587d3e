//! Runs the measuring program of the product and lets it speak for itself.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Duration;

use serde_json::{Value, json};

use crate::place::Place;
use crate::process;
use crate::rust;
use crate::task_error::{Context, TaskError};
use crate::verdict::Verdict;

/// The check of the format on some files, by one judge.
const LIMIT: Duration = Duration::from_secs(300);

/// How often pySHACL judges each file.
const TIMES: usize = 15;

/// The official samples whose checks are measured: 111 kB and 97 kB as the EU publishes them.
const SAMPLES: [&str; 2] = ["elm/Sample-MC-Annex1-unsigned.jsonld", "elm/Sample-CertOfPart-unsigned.jsonld"];

/// `crates/issue/examples/bench`, in the profile that is shipped, bound to one core where the system can do that.
pub fn run(place: &Place, arguments: &[String]) -> Result<ExitCode, TaskError> {
    rust::example(place, "bench")?;

    let program = place.target.join("release/examples/bench");
    let mut command = bound(&program);
    let status = command.args(arguments).status().or_task_error("start the benchmark")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// `crates/store/examples/rows`: what pages ask of a register of so many credentials.
pub fn rows(place: &Place, credentials: u32, arguments: &[String]) -> Result<ExitCode, TaskError> {
    rust::example(place, "rows")?;
    let mut command = Command::new(place.target.join("release/examples/rows"));
    let status = command.arg(credentials.to_string()).args(arguments).status().or_task_error("start the benchmark")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// `crates/web/tests/pages/pace.rs`: what staff pages cost over a database that is filled first.
pub fn staff(place: &Place, credentials: u32, database: &str) -> Result<(), TaskError> {
    rust::example(place, "rows")?;
    let mut fill = Command::new(place.target.join("release/examples/rows"));
    fill.args([&credentials.to_string(), database, "fill"]);
    succeed(&mut fill, "fill the register")?;
    succeed(
        rust::measuring_test(place, "signet-web", "pages", "pace::").env("SIGNET_BENCH_DATABASE", database),
        "measure",
    )
}

fn succeed(command: &mut Command, what: &str) -> Result<(), TaskError> {
    let status = command.status().or_task_error(format!("start to {what}"))?;
    if status.success() { Ok(()) } else { Err(TaskError::new(format!("could not {what}"))) }
}

/// Reading and the whole check of the official samples, ours and then pySHACL with the official shapes, on one core.
pub fn format(place: &Place, python: &Path) -> Result<Verdict, TaskError> {
    let samples: Vec<PathBuf> = SAMPLES.iter().filter_map(|sample| place.reference(sample)).collect();
    let Some(elm) = samples.first().and_then(|sample| sample.parent()) else {
        return Ok(Verdict::skip("the reference material is not at hand"));
    };
    rust::example(place, "checking")?;
    let log = place.log("bench format");
    process::run(bound(&place.target.join("release/examples/checking")).args(&samples), LIMIT, &log)?;
    let said = fs::read_to_string(&log).or_task_error("read what was measured")?;
    let mut notes: Vec<String> = said.lines().map(str::to_owned).collect();
    notes.push("pySHACL, shapes and contexts loaded before, in a second of a processor:".to_owned());
    for sample in &samples {
        let pace = official(place, python, elm, sample)?;
        let name = sample.file_stem().unwrap_or_default().to_string_lossy();
        notes.push(format!("  {pace:>7.1} {}", name.trim_start_matches("Sample-")));
    }
    Ok(Verdict { passed: 1, notes, ..Verdict::default() })
}

/// How many times in a second pySHACL judges a credential: the middle of several.
fn official(place: &Place, python: &Path, elm: &Path, sample: &Path) -> Result<f64, TaskError> {
    let text = fs::read_to_string(sample).or_task_error("read a sample")?;
    let line = json!({ "number": 0, "kind": "generic", "text": text }).to_string();
    let folder = tempfile::tempdir().or_task_error("make a folder")?;
    let (given, said) = (folder.path().join("given"), folder.path().join("said"));
    fs::write(&given, vec![line; TIMES].join("\n")).or_task_error("write what is to be judged")?;
    let script = place.interop("python/judge_shapes.py");
    let mut command = bound(python);
    command.arg(script).args([elm, given.as_path(), said.as_path()]).arg("--each");
    process::run(&command, LIMIT, &place.log("bench pyshacl"))?;
    let said = fs::read_to_string(said).or_task_error("read what the judge said")?;
    let verdicts = said.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut seconds: Vec<f64> = verdicts.filter_map(|verdict| verdict.get("seconds")?.as_f64()).collect();
    seconds.sort_by(f64::total_cmp);
    let middle = seconds.get(seconds.len() / 2).ok_or_else(|| TaskError::new("pySHACL measured nothing"))?;
    Ok(1.0 / middle)
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
