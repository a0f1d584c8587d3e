//! What a shared page says of a credential, drawn once for a language and for what is revealed: markup without any address of a share.

use std::collections::BTreeMap;

use askama::Template;
use signet_credential::Credential;
use signet_lang::Locale;
use signet_registry::SealedFile;
use signet_verify::Report;

use super::{ContentView, CredentialView, Mark, Pictures, ReportView, ShownFields, Verdict, report::GroupView};
use crate::download;

/// The drawing.
#[derive(Clone, Debug)]
pub struct DrawnCredential {
    /// The large result; its time is told by the page.
    pub verdict: Verdict,
    /// The seal is one for trying.
    pub test: bool,
    /// Names of the sealed files.
    pub names: BTreeMap<SealedFile, String>,
    /// The credential among others.
    pub summary: CredentialSummary,
    /// What it is, and the three results.
    pub card: String,
    /// What else a reader wants to know, and who sealed.
    pub told: String,
    /// How complete it is, and everything in it, element by element.
    pub rest: String,
}

/// What a list of several says of one.
#[derive(Clone, Debug, Default)]
pub struct CredentialSummary {
    /// Its title.
    pub title: String,
    /// Holder, awarding body, day, credits, level: label and value.
    pub facts: Vec<(String, String)>,
    /// ECTS credits, when it has any.
    pub ects: Option<f64>,
    /// Format, seal, validity: name, outcome and sentence.
    pub results: Vec<(String, Mark, String)>,
}

impl CredentialSummary {
    fn of(c: &CredentialView, report: &ReportView) -> Self {
        let result = |group: &GroupView| (group.name.clone(), group.mark, group.sentence.clone());
        CredentialSummary {
            title: c.title.clone(),
            facts: c.key.iter().map(|fact| (fact.label.clone(), fact.value.clone())).collect(),
            ects: c.ects,
            results: report.groups.iter().map(result).collect(),
        }
    }
}

#[derive(Template)]
#[template(path = "part/drawn_card.html")]
struct Card<'v> {
    l: Locale,
    c: &'v CredentialView,
    report: &'v ReportView,
}

#[derive(Template)]
#[template(path = "part/drawn_told.html")]
struct Told<'v> {
    l: Locale,
    c: &'v CredentialView,
    report: &'v ReportView,
}

#[derive(Template)]
#[template(path = "part/drawn_rest.html")]
struct Rest<'v> {
    l: Locale,
    report: &'v ReportView,
    content: &'v ContentView,
}

impl DrawnCredential {
    /// Draws a credential with its report; `told` is that report in the reader's language. `None` if a template fails.
    pub fn of(
        credential: &Credential,
        report: &Report,
        told: ReportView,
        l: Locale,
        reveal: ShownFields,
    ) -> Option<Self> {
        let c = CredentialView::verified(credential, report, l, reveal);
        let content = ContentView::of(credential, l, reveal, Pictures::Elsewhere);
        let names = SealedFile::ALL.map(|file| (file, download::name(file, credential)));
        Self::of_views(&c, told, &content, names.into(), l).ok()
    }

    /// Draws views.
    ///
    /// # Errors
    /// When a template fails.
    pub fn of_views(
        c: &CredentialView,
        report: ReportView,
        content: &ContentView,
        names: BTreeMap<SealedFile, String>,
        l: Locale,
    ) -> Result<Self, askama::Error> {
        let card = Card { l, c, report: &report }.render()?;
        let told = Told { l, c, report: &report }.render()?;
        let rest = Rest { l, report: &report, content }.render()?;
        let summary = CredentialSummary::of(c, &report);
        let verdict = report.verdict.about(c, l);
        Ok(DrawnCredential { verdict, test: report.test, names, summary, card, told, rest })
    }

    /// Bytes of the markup.
    pub fn bytes(&self) -> usize {
        self.card.len() + self.told.len() + self.rest.len()
    }
}
