//! The European Digital Credential profile (application profile 1.1.0 of the European Learning Model 3) as tables of our own.
//!
//! The tables state for every class which members it has, how many, and what they hold. They are joined once into [`Profile`]s, one for
//! each kind of credential the EU defines, which the checker looks members up in.

mod agent;
mod annex;
mod claim;
mod credential;
mod edition;
mod specification;
pub(crate) mod spelling;
mod table;

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

pub(crate) use annex::annex_item;
pub use edition::Edition;
use table::{CLAIM, Class, NAMESPACES, ONE, PREFIXES, SCOPED, SOME, SPARE};
pub use table::{Count, OVERLOOKED, Overlooked, Range, Row, Uniqueness};

use crate::vocabulary::Scheme;

/// The contexts every credential names, in this order and no others.
pub const CONTEXTS: [&str; 2] =
    ["https://www.w3.org/2018/credentials/v1", "http://data.europa.eu/snb/model/context/edc-ap"];

/// Kinds of credential, each with its own rules on top of the generic ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProfileKind {
    /// No further rules. What we write.
    Generic,
    /// With the accreditation as evidence and a single achievement.
    Accredited,
    /// Converted from a document, which is embedded.
    Converted,
    /// Sealed by mandate of the awarding body, as a profile of its own.
    Mandated,
    /// Diploma supplement.
    DiplomaSupplement,
}

impl ProfileKind {
    /// All, generic first.
    pub const ALL: [ProfileKind; 5] = [
        ProfileKind::Generic,
        ProfileKind::Accredited,
        ProfileKind::Converted,
        ProfileKind::Mandated,
        ProfileKind::DiplomaSupplement,
    ];

    /// Code of the profile in the list [`Scheme::Credential`].
    pub fn code(self) -> &'static str {
        match self {
            ProfileKind::Generic => "e34929035b",
            ProfileKind::Accredited => "c_ae121a00",
            ProfileKind::Converted => "c_7e400154",
            ProfileKind::Mandated => "c_9a31f32a",
            ProfileKind::DiplomaSupplement => "6dff8a0f87",
        }
    }

    /// Its name in our own tools.
    pub fn name(self) -> &'static str {
        match self {
            ProfileKind::Generic => "generic",
            ProfileKind::Accredited => "accredited",
            ProfileKind::Converted => "converted",
            ProfileKind::Mandated => "mandated",
            ProfileKind::DiplomaSupplement => "diploma-supplement",
        }
    }

    /// URI that stands in `credentialSchema` for this kind.
    pub fn schema(self) -> &'static str {
        match self {
            ProfileKind::Generic => "http://data.europa.eu/snb/model/ap/edc-generic-full",
            ProfileKind::Accredited => "http://data.europa.eu/snb/model/ap/edc-accredited",
            ProfileKind::Converted => "http://data.europa.eu/snb/model/ap/edc-converted",
            ProfileKind::Mandated => "http://data.europa.eu/snb/model/ap/edc-issued-by-mandate",
            ProfileKind::DiplomaSupplement => "http://data.europa.eu/snb/model/ap/edc-diploma-supplement",
        }
    }

    /// The kind that a profile concept's URI names.
    pub fn of_concept(uri: &str) -> Option<ProfileKind> {
        let code = Scheme::Credential.code(uri)?;
        ProfileKind::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Rows that replace the generic ones: (class, row).
    fn rules(self) -> &'static [(&'static str, Row)] {
        const EVIDENCE: (&str, Row) = ("EuropeanDigitalCredential", Row("evidence", SOME, Range::Node(&["Evidence"])));
        match self {
            ProfileKind::Generic => &[],
            ProfileKind::Accredited => &[
                EVIDENCE,
                ("Evidence", Row("accreditation", ONE, Range::Node(&["Accreditation"]))),
                ("Person", Row("hasClaim", ONE, Range::Node(&["LearningAchievement"]))),
            ],
            ProfileKind::Converted => {
                &[EVIDENCE, ("Evidence", Row("embeddedEvidence", SOME, Range::Node(&["MediaObject"])))]
            }
            ProfileKind::Mandated => &[EVIDENCE, ("Evidence", Row("evidenceStatement", ONE, Range::Text))],
            ProfileKind::DiplomaSupplement => &[
                EVIDENCE,
                ("Evidence", Row("accreditation", ONE, Range::Node(&["Accreditation"]))),
                ("Person", Row("dateOfBirth", ONE, Range::DateTime)),
                ("Person", Row("fullName", ONE, Range::Words(Uniqueness::Repeated))),
                ("Person", Row("hasClaim", ONE, Range::Node(&["LearningAchievement"]))),
                ("LearningAchievement", Row("creditReceived", ONE, Range::Node(&["CreditPoint"]))),
                ("LearningAchievement", Row("provenBy", ONE, Range::Node(&["LearningAssessment"]))),
                ("Qualification", Row("awardingOpportunity", SOME, Range::Node(&["AwardingOpportunity"]))),
                ("Qualification", Row("hasPart", SOME, Range::Node(&["Qualification"]))),
                ("Qualification", Row("language", SOME, Range::Listed(Scheme::Language))),
                ("Qualification", Row("learningOutcome", SOME, Range::Node(&["LearningOutcome"]))),
                ("Qualification", Row("maximumDuration", ONE, Range::Duration)),
                ("Qualification", Row("mode", SOME, Range::Concept)),
                ("Qualification", Row("nqfLevel", SOME, Range::Listed(Scheme::Qdr))),
                ("Qualification", Row("thematicArea", SOME, Range::Listed(Scheme::IscedF))),
            ],
        }
    }
}

/// The members of one class, sorted by name.
pub struct Rows(Vec<Row>);

impl Rows {
    /// Place of a member in the table, and its row.
    pub fn find(&self, member: &str) -> Option<(usize, Row)> {
        let at = self.0.binary_search_by(|row| row.0.cmp(member)).ok()?;
        Some((at, *self.0.get(at)?))
    }

    /// All, with their places.
    pub fn iter(&self) -> impl Iterator<Item = (usize, Row)> {
        self.0.iter().copied().enumerate()
    }
}

/// The tables of one kind of credential, joined.
pub struct Profile {
    classes: HashMap<&'static str, Rows>,
}

impl Profile {
    /// The joined tables of a kind.
    pub fn of(kind: ProfileKind) -> &'static Profile {
        static PROFILES: LazyLock<[Profile; 5]> = LazyLock::new(|| ProfileKind::ALL.map(Profile::join));
        let [generic, accredited, converted, mandated, supplement] = &*PROFILES;
        match kind {
            ProfileKind::Generic => generic,
            ProfileKind::Accredited => accredited,
            ProfileKind::Converted => converted,
            ProfileKind::Mandated => mandated,
            ProfileKind::DiplomaSupplement => supplement,
        }
    }

    fn join(kind: ProfileKind) -> Profile {
        let mut classes: HashMap<&'static str, Rows> =
            tables().map(|class| (class.0, Rows(class.1.to_vec()))).collect();
        for (class, rule) in kind.rules() {
            let row = classes.get_mut(class).and_then(|rows| rows.0.iter_mut().find(|row| row.0 == rule.0));
            if let Some(row) = row {
                *row = *rule;
            }
        }
        Profile { classes }
    }

    /// Every class with its members, in no order.
    pub fn classes(&self) -> impl Iterator<Item = (&'static str, &Rows)> {
        self.classes.iter().map(|(name, rows)| (*name, rows))
    }

    /// The members of a class.
    pub fn class(&self, name: &str) -> Option<&Rows> {
        self.classes.get(name)
    }
}

/// Is this a member of any class at all?
pub fn is_member(name: &str) -> bool {
    static MEMBERS: LazyLock<HashSet<&'static str>> =
        LazyLock::new(|| tables().flat_map(|class| class.1.iter().map(|row| row.0)).collect());
    MEMBERS.contains(name)
}

/// Do the contexts keep a member of this name only on a verifiable credential or presentation?
pub fn is_scoped(name: &str) -> bool {
    SCOPED.contains(&name)
}

/// Is a member of this name, wherever it stands, one that holds texts by language?
pub fn is_words(name: &str) -> bool {
    static WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
        let rows = tables().flat_map(|class| class.1.iter());
        rows.filter(|row| matches!(row.2, Range::Words(_))).map(|row| row.0).collect()
    });
    WORDS.contains(name)
}

/// Is this a name of the model written around the contexts: `elm:title`, `http://purl.org/dc/terms/title`?
pub fn is_spelt_out(name: &str) -> bool {
    let prefix = name.split_once(':').map_or("", |(prefix, _)| prefix);
    PREFIXES.contains(&prefix) || NAMESPACES.iter().any(|namespace| name.starts_with(namespace))
}

/// Do the contexts keep a member of this name, whatever object it stands in?
pub fn is_carried(name: &str) -> bool {
    carried().contains(name)
}

/// Every name that the contexts keep in any object.
pub fn carried() -> &'static HashSet<&'static str> {
    static CARRIED: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
        let rows = tables().flat_map(|class| class.1.iter());
        let kept = rows.filter(|row| row.2 != Range::Lost).map(|row| row.0).filter(|name| !SCOPED.contains(name));
        kept.chain(SPARE.iter().copied()).collect()
    });
    &CARRIED
}

fn tables() -> impl Iterator<Item = &'static Class> {
    [agent::CLASSES, claim::CLASSES, specification::CLASSES, credential::CLASSES].into_iter().flatten()
}

/// Does `classes` stand for "any claim"? A plain `Claim` must then say what it claims.
pub fn is_claim(classes: &[&str]) -> bool {
    classes == CLAIM
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;

    #[test]
    fn rows_are_sorted_and_fit_into_the_set_of_seen_members() {
        for class in tables() {
            assert!(class.1.is_sorted_by(|a, b| a.0 < b.0), "{}", class.0);
            assert!(class.1.len() <= 64, "{}", class.0);
        }
    }

    #[test]
    fn every_class_that_is_named_has_a_table() {
        let profile = Profile::of(ProfileKind::Generic);
        for class in tables() {
            for row in class.1 {
                let Range::Node(classes) = row.2 else {
                    continue;
                };
                for name in classes {
                    assert!(profile.class(name).is_some(), "{}.{}: {name}", class.0, row.0);
                }
            }
        }
    }

    #[test]
    fn every_rule_of_a_kind_replaces_a_row() {
        for kind in ProfileKind::ALL {
            for (class, rule) in kind.rules() {
                let Some((_, row)) = Profile::of(kind).class(class).and_then(|rows| rows.find(rule.0)) else {
                    panic!("{kind:?}: {class}.{} is not in the tables", rule.0);
                };
                assert_eq!(row.1, rule.1);
            }
        }
    }

    #[test]
    fn kinds_are_known_by_their_concept() {
        let uri = Scheme::Credential.member("e34929035b");
        assert_eq!(ProfileKind::of_concept(&uri), Some(ProfileKind::Generic));
        assert_eq!(ProfileKind::of_concept("http://data.europa.eu/snb/credential/48b514e72a"), None);
    }
}
