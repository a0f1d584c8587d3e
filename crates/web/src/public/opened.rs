//! What a presented link opens.

use signet_access::{Action, Actor, Target};
use signet_record::CredentialId;
use signet_registry::Stage;
use signet_share::{Answer, ShareLink, Showing, answer, guesses::CodeState};
use signet_store::{SharedCredential, Tenant};

use crate::{
    page_error::PageError,
    request_context::{RequestContext, permit},
    site::AppState,
};

/// An open share with what it leads to.
pub struct Opened {
    /// The share and its credential.
    pub shown: SharedCredential,
    /// The rows of its institution.
    pub tenant: Tenant,
    /// The characters of the link, as they stand in the address.
    pub link: String,
    /// Where its files lie, without the language.
    pub base: String,
}

impl Opened {
    /// One of the credentials that it shows, as if it were the only one.
    ///
    /// # Errors
    /// When it does not show that one.
    pub async fn item(&self, item: CredentialId) -> Result<Opened, PageError> {
        let items = self.tenant.shared_items(&self.shown).await?;
        let shown = items.into_iter().find(|shown| shown.share.credential == item).ok_or(PageError::Gone)?;
        Ok(Opened {
            shown,
            tenant: self.tenant.clone(),
            link: self.link.clone(),
            base: format!("{}/at/{item}", self.base),
        })
    }

    /// What it shows.
    pub fn showing(&self) -> Showing {
        self.shown.share.showing
    }
}

/// Looks a presented link up. Everything that does not open is the same refusal.
///
/// # Errors
/// The neutral answer, or that somebody has tried too many.
pub async fn open(site: &AppState, context: &RequestContext, link: String) -> Result<Opened, PageError> {
    let now = site.now();
    let found = match link.parse::<ShareLink>() {
        Ok(presented) => site.store().public().look_up(&presented.lookup_digest()).await?,
        Err(_) => None,
    };
    let sealed = found.filter(|shown| matches!(shown.stage, Stage::Sealed | Stage::Delivered));
    let open = matches!(answer(sealed.as_ref().map(|shown| &shown.share), now), Answer::Show(_))
        && !closed_by_codes(site, sealed.as_ref()).await?;
    // Asked as a stranger, whoever is signed in: a session neither widens nor narrows what a link shows.
    let permitted = |shown: &SharedCredential| {
        let target = Target::Share { institution: &shown.institution, holder: &shown.person, open };
        permit(&Actor::stranger(), Action::ViewShared, &target).is_ok()
    };
    match sealed.filter(permitted) {
        Some(shown) => {
            Ok(Opened { tenant: site.store().tenant(&shown.institution), base: format!("/c/{link}"), shown, link })
        }
        // Only what is wrong is counted and refused: a right link opens for everybody, whatever others have tried.
        None if site.guessed_enough(context.client) => Err(PageError::Hasty),
        None => {
            site.note_guess(context.client);
            Err(PageError::Gone)
        }
    }
}

/// Whether too many wrong codes have closed a share.
async fn closed_by_codes(site: &AppState, shown: Option<&SharedCredential>) -> Result<bool, PageError> {
    let Some(shown) = shown.filter(|shown| shown.share.code.is_some()) else { return Ok(false) };
    let tries = site.store().tenant(&shown.institution).code_tries(&shown.share.id).await?;
    Ok(tries.state(site.now()) == CodeState::Closed)
}
