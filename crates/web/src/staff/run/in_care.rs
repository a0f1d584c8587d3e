//! A run for somebody of its institution who may see it.

use signet_access::{Action, Actor, Permit, Right, offered, right};
use signet_issue::{RunInHand, RunWorkflow};
use signet_lang::Locale;
use signet_record::PersonId;
use signet_store::{RunKey, RunsOf, Tenant, UnitsWithin};

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

/// Whose runs somebody sees in a list: all within their scope, those of their units, those that they assess; `None` of a person who is not known.
pub(super) fn listed_for<'p>(actor: &'p Actor, within: &'p UnitsWithin) -> Option<RunsOf<'p>> {
    match right(actor.role(), Action::ViewRun) {
        Right::All => Some(RunsOf::Within(within)),
        Right::Guaranteed => actor.person().map(RunsOf::Guarantor),
        Right::Assessed => actor.person().map(RunsOf::Assessor),
        Right::None | Right::Own | Right::Shared => None,
    }
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
        offered(self.actor, Action::EnterResult, &self.run.result(&self.tenant, &holder)).is_ok()
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
