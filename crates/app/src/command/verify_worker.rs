//! `signet verify-worker`, which only `serve` calls: verifies strangers' files over its standard input and output. It has no secrets
//! (an empty environment, no settings but whom to trust), and once it has read whom to trust it can open nothing, write nothing and
//! start nothing, and has so much memory and so much time.

use std::{
    io::{self, stdin, stdout},
    sync::Arc,
};

use rustix::{
    process::{Resource, Rlimit, nice, setrlimit},
    time::{ClockId, clock_gettime},
};
use serde::{Deserialize, Serialize};
use signet_lang::Locale;
use signet_web::verification::{Launch, serve, take_setup};

use crate::{
    config::{Config, TrustConfig},
    exit::{self, CommandError, Exit},
    policy, trust_reading,
};

/// How much less pressing than an answer a stranger's file is.
const NICENESS: i32 = 10;

/// What the server says first.
#[derive(Serialize, Deserialize)]
struct Setup {
    trust: TrustConfig,
    memory_mb: u64,
    seconds: u64,
    language: signet_record::Language,
}

/// The program that runs, whatever lies under its name by now: an update must not give a server workers of another version.
const THIS_PROGRAM: &str = "/proc/self/exe";

/// How such workers come to be.
///
/// # Errors
/// When the settings of trust cannot be written as JSON.
pub fn launch(config: &Config, locale: Locale) -> Result<Launch, CommandError> {
    let (memory_mb, seconds) = (config.limits.worker_mb, config.limits.worker_seconds);
    let setup = Setup { trust: config.trust.clone(), memory_mb, seconds, language: locale.language() };
    // Memory is committed as it is used, so that the limit counts it, and given back at once.
    let environment = [("MIMALLOC_ARENA_EAGER_COMMIT", "0"), ("MIMALLOC_PURGE_DELAY", "0")];
    Ok(Launch::Program {
        path: THIS_PROGRAM.into(),
        arguments: vec!["verify-worker".into()],
        environment: environment.map(|(name, value)| (name.into(), value.into())).into(),
        setup: serde_json::to_vec(&setup)?,
    })
}

/// Verifies until the server goes.
pub fn run(locale: Locale) -> Exit {
    // A panic's own words may be those of the file.
    std::panic::set_hook(Box::new(|panic| match panic.location() {
        Some(place) => eprintln!("verify-worker: panicked at {place}"),
        None => eprintln!("verify-worker: panicked"),
    }));
    match verify() {
        Ok(()) => Exit::Success,
        Err(stop) => exit::report(&stop, locale),
    }
}

fn verify() -> Result<(), CommandError> {
    let (mut input, mut output) = (stdin().lock(), stdout().lock());
    let Some(setup) = take_setup::<Setup>(&mut input)? else { return Ok(()) };
    let locale = Locale::new(setup.language);
    let trust = trust_reading::trust_or_stop(&setup.trust, locale)?;
    let trust = Arc::new(policy::apply(setup.trust.policy.as_deref(), trust, locale)?);
    confine(setup.memory_mb)?;
    serve(&mut input, &mut output, &trust, &mut || limit_time(setup.seconds))?;
    Ok(())
}

fn to(most: u64) -> Rlimit {
    Rlimit { current: Some(most), maximum: Some(most) }
}

/// Nothing more can be opened, written or started, and so much memory is all there is.
fn confine(memory_mb: u64) -> io::Result<()> {
    let held = data_bytes()?;
    nice(NICENESS)?;
    for (resource, most) in [
        (Resource::Core, 0),
        (Resource::Fsize, 0),
        (Resource::Nofile, 3),
        (Resource::Nproc, 0),
        (Resource::Data, held.saturating_add(memory_mb << 20)),
    ] {
        setrlimit(resource, to(most))?;
    }
    Ok(())
}

/// Bytes of private memory that are taken before the first file.
fn data_bytes() -> io::Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let kilobytes = status.lines().find_map(|line| line.strip_prefix("VmData:")?.trim().strip_suffix(" kB"));
    let kilobytes = kilobytes.and_then(|text| text.parse::<u64>().ok());
    kilobytes.map(|kilobytes| kilobytes << 10).ok_or_else(|| io::Error::from(io::ErrorKind::InvalidData))
}

/// Ends this process if a file takes longer, also when nobody is there any more to end it.
fn limit_time(seconds: u64) {
    let used = u64::try_from(clock_gettime(ClockId::ProcessCPUTime).tv_sec).unwrap_or(0);
    let most = Rlimit { current: Some(used.saturating_add(seconds).saturating_add(1)), maximum: None };
    // Without it the server still ends a worker that thinks too long.
    let _ = setrlimit(Resource::Cpu, most);
}
