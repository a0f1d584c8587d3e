//! How the learning was assessed, with what result, and who answers for its quality.

use signet_lang::{Locale, args};
use signet_record::{Assessment, Award, QualityAssurance, Unit};

use super::additions;
use crate::view::{Entry, Pair};

pub(super) fn types(unit: &Unit) -> Vec<Entry> {
    unit.assessments.iter().flat_map(one).collect()
}

/// "Projekt (60 %)" and, below, what is asked.
fn one(assessment: &Assessment) -> Vec<Entry> {
    let name = Pair::says(|locale| locale.assessment(assessment));
    let mut entries = vec![Entry::Lead(name)];
    entries.extend(assessment.description.as_ref().map(|text| Entry::Text(Pair::from(text))));
    entries
}

pub(super) fn supervision(unit: &Unit) -> Vec<Entry> {
    vec![Entry::Text(Pair::says(|locale| locale.supervision(unit.supervision)))]
}

pub(super) fn grade(award: &Award) -> Vec<Entry> {
    let outcome = award.outcome();
    let scheme = &award.unit().grading;
    let grade = &outcome.grade;
    let reached = Pair::says(|locale| {
        let label = grade.label.text(locale.language());
        if label == grade.code.as_str() {
            label.to_owned()
        } else {
            locale.document_grade(args::DocumentGrade { code: grade.code.as_str(), label })
        }
    });
    let mut entries = vec![Entry::Lead(reached), Entry::fact(Locale::document_scale, Pair::from(&scheme.title))];
    entries.extend(scheme.description.as_ref().map(|text| Entry::Text(Pair::from(text))));
    entries.push(Entry::fact(Locale::document_assessed_on, Pair::says(|locale| locale.date(outcome.date))));
    if let Some(assessor) = &outcome.assessor {
        entries.push(Entry::fact(Locale::document_assessor, Pair::same(assessor.as_str())));
    }
    entries.extend(additions::results_of_parts(award));
    entries
}

pub(super) fn quality(unit: &Unit) -> Vec<Entry> {
    let all = std::iter::once(&unit.quality).chain(&unit.accreditations);
    let mut entries: Vec<Entry> = all.flat_map(accreditation).collect();
    let version = Pair::says(|locale| locale.document_framework_version(unit.framework.as_str()));
    entries.push(Entry::fact(Locale::document_framework, version));
    entries
}

fn accreditation(quality: &QualityAssurance) -> Vec<Entry> {
    let decision = Pair::says(|locale| match quality.issued {
        Some(day) => locale.document_decision_dated(args::DocumentDecisionDated {
            date: locale.date(day),
            decision: quality.decision.as_str(),
        }),
        None => quality.decision.as_str().to_owned(),
    });
    let body = Pair::says(|locale| {
        let language = locale.language();
        locale.document_body_in_country(args::DocumentBodyInCountry {
            body: quality.body.text(language),
            country: quality.body_country.name(language),
        })
    });
    let mut entries = vec![
        Entry::Lead(Pair::says(|locale| locale.quality_kind(quality.kind))),
        Entry::Text(body),
        Entry::fact(Locale::document_decision, decision),
    ];
    if let Some(day) = quality.expires {
        entries.push(Entry::fact(Locale::document_quality_until, Pair::says(|locale| locale.date(day))));
    }
    entries.extend(
        quality
            .report
            .as_ref()
            .map(|page| Entry::Web { label: Pair::says(Locale::document_report), url: page.as_str().to_owned() }),
    );
    entries.extend(limits(quality));
    entries
}

/// What an accreditation holds for, and when it is looked at again.
fn limits(quality: &QualityAssurance) -> Vec<Entry> {
    let mut entries = Vec::new();
    if let Some(day) = quality.review {
        entries.push(Entry::fact(Locale::document_review, Pair::says(|locale| locale.date(day))));
    }
    let value = Pair::says(|locale| locale.quality_limits(quality).unwrap_or_default());
    if !value.cs.is_empty() {
        entries.push(Entry::fact(Locale::document_accredited_for, value));
    }
    entries
}
