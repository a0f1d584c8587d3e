//! A signature in a PDF that signs the content alone: it holds as what it is, and is no AdES seal.

use super::label;
use crate::asn1::{self, oid, tag};
use crate::pades::judge;
use crate::pades::place::reserve;
use crate::pades::specimen::{Shape, pdf};
use crate::pki::{self, Pki};
use crate::{Indication, Level, Outcome, SealCheck};

/// Signs what a place was reserved for, without signed attributes.
fn signed(pki: &Pki) -> Vec<u8> {
    let (key, seal) = (pki.key(), &pki.seal.certificate);
    let reserved = reserve(&pdf(Shape::Table), &label(0), pki::at(pki::AT), 4_096).unwrap();
    let value = crate::algorithm::ecdsa_der(&key.sign(&reserved.message().concat()).unwrap()).unwrap();
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
        &asn1::sequence(&[&asn1::object_identifier(oid::ID_DATA)]),
        &asn1::context(0, &[seal.der()]),
        &asn1::set_of(vec![&signer]),
    ]);
    let message = asn1::sequence(&[&asn1::object_identifier(oid::ID_SIGNED_DATA), &asn1::context(0, &[&data])]);
    reserved.fill(&message).unwrap()
}

#[test]
fn what_holds_of_a_plain_signature() {
    let pki = Pki::new();
    let file = signed(&pki);
    let report = judge(&file, &pki.basis(pki::at(pki::AT))).unwrap().remove(0);
    let outcome = |check| report.finding(check).unwrap().outcome;
    for check in [SealCheck::Structure, SealCheck::ByteRange, SealCheck::Integrity, SealCheck::ChangesAfter] {
        assert_eq!(outcome(check), Outcome::Holds, "{check:?}");
    }
    // Nothing signed says whose it is, so nothing further is said of the certificate that came along.
    let identified = report.finding(SealCheck::SignerIdentified).unwrap();
    assert_eq!(identified.indication, Some(Indication::NoSigningCertificateFound));
    assert_eq!(
        (report.outcome(), report.level, report.signer.is_none()),
        (Outcome::CannotTell, Level::NotBaseline, true)
    );
    let baseline = report.finding(SealCheck::Baseline).unwrap();
    assert!(baseline.evidence().contains(&("deviation", "no-signed-attributes".to_owned())));

    let mut changed = file;
    let at = changed.windows(9).position(|part| part == b"100 100 l").unwrap();
    changed[at] = b'2';
    let report = judge(&changed, &pki.basis(pki::at(pki::AT))).unwrap().remove(0);
    let integrity = report.finding(SealCheck::Integrity).unwrap();
    assert_eq!((report.outcome(), integrity.indication), (Outcome::Fails, Some(Indication::SigCryptoFailure)));
}
