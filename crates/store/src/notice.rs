//! Letters that tell people what became of their micro-credentials. One is written in the transaction of what it tells, so that none is lost and
//! none tells what did not happen; whoever claims it sends it.

use std::{fmt, str::FromStr};

use data_encoding::HEXLOWER;
use signet_record::{CredentialId, Email, InstitutionId, PersonId, Timestamp};
use sqlx::{Any, Transaction};

use crate::error::StoreError;
use crate::statement::{Row, commit, sql};
use crate::tenant::Tenant;

/// Names a letter; it stands in its `Message-ID`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NoticeId(String);

/// A text that names no letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a letter")]
pub struct NotANoticeId;

impl NoticeId {
    /// Of 16 random bytes.
    pub fn from_random(bytes: [u8; 16]) -> NoticeId {
        NoticeId(HEXLOWER.encode(&bytes))
    }

    /// The bytes that it was made of.
    pub fn bytes(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        // A name is 32 hexadecimal digits: nothing in them can be wrong.
        let _ = HEXLOWER.decode_mut(self.0.as_bytes(), &mut bytes);
        bytes
    }

    /// Its characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for NoticeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for NoticeId {
    type Err = NotANoticeId;

    fn from_str(text: &str) -> Result<Self, NotANoticeId> {
        let is_hex = text.len() == 32 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if is_hex { Ok(NoticeId(text.to_owned())) } else { Err(NotANoticeId) }
    }
}

/// Names of letters, each a new one.
pub type LetterNames<'a> = &'a (dyn Fn() -> NoticeId + Sync);

/// What a letter tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoticeKind {
    /// A credential was issued.
    Issued,
    /// A corrected one was issued in the place of another.
    Corrected,
    /// A credential was revoked.
    Revoked,
    /// Their institution has another address of theirs: told there.
    AddressChanged,
    /// The same, told at the address of before.
    AddressBefore,
}

impl NoticeKind {
    /// All of them.
    pub const ALL: [NoticeKind; 5] = [
        NoticeKind::Issued,
        NoticeKind::Corrected,
        NoticeKind::Revoked,
        NoticeKind::AddressChanged,
        NoticeKind::AddressBefore,
    ];

    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            NoticeKind::Issued => "issued",
            NoticeKind::Corrected => "corrected",
            NoticeKind::Revoked => "revoked",
            NoticeKind::AddressChanged => "address-changed",
            NoticeKind::AddressBefore => "address-before",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<NoticeKind> {
        NoticeKind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// What became of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoticeState {
    /// It is to be sent, for the first time or again.
    Waiting,
    /// The relay has taken it over. Whether it was read, nobody can know.
    HandedOver,
    /// The relay refused it for good.
    Refused,
    /// The relay did not take it for as long as it is tried.
    GivenUp,
    /// The institution knows no address.
    NoAddress,
    /// The relay had taken it over, and it came back: the address was refused for good.
    Bounced,
    /// What it tells is no longer so, or cannot be told any more.
    Outdated,
}

impl NoticeState {
    /// All of them.
    pub const ALL: [NoticeState; 7] = [
        NoticeState::Waiting,
        NoticeState::HandedOver,
        NoticeState::Refused,
        NoticeState::GivenUp,
        NoticeState::NoAddress,
        NoticeState::Bounced,
        NoticeState::Outdated,
    ];

    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            NoticeState::Waiting => "waiting",
            NoticeState::HandedOver => "handed-over",
            NoticeState::Refused => "refused",
            NoticeState::GivenUp => "given-up",
            NoticeState::NoAddress => "no-address",
            NoticeState::Bounced => "bounced",
            NoticeState::Outdated => "outdated",
        }
    }

    /// The state with this code.
    pub fn from_code(code: &str) -> Option<NoticeState> {
        NoticeState::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// A letter to be written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewNotice {
    /// Its name.
    pub id: NoticeId,
    /// What it tells.
    pub kind: NoticeKind,
    /// About which credential.
    pub credential: CredentialId,
    /// From when it may be sent.
    pub at: Timestamp,
    /// Where to, where that is not the address in the institution's records.
    pub address: Option<Email>,
}

/// A letter as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Whose register.
    pub institution: InstitutionId,
    /// Its name.
    pub id: NoticeId,
    /// What it tells.
    pub kind: NoticeKind,
    /// About which credential.
    pub credential: CredentialId,
    /// What became of it.
    pub state: NoticeState,
    /// When it was written down.
    pub created: Timestamp,
    /// When it is tried next.
    pub due: Timestamp,
    /// How often it was tried.
    pub tries: u32,
    /// When it was tried first.
    pub first_try: Option<Timestamp>,
    /// What stood in the way the last time: a code.
    pub last_code: Option<String>,
    /// When it came to an end.
    pub ended: Option<Timestamp>,
    /// Where to, where that is not the address in the institution's records; nothing any more once it has come to an end.
    pub address: Option<Email>,
}

impl Notice {
    pub(crate) fn read(row: &Row) -> Result<Notice, StoreError> {
        Ok(Notice {
            institution: row.parse("institution")?,
            id: row.parse("id")?,
            kind: row.code("kind", NoticeKind::from_code)?,
            credential: row.parse("credential")?,
            state: row.code("state", NoticeState::from_code)?,
            created: row.time("created")?,
            due: row.time("due")?,
            tries: row.number("tries")?,
            first_try: row.time_if("first_try")?,
            last_code: row.text_if("last_code")?,
            ended: row.time_if("ended")?,
            address: row.code_if("address", |address| Email::new(address).ok())?,
        })
    }
}

impl Tenant {
    /// Writes a letter down that tells of nothing new: somebody wants it sent again.
    pub async fn put_notice(&self, notice: &NewNotice) -> Result<(), StoreError> {
        let mut transaction = self.pools.begin().await?;
        self.put_notice_in(&mut transaction, notice).await?;
        commit(transaction).await
    }

    /// The same in the transaction of what it tells.
    pub(crate) async fn put_notice_in(
        &self,
        transaction: &mut Transaction<'static, Any>,
        notice: &NewNotice,
    ) -> Result<(), StoreError> {
        sql!("notice_put")
            .bind(self.institution.as_str())
            .bind(notice.id.as_str())
            .bind(notice.kind.code())
            .bind_text(notice.credential)
            .bind_time(notice.at)
            .bind(notice.address.as_ref().map(ToString::to_string))
            .run(&mut **transaction)
            .await?;
        Ok(())
    }

    /// The newest letter to a person: whether their address still takes any.
    pub async fn last_notice(&self, person: &PersonId) -> Result<Option<Notice>, StoreError> {
        let row = sql!("notice_last_of_person")
            .bind(self.institution.as_str())
            .bind(person.as_str())
            .row(&self.pools.read)
            .await?;
        row.as_ref().map(Notice::read).transpose()
    }

    /// The letters about a credential, newest first.
    pub async fn notices(&self, credential: &CredentialId) -> Result<Vec<Notice>, StoreError> {
        let rows = sql!("notice_of_credential")
            .bind(self.institution.as_str())
            .bind_text(credential)
            .rows(&self.pools.read)
            .await?;
        rows.iter().map(Notice::read).collect()
    }
}
