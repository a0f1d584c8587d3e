//! Remembers from what a tool was installed, so that it is installed again when that changes and only then.

use std::fs;
use std::path::{Path, PathBuf};

use crate::task_error::{Context, TaskError};

/// A folder of the cache and the manifests that say what belongs in it.
pub struct Stamp {
    folder: PathBuf,
    manifest: String,
}

impl Stamp {
    /// Reads the manifests.
    pub fn of(folder: PathBuf, manifests: &[PathBuf]) -> Result<Self, TaskError> {
        let mut manifest = format!("{}\n", folder.display());
        for path in manifests {
            let text = fs::read_to_string(path).or_task_error(format!("read {}", path.display()))?;
            manifest.push_str(&text);
        }
        Ok(Self { folder, manifest })
    }

    /// Whether the folder was installed to its end from these very manifests.
    pub fn is_current(&self) -> bool {
        fs::read_to_string(self.path()).is_ok_and(|text| text == self.manifest)
    }

    /// An empty folder to install into: what an interrupted or older run left is gone.
    pub fn clear(&self) -> Result<&Path, TaskError> {
        if self.folder.exists() {
            fs::remove_dir_all(&self.folder).or_task_error(format!("clear {}", self.folder.display()))?;
        }
        fs::create_dir_all(&self.folder).or_task_error(format!("make {}", self.folder.display()))?;
        Ok(&self.folder)
    }

    /// Says that the folder is complete.
    pub fn set(&self) -> Result<(), TaskError> {
        fs::write(self.path(), &self.manifest).or_task_error("write the stamp of a tool")
    }

    fn path(&self) -> PathBuf {
        self.folder.join("installed-from")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_changed_manifest_asks_for_installing_again() {
        let root = tempfile::tempdir().unwrap();
        let manifest = root.path().join("requirements.txt");
        let folder = root.path().join("tool");
        let read = || Stamp::of(folder.clone(), std::slice::from_ref(&manifest)).unwrap();

        fs::write(&manifest, "a==1\n").unwrap();
        assert!(!read().is_current());
        read().clear().unwrap();
        assert!(!read().is_current(), "an interrupted installing does not count");
        read().set().unwrap();
        assert!(read().is_current());

        fs::write(&manifest, "a==2\n").unwrap();
        assert!(!read().is_current());
    }
}
