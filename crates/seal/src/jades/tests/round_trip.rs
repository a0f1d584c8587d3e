//! What is sealed is read back and holds, with every algorithm, at both levels.

use super::{PAYLOAD, key, sealed};
use crate::jades::{SealError, Serialization, SigningTime, judge, prepare, read};
use crate::pki::{self, Pki};
use crate::{Algorithm, Basis, Level, Outcome, SealCheck};
use data_encoding::BASE64URL_NOPAD;
use serde_json::Value;
use signet_testing::rcgen;

#[test]
fn every_algorithm_holds_at_both_levels() {
    let pki = Pki::new();
    for algorithm in Algorithm::ALL {
        let key = key(&pki, algorithm);
        for (stamp, level) in [(None, Level::BB), (Some("2026-06-01T12:00:07Z"), Level::BT)] {
            let file = sealed(&pki, &key, SigningTime::Iat, stamp);
            let jws = read(file.as_bytes()).unwrap();
            assert_eq!((jws.payload(), jws.serialization()), (PAYLOAD, Serialization::General));
            let report = judge(&jws, &pki.basis(pki::at("2026-07-01T00:00:00Z")));
            assert_eq!((report.outcome(), report.level), (Outcome::Holds, level), "{algorithm}: {:?}", report.findings);
            assert_eq!(report.claimed_time, Some(pki::at(pki::AT)));
            assert_eq!(report.best_time, stamp.map(pki::at));
            assert_eq!(report.algorithm, Some(algorithm.scheme()));
            assert_eq!(report.signer.as_ref(), key.chain().first());
        }
    }
}

#[test]
fn a_report_tells_every_check_in_order_and_leaves_the_unseen_open() {
    let pki = Pki::new();
    let file = sealed(&pki, &pki.key(), SigningTime::Iat, Some(pki::AT));
    let report = judge(&read(file.as_bytes()).unwrap(), &pki.basis(pki::at(pki::AT)));
    let checks: Vec<SealCheck> = report.findings.iter().map(|finding| finding.check()).collect();
    assert_eq!(
        checks,
        [
            SealCheck::Structure,
            SealCheck::Integrity,
            SealCheck::SignerIdentified,
            SealCheck::Chain,
            SealCheck::CertificateValidity,
            SealCheck::Revocation,
            SealCheck::Algorithms,
            SealCheck::SignatureStamp,
            SealCheck::Baseline,
            SealCheck::Qualification,
        ]
    );
    assert_eq!(report.finding(SealCheck::Qualification).unwrap().outcome, Outcome::CannotTell);
    let alone = judge(&read(file.as_bytes()).unwrap(), &Basis::offline(&pki.anchors, pki::at(pki::AT)));
    assert_eq!(alone.finding(SealCheck::Revocation).unwrap().outcome, Outcome::CannotTell);
    assert_eq!(alone.outcome(), Outcome::CannotTell);
}

#[test]
fn the_file_is_what_european_tools_expect() {
    let pki = Pki::new();
    let file = sealed(&pki, &pki.key(), SigningTime::Iat, Some(pki::AT));
    assert!(file.starts_with("{\"payload\":\""));
    let json: Value = serde_json::from_str(&file).unwrap();
    let signature = &json["signatures"][0];
    let header = BASE64URL_NOPAD.decode(signature["protected"].as_str().unwrap().as_bytes()).unwrap();
    let header: Value = serde_json::from_slice(&header).unwrap();
    let names: Vec<&str> = header.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(names, ["alg", "cty", "kid", "x5t#S256", "x5c", "typ", "b64", "iat", "crit"]);
    assert_eq!(header["x5c"].as_array().unwrap().len(), 2);
    assert_eq!(header["crit"], serde_json::json!(["b64"]));
    let items = signature["header"]["etsiU"].as_array().unwrap();
    let item = BASE64URL_NOPAD.decode(items[0].as_str().unwrap().as_bytes()).unwrap();
    assert!(item.starts_with(b"{\"sigTst\":{\"tstTokens\":[{\"val\":\""));
}

#[test]
fn the_older_signing_time_holds_but_is_not_baseline() {
    let pki = Pki::new();
    let file = sealed(&pki, &pki.key(), SigningTime::SigT, None);
    let report = judge(&read(file.as_bytes()).unwrap(), &pki.basis(pki::at(pki::AT)));
    assert_eq!((report.outcome(), report.level), (Outcome::Holds, Level::NotBaseline));
    assert_eq!(report.claimed_time, Some(pki::at(pki::AT)));
    let baseline = report.finding(SealCheck::Baseline).unwrap();
    let told =
        ["deviation", "reach", "carried"].into_iter().zip(["sigT-after-2025-07-15", "B-B", "B-B"].map(str::to_owned));
    assert_eq!(baseline.evidence(), told.collect::<Vec<_>>());
}

#[test]
fn a_stamp_carries_a_seal_past_its_certificate() {
    let pki = Pki::new();
    let later = pki::at("2028-01-01T00:00:00Z");
    let mut params = pki::seal("Ends in 2027");
    params.not_after = rcgen::date_time_ymd(2027, 1, 1);
    let key = pki.issuing.issue(params).seal_key(&[&pki.issuing], None);
    let outcome = |stamp| {
        let file = sealed(&pki, &key, SigningTime::Iat, stamp);
        judge(&read(file.as_bytes()).unwrap(), &pki.basis(later)).outcome()
    };
    assert_eq!(outcome(None), Outcome::CannotTell);
    assert_eq!(outcome(Some(pki::AT)), Outcome::Holds);
}

#[test]
fn without_a_certificate_there_is_no_seal() {
    let refused = prepare(PAYLOAD, &[], Algorithm::Es256, pki::at(pki::AT), SigningTime::Iat);
    assert_eq!(refused.err(), Some(SealError::NoCertificate));
}
