//! Somebody whom a login provider recognised becomes an account and a session. No permit stands before it: what they may act as is found here.

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use signet_access::{Actor, LoginProvider, LogoutOrder, SecurityEvent, SecurityEventKind, role_choices};
use signet_outbound::RecognisedPerson;
use signet_registry::{Agent, NotAnAgent};
use signet_store::{
    Account, AccountState, LetterNames, LoginAttempt, MergeId, NewSession, Paired, PairedBy, SeenIdentity, Session,
    SessionIdentity, SessionsError, StoreError, TokenDigest,
};

use crate::issuer::Issuer;

/// Most characters of a name that an account is called by.
const NAME_MAX: usize = 120;

/// The secrets of one question to a login provider: 43 characters of base64url each.
#[derive(Clone)]
pub struct LoginProofs {
    /// The code verifier (RFC 7636 §4.1).
    pub verifier: String,
    /// The nonce (OpenID Connect Core §3.1.2.1).
    pub nonce: String,
}

/// Somebody has signed in.
#[derive(Clone, Debug)]
pub struct ProviderSignIn {
    /// The session that has begun, in the first of their roles.
    pub session: Session,
    /// Whether they may act as something else as well.
    pub has_choice: bool,
}

/// Why somebody whom a provider recognised is not let in.
#[derive(Debug, thiserror::Error)]
pub enum ProviderSignInError {
    /// They have no role and no credential here.
    #[error("recognised, but nobody here")]
    Nobody,
    /// Their account is blocked.
    #[error("the account is blocked")]
    Blocked,
    /// The same identity signed in for the first time somewhere else at the same moment.
    #[error("the identity was signed in for the first time twice at once")]
    Raced,
    /// No account can be named after the provider.
    #[error(transparent)]
    Name(#[from] NotAnAgent),
    /// The rows that grant something could not be read.
    #[error(transparent)]
    Sessions(#[from] SessionsError),
    /// The register failed.
    #[error(transparent)]
    Database(#[from] StoreError),
}

impl Issuer {
    /// What proves that whoever comes back from a login provider is whoever was sent there. Both are made of the state by a key that is not in
    /// the database, so a copy of the table of attempts opens nothing.
    pub fn login_proofs(&self, state: &str) -> LoginProofs {
        let derived = |usage: &str| BASE64URL_NOPAD.encode(&self.inner.link_key.derive(&format!("{usage}\n{state}")));
        LoginProofs { verifier: derived("login verifier 1"), nonce: derived("login nonce 1") }
    }

    /// Notes that somebody is sent to a login provider.
    ///
    /// # Errors
    /// When the register fails.
    pub async fn begin_login(&self, state: &str, attempt: &LoginAttempt) -> Result<(), StoreError> {
        self.sessions().put_login_attempt(&TokenDigest::of(state), attempt).await
    }

    /// Begins a session for somebody whom a provider recognised: in the role in which they were signed in `before`, if they still have it.
    /// Whoever may act as nobody leaves no row.
    ///
    /// # Errors
    /// When they are not let in, or the register fails.
    pub async fn sign_in(
        &self,
        provider: &LoginProvider,
        person: &RecognisedPerson,
        new: &NewSession,
        before: Option<&Actor>,
    ) -> Result<ProviderSignIn, ProviderSignInError> {
        let (sessions, now) = (self.sessions(), self.now());
        let identity = SessionIdentity {
            provider: provider.name.clone(),
            sid: person.session.as_deref().map(TokenDigest::of),
            level: person.level,
            authenticated: person.authenticated,
            place: provider.claimed_place(&person.subject, &person.claims),
        };
        let known = sessions.account_of_identity(&provider.name, &person.subject).await?;
        let is_known = known.is_some();
        let account = match known {
            Some(account) => account,
            None => self.unused_account(provider)?,
        };
        if account.state != AccountState::Active {
            return Err(ProviderSignInError::Blocked);
        }
        let actors = sessions.actors(&account.id, &identity, now).await?;
        let again = before.and_then(|before| actors.iter().find(|actor| actor.is_same(before)));
        let first = again.or(actors.first()).ok_or(ProviderSignInError::Nobody)?;
        let seen = SeenIdentity { provider: &provider.name, subject: &person.subject, level: person.level, at: now };
        let named = self.named(&account, provider, person, &actors);
        if is_known && named != account {
            // Nothing depends on the name; whoever was blocked in between stays blocked, and no session begins.
            sessions.rename_account(&account, &named).await?;
        }
        if !sessions.put_identity(&seen, &named).await? {
            return Err(ProviderSignInError::Raced);
        }
        let begun = sessions.begin_session(new, first, &identity, now).await?;
        let session = begun.ok_or(ProviderSignInError::Nobody)?;
        self.note_belonging(&session, &identity).await?;
        self.note_contact(&named.id, provider, person, (&identity, &actors), new.language).await?;
        let event = SecurityEvent::of(SecurityEventKind::Login, &session.actor).about(&provider.name);
        self.record_security_event(&event).await?;
        Ok(ProviderSignIn { session, has_choice: again.is_none() && role_choices(&actors).len() > 1 })
    }

    /// Ends the sessions that a provider says are over, and writes it down; `false` for an order that came before.
    ///
    /// # Errors
    /// When the register fails.
    pub async fn log_out(&self, provider: &LoginProvider, order: &LogoutOrder) -> Result<bool, SessionsError> {
        let Some(ended) = self.sessions().log_out(&provider.name, order).await? else { return Ok(false) };
        if ended > 0 {
            let event = SecurityEvent::by_anyone(SecurityEventKind::SessionEnded).about(&provider.name);
            self.record_security_event(&event).await?;
        }
        Ok(true)
    }

    /// Whoever has several identities gets to their own by each of them: what one says of them is kept for the others.
    async fn note_belonging(&self, session: &Session, identity: &SessionIdentity) -> Result<(), SessionsError> {
        let (sessions, account) = (self.sessions(), session.actor.account());
        let Some(place) = &identity.place else { return Ok(()) };
        if place.person.is_some() && sessions.identities(account).await?.len() > 1 {
            sessions.put_belonging(account, &identity.provider, place, self.now()).await?;
        }
        Ok(())
    }

    /// Gives the account of a session the identity that was recognised for it by the answer to a question with this state. Where that identity
    /// has an account of its own, the two become one, if the person was told so and agreed.
    ///
    /// # Errors
    /// When the register fails.
    pub async fn pair(
        &self,
        session: &Session,
        state: &str,
        browser: &TokenDigest,
        may_merge: bool,
    ) -> Result<Paired, ProviderSignInError> {
        let merge = may_merge.then(|| MergeId::from_random(self.random().bytes()));
        let (account, identity) = (session.actor.account(), session.identity.as_ref());
        let name = || self.letter_name();
        let letters: Option<LetterNames<'_>> = if self.tells_holders() { Some(&name) } else { None };
        let by = PairedBy { account, identity, merge: merge.as_ref(), letters };
        let paired = self.sessions().pair(&TokenDigest::of(state), browser, &by, self.now()).await?;
        let event = match &paired {
            Paired::Added => SecurityEvent::of(SecurityEventKind::IdentityPaired, &session.actor),
            Paired::Merged(merge) => {
                SecurityEvent::of(SecurityEventKind::AccountsMerged, &session.actor).about(&merge.merged)
            }
            Paired::Known | Paired::Refused(_) | Paired::Unknown => return Ok(paired),
        };
        self.record_security_event(&event).await?;
        Ok(paired)
    }

    /// An account that nobody has yet. Its id says nothing but through which provider it was made.
    fn unused_account(&self, provider: &LoginProvider) -> Result<Account, NotAnAgent> {
        let chance = HEXLOWER.encode(&self.random().bytes::<12>());
        let (id, now) = (Agent::new(&format!("{}:{chance}", provider.name))?, self.now());
        Ok(Account { name: id.to_string(), id, state: AccountState::Active, created: now, changed: now })
    }

    /// With the name that colleagues are shown. Whoever acts for nobody but themselves is named by the records alone, and whoever was given
    /// an account by the operator is called as the operator called them.
    fn named(
        &self,
        account: &Account,
        provider: &LoginProvider,
        person: &RecognisedPerson,
        actors: &[Actor],
    ) -> Account {
        let own = account.id.as_str().starts_with(&format!("{}:", provider.name));
        let name = person.claims.single("name").map(|name| {
            let plain: String = name.chars().filter(|c| !c.is_control()).take(NAME_MAX).collect();
            plain.trim().to_owned()
        });
        match name.filter(|name| own && !name.is_empty() && actors.iter().any(|actor| actor.role().is_staff())) {
            Some(name) if name != account.name => Account { name, changed: self.now(), ..account.clone() },
            _ => account.clone(),
        }
    }
}
