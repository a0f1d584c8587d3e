//! How quality is assured, and who says so.

use serde::{Deserialize, Serialize};

use crate::{
    Bilingual, Country, Date, EqfLevel, Flaw, IscedField, Line, Problem,
    code::{codes, formed, unknown},
    contact::Homepage,
    id,
};

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
    /// When it will be looked at again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Date>,
    /// For which fields of education; for all when none is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<IscedField>,
    /// For which European levels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<EqfLevel>,
    /// In which regions or countries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub jurisdictions: Vec<Jurisdiction>,
    /// For which types of credential.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub credential_types: Vec<CredentialType>,
}

codes! {
    /// Type of credential (EU list).
    CredentialType {
        /// Any.
        Generic = "generic",
        /// A learning activity.
        LearningActivity = "learning-activity",
        /// A qualification.
        Qualification = "qualification",
        /// A diploma supplement.
        DiplomaSupplement = "diploma-supplement",
        /// An entitlement.
        Entitlement = "entitlement",
    }
}

/// A country or a part of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Jurisdiction {
    /// Its code in the EU list of administrative territorial units.
    pub code: JurisdictionCode,
    /// What it is called.
    pub label: Bilingual,
}

formed! {
    /// Last segment of a `http://publications.europa.eu/resource/authority/atu/…` URI: `CZE_KRJ_VISOC`.
    #[derive(Debug)]
    JurisdictionCode
}

impl JurisdictionCode {
    /// Reads the segment: an alpha-3 code of a country, then capitals, digits and `_`.
    ///
    /// # Errors
    /// When it has another form.
    pub fn new(text: &str) -> Result<Self, Flaw> {
        let text = text.trim();
        let (country, part) = text.split_once('_').unwrap_or((text, "X"));
        let plain = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
        let fits = !part.is_empty() && text.len() <= 60 && part.bytes().all(plain);
        if fits && Country::new(country).is_ok() {
            Ok(JurisdictionCode(text.to_owned()))
        } else {
            Err(unknown(text, &["CZE", "CZE_KRJ_PRGMES"]))
        }
    }
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
        if let (Some(issued), Some(review)) = (self.issued, self.review)
            && review < issued
        {
            flaws.push(Flaw::new(
                "review",
                Problem::DateBefore { found: review, other: "issued".into(), limit: issued },
            ));
        }
        if let Err(problem) = id::code(&self.decision) {
            flaws.push(Flaw::new("decision", problem));
        }
        let lists = [
            ("fields", self.fields.len()),
            ("levels", self.levels.len()),
            ("jurisdictions", self.jurisdictions.len()),
            ("credential_types", self.credential_types.len()),
        ];
        flaws.extend(lists.into_iter().flat_map(|(list, found)| crate::flaw::counted(list, found, 0, 60)));
        flaws
    }
}
