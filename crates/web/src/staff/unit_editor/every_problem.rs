//! ST5: everything that the reader of unit files finds wrong is told at its field, in the same words and in both languages. The problems are
//! made: every field of a unit that has everything is emptied, and filled with each of a list of wrong values.

use std::collections::BTreeSet;

use signet_lang::Locale;
use signet_offering::UnitDraft;
use signet_record::{Flaw, Language, Unit, UnitFields, UnitKind, specimen};

use super::{
    form::{FormField, FormPart, SectionForm},
    section::UnitSection,
    section_page::flaws,
};

/// Problems that a unit can have. A file that is not TOML, names fields that units do not have or is too large is told elsewhere.
const PROBLEMS: [&str; 26] = [
    "attendance-only",
    "date-before",
    "duplicate",
    "forbidden-character",
    "hours-per-credit",
    "missing",
    "missing-language",
    "national-id",
    "no-passing-grade",
    "not-a-date",
    "not-a-number",
    "not-a-slug",
    "not-an-address",
    "not-an-esco-occupation",
    "not-an-esco-skill",
    "not-of-this-kind",
    "out-of-range",
    "parts-do-not-add-up",
    "space-inside",
    "too-few",
    "too-long",
    "too-many",
    "too-precise",
    "unknown-code",
    "weights",
    "wrong-type",
];

/// Values that are wrong somewhere.
fn wrong_values() -> Vec<String> {
    let mut values: Vec<String> = [
        "",
        "x",
        "a b",
        "-1",
        "0",
        "2.125",
        "100000",
        "7",
        "99",
        "31. 2. 1999",
        "1. 1. 1990",
        "ftp://a",
        "7103192745",
        "attendance",
        "course",
        "course-set",
        "lifelong-learning",
        "false",
        "TEST",
        "0542",
        "bell\u{7}",
    ]
    .map(str::to_owned)
    .into();
    values.push("ž".repeat(4_001));
    values
}

fn set_of_courses() -> UnitDraft {
    let mut fields = UnitFields::from(specimen::unit().unwrap());
    let part = |code: &str, ects: &str| signet_record::CoursePart {
        code: signet_record::Line::new(code).unwrap(),
        title: signet_record::Bilingual::new(code, code).unwrap(),
        ects: signet_record::Ects::new(ects).unwrap(),
    };
    let programme = signet_record::Bilingual::new("Informatika", "Informatics").unwrap();
    let parts = vec![part("FP/1", "1.5"), part("FP/2", "2")];
    fields.kind = UnitKind::CourseSet { programme, sequence: signet_record::Sequence::Parallel, parts };
    UnitDraft::of(&Unit::new(fields).unwrap())
}

/// Every text that differs from a good one in one field, and some without an entry, with one too many, or with one twice.
fn wrong_texts() -> Vec<UnitDraft> {
    let mut texts = vec![UnitDraft::default()];
    for good in [UnitDraft::of(&specimen::rich::unit().unwrap()), set_of_courses()] {
        for (field, _) in good.leaves() {
            for value in wrong_values() {
                let mut text = good.clone();
                text.set(&field, &value).unwrap();
                texts.push(text);
            }
        }
        for list in ["outcomes", "assessments", "grading.grades", "languages", "runs", "documents", "course_set.parts"]
        {
            let mut none = good.clone();
            while none.entries(list).is_some_and(|entries| entries > 0) {
                none.remove(list, 1).unwrap();
            }
            let mut many = good.clone();
            for _ in 0..61 {
                many.add(list).unwrap();
            }
            texts.extend([none, many]);
        }
        let mut without_weight = good.clone();
        without_weight.set("assessments[1].weight_percent", "10").unwrap();
        let mut attendance = good.clone();
        while attendance.entries("assessments").is_some_and(|entries| entries > 1) {
            attendance.remove("assessments", 2).unwrap();
        }
        attendance.set("assessments[1].kind", "attendance").unwrap();
        attendance.set("assessments[1].weight_percent", "").unwrap();
        let mut failing = good.clone();
        for at in 1..=failing.entries("grading.grades").unwrap() {
            failing.set(&format!("grading.grades[{at}].passing"), "false").unwrap();
        }
        let mut spaced = good.clone();
        spaced.set("runs[1].id", "2026 jaro").unwrap();
        let mut long = good.clone();
        for at in 1..=61 {
            while long.entries("outcomes").is_some_and(|entries| entries < at) {
                long.add("outcomes").unwrap();
            }
            for (field, value) in [("kind", "skill"), ("text.cs", "Uvede příklad"), ("text.en", "Gives an example")] {
                long.set(
                    &format!("outcomes[{at}].{field}"),
                    &format!("{value}{}", if field == "kind" { String::new() } else { at.to_string() }),
                )
                .unwrap();
            }
        }
        texts.extend([without_weight, attendance, failing, spaced, long]);
    }
    texts
}

/// What is told at a part of the form, by the names of the fields that it is about.
fn told(form: &SectionForm) -> (BTreeSet<String>, Vec<String>) {
    let (mut ids, mut said) = (BTreeSet::new(), Vec::new());
    let mut field = |field: &FormField, said: &mut Vec<String>| {
        ids.insert(field.id.clone());
        said.extend(field.problems.iter().map(|problem| format!("{} {problem}", field.id)));
        field.id.clone()
    };
    let mut more = Vec::new();
    for part in &form.parts {
        match part {
            FormPart::Field(one) => drop(field(one, &mut said)),
            FormPart::Pair(pair) => {
                more.push(pair.id.clone());
                said.extend(pair.problems.iter().map(|problem| format!("{} {problem}", pair.id)));
                for side in &pair.sides {
                    field(side, &mut said);
                }
            }
            FormPart::Open(group) => {
                more.push(group.id.clone());
                said.extend(group.problems.iter().map(|problem| format!("{} {problem}", group.id)));
            }
            FormPart::Add(end) => more.push(end.id.clone()),
            FormPart::Close | FormPart::Moves(_) => {}
        }
    }
    ids.extend(more);
    (ids, said)
}

#[test]
fn st5_every_problem_is_told_at_its_field_in_both_languages() {
    let mut met = BTreeSet::new();
    for text in wrong_texts() {
        let found = flaws(&text);
        met.extend(found.iter().map(|flaw| flaw.problem.code()));
        for section in UnitSection::ALL {
            let of_section = section.flaws_of(&found);
            if of_section.is_empty() {
                continue;
            }
            for l in Language::ALL.map(Locale::new) {
                let form = SectionForm::of(section, &text, &of_section, l);
                assert_told(&form, &of_section, l);
            }
        }
        // Its name and its version are the ledger's, and cannot be typed.
        let elsewhere = found.iter().filter(|flaw| UnitSection::of_field(&flaw.field).is_none());
        assert!(elsewhere.clone().all(|flaw| ["id", "version"].contains(&flaw.field.as_str())), "{found:?}");
    }
    let unmet: Vec<_> = PROBLEMS.iter().filter(|problem| !met.contains(*problem)).collect();
    assert!(unmet.is_empty(), "no text had the problems {unmet:?}");
    let unlisted: Vec<_> = met.iter().filter(|problem| !PROBLEMS.contains(problem)).collect();
    assert!(unlisted.is_empty(), "the list lacks {unlisted:?}");
}

/// Each flaw once in the summary, which leads to an element of the page, and once at the part of the form it is about.
fn assert_told(form: &SectionForm, flaws: &[Flaw], l: Locale) {
    let (ids, said) = told(form);
    assert_eq!(form.summary.len(), flaws.len());
    assert_eq!(said.len(), flaws.len(), "{flaws:?} told as {said:?}");
    for (flaw, line) in flaws.iter().zip(&form.summary) {
        let sentence = l.problem(&flaw.problem);
        assert!(line.text.ends_with(&sentence), "{flaw:?}");
        assert!(ids.contains(line.href.trim_start_matches('#')), "{flaw:?} leads to {}", line.href);
        let at = super::form::element_id(&flaw.field);
        assert!(said.iter().any(|told| *told == format!("{at} {sentence}")), "{flaw:?} is not told at {at}: {said:?}");
    }
}
