//! Correct: a sealed file cannot be edited, so a corrected credential takes its place, and both say so.

use std::sync::Arc;

use signet_access::{Action, AnotherAct, Permit};
use signet_record::{Award, AwardFields, CredentialId, Flaws, InstitutionRules, results::ResultRow};
use signet_registry::Correction;
use signet_store::{StoreError, Tenant};

use crate::{
    admit::credential_of,
    issuer::{Issuer, RegisteredInstitution},
    propose::{ProposalContext, ProposalOutcome, ProposeError},
};

/// Why nothing was corrected.
#[derive(Debug, thiserror::Error)]
pub enum CorrectError {
    /// There is no such credential in this institution.
    #[error("there is no such credential")]
    Unknown,
    /// A correction of this credential exists already: correct that one.
    #[error("it was corrected already, by {0}")]
    Corrected(CredentialId),
    /// It is not sealed yet, or was revoked: there is nothing to stand in the place of.
    #[error("only a sealed credential that was not revoked can be corrected")]
    NotStanding,
    /// The corrected row is of another person or another run.
    #[error("the corrected row is of another person or run")]
    AnotherAward,
    /// The permit is for something else.
    #[error(transparent)]
    NotPermitted(#[from] AnotherAct),
    /// The corrected row is no award.
    #[error("the corrected row is not an award")]
    NotAnAward(Flaws),
    /// The register failed.
    #[error(transparent)]
    Propose(#[from] ProposeError),
    /// The register failed.
    #[error(transparent)]
    Database(#[from] StoreError),
}

impl Issuer {
    /// The award that a correction of `old` begins with.
    ///
    /// # Errors
    /// When `old` does not stand, or was corrected already.
    pub async fn correctable(&self, tenant: &Tenant, old: CredentialId) -> Result<Award, CorrectError> {
        let known = tenant.credential(&old).await?.ok_or(CorrectError::Unknown)?;
        if !known.is_sealed() || known.status == signet_registry::Status::Revoked {
            return Err(CorrectError::NotStanding);
        }
        let award = self.newest(tenant, old).await?;
        if award.id() == old { Ok(award) } else { Err(CorrectError::Corrected(award.id())) }
    }

    /// Proposes a corrected credential in the place of `old`: same person, same run, what the row says now, and why. The ledger of the new
    /// credential begins with that; once it is sealed, both ledgers name each other, and whoever tells the holder reads it there.
    ///
    /// # Errors
    /// When `old` does not stand, or the row is of somebody else.
    pub async fn correct(
        &self,
        tenant: &Tenant,
        old: CredentialId,
        row: &ResultRow,
        correction: Option<&Correction>,
        permit: Permit,
    ) -> Result<CredentialId, CorrectError> {
        let known = tenant.credential(&old).await?.ok_or(CorrectError::Unknown)?;
        let place = tenant.unit_place(&known.key.unit).await?;
        let target = credential_of(tenant, &known.key.person, &place);
        let by = permit.redeem(Action::CorrectCredential, &target)?;
        let award = self.correctable(tenant, old).await?;
        if award.holder().person != row.holder.person || award.run().id != row.run {
            return Err(CorrectError::AnotherAward);
        }
        let fields = award.into_fields();
        let course = ProposalContext {
            registered: RegisteredInstitution {
                institution: Arc::clone(&fields.institution),
                sealing: Arc::clone(&fields.sealing),
                rules: InstitutionRules::default(),
            },
            unit: Arc::clone(&fields.unit),
            batch: None,
        };
        let corrected = AwardFields {
            id: CredentialId::from_random(self.random().bytes()),
            revision: fields.revision.saturating_add(1),
            supersedes: Some(old),
            holder: row.holder.clone(),
            outcome: row.outcome.clone(),
            ..fields
        };
        let corrected = Award::new(corrected, self.today()).map_err(CorrectError::NotAnAward)?;
        let taken = self.take_in(tenant, &course, &[(corrected, by)], correction).await?;
        taken.first().copied().map(ProposalOutcome::credential).ok_or(CorrectError::Unknown)
    }
}
