//! Measures what the worst files and the slowest clients do to everybody else: `cargo xtask bench --hostile [SECONDS]`.
//!
//! A demonstration is served on loopback, and told to trust this machine's word for whom it speaks, so that many clients can be
//! played. First it is quiet; then fifty of the worst files are sent at once among eleven hundred clients that send half a head each;
//! then, for as long as is wanted, everything unpleasant is done in turn. All the while two clients ask for a normal page and for a
//! shared one. Nothing leaves this machine, and everything ends after the time that is set.

mod client;
mod files;
pub mod memory;

use std::collections::BTreeMap;
use std::net::{SocketAddr, TcpStream};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

pub use self::client::percentile;
use self::client::{Answer, Client};
use self::files::Files;
use crate::place::Place;
use crate::rust;
use crate::served::Served;
use crate::task_error::TaskError;

/// Files sent at once.
const UPLOADS: usize = 50;
/// Clients that send half a head.
const SLOW: usize = 1_100;
/// Clients that ask nicely have numbers of their own.
const NICE: usize = 60_000;
/// Clients that do everything unpleasant in turn.
const MIXED: usize = 12;
/// A normal page is answered within this, 99 of 100 times.
const PAGE_MAX: Duration = Duration::from_millis(100);
/// Server and workers together hold no more.
const MEMORY_MAX: u64 = 1 << 30;
/// Growth of memory from the first third of a long run to the last that is no growth: what the allocator keeps at hand.
const GROWTH_MAX: u64 = 96 << 20;

/// Builds the program, serves, measures, says so; fails when an aim is missed.
pub fn run(place: &Place, seconds: u64) -> Result<ExitCode, TaskError> {
    rust::program(place)?;
    let served = Served::start(place, &place.signet(), "hostile", &[])?;
    let files = Files::worst(served.honest()?)?;
    files.told().for_each(|line| println!("{line}"));
    let good = [
        phase("quiet", &served, Duration::from_secs(5), |_| ()),
        phase("50 worst files among 1,100 slow clients", &served, Duration::from_secs(10), |_| {
            at_once(served.address, &files);
        }),
        seconds == 0 || {
            let length = Duration::from_secs(seconds);
            phase("everything in turn", &served, length, |until| mixed(&served, &files, until))
        },
    ];
    Ok(if good.iter().all(|good| *good) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Does something unpleasant while two clients ask nicely, and says what they and the memory went through.
fn phase(name: &str, served: &Served, least: Duration, work: impl FnOnce(Instant)) -> bool {
    let running = AtomicBool::new(true);
    let began = Instant::now();
    let page = Client { server: served.address, number: NICE };
    let shared = Client { number: NICE + 1, ..page };
    let (pages, shared, memory) = thread::scope(|scope| {
        let pages = scope.spawn(|| ask_nicely(page, "/en/verify", &running));
        let shared = scope.spawn(|| ask_nicely(shared, &served.shared, &running));
        let memory = scope.spawn(|| watch(served.process(), &running));
        work(began + least);
        thread::sleep((began + least).saturating_duration_since(Instant::now()));
        running.store(false, Ordering::Relaxed);
        (pages.join().unwrap_or_default(), shared.join().unwrap_or_default(), memory.join().unwrap_or_default())
    });
    println!("\n{name} ({} s)", began.elapsed().as_secs());
    let within = told("a normal page", pages, PAGE_MAX) & told("a shared page", shared, Duration::MAX);
    let most = memory.iter().copied().max().unwrap_or(0);
    println!("  memory, server and workers: at most {} MB", most >> 20);
    let third = memory.len() / 3;
    let highest = |part: Option<&[u64]>| part.unwrap_or_default().iter().copied().max().unwrap_or(0);
    let (first, last) = (highest(memory.get(..third)), highest(memory.get(2 * third..)));
    // Of a short run nothing can be said about growth.
    let long = least >= Duration::from_secs(30);
    if long {
        println!("  … in the first third {} MB, in the last {} MB", first >> 20, last >> 20);
    }
    within && most < MEMORY_MAX && (!long || last <= first.saturating_add(GROWTH_MAX))
}

/// One request after another, each on a connection of its own.
fn ask_nicely(client: Client, path: &str, running: &AtomicBool) -> Vec<Answer> {
    let mut answers = Vec::new();
    while running.load(Ordering::Relaxed) && answers.len() < 2_000_000 {
        answers.push(client.get(path));
        thread::sleep(Duration::from_millis(10));
    }
    answers
}

/// The memory, ten times a second.
fn watch(process: u32, running: &AtomicBool) -> Vec<u64> {
    let mut seen = Vec::new();
    while running.load(Ordering::Relaxed) && seen.len() < 200_000 {
        seen.push(memory::of_tree(process));
        thread::sleep(Duration::from_millis(100));
    }
    seen
}

fn told(what: &str, answers: Vec<Answer>, most: Duration) -> bool {
    let good = answers.iter().filter(|answer| answer.status == 200).count();
    let mut times: Vec<Duration> = answers.iter().map(|answer| answer.time).collect();
    let (half, nearly_all) = (percentile(&mut times, 50), percentile(&mut times, 99));
    println!("  {what}: {good} of {} answered, p50 {half:.1?}, p99 {nearly_all:.1?}", answers.len());
    good == answers.len() && nearly_all < most
}

/// Fifty files at once among clients that hold half a head.
fn at_once(server: SocketAddr, files: &Files) {
    let slow: Vec<TcpStream> = (0..SLOW).filter_map(|number| Client { server, number }.half_a_head().ok()).collect();
    println!("\n{} slow clients hold a connection", slow.len());
    let statuses = Mutex::new(BTreeMap::<u16, usize>::new());
    thread::scope(|scope| {
        for number in 0..UPLOADS {
            let statuses = &statuses;
            scope.spawn(move || {
                let answer = Client { server, number: SLOW + number }.upload(files.at(number));
                if let Ok(mut statuses) = statuses.lock() {
                    *statuses.entry(answer.status).or_default() += 1;
                }
            });
        }
    });
    println!("answers to the {UPLOADS} files by status: {:?}", statuses.into_inner().unwrap_or_default());
}

/// Everything unpleasant in turn, by several clients, until time is up.
fn mixed(served: &Served, files: &Files, until: Instant) {
    let statuses = Mutex::new(BTreeMap::<u16, usize>::new());
    thread::scope(|scope| {
        for number in 0..MIXED {
            let statuses = &statuses;
            scope.spawn(move || {
                let mut held = Vec::new();
                for turn in 0.. {
                    if Instant::now() >= until {
                        break;
                    }
                    let client = Client { server: served.address, number: number + MIXED * (turn % 1_000) };
                    let answer = match turn % 5 {
                        0 => Some(client.upload(files.at(number + turn / 5))),
                        1 => Some(client.get("/en/c/AAAAAAAAAAAAAAAAAAAAAAAAAAA")),
                        2 => Some(client.get(&served.shared)),
                        3 => {
                            held.extend(client.half_a_head());
                            None
                        }
                        _ => {
                            held.extend(client.unread(&served.shared));
                            None
                        }
                    };
                    let excess = held.len().saturating_sub(40);
                    held.drain(..excess);
                    if let (Some(answer), Ok(mut statuses)) = (answer, statuses.lock()) {
                        *statuses.entry(answer.status).or_default() += 1;
                    }
                }
            });
        }
    });
    println!("\nanswers by status: {:?}", statuses.into_inner().unwrap_or_default());
}
