//! Evidence: what a verification needs, fetched like a stranger would, and remembered for a moment.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use futures_util::future::join_all;
use jiff::Timestamp;
use signet_seal::{
    Certificate, ValidationData, Want,
    cms::SignedData,
    revocation::{Crl, OcspResponse},
};
use signet_verify::{Artefact, Evidence, NotFetched, StatusEvidence, Trust, needs};
use url::Url;

use crate::courier::Courier;

/// A fetched status list is used again for this long, so that a page opened by many asks once.
const REMEMBERED: Duration = Duration::from_secs(10);
/// As [`REMEMBERED`], of certificates and revocation data.
const SEALS_REMEMBERED: Duration = Duration::from_secs(60);
/// Answers remembered at once.
const REMEMBERED_MAX: usize = 128;
/// One answer may make another question possible: an issuer, its revocation list, its responder's.
const ROUNDS_MAX: usize = 4;
/// Addresses asked for one file; a file that names more is not worth more.
const ADDRESSES_MAX: usize = 24;

/// Fetches what verifications need. Cheap to clone; clones share what is remembered.
#[derive(Clone)]
pub struct Gatherer {
    courier: Courier,
    trust: Arc<Trust>,
    remembered: Arc<Mutex<Remembered>>,
}

/// Answers as they were fetched, and when, by address and question.
type Remembered = BTreeMap<(Url, Vec<u8>), (Instant, Vec<u8>)>;

impl Gatherer {
    /// A gatherer that fetches by this courier, for judgements that rest on this trust.
    pub fn new(courier: Courier, trust: Arc<Trust>) -> Self {
        Gatherer { courier, trust, remembered: Arc::default() }
    }

    /// Whose roots count.
    pub fn trust(&self) -> &Arc<Trust> {
        &self.trust
    }

    /// Fetches everything that judging `artefact` as of `at` needs. What cannot be had is said so, never left out.
    pub async fn gather(&self, artefact: &Arc<Artefact>, at: Timestamp) -> Evidence {
        self.gather_more(artefact, Evidence::offline(Arc::clone(&self.trust)), at).await
    }

    /// As [`Gatherer::gather`], on top of what is known already. Finding out what is needed is work for the processor, so it
    /// leaves the threads that wait for answers.
    pub async fn gather_more(&self, artefact: &Arc<Artefact>, mut evidence: Evidence, at: Timestamp) -> Evidence {
        let mut asked = Asked::default();
        for _ in 0..ROUNDS_MAX {
            let judged = Arc::clone(artefact);
            let found_out = tokio::task::spawn_blocking(move || (needs(&judged, &evidence, at), evidence));
            // Whoever judges the file next meets the same fault and tells it.
            let Ok((needed, known)) = found_out.await else { return Evidence::offline(Arc::clone(&self.trust)) };
            evidence = known;
            let lists = needed.status_lists.iter().map(|url| async move { (url.to_string(), self.list(url).await) });
            let wants: Vec<Want> = needed.seals.into_iter().filter(|want| asked.is_new(want)).collect();
            let lists = join_all(lists).await;
            if lists.is_empty() && wants.is_empty() {
                break;
            }
            evidence.status_lists.extend(lists);
            evidence.asked.extend(wants.iter().cloned());
            for found in join_all(wants.iter().map(|want| self.answer(want))).await {
                evidence.seals.merge(found);
            }
        }
        evidence
    }

    /// Forgets what was fetched, so that the next question is asked anew.
    pub fn forget(&self) {
        if let Ok(mut remembered) = self.remembered.lock() {
            remembered.clear();
        }
    }

    /// Forgets what OCSP responders said: for what is to be kept, their word must be younger than the stamp before it.
    pub fn forget_responses(&self) {
        if let Ok(mut remembered) = self.remembered.lock() {
            remembered.retain(|(_, question), _| question.is_empty());
        }
    }

    async fn list(&self, url: &Url) -> StatusEvidence {
        self.ask(url, &[], REMEMBERED, |bytes| Some(bytes.to_vec())).await.ok_or(NotFetched::Unreachable)
    }

    /// What a want can be answered with: nothing if nobody answers in a form that can be read.
    async fn answer(&self, want: &Want) -> ValidationData {
        let mut found = ValidationData::default();
        match want {
            Want::Revocation { responders, question, lists } => {
                for url in addresses(responders) {
                    let read = |bytes: &[u8]| OcspResponse::from_der(bytes).ok();
                    if let Some(response) = self.ask(&url, question, SEALS_REMEMBERED, read).await {
                        found.ocsps.push(response);
                        return found;
                    }
                }
                for url in addresses(lists) {
                    if let Some(list) = self.ask(&url, &[], SEALS_REMEMBERED, read_list).await {
                        found.crls.push(list);
                        return found;
                    }
                }
            }
            Want::Issuer { addresses: issuers } => {
                for url in addresses(issuers) {
                    if let Some(certificates) = self.ask(&url, &[], SEALS_REMEMBERED, read_certificates).await {
                        found.certificates = certificates;
                        return found;
                    }
                }
            }
        }
        found
    }

    /// Asks an address, by POST when there is a question; what cannot be read is not remembered.
    async fn ask<T>(
        &self,
        url: &Url,
        question: &[u8],
        remembered: Duration,
        read: impl Fn(&[u8]) -> Option<T>,
    ) -> Option<T> {
        if let Some(known) = self.recall(url, question, remembered).and_then(|bytes| read(&bytes)) {
            return Some(known);
        }
        let answer = if question.is_empty() {
            self.courier.get(url).await
        } else {
            self.courier.post(url, "application/ocsp-request", question.to_vec()).await
        };
        let bytes = answer.ok()?;
        let read = read(&bytes)?;
        if let Ok(mut kept) = self.remembered.lock() {
            kept.retain(|_, (at, _)| at.elapsed() < SEALS_REMEMBERED);
            if kept.len() < REMEMBERED_MAX {
                kept.insert((url.clone(), question.to_vec()), (Instant::now(), bytes));
            }
        }
        Some(read)
    }

    fn recall(&self, url: &Url, question: &[u8], remembered: Duration) -> Option<Vec<u8>> {
        let kept = self.remembered.lock().ok()?;
        let (at, bytes) = kept.get(&(url.clone(), question.to_vec()))?;
        (at.elapsed() < remembered).then(|| bytes.clone())
    }
}

/// What was asked already for one file: nothing is asked twice, and not too much at all.
#[derive(Default)]
struct Asked {
    addresses: BTreeSet<(String, Vec<u8>)>,
}

impl Asked {
    fn is_new(&mut self, want: &Want) -> bool {
        let places: Vec<(String, Vec<u8>)> = match want {
            Want::Revocation { responders, question, lists } => {
                let responders = responders.iter().map(|responder| (responder.clone(), question.clone()));
                responders.chain(lists.iter().map(|list| (list.clone(), Vec::new()))).collect()
            }
            Want::Issuer { addresses } => addresses.iter().map(|address| (address.clone(), Vec::new())).collect(),
        };
        let new = places.iter().any(|place| !self.addresses.contains(place));
        let room = self.addresses.len() + places.len() <= ADDRESSES_MAX;
        if new && room {
            self.addresses.extend(places);
        }
        new && room
    }
}

/// Addresses that can be asked at all; revocation data are signed, so plain `http` is what most name.
fn addresses(texts: &[String]) -> impl Iterator<Item = Url> {
    texts.iter().filter_map(|text| Url::parse(text).ok()).filter(|url| matches!(url.scheme(), "http" | "https"))
}

/// A list in DER, or in PEM as some authorities publish it.
fn read_list(bytes: &[u8]) -> Option<Crl> {
    Crl::from_der(bytes).or_else(|_| Crl::from_pem(bytes)).ok()
}

/// One certificate in DER, several in PEM, or a CMS message that only carries certificates (RFC 5280 §4.2.2.1).
fn read_certificates(bytes: &[u8]) -> Option<Vec<Certificate>> {
    if let Ok(certificate) = Certificate::from_der(bytes) {
        return Some(vec![certificate]);
    }
    if let Ok(certificates) = Certificate::all_from_pem(bytes) {
        return Some(certificates);
    }
    let message = SignedData::from_der(bytes).ok()?;
    Some(message.certificates().to_vec()).filter(|certificates| !certificates.is_empty())
}
