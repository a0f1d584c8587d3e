//! Tells how a run goes: a line for each step with what it found and how long it took, and one line at the end.

use std::io::{self, Write};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crate::mask;
use crate::task_error::TaskError;
use crate::verdict::Verdict;

/// At most so many notes of one step are printed; its log has the rest.
const NOTES: usize = 40;

/// The running account of a task.
pub struct Report {
    total: Verdict,
    start: Instant,
}

impl Report {
    /// An empty account that starts now.
    pub fn new() -> Self {
        Self { total: Verdict::default(), start: Instant::now() }
    }

    /// Does one step, counts what it found, and says so. Trouble counts as one failure; the run goes on.
    pub fn step<T>(&mut self, name: &str, work: impl FnOnce() -> Result<(T, Verdict), TaskError>) -> Option<T> {
        print!("{name:<27} ");
        // A terminal that went away must not stop the run.
        let _ = io::stdout().flush();
        let start = Instant::now();
        let outcome = work();
        let took = duration(start.elapsed());
        let (made, verdict) = match outcome {
            Ok((made, verdict)) => {
                println!("{:<36}{took:>9}", summary(&verdict));
                (Some(made), verdict)
            }
            Err(task_error) => {
                println!("{:<36}{took:>9}", "FAILED");
                (None, Verdict::failure(task_error.to_string()))
            }
        };
        let notes = if said_inline(&verdict) { &[] } else { verdict.notes.as_slice() };
        for note in notes.iter().take(NOTES) {
            println!("  {}", mask::secrets(note));
        }
        if notes.len() > NOTES {
            println!("  … and {} more", notes.len() - NOTES);
        }
        self.total.add(Verdict { notes: Vec::new(), ..verdict });
        made
    }

    /// The same for a step that makes nothing but a verdict.
    pub fn check(&mut self, name: &str, work: impl FnOnce() -> Result<Verdict, TaskError>) {
        self.step(name, || work().map(|verdict| ((), verdict)));
    }

    /// The closing line, and the exit code that goes with it: success only if something passed and nothing failed.
    pub fn close(self) -> ExitCode {
        let Verdict { passed, failed, skipped, .. } = self.total;
        println!("\n{}", duration(self.start.elapsed()));
        match skipped {
            0 => println!("{passed} passed, {failed} failed"),
            _ => println!("{passed} passed, {failed} failed, {skipped} skipped"),
        }
        if failed == 0 && passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// A step that judged nothing says in a word what it did.
fn said_inline(verdict: &Verdict) -> bool {
    verdict.passed + verdict.failed + verdict.skipped == 0
}

fn summary(verdict: &Verdict) -> String {
    let Verdict { passed, failed, skipped, notes } = verdict;
    match (passed, failed, skipped) {
        (0, 0, 0) if !notes.is_empty() => notes.join(", "),
        (0, 0, 0) => "done".to_owned(),
        (0, 0, _) => "skipped".to_owned(),
        (1, 0, 0) => "ok".to_owned(),
        (_, 0, 0) => format!("{passed} ok"),
        (_, _, 0) => format!("{passed} ok, {failed} FAILED"),
        (_, 0, _) => format!("{passed} ok, {skipped} skipped"),
        _ => format!("{passed} ok, {failed} FAILED, {skipped} skipped"),
    }
}

fn duration(time: Duration) -> String {
    match time.as_secs() {
        0..=9 => format!("{:.1} s", time.as_secs_f64()),
        seconds @ 10..=59 => format!("{seconds} s"),
        seconds => format!("{} m {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_well() {
        assert_eq!(duration(Duration::from_millis(1_240)), "1.2 s");
        assert_eq!(duration(Duration::from_secs(42)), "42 s");
        assert_eq!(duration(Duration::from_secs(605)), "10 m 05 s");
    }

    #[test]
    fn trouble_counts_as_a_failure_and_the_run_goes_on() {
        let mut report = Report::new();
        report.check("first", || Err(TaskError::new("no such tool")));
        report.check("second", || Ok(Verdict::one()));
        assert_eq!((report.total.passed, report.total.failed), (1, 1));
    }
}
