//! What staff pages cost in a register as large as an institution's becomes. No test, and nothing is decided by it:
//! `cargo xtask bench --staff` fills a database, runs this over it, and prints one row for each route that is read.

use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};
use signet_issue::Observer;
use signet_record::{Institution, InstitutionId, UnitId, specimen};
use signet_store::{Database, WorkerId};

use crate::{
    routes::{routes, signed_in, staff, walk},
    staff::{GOOD, hand_in},
    stage::Stage,
};

/// How often each page is asked for.
const TIMES: usize = 100;
/// Units of the institution.
const UNITS: u32 = 3_000;
/// More than wait in a filled register.
const SEALS_MAX: usize = 5_000;

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
                let (began, busy) = (Instant::now(), processor());
                walk.ask(&mut browser, &token, &route).await.expect(200);
                spent.processor.push(processor().saturating_sub(busy));
                spent.wall.push(began.elapsed());
            }
            println!("| `{}` | {} | {} |", route.path, role.code(), spent.told());
            break;
        }
    }
}

/// Times of one page.
#[derive(Default)]
struct Spent {
    processor: Vec<Duration>,
    wall: Vec<Duration>,
}

impl Spent {
    fn told(mut self) -> String {
        let mut cells = Vec::new();
        for times in [&mut self.processor, &mut self.wall] {
            times.sort();
            cells.extend([50, 99].map(|share| times[(times.len() - 1) * share / 100].as_secs_f64() * 1e3));
        }
        cells.iter().map(|ms| format!("{ms:.1} ms")).collect::<Vec<_>>().join(" | ")
    }
}

/// Processor time of this process so far: on SQLite the engine's as well.
fn processor() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec.try_into().unwrap(), time.tv_nsec.try_into().unwrap())
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
