//! Strangers' files: the official samples, and seals made by other software with known results.

use std::path::PathBuf;
use std::sync::Arc;

use signet_lang::Locale;
use signet_seal::Anchors;
use signet_verify::{Evidence, FileFormat, GroupName, Outcome, Trust, judge, read};

use crate::specimen::at;

fn reference() -> Option<PathBuf> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared");
    let shared = std::env::var_os("SIGNET_SHARED").map_or_else(|| PathBuf::from(beside), PathBuf::from);
    let reference = shared.join("reference");
    if !reference.is_dir() {
        println!("skipped: no reference data");
    }
    reference.is_dir().then_some(reference)
}

#[test]
fn the_official_samples_are_whole_but_of_unknown_origin() {
    let Some(reference) = reference() else { return };
    for name in ["Sample-MC-Annex1-signed.jsonld", "Sample-CertOfPart-signed.jsonld"] {
        let artefact = read(std::fs::read(reference.join("elm").join(name)).unwrap()).unwrap();
        let report = judge(&artefact, &Evidence::offline(Arc::new(Trust::default())), at("2024-01-01T00:00:00Z"));
        assert_eq!(report.kind, FileFormat::SealedCredential);
        assert_eq!(report.group(GroupName::Format).outcome(), Outcome::Holds, "{name}");
        assert_eq!(report.group(GroupName::Seal).outcome(), Outcome::CannotTell, "{name}");
        let outcome = |code| report.findings().find(|finding| finding.check().code() == code).unwrap().outcome;
        assert_eq!(outcome("seal.integrity"), Outcome::Holds, "{name}");
        assert_eq!(outcome("seal.issuer-certificate"), Outcome::Holds, "{name}");
    }
}

#[test]
fn an_official_draft_breaks_the_format_and_has_no_seal() {
    let Some(reference) = reference() else { return };
    let bytes = std::fs::read(reference.join("elm/Sample-MC-Annex1-unsigned.jsonld")).unwrap();
    let report =
        judge(&read(bytes).unwrap(), &Evidence::offline(Arc::new(Trust::default())), at("2024-01-01T00:00:00Z"));
    assert_eq!(report.kind, FileFormat::UnsealedCredential);
    assert_eq!(report.group(GroupName::Format).outcome(), Outcome::Fails);
    assert_eq!(report.group(GroupName::Seal).outcome(), Outcome::CannotTell);
}

/// Whether `jades.tsv` says that the signature verifies, and whether we say so too. The payloads need not be credentials.
#[test]
fn jades_seals_of_other_software_are_told_intact_or_not() {
    let Some(reference) = reference() else { return };
    let folder = reference.join("seals/jades");
    let roots = Anchors::from_pem(&std::fs::read(reference.join("seals/certs/root.cert.pem")).unwrap()).unwrap();
    let evidence = Evidence::offline(Arc::new(Trust::in_roots(roots, Anchors::default())));
    let table = std::fs::read_to_string(folder.join("jades.tsv")).unwrap();
    let mut compared = 0;
    for line in table.lines() {
        let mut columns = line.split('\t');
        let (Some(name), Some(expected)) = (columns.next(), columns.next()) else { continue };
        let Ok(bytes) = std::fs::read(folder.join(name)) else { continue };
        let Ok(artefact) = read(bytes) else {
            assert_ne!(expected, "yes", "{name} cannot be read");
            continue;
        };
        let report = judge(&artefact, &evidence, at("2026-12-15T00:00:00Z"));
        let holds =
            |code| report.findings().any(|finding| finding.check().code() == code && finding.outcome == Outcome::Holds);
        let intact = holds("seal.integrity") && holds("seal.signer-identified");
        assert_eq!(intact, expected == "yes", "{name}");
        compared += 1;
    }
    assert!(compared > 10, "only {compared} files could be compared");
}

#[test]
fn pdf_seals_of_other_software_are_judged() {
    let Some(reference) = reference() else { return };
    let root = std::fs::read(reference.join("seals/certs/root.cert.pem")).unwrap();
    let evidence = Evidence::offline(Arc::new(Trust::in_roots(Anchors::from_pem(&root).unwrap(), Anchors::default())));
    let seal_of = |name: &str| {
        let bytes = std::fs::read(reference.join("seals/pades").join(name)).unwrap();
        let report = judge(&read(bytes).unwrap(), &evidence, at("2026-12-15T00:00:00Z"));
        assert_eq!(report.kind, FileFormat::Document);
        // None of them carries a credential: format and validity stay open.
        assert_eq!(report.group(GroupName::Format).outcome(), Outcome::CannotTell, "{name}");
        assert_eq!(report.group(GroupName::Validity).outcome(), Outcome::CannotTell, "{name}");
        report.group(GroupName::Seal).outcome()
    };
    assert_eq!(seal_of("good-LT.pdf"), Outcome::Holds);
    assert_eq!(seal_of("good-LTA.pdf"), Outcome::Holds);
    // Whether their certificate was revoked is not in these files, and nobody was asked.
    assert_eq!(seal_of("good-B.pdf"), Outcome::CannotTell);
    assert_eq!(seal_of("good-T.pdf"), Outcome::CannotTell);
    assert_eq!(seal_of("tampered-B.pdf"), Outcome::Fails);
    assert_eq!(seal_of("tampered-LTA.pdf"), Outcome::Fails);
    assert_eq!(seal_of("expired-B.pdf"), Outcome::CannotTell);
}

/// Every seal of the reference, however broken: what is said of it is said in whole sentences.
#[test]
fn strangers_seals_are_told_in_whole_sentences() {
    let Some(reference) = reference() else { return };
    let root = std::fs::read(reference.join("seals/certs/root.cert.pem")).unwrap();
    let trusts =
        [Trust::default(), Trust::in_roots(Anchors::from_pem(&root).unwrap(), Anchors::default())].map(Arc::new);
    let mut told = 0;
    for file in std::fs::read_dir(reference.join("seals/pades")).unwrap() {
        let Ok(artefact) = read(std::fs::read(file.unwrap().path()).unwrap_or_default()) else { continue };
        for (trust, time) in trusts.iter().zip(["2026-12-15T00:00:00Z", "2040-01-01T00:00:00Z"]) {
            let report = judge(&artefact, &Evidence::offline(Arc::clone(trust)), at(time));
            for locale in [Locale::CZECH, Locale::ENGLISH] {
                for finding in report.group(GroupName::Seal).findings.iter() {
                    let sentence = finding.sentence(locale);
                    let odd = ["  ", "„“", "“”", "()", "( ", "{", " ."].iter().any(|odd| sentence.contains(odd));
                    assert!(sentence.ends_with('.') && !odd, "{}: {sentence}", finding.check().code());
                    told += 1;
                }
            }
        }
    }
    assert!(told > 500, "{told}");
}
