//! Runs programs that cannot outlive us: each hangs on a pipe we hold, and is ended when that pipe closes,
//! be it that we drop it, panic or are killed.

use std::fs::File;
use std::path::Path;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::task_error::{Context, TaskError};

/// Between two looks at a running program.
const GLANCE: Duration = Duration::from_millis(20);

/// How long a program may take to end after it was asked to, a little more than the lifeline's own patience.
const PATIENCE: Duration = Duration::from_secs(8);

/// `$1` is the signal that asks for an orderly end, the rest is the program. Standard input is the lifeline:
/// at its end the whole process group is asked to end, and five seconds later made to.
const LIFELINE: &str = r#"
signal=$1; shift
exec 3<&0
"$@" </dev/null 3<&- &
program=$!
( trap '' TERM INT; read -r _ <&3; kill -s "$signal" 0; sleep 5; kill -s KILL 0 ) &
watch=$!
trap '' TERM INT
while :; do
  wait "$program"; status=$?
  kill -0 "$program" 2>/dev/null || break
done
kill -s KILL "$watch" 2>/dev/null
exit "$status"
"#;

/// The signal by which a program ends in order.
#[derive(Clone, Copy, Debug)]
pub enum Ending {
    /// What most programs understand.
    Terminate,
    /// What makes PostgreSQL close its connections and stop at once.
    Interrupt,
}

/// A running program on its lifeline, with both outputs in a log.
pub struct Supervised {
    child: Child,
    lifeline: Option<ChildStdin>,
    what: String,
}

impl Supervised {
    /// Starts a command (its program, arguments, environment and folder; not its pipes).
    pub fn start(command: &Command, ending: Ending, log: &Path) -> Result<Self, TaskError> {
        let what = command.get_program().to_string_lossy().into_owned();
        let output = File::create(log).or_task_error(format!("open {}", log.display()))?;
        let errors = output.try_clone().or_task_error("share a log")?;
        let mut child = hung(command, ending)
            .stdin(Stdio::piped())
            .stdout(output)
            .stderr(errors)
            .spawn()
            .or_task_error(format!("start {what}"))?;
        let lifeline = child.stdin.take();
        Ok(Self { child, lifeline, what })
    }

    /// The number of the process that it and all its children descend from.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// How it ended, if it has.
    pub fn ended(&mut self) -> Result<Option<ExitStatus>, TaskError> {
        self.child.try_wait().or_task_error(format!("look at {}", self.what))
    }

    /// Waits for its end, at most so long.
    pub fn wait(&mut self, limit: Duration) -> Result<ExitStatus, TaskError> {
        let start = Instant::now();
        loop {
            if let Some(status) = self.ended()? {
                return Ok(status);
            }
            if start.elapsed() > limit {
                let seconds = limit.as_secs();
                return Err(TaskError::new(format!("{} took more than {seconds} s", self.what)));
            }
            sleep(GLANCE);
        }
    }

    /// Waits until it is of use: `ready` says what came of it.
    pub fn wait_until<T>(
        &mut self,
        limit: Duration,
        log: &Path,
        mut ready: impl FnMut() -> Option<T>,
    ) -> Result<T, TaskError> {
        let start = Instant::now();
        loop {
            if let Some(found) = ready() {
                return Ok(found);
            }
            if let Some(status) = self.ended()? {
                let sentence = format!("{} ended before it was ready ({status})", self.what);
                return Err(TaskError::logged(sentence, log));
            }
            if start.elapsed() > limit {
                let sentence = format!("{} was not ready in {} s", self.what, limit.as_secs());
                return Err(TaskError::logged(sentence, log));
            }
            sleep(GLANCE);
        }
    }
}

impl Drop for Supervised {
    fn drop(&mut self) {
        drop(self.lifeline.take());
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if matches!(self.child.try_wait(), Ok(Some(_)) | Err(_)) {
                return;
            }
            sleep(GLANCE);
        }
        let group = format!("-{}", self.child.id());
        // The lifeline's own KILL has failed; nothing is left but to try once more, and to reap.
        let _ = Command::new("kill").args(["-s", "KILL", "--", &group]).status();
        let _ = self.child.wait();
    }
}

/// The command, hung on a lifeline in a process group of its own.
fn hung(command: &Command, ending: Ending) -> Command {
    use std::os::unix::process::CommandExt;

    let signal = match ending {
        Ending::Terminate => "TERM",
        Ending::Interrupt => "INT",
    };
    let mut hung = Command::new("sh");
    hung.args(["-c", LIFELINE, "lifeline", signal])
        .arg(command.get_program())
        .args(command.get_args())
        .process_group(0);
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => hung.env(name, value),
            None => hung.env_remove(name),
        };
    }
    if let Some(folder) = command.get_current_dir() {
        hung.current_dir(folder);
    }
    hung
}

/// Runs a command to its end with both outputs in a log; trouble, with the log's tail, unless it succeeds in time.
pub fn run(command: &Command, limit: Duration, log: &Path) -> Result<(), TaskError> {
    let what = command.get_program().to_string_lossy().into_owned();
    let status = finish(command, limit, log)?;
    if status.success() { Ok(()) } else { Err(TaskError::logged(format!("{what} failed ({status})"), log)) }
}

/// Runs a command to its end, whatever that is; trouble only if it does not start or takes too long.
pub fn finish(command: &Command, limit: Duration, log: &Path) -> Result<ExitStatus, TaskError> {
    let mut program = Supervised::start(command, Ending::Terminate, log)?;
    program.wait(limit).map_err(|task_error| TaskError::logged(task_error.to_string(), log))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::fs;
    use std::path::PathBuf;

    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    fn log() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let log = folder.path().join("log");
        (folder, log)
    }

    #[test]
    fn outputs_and_status_come_through() {
        let (_folder, log) = log();
        let command = shell("echo out; echo err >&2; exit 3");

        let status = finish(&command, Duration::from_secs(10), &log).unwrap();

        assert_eq!(status.code(), Some(3));
        assert_eq!(fs::read_to_string(&log).unwrap(), "out\nerr\n");
    }

    #[test]
    fn dropping_ends_the_program_and_its_children() {
        let (_folder, log) = log();
        let command = shell("sleep 600 & echo $! $$; wait");
        let mut running = Supervised::start(&command, Ending::Terminate, &log).unwrap();
        let said = running
            .wait_until(Duration::from_secs(10), &log, || {
                let text = fs::read_to_string(&log).ok()?;
                text.ends_with('\n').then_some(text)
            })
            .unwrap();

        drop(running);

        for process in said.split_whitespace() {
            // A signal is sent at once and followed when the system finds the time.
            let start = Instant::now();
            loop {
                let state = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
                if state.is_empty() || state.contains(") Z ") {
                    break;
                }
                assert!(start.elapsed() < PATIENCE, "still there: {state}");
                sleep(GLANCE);
            }
        }
    }

    #[test]
    fn a_program_that_takes_too_long_is_trouble() {
        let (_folder, log) = log();
        let task_error = run(&shell("sleep 600"), Duration::from_millis(50), &log).unwrap_err();
        assert!(task_error.to_string().contains("took more than"), "{task_error}");
    }

    #[test]
    fn a_program_that_dies_early_is_said_so() {
        let (_folder, log) = log();
        let command = shell("echo no such thing; exit 1");
        let mut running = Supervised::start(&command, Ending::Terminate, &log).unwrap();
        let task_error = running.wait_until(Duration::from_secs(10), &log, || None::<()>).unwrap_err();
        assert!(task_error.to_string().contains("no such thing"), "{task_error}");
    }
}
