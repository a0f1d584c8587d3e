//! What a session rests on when it began by the word of a login provider.

use std::collections::BTreeSet;

use signet_access::{Actor, AssuranceLevel, ClaimedPlace, ClaimedRole, ProviderName, Role};
use signet_record::{InstitutionId, PersonId, Timestamp};
use signet_registry::Agent;

use crate::error::StoreError;
use crate::row_code::Columns;
use crate::scope::{read_scope, scope_text};
use crate::statement::Row;
use crate::token_digest::TokenDigest;

/// What a session rests on when a provider vouched for whoever is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionIdentity {
    /// Which provider.
    pub provider: ProviderName,
    /// Digest of its own name for the session there.
    pub sid: Option<TokenDigest>,
    /// How strongly they were recognised.
    pub level: AssuranceLevel,
    /// When.
    pub authenticated: Timestamp,
    /// Who they are in the provider's institution, and in which roles. It stands as long as the session and is kept nowhere else: at the
    /// next sign-in it is asked anew.
    pub place: Option<ClaimedPlace>,
}

impl SessionIdentity {
    /// Whether the provider names somebody, and this is another person in the same institution.
    pub(crate) fn names_another(&self, actor: &Actor) -> bool {
        let Some(ClaimedPlace { institution, person: Some(named), .. }) = &self.place else { return false };
        actor.institution() == Some(institution) && actor.person().is_some_and(|person| person != named)
    }
}

/// What a session rests on, of a row in which both stand; its code is not checked yet.
pub(crate) fn read(row: &Row) -> Result<Option<SessionIdentity>, StoreError> {
    let Some(provider) = row.parse_if("provider")? else { return Ok(None) };
    let institution: Option<InstitutionId> = row.parse_if("at_institution")?;
    let person = row.parse_if("at_person")?;
    let roles = row.code("roles", read_role_codes)?;
    Ok(Some(SessionIdentity {
        provider,
        sid: row.parse_if("sid")?,
        level: row.code("level", AssuranceLevel::from_code)?,
        authenticated: row.time("authenticated")?,
        place: institution.map(|institution| ClaimedPlace { institution, person, roles }),
    }))
}

/// The roles of staff that somebody's place gives them.
pub(crate) fn staff(account: &Agent, place: &ClaimedPlace) -> Vec<Actor> {
    let actor = |claimed: &ClaimedRole| {
        let actor = Actor::within(account.clone(), place.institution.clone(), claimed.role, place.person.clone());
        actor?.narrowed(claimed.scope.clone())
    };
    place.roles.iter().filter_map(actor).collect()
}

/// The columns of its row that its code covers.
pub(crate) fn columns(digest: &str, identity: &SessionIdentity) -> Columns {
    let place = identity.place.as_ref();
    Columns::of("session_identity")
        .text(digest)
        .text(identity.provider.as_str())
        .text_if(identity.sid.map(|sid| sid.to_string()))
        .text(identity.level.code())
        .time(identity.authenticated)
        .text_if(place.map(|place| place.institution.as_str()))
        .text_if(place.and_then(|place| place.person.as_ref()).map(PersonId::as_str))
        .text(role_codes(place))
}

/// Codes of roles, in their order, a space between them, empty for none; where one is narrowed, all of them as JSON, each with its scope.
pub(crate) fn role_codes(place: Option<&ClaimedPlace>) -> String {
    let roles = || place.iter().flat_map(|place| &place.roles);
    if roles().all(|claimed| claimed.scope.is_whole()) {
        return roles().map(|claimed| claimed.role.code()).collect::<Vec<_>>().join(" ");
    }
    let with_scopes: Vec<_> = roles().map(|claimed| (claimed.role.code(), scope_text(&claimed.scope))).collect();
    serde_json::json!(with_scopes).to_string()
}

pub(crate) fn read_role_codes(text: &str) -> Option<BTreeSet<ClaimedRole>> {
    if text.starts_with('[') {
        let with_scopes: Vec<(String, String)> = serde_json::from_str(text).ok()?;
        let read = |(role, scope): &(String, String)| {
            Some(ClaimedRole { role: Role::from_code(role)?, scope: read_scope(scope)? })
        };
        return with_scopes.iter().map(read).collect();
    }
    let codes = text.split(' ').filter(|code| !code.is_empty());
    codes.map(|code| Role::from_code(code).map(ClaimedRole::of)).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use signet_access::RoleScope;

    use super::*;

    #[test]
    fn roles_are_read_as_they_were_written_narrowed_or_not() {
        let narrowed = RoleScope::Units(["uvod".parse().unwrap()].into());
        let registrar = ClaimedRole { role: Role::Registrar, scope: narrowed };
        let sets: [BTreeSet<ClaimedRole>; 3] = [
            BTreeSet::new(),
            [ClaimedRole::of(Role::Guarantor), ClaimedRole::of(Role::Registrar)].into(),
            [ClaimedRole::of(Role::Guarantor), registrar].into(),
        ];
        let written = sets.clone().map(|roles| {
            let place = ClaimedPlace { institution: "lhota".parse().unwrap(), person: None, roles };
            role_codes(Some(&place))
        });
        // What was written before roles could be narrowed is read as before.
        assert_eq!((written[0].as_str(), written[1].as_str()), ("", "guarantor registrar"));
        for (roles, text) in sets.into_iter().zip(&written) {
            assert_eq!(read_role_codes(text), Some(roles), "{text}");
        }
    }
}
