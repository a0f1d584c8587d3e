//! What a micro-credential entitles its holder to.

use serde::{Deserialize, Serialize};

use crate::{
    Bilingual, Date, Flaw, Problem,
    code::{codes, formed, shortened},
    learning_outcome::is_esco,
    quality::Jurisdiction,
    stack::Body,
};

codes! {
    /// Type of an entitlement (EU list).
    EntitlementKind {
        /// To practise an occupation.
        Occupation = "occupation",
        /// To go on learning somewhere.
        LearningOpportunity = "learning-opportunity",
        /// To be a member of something.
        Membership = "membership",
    }
}

codes! {
    /// Whether it holds already (EU list).
    EntitlementStatus {
        /// It holds.
        Actual = "actual",
        /// Something else is needed too.
        Prospective = "prospective",
    }
}

/// One entitlement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entitlement {
    /// Its type.
    pub kind: EntitlementKind,
    /// Whether it holds already.
    pub status: EntitlementStatus,
    /// What it is called.
    pub title: Bilingual,
    /// What it means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Bilingual>,
    /// Last day it can be used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Date>,
    /// Where it holds; anywhere when none is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub jurisdictions: Vec<Jurisdiction>,
    /// For which occupations of the ESCO classification.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub occupations: Vec<EscoOccupation>,
    /// At which organisations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organisations: Vec<Body>,
}

/// An occupation of the ESCO classification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EscoOccupation {
    /// Where it is defined.
    pub uri: OccupationUri,
    /// What it is called.
    pub label: Bilingual,
}

formed! {
    /// `http://data.europa.eu/esco/occupation/` and a UUID in small letters.
    #[derive(Debug)]
    OccupationUri
}

impl OccupationUri {
    /// Reads a URI.
    ///
    /// # Errors
    /// When it has another form.
    pub fn new(text: &str) -> Result<Self, Flaw> {
        let text = text.trim();
        if is_esco(text, "http://data.europa.eu/esco/occupation/") {
            Ok(OccupationUri(text.to_owned()))
        } else {
            Err(Problem::NotAnEscoOccupation { found: shortened(text) }.into())
        }
    }
}

/// What is wrong with entitlements together.
pub(crate) fn flaws(entitlements: &[Entitlement]) -> Vec<Flaw> {
    let mut flaws = crate::flaw::counted("entitlements", entitlements.len(), 0, 20);
    for (index, entitlement) in entitlements.iter().enumerate() {
        let field = format!("entitlements[{}]", index + 1);
        let lists = [
            ("jurisdictions", entitlement.jurisdictions.len()),
            ("occupations", entitlement.occupations.len()),
            ("organisations", entitlement.organisations.len()),
        ];
        for (list, found) in lists {
            flaws.extend(crate::flaw::counted(list, found, 0, 20).into_iter().map(|flaw| flaw.under(&field)));
        }
    }
    flaws
}
