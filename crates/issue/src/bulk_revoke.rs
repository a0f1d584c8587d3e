//! Revoking several credentials at once: one reason, and above a number that the institution sets two people, who are not one.

use signet_access::{Action, Actor, AnotherAct, Denial, Permit};
use signet_record::{CredentialId, Timestamp};
use signet_registry::Revoked;
use signet_store::{
    NewRevocations, REVOCATIONS_MAX, RevocationId, RevocationProposal, RevocationState, StoreError, StoredCredential,
    Tenant, UnitsWithin,
};

use crate::{
    admit::{Asker, UnitPlaces, credential_of},
    batch::BatchError,
    batch_word::is_same_author,
    issuer::Issuer,
    revoke::RevokeError,
};

/// Days for which a proposal can be confirmed; then it comes to nothing by itself.
const DAYS: i64 = 14;

/// What became of one credential of a bulk revocation; what the register keeps is the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RevocationOutcome {
    /// It is revoked.
    Revoked,
    /// It was revoked already.
    Already,
    /// Whoever carried it out may not: it is their own, say.
    NotPermitted,
    /// The register failed; it can be tried again.
    Failed,
}

impl RevocationOutcome {
    /// Short code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            RevocationOutcome::Revoked => "revoked",
            RevocationOutcome::Already => "already",
            RevocationOutcome::NotPermitted => "not-permitted",
            RevocationOutcome::Failed => "failed",
        }
    }

    /// The outcome with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let all = [Self::Revoked, Self::Already, Self::NotPermitted, Self::Failed];
        all.into_iter().find(|outcome| outcome.code() == code)
    }
}

/// Why a bulk revocation was not proposed or decided about.
#[derive(Debug, thiserror::Error)]
pub enum BulkRevokeError {
    /// Nothing of what was chosen may be revoked by whoever asks.
    #[error("nothing may be revoked")]
    Nothing,
    /// More than [`REVOCATIONS_MAX`].
    #[error("too many at once")]
    TooMany,
    /// The permit is for something else.
    #[error(transparent)]
    NotPermitted(#[from] AnotherAct),
    /// The reason cannot be written or read.
    #[error("the kept reason cannot be read: {0}")]
    Kept(#[from] serde_json::Error),
    /// The institution cannot be read.
    #[error(transparent)]
    Institution(#[from] BatchError),
    /// The register failed.
    #[error(transparent)]
    Database(#[from] StoreError),
}

/// Credentials that somebody may revoke, each with leave to, and those that they may not.
#[derive(Default)]
pub struct Revocable {
    /// What may be revoked.
    pub permitted: Vec<(StoredCredential, Permit)>,
    /// What may not.
    pub refused: Vec<(StoredCredential, Denial)>,
}

/// What a proposal came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BulkSaid {
    /// It is to be carried out: whoever asked does so.
    Confirmed,
    /// Another person has to confirm.
    AwaitsAnother,
    /// The proposal is the same person's.
    OwnWord,
    /// It was decided about, or has ended.
    NotNow,
}

/// Whether every credential of a proposal is within what somebody sees: half of one cannot be decided about.
///
/// # Errors
/// When the register fails.
pub async fn revocations_are_within(
    tenant: &Tenant,
    within: &UnitsWithin,
    proposal: &RevocationProposal,
) -> Result<bool, StoreError> {
    if within.is_whole() {
        return Ok(true);
    }
    for (credential, _) in tenant.revocation_items(&proposal.id).await? {
        let stored = tenant.credential(&credential).await?;
        if !stored.is_some_and(|stored| within.holds(&stored.key.unit)) {
            return Ok(false);
        }
    }
    Ok(true)
}

impl Issuer {
    /// Divides credentials by what somebody may revoke.
    ///
    /// # Errors
    /// When the register fails.
    pub async fn revocable(
        &self,
        tenant: &Tenant,
        actors: &[Actor],
        ids: &[CredentialId],
    ) -> Result<Revocable, StoreError> {
        let (mut all, mut asker) = (Revocable::default(), Asker::of(tenant, actors));
        for id in ids.iter().take(REVOCATIONS_MAX) {
            let Some(credential) = tenant.credential(id).await? else { continue };
            match asker.ask(Action::RevokeCredential, &credential).await? {
                Ok(permit) => all.permitted.push((credential, permit)),
                Err(denial) => all.refused.push((credential, denial)),
            }
        }
        Ok(all)
    }

    /// Proposes to revoke credentials, each with its permit. Where one person is enough, it is to be carried out at once.
    ///
    /// # Errors
    /// When there is nothing to revoke or too much, a permit is for something else, or the register fails.
    pub async fn propose_revocations(
        &self,
        tenant: &Tenant,
        permitted: Vec<(StoredCredential, Permit)>,
        revoked: &Revoked,
    ) -> Result<(RevocationId, BulkSaid), BulkRevokeError> {
        if permitted.len() > REVOCATIONS_MAX {
            return Err(BulkRevokeError::TooMany);
        }
        let alone_max = self.registered(tenant).await?.rules.revoke_alone_max;
        let alone = alone_max.is_none_or(|max| permitted.len() <= usize::try_from(max).unwrap_or(usize::MAX));
        let credentials: Vec<CredentialId> = permitted.iter().map(|(credential, _)| credential.id).collect();
        let (mut by, mut person, mut places) = (None, None, UnitPlaces::of(tenant));
        for (credential, permit) in permitted {
            person = permit.person().cloned();
            let place = places.place(&credential.key.unit).await?;
            by = Some(permit.redeem(Action::RevokeCredential, &credential_of(tenant, &credential.key.person, place))?);
        }
        let Some(by) = by else { return Err(BulkRevokeError::Nothing) };
        let (id, now) = (RevocationId::from_random(self.random().bytes()), self.now());
        let revoked = serde_json::to_string(revoked)?;
        let ends = Timestamp::from_second(now.as_second().saturating_add(DAYS * 86_400)).unwrap_or(Timestamp::MAX);
        let new =
            NewRevocations { id, by: &by, person: person.as_ref(), revoked: &revoked, credentials: &credentials, ends };
        tenant.put_revocations(&new, now).await?;
        if !alone {
            return Ok((id, BulkSaid::AwaitsAnother));
        }
        let confirmed = tenant.decide_revocations(&id, RevocationState::Confirmed, &by, true, now).await?;
        Ok((id, if confirmed { BulkSaid::Confirmed } else { BulkSaid::NotNow }))
    }

    /// Decides about a proposal that waits: `confirm`, or decline. Whoever may revoke none of it, or does not reach all of it, has nothing to
    /// decide.
    ///
    /// # Errors
    /// When a permit is for something else, or the register fails.
    pub async fn decide_revocations(
        &self,
        tenant: &Tenant,
        proposal: &RevocationProposal,
        revocable: Revocable,
        confirm: bool,
    ) -> Result<BulkSaid, BulkRevokeError> {
        if revocable.refused.iter().any(|(_, denial)| *denial == Denial::Scope) {
            return Err(BulkRevokeError::Nothing);
        }
        let Some((credential, permit)) = revocable.permitted.into_iter().next() else {
            return Err(BulkRevokeError::Nothing);
        };
        let own = is_same_author((&proposal.by, proposal.person.as_ref()), (permit.account(), permit.person()));
        let place = tenant.unit_place(&credential.key.unit).await?;
        let by = permit.redeem(Action::RevokeCredential, &credential_of(tenant, &credential.key.person, &place))?;
        if own && confirm {
            return Ok(BulkSaid::OwnWord);
        }
        let state = if confirm { RevocationState::Confirmed } else { RevocationState::Declined };
        let decided = tenant.decide_revocations(&proposal.id, state, &by, false, self.now()).await?;
        Ok(if decided && confirm { BulkSaid::Confirmed } else { BulkSaid::NotNow })
    }

    /// Carries out a proposal that was confirmed, one credential after another; each is written down with what became of it. Safe to
    /// repeat: what is done is not done again.
    ///
    /// # Errors
    /// When the register fails; what was done stays.
    pub async fn carry_out_revocations(
        &self,
        tenant: &Tenant,
        id: &RevocationId,
        actors: &[Actor],
    ) -> Result<(), BulkRevokeError> {
        let Some(proposal) = tenant.revocations(id).await? else { return Ok(()) };
        if proposal.state != RevocationState::Confirmed {
            return Ok(());
        }
        let revoked: Revoked = serde_json::from_str(&proposal.revoked)?;
        let mut asker = Asker::of(tenant, actors);
        for (credential, outcome) in tenant.revocation_items(id).await? {
            let done = outcome.as_deref().and_then(RevocationOutcome::from_code);
            if matches!(done, Some(RevocationOutcome::Revoked | RevocationOutcome::Already)) {
                continue;
            }
            let outcome = self.revoke_one(tenant, credential, &mut asker, revoked.clone()).await?;
            tenant.revocation_done(id, &credential, outcome.code()).await?;
        }
        Ok(())
    }

    async fn revoke_one(
        &self,
        tenant: &Tenant,
        id: CredentialId,
        asker: &mut Asker<'_>,
        revoked: Revoked,
    ) -> Result<RevocationOutcome, BulkRevokeError> {
        let Some(credential) = tenant.credential(&id).await? else { return Ok(RevocationOutcome::Failed) };
        let Ok(permit) = asker.ask(Action::RevokeCredential, &credential).await? else {
            return Ok(RevocationOutcome::NotPermitted);
        };
        let place = asker.place(&credential.key.unit).await?;
        Ok(match self.revoke_known(tenant, (&credential, place), revoked, permit).await {
            Ok(()) => RevocationOutcome::Revoked,
            Err(RevokeError::Refused(_)) => RevocationOutcome::Already,
            Err(error) => {
                let cause = crate::with_causes(&error);
                tracing::error!(credential = %id, cause, "not revoked");
                RevocationOutcome::Failed
            }
        })
    }
}
