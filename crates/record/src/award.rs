//! One person passed one run of one unit: what a credential will say.

use std::{error, fmt, sync::Arc};

use serde::{Deserialize, Serialize, Serializer};

use crate::{
    AwardKey, CredentialId, Date, Flaw, Flaws, Holder, Institution, Line, Problem, Run, RunId, SealingIssuer, Unit,
    assessment::Grade,
};

/// Nobody older than this learns; an older birth is a slip of the pen.
pub const AGE_MAX: u8 = 130;

/// The result a person reached (the outcome of the assessment; learning outcomes are another
/// thing).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssessmentResult {
    /// The passing grade.
    pub grade: Grade,
    /// The day of the result; the day of the award.
    pub date: Date,
    /// Who assessed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assessor: Option<Line>,
    /// Results of single parts, in the order of the unit's parts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<PartResult>,
}

/// The result of one part of a unit: of an assessment, a course of a set, or a component.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartResult {
    /// The code of the part in the unit.
    pub code: Line,
    /// The grade, on the unit's scale or as it was given elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<Line>,
    /// The day of the result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Identifier of the credential of a component.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credential: Option<Line>,
}

impl AssessmentResult {
    /// The result of the part with this code.
    #[must_use]
    pub fn part(&self, code: &str) -> Option<&PartResult> {
        self.parts.iter().find(|part| *part.code == *code)
    }
}

/// Says of what, not what.
impl fmt::Debug for PartResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PartResult({})", self.code)
    }
}

impl fmt::Debug for AssessmentResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AssessmentResult(…)")
    }
}

/// What an award is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AwardFields {
    /// Identifier of the credential.
    pub id: CredentialId,
    /// 0 for the first, 1 for its first correction.
    pub revision: u32,
    /// The credential this one replaces; there exactly when `revision` is above 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supersedes: Option<CredentialId>,
    /// The awarding body.
    #[serde(with = "shared")]
    pub institution: Arc<Institution>,
    /// The body that seals.
    #[serde(with = "shared")]
    pub sealing: Arc<SealingIssuer>,
    /// What was learned.
    #[serde(with = "shared")]
    pub unit: Arc<Unit>,
    /// The run of the unit in which it was learned.
    pub run: RunId,
    /// The person who learned.
    pub holder: Holder,
    /// The result of the assessment.
    pub outcome: AssessmentResult,
}

/// Everything one credential says, complete and consistent. Made only by [`Award::new`].
///
/// As JSON it is the `award` artefact: the same award gives the same bytes, and reading it back
/// checks everything again.
#[derive(Clone, PartialEq, Eq)]
pub struct Award {
    fields: AwardFields,
    run: Run,
}

/// Why bytes are not an award.
#[derive(Debug)]
pub enum ReadAwardError {
    /// They are not the JSON of an award; a part that is wrong in itself is such, too.
    Json(serde_json::Error),
    /// The parts do not go together.
    Flaws(Flaws),
}

impl fmt::Display for ReadAwardError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadAwardError::Json(_) => f.write_str("not the JSON of an award"),
            ReadAwardError::Flaws(_) => f.write_str("the parts of the award do not go together"),
        }
    }
}

impl error::Error for ReadAwardError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            ReadAwardError::Json(error) => Some(error),
            ReadAwardError::Flaws(flaws) => Some(flaws),
        }
    }
}

impl Award {
    /// Checks the rules that span the parts. `today` is the day at the institution.
    ///
    /// # Errors
    /// When the run is not one of the unit, the grade is none of its passing grades, a day lies in
    /// the future or out of order, quality assurance ended before the result, the awarding body
    /// appears as its own mandated issuer, or a correction does not name what it corrects.
    pub fn new(fields: AwardFields, today: Date) -> Result<Self, Flaws> {
        Award::checked(fields, Some(today))
    }

    /// The bytes kept as the `award` artefact.
    ///
    /// # Errors
    /// When a field cannot be written. No field of today's is such, and an empty artefact would be kept for ever.
    pub fn to_json(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(&self.fields)
    }

    /// Reads the `award` artefact.
    ///
    /// # Errors
    /// When it is not the JSON of an award, or breaks a rule.
    pub fn from_json(bytes: &[u8]) -> Result<Self, ReadAwardError> {
        // Everything but the future: an award that was made once may be read on a machine whose clock is behind.
        let fields = serde_json::from_slice(bytes).map_err(ReadAwardError::Json)?;
        Award::checked(fields, None).map_err(ReadAwardError::Flaws)
    }

    fn checked(mut fields: AwardFields, today: Option<Date>) -> Result<Self, Flaws> {
        let Some(run) = fields.unit.run(&fields.run).cloned() else {
            let known: Vec<&str> = fields.unit.runs.iter().map(|run| run.id.as_str()).collect();
            return Err(crate::code::unknown(fields.run.as_str(), &known).under("run").into());
        };
        let mut flaws = date_flaws(fields.holder.born, fields.outcome.date, &fields.unit, &run, today);
        match fields.unit.pass(&fields.outcome.grade.code) {
            Ok(grade) if grade == fields.outcome.grade => {}
            Ok(_) => flaws.push(Flaw::new("grade", Problem::Disagrees { other: "grading".into() })),
            Err(flaw) => flaws.push(flaw),
        }
        flaws.extend(part_flaws(&fields.unit, &fields.outcome, fields.holder.born));
        if let SealingIssuer::Mandated { issuer, .. } = &*fields.sealing
            && issuer.id == fields.institution.id
        {
            flaws.push(Flaw::new("sealing", Problem::Disagrees { other: "institution".into() }));
        }
        if (fields.revision > 0) != fields.supersedes.is_some() || fields.supersedes == Some(fields.id) {
            flaws.push(Flaw::new("supersedes", Problem::Disagrees { other: "revision".into() }));
        }
        Flaws::none_in(flaws)?;
        if fields.unit.runs.len() != 1
            && let Some(unit) = fields.unit.with_run_only(&fields.run)
        {
            fields.unit = Arc::new(unit);
        }
        Ok(Award { fields, run })
    }

    /// Identifier of the credential.
    #[must_use]
    pub fn id(&self) -> CredentialId {
        self.fields.id
    }

    /// What makes it the same award.
    #[must_use]
    pub fn key(&self) -> AwardKey {
        AwardKey {
            institution: self.fields.institution.id.clone(),
            unit: self.fields.unit.id.clone(),
            run: self.fields.run.clone(),
            person: self.fields.holder.person.clone(),
            revision: self.fields.revision,
        }
    }

    /// The awarding body.
    #[must_use]
    pub fn institution(&self) -> &Institution {
        &self.fields.institution
    }

    /// The body that seals.
    #[must_use]
    pub fn sealing(&self) -> &SealingIssuer {
        &self.fields.sealing
    }

    /// What was learned. Of its runs only this one is there.
    #[must_use]
    pub fn unit(&self) -> &Unit {
        &self.fields.unit
    }

    /// The run of the unit in which it was learned.
    #[must_use]
    pub fn run(&self) -> &Run {
        &self.run
    }

    /// The person who learned.
    #[must_use]
    pub fn holder(&self) -> &Holder {
        &self.fields.holder
    }

    /// The result of the assessment.
    #[must_use]
    pub fn outcome(&self) -> &AssessmentResult {
        &self.fields.outcome
    }

    /// The credential this one replaces.
    #[must_use]
    pub fn supersedes(&self) -> Option<CredentialId> {
        self.fields.supersedes
    }

    /// The parts, to make a correction of.
    #[must_use]
    pub fn into_fields(self) -> AwardFields {
        self.fields
    }
}

/// What would keep the result of a person from being an award of the unit, as [`Award::new`] will look at it. `today` is the day at the
/// institution.
#[must_use]
pub fn result_flaws(unit: &Unit, run: &Run, born: Date, outcome: &AssessmentResult, today: Date) -> Vec<Flaw> {
    let mut flaws = date_flaws(born, outcome.date, unit, run, Some(today));
    flaws.extend(unit.pass(&outcome.grade.code).err());
    flaws.extend(part_flaws(unit, outcome, born));
    flaws
}

/// What is wrong with the days of a birth and a result. Without `today` the future is not looked
/// at.
pub(crate) fn date_flaws(born: Date, result: Date, unit: &Unit, run: &Run, today: Option<Date>) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    if let Some(today) = today {
        for (field, found) in [("born", born), ("result_date", result)] {
            if found > today {
                flaws.push(Flaw::new(field, Problem::FutureDate { found, today }));
            }
        }
    }
    // A day in the future is a slip; what it breaks besides says nothing new.
    if !flaws.is_empty() {
        return flaws;
    }
    if result < run.start {
        flaws.push(Flaw::new(
            "result_date",
            Problem::DateBefore { found: result, other: "runs.start".into(), limit: run.start },
        ));
    }
    if born >= run.start {
        flaws.push(Flaw::new("run", Problem::DateBefore { found: run.start, other: "born".into(), limit: born }));
    }
    if i32::from(born.year()) + i32::from(AGE_MAX) < i32::from(result.year()) {
        flaws.push(Flaw::new("born", Problem::TooOld { found: born, years: AGE_MAX }));
    }
    let others = unit.accreditations.iter().enumerate();
    let others = others.map(|(index, quality)| (format!("accreditations[{}].expires", index + 1), quality));
    for (field, quality) in std::iter::once(("quality.expires".to_owned(), &unit.quality)).chain(others) {
        if let Some(expires) = quality.expires
            && expires < result
        {
            let problem = Problem::DateBefore { found: expires, other: "result_date".into(), limit: result };
            flaws.push(Flaw::new(field, problem));
        }
    }
    flaws
}

/// What is wrong with the results of parts. Each is a part of the unit, has one result, and was done before the whole.
pub(crate) fn part_flaws(unit: &Unit, outcome: &AssessmentResult, born: Date) -> Vec<Flaw> {
    let known: Vec<&str> = unit.part_codes().collect();
    let mut flaws = Vec::new();
    for (index, part) in outcome.parts.iter().enumerate() {
        let field = |name: &str| format!("{name}:{}", part.code);
        if !known.contains(&part.code.as_str()) {
            flaws.push(crate::code::unknown(&part.code, &known).under(&field("parts")));
        }
        if outcome.parts.iter().take(index).any(|other| other.code == part.code) {
            flaws.push(Flaw::new(field("parts"), Problem::Duplicate { found: part.code.to_string() }));
        }
        let late = |date: &Date| *date > outcome.date;
        if let Some(found) = part.date.filter(late) {
            let problem = Problem::DateBefore { found: outcome.date, other: field("result_date"), limit: found };
            flaws.push(Flaw::new("result_date", problem));
        }
        if let Some(found) = part.date.filter(|date| *date <= born) {
            flaws.push(Flaw::new(
                field("result_date"),
                Problem::DateBefore { found, other: "born".into(), limit: born },
            ));
        }
        let is_component = unit.components.iter().any(|component| component.code == part.code);
        if let Some(credential) = &part.credential {
            if !is_component {
                flaws.push(Flaw::new(field("credential"), Problem::Disagrees { other: "components".into() }));
            }
            flaws.extend(crate::id::code(credential).err().map(|problem| Flaw::new(field("credential"), problem)));
        }
    }
    flaws
}

/// Says which, not whose.
impl fmt::Debug for Award {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Award({})", self.fields.id)
    }
}

impl Serialize for Award {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.fields.serialize(serializer)
    }
}

/// What many awards share is written as if each had its own.
mod shared {
    use std::sync::Arc;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<T: Serialize, S: Serializer>(value: &Arc<T>, serializer: S) -> Result<S::Ok, S::Error> {
        T::serialize(value, serializer)
    }

    pub fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<T>, D::Error> {
        T::deserialize(deserializer).map(Arc::new)
    }
}
