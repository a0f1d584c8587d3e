//! Evidence: what a verification needs, fetched like a stranger would, and remembered for a moment.

use std::{
    collections::{BTreeSet, HashMap},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use futures_util::future::join_all;
use jiff::Timestamp;
use signet_seal::{
    Certificate, DigestAlgorithm, ValidationData, Want,
    cms::SignedData,
    revocation::{Crl, OcspResponse},
};
use signet_verify::{Evidence, Needs, NotFetched, ParsedFile, StatusEvidence, Trust, needs};
use tokio::{
    sync::{Semaphore, SemaphorePermit},
    time::timeout_at,
};
use url::Url;

use crate::{fetch_budget::FetchBudget, http_client::HttpClient, remembered::Remembered};

/// A fetched status list is used again for this long, so that a page opened by many asks once.
pub const STATUS_LIST_REMEMBERED: Duration = Duration::from_secs(10);
/// As [`STATUS_LIST_REMEMBERED`], of certificates and revocation data.
pub const SEALS_REMEMBERED: Duration = Duration::from_secs(60);
/// One answer may make another question possible: an issuer, its revocation list, its responder's.
const ROUNDS_MAX: usize = 4;
/// Addresses asked for one file; a file that names more is not worth more.
const ADDRESSES_MAX: usize = 16;
/// Requests under way at the same time, all files together.
const FETCHES_MAX: usize = 32;
/// Of them to one host.
const FETCHES_PER_HOST_MAX: usize = 4;

/// Fetches what verifications need. Cheap to clone; clones share what is remembered and what may be under way at once.
#[derive(Clone)]
pub struct EvidenceFetcher {
    http_client: HttpClient,
    trust: Arc<Trust>,
    shared: Arc<Shared>,
}

/// What all fetching has in common.
struct Shared {
    remembered: Remembered,
    under_way: Semaphore,
    hosts: Mutex<HashMap<String, Arc<Semaphore>>>,
}

impl EvidenceFetcher {
    /// A fetcher that uses this HTTP client, for judgements that rest on this trust.
    pub fn new(http_client: HttpClient, trust: Arc<Trust>) -> Self {
        EvidenceFetcher { http_client, trust, shared: Arc::new(Shared::new()) }
    }

    /// The same, apart: what one of them remembers or has under way is nothing to the other. So a flood of strangers' files cannot
    /// take the turn of our own.
    #[must_use]
    pub fn apart(&self) -> Self {
        EvidenceFetcher::new(self.http_client.clone(), Arc::clone(&self.trust))
    }

    /// Whose roots count.
    pub fn trust(&self) -> &Arc<Trust> {
        &self.trust
    }

    /// Begins gathering for one file.
    pub fn begin(&self) -> Gathering<'_> {
        Gathering { fetcher: self, asked: Asked::default(), rounds: ROUNDS_MAX, budget: FetchBudget::new() }
    }

    /// Fetches everything that judging `artefact` as of `at` needs. What cannot be had is said so, never left out.
    pub async fn gather(&self, artefact: &Arc<ParsedFile>, at: Timestamp) -> Evidence {
        self.gather_more(artefact, Evidence::offline(Arc::clone(&self.trust)), at).await
    }

    /// As [`EvidenceFetcher::gather`], on top of what is known already. Finding out what is needed is work for the processor, so it
    /// leaves the threads that wait for answers.
    pub async fn gather_more(&self, artefact: &Arc<ParsedFile>, mut evidence: Evidence, at: Timestamp) -> Evidence {
        let mut gathering = self.begin();
        loop {
            let judged = Arc::clone(artefact);
            let found_out = tokio::task::spawn_blocking(move || (needs(&judged, &evidence, at), evidence));
            // Whoever judges the file next meets the same fault and tells it.
            let Ok((needed, known)) = found_out.await else { return Evidence::offline(Arc::clone(&self.trust)) };
            evidence = known;
            match gathering.round(needed).await {
                Some(found) => found.add_to(&mut evidence),
                None => return evidence,
            }
        }
    }

    /// SHA-256 of the status list at an address as a judgement would see it now: fetched, or remembered for a moment. `None` when it
    /// cannot be had.
    pub async fn status_list_sha256(&self, address: &str) -> Option<Vec<u8>> {
        let url = Url::parse(address).ok()?;
        if let Some(sha256) = self.shared.remembered.recall_sha256(&url, &[], STATUS_LIST_REMEMBERED) {
            return Some(sha256);
        }
        let list = self.begin().list(&url).await.ok()?;
        Some(DigestAlgorithm::Sha256.hash(&list))
    }

    /// Forgets what was fetched, so that the next question is asked anew.
    pub fn forget(&self) {
        self.shared.remembered.forget(false);
    }

    /// Forgets what OCSP responders said: for what is to be kept, their word must be younger than the stamp before it.
    pub fn forget_responses(&self) {
        self.shared.remembered.forget(true);
    }
}

/// Gathering for one file, in rounds, out of one budget.
pub struct Gathering<'g> {
    fetcher: &'g EvidenceFetcher,
    asked: Asked,
    rounds: usize,
    budget: FetchBudget,
}

/// What one round brought.
#[derive(Debug, Default)]
pub struct Found {
    /// Status lists by the address they were asked at.
    pub status_lists: Vec<(String, StatusEvidence)>,
    /// Certificates and revocation data.
    pub seals: ValidationData,
    /// What was asked for besides, whether or not anything of use came back.
    pub asked: Vec<Want>,
}

impl Found {
    /// Puts it to what is known.
    pub fn add_to(self, evidence: &mut Evidence) {
        evidence.status_lists.extend(self.status_lists);
        evidence.seals.merge(self.seals);
        evidence.asked.extend(self.asked);
    }
}

impl Gathering<'_> {
    /// Asks for what is needed; `None` when there is nothing more to ask, or no more may be asked for this file.
    pub async fn round(&mut self, needed: Needs) -> Option<Found> {
        self.rounds = self.rounds.checked_sub(1)?;
        let wants: Vec<Want> = needed.seals.into_iter().filter(|want| self.asked.is_new(want)).collect();
        if needed.status_lists.is_empty() && wants.is_empty() {
            return None;
        }
        let lists = needed.status_lists.iter().map(|url| async { (url.to_string(), self.list(url).await) });
        let status_lists = join_all(lists).await;
        let mut seals = ValidationData::default();
        for found in join_all(wants.iter().map(|want| self.answer(want))).await {
            seals.merge(found);
        }
        Some(Found { status_lists, seals, asked: wants })
    }

    async fn list(&self, url: &Url) -> StatusEvidence {
        self.ask(url, &[], STATUS_LIST_REMEMBERED, |bytes| Some(bytes.to_vec())).await.ok_or(NotFetched::Unreachable)
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

    /// Asks an address, by POST when there is a question; what cannot be read is not remembered. Reading is work for the processor.
    async fn ask<T: Send + 'static>(
        &self,
        url: &Url,
        question: &[u8],
        no_older: Duration,
        read: impl Fn(&[u8]) -> Option<T> + Send + Copy + 'static,
    ) -> Option<T> {
        let shared = &self.fetcher.shared;
        let had = match shared.remembered.recall(url, question, no_older) {
            Some(bytes) => Had::Remembered(bytes),
            None => timeout_at(self.budget.ends().into(), self.fetch(url, question, no_older)).await.ok()??,
        };
        let work = move || match had {
            Had::Remembered(bytes) => (read(&bytes), None),
            Had::Fetched(bytes) => (read(&bytes), Some(bytes)),
        };
        let (read, fetched) = tokio::task::spawn_blocking(work).await.ok()?;
        // Only what has just been fetched: an answer must not stay young because it is used.
        if let Some(bytes) = fetched.filter(|_| read.is_some()) {
            shared.remembered.keep(url, question, &bytes);
        }
        read
    }

    async fn fetch(&self, url: &Url, question: &[u8], no_older: Duration) -> Option<Had> {
        let shared = &self.fetcher.shared;
        let host = shared.host(url);
        let (_under_way, _at_host) = shared.turn(&host).await?;
        // Somebody else may have asked the same while we waited.
        if let Some(bytes) = shared.remembered.recall(url, question, no_older) {
            return Some(Had::Remembered(bytes));
        }
        let question = Some(question).filter(|question| !question.is_empty());
        let question = question.map(|question| ("application/ocsp-request", question.to_vec()));
        self.fetcher.http_client.ask_within(url, question, &self.budget).await.ok().map(Had::Fetched)
    }
}

/// An answer, and where it was had from.
enum Had {
    Remembered(Vec<u8>),
    Fetched(Vec<u8>),
}

impl Shared {
    fn new() -> Self {
        Shared { remembered: Remembered::default(), under_way: Semaphore::new(FETCHES_MAX), hosts: Mutex::default() }
    }

    /// Places at a host. Hosts at which nothing is under way are forgotten.
    fn host(&self, url: &Url) -> Arc<Semaphore> {
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        hosts.retain(|_, places| Arc::strong_count(places) > 1);
        let host = url.host_str().unwrap_or_default().to_owned();
        Arc::clone(hosts.entry(host).or_insert_with(|| Arc::new(Semaphore::new(FETCHES_PER_HOST_MAX))))
    }

    async fn turn<'s>(&'s self, host: &'s Semaphore) -> Option<(SemaphorePermit<'s>, SemaphorePermit<'s>)> {
        // The host first: who waits for a slow host holds no place that others could use.
        let at_host = host.acquire().await.ok()?;
        Some((self.under_way.acquire().await.ok()?, at_host))
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::sync::atomic::{AtomicUsize, Ordering};

    use axum::{Router, routing::get};

    use super::*;
    use crate::{HttpLimits, Reach};

    #[tokio::test]
    async fn an_answer_does_not_stay_young_because_it_is_used() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url: Url = format!("http://{}/list", listener.local_addr().unwrap()).parse().unwrap();
        let asked = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&asked);
        let answer = get(move || std::future::ready(format!("list {}", counted.fetch_add(1, Ordering::Relaxed))));
        tokio::spawn(async move { axum::serve(listener, Router::new().route("/list", answer)).await });
        let http_client = HttpClient::new(Reach::Loopback, HttpLimits::default()).unwrap();
        let fetcher = EvidenceFetcher::new(http_client, Arc::default());
        let (gathering, young) = (fetcher.begin(), Duration::from_secs(2));
        let mut said = Vec::new();
        // Asked for again long before it is old, and then once it is, counted from when it was fetched.
        for pause in [0, 100, 800, 1300] {
            tokio::time::sleep(Duration::from_millis(pause)).await;
            said.push(gathering.ask(&url, &[], young, |bytes| Some(bytes.to_vec())).await.unwrap());
        }
        assert_eq!(said, [b"list 0", b"list 0", b"list 0", b"list 1"]);
        assert_eq!(fetcher.status_list_sha256(url.as_str()).await, Some(DigestAlgorithm::Sha256.hash(b"list 1")));
        assert_eq!(asked.load(Ordering::Relaxed), 2);
    }
}
