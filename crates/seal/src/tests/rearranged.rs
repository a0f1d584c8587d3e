//! Sound pieces put together differently: items, revisions, evidence and signatures left out, repeated, exchanged, wrapped.

use super::world::{Format, Kept, PAYLOAD, Told, World, flawless, judged, verdict};
use crate::asn1::{self, Asn1Element, tag};
use crate::jades;
use crate::pades::specimen::{Shape, append, last_section, pdf};
use crate::{Level, Outcome, SealReport, ValidationData};
use data_encoding::{BASE64, BASE64URL_NOPAD};
use serde_json::{Value, json};
use std::sync::LazyLock;

static WORLD: LazyLock<World> = LazyLock::new(World::new);

const WHEN: &str = "2031-07-01T12:00:00Z";
const LATE: Kept = Kept::Renewed("2031-06-01");

fn alone(file: &[u8]) -> Option<SealReport> {
    verdict(file, &WORLD.offline(WHEN))
}

/// The level of a seal that holds with every stamp of it.
fn holds(file: &[u8]) -> Option<Level> {
    alone(file).filter(flawless).map(|report| report.level)
}

/// A renewed seal, as JSON, and its items.
fn renewed() -> (Value, Vec<Value>) {
    let file: Value = serde_json::from_str(&WORLD.jades(LATE, Told::Responses, &[])).unwrap();
    let items = file["signatures"][0]["header"]["etsiU"].as_array().unwrap().clone();
    (file, items)
}

fn with_items(file: &Value, items: Vec<Value>) -> Vec<u8> {
    let mut file = file.clone();
    file["signatures"][0]["header"]["etsiU"] = Value::Array(items);
    file.to_string().into_bytes()
}

#[test]
fn items_stay_where_they_are() {
    let (file, items) = renewed();
    let names = ["sigTst", "rVals", "arcTst", "tstVD", "arcTst"];
    assert_eq!((items.len(), holds(&with_items(&file, items.clone()))), (names.len(), Some(Level::BLTA)));
    for (index, name) in names.iter().enumerate() {
        let mut without = items.clone();
        without.remove(index);
        // Only the newest stamp can be left out: then the file is what it was before its renewal, and proves as much.
        let expected = (index + 1 == names.len()).then_some(Level::BLTA);
        assert_eq!(holds(&with_items(&file, without)), expected, "without {name} {index}");

        let mut doubled = items.clone();
        doubled.insert(index, items[index].clone());
        assert_eq!(holds(&with_items(&file, doubled)), None, "{name} {index} twice");

        for other in 0..index {
            let mut exchanged = items.clone();
            exchanged.swap(index, other);
            assert_eq!(holds(&with_items(&file, exchanged)), None, "{name} {index} exchanged with {other}");
        }
    }
    for (kept, expected) in [None, None, Some(Level::BLT), Some(Level::BLTA), Some(Level::BLTA)].into_iter().enumerate()
    {
        assert_eq!(holds(&with_items(&file, items[..kept].to_vec())), expected, "the first {kept}");
    }
}

#[test]
fn what_is_appended_takes_nothing_away_and_adds_nothing() {
    let (file, items) = renewed();
    let item = |value: Value| Value::from(BASE64URL_NOPAD.encode(value.to_string().as_bytes()));
    let with = |value| with_items(&file, [items.as_slice(), &[item(value)]].concat());
    assert_eq!(holds(&with(json!({"note": "by nobody"}))), Some(Level::BLTA));
    assert_eq!(holds(&with(json!({"xVals": []}))), Some(Level::BLTA));
    // A stamp over something else, or no stamp, is told as such, proves nothing and takes nothing away.
    let good = alone(&with_items(&file, items.clone())).unwrap();
    let stranger = WORLD.stamp_by(&WORLD.younger, b"something else", "2031-06-02T12:00:00Z");
    for value in [Value::from(BASE64.encode(stranger.der())), json!("AAAA"), json!(1)] {
        for name in ["arcTst", "sigTst"] {
            let broken = with(json!({ name: { "tstTokens": [{ "val": value }] } }));
            assert_eq!(holds(&broken), None, "{name} {value}");
            let report = alone(&broken).unwrap();
            let found = |report: &SealReport| (report.outcome(), report.indication(), report.level, report.best_time);
            assert_eq!(found(&report), found(&good), "{name} {value}: {:#?}", report.findings);
        }
    }
}

#[test]
fn a_seal_is_not_another_one() {
    let seal = |payload: &str| {
        let key = WORLD.seal.seal_key(&[&WORLD.sealing], None);
        let at = crate::pki::at("2031-06-01T12:00:00Z");
        let unsealed = jades::prepare(payload, key.chain(), key.algorithm(), at, jades::SigningTime::Iat).unwrap();
        let signature = key.sign(&unsealed.signing_input()).unwrap();
        serde_json::from_str::<Value>(&unsealed.finish(&signature).to_json()).unwrap()
    };
    let (file, items) = renewed();
    let (one, other) = (seal(PAYLOAD), seal("{\"id\":\"urn:x:2\"}"));
    // Another payload, header or value under the same stamps; two signatures; none; a signature in the payload's place.
    let mut wrapped = [file.clone(), file.clone(), file.clone(), file.clone(), file.clone(), file.clone()];
    wrapped[0]["payload"] = other["payload"].clone();
    wrapped[1]["signatures"][0]["protected"] = one["signatures"][0]["protected"].clone();
    wrapped[2]["signatures"][0]["signature"] = one["signatures"][0]["signature"].clone();
    wrapped[3]["signatures"] = json!([file["signatures"][0], one["signatures"][0]]);
    wrapped[4]["signatures"] = json!([]);
    wrapped[5]["protected"] = file["signatures"][0]["protected"].clone();
    for (number, file) in wrapped.iter().enumerate() {
        assert_eq!(holds(file.to_string().as_bytes()), None, "{number}");
    }
    let mut borrowed = other;
    borrowed["signatures"][0]["header"] = json!({ "etsiU": items });
    assert_eq!(holds(borrowed.to_string().as_bytes()), None, "another seal under these stamps");
    let text = file.to_string();
    for twice in [
        text.replacen("{\"payload\":", "{\"payload\":\"{}\",\"payload\":", 1),
        text.replacen("\"signatures\":", "\"signatures\":[],\"signatures\":", 1),
        text.replacen("\"protected\":", "\"protected\":\"e30\",\"protected\":", 1),
        text.replacen("\"etsiU\":", "\"etsiU\":[],\"etsiU\":", 1),
    ] {
        assert_ne!(twice, text);
        assert!(jades::read(twice.as_bytes()).is_err(), "a member twice");
    }
}

/// Replaces the first place where `from` stands by `to`, which is as long.
fn overwritten(file: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let at = file.windows(from.len()).position(|window| window == from).expect("it stands there");
    [&file[..at], to, &file[at + from.len()..]].concat()
}

/// The ends of the revisions of a PDF.
fn revisions(file: &[u8]) -> Vec<usize> {
    let mark = b"%%EOF\n";
    (0..file.len()).filter(|at| file[*at..].starts_with(mark)).map(|at| at + mark.len()).collect()
}

#[test]
fn a_pdf_cut_behind_a_revision_is_that_revision() {
    let file = WORLD.pades(&pdf(Shape::Table), LATE, Told::Responses, &[]);
    let found: Vec<Option<Level>> = revisions(&file).into_iter().map(|end| holds(&file[..end])).collect();
    // The document; sealed; with evidence; archived; with more evidence; renewed. By now the first stamps need no renewal yet.
    assert_eq!(found, [None, None, Some(Level::BLT), Some(Level::BLTA), Some(Level::BLTA), Some(Level::BLTA)]);
}

#[test]
fn evidence_written_over_is_not_lost_and_content_is() {
    let file = WORLD.pades(&pdf(Shape::Table), LATE, Told::Responses, &[]);
    let later = |objects: &[(u32, &str)]| append(&file, objects, 90, "/Root 1 0 R /Info 7 0 R", last_section(&file));
    // A later revision without any evidence in its store: each stamp still finds what it covers.
    let emptied = later(&[(store(&file), "<< /Type /DSS >>")]);
    assert_eq!(holds(&emptied), Some(Level::BT), "{:#?}", alone(&emptied).map(|report| report.findings));
    for seen in ["<< /Length 15 >>\nstream\n0 0 m 9 9 l S  \nendstream", "null"] {
        assert_eq!(alone(&later(&[(4, seen)])).unwrap().outcome(), Outcome::Fails, "{seen}");
    }
    for (from, to) in [("/Type /DocTimeStamp", "/Type /DocTimeStomp"), ("/FT /Sig", "/FT /Sog"), ("/DSS", "/DSZ")] {
        let changed = overwritten(&file, from.as_bytes(), to.as_bytes());
        assert_eq!(holds(&changed), None, "{from}");
    }
}

/// The number of the document security store.
fn store(file: &[u8]) -> u32 {
    let text = String::from_utf8_lossy(file);
    let (before, _) = text.rsplit_once("/Type /DSS").expect("a store");
    let (before, _) = before.rsplit_once(" 0 obj").expect("an object");
    before.rsplit(char::is_whitespace).next().and_then(|number| number.parse().ok()).expect("a number")
}

/// The message of the seal of a PDF under its reserved digits, changed by `change`.
fn message_changed(file: &[u8], change: impl Fn(&[u8]) -> Vec<u8>) -> Vec<u8> {
    let mark = b"/Contents <";
    let start = file.windows(mark.len()).position(|window| window == mark).unwrap() + mark.len();
    let end = start + file[start..].iter().position(|byte| *byte == b'>').unwrap();
    let value = data_encoding::HEXLOWER_PERMISSIVE.decode(&file[start..end]).unwrap();
    let message = asn1::Reader::new(&value).element().unwrap().whole().to_vec();
    let digits = data_encoding::HEXUPPER.encode(&change(&message));
    assert!(digits.len() <= end - start);
    let mut changed = file.to_vec();
    changed[start..end].fill(b'0');
    changed[start..start + digits.len()].copy_from_slice(digits.as_bytes());
    changed
}

/// The outermost element with an indefinite length (X.690 §8.1.3.6), which CMS allows and what is signed does not.
fn indefinite(der: &[u8]) -> Vec<u8> {
    let outer = Asn1Element::from_bytes(der).unwrap();
    [&[outer.tag(), 0x80], outer.content(), &[0, 0]].concat()
}

/// The outermost length in more octets than it needs.
fn long_winded(der: &[u8]) -> Vec<u8> {
    let outer = Asn1Element::from_bytes(der).unwrap();
    let length = u32::try_from(outer.content().len()).unwrap().to_be_bytes();
    [&[outer.tag(), 0x84][..], &length, outer.content()].concat()
}

#[test]
fn indefinite_lengths_are_read_in_messages_only() {
    let file = WORLD.pades(&pdf(Shape::Table), Kept::B, Told::Lists, &[]);
    let said = WORLD.said(Told::Lists, WHEN, &[]);
    let outcome = |file: &[u8]| {
        let basis = crate::Basis { fetched: &said, ..WORLD.offline("2026-06-02T12:00:00Z") };
        judged(file, &basis).outcome()
    };
    assert_eq!(outcome(&message_changed(&file, <[u8]>::to_vec)), outcome(&file));
    assert_eq!(outcome(&message_changed(&file, indefinite)), outcome(&file));
    // Definite lengths of any form are what real messages have; what is signed is DER all the same.
    assert_eq!(outcome(&message_changed(&file, long_winded)), outcome(&file));

    let list = said.crls[0].der();
    assert!(crate::revocation::Crl::from_der(&indefinite(list)).is_err());
    let said = WORLD.said(Told::Responses, WHEN, &[]);
    assert!(crate::revocation::OcspResponse::from_der(&indefinite(said.ocsps[0].der())).is_err());
    let certificate = WORLD.seal.certificate.der();
    assert!(crate::Certificate::from_der(&indefinite(certificate)).is_err());
    assert!(crate::Certificate::from_der(&long_winded(certificate)).is_err());
    // Bytes behind the end are no part of it.
    for der in [list, said.ocsps[0].der()] {
        let longer = [der, &asn1::tlv(tag::NULL, &[])].concat();
        assert!(crate::revocation::Crl::from_der(&longer).is_err());
        assert!(crate::revocation::OcspResponse::from_der(&longer).is_err());
    }
}

#[test]
fn a_list_in_another_s_place_is_not_read() {
    // Responses where lists belong and the other way about: passed over, and the file no longer proves itself.
    let said = WORLD.said(Told::Responses, "2026-06-01T12:01:00Z", &[]);
    let file = WORLD.make(Format::Jades, Kept::T, Told::Responses, &[]);
    let sealed = jades::SealedJws::reopen(&file).unwrap();
    let kept = sealed.with_validation_data(&said).to_json();
    assert_eq!(verdict(kept.as_bytes(), &WORLD.offline("2026-06-02T12:00:00Z")).unwrap().outcome(), Outcome::Holds);
    let nothing = ValidationData { certificates: said.certificates, ..ValidationData::default() };
    let sealed = jades::SealedJws::reopen(&file).unwrap();
    let bare = sealed.with_validation_data(&nothing).to_json();
    assert_ne!(verdict(bare.as_bytes(), &WORLD.offline("2026-06-02T12:00:00Z")).unwrap().outcome(), Outcome::Holds);
}
