//! Renew: stamped again, before what protects it weakens. The signed bytes stay the same; there is more protection around them.

use bytes::Bytes;
use signet_access::{Action, AnotherAct, Permit, Target};
use signet_record::{Award, CredentialId, Timestamp};
use signet_registry::{Digest, Event, LedgerState, Refused, Renewed, Scope, SealedFile};
use signet_seal::{Level, Policy, jades, pades};
use signet_store::{AppendError, ArtefactKind, HistoryError, PutArtefactError, ReadArtefactError, Tenant};

use crate::{
    issuer::{Issuer, RegisteredInstitution},
    seal::NotSealed,
};

/// How the files of a credential are protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Protected {
    /// First instant at which one of them may prove nothing any more; `None` when one has no archive stamp at all.
    pub until: Option<Timestamp>,
}

impl Protected {
    /// Whether it has to be renewed before this instant.
    pub fn is_due_before(&self, instant: Timestamp) -> bool {
        self.until.is_none_or(|until| until < instant)
    }
}

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

impl RenewError {
    /// Short code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            RenewError::Unknown => "unknown",
            RenewError::NoFiles => "no-files",
            RenewError::NoSeal(_) => "no-seal",
            RenewError::Level(_) => "level",
            RenewError::Unreadable(_) => "unreadable",
            RenewError::NotSealed(error) => error.code(),
            RenewError::Refused(_) => "changed",
            RenewError::History(_) | RenewError::Append(_) | RenewError::Read(_) | RenewError::Keep(_) => "register",
            RenewError::NotPermitted(_) => "not-permitted",
        }
    }
}

/// What of a credential cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum UnreadableFile {
    /// The award.
    #[error(transparent)]
    Award(#[from] serde_json::Error),
    /// The sealed credential.
    #[error(transparent)]
    Credential(#[from] jades::ReopenError),
    /// The document.
    #[error(transparent)]
    Document(#[from] pades::ReadError),
}

impl<E> From<E> for RenewError
where
    UnreadableFile: From<E>,
{
    fn from(error: E) -> Self {
        RenewError::Unreadable(error.into())
    }
}

impl Issuer {
    /// How the files of a credential are protected, by a policy of algorithms; `None` when it has none.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn protected(
        &self,
        tenant: &Tenant,
        id: &CredentialId,
        policy: &Policy,
    ) -> Result<Option<Protected>, RenewError> {
        match Files::of(tenant, id).await {
            Ok(files) => files.protected(policy).map(Some),
            Err(RenewError::NoFiles) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Renews both files of a credential: embeds what their last stamps are judged by, stamps them again, verifies both as a
    /// stranger would, keeps them, and writes it into the ledger. Files below B-LTA are brought up to it.
    ///
    /// # Errors
    /// When the permit is for something else, or anything at all is wrong; the files from before stay the ones that are served.
    pub async fn renew(&self, tenant: &Tenant, id: &CredentialId, permit: Permit) -> Result<Protected, RenewError> {
        let by = permit.redeem(Action::ManageSeal, &Target::Institution(tenant.id()))?;
        let files = Files::of(tenant, id).await?;
        let award = Award::from_json(&tenant.artefact(&files.award).await?.bytes)?;
        let sealer = RegisteredInstitution::of(&award).sealer_identifier();
        // Nothing is signed: neither the end of the certificate nor a stop stands in the way.
        let sealer = self.sealer(&sealer).ok_or(RenewError::NoSeal(sealer))?;
        let level = sealer.policy().level;
        if level < Level::BLTA {
            return Err(RenewError::Level(level));
        }
        let now = self.now();
        let jsonld = sealer.preserve(files.jsonld, now).await?;
        let pdf = sealer.preserve(files.pdf, now).await?;
        sealer.verify(&jsonld, now)?;
        sealer.verify(&pdf, now)?;
        let renewed = [(SealedFile::Jsonld, &jsonld), (SealedFile::Pdf, &pdf)];
        let kept = renewed.map(|(kind, file)| (ArtefactKind::Sealed(kind), Bytes::from(file.clone())));
        let digests = tenant.put_artefacts(&kept, self.now()).await?;
        let renewed_files = renewed.iter().map(|(kind, _)| *kind).zip(digests).collect();
        let event = Event::Renewed(Renewed { files: renewed_files });
        // Of the state that was read above: who was quicker has renewed it, and what is kept here is left over without harm.
        tenant.append(&files.state.next(event, self.now(), by)?).await?;
        tracing::info!(credential = %id, "renewed");
        Files { jsonld, pdf, ..files }.protected(&sealer.trust().policy)
    }
}

/// The files of a credential, and the ledger they were read from.
struct Files {
    state: LedgerState,
    award: Digest,
    jsonld: Vec<u8>,
    pdf: Vec<u8>,
}

impl Files {
    async fn of(tenant: &Tenant, id: &CredentialId) -> Result<Self, RenewError> {
        let state = tenant.history(id).await?.ok_or(RenewError::Unknown)?.state;
        if state.erased() == Some(Scope::Artefacts) {
            return Err(RenewError::NoFiles);
        }
        let artefacts = state.artefacts().ok_or(RenewError::NoFiles)?.clone();
        let file = async |kind| -> Result<Vec<u8>, RenewError> {
            let digest = artefacts.file(kind).ok_or(RenewError::NoFiles)?;
            Ok(tenant.artefact(digest).await?.bytes.to_vec())
        };
        let (jsonld, pdf) = (file(SealedFile::Jsonld).await?, file(SealedFile::Pdf).await?);
        Ok(Files { state, award: artefacts.award, jsonld, pdf })
    }

    /// By the weaker of the two.
    fn protected(&self, policy: &Policy) -> Result<Protected, RenewError> {
        let jsonld = jades::Sealed::reopen(&self.jsonld)?.protection();
        let pdf = pades::protection(&self.pdf)?;
        let until = jsonld.until(policy).zip(pdf.until(policy)).map(|(one, other)| one.min(other));
        Ok(Protected { until })
    }
}
