//! The quality assurance block.

use jiff::civil::Date;
use serde::Serialize;
use signet_record::Language;

use crate::Credential;
use crate::json::Value;
use crate::vocabulary::Scheme;

use super::when::day;
use super::{LISTED, OrganisationView, label, words};

/// How quality is assured.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Quality<'a> {
    /// Each accreditation or licence once.
    pub accreditations: Vec<AccreditationView<'a>>,
}

/// One accreditation, licence or evaluation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AccreditationView<'a> {
    /// What it is called.
    pub title: Option<&'a str>,
    /// Type from the EU list.
    pub kind: Option<&'a str>,
    /// Who gave it.
    pub body: Option<OrganisationView<'a>>,
    /// Decision or its number.
    pub decision: Option<&'a str>,
    /// Day of the decision.
    pub issued: Option<Date>,
    /// Last day.
    pub expires: Option<Date>,
    /// Address of the report.
    pub report: Option<&'a str>,
}

impl<'a> AccreditationView<'a> {
    fn of(value: Value<'a>, language: Language) -> Self {
        let decision = value.first("decision");
        AccreditationView {
            title: words(value, "title", language),
            kind: value.first("dcType").and_then(|kind| label(kind, Scheme::Accreditation, language)),
            body: value.first("accreditingAgent").map(|agent| OrganisationView::of(agent, language)),
            decision: decision.and_then(|decision| words(decision, "prefLabel", language)),
            issued: day(value, "dateIssued"),
            expires: day(value, "expiryDate"),
            report: value.first("report").and_then(|report| report.string("contentURL")),
        }
    }
}

impl Credential {
    /// How the quality of what was learned is assured.
    pub fn quality(&self, language: Language) -> Quality<'_> {
        let mut accreditations: Vec<AccreditationView<'_>> = Vec::new();
        for value in self.accreditations().take(LISTED) {
            let view = AccreditationView::of(value, language);
            if !accreditations.contains(&view) {
                accreditations.push(view);
            }
        }
        Quality { accreditations }
    }
}
