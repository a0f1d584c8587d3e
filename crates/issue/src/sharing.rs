//! Shares are made and changed by their holder alone.

use signet_access::{Action, AnotherAct, Permit, Target};
use signet_share::{AccessCode, CodeHash, CodeKey, HashFailed, PassKey, Share};
use signet_store::{PutShareError, StoreError, Tenant};

use crate::issuer::Issuer;

/// Why a share was not made or changed.
#[derive(Debug, thiserror::Error)]
pub enum ShareError {
    /// The permit is for something else.
    #[error(transparent)]
    NotPermitted(#[from] AnotherAct),
    /// There is no such credential or share in this institution.
    #[error("there is no such credential or share")]
    Unknown,
    /// It could not be kept.
    #[error(transparent)]
    Put(#[from] PutShareError),
    /// The register failed.
    #[error(transparent)]
    Database(#[from] StoreError),
}

impl Issuer {
    /// Keeps a new share, under the digest of its link.
    ///
    /// # Errors
    /// When the permit is for another holder's shares, or the register fails.
    pub async fn put_share(&self, tenant: &Tenant, share: &Share, permit: Permit) -> Result<(), ShareError> {
        self.redeem_share(tenant, share, permit).await?;
        self.check_one_holder(tenant, share).await?;
        Ok(tenant.put_share(share, &self.link(share.id).lookup_digest()).await?)
    }

    /// Keeps what has changed of a share: its end, what it shows, whether it is withdrawn.
    ///
    /// # Errors
    /// When the permit is for another holder's shares, there is no such share, or the register fails.
    pub async fn change_share(&self, tenant: &Tenant, share: &Share, permit: Permit) -> Result<(), ShareError> {
        self.redeem_share(tenant, share, permit).await?;
        if tenant.change_share(share).await? { Ok(()) } else { Err(ShareError::Unknown) }
    }

    /// Keeps a share with another code, or none. What was tried before is forgotten.
    ///
    /// # Errors
    /// As [`Issuer::change_share`].
    pub async fn change_share_code(&self, tenant: &Tenant, share: &Share, permit: Permit) -> Result<(), ShareError> {
        self.change_share(tenant, share, permit).await?;
        Ok(tenant.forget_code_tries(&share.id).await?)
    }

    /// Lets a share listen to its code again that was closed by wrong ones.
    ///
    /// # Errors
    /// When the permit is for another holder's shares, or the register fails.
    pub async fn reopen_share(&self, tenant: &Tenant, share: &Share, permit: Permit) -> Result<(), ShareError> {
        self.redeem_share(tenant, share, permit).await?;
        Ok(tenant.forget_code_tries(&share.id).await?)
    }

    /// The hash of a new code, with a salt of its own. It takes its time.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn share_code_hash(&self, code: &AccessCode) -> Result<CodeHash, HashFailed> {
        CodeHash::of(code, &CodeKey::of(self.link_key()), &self.random().bytes())
    }

    /// Whether a code is the one that a share asks for. It takes its time.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn share_code_fits(&self, kept: &CodeHash, code: &AccessCode) -> Result<bool, HashFailed> {
        kept.fits(code, &CodeKey::of(self.link_key()))
    }

    /// What makes and reads the passes of browsers that were told a code.
    pub fn share_passes(&self) -> PassKey {
        PassKey::of(self.link_key())
    }

    /// What a share shows together is one person's: the permit was for that person's shares.
    async fn check_one_holder(&self, tenant: &Tenant, share: &Share) -> Result<(), ShareError> {
        let holder = tenant.credential(&share.credential).await?.ok_or(ShareError::Unknown)?.key.person;
        for item in &share.items {
            let credential = tenant.credential(item).await?.ok_or(ShareError::Unknown)?;
            if credential.key.person != holder {
                return Err(ShareError::Unknown);
            }
        }
        Ok(())
    }

    async fn redeem_share(&self, tenant: &Tenant, share: &Share, permit: Permit) -> Result<(), ShareError> {
        let credential = tenant.credential(&share.credential).await?.ok_or(ShareError::Unknown)?;
        let target = Target::Share { institution: tenant.id(), holder: &credential.key.person, open: true };
        permit.redeem(Action::ManageShare, &target)?;
        Ok(())
    }
}
