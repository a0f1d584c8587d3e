//! An award is complete, consistent, and the same bytes every time.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::Arc;

use signet_record::{
    Award, AwardFields, Bilingual, CredentialId, Date, Flaws, Mandate, Problem, RunId, SealingIssuer, Unit, UnitFields,
    specimen,
};

fn with(change: impl FnOnce(&mut AwardFields)) -> Result<Award, Flaws> {
    let mut fields = specimen::fields().unwrap();
    change(&mut fields);
    Award::new(fields, specimen::TODAY)
}

fn refused(change: impl FnOnce(&mut AwardFields)) -> Vec<(String, &'static str)> {
    let flaws = with(change).unwrap_err();
    flaws.iter().map(|flaw| (flaw.field.clone(), flaw.problem.code())).collect()
}

fn flaw(field: &str, code: &'static str) -> Vec<(String, &'static str)> {
    vec![(field.to_owned(), code)]
}

#[test]
fn the_same_award_is_the_same_bytes() {
    let award = specimen::award().unwrap();
    let bytes = award.to_json().unwrap();
    assert_eq!(specimen::award().unwrap().to_json().unwrap(), bytes);
    let back = Award::from_json(&bytes).unwrap();
    assert_eq!(back, award);
    assert_eq!(back.to_json().unwrap(), bytes);
}

#[test]
fn reading_back_checks_again() {
    let text = String::from_utf8(specimen::award().unwrap().to_json().unwrap()).unwrap();
    assert!(Award::from_json(text.replace("\"3.5\"", "\"60.1\"").as_bytes()).is_err());
    assert!(Award::from_json(text.replace("\"hours\":91", "\"hours\":9").as_bytes()).is_err());
    assert!(Award::from_json(text.replace("2026-06-12", "2026-01-12").as_bytes()).is_err());
    assert!(Award::from_json(text.replace("\"revision\":0", "\"revision\":1").as_bytes()).is_err());
    assert!(Award::from_json(text.replace("\"V-1001\"", "\"480229123\"").as_bytes()).is_err());
    assert!(Award::from_json(text.replace("\"revision\"", "\"extra\":1,\"revision\"").as_bytes()).is_err());
}

#[test]
fn an_award_knows_only_its_own_run() {
    let award = with(|fields| {
        let mut unit: UnitFields = Unit::clone(&fields.unit).into();
        let other = unit.runs[0].clone();
        let mut other: signet_record::RunFields = other.into();
        other.id = RunId::new("jiny").unwrap();
        unit.runs.push(signet_record::Run::new(other).unwrap());
        fields.unit = Arc::new(Unit::new(unit).unwrap());
    })
    .unwrap();
    assert_eq!(award.unit().runs.len(), 1);
    assert_eq!(award.to_json().unwrap(), specimen::award().unwrap().to_json().unwrap());
}

#[test]
fn what_does_not_fit_together_is_refused() {
    assert_eq!(refused(|fields| fields.run = RunId::new("jiny").unwrap()), flaw("run", "unknown-code"));
    assert_eq!(refused(|fields| fields.outcome.date = Date::constant(2026, 7, 1)), flaw("result_date", "future-date"));
    assert_eq!(refused(|fields| fields.outcome.date = Date::constant(2026, 2, 15)), flaw("result_date", "date-before"));
    assert_eq!(refused(|fields| fields.revision = 1), flaw("supersedes", "disagrees"));
    assert_eq!(
        refused(|fields| fields.supersedes = Some(CredentialId::from_random([1; 16]))),
        flaw("supersedes", "disagrees")
    );
    assert_eq!(
        refused(|fields| fields.outcome.grade.label = Bilingual::new("jinak", "otherwise").unwrap()),
        flaw("grade", "disagrees")
    );
    let itself = |fields: &mut AwardFields| {
        let issuer = Box::new(specimen::institution().unwrap());
        let mandate =
            Mandate { statement: Bilingual::new("Pověření", "Mandate").unwrap(), document: None, sealed: None };
        fields.sealing = Arc::new(SealingIssuer::Mandated { issuer, mandate });
    };
    assert_eq!(refused(itself), flaw("sealing", "disagrees"));
}

#[test]
fn a_correction_names_what_it_corrects() {
    let first = specimen::award().unwrap();
    let second = with(|fields| {
        fields.id = CredentialId::from_random([9; 16]);
        fields.revision = 1;
        fields.supersedes = Some(first.id());
    })
    .unwrap();
    assert_eq!(second.supersedes(), Some(first.id()));
    assert_eq!((second.key().revision, second.key().person), (1, first.key().person));
}

#[test]
fn quality_assurance_holds_on_the_day_of_the_result() {
    let ended = |fields: &mut AwardFields| {
        let mut unit: UnitFields = Unit::clone(&fields.unit).into();
        unit.quality.expires = Some(Date::constant(2026, 6, 11));
        fields.unit = Arc::new(Unit::new(unit).unwrap());
    };
    assert_eq!(refused(ended), flaw("quality.expires", "date-before"));
}

#[test]
fn nothing_of_a_person_is_in_debug_output() {
    let award = specimen::award().unwrap();
    let shown = format!("{award:?} {:?} {:?} {:?}", award.holder(), award.outcome(), award.key());
    for secret in ["Žofie", "Příkladná", "1996", "V-1001", "posta.example", "Vzorný"] {
        assert!(!shown.contains(secret), "{secret}");
    }
    assert!(!format!("{:?}", Problem::NotADate { found: "31. 2. 1999".into() }).contains("1999"));
}
