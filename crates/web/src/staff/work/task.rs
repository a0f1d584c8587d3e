//! One task, and whose tasks are looked for.

use signet_access::{Action, Actor, Denial, Target, offered};
use signet_lang::Locale;
use signet_record::{Date, PersonId, Timestamp};
use signet_store::{RunsOf, Tenant, UnitsOf};

/// Something that waits for somebody.
#[derive(Clone, Debug)]
pub struct Task {
    /// What it is about: a unit, an upload.
    pub title: String,
    /// Where it is done: a path without the language.
    pub path: String,
    /// Since when it waits.
    pub since: Timestamp,
    /// What makes it urgent, or says how much there is.
    pub note: Option<String>,
}

/// Who asks what there is to do.
pub struct TaskSeeker<'v> {
    /// The rows of their institution.
    pub tenant: &'v Tenant,
    /// Who they are.
    pub actor: &'v Actor,
    /// The present instant.
    pub now: Timestamp,
    /// Today where the institution is.
    pub today: Date,
    /// Their language.
    pub l: Locale,
}

impl TaskSeeker<'_> {
    /// The units to which they may do something: all of the institution, or those that they answer for; `None` when there can be none.
    pub fn units(&self, action: Action) -> Option<UnitsOf<'_>> {
        let own = self.actor.person();
        match offered(self.actor, action, &self.unit(None)) {
            Ok(()) => Some(UnitsOf::Institution),
            Err(Denial::NotOwn) => {
                let person = own.filter(|person| offered(self.actor, action, &self.unit(Some(person))).is_ok());
                person.map(UnitsOf::Guarantor)
            }
            Err(_) => None,
        }
    }

    /// The runs to which they may do something: all of the institution, or those of the units that they answer for.
    pub fn runs(&self, action: Action) -> Option<RunsOf<'_>> {
        let target = |guarantor| Target::Run { institution: self.tenant.id(), guarantor, assessors: &[] };
        match offered(self.actor, action, &target(None)) {
            Ok(()) => Some(RunsOf::Institution),
            Err(Denial::NotOwn) => {
                let own = self.actor.person();
                let person = own.filter(|person| offered(self.actor, action, &target(Some(person))).is_ok());
                person.map(RunsOf::Guarantor)
            }
            Err(_) => None,
        }
    }

    /// The person whose results of runs they enter because they assess these; `None` of whoever enters them for another reason.
    pub fn assessed(&self) -> Option<&PersonId> {
        let person = self.actor.person()?;
        let target = |assessors| Target::Run { institution: self.tenant.id(), guarantor: None, assessors };
        let any = offered(self.actor, Action::ViewRun, &target(&[])).is_ok();
        let own = offered(self.actor, Action::ViewRun, &target(std::slice::from_ref(person))).is_ok();
        (own && !any).then_some(person)
    }

    /// Whether they may do something in their institution.
    pub fn may(&self, action: Action) -> bool {
        offered(self.actor, action, &Target::Institution(self.tenant.id())).is_ok()
    }

    fn unit<'t>(&'t self, guarantor: Option<&'t PersonId>) -> Target<'t> {
        Target::Unit { institution: self.tenant.id(), guarantor }
    }
}
