//! Evidence appended to a sealed PDF: the store, the document time-stamps, and what the judge of changes says of them.

use super::file;
use crate::pades::changes::{self, Changes};
use crate::pades::field::{self, Field};
use crate::pades::pdf::{Dictionary, Object, Pdf, View};
use crate::pades::specimen::{Shape, append, last_section, pdf};
use crate::pades::{STAMP_ROOM, SealError, byte_range, embed, judge, prepare_stamp, protection};
use crate::pki::{self, Pki};
use crate::stamp::TimeStampToken;
use crate::{Basis, DigestAlgorithm, Level, Outcome, Protection, ValidationData};

const BOTH: [Shape; 2] = [Shape::Table, Shape::Stream];
const SOON: &str = "2026-06-01T12:01:00Z";
const LATER: &str = "2030-06-01T12:00:00Z";

fn stamped(pki: &Pki, pdf: &[u8], at: &str) -> Vec<u8> {
    let unstamped = prepare_stamp(pdf, "Časové razítko", STAMP_ROOM).unwrap();
    let token = pki.stamp(&unstamped.message().concat(), at);
    unstamped.finish(&token).unwrap()
}

/// Evidence found at `at`, and a stamp over it.
fn kept(pki: &Pki, pdf: &[u8], at: &str) -> Vec<u8> {
    stamped(pki, &embed(pdf, &pki.status(at), pki::at(at)).unwrap(), at)
}

fn marks(pdf: &Pdf<'_>) -> Vec<Field> {
    field::find(pdf.newest()).unwrap()
}

fn store(view: View<'_, '_>) -> Dictionary {
    let (_, catalog) = view.catalog().unwrap();
    view.get(&catalog, "DSS").unwrap().as_dictionary().unwrap().clone()
}

/// The contents of the streams that a list names.
fn streams(view: View<'_, '_>, dictionary: &Dictionary, key: &str) -> Vec<Vec<u8>> {
    let Object::Array(list) = view.get(dictionary, key).unwrap() else { return Vec::new() };
    let content = |object: &Object| match view.resolve(object).unwrap() {
        Object::Stream(stream) => view.decode(&stream, 1 << 20).unwrap(),
        other => panic!("{other:?}"),
    };
    list.iter().map(content).collect()
}

fn ders(data: &ValidationData) -> [Vec<Vec<u8>>; 3] {
    [
        data.certificates.iter().map(|one| one.der().to_vec()).collect(),
        data.crls.iter().map(|one| one.der().to_vec()).collect(),
        data.ocsps.iter().map(|one| one.der().to_vec()).collect(),
    ]
}

/// The key of a mark's record, made another way.
fn key(field: &Field) -> String {
    let value = field.value.get("Contents").unwrap().as_string().unwrap();
    let hash = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA1_FOR_LEGACY_USE_ONLY, value);
    hash.as_ref().iter().map(|byte| format!("{byte:02X}")).collect()
}

#[test]
fn the_store_holds_what_was_found_good_and_says_for_which_seal() {
    let pki = Pki::new();
    for shape in BOTH {
        let sealed = file(&pki, &pdf(shape), &pki.key(), Some(pki::AT));
        let data = pki.status(SOON);
        let with = embed(&sealed, &data, pki::at(SOON)).unwrap();
        assert!(with.starts_with(&sealed));
        let read = Pdf::read(&with).unwrap();
        let view = read.newest();
        let store = store(view);
        assert!(store.is_name("Type", "DSS"));
        assert_eq!(["Certs", "CRLs", "OCSPs"].map(|key| streams(view, &store, key)), ders(&data));

        let records = view.get(&store, "VRI").unwrap().as_dictionary().unwrap().clone();
        let mark = marks(&read).remove(0);
        let record = view.get(&records, &key(&mark)).unwrap().as_dictionary().unwrap().clone();
        assert_eq!(records.iter().count(), 1);
        assert_eq!(["Cert", "CRL", "OCSP"].map(|key| streams(view, &record, key)), ders(&data));
        assert_eq!(record.get("TU").unwrap().as_string(), Some(b"D:20260601120100Z".as_slice()));

        let (_, catalog) = view.catalog().unwrap();
        let extensions = view.get(&catalog, "Extensions").unwrap();
        let ours = view.get(extensions.as_dictionary().unwrap(), "ESIC").unwrap();
        assert!(ours.as_dictionary().unwrap().is_name("BaseVersion", "1.7"));
        assert_eq!(ours.as_dictionary().unwrap().get("ExtensionLevel"), Some(&Object::Integer(1)));
    }
}

#[test]
fn a_stamp_is_over_everything_but_itself() {
    let pki = Pki::new();
    for shape in BOTH {
        let first = kept(&pki, &file(&pki, &pdf(shape), &pki.key(), Some(pki::AT)), SOON);
        let second = kept(&pki, &first, LATER);
        assert!(second.starts_with(&first));
        let read = Pdf::read(&second).unwrap();
        let [seal, one, two] = &marks(&read)[..] else { panic!("a seal and two stamps") };
        assert_eq!(
            (seal.kind, one.kind, two.kind),
            (field::Kind::Seal, field::Kind::TimeStamp, field::Kind::TimeStamp)
        );
        for (mark, end) in [(one, first.len()), (two, second.len())] {
            let value = mark.value.get("Contents").unwrap().as_string().unwrap();
            assert_eq!(value.len(), STAMP_ROOM);
            // Computed from the file: everything but the hexadecimal string with its brackets.
            let span = mark.value.span("Contents").unwrap();
            let digest = DigestAlgorithm::Sha256.hash(&[&second[..span.start], &second[span.end..end]].concat());
            let token = TimeStampToken::from_padded(value).unwrap();
            assert_eq!(token.imprint(), digest);
            assert!(mark.value.is_name("Type", "DocTimeStamp") && mark.value.is_name("SubFilter", "ETSI.RFC3161"));
            assert_eq!(byte_range::check(&read, mark).unwrap().unwrap().end(), end);
        }
    }
}

#[test]
fn evidence_is_no_change() {
    let pki = Pki::new();
    for shape in BOTH {
        let sealed = file(&pki, &pdf(shape), &pki.key(), Some(pki::AT));
        let archived = kept(&pki, &sealed, SOON);
        let renewed = kept(&pki, &kept(&pki, &archived, LATER), "2034-06-01T12:00:00Z");
        let read = Pdf::read(&renewed).unwrap();
        let marks = marks(&read);
        assert_eq!(marks.len(), 4);
        for (index, mark) in marks.iter().enumerate() {
            let covered = byte_range::check(&read, mark).unwrap().unwrap();
            let expected = if index == 3 { Changes::None } else { Changes::Evidence { seals: false } };
            assert_eq!(changes::since(covered.revision).unwrap(), expected, "{shape:?} {index}");
        }
    }
}

#[test]
fn the_file_alone_proves_itself_past_the_end_of_its_certificate() {
    let pki = Pki::new();
    for shape in BOTH {
        let first = kept(&pki, &file(&pki, &pdf(shape), &pki.key(), Some(pki::AT)), SOON);
        let renewed = kept(&pki, &first, "2028-06-01T12:00:00Z");
        for (file, soon) in [(first, "2026-06-02T00:00:00Z"), (renewed, "2028-06-02T00:00:00Z")] {
            for when in [soon, "2035-06-01T12:00:00Z"] {
                let report = judge(&file, &Basis::offline(&pki.anchors, pki::at(when))).unwrap().remove(0);
                let verdict = (report.outcome(), report.level, report.wants.is_empty());
                assert_eq!(verdict, (Outcome::Holds, Level::BLTA, true), "{when} {:?}", report.findings);
            }
        }
    }
}

#[test]
fn renewal_adds_what_is_new_and_a_record_for_the_last_stamp() {
    let pki = Pki::new();
    let archived = kept(&pki, &file(&pki, &pdf(Shape::Stream), &pki.key(), Some(pki::AT)), SOON);
    let before = Pdf::read(&archived).unwrap();
    let data = pki.status(LATER);
    let renewed = embed(&archived, &data, pki::at(LATER)).unwrap();
    let read = Pdf::read(&renewed).unwrap();
    let view = read.newest();
    let (old, new) = (store(before.newest()), store(view));
    // The certificates are there already; lists and responses are younger.
    assert_eq!(streams(view, &new, "Certs"), streams(before.newest(), &old, "Certs"));
    for key in ["CRLs", "OCSPs"] {
        let (old, new) = (streams(before.newest(), &old, key), streams(view, &new, key));
        assert!(new.starts_with(&old) && new.len() == old.len() + 2, "{key}");
    }
    let records = view.get(&new, "VRI").unwrap().as_dictionary().unwrap().clone();
    let marks = marks(&read);
    assert_eq!(records.iter().count(), 2);
    let record = view.get(&records, &key(&marks[1])).unwrap().as_dictionary().unwrap().clone();
    assert_eq!(["Cert", "CRL", "OCSP"].map(|key| streams(view, &record, key)), ders(&data));
}

#[test]
fn what_the_file_has_is_not_written_again() {
    let pki = Pki::new();
    let sealed = file(&pki, &pdf(Shape::Table), &pki.key(), Some(pki::AT));
    let data = pki.status(SOON);
    let with = embed(&sealed, &data, pki::at(SOON)).unwrap();
    assert_eq!(embed(&with, &data, pki::at(LATER)).unwrap(), with);
    // What is new goes beside the record that stands.
    let more = ValidationData { crls: vec![pki.root.crl(LATER)], ..ValidationData::default() };
    let grown = embed(&with, &more, pki::at(LATER)).unwrap();
    let (before, after) = (Pdf::read(&with).unwrap(), Pdf::read(&grown).unwrap());
    let (old, new) = (store(before.newest()), store(after.newest()));
    assert_eq!(streams(after.newest(), &new, "CRLs").len(), data.crls.len() + 1);
    assert_eq!(new.get("VRI"), old.get("VRI"));
}

#[test]
fn a_store_of_another_make_is_kept() {
    let pki = Pki::new();
    let original = pdf(Shape::Table);
    let der = pki.root.certificate.der();
    let hex = data_encoding::HEXUPPER.encode(der);
    let catalog = "<< /Type /Catalog /Pages 2 0 R /DSS << /Certs 20 0 R /Own true >> /Extensions << /ADBE << /BaseVersion /1.7 /ExtensionLevel 8 >> >> >>";
    let plain = format!("<< /Length {} >>\nstream\n{hex}\nendstream", hex.len());
    let prepared = append(
        &original,
        &[(1, catalog), (20, "[21 0 R]"), (21, &plain)],
        22,
        "/Root 1 0 R /Info 7 0 R",
        last_section(&original),
    );
    let sealed = file(&pki, &prepared, &pki.key(), Some(pki::AT));
    let with = embed(&sealed, &pki.status(SOON), pki::at(SOON)).unwrap();
    let read = Pdf::read(&with).unwrap();
    let view = read.newest();
    let store = store(view);
    assert_eq!(store.get("Own"), Some(&Object::Boolean(true)));
    let held = streams(view, &store, "Certs");
    assert_eq!((held.len(), held[0].as_slice()), (4, hex.as_bytes()));
    let (_, catalog) = view.catalog().unwrap();
    let extensions = view.get(&catalog, "Extensions").unwrap().as_dictionary().unwrap().clone();
    assert!(extensions.get("ADBE").is_some() && extensions.get("ESIC").is_some());
    let covered = byte_range::check(&read, &marks(&read)[0]).unwrap().unwrap();
    assert_eq!(changes::since(covered.revision).unwrap(), Changes::Evidence { seals: false });
}

#[test]
fn the_last_stamp_protects_the_file() {
    let pki = Pki::new();
    let bare = file(&pki, &pdf(Shape::Table), &pki.key(), None);
    assert!(!protection(&bare).unwrap().is_stamped());
    let timed = file(&pki, &pdf(Shape::Table), &pki.key(), Some(pki::AT));
    let time = |pdf: &[u8]| match protection(pdf).unwrap() {
        Protection::None => panic!("stamped"),
        Protection::Signature(token) => (false, token.gen_time()),
        Protection::Archive(token) => (true, token.gen_time()),
    };
    assert_eq!(time(&timed), (false, pki::at(pki::AT)));
    let archived = kept(&pki, &timed, SOON);
    assert_eq!(time(&archived), (true, pki::at(SOON)));
    assert_eq!(time(&kept(&pki, &archived, LATER)), (true, pki::at(LATER)));
}

#[test]
fn a_stamp_without_room_is_refused() {
    let pki = Pki::new();
    let unstamped = prepare_stamp(&pdf(Shape::Table), "", 64).unwrap();
    let token = pki.stamp(&unstamped.message().concat(), SOON);
    assert!(matches!(unstamped.finish(&token), Err(SealError::TooLarge { reserved: 64, .. })));
}

#[test]
fn a_stamp_alone_is_no_seal() {
    let pki = Pki::new();
    let file = stamped(&pki, &pdf(Shape::Stream), SOON);
    let read = Pdf::read(&file).unwrap();
    assert_eq!(marks(&read).iter().map(|mark| mark.kind).collect::<Vec<_>>(), [field::Kind::TimeStamp]);
}
