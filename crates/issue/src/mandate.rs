//! A mandate: the awarding body states under its own seal that another body seals for it, once, and every credential carries it.

use signet_access::{Action, AnotherAct, Permit, Target};
use signet_record::{Institution, Timestamp};
use signet_seal::jades;
use signet_store::SealWork;
use signet_verify::{MandateBody, MandateStatement};

use crate::{
    desk::{Client, Desk},
    issuer::Issuer,
    notary::NotaryError,
    seal::NotSealed,
    turn::NoTurn,
};

/// Why a mandate was not sealed.
#[derive(Debug, thiserror::Error)]
pub enum MandateError {
    /// The permit is for another act.
    #[error(transparent)]
    NotPermitted(#[from] AnotherAct),
    /// No key here seals for the institution that gives it.
    #[error(transparent)]
    NoTurn(#[from] NoTurn),
    /// It says nothing that a mandate may say.
    #[error("not a mandate")]
    NotAMandate,
    /// The seal was not made, or does not reach the level that is set.
    #[error(transparent)]
    NotSealed(#[from] NotSealed),
}

impl From<NotaryError> for MandateError {
    fn from(error: NotaryError) -> Self {
        MandateError::NotSealed(error.into())
    }
}

impl Issuer {
    /// Seals the mandate of an institution for the body that is to seal, from an instant until before another.
    ///
    /// # Errors
    /// When it would say nothing, or cannot be sealed.
    pub async fn seal_mandate(
        &self,
        institution: &Institution,
        sealing_body: MandateBody,
        valid_from: Timestamp,
        valid_until: Option<Timestamp>,
        permit: Permit,
    ) -> Result<Vec<u8>, MandateError> {
        permit.redeem(Action::ManageSeal, &Target::Institution(&institution.id))?;
        let now = self.now();
        let workshop = self.turn(&institution.eidas_identifier.to_string(), now)?;
        let (identity, policy, notary) = (workshop.identity(), workshop.policy(), workshop.notary());
        let awarding_body =
            MandateBody { name: identity.legal_name.clone(), identifier: identity.organization_identifier.clone() };
        let statement = MandateStatement::new(awarding_body, sealing_body, valid_from, valid_until);
        let payload = statement.ok_or(MandateError::NotAMandate)?.to_payload();
        let unsealed = jades::prepare(&payload, notary.chain(), notary.algorithm(), now, policy.signing_time)
            .map_err(|error| NotaryError::Form(error.to_string()))?;
        let client = Client { institution: Some(institution.id.clone()), credential: None };
        let signature = Desk::new(self, &workshop, client).sign(SealWork::Mandate, &unsealed.signing_input()).await?;
        let mut sealed = unsealed.finish(&signature);
        if let Some(authority) = &policy.stamps {
            sealed = sealed.clone().with_stamp(&workshop.stamp(authority, &[&sealed.stamp_message()]).await?);
        }
        let bytes = workshop.preserve_statement(sealed, now).await?;
        // As a stranger would read it.
        MandateStatement::read(&bytes).map_err(|_| MandateError::NotAMandate)?;
        Ok(bytes)
    }
}
