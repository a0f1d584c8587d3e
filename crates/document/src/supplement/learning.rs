//! What was learned, how much, at what level, in what form.

use signet_lang::{Locale, args};
use signet_record::learning_outcome::{LearningOutcome, OutcomeKind};
use signet_record::unit::{CoursePart, Sequence, Stacking, UnitKind};
use signet_record::{Award, Bilingual, Unit};

use super::additions;
use crate::certificate;
use crate::view::{Entry, OutcomeRow, Pair, PartRow, Skill};

pub(super) fn title(award: &Award) -> Vec<Entry> {
    let unit = award.unit();
    let mut entries = vec![Entry::Lead(Pair::from(&unit.title)), Entry::fact(Locale::document_unit, kind(unit))];
    entries.extend(unit.description.as_ref().map(|text| Entry::fact(Locale::document_about, Pair::from(text))));
    let field = Pair::says(|locale| {
        locale.document_field_named(args::DocumentFieldNamed {
            code: unit.isced.code.as_str(),
            label: unit.isced.label.text(locale.language()),
        })
    });
    entries.push(Entry::fact(Locale::document_field, field));
    entries.extend(certificate::legal_basis(award).map(|basis| Entry::fact(Locale::document_legal_basis, basis)));
    entries.extend(
        unit.homepage
            .as_ref()
            .map(|page| Entry::Web { label: Pair::says(Locale::document_website), url: page.as_str().to_owned() }),
    );
    entries
}

fn kind(unit: &Unit) -> Pair {
    let named = |text: &Bilingual, locale: Locale| text.text(locale.language()).to_owned();
    match &unit.kind {
        UnitKind::LifelongLearning => Pair::says(Locale::document_unit_lifelong_learning),
        UnitKind::Course { code, programme } => Pair::says(|locale| {
            locale.document_unit_course(args::DocumentUnitCourse {
                code: code.as_str(),
                programme: named(programme, locale),
            })
        }),
        UnitKind::CourseSet { programme, sequence: Sequence::Parallel, .. } => {
            Pair::says(|locale| locale.document_unit_parallel_courses(named(programme, locale)))
        }
        UnitKind::CourseSet { programme, sequence: Sequence::Consecutive, .. } => {
            Pair::says(|locale| locale.document_unit_consecutive_courses(named(programme, locale)))
        }
    }
}

/// One table for each kind of outcome the unit has.
pub(super) fn outcomes(unit: &Unit) -> Vec<Entry> {
    [OutcomeKind::Knowledge, OutcomeKind::Skill, OutcomeKind::Competence]
        .into_iter()
        .map(|kind| Entry::Outcomes {
            heading: Pair::says(|locale| match kind {
                OutcomeKind::Knowledge => locale.document_outcomes_knowledge(),
                OutcomeKind::Skill => locale.document_outcomes_skill(),
                OutcomeKind::Competence => locale.document_outcomes_competence(),
            }),
            rows: unit.outcomes.iter().filter(|outcome| outcome.kind == kind).map(outcome).collect(),
        })
        .filter(|entry| !matches!(entry, Entry::Outcomes { rows, .. } if rows.is_empty()))
        .collect()
}

fn outcome(outcome: &LearningOutcome) -> OutcomeRow {
    OutcomeRow {
        text: Pair::from(&outcome.text),
        skills: outcome
            .esco
            .iter()
            .map(|skill| Skill { uri: skill.uri.as_str().to_owned(), label: Pair::from(&skill.label) })
            .collect(),
    }
}

pub(super) fn workload(unit: &Unit) -> Vec<Entry> {
    let hours = unit.hours.count();
    let whole = Pair::says(|locale| {
        locale.document_workload(args::DocumentWorkload {
            credits: certificate::credits(locale, unit.ects),
            form: u32::from(hours),
            hours: hours.to_string(),
        })
    });
    let mut entries = vec![Entry::Text(whole)];
    if let UnitKind::CourseSet { parts, .. } = &unit.kind {
        entries.push(Entry::Parts {
            code: Pair::says(Locale::document_part_code),
            title: Pair::says(Locale::document_part_title),
            credits: Pair::says(Locale::document_part_credits),
            rows: parts.iter().map(part).collect(),
        });
    }
    entries
}

fn part(part: &CoursePart) -> PartRow {
    PartRow {
        code: part.code.to_string(),
        title: Pair::from(&part.title),
        credits: Pair::says(|locale| locale.decimal(&part.ects.to_string())),
    }
}

/// EQF level, the cycle it corresponds to (QF-EHEA covers EQF 5 to 8), and the national level.
pub(super) fn level(unit: &Unit) -> Vec<Entry> {
    let number = unit.eqf.number();
    let mut entries = vec![Entry::Text(Pair::says(|locale| match number {
        5 => locale.document_eqf_short_cycle(number),
        6 => locale.document_eqf_first_cycle(number),
        7 => locale.document_eqf_second_cycle(number),
        8 => locale.document_eqf_third_cycle(number),
        _ => locale.document_eqf(number),
    }))];
    entries.extend(unit.nqf.as_ref().map(|nqf| Entry::fact(Locale::document_nqf, Pair::from(&nqf.label))));
    entries
}

pub(super) fn participation(unit: &Unit) -> Vec<Entry> {
    let mut entries = vec![Entry::Text(Pair::says(|locale| locale.mode(unit.mode)))];
    entries.extend(additions::activities(unit));
    entries
}

pub(super) fn prerequisites(unit: &Unit) -> Vec<Entry> {
    vec![Entry::Text(
        unit.prerequisites.as_ref().map_or_else(|| Pair::says(Locale::document_no_prerequisites), Pair::from),
    )]
}

pub(super) fn stacking(award: &Award) -> Vec<Entry> {
    let unit = award.unit();
    let mut entries = match &unit.stacking {
        Stacking::StandAlone => vec![Entry::Text(Pair::says(Locale::document_stand_alone))],
        Stacking::Towards { note } => {
            vec![Entry::Text(Pair::says(Locale::document_stackable)), Entry::Text(Pair::from(note))]
        }
    };
    entries.extend(additions::components(award));
    entries.extend(additions::entitlements(unit));
    entries
}

pub(super) fn further(award: &Award) -> Vec<Entry> {
    let mut entries: Vec<Entry> =
        award.unit().further_information.iter().map(|text| Entry::Text(Pair::from(text))).collect();
    entries.extend(additions::documents(award.unit()));
    if let Some(former) = award.supersedes() {
        entries.push(Entry::Code { label: Pair::says(Locale::document_supersedes), value: former.urn() });
    }
    if entries.is_empty() {
        entries.push(Entry::Text(Pair::says(Locale::document_none)));
    }
    entries
}

pub(super) fn languages(unit: &Unit) -> Vec<Entry> {
    vec![Entry::Text(Pair::says(|locale| {
        unit.languages.iter().map(|language| language.name(locale.language())).collect::<Vec<_>>().join(", ")
    }))]
}

pub(super) fn period(award: &Award) -> Vec<Entry> {
    let run = award.run();
    vec![Entry::Text(Pair::says(|locale| {
        locale.document_period(args::DocumentPeriod { end: locale.date(run.end), start: locale.date(run.start) })
    }))]
}
