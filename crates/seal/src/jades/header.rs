//! The protected header of a JAdES seal (TS 119 182-1, 5.1 and 5.2), as far as it says who sealed, when and how to read it.

use crate::fact::{HeaderDeviation, HeaderFault};
use data_encoding::{BASE64, BASE64URL_NOPAD};
use jiff::Timestamp;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// From this moment on a baseline signature carries `iat` and no longer `sigT` (TS 119 182-1 v1.2.1, 5.1.11): 2025-07-15T00:00:00Z.
const IAT_SINCE: i64 = 1_752_537_600;
/// Header members that may be critical and that are processed here. `etsiU` is one of the unprotected header; what stands inside it are
/// no header members, so `crit` cannot name them.
const UNDERSTOOD: [&str; 12] =
    ["b64", "sigT", "iat", "exp", "adoTst", "x5t#o", "sigX5ts", "sigPId", "sigPl", "srCms", "srAts", "etsiU"];
/// Header members of RFC 7515 and RFC 7518, which `crit` must not name.
const REGISTERED: [&str; 18] = [
    "alg", "jku", "jwk", "kid", "x5u", "x5c", "x5t", "x5t#S256", "typ", "cty", "crit", "epk", "apu", "apv", "iv",
    "tag", "p2s", "p2c",
];
/// Certificates that a header may carry.
const MAX_CERTIFICATES: usize = 16;

/// A digest of the signer's certificate in the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Thumbprint {
    /// `S256`, `S384`, `S512`.
    pub(crate) digest: String,
    pub(crate) value: Vec<u8>,
}

/// What the header says.
#[derive(Debug)]
pub(crate) struct Header {
    pub(crate) algorithm: String,
    /// DER, signer first.
    pub(crate) certificates: Vec<Vec<u8>>,
    /// `None` where a reference is there but cannot be understood.
    pub(crate) thumbprints: Vec<Option<Thumbprint>>,
    pub(crate) claimed: Option<Timestamp>,
    /// From when on the signature is not to be accepted any more (`exp`: RFC 7519, 4.1.4 and 5.3).
    pub(crate) expires: Option<Timestamp>,
    /// Tokens (DER) over the content.
    pub(crate) content_stamps: Vec<Vec<u8>>,
    pub(crate) faults: Vec<HeaderFault>,
    pub(crate) deviations: Vec<HeaderDeviation>,
}

impl Header {
    /// Reads a protected header, beside which the unprotected one has these names; everything wrong with it is collected.
    pub(crate) fn read(header: &Map<String, Value>, unprotected: &[String]) -> Self {
        let mut faults = Vec::new();
        faults.extend(crit(header, unprotected));
        if header.contains_key("sigD") {
            faults.push(HeaderFault::Detached);
        }
        if header.contains_key("etsiU") {
            faults.push(HeaderFault::UnsignedPartProtected);
        }
        let certificates = certificates(header.get("x5c")).unwrap_or_else(|| {
            faults.push(HeaderFault::Certificates);
            Vec::new()
        });
        let content_stamps = match header.get("adoTst").map(super::etsi_u::tokens) {
            None => Vec::new(),
            Some(tokens) => tokens.unwrap_or_else(|| {
                faults.push(HeaderFault::ContentStamp);
                Vec::new()
            }),
        };
        let expires = match header.get("exp").map(instant) {
            None => None,
            Some(Some(expires)) => Some(expires),
            Some(None) => {
                faults.push(HeaderFault::Expiry);
                None
            }
        };
        let mut deviations = Vec::new();
        let claimed = claimed(header).unwrap_or_else(|(deviation, time)| {
            deviations.push(deviation);
            time
        });
        let (kinds, thumbprints) = thumbprints(header);
        if kinds != 1 {
            deviations.push(HeaderDeviation::CertificateReferences);
        }
        let algorithm = header.get("alg").and_then(Value::as_str).unwrap_or_default().to_owned();
        Self { algorithm, certificates, thumbprints, claimed, expires, content_stamps, faults, deviations }
    }
}

/// RFC 7515, 4.1.11; RFC 7797, 6.
fn crit(header: &Map<String, Value>, unprotected: &[String]) -> Option<HeaderFault> {
    let unencoded = header.get("b64") == Some(&Value::Bool(false));
    let Some(crit) = header.get("crit") else { return unencoded.then_some(HeaderFault::CritWithoutB64) };
    let names: Option<Vec<&str>> =
        crit.as_array().map(|names| names.iter().map(Value::as_str).collect()).unwrap_or_default();
    let Some(names) = names.filter(|names| !names.is_empty()) else { return Some(HeaderFault::CritMalformed) };
    if names.iter().collect::<BTreeSet<_>>().len() != names.len() {
        return Some(HeaderFault::CritMalformed);
    }
    if names.iter().any(|name| REGISTERED.contains(name)) {
        return Some(HeaderFault::CritRegistered);
    }
    if names.iter().any(|name| !UNDERSTOOD.contains(name)) {
        return Some(HeaderFault::CritUnknown);
    }
    // The names are those of the JOSE header, which is both headers together (RFC 7515, 4.1.11 and 7.2.1).
    if names.iter().any(|name| !header.contains_key(*name) && !unprotected.iter().any(|known| known == name)) {
        return Some(HeaderFault::CritAbsentMember);
    }
    (unencoded && !names.contains(&"b64")).then_some(HeaderFault::CritWithoutB64)
}

fn certificates(x5c: Option<&Value>) -> Option<Vec<Vec<u8>>> {
    let Some(x5c) = x5c else { return Some(Vec::new()) };
    let chain = x5c.as_array().filter(|chain| (1..=MAX_CERTIFICATES).contains(&chain.len()))?;
    chain.iter().map(|certificate| BASE64.decode(certificate.as_str()?.as_bytes()).ok()).collect()
}

/// The claimed signing time; an error names what is wrong with it and the time as far as there is one.
fn claimed(header: &Map<String, Value>) -> Result<Option<Timestamp>, (HeaderDeviation, Option<Timestamp>)> {
    let iat = header.get("iat").map(instant);
    let sig_t = header.get("sigT").map(|sig_t| sig_t.as_str().and_then(utc));
    match (iat, sig_t) {
        (Some(iat), Some(_)) => Err((HeaderDeviation::SigningTimeTwice, iat)),
        (None, None) => Err((HeaderDeviation::SigningTimeMissing, None)),
        (Some(None), None) | (None, Some(None)) => Err((HeaderDeviation::SigningTimeMalformed, None)),
        (None, Some(time)) if time.is_some_and(|time| time.as_second() >= IAT_SINCE) => {
            Err((HeaderDeviation::SigTAfterIatDate, time))
        }
        (Some(time), None) | (None, Some(time)) => Ok(time),
    }
}

/// A NumericDate (RFC 7519, 2) of whole seconds.
fn instant(value: &Value) -> Option<Timestamp> {
    value.as_i64().and_then(|seconds| Timestamp::from_second(seconds).ok())
}

/// `YYYY-MM-DDTHH:MM:SSZ`, nothing else.
fn utc(text: &str) -> Option<Timestamp> {
    let shape = text.len() == 20 && text.as_bytes().get(10) == Some(&b'T') && text.ends_with('Z');
    text.parse().ok().filter(|_| shape)
}

/// How many kinds of reference there are, and the signer's digest in each.
fn thumbprints(header: &Map<String, Value>) -> (usize, Vec<Option<Thumbprint>>) {
    let mut found = Vec::new();
    if let Some(value) = header.get("x5t#S256") {
        let value = value.as_str().and_then(|text| BASE64URL_NOPAD.decode(text.as_bytes()).ok());
        found.push(value.map(|value| Thumbprint { digest: "S256".into(), value }));
    }
    if let Some(value) = header.get("x5t#o") {
        found.push(other(value));
    }
    if let Some(values) = header.get("sigX5ts") {
        found.push(values.as_array().and_then(|values| values.first()).and_then(other));
    }
    (found.len(), found)
}

/// `{"digAlg":"S512","digVal":"…"}`.
fn other(value: &Value) -> Option<Thumbprint> {
    let text = |name| value.get(name).and_then(Value::as_str);
    let value = BASE64URL_NOPAD.decode(text("digVal")?.as_bytes()).ok()?;
    Some(Thumbprint { digest: text("digAlg")?.to_owned(), value })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use serde_json::json;

    fn header(value: Value) -> Header {
        Header::read(value.as_object().unwrap(), &["etsiU".to_owned()])
    }

    #[test]
    fn crit_is_judged_by_every_rule() {
        let cases = [
            (json!({"b64": false, "crit": ["b64"]}), None),
            (json!({"iat": 1}), None),
            (json!({"b64": false}), Some(HeaderFault::CritWithoutB64)),
            (json!({"b64": false, "iat": 1, "crit": ["iat"]}), Some(HeaderFault::CritWithoutB64)),
            (json!({"crit": []}), Some(HeaderFault::CritMalformed)),
            (json!({"crit": "b64"}), Some(HeaderFault::CritMalformed)),
            (json!({"crit": [1]}), Some(HeaderFault::CritMalformed)),
            (json!({"b64": false, "crit": ["b64", "b64"]}), Some(HeaderFault::CritMalformed)),
            (json!({"crit": ["alg"], "alg": "ES256"}), Some(HeaderFault::CritRegistered)),
            (json!({"crit": ["acme"], "acme": 1}), Some(HeaderFault::CritUnknown)),
            (json!({"crit": ["sigT"]}), Some(HeaderFault::CritAbsentMember)),
            (json!({"crit": ["exp"]}), Some(HeaderFault::CritAbsentMember)),
            (json!({"crit": ["exp"], "exp": 1}), None),
            (json!({"crit": ["exp"], "exp": "1"}), Some(HeaderFault::Expiry)),
            (json!({"exp": 1.5}), Some(HeaderFault::Expiry)),
            (json!({"crit": ["etsiU"]}), None),
            (json!({"crit": ["sigTst"]}), Some(HeaderFault::CritUnknown)),
        ];
        for (value, expected) in cases {
            let shown = value.to_string();
            assert_eq!(header(value).faults, expected.into_iter().collect::<Vec<_>>(), "{shown}");
        }
    }

    #[test]
    fn the_claimed_time_stands_in_one_member_and_in_the_one_of_its_day() {
        let times = |value| {
            let header = header(value);
            let deviation =
                header.deviations.into_iter().find(|deviation| *deviation != HeaderDeviation::CertificateReferences);
            (header.claimed.map(Timestamp::as_second), deviation)
        };
        assert_eq!(times(json!({"iat": 1_800_000_000})), (Some(1_800_000_000), None));
        assert_eq!(times(json!({"sigT": "2025-07-14T23:59:59Z"})), (Some(1_752_537_599), None));
        assert_eq!(
            times(json!({"sigT": "2025-07-15T00:00:00Z"})),
            (Some(1_752_537_600), Some(HeaderDeviation::SigTAfterIatDate))
        );
        assert_eq!(
            times(json!({"iat": 5, "sigT": "2025-01-01T00:00:00Z"})),
            (Some(5), Some(HeaderDeviation::SigningTimeTwice))
        );
        assert_eq!(times(json!({})), (None, Some(HeaderDeviation::SigningTimeMissing)));
        for wrong in [json!({"iat": 1.5}), json!({"iat": "1"}), json!({"sigT": "2025-01-01"}), json!({"sigT": 1})] {
            assert_eq!(times(wrong), (None, Some(HeaderDeviation::SigningTimeMalformed)));
        }
    }

    #[test]
    fn exactly_one_kind_of_certificate_reference_is_baseline() {
        let one = header(json!({"x5t#S256": "AQ", "iat": 1}));
        assert_eq!((one.thumbprints.len(), one.deviations.len()), (1, 0));
        let two = header(json!({"x5t#S256": "AQ", "x5t#o": {"digAlg": "S512", "digVal": "AQ"}, "iat": 1}));
        assert_eq!((two.thumbprints.len(), two.deviations), (2, vec![HeaderDeviation::CertificateReferences]));
        assert_eq!(header(json!({"x5t#S256": "A+", "iat": 1})).thumbprints, [None]);
    }
}
