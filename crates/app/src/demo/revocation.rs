//! What the test authority tells of revocation: nothing is revoked. As files, and served where the certificates say.

use std::{fs, path::Path, sync::Arc};

use axum::{
    Router,
    http::{StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
    routing::get,
};
use jiff::Timestamp;

use super::authority::{Authority, Lister, TestAuthority};
use crate::exit::CommandError;

/// Where the lists are served.
const PATH: &str = "/test";
/// Where they lie in the demonstration's folder, for `signet verify --evidence`.
const FOLDER: &str = "revocation";

/// The address that stands in certificates, for a server that people reach at `base`.
pub fn address(base: &str) -> String {
    format!("{base}{PATH}")
}

/// Keeps the authorities' keys, so that they can go on telling.
///
/// # Errors
/// When they cannot be written.
pub fn keep(
    authority: &TestAuthority,
    seals: &Path,
    secret: impl Fn(&Path, &str) -> Result<(), CommandError>,
) -> Result<(), CommandError> {
    Authority::ALL.into_iter().try_for_each(|of| secret(&key(seals, of), &authority.key_pem(of)))
}

fn key(seals: &Path, of: Authority) -> std::path::PathBuf {
    seals.join(match of {
        Authority::Root => "root.key.pem",
        Authority::Issuing => "issuing.key.pem",
    })
}

/// The authorities of a demonstration, as far as their keys were kept.
fn listers(folder: &Path) -> Result<Vec<(Authority, Lister)>, CommandError> {
    let kept =
        Authority::ALL.into_iter().map(|of| (of, key(&folder.join("seals"), of))).filter(|(_, key)| key.exists());
    kept.map(|(of, key)| Ok((of, Lister::new(of, &fs::read_to_string(key)?)?))).collect()
}

/// Writes lists as of now.
///
/// # Errors
/// When they cannot be signed or written.
pub fn write(folder: &Path, now: Timestamp) -> Result<(), CommandError> {
    let lists = folder.join(FOLDER);
    fs::create_dir_all(&lists)?;
    for (of, lister) in listers(folder)? {
        fs::write(lists.join(of.list()), lister.list(now)?)?;
    }
    Ok(())
}

/// Tells whoever asks, as of the moment of asking.
///
/// # Errors
/// When a kept key is none.
pub fn routes(folder: &Path) -> Result<Router, CommandError> {
    let mut routes = Router::new();
    for (of, lister) in listers(folder)? {
        let lister = Arc::new(lister);
        let tell = move || {
            let lister = Arc::clone(&lister);
            async move { told(&lister) }
        };
        routes = routes.route(&format!("{PATH}/{}", of.list()), get(tell));
    }
    Ok(routes)
}

fn told(lister: &Lister) -> Response {
    match lister.list(Timestamp::now()) {
        Ok(list) => ([(CONTENT_TYPE, "application/pkix-crl")], list).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
