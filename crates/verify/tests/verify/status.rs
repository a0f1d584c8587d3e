//! Status lists: what they say, and when they say nothing.

use std::sync::Arc;

use serde_json::{Value, json};
use signet_verify::{Evidence, GroupName, NotFetched, Outcome, StatusEvidence, Trust, judge, needs};

use crate::pki::Root;
use crate::specimen::{
    IDENTIFIER, LIST, ORGANIZATION, WORLD, artefact, credential, fact, list, list_as, now, payload, sealed,
};

/// Outcome and facts of the status check, with this evidence.
fn status_of(bytes: &[u8], evidence: Option<StatusEvidence>) -> (Outcome, String) {
    let report = judge(&artefact(bytes), &WORLD.evidence(evidence), now());
    let group = report.group(GroupName::Validity);
    let finding = group.findings.iter().find(|finding| finding.check().code() == "validity.status").unwrap();
    if !finding.advisory {
        assert_eq!(group.outcome(), finding.outcome);
    }
    (finding.outcome, fact(finding, "status").or_else(|| fact(finding, "problem")).unwrap_or_default())
}

#[test]
fn the_list_is_asked_for_whole_and_by_its_address() {
    let needs = needs(&artefact(&credential()), &WORLD.evidence(None), now());
    assert_eq!(needs.status_lists.iter().map(|url| url.as_str()).collect::<Vec<_>>(), [LIST]);
}

/// Anybody can write addresses into a file: nobody is sent to them but for a seal that may count.
#[test]
fn a_file_that_leads_to_no_root_makes_nobody_ask_for_its_list() {
    let stranger = Root::new("Cizí kořen").seal(ORGANIZATION, IDENTIFIER);
    let forged = sealed(&payload(ORGANIZATION), &stranger);
    assert!(needs(&artefact(&forged), &WORLD.evidence(None), now()).status_lists.is_empty());
    let unsealed = payload(ORGANIZATION);
    assert!(needs(&artefact(unsealed.as_bytes()), &WORLD.evidence(None), now()).is_empty());
    let nobody_trusted = Evidence::offline(Arc::new(Trust::default()));
    assert!(needs(&artefact(&credential()), &nobody_trusted, now()).is_empty());
}

#[test]
fn valid_revoked_superseded() {
    let said = |bits| status_of(&credential(), Some(Ok(list(bits, &WORLD.key))));
    assert_eq!(said(0), (Outcome::Holds, String::new()));
    assert_eq!(said(1), (Outcome::Fails, "revoked".into()));
    assert_eq!(said(2), (Outcome::Fails, "superseded".into()));
    assert_eq!(said(3), (Outcome::CannotTell, "no-such-place".into()));
}

#[test]
fn a_list_that_was_not_had_says_nothing() {
    let said = |evidence| status_of(&credential(), evidence);
    assert_eq!(said(None), (Outcome::CannotTell, "offline".into()));
    assert_eq!(said(Some(Err(NotFetched::Offline))), (Outcome::CannotTell, "offline".into()));
    assert_eq!(said(Some(Err(NotFetched::Unreachable))), (Outcome::CannotTell, "unreachable".into()));
}

#[test]
fn a_list_that_is_not_to_be_relied_on_says_nothing() {
    let said = |bytes: Vec<u8>| status_of(&credential(), Some(Ok(bytes)));
    let open = |problem: &str| (Outcome::CannotTell, problem.to_owned());
    let key = &WORLD.key;
    let from = "2026-07-01T00:00:00Z";
    let until = "2026-07-02T00:00:00Z";
    assert_eq!(said(b"<html>".to_vec()), open("not-a-list"));
    assert_eq!(said(sealed("{\"type\":\"Other\"}", key)), open("not-a-list"));
    assert_eq!(said(list_as(1, key, LIST, from, "2026-07-01T12:00:00Z")), open("stale"));
    assert_eq!(said(list_as(1, key, LIST, "2026-07-01T13:00:00Z", until)), open("stale"));
    assert_eq!(said(list_as(1, key, "https://vzorova.example/status/2", from, until)), open("another-list"));
    let stranger = WORLD.root.seal("Jiná univerzita", "NTRCZ-00000009");
    assert_eq!(said(list(1, &stranger)), open("another-sealer"));
    let renewed = WORLD.root.seal(ORGANIZATION, crate::specimen::IDENTIFIER);
    assert_eq!(said(list(1, &renewed)), (Outcome::Fails, "revoked".into()));
    let mut broken = list(1, key);
    let at = broken.windows(7).position(|seven| seven == b"vzorova").unwrap();
    broken[at] = b'V';
    assert_eq!(said(broken), open("seal"));
}

/// Anyone may hold a test seal in any name: what it seals must not free or burden a real credential.
#[test]
fn a_test_seal_list_says_nothing_of_a_real_credential_nor_the_other_way() {
    let problem = (Outcome::CannotTell, "seal".to_owned());
    assert_eq!(status_of(&credential(), Some(Ok(list(0, &WORLD.test_key)))), problem);
    let test = sealed(&payload(ORGANIZATION), &WORLD.test_key);
    assert_eq!(status_of(&test, Some(Ok(list(1, &WORLD.key)))), problem);
    assert_eq!(status_of(&test, Some(Ok(list(1, &WORLD.test_key)))), (Outcome::Fails, "revoked".into()));
}

#[test]
fn nobody_is_sent_to_an_address_unfit_for_asking() {
    for address in ["http://vzorova.example/status/1", "file:///etc/passwd", "https://u:p@vzorova.example/1", "x"] {
        let text = payload(ORGANIZATION).replace(LIST, address);
        let bytes = sealed(&text, &WORLD.key);
        assert!(needs(&artefact(&bytes), &WORLD.evidence(None), now()).status_lists.is_empty(), "{address}");
        assert_eq!(status_of(&bytes, None), (Outcome::CannotTell, "address".into()), "{address}");
    }
}

#[test]
fn a_credential_that_names_no_list_is_told_as_such_without_weight() {
    let mut value: serde_json::Value = serde_json::from_str(&payload(ORGANIZATION)).unwrap();
    value.as_object_mut().unwrap().remove("status").unwrap();
    let text = value.to_string();
    let report = judge(&artefact(&sealed(&text, &WORLD.key)), &WORLD.evidence(None), now());
    assert_eq!(report.group(GroupName::Validity).outcome(), Outcome::Holds);
    let finding = report.findings().find(|finding| finding.check().code() == "validity.status").unwrap();
    assert!(finding.advisory && fact(finding, "problem").as_deref() == Some("none-named"));
}

/// The specimen with these entries in the place of ours.
fn with_entries(entries: &Value) -> Vec<u8> {
    let mut value: Value = serde_json::from_str(&payload(ORGANIZATION)).unwrap();
    value.as_object_mut().unwrap().remove("status");
    value["credentialStatus"] = entries.clone();
    sealed(&value.to_string(), &WORLD.key)
}

fn entry(purpose: &str) -> Value {
    json!({ "id": format!("{LIST}#9"), "type": "BitstringStatusListEntry", "statusPurpose": purpose, "statusListIndex": "9",
            "statusListCredential": LIST })
}

/// A list of bits with these at the places from 9 on.
fn bits(purpose: &str, values: &[bool]) -> Value {
    let mut bytes = vec![0_u8; 16_384];
    for (at, value) in values.iter().enumerate() {
        bytes[(9 + at) / 8] |= u8::from(*value) << (7 - (9 + at) % 8);
    }
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    std::io::Write::write_all(&mut encoder, &bytes).unwrap();
    json!({ "id": LIST, "type": ["VerifiableCredential", "BitstringStatusListCredential"], "issuer": "https://vzorova.example",
            "validFrom": "2026-07-01T00:00:00Z", "validUntil": "2026-07-02T00:00:00Z",
            "credentialSubject": { "id": format!("{LIST}#list"), "type": "BitstringStatusList", "statusPurpose": purpose,
                "encodedList": format!("u{}", data_encoding::BASE64URL_NOPAD.encode(&encoder.finish().unwrap())) } })
}

/// Outcome, fact, whether it has weight, and the sentence of the one status check of a credential with that entry.
fn told(entries: &Value, list: Vec<u8>) -> (Outcome, String, bool, String) {
    let report = judge(&artefact(&with_entries(entries)), &WORLD.evidence(Some(Ok(list))), now());
    let findings: Vec<_> = report.findings().filter(|finding| finding.check().code() == "validity.status").collect();
    let [finding] = findings.as_slice() else { panic!("{findings:?}") };
    let said = ["status", "problem", "says"].iter().find_map(|name| fact(finding, name)).unwrap_or_default();
    for locale in signet_record::Language::ALL.map(signet_lang::Locale::new) {
        let sentence = finding.sentence(locale);
        assert!(sentence.len() > 20 && sentence.ends_with('.') && !sentence.contains("  "), "{sentence}");
    }
    (finding.outcome, said, !finding.advisory, finding.sentence(signet_lang::Locale::ENGLISH))
}

#[test]
fn lists_of_bits_are_believed_by_the_seal_of_the_same_body() {
    let said = |purpose: &str, value| {
        let list = sealed(&bits(purpose, &[value]).to_string(), &WORLD.key);
        let (outcome, fact, weighs, _) = told(&entry(purpose), list);
        (outcome, fact, weighs)
    };
    let needs = needs(&artefact(&with_entries(&entry("revocation"))), &WORLD.evidence(None), now());
    assert_eq!(needs.status_lists.iter().map(|url| url.as_str()).collect::<Vec<_>>(), [LIST]);
    assert_eq!(said("revocation", false), (Outcome::Holds, String::new(), true));
    assert_eq!(said("revocation", true), (Outcome::Fails, "revoked".into(), true));
    assert_eq!(said("suspension", false), (Outcome::Holds, String::new(), true));
    assert_eq!(said("suspension", true), (Outcome::Fails, "suspended".into(), true));
    assert_eq!(said("refresh", true), (Outcome::Holds, "refresh".into(), false));
    assert_eq!(said("acme", true), (Outcome::CannotTell, "purpose".into(), true));
}

#[test]
fn messages_are_told_in_the_words_of_the_entry() {
    let mut message = entry("message");
    message["statusSize"] = json!(2);
    message["statusListIndex"] = json!("5");
    message["statusMessage"] =
        json!([{ "status": "0x0", "message": "pending" }, { "status": "0x2", "message": "exam repeated" }]);
    // The sixth status of two bits stands in bits 10 and 11.
    let list = sealed(&bits("message", &[false, true, false]).to_string(), &WORLD.key);
    let (outcome, fact, weighs, sentence) = told(&message, list);
    assert_eq!((outcome, fact.as_str(), weighs), (Outcome::Holds, "message", false));
    assert!(sentence.contains("“exam repeated”"), "{sentence}");
}

#[test]
fn a_list_of_bits_that_does_not_count_says_nothing() {
    let good = bits("revocation", &[true]);
    let said = |list: &Value, key| {
        let (outcome, fact, weighs, _) = told(&entry("revocation"), sealed(&list.to_string(), key));
        assert_eq!((outcome, weighs), (Outcome::CannotTell, true));
        fact
    };
    let with = |name: &str, value: Value| {
        let mut list = good.clone();
        list[name] = value;
        list
    };
    assert_eq!(said(&with("id", json!("https://vzorova.example/status/2")), &WORLD.key), "another-list");
    assert_eq!(said(&with("id", Value::Null), &WORLD.key), "another-list");
    assert_eq!(said(&with("validUntil", json!("2026-07-01T12:00:00Z")), &WORLD.key), "stale");
    assert_eq!(said(&with("validFrom", json!("2026-07-01T13:00:00Z")), &WORLD.key), "stale");
    assert_eq!(said(&with("type", json!("VerifiableCredential")), &WORLD.key), "not-a-list");
    assert_eq!(said(&bits("suspension", &[true]), &WORLD.key), "purpose");
    assert_eq!(said(&good, &WORLD.test_key), "seal");
    assert_eq!(said(&good, &WORLD.root.seal("Jiná univerzita", "NTRCZ-00000009")), "another-sealer");
    // A list without a signature: what it says is told as said by somebody.
    for (value, says) in [(true, "has been revoked"), (false, "not taken into account")] {
        let (outcome, fact, weighs, sentence) =
            told(&entry("revocation"), bits("revocation", &[value]).to_string().into_bytes());
        assert_eq!((outcome, fact.as_str(), weighs), (Outcome::CannotTell, "unsealed", true));
        assert!(sentence.contains(says), "{sentence}");
    }
}

/// A signature that is there is not told as none: Data Integrity, the linked data signatures before it, and keys at a DID.
#[test]
fn a_list_under_a_signature_of_another_kind_is_told_as_such() {
    let proven = |proof: Value, value: bool| {
        let mut list = bits("revocation", &[value]);
        list["proof"] = proof;
        list.to_string().into_bytes()
    };
    let by_did = |value: bool| {
        let part = |value: &Value| data_encoding::BASE64URL_NOPAD.encode(value.to_string().as_bytes());
        let header = json!({ "alg": "ES256", "typ": "vc+jwt", "kid": "did:web:vzorova.example#key-1" });
        format!("{}.{}.AAAA", part(&header), part(&bits("revocation", &[value]))).into_bytes()
    };
    let integrity = json!({ "type": "DataIntegrityProof", "cryptosuite": "ecdsa-rdfc-2019", "proofValue": "z5" });
    let linked = json!([{ "type": "Ed25519Signature2020", "proofValue": "z5" }]);
    for value in [false, true] {
        for (list, kind) in [
            (proven(integrity.clone(), value), "DataIntegrityProof, ecdsa-rdfc-2019"),
            (proven(linked.clone(), value), "Ed25519Signature2020"),
            (proven(json!({}), value), "proof"),
            (by_did(value), "JWT, did:web"),
        ] {
            let (outcome, fact, weighs, sentence) = told(&entry("revocation"), list);
            assert_eq!((outcome, fact.as_str(), weighs), (Outcome::CannotTell, "other-signature", true), "{kind}");
            assert!(sentence.contains(&format!("of a kind that is not judged here ({kind})")), "{sentence}");
            assert_eq!(sentence.contains("it has been revoked"), value, "{sentence}");
        }
    }
    // Nothing beside the list, or nothing that could be a signature.
    for proof in [Value::Null, json!("z5"), json!([])] {
        assert_eq!(told(&entry("revocation"), proven(proof, true)).1, "unsealed");
    }
}

#[test]
fn every_place_is_looked_up_and_the_worst_counts() {
    let entries = json!([entry("revocation"), entry("suspension"), { "id": "urn:x:1", "type": "SomeOtherEntry" }]);
    let both = {
        let mut list = bits("revocation", &[false]);
        list["credentialSubject"]["statusPurpose"] = json!(["revocation", "suspension"]);
        sealed(&list.to_string(), &WORLD.key)
    };
    let report = judge(&artefact(&with_entries(&entries)), &WORLD.evidence(Some(Ok(both))), now());
    let findings = report.findings().filter(|finding| finding.check().code() == "validity.status");
    let told: Vec<_> = findings.map(|finding| (finding.outcome, fact(finding, "kind"))).collect();
    let holds = || (Outcome::Holds, None);
    assert_eq!(told, [holds(), holds(), (Outcome::CannotTell, Some("SomeOtherEntry".to_owned()))]);
    assert_eq!(report.group(GroupName::Validity).outcome(), Outcome::CannotTell);
}

/// A form that is not read is not told as if nothing had been named.
#[test]
fn a_kind_that_is_not_read_keeps_it_open() {
    let of_1_2 = json!({ "id": "https://vzorova.example/s/1", "type": "CredentialStatus" });
    for entries in [json!("https://vzorova.example/status"), of_1_2, json!({ "type": "1EdTechRevocationList" })] {
        let (outcome, fact, weighs, sentence) = told(&entries, Vec::new());
        assert_eq!((outcome, fact.as_str(), weighs), (Outcome::CannotTell, "kind", true), "{entries}");
        assert!(sentence.contains("cannot be read here"), "{sentence}");
    }
}
