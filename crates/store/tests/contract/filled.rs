//! A register of many rows, written by the engine itself.

use signet_store::Database;
use sqlx::AnyPool;

use crate::engines::Opened;

/// How large a register to make.
pub struct Size {
    pub credentials: u32,
    pub batch: u32,
    pub list: u32,
}

/// Fills a register with rows alone: nothing in it can be read as a ledger.
pub async fn fill(opened: &Opened, size: &Size) -> AnyPool {
    let (bytes, hurry) = match opened.owner {
        // References and guards were proved elsewhere; here they would take most of the time.
        Database::Postgres(_) => ("BYTEA", "SET session_replication_role = replica"),
        Database::Sqlite(_) => ("BLOB", "PRAGMA synchronous = OFF"),
    };
    let text = include_str!("../../fill/register.sql")
        .replace("{bytes}", bytes)
        .replace("{count}", &size.credentials.to_string())
        .replace("{batch}", &size.batch.to_string())
        .replace("{list}", &size.list.to_string());
    let pool = Opened::pool(&opened.owner).await;
    let mut connection = pool.acquire().await.unwrap();
    for statement in [hurry, "BEGIN", &text, "COMMIT"] {
        sqlx::raw_sql(sqlx::AssertSqlSafe(statement.to_owned())).execute(&mut *connection).await.unwrap();
    }
    // Temporary tables and settings go with their connection.
    connection.close().await.unwrap();
    pool
}
