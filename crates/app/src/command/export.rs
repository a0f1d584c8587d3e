//! Export: the sealed files of credentials into the operator's folder, byte for byte. The holder has nothing by that, so the ledger says
//! nothing of it.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use bytes::Bytes;
use serde::Serialize;
use signet_access::{Action, SecurityEvent, SecurityEventKind};
use signet_lang::Locale;
use signet_record::{Award, CredentialId};
use signet_registry::SealedFile;
use signet_store::Tenant;

use crate::{exit::CommandError, services::Services};

/// Where the files of one credential lie.
#[derive(Serialize)]
pub struct ExportedFiles {
    /// Identifier of the credential.
    pub credential: String,
    /// Each sealed file, by kind.
    #[serde(flatten)]
    pub files: BTreeMap<SealedFile, PathBuf>,
}

/// Writes the files of every sealed credential of the list that are not there yet.
pub async fn into_folder(
    services: &Services,
    tenant: &Tenant,
    credentials: &[CredentialId],
    folder: &Path,
    locale: Locale,
) -> Result<Vec<ExportedFiles>, CommandError> {
    fs::create_dir_all(folder)?;
    let mut exported = Vec::with_capacity(credentials.len());
    for id in credentials {
        let Some(history) = tenant.history(id).await? else { continue };
        let Some(artefacts) = history.state.artefacts().cloned() else { continue };
        let Some(credential) = tenant.credential(id).await? else { continue };
        let award = signet_issue::read_award(&tenant.artefact(&artefacts.award).await?.bytes)?;
        let permit = services.authorizer(locale).permit_for(tenant, Action::DownloadFiles, &credential).await?;
        let event = SecurityEvent::used(SecurityEventKind::FileDownloaded, &permit).about(id);
        services.issuer.record_security_event(&event).await?;
        let mut sealed = BTreeMap::new();
        for (kind, digest) in &artefacts.files {
            sealed.insert(*kind, tenant.artefact(digest).await?.bytes);
        }
        let stem = stem(folder, &award, &sealed);
        let mut files = BTreeMap::new();
        for (kind, bytes) in &sealed {
            let path = folder.join(format!("{stem}.{}", kind.code()));
            write(&path, bytes)?;
            files.insert(*kind, path);
        }
        exported.push(ExportedFiles { credential: id.to_string(), files });
    }
    Ok(exported)
}

/// `Name - Title`; with the identifier when another person's files have that name already.
fn stem(folder: &Path, award: &Award, sealed: &BTreeMap<SealedFile, Bytes>) -> String {
    let name = signet_issue::file_name(award);
    let stem = name.strip_suffix(".jsonld").unwrap_or(&name).to_owned();
    let jsonld = sealed.get(&SealedFile::Jsonld);
    let taken_by_another = fs::read(folder.join(&name)).is_ok_and(|there| jsonld.is_none_or(|jsonld| there != *jsonld));
    if taken_by_another { format!("{stem} ({})", award.id()) } else { stem }
}

/// Whole or not at all: written beside, then renamed.
fn write(path: &Path, bytes: &[u8]) -> Result<(), CommandError> {
    if fs::read(path).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    let beside = path.with_extension("part");
    fs::write(&beside, bytes)?;
    fs::rename(&beside, path)?;
    Ok(())
}
