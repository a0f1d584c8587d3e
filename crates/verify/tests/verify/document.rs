//! PDFs with a credential inside.

use signet_lang::args;
use signet_seal::{SealKey, pades};
use signet_verify::{FileFormat, FilePart, GroupName, Outcome, judge, read};

use crate::specimen::{ORGANIZATION, WORLD, at, credential, fact, judged, list, now, payload, sealed};

/// The smallest PDF with one page and, if any, one file inside.
pub fn pdf(file: Option<&[u8]>) -> Vec<u8> {
    described(file, "")
}

/// The same, with a description of itself.
fn described(file: Option<&[u8]>, description: &str) -> Vec<u8> {
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>".to_vec(),
    ];
    if let Some(file) = file {
        objects[0] =
            b"<</Type/Catalog/Pages 2 0 R/AF[4 0 R]/Names<</EmbeddedFiles<</Names[(a.jsonld)4 0 R]>>>>>>".to_vec();
        objects
            .push(b"<</Type/Filespec/F(a.jsonld)/UF(a.jsonld)/AFRelationship/Data/EF<</F 5 0 R/UF 5 0 R>>>>".to_vec());
        let head = format!("<</Type/EmbeddedFile/Subtype/application#2Fld+json/Length {}>>stream\n", file.len());
        objects.push([head.as_bytes(), file, b"\nendstream"].concat());
    }
    if !description.is_empty() {
        let head = format!("<</Type/Metadata/Subtype/XML/Length {}>>stream\n", description.len());
        objects.push([head.as_bytes(), description.as_bytes(), b"\nendstream"].concat());
    }
    let mut bytes = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend_from_slice(format!("{} 0 obj\n", index + 1).as_bytes());
        bytes.extend_from_slice(object);
        bytes.extend_from_slice(b"\nendobj\n");
    }
    let start = bytes.len();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in places {
        table.push_str(&format!("{place:010} 00000 n \n"));
    }
    table.push_str(&format!("trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1));
    bytes.extend_from_slice(table.as_bytes());
    bytes
}

pub fn seal(pdf: &[u8], key: &SealKey) -> Vec<u8> {
    let label = pades::SealLabel { name: ORGANIZATION.into(), reason: "Osvědčení".into(), stamp_room: 0 };
    let unsealed = pades::prepare(pdf, key.chain(), key.algorithm(), at("2026-06-30T08:00:00Z"), &label).unwrap();
    let signature = key.sign(unsealed.signing_input()).unwrap();
    unsealed.finish(&signature).unwrap().into_pdf().unwrap()
}

fn outcome_of(report: &signet_verify::Report, code: &str, part: FilePart) -> Option<Outcome> {
    report
        .findings()
        .find(|finding| finding.check().code() == code && finding.part == part)
        .map(|finding| finding.outcome)
}

#[test]
fn a_good_document_holds_with_the_credential_inside() {
    let report = judged(&seal(&pdf(Some(&credential())), &WORLD.key));
    assert_eq!(report.kind, FileFormat::Document);
    for name in [GroupName::Format, GroupName::Seal, GroupName::Validity] {
        let group = report.group(name);
        assert_eq!(group.outcome(), Outcome::Holds, "{:?}", group.findings);
    }
    assert_eq!(outcome_of(&report, "seal.same-sealer", FilePart::Document), Some(Outcome::Holds));
    assert_eq!(report.sealings.len(), 2);
    assert!(report.is_sound());
    let told = report.group(GroupName::Seal).findings.iter().map(|finding| (finding.part, finding.check().aspect()));
    assert!(told.collect::<Vec<_>>().is_sorted(), "the PDF first, then the credential inside, each by aspect");
}

#[test]
fn a_credential_swapped_after_sealing_is_told() {
    let sealed_pdf = seal(&pdf(Some(&credential())), &WORLD.key);
    let other =
        String::from_utf8(sealed_pdf.clone().iter().map(|byte| if byte.is_ascii() { *byte } else { b'?' }).collect())
            .unwrap();
    let at = other.find("urn:credential:").unwrap() + 15;
    let mut swapped = sealed_pdf;
    swapped[at] = if swapped[at] == b'0' { b'1' } else { b'0' };
    let report = judged(&swapped);
    assert_eq!(outcome_of(&report, "seal.integrity", FilePart::Document), Some(Outcome::Fails));
    assert_eq!(outcome_of(&report, "seal.integrity", FilePart::Embedded), Some(Outcome::Fails));
}

#[test]
fn a_credential_of_another_body_inside_is_told() {
    let stranger = WORLD.root.seal("Jiná univerzita", "NTRCZ-00000009");
    let inner = sealed(&payload("Jiná univerzita").replace("NTRCZ-99999994", "NTRCZ-00000009"), &stranger);
    let report = judged(&seal(&pdf(Some(&inner)), &WORLD.key));
    assert_eq!(outcome_of(&report, "seal.same-sealer", FilePart::Document), Some(Outcome::Fails));
    assert_eq!(report.group(GroupName::Seal).outcome(), Outcome::Fails);
}

#[test]
fn a_document_without_seal_but_with_a_sealed_credential_stays_open() {
    let report = judged(&pdf(Some(&credential())));
    assert_eq!(report.group(GroupName::Seal).outcome(), Outcome::CannotTell);
    assert_eq!(outcome_of(&report, "seal.present", FilePart::Document), Some(Outcome::CannotTell));
    assert_eq!(outcome_of(&report, "seal.integrity", FilePart::Embedded), Some(Outcome::Holds));
}

#[test]
fn a_document_without_a_credential_says_what_it_can() {
    let report = judged(&seal(&pdf(None), &WORLD.key));
    assert_eq!(report.group(GroupName::Seal).outcome(), Outcome::Holds);
    assert_eq!(outcome_of(&report, "format.attachment", FilePart::Document), Some(Outcome::CannotTell));
    assert_eq!(report.outcome(), Outcome::CannotTell);
}

#[test]
fn a_test_seal_document_is_a_test_seal_and_a_mixed_one_too() {
    let test = sealed(&payload(ORGANIZATION), &WORLD.test_key);
    let pure = seal(&pdf(Some(&test)), &WORLD.test_key);
    let mixed = seal(&pdf(Some(&test)), &WORLD.key);
    for bytes in [pure, mixed] {
        let evidence = WORLD.evidence(Some(Ok(list(0, &WORLD.test_key))));
        let report = judge(&read(bytes).unwrap(), &evidence, now());
        assert!(report.is_test());
        assert_eq!(report.group(GroupName::Seal).outcome(), Outcome::CannotTell);
    }
}

#[test]
fn a_damaged_attachment_fails_the_format_and_not_the_program() {
    let report = judged(&seal(&pdf(Some(b"{\"payload\":")), &WORLD.key));
    assert_eq!(outcome_of(&report, "format.attachment", FilePart::Document), Some(Outcome::Fails));
    assert_eq!(report.group(GroupName::Format).outcome(), Outcome::Fails);
}

#[test]
fn what_the_document_says_of_itself_is_compared_with_the_credential_inside() {
    let id = signet_record::specimen::award().unwrap().id();
    let said = |inside: &str| {
        let description = if inside.is_empty() { String::new() } else { format!("<x:xmpmeta>{inside}</x:xmpmeta>") };
        let report = judged(&seal(&described(Some(&credential()), &description), &WORLD.key));
        let finding = report.findings().find(|finding| finding.check().code() == "format.same-credential").unwrap();
        (finding.outcome, finding.advisory)
    };
    assert_eq!(said(""), (Outcome::CannotTell, true));
    assert_eq!(said(&format!("<pdf:Keywords>urn:credential:{id}</pdf:Keywords>")), (Outcome::Holds, false));
    assert_eq!(said("urn:credential:00000000-0000-4000-8000-000000000000"), (Outcome::Fails, false));
    assert_eq!(said("<dc:title>Ing. Žofie Příkladná, Ph.D.: Ukázkové dovednosti</dc:title>"), (Outcome::Holds, false));
    assert_eq!(said("<dc:title>Jan Jiný: Ukázkové dovednosti</dc:title>"), (Outcome::CannotTell, true));
}

#[test]
fn damage_inside_is_a_verdict_and_not_an_end() {
    let whole = seal(&pdf(Some(&credential())), &WORLD.key);
    let (from, to) = (&b"/Subtype/application#2Fld+json"[..], &b"/Filter/FlateDecode           "[..]);
    let place = whole.windows(from.len()).position(|window| window == from).unwrap();
    let mut damaged = whole.clone();
    damaged[place..place + from.len()].copy_from_slice(to);
    let report = judged(&damaged);
    assert_eq!(report.group(GroupName::Format).outcome(), Outcome::Fails);
    assert_eq!(outcome_of(&report, "seal.integrity", FilePart::Document), Some(Outcome::Fails));
}

/// As many signature fields as no file is judged with, each with a value.
fn crowded(fields: usize) -> Vec<u8> {
    let bytes = pdf(None);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let objects: Vec<String> = (0..fields).map(|number| format!("{} 0 R", 10 + number)).collect();
    let catalog = format!("<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[{}]>>>>", objects.join(" "));
    let mut added = bytes.clone();
    let mut rows = String::new();
    let mut put = |added: &mut Vec<u8>, number: usize, object: &str| {
        rows.push_str(&format!("{number} 1\n{:010} 00000 n \n", added.len()));
        added.extend_from_slice(format!("{number} 0 obj\n{object}\nendobj\n").as_bytes());
    };
    put(&mut added, 1, &catalog);
    for number in 0..fields {
        let value = "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[0 1 2 3]/Contents<00>>>";
        put(&mut added, 10 + number, &format!("<</FT/Sig/T(s{number})/V{value}>>"));
    }
    let before: usize = text.rsplit("startxref\n").next().unwrap().lines().next().unwrap().parse().unwrap();
    let start = added.len();
    let size = 10 + fields;
    added.extend_from_slice(
        format!("xref\n{rows}trailer\n<</Size {size}/Root 1 0 R/Prev {before}>>\nstartxref\n{start}\n%%EOF\n")
            .as_bytes(),
    );
    added
}

#[test]
fn seals_that_cannot_be_read_are_not_told_as_none() {
    for locale in signet_record::Language::ALL.map(signet_lang::Locale::new) {
        let report = judged(&crowded(33));
        let group = report.group(GroupName::Seal);
        assert_eq!(outcome_of(&report, "seal.present", FilePart::Document), None);
        assert_eq!(outcome_of(&report, "seal.unread", FilePart::Document), Some(Outcome::CannotTell));
        assert_eq!((group.outcome(), report.outcome()), (Outcome::CannotTell, Outcome::CannotTell));
        let finding = group.findings.iter().find(|finding| finding.check().code() == "seal.unread").unwrap();
        assert!(fact(finding, "reason").is_some_and(|reason| reason.contains("32")), "{:?}", finding.fact);
        let (sentence, whole) = (finding.sentence(locale), report.group_sentence(group, locale));
        assert!(whole.ends_with(&sentence), "{whole}");
        assert!(
            !whole.starts_with(&locale.verify_group_seal(args::VerifyGroupSeal {
                outcome: args::VerifyGroupSealOutcome::Absent,
                sealer: ""
            })),
            "{whole}"
        );
    }
    let readable = judged(&crowded(2));
    assert_eq!(outcome_of(&readable, "seal.unread", FilePart::Document), None);
    assert_eq!(readable.sealings.len(), 2);
}

#[test]
fn findings_of_several_seals_are_told_apart() {
    let twice =
        seal(&seal(&pdf(Some(&credential())), &WORLD.key), &WORLD.root.seal("Jiná univerzita", "NTRCZ-00000009"));
    let report = judged(&twice);
    let json = report.to_json(signet_lang::Locale::ENGLISH);
    assert_eq!(json["sealings"].as_array().map(Vec::len), Some(3));
    let findings = json["groups"][1]["findings"].as_array().unwrap();
    for (place, name) in [(0, ORGANIZATION), (1, "Jiná univerzita"), (2, ORGANIZATION)] {
        let sealing = &json["sealings"][place];
        assert_eq!(sealing["sealer"], name);
        let own: Vec<_> = findings.iter().filter(|finding| finding["seal"] == place).collect();
        assert!(own.len() > 8 && own.iter().all(|finding| finding["part"] == sealing["part"]), "{own:?}");
        for code in ["seal.integrity", "seal.chain", "seal.revocation", "seal.baseline"] {
            assert_eq!(own.iter().filter(|finding| finding["code"] == code).count(), 1, "{place} {code}");
        }
    }
    // What is about two seals at once is about none alone.
    let both = findings.iter().find(|finding| finding["code"] == "seal.same-sealer").unwrap();
    assert!(both.get("seal").is_none());
    let headings: std::collections::BTreeSet<_> = report
        .group(GroupName::Seal)
        .findings
        .iter()
        .filter(|finding| finding.check().code() == "seal.integrity")
        .filter_map(|finding| report.heading(finding, signet_lang::Locale::ENGLISH))
        .collect();
    assert_eq!(headings.len(), 3, "{headings:?}");
}

#[test]
fn a_broken_seal_beside_a_good_one_is_not_said_of_the_good_one() {
    let file = seal(&pdf(None), &WORLD.key);
    let mut twice = seal(&file, &WORLD.root.seal("Jiná univerzita", "NTRCZ-00000009"));
    // The second seal's digest, not the first one's, covers what is between them.
    let name = b"/Reason";
    let at = twice.windows(name.len()).rposition(|window| window == name).unwrap() + 1;
    twice[at] = b'r';
    let json = judged(&twice).to_json(signet_lang::Locale::ENGLISH);
    let integrity = |place: usize| json["sealings"][place]["aspects"]["integrity"].clone();
    assert_eq!((integrity(0), integrity(1)), ("holds".into(), "fails".into()));
}
