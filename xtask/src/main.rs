//! The project's own commands: everything a person or a machine does to this repository besides building it.

mod agree;
mod bench;
mod demo;
mod fuzz;
mod hostile;
mod install;
mod interop;
mod judge;
mod lint;
mod mask;
mod measure;
mod pages;
mod place;
mod process;
mod report;
mod rust;
mod sbom;
mod seed;
mod served;
mod service;
mod source;
mod story;
mod suite;
mod task_error;
mod verdict;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::place::Place;
use crate::task_error::TaskError;

/// Work on Signet: install what its tests need, test it, judge its files, measure it.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install what is missing, start real services, run everything, stop them
    Test {
        /// Only what needs nothing but Rust: format and `cargo test`
        #[arg(long)]
        fast: bool,
    },
    /// Install what the whole test needs and this machine lacks
    Install,
    /// Run a command with the services and tools of the tests, for example `cargo xtask with cargo test -p signet-store`
    With {
        /// The command and its arguments
        #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true)]
        command: Vec<String>,
    },
    /// Format, clippy, licences and advisories
    Lint,
    /// Print measures of the code: sizes of files and functions, comments, constructs that hide a fact
    Measure,
    /// Write what the product is made of: a bill of materials (CycloneDX, JSON)
    Sbom {
        /// Where to
        #[arg(default_value = "signet.cdx.json")]
        file: PathBuf,
    },
    /// Put sealed files before every independent judge (.pdf and .jsonld)
    Judge {
        /// PEM file of the root that the seals must lead to
        #[arg(long, value_name = "PEM")]
        trust: Option<PathBuf>,
        /// Files to judge
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Make seals of every level, algorithm and age, and put them before every judge
    Interop {
        /// Write what the judges say into docs/interop.md, instead of comparing
        #[arg(long)]
        write: bool,
    },
    /// Hold our check of the format against the EU's shapes, on samples and on thousands of changed credentials
    Agree {
        /// How many changes; all when not given
        count: Option<usize>,
        /// Which ones
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Feed each parser with hostile bytes
    Fuzz {
        /// How long each target runs, in seconds
        #[arg(default_value_t = 60)]
        seconds: u64,
    },
    /// Measure issuing and verifying on one core
    Bench {
        /// Also verify archived seals, beside the EU's DSS and pyHanko on the same files
        #[arg(long)]
        judges: bool,
        /// Only the check of the format, beside pySHACL with the official shapes on the same files
        #[arg(long, conflicts_with = "judges")]
        format: bool,
        /// Only what the worst files and the slowest clients do to others; then for so many seconds everything unpleasant in turn
        #[arg(long, value_name = "SECONDS", num_args = 0..=1, default_missing_value = "60", conflicts_with_all = ["judges", "format"])]
        hostile: Option<u64>,
        /// Only what pages ask of a register of so many credentials, on SQLite and, where `SIGNET_TEST_POSTGRES` is set, on PostgreSQL
        #[arg(long, value_name = "CREDENTIALS", num_args = 0..=1, default_missing_value = "1000000", conflicts_with_all = ["judges", "format", "hostile"])]
        rows: Option<u32>,
        /// Only what staff pages cost in a register of so many credentials and 3,000 units, on both engines
        #[arg(long, value_name = "CREDENTIALS", num_args = 0..=1, default_missing_value = "100000", conflicts_with_all = ["judges", "format", "hostile"])]
        staff: Option<u32>,
        /// Only what pages cost: each is asked for during so many seconds over connections that stay open
        #[arg(long, value_name = "SECONDS", num_args = 0..=1, default_missing_value = "5", conflicts_with_all = ["judges", "format", "hostile"])]
        pages: Option<u64>,
        /// With --pages: measure this program instead of building one
        #[arg(long, value_name = "FILE", requires = "pages")]
        program: Option<PathBuf>,
        /// Passed on to the measuring program
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
}

fn main() -> ExitCode {
    let outcome = Place::find().and_then(|place| carry_out(Arguments::parse().task, &place));
    match outcome {
        Ok(code) => code,
        Err(task_error) => {
            eprintln!("{}", mask::secrets(&task_error.to_string()));
            ExitCode::FAILURE
        }
    }
}

fn carry_out(task: Task, place: &Place) -> Result<ExitCode, TaskError> {
    match task {
        Task::Test { fast: true } => suite::fast(place),
        Task::Test { fast: false } => suite::whole(place),
        Task::Install => install::everything(place).map(|_| ExitCode::SUCCESS),
        Task::With { command } => suite::with(place, &command),
        Task::Lint => suite::lint(place),
        Task::Measure => measure::run(place).map(|()| ExitCode::SUCCESS),
        Task::Sbom { file } => sbom::write(place, &file).map(|written| {
            println!("{}", written.notes.join("\n"));
            ExitCode::SUCCESS
        }),
        Task::Judge { trust, files } => suite::judge(place, trust.as_deref(), &files),
        Task::Interop { write } => suite::interop(place, write),
        Task::Agree { count, seed } => suite::agree(place, agree::Choice { count, seed }),
        Task::Fuzz { seconds } => suite::fuzz(place, seconds),
        Task::Bench { hostile: Some(seconds), .. } => hostile::run(place, seconds),
        Task::Bench { rows: Some(credentials), arguments, .. } => bench::rows(place, credentials, &arguments),
        Task::Bench { staff: Some(credentials), .. } => suite::pace_of_staff_pages(place, credentials),
        Task::Bench { pages: Some(seconds), program, .. } => pages::run(place, seconds, program),
        Task::Bench { format: true, .. } => suite::pace_of_format(place),
        Task::Bench { judges: false, arguments, .. } => bench::run(place, &arguments),
        Task::Bench { judges: true, .. } => suite::bench_judges(place),
    }
}
