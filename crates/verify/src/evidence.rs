//! What a judgement rests on besides the file: whom we trust, and what was fetched.

use std::{collections::BTreeMap, sync::Arc};

use jiff::Timestamp;
use signet_credential::Credential;
use signet_seal::{Anchors, Policy, ValidationData, Want, jades, qualification::TrustServices};
use url::{Host, Url};

use crate::{
    artefact::{Artefact, Content, SealedCredential},
    fact::StatusProblem,
    mandate::{self, ConfiguredMandate},
    seal::Judged,
    status,
};

/// Status lists asked for one credential: one for each purpose that is known.
const LISTS_MAX: usize = 4;

/// Whose roots count, and by what rules.
#[derive(Clone, Debug, Default)]
pub struct Trust {
    /// Roots of seals that count.
    pub anchors: Anchors,
    /// Roots of time stamps that count.
    pub stamp_anchors: Anchors,
    /// Trust services by the lists of the Member States, when they are consulted.
    pub services: Option<TrustServices>,
    /// Roots of trials: what leads to them is never reported as real.
    pub test_anchors: Anchors,
    /// Mandates to seal that the settings confirm.
    pub mandates: Vec<ConfiguredMandate>,
    /// Until when algorithms prove anything, and how old revocation data may be.
    pub policy: Policy,
}

impl Trust {
    /// These roots for seals and time stamps alike, and those for trials.
    pub fn in_roots(anchors: Anchors, test_anchors: Anchors) -> Self {
        Trust { stamp_anchors: anchors.clone(), anchors, test_anchors, ..Trust::default() }
    }

    /// Whether no root counts at all.
    pub fn is_empty(&self) -> bool {
        [&self.anchors, &self.test_anchors].iter().all(|anchors| anchors.certificates().is_empty())
    }

    /// As well the authorities of trusted lists, by what each list lets them do.
    #[must_use]
    pub fn with_services(mut self, services: TrustServices) -> Self {
        let join = |own: &Anchors, listed: Anchors| Anchors::new([own.certificates(), listed.certificates()].concat());
        self.anchors = join(&self.anchors, services.seal_anchors());
        self.stamp_anchors = join(&self.stamp_anchors, services.stamp_anchors());
        self.services = Some(services);
        self
    }
}

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

/// Why something was not fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotFetched {
    /// Nobody was to be asked.
    Offline,
    /// The address cannot be reached, answered with an error, or took too long.
    Unreachable,
}

/// A status list as it was fetched, or why it was not.
pub type StatusEvidence = Result<Vec<u8>, NotFetched>;

/// Everything a judgement rests on besides the file and the time.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// Whose roots count.
    pub trust: Arc<Trust>,
    /// Status lists by address.
    pub status_lists: BTreeMap<String, StatusEvidence>,
    /// Certificates and revocation data for the seals.
    pub seals: ValidationData,
    /// What was asked for, whether or not anything of use came back: the report tells it from what nobody asked.
    pub asked: Vec<Want>,
    /// Whether page 1 of a PDF is drawn and compared with the picture in its record. Drawing costs as much as ten seals: it is
    /// for those who hand a file in, and not for files that Signet has just made or keeps.
    pub compares_pictures: bool,
}

impl Evidence {
    /// Evidence without anything fetched; pictures are not compared.
    pub fn offline(trust: Arc<Trust>) -> Self {
        let (status_lists, seals) = (BTreeMap::new(), ValidationData::default());
        Evidence { trust, status_lists, seals, asked: Vec::new(), compares_pictures: false }
    }

    /// The same evidence, and pictures are compared.
    #[must_use]
    pub fn comparing_pictures(self) -> Self {
        Evidence { compares_pictures: true, ..self }
    }

    /// Takes a status list in that was kept, under the address it names itself. What it says counts as if it had been fetched
    /// from there: only by its seal.
    ///
    /// # Errors
    /// When it is no status list, or its address is not one to ask.
    pub fn keep_status_list(&mut self, bytes: Vec<u8>) -> Result<(), StatusProblem> {
        let address = status::own_address(&bytes).as_deref().and_then(acceptable).ok_or(StatusProblem::NotAList)?;
        self.status_lists.insert(address.into(), Ok(bytes));
        Ok(())
    }
}

/// Issuers that are asked for in one round: a seal and a time stamp may each lack one.
const ISSUERS_MAX: usize = 2;

/// What should be fetched besides what `evidence` has already, so that more can be told as of `at`. Only what could help a seal that
/// leads to a root that counts: a file of which nothing does makes nobody ask anything, but for few issuers through which it might.
/// Status lists at addresses that nobody should be sent to are left out; the report says so.
pub fn needs(artefact: &Artefact, evidence: &Evidence, at: Timestamp) -> Needs {
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
fn lists(artefact: &Artefact, evidence: &Evidence) -> Vec<Url> {
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

/// `https` anywhere; `http` on this machine only, for demonstrations.
pub(crate) fn acceptable(address: &str) -> Option<Url> {
    if address.len() > 2048 {
        return None;
    }
    let url = Url::parse(address).ok()?;
    let this_machine = match url.host()? {
        Host::Domain(name) => name == "localhost",
        Host::Ipv4(v4) => v4.is_loopback(),
        Host::Ipv6(v6) => v6.is_loopback(),
    };
    let plain = url.username().is_empty() && url.password().is_none() && url.fragment().is_none();
    ((url.scheme() == "https" || (url.scheme() == "http" && this_machine)) && plain).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::acceptable;

    #[test]
    fn only_addresses_fit_for_asking_are_asked() {
        for good in ["https://mc.example/status/vsz/1", "http://127.0.0.1:8080/status/vsz/1", "http://localhost/s"] {
            assert!(acceptable(good).is_some(), "{good}");
        }
        for bad in
            ["http://mc.example/1", "ftp://mc.example/1", "https://u:p@mc.example/", "https://mc.example/#x", "x"]
        {
            assert!(acceptable(bad).is_none(), "{bad}");
        }
    }
}
