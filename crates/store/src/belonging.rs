//! Who an account is in an institution's records, as its provider said: so that whoever has left gets to their own by another identity of theirs.

use signet_access::{Actor, ClaimedPlace, ProviderName};
use signet_record::{InstitutionId, PersonId, Timestamp};
use signet_registry::Agent;
use sqlx::{Any, Transaction};

use crate::error::StoreError;
use crate::row_code::Columns;
use crate::sessions::{Sessions, SessionsError};
use crate::statement::{Row, Statement, sql};

/// Somebody in an institution's records.
#[derive(Clone)]
pub(crate) struct Belonging {
    pub institution: InstitutionId,
    pub person: PersonId,
    pub provider: ProviderName,
    pub since: Timestamp,
}

impl Belonging {
    /// Whom a provider names in its institution, if it names anybody.
    pub fn of(provider: &ProviderName, place: &ClaimedPlace, since: Timestamp) -> Option<Self> {
        let (institution, person) = (place.institution.clone(), place.person.clone()?);
        Some(Belonging { institution, person, provider: provider.clone(), since })
    }

    fn columns(&self, account: &Agent) -> Columns {
        Columns::of("belonging")
            .text(account.as_str())
            .text(self.institution.as_str())
            .text(self.person.as_str())
            .text(self.provider.as_str())
            .time(self.since)
    }
}

impl Sessions {
    /// Notes who an account is by a provider's word, if the provider says it.
    pub async fn put_belonging(
        &self,
        account: &Agent,
        provider: &ProviderName,
        place: &ClaimedPlace,
        now: Timestamp,
    ) -> Result<(), SessionsError> {
        let Some(belonging) = Belonging::of(provider, place, now) else { return Ok(()) };
        self.belonging_statement(account, &belonging).run(self.pools.write()).await?;
        Ok(())
    }

    pub(crate) async fn put_belonging_in(
        &self,
        transaction: &mut Transaction<'static, Any>,
        account: &Agent,
        belonging: &Belonging,
    ) -> Result<(), StoreError> {
        self.belonging_statement(account, belonging).run(&mut **transaction).await?;
        Ok(())
    }

    fn belonging_statement(&self, account: &Agent, belonging: &Belonging) -> Statement {
        sql!("belonging_put")
            .bind(account.as_str().to_owned())
            .bind(belonging.institution.as_str().to_owned())
            .bind(belonging.person.as_str().to_owned())
            .bind(belonging.provider.as_str().to_owned())
            .bind_time(belonging.since)
            .bind(self.key.code(&belonging.columns(account)))
    }

    pub(crate) async fn end_belonging(
        &self,
        transaction: &mut Transaction<'static, Any>,
        account: &Agent,
        institution: &InstitutionId,
    ) -> Result<(), StoreError> {
        sql!("belonging_end").bind(account.as_str()).bind(institution.as_str()).run(&mut **transaction).await?;
        Ok(())
    }

    /// Who an account is, institution by institution.
    pub(crate) async fn belongings(&self, account: &Agent) -> Result<Vec<Belonging>, SessionsError> {
        let rows = sql!("belonging_list").bind(account.as_str()).rows(&self.pools.read).await?;
        rows.iter().map(|row| self.read_belonging(account, row)).collect()
    }

    /// As whom an account finds its own: a holder in each institution that knows them. It gives no role of staff.
    pub(crate) async fn belongs(&self, account: &Agent) -> Result<Vec<Actor>, SessionsError> {
        let mut holders = Vec::new();
        for Belonging { institution, person, .. } in self.belongings(account).await? {
            let known =
                sql!("person_get").bind(institution.as_str()).bind(person.as_str()).row(&self.pools.read).await?;
            if known.is_some() {
                holders.push(Actor::holder(account.clone(), institution, person));
            }
        }
        Ok(holders)
    }

    fn read_belonging(&self, account: &Agent, row: &Row) -> Result<Belonging, SessionsError> {
        let belonging = Belonging {
            institution: row.parse("institution")?,
            person: row.parse("person")?,
            provider: row.parse("provider")?,
            since: row.time("since")?,
        };
        self.require(&belonging.columns(account), row, "belonging")?;
        Ok(belonging)
    }
}
