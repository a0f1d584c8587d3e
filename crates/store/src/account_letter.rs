//! Letters to accounts: about work that waits, and about the account itself.

use data_encoding::HEXLOWER;
use signet_access::ProviderName;
use signet_record::{InstitutionId, Timestamp};
use signet_registry::Agent;
use sqlx::{Any, Transaction};

use crate::error::StoreError;
use crate::notice::{NoticeId, NoticeState};
use crate::statement::{Row, sql};

/// Days for which it is kept what became of a letter to an account; so long its reader can still say that they want no more of its kind.
pub const ACCOUNT_LETTER_DAYS_MAX: i64 = 90;

/// An address, by a code under the server's key: two that are alike have one, and nobody reads the address from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddressCode(String);

impl AddressCode {
    /// Of 16 bytes.
    pub fn from_bytes(bytes: [u8; 16]) -> AddressCode {
        AddressCode(HEXLOWER.encode(&bytes))
    }

    /// As it stands in the register.
    pub(crate) fn read(text: &str) -> Option<AddressCode> {
        let is_hex = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hex.then(|| AddressCode(text.to_owned()))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a letter to an account tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AccountLetterKind {
    /// What work waits, once a day.
    Digest,
    /// A text that they wrote came back with remarks.
    UnitReturned,
    /// A text that they wrote was approved.
    UnitApproved,
    /// All of a batch that they had issued is sealed.
    BatchDone,
    /// Some of it cannot be sealed.
    BatchFailed,
    /// They were given a role.
    RoleGiven,
    /// A role of theirs ends soon.
    RoleEnds,
    /// Their account has a further identity.
    IdentityAdded,
    /// Two accounts became theirs.
    AccountsMerged,
    /// Accounts that had become one were parted.
    AccountsParted,
    /// They are written to at another address.
    AddressChanged,
    /// Somebody of their institution is let in past its login provider.
    EmergencyLink,
}

impl AccountLetterKind {
    /// All of them.
    pub const ALL: [AccountLetterKind; 12] = [
        AccountLetterKind::Digest,
        AccountLetterKind::UnitReturned,
        AccountLetterKind::UnitApproved,
        AccountLetterKind::BatchDone,
        AccountLetterKind::BatchFailed,
        AccountLetterKind::RoleGiven,
        AccountLetterKind::RoleEnds,
        AccountLetterKind::IdentityAdded,
        AccountLetterKind::AccountsMerged,
        AccountLetterKind::AccountsParted,
        AccountLetterKind::AddressChanged,
        AccountLetterKind::EmergencyLink,
    ];

    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            AccountLetterKind::Digest => "digest",
            AccountLetterKind::UnitReturned => "unit-returned",
            AccountLetterKind::UnitApproved => "unit-approved",
            AccountLetterKind::BatchDone => "batch-done",
            AccountLetterKind::BatchFailed => "batch-failed",
            AccountLetterKind::RoleGiven => "role-given",
            AccountLetterKind::RoleEnds => "role-ends",
            AccountLetterKind::IdentityAdded => "identity-added",
            AccountLetterKind::AccountsMerged => "accounts-merged",
            AccountLetterKind::AccountsParted => "accounts-parted",
            AccountLetterKind::AddressChanged => "address-changed",
            AccountLetterKind::EmergencyLink => "emergency-link",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<AccountLetterKind> {
        AccountLetterKind::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether people may do without it. What touches who may get at their own is told to everybody.
    pub fn is_optional(self) -> bool {
        match self {
            AccountLetterKind::Digest
            | AccountLetterKind::UnitReturned
            | AccountLetterKind::UnitApproved
            | AccountLetterKind::BatchDone
            | AccountLetterKind::BatchFailed
            | AccountLetterKind::RoleGiven
            | AccountLetterKind::RoleEnds => true,
            AccountLetterKind::IdentityAdded
            | AccountLetterKind::AccountsMerged
            | AccountLetterKind::AccountsParted
            | AccountLetterKind::AddressChanged
            | AccountLetterKind::EmergencyLink => false,
        }
    }
}

/// A letter to be written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAccountLetter {
    /// Its name.
    pub id: NoticeId,
    /// To whom.
    pub account: Agent,
    /// Whose word the address is.
    pub provider: ProviderName,
    /// To the address that was said before.
    pub at_before: bool,
    /// In whose name; nobody's but the service's where there is none.
    pub institution: Option<InstitutionId>,
    /// What it tells.
    pub kind: AccountLetterKind,
    /// What it is about: a unit, an upload, a role, a provider.
    pub about: Option<String>,
    /// From when it may be sent.
    pub at: Timestamp,
}

/// A letter as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountLetter {
    /// What was written down.
    pub new: NewAccountLetter,
    /// What became of it.
    pub state: NoticeState,
    /// When it is tried next.
    pub due: Timestamp,
    /// How often it was tried.
    pub tries: u32,
    /// When it was tried first.
    pub first_try: Option<Timestamp>,
    /// What stood in the way the last time: a code.
    pub last_code: Option<String>,
}

impl AccountLetter {
    pub(crate) fn read(row: &Row) -> Result<AccountLetter, StoreError> {
        let new = NewAccountLetter {
            id: row.parse("id")?,
            account: row.code("account", |account| Agent::new(account).ok())?,
            provider: row.parse("provider")?,
            at_before: row.flag("at_before")?,
            institution: row.parse_if("institution")?,
            kind: row.code("kind", AccountLetterKind::from_code)?,
            about: row.text_if("about")?,
            at: row.time("created")?,
        };
        Ok(AccountLetter {
            new,
            state: row.code("state", NoticeState::from_code)?,
            due: row.time("due")?,
            tries: row.number("tries")?,
            first_try: row.time_if("first_try")?,
            last_code: row.text_if("last_code")?,
        })
    }
}

/// Writes letters down in the transaction of what they tell.
pub(crate) async fn put_letters(
    transaction: &mut Transaction<'static, Any>,
    letters: &[NewAccountLetter],
) -> Result<(), StoreError> {
    for letter in letters {
        sql!("account_letter_put")
            .bind(letter.id.as_str().to_owned())
            .bind(letter.account.as_str().to_owned())
            .bind(letter.provider.as_str().to_owned())
            .bind(i64::from(letter.at_before))
            .bind(letter.institution.as_ref().map(|institution| institution.as_str().to_owned()))
            .bind(letter.kind.code())
            .bind(letter.about.clone())
            .bind_time(letter.at)
            .run(&mut **transaction)
            .await?;
    }
    Ok(())
}
