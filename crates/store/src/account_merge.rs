//! Two accounts of one person become one, and for a while they can be parted again.
//!
//! The identities of one go over to the other, and so does who it is in the records of institutions. Roles that were given to an account never
//! go over: whoever has some in both turns to the operator. What either did before stays written under the account that did it.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use data_encoding::HEXLOWER;
use signet_access::ProviderName;
use signet_record::{InstitutionId, Timestamp};
use signet_registry::Agent;
use sqlx::{Any, Transaction};

use crate::account::{Account, AccountState, end_all};
use crate::account_letter::{AccountLetterKind, NewAccountLetter, put_letters};
use crate::belonging::Belonging;
use crate::error::StoreError;
use crate::identity::KnownIdentity;
use crate::notice::LetterNames;
use crate::row_code::Columns;
use crate::session_identity::SessionIdentity;
use crate::sessions::{Sessions, SessionsError};
use crate::statement::{Row, commit, sql};
use crate::token_digest::TokenDigest;

/// For so long an operator can part accounts that became one.
pub const MERGE_UNDONE_WITHIN: Duration = Duration::from_secs(30 * 24 * 3600);

/// Names a merge to the operator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeId(String);

/// A text that names no merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a merge")]
pub struct NotAMergeId;

impl MergeId {
    /// Of 8 random bytes: it is typed by people, and opens nothing.
    pub fn from_random(bytes: [u8; 8]) -> Self {
        MergeId(HEXLOWER.encode(&bytes))
    }
}

impl fmt::Display for MergeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for MergeId {
    type Err = NotAMergeId;

    fn from_str(text: &str) -> Result<Self, NotAMergeId> {
        let bytes = HEXLOWER.decode(text.as_bytes()).ok().and_then(|bytes| bytes.try_into().ok());
        bytes.map(MergeId::from_random).ok_or(NotAMergeId)
    }
}

/// Accounts that became one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountMerge {
    /// Its name.
    pub id: MergeId,
    /// The account that stays.
    pub account: Agent,
    /// The account that went into it.
    pub merged: Agent,
    /// The identities that went over: provider, and by what its subject is known again.
    identities: Vec<(ProviderName, String)>,
    /// The institutions in whose records the one that went was somebody.
    institutions: Vec<InstitutionId>,
    /// When.
    pub happened: Timestamp,
    /// That they were parted again.
    pub undone: Option<MergeUndone>,
}

/// That accounts were parted again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeUndone {
    /// When.
    pub at: Timestamp,
    /// Who did it.
    pub by: Agent,
    /// Why.
    pub reason: String,
}

/// Why two accounts do not become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeRefusal {
    /// The other account may not be used.
    Blocked,
    /// The other account was given roles: they would be lost, or held by two.
    HasRoles,
    /// In the records of one institution the two are different people.
    TwoPeople,
}

/// What came of parting accounts again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UndoneMerge {
    /// They are two again.
    Undone(Box<AccountMerge>),
    /// There is no such merge.
    Unknown,
    /// It was undone before.
    Already,
    /// It is too long ago.
    Late,
    /// The account that stayed has gone into a third one since, which has to be undone first.
    MergedOn,
}

/// Who pairs a further identity.
#[derive(Clone, Copy)]
pub struct PairedBy<'a> {
    /// The account that somebody is signed in to.
    pub account: &'a Agent,
    /// What their session rests on.
    pub identity: Option<&'a SessionIdentity>,
    /// By which name two accounts become one, if that was agreed to.
    pub merge: Option<&'a MergeId>,
    /// Names the letters that tell of it; nobody is told without them.
    pub letters: Option<LetterNames<'a>>,
}

impl PairedBy<'_> {
    /// Who they are by what their session rests on.
    pub(crate) fn belonging(&self, now: Timestamp) -> Option<Belonging> {
        let identity = self.identity?;
        Belonging::of(&identity.provider, identity.place.as_ref()?, now)
    }
}

/// What goes over from one account to another.
pub(crate) struct Moving {
    pub merge: AccountMerge,
    before: Account,
    identities: Vec<(ProviderName, String, KnownIdentity)>,
    belongings: Vec<Belonging>,
}

impl Sessions {
    /// What would go over from `other` to `account`, with whom a provider names in its institution, if the two can become one.
    pub(crate) async fn moving(
        &self,
        by: &PairedBy<'_>,
        id: &MergeId,
        other: &Agent,
        recognised: Option<Belonging>,
        now: Timestamp,
    ) -> Result<Result<Moving, MergeRefusal>, SessionsError> {
        let account = by.account;
        let Some(before) = self.account(other).await?.filter(|known| known.state == AccountState::Active) else {
            return Ok(Err(MergeRefusal::Blocked));
        };
        if self.roles(other).await?.iter().any(|grant| grant.stands(now)) {
            return Ok(Err(MergeRefusal::HasRoles));
        }
        let identities = self.known_identities(other).await?;
        let mut belongings = self.belongings(other).await?;
        if let Some(named) = recognised {
            belongings.retain(|known| known.institution != named.institution);
            belongings.push(named);
        }
        let mut own = self.belongings(account).await?;
        own.extend(by.belonging(now));
        let differs = |other: &Belonging| {
            own.iter().any(|own| own.institution == other.institution && own.person != other.person)
        };
        if belongings.iter().any(differs) {
            return Ok(Err(MergeRefusal::TwoPeople));
        }
        // What both have stays with the one that stays, whatever comes later.
        belongings.retain(|other| !own.iter().any(|own| own.institution == other.institution));
        let merge = AccountMerge {
            id: id.clone(),
            account: account.clone(),
            merged: other.clone(),
            identities: identities.iter().map(|(provider, subject, _)| (provider.clone(), subject.clone())).collect(),
            institutions: belongings.iter().map(|belonging| belonging.institution.clone()).collect(),
            happened: now,
            undone: None,
        };
        Ok(Ok(Moving { merge, before, identities, belongings }))
    }

    /// Carries it over. `false` when an identity went elsewhere at the same moment: then nothing of it may stay.
    pub(crate) async fn merge_in(
        &self,
        transaction: &mut Transaction<'static, Any>,
        moving: &Moving,
    ) -> Result<bool, StoreError> {
        let Moving { merge, before, identities, belongings } = moving;
        for (provider, subject, known) in identities {
            if !self.move_identity(transaction, provider, subject, known, &merge.account).await? {
                return Ok(false);
            }
        }
        for belonging in belongings {
            self.end_belonging(transaction, &merge.merged, &belonging.institution).await?;
            self.put_belonging_in(transaction, &merge.account, belonging).await?;
        }
        let merged = Account { state: AccountState::Merged, changed: merge.happened, ..before.clone() };
        self.put_account_in(transaction, &merged).await?;
        end_all(transaction, &merge.merged).await?;
        sql!("account_merge_put")
            .bind_text(&merge.id)
            .bind(merge.account.as_str())
            .bind(merge.merged.as_str())
            .bind(merge.identities_text())
            .bind(merge.institutions_text())
            .bind_time(merge.happened)
            .bind(self.key.code(&merge.columns()))
            .run(&mut **transaction)
            .await?;
        Ok(true)
    }

    async fn move_identity(
        &self,
        transaction: &mut Transaction<'static, Any>,
        provider: &ProviderName,
        subject: &str,
        known: &KnownIdentity,
        to: &Agent,
    ) -> Result<bool, StoreError> {
        let moved = KnownIdentity { account: to.clone(), ..known.clone() };
        let done = sql!("identity_move")
            .bind(provider.as_str())
            .bind(subject)
            .bind(known.account.as_str())
            .bind(to.as_str())
            .bind(self.key.code(&moved.columns(provider, subject)))
            .run(&mut **transaction)
            .await?;
        Ok(done == 1)
    }

    /// Accounts that became one since `since`, the newest first, those that were parted again included.
    pub async fn merges(&self, since: Timestamp) -> Result<Vec<AccountMerge>, SessionsError> {
        let rows = sql!("account_merge_list").bind_time(since).rows(&self.pools.read).await?;
        rows.iter().map(|row| self.read_merge(row)).collect()
    }

    /// Parts accounts that became one. The sessions of both end.
    pub async fn undo_merge(
        &self,
        id: &MergeId,
        (by, reason): (&Agent, &str),
        letters: Option<LetterNames<'_>>,
        now: Timestamp,
    ) -> Result<UndoneMerge, SessionsError> {
        let row = sql!("account_merge_get").bind_text(id).row(&self.pools.read).await?;
        let Some(merge) = row.map(|row| self.read_merge(&row)).transpose()? else { return Ok(UndoneMerge::Unknown) };
        if merge.undone.is_some() {
            return Ok(UndoneMerge::Already);
        }
        if merge.happened.saturating_add(MERGE_UNDONE_WITHIN).is_ok_and(|end| end <= now) {
            return Ok(UndoneMerge::Late);
        }
        let accounts = (self.account(&merge.account).await?, self.account(&merge.merged).await?);
        let (Some(stayed), Some(gone)) = accounts else { return Ok(UndoneMerge::Unknown) };
        if stayed.state == AccountState::Merged {
            return Ok(UndoneMerge::MergedOn);
        }
        let mut identities = self.known_identities(&merge.account).await?;
        identities.retain(|(provider, subject, _)| merge.identities.contains(&(provider.clone(), subject.clone())));
        let mut belongings = self.belongings(&merge.account).await?;
        belongings.retain(|belonging| merge.institutions.contains(&belonging.institution));
        let told =
            self.letters_to([&merge.account, &merge.merged], AccountLetterKind::AccountsParted, letters, now).await?;
        let undone = MergeUndone { at: now, by: by.clone(), reason: reason.to_owned() };
        let undone = AccountMerge { undone: Some(undone), ..merge };
        let mut transaction = self.pools.begin().await?;
        let counted = self.note_undone(&mut transaction, &undone, reason, now).await?;
        if !counted {
            return Ok(UndoneMerge::Already);
        }
        for (provider, subject, known) in &identities {
            self.move_identity(&mut transaction, provider, subject, known, &undone.merged).await?;
        }
        for belonging in &belongings {
            self.end_belonging(&mut transaction, &undone.account, &belonging.institution).await?;
            self.put_belonging_in(&mut transaction, &undone.merged, belonging).await?;
        }
        let active = Account { state: AccountState::Active, changed: now, ..gone };
        self.put_account_in(&mut transaction, &active).await?;
        for account in [&undone.account, &undone.merged] {
            end_all(&mut transaction, account).await?;
        }
        put_letters(&mut transaction, &told).await?;
        commit(transaction).await?;
        Ok(UndoneMerge::Undone(Box::new(undone)))
    }

    /// A letter to each address of accounts; none without names.
    pub(crate) async fn letters_to(
        &self,
        accounts: impl IntoIterator<Item = &Agent>,
        kind: AccountLetterKind,
        names: Option<LetterNames<'_>>,
        at: Timestamp,
    ) -> Result<Vec<NewAccountLetter>, StoreError> {
        let Some(name) = names else { return Ok(Vec::new()) };
        let mut letters = Vec::new();
        for account in accounts {
            letters.extend(self.contacts(account).await?.into_iter().map(|contact| NewAccountLetter {
                id: name(),
                account: contact.account,
                provider: contact.provider,
                at_before: false,
                institution: None,
                kind,
                about: None,
                at,
            }));
        }
        Ok(letters)
    }

    async fn note_undone(
        &self,
        transaction: &mut Transaction<'static, Any>,
        merge: &AccountMerge,
        reason: &str,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let by = merge.undone.as_ref().map(|undone| undone.by.as_str().to_owned());
        let noted = sql!("account_merge_undo")
            .bind_text(&merge.id)
            .bind_time(now)
            .bind(by)
            .bind(reason)
            .bind(self.key.code(&merge.columns()))
            .run(&mut **transaction)
            .await?;
        Ok(noted == 1)
    }

    fn read_merge(&self, row: &Row) -> Result<AccountMerge, SessionsError> {
        let undone = match row.time_if("undone")? {
            None => None,
            Some(at) => Some(MergeUndone {
                at,
                by: row.code("undone_by", |by| Agent::new(by).ok())?,
                reason: row.text("reason")?,
            }),
        };
        let merge = AccountMerge {
            id: row.parse("id")?,
            account: row.code("account", |account| Agent::new(account).ok())?,
            merged: row.code("merged", |account| Agent::new(account).ok())?,
            identities: row.code("identities", read_identities)?,
            institutions: row.code("institutions", read_institutions)?,
            happened: row.time("happened")?,
            undone,
        };
        self.require(&merge.columns(), row, "account_merge")?;
        Ok(merge)
    }

    /// Whether what an answer with this state recognised has another account, which would become one with this.
    pub async fn would_merge(&self, state: &TokenDigest, account: &Agent) -> Result<bool, SessionsError> {
        let Some(row) = sql!("login_attempt_get").bind_text(state).row(&self.pools.read).await? else {
            return Ok(false);
        };
        let (attempt, _, recognised) = self.read_attempt(state, &row)?;
        let Some(recognised) = recognised else { return Ok(false) };
        let known = self.known_identity(&attempt.provider, &recognised.subject).await?;
        Ok(known.is_some_and(|known| known.account != *account))
    }
}

impl AccountMerge {
    /// One line for each: provider and subject.
    fn identities_text(&self) -> String {
        self.identities.iter().map(|(provider, subject)| format!("{provider} {subject}\n")).collect()
    }

    fn institutions_text(&self) -> String {
        self.institutions.iter().map(|institution| format!("{institution}\n")).collect()
    }

    fn columns(&self) -> Columns {
        Columns::of("account_merge")
            .text(self.id.to_string())
            .text(self.account.as_str())
            .text(self.merged.as_str())
            .text(self.identities_text())
            .text(self.institutions_text())
            .time(self.happened)
            .time_if(self.undone.as_ref().map(|undone| undone.at))
            .text_if(self.undone.as_ref().map(|undone| undone.by.as_str()))
            .text_if(self.undone.as_ref().map(|undone| undone.reason.as_str()))
    }
}

fn read_identities(text: &str) -> Option<Vec<(ProviderName, String)>> {
    let read = |line: &str| {
        let (provider, subject) = line.split_once(' ')?;
        Some((provider.parse().ok()?, subject.to_owned()))
    };
    text.lines().map(read).collect()
}

fn read_institutions(text: &str) -> Option<Vec<InstitutionId>> {
    text.lines().map(|line| line.parse().ok()).collect()
}
