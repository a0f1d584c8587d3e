//! Logging in: one-time tokens, and the sessions they open.

use std::fmt;

use signet_access::{Actor, Role};
use signet_record::{InstitutionId, Language, PersonId, Timestamp};
use signet_registry::{Agent, Digest};

use crate::engine::Pools;
use crate::error::StoreError;
use crate::share::language;
use crate::statement::{Row, Statement, commit, sql};

/// The handle of the door.
#[derive(Clone)]
pub struct Entrance {
    pub(crate) pools: Pools,
}

/// SHA-256 of a token: what is kept in its place.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TokenDigest(Digest);

impl TokenDigest {
    /// The digest of a token. Tokens are random (at least 128 bits), so neither salt nor work factor would add anything.
    pub fn of(token: &str) -> TokenDigest {
        TokenDigest(Digest::of(token.as_bytes()))
    }
}

impl fmt::Debug for TokenDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenDigest(…)")
    }
}

/// Who is logged in, however they proved it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// What rights are decided on.
    pub actor: Actor,
    /// What the ledger writes as `by`.
    pub account: Agent,
    /// The language of pages.
    pub language: Language,
    /// Over at this instant.
    pub expires: Timestamp,
}

/// Someone who may log in once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoginToken {
    /// Who they will be.
    pub actor: Actor,
    /// Their account.
    pub account: Agent,
    /// The language of pages.
    pub language: Language,
    /// Useless from this instant.
    pub expires: Timestamp,
}

impl Entrance {
    /// Keeps a one-time token.
    pub async fn put_login_token(&self, digest: &TokenDigest, token: &LoginToken) -> Result<(), StoreError> {
        let statement = sql!("login_token_put").bind_text(digest.0);
        let statement = bind_actor(statement, &token.actor).bind(token.account.as_str());
        statement.bind(token.language.code()).bind_time(token.expires).run(self.pools.write()).await?;
        Ok(())
    }

    /// Uses up a one-time token and opens a session until `expires`. `None` for a token that is unknown, used or expired,
    /// which no one can tell apart.
    pub async fn redeem(
        &self,
        token: &TokenDigest,
        session: &TokenDigest,
        now: Timestamp,
        expires: Timestamp,
    ) -> Result<Option<Session>, StoreError> {
        let mut transaction = self.pools.begin().await?;
        let row = sql!("login_token_use").bind_text(token.0).bind_time(now).row(&mut *transaction).await?;
        let Some(row) = row else {
            return Ok(None);
        };
        let opened = Session {
            actor: actor(&row)?,
            account: Agent::new(&row.text("account")?).map_err(|_| row.wrong("account"))?,
            language: row.code("language", language)?,
            expires,
        };
        put_session(session, &opened, now).run(&mut *transaction).await?;
        commit(transaction).await?;
        Ok(Some(opened))
    }

    /// Opens a session for someone who proved who they are in another way.
    pub async fn open_session(
        &self,
        digest: &TokenDigest,
        session: &Session,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        put_session(digest, session, now).run(self.pools.write()).await?;
        Ok(())
    }

    /// The session of a cookie; `None` when it is unknown or over.
    pub async fn session(&self, digest: &TokenDigest, now: Timestamp) -> Result<Option<Session>, StoreError> {
        let row = sql!("session_get").bind_text(digest.0).bind_time(now).row(&self.pools.read).await?;
        let read = |row: Row| {
            Ok(Session {
                actor: actor(&row)?,
                account: Agent::new(&row.text("account")?).map_err(|_| row.wrong("account"))?,
                language: row.code("language", language)?,
                expires: row.time("expires")?,
            })
        };
        row.map(read).transpose()
    }

    /// Changes the language of a session's pages.
    pub async fn set_language(&self, digest: &TokenDigest, language: Language) -> Result<(), StoreError> {
        sql!("session_language").bind_text(digest.0).bind(language.code()).run(self.pools.write()).await?;
        Ok(())
    }

    /// Ends a session.
    pub async fn close_session(&self, digest: &TokenDigest) -> Result<(), StoreError> {
        sql!("session_delete").bind_text(digest.0).run(self.pools.write()).await?;
        Ok(())
    }
}

fn put_session(digest: &TokenDigest, session: &Session, now: Timestamp) -> Statement {
    let statement = sql!("session_put").bind_text(digest.0);
    let statement = bind_actor(statement, &session.actor).bind(session.account.as_str());
    statement.bind(session.language.code()).bind_time(now).bind_time(session.expires)
}

fn bind_actor(statement: Statement, actor: &Actor) -> Statement {
    statement
        .bind(actor.role().code())
        .bind(actor.institution().map(|institution| institution.as_str().to_owned()))
        .bind(actor.person().map(|person| person.as_str().to_owned()))
}

fn actor(row: &Row) -> Result<Actor, StoreError> {
    let role = row.code("role", Role::from_code)?;
    let institution: Option<InstitutionId> = row.parse_if("institution")?;
    let person: Option<PersonId> = row.parse_if("person")?;
    match (role, institution) {
        (Role::Operator, None) => Ok(Actor::operator()),
        (role, Some(institution)) => Actor::within(institution, role, person).ok_or_else(|| row.wrong("role")),
        (_, None) => Err(row.wrong("institution")),
    }
}
