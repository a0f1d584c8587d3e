//! No statement goes through a table that grows. In a register of some thousand rows the engines say how they would carry out
//! each one: SQLite with and without statistics (it has none unless somebody asks for them), PostgreSQL by the plan that it
//! keeps for any values, and searches, which it plans anew each time, by one for theirs.

use std::collections::{BTreeMap, BTreeSet};

use signet_store::Database;
use sqlx::{AnyPool, AssertSqlSafe, Row};

use crate::engines::{Opened, on_both_engines};
use crate::filled::{Size, fill};
use crate::schema::statements;

on_both_engines![no_statement_scans_what_grows];

/// Tables that have rows for each credential, holder, look, sign-in or upload.
const GROWING: [&str; 30] = [
    "account_contact",
    "account_letter",
    "artefact",
    "audit_entry",
    "batch",
    "belonging",
    "credential",
    "credential_file",
    "event",
    "event_artefact",
    "identity",
    "issued_count",
    "log_entry",
    "login_attempt",
    "login_token",
    "logout_token",
    "look",
    "notice",
    "participant",
    "person",
    "person_word",
    "result_entry",
    "run_event",
    "seal_use",
    "security_event",
    "session",
    "session_identity",
    "share",
    "status_entry",
    "status_place",
];

/// Indices that hold a small part of such a table; they may be read as a whole.
const SMALL: [&str; 10] = [
    // What waits for its seal.
    "credential_queue",
    "credential_waiting_since",
    "credential_trouble",
    // What was revoked or corrected.
    "credential_not_valid",
    // Files of results that are not forgotten yet.
    "artefact_upload",
    // Letters that wait.
    "notice_waiting",
    "account_letter_waiting",
    // Whoever answers for a seal.
    "account_contact_custodian",
    // Whoever answers for units.
    "account_contact_guarantor",
    // What was erased.
    "artefact_gone",
];

/// Statements that may read a table as a whole, and why. This list only gets shorter.
const EXCEPTIONS: [(&str, &str, &str); 7] = [
    ("\"seal_use_count\"", "seal_use", "fsck holds their number against the log"),
    ("\"status_place_counts\"", "status_place", "fsck holds their number against the lists"),
    ("\"security_event_sweep\"", "security_event", "the sweep; by a plan for any day PostgreSQL expects a third to go"),
    ("\"session_sweep\"", "session", "the same"),
    ("\"login_token_sweep\"", "login_token", "the same"),
    ("\"login_attempt_sweep\"", "login_attempt", "the same"),
    ("\"logout_token_sweep\"", "logout_token", "the same"),
];

/// What is searched for, for the plans that are made for it.
struct Sought {
    way: &'static str,
    /// Unit, run, batch, status and whether it waits.
    filter: &'static str,
    /// From when, and until when.
    period: &'static str,
    /// A place to look on from.
    on: &'static str,
    /// One to look back from.
    back: &'static str,
    /// What the way needs beside.
    rest: &'static str,
}

const ANYTHING: &str = "'', '', '', '', 0";
const EVER: &str = "0, 0";

/// A search of names or numbers that nothing narrows.
const fn sought(way: &'static str, on: &'static str, back: &'static str, rest: &'static str) -> Sought {
    Sought { way, filter: ANYTHING, period: EVER, on, back, rest }
}

/// A search by the time.
const fn newest(way: &'static str, filter: &'static str) -> Sought {
    Sought { way, filter, period: EVER, on: "9000000000000, 0", back: "9000, 9000000000000", rest: "" }
}

/// Everybody, an identifier, a name that one in thirteen bears, one of a hundredth of these, a name within a unit, an address, a number, a batch, a run;
/// and by the time: everything, a short while, a unit, a run, what was revoked, what waits.
const SEARCHED: [Sought; 15] = [
    sought("credential_all", "'', ''", "'m', 'm'", ""),
    sought(
        "credential_identified",
        "'', ''",
        "'m', 'm'",
        ", '0b2f0000-0000-0000-0000-000000000000', '0b2fffff-ffff-ffff-ffff-ffffffffffff'",
    ),
    sought("credential_named", "'jan', ''", "'jan', 'm'", ", 1, 'jan', 'jao', '', '', '', '', 0"),
    sought("credential_named", "'prib', ''", "'pribik', ''", ", 2, 'prib', 'pric', 'jan', 'jao', '', '', 512"),
    Sought {
        filter: "'unit-0001', '', '', 'valid', 0",
        period: "100, 200",
        ..sought("credential_named", "'jan', ''", "'jan', 'm'", ", 1, 'jan', 'jao', '', '', '', '', 0")
    },
    sought("credential_of_email", "'', ''", "'m', 'm'", ", 'jana@lhota.example'"),
    sought("credential_of_number", "'', ''", "'m', 'm'", ", 'p00000000'"),
    Sought {
        filter: "'', '', '00000000-0000-4000-8000-000000000002', '', 0",
        ..sought("credential_of_batch", "'', ''", "'m', 'm'", "")
    },
    Sought { filter: "'unit-0001', 'autumn-2025', '', '', 0", ..sought("credential_of_run", "'', ''", "'m', 'm'", "") },
    newest("credential_newest", ANYTHING),
    Sought {
        period: "100, 200",
        on: "200, 100",
        back: "150, 200",
        ..newest("credential_newest", "'', '', '', 'valid', 0")
    },
    newest("credential_newest_of_unit", "'unit-0001', '', '', '', 0"),
    newest("credential_newest_of_run", "'', 'autumn-2025', '', '', 0"),
    newest("credential_newest_not_valid", "'', '', '', 'revoked', 0"),
    newest("credential_newest_waiting", "'', '', '', 'valid', 1"),
];

async fn no_statement_scans_what_grows(opened: &Opened) {
    let pool = fill(opened, &Size { credentials: 10_000, batch: 10, list: 1_000 }).await;
    // So many entries of status lists that reading all of them costs PostgreSQL more than reading those of a list.
    run(&pool, "UPDATE credential SET status = 'revoked' WHERE status = 'valid' AND unit < 'unit-0010'").await;
    match opened.database {
        Database::Sqlite(_) => {
            assert_eq!(sqlite(&pool, opened).await, [""; 0], "without statistics");
            run(&pool, "ANALYZE").await;
            assert_eq!(sqlite(&pool, opened).await, [""; 0], "with statistics");
        }
        Database::Postgres(_) => {
            run(&pool, "ANALYZE").await;
            assert_eq!(postgres(&pool, opened).await, [""; 0]);
        }
    }
    pool.close().await;
}

async fn run(pool: &AnyPool, statement: &str) {
    sqlx::raw_sql(AssertSqlSafe(statement.to_owned())).execute(pool).await.unwrap();
}

/// Statements that stand for what must be found, beside all that there are.
fn with_offenders(database: &Database) -> BTreeMap<String, String> {
    let mut statements = statements(database);
    let offenders = [
        ("no index", "SELECT id FROM credential WHERE institution = $1 AND superseded = $2"),
        ("whole table", "SELECT COUNT(*) FROM event"),
        ("hidden by OR", "SELECT id FROM share WHERE institution = $1 AND ($2 = '' OR credential = $2)"),
    ];
    statements.extend(offenders.map(|(name, text)| (name.to_owned(), text.to_owned())));
    statements
}

/// Takes out what is allowed and what was put in to be found. What is left is wrong; an exception that is not needed too.
fn judge(mut found: BTreeSet<(String, String)>, all_needed: bool) -> Vec<String> {
    for offender in ["no index", "whole table", "hidden by OR"] {
        let before = found.len();
        found.retain(|(statement, _)| statement != offender);
        assert!(found.len() < before, "not found: {offender}");
    }
    for (statement, table, _) in EXCEPTIONS {
        let needed = found.remove(&(statement.to_owned(), table.to_owned()));
        assert!(needed || !all_needed || statement.ends_with("_sweep\""), "{statement} needs no exception any more");
    }
    found.into_iter().map(|(statement, table)| format!("{statement} reads all of {table}")).collect()
}

/// By which index and by which of its columns; a table of many tenants is as good as read when it is searched by tenant alone.
fn narrows(condition: &str) -> bool {
    let condition = condition.trim_matches(['(', ')', ' ']);
    let by_tenant_alone = condition.starts_with("institution = ") && !condition.contains(" AND ");
    !condition.is_empty() && condition != "institution=?" && !by_tenant_alone
}

async fn sqlite(pool: &AnyPool, opened: &Opened) -> Vec<String> {
    let mut found = BTreeSet::new();
    for (name, text) in with_offenders(&opened.database) {
        let plan = sqlx::query(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {text}"))).fetch_all(pool).await;
        // `SEARCH credential USING INDEX credential_queue (lease_until<?)`, `SCAN look`; an alias stands for its table.
        for step in plan.unwrap_or_else(|error| panic!("{name}: {error}")) {
            let step: String = step.get(3);
            let words: Vec<&str> = step.split_whitespace().collect();
            let ([verb @ ("SCAN" | "SEARCH"), alias], rest) = words.split_at(words.len().min(2)) else { continue };
            let index = rest.iter().skip_while(|word| **word != "INDEX").nth(1).copied().unwrap_or_default();
            let condition = step.split_once(" (").map_or("", |(_, condition)| condition);
            let table = table_of(&text, alias);
            let narrow = *verb == "SEARCH" && narrows(condition) && !step.contains("AUTOMATIC");
            if GROWING.contains(&table) && !narrow && !SMALL.contains(&index) {
                found.insert((name.clone(), table.to_owned()));
            }
        }
    }
    judge(found, true)
}

/// The table behind an alias.
fn table_of<'a>(text: &'a str, alias: &'a str) -> &'a str {
    let named = format!(" AS {alias}");
    let declared = text.match_indices(&named).find(|(at, _)| {
        let after = text.get(at + named.len()..).unwrap_or_default();
        !after.starts_with(|c: char| c.is_alphanumeric() || c == '_')
    });
    let table = declared.and_then(|(at, _)| text.get(..at)?.split_whitespace().next_back());
    table.filter(|table| GROWING.contains(table)).unwrap_or(alias)
}

async fn postgres(pool: &AnyPool, opened: &Opened) -> Vec<String> {
    let mut connection = pool.acquire().await.unwrap();
    let indices = "SELECT CAST(indexname AS TEXT), CAST(tablename AS TEXT) FROM pg_indexes WHERE schemaname = 'public'";
    let indices = sqlx::query(indices).fetch_all(&mut *connection).await.unwrap();
    let indices: BTreeMap<String, String> = indices.iter().map(|row| (row.get(0), row.get(1))).collect();
    let mut found = BTreeSet::new();
    for (number, (name, text)) in with_offenders(&opened.database).into_iter().enumerate() {
        // SQLite's; and what makes tables has no plan.
        if ["\"queue_claim\"", "\"migration_table\""].contains(&name.as_str()) {
            continue;
        }
        let is_way = |sought: &&Sought| name.starts_with(&format!("\"{}\"", sought.way));
        let searched: Vec<_> = SEARCHED.iter().filter(is_way).collect();
        let setup = if searched.is_empty() {
            "RESET ALL; SET plan_cache_mode = force_generic_plan;"
        } else {
            include_str!("../../sql/setup/search.postgres.sql")
        };
        let place = |sought: &Sought| if name.ends_with("back\"") { sought.back } else { sought.on };
        let mut values: Vec<String> = searched
            .iter()
            .map(|sought| {
                let Sought { filter, period, rest, .. } = sought;
                format!("('filled', '', 51, {filter}, {period}, {}{rest})", place(sought))
            })
            .collect();
        if values.is_empty() {
            values.push(nulls(&text));
        }
        let prepare = format!("{setup} PREPARE statement_{number} AS {text}");
        sqlx::raw_sql(AssertSqlSafe(prepare)).execute(&mut *connection).await.unwrap();
        for values in values {
            let explain = format!("EXPLAIN (COSTS OFF) EXECUTE statement_{number} {values}");
            let plan = sqlx::raw_sql(AssertSqlSafe(explain)).fetch_all(&mut *connection).await;
            let plan = plan.unwrap_or_else(|error| panic!("{name}: {error}"));
            let lines: Vec<String> = plan.iter().map(|row| row.get(0)).collect();
            found.extend(whole(&lines, &indices).into_iter().map(|table| (name.clone(), table)));
        }
    }
    drop(connection);
    judge(found, false)
}

/// As many values as a statement takes.
fn nulls(text: &str) -> String {
    let numbers = text
        .split('$')
        .skip(1)
        .filter_map(|rest| rest.split(|c: char| !c.is_ascii_digit()).next()?.parse::<usize>().ok());
    match numbers.max() {
        None => String::new(),
        Some(count) => format!("({})", vec!["NULL"; count].join(", ")),
    }
}

/// Growing tables that a plan of PostgreSQL reads as a whole.
fn whole(lines: &[String], indices: &BTreeMap<String, String>) -> Vec<String> {
    let mut tables = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let after = |marker: &str| line.split_once(marker).and_then(|(_, rest)| rest.split_whitespace().next());
        let table = if let Some(table) = after("Seq Scan on ") {
            Some(table.to_owned())
        } else {
            let index = after(" using ").filter(|_| line.contains("Index ")).or_else(|| after("Bitmap Index Scan on "));
            let condition = lines.get(at + 1).and_then(|line| line.trim().strip_prefix("Index Cond: "));
            let narrow = condition.is_some_and(narrows);
            index.filter(|index| !narrow && !SMALL.contains(index)).and_then(|index| indices.get(index).cloned())
        };
        tables.extend(table.filter(|table| GROWING.contains(&table.as_str())));
    }
    tables
}
