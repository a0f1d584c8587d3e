//! Logging in: one-time tokens, and the sessions they open.

use std::{fmt, str::FromStr};

use data_encoding::HEXLOWER;
use signet_access::{Actor, Assurance, AssuranceLevel, Role, RoleScope, session_idle, session_longest};
use signet_record::{InstitutionId, Language, Line, PersonId, Timestamp};
use signet_registry::Agent;

use crate::account_letter::{NewAccountLetter, put_letters};
use crate::engine::Pools;
use crate::error::StoreError;
use crate::notice::Notice;
use crate::row_code::{Columns, RowKey};
use crate::scope::{read_scope, scope_text};
use crate::session_identity::{self, SessionIdentity};
use crate::statement::{Row, Statement, commit, sql};
use crate::token_digest::TokenDigest;

/// That a session was used is written down again only after so long.
const SEEN_AGAIN_SECONDS: i64 = 60;

/// The handle of the door.
#[derive(Clone)]
pub struct Sessions {
    pub(crate) pools: Pools,
    pub(crate) key: RowKey,
}

/// Why nobody was let in.
#[derive(Debug, thiserror::Error)]
pub enum SessionsError {
    /// The rows could not be read or written.
    #[error(transparent)]
    Database(#[from] StoreError),
    /// A row that grants something was not written by the service: its code is wrong.
    #[error("a row of `{table}` was not written by Signet")]
    Forged {
        /// Of which table.
        table: &'static str,
    },
}

/// Names a session to its owner. It opens nothing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SessionId(String);

/// A text that names no session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a session")]
pub struct NotASessionId;

impl SessionId {
    /// Of 16 random bytes.
    pub fn from_random(bytes: [u8; 16]) -> SessionId {
        SessionId(HEXLOWER.encode(&bytes))
    }
}

impl fmt::Display for SessionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for SessionId {
    type Err = NotASessionId;

    fn from_str(text: &str) -> Result<Self, NotASessionId> {
        let bytes = HEXLOWER.decode(text.as_bytes()).map_err(|_| NotASessionId)?;
        bytes.try_into().map(SessionId::from_random).map_err(|_| NotASessionId)
    }
}

/// Who is logged in, however they proved it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its name.
    pub id: SessionId,
    /// What rights are decided on.
    pub actor: Actor,
    /// The language of pages.
    pub language: Language,
    /// Since when.
    pub created: Timestamp,
    /// When it was last used, to the minute.
    pub seen: Timestamp,
    /// Over at this instant, whatever is done in it.
    pub expires: Timestamp,
    /// What it rests on, where a login provider vouched for them.
    pub identity: Option<SessionIdentity>,
}

impl Session {
    /// A session that begins now, and lasts as long as its role may.
    pub(crate) fn begun(id: SessionId, actor: Actor, language: Language, now: Timestamp) -> Session {
        let expires = now.saturating_add(session_longest(&actor)).unwrap_or(now);
        Session { id, actor, language, created: now, seen: now, expires, identity: None }
    }

    pub(crate) fn with_identity(self, identity: SessionIdentity) -> Session {
        Session { identity: Some(identity), ..self }
    }
}

/// Someone who may log in once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoginToken {
    /// Who they will be.
    pub actor: Actor,
    /// The language of pages.
    pub language: Language,
    /// Useless from this instant.
    pub expires: Timestamp,
}

impl Sessions {
    /// Keeps a one-time token.
    pub async fn put_login_token(&self, digest: &TokenDigest, token: &LoginToken) -> Result<(), StoreError> {
        self.put_token(digest, token).run(self.pools.write()).await?;
        Ok(())
    }

    fn put_token(&self, digest: &TokenDigest, token: &LoginToken) -> Statement {
        let statement = bind_actor(sql!("login_token_put").bind_text(digest), &token.actor);
        statement
            .bind(token.language.code())
            .bind_time(token.expires)
            .bind(scope_text(token.actor.scope()))
            .bind(level(&token.actor))
            .bind(token.actor.emergency().map(|reason| reason.as_str().to_owned()))
            .bind(self.key.code(&token_columns(digest, token)))
    }

    /// Keeps the one-time token of an emergency link, with the letters that tell of it.
    pub async fn put_emergency_token(
        &self,
        digest: &TokenDigest,
        token: &LoginToken,
        letters: &[NewAccountLetter],
    ) -> Result<(), StoreError> {
        let mut transaction = self.pools.begin().await?;
        self.put_token(digest, token).run(&mut *transaction).await?;
        put_letters(&mut transaction, letters).await?;
        commit(transaction).await
    }

    /// Keeps the one-time token of a letter, unless the letter had one before: however often it is sent, its link is made once and used once.
    pub async fn put_notice_token(
        &self,
        notice: &Notice,
        digest: &TokenDigest,
        token: &LoginToken,
    ) -> Result<(), StoreError> {
        let mut transaction = self.pools.begin().await?;
        let linked = sql!("notice_link")
            .bind(notice.institution.as_str())
            .bind(notice.id.as_str())
            .run(&mut *transaction)
            .await?;
        if linked == 1 {
            self.put_token(digest, token).run(&mut *transaction).await?;
        }
        commit(transaction).await
    }

    /// Uses up a one-time token and opens a session under `session`. `None` for a token that is unknown, used, expired or of an
    /// account that may no longer be used, which no one can tell apart.
    pub async fn redeem(
        &self,
        token: &TokenDigest,
        session: &TokenDigest,
        id: SessionId,
        now: Timestamp,
    ) -> Result<Option<Session>, SessionsError> {
        let mut transaction = self.pools.begin().await?;
        let row = sql!("login_token_use").bind_text(token).row(&mut *transaction).await?;
        commit(transaction).await?;
        let Some(row) = row else { return Ok(None) };
        let login = LoginToken {
            actor: actor(&row, "level")?,
            language: row.language("language")?,
            expires: row.time("expires")?,
        };
        self.require(&token_columns(token, &login), &row, "login_token")?;
        if login.expires <= now || !self.stands(&login.actor, None, now).await? {
            return Ok(None);
        }
        let LoginToken { actor, language, .. } = login;
        let opened = Session::begun(id, actor, language, now);
        self.put_session(session, &opened).run(self.pools.write()).await?;
        Ok(Some(opened))
    }

    /// The session of a cookie; `None` when it is unknown or over: after its end, after too long without a request, or because its
    /// account was blocked or lost the role. Notes that it was used.
    pub async fn session(&self, digest: &TokenDigest, now: Timestamp) -> Result<Option<Session>, SessionsError> {
        let Some(row) = sql!("session_get").bind_text(digest).row(&self.pools.read).await? else {
            return Ok(None);
        };
        let session = self.read_session(&row)?;
        if !is_alive(&session, now) || !self.stands(&session.actor, session.identity.as_ref(), now).await? {
            return Ok(None);
        }
        if now.as_second().saturating_sub(session.seen.as_second()) < SEEN_AGAIN_SECONDS {
            return Ok(Some(session));
        }
        let session = Session { seen: now, ..session };
        let code = self.key.code(&session_columns(&digest.to_string(), &session));
        sql!("session_touch").bind_text(digest).bind_time(now).bind(code).run(self.pools.write()).await?;
        Ok(Some(session))
    }

    /// The sessions of an account that are not over, newest first.
    pub async fn sessions(&self, account: &Agent, now: Timestamp) -> Result<Vec<Session>, SessionsError> {
        let rows = sql!("session_list").bind(account.as_str()).rows(&self.pools.read).await?;
        let sessions = rows.iter().map(|row| self.read_session(row)).collect::<Result<Vec<_>, _>>()?;
        Ok(sessions.into_iter().filter(|session| is_alive(session, now)).collect())
    }

    /// Ends a session of an account; `false` when it has none of that name.
    pub async fn end_session(&self, account: &Agent, id: &SessionId) -> Result<bool, StoreError> {
        let ended = sql!("session_end").bind(account.as_str()).bind_text(id).run(self.pools.write()).await?;
        Ok(ended == 1)
    }

    /// Ends all sessions of an account but one; how many.
    pub async fn end_other_sessions(&self, account: &Agent, but: &SessionId) -> Result<u64, StoreError> {
        sql!("session_end_others").bind(account.as_str()).bind_text(but).run(self.pools.write()).await
    }

    pub(crate) fn put_session(&self, digest: &TokenDigest, session: &Session) -> Statement {
        let statement = sql!("session_put").bind_text(digest).bind_text(&session.id);
        bind_actor(statement, &session.actor)
            .bind(session.language.code())
            .bind_time(session.created)
            .bind_time(session.seen)
            .bind_time(session.expires)
            .bind(scope_text(session.actor.scope()))
            .bind(level(&session.actor).filter(|_| session.identity.is_none()))
            .bind(session.actor.emergency().map(|reason| reason.as_str().to_owned()))
            .bind(self.key.code(&session_columns(&digest.to_string(), session)))
    }

    fn read_session(&self, row: &Row) -> Result<Session, SessionsError> {
        let digest = row.text("digest")?;
        let session = Session {
            id: row.parse("id")?,
            actor: actor(row, "own_level")?,
            language: row.language("language")?,
            created: row.time("created")?,
            seen: row.time("seen")?,
            expires: row.time("expires")?,
            identity: session_identity::read(row)?,
        };
        self.require(&session_columns(&digest, &session), row, "session")?;
        if let Some(identity) = &session.identity {
            let columns = session_identity::columns(&digest, identity);
            self.require_code(&columns, &row.text("identity_code")?, "session_identity")?;
        }
        Ok(session)
    }

    /// The row's own code must be right.
    pub(crate) fn require(&self, columns: &Columns, row: &Row, table: &'static str) -> Result<(), SessionsError> {
        self.require_code(columns, &row.text("code")?, table)
    }

    /// This code must be that of a row.
    pub(crate) fn require_code(&self, columns: &Columns, code: &str, table: &'static str) -> Result<(), SessionsError> {
        if self.key.fits(columns, code) { Ok(()) } else { Err(SessionsError::Forged { table }) }
    }
}

fn is_alive(session: &Session, now: Timestamp) -> bool {
    let idle = session.seen.saturating_add(session_idle(session.actor.role()));
    now < session.expires && idle.is_ok_and(|idle| now < idle)
}

fn token_columns(digest: &TokenDigest, token: &LoginToken) -> Columns {
    let columns = actor_columns(Columns::of("login_token").text(digest.to_string()), &token.actor);
    with_level(columns.text(token.language.code()).time(token.expires), level(&token.actor))
}

fn session_columns(digest: &str, session: &Session) -> Columns {
    let columns = Columns::of("session").text(digest).text(session.id.to_string());
    let columns = actor_columns(columns, &session.actor).text(session.language.code());
    let columns = columns.time(session.created).time(session.seen).time(session.expires);
    match &session.identity {
        None => with_level(columns, level(&session.actor)),
        // What a provider proves stands beside the session, under a code of its own. That it stands there is covered by this one: without it the
        // session would be one that whoever runs the machine vouched for.
        Some(_) => columns.text("session_identity"),
    }
}

fn actor_columns(columns: Columns, actor: &Actor) -> Columns {
    let columns = columns
        .text(actor.role().code())
        .text_if(actor.institution().map(InstitutionId::as_str))
        .text_if(actor.person().map(PersonId::as_str))
        .text(actor.account().as_str());
    with_emergency(with_scope(columns, actor.scope()), actor.emergency())
}

fn bind_actor(statement: Statement, actor: &Actor) -> Statement {
    statement
        .bind(actor.role().code())
        .bind(actor.institution().map(|institution| institution.as_str().to_owned()))
        .bind(actor.person().map(|person| person.as_str().to_owned()))
        .bind(actor.account().as_str().to_owned())
}

/// How strongly somebody is recognised who came by a link of ours; none for links of whoever runs the machine.
fn level(actor: &Actor) -> Option<&'static str> {
    actor.assurance().map(|assurance| assurance.level.code())
}

/// Rows of before there were levels keep their codes; a level that is taken away or put in gives another.
fn with_level(columns: Columns, level: Option<&'static str>) -> Columns {
    match level {
        Some(level) => columns.text(level),
        None => columns,
    }
}

/// Rows of those who were let in as ever keep the codes that they had before there were emergencies.
fn with_emergency(columns: Columns, reason: Option<&Line>) -> Columns {
    match reason {
        Some(reason) => columns.text("emergency").text(reason.as_str()),
        None => columns,
    }
}

/// Rows of roles that reach everything keep the codes that they had before there were others.
pub(crate) fn with_scope(columns: Columns, scope: &RoleScope) -> Columns {
    if scope.is_whole() { columns } else { columns.text("scope").text(scope_text(scope)) }
}

/// Somebody with the level in a column of the row, where there is one.
fn actor(row: &Row, level: &'static str) -> Result<Actor, StoreError> {
    let level = row.code_if(level, AssuranceLevel::from_code)?;
    let actor = unrecognised(row)?;
    let actor = match row.code_if("emergency", |reason| Line::new(reason).ok())? {
        Some(reason) => actor.in_emergency(reason),
        None => actor,
    };
    Ok(match level {
        Some(level) => actor.recognised(Assurance { level, is_recent: false }),
        None => actor,
    })
}

fn unrecognised(row: &Row) -> Result<Actor, StoreError> {
    let role = row.code("role", Role::from_code)?;
    let account = row.code("account", |account| Agent::new(account).ok())?;
    let institution: Option<InstitutionId> = row.parse_if("institution")?;
    let person: Option<PersonId> = row.parse_if("person")?;
    let scope = row.code("scope", read_scope)?;
    let actor = match (role, institution) {
        (Role::Operator, None) => Ok(Actor::operator(account)),
        (role, Some(institution)) => Actor::within(account, institution, role, person).ok_or_else(|| row.wrong("role")),
        (_, None) => Err(row.wrong("institution")),
    };
    actor?.narrowed(scope).ok_or_else(|| row.wrong("scope"))
}
