//! What waits for whom: in the order in which it came to wait, and found by an index however many units there are.

use std::fmt::Write as _;

use signet_access::{Actor, Role};
use signet_record::Date;
use signet_registry::{Digest, DraftStage, UnitEvent};
use signet_store::{ArtefactKind, Database, GrantEvent, UnitAppend, UnitsOf, UnitsWithin};
use sqlx::{AssertSqlSafe, Row as _};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{at, found, person};
use crate::sessions::{agent, employ, ended, given, sessions};
use crate::units;

on_both_engines![
    drafts_wait_for_their_guarantor_and_their_authors,
    a_unit_without_a_guarantor_waits_for_one,
    an_approved_unit_waits_for_its_review_until_it_is_retired,
    work_is_found_by_an_index_among_three_thousand_units,
];

async fn drafts_wait_for_their_guarantor_and_their_authors(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let (guarantor, other) = (person("V-2"), person("V-9"));
    units::drafted(&tenant, "ukazka", "text").await;
    let stage_at = |stage, of| tenant.drafts_at(stage, of, 10);
    assert!(stage_at(DraftStage::Submitted, UnitsOf::Within(UnitsWithin::WHOLE)).await.unwrap().is_empty());
    units::submit(&tenant, "ukazka", "text").await;
    let waiting = stage_at(DraftStage::Submitted, UnitsOf::Guarantor(&guarantor)).await.unwrap();
    assert_eq!(waiting.iter().map(|draft| draft.document.as_str()).collect::<Vec<_>>(), ["text"]);
    assert_eq!(waiting[0].since, units::state(&tenant, "ukazka").await.changed());
    assert!(stage_at(DraftStage::Submitted, UnitsOf::Guarantor(&other)).await.unwrap().is_empty());

    let remarks = bytes::Bytes::from_static(b"[]");
    let digest = Digest::of(&remarks);
    let written = tenant.write_artefacts(&[(ArtefactKind::Remarks, remarks)], at(6)).await.unwrap();
    let returned = units::state(&tenant, "ukazka").await;
    let entry = returned.next(UnitEvent::Returned { remarks: digest }, at(30), units::who("quality"));
    let entry = entry.unwrap();
    tenant
        .append_unit(UnitAppend { entries: &[entry], written: Some(&written), ..UnitAppend::default() })
        .await
        .unwrap();
    assert!(stage_at(DraftStage::Submitted, UnitsOf::Within(UnitsWithin::WHOLE)).await.unwrap().is_empty());
    let since = tenant.drafts_with_remarks(UnitsOf::Within(UnitsWithin::WHOLE), 10).await.unwrap()[0].since;
    // Saving answers no remark, and the draft does not begin to wait anew.
    units::save(&tenant, "ukazka", "other").await;
    let waiting = tenant.drafts_with_remarks(UnitsOf::Guarantor(&guarantor), 10).await.unwrap();
    assert_eq!((waiting[0].document.as_str(), waiting[0].since), ("other", since));
    units::submit(&tenant, "ukazka", "other").await;
    assert!(tenant.drafts_with_remarks(UnitsOf::Within(UnitsWithin::WHOLE), 10).await.unwrap().is_empty());
    assert!(tenant.audit_units().await.unwrap().iter().all(|audited| audited.findings.is_empty()));
}

async fn a_unit_without_a_guarantor_waits_for_one(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let sessions = sessions(&opened.store);
    units::drafted(&tenant, "ukazka", "text").await;
    let waiting = async |now| {
        let units = tenant.units_without_guarantor(UnitsWithin::WHOLE, at(now), 10).await.unwrap();
        units.into_iter().map(|draft| draft.unit.to_string()).collect::<Vec<_>>()
    };
    // Nobody was given the role here: the login provider says who has it.
    assert!(waiting(10).await.is_empty());
    let guarantor = |name: &str, of: &str| {
        Actor::within(agent(name), tenant.id().clone(), Role::Guarantor, Some(person(of))).unwrap()
    };
    let (first, second) = (guarantor("prvni", "V-2"), guarantor("druhy", "V-3"));
    for actor in [&first, &second] {
        employ(&sessions, actor).await;
    }
    let place = tenant.unit_place(&"ukazka".parse().unwrap()).await.unwrap();
    let known = async |now| {
        let known = sessions.guarantors(tenant.id(), &place, at(now)).await.unwrap();
        known.into_keys().map(|person| person.to_string()).collect::<Vec<_>>()
    };
    assert_eq!((waiting(10).await.len(), known(10).await), (0, vec!["V-2".to_owned(), "V-3".to_owned()]));
    let ending = GrantEvent { ends: Some(at(20)), ..given(&first) };
    sessions.grant_role(&ending, &[]).await.unwrap();
    assert!(waiting(19).await.is_empty());
    assert_eq!((waiting(20).await, known(20).await), (vec!["ukazka".to_owned()], vec!["V-3".to_owned()]));
    assert!(sessions.end_role(&ended(&first)).await.unwrap());
    assert_eq!(waiting(10).await, ["ukazka"], "taken away before its time");

    units::append(&tenant, "ukazka", UnitEvent::Entrusted { guarantor: person("V-3") }, "registrar").await;
    assert!(waiting(20).await.is_empty());
    let row = tenant.unit_draft(&"ukazka".parse().unwrap()).await.unwrap().unwrap();
    assert_eq!((row.guarantor, row.document.as_str()), (Some(person("V-3")), "text"));
    assert!(tenant.audit_units().await.unwrap().iter().all(|audited| audited.findings.is_empty()));
}

async fn an_approved_unit_waits_for_its_review_until_it_is_retired(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    units::approved(&tenant, "ukazka").await;
    let (guarantor, other) = (person("V-2"), person("V-9"));
    let due = |by, of| tenant.reviews_due(by, of, 10);
    let last = Date::constant(2028, 9, 30);
    assert!(due(Date::constant(2028, 9, 29), UnitsOf::Within(UnitsWithin::WHOLE)).await.unwrap().is_empty());
    let found = due(last, UnitsOf::Guarantor(&guarantor)).await.unwrap();
    assert_eq!((found[0].unit.as_str(), found[0].review_by), ("ukazka", last));
    assert_eq!(found[0].title.text(signet_record::Language::Cs), "Ukázka");
    assert!(due(last, UnitsOf::Guarantor(&other)).await.unwrap().is_empty());
    units::append(&tenant, "ukazka", UnitEvent::Retired {}, "quality").await;
    assert!(due(last, UnitsOf::Within(UnitsWithin::WHOLE)).await.unwrap().is_empty());
    assert!(tenant.audit_units().await.unwrap().iter().all(|audited| audited.findings.is_empty()));
}

/// Statements, and the index by which each has to find its rows.
const BY_INDEX: [(&str, &str, &str); 7] = [
    ("unit_draft_stage", include_str!("../../sql/unit_work_stage.sql"), "'filled', 'submitted', 25, '|unit-1|'"),
    (
        "unit_draft_guaranteed",
        include_str!("../../sql/unit_work_stage_guaranteed.sql"),
        "'filled', 'G-7', 'submitted', 25",
    ),
    ("unit_draft_remarks", include_str!("../../sql/unit_work_remarks.sql"), "'filled', 25, ''"),
    ("unit_draft_guaranteed", include_str!("../../sql/unit_work_remarks_guaranteed.sql"), "'filled', 'G-7', 25"),
    ("unit_draft_review", include_str!("../../sql/unit_work_review.sql"), "'filled', '2026-12-01', 25, ''"),
    (
        "unit_draft_review",
        include_str!("../../sql/unit_work_review_guaranteed.sql"),
        "'filled', '2026-12-01', 'G-7', 25",
    ),
    ("unit_event_standing", include_str!("../../sql/catalogue_state.sql"), ""),
];

async fn work_is_found_by_an_index_among_three_thousand_units(opened: &Opened) {
    let tenant = found(&opened.store, "filled").await;
    units::approved(&tenant, "ukazka").await;
    let pool = Opened::pool(&opened.owner).await;
    let mut rows = String::new();
    for number in 0..3_000 {
        let stage = ["draft", "submitted", "endorsed"][number % 3];
        let remarks = if number % 300 == 0 { "'r'" } else { "NULL" };
        let (day, guarantor) = (1 + number % 28, number % 300);
        let comma = if number == 0 { "" } else { ", " };
        write!(
            rows,
            "{comma}('filled', 'unit-{number}', 'G-{guarantor}', 1, 'h', 'approved', '{stage}', 2, 1, 'text', 0, 0, {number}, {remarks}, \
             '20{year}-01-{day:02}')",
            year = 26 + number % 60,
        )
        .unwrap();
    }
    let columns = "institution, unit, guarantor, length, head, standing, stage, version, revision, document, began, changed, since, \
                   remarks, review_by";
    run(&pool, &format!("INSERT INTO unit_draft ({columns}) VALUES {rows}")).await;
    run(&pool, "ANALYZE").await;
    for (number, (index, statement, values)) in BY_INDEX.into_iter().enumerate() {
        let plan = match opened.database {
            Database::Sqlite(_) => {
                let plan = sqlx::query(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {statement}"))).fetch_all(&pool).await;
                plan.unwrap().iter().map(|step| step.get::<String, _>(3)).collect::<Vec<_>>().join("\n")
            }
            Database::Postgres(_) => {
                // The tables are small in bytes, so that PostgreSQL would rather read them; what counts is that it can do otherwise.
                let values = if values.is_empty() { String::new() } else { format!("({values})") };
                let mut connection = pool.acquire().await.unwrap();
                let prepare = format!("SET enable_seqscan = off; PREPARE work_{number} AS {statement}");
                sqlx::raw_sql(AssertSqlSafe(prepare)).execute(&mut *connection).await.unwrap();
                let explain = format!("EXPLAIN (COSTS OFF) EXECUTE work_{number} {values}");
                let plan = sqlx::raw_sql(AssertSqlSafe(explain)).fetch_all(&mut *connection).await.unwrap();
                plan.iter().map(|line| line.get::<String, _>(0)).collect::<Vec<_>>().join("\n")
            }
        };
        assert!(plan.contains(index), "{index}:\n{plan}");
        assert!(!plan.contains("SCAN unit_draft"), "{plan}");
    }
    pool.close().await;
}

async fn run(pool: &sqlx::AnyPool, statement: &str) {
    sqlx::raw_sql(AssertSqlSafe(statement.to_owned())).execute(pool).await.unwrap();
}
