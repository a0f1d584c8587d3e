//! Our check of the format beside the EU's shapes, on the same credentials: each is a violation for both or for neither, but for the
//! differences that are listed and explained in docs/divergences.md.

mod answers;
mod differences;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

use self::answers::Answers;
use crate::place::Place;
use crate::process::{Ending, Supervised};
use crate::rust;
use crate::task_error::{Context, TaskError};
use crate::verdict::Verdict;

/// All that is judged, on a busy machine.
const LIMIT: Duration = Duration::from_secs(5_400);

/// Changes that are judged within the whole test.
pub const SAMPLED: usize = 150;

/// How many changes, and which.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// Of all changes so many; all when there is no number.
    pub count: Option<usize>,
    /// Which they are.
    pub seed: u64,
}

/// Judges what the reference material holds, `files`, and changes of both and of every rule. Skips with a word without the material.
pub fn run(place: &Place, python: &Path, files: &[PathBuf], choice: Choice) -> Result<Verdict, TaskError> {
    let Some(elm) = place.reference("elm/EDC-generic-full.ttl").and_then(|file| Some(file.parent()?.to_owned())) else {
        return Ok(Verdict::skip("the reference material is not at hand"));
    };
    rust::example(place, "mutations")?;
    let folder = tempfile::Builder::new().prefix("signet-agree-").tempdir().or_task_error("make a folder")?;
    let cases = cases(place, folder.path(), files, choice)?;
    let said = judge(place, python, &elm, folder.path(), &cases)?;
    Ok(Answers::of(&cases, &said)?.verdict())
}

/// The official samples, sealed and not, and both examples.
fn samples(place: &Place) -> Vec<PathBuf> {
    let names = ["MC-Annex1-unsigned", "MC-Annex1-signed", "CertOfPart-unsigned", "CertOfPart-signed"];
    let samples = names.iter().map(|name| format!("elm/Sample-{name}.jsonld"));
    let examples = ["edc-minimal.jsonld", "edc-full.jsonld"].map(str::to_owned);
    samples.chain(examples).filter_map(|path| place.reference(&path)).collect()
}

/// Lines of JSON, one for each credential.
fn cases(place: &Place, folder: &Path, files: &[PathBuf], choice: Choice) -> Result<Vec<String>, TaskError> {
    let output = folder.join("cases");
    let made = fs::File::create(&output).or_task_error("write the cases")?;
    let mut command = Command::new(place.target.join("release/examples/mutations"));
    command.args(["--seed", &choice.seed.to_string()]);
    if let Some(count) = choice.count {
        command.args(["--count", &count.to_string()]);
    }
    let status = command.args(samples(place)).args(files).stdout(made).status().or_task_error("start the mutations")?;
    if !status.success() {
        return Err(TaskError::new("the mutations broke off"));
    }
    let text = fs::read_to_string(&output).or_task_error("read the cases")?;
    Ok(text.lines().map(str::to_owned).collect())
}

/// One judge for each core, each with its share of the cases.
fn judge(place: &Place, python: &Path, elm: &Path, folder: &Path, cases: &[String]) -> Result<Vec<String>, TaskError> {
    let shares = thread::available_parallelism().map_or(1, usize::from);
    let mut judges = Vec::new();
    for share in 0..shares {
        let (given, said) = (folder.join(format!("given-{share}")), folder.join(format!("said-{share}")));
        let lines: Vec<&str> = cases.iter().skip(share).step_by(shares).map(String::as_str).collect();
        fs::write(&given, lines.join("\n")).or_task_error("write a share of the cases")?;
        let log = place.log(&format!("agree {share}"));
        let mut command = Command::new(python);
        command.arg(place.interop("python/judge_shapes.py")).args([elm, &given, &said]);
        judges.push((Supervised::start(&command, Ending::Terminate, &log)?, said, log));
    }
    let mut all = Vec::new();
    for (mut judge, said, log) in judges {
        if !judge.wait(LIMIT)?.success() {
            return Err(TaskError::logged("the judge of shapes broke off", &log));
        }
        let text = fs::read_to_string(said).or_task_error("read what the judge said")?;
        all.extend(text.lines().map(str::to_owned));
    }
    Ok(all)
}
