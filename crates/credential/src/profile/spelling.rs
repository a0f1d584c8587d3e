//! Spellings that were meant otherwise, and members that the profile has but its contexts cannot write.
//!
//! The EU's contexts, shapes and software do not always agree on a name; a reader takes them all.

use super::{Count, Profile, ProfileKind, Range, Row, Uniqueness};

/// Spelling in a file → the name in the tables.
const SPELLINGS: [(&str, &str); 8] = [
    // Misspelt in the context; shapes and software write it right.
    ("resultDistribution", "resultDestribution"),
    // With a Greek capital iota, as in an example of the EU's software.
    ("eIDAS\u{399}dentifier", "eIDASIdentifier"),
    // The shape's spelling of the context's `nationalID`.
    ("nationalId", "nationalID"),
    // Names of the EU's software that its context does not have.
    ("contentUrl", "contentURL"),
    ("descriptionHTML", "descriptionHtml"),
    ("ISCEDFCode", "thematicArea"),
    ("areaDialing", "areaDialingCode"),
    // The only form in which the shapes let a status through.
    ("https://www.w3.org/2018/credentials#credentialStatus", "credentialStatus"),
];

/// Members that the contexts cannot write or the shapes do not ask about, by class; and the place of the status that our own credentials
/// carry. What stands here goes before the tables.
const FURTHER: [(&str, Row); 9] = {
    const MANY: Count = Count { min: 0, max: usize::MAX };
    [
        ("LearningOpportunity", Row("defaultLanguage", MANY, Range::Concept)),
        ("Location", Row("geometry", MANY, Range::Node(&["Geometry"]))),
        ("Organisation", Row("hasMember", MANY, Range::Node(&["Person"]))),
        ("Organisation", Row("prefLabel", MANY, Range::Words(Uniqueness::Repeated))),
        ("Person", Row("additionalNote", MANY, Range::Node(&["Note"]))),
        ("Person", Row("altLabel", MANY, Range::Words(Uniqueness::Repeated))),
        ("Person", Row("prefLabel", MANY, Range::Words(Uniqueness::Repeated))),
        (crate::STATUS_TYPE, Row("list", MANY, Range::Uri)),
        (crate::STATUS_TYPE, Row("index", MANY, Range::Integer)),
    ]
};

/// Is this the name of a class that we read?
pub(crate) fn is_class(name: &str) -> bool {
    Profile::of(ProfileKind::Generic).class(name).is_some() || FURTHER.iter().any(|(class, _)| *class == name)
}

/// The row of the tables that a member of a class was meant to follow.
pub(crate) fn row(class: &str, spelling: &str) -> Option<Row> {
    if class == "EuropeanDigitalCredential" && spelling == "status" {
        return Some(Row("status", Count { min: 0, max: 1 }, Range::Node(&[crate::STATUS_TYPE])));
    }
    let meant = SPELLINGS.iter().find(|(written, _)| *written == spelling).map(|(_, meant)| *meant);
    [Some(spelling), meant].into_iter().flatten().find_map(|name| {
        let further = FURTHER.iter().find(|(of, row)| *of == class && row.0 == name).map(|(_, row)| *row);
        further.or_else(|| {
            Profile::of(ProfileKind::Generic).class(class).and_then(|rows| rows.find(name)).map(|(_, row)| row)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_known_defects_are_read_as_what_was_meant() {
        let name = |class, spelling| row(class, spelling).map(|row| row.0);
        assert_eq!(name("LearningAssessment", "resultDistribution"), name("LearningAssessment", "resultDestribution"));
        assert_eq!(name("Organisation", "eIDAS\u{399}dentifier"), Some("eIDASIdentifier"));
        assert_eq!(name("Person", "nationalId"), Some("nationalID"));
        assert_eq!(name("WebResource", "contentUrl"), Some("contentURL"));
        assert_eq!(name("Phone", "areaDialing"), Some("areaDialingCode"));
        assert_eq!(name("Location", "geometry"), Some("geometry"));
        assert_eq!(name("Person", "resultDistribution"), None);
    }
}
