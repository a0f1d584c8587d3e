//! Measures what pages ask of a register of many credentials, on SQLite and, where `SIGNET_TEST_POSTGRES` names a server, on
//! PostgreSQL: the middle and the worst of some fifty times, each about something else.
//!
//! `cargo xtask bench --rows [CREDENTIALS]` runs it. The register is rows alone, written by the engine itself
//! (`fill/register.sql`); a million take some minutes and 8 GB. A database named after the number is filled when it is empty, and
//! kept: then only that one is measured; with the word `fill` after its name it is filled alone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod filled;
mod pages;
mod stopwatch;

use signet_store::Database;

use crate::filled::Filled;

/// As many as an institution is built for.
const CREDENTIALS: u32 = 1_000_000;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let credentials = std::env::args().nth(1).map_or(CREDENTIALS, |number| number.parse().expect("a number"));
    if let Some(address) = std::env::args().nth(2) {
        let database: Database = address.parse().expect("sqlite:PATH or postgres://…");
        if std::env::args().nth(3).is_some_and(|word| word == "fill") {
            return Filled::new(&database, credentials).await.store.close().await;
        }
        return measure("the database named", &database, credentials).await;
    }
    let folder = tempfile::tempdir().unwrap();
    let sqlite = Database::Sqlite(folder.path().join("register.sqlite"));
    measure("SQLite", &sqlite, credentials).await;
    if let Ok(server) = std::env::var("SIGNET_TEST_POSTGRES") {
        let database = filled::database(&server).await;
        measure("PostgreSQL", &database, credentials).await;
        filled::drop_database(&server).await;
    }
}

async fn measure(engine: &str, database: &Database, credentials: u32) {
    println!("\n== {engine}, {credentials} credentials of one institution ==");
    let filled = Filled::new(database, credentials).await;
    println!("filled in {:.0} s", filled.took.as_secs_f64());
    pages::tell(&filled).await;
    filled.store.close().await;
}
