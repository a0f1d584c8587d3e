//! Columns about one part of a unit: `Hodnocení: PROJEKT`, `Date of result: MC1`, in JSON `credential:MC1`.

use super::column;
use crate::Unit;

/// What such a column says of the part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum About {
    Grade,
    ResultDate,
    Credential,
}

/// Each with its name in JSON and its headings, without capitals and diacritics.
const HEADINGS: [(About, &str, &[&str]); 3] = [
    (About::Grade, "grade", &["hodnoceni", "grade", "znamka", "vysledek", "result"]),
    (
        About::ResultDate,
        "result_date",
        &["datum hodnoceni", "date of result", "datum vysledku", "datum zkousky", "datum splneni", "result date"],
    ),
    (About::Credential, "credential", &["mikrocertifikat", "credential", "osvedceni"]),
];

impl About {
    fn name(self) -> &'static str {
        HEADINGS.iter().find(|(about, ..)| *about == self).map_or("", |(_, name, _)| name)
    }
}

impl About {
    /// A heading in Czech and in English.
    fn headings(self) -> [&'static str; 2] {
        match self {
            About::Grade => ["Hodnocení", "Grade"],
            About::ResultDate => ["Datum hodnocení", "Date of result"],
            About::Credential => ["Mikrocertifikát", "Credential"],
        }
    }
}

/// A column of one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PartColumn {
    pub(super) about: About,
    /// The code of the part, as the unit writes it.
    pub(super) code: String,
}

impl PartColumn {
    /// The column with this heading, or with this name in JSON. Codes are taken as the unit has them.
    pub(super) fn of(heading: &str, unit: &Unit) -> Option<PartColumn> {
        let (about, code) = heading.split_once(':')?;
        let (about, code) = (column::plain(about), code.trim());
        let (about, ..) = HEADINGS.iter().find(|(_, _, known)| known.contains(&about.as_str()))?;
        let code = unit.part_codes().find(|known| *known == code)?;
        Some(PartColumn { about: *about, code: code.to_owned() })
    }

    /// Every column that results of the unit may have.
    pub(super) fn all(unit: &Unit) -> impl Iterator<Item = PartColumn> {
        let of = |code: &str| HEADINGS.map(|(about, ..)| PartColumn { about, code: code.to_owned() });
        unit.part_codes().flat_map(of).collect::<Vec<_>>().into_iter()
    }

    /// A heading in Czech and in English.
    pub(super) fn headings(&self) -> [String; 2] {
        self.about.headings().map(|heading| format!("{heading}: {}", self.code))
    }

    /// Its name in JSON and in flaws.
    pub(super) fn name(&self) -> String {
        format!("{}:{}", self.about.name(), self.code)
    }
}

/// The cell of such a column.
pub(super) struct PartCell {
    pub(super) of: PartColumn,
    /// The heading above it, or its name.
    pub(super) heading: String,
    /// Its number in the row, from 1.
    pub(super) column: Option<u32>,
    pub(super) text: String,
}
