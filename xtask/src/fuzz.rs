//! Feeds each parser with hostile bytes: libFuzzer over the targets in `fuzz/`, on the stable compiler.
//!
//! The coverage instrumentation is LLVM's own pass, asked for with stable flags; no nightly and no cargo-fuzz is needed.

use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

use crate::demo::Demo;
use crate::place::Place;
use crate::process;
use crate::report::Report;
use crate::rust::cargo;
use crate::seed;
use crate::task_error::{Context, TaskError};
use crate::verdict::Verdict;

/// The dependencies of the parsers are built a second time, instrumented.
const BUILD_LIMIT: Duration = Duration::from_secs(1_500);

/// What makes a Rust program one that libFuzzer can steer.
const INSTRUMENTATION: &[&str] = &[
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
];

/// A target, the endings of files that make good seeds for it, and the longest input worth trying.
struct Target {
    name: &'static str,
    seeds: &'static [&'static str],
    longest: usize,
}

const TARGETS: &[Target] = &[
    target("edc_reader", &["jsonld"], 200_000),
    target("jws_reader", &["jsonld"], 200_000),
    target("pdf_reader", &["pdf"], 500_000),
    target("csv_reader", &["csv", "json"], 50_000),
    target("workbook_reader", &[], 50_000),
    target("unit_reader", &["toml"], 50_000),
    target("asn1", &["pem", "pdf"], 50_000),
    target("ber_reader", &["pem", "pdf"], 50_000),
    target("crl_reader", &["jsonld", "pdf"], 50_000),
    target("ocsp_reader", &["jsonld", "pdf"], 50_000),
    target("trusted_list", &["xml"], 100_000),
    target("status_list", &["json", "jsonld"], 50_000),
    target("log_entry", &[], 2_500),
    target("published_list", &[], 60_000),
    target("delivery_report", &[], 50_000),
    target("record_statement", &["jsonld"], 200_000),
];

const fn target(name: &'static str, seeds: &'static [&'static str], longest: usize) -> Target {
    Target { name, seeds, longest }
}

/// Builds the targets, and runs each for so many seconds: a step for as many as there are cores.
pub fn steps(place: &Place, demo: Option<&Demo>, seconds: u64, report: &mut Report) {
    let built = report.step("Fuzz targets", || build(place).map(|it| (it, Verdict::default())));
    let Some(programs) = built else { return };
    // A fuzzer keeps one core busy.
    for beside in TARGETS.chunks(thread::available_parallelism().map_or(1, NonZero::get)) {
        let names: Vec<&str> = beside.iter().map(|target| target.name).collect();
        report.check(&format!("Fuzz {}", names.join(", ")), || run_beside(place, &programs, beside, demo, seconds));
    }
}

/// Runs some targets at the same time.
fn run_beside(
    place: &Place,
    programs: &Path,
    targets: &[Target],
    demo: Option<&Demo>,
    seconds: u64,
) -> Result<Verdict, TaskError> {
    thread::scope(|scope| {
        let threads: Vec<_> =
            targets.iter().map(|target| scope.spawn(move || run(place, programs, target, demo, seconds))).collect();
        let mut all = Verdict::default();
        for (thread, target) in threads.into_iter().zip(targets) {
            let verdict = thread.join().map_err(|_| TaskError::new("the thread of a fuzzer broke off"))?;
            all.add(verdict.unwrap_or_else(|error| Verdict::failure(format!("{}: {error}", target.name))));
        }
        Ok(all)
    })
}

/// The folder of the built targets.
fn build(place: &Place) -> Result<PathBuf, TaskError> {
    // The parsers are fuzzed with the very versions they ship with.
    let (ours, lock) = (place.root.join("Cargo.lock"), place.root.join("fuzz/Cargo.lock"));
    let changed = |file: &Path| fs::metadata(file).and_then(|data| data.modified()).ok();
    if changed(&lock) < changed(&ours) {
        fs::copy(&ours, &lock).or_task_error("copy Cargo.lock")?;
    }
    let target = place.cache.join("fuzz/target");
    let mut command = cargo(place);
    command
        .args(["build", "--release", "--bins", "--manifest-path", "fuzz/Cargo.toml"])
        .env("CARGO_TARGET_DIR", &target)
        .env("CARGO_ENCODED_RUSTFLAGS", INSTRUMENTATION.join("\u{1f}"))
        // Naming the platform keeps the instrumentation out of build scripts and procedural macros.
        .env("CARGO_BUILD_TARGET", platform()?);
    process::run(&command, BUILD_LIMIT, &place.log("fuzz build"))?;
    Ok(target.join(platform()?).join("release"))
}

fn platform() -> Result<String, TaskError> {
    let said = Command::new("rustc").arg("-vV").output().or_task_error("ask rustc for its platform")?;
    String::from_utf8_lossy(&said.stdout)
        .lines()
        .find_map(|line| line.strip_prefix("host: ").map(str::to_owned))
        .ok_or_else(|| TaskError::new("rustc names no platform"))
}

fn run(
    place: &Place,
    programs: &Path,
    target: &Target,
    demo: Option<&Demo>,
    seconds: u64,
) -> Result<Verdict, TaskError> {
    // What was found interesting stays in the cache and is built upon by the next run.
    let corpus = place.cache.join("fuzz/corpus").join(target.name);
    let found = place.cache.join("fuzz/found").join(target.name);
    for folder in [&corpus, &found] {
        fs::create_dir_all(folder).or_task_error(format!("make {}", folder.display()))?;
    }
    let seeds = tempfile::tempdir().or_task_error("make a folder of seeds")?;
    let files = match demo {
        Some(demo) if !target.seeds.is_empty() => demo.files(target.seeds)?,
        _ => Vec::new(),
    };
    seed::plant(target.name, &files, target.longest, seeds.path())?;

    let log = place.log(&format!("fuzz {}", target.name));
    let mut command = Command::new(programs.join(target.name));
    command
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-max_len={}", target.longest))
        .arg(format!("-artifact_prefix={}/", found.display()))
        .args(["-timeout=20", "-rss_limit_mb=2048", "-print_final_stats=1"])
        .arg(&corpus)
        .arg(seeds.path())
        .env("RUST_BACKTRACE", "1");
    if let Some(samples) = place.shared.as_ref().map(|shared| shared.join("reference/seals")) {
        command.arg(samples);
    }
    process::run(&command, Duration::from_secs(seconds + 240), &log)?;
    Ok(Verdict::one())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// A target that is only written is never run.
    #[test]
    fn every_target_is_built_run_and_described() {
        let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz");
        let text = |name: &str| fs::read_to_string(fuzz.join(name)).unwrap();
        let (manifest, readme) = (text("Cargo.toml"), text("README.md"));
        let mut written: Vec<String> = fs::read_dir(fuzz.join("fuzz_targets"))
            .unwrap()
            .map(|file| file.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
            .collect();
        written.sort();
        let mut run: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
        run.sort_unstable();
        assert_eq!(written, run);
        for name in run {
            assert!(manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "{name}: Cargo.toml");
            assert!(readme.contains(&format!("| `{name}` |")), "{name}: README.md");
        }
    }
}
