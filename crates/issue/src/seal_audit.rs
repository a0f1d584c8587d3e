//! A seal is stopped, or goes on, by leave of every institution it seals for.

use signet_access::{Action, AnotherAct, Permit, Target};
use signet_record::InstitutionId;
use signet_registry::Digest;
use signet_store::{SealStop, StoreError};

use crate::issuer::{Issuer, RegisteredInstitution};

/// Why a seal was not stopped, or does not go on.
#[derive(Debug, thiserror::Error)]
pub enum CustodyError {
    /// A permit is for something else.
    #[error(transparent)]
    NotPermitted(#[from] AnotherAct),
    /// A permit is missing, or of another account than the others.
    #[error("there is not one permit for each institution that the seal seals for")]
    Incomplete,
    /// What is kept of an institution cannot be read.
    #[error("the kept description cannot be read: {0}")]
    Kept(#[from] serde_json::Error),
    /// The register failed.
    #[error(transparent)]
    Database(#[from] StoreError),
}

impl Issuer {
    /// The institutions that one seal seals for, or with `None` all.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub async fn sealed_by(&self, certificate: Option<&Digest>) -> Result<Vec<InstitutionId>, CustodyError> {
        let body = certificate.and_then(|certificate| {
            let seal = self.sealers().iter().find(|seal| seal.signer().certificate() == *certificate);
            seal.map(|seal| seal.identity().organization_identifier.clone())
        });
        let mut concerned = Vec::new();
        for stored in self.store().operator().institutions().await? {
            let sealer = RegisteredInstitution::from_document(&stored.document)?.sealer_identifier();
            if certificate.is_none() || body.as_ref() == Some(&sealer) {
                concerned.push(stored.id);
            }
        }
        Ok(concerned)
    }

    /// Stops one seal or all, or lets them go on. `permits`: one to manage the seal of each institution concerned, in the order of
    /// [`Issuer::sealed_by`]; where there is none, one to manage institutions. What was said before is kept.
    ///
    /// # Errors
    /// When a permit is missing, or the register fails.
    pub async fn put_stop(
        &self,
        certificate: Option<Digest>,
        stopped: bool,
        reason: String,
        permits: Vec<Permit>,
    ) -> Result<(), CustodyError> {
        let concerned = self.sealed_by(certificate.as_ref()).await?;
        let mut acts: Vec<(Action, Target<'_>)> =
            concerned.iter().map(|institution| (Action::ManageSeal, Target::Institution(institution))).collect();
        if acts.is_empty() {
            acts.push((Action::ManageInstitutions, Target::Service));
        }
        if acts.len() != permits.len() {
            return Err(CustodyError::Incomplete);
        }
        let mut by = None;
        for ((action, target), permit) in acts.iter().zip(permits) {
            let account = permit.redeem(*action, target)?;
            if by.get_or_insert_with(|| account.clone()) != &account {
                return Err(CustodyError::Incomplete);
            }
        }
        let by = by.ok_or(CustodyError::Incomplete)?.to_string();
        let stop = SealStop { certificate, stopped, at: self.now(), by, reason };
        Ok(self.store().seal_audit().put_stop(&stop).await?)
    }
}
