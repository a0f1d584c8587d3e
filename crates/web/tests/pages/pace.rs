//! What staff pages cost in a register as large as an institution's becomes, and what a run of five hundred people costs. No test, and nothing is
//! decided by it: `cargo xtask bench --staff` fills a database, runs this over it, and prints one row for each route that is read, and for each
//! thing that is done with a large run.

use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};
use signet_access::Role;
use signet_issue::Observer;
use signet_record::{Institution, InstitutionId, UnitId, specimen};
use signet_store::{Database, RunKey, WorkerId};

use crate::{
    browser::Browser,
    routes::{routes, signed_in, staff, walk},
    runs::{self, GRID_ROWS},
    staff::{GOOD, hand_in},
    stage::Stage,
};

/// How often each page is asked for.
const TIMES: usize = 100;
/// Units of the institution.
const UNITS: u32 = 3_000;
/// More than wait in a filled register.
const SEALS_MAX: usize = 5_000;
/// People of a large run.
const PEOPLE: usize = 500;
/// Rows of the largest file of results: people of the largest run.
const ROWS: usize = 5_000;

#[tokio::test(flavor = "multi_thread")]
#[ignore = "a measurement, made by `cargo xtask bench --staff`"]
async fn staff_pages_of_a_large_register() {
    // What goes wrong in a page is told to its reader in no detail.
    tracing_subscriber::fmt().with_max_level(tracing::Level::ERROR).init();
    let address = std::env::var("SIGNET_BENCH_DATABASE").expect("SIGNET_BENCH_DATABASE names a filled database");
    let mut fields = (*specimen::institution().unwrap()).clone();
    fields.id = InstitutionId::new("filled").unwrap();
    let (database, institution) = (address.parse::<Database>().unwrap(), Institution::new(fields).unwrap());
    let stage = Stage::over(&database, institution, tempfile::tempdir().unwrap()).await;
    describe_units(&stage).await;
    issue_one(&stage).await;
    let walk = walk(&stage).await;
    let run = RunKey { unit: UnitId::new("ukazka").unwrap(), run: "2026-beh".parse().unwrap() };
    runs::crowd(&stage, &run, PEOPLE).await;
    let clock = Clock::of(&address);
    println!("\n| page | role | processor: p50 | p99 | measured: p50 | p99 |\n| --- | --- | --- | --- | --- | --- |");
    for route in routes().into_iter().filter(|route| !route.is_post) {
        for role in staff() {
            let actor = stage.employ(role, &format!("z-{}", role.code()), "Z-9").await;
            let (mut browser, token) = signed_in(&stage, actor).await;
            let answer = walk.ask(&mut browser, &token, &route).await;
            if answer.status != 200 {
                continue;
            }
            let mut spent = Spent::default();
            for _ in 0..TIMES {
                let began = clock.now();
                walk.ask(&mut browser, &token, &route).await.expect(200);
                spent.add(&clock.since(&began));
            }
            println!("| `{}` | {} | {} |", route.path, role.code(), spent.told());
            break;
        }
    }
    large_run(&stage, &clock).await;
}

/// Fills in the grid of a run page by page, closes it, and has files of results checked.
async fn large_run(stage: &Stage, clock: &Clock) {
    println!("\n| with a large run | times | processor: in sum | of it the engine | the longest | measured |");
    println!("| --- | --- | --- | --- | --- | --- |");
    runs::workshop(stage).await;
    let mut registrar = stage.registrar().await;
    let mut assessor = stage.staff(Role::Assessor, "zkousejici", "Z-5").await;
    let run = runs::planned(&mut registrar, "mrizka").await;
    let file = runs::people(PEOPLE);
    let mut import = Spent::default();
    let began = clock.now();
    runs::import(&mut registrar, &run, "participants", "lide.csv", file.as_bytes()).await.expect(303);
    import.add(&clock.since(&began));
    println!("| {PEOPLE} people come from a file | {} |", import.summed());

    let (mut shown, mut saved) = (Spent::default(), Spent::default());
    for page in 0..PEOPLE.div_ceil(GRID_ROWS) {
        let began = clock.now();
        let token = assessor.get(&format!("{run}/results?page={page}")).await.expect(200).token();
        shown.add(&clock.since(&began));
        let fields = runs::grid(&token, page, PEOPLE);
        let began = clock.now();
        runs::save_grid(&mut assessor, &run, &fields).await;
        saved.add(&clock.since(&began));
    }
    println!("| the grid of {PEOPLE} is shown | {} |", shown.summed());
    println!("| the grid of {PEOPLE} is saved | {} |", saved.summed());
    let mut guarantor = stage.staff(Role::Guarantor, "vzorna", "Z-8").await;
    runs::act(&mut guarantor, &run, "close").await.expect(303);
    repeat(&mut registrar, clock, "who of them can be issued a credential", &format!("{run}/issue")).await;
    repeat(&mut registrar, clock, "the run, closed", &run).await;

    let full = runs::planned_for(&mut registrar, "sesit", "").await;
    let key = RunKey { unit: UnitId::new("dilna").unwrap(), run: "sesit".parse().unwrap() };
    runs::crowd(stage, &key, ROWS).await;
    let path = format!("{full}/import/results");
    let (token, sheet) = (assessor.get(&path).await.expect(200).token(), runs::workbook(ROWS));
    let mut checked = Spent::default();
    for _ in 0..5 {
        let began = clock.now();
        assessor.upload(&path, &[("token", &token)], "sheet", "vysledky.xlsx", &sheet).await.expect(200);
        checked.add(&clock.since(&began));
    }
    println!("| a workbook of {ROWS} results is checked | {} |", checked.summed());
    let mut written = Spent::default();
    let began = clock.now();
    runs::import(&mut assessor, &full, "results", "vysledky.xlsx", &sheet).await.expect(303);
    written.add(&clock.since(&began));
    println!("| a workbook of {ROWS} results is checked and written | {} |", written.summed());
}

async fn repeat(browser: &mut Browser, clock: &Clock, what: &str, path: &str) {
    let mut spent = Spent::default();
    for _ in 0..TIMES {
        let began = clock.now();
        browser.get(path).await.expect(200);
        spent.add(&clock.since(&began));
    }
    println!("| {what} | {} |", spent.summed());
}

/// Processor time of this process, on SQLite the engine's as well; that of a PostgreSQL server on this machine; and the time of day.
struct Clock {
    /// The PostgreSQL server, whose children answer.
    server: Option<u32>,
}

struct Reading {
    own: Duration,
    engine: Duration,
    wall: Instant,
}

/// What something took.
#[derive(Clone, Copy)]
struct Took {
    own: Duration,
    engine: Duration,
    wall: Duration,
}

impl Clock {
    fn of(database: &str) -> Clock {
        let port = database.starts_with("postgres").then(|| {
            let (_, address) = database.rsplit_once('@').expect("an account and an address");
            address.split(['/', '?']).next().unwrap().rsplit_once(':').map_or("5432", |(_, port)| port).to_owned()
        });
        Clock { server: port.map(|port| listening(&port)) }
    }

    fn now(&self) -> Reading {
        let engine = self.engine();
        let time = clock_gettime(ClockId::ProcessCPUTime);
        let own = Duration::new(time.tv_sec.try_into().unwrap(), time.tv_nsec.try_into().unwrap());
        Reading { own, engine, wall: Instant::now() }
    }

    fn since(&self, began: &Reading) -> Took {
        let wall = began.wall.elapsed();
        let now = self.now();
        // A child that ended meanwhile takes its time with it.
        Took { own: now.own - began.own, engine: now.engine.saturating_sub(began.engine), wall }
    }

    /// What the server's children have used: the first number of each `schedstat`, in nanoseconds.
    fn engine(&self) -> Duration {
        let Some(server) = self.server else { return Duration::ZERO };
        let children = std::fs::read_to_string(format!("/proc/{server}/task/{server}/children")).unwrap_or_default();
        let used = children.split_whitespace().filter_map(|child| {
            let said = std::fs::read_to_string(format!("/proc/{child}/schedstat")).ok()?;
            said.split_whitespace().next()?.parse::<u64>().ok()
        });
        Duration::from_nanos(used.sum())
    }
}

/// The server that was started with this port.
fn listening(port: &str) -> u32 {
    let processes = std::fs::read_dir("/proc").unwrap().flatten();
    let mut found = processes.filter_map(|process| {
        let number = process.file_name().to_str()?.parse().ok()?;
        let command = std::fs::read(process.path().join("cmdline")).ok()?;
        let words: Vec<&[u8]> = command.split(|byte| *byte == 0).collect();
        let named = words.windows(2).any(|pair| pair[0] == b"-p" && pair[1] == port.as_bytes());
        (named && words[0].ends_with(b"postgres")).then_some(number)
    });
    found.next().expect("a PostgreSQL server on this machine, started with its port")
}

/// What each time took.
#[derive(Default)]
struct Spent(Vec<Took>);

impl Spent {
    fn add(&mut self, took: &Took) {
        self.0.push(*took);
    }

    /// The middle and the worst but one in a hundred.
    fn told(&self) -> String {
        let shares = |of: fn(&Took) -> Duration| {
            let mut times: Vec<Duration> = self.0.iter().map(of).collect();
            times.sort();
            [50, 99].map(|share| ms(times[(times.len() - 1) * share / 100]))
        };
        let cells = [shares(|took| took.own + took.engine), shares(|took| took.wall)];
        cells.concat().join(" | ")
    }

    /// All of them together.
    fn summed(&self) -> String {
        let sum = |of: fn(&Took) -> Duration| ms(self.0.iter().map(of).sum());
        let longest = ms(self.0.iter().map(|took| took.own + took.engine).max().unwrap_or_default());
        let (all, engine, wall) = (sum(|took| took.own + took.engine), sum(|took| took.engine), sum(|took| took.wall));
        format!("{} | {all} | {engine} | {longest} | {wall}", self.0.len())
    }
}

fn ms(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1e3)
}

/// A text for each unit: the filling knows names alone.
async fn describe_units(stage: &Stage) {
    let tenant = stage.tenant();
    let mut fields = (*specimen::unit().unwrap()).clone();
    fields.version = 2;
    for number in 0..UNITS {
        fields.id = UnitId::new(&format!("unit-{number:04x}")).unwrap();
        let document = serde_json::to_string(&fields).unwrap();
        tenant.put_unit(&fields.id, fields.version, &fields.title, &document, stage.now()).await.unwrap();
    }
}

/// One credential with bytes. Those that wait in a filled register have none and are put off.
async fn issue_one(stage: &Stage) {
    let mut registrar = stage.registrar().await;
    let batch = hand_in(&mut registrar, &[GOOD]).await;
    let token = registrar.get(&batch).await.expect(200).token();
    registrar.post(&format!("{batch}/issue"), &[("token", &token)]).await.expect(303);
    let (observer, worker): (Observer, _) = (std::sync::Arc::new(|_, _| {}), WorkerId::new("pace").unwrap());
    let queue = stage.issuer.store().queue();
    let person = specimen::holder().unwrap().person.clone();
    for _ in 0..SEALS_MAX {
        let _ = stage.issuer.work(&queue, &worker, &observer).await;
        let held = stage.tenant().credentials_of(&person).await.unwrap();
        if held.iter().any(|credential| credential.is_sealed()) {
            return;
        }
    }
    panic!("the credential was not sealed");
}
