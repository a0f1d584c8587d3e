//! Where the time goes.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};
use signet_issue::{Observer, Step};

/// Processor time between the steps of issuing, added up over all credentials. What waits for the disk does not count.
#[derive(Clone, Default)]
pub struct Stopwatch {
    laps: Arc<Mutex<Laps>>,
}

#[derive(Default)]
struct Laps {
    last: Option<Duration>,
    by_step: BTreeMap<Step, Duration>,
}

impl Stopwatch {
    /// A credential is begun.
    pub fn begin(&self) {
        self.lock().last = Some(processor());
    }

    /// Adds the time since the last step to the step that ended.
    pub fn observer(&self) -> Observer {
        let own = self.clone();
        Arc::new(move |_, step| {
            let mut laps = own.lock();
            let now = processor();
            let lap = laps.last.map_or(Duration::ZERO, |last| now - last);
            *laps.by_step.entry(step).or_default() += lap;
            laps.last = Some(now);
        })
    }

    /// The table of steps: milliseconds of processor time for one credential, and the share of the whole.
    pub fn tell(&self, proposed: Duration, whole: Duration, count: u32) {
        let mut backoff = whole;
        let mut line = |what: &str, time: Duration| {
            backoff = backoff.saturating_sub(time);
            println!("{}", of_one(what, time / count, whole / count));
        };
        line("into the register", proposed);
        for (step, time) in &self.lock().by_step {
            line(said(*step), *time);
        }
        println!("{}", of_one("claims and the rest", backoff / count, whole / count));
    }

    fn lock(&self) -> MutexGuard<'_, Laps> {
        self.laps.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// `  WHAT   1.23 ms   12 %`
pub fn of_one(what: &str, time: Duration, whole: Duration) -> String {
    let share = 100.0 * time.as_secs_f64() / whole.as_secs_f64();
    format!("  {what:<28} {:>9.2} ms {share:>5.1} %", time.as_secs_f64() * 1e3)
}

/// What was done when a step is announced.
fn said(step: Step) -> &'static str {
    match step {
        Step::Proposed => "proposed",
        Step::Prepared => "prepare and rehearse",
        Step::Intended => "write the intent",
        Step::CredentialSealed => "seal the credential",
        Step::DocumentSealed => "print and seal the PDF",
        Step::Verified => "verify both",
        Step::Kept => "keep the artefacts",
        Step::Recorded => "record in the ledger",
    }
}

/// Processor time of this process so far, all threads together: other programs hardly disturb it.
pub fn processor() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(u64::try_from(time.tv_sec).unwrap_or_default(), u32::try_from(time.tv_nsec).unwrap_or_default())
}

/// How often in a second of processor time; tried for about one such second after a warm-up.
pub fn rate(mut work: impl FnMut()) -> f64 {
    work();
    let start = processor();
    let mut times = 0;
    while processor() - start < Duration::from_secs(1) {
        work();
        times += 1;
    }
    f64::from(times) / (processor() - start).as_secs_f64()
}
