//! The quality assurance block.

use jiff::civil::Date;
use serde::Serialize;
use signet_record::Language;

use crate::Credential;
use crate::elm::Accreditation;
use crate::vocabulary::Scheme;

use super::{LISTED, OrganisationView, first_label};

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
    fn of(accreditation: Accreditation<'a>, language: Language) -> Self {
        let decision = accreditation.decision().first();
        AccreditationView {
            title: accreditation.title().best(language),
            kind: first_label(accreditation.dc_type(), Scheme::Accreditation, language),
            body: accreditation.accrediting_agent().first().map(|agent| OrganisationView::of(agent, language)),
            decision: decision.and_then(|decision| decision.pref_label().best(language)),
            issued: accreditation.date_issued().day(),
            expires: accreditation.expiry_date().day(),
            report: accreditation.report().address(),
        }
    }
}

impl Credential {
    /// How the quality of what was learned is assured.
    pub fn quality(&self, language: Language) -> Quality<'_> {
        let mut accreditations: Vec<AccreditationView<'_>> = Vec::new();
        for accreditation in self.accreditations().take(LISTED) {
            let view = AccreditationView::of(accreditation, language);
            if !accreditations.contains(&view) {
                accreditations.push(view);
            }
        }
        Quality { accreditations }
    }
}
