//! Erase: what may be erased of a person goes, and each of their ledgers says so.

use signet_access::{Action, AnotherAct, Permit, Target};
use signet_record::PersonId;
use signet_registry::Scope;
use signet_store::{ErasePersonError, ErasedPerson, Tenant};

use crate::issuer::Issuer;

/// Why nothing was erased.
#[derive(Debug, thiserror::Error)]
pub enum EraseError {
    /// The permit is for something else.
    #[error(transparent)]
    NotPermitted(#[from] AnotherAct),
    /// There is no such person, or a ledger cannot be made longer.
    #[error(transparent)]
    Person(#[from] ErasePersonError),
}

impl Issuer {
    /// Erases a person's shares, looks, e-mail, logins and uploads; with [`Scope::Artefacts`] the sealed files too. The
    /// register entries stay, as the law requires.
    ///
    /// # Errors
    /// When there is no such person, or a ledger cannot be made longer; then nothing was erased.
    pub async fn erase(
        &self,
        tenant: &Tenant,
        person: &PersonId,
        scope: Scope,
        permit: Permit,
    ) -> Result<ErasedPerson, EraseError> {
        let target = Target::Credential { institution: tenant.id(), holder: person, guarantor: None, place: None };
        let by = permit.redeem(Action::EraseData, &target)?;
        let done = tenant.erase_person(person, scope, self.now(), &by).await?;
        tracing::info!(institution = %tenant.id(), credentials = done.credentials, "erased");
        Ok(done)
    }
}
