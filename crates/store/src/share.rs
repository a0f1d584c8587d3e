//! Shares: their terms, and the digest by which a link is found. Never the link.

use signet_record::{CredentialId, Language};
use signet_share::{Kind, Label, LookupDigest, Purpose, Share, ShareId};

use crate::error::{FailureKind, StoreError};
use crate::statement::{Row, sql};
use crate::store::Tenant;

/// Why a share could not be put.
#[derive(Debug, thiserror::Error)]
pub enum PutShareError {
    /// The row could not be written.
    #[error(transparent)]
    Database(#[from] StoreError),
    /// There is a share with this id or link.
    #[error("there is such a share already")]
    Taken,
    /// There is no such credential in this institution.
    #[error("there is no such credential")]
    UnknownCredential,
}

/// The share columns of a row.
pub(crate) fn read(row: &Row) -> Result<Share, StoreError> {
    let kind = match row.text("kind")?.as_str() {
        "document" => Kind::Document,
        "named" => Kind::Named {
            label: Label::new(&row.text("label")?).map_err(|_| row.wrong("label"))?,
            purpose: row.code("purpose", Purpose::from_code)?,
        },
        _ => return Err(row.wrong("kind")),
    };
    Ok(Share {
        id: row.parse("id")?,
        credential: row.parse("credential")?,
        kind,
        ends: row.time_if("ends")?,
        show_birth_date: row.flag("show_birth_date")?,
        language: row.code("language", language)?,
        created: row.time("created")?,
        withdrawn: row.time_if("withdrawn")?,
    })
}

/// The language with this code.
pub(crate) fn language(code: &str) -> Option<Language> {
    Language::ALL.into_iter().find(|language| language.code() == code)
}

impl Tenant {
    /// Keeps a new share, with the digest of its link.
    pub async fn put_share(&self, share: &Share, lookup: &LookupDigest) -> Result<(), PutShareError> {
        let (kind, label, purpose) = match &share.kind {
            Kind::Document => ("document", None, None),
            Kind::Named { label, purpose } => ("named", Some(label.as_str()), Some(purpose.code())),
        };
        let put = sql!("share_put")
            .bind(self.institution.as_str())
            .bind_text(share.id)
            .bind_text(share.credential)
            .bind_text(lookup)
            .bind(kind)
            .bind(label)
            .bind(purpose)
            .bind_time_if(share.ends)
            .bind(i64::from(share.show_birth_date))
            .bind(share.language.code())
            .bind_time(share.created)
            .bind_time_if(share.withdrawn)
            .run(self.pools.write())
            .await;
        match put {
            Ok(_) => Ok(()),
            Err(error) => Err(match error.kind() {
                Some(FailureKind::Taken) => PutShareError::Taken,
                Some(FailureKind::MissingReference) => PutShareError::UnknownCredential,
                _ => error.into(),
            }),
        }
    }

    /// Writes what may change of a share: its end, what it shows, its language, and whether it is withdrawn. `false` when
    /// there is no such share.
    pub async fn change_share(&self, share: &Share) -> Result<bool, StoreError> {
        let changed = sql!("share_change")
            .bind(self.institution.as_str())
            .bind_text(share.id)
            .bind_time_if(share.ends)
            .bind(i64::from(share.show_birth_date))
            .bind(share.language.code())
            .bind_time_if(share.withdrawn)
            .run(self.pools.write())
            .await?;
        Ok(changed == 1)
    }

    /// One share.
    pub async fn share(&self, id: &ShareId) -> Result<Option<Share>, StoreError> {
        let row = sql!("share_get").bind(self.institution.as_str()).bind_text(id).row(&self.pools.read).await?;
        row.as_ref().map(read).transpose()
    }

    /// A credential's shares, the document's first, then oldest first.
    pub async fn shares(&self, credential: &CredentialId) -> Result<Vec<Share>, StoreError> {
        let rows =
            sql!("share_list").bind(self.institution.as_str()).bind_text(credential).rows(&self.pools.read).await?;
        rows.iter().map(read).collect()
    }
}
