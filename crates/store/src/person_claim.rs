//! People who ask whether an institution's records are about them: what a national identity says of them, and what somebody of the
//! institution decided. A request grants nothing; what is decided does, and so each row carries a code.

use std::fmt;
use std::str::FromStr;

use data_encoding::HEXLOWER;
use signet_access::{AssuranceLevel, ProviderName};
use signet_record::{CredentialId, Date, Holder, InstitutionId, Line, PersonId, Timestamp};
use signet_registry::Agent;
use sqlx::{Any, Transaction};

use crate::account::{Account, AccountState, end_all};
use crate::belonging::Belonging;
use crate::error::StoreError;
use crate::identity::KnownIdentity;
use crate::row_code::Columns;
use crate::sessions::{Sessions, SessionsError};
use crate::statement::{Row, commit, sql};
use crate::tenant::Tenant;

/// Requests are kept for so many days, decided or not.
pub const PERSON_CLAIM_DAYS: i64 = 90;

/// People of one birth date that are looked at: of a million, some fifty are born on the same day.
const BORN_MAX: i64 = 500;

/// Requests of one list.
const LISTED_MAX: i64 = 100;

/// Names a request within its institution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonClaimId(String);

/// A text that names no request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a request")]
pub struct NotAPersonClaimId;

impl PersonClaimId {
    /// Of 16 random bytes.
    pub fn from_random(bytes: [u8; 16]) -> Self {
        PersonClaimId(HEXLOWER.encode(&bytes))
    }
}

impl fmt::Display for PersonClaimId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for PersonClaimId {
    type Err = NotAPersonClaimId;

    fn from_str(text: &str) -> Result<Self, NotAPersonClaimId> {
        let bytes = HEXLOWER.decode(text.as_bytes()).ok().and_then(|bytes| bytes.try_into().ok());
        bytes.map(PersonClaimId::from_random).ok_or(NotAPersonClaimId)
    }
}

/// Whom a national identity names. Its subject is known again by an HMAC alone.
#[derive(Clone, PartialEq, Eq)]
pub struct NamedPerson {
    /// Which provider.
    pub provider: ProviderName,
    /// By what its subject is known again.
    pub subject: String,
    /// How strongly they were recognised.
    pub level: AssuranceLevel,
    /// Given names.
    pub given_name: Line,
    /// Family names.
    pub family_name: Line,
    /// Date of birth.
    pub born: Date,
}

/// Tells nothing: it names a person.
impl fmt::Debug for NamedPerson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NamedPerson({})", self.provider)
    }
}

/// How far a request has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonClaimState {
    /// Nobody has decided.
    Waiting,
    /// It is the same person.
    Linked,
    /// It is not, or nobody can tell.
    Declined,
}

impl PersonClaimState {
    const ALL: [PersonClaimState; 3] =
        [PersonClaimState::Waiting, PersonClaimState::Linked, PersonClaimState::Declined];

    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            PersonClaimState::Waiting => "waiting",
            PersonClaimState::Linked => "linked",
            PersonClaimState::Declined => "declined",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// A request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonClaim {
    /// Its name.
    pub id: PersonClaimId,
    /// Who asks.
    pub named: NamedPerson,
    /// The credential whose identifier they typed.
    pub credential: Option<CredentialId>,
    /// When.
    pub asked: Timestamp,
    /// What somebody of the institution said.
    pub decision: Option<PersonClaimDecision>,
}

/// What somebody of the institution said to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonClaimDecision {
    /// Who they are in the records; none where they are not in them.
    pub person: Option<PersonId>,
    /// When.
    pub at: Timestamp,
    /// Which account decided.
    pub by: Agent,
    /// Why.
    pub reason: String,
}

/// A request that waits, for a list of what is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingClaim {
    /// Which.
    pub id: PersonClaimId,
    /// Who asks.
    pub name: String,
    /// Since when.
    pub since: Timestamp,
}

impl PersonClaim {
    /// How far it has come.
    pub fn state(&self) -> PersonClaimState {
        match &self.decision {
            None => PersonClaimState::Waiting,
            Some(PersonClaimDecision { person: Some(_), .. }) => PersonClaimState::Linked,
            Some(PersonClaimDecision { person: None, .. }) => PersonClaimState::Declined,
        }
    }

    fn columns(&self, institution: &InstitutionId) -> Columns {
        let decision = self.decision.as_ref();
        Columns::of("person_claim")
            .text(institution.as_str())
            .text(self.id.to_string())
            .text(self.named.provider.as_str())
            .text(&self.named.subject)
            .text(self.named.level.code())
            .text(self.named.given_name.to_string())
            .text(self.named.family_name.to_string())
            .text(self.named.born.to_string())
            .text_if(self.credential.map(|credential| credential.to_string()))
            .time(self.asked)
            .text(self.state().code())
            .text_if(decision.and_then(|decision| decision.person.as_ref()).map(PersonId::as_str))
            .time_if(decision.map(|decision| decision.at))
            .text_if(decision.map(|decision| decision.by.as_str()))
            .text_if(decision.map(|decision| decision.reason.as_str()))
    }
}

impl Tenant {
    /// The people of the records who were born on a day.
    pub async fn people_born(&self, born: Date) -> Result<Vec<Holder>, StoreError> {
        let asked = sql!("person_born").bind(self.institution.as_str()).bind_text(born).bind(BORN_MAX);
        asked.rows(&self.pools.read).await?.iter().map(|row| crate::person::read(row, "id")).collect()
    }

    /// Requests that wait, oldest first.
    pub async fn waiting_claims(&self, limit: u32) -> Result<Vec<WaitingClaim>, StoreError> {
        let asked = sql!("work_person_claims").bind(self.institution.as_str()).bind(i64::from(limit));
        let read = |row: &Row| {
            let name = format!("{} {}", row.text("given_name")?, row.text("family_name")?);
            Ok(WaitingClaim { id: row.parse("id")?, name, since: row.time("asked")? })
        };
        asked.rows(&self.pools.read).await?.iter().map(read).collect()
    }

    pub(crate) async fn forget_claims(&self, before: Timestamp) -> Result<u64, StoreError> {
        sql!("person_claim_sweep").bind(self.institution.as_str()).bind_time(before).run(self.pools.write()).await
    }
}

impl Sessions {
    /// By what a subject is known again, for a request that is not signed in.
    pub fn named_subject(&self, provider: &ProviderName, subject: &str) -> String {
        self.subject_code(provider, subject)
    }

    /// How far the requests have come that an identity made to an institution.
    pub async fn claims_of(
        &self,
        institution: &InstitutionId,
        named: &NamedPerson,
    ) -> Result<Vec<PersonClaimState>, SessionsError> {
        let asked = sql!("person_claim_of_subject")
            .bind(institution.as_str())
            .bind(named.provider.as_str())
            .bind(named.subject.as_str());
        let rows = asked.rows(&self.pools.read).await?;
        Ok(rows.iter().map(|row| row.code("state", PersonClaimState::from_code)).collect::<Result<_, _>>()?)
    }

    /// Keeps a request.
    pub async fn put_claim(&self, institution: &InstitutionId, claim: &PersonClaim) -> Result<(), StoreError> {
        sql!("person_claim_put")
            .bind(institution.as_str())
            .bind_text(&claim.id)
            .bind(claim.named.provider.as_str())
            .bind(claim.named.subject.as_str())
            .bind(claim.named.level.code())
            .bind_text(&claim.named.given_name)
            .bind_text(&claim.named.family_name)
            .bind_text(claim.named.born)
            .bind(claim.credential.map(|credential| credential.to_string()))
            .bind_time(claim.asked)
            .bind(self.key.code(&claim.columns(institution)))
            .run(self.pools.write())
            .await?;
        Ok(())
    }

    /// One request.
    pub async fn claim(
        &self,
        institution: &InstitutionId,
        id: &PersonClaimId,
    ) -> Result<Option<PersonClaim>, SessionsError> {
        let row = sql!("person_claim_get").bind(institution.as_str()).bind_text(id).row(&self.pools.read).await?;
        row.map(|row| self.read_claim(institution, &row)).transpose()
    }

    /// Requests of an institution that have come so far, the newest first.
    pub async fn claims(
        &self,
        institution: &InstitutionId,
        state: PersonClaimState,
    ) -> Result<Vec<PersonClaim>, SessionsError> {
        let asked = sql!("person_claim_list").bind(institution.as_str()).bind(state.code()).bind(LISTED_MAX);
        asked.rows(&self.pools.read).await?.iter().map(|row| self.read_claim(institution, row)).collect()
    }

    /// Writes down what was decided about a request, once; with a person in it, links the identity to them. `false` when it was decided before,
    /// when the identity's account may not be used, or is somebody else there.
    pub async fn decide_claim(
        &self,
        institution: &InstitutionId,
        claim: &PersonClaim,
        new_account: &Account,
    ) -> Result<bool, SessionsError> {
        let Some(decision) = &claim.decision else { return Ok(false) };
        let link = match &decision.person {
            None => None,
            Some(person) => match self.linking(&claim.named, institution, person, new_account, decision.at).await? {
                Some(link) => Some(link),
                None => return Ok(false),
            },
        };
        let mut transaction = self.pools.begin().await?;
        let decided = sql!("person_claim_decide")
            .bind(institution.as_str())
            .bind_text(&claim.id)
            .bind(claim.state().code())
            .bind(decision.person.as_ref().map(|person| person.as_str().to_owned()))
            .bind_time(decision.at)
            .bind(decision.by.as_str())
            .bind(decision.reason.as_str())
            .bind(self.key.code(&claim.columns(institution)))
            .run(&mut *transaction)
            .await?;
        let linked = match &link {
            Some(link) => self.link_in(&mut transaction, &claim.named, link).await?,
            None => true,
        };
        if decided != 1 || !linked {
            return Ok(false);
        }
        commit(transaction).await?;
        Ok(true)
    }

    /// Takes back what a request was linked to, once: it is declined by the decision in it, the identity's account is that person no longer, and its
    /// sessions end. `false` when it is not linked, or not any more.
    pub async fn undo_claim(&self, institution: &InstitutionId, declined: &PersonClaim) -> Result<bool, SessionsError> {
        let Some(decision) = declined.decision.as_ref().filter(|decision| decision.person.is_none()) else {
            return Ok(false);
        };
        let named = &declined.named;
        let account = self.known_identity(&named.provider, &named.subject).await?.map(|known| known.account);
        let belongings = match &account {
            Some(account) => self.belongings(account).await?,
            None => Vec::new(),
        };
        // What the institution's own provider says of the account is not what was decided here.
        let is_linked = belongings.iter().any(|own| own.institution == *institution && own.provider == named.provider);
        let mut transaction = self.pools.begin().await?;
        let undone = sql!("person_claim_undo")
            .bind(institution.as_str())
            .bind_text(&declined.id)
            .bind_time(decision.at)
            .bind(decision.by.as_str())
            .bind(decision.reason.as_str())
            .bind(self.key.code(&declined.columns(institution)))
            .run(&mut *transaction)
            .await?;
        if undone != 1 {
            return Ok(false);
        }
        if let Some(account) = account.filter(|_| is_linked) {
            self.end_belonging(&mut transaction, &account, institution).await?;
            end_all(&mut transaction, &account).await?;
        }
        commit(transaction).await?;
        Ok(true)
    }

    /// Links an identity to a person of the records, without a request. `false` when its account may not be used, or is somebody else there.
    pub async fn link_person(
        &self,
        named: &NamedPerson,
        institution: &InstitutionId,
        person: &PersonId,
        new_account: &Account,
        now: Timestamp,
    ) -> Result<bool, SessionsError> {
        let Some(link) = self.linking(named, institution, person, new_account, now).await? else { return Ok(false) };
        let mut transaction = self.pools.begin().await?;
        if !self.link_in(&mut transaction, named, &link).await? {
            return Ok(false);
        }
        commit(transaction).await?;
        Ok(true)
    }

    /// What is written to link an identity to a person; `None` where that may not be.
    async fn linking(
        &self,
        named: &NamedPerson,
        institution: &InstitutionId,
        person: &PersonId,
        new_account: &Account,
        now: Timestamp,
    ) -> Result<Option<Linking>, SessionsError> {
        let known = self.known_identity(&named.provider, &named.subject).await?;
        let account = match &known {
            None => new_account.clone(),
            Some(known) => match self.account(&known.account).await? {
                Some(account) if account.state == AccountState::Active => account,
                _ => return Ok(None),
            },
        };
        let belongings = self.belongings(&account.id).await?;
        if belongings.iter().any(|own| own.institution == *institution && own.person != *person) {
            return Ok(None);
        }
        let belonging = Belonging {
            institution: institution.clone(),
            person: person.clone(),
            provider: named.provider.clone(),
            since: now,
        };
        Ok(Some(Linking { is_new: known.is_none(), account, belonging }))
    }

    async fn link_in(
        &self,
        transaction: &mut Transaction<'static, Any>,
        named: &NamedPerson,
        link: &Linking,
    ) -> Result<bool, StoreError> {
        let Linking { is_new, account, belonging } = link;
        if *is_new {
            self.put_account_in(transaction, account).await?;
            let (account, level) = (account.id.clone(), named.level);
            let seen = KnownIdentity { account, first_seen: belonging.since, last_seen: belonging.since, level };
            if seen.add(&self.key, &named.provider, &named.subject).run(&mut **transaction).await? != 1 {
                return Ok(false);
            }
        }
        self.put_belonging_in(transaction, &account.id, belonging).await?;
        Ok(true)
    }

    fn read_claim(&self, institution: &InstitutionId, row: &Row) -> Result<PersonClaim, SessionsError> {
        let decision = match row.time_if("decided")? {
            None => None,
            Some(at) => Some(PersonClaimDecision {
                person: row.parse_if("person")?,
                at,
                by: row.code("decided_by", |by| Agent::new(by).ok())?,
                reason: row.text("reason")?,
            }),
        };
        let named = NamedPerson {
            provider: row.parse("provider")?,
            subject: row.text("subject")?,
            level: row.code("level", AssuranceLevel::from_code)?,
            given_name: row.code("given_name", |name| Line::new(name).ok())?,
            family_name: row.code("family_name", |name| Line::new(name).ok())?,
            born: row.parse("born")?,
        };
        let claim = PersonClaim {
            id: row.parse("id")?,
            named,
            credential: row.parse_if("credential")?,
            asked: row.time("asked")?,
            decision,
        };
        self.require(&claim.columns(institution), row, "person_claim")?;
        Ok(claim)
    }
}

/// An identity that is linked to a person: whose account it is, and who that is.
struct Linking {
    account: Account,
    is_new: bool,
    belonging: Belonging,
}
