//! What is written is read and holds; what is changed does not.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::asn1::{self, Asn1Element, oid, tag};
use crate::certificate::Certificate;
use crate::indication::{Indication, Outcome, SealCheck};
use crate::pki::{self, AT, Pki};
use crate::stamp::TimeStampToken;
use crate::validation::SignedContent;
use crate::{Algorithm, SealKey};
use proptest::prelude::*;
use signet_testing::rcgen;
use std::sync::LazyLock;

const CONTENT: &[u8] = b"what is sealed";

fn sealed(key: &SealKey) -> SignedMessage {
    let digest = key.algorithm().digest().hash(CONTENT);
    let unsigned = Unsigned::detached(key.algorithm(), key.chain(), &digest).unwrap();
    let value = key.sign(unsigned.signing_input()).unwrap();
    unsigned.finish(&value).unwrap()
}

fn judged(der: &[u8], content: &[u8]) -> Vec<(SealCheck, Outcome, Option<Indication>)> {
    let judged = SignedData::from_der(der).unwrap().judge(SignedContent::Detached(&[content]), oid::ID_DATA);
    judged.findings.into_iter().map(|finding| (finding.check(), finding.outcome, finding.indication)).collect()
}

const ALL_HOLD: [(SealCheck, Outcome, Option<Indication>); 3] = [
    (SealCheck::Structure, Outcome::Holds, None),
    (SealCheck::Integrity, Outcome::Holds, None),
    (SealCheck::SignerIdentified, Outcome::Holds, None),
];

static PKI: LazyLock<Pki> = LazyLock::new(Pki::new);
static DER: LazyLock<Vec<u8>> = LazyLock::new(|| sealed(&PKI.key()).to_der());

#[test]
fn every_algorithm_seals() {
    let rsa = PKI.issuing.certify(pki::seal("Test RSA"), pki::rsa());
    let wide = PKI.issuing.certify(pki::seal("Test Wide"), pki::curve(&rcgen::PKCS_ECDSA_P384_SHA384));
    for key in [
        PKI.key(),
        wide.seal_key(&[&PKI.issuing], None),
        rsa.seal_key(&[&PKI.issuing], Some(Algorithm::Ps256)),
        rsa.seal_key(&[], Some(Algorithm::Rs256)),
    ] {
        let der = sealed(&key).to_der();
        assert_eq!(judged(&der, CONTENT), ALL_HOLD, "{}", key.algorithm());
        let read = SignedData::from_der(&der).unwrap();
        let of = read.judge(SignedContent::Detached(&[CONTENT]), oid::ID_DATA);
        assert_eq!(of.scheme, Some(key.algorithm().scheme()));
        assert_eq!(of.signer.as_ref(), key.chain().first());
        assert_eq!(read.certificates().len(), key.chain().len());
        let types = read.signers()[0].attribute_types().unwrap();
        assert_eq!(types.len(), 3);
        assert!(!types.contains(&oid::SIGNING_TIME));
    }
}

#[test]
fn a_stamp_rides_along() {
    let signed = sealed(&PKI.key());
    let token = PKI.stamp(signed.stamp_message(), AT);
    let message = signed.stamp_message().to_vec();
    let read = SignedData::from_der(&signed.with_stamp(token.der()).to_der()).unwrap();
    assert_eq!(read.signers()[0].signature(), message);
    let stamps = TimeStampToken::all_over(&read.signers()[0]).unwrap();
    assert_eq!(stamps.len(), 1);
    assert_eq!(stamps[0].judge(&message, &PKI.basis(pki::at(AT))).outcome(), Outcome::Holds);
}

#[test]
fn padding_is_zeros_only() {
    let mut der = DER.clone();
    der.extend([0; 20]);
    assert!(SignedData::from_padded(&der).is_ok());
    assert!(SignedData::from_der(&der).is_err());
    der.push(1);
    assert!(SignedData::from_padded(&der).is_err());
}

#[test]
fn other_content_fails_and_so_does_content_inside() {
    let other = (SealCheck::Integrity, Outcome::Fails, Some(Indication::HashFailure));
    assert_eq!(judged(&DER, b"something else")[1], other);
    let attached = SignedData::from_der(&DER).unwrap().judge(SignedContent::Attached, oid::ID_DATA);
    assert_eq!(attached.findings[0].indication, Some(Indication::FormatFailure));
    let stamp = SignedData::from_der(&DER).unwrap().judge(SignedContent::Detached(&[CONTENT]), oid::ID_CT_TST_INFO);
    assert_eq!(stamp.findings[0].indication, Some(Indication::FormatFailure));
}

#[test]
fn a_value_by_another_key_fails() {
    let (pki, other) = (&*PKI, Pki::new());
    let digest = Algorithm::Es256.digest().hash(CONTENT);
    let unsigned = Unsigned::detached(Algorithm::Es256, pki.key().chain(), &digest).unwrap();
    let value = other.key().sign(unsigned.signing_input()).unwrap();
    let der = unsigned.finish(&value).unwrap().to_der();
    assert_eq!(judged(&der, CONTENT)[1], (SealCheck::Integrity, Outcome::Fails, Some(Indication::SigCryptoFailure)));
}

#[test]
fn lengths_that_cannot_be_are_refused() {
    let chain = PKI.key().chain().to_vec();
    let short = Unsigned::detached(Algorithm::Es256, &chain, &[0; 20]);
    assert_eq!(short.err(), Some(CmsError::Length));
    assert_eq!(Unsigned::detached(Algorithm::Es256, &[], &[0; 32]).err(), Some(CmsError::NoCertificate));
    let unsigned = Unsigned::detached(Algorithm::Es256, &chain, &[0; 32]).unwrap();
    assert_eq!(unsigned.finish(&[1; 63]).err(), Some(CmsError::Length));
}

/// A message put together by hand, with the attributes in the order given and signed as `message` says.
fn by_hand(attributes: &[Vec<u8>], message: impl FnOnce(&[u8]) -> Vec<u8>) -> Vec<u8> {
    let (key, seal) = (PKI.key(), &PKI.seal.certificate);
    let as_given: Vec<&[u8]> = attributes.iter().map(Vec::as_slice).collect();
    let given = asn1::tlv(tag::SET, &as_given);
    let value = crate::algorithm::ecdsa_der(&key.sign(&message(&given)).unwrap()).unwrap();
    let signer = asn1::sequence(&[
        &asn1::integer(1),
        &asn1::sequence(&[seal.issuer_der(), &asn1::tlv(tag::INTEGER, &[seal.serial()])]),
        &key.algorithm().digest().identifier(),
        &asn1::tlv(tag::context(0), &as_given),
        &key.algorithm().scheme().identifier(),
        &asn1::octet_string(&value),
    ]);
    let data = asn1::sequence(&[
        &asn1::integer(1),
        &asn1::set_of(vec![&key.algorithm().digest().identifier()]),
        &asn1::sequence(&[&asn1::object_identifier(oid::ID_DATA)]),
        &asn1::context(0, &[seal.der()]),
        &asn1::set_of(vec![&signer]),
    ]);
    asn1::sequence(&[&asn1::object_identifier(oid::ID_SIGNED_DATA), &asn1::context(0, &[&data])])
}

/// content-type, message-digest, signing-certificate-v2.
fn attributes(of: &Certificate) -> [Vec<u8>; 3] {
    let attribute = |oid, value: &[u8]| asn1::sequence(&[&asn1::object_identifier(oid), &asn1::set_of(vec![value])]);
    [
        attribute(oid::CONTENT_TYPE, &asn1::object_identifier(oid::ID_DATA)),
        attribute(oid::MESSAGE_DIGEST, &asn1::octet_string(&Algorithm::Es256.digest().hash(CONTENT))),
        attribute(oid::SIGNING_CERTIFICATE_V2, &ess::signing_certificate_v2(of)),
    ]
}

fn sorted(set: &[u8]) -> Vec<u8> {
    let elements = Asn1Element::from_bytes(set).unwrap().reader().all(64).unwrap();
    asn1::set_of(elements.iter().map(Asn1Element::whole).collect())
}

#[test]
fn what_is_signed_is_the_sorted_set() {
    let [content_type, digest, certificate] = attributes(&PKI.seal.certificate);
    let unsorted = [certificate, digest, content_type];
    assert_eq!(judged(&by_hand(&unsorted, sorted), CONTENT), ALL_HOLD);
    // Signed in the order in which they stand, against RFC 5652 §5.4: nothing was changed, and the rules are broken.
    let open = (SealCheck::Structure, Outcome::CannotTell, Some(Indication::SigConstraintsFailure));
    let as_it_stands = by_hand(&unsorted, <[u8]>::to_vec);
    assert_eq!(judged(&as_it_stands, CONTENT), [open, ALL_HOLD[1], ALL_HOLD[2]]);
    let other = (SealCheck::Integrity, Outcome::Fails, Some(Indication::HashFailure));
    assert_eq!(judged(&as_it_stands, b"something else")[1], other);
    let neither = judged(&by_hand(&unsorted, |_| sorted(&asn1::set_of(vec![&unsorted[0]]))), CONTENT);
    assert_eq!(neither[1], (SealCheck::Integrity, Outcome::Fails, Some(Indication::SigCryptoFailure)));
}

#[test]
fn signed_attributes_in_ber_are_signed_as_der() {
    let [content_type, digest, certificate] = attributes(&PKI.seal.certificate);
    let loose = |attribute: &[u8]| {
        let element = Asn1Element::from_bytes(attribute).unwrap();
        [&[element.tag(), 0x80], element.content(), &[0, 0]].concat()
    };
    let given = [content_type, loose(&digest), certificate];
    let der = sorted(&asn1::tlv(tag::SET, &[&given[0], &digest, &given[2]]));
    let open = (SealCheck::Structure, Outcome::CannotTell, Some(Indication::SigConstraintsFailure));
    for message in [der, asn1::tlv(tag::SET, &given.iter().map(Vec::as_slice).collect::<Vec<_>>())] {
        assert_eq!(judged(&by_hand(&given, |_| message), CONTENT), [open, ALL_HOLD[1], ALL_HOLD[2]]);
    }
    let cut = asn1::sequence(&[
        &asn1::object_identifier(oid::MESSAGE_DIGEST),
        &asn1::set_of(vec![&asn1::tlv(0x24, &[&asn1::octet_string(&Algorithm::Es256.digest().hash(CONTENT))])]),
    ]);
    let given = [given[0].clone(), cut, given[2].clone()];
    assert_eq!(judged(&by_hand(&given, sorted), CONTENT)[..2], [open, ALL_HOLD[1]]);
}

#[test]
fn without_signed_attributes_the_content_itself_is_signed() {
    let (key, seal) = (PKI.key(), &PKI.seal.certificate);
    let message = |kind: Oid, signed: &[u8]| {
        let value = crate::algorithm::ecdsa_der(&key.sign(signed).unwrap()).unwrap();
        let signer = asn1::sequence(&[
            &asn1::integer(1),
            &asn1::sequence(&[seal.issuer_der(), &asn1::tlv(tag::INTEGER, &[seal.serial()])]),
            &key.algorithm().digest().identifier(),
            &key.algorithm().scheme().identifier(),
            &asn1::octet_string(&value),
        ]);
        let data = asn1::sequence(&[
            &asn1::integer(1),
            &asn1::set_of(vec![&key.algorithm().digest().identifier()]),
            &asn1::sequence(&[&asn1::object_identifier(kind)]),
            &asn1::context(0, &[seal.der()]),
            &asn1::set_of(vec![&signer]),
        ]);
        asn1::sequence(&[&asn1::object_identifier(oid::ID_SIGNED_DATA), &asn1::context(0, &[&data])])
    };
    let plain = message(oid::ID_DATA, CONTENT);
    // Structure and integrity hold. Nothing signed says whose certificate it is.
    let nobody = (SealCheck::SignerIdentified, Outcome::CannotTell, Some(Indication::NoSigningCertificateFound));
    assert_eq!(judged(&plain, CONTENT), [ALL_HOLD[0], ALL_HOLD[1], nobody]);
    let wrong = (SealCheck::Integrity, Outcome::Fails, Some(Indication::SigCryptoFailure));
    assert_eq!(judged(&plain, b"something else")[1], wrong);
    let told = SignedData::from_der(&plain).unwrap().judge(SignedContent::Detached(&[CONTENT]), oid::ID_DATA);
    assert!(told.findings[0].evidence().contains(&("signed_attributes", "none".to_owned())));
    // Attributes presented as content (RFC 9709): their digest is signed, and the content is another.
    let digest = Algorithm::Es256.digest().hash(CONTENT);
    let unsigned = Unsigned::detached(Algorithm::Es256, key.chain(), &digest).unwrap();
    assert_eq!(judged(&message(oid::ID_DATA, unsigned.signing_input()), CONTENT)[1], wrong);
    // Of any content but plain data, attributes must be signed (RFC 5652 §5.3).
    let stamp = SignedData::from_der(&message(oid::ID_CT_TST_INFO, CONTENT)).unwrap();
    let judged = stamp.judge(SignedContent::Detached(&[CONTENT]), oid::ID_CT_TST_INFO);
    assert_eq!(judged.findings[0].indication, Some(Indication::FormatFailure));
}

#[test]
fn attributes_must_be_there_once_and_name_the_signer() {
    let [content_type, digest, certificate] = attributes(&PKI.seal.certificate);
    let format = (SealCheck::Structure, Outcome::Fails, Some(Indication::FormatFailure));
    let without_type = by_hand(&[digest.clone(), certificate.clone()], sorted);
    assert_eq!(judged(&without_type, CONTENT)[0], format);
    let twice = by_hand(&[content_type.clone(), digest.clone(), digest.clone(), certificate], sorted);
    assert_eq!(judged(&twice, CONTENT)[0], format);
    let nobody = (SealCheck::SignerIdentified, Outcome::CannotTell, Some(Indication::NoSigningCertificateFound));
    let unnamed = by_hand(&[content_type.clone(), digest.clone()], sorted);
    assert_eq!(judged(&unnamed, CONTENT)[2], nobody);
    let other = attributes(&PKI.tsa.certificate)[2].clone();
    assert_eq!(judged(&by_hand(&[content_type, digest, other], sorted), CONTENT)[2], nobody);
}

/// The message with every element that is not signed in an indefinite length, as many writers have it.
fn loosened(element: Asn1Element<'_>) -> Vec<u8> {
    let indefinite = |content: &[u8]| [&[element.tag(), 0x80], content, &[0, 0]].concat();
    let is_signed = element.tag() == tag::SEQUENCE && crate::Certificate::from_der(element.whole()).is_ok();
    if element.tag() & tag::CONSTRUCTED == 0 || is_signed {
        return element.whole().to_vec();
    }
    let parts = element.reader().all(64).unwrap();
    // The signed attributes: an attribute list under [0].
    let is_attributes = element.tag() == tag::context(0)
        && parts.iter().all(|part| part.tag() == tag::SEQUENCE && part.reader().peek() == Some(tag::OID))
        && parts.len() > 2;
    if is_attributes {
        return element.whole().to_vec();
    }
    indefinite(&parts.into_iter().map(loosened).collect::<Vec<_>>().concat())
}

#[test]
fn a_message_in_ber_is_judged_by_what_is_signed() {
    let signed = sealed(&PKI.key());
    let token = PKI.stamp(signed.stamp_message(), AT);
    let der = signed.with_stamp(token.der()).to_der();
    let ber = loosened(Asn1Element::from_bytes(&der).unwrap());
    assert_ne!(ber, der);
    assert_eq!(judged(&ber, CONTENT), ALL_HOLD);
    assert_eq!(judged(&ber, b"something else")[1].1, Outcome::Fails);
    let (read, plain) = (SignedData::from_der(&ber).unwrap(), SignedData::from_der(&der).unwrap());
    assert!(plain.is_definite() && !read.is_definite());
    assert_eq!(read.certificates(), plain.certificates());
    assert_eq!(read.signers()[0].id(), plain.signers()[0].id());
    let stamps = TimeStampToken::all_over(&read.signers()[0]).unwrap();
    assert_eq!(stamps[0].judge(read.signers()[0].signature(), &PKI.basis(pki::at(AT))).outcome(), Outcome::Holds);
    // Zeros behind it are padding, not more ends.
    assert!(SignedData::from_padded(&[&ber[..], &[0; 9]].concat()).is_ok());
    assert!(SignedData::from_padded(&ber[..ber.len() - 1]).is_err());

    let mut long = DER.clone();
    let [first, second] = [long[2], long[3]];
    assert_eq!(long[1], 0x82);
    long.splice(1..4, [0x84, 0, 0, first, second]);
    assert_eq!(judged(&long, CONTENT), ALL_HOLD);
}

#[test]
fn content_in_segments_is_one() {
    let token = PKI.stamp(b"message", AT);
    let info = token.signed_data().content().unwrap();
    let whole = asn1::octet_string(info);
    let at = token.der().windows(whole.len()).position(|part| part == whole).unwrap();
    for size in [1, 7, 1_000] {
        let segments: Vec<Vec<u8>> = info.chunks(size).map(asn1::octet_string).collect();
        let cut = [&[0x24, 0x80][..], &segments.concat(), &[0, 0]].concat();
        // Around it stand [0], the encapsulated content, the signed data, [0] and the message: loosened one by one from within.
        let ber = recut(Asn1Element::from_bytes(token.der()).unwrap(), at, token.der(), &cut);
        let read = crate::stamp::TimeStampToken::from_der(&ber).unwrap();
        assert_eq!((read.info(), read.der()), (token.info(), ber.as_slice()), "{size}");
        assert_eq!(read.judge(b"message", &PKI.basis(pki::at(AT))).outcome(), Outcome::Holds, "{size}");
        assert_eq!(read.judge(b"another", &PKI.basis(pki::at(AT))).outcome(), Outcome::Fails, "{size}");
    }
}

/// The element with what starts at byte `at` of `all` replaced, everything around it of indefinite length.
fn recut(element: Asn1Element<'_>, at: usize, all: &[u8], new: &[u8]) -> Vec<u8> {
    let range = asn1::range_in(all, element.whole());
    if range.start == at {
        return new.to_vec();
    }
    if !range.contains(&at) || element.tag() & tag::CONSTRUCTED == 0 {
        return element.whole().to_vec();
    }
    let parts = element.reader().all(64).unwrap().into_iter().map(|part| recut(part, at, all, new));
    [&[element.tag(), 0x80][..], &parts.collect::<Vec<_>>().concat(), &[0, 0]].concat()
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = SignedData::from_padded(&bytes);
    }

    /// One byte changed: it is refused, or it does not hold, or the change is where nothing is signed.
    #[test]
    fn a_changed_message_never_vouches_for_other_content(place: prop::sample::Index, change in 1..=255_u8) {
        let mut der = DER.clone();
        let place = place.index(der.len());
        der[place] ^= change;
        if let Ok(read) = SignedData::from_der(&der) {
            let judged = read.judge(SignedContent::Detached(&[b"something else"]), oid::ID_DATA);
            prop_assert!(judged.findings.iter().any(|finding| finding.outcome != Outcome::Holds));
        }
    }
}
