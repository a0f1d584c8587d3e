//! The canonical text of a unit: in and out equal, for specimens, every unit file here, and units and drafts made at random.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::{fs, path::Path};

use proptest::prelude::*;
use proptest::sample::Index;
use signet_offering::{CanonicalUnit, CheckedDraft, FieldForm, UNIT_FIELDS, UnitDraft};
use signet_record::{
    Assessment, AssessmentKind, Bilingual, CoursePart, Date, Ects, Hours, LearningOutcome, Line, OutcomeKind, Run,
    RunFields, RunId, Sequence, Stacking, Unit, UnitFields, UnitKind, specimen, unit_file,
};

/// A unit is the same in its text, and the text the same in the unit.
fn reads_back(unit: &Unit) {
    let text = CanonicalUnit::of(unit);
    let read = unit_file::parse(text.text().as_bytes());
    let read = read.unwrap_or_else(|complaints| panic!("{complaints:?}\n{}", text.text()));
    assert_eq!(read, *unit, "{}", text.text());
    assert_eq!(CanonicalUnit::of(&read), text);
    let draft = UnitDraft::read(text.text()).unwrap();
    assert_eq!(draft, UnitDraft::of(unit));
    assert_eq!(draft.canonical(), text);
    assert_eq!(draft.check(), CheckedDraft::Complete(Box::new(read)));
}

#[test]
fn specimens_and_every_unit_file_here_read_back() {
    reads_back(&specimen::unit().unwrap());
    reads_back(&specimen::rich::unit().unwrap());
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folders = ["crates/app/demo/horni-dolni/units", "crates/app/demo/skola-remesel/units"];
    let files = folders.iter().flat_map(|folder| fs::read_dir(root.join(folder)).unwrap());
    let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    files.push(root.join("docs/examples/unit.toml"));
    assert!(files.len() >= 7);
    for file in files {
        let bytes = fs::read(&file).unwrap();
        let unit = unit_file::parse(&bytes).unwrap_or_else(|complaints| panic!("{file:?}: {complaints:?}"));
        reads_back(&unit);
        // What somebody uploads to begin a draft with becomes the same unit.
        let draft = UnitDraft::read(std::str::from_utf8(&bytes).unwrap()).unwrap().settled();
        assert_eq!(draft, UnitDraft::of(&unit), "{file:?}");
    }
}

/// A frozen text: approvals bind its digest, so the way a unit is written never changes.
#[test]
fn the_canonical_text_is_exactly_this() {
    let text = CanonicalUnit::of(&specimen::rich::unit().unwrap());
    assert_eq!(text.text(), include_str!("../golden/canonical-unit.toml"));
    assert_eq!(text.digest(), signet_registry::Digest::of(text.text().as_bytes()));
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zěščřžýáíé \"\\\\#=\\[\\]'.,\n\t]{1,40}",
        "\\PC{1,40}",
        Just(String::from("1.5")),
        Just("true".into())
    ]
}

fn both() -> impl Strategy<Value = Bilingual> {
    (words(), words()).prop_filter_map("no text", |(cs, en)| Bilingual::new(&cs, &en).ok())
}

fn line() -> impl Strategy<Value = Line> {
    words().prop_filter_map("no line", |text| Line::new(&text).ok())
}

fn code() -> impl Strategy<Value = Line> {
    "[A-Z]{1,4}[./ ]?[0-9]{0,3}".prop_filter_map("no code", |text| Line::new(&text).ok())
}

fn day() -> impl Strategy<Value = Date> {
    (1990i16..2040, 1i8..=12, 1i8..=28).prop_map(|(year, month, day)| Date::new(year, month, day).unwrap())
}

fn kind() -> impl Strategy<Value = UnitKind> {
    let part = |ects: &'static str| {
        (code(), both()).prop_map(move |(code, title)| CoursePart { code, title, ects: Ects::new(ects).unwrap() })
    };
    prop_oneof![
        Just(UnitKind::LifelongLearning),
        (code(), both()).prop_map(|(code, programme)| UnitKind::Course { code, programme }),
        (both(), part("1.25"), part("2.25")).prop_map(|(programme, one, other)| UnitKind::CourseSet {
            programme,
            sequence: Sequence::Consecutive,
            parts: vec![one, other],
        }),
    ]
}

fn outcomes() -> impl Strategy<Value = Vec<LearningOutcome>> {
    let one = (0..OutcomeKind::ALL.len(), both());
    let one = one.prop_map(|(kind, text)| LearningOutcome { kind: OutcomeKind::ALL[kind], text, esco: Vec::new() });
    prop::collection::vec(one, 1..6)
}

fn assessments() -> impl Strategy<Value = Vec<Assessment>> {
    let one = (0..AssessmentKind::ALL.len(), prop::option::of(both()), prop::option::of(code()));
    let one = one.prop_map(|(kind, description, code)| Assessment {
        kind: AssessmentKind::ALL[kind],
        description,
        weight_percent: None,
        code,
    });
    prop::collection::vec(one, 1..4)
}

fn runs() -> impl Strategy<Value = Vec<Run>> {
    let one = ("[a-z][a-z0-9-]{0,12}", day(), day(), prop::option::of(line()));
    let one = one.prop_filter_map("no run", |(id, one, other, closed_to)| {
        let (start, end) = (one.min(other), one.max(other));
        Run::new(RunFields { id: RunId::new(&id).ok()?, start, end, closed_to }).ok()
    });
    prop::collection::vec(one, 0..4)
}

/// Units of every kind, with and without what may be missing.
fn units() -> impl Strategy<Value = Unit> {
    let texts = (prop::option::of(both()), prop::option::of(both()), prop::option::of(both()), both(), line());
    let parts = (kind(), outcomes(), assessments(), runs());
    (any::<bool>(), 1u32..99, texts, parts, any::<u8>()).prop_filter_map(
        "no unit",
        |(rich, version, texts, parts, left_out)| {
            let unit = if rich { specimen::rich::unit() } else { specimen::unit() };
            let mut unit = UnitFields::from(unit.unwrap());
            let (description, prerequisites, legal_basis, title, framework) = texts;
            let (kind, outcomes, assessments, runs) = parts;
            unit.version = version;
            (unit.description, unit.prerequisites, unit.legal_basis) = (description, prerequisites, legal_basis);
            (unit.title, unit.framework, unit.kind) = (title, framework, kind);
            (unit.outcomes, unit.assessments, unit.runs) = (outcomes, assessments, runs);
            (unit.ects, unit.hours) = (Ects::new("3.5").unwrap(), Hours::new(100).unwrap());
            let leaves = |bit: u8| left_out & (1 << bit) != 0;
            if leaves(0) {
                unit.stacking = Stacking::StandAlone;
            }
            if leaves(1) {
                unit.homepage = None;
            }
            if leaves(2) {
                unit.components.clear();
            }
            if leaves(3) {
                unit.entitlements.clear();
            }
            if leaves(4) {
                unit.activities.clear();
            }
            if leaves(5) {
                (unit.quality.issued, unit.quality.expires, unit.quality.report) = (None, None, None);
            }
            Unit::new(unit).ok()
        },
    )
}

/// The name of every plain field and list, with its form.
fn names(fields: &'static [signet_offering::DraftField], path: &str, found: &mut Vec<(String, FieldForm)>) {
    for field in fields {
        let name = if path.is_empty() { field.name.to_owned() } else { format!("{path}.{}", field.name) };
        match field.form {
            FieldForm::Table(inner) => names(inner, &name, found),
            FieldForm::Tables(inner) => {
                found.push((name.clone(), field.form));
                names(inner, &format!("{name}[1]"), found);
            }
            form => found.push((name, form)),
        }
    }
}

/// Drafts in any state: lists with entries, and anything typed anywhere.
fn drafts() -> impl Strategy<Value = UnitDraft> {
    let mut all = Vec::new();
    names(UNIT_FIELDS, "", &mut all);
    let typed = prop_oneof![
        words(),
        Just(String::new()),
        Just("2025-09-01".into()),
        Just("1. 9. 2025".into()),
        Just("007".into()),
        Just("91".into()),
        Just("3,5".into()),
        Just("1e5".into()),
        Just("99999999999999999999".into()),
        Just("false".into())
    ];
    let edits = prop::collection::vec((any::<Index>(), typed), 0..40);
    (any::<bool>(), edits).prop_map(move |(from_unit, edits)| {
        let mut draft = if from_unit { UnitDraft::of(&specimen::rich::unit().unwrap()) } else { UnitDraft::default() };
        for (index, text) in edits {
            let (name, form) = index.get(&all);
            // A field of a list that has no entry is not there yet.
            let _ = match form {
                FieldForm::Tables(_) => draft.add(name).map(|_| ()),
                FieldForm::Values(_) => draft.add(name).and_then(|at| draft.set(&format!("{name}[{at}]"), &text)),
                _ => draft.set(name, &text),
            };
        }
        draft
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_unit_reads_back(unit in units()) {
        reads_back(&unit);
    }

    #[test]
    fn a_draft_reads_back_complete_or_not(draft in drafts()) {
        let text = draft.canonical();
        let read = UnitDraft::read(text.text()).map_err(|flaw| TestCaseError::fail(format!("{flaw}\n{}", text.text())))?;
        prop_assert!(read == draft, "{}", text.text());
        prop_assert_eq!(read.canonical(), text);
        // A check finds the place of every complaint among the fields of a unit, and settling changes nothing twice.
        if let CheckedDraft::Incomplete(flaws) = draft.check() {
            prop_assert!(!flaws.is_empty());
            for flaw in flaws {
                let known = signet_offering::UnitRemarks::new(vec![signet_offering::UnitRemark {
                    field: flaw.field.clone(),
                    text: "oprava".into(),
                }]);
                prop_assert!(known.is_ok(), "{}", flaw.field);
            }
        }
        let settled = draft.settled();
        prop_assert!(settled.clone().settled() == settled);
    }

    #[test]
    fn texts_differ_exactly_where_they_are_told_to(one in drafts(), other in drafts()) {
        prop_assert_eq!(one.difference(&one), vec![]);
        prop_assert_eq!(one.difference(&other).is_empty(), one == other);
        for change in one.difference(&other) {
            prop_assert_ne!(&change.before, &change.after);
        }
    }
}

#[test]
fn titles_are_read_from_the_beginning_of_a_text() {
    let text = CanonicalUnit::of(&specimen::rich::unit().unwrap()).text().to_owned();
    let head: String = text.chars().take(2_000).collect();
    assert_eq!(UnitDraft::titles_in(&head), ["Ukázkový celek", "Specimen Stack"]);
    assert_eq!(UnitDraft::titles_in(""), ["", ""]);
    assert_eq!(UnitDraft::titles_in("title.cs = \"Cut o"), ["", ""]);
}

#[test]
fn a_section_is_put_into_a_text_and_nothing_else_changes() {
    let kept = UnitDraft::of(&specimen::rich::unit().unwrap());
    let mut typed = UnitDraft::default();
    typed.set("title.cs", "Jiný").unwrap();
    typed.add("outcomes").unwrap();
    let made = kept.clone().with_fields_of(&typed, &["title"]);
    assert_eq!((made.text("title.cs"), made.text("title.en")), (Some("Jiný"), Some("")));
    assert_eq!(made.entries("outcomes"), kept.entries("outcomes"));
    assert_eq!(kept.clone().with_fields_of(&kept, &["title", "outcomes"]), kept);
}

#[test]
fn entries_in_which_nothing_is_filled_can_be_dropped() {
    let mut draft = UnitDraft::default();
    for list in ["outcomes", "outcomes", "languages", "outcomes[2].esco"] {
        draft.add(list).unwrap();
    }
    draft.set("outcomes[2].kind", "skill").unwrap();
    let draft = draft.without_empty_entries();
    assert_eq!((draft.entries("outcomes"), draft.entries("languages")), (Some(1), Some(0)));
    assert_eq!((draft.text("outcomes[1].kind"), draft.entries("outcomes[1].esco")), (Some("skill"), Some(0)));
}
