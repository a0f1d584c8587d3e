//! Files that are made to keep a verifier busy: the work has bounds, and the bounds count signatures, not time.

use super::world::{Format, Kept, PAYLOAD, SEALED, Told, World, judged};
use crate::algorithm::CHECKED;
use crate::asn1::{self, tag};
use crate::jades::{SigningTime, prepare};
use crate::pki::answer::{List, time};
use crate::pki::{self, Entity, at};
use crate::revocation::{CertStatus, Crl};
use crate::{Anchors, Basis, Certificate, Outcome, SealReport, ValidationData};
use data_encoding::{BASE64, BASE64URL_NOPAD};
use serde_json::{Value, json};
use signet_testing::rcgen;
use std::sync::LazyLock;

static WORLD: LazyLock<World> = LazyLock::new(World::new);

const WHEN: &str = "2026-06-02T12:00:00Z";
/// Signatures of one judgement, and that of the seal itself.
const MOST: u32 = 1_001;

/// Judges, and counts the signatures that were checked.
fn counted(file: &[u8], basis: &Basis<'_>) -> (SealReport, u32) {
    let before = CHECKED.get();
    let report = judged(file, basis);
    (report, CHECKED.get() - before)
}

/// A seal with these items behind its own.
fn with_items(kept: Kept, items: Vec<Value>) -> Vec<u8> {
    let mut file: Value = serde_json::from_str(&WORLD.jades(kept, Told::Lists, &[])).unwrap();
    let header = &mut file["signatures"][0]["header"];
    if header.is_null() {
        *header = json!({ "etsiU": [] });
    }
    let own = header["etsiU"].as_array_mut().unwrap();
    own.extend(items.into_iter().map(|item| Value::from(BASE64URL_NOPAD.encode(item.to_string().as_bytes()))));
    file.to_string().into_bytes()
}

#[test]
fn an_ordinary_file_needs_few_signatures() {
    for (format, kept, most) in [(Format::Jades, Kept::Lta, 14), (Format::Pades, Kept::Lta, 14)] {
        let file = WORLD.make(format, kept, Told::Responses, &[]);
        let (report, signatures) = counted(&file, &WORLD.offline(WHEN));
        assert_eq!(report.outcome(), Outcome::Holds);
        // Seal, two stamps; four certificates; the root's list, two responses with their responders; and what a look in vain costs.
        assert!((10..=most).contains(&signatures), "{format:?}: {signatures}");
    }
}

#[test]
fn a_flood_of_stamps_ends() {
    let token = BASE64.encode(WORLD.stamp(b"something else", SEALED).der());
    let tokens: Vec<Value> = (0..200).map(|_| json!({ "val": token })).collect();
    let items = (0..20).map(|_| json!({ "arcTst": { "tstTokens": tokens } })).collect();
    let (report, signatures) = counted(&with_items(Kept::T, items), &WORLD.offline(WHEN));
    assert_ne!(report.outcome(), Outcome::Holds);
    assert!(signatures <= MOST, "{signatures}");
    let told = report.findings.iter().filter(|finding| finding.evidence().contains(&("reason", TOO_MANY.into())));
    assert!(told.count() > 1_000);
}

const TOO_MANY: &str = "too many time stamps";

#[test]
fn a_flood_of_forged_evidence_ends() {
    // Lists that bear the authority's name, each signed by another; a file holds many, but only so many are looked at.
    let forgers: Vec<Entity> = (0..4).map(|_| WORLD.root.issue(pki::authority("Sealing", None))).collect();
    let lists: Vec<Value> = (0..400)
        .map(|number| {
            let signer = &forgers[number % forgers.len()];
            let when = format!("2026-06-01T12:{:02}:{:02}Z", number / 60, number % 60);
            let list = List { signer, ..List::empty(&WORLD.sealing, &when) };
            json!({ "val": BASE64.encode(&list.der()) })
        })
        .collect();
    let certificates: Vec<Value> =
        forgers.iter().map(|one| json!({ "x509Cert": { "val": BASE64.encode(one.certificate.der()) } })).collect();
    let items = vec![json!({ "xVals": certificates }), json!({ "rVals": { "crlVals": lists } })];
    let said = WORLD.said(Told::Responses, WHEN, &[]);
    let basis = Basis { fetched: &said, ..WORLD.offline(WHEN) };
    let (report, signatures) = counted(&with_items(Kept::B, items), &basis);
    assert!(signatures <= MOST, "{signatures}");
    // What asking brings is not drowned by it.
    assert_eq!(report.outcome(), Outcome::Holds, "{:#?}", report.findings);
}

#[test]
fn a_thicket_of_authorities_under_many_stamps_ends() {
    // Every stamp comes from an authority whose path is a search in vain among many of one name.
    let thicket = Entity::root(pki::authority("Thicket", None));
    let trees: Vec<Entity> = (0..12).map(|_| thicket.issue(pki::authority("Thicket", None))).collect();
    let mut pool: Vec<Certificate> = Vec::new();
    for issuer in &trees {
        for subject in &trees {
            let key = rcgen::KeyPair::from_pem(&subject.key.serialize_pem()).unwrap();
            pool.push(issuer.certify(pki::authority("Thicket", None), key).certificate);
        }
    }
    let certificates: Vec<Value> =
        pool.iter().map(|one| json!({ "x509Cert": { "val": BASE64.encode(one.der()) } })).collect();
    let mut items = vec![json!({ "xVals": certificates })];
    for tree in trees.iter().cycle().take(60) {
        let tsa = tree.issue(pki::stamper("Stamps"));
        let token = WORLD.stamp_by(&tsa, b"something else", SEALED);
        items.push(json!({ "arcTst": { "tstTokens": [{ "val": BASE64.encode(token.der()) }] } }));
    }
    let (report, signatures) = counted(&with_items(Kept::T, items), &WORLD.offline(WHEN));
    assert_ne!(report.outcome(), Outcome::Holds);
    assert!(signatures <= MOST, "{signatures}");
}

#[test]
fn circles_of_authorities_end() {
    let (one, two) = (Entity::root(pki::authority("One", None)), Entity::root(pki::authority("Two", None)));
    let again = |entity: &Entity| rcgen::KeyPair::from_pem(&entity.key.serialize_pem()).unwrap();
    let one_by_two = two.certify(pki::authority("One", None), again(&one));
    let two_by_one = one.certify(pki::authority("Two", None), again(&two));
    let seal = one.issue(pki::seal("Seal"));
    let key = seal.seal_key(&[&one_by_two, &two_by_one], None);
    let unsealed = prepare(PAYLOAD, key.chain(), key.algorithm(), at(SEALED), SigningTime::Iat).unwrap();
    let signature = key.sign(&unsealed.signing_input()).unwrap();
    let file = unsealed.finish(&signature).to_json().into_bytes();
    let (report, signatures) = counted(&file, &WORLD.offline(WHEN));
    assert_eq!((report.outcome(), signatures < 10), (Outcome::CannotTell, true));
    // A circle with a way out is a way out.
    let lists = [&one, &two].map(|one| List::empty(one, WHEN).read());
    let said = ValidationData { crls: lists.into(), ..ValidationData::default() };
    let anchors = Anchors::new(vec![two.certificate.clone()]);
    let basis = Basis { fetched: &said, ..Basis::offline(&anchors, at(WHEN)) };
    assert_eq!(judged(&file, &basis).outcome(), Outcome::Holds);
}

/// A list of the sealing authority with so many entries, the serial numbers even.
fn long_list(entries: u32) -> Vec<u8> {
    let since = time(at(SEALED));
    let mut revoked = Vec::new();
    for number in 0..entries {
        let serial = asn1::tlv(tag::INTEGER, &[&(0x1000_0000 + number * 2).to_be_bytes()]);
        revoked.extend(asn1::sequence(&[&serial, &since]));
    }
    let key = WORLD.sealing.seal_key(&[], None);
    let scheme = key.algorithm().scheme().identifier();
    let tbs = asn1::sequence(&[
        &asn1::integer(1),
        &scheme,
        WORLD.sealing.certificate.subject_der(),
        &time(at(SEALED)),
        &asn1::tlv(tag::SEQUENCE, &[&revoked]),
    ]);
    let value = crate::algorithm::ecdsa_der(&key.sign(&tbs).unwrap()).unwrap();
    asn1::sequence(&[&tbs, &scheme, &asn1::bit_string(0, &value)])
}

#[test]
fn a_list_of_a_million_is_read_and_a_longer_one_is_not() {
    let mut params = pki::seal("Numbered");
    params.serial_number = Some(rcgen::SerialNumber::from(0x1000_0000 + 2 * 777_777));
    let revoked = WORLD.sealing.issue(params).certificate;
    let list = Crl::from_der(&long_list(1_000_000)).unwrap();
    assert_eq!(list.len(), 1_000_000);
    let answer = |certificate| list.answer(certificate, &WORLD.sealing.certificate).unwrap().status;
    assert!(matches!(answer(&revoked), CertStatus::Revoked { at: since, .. } if since == at(SEALED)));
    assert_eq!(answer(&WORLD.seal.certificate), CertStatus::Good);
    assert!(Crl::from_der(&long_list(1_000_001)).is_err());
}

#[test]
fn a_seal_of_many_years_is_within_bounds() {
    // Renewed three times a year for fourteen years, each time with the lists of the day.
    let mut sealed = crate::jades::SealedJws::reopen(WORLD.jades(Kept::Lta, Told::Lists, &[]).as_bytes()).unwrap();
    let mut last = String::new();
    for year in 2027..2041 {
        for month in ["02", "05", "08"] {
            last = format!("{year}-{month}-01T12:00:00Z");
            sealed = sealed.with_validation_data(&WORLD.said(Told::Lists, &last, &[]));
            let tsa = if year < 2030 { &WORLD.stamps } else { &WORLD.younger };
            let token = WORLD.stamp_by(tsa, &sealed.archive_message().concat(), &last);
            sealed = sealed.with_archive_stamp(&token);
        }
    }
    let (report, signatures) = counted(sealed.to_json().as_bytes(), &WORLD.offline("2041-06-01T12:00:00Z"));
    assert_eq!(report.outcome(), Outcome::Holds, "{last}: {:#?}", report.findings);
    assert_eq!(report.best_time, Some(at("2026-06-01T12:00:07Z")));
    assert!(signatures < 600, "{signatures}");
}
