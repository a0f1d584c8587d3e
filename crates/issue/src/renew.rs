//! Renew: stamped again, before what protects it weakens. The signed bytes stay the same; there is more protection around them.

use std::collections::BTreeMap;

use bytes::Bytes;
use signet_access::{Action, AnotherAct, Permit, Target};
use signet_record::{CredentialId, Timestamp};
use signet_registry::{Artefacts, Digest, Event, LedgerState, Refused, Renewed, Scope, SealedFile};
use signet_seal::{Level, Policy};
use signet_store::{
    AppendError, ArtefactKind, HistoryError, Protected, PutArtefactError, ReadArtefactError, StoreError, Tenant,
};

use crate::{
    issuer::{Issuer, RegisteredInstitution},
    kept_award::{self, UnreadableAward},
    protection::protection_of,
    seal::NotSealed,
    seal_signer::FormError,
};

/// Why nothing was renewed. What was there before is there still.
#[derive(Debug, thiserror::Error)]
pub enum RenewError {
    /// There is no such credential in this institution.
    #[error("there is no such credential")]
    Unknown,
    /// It has no files: it waits for its seal, or they were erased.
    #[error("it has no sealed files")]
    NoFiles,
    /// Nothing here seals for its body any more, so nobody knows whom to ask for stamps.
    #[error("there is no seal of {0} here")]
    NoSeal(String),
    /// The seal's settings ask for less than B-LTA.
    #[error("the settings of the seal ask for {}, and only B-LTA can be renewed", .0.name())]
    Level(Level),
    /// The register cannot be read or written.
    #[error(transparent)]
    Database(#[from] StoreError),
    /// What protects the files cannot be read.
    #[error("the file cannot be read: {0}")]
    Unreadable(#[source] UnreadableFile),
    /// It could not be stamped, or does not hold.
    #[error(transparent)]
    NotSealed(#[from] NotSealed),
    /// The register does not allow it, or the credential changed in the meantime.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The ledger cannot be read.
    #[error(transparent)]
    History(#[from] HistoryError),
    /// The ledger could not be made longer.
    #[error(transparent)]
    Append(#[from] AppendError),
    /// A file cannot be got back.
    #[error(transparent)]
    Read(#[from] ReadArtefactError),
    /// A file cannot be kept.
    #[error(transparent)]
    Keep(#[from] PutArtefactError),
    /// The permit is for something else.
    #[error(transparent)]
    NotPermitted(#[from] AnotherAct),
}

/// What of a credential cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum UnreadableFile {
    /// A sealed file.
    #[error(transparent)]
    File(#[from] FormError),
    /// The award.
    #[error(transparent)]
    Award(#[from] UnreadableAward),
    /// A policy of algorithms, which cannot be written.
    #[error(transparent)]
    Policy(#[from] serde_json::Error),
}

impl<E> From<E> for RenewError
where
    UnreadableFile: From<E>,
{
    fn from(error: E) -> Self {
        RenewError::Unreadable(error.into())
    }
}

/// Credentials asked for together.
const PAGE: u32 = 500;

impl Issuer {
    /// Credentials whose files have to be read in order to know whether they are due before an instant: those that are by what the
    /// register remembers, and those of which it remembers nothing. What it remembers by another policy is forgotten first.
    ///
    /// # Errors
    /// When the register fails.
    pub async fn perhaps_due(
        &self,
        tenant: &Tenant,
        before: Timestamp,
        policy: &Policy,
    ) -> Result<Vec<CredentialId>, RenewError> {
        if !self.protection_is_current(tenant, policy).await? {
            tenant.forget_protection(&policy_digest(policy)?, self.now()).await?;
        }
        let mut due = Vec::new();
        let mut last = None;
        loop {
            let page = tenant.due_for_renewal(before, last.as_ref(), PAGE).await?;
            due.extend(page.iter().map(|(id, _)| *id));
            match page.last() {
                Some(end) => last = Some(*end),
                None => break,
            }
        }
        let mut last = None;
        loop {
            let page = tenant.protection_unknown(last.as_ref(), PAGE).await?;
            due.extend(&page);
            match page.last() {
                Some(end) => last = Some(*end),
                None => return Ok(due),
            }
        }
    }

    /// Whether the register remembers by this policy how files are protected.
    ///
    /// # Errors
    /// When the register fails.
    pub async fn protection_is_current(&self, tenant: &Tenant, policy: &Policy) -> Result<bool, RenewError> {
        Ok(tenant.protection_policy().await? == Some(policy_digest(policy)?))
    }

    /// How the files of a credential are protected, by a policy of algorithms; `None` when it has none. They are read, and the register
    /// remembers it.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn protected(
        &self,
        tenant: &Tenant,
        id: &CredentialId,
        policy: &Policy,
    ) -> Result<Option<Protected>, RenewError> {
        let (state, artefacts) = match with_files(tenant, id).await {
            Ok(known) => known,
            Err(RenewError::NoFiles) => return Ok(None),
            Err(error) => return Err(error),
        };
        let files = Files::read(tenant, state.clone(), &artefacts).await;
        let protected = files.and_then(|files| protection_of(&files.sealed, policy).map_err(RenewError::from));
        tenant.put_protection(&state, protected.as_ref().ok().copied()).await?;
        protected.map(Some)
    }

    /// Renews all files of a credential: embeds what their last stamps are judged by, stamps them again, verifies each as a
    /// stranger would, keeps them, and writes it into the ledger. Files below B-LTA are brought up to it.
    ///
    /// # Errors
    /// When the permit is for something else, or anything at all is wrong; the files from before stay the ones that are served.
    pub async fn renew(&self, tenant: &Tenant, id: &CredentialId, permit: Permit) -> Result<Protected, RenewError> {
        let by = permit.redeem(Action::ManageSeal, &Target::Institution(tenant.id()))?;
        let (state, artefacts) = with_files(tenant, id).await?;
        let files = Files::read(tenant, state, &artefacts).await?;
        let award = kept_award::read(&tenant.artefact(&files.award).await?.bytes)?;
        let sealer = RegisteredInstitution::of(&award).sealer_identifier();
        // Nothing is signed: neither the end of the certificate nor a stop stands in the way.
        let sealer = self.sealer(&sealer).ok_or(RenewError::NoSeal(sealer))?;
        let level = sealer.policy().level;
        if level < Level::BLTA {
            return Err(RenewError::Level(level));
        }
        let now = self.now();
        let mut renewed = BTreeMap::new();
        for (kind, file) in files.sealed {
            let file = sealer.preserve(file, now).await?;
            sealer.verify(&file, now)?;
            renewed.insert(kind, Bytes::from(file));
        }
        let protected = protection_of(&renewed, &sealer.trust().policy)?;
        let renewed: Vec<_> = renewed.into_iter().map(|(kind, file)| (ArtefactKind::Sealed(kind), file)).collect();
        let written = tenant.write_artefacts(&renewed, self.now()).await?;
        // Of the state that was read above: who was quicker has renewed it, and what is kept here is left over without harm.
        let entry = files.state.next(Event::Renewed(Renewed { files: written.files() }), self.now(), by)?;
        tenant.append_with_files(&written, None, &entry, protected, None).await?;
        tracing::info!(credential = %id, "renewed");
        Ok(protected)
    }
}

/// Of a policy, by which the register knows it again.
fn policy_digest(policy: &Policy) -> Result<Digest, serde_json::Error> {
    Ok(Digest::of(&serde_json::to_vec(policy)?))
}

/// The ledger of a credential that has files, and what it names.
async fn with_files(tenant: &Tenant, id: &CredentialId) -> Result<(LedgerState, Artefacts), RenewError> {
    let state = tenant.history(id).await?.ok_or(RenewError::Unknown)?.state;
    if state.erased() == Some(Scope::Artefacts) {
        return Err(RenewError::NoFiles);
    }
    let artefacts = state.artefacts().ok_or(RenewError::NoFiles)?.clone();
    Ok((state, artefacts))
}

/// The files of a credential, and the ledger they were read from.
struct Files {
    state: LedgerState,
    award: Digest,
    sealed: BTreeMap<SealedFile, Vec<u8>>,
}

impl Files {
    /// Those that its ledger names: a credential that was sealed before there was a kind has none of that kind.
    async fn read(tenant: &Tenant, state: LedgerState, artefacts: &Artefacts) -> Result<Self, RenewError> {
        let mut sealed = BTreeMap::new();
        for (kind, digest) in &artefacts.files {
            sealed.insert(*kind, tenant.artefact(digest).await?.bytes.to_vec());
        }
        if sealed.is_empty() {
            return Err(RenewError::NoFiles);
        }
        Ok(Files { state, award: artefacts.award, sealed })
    }
}
