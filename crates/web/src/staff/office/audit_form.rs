//! What an audit is narrowed to, as the form sends it, and for whom.

use serde::Deserialize;
use signet_access::{Action, Actor, Denial, Right, Target, has_right, right};
use signet_lang::{
    Locale,
    when::{beginning_of_day_in_prague, end_of_day_in_prague},
};
use signet_record::{CredentialId, Date, PersonId, UnitId};
use signet_registry::Agent;
use signet_store::{AuditFilter, AuditKind, Tenant};

use crate::{
    day,
    page_error::PageError,
    request_context::{RequestContext, permit},
    site::AppState,
    view::FieldProblem,
};

/// What is asked for.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct AuditForm {
    /// The token of the session's forms.
    #[serde(default)]
    pub token: String,
    /// An account, or somebody's number in the institution's records.
    #[serde(default)]
    pub who: String,
    /// Code of a kind.
    #[serde(default)]
    pub kind: String,
    /// A unit or a credential.
    #[serde(default)]
    pub object: String,
    /// First day, `2026-09-01`.
    #[serde(default)]
    pub from: String,
    /// Last day.
    #[serde(default)]
    pub to: String,
    /// Where the page begins.
    #[serde(default)]
    pub after: String,
}

/// Whoever may read an audit, and how much of it.
pub struct AuditReader<'v> {
    /// The rows of the institution.
    pub tenant: Tenant,
    /// Who reads.
    pub actor: &'v Actor,
    /// The units that alone are theirs to see; `None` where that is everything.
    pub own_units: Option<Vec<UnitId>>,
}

impl AuditForm {
    /// Names and values of what is asked for, without the place in the list.
    pub fn fields(&self) -> [(&'static str, &str); 5] {
        [("who", &self.who), ("kind", &self.kind), ("object", &self.object), ("from", &self.from), ("to", &self.to)]
    }

    /// What narrows the audit.
    ///
    /// # Errors
    /// With a sentence for each field that cannot be read.
    pub async fn filter(
        &self,
        site: &AppState,
        reader: &AuditReader<'_>,
        l: Locale,
    ) -> Result<Result<AuditFilter, Vec<FieldProblem>>, PageError> {
        let mut problems = Vec::new();
        let mut filter = AuditFilter::default();
        let mut wrong = |field, sentence| problems.push(FieldProblem { field, sentence });
        match self.who.trim() {
            "" => {}
            who => match account(site, reader, who).await? {
                Some(account) => filter.account = Some(account),
                None => wrong("who", l.web_staff_audit_problem_who()),
            },
        }
        match self.kind.as_str() {
            "" => {}
            kind => match AuditKind::from_code(kind) {
                Some(kind) => filter.kind = Some(kind),
                None => wrong("kind", l.web_staff_find_problem_choice()),
            },
        }
        let object = self.object.trim();
        let object = object.strip_prefix("urn:credential:").unwrap_or(object);
        match (object, object.parse::<CredentialId>(), object.parse::<UnitId>()) {
            ("", ..) => {}
            (_, Ok(credential), _) => filter.credential = Some(credential),
            (_, _, Ok(unit)) => filter.unit = Some(unit),
            _ => wrong("object", l.web_staff_audit_problem_object()),
        }
        let (from, to) = (date(&self.from), date(&self.to));
        for (read, field) in [(&from, "from"), (&to, "to")] {
            if read.is_err() {
                wrong(field, l.web_staff_find_problem_day());
            }
        }
        if let (Ok(from), Ok(to)) = (from, to) {
            if from.zip(to).is_some_and(|(from, to)| to < from) {
                wrong("to", l.web_staff_find_problem_period());
            }
            filter.from = from.and_then(beginning_of_day_in_prague);
            filter.until = to.and_then(end_of_day_in_prague);
        }
        filter.with_security = reader.sees_sign_ins();
        if problems.is_empty() { Ok(Ok(reader.confined(filter))) } else { Ok(Err(problems)) }
    }
}

impl<'v> AuditReader<'v> {
    /// Whoever is signed in: all of their institution, the units that their role reaches, or as a guarantor their own of these.
    ///
    /// # Errors
    /// When they may read no audit.
    pub async fn of(site: &AppState, context: &'v RequestContext) -> Result<AuditReader<'v>, PageError> {
        let actor = &context.require_session()?.session.actor;
        let institution = actor.institution().ok_or(PageError::Denied(Action::ViewAudit, Denial::Role))?;
        let tenant = site.store().tenant(institution);
        let within = tenant.units_within(actor.scope()).await?;
        let own_units = match (right(actor.role(), Action::ViewAudit), actor.person()) {
            (Right::All, _) => within.units().map(|units| units.cloned().collect()),
            (Right::Guaranteed, Some(person)) => {
                let mut units = tenant.unit_overview().await?;
                units.retain(|unit| unit.guarantor.as_ref() == Some(person) && within.holds(&unit.unit));
                Some(units.into_iter().map(|unit| unit.unit).collect())
            }
            (Right::Guaranteed, None) => return Err(PageError::Denied(Action::ViewAudit, Denial::NotOwn)),
            _ => return Err(PageError::Denied(Action::ViewAudit, Denial::Role)),
        };
        if own_units.is_none() {
            let target = Target::Unit { institution, guarantor: None, place: None };
            let _may = permit(actor, Action::ViewAudit, &target)?;
        }
        Ok(AuditReader { tenant, actor, own_units })
    }

    /// Whether they read how colleagues get in: those who look after roles, or look at everything.
    pub fn sees_sign_ins(&self) -> bool {
        self.own_units.is_none() && has_right(self.actor.role(), Action::ViewGrants)
    }

    /// The filter within what may be read: a guarantor reads one of their own units, the first where they named none.
    fn confined(&self, filter: AuditFilter) -> AuditFilter {
        let Some(own) = &self.own_units else { return filter };
        let asked = filter.unit.as_ref().filter(|unit| own.contains(unit)).or(own.first());
        AuditFilter { unit: asked.cloned(), ..filter }
    }

    /// Whether there is anything at all that they may read.
    pub fn reads_nothing(&self) -> bool {
        self.own_units.as_ref().is_some_and(Vec::is_empty)
    }
}

/// The account of that name, or one that the person with this number was given roles under.
async fn account(site: &AppState, reader: &AuditReader<'_>, who: &str) -> Result<Option<Agent>, PageError> {
    let sessions = site.issuer.sessions();
    if let Ok(account) = Agent::new(who)
        && sessions.account(&account).await?.is_some()
    {
        return Ok(Some(account));
    }
    let Ok(person) = PersonId::new(who) else { return Ok(None) };
    let given = sessions.roles_of_person(reader.tenant.id(), &person).await?;
    Ok(given.into_iter().next().map(|given| given.account))
}

/// A text that is no day.
struct NotADay;

fn date(text: &str) -> Result<Option<Date>, NotADay> {
    if text.is_empty() { Ok(None) } else { day::of_field(text).map(Some).ok_or(NotADay) }
}
