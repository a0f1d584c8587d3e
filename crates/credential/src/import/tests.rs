//! Round trips: record → credential → record → the same bytes; and what strangers' files lack.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{fs, path::Path, sync::Arc};

use signet_record::{
    Award, AwardFields, Bilingual, CoursePart, Date, Ects, Language, Line, PartResult, SealingIssuer, Sequence,
    Stacking, Timestamp, UnitFields, UnitKind, institution_file, results, specimen, unit_file,
};

use super::*;
use crate::{Picture, SealIdentity, check, compose, diff, read};

fn composed(award: &Award) -> String {
    let identity = SealIdentity {
        legal_name: "Vzorová univerzita v Lhotě".into(),
        common_name: "Pečeť".into(),
        organization_identifier: "NTRCZ-99999994".into(),
        country: "CZ".into(),
    };
    let pictures = Language::ALL.map(|language| Picture { language, jpeg: b"\xff\xd8\xff\xe0".to_vec() });
    let now: Timestamp = "2026-06-30T08:15:30Z".parse().unwrap();
    compose(award, &identity, &pictures, now, None).unwrap()
}

fn frame(award: &Award) -> ImportContext<'_> {
    ImportContext { institution: award.institution(), unit: None, person: Some(&award.holder().person), run: None }
}

/// The award that a credential is read back to.
fn again(award: &Award, text: &str) -> Award {
    let import = import(&read(text).unwrap(), &frame(award)).unwrap();
    let mut fields: AwardFields = award.clone().into_fields();
    fields.id = import.id.unwrap();
    fields.supersedes = import.supersedes;
    fields.run = import.run;
    fields.unit = Arc::new(import.unit);
    fields.holder = import.holder;
    fields.outcome = import.outcome;
    Award::new(fields, specimen::TODAY).unwrap()
}

fn award_with(change: impl FnOnce(&mut AwardFields, &mut UnitFields)) -> Award {
    let mut fields = specimen::fields().unwrap();
    let mut unit = UnitFields::from((*fields.unit).clone());
    change(&mut fields, &mut unit);
    fields.unit = Arc::new(Unit::new(unit).unwrap());
    Award::new(fields, specimen::TODAY).unwrap()
}

fn both(text: &str) -> Bilingual {
    Bilingual::new(text, &format!("{text} (en)")).unwrap()
}

fn awards() -> Vec<Award> {
    let part = |code: &str, ects: &str| CoursePart {
        code: Line::new(code).unwrap(),
        title: both(code),
        ects: Ects::new(ects).unwrap(),
    };
    vec![
        specimen::award().unwrap(),
        specimen::rich::award().unwrap(),
        award_with(|_, unit| {
            unit.kind = UnitKind::Course { code: Line::new("FP/UKD").unwrap(), programme: both("Příklady") };
            unit.stacking = Stacking::StandAlone;
            unit.assessments.truncate(1);
            unit.assessments[0].weight_percent = None;
            unit.legal_basis = Some(both("Jiný právní základ."));
            unit.grading.description = Some(both("Nejlepší je A."));
            unit.faculty = None;
        }),
        award_with(|fields, _| {
            let mut holder = signet_record::HolderFields::from(fields.holder.clone());
            holder.birth_country = signet_record::Country::new("SVK").ok();
            fields.holder = signet_record::Holder::new(holder).unwrap();
        }),
        award_with(|fields, unit| {
            unit.kind = UnitKind::CourseSet {
                programme: both("Příklady"),
                sequence: Sequence::Consecutive,
                parts: vec![part("FP/1", "1.5"), part("FP/2", "2")],
            };
            let (code, grade) = (Line::new("FP/2").unwrap(), Some(Line::new("A").unwrap()));
            fields.outcome.parts = vec![PartResult { code, grade, date: None, credential: None }];
            fields.revision = 1;
            fields.supersedes = Some(CredentialId::from_random([7; 16]));
        }),
    ]
}

#[test]
fn what_was_composed_is_written_back_byte_for_byte() {
    for award in awards() {
        let text = composed(&award);
        assert_eq!(read(&text).unwrap().to_text(), text);
    }
}

#[test]
fn an_award_comes_back_and_gives_the_same_bytes() {
    for award in awards() {
        let text = composed(&award);
        let back = again(&award, &text);
        assert_eq!(diff(&read(&text).unwrap(), &read(&composed(&back)).unwrap()), []);
        assert!(composed(&back) == text, "{:?}", award.unit().kind);
        assert_eq!(back.key().person, award.key().person);
        assert_eq!(back.outcome().grade, award.outcome().grade);
    }
}

/// Every award of the demonstration.
fn demonstration() -> Vec<Award> {
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/demo");
    let institution = |id: &str| {
        let folder = demo.join("institutions");
        let bytes = fs::read(folder.join(format!("{id}.toml"))).unwrap();
        // The demonstration seals its mandate when it is made.
        let beside =
            |name: &str| fs::read(folder.join(name)).ok().or_else(|| name.ends_with(".json").then(|| b"{}".to_vec()));
        institution_file::parse(&bytes, beside).unwrap()
    };
    let today = Date::constant(2026, 7, 1);
    let mut awards = Vec::new();
    for id in ["horni-dolni", "skola-remesel"] {
        let file = institution(id);
        let sealing = file.sealed_by.map_or(SealingIssuer::AwardingBody, |by| SealingIssuer::Mandated {
            issuer: Box::new(institution(by.issuer.as_str()).institution),
            mandate: by.mandate,
        });
        for entry in fs::read_dir(demo.join(id).join("units")).unwrap() {
            let path = entry.unwrap().path();
            let unit = Arc::new(unit_file::parse(&fs::read(&path).unwrap()).unwrap());
            let stem = path.file_stem().unwrap().to_str().unwrap();
            let results = ["csv", "json"].map(|kind| demo.join(id).join("results").join(format!("{stem}.{kind}")));
            let bytes = results.iter().find_map(|path| fs::read(path).ok()).unwrap();
            for row in results::read(&bytes, &unit, today).rows {
                let fields = AwardFields {
                    id: CredentialId::from_random([9; 16]),
                    revision: 0,
                    supersedes: None,
                    institution: Arc::new(file.institution.clone()),
                    sealing: Arc::new(sealing.clone()),
                    unit: Arc::clone(&unit),
                    run: row.run,
                    holder: row.holder,
                    outcome: row.outcome,
                };
                awards.push(Award::new(fields, today).unwrap());
            }
        }
    }
    awards
}

#[test]
fn every_award_of_the_demonstration_comes_back_to_the_same_bytes() {
    let awards = demonstration();
    assert!(awards.len() > 20, "{}", awards.len());
    for award in awards {
        let text = composed(&award);
        let credential = read(&text).unwrap();
        assert_eq!(credential.to_text(), text);
        assert!(composed(&again(&award, &text)) == text, "{}", award.unit().id);
    }
}

#[test]
fn an_official_sample_lacks_what_it_lacks() {
    let shared = std::env::var("SIGNET_SHARED")
        .map_or_else(|_| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), std::path::PathBuf::from);
    let Ok(text) = fs::read_to_string(shared.join("reference/elm/Sample-MC-Annex1-unsigned.jsonld")) else {
        println!("skipped: no reference data");
        return;
    };
    let upload = crate::read_upload(&text).unwrap();
    let award = specimen::award().unwrap();
    let gaps = import(&upload.credential, &frame(&award)).unwrap_err();
    let told = |path: &str, problem: &str| gaps.iter().any(|gap| gap.path == path && gap.problem.code() == problem);
    assert!(told("$.credentialSubject.hasClaim.awardedBy.awardingBody", "disagrees"), "{gaps:?}");
    assert!(told("$.credentialSubject.hasClaim.title", "missing-language"), "{gaps:?}");
    assert!(told("$.credentialSubject.hasClaim.specifiedBy.accreditation", "missing"), "{gaps:?}");
}

#[test]
fn a_known_unit_is_taken_from_the_register() {
    let award = specimen::rich::award().unwrap();
    let text = composed(&award);
    let credential = read(&text).unwrap();
    let known = frame(&award);
    let known = ImportContext { unit: Some(award.unit()), ..known };
    let import = import(&credential, &known).unwrap();
    assert_eq!((&import.unit, &import.run), (award.unit(), &award.run().id));
    assert_eq!(import.outcome, *award.outcome());
    assert_eq!(unit_named(&credential), Some((award.unit().id.clone(), 1)));
}

#[test]
fn what_is_missing_is_named_with_place_and_item() {
    let award = specimen::award().unwrap();
    let text = composed(&award)
        .replace("\"dateOfBirth\"", "\"x\"")
        .replace("\"eqfLevel\"", "\"y\"")
        .replace(
            "\"eIDASIdentifier\":{\"id\":\"urn:epass:legalIdentifier:1\"",
            "\"z\":{\"id\":\"urn:epass:legalIdentifier:1\"",
        )
        .replace("Specimen University in Lhota", "Another University")
        .replace("\"cs\":\"Vzorová univerzita v Lhotě\"", "\"cs\":\"Jiná univerzita\"");
    let frame = ImportContext { person: None, ..frame(&award) };
    let gaps = import(&read(&text).unwrap(), &frame).unwrap_err();
    let told: Vec<_> = gaps.iter().map(|gap| (gap.path.as_str(), gap.annex, gap.problem.code())).collect();
    assert_eq!(
        told,
        [
            ("$.credentialSubject.hasClaim.awardedBy.awardingBody", Some(AnnexItem::AwardingBody), "disagrees"),
            ("$.credentialSubject.dateOfBirth", Some(AnnexItem::Holder), "missing"),
            ("$.credentialSubject.identifier", Some(AnnexItem::Holder), "missing"),
            ("$.credentialSubject.hasClaim.specifiedBy.eqfLevel", Some(AnnexItem::Level), "missing"),
        ]
    );
    assert!(check(&read(&composed(&award)).unwrap()).is_empty());
}

/// Where something should stand is a place in the file, also where nothing stands around it; and a URI that is not there is missing,
/// not an empty one that is wrong.
#[test]
fn what_a_place_and_a_skill_lack_is_named_where_it_stands() {
    let award = specimen::rich::award().unwrap();
    let text = composed(&award);
    let mut value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let claim = &mut value["credentialSubject"]["hasClaim"];
    let place = claim["influencedBy"][2]["location"].as_object_mut().unwrap();
    place.remove("address").unwrap();
    let skills = claim["specifiedBy"]["learningOutcome"].as_array_mut().unwrap();
    let skill = skills.iter_mut().find_map(|one| one["relatedESCOSkill"].as_object_mut()).unwrap();
    skill.remove("id").unwrap();
    let gaps = import(&read(&value.to_string()).unwrap(), &frame(&award)).unwrap_err();
    let missing = |path: &str| gaps.iter().any(|gap| gap.path.ends_with(path) && gap.problem == Problem::Missing);
    assert!(missing(".influencedBy[2].location"), "{gaps:?}");
    assert!(missing(".relatedESCOSkill"), "{gaps:?}");
}
