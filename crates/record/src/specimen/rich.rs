//! A specimen that uses everything a record can say: a stack of micro-credentials with results of its parts, several
//! accreditations, activities, entitlements and documents, sealed by mandate.

use std::sync::Arc;

use super::{TODAY, fields as plain_fields, institution};
use crate::{
    Activity, ActivityKind, Award, AwardFields, Bilingual, Body, Component, Country, CredentialType, Date, Ects,
    EmbeddedFile, Entitlement, EntitlementKind, EntitlementStatus, EqfLevel, EscoOccupation, Flaws, Homepage, Hours,
    Institution, InstitutionFields, InstitutionId, IscedCode, IscedField, Jurisdiction, JurisdictionCode, Line,
    Mandate, Mode, OccupationUri, PartResult, Period, Place, QualityAssurance, QualityKind, SealingIssuer,
    SupplementaryDocument, TeachingLanguage, Unit, UnitFields, UnitId,
};

/// The smallest document there is.
const MANDATE: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

/// An award that uses everything.
///
/// # Errors
/// Never, as a test shows; the constructors it is made with could.
pub fn award() -> Result<Award, Flaws> {
    Award::new(fields()?, TODAY)
}

/// Its parts.
///
/// # Errors
/// As [`award`].
pub fn fields() -> Result<AwardFields, Flaws> {
    let mut fields = plain_fields()?;
    fields.id = crate::CredentialId::from_random(*b"signet: everythi");
    fields.unit = Arc::new(unit()?);
    fields.sealing = Arc::new(sealing()?);
    fields.outcome.parts = vec![
        PartResult {
            code: Line::new("MC1")?,
            grade: Some(Line::new("A")?),
            date: Some(Date::constant(2025, 6, 20)),
            credential: Some(Line::new("urn:credential:0b5e2c10-7f0a-4c51-9d0e-6d2f5a3b1c00")?),
        },
        PartResult {
            code: Line::new("MC2")?,
            grade: Some(Line::new("88 %")?),
            date: Some(Date::constant(2026, 1, 30)),
            credential: Some(Line::new("urn:credential:5c9a7d22-1b4e-4f63-8a77-0e1d2c3b4a59")?),
        },
        part("PROJEKT", "A", Date::constant(2026, 6, 1))?,
        part("TEST", "B", Date::constant(2026, 6, 12))?,
    ];
    Ok(fields)
}

fn part(code: &str, grade: &str, date: Date) -> Result<PartResult, Flaws> {
    Ok(PartResult { code: Line::new(code)?, grade: Some(Line::new(grade)?), date: Some(date), credential: None })
}

/// The unit of learning.
///
/// # Errors
/// As [`award`].
pub fn unit() -> Result<Unit, Flaws> {
    let mut unit = UnitFields::from(super::unit()?);
    unit.id = UnitId::new("ukazkovy-celek")?;
    unit.title = Bilingual::new("Ukázkový celek", "Specimen Stack")?;
    for (assessment, code) in unit.assessments.iter_mut().zip(["PROJEKT", "TEST"]) {
        assessment.code = Some(Line::new(code)?);
    }
    unit.accreditations = vec![programme()?];
    unit.components = components()?;
    unit.activities = activities()?;
    unit.entitlements = entitlements()?;
    unit.documents = vec![
        SupplementaryDocument {
            title: Bilingual::new("Řád příkladů", "Rules of Examples")?,
            url: Homepage::new("https://vzorova.example/rad-prikladu.pdf")?,
            language: Some(TeachingLanguage::new("CES")?),
        },
        SupplementaryDocument {
            title: Bilingual::new("Sylabus", "Syllabus")?,
            url: Homepage::new("https://vzorova.example/sylabus")?,
            language: None,
        },
    ];
    Unit::new(unit)
}

fn programme() -> Result<QualityAssurance, Flaws> {
    Ok(QualityAssurance {
        kind: QualityKind::ProgrammeQa,
        body: Bilingual::new("Vzorová akreditační rada", "Specimen Accreditation Board")?,
        body_country: Country::new("SVK")?,
        decision: Line::new("VAR-77/2025")?,
        issued: Some(Date::constant(2025, 2, 1)),
        expires: Some(Date::constant(2031, 1, 31)),
        report: Some(Homepage::new("https://rada.example/var-77-2025")?),
        review: Some(Date::constant(2028, 2, 1)),
        fields: vec![IscedField { code: IscedCode::new("0542")?, label: Bilingual::new("Statistika", "Statistics")? }],
        levels: vec![EqfLevel::new(6)?, EqfLevel::new(7)?],
        jurisdictions: vec![region()?],
        credential_types: vec![CredentialType::Generic, CredentialType::Qualification],
    })
}

fn region() -> Result<Jurisdiction, Flaws> {
    let label = Bilingual::new("Kraj Vysočina", "Vysočina region")?;
    Ok(Jurisdiction { code: JurisdictionCode::new("CZE_KRJ_VISOC")?, label })
}

fn components() -> Result<Vec<Component>, Flaws> {
    let elsewhere =
        Body { name: Bilingual::new("Ukážková univerzita", "Sample University")?, country: Country::new("SVK")? };
    Ok(vec![
        Component {
            code: Line::new("MC1")?,
            title: Bilingual::new("Ukázky prvního druhu", "Specimens of the First Kind")?,
            ects: Ects::new("1.5")?,
            eqf: Some(EqfLevel::new(6)?),
            awarded_by: None,
        },
        Component {
            code: Line::new("MC2")?,
            title: Bilingual::new("Ukázky druhého druhu", "Specimens of the Second Kind")?,
            ects: Ects::new("2")?,
            eqf: None,
            awarded_by: Some(elsewhere),
        },
    ])
}

fn activities() -> Result<Vec<Activity>, Flaws> {
    Ok(vec![
        Activity {
            kind: ActivityKind::Classroom,
            title: Bilingual::new("Přednášky", "Lectures")?,
            description: None,
            hours: Some(Hours::new(26)?),
            mode: Some(Mode::Presential),
            period: None,
            place: None,
        },
        Activity {
            kind: ActivityKind::Internship,
            title: Bilingual::new("Stáž v továrně na příklady", "Placement at the Example Works")?,
            description: Some(Bilingual::new("Dva týdny u stroje.", "Two weeks at the machine.")?),
            hours: Some(Hours::new(40)?),
            mode: Some(Mode::WorkBased),
            period: Some(Period { start: Date::constant(2026, 4, 13), end: Date::constant(2026, 4, 24) }),
            place: Some(Place { name: Bilingual::new("Horní Lhota", "Horní Lhota")?, country: Country::new("CZE")? }),
        },
    ])
}

fn entitlements() -> Result<Vec<Entitlement>, Flaws> {
    let uri = OccupationUri::new("http://data.europa.eu/esco/occupation/00000000-0000-4000-8000-000000000002")?;
    let title = Bilingual::new("Vstup do navazujícího celku", "Entry to the next set")?;
    Ok(vec![
        Entitlement {
            kind: EntitlementKind::LearningOpportunity,
            status: EntitlementStatus::Actual,
            title,
            description: Some(Bilingual::new("Bez přijímací zkoušky.", "Without an entrance examination.")?),
            expires: Some(Date::constant(2029, 8, 31)),
            jurisdictions: Vec::new(),
            occupations: Vec::new(),
            organisations: vec![Body { name: institution()?.legal_name.clone(), country: Country::new("CZE")? }],
        },
        Entitlement {
            kind: EntitlementKind::Occupation,
            status: EntitlementStatus::Prospective,
            title: Bilingual::new("Výrobce příkladů", "Maker of examples")?,
            description: None,
            expires: None,
            jurisdictions: vec![region()?],
            occupations: vec![EscoOccupation {
                uri, label: Bilingual::new("výrobce příkladů", "maker of examples")?
            }],
            organisations: Vec::new(),
        },
    ])
}

fn sealing() -> Result<SealingIssuer, Flaws> {
    let mut operator = InstitutionFields::from(institution()?);
    operator.id = InstitutionId::new("vzorovy-provozovatel")?;
    operator.legal_name = Bilingual::new("Vzorový provozovatel", "Specimen Operator")?;
    let statement = Bilingual::new("Pečetí vzorový provozovatel.", "Sealed by the specimen operator.")?;
    let document = EmbeddedFile::new(MANDATE.to_vec(), Bilingual::new("Pověření", "Mandate")?)?;
    let mandate = Mandate { statement, document: Some(document), sealed: None };
    Ok(SealingIssuer::Mandated { issuer: Box::new(Institution::new(operator)?), mandate })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn it_holds_and_reads_back() {
        let award = award().unwrap();
        let json = award.to_json().unwrap();
        let again = Award::from_json(&json).unwrap();
        assert_eq!(again, award);
        assert_eq!(again.to_json().unwrap(), json);
    }

    #[test]
    fn results_of_parts_fit_the_unit() {
        let flaws = |change: fn(&mut AwardFields)| {
            let mut changed = fields().unwrap();
            change(&mut changed);
            let flaws = Award::new(changed, TODAY).unwrap_err();
            flaws.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        let unknown = flaws(|fields| fields.outcome.parts[0].code = Line::new("NIC").unwrap());
        assert_eq!(unknown[0], "parts:NIC: unknown-code");
        let late = flaws(|fields| fields.outcome.parts[3].date = Some(Date::constant(2026, 6, 20)));
        assert_eq!(late, ["result_date: date-before"]);
        let test = flaws(|fields| fields.outcome.parts[3].credential = Some(Line::new("x").unwrap()));
        assert_eq!(test, ["credential:TEST: disagrees"]);
    }

    #[test]
    fn a_unit_refuses_what_does_not_add_up() {
        let flaws = |change: fn(&mut UnitFields)| {
            let mut changed = UnitFields::from(unit().unwrap());
            change(&mut changed);
            let flaws = Unit::new(changed).unwrap_err();
            flaws.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(
            flaws(|unit| unit.components[1].ects = Ects::new("3").unwrap()),
            ["components: parts-do-not-add-up"]
        );
        let hours = flaws(|unit| unit.activities[0].hours = Some(Hours::new(80).unwrap()));
        assert_eq!(hours, ["activities: parts-do-not-add-up"]);
        let twice = flaws(|unit| unit.assessments[0].code = Some(Line::new("MC1").unwrap()));
        assert_eq!(twice, ["assessments: duplicate"]);
        let ended = flaws(|unit| unit.accreditations[0].expires = Some(Date::constant(2024, 1, 1)));
        assert_eq!(ended, ["accreditations[1].expires: date-before"]);
    }
}
