//! The real services that tests run against, each started on a free loopback port and gone when dropped.

mod authority;
mod login;
mod postgres;
mod relay;

use std::io::Read;
use std::net::{Ipv4Addr, TcpListener, TcpStream};

pub use authority::Authority;
pub use login::LoginProviders;
pub use postgres::Postgres;
pub use relay::Relays;

use crate::install::Tools;
use crate::place::Place;
use crate::report::Report;
use crate::task_error::{Context, TaskError};
use crate::verdict::Verdict;

/// All of them, running.
pub struct Services {
    postgres: Postgres,
    authority: Authority,
    login: LoginProviders,
    relays: Relays,
}

impl Services {
    /// Starts them as steps of a run.
    pub fn start(place: &Place, tools: &Tools, report: &mut Report) -> Option<Self> {
        let postgres = report.step("PostgreSQL", || Postgres::start(place, &tools.postgres).map(running));
        let authority = report.step("Certificate authority", || Authority::start(place, &tools.python).map(running));
        let login = report.step("Login providers", || LoginProviders::start(place, &tools.login_modules).map(running));
        let relays = report.step("Mail relays", || Relays::start(place, &tools.mail).map(running));
        Some(Self { postgres: postgres?, authority: authority?, login: login?, relays: relays? })
    }

    /// The certificate authority.
    pub fn authority(&self) -> &Authority {
        &self.authority
    }

    /// PostgreSQL.
    pub fn postgres(&self) -> &Postgres {
        &self.postgres
    }

    /// The login providers.
    pub fn login(&self) -> &LoginProviders {
        &self.login
    }

    /// Where Rust tests find them.
    pub fn environment(&self) -> Vec<(String, String)> {
        vec![
            ("SIGNET_TEST_POSTGRES".to_owned(), self.postgres.url().to_owned()),
            ("SIGNET_TEST_AUTHORITY".to_owned(), self.authority.address()),
            ("SIGNET_TEST_TSA".to_owned(), self.authority.time_stamps()),
            ("SIGNET_TEST_LOGIN".to_owned(), self.login.university()),
            ("SIGNET_TEST_LOGIN_NATIONAL".to_owned(), self.login.national()),
            ("SIGNET_TEST_RELAY".to_owned(), self.relays.ports()),
            ("SIGNET_TEST_RELAY_FOLDER".to_owned(), self.relays.folder().display().to_string()),
            ("SIGNET_TEST_PKI".to_owned(), self.authority.folder().display().to_string()),
        ]
    }
}

/// A started service is no check of the product: it only runs.
fn running<T>(started: T) -> (T, Verdict) {
    (started, Verdict { notes: vec!["running".to_owned()], ..Verdict::default() })
}

/// A port that was free a moment ago.
fn free_port() -> Result<u16, TaskError> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .or_task_error("find a free port")
}

/// An address on this machine that was free a moment ago.
pub fn free_address() -> Result<String, TaskError> {
    Ok(format!("{}:{}", Ipv4Addr::LOCALHOST, free_port()?))
}

/// Whether something listens there; `Some` fits [`crate::process::Supervised::wait_until`].
fn listening(port: u16) -> Option<()> {
    TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok().map(drop)
}

/// 128 bits from the system, in hexadecimal.
fn random_hex() -> Result<String, TaskError> {
    let mut bytes = [0; 16];
    std::fs::File::open("/dev/urandom")
        .and_then(|mut source| source.read_exact(&mut bytes))
        .or_task_error("make a secret")?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
