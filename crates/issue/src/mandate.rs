//! A mandate: the awarding body states under its own seal that another body seals for it, once, and every credential carries it.

use signet_access::{Action, AnotherAct, Permit, Target};
use signet_record::{Institution, Timestamp};
use signet_seal::jades;
use signet_store::SealWork;
use signet_verify::{MandateBody, MandateProblem, MandateStatement};

use crate::{
    active_sealer::NoActiveSealer,
    issuer::Issuer,
    seal::NotSealed,
    seal_signer::SealSignerError,
    signing_session::{SignedFor, SigningSession},
};

/// Why a mandate was not sealed.
#[derive(Debug, thiserror::Error)]
pub enum MandateError {
    /// The permit is for another act.
    #[error(transparent)]
    NotPermitted(#[from] AnotherAct),
    /// No key here seals for the institution that gives it.
    #[error(transparent)]
    NoActiveSealer(#[from] NoActiveSealer),
    /// It says nothing that a mandate may say.
    #[error("not a mandate")]
    NotAMandate,
    /// It cannot be written as JSON.
    #[error("the mandate cannot be written: {0}")]
    Written(#[from] serde_json::Error),
    /// What was sealed is not read back as the mandate it should be.
    #[error("the sealed mandate cannot be read back: {0}")]
    Unreadable(#[from] MandateProblem),
    /// The seal was not made, or does not reach the level that is set.
    #[error(transparent)]
    NotSealed(#[from] NotSealed),
}

impl From<SealSignerError> for MandateError {
    fn from(error: SealSignerError) -> Self {
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
        let sealer = self.active_sealer(&institution.eidas_identifier.to_string(), now)?;
        let (identity, policy, signer) = (sealer.identity(), sealer.policy(), sealer.signer());
        let awarding_body =
            MandateBody { name: identity.legal_name.clone(), identifier: identity.organization_identifier.clone() };
        let statement = MandateStatement::new(awarding_body, sealing_body, valid_from, valid_until);
        let payload = statement.ok_or(MandateError::NotAMandate)?.to_payload()?;
        let unsealed = jades::prepare(&payload, signer.chain(), signer.algorithm(), now, policy.signing_time)
            .map_err(SealSignerError::from)?;
        let signed_for = SignedFor { institution: Some(institution.id.clone()), credential: None };
        let signature = SigningSession::new(self.session_context(), &sealer, signed_for)
            .sign(SealWork::Mandate, &unsealed.signing_input())
            .await?;
        let mut sealed = unsealed.finish(&signature);
        if let Some(authority) = &policy.stamps {
            sealed = sealed.clone().with_stamp(&sealer.stamp(authority, &[&sealed.stamp_message()]).await?);
        }
        let bytes = sealer.preserve_statement(sealed, now).await?;
        // As a stranger would read it.
        MandateStatement::read(&bytes)?;
        Ok(bytes)
    }
}
