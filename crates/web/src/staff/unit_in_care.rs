//! One unit of the institution, for someone who may do something to it.

use signet_access::{Action, Actor, Permit, Target, UnitPlace, offered};
use signet_issue::UnitInHand;
use signet_record::{PersonId, UnitId};
use signet_store::Tenant;

use crate::{
    page_error::PageError,
    request_context::{RequestContext, permit},
    site::AppState,
};

/// A unit that has a ledger.
pub struct UnitInCare<'v> {
    /// The rows of the institution.
    pub tenant: Tenant,
    /// Who acts.
    pub actor: &'v Actor,
    /// Leave to do it.
    pub permit: Permit,
    /// Which unit.
    pub id: UnitId,
    /// As it stands.
    pub unit: UnitInHand,
}

/// The id in an address; what no unit can be called is not there.
///
/// # Errors
/// When it is no id.
pub fn unit_id(text: &str) -> Result<UnitId, PageError> {
    text.parse().or(Err(PageError::NotFound))
}

/// Leave to do something to a unit for which somebody answers, and which stands somewhere.
///
/// # Errors
/// When it may not be done.
pub fn unit_permit(
    actor: &Actor,
    tenant: &Tenant,
    action: Action,
    guarantor: Option<&PersonId>,
    place: &UnitPlace,
) -> Result<Permit, PageError> {
    permit(actor, action, &Target::Unit { institution: tenant.id(), guarantor, place: Some(place) })
}

/// Finds it.
///
/// # Errors
/// When nobody is signed in, they may not, or there is no such unit with a ledger.
pub async fn unit_in_care<'v>(
    site: &AppState,
    context: &'v RequestContext,
    id: &str,
    action: Action,
) -> Result<UnitInCare<'v>, PageError> {
    let (tenant, actor) = context.entitled(site, action)?;
    let id = unit_id(id)?;
    let unit = site.issuer.units(&tenant).unit(&id).await?.ok_or(PageError::NotFound)?;
    let permit = unit_permit(actor, &tenant, action, unit.guarantor.as_ref(), &unit.place)?;
    Ok(UnitInCare { tenant, actor, permit, id, unit })
}

impl UnitInCare<'_> {
    /// Whether they may do something else to it, too: what a page offers.
    pub fn may(&self, action: Action) -> bool {
        let (guarantor, place) = (self.unit.guarantor.as_ref(), Some(&self.unit.place));
        let target = Target::Unit { institution: self.tenant.id(), guarantor, place };
        offered(self.actor, action, &target).is_ok()
    }
}
