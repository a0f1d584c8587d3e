//! Artefacts: what is kept as bytes, by SHA-256.

use std::collections::BTreeMap;

use bytes::Bytes;
use futures_util::future::try_join_all;
use signet_record::Timestamp;
use signet_registry::{Digest, SealedFile};
use sqlx::{Any, Transaction};
use tokio::task::spawn_blocking;

use crate::error::StoreError;
use crate::statement::{commit, sql};
use crate::tenant::Tenant;

/// What an artefact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ArtefactKind {
    /// An award's canonical JSON.
    Award,
    /// A sealed file that carries the credential.
    Sealed(SealedFile),
    /// A picture of a certificate.
    Picture,
    /// Remarks with which the text of a unit was returned.
    Remarks,
    /// The signed statement about a record.
    Statement,
    /// The canonical text of a unit that was handed in.
    Unit,
    /// A file of results as it was uploaded; kept only while its batch needs it.
    Upload,
}

impl ArtefactKind {
    /// Every kind.
    pub fn all() -> impl Iterator<Item = ArtefactKind> {
        let beside = [
            ArtefactKind::Award,
            ArtefactKind::Picture,
            ArtefactKind::Remarks,
            ArtefactKind::Statement,
            ArtefactKind::Unit,
            ArtefactKind::Upload,
        ];
        SealedFile::ALL.into_iter().map(ArtefactKind::Sealed).chain(beside)
    }

    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            ArtefactKind::Award => "award",
            ArtefactKind::Sealed(file) => file.code(),
            ArtefactKind::Picture => "picture",
            ArtefactKind::Remarks => "remarks",
            ArtefactKind::Statement => "statement",
            ArtefactKind::Unit => "unit",
            ArtefactKind::Upload => "upload",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<ArtefactKind> {
        ArtefactKind::all().find(|kind| kind.code() == code)
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            ArtefactKind::Award | ArtefactKind::Remarks => "application/json",
            ArtefactKind::Sealed(file) => file.media_type(),
            ArtefactKind::Picture => "image/jpeg",
            // RFC 9901, 11.1, with the type of SD-JWT VC.
            ArtefactKind::Statement => "application/dc+sd-jwt",
            ArtefactKind::Unit => "application/toml",
            ArtefactKind::Upload => "application/octet-stream",
        }
    }
}

/// An artefact, its bytes checked against its digest.
#[derive(Clone, PartialEq, Eq)]
pub struct Artefact {
    /// SHA-256 of the bytes.
    pub digest: Digest,
    /// What it is.
    pub kind: ArtefactKind,
    /// The bytes, exactly as they were put.
    pub bytes: Bytes,
}

/// Says what it is and how long, never what it says.
impl std::fmt::Debug for Artefact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Artefact({:?}, {:?}, {} bytes)", self.kind, self.digest, self.bytes.len())
    }
}

/// Artefacts whose bytes are on the disk and that no row knows yet. Left so by a crash, they are swept.
#[derive(Clone, Debug)]
pub struct WrittenArtefacts {
    artefacts: Vec<WrittenArtefact>,
    at: Timestamp,
}

#[derive(Clone, Copy, Debug)]
struct WrittenArtefact {
    kind: ArtefactKind,
    digest: Digest,
    bytes: usize,
}

impl WrittenArtefacts {
    /// The sealed files among them, by kind.
    pub fn files(&self) -> BTreeMap<SealedFile, Digest> {
        let file = |artefact: &WrittenArtefact| match artefact.kind {
            ArtefactKind::Sealed(kind) => Some((kind, artefact.digest)),
            _ => None,
        };
        self.artefacts.iter().filter_map(file).collect()
    }

    /// The signed statement about a record among them.
    pub fn statement(&self) -> Option<Digest> {
        self.artefacts.iter().find(|artefact| artefact.kind == ArtefactKind::Statement).map(|artefact| artefact.digest)
    }
}

/// Why an artefact could not be put.
#[derive(Debug, thiserror::Error)]
pub enum PutArtefactError {
    /// The bytes could not be written.
    #[error("artefact {digest} could not be written: {cause}")]
    Bytes {
        /// Of which artefact.
        digest: Digest,
        /// What the disk or the object store said.
        #[source]
        cause: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The row could not be written.
    #[error(transparent)]
    Database(#[from] StoreError),
}

/// Why an artefact could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadArtefactError {
    /// The bytes that are there are others: the disk failed, or somebody changed them.
    #[error("artefact {expected} holds other bytes: {found}")]
    Altered {
        /// Asked for.
        expected: Digest,
        /// There.
        found: Digest,
    },
    /// The row could not be read.
    #[error(transparent)]
    Database(#[from] StoreError),
    /// It was erased, at the holder's request.
    #[error("artefact {0} was erased")]
    Erased(Digest),
    /// Its row is there and its bytes are not.
    #[error("the bytes of artefact {0} are lost")]
    Lost(Digest),
    /// There is no such artefact in this institution.
    #[error("there is no artefact {0}")]
    Unknown(Digest),
    /// The bytes could not be read.
    #[error("artefact {digest} could not be read: {cause}")]
    Unreadable {
        /// Asked for.
        digest: Digest,
        /// What the disk or the object store said.
        #[source]
        cause: Box<dyn std::error::Error + Send + Sync>,
    },
}

/// Fewer bytes are hashed sooner than they are handed to another thread: a quarter of a millisecond.
const HASHED_AT_ONCE: usize = 256 << 10;

/// The digest of bytes; of many, found off the threads that answer.
async fn digest_of(bytes: &Bytes) -> Digest {
    if bytes.len() > HASHED_AT_ONCE {
        let shared = bytes.clone();
        if let Ok(digest) = spawn_blocking(move || Digest::of(&shared)).await {
            return digest;
        }
    }
    Digest::of(bytes)
}

impl Tenant {
    /// Keeps an artefact; keeping the same bytes again changes nothing.
    pub async fn put_artefact(
        &self,
        kind: ArtefactKind,
        bytes: Bytes,
        now: Timestamp,
    ) -> Result<Digest, PutArtefactError> {
        let artefact = self.write_artefact(kind, bytes).await?;
        self.put_rows(&WrittenArtefacts { artefacts: vec![artefact], at: now }).await?;
        Ok(artefact.digest)
    }

    /// Keeps several artefacts: all bytes reach the disk together, and then all rows in one transaction. Digests come in
    /// the order of the artefacts.
    pub async fn put_artefact_list(
        &self,
        artefacts: &[(ArtefactKind, Bytes)],
        now: Timestamp,
    ) -> Result<Vec<Digest>, PutArtefactError> {
        let written = self.write_artefacts(artefacts, now).await?;
        self.put_rows(&written).await?;
        Ok(written.artefacts.iter().map(|artefact| artefact.digest).collect())
    }

    /// Writes the bytes of artefacts to the disk. Rows they get with the entry that names them: [`Tenant::append_with_files`].
    pub async fn write_artefacts(
        &self,
        artefacts: &[(ArtefactKind, Bytes)],
        now: Timestamp,
    ) -> Result<WrittenArtefacts, PutArtefactError> {
        let writes = artefacts.iter().map(|(kind, bytes)| self.write_artefact(*kind, bytes.clone()));
        Ok(WrittenArtefacts { artefacts: try_join_all(writes).await?, at: now })
    }

    /// Finds the digest of an artefact, and writes its bytes to the disk.
    async fn write_artefact(&self, kind: ArtefactKind, bytes: Bytes) -> Result<WrittenArtefact, PutArtefactError> {
        let (digest, size) = (digest_of(&bytes).await, bytes.len());
        match self.objects.put(&self.institution, &digest, bytes).await {
            Ok(()) => Ok(WrittenArtefact { kind, digest, bytes: size }),
            Err(error) => Err(PutArtefactError::Bytes { digest, cause: error.into() }),
        }
    }

    /// Writes the rows of artefacts whose bytes are on the disk, in a transaction of their own.
    async fn put_rows(&self, written: &WrittenArtefacts) -> Result<(), StoreError> {
        let mut transaction = self.pools.begin().await?;
        self.put_written(&mut transaction, written).await?;
        commit(transaction).await
    }

    /// Writes the rows of artefacts whose bytes are on the disk.
    pub(crate) async fn put_written(
        &self,
        transaction: &mut Transaction<'static, Any>,
        written: &WrittenArtefacts,
    ) -> Result<(), StoreError> {
        for artefact in &written.artefacts {
            sql!("artefact_put")
                .bind(self.institution.as_str())
                .bind_text(artefact.digest)
                .bind(artefact.kind.code())
                .bind(i64::try_from(artefact.bytes).unwrap_or(i64::MAX))
                .bind_time(written.at)
                .run(&mut **transaction)
                .await?;
        }
        Ok(())
    }

    /// Reads an artefact and checks it against its digest.
    pub async fn artefact(&self, digest: &Digest) -> Result<Artefact, ReadArtefactError> {
        let row = sql!("artefact_get")
            .bind(self.institution.as_str())
            .bind_text(digest)
            .row(&self.pools.read)
            .await?
            .ok_or(ReadArtefactError::Unknown(*digest))?;
        if row.time_if("erased")?.is_some() {
            return Err(ReadArtefactError::Erased(*digest));
        }
        let kind = row.code("kind", ArtefactKind::from_code)?;
        let size = row.number("bytes")?;
        let bytes = match self.objects.get(&self.institution, digest, size).await {
            Ok(bytes) => bytes.ok_or(ReadArtefactError::Lost(*digest))?,
            Err(error) => return Err(ReadArtefactError::Unreadable { digest: *digest, cause: error.into() }),
        };
        let found = digest_of(&bytes).await;
        if found != *digest {
            return Err(ReadArtefactError::Altered { expected: *digest, found });
        }
        Ok(Artefact { digest: *digest, kind, bytes })
    }
}
