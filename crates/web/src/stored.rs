//! A sealed credential as it is kept, read for a page.

use std::collections::BTreeMap;

use axum::body::Bytes;
use signet_credential::Credential;
use signet_lang::{Locale, args};
use signet_record::CredentialId;
use signet_registry::{Digest, LedgerState, SealedFile};
use signet_store::{Artefact, ReadArtefactError, Tenant};
use signet_verify::ParsedFile;

use crate::{
    download,
    page_error::PageError,
    site::AppState,
    view::{FileView, StateTag, content::first_page},
};

/// What its ledger adds up to.
///
/// # Errors
/// When there is no such credential, or the store does not answer.
pub async fn state(tenant: &Tenant, credential: &CredentialId) -> Result<LedgerState, PageError> {
    let history = tenant.history(credential).await?;
    Ok(history.ok_or(PageError::NotFound)?.state)
}

/// An artefact; `None` when it was erased.
///
/// # Errors
/// When it cannot be read.
pub async fn artefact(tenant: &Tenant, digest: &Digest) -> Result<Option<Artefact>, PageError> {
    match tenant.artefact(digest).await {
        Ok(artefact) => Ok(Some(artefact)),
        Err(ReadArtefactError::Erased(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The sealed file, read.
///
/// # Errors
/// When what we keep cannot be read: our own fault.
pub async fn read(site: &AppState, jsonld: &Bytes) -> Result<ParsedFile, PageError> {
    let jsonld = jsonld.to_vec();
    site.compute().run(move || signet_verify::read(jsonld)).await?.map_err(PageError::from)
}

/// The name a file is saved under.
///
/// # Errors
/// When the credential is erased, or cannot be read.
pub async fn name(
    site: &AppState,
    tenant: &Tenant,
    jsonld: Option<Digest>,
    file: SealedFile,
) -> Result<String, PageError> {
    let digest = jsonld.ok_or(PageError::NotFound)?;
    let kept = artefact(tenant, &digest).await?.ok_or(PageError::NotFound)?;
    let read = read(site, &kept.bytes).await?;
    Ok(read.credential().map(|credential| download::name(file, credential)).unwrap_or_default())
}

/// The sealed credential, read; `None` where there is none, or it is erased.
///
/// # Errors
/// When it cannot be read.
pub async fn sealed_credential(
    site: &AppState,
    tenant: &Tenant,
    jsonld: Option<&Digest>,
) -> Result<Option<ParsedFile>, PageError> {
    let Some(digest) = jsonld else { return Ok(None) };
    let Some(kept) = artefact(tenant, digest).await? else { return Ok(None) };
    read(site, &kept.bytes).await.map(Some)
}

/// The name a sealed file is saved under, and the file.
///
/// # Errors
/// When there is none, it is erased, or cannot be read.
pub async fn file_to_save(
    site: &AppState,
    tenant: &Tenant,
    credential: &CredentialId,
    file: SealedFile,
) -> Result<(String, Artefact), PageError> {
    let files = tenant.sealed_files(credential).await?;
    let name = name(site, tenant, files.get(&SealedFile::Jsonld).copied(), file).await?;
    let digest = files.get(&file).ok_or(PageError::NotFound)?;
    Ok((name, artefact(tenant, digest).await?.ok_or(PageError::NotFound)?))
}

/// The sealed files in a list; `base` is the address they lie under.
///
/// # Errors
/// When they cannot be read.
pub async fn files(
    tenant: &Tenant,
    credential: &Credential,
    digests: &BTreeMap<SealedFile, Digest>,
    base: &str,
    l: Locale,
) -> Result<Vec<FileView>, PageError> {
    let mut files = Vec::new();
    for file in download::offered() {
        let Some(digest) = digests.get(&file) else { continue };
        if let Some(artefact) = artefact(tenant, digest).await? {
            let href = download::address(base, file);
            files.push(FileView::of(file, credential, digest, artefact.bytes.len(), href, l));
        }
    }
    Ok(files)
}

/// The picture of page 1 in the reader's language, or the one there is: its media type and bytes. It stands in the sealed credential;
/// earlier versions kept it beside that as well.
///
/// # Errors
/// When it cannot be read.
pub async fn picture(
    site: &AppState,
    tenant: &Tenant,
    state: &LedgerState,
    l: Locale,
) -> Result<Option<(&'static str, Bytes)>, PageError> {
    let Some(artefacts) = state.artefacts() else { return Ok(None) };
    let beside = artefacts.pictures.get(&l.language()).or_else(|| artefacts.pictures.values().next());
    if let Some(digest) = beside {
        return Ok(artefact(tenant, digest).await?.map(|kept| (kept.kind.media_type(), kept.bytes)));
    }
    let Some(digest) = artefacts.file(SealedFile::Jsonld) else { return Ok(None) };
    let Some(jsonld) = artefact(tenant, digest).await? else { return Ok(None) };
    let file = read(site, &jsonld.bytes).await?;
    let display = file.credential().and_then(|credential| first_page(credential, l));
    Ok(display.and_then(|display| Some((display.media_type, Bytes::from(display.bytes()?)))))
}

/// The state of a credential in one word.
pub fn tag(credential: &signet_store::StoredCredential, l: Locale) -> StateTag {
    use signet_registry::{Stage, Status};
    match (credential.status, credential.stage) {
        (Status::Revoked, _) => StateTag::bad(l.web_holder_state_revoked()),
        (Status::Superseded, _) => StateTag::doubt(l.web_holder_state_superseded()),
        (Status::Valid, Stage::Proposed | Stage::Intended) => StateTag::doubt(l.web_holder_state_waiting()),
        (Status::Valid, Stage::Sealed | Stage::Delivered) => StateTag::good(l.web_holder_state_valid()),
    }
}

/// What the state means, when it is not simply valid.
pub fn warning(state: &LedgerState, l: Locale) -> Option<String> {
    if let Some((_, revoked)) = state.revoked() {
        return Some(l.web_holder_revoked_note(args::WebHolderRevokedNote {
            date: l.date(revoked.date()),
            reason: reason(revoked, l),
        }));
    }
    if state.superseded().is_some() {
        return Some(l.web_holder_superseded_note());
    }
    state.erased().map(|_| l.web_holder_erased_note())
}

pub use signet_issue::reason_sentence::{
    correction, correction_word, revocation as reason, revocation_word as reason_word,
};
