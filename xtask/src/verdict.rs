//! Counts what tests and judges say: the closing lines of Rust's test runner, and TAP lines of all other programs.

use std::fs;
use std::path::Path;

use crate::task_error::{Context, TaskError};

/// How many checks held, failed, and could not be made here.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Verdict {
    /// Checks that held.
    pub passed: u32,
    /// Checks that failed.
    pub failed: u32,
    /// Checks that this machine cannot make.
    pub skipped: u32,
    /// What to tell beside the numbers: each failure, each reason for skipping.
    pub notes: Vec<String>,
}

impl FromIterator<Verdict> for Verdict {
    fn from_iter<V: IntoIterator<Item = Self>>(verdicts: V) -> Self {
        let mut sum = Self::default();
        verdicts.into_iter().for_each(|verdict| sum.add(verdict));
        sum
    }
}

impl Verdict {
    /// One check that held.
    pub fn one() -> Self {
        Self { passed: 1, ..Self::default() }
    }

    /// One check that failed.
    pub fn failure(note: impl Into<String>) -> Self {
        Self { failed: 1, notes: vec![note.into()], ..Self::default() }
    }

    /// One check that was not made.
    pub fn skip(why: impl Into<String>) -> Self {
        Self { skipped: 1, notes: vec![format!("skipped: {}", why.into())], ..Self::default() }
    }

    /// Adds another count to this one.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
        self.notes.extend(other.notes);
    }

    /// Reads lines `ok WHAT`, `not ok WHAT` and `skip WHAT` (the Test Anything Protocol, without numbers).
    pub fn from_tap(text: &str) -> Self {
        let mut count = Self::default();
        for line in text.lines() {
            if line.starts_with("ok ") {
                count.passed += 1;
            } else if let Some(what) = line.strip_prefix("not ok ") {
                count.add(Self::failure(what));
            } else if let Some(what) = line.strip_prefix("skip ") {
                count.add(Self::skip(what));
            }
        }
        count
    }

    /// Reads what `cargo test` says: the closing line of each test binary, and what failing tests printed.
    pub fn from_cargo(text: &str) -> Self {
        let mut count = Self { notes: failures(text), ..Self::default() };
        for line in text.lines() {
            let Some(numbers) = line.trim_start().strip_prefix("test result: ") else {
                continue;
            };
            for part in numbers.split(['.', ';']) {
                let mut words = part.split_whitespace();
                let number = words.next().and_then(|word| word.parse::<u32>().ok()).unwrap_or(0);
                match words.next() {
                    Some("passed") => count.passed += number,
                    Some("failed") => count.failed += number,
                    Some("ignored") => count.skipped += number,
                    _ => {}
                }
            }
        }
        count
    }

    /// Reads a log with one of the readers above.
    pub fn of_log(log: &Path, reader: fn(&str) -> Self) -> Result<Self, TaskError> {
        let bytes = fs::read(log).or_task_error(format!("read {}", log.display()))?;
        Ok(reader(&String::from_utf8_lossy(&bytes)))
    }
}

/// The blocks `---- NAME stdout ----` of failing tests, each at most so long.
fn failures(text: &str) -> Vec<String> {
    const LINES: usize = 25;
    let blocks = text.split("\n---- ").skip(1);
    blocks
        .map(|block| {
            let own = block.split("\n\nfailures:\n").next().unwrap_or_default();
            let lines: Vec<&str> = own.lines().take(LINES).collect();
            lines.join("\n    ")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_failing_tests_printed_is_kept() {
        let text = "failures:\n\n---- a::b stdout ----\nthread panicked\nleft: 1\n\n\
            ---- c stdout ----\nno\n\n\nfailures:\n    a::b\n    c\n\ntest result: FAILED. 0 passed; 2 failed\n";
        let count = Verdict::from_cargo(text);
        assert_eq!(count.failed, 2);
        assert_eq!(count.notes.len(), 2);
        assert!(count.notes[0].starts_with("a::b stdout ----\n    thread panicked\n    left: 1"));
        assert_eq!(count.notes[1].trim_end(), "c stdout ----\n    no");
    }

    #[test]
    fn cargo_lines_add_up() {
        let text = "running 2 tests\n\
            test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: FAILED. 3 passed; 4 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s\n";
        let count = Verdict::from_cargo(text);
        assert_eq!((count.passed, count.failed, count.skipped), (5, 4, 1));
    }

    #[test]
    fn tap_lines_add_up() {
        let count = Verdict::from_tap("noise\nok a\nnot ok b: why\nskip c: no network\nokay\n");
        assert_eq!((count.passed, count.failed, count.skipped), (1, 1, 1));
        assert_eq!(count.notes, ["b: why", "skipped: c: no network"]);
    }
}
