//! Export: the sealed files of credentials into the operator's folder, byte for byte. The holder has nothing by that, so the ledger says
//! nothing of it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde::Serialize;
use signet_access::{Action, SecurityEvent, SecurityEventKind};
use signet_lang::Locale;
use signet_record::{Award, CredentialId};
use signet_store::Tenant;

use crate::{exit::CommandError, services::Services};

/// Where the files of one credential lie.
#[derive(Serialize)]
pub struct ExportedFiles {
    /// Which.
    pub credential: String,
    /// The European Digital Credential.
    pub jsonld: PathBuf,
    /// The certificate.
    pub pdf: PathBuf,
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
        let award = Award::from_json(&tenant.artefact(&artefacts.award).await?.bytes)?;
        let permit = services.authorizer(locale).permit_for(tenant, Action::DownloadFiles, award.holder()).await?;
        let event = SecurityEvent::used(SecurityEventKind::FileDownloaded, &permit).about(id);
        services.issuer.record_security_event(&event).await?;
        let jsonld = tenant.artefact(&artefacts.jsonld).await?.bytes;
        let pdf = tenant.artefact(&artefacts.pdf).await?.bytes;
        let (jsonld_path, pdf_path) = paths(folder, &award, &jsonld);
        write(&jsonld_path, &jsonld)?;
        write(&pdf_path, &pdf)?;
        exported.push(ExportedFiles { credential: id.to_string(), jsonld: jsonld_path, pdf: pdf_path });
    }
    Ok(exported)
}

/// `Name - Title.jsonld` and `.pdf`; with the identifier when another person's files have that name already.
fn paths(folder: &Path, award: &Award, jsonld: &[u8]) -> (PathBuf, PathBuf) {
    let name = signet_issue::file_name(award);
    let stem = name.strip_suffix(".jsonld").unwrap_or(&name).to_owned();
    let plain = folder.join(&name);
    let taken_by_another = fs::read(&plain).is_ok_and(|there| there != jsonld);
    let stem = if taken_by_another { format!("{stem} ({})", award.id()) } else { stem };
    (folder.join(format!("{stem}.jsonld")), folder.join(format!("{stem}.pdf")))
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
