//! Lists fetched from a server of the test's own: kept, kept from getting worse, and never trusted for lying there.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{
    collections::BTreeMap,
    fs,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{Router, extract::State, http::StatusCode, http::Uri};
use signet_seal::{
    qualification::{QualificationReason, Standing, Unusable},
    trusted_list::{ListError, SignatureFault, Signers},
};
use signet_testing::trusted_list::{Draft, Operator, Points};
use tempfile::TempDir;

use super::*;
use crate::{Reach, http_client::HttpLimits};

type Files = Arc<Mutex<BTreeMap<String, Vec<u8>>>>;

const NOW: &str = "2026-06-01T00:00:00Z";

/// A server of lists, those who sign them, and a cache to fetch them into.
struct Union {
    files: Files,
    base: String,
    eu: Operator,
    cz: Operator,
    sk: Operator,
    folder: TempDir,
}

impl Union {
    async fn found() -> Self {
        let files = Files::default();
        let serve = |State(files): State<Files>, uri: Uri| async move {
            files.lock().unwrap().get(uri.path()).cloned().ok_or(StatusCode::NOT_FOUND)
        };
        let app = Router::new().fallback(serve).with_state(Arc::clone(&files));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, app).await });
        let [eu, cz, sk] = ["EU", "CZ", "SK"].map(Operator::new);
        let union = Self { files, base, eu, cz, sk, folder: tempfile::tempdir().unwrap() };
        union.put("/eu.xml", union.eu.sign(&union.lists().xml()));
        union.put("/cz.xml", union.national(7, &union.cz));
        union.put("/sk.xml", union.sk.sign(&Draft::national("SK", Vec::new()).xml()));
        union
    }

    fn put(&self, path: &str, bytes: Vec<u8>) {
        self.files.lock().unwrap().insert(path.to_owned(), bytes);
    }

    fn got(&self, path: &str) -> Vec<u8> {
        self.files.lock().unwrap()[path].clone()
    }

    fn lose(&self, path: &str) {
        self.files.lock().unwrap().remove(path);
    }

    fn lists(&self) -> Draft {
        let at = |path: &str| format!("{}{path}", self.base);
        Draft::lists(vec![
            Points::lists(&at("/eu.xml"), &[&self.eu]),
            Points::national("CZ", &at("/cz.xml"), &[&self.cz]),
            Points::national("SK", &at("/sk.xml"), &[&self.sk]),
        ])
    }

    /// The Czech list of a sequence number.
    fn national(&self, sequence: u64, signer: &Operator) -> Vec<u8> {
        signer.sign(&Draft { sequence, ..Draft::national("CZ", Vec::new()) }.xml())
    }

    fn cache(&self) -> TrustCache {
        TrustCache {
            lotl: format!("{}/eu.xml", self.base).parse().unwrap(),
            signers: Signers::new([self.eu.sha256()]),
            territories: Vec::new(),
            folder: self.folder.path().join("lists"),
        }
    }

    async fn update(&self) -> BTreeMap<String, Fetching> {
        self.update_of(&self.cache()).await
    }

    async fn update_of(&self, cache: &TrustCache) -> BTreeMap<String, Fetching> {
        let limits = HttpLimits { time: Duration::from_secs(5), ..crate::trust::LIST_LIMITS };
        let http_client = HttpClient::new(Reach::Loopback, limits).unwrap();
        let mut told = Vec::new();
        let results =
            cache.update(&http_client, NOW.parse().unwrap(), |one, done, of| told.push((one.clone(), done, of)));
        let results = results.await.unwrap();
        assert_eq!(told.iter().map(|(one, ..)| one.clone()).collect::<Vec<_>>(), results);
        assert!(told.iter().enumerate().all(|(place, (_, done, of))| *done == place + 1 && *of == results.len()));
        results.into_iter().map(|one| (one.territory, one.result)).collect()
    }

    fn standings(&self) -> Vec<(String, Standing)> {
        let services = self.cache().load().unwrap();
        let all = services.lotl().into_iter().chain(services.lists());
        all.map(|list| (list.territory.clone(), list.standing(NOW.parse().unwrap()))).collect()
    }
}

fn named(names: &[(&str, Standing)]) -> Vec<(String, Standing)> {
    names.iter().map(|(name, standing)| ((*name).to_owned(), *standing)).collect()
}

#[tokio::test]
async fn lists_are_fetched_and_found_unchanged() {
    let union = Union::found().await;
    assert_eq!(union.standings(), named(&[("EU", Standing::Missing)]));
    let first = union.update().await;
    assert!(first.values().all(|result| *result == Fetching::New { sequence: 7 }), "{first:?}");
    assert_eq!(first.len(), 3);
    assert_eq!(union.standings(), named(&[("EU", Standing::Good), ("CZ", Standing::Good), ("SK", Standing::Good)]));
    let second = union.update().await;
    assert!(second.values().all(|result| *result == Fetching::Unchanged { sequence: 7 }), "{second:?}");
    union.put("/cz.xml", union.national(8, &union.cz));
    assert_eq!(union.update().await["CZ"], Fetching::New { sequence: 8 });
    let services = union.cache().load().unwrap();
    assert_eq!(services.lists()[0].list.as_ref().unwrap().scheme.sequence, 8);
    assert_eq!(services.lists()[0].fetched, Some(NOW.parse().unwrap()));
}

#[tokio::test]
async fn only_the_wanted_lists_are_fetched() {
    let union = Union::found().await;
    let cache = TrustCache { territories: vec!["SK".to_owned()], ..union.cache() };
    assert_eq!(union.update_of(&cache).await.keys().collect::<Vec<_>>(), ["EU", "SK"]);
    let services = cache.load().unwrap();
    assert_eq!(services.lists().len(), 1);
}

#[tokio::test]
async fn a_good_list_stays_when_a_bad_one_or_none_comes() {
    let union = Union::found().await;
    let good = union.got("/cz.xml");
    union.update().await;
    let tampered = String::from_utf8(union.national(9, &union.cz)).unwrap().replace("Test operator", "Tost operator");
    for (bytes, code, why) in [
        (union.national(9, &union.sk), "signer", "not accepted for it"),
        (tampered.into_bytes(), "changed", "changed after it was signed"),
        (union.national(6, &union.cz), "older", "older than 7"),
        (b"<html></html>".to_vec(), "not-a-list", "not a trusted list"),
    ] {
        union.put("/cz.xml", bytes);
        let Fetching::KeptOld { sequence: 7, trouble } = union.update().await.remove("CZ").unwrap() else { panic!() };
        assert!(trouble.code().name() == code && trouble.detail().contains(why), "{trouble}");
    }
    union.lose("/cz.xml");
    union.lose("/eu.xml");
    let results = union.update().await;
    assert!(
        results.values().all(|it| matches!(it, Fetching::KeptOld { .. } | Fetching::Unchanged { .. })),
        "{results:?}"
    );
    let services = union.cache().load().unwrap();
    let held = &services.lists()[0];
    assert_eq!(held.standing(NOW.parse().unwrap()), Standing::Good);
    assert!(held.trouble.as_ref().unwrap().to_string() == "status: answered with status 404", "{:?}", held.trouble);
    assert!(services.lotl().unwrap().trouble.is_some());
    // When it comes again, the trouble is over.
    union.put("/cz.xml", good);
    assert_eq!(union.update().await["CZ"], Fetching::Unchanged { sequence: 7 });
    assert_eq!(union.cache().load().unwrap().lists()[0].trouble, None);
}

#[tokio::test]
async fn a_list_that_never_counted_is_missing_or_rejected() {
    let union = Union::found().await;
    union.lose("/cz.xml");
    union.put("/sk.xml", union.national(1, &union.sk));
    let results = union.update().await;
    assert!(matches!(&results["CZ"], Fetching::Failed { trouble } if trouble.detail().contains("404")), "{results:?}");
    assert!(
        matches!(&results["SK"], Fetching::Failed { trouble } if trouble.code() == ListTroubleCode::Another && trouble.detail().contains("of CZ")),
        "{results:?}"
    );
    let expected = [("EU", Standing::Good), ("CZ", Standing::Missing), ("SK", Standing::Missing)];
    assert_eq!(union.standings(), named(&expected));
}

#[tokio::test]
async fn what_lies_in_the_cache_is_judged_anew() {
    let union = Union::found().await;
    union.update().await;
    let folder = union.cache().folder;
    let file = |bytes: &[u8]| {
        let files = fs::read_dir(&folder).unwrap().flatten().map(|entry| entry.path());
        files.into_iter().find(|path| fs::read(path).unwrap() == bytes).unwrap()
    };
    // Somebody writes into the folder.
    fs::write(file(&union.got("/cz.xml")), union.national(9, &union.sk)).unwrap();
    let services = union.cache().load().unwrap();
    let unknown = Unusable::Rejected(ListError::Signature(SignatureFault::UnknownSigner));
    assert_eq!(services.lists()[0].list.as_ref().unwrap_err(), &unknown);
    // The list of lists names another signer: what was kept counts no more.
    let mut lists = union.lists();
    lists.sequence = 8;
    lists.points[2].signers = vec![union.cz.der.clone()];
    union.put("/eu.xml", union.eu.sign(&lists.xml()));
    let results = union.update().await;
    assert_eq!(results["CZ"], Fetching::New { sequence: 7 }, "fetched again");
    assert!(matches!(results["SK"], Fetching::Failed { .. }));
    assert_eq!(union.standings()[2].1, Standing::Rejected);
    // Other signers are set: nothing counts.
    let strict = TrustCache { signers: Signers::official_journal(), ..union.cache() };
    let services = strict.load().unwrap();
    assert!(services.lists().is_empty());
    let seal = services.qualify_seal(&[], NOW.parse().unwrap(), NOW.parse().unwrap());
    assert_eq!(seal.reason, Some(QualificationReason::NoLists));
}

#[tokio::test]
async fn a_list_that_cannot_be_read_is_not_told_as_one_never_fetched() {
    let union = Union::found().await;
    union.update().await;
    let folder = union.cache().folder;
    let mut files = fs::read_dir(&folder).unwrap().flatten().map(|entry| entry.path());
    let file = files.find(|path| fs::read(path).unwrap() == union.got("/cz.xml")).unwrap();
    fs::remove_file(&file).unwrap();
    let list = || union.cache().load().unwrap().lists()[0].list.as_ref().unwrap_err().clone();
    assert_eq!(list(), Unusable::Missing);
    fs::create_dir(&file).unwrap();
    assert_eq!(list(), Unusable::Unreadable(std::io::ErrorKind::IsADirectory));
}

#[tokio::test]
async fn a_damaged_index_is_none() {
    let union = Union::found().await;
    union.update().await;
    fs::write(union.cache().folder.join("index.json"), "{\"lotl\": {\"sha256\": \"../../etc/passwd\"}}").unwrap();
    assert_eq!(union.standings(), named(&[("EU", Standing::Missing)]));
    let escaping = r#"{"lotl": {"location": "x", "sha256": "../../etc/hostname", "fetched": null, "trouble": null}}"#;
    fs::write(union.cache().folder.join("index.json"), escaping).unwrap();
    assert_eq!(union.standings(), named(&[("EU", Standing::Missing)]));
}

#[tokio::test]
async fn pivots_are_fetched_once_and_followed() {
    let union = Union::found().await;
    let next = Operator::new("Next");
    let pivot = format!("{}/eu-pivot-1.xml", union.base);
    union.put("/eu-pivot-1.xml", {
        let mut lists = union.lists();
        lists.points[0].signers = vec![next.der.clone()];
        union.eu.sign(&lists.xml())
    });
    let mut lists = union.lists();
    lists.points[0].signers = vec![next.der.clone()];
    lists.addresses = vec![pivot, "https://eur-lex.europa.eu/oj".to_owned()];
    union.put("/eu.xml", next.sign(&lists.xml()));
    assert_eq!(union.update().await["EU"], Fetching::New { sequence: 7 });
    // Followed from the cache even when the pivot is gone.
    union.lose("/eu-pivot-1.xml");
    assert_eq!(union.update().await["EU"], Fetching::Unchanged { sequence: 7 });
    assert_eq!(union.standings()[0].1, Standing::Good);
}
