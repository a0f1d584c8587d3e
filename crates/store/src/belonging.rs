//! Who an account is in an institution's records, as its provider said: so that whoever has left gets to their own by another identity of theirs.

use signet_access::{Actor, ClaimedPlace, ProviderName};
use signet_record::{InstitutionId, PersonId, Timestamp};
use signet_registry::Agent;

use crate::row_code::Columns;
use crate::sessions::{Sessions, SessionsError};
use crate::statement::{Row, sql};

/// Somebody in an institution's records.
struct Belonging {
    institution: InstitutionId,
    person: PersonId,
    provider: ProviderName,
    since: Timestamp,
}

impl Belonging {
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
        let Some(person) = &place.person else { return Ok(()) };
        let belonging = Belonging {
            institution: place.institution.clone(),
            person: person.clone(),
            provider: provider.clone(),
            since: now,
        };
        sql!("belonging_put")
            .bind(account.as_str())
            .bind(belonging.institution.as_str())
            .bind(belonging.person.as_str())
            .bind(belonging.provider.as_str())
            .bind_time(belonging.since)
            .bind(self.key.code(&belonging.columns(account)))
            .run(self.pools.write())
            .await?;
        Ok(())
    }

    /// As whom an account finds its own: a holder in each institution that knows them. It gives no role of staff.
    pub(crate) async fn belongs(&self, account: &Agent) -> Result<Vec<Actor>, SessionsError> {
        let rows = sql!("belonging_list").bind(account.as_str()).rows(&self.pools.read).await?;
        let mut holders = Vec::with_capacity(rows.len());
        for row in &rows {
            let belonging = self.read_belonging(account, row)?;
            let (institution, person) = (belonging.institution, belonging.person);
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
