//! What should be fetched before a file is judged.

use jiff::Timestamp;
use signet_credential::Credential;
use signet_seal::{Want, jades};
use url::Url;

use crate::{
    artefact::{Content, ParsedFile, SealedCredential},
    evidence::{Evidence, acceptable},
    mandate,
    seal::Judged,
};

/// Status lists asked for one credential: one for each purpose that is known.
const LISTS_MAX: usize = 4;

/// What has to be fetched before the file can be judged completely.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// Status lists, each whole: asking for one does not tell which credential is asked about.
    pub status_lists: Vec<Url>,
    /// Certificates and revocation data that the seals lack.
    pub seals: Vec<Want>,
}

impl Needs {
    /// Whether nothing is needed.
    pub fn is_empty(&self) -> bool {
        self.status_lists.is_empty() && self.seals.is_empty()
    }
}

/// Issuers that are asked for in one round: a seal and a time stamp may each lack one.
const ISSUERS_MAX: usize = 2;

/// What should be fetched besides what `evidence` has already, so that more can be told as of `at`. Only what could help a seal that
/// leads to a root that counts: a file of which nothing does makes nobody ask anything, but for few issuers through which it might.
/// Status lists at addresses that nobody should be sent to are left out; the report says so.
pub fn needs(artefact: &ParsedFile, evidence: &Evidence, at: Timestamp) -> Needs {
    if evidence.trust.is_empty() {
        return Needs::default();
    }
    let mut wants = Wants::default();
    let mut credible = false;
    match &artefact.content {
        Content::Sealed(sealed) => {
            let judged = Judged::of_credential(&sealed.jws, evidence, at);
            credible = wants.of(&judged);
            wants.of_all(&of_mandates(sealed, &judged, evidence, at));
        }
        Content::Unsealed(_) => {}
        Content::Document { pdf, embedded } => {
            // What cannot be judged wants nothing; that it cannot is for the report to tell.
            let seals = Judged::of_document(pdf, evidence, at).unwrap_or_else(|_| Vec::new());
            seals.iter().for_each(|judged| credible |= wants.of(judged));
            if let Some(Ok(sealed)) = embedded {
                let judged = Judged::of_embedded(&sealed.jws, &seals, evidence, at);
                credible |= wants.of(&judged);
                wants.of_all(&of_mandates(sealed, &judged, evidence, at));
            }
        }
    }
    for list in evidence.status_lists.values().flatten() {
        if let Ok(jws) = jades::read(list) {
            wants.of(&Judged::of_credential(&jws, evidence, at));
        }
    }
    let status_lists = if credible { lists(artefact, evidence) } else { Vec::new() };
    Needs { status_lists, seals: wants.0 }
}

/// The status lists that a credential names and that are not there yet, each once.
fn lists(artefact: &ParsedFile, evidence: &Evidence) -> Vec<Url> {
    let references = artefact.credential().map(Credential::statuses).unwrap_or_default();
    let named = references.iter().filter_map(|reference| reference.list()).filter_map(acceptable);
    let mut lists: Vec<Url> = Vec::new();
    for list in named.filter(|list| !evidence.status_lists.contains_key(list.as_str())).take(LISTS_MAX) {
        if !lists.contains(&list) {
            lists.push(list);
        }
    }
    lists
}

/// What the seals of a file lack, each once.
#[derive(Default)]
struct Wants(Vec<Want>);

impl Wants {
    /// Takes in what one seal lacks, and says whether it leads to a root.
    fn of(&mut self, judged: &Judged) -> bool {
        let issuers = |wants: &[Want]| wants.iter().filter(|want| matches!(want, Want::Issuer { .. })).count();
        for want in &judged.report.wants {
            let room = !matches!(want, Want::Issuer { .. }) || issuers(&self.0) < ISSUERS_MAX;
            if room && !self.0.contains(want) {
                self.0.push(want.clone());
            }
        }
        judged.leads_to_anchor()
    }

    /// Takes in what several lack.
    fn of_all(&mut self, all: &[Judged]) {
        for judged in all {
            self.of(judged);
        }
    }
}

/// The seals of the mandates that a credential carries. They are asked about only once its own seal leads to a root that counts:
/// whatever anybody puts into a file of their own must not send us anywhere.
fn of_mandates(sealed: &SealedCredential, judged: &Judged, evidence: &Evidence, at: Timestamp) -> Vec<Judged> {
    if !judged.leads_to_anchor() {
        return Vec::new();
    }
    mandate::seals(&sealed.credential.mandate_statements(), judged, evidence, at).collect()
}
