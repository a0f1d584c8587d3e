//! Erasure of a person: what the table of columns promises, done in one transaction and written into each ledger.

use signet_record::{CredentialId, PersonId, Timestamp};
use signet_registry::{Agent, Digest, Erased, Event, LogRecord, Obstacle, Refused, Scope};
use sqlx::{Any, Transaction};

use crate::error::StoreError;
use crate::ledger::AppendError;
use crate::share;
use crate::statement::{Statement, commit, sql};
use crate::tenant::Tenant;

/// What an erasure took away. The register entries, their ledgers and the person's name stay: GDPR Art. 17(3)(b), (d).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ErasedPerson {
    /// Credentials whose ledger now says so.
    pub credentials: u64,
    /// Shares with their looks.
    pub shares: u64,
    /// Sessions, and login links not used yet.
    pub sessions: u64,
    /// Uploaded files of results.
    pub uploads: u64,
    /// Artefacts, when their bytes were to go.
    pub artefacts: u64,
}

/// Why nothing was erased.
#[derive(Debug, thiserror::Error)]
pub enum ErasePersonError {
    /// A ledger could not be made longer.
    #[error(transparent)]
    Append(#[from] AppendError),
    /// The rows could not be written.
    #[error(transparent)]
    Database(#[from] StoreError),
    /// There is no such person in this institution.
    #[error("there is no such person")]
    Unknown,
}

impl Tenant {
    /// Erases what may be erased of a person: shares with their looks, the contact e-mail, there and in runs, sessions and login links, and the
    /// uploaded files of all batches that are done with, which may speak of anybody. With [`Scope::Artefacts`] the bytes of
    /// the person's artefacts as well. Each of the person's ledgers says so.
    ///
    /// # Errors
    /// When there is no such person, or a ledger cannot be made longer; then nothing was erased.
    pub async fn erase_person(
        &self,
        person: &PersonId,
        scope: Scope,
        now: Timestamp,
        by: &Agent,
    ) -> Result<ErasedPerson, ErasePersonError> {
        let (institution, id) = (self.institution.as_str(), person.as_str());
        let mut transaction = self.pools.begin().await?;
        let known = sql!("person_get").bind(institution).bind(id).row(&mut *transaction).await?;
        let takes_part = sql!("participant_known").bind(institution).bind(id).row(&mut *transaction).await?;
        known.or(takes_part).ok_or(ErasePersonError::Unknown)?;
        let rows = sql!("credential_ids_of_person").bind(institution).bind(id).rows(&mut *transaction).await?;
        let credentials: Vec<CredentialId> = rows.iter().map(|row| row.parse("id")).collect::<Result<_, _>>()?;
        let mut done = ErasedPerson::default();
        let mut records = Vec::new();
        for credential in &credentials {
            self.erase_one(&mut transaction, credential, scope, (now, by), &mut done, &mut records).await?;
        }
        done.sessions = self.erase_of_person(&mut transaction, person).await?;
        let uploads = self.forget_in(&mut transaction, Timestamp::MAX, now).await?;
        done.uploads = uploads.len() as u64;
        self.log_records(&mut transaction, records).await?;
        commit(transaction).await?;
        self.delete_bytes(&uploads).await?;
        if scope == Scope::Artefacts {
            for credential in &credentials {
                self.delete_erased(credential).await?;
            }
        }
        Ok(done)
    }

    /// What is kept of a person beside ledgers: contacts, there and in runs, ways in and requests; how many sessions and links ended.
    async fn erase_of_person(
        &self,
        transaction: &mut Transaction<'static, Any>,
        person: &PersonId,
    ) -> Result<u64, StoreError> {
        let of_person = |statement: Statement| statement.bind(self.institution.as_str()).bind(person.as_str());
        let mut ended = 0;
        for ways_in in [sql!("session_erase"), sql!("session_identity_erase"), sql!("login_token_erase")] {
            ended += of_person(ways_in).run(&mut **transaction).await?;
        }
        for other in [
            sql!("person_blank_email"),
            sql!("participant_blank_email"),
            sql!("belonging_erase"),
            sql!("account_contact_erase"),
            sql!("person_claim_erase"),
        ] {
            of_person(other).run(&mut **transaction).await?;
        }
        Ok(ended)
    }

    /// One credential. That it was erased before does not hinder it: the holder may have shared it again since.
    async fn erase_one(
        &self,
        transaction: &mut Transaction<'static, Any>,
        credential: &CredentialId,
        scope: Scope,
        (now, by): (Timestamp, &Agent),
        done: &mut ErasedPerson,
        records: &mut Vec<LogRecord>,
    ) -> Result<(), ErasePersonError> {
        let history = self.history_in(transaction, credential).await.map_err(AppendError::from)?;
        let history = history.ok_or(AppendError::Unknown(*credential))?;
        match history.state.next(Event::Erased(Erased { scope }), now, by.clone()) {
            Ok(entry) => {
                let (_, logged) = self.append_in(transaction, &entry, None).await?;
                done.credentials += 1;
                done.shares += logged.iter().filter(|one| matches!(one, LogRecord::Share { .. })).count() as u64;
                records.extend(logged);
            }
            Err(Refused::Illegal { why: Obstacle::Happened, .. }) => {
                let logged = self.erase_beside(transaction, credential).await?;
                done.shares += logged.len() as u64;
                records.extend(logged);
            }
            Err(refused) => return Err(AppendError::Refused(refused).into()),
        }
        if scope == Scope::Artefacts {
            done.artefacts += sql!("artefact_erase")
                .bind(self.institution.as_str())
                .bind_text(credential)
                .bind_time(now)
                .run(&mut **transaction)
                .await?;
        }
        Ok(())
    }

    /// What an erasure takes away beside a ledger: shares with their looks, the key of the record with the public address of its
    /// statement, letters, and the contact e-mail.
    pub(crate) async fn erase_beside(
        &self,
        transaction: &mut Transaction<'static, Any>,
        credential: &CredentialId,
    ) -> Result<Vec<LogRecord>, StoreError> {
        let (institution, id) = (self.institution.as_str(), credential.to_string());
        let shares = sql!("share_terms_of").bind(institution).bind(id.clone()).rows(&mut **transaction).await?;
        sql!("share_erase").bind(institution).bind(id.clone()).run(&mut **transaction).await?;
        sql!("record_erase").bind(institution).bind(id.clone()).run(&mut **transaction).await?;
        sql!("notice_erase").bind(institution).bind(id.clone()).run(&mut **transaction).await?;
        sql!("person_erase_email").bind(institution).bind(id).run(&mut **transaction).await?;
        share::ended(&shares)
    }

    /// Deletes the bytes of artefacts that are marked as erased and that no ledger names, and then their rows.
    pub(crate) async fn delete_bytes(&self, erased: &[Digest]) -> Result<(), StoreError> {
        for digest in erased {
            let deleted = self.objects.delete(&self.institution, digest).await;
            deleted.map_err(|error| StoreError::bytes("artefact_gone", &error))?;
            sql!("artefact_gone").bind(self.institution.as_str()).bind_text(digest).run(self.pools.write()).await?;
        }
        Ok(())
    }
}
