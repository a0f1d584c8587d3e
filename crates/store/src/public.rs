//! What strangers may ask: nothing here takes an identifier of a credential or a person.

use std::collections::BTreeMap;

use signet_record::{InstitutionId, PersonId};
use signet_registry::{Digest, SealedFile, Stage, Status};
use signet_share::{LookupDigest, Share};

use crate::credential;
use crate::engine::Pools;
use crate::error::StoreError;
use crate::share;
use crate::statement::{Row, sql};

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
        if let Some(key) = &self.pools.log_key {
            let code = row.text_if("mac")?;
            let knows = |terms| code.is_some_and(|code| key.knows_share(&institution, &terms, &code));
            // A row that cannot be read was not written here either.
            if !share::terms(&row).is_ok_and(knows) {
                return Ok(None);
            }
        }
        Ok(Some(SharedCredential {
            institution,
            person: row.parse("person")?,
            share: share::read(&row)?,
            stage: row.code("stage", Stage::from_code)?,
            status: row.code("status", Status::from_code)?,
            files: credential::files(&row)?,
            sizes: sizes(&row)?,
        }))
    }
}

fn sizes(row: &Row) -> Result<BTreeMap<SealedFile, u64>, StoreError> {
    let mut sizes = BTreeMap::new();
    for kind in SealedFile::ALL {
        let column = match kind {
            SealedFile::Jsonld => "jsonld_bytes",
            SealedFile::Pdf => "pdf_bytes",
        };
        sizes.extend(row.number_if(column)?.map(|bytes| (kind, bytes)));
    }
    Ok(sizes)
}
