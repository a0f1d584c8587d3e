//! Revoke: it no longer holds, since when, and why. Public, and for ever.

use signet_access::{Action, AnotherAct, Permit, UnitPlace};
use signet_record::{CredentialId, InstitutionId};
use signet_registry::{Event, Refused, Revoked};
use signet_store::{AppendError, HistoryError, NoticeKind, StoreError, StoredCredential, Tenant};

use crate::{admit::credential_of, issuer::Issuer};

/// Why nothing was revoked.
#[derive(Debug, thiserror::Error)]
pub enum RevokeError {
    /// There is no such credential in this institution.
    #[error("there is no such credential")]
    Unknown,
    /// The permit is for something else.
    #[error(transparent)]
    NotPermitted(#[from] AnotherAct),
    /// The register cannot be read.
    #[error(transparent)]
    Database(#[from] StoreError),
    /// The ledger does not allow it: it was revoked already, say.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The ledger cannot be read.
    #[error(transparent)]
    History(#[from] HistoryError),
    /// The ledger could not be made longer.
    #[error(transparent)]
    Append(#[from] AppendError),
}

impl Issuer {
    /// Revokes a credential. Pages and status lists of this node say so at once, those of others within a minute.
    ///
    /// # Errors
    /// When there is nothing to revoke.
    pub async fn revoke(
        &self,
        tenant: &Tenant,
        id: CredentialId,
        revoked: Revoked,
        permit: Permit,
    ) -> Result<(), RevokeError> {
        let known = tenant.credential(&id).await?.ok_or(RevokeError::Unknown)?;
        let place = tenant.unit_place(&known.key.unit).await?;
        self.revoke_known(tenant, (&known, &place), revoked, permit).await
    }

    /// The same, of a credential that was read, and of which it is known where its unit stands.
    pub(crate) async fn revoke_known(
        &self,
        tenant: &Tenant,
        (known, place): (&StoredCredential, &UnitPlace),
        revoked: Revoked,
        permit: Permit,
    ) -> Result<(), RevokeError> {
        let id = known.id;
        let target = credential_of(tenant, &known.key.person, place);
        let by = permit.redeem(Action::RevokeCredential, &target)?;
        let history = tenant.history(&id).await?.ok_or(RevokeError::Unknown)?;
        let entry = history.state.next(Event::Revoked(revoked), self.now(), by)?;
        tenant.append_telling(&entry, self.notice(NoticeKind::Revoked, id).as_ref()).await?;
        tracing::info!(credential = %id, "revoked");
        self.forget_published(tenant.id());
        Ok(())
    }

    pub(crate) fn forget_published(&self, institution: &InstitutionId) {
        let prefix = format!("{institution}/");
        if let Ok(mut published) = self.inner.published.lock() {
            published.retain(|key, _| !key.starts_with(&prefix));
        }
    }
}
