//! Measures what pages cost: `cargo xtask bench --pages [SECONDS]`.
//!
//! A demonstration is served on loopback with two threads that answer. Each page is asked for by a few clients at once, one request
//! after another on a connection that stays open, as a proxy in front of the server does. Clients and server share the machine, so what
//! counts is the processor time of the server, which nobody else's work lengthens much; pages a second of one core follow from it.
//! Shared pages at which nobody has looked come first: each costs a judgement, which later looks are spared.
//! Nothing leaves this machine.

mod load;
mod processor;

use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;
use std::time::{Duration, Instant};

use self::load::{Connection, Seen};
use crate::hostile::percentile;
use crate::place::Place;
use crate::rust;
use crate::served::Served;
use crate::task_error::{Context, TaskError};

/// Clients that ask at the same time.
const CLIENTS: usize = 8;
/// Threads that answer.
const WORKERS: (&str, &str) = ("TOKIO_WORKER_THREADS", "2");
/// What is asked for before anything is counted.
const WARM_UP: Duration = Duration::from_secs(1);

/// One page, and how it is asked for.
struct Page {
    name: &'static str,
    path: String,
    /// Further lines of the request.
    more: &'static str,
}

/// Builds the program unless one is given, serves, and says what each page costs; fails when a page was not answered.
pub fn run(place: &Place, seconds: u64, program: Option<PathBuf>) -> Result<ExitCode, TaskError> {
    let program = match program {
        Some(program) => program,
        None => {
            rust::program(place)?;
            place.signet()
        }
    };
    let served = Served::start(place, &program, "pages", &[WORKERS])?;
    println!("{CLIENTS} clients, {seconds} s for each page, two threads that answer\n");
    println!("| page | bytes | processor time | pages a second of a core | measured | p50 | p99 |");
    println!("| --- | --- | --- | --- | --- | --- | --- |");
    let mut good = first_looks(&served)?;
    for page in pages(&served)? {
        good &= measure(&served, &page, Duration::from_secs(seconds))?;
    }
    Ok(if good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn pages(served: &Served) -> Result<Vec<Page>, TaskError> {
    let mut connection = Connection::open(served.address).or_task_error("connect")?;
    let catalogue = connection.body("/en/catalogue?past=yes").or_task_error("read the catalogue")?;
    let unit = catalogue.split("href=\"").map(|rest| rest.split('"').next().unwrap_or_default());
    let unit = unit.into_iter().find(|path| path.starts_with("/en/catalogue/"));
    let unit = unit.ok_or_else(|| TaskError::new("the catalogue names no unit"))?.to_owned();
    let institution = unit.split('/').nth(3).unwrap_or_default();
    let list = format!("/status/{institution}/1");
    let shared = connection.body(&served.shared).or_task_error("read the shared page")?;
    let picture = shared.split("src=\"").map(|rest| rest.split('"').next().unwrap_or_default());
    let picture = picture.into_iter().find(|path| path.contains("/preview.jpg")).map(str::to_owned);
    let plain = |name, path: &str| Page { name, path: path.to_owned(), more: "" };
    let packed = |name, path: &str| Page { name, path: path.to_owned(), more: "accept-encoding: gzip\r\n" };
    let mut pages = vec![
        plain("shared page", &served.shared),
        packed("shared page, compressed", &served.shared),
        plain("home", "/en"),
        packed("home, compressed", "/en"),
        plain("catalogue", "/en/catalogue?past=yes"),
        plain("unit", &unit),
        plain("form to verify a file", "/en/verify"),
        plain("status list", &list),
        packed("status list, compressed", &list),
        plain("description of the interface", "/api/v1/openapi.json"),
    ];
    pages.extend(picture.map(|path| plain("picture of a shared page", &path)));
    Ok(pages)
}

/// Asks for every shared page once.
fn first_looks(served: &Served) -> Result<bool, TaskError> {
    let paths = served.every_shared()?;
    let before = processor::of_tree(served.process());
    let began = Instant::now();
    let seen = thread::scope(|scope| {
        let shares = paths.chunks(paths.len().div_ceil(CLIENTS).max(1));
        let clients: Vec<_> = shares.map(|share| scope.spawn(|| load::ask_each(served.address, share))).collect();
        clients.into_iter().map(|client| client.join().unwrap_or_default()).fold(Seen::default(), Seen::and)
    });
    tell(
        "shared page, the first look",
        seen,
        began.elapsed(),
        processor::of_tree(served.process()).saturating_sub(before),
    )
}

/// Asks for one page for a while, and says what it cost.
fn measure(served: &Served, page: &Page, length: Duration) -> Result<bool, TaskError> {
    ask(served, page, WARM_UP.min(length));
    let before = processor::of_tree(served.process());
    let began = Instant::now();
    let seen = ask(served, page, length);
    tell(page.name, seen, began.elapsed(), processor::of_tree(served.process()).saturating_sub(before))
}

/// Says what was seen of a page, and what the server spent.
fn tell(name: &str, mut seen: Seen, wall: Duration, spent: Duration) -> Result<bool, TaskError> {
    let answered = seen.times.len();
    if answered == 0 {
        return Err(TaskError::new(format!("{name} was never answered")));
    }
    let each = spent.as_secs_f64() * 1_000.0 / answered as f64;
    let (half, nearly_all) = (percentile(&mut seen.times, 50), percentile(&mut seen.times, 99));
    println!(
        "| {} | {} | {each:.3} ms | {:.0} | {:.0} /s | {half:.2?} | {nearly_all:.2?} |",
        name,
        seen.bytes / answered,
        1_000.0 / each.max(0.001),
        answered as f64 / wall.as_secs_f64(),
    );
    if seen.failed > 0 {
        println!("  {} were not answered", seen.failed);
    }
    Ok(seen.failed == 0)
}

/// All clients at once.
fn ask(served: &Served, page: &Page, length: Duration) -> Seen {
    let until = Instant::now() + length;
    thread::scope(|scope| {
        let clients: Vec<_> =
            (0..CLIENTS).map(|_| scope.spawn(|| load::ask(served.address, &page.path, page.more, until))).collect();
        clients.into_iter().map(|client| client.join().unwrap_or_default()).fold(Seen::default(), Seen::and)
    })
}
