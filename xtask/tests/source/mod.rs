//! The sources of this repository, for the tests that check them.

#[path = "../../src/source.rs"]
mod files;

use std::path::{Path, PathBuf};

pub use files::{room_of, shipped};

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Every Rust file of the repository, by its path from the root.
pub fn sources() -> Vec<(String, String)> {
    files::sources(&root()).unwrap()
}

/// The files that ship: all under `src/` but the modules declared for tests only.
pub fn product() -> Vec<(String, String)> {
    files::product(&root()).unwrap()
}

pub fn none(complaints: Vec<String>) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}
