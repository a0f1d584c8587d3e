//! The order in which things are tried: what fails fast comes first, what takes long last, and nothing stops the rest.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::agree::{self, Choice};
use crate::bench;
use crate::demo::Demo;
use crate::fuzz;
use crate::install::{self, Tools};
use crate::interop::{self, Tables};
use crate::judge::Case;
use crate::lint::dependencies;
use crate::place::Place;
use crate::report::Report;
use crate::rust;
use crate::sbom;
use crate::service::{Authority, Postgres, Services};
use crate::story;
use crate::task_error::{Context, TaskError};
use crate::verdict::Verdict;

/// How long each fuzz target runs within the whole test, in seconds.
const FUZZ_SECONDS: u64 = 10;

/// Everything; success only if all of it passes.
pub fn whole(place: &Place) -> Result<ExitCode, TaskError> {
    let mut report = Report::new();
    let tools = install::with(place, &mut report);
    report.check("Format", || rust::format(place));
    if let Some(tools) = &tools {
        dependencies(place, &tools.deny, &mut report);
        report.check("Bill of materials", || sbom::judge(place, &tools.python));
    }
    let built = report.step("Build", || rust::build(place).map(|verdict| ((), verdict)));
    if let (Some(tools), Some(())) = (&tools, built) {
        with_services(place, tools, &mut report);
    }
    report.check("Clippy", || rust::clippy(place));
    Ok(report.close())
}

/// What others' code may come to us under, from where, and whether it is known to be broken.
fn dependencies(place: &Place, deny: &Path, report: &mut Report) {
    report.check("Licences and sources", || dependencies::policy(place, deny));
    report.check("Advisories", || dependencies::advisories(place, deny));
}

/// What needs the tools and the product.
fn with_services(place: &Place, tools: &Tools, report: &mut Report) {
    let services = Services::start(place, tools, report);
    if let Some(services) = &services {
        let environment = environment(place, tools, services);
        report.check("Rust tests", || rust::test(place, &environment));
        interop::steps(place, tools, services.authority(), Tables::Compare, report);
    }
    let login = services.as_ref().map(Services::login);
    let demo = report.step("Demo", || Demo::start(place, login).map(|demo| (demo, Verdict::one())));
    let Some(demo) = demo else { return };
    judge_demo(place, tools, &demo, report);
    let sampled = Choice { count: Some(agree::SAMPLED), seed: 1 };
    report.check("EDC check beside shapes", || agree::run(place, &tools.python, &demo.files(&["jsonld"])?, sampled));
    report.check("Browser stories", || story::tell(place, tools, &demo, login));
    if let Some(services) = &services {
        report.check("Browser story on PostgreSQL", || run_on_postgres(place, tools, services));
    }
    fuzz::steps(place, Some(&demo), FUZZ_SECONDS, report);
}

/// Where tests find the tools, the services and the reference material.
fn environment(place: &Place, tools: &Tools, services: &Services) -> Vec<(String, String)> {
    let shared = place.shared.as_ref().map(|path| path.display().to_string());
    let shared = shared.map(|path| ("SIGNET_SHARED".to_owned(), path));
    tools.environment().into_iter().chain(services.environment()).chain(shared).collect()
}

fn judge_demo(place: &Place, tools: &Tools, demo: &Demo, report: &mut Report) {
    let files = demo.files(&["pdf", "jsonld"]).and_then(|files| Ok((files, demo.anchors()?)));
    match files {
        Ok((files, trust)) => {
            let case = Case::new(place, tools, Some(&trust), &files);
            case.hear(report);
            case.hear_controls(report);
        }
        Err(task_error) => report.check("Judges", || Err(task_error)),
    }
}

/// What writes most by hand, with its rows on the other engine.
fn run_on_postgres(place: &Place, tools: &Tools, services: &Services) -> Result<Verdict, TaskError> {
    let demo = Demo::start_on(place, services.postgres())?;
    story::tell_some(place, tools, &demo, None, &["run"])
}

/// What needs nothing but Rust.
pub fn fast(place: &Place) -> Result<ExitCode, TaskError> {
    let mut report = Report::new();
    report.check("Format", || rust::format(place));
    report.check("Rust tests", || rust::test(place, &[]));
    Ok(report.close())
}

/// A command of the caller's among running services, with the caller's own terminal.
pub fn with(place: &Place, command: &[String]) -> Result<ExitCode, TaskError> {
    let mut report = Report::new();
    let tools = install::with(place, &mut report)
        .ok_or_else(|| TaskError::new("some tools are missing; what can be done is said above"))?;
    let services =
        Services::start(place, &tools, &mut report).ok_or_else(|| TaskError::new("the services did not start"))?;
    let (program, arguments) = command.split_first().ok_or_else(|| TaskError::new("no command was given"))?;
    let status = Command::new(program)
        .args(arguments)
        .envs(environment(place, &tools, &services))
        .env("CARGO_TARGET_DIR", &place.target)
        .status()
        .or_task_error(format!("start {program}"))?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Everything that is judged without running the product.
pub fn lint(place: &Place) -> Result<ExitCode, TaskError> {
    let mut report = Report::new();
    report.check("Format", || rust::format(place));
    if let Some(deny) = install::deny(place, &mut report) {
        dependencies(place, &deny, &mut report);
    }
    report.check("Clippy", || rust::clippy(place));
    Ok(report.close())
}

/// Every judge on files of one's own.
pub fn judge(place: &Place, trust: Option<&Path>, files: &[PathBuf]) -> Result<ExitCode, TaskError> {
    let mut report = Report::new();
    if let Some(tools) = install::with(place, &mut report) {
        Case::new(place, &tools, trust, files).hear(&mut report);
    }
    Ok(report.close())
}

/// Seals of every kind before every judge, and the tables that tell of it.
pub fn interop(place: &Place, write: bool) -> Result<ExitCode, TaskError> {
    let mut report = Report::new();
    let tools = install::with(place, &mut report);
    let built = report.step("Build", || rust::specimens(place).map(|verdict| ((), verdict)));
    if let (Some(tools), Some(())) = (tools, built) {
        let authority = report.step("Certificate authority", || {
            Authority::start(place, &tools.python).map(|authority| (authority, Verdict::default()))
        });
        let tables = if write { Tables::Write } else { Tables::Compare };
        if let Some(authority) = authority {
            interop::steps(place, &tools, &authority, tables, &mut report);
        }
    }
    Ok(report.close())
}

/// Archived seals made and verified, beside other judges.
pub fn bench_judges(place: &Place) -> Result<ExitCode, TaskError> {
    let mut report = Report::new();
    let tools = install::with(place, &mut report);
    let built = report.step("Build", || rust::bench_judges(place).map(|verdict| ((), verdict)));
    if let (Some(tools), Some(())) = (tools, built) {
        let authority = report.step("Certificate authority", || {
            Authority::start(place, &tools.python).map(|authority| (authority, Verdict::default()))
        });
        if let Some(authority) = authority {
            interop::bench_judges(place, &tools, &authority, &mut report);
        }
    }
    Ok(report.close())
}

/// The check of the format, ours and pySHACL's.
pub fn pace_of_format(place: &Place) -> Result<ExitCode, TaskError> {
    let mut report = Report::new();
    if let Some(tools) = install::with(place, &mut report) {
        report.check("Checks of the format", || bench::format(place, &tools.python));
    }
    Ok(report.close())
}

/// What staff pages cost in a large register, on both engines.
pub fn pace_of_staff_pages(place: &Place, credentials: u32) -> Result<ExitCode, TaskError> {
    let mut report = Report::new();
    let tools = install::with(place, &mut report)
        .ok_or_else(|| TaskError::new("some tools are missing; what can be done is said above"))?;
    let folder = tempfile::tempdir().or_task_error("make a folder for the register")?;
    let sqlite = format!("sqlite:{}", folder.path().join("register.db").display());
    let postgres = Postgres::start(place, &tools.postgres)?;
    for (engine, database) in [("SQLite", sqlite.as_str()), ("PostgreSQL", postgres.url())] {
        println!("\n== {engine}, {credentials} credentials ==");
        bench::staff(place, credentials, database)?;
    }
    Ok(report.close())
}

/// Our check of the format beside the EU's shapes; with the demo's credentials if the product is built.
pub fn agree(place: &Place, choice: Choice) -> Result<ExitCode, TaskError> {
    let mut report = Report::new();
    let tools = install::with(place, &mut report);
    let demo = demo_if_built(place, &mut report, "the product is not built; its credentials are not judged");
    if let Some(tools) = tools {
        report.check("EDC check beside shapes", || {
            let files = demo.as_ref().map_or_else(|| Ok(Vec::new()), |demo| demo.files(&["jsonld"]))?;
            agree::run(place, &tools.python, &files, choice)
        });
    }
    Ok(report.close())
}

/// Every fuzz target for so long; seeded by the demo if the product is built.
pub fn fuzz(place: &Place, seconds: u64) -> Result<ExitCode, TaskError> {
    let mut report = Report::new();
    let demo = demo_if_built(place, &mut report, "the product is not built; fuzzing starts without its files");
    fuzz::steps(place, demo.as_ref(), seconds, &mut report);
    Ok(report.close())
}

/// The running demo; nothing, and a word why, when the product is not built.
fn demo_if_built(place: &Place, report: &mut Report, otherwise: &str) -> Option<Demo> {
    let demo = report.step("Demo", || {
        if place.signet().is_file() {
            Demo::start(place, None).map(|demo| (Some(demo), Verdict::default()))
        } else {
            Ok((None, Verdict::skip(otherwise)))
        }
    });
    demo.flatten()
}
