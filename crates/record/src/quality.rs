//! How quality is assured, and who says so.

use serde::{Deserialize, Serialize};

use crate::{Bilingual, Country, Date, Flaw, Line, Problem, code::codes, contact::Homepage, id};

codes! {
    /// Type of quality assurance (EU list of accreditation types).
    QualityKind {
        /// The institution is accredited as a whole.
        InstitutionalQa = "institutional-qa",
        /// The programme is accredited.
        ProgrammeQa = "programme-qa",
        /// The institution has a licence.
        InstitutionalLicence = "institutional-licence",
        /// The programme has a licence.
        ProgrammeLicence = "programme-licence",
    }
}

/// Quality assurance of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QualityAssurance {
    /// Its type.
    pub kind: QualityKind,
    /// The body that decided.
    pub body: Bilingual,
    /// Where that body is established.
    pub body_country: Country,
    /// Reference of the decision.
    pub decision: Line,
    /// When it was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued: Option<Date>,
    /// Last day it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Date>,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<Homepage>,
}

impl QualityAssurance {
    pub(crate) fn flaws(&self) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        if let (Some(issued), Some(expires)) = (self.issued, self.expires)
            && expires < issued
        {
            flaws.push(Flaw::new(
                "expires",
                Problem::DateBefore { found: expires, other: "issued".into(), limit: issued },
            ));
        }
        if let Err(problem) = id::code(&self.decision) {
            flaws.push(Flaw::new("decision", problem));
        }
        flaws
    }
}
