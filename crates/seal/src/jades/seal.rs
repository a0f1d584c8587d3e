//! Making a JAdES seal: what is to be signed first, the seal once the signature has come from wherever the key is.

use super::etsi_u;
use super::read::Jws;
use super::sealed::SealedJws;
use crate::algorithm::Algorithm;
use crate::certificate::Certificate;
use crate::stamp::TimeStampToken;
use data_encoding::{BASE64, BASE64URL_NOPAD};
use jiff::Timestamp;
use serde_json::{Map, Value, json};

/// Which header member carries the claimed time of sealing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SigningTime {
    /// `iat`, what TS 119 182-1 v1.2.1 demands since 2025-07-15 of a baseline seal. EU DSS 5.11 does not know it.
    Iat,
    /// `sigT`, what older validators (EU DSS before 6.1) demand; named in `crit`. No longer baseline.
    SigT,
}

/// Why no seal could be prepared.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// The chain is empty; the signer's certificate comes first in it.
    #[error("no certificate to seal with")]
    NoCertificate,
}

/// A seal that lacks its signature.
#[derive(Clone)]
pub struct Unsealed {
    payload: String,
    header: Map<String, Value>,
}

/// Builds the protected header over `payload`, which is sealed as it stands (`b64` false): no byte of it is changed.
///
/// `chain` starts with the signer and holds the intermediate authorities; all go into `x5c`. The time is claimed in whole seconds.
///
/// # Errors
/// [`SealError`] if there is no certificate.
pub fn prepare(
    payload: &str,
    chain: &[Certificate],
    algorithm: Algorithm,
    signing_time: Timestamp,
    member: SigningTime,
) -> Result<Unsealed, SealError> {
    let signer = chain.first().ok_or(SealError::NoCertificate)?;
    let mut header = Map::new();
    let mut set = |name: &str, value: Value| {
        header.insert(name.to_owned(), value);
    };
    set("alg", algorithm.jose().into());
    set("cty", "octet-stream".into());
    set("kid", BASE64.encode(&signer.issuer_serial_der()).into());
    set("x5t#S256", BASE64URL_NOPAD.encode(&signer.sha256()).into());
    set("x5c", chain.iter().map(|certificate| BASE64.encode(certificate.der())).collect());
    set("typ", "jose+json".into());
    set("b64", false.into());
    match member {
        SigningTime::Iat => {
            set("iat", signing_time.as_second().into());
            set("crit", json!(["b64"]));
        }
        SigningTime::SigT => {
            set("sigT", signing_time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string().into());
            set("crit", json!(["b64", "sigT"]));
        }
    }
    Ok(Unsealed { payload: payload.to_owned(), header })
}

impl Unsealed {
    /// What a content time-stamp covers: the payload as it will be signed.
    #[must_use]
    pub fn content_message(&self) -> &[u8] {
        self.payload.as_bytes()
    }

    /// Adds a content time-stamp (`adoTst`, named in `crit` as European files do): proof that the content existed before
    /// it was signed. It is signed itself, so it comes before [`Unsealed::signing_input`].
    #[must_use]
    pub fn with_content_stamp(mut self, token: &TimeStampToken) -> Self {
        // `crit` stays the last member.
        let crit = self.header.shift_remove("crit").and_then(|crit| crit.as_array().cloned()).unwrap_or_default();
        let crit: Vec<Value> = crit.into_iter().chain(["adoTst".into()]).collect();
        self.header.insert("adoTst".into(), etsi_u::container(token.der()));
        self.header.insert("crit".into(), crit.into());
        self
    }

    /// What the key signs (RFC 7797, 3): the header's text, a dot, the payload.
    #[must_use]
    pub fn signing_input(&self) -> Vec<u8> {
        [self.protected().as_bytes(), b".", self.payload.as_bytes()].concat()
    }

    /// Joins the signature, in the form JOSE gives it (`r‖s` of fixed width for ECDSA).
    #[must_use]
    pub fn finish(self, signature: &[u8]) -> SealedJws {
        let protected = self.protected();
        SealedJws::fresh(Jws::made(self.payload, self.header, protected, signature.to_vec()))
    }

    /// The header's text: base64url of JSON whose order of members is settled here.
    fn protected(&self) -> String {
        BASE64URL_NOPAD.encode(Value::Object(self.header.clone()).to_string().as_bytes())
    }
}
