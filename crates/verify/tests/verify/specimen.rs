//! Sealed credentials of nobody, status lists, and the world they are judged in.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use data_encoding::BASE64URL_NOPAD;
use jiff::Timestamp;
use signet_credential::{Picture, SealIdentity, StatusEntry, compose};
use signet_record::{Language, specimen};
use signet_seal::{SealKey, ValidationData, jades};
use signet_verify::{Evidence, Finding, ParsedFile, Report, StatusEvidence, Trust, judge, read};

use crate::pki::Root;

pub const ORGANIZATION: &str = "Vzorová univerzita v Lhotě";
pub const IDENTIFIER: &str = "NTRCZ-99999994";
pub const LIST: &str = "https://vzorova.example/status/1";
pub const PLACE: usize = 5;

/// Roots and keys; made once, because making keys takes time.
pub struct World {
    pub root: Root,
    pub test_root: Root,
    pub key: SealKey,
    pub test_key: SealKey,
}

pub static WORLD: LazyLock<World> = LazyLock::new(|| {
    let (root, test_root) = (Root::new("Kořen"), Root::new("Zkušební kořen"));
    let (key, test_key) = (root.seal(ORGANIZATION, IDENTIFIER), test_root.seal(ORGANIZATION, IDENTIFIER));
    World { root, test_root, key, test_key }
});

impl World {
    pub fn trust(&self) -> Arc<Trust> {
        Arc::new(Trust::in_roots(self.root.anchors(), self.test_root.anchors()))
    }

    pub fn evidence(&self, list: Option<StatusEvidence>) -> Evidence {
        let status_lists: BTreeMap<_, _> = list.map(|list| (LIST.to_owned(), list)).into_iter().collect();
        let seals = ValidationData { crls: vec![self.root.list(), self.test_root.list()], ..ValidationData::default() };
        Evidence { status_lists, seals, ..Evidence::offline(self.trust()).comparing_pictures() }
    }
}

pub fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub fn now() -> Timestamp {
    at("2026-07-01T12:00:00Z")
}

/// The specimen's payload, as `issuer` would seal it.
pub fn payload(issuer: &str) -> String {
    payload_with(issuer, b"\xff\xd8\xff\xe0picture")
}

/// The same with a picture of the document.
pub fn payload_with(issuer: &str, jpeg: &[u8]) -> String {
    let identity = SealIdentity {
        legal_name: issuer.into(),
        common_name: "Pečeť".into(),
        organization_identifier: IDENTIFIER.into(),
        country: "CZ".into(),
    };
    let pictures = Language::ALL.map(|language| Picture { language, jpeg: jpeg.to_vec() });
    let status = StatusEntry { list_url: LIST.into(), index: PLACE as u64 };
    compose(&specimen::award().unwrap(), &identity, &pictures, at("2026-06-30T08:00:00Z"), Some(&status)).unwrap()
}

/// Seals a text.
pub fn sealed(payload: &str, key: &SealKey) -> Vec<u8> {
    let time = at("2026-06-30T08:00:00Z");
    let unsealed = jades::prepare(payload, key.chain(), key.algorithm(), time, jades::SigningTime::Iat).unwrap();
    let signature = key.sign(&unsealed.signing_input()).unwrap();
    unsealed.finish(&signature).to_json().into_bytes()
}

/// The specimen, sealed in earnest.
pub fn credential() -> Vec<u8> {
    sealed(&payload(ORGANIZATION), &WORLD.key)
}

/// A status list on which the specimen has these two bits.
pub fn list(bits: u8, key: &SealKey) -> Vec<u8> {
    list_as(bits, key, LIST, "2026-07-01T00:00:00Z", "2026-07-02T00:00:00Z")
}

pub fn list_as(bits: u8, key: &SealKey, address: &str, issued: &str, expires: &str) -> Vec<u8> {
    let mut entries = vec![0_u8; 64];
    entries[PLACE / 4] = bits << (2 * (PLACE % 4));
    let text = serde_json::json!({
        "type": "SignetStatusList", "institution": "vzorova", "list": address, "issued": issued, "expires": expires,
        "entries": BASE64URL_NOPAD.encode(&entries),
    });
    sealed(&text.to_string(), key)
}

pub fn artefact(bytes: &[u8]) -> ParsedFile {
    read(bytes.to_vec()).unwrap()
}

/// A fact of a finding, by the name that reports give it.
pub fn fact(finding: &Finding, name: &str) -> Option<String> {
    finding.evidence().into_iter().find(|(known, _)| *known == name).map(|(_, value)| value)
}

/// Judged with a list that says it holds.
pub fn judged(bytes: &[u8]) -> Report {
    judge(&artefact(bytes), &WORLD.evidence(Some(Ok(list(0, &WORLD.key)))), now())
}
