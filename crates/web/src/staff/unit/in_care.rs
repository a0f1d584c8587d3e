//! A unit for somebody of its institution who may see it.

use signet_access::{Action, Actor, Permit, UnitPlace};
use signet_issue::UnitInHand;
use signet_lang::Locale;
use signet_record::{Language, PersonId, UnitId};
use signet_store::{StoredUnit, Tenant};

use crate::{
    page_error::PageError,
    request_context::RequestContext,
    site::AppState,
    staff::unit_in_care::{unit_id, unit_permit},
};

/// A unit, and who looks at it.
pub struct StaffUnit<'v> {
    /// The rows of the institution.
    pub tenant: Tenant,
    /// Who looks.
    pub actor: &'v Actor,
    /// Which unit.
    pub id: UnitId,
    /// What its ledger adds up to; `None` of a unit that was brought in as a file and has none.
    pub in_hand: Option<UnitInHand>,
    /// Its newest approved version.
    pub newest: Option<StoredUnit>,
    /// Where it stands.
    pub place: UnitPlace,
}

/// Finds a unit for somebody who may see it.
///
/// # Errors
/// When nobody is signed in, they may not, or there is none.
pub async fn unit_in_care<'v>(
    site: &AppState,
    context: &'v RequestContext,
    id: &str,
) -> Result<StaffUnit<'v>, PageError> {
    // Whoever may see no unit at all is told so, whether there is this one or not.
    let (tenant, actor) = context.entitled(site, Action::ViewUnit)?;
    let id = unit_id(id)?;
    let in_hand = site.issuer.units(&tenant).unit(&id).await?;
    let newest = tenant.newest_unit(&id).await?;
    if in_hand.is_none() && newest.is_none() {
        return Err(PageError::NotFound);
    }
    let place = tenant.unit_place(&id).await?;
    let unit = StaffUnit { tenant, actor, id, in_hand, newest, place };
    let _seen = unit.permit(Action::ViewUnit)?;
    Ok(unit)
}

impl StaffUnit<'_> {
    /// Asks whether whoever looks may do something to it.
    ///
    /// # Errors
    /// When they may not.
    pub fn permit(&self, action: Action) -> Result<Permit, PageError> {
        unit_permit(self.actor, &self.tenant, action, self.guarantor(), &self.place)
    }

    /// Who answers for it.
    pub fn guarantor(&self) -> Option<&PersonId> {
        self.in_hand.as_ref().and_then(|in_hand| in_hand.guarantor.as_ref())
    }

    /// What its ledger adds up to.
    ///
    /// # Errors
    /// When it has none.
    pub fn in_hand(&self) -> Result<&UnitInHand, PageError> {
        self.in_hand.as_ref().ok_or(PageError::NotFound)
    }

    /// Its title: the one that is written, else the approved one, else its id in words.
    pub fn title(&self, l: Locale) -> UnitTitle {
        let draft = self.in_hand.as_ref().map(|in_hand| &in_hand.draft);
        let written = |language: Language| draft?.text(&format!("title.{}", language.code())).filter(|t| !t.is_empty());
        let approved = |language: Language| self.newest.as_ref().map(|newest| newest.title.text(language));
        let languages = Language::ALL.into_iter().filter(|language| *language != l.language());
        for language in std::iter::once(l.language()).chain(languages) {
            if let Some(text) = written(language).or_else(|| approved(language)) {
                let language = (language != l.language()).then(|| language.code());
                return UnitTitle { text: text.to_owned(), language };
            }
        }
        UnitTitle { text: l.web_staff_unit_untitled(self.id.as_str()), language: None }
    }
}

/// The title of a unit on a page.
#[derive(Clone, Debug)]
pub struct UnitTitle {
    /// What it says.
    pub text: String,
    /// ISO 639-1 code of its language, where that is not the page's.
    pub language: Option<&'static str>,
}
