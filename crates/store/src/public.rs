//! What strangers may ask: nothing here takes an identifier of a credential or a person.

use std::collections::BTreeMap;

use signet_record::{InstitutionId, PersonId};
use signet_registry::{Digest, SealedFile, Stage, Status};
use signet_share::{LookupDigest, Share};

use crate::engine::Pools;
use crate::error::StoreError;
use crate::share_row;
use crate::statement::{Row, sql};
use crate::tenant::Tenant;

/// The stranger's handle.
#[derive(Clone)]
pub struct Public {
    pub(crate) pools: Pools,
}

/// What a link leads to, whether it is open or not: the caller puts the share through [`signet_share::answer`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedCredential {
    /// In whose register.
    pub institution: InstitutionId,
    /// Whose learning.
    pub person: PersonId,
    /// The share.
    pub share: Share,
    /// How far the credential has come; before [`Stage::Sealed`] there is nothing to show.
    pub stage: Stage,
    /// Whether it holds.
    pub status: Status,
    /// The sealed files; none before the seal.
    pub files: BTreeMap<SealedFile, Digest>,
    /// Bytes of the sealed files that are there: one that was erased is not.
    pub sizes: BTreeMap<SealedFile, u64>,
}

impl SharedCredential {
    /// The sealed file of a kind.
    pub fn file(&self, kind: SealedFile) -> Option<Digest> {
        self.files.get(&kind).copied()
    }
}

impl Public {
    /// Finds a share by the digest of a presented link: one statement, one index. A row that this register did not write, or
    /// that says something else than it wrote, is none.
    pub async fn look_up(&self, lookup: &LookupDigest) -> Result<Option<SharedCredential>, StoreError> {
        let Some(row) = sql!("share_look_up").bind_text(lookup).row(&self.pools.read).await? else {
            return Ok(None);
        };
        let institution = row.parse("institution")?;
        let share = share_row::read(&row);
        if let Some(key) = &self.pools.log_key {
            let code = row.text_if("mac")?;
            let terms =
                share.as_ref().ok().and_then(|share| share_row::terms_under(&row, share, &lookup.to_string()).ok());
            // A row that cannot be read was not written here either.
            if !terms.zip(code).is_some_and(|(terms, code)| key.knows_share(&institution, &terms, &code)) {
                return Ok(None);
            }
        }
        let (files, sizes) = files(&row)?;
        Ok(Some(SharedCredential {
            institution,
            person: row.parse("person")?,
            share: share?,
            stage: row.code("stage", Stage::from_code)?,
            status: row.code("status", Status::from_code)?,
            files,
            sizes,
        }))
    }
}

impl Tenant {
    /// What a share shows together, each as if the share were of it alone. What is not of the share's own person, or not there any more, is left out.
    pub async fn shared_items(&self, shown: &SharedCredential) -> Result<Vec<SharedCredential>, StoreError> {
        let rows = sql!("share_item_look_up")
            .bind(self.institution.as_str())
            .bind_text(shown.share.id)
            .rows(&self.pools.read)
            .await?;
        let item = |row: &Row| {
            let (files, sizes) = files(row)?;
            Ok(SharedCredential {
                institution: shown.institution.clone(),
                person: row.parse("person")?,
                share: Share { credential: row.parse("id")?, ..shown.share.clone() },
                stage: row.code("stage", Stage::from_code)?,
                status: row.code("status", Status::from_code)?,
                files,
                sizes,
            })
        };
        let items: Vec<SharedCredential> = rows.iter().map(item).collect::<Result<_, StoreError>>()?;
        // The row's code covers which credentials a share shows: one that was put in by somebody else has made it open nothing before.
        Ok(items.into_iter().filter(|item| item.person == shown.person && !item.sizes.is_empty()).collect())
    }
}

type ByKind<T> = BTreeMap<SealedFile, T>;

/// The files of a row and their bytes: `jsonld 9f86… 215040,pdf 60303a… `, without bytes where they were erased.
fn files(row: &Row) -> Result<(ByKind<Digest>, ByKind<u64>), StoreError> {
    let (mut files, mut sizes) = (ByKind::new(), ByKind::new());
    let Some(text) = row.text_if("files")? else { return Ok((files, sizes)) };
    let wrong = || row.wrong("files");
    for file in text.split(',') {
        let mut parts = file.split(' ');
        let (Some(kind), Some(digest), Some(bytes)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(wrong());
        };
        // A kind that only a newer version knows is not shown.
        let Some(kind) = SealedFile::from_code(kind) else { continue };
        let Ok(digest) = digest.parse() else { return Err(wrong()) };
        files.insert(kind, digest);
        if !bytes.is_empty() {
            let Ok(bytes) = bytes.parse() else { return Err(wrong()) };
            sizes.insert(kind, bytes);
        }
    }
    Ok((files, sizes))
}
