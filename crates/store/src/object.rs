//! The bytes of artefacts and of sealed status lists, beside the database.

use std::fs::DirBuilder;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::{ObjectMeta, ObjectStore, ObjectStoreExt, PutPayload};
use signet_record::InstitutionId;
use signet_registry::Digest;

/// A store of bytes by institution and digest: `<institution>/<first two digits>/<digest>`.
#[derive(Clone)]
pub(crate) struct Objects(Arc<dyn ObjectStore>);

impl Objects {
    /// Keeps them in a folder. A write has reached the disk, with the folder's entry for it, before it returns.
    pub fn in_folder(folder: &Path) -> Result<Objects, object_store::Error> {
        // For this account alone: what is below is about people.
        if let Err(error) = DirBuilder::new().recursive(true).mode(0o700).create(folder) {
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

    /// What lies on one of the 256 shelves of an institution, with the second in which it was written last.
    pub async fn shelf(
        &self,
        institution: &InstitutionId,
        shelf: u8,
    ) -> Result<Vec<(Digest, i64)>, object_store::Error> {
        let folder = Key::from_iter([institution.as_str(), &format!("{shelf:02x}")]);
        let there = self.0.list_with_delimiter(Some(&folder)).await?;
        let known = |object: &ObjectMeta| Some((object.location.filename()?.parse().ok()?, written(object)));
        Ok(there.objects.iter().filter_map(known).collect())
    }

    /// The second in which it was written last; `None` when it is not there.
    pub async fn written(
        &self,
        institution: &InstitutionId,
        digest: &Digest,
    ) -> Result<Option<i64>, object_store::Error> {
        match self.0.head(&key(institution, digest)).await {
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            found => found.map(|object| Some(written(&object))),
        }
    }

    /// Deletes; what is not there is deleted already.
    pub async fn delete(&self, institution: &InstitutionId, digest: &Digest) -> Result<(), object_store::Error> {
        match self.0.delete(&key(institution, digest)).await {
            Err(object_store::Error::NotFound { .. }) => Ok(()),
            done => done,
        }
    }
}

/// What is kept by name beside the artefacts, out of the database's reach: the newest sealed status list of each number.
impl Objects {
    /// Keeps a status list, in the place of the one before.
    pub async fn put_list(
        &self,
        institution: &InstitutionId,
        list: u32,
        bytes: Bytes,
    ) -> Result<(), object_store::Error> {
        self.0.put(&list_key(institution, list), PutPayload::from_bytes(bytes)).await.map(drop)
    }

    /// The status list kept under a number.
    pub async fn list(&self, institution: &InstitutionId, list: u32) -> Result<Option<Bytes>, object_store::Error> {
        match self.0.get(&list_key(institution, list)).await {
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Ok(found) if found.meta.size > LIST_FILE_BYTES_MAX => Ok(None),
            found => found?.bytes().await.map(Some),
        }
    }

    /// The status lists kept for an institution, whether the database knows it or not.
    pub async fn lists(&self, institution: &str) -> Result<Vec<Bytes>, object_store::Error> {
        let there = self.0.list_with_delimiter(Some(&Key::from_iter([institution, LISTS]))).await?;
        let mut lists = Vec::with_capacity(there.objects.len());
        for object in there.objects.into_iter().filter(|object| object.size <= LIST_FILE_BYTES_MAX) {
            lists.push(self.0.get(&object.location).await?.bytes().await?);
        }
        Ok(lists)
    }

    /// Everybody for whom something is kept.
    pub async fn institutions(&self) -> Result<Vec<String>, object_store::Error> {
        let there = self.0.list_with_delimiter(None).await?;
        Ok(there.common_prefixes.iter().filter_map(|prefix| prefix.filename().map(str::to_owned)).collect())
    }
}

/// Folder of an institution's sealed status lists; no shelf of artefacts is called so.
const LISTS: &str = "status";

/// A sealed list is a twentieth of this.
const LIST_FILE_BYTES_MAX: u64 = 1 << 20;

fn list_key(institution: &InstitutionId, list: u32) -> Key {
    Key::from_iter([institution.as_str(), LISTS, &format!("{list}.jsonld")])
}

fn written(object: &ObjectMeta) -> i64 {
    object.last_modified.timestamp()
}

fn key(institution: &InstitutionId, digest: &Digest) -> Key {
    let digest = digest.to_string();
    let shelf = digest.get(..2).unwrap_or_default();
    Key::from_iter([institution.as_str(), shelf, &digest])
}
