//! The sealing lock: at most one process of a machine seals under the sealers' lasting names.

use std::{
    fs::{File, OpenOptions},
    path::Path,
};

/// Held while this process seals; freed by the system even when it dies.
pub struct SealingLock {
    _file: File,
}

impl SealingLock {
    /// Takes the lock beside the artefacts; `None` when another process holds it, or the folder takes no locks.
    pub fn take(artefacts: &Path) -> Option<Self> {
        let path = artefacts.parent()?.join("sealing.lock");
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(path).ok()?;
        file.try_lock().ok()?;
        Some(SealingLock { _file: file })
    }
}
