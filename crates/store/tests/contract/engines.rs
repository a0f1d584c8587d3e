//! A fresh store on either engine. PostgreSQL is the one of `SIGNET_TEST_POSTGRES`, or one of our own from Debian's
//! package: in a temporary folder, on a free port, gone when the tests are.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use signet_registry::LogKey;
use signet_store::{Database, Roles, Store};
use sqlx::AnyPool;
use tempfile::TempDir;
use tokio::sync::OnceCell;

/// A store of its own for one test, and the folder that goes with it.
pub struct Opened {
    pub store: Store,
    pub database: Database,
    /// The same, as the owner of the tables: who gets at this can do anything, and is found out.
    pub owner: Database,
    pub folder: TempDir,
}

/// The secret that the stores of these tests derive their keys from.
pub fn log_key() -> LogKey {
    LogKey::new(&[7; 32])
}

impl Opened {
    /// Another process's view of the same store.
    pub async fn again(&self) -> Store {
        let artefacts = self.folder.path().join("artefacts");
        Store::open_with_key(&self.database, &artefacts, Some(log_key())).await.unwrap()
    }

    /// Connections of somebody with the database's password, or the owner's.
    pub async fn pool(of: &Database) -> AnyPool {
        let url = match of {
            Database::Postgres(url) => url.clone(),
            Database::Sqlite(path) => {
                let escape =
                    |plain: &str| plain.replace('%', "%25").replace('?', "%3F").replace('#', "%23").replace(' ', "%20");
                format!("sqlite:{}?mode=rwc", escape(path.to_str().unwrap()))
            }
        };
        sqlx::any::install_default_drivers();
        AnyPool::connect(&url).await.unwrap()
    }
}

async fn open(database: Database, owner: Database, folder: TempDir) -> Opened {
    let artefacts = folder.path().join("artefacts");
    let store = Store::open_with_key(&database, &artefacts, Some(log_key())).await.unwrap();
    Opened { store, database, owner, folder }
}

/// A database without any table.
pub struct Empty {
    database: Database,
    pub owner: Database,
    folder: TempDir,
}

impl Empty {
    /// Makes the tables, or brings those that are there up to date, and opens the store.
    pub async fn open(self) -> Opened {
        let Empty { database, owner, folder } = self;
        if let Database::Postgres(_) = owner {
            assert_eq!(signet_store::migrate(&owner, &database, Some(log_key())).await.unwrap(), Roles::Two);
        }
        open(database, owner, folder).await
    }
}

/// A store in a new SQLite file.
pub async fn sqlite() -> Opened {
    empty_sqlite().open().await
}

/// A store in a new PostgreSQL database; `None` where there is no PostgreSQL.
pub async fn postgres() -> Option<Opened> {
    Some(empty_postgres().await?.open().await)
}

/// A SQLite file that is not there yet, in a folder whose name needs escaping.
pub fn empty_sqlite() -> Empty {
    let folder = tempfile::Builder::new().prefix("signet č %").tempdir().unwrap();
    let database = Database::Sqlite(folder.path().join("registr ?#.db"));
    Empty { owner: database.clone(), database, folder }
}

/// A new PostgreSQL database; `None` where there is no PostgreSQL.
pub async fn empty_postgres() -> Option<Empty> {
    let server = server()?;
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let name = format!("signet_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    sqlx::any::install_default_drivers();
    let admin = sqlx::AnyPool::connect(server).await.unwrap();
    sqlx::query(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&admin).await.unwrap();
    static ROLE: OnceCell<()> = OnceCell::const_new();
    let role = format!("CREATE ROLE {} LOGIN PASSWORD 'service'", service_role());
    ROLE.get_or_init(|| async {
        sqlx::query(sqlx::AssertSqlSafe(role)).execute(&admin).await.unwrap();
    })
    .await;
    admin.close().await;
    let (address, query) = server.split_once('?').unwrap_or((server, ""));
    let address = address.rsplit_once('/').unwrap().0;
    let query = if query.is_empty() { String::new() } else { format!("?{query}") };
    let owner = Database::Postgres(format!("{address}/{name}{query}"));
    // The service has a role of its own, with the least rights: all tests run under it.
    let (_, place) = address.rsplit_once('@').unwrap();
    let service = Database::Postgres(format!("postgres://{}:service@{place}/{name}{query}", service_role()));
    Some(Empty { database: service, owner, folder: tempfile::tempdir().unwrap() })
}

/// Name of the service's role on the test server.
pub fn service_role() -> String {
    format!("signet_service_{}", std::process::id())
}

/// Address of the server, started at the first call.
fn server() -> Option<&'static str> {
    static SERVER: OnceLock<Option<(String, Option<Child>)>> = OnceLock::new();
    let server = SERVER.get_or_init(|| match std::env::var("SIGNET_TEST_POSTGRES") {
        Ok(address) => Some((address, None)),
        Err(_) => start().map(|(address, child)| (address, Some(child))),
    });
    if server.is_none() {
        println!("skipped: no PostgreSQL (SIGNET_TEST_POSTGRES unset, {BIN} missing or not startable)");
    }
    server.as_ref().map(|(address, _)| address.as_str())
}

const BIN: &str = "/usr/lib/postgresql/15/bin";

/// Starts a server. A shell holds it and reads from a pipe of ours: when this process ends, however it ends, the pipe
/// closes, and the shell stops the server and removes its folder.
fn start() -> Option<(String, Child)> {
    if !Path::new(BIN).join("postgres").exists() {
        return None;
    }
    let folder = tempfile::Builder::new().prefix("signet-postgres-").tempdir().ok()?.keep();
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o777)).ok()?;
    let port = TcpListener::bind("127.0.0.1:0").ok()?.local_addr().ok()?.port();
    let root = std::fs::metadata("/proc/self").ok().is_some_and(|this| std::os::unix::fs::MetadataExt::uid(&this) == 0);
    // PostgreSQL refuses to run as root.
    let as_postgres = if root { "runuser -u postgres --" } else { "" };
    let script = format!(
        "set -e; cd '{folder}'; umask 077
         {as_postgres} {BIN}/initdb -D data -U signet -A trust -E UTF8 --locale=C.UTF-8 >/dev/null 2>&1
         {as_postgres} {BIN}/pg_ctl -D data -w -l data/server.log -o '-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=400 -c fsync=off' start >/dev/null
         echo ready
         cat >/dev/null || true
         {as_postgres} {BIN}/pg_ctl -D data -m immediate stop >/dev/null || true
         cd /; rm -rf '{folder}'",
        folder = folder.display()
    );
    let mut command = Command::new("sh");
    // Its own group of processes: a key pressed to stop the tests must not stop the shell before it has cleaned up.
    let mut child = std::os::unix::process::CommandExt::process_group(&mut command, 0)
        .args(["-c", &script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut line = String::new();
    BufReader::new(child.stdout.take()?).read_line(&mut line).ok()?;
    if line.trim() != "ready" {
        return None;
    }
    Some((format!("postgres://signet@127.0.0.1:{port}/postgres"), child))
}

/// Runs each named async test on both engines.
macro_rules! on_both_engines {
    ($($name:ident),* $(,)?) => {
        mod on_sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                super::$name(&crate::engines::sqlite().await).await;
            })*
        }
        mod on_postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                if let Some(opened) = crate::engines::postgres().await {
                    super::$name(&opened).await;
                }
            })*
        }
    };
}
pub(crate) use on_both_engines;
