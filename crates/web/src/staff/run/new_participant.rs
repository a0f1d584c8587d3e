//! `GET /staff/units/{unit}/runs/{run}/new-participant`: the form that adds somebody. `POST`: adds them; where the institution knows the number by
//! other details, or has the same person in the run under another number, both are shown side by side first.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use signet_access::Action;
use signet_lang::Locale;
use signet_offering::{Participant, ParticipantResults, ParticipantState, PersonForm};
use signet_record::{Flaws, Holder};

use super::{
    edit::FieldProblem,
    in_care::{RunInCare, run_in_care},
    words::{participant_word, refused},
};
use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, respond, show},
    site::AppState,
    staff::unit_editor::form::SummaryLine,
    view::Choice,
};

/// The page.
#[derive(Template)]
#[template(path = "staff/run_new_participant.html")]
pub struct NewParticipantPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// The unit and the run.
    pub run: String,
    /// The list of participants.
    pub back: String,
    /// Where the form leads.
    pub action: String,
    /// What stands in the fields.
    pub fields: Vec<PersonField>,
    /// As what they are added.
    pub states: Vec<Choice>,
    /// What is wrong, with links.
    pub summary: Vec<SummaryLine>,
    /// What kept them from being added.
    pub problem: Option<String>,
    /// The details that were entered beside those that are known.
    pub compared: Vec<ComparedDetail>,
    /// Numbers of others who may be the same person.
    pub namesakes: Option<String>,
}

/// A field of a person.
#[derive(Clone, Debug)]
pub struct PersonField {
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub label: String,
    /// What stands in it.
    pub value: String,
    /// What is wrong with it.
    pub wrong: Option<String>,
    /// What to write in it.
    pub hint: Option<String>,
}

/// A detail of a person, as it was entered and as it is known.
#[derive(Clone, Debug)]
pub struct ComparedDetail {
    /// What it is.
    pub label: String,
    /// As it was entered.
    pub entered: String,
    /// As the records have it.
    pub known: String,
    /// The two are not the same.
    pub differs: bool,
}

/// What the form sends.
#[derive(Clone, Default, Deserialize)]
pub struct PersonFields {
    /// Token of the session.
    #[serde(default)]
    pub token: String,
    /// The number.
    #[serde(default)]
    pub person: String,
    /// Given names.
    #[serde(default)]
    pub given_name: String,
    /// Family names.
    #[serde(default)]
    pub family_name: String,
    /// Titles.
    #[serde(default)]
    pub titles_before: String,
    /// Titles.
    #[serde(default)]
    pub titles_after: String,
    /// Day of birth.
    #[serde(default)]
    pub born: String,
    /// Place of birth.
    #[serde(default)]
    pub birth_place: String,
    /// Address.
    #[serde(default)]
    pub email: String,
    /// As what they are added.
    #[serde(default)]
    pub state: String,
    /// The comparison was looked at.
    #[serde(default)]
    pub confirmed: String,
}

impl PersonFields {
    pub(super) fn of(holder: &Holder, l: Locale) -> PersonFields {
        let line = |text: Option<&signet_record::Line>| text.map_or_else(String::new, ToString::to_string);
        PersonFields {
            person: holder.person.to_string(),
            given_name: line(holder.given_name.as_ref()),
            family_name: line(holder.family_name.as_ref()),
            titles_before: line(holder.titles_before.as_ref()),
            titles_after: line(holder.titles_after.as_ref()),
            born: l.date(holder.born),
            birth_place: line(holder.birth_place.as_ref()),
            email: holder.email.as_ref().map_or_else(String::new, ToString::to_string),
            ..PersonFields::default()
        }
    }

    pub(super) fn read(&self) -> Result<Holder, Flaws> {
        let trimmed = |text: &str| text.trim().to_owned();
        let form = PersonForm {
            person: trimmed(&self.person),
            given_name: trimmed(&self.given_name),
            family_name: trimmed(&self.family_name),
            titles_before: trimmed(&self.titles_before),
            titles_after: trimmed(&self.titles_after),
            born: trimmed(&self.born),
            birth_place: trimmed(&self.birth_place),
            email: trimmed(&self.email),
        };
        form.read()
    }

    /// The fields, with what is wrong with each.
    pub(super) fn fields(&self, with_person: bool, problems: &[FieldProblem], l: Locale) -> Vec<PersonField> {
        let field = |name: &'static str, label: String, value: &str, hint: Option<String>| PersonField {
            name,
            label,
            value: value.to_owned(),
            wrong: problems.iter().find(|problem| problem.field == name).map(|problem| problem.text.clone()),
            hint,
        };
        let mut fields = Vec::new();
        if with_person {
            let hint = Some(l.web_staff_run_add_person_hint());
            fields.push(field("person", l.web_staff_run_person(), &self.person, hint));
        }
        fields.extend([
            field("given_name", l.web_staff_run_given_name(), &self.given_name, None),
            field("family_name", l.web_staff_run_family_name(), &self.family_name, None),
            field("titles_before", l.web_staff_run_titles_before(), &self.titles_before, None),
            field("titles_after", l.web_staff_run_titles_after(), &self.titles_after, None),
            field("born", l.web_staff_run_born(), &self.born, Some(l.web_staff_run_date_hint())),
            field("birth_place", l.web_staff_run_birth_place(), &self.birth_place, None),
            field("email", l.web_staff_run_email(), &self.email, None),
        ]);
        fields
    }
}

/// What is wrong with a person's fields, and the same with links.
pub(super) fn problems(flaws: Flaws, fields: &[PersonField], l: Locale) -> (Vec<FieldProblem>, Vec<SummaryLine>) {
    let problems: Vec<FieldProblem> = flaws
        .into_vec()
        .into_iter()
        .map(|flaw| FieldProblem { field: flaw.field.clone(), text: l.problem(&flaw.problem) })
        .collect();
    let label = |name: &str| fields.iter().find(|field| field.name == name).map_or("", |field| field.label.as_str());
    let summary = problems
        .iter()
        .map(|problem| SummaryLine {
            href: format!("#{}", problem.field),
            text: format!("{}: {}", label(&problem.field), problem.text),
        })
        .collect();
    (problems, summary)
}

/// The details that were entered beside those of the records.
pub(super) fn compared(entered: &Holder, known: &Holder, l: Locale) -> Vec<ComparedDetail> {
    let line =
        |text: Option<&signet_record::Line>| text.map_or_else(|| l.web_staff_run_change_none(), ToString::to_string);
    let rows = [
        (l.web_staff_run_given_name(), line(entered.given_name.as_ref()), line(known.given_name.as_ref())),
        (l.web_staff_run_family_name(), line(entered.family_name.as_ref()), line(known.family_name.as_ref())),
        (l.web_staff_run_born(), l.date(entered.born), l.date(known.born)),
    ];
    let row = |(label, entered, known): (String, String, String)| {
        let differs = entered != known;
        ComparedDetail { label, entered, known, differs }
    };
    rows.into_iter().map(row).collect()
}

/// Whether somebody is known by other details.
pub(super) fn differs(entered: &Holder, known: &Holder) -> bool {
    let participant = Participant {
        holder: entered.clone(),
        state: ParticipantState::Applied,
        identity: None,
        confirmed: false,
        results: ParticipantResults::default(),
    };
    participant.differs_from(known)
}

/// Shows the form.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path((unit, run)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let found = run_in_care(&site, &context, (&unit, &run), Action::ManageParticipants).await?;
    let _may = found.permit(Action::ManageParticipants)?;
    Ok(show(&page(&context, &found, &PersonFields::default(), &[])))
}

/// Adds them.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Path((unit, run)): Path<(String, String)>,
    Form(form): Form<PersonFields>,
) -> Result<Response, PageError> {
    context.check_csrf(&form.token)?;
    let found = run_in_care(&site, &context, (&unit, &run), Action::ManageParticipants).await?;
    let permit = found.permit(Action::ManageParticipants)?;
    let l = context.l;
    let holder = match form.read() {
        Ok(holder) => holder,
        Err(flaws) => {
            let (problems, summary) = problems(flaws, &form.fields(true, &[], l), l);
            let page = NewParticipantPage { summary, ..page(&context, &found, &form, &problems) };
            return Ok(respond(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    let runs = found.workflow(&site);
    if form.confirmed != "yes" {
        let known = found.tenant.person(&holder.person).await?.filter(|known| differs(&holder, known));
        let namesakes = runs.namesakes(found.key(), &holder).await?;
        if known.is_some() || !namesakes.is_empty() {
            let numbers: Vec<String> = namesakes.iter().map(ToString::to_string).collect();
            let page = NewParticipantPage {
                compared: known.map_or_else(Vec::new, |known| compared(&holder, &known, l)),
                namesakes: (!numbers.is_empty()).then(|| l.web_staff_run_add_check_namesake(numbers.join(", "))),
                ..page(&context, &found, &form, &[])
            };
            return Ok(respond(StatusCode::CONFLICT, &page));
        }
    }
    let state = ParticipantState::from_code(&form.state).filter(|state| ADDED_AS.contains(state));
    match runs.add(found.key(), vec![holder], state.unwrap_or(ParticipantState::Enrolled), permit).await {
        Ok(done) => {
            let query = format!("participants?added={}&known={}", done.added.len(), done.known.len());
            Ok(Redirect::to(&found.below(&context, &query)).into_response())
        }
        Err(error) => {
            let problem = Some(refused(error, l)?);
            let page = NewParticipantPage { problem, ..page(&context, &found, &form, &[]) };
            Ok(respond(StatusCode::CONFLICT, &page))
        }
    }
}

/// As what people are added.
pub(super) const ADDED_AS: [ParticipantState; 3] =
    [ParticipantState::Enrolled, ParticipantState::Admitted, ParticipantState::Applied];

/// The states to choose from.
pub(super) fn added_as(sent: &str, l: Locale) -> Vec<Choice> {
    ADDED_AS
        .map(|state| Choice::new(state.code(), l.web_staff_run_participant_state(participant_word(state)), sent))
        .into()
}

fn page(
    context: &RequestContext,
    found: &RunInCare<'_>,
    form: &PersonFields,
    problems: &[FieldProblem],
) -> NewParticipantPage {
    let l = context.l;
    NewParticipantPage {
        f: context.private(Area::Staff),
        l,
        run: found.title(l),
        back: found.below(context, "participants"),
        action: found.below(context, "new-participant"),
        fields: form.fields(true, problems, l),
        states: added_as(&form.state, l),
        summary: Vec::new(),
        problem: None,
        compared: Vec::new(),
        namesakes: None,
    }
}
