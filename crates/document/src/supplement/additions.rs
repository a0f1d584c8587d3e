//! What only some units have: components, single activities, results of parts, entitlements, documents.

use signet_lang::{Locale, args};
use signet_record::{Award, Line, PartResult, Unit, UnitKind};

use crate::view::{Entry, Fact, Pair, PartRow};

/// The micro-credentials it is made of: a table, and below what the holder reached in each.
pub(super) fn components(award: &Award) -> Vec<Entry> {
    let unit = award.unit();
    if unit.components.is_empty() {
        return Vec::new();
    }
    let row = |component: &signet_record::Component| PartRow {
        code: component.code.to_string(),
        title: Pair::from(&component.title),
        credits: Pair::says(|locale| locale.decimal(&component.ects.to_string())),
    };
    let mut entries = vec![
        Entry::Text(Pair::says(Locale::document_components)),
        Entry::Parts {
            code: Pair::says(Locale::document_part_code),
            title: Pair::says(Locale::document_component_title),
            credits: Pair::says(Locale::document_part_credits),
            rows: unit.components.iter().map(row).collect(),
        },
    ];
    for component in &unit.components {
        let result = award.outcome().part(&component.code);
        let says = |locale: Locale| {
            let body = component.awarded_by.as_ref().map(|body| {
                let language = locale.language();
                locale.document_body_in_country(args::DocumentBodyInCountry {
                    body: body.name.text(language),
                    country: body.country.name(language),
                })
            });
            result
                .and_then(|result| reached(award, result, locale))
                .into_iter()
                .chain(body)
                .collect::<Vec<_>>()
                .join("; ")
        };
        let value = Pair::says(says);
        if !value.cs.is_empty() {
            entries.push(Entry::Fact(Fact { label: Pair::from(&component.title), value }));
        }
        let credential = result.and_then(|result| result.credential.as_ref());
        entries.extend(credential.map(|credential| Entry::Code {
            label: Pair::says(Locale::document_identifier_short),
            value: credential.to_string(),
        }));
    }
    entries
}

/// "A – výborně, 20. 6. 2025"
fn reached(award: &Award, result: &PartResult, locale: Locale) -> Option<String> {
    let grade = result.grade.as_ref().map(|grade| graded(award.unit(), grade, locale));
    let date = result.date.map(|date| locale.date(date));
    let told = grade.into_iter().chain(date).collect::<Vec<_>>().join(", ");
    (!told.is_empty()).then_some(told)
}

fn graded(unit: &Unit, grade: &Line, locale: Locale) -> String {
    let step = unit.grading.grades.iter().find(|step| step.code == *grade);
    match step.map(|step| step.label.text(locale.language())) {
        Some(label) if label != grade.as_str() => {
            locale.document_grade(args::DocumentGrade { code: grade.as_str(), label })
        }
        _ => grade.to_string(),
    }
}

/// Results of single assessments and of the courses of a set.
pub(super) fn results_of_parts(award: &Award) -> Vec<Entry> {
    let unit = award.unit();
    let fact = |label: Pair, result: &PartResult| {
        let value = Pair::says(|locale| reached(award, result, locale).unwrap_or_default());
        (!value.cs.is_empty()).then_some(Entry::Fact(Fact { label, value }))
    };
    let courses = match &unit.kind {
        UnitKind::CourseSet { parts, .. } => parts.as_slice(),
        UnitKind::LifelongLearning | UnitKind::Course { .. } => &[],
    };
    let courses = courses.iter().filter_map(|part| {
        let result = award.outcome().part(&part.code)?;
        fact(Pair::from(&part.title), result)
    });
    let assessments = unit.assessments.iter().filter_map(|part| {
        let result = award.outcome().part(part.code.as_ref()?)?;
        fact(Pair::says(|locale| locale.assessment_kind(part.kind)), result)
    });
    courses.chain(assessments).collect()
}

/// Single activities within the whole.
pub(super) fn activities(unit: &Unit) -> Vec<Entry> {
    let entries = unit.activities.iter().flat_map(|activity| {
        let fact =
            Entry::fact(|locale| locale.activity_kind(activity.kind), Pair::says(|locale| locale.activity(activity)));
        let description = activity.description.as_ref().map(|text| Entry::Text(Pair::from(text)));
        std::iter::once(fact).chain(description)
    });
    entries.collect()
}

/// What it entitles to.
pub(super) fn entitlements(unit: &Unit) -> Vec<Entry> {
    let entries = unit.entitlements.iter().flat_map(|one| {
        let fact =
            Entry::fact(|locale| locale.entitlement_kind(one.kind), Pair::says(|locale| locale.entitlement(one)));
        let description = one.description.as_ref().map(|text| Entry::Text(Pair::from(text)));
        std::iter::once(fact).chain(description)
    });
    entries.collect()
}

/// Documents that belong to it.
pub(super) fn documents(unit: &Unit) -> Vec<Entry> {
    let entries = unit.documents.iter();
    entries
        .map(|document| Entry::Web { label: Pair::from(&document.title), url: document.url.as_str().to_owned() })
        .collect()
}
