//! A run for somebody of its institution who may see it.

use signet_access::{Action, Actor, Permit, offered};
use signet_issue::{RunInHand, RunWorkflow};
use signet_lang::Locale;
use signet_record::PersonId;
use signet_store::{RunKey, RunsOf, Tenant};

use super::address;
use crate::{
    page_error::PageError,
    request_context::{RequestContext, permit},
    site::AppState,
};

/// A run, and who looks at it.
pub(super) struct RunInCare<'v> {
    pub tenant: Tenant,
    pub actor: &'v Actor,
    pub run: RunInHand,
}

/// Finds a run for somebody who may see it, and whose role does something to any run.
///
/// # Errors
/// When nobody is signed in, they may not, or there is none.
pub(super) async fn run_in_care<'v>(
    site: &AppState,
    context: &'v RequestContext,
    (unit, run): (&str, &str),
    action: Action,
) -> Result<RunInCare<'v>, PageError> {
    let (tenant, actor) = context.entitled(site, action)?;
    let (Ok(unit), Ok(run)) = (unit.parse(), run.parse()) else { return Err(PageError::NotFound) };
    let run = site.issuer.runs(&tenant).run(&RunKey { unit, run }).await?.ok_or(PageError::NotFound)?;
    let found = RunInCare { tenant, actor, run };
    let _seen = found.permit(Action::ViewRun)?;
    Ok(found)
}

/// Whose runs somebody sees in a list: all, those of their units, those that they assess; `None` of a person who is not known.
pub(super) fn listed_for(tenant: &Tenant, actor: &Actor) -> Option<RunsOf<'static>> {
    let target = signet_access::Target::Run { institution: tenant.id(), guarantor: None, assessors: &[] };
    offered(actor, Action::ViewRun, &target).is_ok().then_some(RunsOf::Institution)
}

/// The same for a person: their units, or the runs they assess.
pub(super) fn listed_for_person<'p>(tenant: &Tenant, actor: &Actor, person: &'p PersonId) -> Option<RunsOf<'p>> {
    let own = signet_access::Target::Run { institution: tenant.id(), guarantor: Some(person), assessors: &[] };
    if offered(actor, Action::ViewRun, &own).is_ok() {
        return Some(RunsOf::Guarantor(person));
    }
    let assessors = std::slice::from_ref(person);
    let assessed = signet_access::Target::Run { institution: tenant.id(), guarantor: None, assessors };
    offered(actor, Action::ViewRun, &assessed).is_ok().then_some(RunsOf::Assessor(person))
}

impl RunInCare<'_> {
    /// Asks whether whoever looks may do something to it.
    ///
    /// # Errors
    /// When they may not.
    pub fn permit(&self, action: Action) -> Result<Permit, PageError> {
        permit(self.actor, action, &self.run.target(&self.tenant))
    }

    pub fn may(&self, action: Action) -> bool {
        offered(self.actor, action, &self.run.target(&self.tenant)).is_ok()
    }

    /// Whether whoever looks may enter results of the run, but for their own.
    pub fn may_enter(&self) -> bool {
        let holder = PersonId::new("-");
        let Ok(holder) = holder else { return false };
        let (institution, guarantor) = (self.tenant.id(), self.run.stored.guarantor.as_ref());
        let assessors = &self.run.assessors;
        let target = signet_access::Target::Result { institution, holder: &holder, guarantor, assessors };
        offered(self.actor, Action::EnterResult, &target).is_ok()
    }

    pub fn key(&self) -> &RunKey {
        &self.run.stored.key
    }

    pub fn workflow<'w>(&'w self, site: &'w AppState) -> RunWorkflow<'w> {
        site.issuer.runs(&self.tenant)
    }

    /// The unit with the run: `Základy práce s daty – 2026-jaro`.
    pub fn title(&self, l: Locale) -> String {
        format!("{} – {}", self.run.stored.title.text(l.language()), self.key().run)
    }

    /// The address of a page below the run's.
    pub fn below(&self, context: &RequestContext, page: &str) -> String {
        context.at(&address::below(self.key(), page))
    }

    pub fn home(&self, context: &RequestContext) -> String {
        context.at(&address::run(self.key()))
    }
}
