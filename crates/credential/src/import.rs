//! From an unsealed credential back to what an award is made of.
//!
//! What we composed comes back whole, but for what never stands in a credential: the institution's own number for the person, the id of
//! the run, and what the register knows of the institution. What others made is carried over as far as the record has a place for it;
//! [`crate::diff`] of the file and of what is composed from the award tells the rest. Nothing is guessed: what is missing is a [`Gap`].

mod holder;
mod parts;
mod quality;
mod reader;
mod unit;

use signet_record::{
    AnnexItem, AssessmentResult, CredentialId, Holder, Institution, Language, PersonId, Problem, Run, RunId, Unit,
    UnitId,
};

use crate::Credential;
use crate::elm::{LangString, LearningAchievement, Organisation};
use crate::note_subject::NoteSubject;
use crate::scheme_name;
use reader::{Reader, noted};

/// What the register knows and the credential does not say.
#[derive(Clone, Copy, Debug)]
pub struct ImportContext<'a> {
    /// The awarding body.
    pub institution: &'a Institution,
    /// The unit, when the register has it; else it is made from the credential.
    pub unit: Option<&'a Unit>,
    /// The institution's own number for the person; without it the person's first identifier in the credential.
    pub person: Option<&'a PersonId>,
    /// The run, when the period does not tell which.
    pub run: Option<&'a RunId>,
}

/// What a credential says, in the words of the record.
#[derive(Clone, Debug)]
pub struct Import {
    /// The credential's own number, when it is one of ours in form.
    pub id: Option<CredentialId>,
    /// The credential it replaces.
    pub supersedes: Option<CredentialId>,
    /// The unit, with the run; that of the register when there is one.
    pub unit: Unit,
    /// The run.
    pub run: RunId,
    /// The holder.
    pub holder: Holder,
    /// The result of the assessment.
    pub outcome: AssessmentResult,
}

/// Something an award needs and the credential does not say, or says in a way that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Where it stands, or should.
    pub path: String,
    /// The item of the supplement that suffers.
    pub annex: Option<AnnexItem>,
    /// What is wrong.
    pub problem: Problem,
}

/// Id and version of the unit that a credential of ours names.
pub fn unit_named(credential: &Credential) -> Option<(UnitId, u32)> {
    let specification = credential.claim()?.specified_by().first()?;
    let named = reader::identifier(specification.identifier(), scheme_name::UNIT)?;
    let (id, version) = named.rsplit_once('/')?;
    Some((id.parse().ok()?, version.parse().ok()?))
}

/// Reads what an award is made of.
///
/// # Errors
/// Everything that is missing or cannot be used, in the order in which it was looked for.
pub fn import(credential: &Credential, context: &ImportContext<'_>) -> Result<Import, Vec<Gap>> {
    let mut reader = Reader::default();
    let read = read(credential, context, &mut reader);
    match read {
        Some(import) if reader.gaps.is_empty() => Ok(import),
        _ => Err(reader.gaps),
    }
}

fn read(credential: &Credential, context: &ImportContext<'_>, reader: &mut Reader) -> Option<Import> {
    let subject = credential.subject()?;
    let claim = credential.claim().filter(|claim| claim.is_achievement());
    let Some(claim) = claim else {
        reader.missing("$.credentialSubject.hasClaim", Some(AnnexItem::Title));
        return None;
    };
    awarding_body(claim, context.institution, reader);
    let holder = holder::read(subject, context.person, reader);
    let run = run(claim, context, reader);
    let made = match context.unit {
        Some(known) => Some(known.clone()),
        None => unit::read(claim, context.institution, run.clone()?, reader),
    };
    let unit = made?;
    let outcome = parts::outcome(claim, &unit, reader);
    let former = noted(claim.additional_note(), NoteSubject::Replaces, Language::Cs);
    Some(Import {
        id: credential.id().and_then(|id| id.strip_prefix("urn:credential:")).and_then(|id| id.parse().ok()),
        supersedes: former.and_then(|id| id.parse().ok()),
        run: run?.id.clone(),
        unit,
        holder: holder?,
        outcome: outcome?,
    })
}

/// The awarding body must be the one for which the award is proposed: known by its legal identifier, or by its name.
fn awarding_body(claim: LearningAchievement<'_>, institution: &Institution, reader: &mut Reader) {
    const PLACE: &str = "$.credentialSubject.hasClaim.awardedBy.awardingBody";
    let mut bodies = claim.awarded_by().all().flat_map(|process| process.awarding_body().all()).peekable();
    if bodies.peek().is_none() {
        return reader.missing(PLACE, Some(AnnexItem::AwardingBody));
    }
    let is_it = |body: Organisation<'_>| match body.eidas_identifier().notation() {
        Some(identifier) => identifier == institution.eidas_identifier.as_str(),
        None => {
            let mut names = body.legal_name().first().into_iter().flat_map(LangString::texts);
            names.any(|(_, name)| Language::ALL.iter().any(|language| institution.legal_name.text(*language) == name))
        }
    };
    if !bodies.any(is_it) {
        let problem = Problem::Disagrees { other: format!("institution {}", institution.id) };
        reader.gap(PLACE, Some(AnnexItem::AwardingBody), problem);
    }
}

/// The run: the one named, the known one of the same period, the only one, or a new one called by its first day.
fn run(claim: LearningAchievement<'_>, context: &ImportContext<'_>, reader: &mut Reader) -> Option<Run> {
    const PLACE: &str = "$.credentialSubject.hasClaim.influencedBy.temporal";
    let activity = claim.influenced_by().first();
    let period = activity.and_then(|activity| activity.temporal().first());
    let days = period.and_then(|period| Some((period.start_date().day()?, period.end_date().day()?)));
    if let Some(unit) = context.unit {
        let named = context.run.and_then(|id| unit.run(id));
        let of_period = || unit.runs.iter().find(|run| days == Some((run.start, run.end)));
        let only = || Some(unit.runs.as_slice()).and_then(|runs| if let [run] = runs { Some(run) } else { None });
        let found =
            if context.run.is_some() { named } else { of_period().or_else(|| only().filter(|_| days.is_none())) };
        if found.is_none() {
            let known: Vec<String> = unit.runs.iter().map(|run| run.id.to_string()).collect();
            let found = context.run.map_or_else(String::new, ToString::to_string);
            let problem = Problem::UnknownCode { found, expected: known };
            reader.gap(PLACE, Some(AnnexItem::Period), problem);
        }
        return found.cloned();
    }
    let Some((start, end)) = days else {
        reader.missing(PLACE, Some(AnnexItem::Period));
        return None;
    };
    let id = match context.run {
        Some(id) => Ok(id.clone()),
        None => RunId::new(&start.to_string()),
    };
    let id = reader.flaw(PLACE, id);
    let fields = signet_record::RunFields { id: id?, start, end, closed_to: None };
    reader.flaws(PLACE, Run::new(fields))
}

#[cfg(test)]
mod tests;
