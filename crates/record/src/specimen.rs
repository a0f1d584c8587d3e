//! A complete award of nobody by nobody: for demonstrations, rehearsals and the tests of every crate.

pub mod rich;

use std::sync::Arc;

use crate::{
    Address, Assessment, AssessmentKind, AssessmentResult, Award, AwardFields, Bilingual, Colour, Country,
    CredentialId, Date, Ects, Email, EqfLevel, EscoSkill, EscoUri, Faculty, Flaws, GradeStep, GradingScheme, Holder,
    HolderFields, Homepage, Hours, Image, Institution, InstitutionFields, InstitutionId, IscedCode, IscedField,
    LearningOutcome, LegalIdentifier, Line, Mode, OutcomeKind, PersonId, QualityAssurance, QualityKind, Run, RunFields,
    RunId, SealingIssuer, Stacking, Supervision, TeachingLanguage, Unit, UnitFields, UnitId, UnitKind,
};

/// The last day on which anything in the specimen happens.
pub const TODAY: Date = Date::constant(2026, 6, 30);

const LOGO: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><circle cx="20" cy="20" r="18" fill="#0b3d91"/></svg>"##;

/// An award that fills every item of the supplement. Change its parts with [`fields`].
///
/// # Errors
/// Never, as a test shows; the constructors it is made with could.
pub fn award() -> Result<Award, Flaws> {
    Award::new(fields()?, TODAY)
}

/// The parts of the specimen.
///
/// # Errors
/// As [`award`].
pub fn fields() -> Result<AwardFields, Flaws> {
    let unit = unit()?;
    Ok(AwardFields {
        id: CredentialId::from_random(*b"signet: specimen"),
        revision: 0,
        supersedes: None,
        institution: Arc::new(institution()?),
        sealing: Arc::new(SealingIssuer::AwardingBody),
        run: RunId::new("2026-jaro")?,
        holder: holder()?,
        outcome: AssessmentResult {
            grade: unit.pass("B")?,
            date: Date::constant(2026, 6, 12),
            assessor: Some(Line::new("doc. Petr Vzorný")?),
            parts: Vec::new(),
        },
        unit: Arc::new(unit),
    })
}

/// The awarding body.
///
/// # Errors
/// As [`award`].
pub fn institution() -> Result<Institution, Flaws> {
    Institution::new(InstitutionFields {
        id: InstitutionId::new("vzorova")?,
        legal_name: Bilingual::new("Vzorová univerzita v Lhotě", "Specimen University in Lhota")?,
        company_number: None,
        country: Country::new("CZE")?,
        seat: Address { line: Line::new("Vzorová 1, 999 99 Lhota")?, town: Bilingual::new("Lhota", "Lhota")? },
        eidas_identifier: LegalIdentifier::new("NTRCZ-99999994")?,
        registration: None,
        homepage: Some(Homepage::new("https://vzorova.example")?),
        email: Some(Email::new("mikrocertifikaty@vzorova.example")?),
        logo: Some(Image::new(LOGO.into(), Bilingual::new("Modrý kruh", "Blue disc")?)?),
        colour: Colour::new("#0b3d91")?,
        legal_basis: Bilingual::new(
            "Vydáno podle § 60 zákona č. 111/1998 Sb.",
            "Issued under Section 60 of Act No. 111/1998 Coll.",
        )?,
        course_legal_basis: None,
    })
}

/// The person.
///
/// # Errors
/// As [`award`].
pub fn holder() -> Result<Holder, Flaws> {
    Holder::new(HolderFields {
        person: PersonId::new("V-1001")?,
        given_name: Some(Line::new("Žofie")?),
        family_name: Some(Line::new("Příkladná")?),
        titles_before: Some(Line::new("Ing.")?),
        titles_after: Some(Line::new("Ph.D.")?),
        born: Date::constant(1996, 2, 29),
        birth_place: Some(Line::new("Lhota")?),
        birth_country: None,
        email: Some(Email::new("zofie@posta.example")?),
    })
}

/// The unit of learning.
///
/// # Errors
/// As [`award`].
pub fn unit() -> Result<Unit, Flaws> {
    let run = RunFields {
        id: RunId::new("2026-jaro")?,
        start: Date::constant(2026, 2, 16),
        end: Date::constant(2026, 5, 15),
        closed_to: None,
    };
    Unit::new(UnitFields {
        id: UnitId::new("ukazka")?,
        version: 1,
        kind: UnitKind::LifelongLearning,
        title: Bilingual::new("Ukázkové dovednosti", "Specimen Skills")?,
        description: Some(Bilingual::new("Krátký kurz o ničem skutečném.", "A short course about nothing real.")?),
        faculty: Some(Faculty { name: Bilingual::new("Fakulta příkladů", "Faculty of Examples")? }),
        legal_basis: None,
        framework: Line::new("1.0")?,
        outcomes: outcomes()?,
        ects: Ects::new("3.5")?,
        hours: Hours::new(91)?,
        eqf: EqfLevel::new(6)?,
        nqf: None,
        isced: IscedField { code: IscedCode::new("0542")?, label: Bilingual::new("Statistika", "Statistics")? },
        languages: vec![TeachingLanguage::new("CES")?, TeachingLanguage::new("ENG")?],
        mode: Mode::Blended,
        assessments: vec![
            assessment(AssessmentKind::ProjectWork, 60)?,
            assessment(AssessmentKind::WrittenExamination, 40)?,
        ],
        grading: grading()?,
        supervision: Supervision::SupervisedWithId,
        quality: quality()?,
        prerequisites: Some(Bilingual::new("Středoškolská matematika.", "Upper-secondary mathematics.")?),
        stacking: Stacking::Towards {
            note: Bilingual::new("Započítává se do celku Příklady.", "Counts towards the set Examples.")?,
        },
        further_information: Some(Bilingual::new("Ukázka; nic nedokládá.", "A specimen; it proves nothing.")?),
        homepage: Some(Homepage::new("https://vzorova.example/kurzy/ukazka")?),
        accreditations: Vec::new(),
        components: Vec::new(),
        activities: Vec::new(),
        entitlements: Vec::new(),
        documents: Vec::new(),
        runs: vec![Run::new(run)?],
    })
}

fn outcomes() -> Result<Vec<LearningOutcome>, Flaws> {
    let skill = EscoSkill {
        uri: EscoUri::new("http://data.europa.eu/esco/skill/00000000-0000-4000-8000-000000000001")?,
        label: Bilingual::new("uvádět příklady", "give examples")?,
    };
    let outcome =
        |kind, cs: &str, en: &str| Bilingual::new(cs, en).map(|text| LearningOutcome { kind, text, esco: Vec::new() });
    let mut outcomes = vec![
        outcome(OutcomeKind::Knowledge, "Vysvětlí, co je příklad.", "Explains what an example is.")?,
        outcome(OutcomeKind::Skill, "Uvede příklad k danému pravidlu.", "Gives an example of a given rule.")?,
        outcome(
            OutcomeKind::Competence,
            "Odpovídá za volbu příkladů ve skupině.",
            "Answers for the choice of examples in a group.",
        )?,
    ];
    if let Some(outcome) = outcomes.get_mut(1) {
        outcome.esco.push(skill);
    }
    Ok(outcomes)
}

fn assessment(kind: AssessmentKind, weight: u8) -> Result<Assessment, Flaws> {
    let description = Bilingual::new("Podle zadání kurzu.", "As set in the course.")?;
    Ok(Assessment { kind, description: Some(description), weight_percent: Some(weight), code: None })
}

fn grading() -> Result<GradingScheme, Flaws> {
    let steps = [
        ("A", "výborně", "excellent"),
        ("B", "velmi dobře", "very good"),
        ("C", "dobře", "good"),
        ("F", "nevyhověl(a)", "fail"),
    ];
    let step = |(code, cs, en): (&str, &str, &str)| {
        Ok(GradeStep { code: Line::new(code)?, label: Bilingual::new(cs, en)?, passing: code != "F" })
    };
    Ok(GradingScheme {
        title: Bilingual::new("Stupnice A–F", "Scale A–F")?,
        description: None,
        grades: steps.into_iter().map(step).collect::<Result<_, Flaws>>()?,
    })
}

fn quality() -> Result<QualityAssurance, Flaws> {
    Ok(QualityAssurance {
        kind: QualityKind::InstitutionalQa,
        body: Bilingual::new("Vzorový úřad pro kvalitu", "Specimen Quality Agency")?,
        body_country: Country::new("CZE")?,
        decision: Line::new("VÚK-1/2024")?,
        issued: Some(Date::constant(2024, 1, 15)),
        expires: Some(Date::constant(2034, 1, 14)),
        report: Some(Homepage::new("https://kvalita.example/vuk-1-2024")?),
        review: None,
        fields: Vec::new(),
        levels: Vec::new(),
        jurisdictions: Vec::new(),
        credential_types: Vec::new(),
    })
}
