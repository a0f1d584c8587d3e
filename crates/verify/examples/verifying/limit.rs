//! What no verifier can do without: every signature that a verdict rests on, and the digests of everything signed or stamped.

use data_encoding::{BASE64, BASE64URL_NOPAD, HEXLOWER_PERMISSIVE};
use serde_json::Value;
use signet_seal::algorithm::Family;
use signet_seal::stamp::TimeStampToken;
use signet_seal::{Anchors, Certificate, DigestAlgorithm, PublicKey, SealReport, SignatureScheme};

/// Each check by key and algorithm, and how many bytes are hashed.
pub struct Needed {
    checks: Vec<Check>,
    hashed: Vec<u8>,
}

/// A signature of the right size that does not hold: finding that out takes as long.
struct Check {
    key: PublicKey,
    scheme: SignatureScheme,
    signature: Vec<u8>,
}

impl Needed {
    /// How many signatures there are.
    pub fn signatures(&self) -> usize {
        self.checks.len()
    }

    /// Does it all.
    pub fn check(&self) {
        std::hint::black_box(DigestAlgorithm::Sha256.hash(&self.hashed));
        for Check { key, scheme, signature } in &self.checks {
            assert!(key.verify_der(*scheme, b"as short as it gets", signature).is_err());
        }
    }
}

/// What a file needs that was judged like this.
pub fn needed(file: &[u8], report: &SealReport, anchors: &Anchors) -> Needed {
    let signer = report.signer.as_ref().expect("who sealed");
    let mut checks = vec![check(signer.public_key(), report.algorithm.expect("what it was made with"))];
    let tokens = tokens(file);
    for token in &tokens {
        let one = token.signed_data().signers().first().expect("a signer");
        let tsa = token.signed_data().certificates().iter().find(|tsa| one.id().names(tsa)).expect("its certificate");
        checks.push(check(tsa.public_key(), one.scheme().expect("a known algorithm")));
    }
    let relied = &report.relied;
    let authorities: Vec<&Certificate> = relied.certificates.iter().chain(anchors.certificates()).collect();
    for subject in &relied.certificates {
        if let Some(issuer) = authorities.iter().find(|issuer| subject.names_issuer(issuer)) {
            checks.push(check(issuer.public_key(), subject.scheme().expect("a known algorithm")));
        }
    }
    let pairs = || {
        let all = relied.certificates.iter();
        all.flat_map(|subject| authorities.iter().map(move |issuer| (subject, *issuer)))
    };
    for list in &relied.crls {
        let answer = pairs().find_map(|(subject, issuer)| list.answer(subject, issuer).ok()).expect("about somebody");
        checks.push(check(&answer.key, answer.scheme));
    }
    for response in &relied.ocsps {
        let told = |(subject, issuer)| response.answer(subject, issuer).ok().map(|answer| (answer, issuer));
        let (answer, issuer): (_, &Certificate) = pairs().find_map(told).expect("about somebody");
        checks.push(check(&answer.key, answer.scheme));
        if let Some(responder) = answer.responder {
            checks.push(check(issuer.public_key(), responder.scheme().expect("a known algorithm")));
        }
    }
    // The seal and each archive stamp are over about the whole file as it was.
    let archives = tokens.len().saturating_sub(1);
    Needed { checks, hashed: file.repeat(1 + archives) }
}

fn check(key: &PublicKey, scheme: SignatureScheme) -> Check {
    let signature = match scheme.family {
        // SEQUENCE of two INTEGERs: r and s in range.
        Family::Ecdsa => [&[0x30, 0x44][..], &[&[0x02, 0x20][..], &[0x5a; 32]].concat().repeat(2)].concat(),
        Family::RsaPkcs1 | Family::RsaPss => {
            // The modulus comes first in the key; half of it is in range.
            let mut half = vec![0x5a; key.bits().len() & !0x7f];
            half[0] = 0x01;
            half
        }
    };
    Check { key: key.clone(), scheme, signature }
}

/// Every time stamp of a JAdES seal or a PDF.
fn tokens(file: &[u8]) -> Vec<TimeStampToken> {
    if file.starts_with(b"%PDF") {
        return of_document(file);
    }
    let json: Value = serde_json::from_slice(file).expect("JSON");
    let items = json["signatures"][0]["header"]["etsiU"].as_array().cloned().unwrap_or_default();
    let items = items.iter().filter_map(|item| BASE64URL_NOPAD.decode(item.as_str()?.as_bytes()).ok());
    let items = items.filter_map(|item| serde_json::from_slice::<Value>(&item).ok());
    let stamps = items.filter_map(|item| item.get("sigTst").or(item.get("arcTst")).cloned());
    let tokens = stamps.filter_map(|stamp| BASE64.decode(stamp["tstTokens"][0]["val"].as_str()?.as_bytes()).ok());
    tokens.map(|token| TimeStampToken::from_der(&token).expect("a token")).collect()
}

/// The document time stamps, and those inside the seal's message.
fn of_document(file: &[u8]) -> Vec<TimeStampToken> {
    let text = String::from_utf8_lossy(file);
    let values = text.split("/Contents").skip(1);
    let values = values.filter_map(|rest| rest.trim_start().strip_prefix('<')?.split('>').next());
    let values = values.filter_map(|digits| HEXLOWER_PERMISSIVE.decode(digits.as_bytes()).ok());
    let read = |value: Vec<u8>| match TimeStampToken::from_padded(&value) {
        Ok(token) => vec![token],
        Err(_) => signet_seal::cms::SignedData::from_padded(&value)
            .iter()
            .flat_map(|message| message.signers())
            .flat_map(|signer| TimeStampToken::all_over(signer).expect("tokens"))
            .collect(),
    };
    values.flat_map(read).collect()
}
