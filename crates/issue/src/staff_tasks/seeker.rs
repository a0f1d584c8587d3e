//! Whose tasks are looked for.

use signet_access::{Action, Actor, Right, is_entitled, right};
use signet_record::{Date, PersonId, Timestamp};
use signet_store::{RunsOf, Tenant, UnitsOf, UnitsWithin};

/// Who asks what there is to do.
pub struct TaskSeeker<'v> {
    /// The rows of their institution.
    pub tenant: &'v Tenant,
    /// The units within their scope.
    pub within: &'v UnitsWithin,
    /// Who they are.
    pub actor: &'v Actor,
    /// The present instant.
    pub now: Timestamp,
    /// Today where the institution is.
    pub today: Date,
}

impl TaskSeeker<'_> {
    /// The units to which they may do something: all within their scope, or those that they answer for; `None` when there can be none.
    pub(crate) fn units(&self, action: Action) -> Option<UnitsOf<'_>> {
        match right(self.actor.role(), action) {
            Right::All => Some(UnitsOf::Within(self.within)),
            Right::Guaranteed => self.actor.person().map(UnitsOf::Guarantor),
            Right::Assessed | Right::None | Right::Own | Right::Shared => None,
        }
    }

    /// The runs to which they may do something: all within their scope, or those of the units that they answer for.
    pub(crate) fn runs(&self, action: Action) -> Option<RunsOf<'_>> {
        match right(self.actor.role(), action) {
            Right::All => Some(RunsOf::Within(self.within)),
            Right::Guaranteed => self.actor.person().map(RunsOf::Guarantor),
            Right::Assessed | Right::None | Right::Own | Right::Shared => None,
        }
    }

    /// The person whose results of runs they enter because they assess these; `None` of whoever enters them for another reason.
    pub(crate) fn assessed(&self) -> Option<&PersonId> {
        self.actor.person().filter(|_| right(self.actor.role(), Action::EnterResult) == Right::Assessed)
    }

    /// Whether they may do something in their institution, within their scope.
    pub(crate) fn may(&self, action: Action) -> bool {
        is_entitled(self.actor, action)
    }
}
