//! The person who learned.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Country, Date, Flaw, Flaws, Line, PersonId, Problem, checked::checked, contact::Email};

checked! {
    /// A person with at least one name. Fields are read through `Deref`.
    Holder(HolderFields)
}

/// The fields of a holder.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HolderFields {
    /// The institution's own id.
    pub person: PersonId,
    /// Given names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given_name: Option<Line>,
    /// Family names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family_name: Option<Line>,
    /// `Ing.`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub titles_before: Option<Line>,
    /// `Ph.D.`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub titles_after: Option<Line>,
    /// Day of birth.
    pub born: Date,
    /// Place of birth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_place: Option<Line>,
    /// Country of that place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_country: Option<Country>,
    /// Where the holder is told that a credential was issued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
}

impl Holder {
    /// Checks that there is a name.
    ///
    /// # Errors
    /// When there is neither a given nor a family name.
    pub fn new(fields: HolderFields) -> Result<Self, Flaws> {
        if fields.given_name.is_none() && fields.family_name.is_none() {
            return Err(Flaw::new("family_name", Problem::NoName).into());
        }
        Ok(Holder(fields))
    }

    /// `Ing. Jana Nováková, Ph.D.`
    #[must_use]
    pub fn full_name(&self) -> String {
        let mut name = String::new();
        if let Some(titles) = &self.titles_before {
            name.push_str(titles);
            name.push(' ');
        }
        name.push_str(&self.name_without_titles());
        if let Some(titles) = &self.titles_after {
            name.push_str(", ");
            name.push_str(titles);
        }
        name
    }

    /// `Jana Nováková`
    #[must_use]
    pub fn name_without_titles(&self) -> String {
        let names: Vec<&str> = [&self.given_name, &self.family_name].into_iter().flatten().map(Line::as_str).collect();
        names.join(" ")
    }
}

/// A person is not shown in debug output.
impl fmt::Debug for HolderFields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn holder(
        given: Option<&str>,
        family: Option<&str>,
        before: Option<&str>,
        after: Option<&str>,
    ) -> Result<Holder, Flaws> {
        let line = |text: Option<&str>| text.map(|text| Line::new(text).unwrap());
        Holder::new(HolderFields {
            person: PersonId::new("433215").unwrap(),
            given_name: line(given),
            family_name: line(family),
            titles_before: line(before),
            titles_after: line(after),
            born: Date::constant(2000, 2, 29),
            birth_place: None,
            birth_country: None,
            email: None,
        })
    }

    #[test]
    fn a_name_with_its_titles() {
        let full = holder(Some("Jana"), Some("Nováková"), Some("Ing."), Some("Ph.D.")).unwrap();
        assert_eq!(full.full_name(), "Ing. Jana Nováková, Ph.D.");
        assert_eq!(full.name_without_titles(), "Jana Nováková");
        assert_eq!(holder(Some("Sukarno"), None, None, None).unwrap().full_name(), "Sukarno");
        assert_eq!(holder(None, Some("Suryani"), None, None).unwrap().full_name(), "Suryani");
        assert!(holder(None, None, Some("Ing."), None).is_err());
    }

    #[test]
    fn nothing_of_a_person_is_in_debug_output() {
        let shown = format!("{:?}", holder(Some("Jana"), None, None, None).unwrap());
        assert_eq!(shown, "Holder(…)");
    }
}
