//! Who may answer for units: by a role that was given to them, or by what their login provider said of them last.

use std::collections::BTreeMap;

use signet_access::{Actor, Role, UnitPlace};
use signet_record::{InstitutionId, PersonId, Timestamp};

use crate::account_contact::AccountContact;
use crate::cursor::PAGE_ROWS_MAX;
use crate::sessions::{Sessions, SessionsError};
use crate::statement::sql;

impl Sessions {
    /// The people of an institution whose role of guarantor covers a unit, with what their accounts are called.
    pub async fn guarantors(
        &self,
        institution: &InstitutionId,
        place: &UnitPlace,
        now: Timestamp,
    ) -> Result<BTreeMap<PersonId, String>, SessionsError> {
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
        for row in &sql!("account_contact_guarantors").bind(institution.as_str()).rows(&self.pools.read).await? {
            actors.extend(self.staff_of(&AccountContact::read(row)?, now).await?);
        }
        let mut found = BTreeMap::new();
        for actor in actors.iter().filter(|actor| is_guarantor_of(actor, institution, place)) {
            let Some(person) = actor.person() else { continue };
            let account = self.account(actor.account()).await?;
            if let Some(account) = account.filter(|account| account.state == crate::account::AccountState::Active) {
                found.entry(person.clone()).or_insert(account.name);
            }
        }
        Ok(found)
    }
}

fn is_guarantor_of(actor: &Actor, institution: &InstitutionId, place: &UnitPlace) -> bool {
    actor.role() == Role::Guarantor && actor.institution() == Some(institution) && actor.scope().holds(Some(place))
}
