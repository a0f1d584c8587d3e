//! Institutions and units of learning come into the register.

use signet_access::{Action, AnotherAct, Permit, Target, UnitPlace};
use signet_record::{Unit, UnitId};
use signet_store::{PutUnitError, StoreError, Tenant};

use crate::issuer::{Issuer, RegisteredInstitution};

/// Why nothing was brought in.
#[derive(Debug, thiserror::Error)]
pub enum DescribeError {
    /// The permit is for something else.
    #[error(transparent)]
    NotPermitted(#[from] AnotherAct),
    /// The unit is there in another text.
    #[error(transparent)]
    Unit(#[from] PutUnitError),
    /// The unit is written, endorsed and approved here: its versions are not brought in as files.
    #[error("unit `{0}` has a ledger, and gets its versions by approval")]
    HasLedger(UnitId),
    /// What is kept cannot be written as JSON.
    #[error(transparent)]
    Document(#[from] serde_json::Error),
    /// The register failed.
    #[error(transparent)]
    Database(#[from] StoreError),
}

impl Issuer {
    /// Whether this very version of a unit is in the register: then there is nothing to do, and nothing to permit.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub async fn has_unit(&self, tenant: &Tenant, unit: &Unit) -> Result<bool, DescribeError> {
        let document = serde_json::to_string(unit)?;
        let kept = tenant.unit(&unit.id, unit.version).await?;
        Ok(kept.is_some_and(|kept| kept.document == document))
    }

    /// Keeps a version of a unit, from then on ready for issue: so it takes leave to describe it and leave to approve it.
    ///
    /// # Errors
    /// When this version is there in another text, or the unit has a ledger: then a new version has to be approved in it.
    pub async fn put_unit(
        &self,
        tenant: &Tenant,
        unit: &Unit,
        edit: Permit,
        approve: Permit,
    ) -> Result<(), DescribeError> {
        let place = UnitPlace::of(unit);
        let target = Target::Unit { institution: tenant.id(), guarantor: None, place: Some(&place) };
        edit.redeem(Action::EditUnit, &target)?;
        approve.redeem(Action::ApproveUnit, &target)?;
        let document = serde_json::to_string(unit)?;
        // One that is there already is compared below.
        if tenant.unit(&unit.id, unit.version).await?.is_none() && tenant.unit_draft(&unit.id).await?.is_some() {
            return Err(DescribeError::HasLedger(unit.id.clone()));
        }
        tenant.put_unit(&unit.id, unit.version, &unit.title, &document, self.now()).await?;
        self.forget_catalogue();
        Ok(())
    }

    /// What has to be permitted for an institution to be kept as described: founding it, changing it, or nothing.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub async fn institution_change(
        &self,
        registered: &RegisteredInstitution,
    ) -> Result<Option<Action>, DescribeError> {
        let document = registered.to_document()?;
        let kept = self.store().tenant(&registered.institution.id).institution().await?;
        Ok(match kept {
            None => Some(Action::ManageInstitutions),
            Some(kept) if kept.document == document => None,
            Some(_) => Some(Action::ManageInstitution),
        })
    }

    /// Keeps an institution.
    ///
    /// # Errors
    /// When the permit is for something else, or the register fails.
    pub async fn put_institution(
        &self,
        registered: &RegisteredInstitution,
        permit: Permit,
    ) -> Result<(), DescribeError> {
        let id = &registered.institution.id;
        match self.institution_change(registered).await? {
            None => return Ok(()),
            Some(Action::ManageInstitution) => permit.redeem(Action::ManageInstitution, &Target::Institution(id))?,
            Some(_) => permit.redeem(Action::ManageInstitutions, &Target::Service)?,
        };
        self.store().operator().put_institution(id, &registered.to_document()?, self.now()).await?;
        self.forget_catalogue();
        Ok(())
    }
}
