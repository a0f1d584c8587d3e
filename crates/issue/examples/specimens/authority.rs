//! The authority of the tests, at whatever time a specimen is to be from.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use aws_lc_rs::rand;
use jiff::Timestamp;
use signet_credential::SealIdentity;
use signet_outbound::{HttpClient, HttpLimits, Reach};
use signet_seal::basis::ValidationData;
use signet_seal::revocation::{Crl, OcspResponse, ocsp_request};
use signet_seal::stamp::{Request, TimeStampToken};
use signet_seal::{Algorithm, Certificate, DigestAlgorithm, SealKey};
use url::Url;

/// Opens the PKCS#12 files of the authority, which hold throw-away keys.
const PASSWORD: &str = "test";

/// Where the authority is, and what it issued.
pub struct Authority {
    address: String,
    folder: PathBuf,
    http_client: HttpClient,
    waited: Cell<Duration>,
    /// Revocation lists by name and day: within one there is none newer.
    lists: RefCell<BTreeMap<String, Crl>>,
}

impl Authority {
    /// The one the environment names.
    pub fn of_tests() -> Self {
        let told = |name: &str| env::var(name).unwrap_or_else(|_| panic!("{name} is not set: see cargo xtask interop"));
        let limits = HttpLimits { time: Duration::from_secs(60), ..HttpLimits::default() };
        Self {
            address: told("SIGNET_TEST_AUTHORITY"),
            folder: told("SIGNET_TEST_PKI").into(),
            http_client: HttpClient::new(Reach::Loopback, limits).unwrap(),
            waited: Cell::default(),
            lists: RefCell::default(),
        }
    }

    /// The key of a seal; the root is left out of its chain, as verifiers have it.
    pub fn key(&self, name: &str, algorithm: Algorithm) -> SealKey {
        let bytes = fs::read(self.folder.join(format!("{name}.pfx"))).unwrap();
        SealKey::from_pkcs12(&bytes, PASSWORD, Some(algorithm)).unwrap()
    }

    /// A time stamp of one of its units, made at a moment.
    pub async fn stamp(&self, unit: &str, at: Timestamp, message: &[u8]) -> TimeStampToken {
        let mut nonce = [0; 16];
        rand::fill(&mut nonce).unwrap();
        let request = Request::new(DigestAlgorithm::Sha256, DigestAlgorithm::Sha256.hash(message), nonce);
        let address = self.service(at, &format!("tsa/{unit}"));
        let answer = self.post(&address, "application/timestamp-query", request.to_der()).await;
        request.accept(&answer).unwrap()
    }

    /// What a verifier needs for a seal and for stamps of this unit: the certificates between them and the root, what a
    /// responder says of the seal, and revocation lists for the rest, as they were at a moment.
    pub async fn validation_data(&self, seal: &Certificate, unit: &str, at: Timestamp) -> ValidationData {
        let issuing = self.certificate("issuing");
        let request = ocsp_request(seal, &issuing);
        let address = self.service(at, "ocsp/issuing");
        let answer = self.post(&address, "application/ocsp-request", request).await;
        let mut data = ValidationData {
            certificates: vec![issuing, self.certificate("tsa-ca"), self.certificate(unit)],
            ocsps: vec![OcspResponse::from_der(&answer).unwrap()],
            ..ValidationData::default()
        };
        for list in ["root", "tsa-ca"] {
            data.crls.push(self.list(list, at).await);
        }
        data
    }

    /// How long its answers were waited for.
    pub fn waited(&self) -> Duration {
        self.waited.get()
    }

    async fn post(&self, address: &Url, kind: &'static str, body: Vec<u8>) -> Vec<u8> {
        let start = Instant::now();
        let answer = self.http_client.post(address, kind, body).await.unwrap();
        self.waited.set(self.waited.get() + start.elapsed());
        answer.to_vec()
    }

    async fn list(&self, name: &str, at: Timestamp) -> Crl {
        let key = format!("{name} {}", at.strftime("%F"));
        if let Some(list) = self.lists.borrow().get(&key) {
            return list.clone();
        }
        let start = Instant::now();
        let der = self.http_client.get(&self.service(at, &format!("crls/{name}/latest.crl"))).await.unwrap();
        self.waited.set(self.waited.get() + start.elapsed());
        let list = Crl::from_der(&der).unwrap();
        self.lists.borrow_mut().insert(key, list.clone());
        list
    }

    fn certificate(&self, name: &str) -> Certificate {
        let pem = fs::read(self.folder.join(format!("{name}.cert.pem"))).unwrap();
        Certificate::all_from_pem(&pem).unwrap().remove(0)
    }

    /// A service as it answers, or answered, or will answer at a moment.
    fn service(&self, at: Timestamp, path: &str) -> Url {
        let clock = at.strftime("%Y%m%dT%H%M%SZ");
        format!("{}/at/{clock}/signet/{path}", self.address).parse().unwrap()
    }
}

/// Whom the seals of `interop/certomancer/pki.yml` name.
pub fn identity() -> SealIdentity {
    SealIdentity {
        legal_name: "Zkušební univerzita".to_owned(),
        common_name: "Zkušební univerzita, TEST seal".to_owned(),
        organization_identifier: "NTRCZ-00000027".to_owned(),
        country: "CZ".to_owned(),
    }
}
