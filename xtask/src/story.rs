//! Drives a real browser through the running demo: what holders, verifiers and registrars do.

use std::process::Command;
use std::time::Duration;

use crate::demo::Demo;
use crate::install::Tools;
use crate::place::Place;
use crate::process;
use crate::service::LoginProviders;
use crate::task_error::TaskError;
use crate::verdict::Verdict;

/// All stories together.
const LIMIT: Duration = Duration::from_secs(600);

/// Tells every story; pictures of failures lie beside the log.
pub fn tell(place: &Place, tools: &Tools, demo: &Demo, login: Option<&LoginProviders>) -> Result<Verdict, TaskError> {
    tell_some(place, tools, demo, login, &[])
}

/// Tells some of them, by name; all when none is named.
pub fn tell_some(
    place: &Place,
    tools: &Tools,
    demo: &Demo,
    login: Option<&LoginProviders>,
    names: &[&str],
) -> Result<Verdict, TaskError> {
    let log = place.log(format!("browser stories {}", names.join(" ")).trim_end());
    let mut command = Command::new("node");
    command
        .arg(place.interop("browser/tell.mjs"))
        .args(names)
        .envs(tools.environment())
        .env("SIGNET_DEMO", demo.introduction())
        .env("SIGNET_PICTURES", &place.logs)
        .envs(login.map(|login| ("SIGNET_LOGIN", login.university())));
    let status = process::finish(&command, LIMIT, &log)?;
    let verdict = Verdict::of_log(&log, Verdict::from_tap)?;
    if verdict.failed == 0 && (!status.success() || verdict.passed == 0) {
        return Err(TaskError::logged("the browser stories broke off", &log));
    }
    Ok(verdict)
}
