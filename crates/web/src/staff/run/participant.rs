//! `GET /staff/units/{unit}/runs/{run}/participants/{person}`: somebody in a run: their details beside those of the records, their results and
//! how these changed. `POST`: changes the details, or says that they are right.

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use signet_access::Action;
use signet_issue::JudgedParticipant;
use signet_lang::Locale;
use signet_offering::{Conditions, ResultField, Unmet};
use signet_record::{CredentialId, PersonId};
use signet_store::{StoredParticipant, StoredResultChange};

use super::{
    address,
    edit::FieldProblem,
    in_care::{RunInCare, run_in_care},
    new_participant::{ComparedDetail, PersonField, PersonFields, compared, problems},
    results::{column_label, shown},
    unmet,
    words::{participant_tag, refused},
};
use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, draw, respond},
    site::AppState,
    staff::unit_editor::form::SummaryLine,
    view::{Fact, LinkView, StateTag},
};

/// The page.
#[derive(Template)]
#[template(path = "staff/run_participant.html")]
pub struct ParticipantPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// Their name.
    pub name: String,
    /// The unit and the run.
    pub run: String,
    /// The list of participants.
    pub back: String,
    /// How far they have come.
    pub state: StateTag,
    /// Number, day of birth, identity.
    pub facts: Vec<Fact>,
    /// Their details beside those of the records, where they differ.
    pub compared: Vec<ComparedDetail>,
    /// Somebody said that the details are right.
    pub confirmed: bool,
    /// What they reached.
    pub results: Vec<Fact>,
    /// What is still missing for a credential.
    pub unmet: Vec<String>,
    /// The credential, and its correction.
    pub links: Vec<LinkView>,
    /// How the results changed, newest first.
    pub changes: Vec<ChangeLine>,
    /// Whether the details can be changed.
    pub may_change: bool,
    /// The details, in fields.
    pub fields: Vec<PersonField>,
    /// What is wrong, with links.
    pub summary: Vec<SummaryLine>,
    /// What kept it from being saved.
    pub problem: Option<String>,
    /// Where the forms lead.
    pub action: String,
}

/// A change of a result.
#[derive(Clone, Debug)]
pub struct ChangeLine {
    /// When.
    pub when: String,
    /// Of what.
    pub field: String,
    /// What was there.
    pub old: String,
    /// What is there since.
    pub new: String,
    /// Who changed it.
    pub who: String,
}

/// Shows the page.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path((unit, run, person)): Path<(String, String, String)>,
) -> Result<Response, PageError> {
    let found = run_in_care(&site, &context, (&unit, &run), Action::ViewRun).await?;
    let one = find(&found, &person).await?;
    let fields = PersonFields::of(&one.participant.holder, context.l);
    let page = page(&site, &context, &found, (one, &fields), &[]).await?;
    draw(&site, move || page).await
}

async fn find(found: &RunInCare<'_>, person: &str) -> Result<StoredParticipant, PageError> {
    let person: PersonId = person.parse().or(Err(PageError::NotFound))?;
    found.tenant.participant(found.key(), &person).await?.ok_or(PageError::NotFound)
}

/// Changes the details, or says that they are right.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Path((unit, run, person)): Path<(String, String, String)>,
    Form(mut form): Form<PersonFields>,
) -> Result<Response, PageError> {
    context.check_csrf(&form.token)?;
    let found = run_in_care(&site, &context, (&unit, &run), Action::ManageParticipants).await?;
    let permit = found.permit(Action::ManageParticipants)?;
    let one = find(&found, &person).await?;
    let (l, runs) = (context.l, found.workflow(&site));
    let here = context.at(&address::participant(found.key(), &one.participant.holder.person));
    // The number of a person never changes here, and what the form does not ask for stays.
    form.person = one.participant.holder.person.to_string();
    let done = if form.confirmed == "yes" {
        runs.confirm_participant(found.key(), &one.participant.holder.person, permit).await
    } else {
        match form.read() {
            Ok(holder) => {
                let mut fields = (*holder).clone();
                fields.birth_country = one.participant.holder.birth_country;
                let holder = signet_record::Holder::new(fields)?;
                runs.change_participant(found.key(), &holder, permit).await
            }
            Err(flaws) => {
                let (problems, summary) = problems(flaws, &form.fields(false, &[], l), l);
                let page = page(&site, &context, &found, (one, &form), &problems).await?;
                return Ok(respond(StatusCode::UNPROCESSABLE_ENTITY, &ParticipantPage { summary, ..page }));
            }
        }
    };
    match done {
        Ok(()) => Ok(Redirect::to(&here).into_response()),
        Err(error) => {
            let problem = Some(refused(error, l)?);
            let page = page(&site, &context, &found, (one, &form), &[]).await?;
            Ok(respond(StatusCode::CONFLICT, &ParticipantPage { problem, ..page }))
        }
    }
}

async fn page(
    site: &AppState,
    context: &RequestContext,
    found: &RunInCare<'_>,
    (one, fields): (StoredParticipant, &PersonFields),
    problems: &[FieldProblem],
) -> Result<ParticipantPage, PageError> {
    let (l, runs) = (context.l, found.workflow(site));
    let person = one.participant.holder.person.clone();
    let changes = runs.result_changes(found.key(), &person).await?;
    let changes = change_lines(site, &changes, l).await?;
    let judged = runs.judge_those(&found.run, vec![one], std::slice::from_ref(found.actor)).await?;
    let JudgedParticipant { stored: one, conditions, waits_in } =
        judged.into_iter().next().ok_or(PageError::NotFound)?;
    let participant = &one.participant;
    let differing = one.known.as_ref().filter(|known| participant.differs_from(known));
    let unmet = match &conditions {
        Conditions::Met(_) => Vec::new(),
        Conditions::Unmet(unmet) => unmet.clone(),
    };
    let told = unmet.iter().map(|one| unmet::sentence(one, l));
    let waits = waits_in.map(|_| l.web_staff_run_unmet_waits());
    Ok(ParticipantPage {
        f: context.private(Area::Staff),
        l,
        name: participant.holder.full_name(),
        run: found.title(l),
        back: found.below(context, "participants"),
        state: participant_tag(participant.state, l),
        facts: facts(&one, l),
        compared: differing.map_or_else(Vec::new, |known| compared(&participant.holder, known, l)),
        confirmed: participant.confirmed,
        results: signet_offering::ResultColumns::of(&found.run.unit)
            .iter()
            .chain(std::iter::once(&ResultField::Assessor))
            .filter_map(|field| {
                Fact::one(column_label(field, l), participant.results.value(field).map(|value| shown(&value, field, l)))
            })
            .collect(),
        unmet: told.chain(waits).collect(),
        links: links(&unmet, context),
        changes,
        may_change: found.may(Action::ManageParticipants),
        fields: fields.fields(false, problems, l),
        summary: Vec::new(),
        problem: None,
        action: context.at(&address::participant(found.key(), &person)),
    })
}

fn facts(one: &StoredParticipant, l: Locale) -> Vec<Fact> {
    let participant = &one.participant;
    let identity = match &participant.identity {
        Some(check) => format!("{} ({})", l.web_staff_run_identity_checked(), l.instant(check.at)),
        None => l.web_staff_run_identity_unchecked(),
    };
    vec![
        Fact::new(l.web_staff_run_person(), participant.holder.person.to_string()),
        Fact::new(l.web_staff_run_born(), l.date(participant.holder.born)),
        Fact::new(l.web_staff_run_identity(), identity),
    ]
}

fn links(unmet: &[Unmet], context: &RequestContext) -> Vec<LinkView> {
    let l = context.l;
    let page = |id: &CredentialId, verb: &str, label: String| LinkView {
        href: context.at(&format!("/staff/credentials/{id}{verb}")),
        label,
    };
    let mut links = Vec::new();
    for one in unmet {
        match one {
            Unmet::Issued(id) if context.may(Action::ViewCredential) => {
                links.push(page(id, "", l.web_staff_run_credential_link()));
            }
            Unmet::IssuedOtherwise(id) if context.may(Action::ViewCredential) => {
                links.push(page(id, "", l.web_staff_run_credential_link()));
                if context.may(Action::CorrectCredential) {
                    links.push(page(id, "/correct", l.web_staff_run_correct_link()));
                }
            }
            _ => {}
        }
    }
    links
}

async fn change_lines(
    site: &AppState,
    changes: &[StoredResultChange],
    l: Locale,
) -> Result<Vec<ChangeLine>, PageError> {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for by in changes.iter().map(|change| &change.by) {
        if !names.contains_key(by.as_str()) {
            let known = site.issuer.sessions().account(by).await?;
            names.insert(by.to_string(), known.map_or_else(|| by.to_string(), |known| known.name));
        }
    }
    let value = |value: &Option<String>, field: &ResultField| {
        value.as_deref().map_or_else(|| l.web_staff_run_change_none(), |value| shown(value, field, l))
    };
    let line = |one: &StoredResultChange| ChangeLine {
        when: l.instant(one.at),
        field: column_label(&one.change.field, l),
        old: value(&one.change.old, &one.change.field),
        new: value(&one.change.new, &one.change.field),
        who: names.get(one.by.as_str()).cloned().unwrap_or_else(|| one.by.to_string()),
    };
    Ok(changes.iter().map(line).collect())
}
