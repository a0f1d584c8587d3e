//! What a shared page says of a credential, drawn once for a language and for what is revealed: markup without any address of a share.

use std::collections::BTreeMap;

use askama::Template;
use signet_credential::Credential;
use signet_lang::Locale;
use signet_registry::SealedFile;
use signet_verify::Report;

use super::{ContentView, CredentialView, Pictures, ReportView, ShownFields, Verdict};
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
    /// What it is, and the three results.
    pub card: String,
    /// What else a reader wants to know, and who sealed.
    pub told: String,
    /// How complete it is, and everything in it, element by element.
    pub rest: String,
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
        Ok(DrawnCredential { verdict: report.verdict.about(c, l), test: report.test, names, card, told, rest })
    }

    /// Bytes of the markup.
    pub fn bytes(&self) -> usize {
        self.card.len() + self.told.len() + self.rest.len()
    }
}
