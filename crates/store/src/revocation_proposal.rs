//! Revocations of several credentials at once: proposed, decided about, and what became of each.

use std::fmt;
use std::str::FromStr;

use signet_record::{CredentialId, PersonId, Timestamp};
use signet_registry::Agent;
use uuid::Uuid;

use crate::error::StoreError;
use crate::statement::{Row, commit, sql};
use crate::tenant::Tenant;

/// Most credentials of one proposal: a page that lists them can still be read.
pub const REVOCATIONS_MAX: usize = 1_000;
/// Proposals that wait and are listed.
const WAITING_MAX: i64 = 100;

/// Identifier of a proposal: a random UUID.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RevocationId(Uuid);

impl RevocationId {
    /// An id (UUID version 4) from 16 random bytes.
    pub fn from_random(bytes: [u8; 16]) -> RevocationId {
        RevocationId(uuid::Builder::from_random_bytes(bytes).into_uuid())
    }
}

impl fmt::Display for RevocationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for RevocationId {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, uuid::Error> {
        text.parse().map(RevocationId)
    }
}

/// Whether a proposal waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RevocationState {
    /// It is carried out, or was.
    Confirmed,
    /// It came to nothing.
    Declined,
    /// Somebody has to agree, until it ends.
    Waiting,
}

impl RevocationState {
    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            RevocationState::Confirmed => "confirmed",
            RevocationState::Declined => "declined",
            RevocationState::Waiting => "waiting",
        }
    }

    /// The state with this code.
    pub fn from_code(code: &str) -> Option<RevocationState> {
        let all = [RevocationState::Confirmed, RevocationState::Declined, RevocationState::Waiting];
        all.into_iter().find(|state| state.code() == code)
    }
}

/// A proposal to be kept.
#[derive(Clone, Debug)]
pub struct NewRevocations<'a> {
    /// Which.
    pub id: RevocationId,
    /// Who proposes.
    pub by: &'a Agent,
    /// Which person of the institution that is, where it is known.
    pub person: Option<&'a PersonId>,
    /// Why, and since when: JSON, as the caller reads it back.
    pub revoked: &'a str,
    /// What is to be revoked; at most [`REVOCATIONS_MAX`].
    pub credentials: &'a [CredentialId],
    /// Until when it can be confirmed.
    pub ends: Timestamp,
}

/// A proposal as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevocationProposal {
    /// Which.
    pub id: RevocationId,
    /// Who proposed.
    pub by: Agent,
    /// Which person of the institution that is, where it is known.
    pub person: Option<PersonId>,
    /// Why, and since when: JSON, as it was put.
    pub revoked: String,
    /// How many credentials.
    pub many: u32,
    /// Whether it waits.
    pub state: RevocationState,
    /// When it was proposed.
    pub proposed: Timestamp,
    /// Until when it can be confirmed.
    pub ends: Timestamp,
    /// Who decided, and when.
    pub decided: Option<(Agent, Timestamp)>,
}

impl RevocationProposal {
    fn read(row: &Row) -> Result<RevocationProposal, StoreError> {
        let decided_by = match row.text_if("decided_by")? {
            Some(account) => Some(row.fits("decided_by", Agent::new(&account))?),
            None => None,
        };
        Ok(RevocationProposal {
            id: row.parse("id")?,
            by: row.fits("by_account", Agent::new(&row.text("by_account")?))?,
            person: row.parse_if("by_person")?,
            revoked: row.text("revoked")?,
            many: row.number("many")?,
            state: row.code("state", RevocationState::from_code)?,
            proposed: row.time("proposed")?,
            ends: row.time("ends")?,
            decided: decided_by.zip(row.time_if("decided")?),
        })
    }
}

impl Tenant {
    /// Keeps a proposal; it waits.
    pub async fn put_revocations(&self, new: &NewRevocations<'_>, now: Timestamp) -> Result<(), StoreError> {
        let mut transaction = self.pools.begin().await?;
        sql!("revocation_put")
            .bind(self.institution.as_str())
            .bind_text(new.id)
            .bind(new.by.as_str())
            .bind(new.person.map(|person| person.as_str().to_owned()))
            .bind(new.revoked.to_owned())
            .bind(i64::try_from(new.credentials.len()).unwrap_or(i64::MAX))
            .bind_time(now)
            .bind_time(new.ends)
            .run(&mut *transaction)
            .await?;
        for credential in new.credentials.iter().take(REVOCATIONS_MAX) {
            sql!("revocation_item_put")
                .bind(self.institution.as_str())
                .bind_text(new.id)
                .bind_text(credential)
                .run(&mut *transaction)
                .await?;
        }
        commit(transaction).await
    }

    /// One proposal.
    pub async fn revocations(&self, id: &RevocationId) -> Result<Option<RevocationProposal>, StoreError> {
        let row = sql!("revocation_get").bind(self.institution.as_str()).bind_text(id).row(&self.pools.read).await?;
        row.as_ref().map(RevocationProposal::read).transpose()
    }

    /// Proposals that can still be confirmed, oldest first; at most a hundred.
    pub async fn waiting_revocations(&self, now: Timestamp) -> Result<Vec<RevocationProposal>, StoreError> {
        let rows = sql!("revocation_waiting")
            .bind(self.institution.as_str())
            .bind_time(now)
            .bind(WAITING_MAX)
            .rows(&self.pools.read)
            .await?;
        rows.iter().map(RevocationProposal::read).collect()
    }

    /// Decides about a proposal that waits and has not ended. `alone`: whoever proposed may confirm. Of two clicks one counts.
    pub async fn decide_revocations(
        &self,
        id: &RevocationId,
        state: RevocationState,
        by: &Agent,
        alone: bool,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let decided = sql!("revocation_decide")
            .bind(self.institution.as_str())
            .bind_text(id)
            .bind(by.as_str())
            .bind(state.code())
            .bind_time(now)
            .bind(i64::from(alone))
            .run(self.pools.write())
            .await?;
        Ok(decided == 1)
    }

    /// The credentials of a proposal, each with the code of what became of it.
    pub async fn revocation_items(&self, id: &RevocationId) -> Result<Vec<(CredentialId, Option<String>)>, StoreError> {
        let rows = sql!("revocation_item_list")
            .bind(self.institution.as_str())
            .bind_text(id)
            .bind(i64::try_from(REVOCATIONS_MAX).unwrap_or(i64::MAX))
            .rows(&self.pools.read)
            .await?;
        rows.iter().map(|row| Ok((row.parse("credential")?, row.text_if("outcome")?))).collect()
    }

    /// Writes down what became of a credential of a proposal.
    pub async fn revocation_done(
        &self,
        id: &RevocationId,
        credential: &CredentialId,
        outcome: &str,
    ) -> Result<(), StoreError> {
        sql!("revocation_item_done")
            .bind(self.institution.as_str())
            .bind_text(id)
            .bind_text(credential)
            .bind(outcome.to_owned())
            .run(self.pools.write())
            .await?;
        Ok(())
    }
}
