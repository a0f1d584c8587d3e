//! Seal: the two seals, each made once, and their verification by a stranger's eyes.

use std::collections::BTreeMap;

use signet_credential::check::viewer::{Hazard, hazards_of_sealed};
use signet_record::Timestamp;
use signet_registry::{SealIntent, SealedFile};
use signet_seal::{Level, jades, pades};
use signet_store::{Protected, SealWork};
use signet_verify::{Check, Evidence, FilePart, Report, Sealing, Unreadable};

use crate::{
    prepare::{Prepared, viewer_safe},
    protection::protection_of,
    put_off_reason::PutOffReason,
    seal_signer::{FormError, SealSignerError},
    sealer::Sealer,
    signing_session::SigningSession,
    step::{Observer, Step},
};

/// The sealed artefacts of one credential, verified.
pub struct SealedFiles {
    /// The sealed files, by kind.
    pub files: BTreeMap<SealedFile, Vec<u8>>,
    /// Until when they prove anything.
    pub protected: Protected,
}

/// Why there are no sealed files.
#[derive(Debug, thiserror::Error)]
pub enum NotSealed {
    /// The signer made no seal: wait, and try again.
    #[error(transparent)]
    SealSigner(#[from] SealSignerError),
    /// The document could not take the credential in.
    #[error("the document: {0}")]
    Document(#[from] signet_document::DocumentError),
    /// What would be sealed is not what the ledger's intent says.
    #[error("what was prepared is not what was intended")]
    AnotherIntent,
    /// What a seal of the wanted level carries was not to be had: revocation data, mostly. It is thrown away.
    #[error("the seal only reaches {}", .0.name())]
    Short(Level),
    /// What was sealed does not hold for a stranger. It is thrown away.
    #[error("the sealed file does not hold: {0}")]
    DoesNotHold(#[from] UnsoundFile),
}

impl<E> From<E> for NotSealed
where
    FormError: From<E>,
{
    fn from(error: E) -> Self {
        NotSealed::SealSigner(SealSignerError::from(error))
    }
}

/// Why a sealed file does not hold for a stranger.
#[derive(Debug, thiserror::Error)]
pub enum UnsoundFile {
    /// It cannot be read.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// The EU's viewer cannot show it.
    #[error(transparent)]
    Viewer(#[from] Hazard),
    /// These checks do not hold.
    #[error("{}", .0.iter().map(|check| check.code()).collect::<Vec<_>>().join(", "))]
    Checks(Vec<Check>),
}

impl NotSealed {
    /// Why what was not sealed is put off.
    #[must_use]
    pub fn reason(&self) -> PutOffReason {
        match self {
            NotSealed::SealSigner(error) => error.reason(),
            NotSealed::Short(_) => PutOffReason::EvidenceMissing,
            NotSealed::Document(_) | NotSealed::AnotherIntent | NotSealed::DoesNotHold(_) => PutOffReason::DoesNotHold,
        }
    }
}

impl Sealer {
    /// Seals what was prepared, against the written intent to seal exactly that, and verifies both results.
    ///
    /// # Errors
    /// When no seal is had, or a result does not hold. Nothing is kept then, and the credential waits.
    pub async fn seal(
        &self,
        prepared: Prepared,
        intent: &SealIntent,
        signing: &SigningSession<'_>,
        now: Timestamp,
        observer: &Observer,
    ) -> Result<SealedFiles, NotSealed> {
        if intent.intended().payload != prepared.payload_digest() || intent.intended().issued != prepared.issued {
            return Err(NotSealed::AnotherIntent);
        }
        let jsonld = self.seal_credential(&prepared, signing, now).await?;
        observer(prepared.credential, Step::CredentialSealed);
        let pdf = self.preserve(self.seal_document(&prepared, &jsonld, signing).await?, now).await?;
        observer(prepared.credential, Step::DocumentSealed);
        viewer_safe(hazards_of_sealed(&jsonld)).map_err(UnsoundFile::from)?;
        let files = BTreeMap::from([(SealedFile::Jsonld, jsonld), (SealedFile::Pdf, pdf)]);
        for file in files.values() {
            self.verify(file, now)?;
        }
        observer(prepared.credential, Step::Verified);
        let protected = protection_of(&files, &self.trust().policy)?;
        Ok(SealedFiles { files, protected })
    }

    /// What was sealed and stamped once is kept before it goes into the document: a crash in between finds the same bytes, so
    /// that the document's own seal is asked for once, too.
    async fn seal_credential(
        &self,
        prepared: &Prepared,
        signing: &SigningSession<'_>,
        now: Timestamp,
    ) -> Result<Vec<u8>, NotSealed> {
        let signer = self.signer();
        let policy = self.policy();
        let claimed = signing.claimed();
        let unsealed =
            jades::prepare(&prepared.payload, signer.chain(), signer.algorithm(), claimed, policy.signing_time)?;
        let message = unsealed.signing_input();
        if let Some(sealed) = signing.kept(SealWork::Credential, &message).await? {
            return Ok(sealed);
        }
        let signature = signing.sign(SealWork::Credential, &message).await?;
        let mut sealed = unsealed.finish(&signature);
        if let Some(authority) = &policy.stamps {
            let token = self.stamp(authority, &[&sealed.stamp_message()]).await?;
            sealed = sealed.with_stamp(&token);
        }
        let sealed = self.preserve(sealed.to_json().into_bytes(), now).await?;
        signing.keep(SealWork::Credential, SealedFile::Jsonld, &sealed).await?;
        Ok(sealed)
    }

    async fn seal_document(
        &self,
        prepared: &Prepared,
        jsonld: &[u8],
        signing: &SigningSession<'_>,
    ) -> Result<Vec<u8>, NotSealed> {
        let signer = self.signer();
        let pdf = prepared.proof.certificate(jsonld, &prepared.file_name)?;
        let stamp_room = if self.policy().stamps.is_some() { pades::STAMP_ROOM } else { 0 };
        let label =
            pades::SealLabel { name: self.identity().legal_name.clone(), reason: prepared.reason.clone(), stamp_room };
        let unsealed = pades::prepare(&pdf, signer.chain(), signer.algorithm(), signing.claimed(), &label)?;
        let signature = signing.sign(SealWork::Document, unsealed.signing_input()).await?;
        let mut sealed = unsealed.finish(&signature)?;
        if let Some(authority) = &self.policy().stamps {
            let token = self.stamp(authority, &[&sealed.stamp_message()]).await?;
            sealed = sealed.with_stamp(&token);
        }
        Ok(sealed.into_pdf()?)
    }

    /// As a stranger would, from the file alone: format and seal must hold, nothing may speak against its validity, and its own
    /// seals must reach the level that is wanted. What is embedded keeps the level it was sealed at: the document covers it.
    pub(crate) fn verify(&self, file: &[u8], now: Timestamp) -> Result<Report, NotSealed> {
        let artefact = signet_verify::read(file.to_vec()).map_err(UnsoundFile::from)?;
        let evidence = Evidence::offline(self.trust().clone()).without_notes();
        let report = signet_verify::judge(&artefact, &evidence, now);
        if !report.is_sound() {
            return Err(UnsoundFile::Checks(report.unsound().collect()).into());
        }
        let mut own = report.sealings.iter().filter(|sealing| sealing.part != FilePart::Embedded);
        let level = self.policy().level;
        // Below B-LT a file need not bring what its stamps are checked with.
        let reached = |sealing: &Sealing| if level < Level::BLT { sealing.carried } else { sealing.reach };
        match own.find(|sealing| reached(sealing) < level) {
            Some(sealing) => Err(NotSealed::Short(reached(sealing))),
            None => Ok(report),
        }
    }
}
