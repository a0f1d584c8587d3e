//! A holder among their own: in every institution whose records know them, under one sign-in.

use signet_access::{Action, Actor, Permit, Role, Target};
use signet_record::{CredentialId, PersonId};
use signet_store::{StoredCredential, Tenant};

use crate::{
    page_error::PageError,
    public::role::actors,
    request_context::{RequestContext, permit},
    site::AppState,
};

/// A holder among their own in one institution.
pub struct HolderScope {
    /// The rows of that institution.
    pub tenant: Tenant,
    /// Who they are there.
    pub person: PersonId,
    /// What rights are decided on.
    pub actor: Actor,
}

impl HolderScope {
    fn of(site: &AppState, actor: &Actor) -> Option<HolderScope> {
        match (actor.role(), actor.institution(), actor.person()) {
            (Role::Holder, Some(institution), Some(person)) => Some(HolderScope {
                tenant: site.store().tenant(institution),
                person: person.clone(),
                actor: actor.clone(),
            }),
            _ => None,
        }
    }

    /// Asks about a credential, or its shares.
    pub fn ask(&self, credential: &StoredCredential, action: Action) -> Result<Permit, PageError> {
        let (institution, holder) = (self.tenant.id(), &credential.key.person);
        let target = match action {
            Action::ManageShare | Action::ViewLooks => Target::Share { institution, holder, open: true },
            _ => Target::Credential { institution, holder, guarantor: None, place: None },
        };
        permit(&self.actor, action, &target)
    }
}

/// The holder who is signed in, first in the institution of the session, then in the others that know them.
///
/// # Errors
/// When nobody is signed in, or it is not a holder.
pub async fn scopes(site: &AppState, context: &RequestContext) -> Result<Vec<HolderScope>, PageError> {
    let session = &context.require_session()?.session;
    let first = HolderScope::of(site, &session.actor).ok_or(PageError::Forbidden)?;
    let others = actors(site, session).await?.into_iter().filter(|actor| !actor.is_same(&session.actor));
    // However they were recognised, it was once for all of them.
    let recognised = others.map(|actor| match session.actor.assurance() {
        Some(assurance) => actor.recognised(assurance),
        None => actor,
    });
    let others = recognised.filter_map(|actor| HolderScope::of(site, &actor));
    Ok(std::iter::once(first).chain(others).collect())
}

/// The holder's own credential of an address, and leave to do one thing to it.
///
/// # Errors
/// When nobody is signed in, or it is not theirs: both to a stranger's eyes the same as not there.
pub async fn own(
    site: &AppState,
    context: &RequestContext,
    id: &str,
    action: Action,
) -> Result<(HolderScope, StoredCredential, Permit), PageError> {
    let actor = &context.require_session()?.session.actor;
    let here = HolderScope::of(site, actor).ok_or(PageError::Forbidden)?;
    let id: CredentialId = id.parse().map_err(|_| PageError::NotFound)?;
    if let Some(credential) = here.tenant.credential(&id).await? {
        let permit = here.ask(&credential, action)?;
        return Ok((here, credential, permit));
    }
    for scope in scopes(site, context).await?.into_iter().skip(1) {
        if let Some(credential) = scope.tenant.credential(&id).await? {
            let permit = scope.ask(&credential, action)?;
            return Ok((scope, credential, permit));
        }
    }
    Err(PageError::NotFound)
}
