//! Headers and unsigned parts made by hand, signed with a good key: every rule for itself.

use super::PAYLOAD;
use crate::jades::{JadesReadError, judge, read};
use crate::json::JsonError;
use crate::pki::{self, Pki};
use crate::{Basis, DigestAlgorithm, Indication, Level, Outcome, SealCheck, SealReport};
use data_encoding::{BASE64, BASE64URL_NOPAD};
use serde_json::{Value, json};

/// A seal under construction.
struct Forge {
    pki: Pki,
    header: Value,
    payload: String,
    etsi_u: Vec<Value>,
}

impl Forge {
    fn new() -> Self {
        let pki = Pki::new();
        let (seal, issuing) = (&pki.seal.certificate, &pki.issuing.certificate);
        let header = json!({
            "alg": "ES256",
            "x5t#S256": BASE64URL_NOPAD.encode(&seal.sha256()),
            "x5c": [BASE64.encode(seal.der()), BASE64.encode(issuing.der())],
            "b64": false,
            "iat": pki::at(pki::AT).as_second(),
            "crit": ["b64"],
        });
        Self { pki, header, payload: PAYLOAD.to_owned(), etsi_u: Vec::new() }
    }

    fn with(mut self, name: &str, value: Value) -> Self {
        self.header[name] = value;
        self
    }

    fn without(mut self, name: &str) -> Self {
        self.header.as_object_mut().unwrap().remove(name);
        self
    }

    fn parts(&self) -> (String, String, String) {
        let protected = BASE64URL_NOPAD.encode(self.header.to_string().as_bytes());
        let input = format!("{protected}.{}", self.payload);
        let signature = BASE64URL_NOPAD.encode(&self.pki.key().sign(input.as_bytes()).unwrap());
        (protected, self.payload.clone(), signature)
    }

    fn general(&self) -> String {
        let (protected, payload, signature) = self.parts();
        let mut one = json!({"protected": protected, "signature": signature});
        if !self.etsi_u.is_empty() {
            one["header"] = json!({"etsiU": self.etsi_u});
        }
        json!({"payload": payload, "signatures": [one]}).to_string()
    }

    fn judge(&self) -> SealReport {
        let file = self.general();
        judge(&read(file.as_bytes()).unwrap(), &self.pki.basis(pki::at("2026-07-01T00:00:00Z")))
    }

    /// Adds an item to the unsigned part: time-stamps over `message`, one for each time.
    fn stamped(mut self, name: &str, message: &[u8], times: &[&str]) -> Self {
        let tokens: Vec<Value> =
            times.iter().map(|at| json!({"val": BASE64.encode(self.pki.stamp(message, at).der())})).collect();
        self.etsi_u.push(encoded(&json!({ name: { "tstTokens": tokens } })));
        self
    }
}

fn encoded(item: &Value) -> Value {
    BASE64URL_NOPAD.encode(item.to_string().as_bytes()).into()
}

#[test]
fn all_three_serializations_hold() {
    let forge = Forge::new();
    let (protected, payload, signature) = forge.parts();
    let flattened = json!({"payload": payload, "protected": protected, "signature": signature}).to_string();
    let holds = |file: &str| {
        let jws = read(file.as_bytes()).unwrap();
        (judge(&jws, &forge.pki.basis(pki::at(pki::AT))).outcome(), jws.payload() == PAYLOAD)
    };
    assert_eq!(holds(&forge.general()), (Outcome::Holds, true));
    assert_eq!(holds(&flattened), (Outcome::Holds, true));

    let mut base64 = Forge::new().without("b64").without("crit");
    base64.payload = BASE64URL_NOPAD.encode(PAYLOAD.as_bytes());
    let (protected, payload, signature) = base64.parts();
    let compact = format!("{protected}.{payload}.{signature}\n");
    let jws = read(compact.as_bytes()).unwrap();
    assert_eq!(judge(&jws, &base64.pki.basis(pki::at(pki::AT))).outcome(), Outcome::Holds);
    assert_eq!(jws.payload(), PAYLOAD);
}

#[test]
fn escapes_do_not_matter_but_characters_do() {
    let forge = Forge::new();
    let outcome = |file: &str| judge(&read(file.as_bytes()).unwrap(), &forge.pki.basis(pki::at(pki::AT))).outcome();
    let file = forge.general();
    assert_eq!(outcome(&file.replace('Ž', "\\u017d")), Outcome::Holds);
    assert_eq!(outcome(&file.replace("/", "\\/")), Outcome::Holds);
    assert_eq!(outcome(&file.replace("kůň", "kun")), Outcome::Fails);
    assert_eq!(outcome(&file.replace("Ž", "Z\u{30c}")), Outcome::Fails);
}

#[test]
fn the_certificate_is_named_by_exactly_one_digest() {
    let der = Forge::new();
    let digest =
        |forge: &Forge, digest: DigestAlgorithm| BASE64URL_NOPAD.encode(&digest.hash(forge.pki.seal.certificate.der()));
    assert_eq!(der.judge().outcome(), Outcome::Holds);

    let forge = Forge::new().without("x5t#S256");
    let other = json!({"digAlg": "S512", "digVal": digest(&forge, DigestAlgorithm::Sha512)});
    assert_eq!(forge.with("x5t#o", other).judge().outcome(), Outcome::Holds);

    let forge = Forge::new().without("x5t#S256");
    let several = json!([{"digAlg": "S384", "digVal": digest(&forge, DigestAlgorithm::Sha384)}]);
    assert_eq!(forge.with("sigX5ts", several).judge().outcome(), Outcome::Holds);

    let forge = Forge::new();
    let both = json!({"digAlg": "S512", "digVal": digest(&forge, DigestAlgorithm::Sha512)});
    let report = forge.with("x5t#o", both).judge();
    assert_eq!((report.outcome(), report.level), (Outcome::Holds, Level::NotBaseline));

    for forge in [
        Forge::new().without("x5t#S256"),
        Forge::new().with("x5t#S256", BASE64URL_NOPAD.encode(&[7; 32]).into()),
        Forge::new().without("x5t#S256").with("x5t#o", json!({"digAlg": "MD5", "digVal": "AQ"})),
        Forge::new().without("x5c"),
    ] {
        let report = forge.judge();
        assert_eq!(report.outcome(), Outcome::CannotTell);
        assert_eq!(report.indication(), Some(Indication::NoSigningCertificateFound));
        assert_eq!(report.signer, None);
    }
}

#[test]
fn the_signer_stands_first_in_x5c() {
    let mut forge = Forge::new();
    forge.header["x5c"].as_array_mut().unwrap().reverse();
    assert_eq!(forge.judge().outcome(), Outcome::Fails);
}

#[test]
fn algorithms_that_do_not_fit_the_key_are_refused() {
    for name in ["none", "HS256", "RS256", "PS256", "ES384", ""] {
        let report = Forge::new().with("alg", name.into()).judge();
        let integrity = report.finding(SealCheck::Integrity).unwrap();
        assert_eq!(integrity.indication, Some(Indication::SigCryptoFailure), "{name}");
        assert_eq!(report.outcome(), Outcome::Fails, "{name}");
    }
    let report = Forge::new().with("alg", "EdDSA".into()).judge();
    assert_eq!(report.finding(SealCheck::Integrity).unwrap().outcome, Outcome::CannotTell);
}

#[test]
fn critical_members_are_understood_or_the_seal_fails() {
    for forge in [
        Forge::new().without("crit"),
        Forge::new().with("crit", json!(["b64", "b64"])),
        Forge::new().with("crit", json!(["b64", "acme"])).with("acme", json!(1)),
        Forge::new().with("crit", json!(["b64", "exp"])).with("exp", json!("tomorrow")),
        Forge::new().with("crit", json!(["b64", "etsiU"])),
        Forge::new().with("crit", json!(["b64", "sigTst"])).stamped("sigTst", b"", &[pki::AT]),
        Forge::new().with("crit", json!([])),
        Forge::new().with("sigD", json!({"mId": "http://uri.etsi.org/19182/ObjectIdByURI"})),
        Forge::new().with("etsiU", json!([])),
    ] {
        let report = forge.judge();
        assert_eq!(report.finding(SealCheck::Integrity).unwrap().outcome, Outcome::Holds);
        assert_eq!((report.outcome(), report.level), (Outcome::Fails, Level::NotBaseline));
        assert_eq!(report.indication(), Some(Indication::FormatFailure));
    }
}

#[test]
fn critical_members_of_both_headers_are_understood() {
    let mut forge = Forge::new().with("crit", json!(["b64", "etsiU"]));
    forge.etsi_u.push(encoded(&json!({"xVals": []})));
    let report = forge.judge();
    assert_eq!((report.outcome(), report.level), (Outcome::Holds, Level::BB), "{:#?}", report.findings);

    let until = |time: &str| {
        let forge = Forge::new().with("crit", json!(["b64", "exp"])).with("exp", pki::at(time).as_second().into());
        (forge.judge().outcome(), forge.judge().indication())
    };
    assert_eq!(until("2026-07-01T00:00:01Z"), (Outcome::Holds, None));
    assert_eq!(until("2026-07-01T00:00:00Z"), (Outcome::CannotTell, Some(Indication::SigConstraintsFailure)));
}

#[test]
fn a_signature_stamp_is_over_the_text_of_the_signature() {
    let signature = |forge: &Forge| forge.parts().2;
    // ECDSA is not deterministic: the stamp must be over the signature that is in the file.
    let forge = Forge::new();
    let file: Value = serde_json::from_str(&forge.general()).unwrap();
    let text = file["signatures"][0]["signature"].as_str().unwrap().to_owned();
    let raw = BASE64URL_NOPAD.decode(text.as_bytes()).unwrap();
    let judge_with = |message: &[u8], times: &[&str]| {
        let mut file = file.clone();
        let stamped = Forge::new().stamped("sigTst", message, times);
        file["signatures"][0]["header"] = json!({"etsiU": stamped.etsi_u});
        let anchors =
            crate::Anchors::new(vec![forge.pki.root.certificate.clone(), stamped.pki.root.certificate.clone()]);
        let mut fetched = forge.pki.fetched.clone();
        fetched.merge(stamped.pki.fetched.clone());
        let basis = Basis { fetched: &fetched, ..Basis::offline(&anchors, pki::at("2026-07-01T00:00:00Z")) };
        judge(&read(file.to_string().as_bytes()).unwrap(), &basis)
    };
    let good = judge_with(text.as_bytes(), &[pki::AT]);
    assert_eq!((good.outcome(), good.level, good.best_time), (Outcome::Holds, Level::BT, Some(pki::at(pki::AT))));
    let wrong = judge_with(&raw, &[pki::AT]);
    assert_eq!((wrong.outcome(), wrong.level, wrong.best_time), (Outcome::Holds, Level::BB, None));
    let stamp = wrong.finding(SealCheck::SignatureStamp).unwrap();
    assert_eq!((stamp.outcome, stamp.indication), (Outcome::Fails, Some(Indication::HashFailure)));
    // Two tokens in one container are sound but not B-T; the earlier one proves.
    let two = judge_with(text.as_bytes(), &["2026-06-02T00:00:00Z", pki::AT]);
    assert_eq!((two.outcome(), two.level, two.best_time), (Outcome::Holds, Level::BB, Some(pki::at(pki::AT))));
    assert_ne!(signature(&forge), text);
}

#[test]
fn a_content_stamp_is_over_the_payload_and_before_the_signature() {
    let content = |message: &[u8], at: &str| {
        let forge = Forge::new();
        let token = BASE64.encode(forge.pki.stamp(message, at).der());
        forge.with("adoTst", json!({"tstTokens": [{"val": token}]})).with("crit", json!(["b64", "adoTst"])).judge()
    };
    assert_eq!(content(PAYLOAD.as_bytes(), pki::AT).outcome(), Outcome::Holds);
    let other = content(b"another payload", pki::AT);
    assert_eq!(other.finding(SealCheck::ContentStamp).unwrap().indication, Some(Indication::HashFailure));
    assert_eq!(other.outcome(), Outcome::Holds);
    let malformed = Forge::new().with("adoTst", json!({"tstTokens": []})).judge();
    assert_eq!(malformed.indication(), Some(Indication::FormatFailure));
}

#[test]
fn unsigned_parts_of_no_known_shape_are_refused() {
    let refused = |etsi_u: Value| {
        let file = json!({"payload": "", "protected": "e30", "signature": "AA", "header": {"etsiU": etsi_u}});
        read(file.to_string().as_bytes()).unwrap_err()
    };
    for shape in [
        json!([]),
        json!({}),
        json!([1]),
        json!([encoded(&json!({"sigTst": 1, "arcTst": 2}))]),
        json!([encoded(&json!({}))]),
        json!([encoded(&json!([1]))]),
        json!([{"xVals": []}, encoded(&json!({"rVals": {}}))]),
    ] {
        assert_eq!(refused(shape.clone()), JadesReadError::UnsignedPart, "{shape}");
    }
    assert!(matches!(refused(json!(["e30="])), JadesReadError::Base64 { member: "etsiU", .. }));
    let twice = BASE64URL_NOPAD.encode(br#"{"sigTst":1,"sigTst":2}"#);
    assert!(matches!(refused(json!([twice])), JadesReadError::Json(JsonError::Malformed { .. })));
}

#[test]
fn what_is_no_seal_is_told_apart() {
    let refused = |file: &str| read(file.as_bytes()).unwrap_err();
    assert_eq!(refused(""), JadesReadError::NotJws);
    assert_eq!(refused("[1]"), JadesReadError::NotJws);
    assert_eq!(refused("{}"), JadesReadError::NotJws);
    assert_eq!(refused("a.b"), JadesReadError::NotJws);
    assert_eq!(refused("e30..AA"), JadesReadError::Detached);
    assert_eq!(refused(r#"{"signatures":[]}"#), JadesReadError::Detached);
    assert_eq!(refused(r#"{"payload":1,"signatures":[]}"#), JadesReadError::Member { member: "payload" });
    assert_eq!(refused(r#"{"payload":"","signatures":[]}"#), JadesReadError::Signatures { count: 0 });
    assert_eq!(refused(r#"{"payload":"","signatures":[{},{}]}"#), JadesReadError::Signatures { count: 2 });
    assert_eq!(refused(r#"{"payload":"","signatures":[{}],"signature":"AA"}"#), JadesReadError::NotJws);
    assert_eq!(refused(r#"{"payload":"","signature":"AA"}"#), JadesReadError::Member { member: "protected" });
    assert!(matches!(
        refused(r#"{"payload":"","protected":"e30","signature":"A="}"#),
        JadesReadError::Base64 { member: "signature", .. }
    ));
    assert!(matches!(
        refused(r#"{"payload":"","protected":"e31","signature":"AA"}"#),
        JadesReadError::Base64 { member: "protected", .. }
    ));
    assert_eq!(refused(r#"{"payload":"_w","protected":"e30","signature":"AA"}"#), JadesReadError::PayloadNotText);
    let overlap = json!({"payload": "", "protected": BASE64URL_NOPAD.encode(br#"{"alg":"ES256"}"#), "signature": "AA", "header": {"alg": "none"}});
    assert_eq!(refused(&overlap.to_string()), JadesReadError::HeaderTwice);
}
