//! Evidence appended, fresh and years later: its order, its imprints, and that nothing before it is touched.

use super::{PAYLOAD, key};
use crate::horizon::Horizon;
use crate::jades::{JadesReadError, ReopenError, SealedJws, SigningTime, judge, named, prepare, read};
use crate::pki::{self, Pki};
use crate::stamp::TimeStampToken;
use crate::{Algorithm, Basis, DigestAlgorithm, Level, Outcome, Policy, Protection, ValidationData};
use data_encoding::{BASE64, BASE64URL_NOPAD};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

const SOON: &str = "2026-06-01T12:01:00Z";

/// B-LTA, as it is made: everything about one day in 2026.
fn archived(pki: &Pki) -> SealedJws {
    let key = key(pki, Algorithm::Es256);
    let unsealed = prepare(PAYLOAD, key.chain(), key.algorithm(), pki::at(pki::AT), SigningTime::Iat).unwrap();
    let signature = key.sign(&unsealed.signing_input()).unwrap();
    let sealed = unsealed.finish(&signature);
    let token = pki.stamp(&sealed.stamp_message(), "2026-06-01T12:00:07Z");
    let sealed = sealed.with_stamp(&token).with_validation_data(&pki.status(SOON));
    stamped(pki, sealed, "2026-06-01T12:02:00Z")
}

fn stamped(pki: &Pki, sealed: SealedJws, at: &str) -> SealedJws {
    let token = pki.stamp(&sealed.archive_message().concat(), at);
    sealed.with_archive_stamp(&token)
}

/// Reopened from its bytes, given what was found at `at`, and stamped anew.
fn renewed(pki: &Pki, file: &str, at: &str) -> String {
    let sealed = SealedJws::reopen(file.as_bytes()).unwrap().with_validation_data(&pki.status(at));
    stamped(pki, sealed, at).to_json()
}

/// The texts of `etsiU`, and the one member of each.
fn items(file: &str) -> (Vec<String>, Vec<(String, Value)>) {
    let json: Value = serde_json::from_str(file).unwrap();
    let texts: Vec<String> = json["signatures"][0]["header"]["etsiU"]
        .as_array()
        .unwrap()
        .iter()
        .map(|text| text.as_str().unwrap().to_owned())
        .collect();
    let member = |text: &String| {
        let object: Map<String, Value> =
            serde_json::from_slice(&BASE64URL_NOPAD.decode(text.as_bytes()).unwrap()).unwrap();
        assert_eq!(object.len(), 1);
        object.into_iter().next().unwrap()
    };
    let members = texts.iter().map(member).collect();
    (texts, members)
}

fn names(file: &str) -> Vec<String> {
    items(file).1.into_iter().map(|(name, _)| name).collect()
}

#[test]
fn items_stand_in_the_order_of_their_making() {
    let pki = Pki::new();
    let first = archived(&pki).to_json();
    assert_eq!(names(&first), ["sigTst", "xVals", "rVals", "arcTst"]);
    let second = renewed(&pki, &first, "2030-06-01T12:00:00Z");
    let third = renewed(&pki, &second, "2034-06-01T12:00:00Z");
    assert_eq!(names(&third), ["sigTst", "xVals", "rVals", "arcTst", "tstVD", "arcTst", "tstVD", "arcTst"]);
    assert_eq!(read(third.as_bytes()).unwrap().payload(), PAYLOAD);
}

#[test]
fn every_imprint_is_that_of_the_standard() {
    let pki = Pki::new();
    let file = renewed(&pki, &archived(&pki).to_json(), "2030-06-01T12:00:00Z");
    let json: Value = serde_json::from_str(&file).unwrap();
    let text = |name: &str| json["signatures"][0][name].as_str().unwrap().to_owned();
    let (texts, members) = items(&file);
    let mut stamps = 0;
    for (index, (name, content)) in members.iter().enumerate() {
        let message = match name.as_str() {
            "sigTst" => text("signature"),
            "arcTst" => {
                format!("{PAYLOAD}.{}.{}.{}", text("protected"), text("signature"), texts[..index].concat())
            }
            _ => continue,
        };
        let der = BASE64.decode(content["tstTokens"][0]["val"].as_str().unwrap().as_bytes()).unwrap();
        let token = TimeStampToken::from_der(&der).unwrap();
        assert_eq!(token.imprint(), DigestAlgorithm::Sha256.hash(message.as_bytes()), "{name} {index}");
        stamps += 1;
    }
    assert_eq!(stamps, 3);
}

#[test]
fn the_file_alone_proves_itself_past_the_end_of_its_certificate() {
    let pki = Pki::new();
    let first = archived(&pki).to_json();
    let renewed = renewed(&pki, &first, "2028-06-01T12:00:00Z");
    for (file, soon) in [(first, "2026-06-02T00:00:00Z"), (renewed, "2028-06-02T00:00:00Z")] {
        for when in [soon, "2035-06-01T12:00:00Z"] {
            let report = judge(&read(file.as_bytes()).unwrap(), &Basis::offline(&pki.anchors, pki::at(when)));
            let verdict = (report.outcome(), report.level, report.wants.is_empty());
            assert_eq!(verdict, (Outcome::Holds, Level::BLTA, true), "{when} {:?}", report.findings);
        }
    }
}

/// Around every instant that a file names, a fresh judgement says the same until the horizon of the one before.
#[test]
fn a_judgement_stands_to_its_horizon() {
    let pki = Pki::new();
    let first = archived(&pki).to_json();
    let renewed = renewed(&pki, &first, "2028-06-01T12:00:00Z");
    let hour = SignedDuration::from_hours(1);
    for file in [first, renewed] {
        let jws = read(file.as_bytes()).unwrap();
        let said = |when: Timestamp| {
            let report = judge(&jws, &Basis::offline(&pki.anchors, when));
            format!("{:?} {:?} {:?}", report.findings, report.level, report.wants)
        };
        // The instant of the judgement itself is told where nothing proves another; it may also be one that the file names.
        let same = |one: Timestamp, other: Timestamp| {
            let [one, other] = [(one, other), (other, one)]
                .map(|(when, beside)| said(when).replace(&when.to_string(), "now").replace(&beside.to_string(), "now"));
            (one == other, one, other)
        };
        let (data, mut dates) = named(&jws);
        dates.extend(data.certificates.iter().flat_map(|one| [one.not_before(), one.not_after()]));
        dates.extend(data.crls.iter().flat_map(|list| [Some(list.this_update()), list.next_update()]).flatten());
        dates.push(pki::at("2029-01-01T00:00:00Z"));
        let mut changes = 0;
        for date in dates {
            for seconds in [-3_700, -303, -300, -299, -2, -1, 0, 1] {
                let from = date + SignedDuration::from_secs(seconds);
                let mut horizon = Horizon::new(from, from + hour);
                horizon.anchors(&pki.anchors);
                horizon.policy(Policy::standard());
                horizon.seal(&jws);
                let until = horizon.next();
                assert!(until > from && until <= from + hour);
                let last = until - SignedDuration::from_nanos(1);
                let (as_it_was, one, other) = same(from, last);
                assert!(as_it_was, "from {from} to {last}\n{one}\n{other}");
                changes += usize::from(!same(from, until).0);
            }
        }
        assert!(changes > 5, "nothing was near: {changes}");
    }
}

#[test]
fn what_a_judgement_relied_on_is_what_the_file_needs() {
    let pki = Pki::new();
    let key = pki.key();
    let unsealed = prepare(PAYLOAD, key.chain(), key.algorithm(), pki::at(pki::AT), SigningTime::Iat).unwrap();
    let signature = key.sign(&unsealed.signing_input()).unwrap();
    let sealed = unsealed.finish(&signature);
    let token = pki.stamp(&sealed.stamp_message(), "2026-06-01T12:00:07Z");
    let sealed = sealed.with_stamp(&token);
    let at = pki::at(SOON);
    let fetched = pki.status(SOON);
    let relied = judge(sealed.jws(), &Basis { fetched: &fetched, ..Basis::offline(&pki.anchors, at) }).relied;
    let kept = stamped(&pki, sealed.with_validation_data(&relied), "2026-06-01T12:02:00Z");
    let report = judge(
        &read(kept.to_json().as_bytes()).unwrap(),
        &Basis::offline(&pki.anchors, pki::at("2026-07-01T00:00:00Z")),
    );
    assert_eq!((report.outcome(), report.level), (Outcome::Holds, Level::BLTA), "{:?}", report.findings);
}

#[test]
fn nothing_is_carried_twice() {
    let pki = Pki::new();
    let data = pki.status(SOON);
    let (_, members) = items(&archived(&pki).to_json());
    // The issuing authority is in `x5c`, the stamping one in its token.
    let root = json!([{"x509Cert": {"val": BASE64.encode(pki.root.certificate.der())}}]);
    assert_eq!(members[1], ("xVals".into(), root));
    let revocation = &members[2].1;
    assert_eq!(revocation["crlVals"].as_array().unwrap().len(), data.crls.len());
    assert_eq!(revocation["ocspVals"].as_array().unwrap().len(), data.ocsps.len());

    let known = pki.status(SOON);
    let sealed = archived(&pki);
    let known = ValidationData { certificates: known.certificates, ..ValidationData::default() };
    let again = sealed.clone().with_validation_data(&known).with_validation_data(&ValidationData::default());
    assert_eq!(again.to_json(), sealed.to_json());
}

#[test]
fn a_content_stamp_is_signed_and_critical() {
    let pki = Pki::new();
    let key = pki.key();
    let unsealed = prepare(PAYLOAD, key.chain(), key.algorithm(), pki::at(pki::AT), SigningTime::Iat).unwrap();
    assert_eq!(unsealed.content_message(), PAYLOAD.as_bytes());
    let token = pki.stamp(unsealed.content_message(), "2026-06-01T11:59:00Z");
    let unsealed = unsealed.with_content_stamp(&token);
    let signature = key.sign(&unsealed.signing_input()).unwrap();
    let file = unsealed.finish(&signature).to_json();
    let json: Value = serde_json::from_str(&file).unwrap();
    let header = BASE64URL_NOPAD.decode(json["signatures"][0]["protected"].as_str().unwrap().as_bytes()).unwrap();
    let header: Value = serde_json::from_slice(&header).unwrap();
    let members: Vec<&str> = header.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(members[members.len() - 3..], ["iat", "adoTst", "crit"]);
    assert_eq!(header["crit"], json!(["b64", "adoTst"]));
    assert_eq!(header["adoTst"]["tstTokens"][0]["val"], BASE64.encode(token.der()));
}

#[test]
fn the_last_stamp_protects_the_file() {
    let pki = Pki::new();
    let first = archived(&pki);
    let Protection::Archive(token) = first.protection() else { panic!("archived") };
    assert_eq!(token.gen_time(), pki::at("2026-06-01T12:02:00Z"));
    let file = renewed(&pki, &first.to_json(), "2030-06-01T12:00:00Z");
    let Protection::Archive(token) = SealedJws::reopen(file.as_bytes()).unwrap().protection() else {
        panic!("archived")
    };
    assert_eq!(token.gen_time(), pki::at("2030-06-01T12:00:00Z"));
    let stamped = super::sealed(&pki, &pki.key(), SigningTime::Iat, Some(pki::AT));
    let protection = SealedJws::reopen(stamped.as_bytes()).unwrap().protection();
    assert!(matches!(protection, Protection::Signature(token) if token.gen_time() == pki::at(pki::AT)));
    let bare = super::sealed(&pki, &pki.key(), SigningTime::Iat, None);
    assert!(!SealedJws::reopen(bare.as_bytes()).unwrap().protection().is_stamped());
}

#[test]
fn what_takes_no_evidence_is_refused() {
    let refused = |file: &str| SealedJws::reopen(file.as_bytes()).err().unwrap();
    assert_eq!(refused("e30.AAAA.AA"), ReopenError::Compact);
    let clear = json!({"payload": "", "protected": "e30", "signature": "AA", "header": {"etsiU": [{"xVals": []}]}});
    assert_eq!(refused(&clear.to_string()), ReopenError::Clear);
    assert_eq!(refused("[]"), ReopenError::Read(JadesReadError::NotJws));
    let item = BASE64URL_NOPAD.encode(br#"{"tstVD":{}}"#);
    let many = vec![item; 241];
    let full = json!({"payload": "", "protected": "e30", "signature": "AA", "header": {"etsiU": many}});
    assert_eq!(refused(&full.to_string()), ReopenError::Full(241));
}

/// A file with the same seal, written by another hand: white space, escapes, order, members nobody knows.
fn rewritten(file: &str, hand: Hand) -> String {
    let json: Value = serde_json::from_str(file).unwrap();
    let mut signature = json["signatures"][0].as_object().unwrap().clone();
    if hand.header_more {
        let header = signature.entry("header").or_insert_with(|| json!({})).as_object_mut().unwrap();
        header.insert("x-\"}]".into(), json!({"etsiU": ["a", {"b": [1.50, null]}]}));
        if hand.reversed {
            header.sort_keys();
        }
    }
    let mut whole = Map::new();
    whole.insert("payload".into(), json["payload"].clone());
    if hand.flattened {
        whole.append(&mut signature);
    } else {
        whole.insert("signatures".into(), json!([signature]));
    }
    if hand.more {
        whole.insert("note \\ \"protected\":".into(), json!([{"header": "etsiU"}, -1e-3, true]));
    }
    if hand.reversed {
        whole = whole.into_iter().rev().collect();
    }
    let whole = Value::Object(whole);
    let text = if hand.spaced { serde_json::to_string_pretty(&whole).unwrap() } else { whole.to_string() };
    let text = if hand.escaped {
        text.replace('/', "\\/").replace('ů', "\\u016f").replace("header", "h\\u0065ader")
    } else {
        text
    };
    format!("{0}{text}{0}", if hand.spaced { "\r\n\t " } else { "" })
}

#[derive(Debug, Clone, Copy)]
struct Hand {
    flattened: bool,
    header_more: bool,
    more: bool,
    reversed: bool,
    spaced: bool,
    escaped: bool,
}

prop_compose! {
    fn hands()(flags in any::<[bool; 6]>()) -> Hand {
        let [flattened, header_more, more, reversed, spaced, escaped] = flags;
        Hand { flattened, header_more, more, reversed, spaced, escaped }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn appending_only_inserts(hand in hands(), bare in any::<bool>()) {
        let pki = Pki::new();
        let sealed = if bare {
            let key = pki.key();
            let unsealed = prepare(PAYLOAD, key.chain(), key.algorithm(), pki::at(pki::AT), SigningTime::Iat).unwrap();
            let signature = key.sign(&unsealed.signing_input()).unwrap();
            unsealed.finish(&signature)
        } else {
            archived(&pki)
        };
        let before = rewritten(&sealed.to_json(), hand);
        let reopened = SealedJws::reopen(before.as_bytes()).unwrap();
        prop_assert_eq!(reopened.to_json(), before.clone());
        let after = renewed(&pki, &before, "2030-06-01T12:00:00Z");

        let common = before.bytes().zip(after.bytes()).take_while(|(old, new)| old == new).count();
        let inserted = after.len() - before.len();
        prop_assert!(after.len() > before.len());
        prop_assert!(before.as_bytes()[..common] == after.as_bytes()[..common]);
        // What was inserted may begin like what follows it; the rest is the old file all the same.
        let found = (0..=common).rev().any(|at| after.as_bytes()[at + inserted..] == before.as_bytes()[at..]);
        prop_assert!(found, "{before}\n{after}");

        let (old, new) = (read(before.as_bytes()).unwrap(), read(after.as_bytes()).unwrap());
        prop_assert_eq!(old.payload(), new.payload());
        prop_assert_eq!(&old.protected, &new.protected);
        prop_assert_eq!(&old.signature, &new.signature);
        let texts = |jws: &crate::jades::Jws| -> Vec<String> {
            jws.unsigned.iter().map(|item| item.text.clone().unwrap()).collect()
        };
        prop_assert!(texts(&new).starts_with(&texts(&old)));
        let last = new.unsigned.len() - 1;
        prop_assert_eq!(&new.unsigned[last].name, "arcTst");
    }
}

#[test]
fn the_reference_files_reopen_as_they_are() {
    let Some(folder) = pki::shared() else {
        println!("skipped: no reference material beside the checkout");
        return;
    };
    let mut reopened = 0;
    for entry in std::fs::read_dir(folder.join("jades")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "jsonld") {
            let file = std::fs::read(&path).unwrap();
            let Ok(sealed) = SealedJws::reopen(&file) else { continue };
            assert_eq!(sealed.to_json().as_bytes(), file, "{}", path.display());
            reopened += 1;
        }
    }
    assert!(reopened > 20, "{reopened}");
}
