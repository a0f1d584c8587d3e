//! Who answers for units and for a seal: by a role that was given to them, or by what their login provider said of them last.

use std::collections::{BTreeMap, HashSet};

use signet_access::{Actor, Role, UnitPlace};
use signet_record::{InstitutionId, PersonId, Timestamp};
use signet_registry::Agent;

use crate::account::AccountState;
use crate::account_contact::AccountContact;
use crate::cursor::PAGE_ROWS_MAX;
use crate::sessions::{Sessions, SessionsError};
use crate::statement::{Statement, sql};

impl Sessions {
    /// The accounts that answer for an institution's seal.
    pub async fn custodians(
        &self,
        institution: &InstitutionId,
        now: Timestamp,
    ) -> Result<HashSet<Agent>, SessionsError> {
        let holders =
            self.role_holders(institution, Role::SealCustodian, sql!("account_contact_custodians"), now).await?;
        Ok(holders.iter().map(|actor| actor.account().clone()).collect())
    }

    /// The people of an institution whose role of guarantor covers a unit, with what their accounts are called.
    pub async fn guarantors(
        &self,
        institution: &InstitutionId,
        place: &UnitPlace,
        now: Timestamp,
    ) -> Result<BTreeMap<PersonId, String>, SessionsError> {
        let holders = self.role_holders(institution, Role::Guarantor, sql!("account_contact_guarantors"), now).await?;
        let mut found = BTreeMap::new();
        for actor in holders.iter().filter(|actor| actor.scope().holds(Some(place))) {
            let Some(person) = actor.person() else { continue };
            let account = self.account(actor.account()).await?;
            if let Some(account) = account.filter(|account| account.state == AccountState::Active) {
                found.entry(person.clone()).or_insert(account.name);
            }
        }
        Ok(found)
    }

    /// Whoever holds a role at an institution now. `contacts`: where those are found whose providers may have said so.
    async fn role_holders(
        &self,
        institution: &InstitutionId,
        role: Role,
        contacts: Statement,
        now: Timestamp,
    ) -> Result<Vec<Actor>, SessionsError> {
        let mut actors = Vec::new();
        let mut after = None;
        loop {
            let page = self.roles_in(institution, after.as_ref(), PAGE_ROWS_MAX).await?;
            let standing = page.rows.iter().filter(|one| one.grant.stands(now));
            actors.extend(standing.filter_map(|one| one.grant.actor(&one.account)));
            match page.next {
                Some(next) => after = Some(next),
                None => break,
            }
        }
        for row in &contacts.bind(institution.as_str()).rows(&self.pools.read).await? {
            actors.extend(self.staff_of(&AccountContact::read(row)?, now).await?);
        }
        actors.retain(|actor| actor.role() == role && actor.institution() == Some(institution));
        Ok(actors)
    }
}
