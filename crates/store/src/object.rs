//! The bytes of artefacts, beside the database.

use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload};
use signet_record::InstitutionId;
use signet_registry::Digest;

/// A store of bytes by institution and digest: `<institution>/<first two digits>/<digest>`.
#[derive(Clone)]
pub(crate) struct Objects(Arc<dyn ObjectStore>);

impl Objects {
    /// Keeps them in a folder. A write has reached the disk, with the folder's entry for it, before it returns.
    pub fn in_folder(folder: &Path) -> Result<Objects, object_store::Error> {
        if let Err(error) = std::fs::create_dir_all(folder) {
            return Err(object_store::Error::Generic { store: "folder", source: Box::new(error) });
        }
        let files = LocalFileSystem::new_with_prefix(folder)?.with_fsync(true);
        Ok(Objects(Arc::new(files)))
    }

    /// Writes, whole or not at all. Writing the same again changes nothing: the key is the content's digest.
    pub async fn put(
        &self,
        institution: &InstitutionId,
        digest: &Digest,
        bytes: Bytes,
    ) -> Result<(), object_store::Error> {
        self.0.put(&key(institution, digest), PutPayload::from_bytes(bytes)).await.map(drop)
    }

    /// Reads, unless there are more than `limit` bytes.
    pub async fn get(
        &self,
        institution: &InstitutionId,
        digest: &Digest,
        limit: u64,
    ) -> Result<Option<Bytes>, object_store::Error> {
        let found = match self.0.get(&key(institution, digest)).await {
            Err(object_store::Error::NotFound { .. }) => return Ok(None),
            found => found?,
        };
        if found.meta.size > limit {
            let source = format!("{} bytes where at most {limit} belong", found.meta.size).into();
            return Err(object_store::Error::Generic { store: "artefacts", source });
        }
        found.bytes().await.map(Some)
    }

    /// Deletes; what is not there is deleted already.
    pub async fn delete(&self, institution: &InstitutionId, digest: &Digest) -> Result<(), object_store::Error> {
        match self.0.delete(&key(institution, digest)).await {
            Err(object_store::Error::NotFound { .. }) => Ok(()),
            done => done,
        }
    }
}

fn key(institution: &InstitutionId, digest: &Digest) -> Key {
    let digest = digest.to_string();
    let shelf = digest.get(..2).unwrap_or_default();
    Key::from_iter([institution.as_str(), shelf, &digest])
}
