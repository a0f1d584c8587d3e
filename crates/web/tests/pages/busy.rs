//! One thread answers everybody: what takes the processor long is done elsewhere, and others are answered meanwhile.

use std::time::{Duration, Instant};

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
/// The slowest answer to somebody else, as a part of the time that the work took: one that waits for it takes all of it.
const PART_MAX: u32 = 4;

/// How long work took, and the longest that `/healthz` had to wait meanwhile.
struct Waited {
    whole: Duration,
    longest: Duration,
}

/// Does the work, and asks how the server is all the while. The test has one thread for both, as the smallest machine would.
async fn beside(stage: &Stage, work: impl Future<Output = Answer>) -> (Answer, Waited) {
    let mut other = Browser::new(stage.router.clone());
    let mut longest = Duration::ZERO;
    let began = Instant::now();
    let asking = async {
        loop {
            // From when the answer was wanted, not from when the thread came to ask.
            let wanted = Instant::now() + Duration::from_millis(2);
            sleep(Duration::from_millis(2)).await;
            assert_eq!(other.get("/healthz").await.expect(200).text(), "ok\n");
            longest = longest.max(wanted.elapsed());
        }
    };
    let answer = tokio::select! {
        biased;
        answer = work => answer,
        () = asking => unreachable!("asking does not end"),
    };
    let whole = began.elapsed();
    (answer, Waited { whole, longest })
}

impl Waited {
    fn is_short(&self, what: &str) {
        let Waited { whole, longest } = self;
        assert!(*longest < *whole / PART_MAX, "{what}: /healthz waited for {longest:?} of {whole:?}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn the_worst_sheet_is_checked_while_others_are_answered() {
    let stage = Stage::open().await;
    let mut registrar = stage.registrar().await;
    let token = registrar.get("/en/staff").await.expect(200).token();
    let sheet = format!("{HEADINGS}\r\n{}", format!("{WRONG}\r\n").repeat(ROWS));
    let fields = [("token", token.as_str()), ("unit", "ukazka")];
    let checking = registrar.upload("/en/staff/check", &fields, "sheet", "vysledky.csv", sheet.as_bytes());
    let (answer, waited) = beside(&stage, checking).await;
    let batch = answer.expect(303).header("location").to_owned();
    waited.is_short("handing in");
    let (answer, waited) = beside(&stage, registrar.get(&batch)).await;
    assert!(answer.expect(200).text().contains("vysledky.csv"));
    waited.is_short("the page of what is wrong");
}

#[tokio::test(flavor = "current_thread")]
async fn a_large_catalogue_is_drawn_while_others_are_answered() {
    let stage = Stage::open().await;
    let unit = specimen::unit().unwrap();
    let document = serde_json::to_string(&unit).unwrap();
    for number in 0..UNITS {
        let id = UnitId::new(&format!("kurz-{number}")).unwrap();
        let document = document.replace("\"ukazka\"", &format!("\"{id}\""));
        stage.tenant().put_unit(&id, unit.version, &unit.title, &document, stage.now()).await.unwrap();
    }
    let mut visitor = stage.stranger();
    for path in ["/cs/catalogue", "/en/catalogue?q=vzorova"] {
        let (answer, waited) = beside(&stage, visitor.get(path)).await;
        assert!(answer.expect(200).text().contains("/catalogue/"), "{path}");
        waited.is_short(path);
    }
}
