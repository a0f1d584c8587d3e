//! What a participant reached, part by part.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use signet_record::{Date, Line};

/// One thing that is entered about a participant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ResultField {
    /// The grade of the part of the unit with this code.
    Part(Line),
    /// The final grade.
    Grade,
    /// The day of the result.
    Date,
    /// Who assessed, as the credential states it.
    Assessor,
}

impl ResultField {
    /// Its name in the register and in forms: `grade`, `date`, `assessor`, or `part:` and the code.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            ResultField::Part(code) => format!("part:{code}"),
            ResultField::Grade => "grade".into(),
            ResultField::Date => "date".into(),
            ResultField::Assessor => "assessor".into(),
        }
    }

    /// The field of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<ResultField> {
        match name {
            "grade" => Some(ResultField::Grade),
            "date" => Some(ResultField::Date),
            "assessor" => Some(ResultField::Assessor),
            part => Line::new(part.strip_prefix("part:")?).ok().map(ResultField::Part),
        }
    }
}

/// What a participant reached so far; what is not there was not entered.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParticipantResults {
    /// Grades of parts, by their codes; on the unit's scale, those of components as they were given elsewhere.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub parts: BTreeMap<Line, Line>,
    /// The final grade, a step of the unit's scale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<Line>,
    /// The day of the result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Who assessed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assessor: Option<Line>,
}

/// How much was entered, never what.
impl std::fmt::Debug for ParticipantResults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "ParticipantResults({} parts, {})",
            self.parts.len(),
            if self.grade.is_some() { "graded" } else { "open" }
        )
    }
}

impl ParticipantResults {
    /// Whether nothing was entered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == ParticipantResults::default()
    }

    /// What a field holds, as text; a day as `2026-06-12`.
    #[must_use]
    pub fn value(&self, field: &ResultField) -> Option<String> {
        match field {
            ResultField::Part(code) => self.parts.get(code).map(ToString::to_string),
            ResultField::Grade => self.grade.as_ref().map(ToString::to_string),
            ResultField::Date => self.date.map(|date| date.to_string()),
            ResultField::Assessor => self.assessor.as_ref().map(ToString::to_string),
        }
    }

    /// Writes a field, `None` takes it away; nothing is written and `None` comes back when the field cannot have such a value.
    #[must_use]
    pub fn set(&mut self, field: &ResultField, value: Option<&str>) -> Option<()> {
        let line = || value.map(Line::new).transpose().ok();
        match field {
            ResultField::Part(code) => match line()? {
                Some(grade) => drop(self.parts.insert(code.clone(), grade)),
                None => drop(self.parts.remove(code)),
            },
            ResultField::Grade => self.grade = line()?,
            ResultField::Assessor => self.assessor = line()?,
            ResultField::Date => self.date = value.map(str::parse).transpose().ok()?,
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_field_is_found_by_its_name() {
        let part = ResultField::Part(Line::new("T1").unwrap());
        for field in [part, ResultField::Grade, ResultField::Date, ResultField::Assessor] {
            assert_eq!(ResultField::from_name(&field.name()), Some(field));
        }
        assert_eq!(ResultField::from_name("part:"), None);
        assert_eq!(ResultField::from_name("credential"), None);
    }

    #[test]
    fn what_was_written_is_read_back() {
        let mut results = ParticipantResults::default();
        let part = ResultField::Part(Line::new("T1").unwrap());
        for (field, value) in [(&part, "B"), (&ResultField::Grade, "A"), (&ResultField::Date, "2026-06-12")] {
            results.set(field, Some(value)).unwrap();
            assert_eq!(results.value(field).as_deref(), Some(value));
        }
        let json = serde_json::to_string(&results).unwrap();
        assert_eq!(serde_json::from_str::<ParticipantResults>(&json).unwrap(), results);
        assert_eq!(results.set(&ResultField::Date, Some("12. 6. 2026")), None);
        for field in [&part, &ResultField::Grade, &ResultField::Date] {
            results.set(field, None).unwrap();
        }
        assert!(results.is_empty());
        assert_eq!(format!("{results:?}"), "ParticipantResults(0 parts, open)");
    }
}
