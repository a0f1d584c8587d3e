//! What a session rests on when it began by the word of a login provider.

use std::collections::BTreeSet;

use signet_access::{Actor, AssuranceLevel, ClaimedPlace, ProviderName, Role};
use signet_record::{InstitutionId, PersonId, Timestamp};
use signet_registry::Agent;

use crate::error::StoreError;
use crate::row_code::Columns;
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
    let actor = |role: &Role| Actor::within(account.clone(), place.institution.clone(), *role, place.person.clone());
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

/// Codes of roles, in their order, a space between them; empty for none.
pub(crate) fn role_codes(place: Option<&ClaimedPlace>) -> String {
    let roles = place.iter().flat_map(|place| &place.roles);
    roles.map(|role| role.code()).collect::<Vec<_>>().join(" ")
}

fn read_role_codes(text: &str) -> Option<BTreeSet<Role>> {
    text.split(' ').filter(|code| !code.is_empty()).map(Role::from_code).collect()
}
