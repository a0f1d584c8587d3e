//! Replies that are taken and refused, stamps that prove and do not, and the reference tokens.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::Certificate;
use crate::algorithm::DigestAlgorithm;
use crate::anchors::Anchors;
use crate::fact::StampKind;
use crate::indication::Outcome;
use crate::pki::{self, AT, Entity, Pki, Reply, at};
use crate::{Basis, ValidationData};
use proptest::prelude::*;
use std::sync::LazyLock;

const MESSAGE: &[u8] = b"what is stamped";
const NONCE: [u8; 16] = [0, 0x9f, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

static PKI: LazyLock<Pki> = LazyLock::new(Pki::new);

fn request() -> Request {
    Request::over(MESSAGE, DigestAlgorithm::Sha256, NONCE)
}

/// A reply that answers [`request`], spoilt by `change`.
fn answer(change: impl FnOnce(&mut Reply)) -> Result<TimeStampToken, StampError> {
    answer_by(&PKI.tsa, change)
}

fn answer_by(tsa: &Entity, change: impl FnOnce(&mut Reply)) -> Result<TimeStampToken, StampError> {
    let mut reply = Reply::to(DigestAlgorithm::Sha256, DigestAlgorithm::Sha256.hash(MESSAGE), AT);
    reply.nonce = Some(NONCE.to_vec());
    change(&mut reply);
    request().accept(&reply.response(tsa, &[&PKI.issuing]))
}

#[test]
fn a_reply_that_answers_is_taken() {
    let token = answer(|_| {}).unwrap();
    assert_eq!(token.gen_time(), at(AT));
    assert_eq!(token.policy().to_string(), "1.2.3.4");
    assert_eq!(token.accuracy(), Some(Accuracy(jiff::SignedDuration::from_secs(1))));
    assert!(answer(|reply| reply.status = 1).is_ok());
    assert_eq!(TimeStampToken::from_der(token.der()).unwrap().info(), token.info());
    let padded = [token.der(), &[0; 10]].concat();
    assert_eq!(TimeStampToken::from_padded(&padded).unwrap().der(), token.der());
}

#[test]
fn a_reply_that_does_not_is_refused() {
    assert!(matches!(answer(|reply| reply.status = 2), Err(StampError::Refused { status: 2, .. })));
    assert_eq!(answer(|reply| reply.nonce = None).err(), Some(StampError::Nonce));
    assert_eq!(answer(|reply| reply.nonce = Some(vec![1])).err(), Some(StampError::Nonce));
    assert_eq!(answer(|reply| reply.imprint = vec![0; 32]).err(), Some(StampError::Imprint));
    let other = answer(|reply| {
        (reply.digest, reply.imprint) = (DigestAlgorithm::Sha512, DigestAlgorithm::Sha512.hash(MESSAGE))
    });
    assert_eq!(other.err(), Some(StampError::Imprint));
    assert_eq!(answer(|reply| reply.certificates = false).err(), Some(StampError::NoCertificate));
    let late = answer(|reply| reply.at = "2041-01-01T00:00:00".to_owned());
    assert_eq!(late.err(), Some(StampError::NotValid));
}

#[test]
fn a_reply_that_is_not_sound_is_refused() {
    let unsound = |check, indication| Some(StampError::Unsound { check, indication: Some(indication) });
    let forged = answer(|reply| reply.signs_itself = false).err();
    assert_eq!(forged, unsound(SealCheck::Integrity, Indication::SigCryptoFailure));
    let named = answer(|reply| reply.names = Some(PKI.seal.certificate.clone())).err();
    assert_eq!(named, unsound(SealCheck::SignerIdentified, Indication::NoSigningCertificateFound));
    assert_eq!(answer_by(&PKI.seal, |_| {}).err(), Some(StampError::Usage));
}

#[test]
fn refusals_name_their_reason() {
    use crate::asn1::{bit_string, integer, sequence};
    let response = |bits: &[u8]| sequence(&[&sequence(&[&integer(2), &bit_string(0, bits)])]);
    let refused = |bits: &[u8]| request().accept(&response(bits)).err();
    assert_eq!(refused(&[0x80]), Some(StampError::Refused { status: 2, reason: "badAlg" }));
    assert_eq!(refused(&[0, 1]), Some(StampError::Refused { status: 2, reason: "unacceptedPolicy" }));
    assert_eq!(refused(&[]), Some(StampError::Refused { status: 2, reason: "no reason given" }));
    assert_eq!(request().accept(&sequence(&[&sequence(&[&integer(0)])])).err(), Some(StampError::NoToken));
}

#[test]
fn serial_numbers_and_nonces_have_any_sign() {
    // What real authorities send: a nonce given back without its leading zero, serial numbers that begin with a set bit.
    let token = |serial: &[u8], nonce: &[u8]| {
        let mut reply = Reply::to(DigestAlgorithm::Sha256, DigestAlgorithm::Sha256.hash(MESSAGE), AT);
        (reply.serial, reply.raw_nonce) = (serial.to_vec(), Some(nonce.to_vec()));
        TimeStampToken::from_der(&reply.token(&PKI.tsa, &[&PKI.issuing])).unwrap()
    };
    for (serial, nonce) in
        [(&[0x80, 1][..], &[0xff, 0x7f][..]), (&[0], &[0]), (&[0xff], &[0x80, 0, 0]), (&[0, 0xff], &[1])]
    {
        let token = token(serial, nonce);
        assert_eq!((token.info().serial.as_slice(), token.info().nonce.as_deref()), (serial, Some(nonce)));
        assert_eq!(token.judge(MESSAGE, &PKI.basis(at(AT))).outcome(), Outcome::Holds);
    }
    assert_eq!(token(&[0, 0, 5], &[0xff, 0xff, 0x80]).info().serial, [5], "equal numbers are equal octets");
    // A nonce is the number that was sent, not its octets with another sign.
    let sent = [0x9f; 16];
    let negative = |reply: &mut Reply| (reply.nonce, reply.raw_nonce) = (None, Some(sent.to_vec()));
    let mut reply = Reply::to(DigestAlgorithm::Sha256, DigestAlgorithm::Sha256.hash(MESSAGE), AT);
    negative(&mut reply);
    let refused =
        Request::over(MESSAGE, DigestAlgorithm::Sha256, sent).accept(&reply.response(&PKI.tsa, &[&PKI.issuing]));
    assert_eq!(refused.err(), Some(StampError::Nonce));
    reply.raw_nonce = Some([&[0], &sent[..]].concat());
    assert!(
        Request::over(MESSAGE, DigestAlgorithm::Sha256, sent)
            .accept(&reply.response(&PKI.tsa, &[&PKI.issuing]))
            .is_ok()
    );
}

#[test]
fn a_reply_in_ber_gives_a_token_in_der() {
    let mut reply = Reply::to(DigestAlgorithm::Sha256, DigestAlgorithm::Sha256.hash(MESSAGE), AT);
    reply.nonce = Some(NONCE.to_vec());
    let (der, status) = (reply.token(&PKI.tsa, &[&PKI.issuing]), crate::asn1::sequence(&[&crate::asn1::integer(0)]));
    let outer = crate::asn1::Asn1Element::from_bytes(&der).unwrap();
    let ber = [&[outer.tag(), 0x80], outer.content(), &[0, 0]].concat();
    let response = [&[0x30, 0x80][..], &status, &ber, &[0, 0]].concat();
    assert_eq!(request().accept(&response).unwrap().der(), der);
}

#[test]
fn the_request_asks_for_the_certificate() {
    let der = request().to_der();
    assert_eq!(der.last_chunk(), Some(&[1, 1, 0xff]));
    assert!(der.windows(32).any(|part| part == DigestAlgorithm::Sha256.hash(MESSAGE)));
}

#[test]
fn a_stamp_proves_its_time_while_its_certificate_lasts() {
    let token = PKI.stamp(MESSAGE, "2025-03-01T00:00:00");
    let judged = |message: &[u8], when| token.judge(message, &PKI.basis(at(when)));
    let good = judged(MESSAGE, AT);
    assert_eq!(good.outcome(), Outcome::Holds);
    assert_eq!(good.proven_time(), Some(at("2025-03-01T00:00:00Z")));
    assert_eq!(good.finding(StampKind::Signature, None).outcome, Outcome::Holds);
    let lapsed = judged(MESSAGE, "2041-01-01T00:00:00Z");
    assert_eq!((lapsed.outcome(), lapsed.proven_time()), (Outcome::CannotTell, None));
    let finding = lapsed.finding(StampKind::Signature, None);
    assert_eq!(finding.indication, Some(Indication::OutOfBoundsNotRevoked));
    assert!(finding.evidence().contains(&("cause", "seal.certificate-validity".to_owned())));
    let future = judged(MESSAGE, "2025-02-01T00:00:00Z").finding(StampKind::Signature, None);
    assert_eq!((future.outcome, future.indication), (Outcome::CannotTell, Some(Indication::TimestampOrderFailure)));
    let other = judged(b"something else", AT).finding(StampKind::Signature, None);
    assert_eq!((other.outcome, other.indication), (Outcome::Fails, Some(Indication::HashFailure)));
}

#[test]
fn a_stamp_by_a_stranger_proves_nothing() {
    let stranger = Pki::new().stamp(MESSAGE, AT);
    let finding = stranger.judge(MESSAGE, &PKI.basis(at(AT))).finding(StampKind::Signature, None);
    assert_eq!((finding.outcome, finding.indication), (Outcome::CannotTell, Some(Indication::NoCertificateChainFound)));
    let mut reply = Reply::to(DigestAlgorithm::Sha256, DigestAlgorithm::Sha256.hash(MESSAGE), AT);
    reply.certificates = false;
    let bare = TimeStampToken::from_der(&reply.token(&PKI.tsa, &[])).unwrap();
    assert_eq!(bare.judge(MESSAGE, &PKI.basis(at(AT))).outcome(), Outcome::CannotTell);
    let mut fetched = PKI.fetched.clone();
    fetched.certificates = vec![PKI.tsa.certificate.clone(), PKI.issuing.certificate.clone()];
    let basis = Basis { fetched: &fetched, ..PKI.basis(at(AT)) };
    assert_eq!(bare.judge(MESSAGE, &basis).outcome(), Outcome::Holds);
}

/// Every token of the reference files, by a search for base64 that decodes to CMS with a TSTInfo.
#[test]
fn the_reference_tokens_hold() {
    let Some(seals) = pki::shared() else {
        println!("skipped: no reference material");
        return;
    };
    let read = |name: &str| {
        let text = std::fs::read(seals.join("certs").join(name)).unwrap();
        Certificate::all_from_pem(&text).unwrap().remove(0)
    };
    let anchors = Anchors::new(vec![read("root.cert.pem")]);
    let fetched = ValidationData { certificates: vec![read("tsa-ca.cert.pem")], ..ValidationData::default() };
    let mut seen = 0;
    for entry in std::fs::read_dir(seals.join("jades")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "jsonld") {
            continue;
        }
        for token in tokens(&std::fs::read_to_string(&path).unwrap()) {
            let basis = Basis { fetched: &fetched, ..Basis::offline(&anchors, token.gen_time()) };
            let report = token.judge(b"", &basis);
            // Only the imprint, which is the JAdES reader's matter, does not fit; revocation is the whole file's.
            let open = report.findings.iter().filter(|finding| finding.outcome != Outcome::Holds);
            let open: Vec<_> = open.filter(|finding| finding.check() != SealCheck::Revocation).collect();
            assert_eq!(open.len(), 1, "{} {open:?}", path.display());
            assert_eq!(open[0].indication, Some(Indication::HashFailure));
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen} tokens");
}

fn tokens(text: &str) -> Vec<TimeStampToken> {
    let sealed: serde_json::Value = match serde_json::from_str(text) {
        Ok(sealed) => sealed,
        Err(_) => return Vec::new(),
    };
    let signature = sealed.pointer("/signatures/0").unwrap_or(&sealed);
    let items = signature.pointer("/header/etsiU").and_then(|items| items.as_array().cloned()).unwrap_or_default();
    let mut tokens = Vec::new();
    for item in items {
        let json = data_encoding::BASE64URL_NOPAD.decode(item.as_str().unwrap().as_bytes()).unwrap();
        let item: serde_json::Value = serde_json::from_slice(&json).unwrap();
        for container in ["sigTst", "arcTst"] {
            for token in item[container]["tstTokens"].as_array().into_iter().flatten() {
                let der = data_encoding::BASE64.decode(token["val"].as_str().unwrap().as_bytes()).unwrap();
                tokens.push(TimeStampToken::from_der(&der).unwrap());
            }
        }
    }
    tokens
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = (TimeStampToken::from_padded(&bytes), TstInfo::from_der(&bytes), request().accept(&bytes));
    }

    /// One byte of a good reply changed: it is refused, or what it states is unchanged.
    #[test]
    fn a_changed_reply_is_refused_or_says_the_same(place: prop::sample::Index, change in 1..=255_u8) {
        static RESPONSE: LazyLock<Vec<u8>> = LazyLock::new(|| {
            let mut reply = Reply::to(DigestAlgorithm::Sha256, DigestAlgorithm::Sha256.hash(MESSAGE), AT);
            reply.nonce = Some(NONCE.to_vec());
            reply.response(&PKI.tsa, &[&PKI.issuing])
        });
        let mut response = RESPONSE.clone();
        let place = place.index(response.len());
        response[place] ^= change;
        if let Ok(token) = request().accept(&response) {
            prop_assert_eq!(token.gen_time(), at(AT));
        }
    }
}
