//! Where accounts are written to: as their login providers said at the last sign-in. It gives nobody a right.

use signet_access::{Actor, AssuranceLevel, ClaimedPlace, ProviderName, Role};
use signet_record::{Email, InstitutionId, Language, PersonId, Timestamp};
use signet_registry::Agent;

use crate::account_letter::{AccountLetterKind, AddressCode, NewAccountLetter, put_letters};
use crate::error::StoreError;
use crate::grant::RoleGrant;
use crate::session_identity::{SessionIdentity, read_role_codes, role_codes};
use crate::sessions::{Sessions, SessionsError};
use crate::statement::{Row, Statement, commit, sql};

/// Days for which the address of an account is kept that nobody signs in to.
pub const CONTACT_DAYS_MAX: i64 = 730;

/// Where an account is written to, by one of its providers.
#[derive(Clone, PartialEq, Eq)]
pub struct AccountContact {
    /// Whose.
    pub account: Agent,
    /// Who says so.
    pub provider: ProviderName,
    /// The address.
    pub email: Option<Email>,
    /// The one that was said before.
    pub email_before: Option<Email>,
    /// The language of their pages.
    pub language: Language,
    /// Who they are in the provider's institution, and in which roles, by its word at the last sign-in.
    pub place: Option<ClaimedPlace>,
    /// When that was.
    pub seen: Timestamp,
    /// When it is looked at next what work waits for them; of those who work nowhere never.
    pub digest_due: Option<Timestamp>,
    /// The address that takes no letters; another one does, for all that is known.
    pub refused: Option<AddressCode>,
}

/// Names no one.
impl std::fmt::Debug for AccountContact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "AccountContact({}, {})", self.account, self.provider)
    }
}

impl AccountContact {
    pub(crate) fn read(row: &Row) -> Result<AccountContact, StoreError> {
        let email = |text: &str| Email::new(text).ok();
        let institution: Option<InstitutionId> = row.parse_if("institution")?;
        let person: Option<PersonId> = row.parse_if("person")?;
        let roles = row.code("roles", read_role_codes)?;
        Ok(AccountContact {
            account: row.code("account", |account| Agent::new(account).ok())?,
            provider: row.parse("provider")?,
            email: row.code_if("email", email)?,
            email_before: row.code_if("email_before", email)?,
            language: row.language("language")?,
            place: institution.map(|institution| ClaimedPlace { institution, person, roles }),
            seen: row.time("seen")?,
            digest_due: row.time_if("digest_due")?,
            refused: row.code_if("refused", AddressCode::read)?,
        })
    }

    /// As whom they would act if they signed in by this provider now.
    fn identity(&self) -> SessionIdentity {
        SessionIdentity {
            provider: self.provider.clone(),
            sid: None,
            level: AssuranceLevel::Single,
            authenticated: self.seen,
            place: self.place.clone(),
        }
    }

    fn put(&self) -> Statement {
        let place = self.place.as_ref();
        sql!("account_contact_put")
            .bind(self.account.as_str().to_owned())
            .bind(self.provider.as_str().to_owned())
            .bind(self.email.as_ref().map(ToString::to_string))
            .bind(self.language.code())
            .bind(place.map(|place| place.institution.as_str().to_owned()))
            .bind(place.and_then(|place| Some(place.person.as_ref()?.as_str().to_owned())))
            .bind(role_codes(place))
            .bind_time(self.seen)
            .bind_time_if(self.digest_due)
    }
}

impl Sessions {
    /// Notes where an account is written to from now on, with the letters that tell of it.
    pub async fn put_contact(&self, contact: &AccountContact, letters: &[NewAccountLetter]) -> Result<(), StoreError> {
        let mut transaction = self.pools.begin().await?;
        contact.put().run(&mut *transaction).await?;
        put_letters(&mut transaction, letters).await?;
        commit(transaction).await
    }

    /// Where an account is written to, the provider of its last sign-in first.
    pub async fn contacts(&self, account: &Agent) -> Result<Vec<AccountContact>, StoreError> {
        let rows = sql!("account_contact_list").bind(account.as_str()).rows(&self.pools.read).await?;
        rows.iter().map(AccountContact::read).collect()
    }

    /// Where an account is written to by one of its providers.
    pub async fn contact(
        &self,
        account: &Agent,
        provider: &ProviderName,
    ) -> Result<Option<AccountContact>, StoreError> {
        let row = sql!("account_contact_get").bind(account.as_str()).bind(provider.as_str());
        row.row(&self.pools.read).await?.as_ref().map(AccountContact::read).transpose()
    }

    /// Whoever has waited for longest for somebody to look what work waits for them.
    pub async fn due_digest(&self, now: Timestamp) -> Result<Option<AccountContact>, StoreError> {
        let row = sql!("account_contact_due").bind_time(now).row(&self.pools.read).await?;
        row.as_ref().map(AccountContact::read).transpose()
    }

    /// Writes the letters about somebody's work down, and when it is looked at next. `false`, and nothing is written, when somebody else did.
    pub async fn put_digest(
        &self,
        contact: &AccountContact,
        next: Option<Timestamp>,
        letters: &[NewAccountLetter],
    ) -> Result<bool, StoreError> {
        let mut transaction = self.pools.begin().await?;
        let noted = sql!("account_contact_digested")
            .bind(contact.account.as_str())
            .bind(contact.provider.as_str())
            .bind_time_if(contact.digest_due)
            .bind_time_if(next)
            .run(&mut *transaction)
            .await?;
        if noted == 0 {
            return Ok(false);
        }
        put_letters(&mut transaction, letters).await?;
        commit(transaction).await?;
        Ok(true)
    }

    /// Where whoever a provider says is a person of an institution is written to, whoever signed in last first.
    pub async fn contacts_of_person(
        &self,
        institution: &InstitutionId,
        person: &PersonId,
    ) -> Result<Vec<AccountContact>, StoreError> {
        let asked = sql!("account_contact_of_person").bind(institution.as_str()).bind(person.as_str());
        asked.rows(&self.pools.read).await?.iter().map(AccountContact::read).collect()
    }

    /// Whoever uses an account says that its address takes letters again.
    pub async fn accept_address(&self, account: &Agent, provider: &ProviderName) -> Result<(), StoreError> {
        let accept = sql!("account_contact_accept").bind(account.as_str()).bind(provider.as_str());
        accept.run(self.pools.write()).await?;
        Ok(())
    }

    /// The roles that were given to an account and stand now, as far as its provider's last word goes.
    pub async fn given_roles(&self, contact: &AccountContact, now: Timestamp) -> Result<Vec<RoleGrant>, SessionsError> {
        self.standing_roles(&contact.account, Some(&contact.identity()), now).await
    }

    /// As what an account works at institutions now, as far as its provider's last word goes.
    pub async fn staff_of(&self, contact: &AccountContact, now: Timestamp) -> Result<Vec<Actor>, SessionsError> {
        let mut actors = self.actors(&contact.account, &contact.identity(), now).await?;
        actors.retain(|actor| actor.role().is_staff() && actor.role() != Role::Operator);
        Ok(actors)
    }

    /// Somebody does not want a kind of letter any more, or wants it again.
    pub async fn choose_letters(
        &self,
        account: &Agent,
        kind: AccountLetterKind,
        wanted: bool,
    ) -> Result<(), StoreError> {
        let statement = match wanted {
            true => sql!("letter_refusal_end").bind(account.as_str()).bind(kind.code()),
            false => sql!("letter_refusal_put").bind(account.as_str()).bind(kind.code()),
        };
        statement.run(self.pools.write()).await?;
        Ok(())
    }

    /// The kinds that an account does not want. What is not optional is sent all the same.
    pub async fn refused_letters(&self, account: &Agent) -> Result<Vec<AccountLetterKind>, StoreError> {
        let rows = sql!("letter_refusal_list").bind(account.as_str()).rows(&self.pools.read).await?;
        rows.iter().map(|row| row.code("kind", AccountLetterKind::from_code)).collect()
    }
}
