//! What is to be sent, of all institutions: letters to holders and letters to accounts, each in a table of its own, claimed, put off and ended alike.

use signet_record::Timestamp;
use sqlx::{Any, Transaction};

use crate::account_letter::{AccountLetter, AddressCode};
use crate::delivery::NoticeEnd;
use crate::engine::{Engine, Pools};
use crate::error::StoreError;
use crate::notice::{Notice, NoticeId};
use crate::queue::WorkerId;
use crate::statement::{Row, Statement, commit, sql, sql_file};

/// A table of letters.
#[derive(Clone, Copy)]
enum LetterTable {
    Notice,
    AccountLetter,
}

impl LetterTable {
    fn next(self) -> Statement {
        match self {
            LetterTable::Notice => sql!(letters "notice", "next"),
            LetterTable::AccountLetter => sql!(letters "account_letter", "next"),
        }
    }

    fn claim(self, engine: Engine) -> Statement {
        match (self, engine) {
            (LetterTable::Notice, Engine::Sqlite) => sql!(letters "notice", "claim", ""),
            (LetterTable::AccountLetter, Engine::Sqlite) => sql!(letters "account_letter", "claim", ""),
            (LetterTable::Notice, Engine::Postgres) => {
                sql!(letters "notice", "claim", sql_file!("letter/lock.postgres"))
            }
            (LetterTable::AccountLetter, Engine::Postgres) => {
                sql!(letters "account_letter", "claim", sql_file!("letter/lock.postgres"))
            }
        }
    }

    fn postpone(self) -> Statement {
        match self {
            LetterTable::Notice => sql!(letters "notice", "postpone"),
            LetterTable::AccountLetter => sql!(letters "account_letter", "postpone"),
        }
    }

    fn bounce(self) -> Statement {
        match self {
            LetterTable::Notice => sql!(letters "notice", "bounce"),
            LetterTable::AccountLetter => sql!(letters "account_letter", "bounce"),
        }
    }
}

/// A letter that a worker has claimed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClaimedLetter {
    /// To a holder, about a credential.
    Holder(Notice),
    /// To an account.
    Account(AccountLetter),
}

impl ClaimedLetter {
    fn table(&self) -> LetterTable {
        match self {
            ClaimedLetter::Holder(_) => LetterTable::Notice,
            ClaimedLetter::Account(_) => LetterTable::AccountLetter,
        }
    }

    /// Its name.
    pub fn id(&self) -> &NoticeId {
        match self {
            ClaimedLetter::Holder(notice) => &notice.id,
            ClaimedLetter::Account(letter) => &letter.new.id,
        }
    }

    /// How often it was tried, and when first.
    pub fn tries(&self) -> (u32, Option<Timestamp>) {
        match self {
            ClaimedLetter::Holder(notice) => (notice.tries, notice.first_try),
            ClaimedLetter::Account(letter) => (letter.tries, letter.first_try),
        }
    }
}

/// Where a letter to an account went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentTo {
    /// The address.
    pub address: AddressCode,
    /// It was refused for good: no letter goes there any more.
    pub refused: bool,
}

/// The address that a letter went to takes no letters.
async fn refuse_address(transaction: &mut Transaction<'static, Any>, letter: &NoticeId) -> Result<(), StoreError> {
    sql!("account_contact_refuse").bind(letter.as_str().to_owned()).run(&mut **transaction).await?;
    Ok(())
}

/// What is to be sent, of all institutions.
#[derive(Clone)]
pub struct Outbox {
    pub(crate) pools: Pools,
}

impl Outbox {
    /// Claims the letter that has been due for longest, until the instant `until`: then another worker may take it. Letters to accounts are few, and
    /// some say that a stranger may be in one: they wait behind no batch.
    pub async fn claim(
        &self,
        worker: &WorkerId,
        now: Timestamp,
        until: Timestamp,
    ) -> Result<Option<ClaimedLetter>, StoreError> {
        if let Some(row) = self.claim_row(LetterTable::AccountLetter, worker, (now, until)).await? {
            return Ok(Some(ClaimedLetter::Account(AccountLetter::read(&row)?)));
        }
        let row = self.claim_row(LetterTable::Notice, worker, (now, until)).await?;
        row.as_ref().map(|row| Notice::read(row).map(ClaimedLetter::Holder)).transpose()
    }

    async fn claim_row(
        &self,
        table: LetterTable,
        worker: &WorkerId,
        (now, until): (Timestamp, Timestamp),
    ) -> Result<Option<Row>, StoreError> {
        // Looked for without writing first: most of the time there is nothing, and whoever seals is not to wait for that.
        if table.next().bind_time(now).row(&self.pools.read).await?.is_none() {
            return Ok(None);
        }
        let claim = table.claim(self.pools.engine).bind_time(now).bind(worker.as_str()).bind_time(until);
        claim.row(self.pools.write()).await
    }

    /// Puts a claimed letter off, with a code of what stood in the way; `false` when it is no longer this worker's.
    pub async fn postpone(
        &self,
        worker: &WorkerId,
        letter: &ClaimedLetter,
        until: Timestamp,
        code: &str,
    ) -> Result<bool, StoreError> {
        let put_off = letter.table().postpone().bind(letter.id().as_str()).bind(worker.as_str());
        Ok(put_off.bind_time(until).bind(code).run(self.pools.write()).await? == 1)
    }

    /// Ends a letter that came back, with a code of why. One that waits still had been taken over, too, if its relay did not say so: it is not
    /// sent again. `false` when there is none, or it had come to an end otherwise.
    pub async fn bounce(&self, letter: &NoticeId, code: &str, now: Timestamp) -> Result<bool, StoreError> {
        for table in [LetterTable::Notice, LetterTable::AccountLetter] {
            let came_back = table.bounce().bind(letter.as_str()).bind(code).bind_time(now);
            let mut transaction = self.pools.begin().await?;
            if came_back.run(&mut *transaction).await? == 1 {
                match table {
                    LetterTable::Notice => {
                        sql!("notice_forget_address").bind(letter.as_str()).run(&mut *transaction).await?;
                    }
                    LetterTable::AccountLetter => refuse_address(&mut transaction, letter).await?,
                }
                commit(transaction).await?;
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Ends a claimed letter to an account, which went to an address if it was written; `false` when it is no longer this worker's. One to a
    /// holder ends with what its ledger says of it (`Tenant::end_notice`).
    pub async fn end_account_letter(
        &self,
        worker: &WorkerId,
        letter: &NoticeId,
        end: &NoticeEnd,
        sent: Option<&SentTo>,
    ) -> Result<bool, StoreError> {
        let mut transaction = self.pools.begin().await?;
        let statement = sql!("account_letter_end").bind(letter.as_str()).bind(worker.as_str());
        let statement = statement.bind(end.state.code()).bind(end.code.clone()).bind_time(end.at);
        let statement = statement.bind(sent.map(|sent| sent.address.as_str().to_owned()));
        let ended = statement.run(&mut *transaction).await? == 1;
        if ended && sent.is_some_and(|sent| sent.refused) {
            refuse_address(&mut transaction, letter).await?;
        }
        commit(transaction).await?;
        Ok(ended)
    }

    /// A letter to an account.
    pub async fn account_letter(&self, id: &NoticeId) -> Result<Option<AccountLetter>, StoreError> {
        let row = sql!("account_letter_get").bind(id.as_str()).row(&self.pools.read).await?;
        row.as_ref().map(AccountLetter::read).transpose()
    }
}
