//! The demo data, the refused examples and the documented example are what they say they are.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use signet_record::{
    Award, AwardFields, Complaint, CredentialId, Date, Institution, Problem, SealingIssuer, Unit, UnitKind,
    institution_file, results, unit_file,
};

const TODAY: Date = Date::constant(2025, 7, 1);

fn demo() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/demo")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn unit(path: &Path) -> Unit {
    unit_file::parse(&fs::read(path).unwrap()).unwrap_or_else(|complaints| panic!("{path:?}: {complaints:?}"))
}

fn institution(id: &str) -> institution_file::InstitutionFile {
    let folder = demo().join("institutions");
    let bytes = fs::read(folder.join(format!("{id}.toml"))).unwrap();
    // The demonstration seals its mandate when it is made.
    let beside =
        |name: &str| fs::read(folder.join(name)).ok().or_else(|| name.ends_with(".json").then(|| b"{}".to_vec()));
    institution_file::parse(&bytes, beside).unwrap_or_else(|complaints| panic!("{id}: {complaints:?}"))
}

fn codes(complaints: &[Complaint]) -> Vec<(u64, &str, &'static str)> {
    complaints
        .iter()
        .map(|complaint| (complaint.line, complaint.field.as_str(), complaint.flaw.problem.code()))
        .collect()
}

#[test]
fn institutions_have_emblems_and_a_mandate() {
    for id in ["horni-dolni", "skola-remesel", "narodni-pecetni-sprava"] {
        assert!(institution(id).institution.logo.is_some());
    }
    let sealed_by = institution("skola-remesel").sealed_by.unwrap();
    assert_eq!(sealed_by.issuer, institution("narodni-pecetni-sprava").institution.id);
    assert!(institution("horni-dolni").sealed_by.is_none());
}

#[test]
fn units_are_of_all_kinds_and_sizes() {
    let units: Vec<Unit> = ["horni-dolni", "skola-remesel"]
        .iter()
        .flat_map(|id| files(&demo().join(id).join("units")))
        .map(|path| unit(&path))
        .collect();
    assert!(units.len() >= 6);
    let kinds: BTreeSet<&str> = units.iter().map(|unit| unit.kind.code()).collect();
    assert_eq!(kinds.len(), 3);
    assert!(units.iter().any(|unit| unit.outcomes.len() == 30));
    assert!(
        units
            .iter()
            .any(|unit| matches!(&unit.kind, UnitKind::CourseSet { sequence, .. } if sequence.code() == "consecutive"))
    );
    let ects: BTreeSet<String> = units.iter().map(|unit| unit.ects.to_string()).collect();
    assert!(["2", "3.5", "60"].iter().all(|size| ects.contains(*size)), "{ects:?}");
    assert!(units.iter().any(|unit| unit.runs.iter().any(|run| run.closed_to.is_some())));
}

#[test]
fn every_good_result_makes_an_award() {
    let mut awards = 0;
    for id in ["horni-dolni", "skola-remesel"] {
        let institution: Arc<Institution> = Arc::new(institution(id).institution);
        for path in files(&demo().join(id).join("results")) {
            let unit =
                Arc::new(unit(&demo().join(id).join("units").join(path.file_stem().unwrap()).with_extension("toml")));
            let sheet = results::read(&fs::read(&path).unwrap(), &unit, TODAY);
            assert!(sheet.complaints.is_empty(), "{path:?}: {:?}", codes(&sheet.complaints));
            for row in sheet.rows {
                awards += 1;
                let fields = AwardFields {
                    id: CredentialId::from_random([u8::try_from(awards % 256).unwrap(); 16]),
                    revision: 0,
                    supersedes: None,
                    institution: Arc::clone(&institution),
                    sealing: Arc::new(SealingIssuer::AwardingBody),
                    unit: Arc::clone(&unit),
                    run: row.run,
                    holder: row.holder,
                    outcome: row.outcome,
                };
                let award = Award::new(fields, TODAY).unwrap();
                assert_eq!(Award::from_json(&award.to_json().unwrap()).unwrap(), award);
            }
        }
    }
    assert!(awards >= 40, "{awards}");
}

#[test]
fn the_results_with_mistakes_show_every_kind() {
    let unit = unit(&demo().join("horni-dolni/units/econometrics-r.toml"));
    let bytes = fs::read(demo().join("horni-dolni/results-with-mistakes.csv")).unwrap();
    let sheet = results::read(&bytes, &unit, TODAY);
    assert_eq!(sheet.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 16]);
    assert_eq!(codes(&sheet.not_passed), [(12, "Hodnocení", "not-passed")]);
    assert_eq!(
        codes(&sheet.complaints),
        [
            (3, "Datum hodnocení", "future-date"),
            (4, "Hodnocení", "unknown-code"),
            (5, "Osobní číslo", "national-id"),
            (6, "Osobní číslo", "repeated-row"),
            (7, "Příjmení", "no-name"),
            (8, "Datum narození", "not-a-date"),
            (8, "E-mail", "not-an-email"),
            (9, "Běh", "unknown-code"),
            (10, "", "ragged"),
            (11, "Datum hodnocení", "date-before"),
            (13, "Osobní číslo", "repeated-row"),
            (14, "Osobní číslo", "repeated-row"),
            (15, "Datum narození", "too-old"),
        ]
    );
}

#[test]
fn refused_units_say_what_is_wrong_and_where() {
    let refused =
        |name: &str| unit_file::parse(&fs::read(demo().join("units-refused").join(name)).unwrap()).unwrap_err();
    assert_eq!(
        codes(&refused("sixty-point-one.toml")),
        [
            (1, "hours", "missing"),
            (7, "title.en", "missing-language"),
            (8, "ects", "out-of-range"),
            (9, "hodiny", "unknown-field"),
            (10, "eqf", "out-of-range"),
            (11, "languages[2]", "unknown-code"),
            (12, "mode", "unknown-code"),
            (24, "outcomes[1].esco[1].uri", "not-an-esco-skill"),
            (36, "quality.body_country", "unknown-code"),
        ]
    );
    assert_eq!(
        codes(&refused("attendance-only.toml")),
        [
            (9, "hours", "hours-per-credit"),
            (24, "assessments", "attendance-only"),
            (29, "grading.grades", "no-passing-grade"),
            (37, "quality.expires", "date-before"),
            (44, "runs[2]", "duplicate"),
        ]
    );
}

#[test]
fn the_documented_example_is_a_unit() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/examples/unit.toml");
    let text = fs::read_to_string(&path).unwrap();
    assert_eq!(unit(&path).id.as_str(), "ukazka");
    // Lines that begin with "#:" are fields left out of the example; with them in, it is a unit of
    // another kind.
    let whole: String = text.replace("\n#: ", "\n").replace("kind = \"lifelong-learning\"", "kind = \"course-set\"");
    let problems = unit_file::parse(whole.as_bytes())
        .map(|unit| unit.kind.code())
        .map_err(|complaints| format!("{:?}", codes(&complaints)));
    assert_eq!(problems, Ok("course-set"));
    let misspelt = whole.replace("mode = ", "moda = ");
    let complaints = unit_file::parse(misspelt.as_bytes()).unwrap_err();
    let nearest = complaints.iter().find_map(|complaint| match &complaint.flaw.problem {
        Problem::UnknownField { nearest, .. } => nearest.as_deref(),
        _ => None,
    });
    assert_eq!(nearest, Some("mode"));
}
