//! `GET /staff/roles/new`: the form by which a colleague is given a role. `POST`: first a page that shows what will hold, then the act.

use askama::Template;
use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use signet_access::{Action, Denial, GrantFlaw, GrantTerm, Role};
use signet_issue::{GrantError, PersonGrant};
use signet_lang::Locale;
use signet_record::PersonId;
use signet_registry::Agent;
use signet_store::Tenant;

use super::{
    roles::{grant_permit, may_manage},
    scope_form::{ScopeChoices, ScopeFields},
};
use crate::{
    area::RoleRow,
    day,
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, respond, show},
    role_words::role_word,
    sent_fields::SentFields,
    site::AppState,
    view::{Choice, Fact, FieldProblem, FieldProblems},
};

/// Longest name of an account (characters).
const NAME_MAX: usize = 100;

/// Longest reason (characters).
pub const REASON_MAX: usize = 300;

/// The page: the form, or what it comes to.
#[derive(Template)]
#[template(path = "staff/role_form.html")]
pub struct RoleFormPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// What was wrong with what was sent.
    pub problems: FieldProblems,
    /// What stands in the fields.
    pub form: RoleFields,
    /// The roles to choose from.
    pub roles: Vec<Choice>,
    /// How far it may reach.
    pub scopes: ScopeChoices,
    /// For what it may be given.
    pub terms: Vec<Choice>,
    /// What will hold, once the form is right.
    pub facts: Vec<Fact>,
    /// The first and the last day that may be chosen.
    pub days: (String, String),
}

/// What stands in the fields, and what the form sends.
#[derive(Clone, Default)]
pub struct RoleFields {
    /// Who it is in the institution's records.
    pub person: String,
    /// What colleagues are shown.
    pub name: String,
    /// Code of the role.
    pub role: String,
    /// How far it reaches.
    pub scope: ScopeFields,
    /// Code of the term.
    pub term: String,
    /// The last day, `2026-12-31`.
    pub until: String,
    /// Why.
    pub reason: String,
    /// `yes` from the page that asks again.
    pub confirmed: String,
}

/// Shows the form.
pub async fn get(State(site): State<AppState>, context: RequestContext) -> Result<Response, PageError> {
    let (tenant, _) = may_manage(&site, &context)?;
    let (term, scope) = (GrantTerm::Regular.code().to_owned(), ScopeFields::whole());
    let form = RoleFields { term, scope, ..RoleFields::default() };
    Ok(show(&page(&site, &context, &tenant, form).await?))
}

/// Shows what will hold, and then gives the role.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Form(sent): Form<SentFields>,
) -> Result<Response, PageError> {
    context.check_csrf(sent.get("token"))?;
    let form = RoleFields::of(&sent);
    let (tenant, actor) = may_manage(&site, &context)?;
    let l = context.l;
    let grant = match form.read(&site, &tenant, l).await? {
        Ok(grant) => grant,
        Err(problems) => return Ok(refused(page(&site, &context, &tenant, form).await?, problems)),
    };
    let account = site.issuer.account_for_grants(tenant.id(), &grant.person).await?;
    let permit = match grant_permit(&tenant, actor, &account, Some(&grant.person)) {
        Err(PageError::Denied(Action::ManageGrants, Denial::Themselves)) => {
            let problem = FieldProblem { field: "person", sentence: l.web_staff_roles_problem_own() };
            return Ok(refused(page(&site, &context, &tenant, form).await?, vec![problem]));
        }
        permit => permit?,
    };
    let known = site.issuer.sessions().account(&account).await?.map(|known| known.name);
    let grant = PersonGrant { account, name: known.unwrap_or(grant.name), ..grant };
    if form.confirmed != "yes" {
        return Ok(show(&RoleFormPage { facts: facts(&grant, l), ..page(&site, &context, &tenant, form).await? }));
    }
    match site.issuer.grant_to_person(&tenant, grant, permit).await {
        Ok(()) => Ok(Redirect::to(&context.at("/staff/roles?done=granted")).into_response()),
        Err(GrantError::Blocked) => {
            let problem = FieldProblem { field: "person", sentence: l.web_staff_roles_problem_blocked() };
            Ok(refused(page(&site, &context, &tenant, form).await?, vec![problem]))
        }
        Err(GrantError::Flaw(flaw)) => {
            let problem = of_flaw(flaw, l);
            Ok(refused(page(&site, &context, &tenant, form).await?, vec![problem]))
        }
        Err(error) => Err(error.into()),
    }
}

fn refused(page: RoleFormPage, problems: Vec<FieldProblem>) -> Response {
    respond(StatusCode::UNPROCESSABLE_ENTITY, &RoleFormPage { problems: FieldProblems(problems), ..page })
}

fn of_flaw(flaw: GrantFlaw, l: Locale) -> FieldProblem {
    match flaw {
        GrantFlaw::Past => FieldProblem { field: "until", sentence: l.web_staff_roles_problem_past() },
        GrantFlaw::Scope(_) => FieldProblem { field: "reach", sentence: l.web_staff_roles_problem_scope() },
        GrantFlaw::Role(_) => FieldProblem { field: "role", sentence: l.web_staff_roles_problem_role() },
        GrantFlaw::TooLong(term) => FieldProblem {
            field: "until",
            sentence: match term {
                GrantTerm::Regular => l.web_staff_roles_problem_year(),
                GrantTerm::Substitute => l.web_staff_roles_problem_substitute(u32::from(term.days_max())),
            },
        },
    }
}

/// A text of one line without anything that cannot be typed into it.
pub fn is_line(text: &str, longest: usize) -> bool {
    !text.is_empty() && text.chars().count() <= longest && !text.chars().any(char::is_control)
}

impl RoleFields {
    /// What was sent.
    fn of(sent: &SentFields) -> RoleFields {
        let field = |name: &str| sent.get(name).to_owned();
        RoleFields {
            person: field("person"),
            name: field("name"),
            role: field("role"),
            scope: ScopeFields::of(sent),
            term: field("term"),
            until: field("until"),
            reason: field("reason"),
            confirmed: field("confirmed"),
        }
    }

    /// What the fields say; the account is not known yet.
    async fn read(
        &self,
        site: &AppState,
        tenant: &Tenant,
        l: Locale,
    ) -> Result<Result<PersonGrant, Vec<FieldProblem>>, PageError> {
        let mut problems = Vec::new();
        let mut wrong = |field, sentence| problems.push(FieldProblem { field, sentence });
        let person = PersonId::new(self.person.trim());
        if let Err(flaw) = &person {
            wrong("person", l.problem(&flaw.problem));
        }
        let name = self.name.trim();
        if !is_line(name, NAME_MAX) {
            wrong("name", l.web_staff_roles_problem_name());
        }
        let role = Role::of_institution().find(|role| role.code() == self.role);
        if role.is_none() {
            wrong("role", l.web_staff_roles_problem_role());
        }
        let scope = self.scope.read(tenant, role, l).await?.map_err(|problem| wrong(problem.field, problem.sentence));
        let term = GrantTerm::from_code(&self.term);
        if term.is_none() {
            wrong("term", l.web_staff_roles_problem_term());
        }
        let ends = day::of_field(&self.until).and_then(day::end_of);
        match (ends, term.map(|term| ends.map(|ends| term.check(ends, site.now())))) {
            (None, _) => wrong("until", l.web_staff_roles_problem_until()),
            (Some(_), Some(Some(Err(flaw)))) => problems.push(of_flaw(flaw, l)),
            _ => {}
        }
        let reason = self.reason.trim();
        if !is_line(reason, REASON_MAX) {
            problems.push(FieldProblem { field: "reason", sentence: l.web_staff_roles_problem_reason() });
        }
        Ok(match (person, role, scope, term, ends, problems.is_empty()) {
            (Ok(person), Some(role), Ok(scope), Some(term), Some(ends), true) => Ok(PersonGrant {
                account: Agent::anyone(),
                name: name.to_owned(),
                person,
                role,
                scope,
                term,
                ends,
                reason: reason.to_owned(),
            }),
            _ => Err(problems),
        })
    }
}

/// What will hold.
fn facts(grant: &PersonGrant, l: Locale) -> Vec<Fact> {
    vec![
        Fact::new(l.web_staff_roles_whom(), format!("{} ({})", grant.name, grant.person)),
        Fact::new(l.web_account_role(), role_word(grant.role, &grant.scope, l)),
        Fact::new(l.web_account_can(), RoleRow::of(grant.role).abilities(l).join(" ")),
        Fact::new(l.web_staff_roles_until(), l.date(day::last_before(grant.ends))),
        Fact::new(l.web_staff_roles_reason(), grant.reason.clone()),
    ]
}

async fn page(
    site: &AppState,
    context: &RequestContext,
    tenant: &Tenant,
    form: RoleFields,
) -> Result<RoleFormPage, PageError> {
    let (l, now) = (context.l, site.now());
    let role = |role: Role| Choice::new(role.code(), RoleRow::of(role).word(l), &form.role);
    let term = |term: GrantTerm| {
        let label = match term {
            GrantTerm::Regular => l.web_staff_roles_term_regular(),
            GrantTerm::Substitute => l.web_staff_roles_term_substitute(u32::from(term.days_max())),
        };
        Choice::new(term.code(), label, &form.term)
    };
    let last = day::after(now, i64::from(GrantTerm::Regular.days_max()));
    Ok(RoleFormPage {
        f: context.private(Area::Staff),
        l,
        problems: FieldProblems::default(),
        roles: Role::of_institution().map(role).collect(),
        scopes: form.scope.choices(tenant, l).await?,
        terms: GrantTerm::ALL.into_iter().map(term).collect(),
        facts: Vec::new(),
        days: (site.issuer.today().to_string(), last.to_string()),
        form,
    })
}
