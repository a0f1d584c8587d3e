//! The columns of a results file and the headings they may have.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::code::nearest;

/// One column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Person,
    GivenName,
    FamilyName,
    TitlesBefore,
    TitlesAfter,
    Born,
    BirthPlace,
    BirthCountry,
    Email,
    Run,
    Grade,
    ResultDate,
    Assessor,
}

/// A column with its name in JSON, its Czech and its English heading, and other headings, these
/// without capitals and diacritics.
type Headings = (Column, &'static str, &'static str, &'static str, &'static [&'static str]);

const COLUMNS: [Headings; 13] = [
    (
        Column::Person,
        "person",
        "Osobní číslo",
        "Person ID",
        &["id", "id osoby", "uco", "student id", "personal number"],
    ),
    (Column::GivenName, "given_name", "Jméno", "Given name", &["krestni jmeno", "first name", "given names"]),
    (Column::FamilyName, "family_name", "Příjmení", "Family name", &["surname", "last name"]),
    (
        Column::TitlesBefore,
        "titles_before",
        "Tituly před jménem",
        "Titles before name",
        &["titul pred jmenem", "titul pred", "tituly pred", "title before"],
    ),
    (
        Column::TitlesAfter,
        "titles_after",
        "Tituly za jménem",
        "Titles after name",
        &["titul za jmenem", "titul za", "tituly za", "title after"],
    ),
    (Column::Born, "born", "Datum narození", "Date of birth", &["narozen", "birth date", "birthdate"]),
    (Column::BirthPlace, "birth_place", "Místo narození", "Place of birth", &[]),
    (Column::BirthCountry, "birth_country", "Země narození", "Country of birth", &["stat narozeni", "birth country"]),
    (Column::Email, "email", "E-mail", "E-mail", &["mail", "e mailova adresa", "e mail address"]),
    (Column::Run, "run", "Běh", "Run", &["id behu", "termin", "run id"]),
    (Column::Grade, "grade", "Hodnocení", "Grade", &["znamka", "vysledek", "result"]),
    (
        Column::ResultDate,
        "result_date",
        "Datum hodnocení",
        "Date of result",
        &["datum vysledku", "datum zkousky", "datum splneni"],
    ),
    (Column::Assessor, "assessor", "Hodnotitel", "Assessor", &["zkousejici", "examiner"]),
];

impl Column {
    fn entry(self) -> &'static Headings {
        // The table has the order of the enum, which a test holds.
        COLUMNS.get(self as usize).unwrap_or(&COLUMNS[0])
    }

    /// Every column, in the order of the table.
    pub(super) fn all() -> impl Iterator<Item = Column> {
        COLUMNS.iter().map(|entry| entry.0)
    }

    /// Its name in JSON and in flaws.
    pub(super) fn name(self) -> &'static str {
        self.entry().1
    }

    /// Headings to show to somebody who has none of them.
    pub(super) fn headings(self) -> [&'static str; 2] {
        [self.entry().2, self.entry().3]
    }

    /// The column with this heading. Case, diacritics, hyphens and underscores make no difference.
    pub(super) fn of_heading(heading: &str) -> Option<Column> {
        let heading = plain(heading);
        let of = |(_, name, czech, english, others): &&Headings| {
            others.contains(&heading.as_str()) || [name, czech, english].iter().any(|known| plain(known) == heading)
        };
        COLUMNS.iter().find(of).map(|entry| entry.0)
    }

    /// The column with this name in JSON.
    pub(super) fn of_name(name: &str) -> Option<Column> {
        COLUMNS.iter().find(|entry| entry.1 == name).map(|entry| entry.0)
    }

    /// The heading that was probably meant.
    pub(super) fn nearest_heading(found: &str) -> Option<String> {
        let known: Vec<&str> = COLUMNS.iter().flat_map(|entry| [entry.2, entry.3]).collect();
        nearest(found, &known)
    }

    /// The name in JSON that was probably meant.
    pub(super) fn nearest_name(found: &str) -> Option<String> {
        nearest(found, &COLUMNS.map(|entry| entry.1))
    }
}

pub(super) fn plain(heading: &str) -> String {
    let letters: String = heading
        .nfd()
        .filter(|character| !is_combining_mark(*character))
        .map(|character| if matches!(character, '_' | '-') { ' ' } else { character })
        .collect();
    letters.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_the_order_of_the_enum() {
        for (index, entry) in COLUMNS.iter().enumerate() {
            assert_eq!(entry.0 as usize, index);
            for heading in [entry.1, entry.2, entry.3] {
                assert_eq!(Column::of_heading(heading), Some(entry.0), "{heading}");
            }
        }
    }

    #[test]
    fn headings_as_people_write_them() {
        assert_eq!(Column::of_heading(" DATUM  NAROZENÍ "), Some(Column::Born));
        assert_eq!(Column::of_heading("Prijmeni"), Some(Column::FamilyName));
        assert_eq!(Column::of_heading("UČO"), Some(Column::Person));
        assert_eq!(Column::of_heading("email"), Some(Column::Email));
        assert_eq!(Column::of_heading("Poznámka"), None);
        assert_eq!(Column::nearest_heading("Přijmení").as_deref(), Some("Příjmení"));
    }
}
