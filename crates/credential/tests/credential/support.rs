//! What the tests share: the specimen composed in several ways, and the way to the reference data.

use std::path::PathBuf;
use std::sync::Arc;

use signet_credential::{Picture, SealIdentity, StatusEntry, compose};
use signet_record::{
    Award, Bilingual, CoursePart, Ects, Institution, InstitutionFields, InstitutionId, Language, Line, Mandate,
    QualityKind, SealedStatement, SealingIssuer, Sequence, Stacking, Unit, UnitFields, UnitKind, specimen,
};

/// The reference data, when it is there.
pub fn reference() -> Option<PathBuf> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared");
    let shared = std::env::var_os("SIGNET_SHARED").map_or_else(|| PathBuf::from(beside), PathBuf::from);
    let reference = shared.join("reference");
    reference.is_dir().then_some(reference)
}

/// Every official sample and the two of our own reference, as (name, credential text).
pub fn samples() -> Option<Vec<(&'static str, String)>> {
    let reference = reference()?;
    let names = [
        "elm/Sample-MC-Annex1-unsigned.jsonld",
        "elm/Sample-MC-Annex1-signed.jsonld",
        "elm/Sample-CertOfPart-unsigned.jsonld",
        "elm/Sample-CertOfPart-signed.jsonld",
        "edc-minimal.jsonld",
        "edc-full.jsonld",
    ];
    let samples = names.map(|name| {
        let text = std::fs::read_to_string(reference.join(name)).unwrap();
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        let payload = value.get("payload").and_then(|payload| payload.as_str()).map(str::to_owned);
        (name, payload.unwrap_or(text))
    });
    Some(samples.into())
}

/// A sealed statement, as far as a credential is concerned.
pub const STATEMENT: &[u8] = b"{\"payload\":\"\",\"signatures\":[]}";

/// One award in every shape that changes what is written, as (name, credential text).
pub fn composed() -> Vec<(&'static str, String)> {
    let specimen = specimen::fields().unwrap();
    let award = |change: &dyn Fn(&mut UnitFields)| {
        let mut fields = specimen.clone();
        let mut unit = UnitFields::from(Unit::clone(&fields.unit));
        change(&mut unit);
        fields.unit = Arc::new(Unit::new(unit).unwrap());
        Award::new(fields, specimen::TODAY).unwrap()
    };
    let mut mandated = specimen.clone();
    let mut operator = InstitutionFields::from(specimen::institution().unwrap());
    operator.id = InstitutionId::new("provozovatel").unwrap();
    let mandate = Mandate {
        statement: both("Pečetí pověřený provozovatel.", "Sealed by the mandated operator."),
        document: None,
        sealed: Some(SealedStatement::new(STATEMENT.to_vec()).unwrap()),
    };
    let issuer = Box::new(Institution::new(operator).unwrap());
    mandated.sealing = Arc::new(SealingIssuer::Mandated { issuer, mandate });
    let bare = award(&|unit| {
        unit.description = None;
        unit.faculty = None;
        unit.prerequisites = None;
        unit.further_information = None;
        unit.homepage = None;
        unit.stacking = Stacking::StandAlone;
        unit.quality.kind = QualityKind::ProgrammeLicence;
        unit.assessments.truncate(1);
        unit.assessments[0].weight_percent = None;
    });
    let course = award(&|unit| {
        unit.kind = UnitKind::Course { code: line("STA-101"), programme: both("Statistika", "Statistics") };
    });
    let set = award(&|unit| {
        let part = |code, title: &str, ects| CoursePart {
            code: line(code),
            title: both(title, title),
            ects: Ects::new(ects).unwrap(),
        };
        unit.kind = UnitKind::CourseSet {
            programme: both("Statistika", "Statistics"),
            sequence: Sequence::Consecutive,
            parts: vec![part("STA-1", "První", "1.5"), part("STA-2", "Druhý", "2")],
        };
    });
    let awards = [
        ("specimen", Award::new(specimen.clone(), specimen::TODAY).unwrap()),
        ("mandated", Award::new(mandated, specimen::TODAY).unwrap()),
        ("bare", bare),
        ("course", course),
        ("set of courses", set),
        ("everything", specimen::rich::award().unwrap()),
    ];
    awards.into_iter().map(|(name, award)| (name, write(&award))).collect()
}

fn line(text: &str) -> Line {
    Line::new(text).unwrap()
}

fn both(cs: &str, en: &str) -> Bilingual {
    Bilingual::new(cs, en).unwrap()
}

fn write(award: &Award) -> String {
    let identity = SealIdentity {
        legal_name: "Vzorová univerzita v Lhotě".into(),
        common_name: "Vzorová univerzita – pečeť".into(),
        organization_identifier: "NTRCZ-99999994".into(),
        country: "CZ".into(),
    };
    let pictures = Language::ALL.map(|language| Picture {
        language,
        jpeg: [b"\xff\xd8\xff\xe0".as_slice(), language.code().as_bytes(), &[0; 40_000]].concat(),
    });
    let status = StatusEntry { list_url: "https://vzorova.example/status/1".into(), index: 7 };
    let issued = "2026-06-30T08:15:30Z".parse().unwrap();
    compose(award, &identity, &pictures, issued, Some(&status)).unwrap()
}
