//! JAdES seals: made, read, attacked, and the reference files judged.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod forged;
mod hostile;
mod judged;
mod kept;
mod round_trip;

use crate::jades::{SigningTime, prepare};
use crate::pki::{self, Pki};
use crate::stamp::TimeStampToken;
use crate::{Algorithm, SealKey};
use signet_testing::rcgen::{PKCS_ECDSA_P384_SHA384, SignatureAlgorithm};

/// Text with everything that JSON writes differently: quotes, backslashes, controls, scripts, an astral character.
const PAYLOAD: &str = "{\"id\":\"urn:x:1\",\"title\":\"Žluťoučký kůň \\\"1/2\\\"\",\"name\":\"Đặng Thị 😀 Шевченко\",\n\t\"@context\":[]}";

/// A key for each algorithm, under the same authority.
fn key(pki: &Pki, algorithm: Algorithm) -> SealKey {
    let curve = |algorithm: &'static SignatureAlgorithm| pki::curve(algorithm);
    let entity = match algorithm {
        Algorithm::Es256 => return pki.key(),
        Algorithm::Es384 => pki.issuing.certify(pki::seal("Seal P-384"), curve(&PKCS_ECDSA_P384_SHA384)),
        Algorithm::Ps256 | Algorithm::Rs256 => pki.issuing.certify(pki::seal("Seal RSA"), pki::rsa()),
    };
    entity.seal_key(&[&pki.issuing], Some(algorithm))
}

/// A sealed file, with a stamp made at `stamp` if there is one.
fn sealed(pki: &Pki, key: &SealKey, member: SigningTime, stamp: Option<&str>) -> String {
    let unsealed = prepare(PAYLOAD, key.chain(), key.algorithm(), pki::at(pki::AT), member).unwrap();
    let signature = key.sign(&unsealed.signing_input()).unwrap();
    let sealed = unsealed.finish(&signature);
    let token: Option<TimeStampToken> = stamp.map(|at| pki.stamp(&sealed.stamp_message(), at));
    match token {
        Some(token) => sealed.with_stamp(&token).to_json(),
        None => sealed.to_json(),
    }
}
