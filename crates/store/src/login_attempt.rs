//! People who were sent to a login provider and have not come back yet. An answer counts once, in time, in the browser that asked.

use std::time::Duration;

use signet_access::{AssuranceLevel, OnwardPath, ProviderName};
use signet_record::{InstitutionId, Language, PersonId, Timestamp};
use signet_registry::Agent;

use crate::error::StoreError;
use crate::row_code::Columns;
use crate::sessions::{Sessions, SessionsError};
use crate::statement::{Row, sql};
use crate::token_digest::TokenDigest;

/// Somebody on the way to a provider and back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoginAttempt {
    /// To which provider.
    pub provider: ProviderName,
    /// Digest of what the browser keeps in its cookie.
    pub browser: TokenDigest,
    /// Where they go afterwards.
    pub onward: Option<OnwardPath>,
    /// The language of pages.
    pub language: Language,
    /// How long ago they may have been recognised, where that was asked.
    pub max_age: Option<Duration>,
    /// How strongly they must have been recognised, where something asked for more than the provider's settings say.
    pub level: Option<AssuranceLevel>,
    /// The account that a further identity is wanted for, by whoever is signed in to it.
    pub pair_account: Option<Agent>,
    /// Whoever is signed in looks for more of their own in the records of institutions.
    pub seeks: bool,
    /// Useless from this instant.
    pub expires: Timestamp,
}

/// An identity that was recognised for an account, and is not confirmed yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RecognisedIdentity {
    /// By which its subject is known again.
    pub subject: String,
    /// How strongly it was recognised.
    pub level: AssuranceLevel,
    /// Who that is in the provider's institution.
    pub at: Option<(InstitutionId, PersonId)>,
}

/// Why an answer is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoginAttemptRefusal {
    /// Nobody was sent with this state; or it was so long ago that it is forgotten.
    Unknown,
    /// Somebody was sent with it to another provider.
    OtherProvider,
    /// Another browser asked.
    OtherBrowser,
    /// It took too long.
    Late,
    /// It was answered before.
    Used,
}

impl LoginAttemptRefusal {
    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            LoginAttemptRefusal::Unknown => "state-unknown",
            LoginAttemptRefusal::OtherProvider => "state-other-provider",
            LoginAttemptRefusal::OtherBrowser => "state-other-browser",
            LoginAttemptRefusal::Late => "state-late",
            LoginAttemptRefusal::Used => "state-used",
        }
    }
}

impl Sessions {
    /// Notes that somebody is sent to a provider, by the digest of their state.
    pub async fn put_login_attempt(&self, state: &TokenDigest, attempt: &LoginAttempt) -> Result<(), StoreError> {
        sql!("login_attempt_put")
            .bind_text(state)
            .bind(attempt.provider.as_str())
            .bind_text(attempt.browser)
            .bind(attempt.onward.as_ref().map(|onward| onward.as_str().to_owned()))
            .bind(attempt.language.code())
            .bind(seconds(attempt.max_age))
            .bind(attempt.level.map(AssuranceLevel::code))
            .bind(attempt.pair_account.as_ref().map(|account| account.as_str().to_owned()))
            .bind(attempt.seeks.then_some(1_i64))
            .bind_time(attempt.expires)
            .bind(self.key.code(&columns(state, attempt, None, None)))
            .run(self.pools.write())
            .await?;
        Ok(())
    }

    /// Takes the answer to a question: at the return address of this provider, from a browser with this cookie. Only one of several calls
    /// with the same state gets it.
    pub async fn take_login_attempt(
        &self,
        state: &TokenDigest,
        provider: &ProviderName,
        browser: Option<&TokenDigest>,
        now: Timestamp,
    ) -> Result<Result<LoginAttempt, LoginAttemptRefusal>, SessionsError> {
        let row = sql!("login_attempt_get").bind_text(state).row(&self.pools.read).await?;
        let Some(row) = row else { return Ok(Err(LoginAttemptRefusal::Unknown)) };
        let (attempt, _, recognised) = self.read_attempt(state, &row)?;
        // Whoever brings somebody else's state learns nothing else of it, and does not use it up.
        if browser != Some(&attempt.browser) {
            return Ok(Err(LoginAttemptRefusal::OtherBrowser));
        }
        if attempt.provider != *provider {
            return Ok(Err(LoginAttemptRefusal::OtherProvider));
        }
        if attempt.expires <= now {
            return Ok(Err(LoginAttemptRefusal::Late));
        }
        let code = self.key.code(&columns(state, &attempt, Some(now), recognised.as_ref()));
        let taken =
            sql!("login_attempt_use").bind_text(state).bind_time(now).bind(code).run(self.pools.write()).await?;
        Ok(if taken == 1 { Ok(attempt) } else { Err(LoginAttemptRefusal::Used) })
    }
}

/// What stands in a row, proved by its code: the question, when it was answered, and the identity that was recognised for an account.
type KnownAttempt = (LoginAttempt, Option<Timestamp>, Option<RecognisedIdentity>);

impl Sessions {
    pub(crate) fn read_attempt(&self, state: &TokenDigest, row: &Row) -> Result<KnownAttempt, SessionsError> {
        let (attempt, used) = (read(row)?, row.time_if("used")?);
        let recognised = match row.text_if("pair_subject")? {
            None => None,
            Some(subject) => {
                let at = row.parse_if("pair_institution")?.zip(row.parse_if("pair_person")?);
                Some(RecognisedIdentity { subject, level: row.code("pair_level", AssuranceLevel::from_code)?, at })
            }
        };
        self.require(&columns(state, &attempt, used, recognised.as_ref()), row, "login_attempt")?;
        Ok((attempt, used, recognised))
    }

    pub(crate) fn attempt_code(
        &self,
        state: &TokenDigest,
        attempt: &LoginAttempt,
        used: Option<Timestamp>,
        recognised: &RecognisedIdentity,
    ) -> String {
        self.key.code(&columns(state, attempt, used, Some(recognised)))
    }
}

fn seconds(time: Option<Duration>) -> Option<i64> {
    time.map(|time| i64::try_from(time.as_secs()).unwrap_or(i64::MAX))
}

fn columns(
    state: &TokenDigest,
    attempt: &LoginAttempt,
    used: Option<Timestamp>,
    recognised: Option<&RecognisedIdentity>,
) -> Columns {
    let columns = Columns::of("login_attempt")
        .text(state.to_string())
        .text(attempt.provider.as_str())
        .text(attempt.browser.to_string())
        .text_if(attempt.onward.as_ref().map(OnwardPath::as_str))
        .text(attempt.language.code())
        .text_if(seconds(attempt.max_age).map(|seconds| seconds.to_string()))
        .time(attempt.expires)
        .time_if(used);
    // A row of the release before has none of these; its code covers none.
    let added = attempt.level.is_some() || attempt.pair_account.is_some() || attempt.seeks;
    if !added {
        return columns;
    }
    let columns = columns
        .text_if(attempt.level.map(AssuranceLevel::code))
        .text_if(attempt.pair_account.as_ref().map(Agent::as_str))
        .text_if(recognised.map(|recognised| recognised.subject.as_str()))
        .text_if(recognised.map(|recognised| recognised.level.code()));
    let columns = match recognised.and_then(|recognised| recognised.at.as_ref()) {
        Some((institution, person)) => columns.text(institution.as_str()).text(person.as_str()),
        None => columns,
    };
    if attempt.seeks { columns.text("seeks") } else { columns }
}

fn read(row: &Row) -> Result<LoginAttempt, StoreError> {
    Ok(LoginAttempt {
        provider: row.parse("provider")?,
        browser: row.parse("browser")?,
        onward: row.code_if("onward", OnwardPath::parse)?,
        language: row.language("language")?,
        max_age: row.number_if("max_age")?.map(Duration::from_secs),
        level: row.code_if("level", AssuranceLevel::from_code)?,
        pair_account: row.code_if("pair_account", |account| Agent::new(account).ok())?,
        seeks: row.number_if::<i64>("seeks")?.is_some(),
        expires: row.time("expires")?,
    })
}
