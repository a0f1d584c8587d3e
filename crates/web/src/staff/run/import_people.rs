//! Participants from a file: who would be added, who is there already, and whose details the institution knows otherwise.

use std::collections::BTreeSet;

use signet_access::Action;
use signet_issue::RunActError;
use signet_lang::{Locale, args};
use signet_offering::{ParticipantState, PersonForm};
use signet_record::{Flaws, Holder, PersonId, results::CellSheet};

use super::{
    import_outcome::Outcome,
    in_care::RunInCare,
    new_participant::{ADDED_AS, differs},
};
use crate::{page_error::PageError, site::AppState};

/// The people of a file, and what is wrong with the other rows, by line.
fn people(sheet: &CellSheet, l: Locale) -> (Vec<Holder>, Vec<(u64, String)>) {
    let (mut people, mut wrong) = (Vec::new(), Vec::new());
    let mut seen: BTreeSet<PersonId> = BTreeSet::new();
    for row in &sheet.rows {
        let cell = |field: &str| row.cell(field).unwrap_or("").to_owned();
        let form = PersonForm {
            person: cell("person"),
            given_name: cell("given_name"),
            family_name: cell("family_name"),
            titles_before: cell("titles_before"),
            titles_after: cell("titles_after"),
            born: cell("born"),
            birth_place: cell("birth_place"),
            email: cell("email"),
        };
        match form.read().map_err(Flaws::into_vec) {
            Ok(holder) if seen.insert(holder.person.clone()) => people.push(holder),
            Ok(holder) => wrong.push((row.line, l.web_staff_run_import_twice(holder.person.as_str()))),
            Err(flaws) => wrong.extend(flaws.iter().map(|flaw| (row.line, l.problem(&flaw.problem)))),
        }
    }
    (people, wrong)
}

pub(super) async fn outcome(
    site: &AppState,
    l: Locale,
    found: &RunInCare<'_>,
    sheet: &CellSheet,
) -> Result<Outcome, PageError> {
    let (people, wrong) = people(sheet, l);
    let everybody = found.workflow(site).everybody(found.key()).await?;
    let there: BTreeSet<&PersonId> = everybody.iter().map(|one| &one.participant.holder.person).collect();
    let (mut told, mut count, mut known) = (Vec::new(), 0, 0_usize);
    let mut differing = Vec::new();
    for holder in &people {
        if there.contains(&holder.person) {
            known += 1;
            continue;
        }
        count += 1;
        if let Some(records) = found.tenant.person(&holder.person).await?.filter(|known| differs(holder, known)) {
            let (name, person) = (holder.full_name(), holder.person.as_str());
            let records = format!("{}, {}", records.full_name(), l.date(records.born));
            let name = format!("{name}, {}", l.date(holder.born));
            differing.push(l.web_staff_run_import_differs(args::WebStaffRunImportDiffers {
                known: records,
                name,
                person,
            }));
        }
        let namesakes = found.workflow(site).namesakes(found.key(), holder).await?;
        if !namesakes.is_empty() {
            let numbers: Vec<String> = namesakes.iter().map(ToString::to_string).collect();
            differing.push(l.web_staff_run_add_check_namesake(numbers.join(", ")));
        }
    }
    if count > 0 {
        told.push(l.web_staff_run_import_new(count));
    }
    if known > 0 {
        told.push(l.web_staff_run_known(known));
    }
    told.extend(differing);
    Ok(Outcome { told, wrong, changes: Vec::new(), count, stamp: count.to_string() })
}

/// Adds them; returns where to go on.
pub(super) async fn write(
    site: &AppState,
    found: &RunInCare<'_>,
    sheet: &CellSheet,
    state: &str,
) -> Result<String, RunActError> {
    let (people, _) = people(sheet, Locale::new(signet_record::Language::En));
    let permit = found
        .permit(Action::ManageParticipants)
        .or(Err(RunActError::Denied(Action::ManageParticipants, signet_access::Denial::Role)))?;
    let state = ParticipantState::from_code(state).filter(|state| ADDED_AS.contains(state));
    let runs = found.workflow(site);
    let done = runs.add(found.key(), people, state.unwrap_or(ParticipantState::Enrolled), permit).await?;
    Ok(format!("participants?added={}&known={}", done.added.len(), done.known.len()))
}
