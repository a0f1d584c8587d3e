//! Identities that providers vouch for: whose account one is, and what a session that began by it rests on.

use signet_access::{Actor, AssuranceLevel, ClaimedPlace, ProviderName};
use signet_record::{Language, Timestamp};
use signet_registry::Agent;
use sqlx::{Any, Transaction};

use crate::account::{Account, AccountState};
use crate::error::StoreError;
use crate::row_code::{Columns, RowKey};
use crate::session_identity::{SessionIdentity, columns, role_codes, staff};
use crate::sessions::{Session, SessionId, Sessions, SessionsError};
use crate::statement::{Row, Statement, commit, sql};
use crate::token_digest::TokenDigest;

/// An identity as it was recognised.
#[derive(Clone, Copy)]
pub struct SeenIdentity<'a> {
    /// By which provider.
    pub provider: &'a ProviderName,
    /// The provider's own name for the person. It is not kept.
    pub subject: &'a str,
    /// How strongly.
    pub level: AssuranceLevel,
    /// When.
    pub at: Timestamp,
}

/// A session to begin.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// Digest of its cookie.
    pub digest: TokenDigest,
    /// Its name.
    pub id: SessionId,
    /// The language of pages.
    pub language: Language,
}

/// An identity's row.
#[derive(Clone)]
pub(crate) struct KnownIdentity {
    pub account: Agent,
    pub first_seen: Timestamp,
    pub last_seen: Timestamp,
    pub level: AssuranceLevel,
}

impl KnownIdentity {
    pub fn columns(&self, provider: &ProviderName, subject: &str) -> Columns {
        Columns::of("identity")
            .text(provider.as_str())
            .text(subject)
            .text(self.account.as_str())
            .time(self.first_seen)
            .time(self.last_seen)
            .text(self.level.code())
    }

    /// Adds its row, unless there is one.
    pub fn add(&self, key: &RowKey, provider: &ProviderName, subject: &str) -> Statement {
        self.bind(sql!("identity_add"), key, provider, subject)
    }

    fn bind(&self, statement: Statement, key: &RowKey, provider: &ProviderName, subject: &str) -> Statement {
        statement
            .bind(provider.as_str().to_owned())
            .bind(subject.to_owned())
            .bind(self.account.as_str().to_owned())
            .bind_time(self.first_seen)
            .bind_time(self.last_seen)
            .bind(self.level.code())
            .bind(key.code(&self.columns(provider, subject)))
    }
}

impl Sessions {
    /// The account that an identity belongs to, if it is known. Provider and subject tell identities apart, and nothing else does.
    pub async fn account_of_identity(
        &self,
        provider: &ProviderName,
        subject: &str,
    ) -> Result<Option<Account>, SessionsError> {
        match self.known_identity(provider, &self.subject_code(provider, subject)).await? {
            Some(known) => self.account(&known.account).await,
            None => Ok(None),
        }
    }

    /// Notes that an identity was seen, as that of this account, which is made if there is none. Which account it is the identity of is
    /// decided once: of two that come at the same time one counts, and the other is told by `false`.
    pub async fn put_identity(&self, seen: &SeenIdentity<'_>, account: &Account) -> Result<bool, SessionsError> {
        let subject = self.subject_code(seen.provider, seen.subject);
        let before = self.known_identity(seen.provider, &subject).await?;
        let first_seen = match &before {
            Some(known) if known.account != account.id => return Ok(false),
            Some(known) => known.first_seen,
            None => seen.at,
        };
        let known = KnownIdentity { account: account.id.clone(), first_seen, last_seen: seen.at, level: seen.level };
        // Asked before the transaction begins: whoever holds one connection of a pool and waits for a second can wait for ever.
        let is_new = self.account(&account.id).await?.is_none();
        let mut transaction = self.pools.begin().await?;
        if is_new {
            self.put_account_in(&mut transaction, account).await?;
        }
        let put = known.bind(sql!("identity_put"), &self.key, seen.provider, &subject).run(&mut *transaction).await?;
        if put == 1 {
            commit(transaction).await?;
        }
        Ok(put == 1)
    }

    /// Everything that an account may act as now: the roles that were given to it, those that its identity gives, and as a holder, where
    /// the institution's records know the person. Each role of an institution comes once for what it reaches, and whom the provider names is nobody else there.
    /// Empty for an account that is blocked.
    pub async fn actors(
        &self,
        account: &Agent,
        identity: &SessionIdentity,
        now: Timestamp,
    ) -> Result<Vec<Actor>, SessionsError> {
        if self.account(account).await?.is_some_and(|known| known.state != AccountState::Active) {
            return Ok(Vec::new());
        }
        let granted = self.standing_roles(account, Some(identity), now).await?;
        let granted = granted.iter().filter_map(|grant| grant.actor(account));
        let mut actors: Vec<Actor> = granted.filter(|actor| !identity.names_another(actor)).collect();
        if let Some(place) = &identity.place
            && sql!("institution_get").bind(place.institution.as_str()).row(&self.pools.read).await?.is_some()
        {
            actors.extend(staff(account, place));
            actors.extend(self.holder(account, place).await?);
        }
        let belongs = self.belongs(account).await?;
        actors.extend(belongs.into_iter().filter(|actor| !identity.names_another(actor)));
        let mut distinct: Vec<Actor> = Vec::new();
        for actor in actors {
            match distinct.iter_mut().find(|known| known.is_same(&actor)) {
                // Of one that says who they are and one that does not, the first counts: nobody decides about themselves.
                Some(known) if known.person().is_none() => *known = actor,
                Some(_) => {}
                None => distinct.push(actor),
            }
        }
        Ok(distinct)
    }

    async fn holder(&self, account: &Agent, place: &ClaimedPlace) -> Result<Option<Actor>, SessionsError> {
        let Some(person) = &place.person else { return Ok(None) };
        let row =
            sql!("person_get").bind(place.institution.as_str()).bind(person.as_str()).row(&self.pools.read).await?;
        Ok(row.map(|_| Actor::holder(account.clone(), place.institution.clone(), person.clone())))
    }

    /// Begins a session for somebody whom a provider recognised. `None` when they may not act so.
    pub async fn begin_session(
        &self,
        new: &NewSession,
        actor: &Actor,
        identity: &SessionIdentity,
        now: Timestamp,
    ) -> Result<Option<Session>, SessionsError> {
        if !self.stands(actor, Some(identity), now).await? {
            return Ok(None);
        }
        let session = Session::begun(new.id.clone(), actor.clone(), new.language, now).with_identity(identity.clone());
        let mut transaction = self.pools.begin().await?;
        self.put_with_identity(&mut transaction, &new.digest, &session, identity).await?;
        commit(transaction).await?;
        Ok(Some(session))
    }

    /// Goes on in another role, under a new cookie; the session ends when it would have ended. `None` when they may not act so.
    pub async fn change_role(
        &self,
        session: &Session,
        new: &NewSession,
        actor: &Actor,
        now: Timestamp,
    ) -> Result<Option<Session>, SessionsError> {
        let Some(identity) = &session.identity else { return Ok(None) };
        if actor.account() != session.actor.account() || !self.stands(actor, Some(identity), now).await? {
            return Ok(None);
        }
        let longest = Session::begun(new.id.clone(), actor.clone(), new.language, session.created);
        let changed = Session { seen: now, expires: longest.expires.min(session.expires), ..longest };
        let changed = changed.with_identity(identity.clone());
        let mut transaction = self.pools.begin().await?;
        let account = session.actor.account().as_str();
        let ended = sql!("session_end").bind(account).bind_text(&session.id).run(&mut *transaction).await?;
        if ended != 1 {
            return Ok(None);
        }
        self.put_with_identity(&mut transaction, &new.digest, &changed, identity).await?;
        commit(transaction).await?;
        Ok(Some(changed))
    }

    async fn put_with_identity(
        &self,
        transaction: &mut Transaction<'static, Any>,
        digest: &TokenDigest,
        session: &Session,
        identity: &SessionIdentity,
    ) -> Result<(), StoreError> {
        self.put_session(digest, session).run(&mut **transaction).await?;
        let place = identity.place.as_ref();
        sql!("session_identity_put")
            .bind_text(digest)
            .bind(identity.provider.as_str())
            .bind(identity.sid.map(|sid| sid.to_string()))
            .bind(identity.level.code())
            .bind_time(identity.authenticated)
            .bind(place.map(|place| place.institution.as_str().to_owned()))
            .bind(place.and_then(|place| Some(place.person.as_ref()?.as_str().to_owned())))
            .bind(role_codes(place))
            .bind(self.key.code(&columns(&digest.to_string(), identity)))
            .run(&mut **transaction)
            .await?;
        Ok(())
    }

    /// The rows of the identities of an account: provider, by what the subject is known again, and the rest.
    pub(crate) async fn known_identities(
        &self,
        account: &Agent,
    ) -> Result<Vec<(ProviderName, String, KnownIdentity)>, SessionsError> {
        let rows = sql!("identity_of_account").bind(account.as_str()).rows(&self.pools.read).await?;
        let read = |row: &Row| {
            let (provider, subject): (ProviderName, String) = (row.parse("provider")?, row.text("subject")?);
            let known = self.read_identity(&provider, &subject, row)?;
            Ok((provider, subject, known))
        };
        rows.iter().map(read).collect()
    }

    pub(crate) async fn known_identity(
        &self,
        provider: &ProviderName,
        subject: &str,
    ) -> Result<Option<KnownIdentity>, SessionsError> {
        let row = sql!("identity_get").bind(provider.as_str()).bind(subject).row(&self.pools.read).await?;
        row.map(|row| self.read_identity(provider, subject, &row)).transpose()
    }

    pub(crate) fn read_identity(
        &self,
        provider: &ProviderName,
        subject: &str,
        row: &Row,
    ) -> Result<KnownIdentity, SessionsError> {
        let known = KnownIdentity {
            account: row.code("account", |account| Agent::new(account).ok())?,
            first_seen: row.time("first_seen")?,
            last_seen: row.time("last_seen")?,
            level: row.code("level", AssuranceLevel::from_code)?,
        };
        self.require(&known.columns(provider, subject), row, "identity")?;
        Ok(known)
    }

    /// By which a subject is known again: nobody without the key can tell from it who that is.
    pub(crate) fn subject_code(&self, provider: &ProviderName, subject: &str) -> String {
        self.key.code(&Columns::of("identity subject").text(provider.as_str()).text(subject))
    }
}
