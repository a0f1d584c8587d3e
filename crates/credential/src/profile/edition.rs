//! Editions of the application profile after 1.1.0, whose rules the tables are.
//!
//! A file names its edition by its contexts. Up to now all editions have the same ones, and the same schemas: so no file is called wrong
//! for what a later edition allows, and none is written so that only a later one allows it.

use super::CONTEXTS;
use super::table::Range::Node;
use super::table::{ANY, OPTIONAL, Row};

/// What one edition allows that 1.1.0 does not.
pub struct Edition {
    /// Its version.
    pub version: &'static str,
    /// The contexts by which a file names it.
    contexts: [&'static str; 2],
    /// (class, row); an object of no class given is of any, and names it.
    rows: &'static [(&'static str, Row)],
}

/// The later editions, oldest first.
#[rustfmt::skip]
static EDITIONS: &[Edition] = &[
    Edition { version: "1.2.0", contexts: CONTEXTS, rows: &[
        ("EuropeanDigitalCredential", Row("credentialStatus", OPTIONAL, Node(&[]))),
        ("EuropeanDigitalCredential", Row("termsOfUse", ANY, Node(&[]))),
        // The names that its context writes as the shapes ask for them.
        ("LearningAssessment", Row("resultDistribution", OPTIONAL, Node(&["ResultDistribution"]))),
        ("Person", Row("nationalId", OPTIONAL, Node(&["LegalIdentifier"]))),
    ] },
];

impl Edition {
    /// The later editions that contexts name.
    pub fn named_by<'c>(contexts: &'c [Option<&'c str>]) -> impl Iterator<Item = &'static Edition> + 'c {
        EDITIONS.iter().filter(move |edition| contexts == edition.contexts.map(Some))
    }

    /// The row it has for a member of a class, when it is another than that of 1.1.0.
    pub fn row(&self, class: &str, member: &str) -> Option<Row> {
        let mut rows = self.rows.iter();
        rows.find(|(owner, row)| *owner == class && row.0 == member).map(|(_, row)| *row)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::table::Range;
    use super::super::{Profile, ProfileKind};
    use super::*;

    #[test]
    fn a_row_differs_from_that_of_the_first_edition() {
        for edition in EDITIONS {
            for (class, row) in edition.rows {
                let first = Profile::of(ProfileKind::Generic).class(class).unwrap().find(row.0);
                assert!(first.is_none_or(|(_, first)| first.2 == Range::Unwritable), "{class}.{}", row.0);
            }
        }
    }

    #[test]
    fn editions_are_named_by_their_contexts() {
        let [first, second] = CONTEXTS;
        let versions =
            |contexts: &[Option<&str>]| Edition::named_by(contexts).map(|edition| edition.version).collect::<Vec<_>>();
        assert_eq!(versions(&[Some(first), Some(second)]), ["1.2.0"]);
        assert_eq!(versions(&[Some(second), Some(first)]), [""; 0]);
    }
}
