//! A register filled by its engine.

use std::time::{Duration, Instant};

use signet_record::InstitutionId;
use signet_store::{Database, Store, Tenant};
use sqlx::{AnyConnection, AssertSqlSafe, Connection, Row};
use tempfile::TempDir;

/// Name of the database made on a PostgreSQL server.
const DATABASE: &str = "signet_bench_rows";

/// One credential, and what pages know of it.
pub struct Known {
    pub credential: String,
    pub batch: String,
    pub person: String,
}

/// The register, and some of its credentials from everywhere in it.
pub struct Filled {
    pub store: Store,
    pub tenant: Tenant,
    pub known: Vec<Known>,
    pub lists: u32,
    pub took: Duration,
    _artefacts: TempDir,
}

impl Filled {
    /// Makes the tables and fills them.
    pub async fn new(database: &Database, credentials: u32) -> Filled {
        let artefacts = tempfile::tempdir().unwrap();
        let mut store = Store::open(database, artefacts.path()).await.unwrap();
        let start = Instant::now();
        let (address, bytes, hurry, after) = match database {
            Database::Postgres(address) => {
                (address.clone(), "BYTEA", "SET session_replication_role = replica", "VACUUM ANALYZE")
            }
            Database::Sqlite(path) => {
                let hurry = "PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000";
                (format!("sqlite:{}", path.display()), "BLOB", hurry, "PRAGMA wal_checkpoint(TRUNCATE)")
            }
        };
        let text = include_str!("../../fill/register.sql")
            .replace("{bytes}", bytes)
            .replace("{count}", &credentials.to_string())
            .replace("{batch}", "500")
            .replace("{list}", "65536");
        let mut connection = AnyConnection::connect(&address).await.unwrap();
        if store.operator().institutions().await.unwrap().is_empty() {
            for statement in [hurry, "BEGIN", &text, "COMMIT", after] {
                sqlx::raw_sql(AssertSqlSafe(statement.to_owned())).execute(&mut connection).await.unwrap();
            }
            // Opened again, the program fills what the engine could not.
            store.close().await;
            store = Store::open(database, artefacts.path()).await.unwrap();
        }
        let known = some(&mut connection).await;
        connection.close().await.unwrap();
        let tenant = store.tenant(&InstitutionId::new("filled").unwrap());
        let lists = credentials.div_ceil(65_536);
        Filled { store, tenant, known, lists, took: start.elapsed(), _artefacts: artefacts }
    }
}

/// One credential at each of 64 places of the order of identifiers.
async fn some(connection: &mut AnyConnection) -> Vec<Known> {
    let mut known = Vec::new();
    for place in 0..64_u8 {
        let from = format!("{:02x}", place * 4);
        let statement =
            "SELECT id, batch, person FROM credential WHERE institution = 'filled' AND id > $1 ORDER BY id LIMIT 1";
        let row = sqlx::query(statement).bind(from).fetch_one(&mut *connection).await.unwrap();
        known.push(Known { credential: row.get(0), batch: row.get(1), person: row.get(2) });
    }
    known
}

/// A database on a server, empty.
pub async fn database(server: &str) -> Database {
    drop_database(server).await;
    run(server, &format!("CREATE DATABASE {DATABASE}")).await;
    let (address, query) = server.split_once('?').unwrap_or((server, ""));
    let (address, _) = address.rsplit_once('/').expect("postgres://HOST/NAME");
    let query = if query.is_empty() { String::new() } else { format!("?{query}") };
    Database::Postgres(format!("{address}/{DATABASE}{query}"))
}

/// Takes it away again.
pub async fn drop_database(server: &str) {
    run(server, &format!("DROP DATABASE IF EXISTS {DATABASE}")).await;
}

async fn run(server: &str, statement: &str) {
    sqlx::any::install_default_drivers();
    let mut connection = AnyConnection::connect(server).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(statement.to_owned())).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}
