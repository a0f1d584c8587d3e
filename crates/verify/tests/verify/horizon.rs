//! How long a report stands: until the next instant at which a fresh one would say something else.

use std::sync::LazyLock;

use jiff::Timestamp;
use proptest::prelude::*;
use serde_json::{Value, json};
use signet_seal::ValidationData;
use signet_verify::{Evidence, ParsedFile, Report, holds_until, judge};

use crate::{
    pki::Root,
    specimen::{LIST, ORGANIZATION, WORLD, artefact, at, credential, list, list_as, now, payload, sealed},
};

/// A file and what it is judged by.
struct Case {
    artefact: ParsedFile,
    evidence: Evidence,
}

fn case(bytes: &[u8], evidence: Evidence) -> Case {
    Case { artefact: artefact(bytes), evidence }
}

/// Valid from noon of one day to the evening of the next.
fn limited() -> Vec<u8> {
    let mut value: Value = serde_json::from_str(&payload(ORGANIZATION)).unwrap();
    value["validFrom"] = json!("2026-07-01T12:00:00Z");
    value["validUntil"] = json!("2026-07-02T18:00:00.5Z");
    value["expirationDate"] = json!("2026-07-02T18:00:00.5Z");
    sealed(&value.to_string(), &WORLD.key)
}

/// Files whose reports change at various instants, for various reasons.
static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| {
    let good = || WORLD.evidence(Some(Ok(list(0, &WORLD.key))));
    let fresh = list_as(1, &WORLD.key, LIST, "2026-07-01T12:30:00.25Z", "2026-07-01T13:00:00Z");
    let nothing_fetched = Evidence { seals: ValidationData::default(), ..good() };
    let test = sealed(&payload(ORGANIZATION), &WORLD.test_key);
    let stranger = sealed(&payload(ORGANIZATION), &Root::new("Cizí kořen").seal(ORGANIZATION, "NTRCZ-99999994"));
    vec![
        case(&credential(), good()),
        case(&credential(), WORLD.evidence(Some(Ok(fresh)))),
        case(&credential(), WORLD.evidence(None)),
        case(&credential(), nothing_fetched),
        case(&limited(), good()),
        case(&test, WORLD.evidence(Some(Ok(list(2, &WORLD.test_key))))),
        case(&stranger, good()),
        case(payload(ORGANIZATION).as_bytes(), good()),
    ]
});

/// What a report says, but for the time that it names as its own.
fn said(report: &Report) -> String {
    format!("{report:?}").replace(&report.at.to_string(), "now")
}

fn later(from: Timestamp, milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(from.as_millisecond() + milliseconds).unwrap()
}

/// Instants around which the cases change.
const TURNS: [&str; 14] = [
    "2025-01-01T00:00:00Z",
    "2026-06-01T00:00:00Z",
    "2026-06-30T08:00:00Z",
    "2026-07-01T00:00:00Z",
    "2026-07-01T12:00:00Z",
    "2026-07-01T12:25:00Z",
    "2026-07-01T12:30:00Z",
    "2026-07-01T13:00:00Z",
    "2026-07-02T00:00:00Z",
    "2026-07-02T18:00:00Z",
    "2027-06-01T00:00:00Z",
    "2028-03-01T00:00:00Z",
    "2029-01-01T00:00:00Z",
    "2029-01-01T00:00:01Z",
];

const HOUR: i64 = 3_600_000;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever the clock says: a report that is remembered says what a fresh one would.
    #[test]
    fn until_then_a_fresh_report_says_the_same(
        case in 0..8_usize,
        turn in 0..TURNS.len(),
        offset in -4_000_000_i64..1_000_000,
        close in any::<bool>(),
        part in 0.0..1.0_f64,
    ) {
        let Case { artefact, evidence } = &CASES[case];
        let judged_at = later(at(TURNS[turn]), if close { offset / 1_000 } else { offset });
        let until = holds_until(artefact, evidence, judged_at, later(judged_at, HOUR));
        prop_assert!(until > judged_at && until <= later(judged_at, HOUR));
        let remembered = judge(artefact, evidence, judged_at);
        let span = until.as_millisecond() - judged_at.as_millisecond();
        let sooner = later(judged_at, (span as f64 * part) as i64).min(later(until, -1)).max(judged_at);
        for then in [sooner, later(until, -1).max(judged_at)] {
            prop_assert_eq!(said(&remembered), said(&judge(artefact, evidence, then)), "{} of {}", then, judged_at);
        }
    }
}

#[test]
fn nothing_that_is_near_is_overlooked_and_nothing_else_ends_it() {
    let until = |bytes: &[u8], evidence: &Evidence, from| {
        holds_until(&artefact(bytes), evidence, from, later(from, HOUR)).to_string()
    };
    let good = WORLD.evidence(Some(Ok(list(0, &WORLD.key))));
    assert_eq!(until(&credential(), &good, now()), "2026-07-01T13:00:00Z", "an hour, when nothing happens within it");
    assert_eq!(until(&limited(), &good, at("2026-07-01T11:58:00Z")), "2026-07-01T11:59:59Z");
    assert_eq!(until(&limited(), &good, at("2026-07-02T17:56:00Z")), "2026-07-02T17:59:59Z");
    let ends = list_as(0, &WORLD.key, LIST, "2026-07-01T00:00:00Z", "2026-07-01T12:40:00Z");
    assert_eq!(until(&credential(), &WORLD.evidence(Some(Ok(ends))), now()), "2026-07-01T12:35:00Z");
}

#[test]
fn of_a_document_nothing_is_said() {
    let pdf = crate::document::pdf(Some(&credential()));
    assert_eq!(holds_until(&artefact(&pdf), &WORLD.evidence(None), now(), later(now(), HOUR)), now());
}
