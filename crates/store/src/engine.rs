//! The two engines, and everything in which they differ.

use std::fmt;
use std::fs::OpenOptions;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use signet_registry::LogKey;
use sqlx::any::AnyPoolOptions;
use sqlx::{Any, AnyConnection, AnyPool, Connection, Transaction};

use crate::error::StoreError;

/// Which engine holds the rows. The SQL is the same for both; what is not stands in this file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// A server, for any number of nodes.
    Postgres,
    /// One file, for one node.
    Sqlite,
}

/// Where the rows are.
#[derive(Clone, PartialEq, Eq)]
pub enum Database {
    /// Address of a PostgreSQL database, with its password.
    Postgres(String),
    /// The SQLite file; made when missing.
    Sqlite(PathBuf),
}

/// An address that names no database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a database is `sqlite:PATH` or `postgres://USER:PASSWORD@HOST/NAME`")]
pub struct NotADatabase;

impl FromStr for Database {
    type Err = NotADatabase;

    fn from_str(address: &str) -> Result<Self, NotADatabase> {
        if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            return Ok(Database::Postgres(address.to_owned()));
        }
        match address.strip_prefix("sqlite:") {
            Some(path) if !path.is_empty() => Ok(Database::Sqlite(PathBuf::from(path))),
            _ => Err(NotADatabase),
        }
    }
}

/// Says the engine and never the address, which holds a password.
impl fmt::Debug for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Database::Postgres(_) => f.write_str("Postgres(…)"),
            Database::Sqlite(path) => write!(f, "Sqlite({})", path.display()),
        }
    }
}

/// Connections. SQLite has one writer: writers queue for its only connection in the order they came, instead of
/// polling a locked file. PostgreSQL has one pool for both.
#[derive(Clone)]
pub(crate) struct Pools {
    pub engine: Engine,
    pub read: AnyPool,
    /// For searches, which PostgreSQL plans in a way of their own.
    pub search: AnyPool,
    write: AnyPool,
    /// How many transactions that write were begun.
    written: Arc<AtomicU64>,
    /// By it the register knows its log entries again; without it they carry no code.
    pub log_key: Option<LogKey>,
}

/// Connections to PostgreSQL from one node.
const POSTGRES_CONNECTIONS_MAX: u32 = 16;

/// Of these connections, beside the others, as many search at once.
const POSTGRES_SEARCHES_MAX: u32 = 4;

/// How they plan.
const POSTGRES_SEARCH_SETUP: &str = include_str!("../sql/setup/search.postgres.sql");

/// Readers of one SQLite file.
const SQLITE_READERS_MAX: u32 = 8;

/// How long to wait for a connection, or for another process that writes to the same file.
const WAIT_MAX: Duration = Duration::from_secs(20);

/// Every SQLite connection: readers never block the writer, a commit is on the disk before it returns, references hold. Of its
/// own each keeps 16 MB of pages (2 MB would not hold the inner pages of a register of a million); the first gigabyte of the
/// file is read where the system keeps it, by all connections together.
const SQLITE_SETUP: &str = "PRAGMA busy_timeout = 20000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
                            PRAGMA foreign_keys = ON; PRAGMA cache_size = -16384; PRAGMA mmap_size = 1073741824;";

impl Pools {
    pub async fn connect(database: &Database, log_key: Option<LogKey>) -> Result<Pools, StoreError> {
        sqlx::any::install_default_drivers();
        let failed = |error| StoreError::of("connect", error);
        match database {
            Database::Postgres(url) => {
                let options = AnyPoolOptions::new().max_connections(POSTGRES_CONNECTIONS_MAX).acquire_timeout(WAIT_MAX);
                let pool = options.connect(url).await.map_err(failed)?;
                let search = postgres_searches().connect_lazy(url).map_err(failed)?;
                Ok(Pools {
                    engine: Engine::Postgres,
                    read: pool.clone(),
                    search,
                    write: pool,
                    written: Arc::default(),
                    log_key,
                })
            }
            Database::Sqlite(path) => {
                make_private(path)?;
                let url = sqlite_url(path);
                // A pool tries again until its patience ends, and then says no more than that: so one connection alone is tried
                // before, whose failure says why.
                let mut first = AnyConnection::connect(&url).await.map_err(failed)?;
                sqlx::raw_sql(SQLITE_SETUP).execute(&mut first).await.map_err(failed)?;
                first.close().await.map_err(failed)?;
                // The writer first: it makes the file.
                let write = sqlite_pool(1).connect(&url).await.map_err(failed)?;
                let read = sqlite_pool(SQLITE_READERS_MAX).connect(&url).await.map_err(failed)?;
                Ok(Pools {
                    engine: Engine::Sqlite,
                    search: read.clone(),
                    read,
                    write,
                    written: Arc::default(),
                    log_key,
                })
            }
        }
    }

    /// A transaction that will write. SQLite takes its lock at once, for a lock taken later cannot be waited for.
    pub async fn begin(&self) -> Result<Transaction<'static, Any>, StoreError> {
        let begin = match self.engine {
            Engine::Postgres => "BEGIN",
            Engine::Sqlite => "BEGIN IMMEDIATE",
        };
        self.written.fetch_add(1, Ordering::Relaxed);
        self.write.begin_with(begin).await.map_err(|error| StoreError::of("begin", error))
    }

    /// For one statement that writes and stands alone: a transaction of its own.
    pub fn write(&self) -> &AnyPool {
        self.written.fetch_add(1, Ordering::Relaxed);
        &self.write
    }

    /// How many transactions that write were begun.
    pub fn written(&self) -> u64 {
        self.written.load(Ordering::Relaxed)
    }

    /// Names of all triggers that are switched on.
    pub async fn triggers(&self) -> Result<Vec<String>, StoreError> {
        let statement = match self.engine {
            Engine::Postgres => {
                "SELECT CAST(tgname AS TEXT) FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')"
            }
            Engine::Sqlite => "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        };
        sqlx::query_scalar(statement).fetch_all(&self.read).await.map_err(|error| StoreError::of("triggers", error))
    }

    pub async fn close(&self) {
        self.read.close().await;
        self.search.close().await;
        self.write.close().await;
    }
}

/// Makes a missing file for this account alone; SQLite gives what it puts beside the same rights.
fn make_private(path: &Path) -> Result<(), StoreError> {
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => {
            Err(StoreError::of("connect", sqlx::Error::Io(error)))
        }
        _ => Ok(()),
    }
}

fn postgres_searches() -> AnyPoolOptions {
    AnyPoolOptions::new().max_connections(POSTGRES_SEARCHES_MAX).acquire_timeout(WAIT_MAX).after_connect(
        |connection, _| {
            Box::pin(async move {
                sqlx::raw_sql(POSTGRES_SEARCH_SETUP).execute(connection).await?;
                Ok(())
            })
        },
    )
}

fn sqlite_pool(connections: u32) -> AnyPoolOptions {
    AnyPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(WAIT_MAX)
        .idle_timeout(None)
        .max_lifetime(None)
        .after_connect(|connection, _| {
            Box::pin(async move {
                sqlx::raw_sql(SQLITE_SETUP).execute(connection).await?;
                Ok(())
            })
        })
}

/// `sqlite:` address of a file, with every byte escaped that could mean something else in an address.
fn sqlite_url(path: &Path) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'.' | b'_' | b'-');
    let mut url = String::from("sqlite:");
    for byte in path.as_os_str().as_encoded_bytes() {
        if plain(*byte) {
            url.push(char::from(*byte));
        } else {
            url.push_str(&format!("%{byte:02X}"));
        }
    }
    url.push_str("?mode=rwc");
    url
}
