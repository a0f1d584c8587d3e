//! A further identity for an account: recognised, confirmed by whoever is signed in, and from then on as good as the first.

use signet_access::{AssuranceLevel, ClaimedPlace, ProviderName};
use signet_record::Timestamp;
use signet_registry::Agent;

use crate::account_letter::{AccountLetterKind, put_letters};
use crate::account_merge::{AccountMerge, MergeRefusal, PairedBy};
use crate::belonging::Belonging;
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paired {
    /// It is the account's now.
    Added,
    /// It was the account's before.
    Known,
    /// It had another account, which has become one with this.
    Merged(Box<AccountMerge>),
    /// It has another account, and the two do not become one.
    Refused(MergeRefusal),
    /// Nobody was recognised for this account, or it took too long.
    Unknown,
}

impl Sessions {
    /// Notes which identity was recognised for an account, and who that is in its provider's institution, so that its owner can confirm it.
    /// Whether it could be noted: once.
    pub async fn note_recognised(
        &self,
        state: &TokenDigest,
        subject: &str,
        level: AssuranceLevel,
        place: Option<&ClaimedPlace>,
    ) -> Result<bool, SessionsError> {
        let Some(row) = sql!("login_attempt_get").bind_text(state).row(&self.pools.read).await? else {
            return Ok(false);
        };
        let (attempt, used, _) = self.read_attempt(state, &row)?;
        let at = place.and_then(|place| Some((place.institution.clone(), place.person.clone()?)));
        let recognised = RecognisedIdentity { subject: self.subject_code(&attempt.provider, subject), level, at };
        let (institution, person) = recognised.at.clone().unzip();
        let noted = sql!("login_attempt_recognised")
            .bind_text(state)
            .bind(recognised.subject.as_str())
            .bind(level.code())
            .bind(institution.map(|institution| institution.as_str().to_owned()))
            .bind(person.map(|person| person.as_str().to_owned()))
            .bind(self.attempt_code(state, &attempt, used, &recognised))
            .run(self.pools.write())
            .await?;
        Ok(noted == 1)
    }

    /// Gives an account the identity that was recognised for it, in the browser that asked. Where it has another account, the two become one, if
    /// that was agreed to. The question is answered by it, whatever comes of it.
    pub async fn pair(
        &self,
        state: &TokenDigest,
        browser: &TokenDigest,
        by: &PairedBy<'_>,
        now: Timestamp,
    ) -> Result<Paired, SessionsError> {
        let account = by.account;
        let Some(row) = sql!("login_attempt_get").bind_text(state).row(&self.pools.read).await? else {
            return Ok(Paired::Unknown);
        };
        let (LoginAttempt { provider, browser: asked, pair_account, expires, .. }, _, recognised) =
            self.read_attempt(state, &row)?;
        let Some(RecognisedIdentity { subject, level, at }) = recognised else { return Ok(Paired::Unknown) };
        if asked != *browser || pair_account.as_ref() != Some(account) || expires <= now {
            return Ok(Paired::Unknown);
        }
        let named = at.map(|(institution, person)| {
            let provider = provider.clone();
            Belonging { institution, person, provider, since: now }
        });
        let known = self.known_identity(&provider, &subject).await?;
        let moving = match (&known, by.merge) {
            (Some(known), Some(merge)) if known.account != *account => {
                Some(self.moving(by, merge, &known.account, named.clone(), now).await?)
            }
            _ => None,
        };
        // To whom it is told is read before the transaction begins, as everything is.
        let told = match &moving {
            Some(Ok(moving)) => {
                self.letters_to([account, &moving.merge.merged], AccountLetterKind::AccountsMerged, by.letters, now)
                    .await?
            }
            Some(Err(_)) => Vec::new(),
            None => self.letters_to([account], AccountLetterKind::IdentityAdded, by.letters, now).await?,
        };
        let mut transaction = self.pools.begin().await?;
        sql!("login_attempt_end").bind_text(state).run(&mut *transaction).await?;
        let paired = match (known, moving) {
            (Some(known), _) if known.account == *account => Paired::Known,
            (Some(_), Some(Ok(moving))) if self.merge_in(&mut transaction, &moving).await? => {
                Paired::Merged(Box::new(moving.merge))
            }
            (Some(_), Some(Err(refusal))) => Paired::Refused(refusal),
            // Something went another way at this very moment, or nobody agreed to more than a further identity.
            (Some(_), _) => return Ok(Paired::Unknown),
            (None, _) => {
                let added = KnownIdentity { account: account.clone(), first_seen: now, last_seen: now, level };
                if added.add(&self.key, &provider, &subject).run(&mut *transaction).await? == 0 {
                    return Ok(Paired::Unknown);
                }
                if let Some(named) = &named {
                    self.put_belonging_in(&mut transaction, account, named).await?;
                }
                Paired::Added
            }
        };
        if let Paired::Added | Paired::Merged(_) = &paired {
            put_letters(&mut transaction, &told).await?;
        }
        // Whoever has several identities gets to their own by each of them.
        if let (Paired::Added | Paired::Merged(_), Some(own)) = (&paired, by.belonging(now)) {
            self.put_belonging_in(&mut transaction, account, &own).await?;
        }
        commit(transaction).await?;
        Ok(paired)
    }

    /// The identities of an account, the first one first.
    pub async fn identities(&self, account: &Agent) -> Result<Vec<AccountIdentity>, SessionsError> {
        let known = self.known_identities(account).await?;
        let seen = |(provider, _, known): (ProviderName, String, KnownIdentity)| AccountIdentity {
            provider,
            first_seen: known.first_seen,
            last_seen: known.last_seen,
        };
        Ok(known.into_iter().map(seen).collect())
    }
}
