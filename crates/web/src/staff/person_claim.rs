//! `GET /staff/claims`: people who ask whether the records are about them, and what was decided. `GET /staff/claims/{id}`: both sides, side by
//! side. `POST`: it is the same person, or it is not.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use signet_access::{Action, Denial};
use signet_issue::{CLAIM_REASON_MAX, ClaimCandidate, ClaimDecided, NameMatch};
use signet_lang::{Locale, args};
use signet_record::PersonId;
use signet_store::{PersonClaim, PersonClaimState, Tenant};

use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, Staff, respond, show},
    site::AppState,
    staff::unit_editor::form::SummaryLine,
    view::{Fact, LinkView, StateTag},
};

/// The list.
#[derive(Template)]
#[template(path = "staff/person_claims.html")]
pub struct PersonClaimsPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// Those that wait, oldest first.
    pub waiting: Vec<ClaimRow>,
    /// Those that were decided, newest first.
    pub decided: Vec<ClaimRow>,
}

/// A request in a list.
pub struct ClaimRow {
    /// Its page.
    pub href: String,
    /// Who asks.
    pub name: String,
    /// When they asked, or when it was decided.
    pub when: String,
    /// Who decided, and why.
    pub said: Option<String>,
    /// How far it is.
    pub state: StateTag,
}

/// One request.
#[derive(Template)]
#[template(path = "staff/person_claim.html")]
pub struct PersonClaimPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// How far it is.
    pub state: StateTag,
    /// What is wrong with the last attempt.
    pub summary: Vec<SummaryLine>,
    /// Who vouches, when it was asked, whether an identifier was typed; what was decided.
    pub facts: Vec<Fact>,
    /// The credential whose identifier was typed, where it is one of the institution's.
    pub credential: Option<LinkView>,
    /// What the identity says, in the order of the rows.
    pub claimed: ComparedPerson,
    /// Who may be meant.
    pub candidates: Vec<CandidateView>,
    /// How far it is: one that waits is decided about, one that is linked can be taken back.
    pub progress: PersonClaimState,
    /// Where the form leads.
    pub action: String,
    /// The reason as it was typed.
    pub reason: String,
    /// What is wrong with it.
    pub reason_wrong: Option<String>,
    /// What is wrong with the choice.
    pub choice_wrong: Option<String>,
}

impl PersonClaimPage {
    /// Whether it is to be decided.
    fn is_waiting(&self) -> bool {
        self.progress == PersonClaimState::Waiting
    }

    /// Whether nothing is left to decide.
    fn is_closed(&self) -> bool {
        self.progress == PersonClaimState::Declined
    }
}

/// A person as they are compared.
pub struct ComparedPerson {
    /// Given names.
    pub given_name: String,
    /// Family names.
    pub family_name: String,
    /// Date of birth.
    pub born: String,
}

/// Somebody in the records.
pub struct CandidateView {
    /// Their number.
    pub person: String,
    /// What is compared.
    pub compared: ComparedPerson,
    /// Place of birth.
    pub birth_place: String,
    /// How the names fit, and whether the identifier is theirs.
    pub match_words: String,
    /// Their credentials.
    pub credentials: String,
    /// They are chosen.
    pub chosen: bool,
}

/// The form.
#[derive(Default, Deserialize)]
pub struct ClaimForm {
    #[serde(default)]
    token: String,
    /// The number of somebody in the records, or nothing.
    #[serde(default)]
    person: String,
    #[serde(default)]
    reason: String,
    /// `link`, `decline` or `undo`: the button.
    #[serde(default)]
    decision: String,
}

/// Shows the list.
pub async fn list(State(site): State<AppState>, context: RequestContext) -> Result<Response, PageError> {
    let tenant = context.staff(&site, Action::LinkPerson)?.tenant;
    let sessions = site.issuer.sessions();
    let mut waiting = sessions.claims(tenant.id(), PersonClaimState::Waiting).await?;
    waiting.reverse();
    let mut decided = sessions.claims(tenant.id(), PersonClaimState::Linked).await?;
    decided.extend(sessions.claims(tenant.id(), PersonClaimState::Declined).await?);
    decided.sort_by_key(|claim| std::cmp::Reverse(claim.decision.as_ref().map(|decision| decision.at)));
    let mut page =
        PersonClaimsPage { f: context.private(Area::Staff), l: context.l, waiting: Vec::new(), decided: Vec::new() };
    for claim in &waiting {
        page.waiting.push(row(&site, &context, claim).await?);
    }
    for claim in &decided {
        page.decided.push(row(&site, &context, claim).await?);
    }
    Ok(show(&page))
}

async fn row(site: &AppState, context: &RequestContext, claim: &PersonClaim) -> Result<ClaimRow, PageError> {
    let l = context.l;
    let (when, said) = match &claim.decision {
        None => (l.instant(claim.asked), None),
        Some(decision) => {
            let by = account_name(site, &decision.by).await?;
            let said = l.web_staff_claim_said(args::WebStaffClaimSaid { by, reason: decision.reason.as_str() });
            (l.instant(decision.at), Some(said))
        }
    };
    Ok(ClaimRow {
        href: context.at(&format!("/staff/claims/{}", claim.id)),
        name: format!("{} {}", claim.named.given_name, claim.named.family_name),
        when,
        said,
        state: state(claim.state(), l),
    })
}

async fn account_name(site: &AppState, account: &signet_registry::Agent) -> Result<String, PageError> {
    let known = site.issuer.sessions().account(account).await?;
    Ok(known.map_or_else(|| account.to_string(), |known| known.name))
}

fn state(state: PersonClaimState, l: Locale) -> StateTag {
    match state {
        PersonClaimState::Waiting => StateTag::doubt(l.web_staff_claim_waiting()),
        PersonClaimState::Linked => StateTag::good(l.web_staff_claim_linked()),
        PersonClaimState::Declined => StateTag::bad(l.web_staff_claim_declined()),
    }
}

/// Shows one.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let tenant = context.staff(&site, Action::LinkPerson)?.tenant;
    let claim = find(&site, &tenant, &id).await?;
    Ok(show(&page(&site, &context, &tenant, &claim, &ClaimForm::default()).await?))
}

async fn find(site: &AppState, tenant: &Tenant, id: &str) -> Result<PersonClaim, PageError> {
    let Ok(id) = id.parse() else { return Err(PageError::NotFound) };
    site.issuer.sessions().claim(tenant.id(), &id).await?.ok_or(PageError::NotFound)
}

async fn page(
    site: &AppState,
    context: &RequestContext,
    tenant: &Tenant,
    claim: &PersonClaim,
    form: &ClaimForm,
) -> Result<PersonClaimPage, PageError> {
    let l = context.l;
    let mut candidates = Vec::new();
    for candidate in site.issuer.claim_candidates(tenant, claim).await? {
        let many = tenant.credentials_of(&candidate.holder.person).await?.len();
        candidates.push(candidate_view(&candidate, many, form, l));
    }
    let credential = match &claim.credential {
        Some(id) => tenant.credential(id).await?.map(|stored| LinkView {
            href: context.at(&format!("/staff/credentials/{id}")),
            label: stored.title.text(l.language()).to_owned(),
        }),
        None => None,
    };
    Ok(PersonClaimPage {
        f: context.private(Area::Staff),
        l,
        state: state(claim.state(), l),
        summary: Vec::new(),
        facts: facts(site, claim, credential.is_some(), l).await?,
        credential,
        claimed: ComparedPerson {
            given_name: claim.named.given_name.to_string(),
            family_name: claim.named.family_name.to_string(),
            born: l.date(claim.named.born),
        },
        candidates,
        action: context.at(&format!("/staff/claims/{}", claim.id)),
        progress: claim.state(),
        reason: form.reason.clone(),
        reason_wrong: None,
        choice_wrong: None,
    })
}

async fn facts(site: &AppState, claim: &PersonClaim, is_ours: bool, l: Locale) -> Result<Vec<Fact>, PageError> {
    let option = site.login_option(claim.named.provider.as_str());
    let provider =
        option.map_or_else(|| claim.named.provider.to_string(), |option| option.name(l.language()).to_owned());
    let typed = match (claim.credential.is_some(), is_ours) {
        (false, _) => l.web_staff_claim_typed_none(),
        (true, false) => l.web_staff_claim_typed_unknown(),
        (true, true) => l.web_staff_claim_typed_ours(),
    };
    let mut facts = vec![
        Fact::new(l.web_staff_claim_provider(), provider),
        Fact::new(l.web_staff_claim_asked(), l.instant(claim.asked)),
        Fact::new(l.web_staff_claim_typed(), typed),
    ];
    if let Some(decision) = &claim.decision {
        let by = account_name(site, &decision.by).await?;
        facts.push(Fact::new(l.web_staff_claim_decided(), l.instant(decision.at)));
        facts.push(Fact::new(l.web_staff_claim_by(), by));
        facts.extend(Fact::one(l.web_staff_claim_person(), decision.person.as_ref().map(ToString::to_string)));
        facts.push(Fact::new(l.web_staff_claim_reason(), decision.reason.clone()));
    }
    Ok(facts)
}

fn candidate_view(candidate: &ClaimCandidate, many: usize, form: &ClaimForm, l: Locale) -> CandidateView {
    let holder = &candidate.holder;
    let text = |name: Option<&signet_record::Line>| name.map_or_else(|| "–".to_owned(), ToString::to_string);
    let names = match candidate.names {
        NameMatch::Same => l.web_staff_claim_names_same(),
        NameMatch::OtherFamilyName => l.web_staff_claim_names_family(),
        NameMatch::Other => l.web_staff_claim_names_other(),
    };
    let identifier = candidate.has_credential.then(|| l.web_staff_claim_has_credential());
    CandidateView {
        chosen: form.person == holder.person.as_str(),
        person: holder.person.to_string(),
        compared: ComparedPerson {
            given_name: text(holder.given_name.as_ref()),
            family_name: text(holder.family_name.as_ref()),
            born: l.date(holder.born),
        },
        birth_place: text(holder.birth_place.as_ref()),
        match_words: [Some(names), identifier].into_iter().flatten().collect::<Vec<_>>().join(" "),
        credentials: l.web_staff_work_credentials(many),
    }
}

/// Decides, or takes back what was linked.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
    Form(form): Form<ClaimForm>,
) -> Result<Response, PageError> {
    context.check_csrf(&form.token)?;
    let Staff { tenant, permit, .. } = context.staff(&site, Action::LinkPerson)?;
    let claim = find(&site, &tenant, &id).await?;
    let l = context.l;
    let mut again = page(&site, &context, &tenant, &claim, &form).await?;
    let reason = form.reason.trim();
    if reason.is_empty() || reason.chars().count() > CLAIM_REASON_MAX {
        again.reason_wrong = Some(l.web_staff_claim_reason_wrong(CLAIM_REASON_MAX));
    }
    let chosen = again.candidates.iter().find(|one| one.chosen).and_then(|one| one.person.parse::<PersonId>().ok());
    let is_undone = form.decision == "undo";
    let person = match (form.decision.as_str(), chosen) {
        ("decline" | "undo", _) => None,
        ("link", Some(person)) => Some(person),
        _ => {
            again.choice_wrong = Some(l.web_staff_claim_choice_wrong());
            None
        }
    };
    let wrong = [("#person-1", &again.choice_wrong), ("#reason", &again.reason_wrong)];
    again.summary = wrong
        .into_iter()
        .filter_map(|(href, text)| Some(SummaryLine { href: href.to_owned(), text: text.clone()? }))
        .collect();
    if !again.summary.is_empty() {
        return Ok(respond(StatusCode::UNPROCESSABLE_ENTITY, &again));
    }
    let decided = match is_undone {
        true => site.issuer.undo_claim(&tenant, claim, reason, permit).await?,
        false => site.issuer.decide_claim(&tenant, claim, person, reason, permit).await?,
    };
    match decided {
        ClaimDecided::Done => Ok(Redirect::to(&context.at(&format!("/staff/claims/{id}"))).into_response()),
        ClaimDecided::OwnPerson => Err(PageError::Denied(Action::LinkPerson, Denial::Themselves)),
        ClaimDecided::NotNow => {
            again.summary = vec![SummaryLine { href: "#reason".to_owned(), text: l.web_staff_claim_not_now() }];
            Ok(respond(StatusCode::CONFLICT, &again))
        }
    }
}
