//! Progress of long work: a bar on a terminal, plain lines in a pipe.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use signet_lang::{Locale, args};

use crate::terminal;

/// How often a line is written where there is no terminal.
const LINE_EVERY: Duration = Duration::from_secs(5);

/// Shows how far a piece of work has come.
pub struct Progress {
    bar: ProgressBar,
    locale: Locale,
    last_line: Instant,
}

impl Progress {
    /// Work of `total` equal parts.
    pub fn new(total: u64, locale: Locale) -> Self {
        let target =
            if terminal::is_interactive() { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(total), target);
        if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len}  {per_sec}  {eta}") {
            bar.set_style(style);
        }
        Progress { bar, locale, last_line: Instant::now() }
    }

    /// `done` parts are done.
    pub fn reached(&mut self, done: u64) {
        self.bar.set_position(done);
        if !terminal::is_interactive() && self.last_line.elapsed() >= LINE_EVERY {
            self.last_line = Instant::now();
            eprintln!(
                "{}",
                self.locale.app_progress(args::AppProgress { done, total: self.bar.length().unwrap_or(done) })
            );
        }
    }

    /// Clears the bar.
    pub fn finish(self) {
        self.bar.finish_and_clear();
    }
}
