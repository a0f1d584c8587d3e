//! Telling whoever has a role that they were given it, and that it ends soon.

use std::collections::BTreeSet;

use signet_access::Role;
use signet_lang::when::day_in_prague;
use signet_record::{Date, InstitutionId, Timestamp};
use signet_store::{
    AccountContact, AccountLetterKind, GrantEvent, NewAccountLetter, RoleGrant, SessionsError, StoreError,
};

use crate::{issuer::Issuer, letter::account::AccountTold};

/// So many days before its end the holder of a role is told of it.
const DAYS_BEFORE: [i32; 2] = [30, 7];

/// The last day on which a role stands: it ends at an instant.
fn last_day(ends: Timestamp) -> Date {
    day_in_prague(ends - std::time::Duration::from_millis(1))
}

/// Whether somebody is told, on one of the days from the first to before the second, that a role of theirs ends.
fn is_told(ends: Timestamp, (from, to): (Date, Date)) -> bool {
    let days_left = |day: Date| (last_day(ends) - day).get_days();
    DAYS_BEFORE.into_iter().any(|before| days_left(from) >= before && days_left(to) < before)
}

impl Issuer {
    /// The letters that tell of a role: to whoever an institution's own provider says is the person, else to the account.
    pub(crate) async fn letters_of_grant(&self, given: &GrantEvent) -> Result<Vec<NewAccountLetter>, StoreError> {
        let Some(institution) = given.institution.as_ref().filter(|_| self.tells_holders()) else {
            return Ok(Vec::new());
        };
        let sessions = self.sessions();
        let mut contacts = match &given.person {
            Some(person) => sessions.contacts_of_person(institution, person).await?,
            None => Vec::new(),
        };
        contacts.extend(sessions.contacts(&given.account).await?);
        let (mut told, mut letters) = (BTreeSet::new(), Vec::new());
        for contact in contacts {
            if self.refused_address(&contact).await?.is_none() && told.insert(contact.account.to_string()) {
                letters.push(self.letter_of_role(AccountLetterKind::RoleGiven, &contact, (institution, given.role)));
            }
        }
        Ok(letters)
    }

    /// The letters that tell of roles which end soon, written on one of the days from the first to before the second.
    pub(crate) async fn letters_of_ends(
        &self,
        contact: &AccountContact,
        days: (Date, Date),
    ) -> Result<Vec<NewAccountLetter>, SessionsError> {
        let given = self.sessions().given_roles(contact, self.now()).await?;
        let soon = given.iter().filter(|grant| grant.ends.is_some_and(|ends| is_told(ends, days)));
        let letter = |grant: &RoleGrant| {
            let institution = grant.institution.as_ref()?;
            Some(self.letter_of_role(AccountLetterKind::RoleEnds, contact, (institution, grant.role)))
        };
        Ok(soon.filter_map(letter).collect())
    }

    fn letter_of_role(
        &self,
        kind: AccountLetterKind,
        contact: &AccountContact,
        (institution, role): (&InstitutionId, Role),
    ) -> NewAccountLetter {
        let letter = self.account_letter(kind, &contact.account, &contact.provider);
        NewAccountLetter { institution: Some(institution.clone()), about: Some(role.code().to_owned()), ..letter }
    }

    /// What a letter about a role tells of it as it stands; nothing where it stands no longer, or does not end soon any more.
    pub(crate) async fn told_of_role(
        &self,
        contact: &AccountContact,
        (institution, role): (&InstitutionId, Role),
        kind: AccountLetterKind,
    ) -> Result<Option<AccountTold>, SessionsError> {
        let given = self.sessions().given_roles(contact, self.now()).await?;
        let of_it = |grant: &&RoleGrant| grant.role == role && grant.institution.as_ref() == Some(institution);
        let Some(grant) = given.iter().find(of_it) else { return Ok(None) };
        let last = grant.ends.map(last_day);
        let [longest, _] = DAYS_BEFORE;
        let is_far = last.is_none_or(|last| (last - self.today()).get_days() > longest);
        let is_so = kind == AccountLetterKind::RoleGiven || !is_far;
        Ok(is_so.then_some(AccountTold::Role { kind, role, last }))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_end_is_told_a_month_and_a_week_before_and_once_each() {
        // Over at midnight in Prague: the last day is the 31st of January.
        let ends: Timestamp = "2027-01-31T23:00:00Z".parse().unwrap();
        assert_eq!(last_day(ends), Date::constant(2027, 1, 31));
        let mut told = Vec::new();
        let mut day = Date::constant(2026, 12, 1);
        while day < Date::constant(2027, 2, 3) {
            let next = day.tomorrow().unwrap();
            if is_told(ends, (day, next)) {
                told.push(day);
            }
            day = next;
        }
        assert_eq!(told, [Date::constant(2027, 1, 1), Date::constant(2027, 1, 24)]);
        // Whoever did not look for a while is told of it then, and once.
        assert!(is_told(ends, (Date::constant(2026, 12, 30), Date::constant(2027, 1, 28))));
        assert!(!is_told(ends, (Date::constant(2027, 1, 2), Date::constant(2027, 1, 24))));
    }
}
