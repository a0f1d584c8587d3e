//! A further identity for an account: recognised, confirmed by whoever is signed in, and from then on as good as the first.

use signet_access::{AssuranceLevel, ProviderName};
use signet_record::Timestamp;
use signet_registry::Agent;

use crate::identity::KnownIdentity;
use crate::login_attempt::{LoginAttempt, RecognisedIdentity};
use crate::sessions::{Sessions, SessionsError};
use crate::statement::{commit, sql};
use crate::token_digest::TokenDigest;

/// An identity of an account, as its owner is shown it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountIdentity {
    /// Which provider vouches for it.
    pub provider: ProviderName,
    /// When it was first recognised.
    pub first_seen: Timestamp,
    /// When it was last recognised.
    pub last_seen: Timestamp,
}

/// What came of a further identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paired {
    /// It is the account's now.
    Added,
    /// It was the account's before.
    Known,
    /// It is another account's.
    Another,
    /// Nobody was recognised for this account, or it took too long.
    Unknown,
}

impl Sessions {
    /// Notes which identity was recognised for an account, so that its owner can confirm it. Whether it could be noted: once.
    pub async fn note_recognised(
        &self,
        state: &TokenDigest,
        subject: &str,
        level: AssuranceLevel,
    ) -> Result<bool, SessionsError> {
        let Some(row) = sql!("login_attempt_get").bind_text(state).row(&self.pools.read).await? else {
            return Ok(false);
        };
        let (attempt, used, _) = self.read_attempt(state, &row)?;
        let recognised = RecognisedIdentity { subject: self.subject_code(&attempt.provider, subject), level };
        let noted = sql!("login_attempt_recognised")
            .bind_text(state)
            .bind(recognised.subject.as_str())
            .bind(level.code())
            .bind(self.attempt_code(state, &attempt, used, &recognised))
            .run(self.pools.write())
            .await?;
        Ok(noted == 1)
    }

    /// Gives an account the identity that was recognised for it, in the browser that asked. The question is answered by it, whatever comes of it.
    pub async fn pair(
        &self,
        state: &TokenDigest,
        browser: &TokenDigest,
        account: &Agent,
        now: Timestamp,
    ) -> Result<Paired, SessionsError> {
        let Some(row) = sql!("login_attempt_get").bind_text(state).row(&self.pools.read).await? else {
            return Ok(Paired::Unknown);
        };
        let (LoginAttempt { provider, browser: asked, pair_account, expires, .. }, _, recognised) =
            self.read_attempt(state, &row)?;
        let Some(RecognisedIdentity { subject, level }) = recognised else { return Ok(Paired::Unknown) };
        if asked != *browser || pair_account.as_ref() != Some(account) || expires <= now {
            return Ok(Paired::Unknown);
        }
        let known = self.known_identity(&provider, &subject).await?;
        let paired = match known {
            Some(known) if known.account == *account => Paired::Known,
            Some(_) => Paired::Another,
            None => Paired::Added,
        };
        let added = KnownIdentity { account: account.clone(), first_seen: now, last_seen: now, level };
        let mut transaction = self.pools.begin().await?;
        sql!("login_attempt_end").bind_text(state).run(&mut *transaction).await?;
        let is_new = paired == Paired::Added;
        if is_new && added.add(&self.key, &provider, &subject).run(&mut *transaction).await? == 0 {
            // Signed in somewhere else for the first time at this very moment.
            return Ok(Paired::Another);
        }
        commit(transaction).await?;
        Ok(paired)
    }

    /// The identities of an account, the first one first.
    pub async fn identities(&self, account: &Agent) -> Result<Vec<AccountIdentity>, SessionsError> {
        let rows = sql!("identity_of_account").bind(account.as_str()).rows(&self.pools.read).await?;
        let read = |row: &crate::statement::Row| -> Result<AccountIdentity, SessionsError> {
            let provider: ProviderName = row.parse("provider")?;
            let known = self.read_identity(&provider, &row.text("subject")?, row)?;
            Ok(AccountIdentity { provider, first_seen: known.first_seen, last_seen: known.last_seen })
        };
        rows.iter().map(read).collect()
    }
}
