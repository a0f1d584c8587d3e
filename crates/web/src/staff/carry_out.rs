//! Revoking several credentials: who may, and the act itself, one credential after another.

use signet_access::{Action, Actor, Denial};
use signet_store::{RevocationId, Tenant};

use crate::{
    page_error::PageError,
    request_context::{RequestContext, Staff},
    site::AppState,
};

/// Somebody of an institution whose role may revoke; each credential is asked about by itself.
///
/// # Errors
/// When nobody is signed in, or theirs may not.
pub fn may_revoke<'v>(site: &AppState, context: &'v RequestContext) -> Result<Staff<'v>, PageError> {
    let staff = context.staff(site, Action::SearchRegister)?;
    if context.may(Action::RevokeCredential) {
        Ok(staff)
    } else {
        Err(PageError::Denied(Action::RevokeCredential, Denial::Role))
    }
}

/// Carries a proposal out, on its own, so that a closed window does not stop it half-way; each act asks for its own permit.
///
/// # Errors
/// When the register fails.
pub async fn carry_out(site: AppState, tenant: Tenant, id: RevocationId, actor: Actor) -> Result<(), PageError> {
    let work = tokio::spawn(async move {
        let done = site.issuer.carry_out_revocations(&tenant, &id, &[actor]).await;
        site.fetcher.forget();
        done
    });
    Ok(work.await??)
}
