//! What is kept in the cache of trusted lists, since when and from where: one file beside the lists, replaced whole.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{self, File},
    io::{self, Write as _},
    path::Path,
    time::{Duration, SystemTime},
};

use data_encoding::HEXLOWER;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use signet_seal::{algorithm::DigestAlgorithm, qualification::ListTrouble};

/// The name of the index.
const INDEX: &str = "index.json";
/// Lists that no index names are swept away at this age; younger ones may be another process's, about to be named.
const SWEPT_AFTER: Duration = Duration::from_secs(3600);

/// What is kept.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Index {
    /// The list of lists.
    pub(crate) lotl: Option<Kept>,
    /// Pivots by their address. They never change.
    #[serde(default)]
    pub(crate) pivots: BTreeMap<String, Kept>,
    /// National lists by territory.
    #[serde(default)]
    pub(crate) lists: BTreeMap<String, Kept>,
}

/// One list as it was fetched.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Kept {
    /// Where it came from.
    pub(crate) location: String,
    /// SHA-256 of its bytes, by which its file is named; none when nothing was ever kept.
    pub(crate) sha256: Option<String>,
    /// When it was last fetched, or found unchanged.
    pub(crate) fetched: Option<Timestamp>,
    /// Why the last attempt came to nothing, if it did.
    pub(crate) trouble: Option<ListTrouble>,
}

impl Kept {
    /// The name of its file. The index is not trusted: only what looks like a digest becomes a name.
    pub(crate) fn file(&self) -> Option<String> {
        let digest = self.sha256.as_deref()?;
        let is_digest = digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_digest.then(|| format!("{digest}.xml"))
    }
}

impl Index {
    /// Reads the index; an empty one where there is none. One that is damaged is none either: lists are fetched again.
    pub(crate) fn read(folder: &Path) -> io::Result<Self> {
        match fs::read(folder.join(INDEX)) {
            Ok(bytes) => Ok(serde_json::from_slice(&bytes).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(error),
        }
    }

    /// Replaces the index, and sweeps away what it names no more.
    pub(crate) fn write(&self, folder: &Path) -> io::Result<()> {
        replace(folder, INDEX, &serde_json::to_vec_pretty(self)?)?;
        let kept = self.lotl.iter().chain(self.pivots.values()).chain(self.lists.values());
        let named: BTreeSet<String> = kept.filter_map(Kept::file).collect();
        for entry in fs::read_dir(folder)?.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let age = entry
                .metadata()
                .and_then(|it| it.modified())
                .ok()
                .and_then(|it| SystemTime::now().duration_since(it).ok());
            let is_old = age.is_some_and(|age| age > SWEPT_AFTER);
            if is_old && name.ends_with(".xml") && !named.contains(&name) {
                // What cannot be swept today is swept another day.
                let _ = fs::remove_file(entry.path());
            }
        }
        Ok(())
    }
}

/// Keeps the bytes of a list, whole or not at all; their digest.
pub(crate) fn keep(folder: &Path, bytes: &[u8]) -> io::Result<String> {
    fs::create_dir_all(folder)?;
    let digest = HEXLOWER.encode(&DigestAlgorithm::Sha256.hash(bytes));
    replace(folder, &format!("{digest}.xml"), bytes)?;
    Ok(digest)
}

/// Writes beside, reaches the disk, and takes the place of what was there.
fn replace(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let beside = folder.join(format!(".{name}.{}", std::process::id()));
    let mut file = File::create(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&beside, folder.join(name))?;
    File::open(folder)?.sync_all()
}
