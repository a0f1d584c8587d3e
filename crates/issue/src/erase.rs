//! Erase: what may be erased of a person goes, and each of their ledgers says so.

use signet_record::PersonId;
use signet_registry::{Agent, Scope};
use signet_store::{ErasePersonError, ErasedPerson, Tenant};

use crate::issuer::Issuer;

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
        by: Agent,
    ) -> Result<ErasedPerson, ErasePersonError> {
        let done = tenant.erase_person(person, scope, self.now(), &by).await?;
        tracing::info!(institution = %tenant.id(), credentials = done.credentials, "erased");
        Ok(done)
    }
}
