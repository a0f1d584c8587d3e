//! Where things lie: the checkout, what is built from it, the tools' cache, and the reference material beside it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::task_error::{Context, TaskError};

/// The folders every task works in.
#[derive(Clone, Debug)]
pub struct Place {
    /// The checkout.
    pub root: PathBuf,
    /// Cargo's target folder.
    pub target: PathBuf,
    /// Tools of the tests, kept across checkouts: `$SIGNET_CACHE`, else `~/.cache/signet/tools`.
    pub cache: PathBuf,
    /// Reference material (`$SIGNET_SHARED`, else `../shared`), when it is there.
    pub shared: Option<PathBuf>,
    /// One log per step of this run.
    pub logs: PathBuf,
}

impl Place {
    /// Finds the folders, and makes those that are ours to make.
    pub fn find() -> Result<Self, TaskError> {
        // As cargo says when it runs us: checkouts that share a target folder share this program as well.
        let manifest =
            env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
        let root =
            manifest.parent().ok_or_else(|| TaskError::new("xtask does not stand inside a checkout"))?.to_owned();
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => root.join(folder),
            None => root.join("target"),
        };
        let cache = match (env::var_os("SIGNET_CACHE"), env::var_os("HOME")) {
            (Some(folder), _) => PathBuf::from(folder),
            (None, Some(home)) => Path::new(&home).join(".cache/signet/tools"),
            (None, None) => return Err(TaskError::new("neither SIGNET_CACHE nor HOME is set")),
        };
        let shared =
            env::var_os("SIGNET_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from).canonicalize().ok();
        let logs = target.join("xtask-logs");
        for folder in [&cache, &logs] {
            fs::create_dir_all(folder).or_task_error(format!("make {}", folder.display()))?;
        }
        Ok(Self { root, target, cache, shared, logs })
    }

    /// The log of a step, named after it.
    pub fn log(&self, step: &str) -> PathBuf {
        let name: String =
            step.chars().map(|character| if character.is_ascii_alphanumeric() { character } else { '-' }).collect();
        self.logs.join(name.to_ascii_lowercase()).with_extension("log")
    }

    /// The `signet` binary as the whole workspace builds it.
    pub fn signet(&self) -> PathBuf {
        self.target.join("release/signet")
    }

    /// A script or manifest under `interop/`.
    pub fn interop(&self, path: &str) -> PathBuf {
        self.root.join("interop").join(path)
    }

    /// A tool of the reference material, when it is there.
    pub fn reference(&self, path: &str) -> Option<PathBuf> {
        self.shared.as_ref().map(|shared| shared.join("reference").join(path)).filter(|tool| tool.is_file())
    }
}
