//! `GET /staff/units/{unit}/runs/{run}/issue`: who met all conditions, and who did not and why. `POST`: asks once more about those who were
//! chosen, then hands them in and says the first word about their batch, as of any upload: now, or not before an instant.

use std::collections::BTreeSet;

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use signet_access::{Action, Denial, has_right};
use signet_issue::{BatchSaid, HandInError, JudgedParticipant, RunActError};
use signet_lang::Locale;
use signet_offering::{Conditions, RunState};
use signet_record::{PersonId, Timestamp};
use signet_store::BatchId;

use super::{
    address,
    in_care::{RunInCare, run_in_care},
    unmet,
    words::{participant_tag, refused},
};
use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, Staff, draw, respond},
    sent_fields::SentFields,
    site::AppState,
    staff::{take_in::take_in, when::WhenFields},
    view::{Fact, FieldProblem, FieldProblems, StateTag},
};

/// The page.
#[derive(Template)]
#[template(path = "staff/run_issue.html")]
pub struct RunIssuePage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// The unit and the run.
    pub run: String,
    /// The page of the run.
    pub back: String,
    /// What was wrong with the last attempt, and with which field.
    pub problems: FieldProblems,
    /// Whether results are closed, so that anything can be issued.
    pub open: bool,
    /// Those who met all conditions.
    pub ready: Vec<ReadyRow>,
    /// The others.
    pub others: Vec<UnmetRow>,
    /// What stands in the fields of the time.
    pub when: WhenFields,
    /// Where the form leads.
    pub action: String,
}

/// The page that asks once more.
#[derive(Template)]
#[template(path = "staff/run_issue_confirm.html")]
pub struct RunIssueConfirmPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// The unit and the run.
    pub run: String,
    /// The list.
    pub back: String,
    /// How many, and when.
    pub facts: Vec<Fact>,
    /// Those who were chosen, by number and name.
    pub chosen: Vec<(String, String)>,
    /// The time, as it was typed.
    pub when: WhenFields,
    /// Another has to agree.
    pub second: bool,
    /// Seals are for trying only.
    pub test: bool,
    /// Where the form leads.
    pub action: String,
}

/// Somebody who met all conditions.
pub struct ReadyRow {
    /// Their number.
    pub person: String,
    /// Their name.
    pub name: String,
    /// Their page.
    pub href: String,
    /// The final grade.
    pub grade: String,
    /// They are chosen.
    pub chosen: bool,
}

/// Somebody who did not.
pub struct UnmetRow {
    /// Their name.
    pub name: String,
    /// Their page.
    pub href: String,
    /// How far they have come.
    pub state: StateTag,
    /// Every reason.
    pub why: Vec<String>,
}

/// Somebody who may hand in participants of a run.
async fn issuer_of<'v>(
    site: &AppState,
    context: &'v RequestContext,
    names: (&str, &str),
) -> Result<(RunInCare<'v>, Staff<'v>), PageError> {
    let actor = context.staff(site, Action::ImportResults)?.actor;
    if !has_right(actor.role(), Action::IssueCredential) {
        return Err(PageError::Denied(Action::IssueCredential, Denial::Role));
    }
    let found = run_in_care(site, context, names, Action::ViewRun).await?;
    let staff = context.sheets_of(site, &found.key().unit).await?;
    Ok((found, staff))
}

/// Shows who met all conditions.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path((unit, run)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (found, _) = issuer_of(&site, &context, (&unit, &run)).await?;
    let judged = found.workflow(&site).judge(&found.run, std::slice::from_ref(found.actor)).await?;
    let page = of_judged(&context, &found, (&judged, None), None, WhenFields::default());
    draw(&site, move || page).await
}

/// Asks once more, then hands them in.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Path((unit, run)): Path<(String, String)>,
    Form(form): Form<SentFields>,
) -> Result<Response, PageError> {
    context.check_csrf(form.get("token"))?;
    let (found, staff) = issuer_of(&site, &context, (&unit, &run)).await?;
    let (l, runs, actors) = (context.l, found.workflow(&site), std::slice::from_ref(found.actor));
    let when = WhenFields::sent(&form);
    let judged = runs.judge(&found.run, actors).await?;
    let chosen: BTreeSet<PersonId> = form.each("person").collect();
    let again = |problem: FieldProblem, status: StatusCode| {
        respond(status, &of_judged(&context, &found, (&judged, Some(&chosen)), Some(problem), when.clone()))
    };
    let not_before = match when.read(site.now(), l) {
        Ok(not_before) => not_before,
        Err(problem) => return Ok(again(problem, StatusCode::UNPROCESSABLE_ENTITY)),
    };
    let at_list = |sentence: String| FieldProblem { field: "ready", sentence };
    if chosen.is_empty() {
        return Ok(again(at_list(l.web_staff_run_nobody_chosen()), StatusCode::UNPROCESSABLE_ENTITY));
    }
    // Asked for each row later; whoever has to confirm that it is them is sent before anything begins.
    context.check_assurance(Action::IssueCredential)?;
    if form.get("confirmed") != "yes" {
        let ready: BTreeSet<&PersonId> =
            judged.iter().filter(|one| one.is_ready()).map(JudgedParticipant::person).collect();
        if !chosen.iter().all(|person| ready.contains(person)) {
            return Ok(again(at_list(l.web_staff_run_issue_not_met()), StatusCode::CONFLICT));
        }
        let page = confirm_page(&site, &context, &found, (&judged, &chosen), (when, not_before)).await?;
        return draw(&site, move || page).await;
    }
    let people: Vec<PersonId> = chosen.iter().cloned().collect();
    let id = match runs.hand_in(found.key(), &people, not_before, actors, staff.permit).await {
        Ok(id) => id,
        Err(HandInError::NotMet(_) | HandInError::Nobody) => {
            return Ok(again(at_list(l.web_staff_run_issue_not_met()), StatusCode::CONFLICT));
        }
        Err(HandInError::Run(RunActError::Refused(why))) => {
            let text = refused(RunActError::Refused(why), l)?;
            return Ok(again(at_list(text), StatusCode::CONFLICT));
        }
        Err(error) => return Err(error.into()),
    };
    begin(&site, &context, &found, &id).await
}

/// Says the first word about a batch, by the same door as about an upload: from here on the page of the batch carries on.
async fn begin(
    site: &AppState,
    context: &RequestContext,
    found: &RunInCare<'_>,
    id: &BatchId,
) -> Result<Response, PageError> {
    let batch = found.tenant.batch(id).await?.ok_or(PageError::NotFound)?;
    let permit = context.sheets_of(site, &batch.unit).await?.permit;
    if site.issuer.begin_batch(&found.tenant, &batch, permit).await? == BatchSaid::Begun {
        let (site, tenant, actor) = (site.clone(), found.tenant.clone(), found.actor.clone());
        // On its own, so that a closed window does not stop it half-way.
        let work = tokio::spawn(async move { take_in(&site, &tenant, &batch, actor).await });
        work.await??;
    }
    Ok(Redirect::to(&context.at(&format!("/staff/batches/{id}"))).into_response())
}

async fn confirm_page(
    site: &AppState,
    context: &RequestContext,
    found: &RunInCare<'_>,
    (judged, chosen): (&[JudgedParticipant], &BTreeSet<PersonId>),
    (when, not_before): (WhenFields, Option<Timestamp>),
) -> Result<RunIssueConfirmPage, PageError> {
    let l = context.l;
    let registered = site.issuer.registered(&found.tenant).await?;
    let names = judged.iter().map(|one| &one.stored.participant.holder).filter(|one| chosen.contains(&one.person));
    let instant = not_before.map_or_else(|| l.web_staff_run_issue_now(), |instant| l.instant(instant));
    Ok(RunIssueConfirmPage {
        f: context.private(Area::Staff),
        l,
        run: found.title(l),
        back: found.below(context, "issue"),
        facts: vec![
            Fact::new(l.web_staff_run_people(), chosen.len().to_string()),
            Fact::new(l.web_staff_run_issue_at(), instant),
        ],
        chosen: names.map(|one| (one.person.to_string(), one.full_name())).collect(),
        when,
        second: registered.rules.second_yes,
        test: site.seals_for_test(&registered),
        action: found.below(context, "issue"),
    })
}

/// `chosen`: those who were chosen before; at first everybody who may be.
fn of_judged(
    context: &RequestContext,
    found: &RunInCare<'_>,
    (judged, chosen): (&[JudgedParticipant], Option<&BTreeSet<PersonId>>),
    problem: Option<FieldProblem>,
    when: WhenFields,
) -> RunIssuePage {
    let l = context.l;
    let href =
        |one: &JudgedParticipant| context.at(&address::participant(found.key(), &one.stored.participant.holder.person));
    let (mut ready, mut others) = (Vec::new(), Vec::new());
    for one in judged {
        let holder = &one.stored.participant.holder;
        match &one.conditions {
            Conditions::Met(outcome) if one.is_ready() => ready.push(ReadyRow {
                person: holder.person.to_string(),
                name: holder.full_name(),
                href: href(one),
                grade: outcome.grade.code.to_string(),
                chosen: chosen.is_none_or(|chosen| chosen.contains(&holder.person)),
            }),
            conditions => {
                let unmet = match conditions {
                    Conditions::Met(_) => &[][..],
                    Conditions::Unmet(unmet) => unmet.as_slice(),
                };
                let waits = one.waits_in.map(|_| l.web_staff_run_unmet_waits());
                others.push(UnmetRow {
                    name: holder.full_name(),
                    href: href(one),
                    state: participant_tag(one.stored.participant.state, l),
                    why: unmet.iter().map(|one| unmet::sentence(one, l)).chain(waits).collect(),
                });
            }
        }
    }
    RunIssuePage {
        f: context.private(Area::Staff),
        l,
        run: found.title(l),
        back: found.home(context),
        problems: FieldProblems(problem.into_iter().collect()),
        open: found.run.stored.state == RunState::Closed,
        ready,
        others,
        when,
        action: found.below(context, "issue"),
    }
}
