//! One thread answers everybody: what takes the processor long is done elsewhere, and others are answered meanwhile.

use std::{
    fs,
    future::poll_fn,
    pin::pin,
    time::{Duration, Instant},
};

use signet_record::{UnitId, specimen};
use tokio::time::sleep;

use crate::{
    browser::{Answer, Browser},
    stage::Stage,
};

/// Rows of the worst sheet: as many as one may have, and each of them wrong in several cells.
const ROWS: usize = 50_000;
const HEADINGS: &str = "Osobní číslo;Jméno;Příjmení;Datum narození;Hodnocení;Datum hodnocení";
const WRONG: &str = ";;;31. 2. 2001;Q;31. 2. 2026";
/// Units of a large catalogue.
const UNITS: usize = 400;
/// The longest that work may keep the thread to itself, as a part of the time that all of it took.
const PART_MAX: u32 = 4;
/// How often work is done at most. What the system does on a thread now and then counts as its time, but does not come each time; work
/// that keeps the thread does.
const ATTEMPTS: u32 = 5;

/// How long work took, and the longest that it kept the thread which answers everybody.
struct Kept {
    whole: Duration,
    /// In time of the processor, not of the clock: a machine that is busy with something else makes it no longer.
    longest: Duration,
}

/// Time that the processor has spent on this thread.
fn thread_time() -> Duration {
    let told = fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(told.split(' ').next().unwrap().parse().unwrap())
}

/// Does the work, and asks how the server is all the while. The test has one thread for both, as the smallest machine would.
async fn beside(stage: &Stage, work: impl Future<Output = Answer>) -> (Answer, Kept) {
    let mut other = Browser::new(stage.router.clone());
    let (mut longest, mut work) = (Duration::ZERO, pin!(work));
    let began = Instant::now();
    let working = poll_fn(|context| {
        let before = thread_time();
        let polled = work.as_mut().poll(context);
        longest = longest.max(thread_time() - before);
        polled
    });
    let asking = async {
        loop {
            sleep(Duration::from_millis(2)).await;
            assert_eq!(other.get("/healthz").await.expect(200).text(), "ok\n");
        }
    };
    let answer = tokio::select! {
        biased;
        answer = working => answer,
        () = asking => unreachable!("asking does not end"),
    };
    (answer, Kept { whole: began.elapsed(), longest })
}

impl Kept {
    /// Whether the work left the thread to others; fails when it did so in none of all attempts.
    fn is_short(&self, attempt: u32, what: &str) -> bool {
        let Kept { whole, longest } = self;
        let short = *longest < *whole / PART_MAX;
        assert!(short || attempt < ATTEMPTS, "{what}: the thread was kept for {longest:?} of {whole:?}");
        short
    }
}

#[tokio::test(flavor = "current_thread")]
async fn the_worst_sheet_is_checked_while_others_are_answered() {
    let stage = Stage::open().await;
    let mut registrar = stage.registrar().await;
    let token = registrar.get("/en/staff/results").await.expect(200).token();
    let sheet = format!("{HEADINGS}\r\n{}", format!("{WRONG}\r\n").repeat(ROWS));
    let fields = [("token", token.as_str()), ("unit", "ukazka")];
    let mut batch = String::new();
    for attempt in 1..=ATTEMPTS {
        let checking = registrar.upload("/en/staff/check", &fields, "sheet", "vysledky.csv", sheet.as_bytes());
        let (answer, kept) = beside(&stage, checking).await;
        batch = answer.expect(303).header("location").to_owned();
        if kept.is_short(attempt, "handing in") {
            break;
        }
    }
    for attempt in 1..=ATTEMPTS {
        let (answer, kept) = beside(&stage, registrar.get(&batch)).await;
        assert!(answer.expect(200).text().contains("vysledky.csv"));
        if kept.is_short(attempt, "the page of what is wrong") {
            break;
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_large_catalogue_is_drawn_while_others_are_answered() {
    let stage = Stage::open().await;
    let unit = specimen::unit().unwrap();
    let document = serde_json::to_string(&unit).unwrap();
    let id = |name: &str| UnitId::new(name).unwrap();
    for number in 0..UNITS {
        let id = id(&format!("kurz-{number}"));
        let document = document.replace("\"ukazka\"", &format!("\"{id}\""));
        stage.tenant().put_unit(&id, unit.version, &unit.title, &document, stage.now()).await.unwrap();
    }
    let mut version = unit.version;
    let mut visitor = stage.stranger();
    for path in ["/cs/catalogue?past=yes", "/en/catalogue?past=yes&q=vzorova"] {
        for attempt in 1..=ATTEMPTS {
            // What was remembered of the catalogue is no longer right: it is read and put in order anew.
            stage.tenant().put_unit(&id("dalsi"), version, &unit.title, &document, stage.now()).await.unwrap();
            version += 1;
            let (answer, kept) = beside(&stage, visitor.get(path)).await;
            assert!(answer.expect(200).text().contains("/catalogue/"), "{path}");
            if kept.is_short(attempt, path) {
                break;
            }
        }
    }
}
