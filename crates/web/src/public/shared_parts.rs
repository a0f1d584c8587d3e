//! What the page of one credential and the list of several have in common.

use signet_lang::Locale;
use signet_registry::SealedFile;
use signet_share::{Share, ShareKind};
use signet_store::{SharedCredential, Tenant};

use crate::{day, own_verification::OwnFile, page_error::PageError, site::AppState};

/// The file that a share's page is drawn of.
///
/// # Errors
/// When it was erased: it is shown no more, though it may still be remembered.
pub(crate) fn own_file<'s>(
    site: &'s AppState,
    tenant: &'s Tenant,
    shown: &SharedCredential,
    l: Locale,
) -> Result<OwnFile<'s>, PageError> {
    let jsonld = shown.file(SealedFile::Jsonld).filter(|_| shown.sizes.contains_key(&SealedFile::Jsonld));
    Ok(OwnFile {
        site,
        tenant,
        jsonld: jsonld.ok_or(PageError::Gone)?,
        credential: shown.share.credential,
        status: shown.status,
        l,
        reveal: shown.share.showing.fields(),
    })
}

/// What the recipient knows a share by.
pub fn reference(share: &Share) -> Option<String> {
    match &share.kind {
        ShareKind::Named { reference, .. } => reference.as_ref().map(|reference| reference.as_str().to_owned()),
        ShareKind::Document => None,
    }
}

/// The last day of a share, in words.
pub fn last_day(share: &Share, l: Locale) -> Option<String> {
    share.ends.map(|ends| l.date(day::last_before(ends)))
}
