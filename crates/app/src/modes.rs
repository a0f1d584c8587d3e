//! Modes of files: what Signet makes is for its own account alone, and what others can read is complained about.

use std::{
    ffi::OsString,
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use rustix::{fs::Mode, process::umask};
use signet_lang::{Locale, args};
use signet_store::Database;

use crate::config::StoreConfig;

/// From here on, whatever this process makes can be read by its own account alone: the register and the files SQLite puts
/// beside it, artefacts, keys, issued files.
pub fn close_to_others() {
    umask(Mode::RWXG | Mode::RWXO);
}

/// A file or folder that other accounts of the machine can read, or write.
pub struct Loose {
    /// Path of the file.
    pub path: PathBuf,
    /// The mode it should have.
    pub mode: &'static str,
}

/// The mode of a file or folder that others can read or write; nothing of one that is closed to them, or not there.
pub fn open_to_others(path: &Path) -> Option<u32> {
    let mode = fs::metadata(path).ok()?.permissions().mode() & 0o777;
    (mode & 0o077 != 0).then_some(mode)
}

/// Whether a file or folder can be read by others; what is not there cannot.
pub fn loose(path: &Path) -> Option<Loose> {
    open_to_others(path).map(|_| Loose { path: path.to_owned(), mode: if path.is_dir() { "700" } else { "600" } })
}

/// Which files of the register can be read by others.
pub fn of_register(store: &StoreConfig, database: &Database) -> Vec<Loose> {
    let mut files = vec![store.link_key.clone(), store.artefacts.clone()];
    if let Database::Sqlite(file) = database {
        files.extend(["", "-wal", "-shm"].map(|ending| {
            let mut name = OsString::from(file);
            name.push(ending);
            PathBuf::from(name)
        }));
    }
    files.iter().filter_map(|file| loose(file)).collect()
}

/// Complains about each: they are from before, or somebody opened them.
pub fn complain(store: &StoreConfig, database: &Database, locale: Locale) {
    for Loose { path, mode } in of_register(store, database) {
        eprintln!("{}", locale.register_loose(args::RegisterLoose { mode, path: path.display().to_string() }));
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_others_can_read_is_loose() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("link.key");
        assert!(loose(&file).is_none(), "nothing there");
        fs::write(&file, "x").unwrap();
        for (mode, is_loose) in [(0o600, false), (0o400, false), (0o640, true), (0o604, true), (0o620, true)] {
            fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
            assert_eq!(loose(&file).map(|loose| loose.mode), is_loose.then_some("600"), "{mode:o}");
        }
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        assert_eq!(loose(folder.path()).unwrap().mode, "700");
    }
}
