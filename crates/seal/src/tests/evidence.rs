//! What a verdict relied on is enough to come to it again, and what a file lacks is known.

use super::world::{FORMATS, Format, Kept, SUPERSEDED, TOLD, Told, Who, World, judged};
use crate::jades;
use crate::pades;
use crate::pki::Verdict::{self, Good, Open};
use crate::pki::answer::List;
use crate::pki::at;
use crate::{Basis, Indication, Level, Outcome, SealCheck, SealFinding, SealReport, ValidationData, Want};
use std::sync::LazyLock;

static WORLD: LazyLock<World> = LazyLock::new(World::new);

const SOON: &str = "2026-06-02T12:00:00Z";

fn by(file: &[u8], when: &str, fetched: &ValidationData) -> SealReport {
    judged(file, &Basis { fetched, ..WORLD.offline(when) })
}

/// What a finding tells.
type ToldFinding = (Outcome, Option<Indication>, Vec<(&'static str, String)>);

/// Findings but for whether evidence came along or was fetched.
fn facts(report: &SealReport) -> Vec<ToldFinding> {
    let told = |finding: &SealFinding| {
        let mut evidence = finding.evidence();
        evidence.retain(|(name, _)| *name != "origin");
        evidence.push(("check", finding.check().code().to_owned()));
        (finding.outcome, finding.indication, evidence)
    };
    report.findings.iter().map(told).collect()
}

#[test]
fn with_what_was_relied_on_the_verdict_is_the_same() {
    let revoked = [(Who::Seal, "2027-01-01T00:00:00Z", SUPERSEDED)];
    for (format, told) in FORMATS.into_iter().flat_map(|format| TOLD.map(|told| (format, told))) {
        for kept in [Kept::B, Kept::T, Kept::LT, Kept::Lta, Kept::Renewed("2026-12-01")] {
            let file = WORLD.make(format, kept, told, &[]);
            for (when, revoked) in [(SOON, &[][..]), ("2027-06-01T12:00:00Z", &revoked)] {
                let online = by(&file, when, &WORLD.said(told, when, revoked));
                let again = by(&file, when, &online.relied);
                assert_eq!(facts(&online), facts(&again), "{format:?} {told:?} {kept:?} {when}");
                assert_eq!(online.relied, by(&file, when, &again.relied).relied);
            }
        }
    }
}

#[test]
fn nothing_else_was_relied_on() {
    let stranger = World::new();
    for format in FORMATS {
        let file = WORLD.make(format, Kept::T, Told::Lists, &[]);
        let said = WORLD.said(Told::Lists, SOON, &[]);
        let mut more = stranger.said(Told::Lists, SOON, &[]);
        more.merge(stranger.said(Told::Responses, SOON, &[]));
        more.merge(said.clone());
        let relied = by(&file, SOON, &more).relied;
        assert_eq!((relied.crls.len(), relied.ocsps.len()), (said.crls.len(), 0), "{format:?}");
        assert!(relied.crls.iter().all(|list| said.crls.contains(list)));
        let theirs = [&stranger.root, &stranger.sealing, &stranger.stamping].map(|one| &one.certificate);
        assert!(!relied.certificates.iter().any(|one| theirs.contains(&one)));
        // An anchor that signed itself is whoever's who trusts it.
        assert!(!relied.certificates.contains(&WORLD.root.certificate));
    }
}

#[test]
fn what_was_relied_on_makes_a_file_that_needs_nobody() {
    for told in TOLD {
        let said = WORLD.said(told, "2026-06-01T12:01:00Z", &[]);
        let sealed = WORLD.jades(Kept::T, told, &[]);
        let relied = by(sealed.as_bytes(), "2026-06-01T12:01:00Z", &said).relied;
        let kept = jades::SealedJws::reopen(sealed.as_bytes()).unwrap().with_validation_data(&relied).to_json();
        let pdf = WORLD.make(Format::Pades, Kept::T, told, &[]);
        let relied = by(&pdf, "2026-06-01T12:01:00Z", &said).relied;
        let with = pades::embed(&pdf, &relied, at("2026-06-01T12:01:00Z")).unwrap();
        for file in [kept.as_bytes(), &with] {
            let report = by(file, "2028-06-01T12:00:00Z", ValidationData::NONE);
            assert_eq!((Verdict::of(&report), report.level), (Good, Level::BLT), "{told:?} {:#?}", report.findings);
        }
    }
}

/// A file with this and no other evidence, judged alone.
fn with_only(format: Format, evidence: &ValidationData) -> SealReport {
    let sealed = WORLD.make(format, Kept::T, Told::Lists, &[]);
    let file = match format {
        Format::Jades => {
            jades::SealedJws::reopen(&sealed).unwrap().with_validation_data(evidence).to_json().into_bytes()
        }
        Format::Pades => pades::embed(&sealed, evidence, at(SOON)).unwrap(),
    };
    by(&file, SOON, ValidationData::NONE)
}

#[test]
fn without_word_on_every_certificate_it_is_not_lt() {
    for (format, told) in FORMATS.into_iter().flat_map(|format| TOLD.map(|told| (format, told))) {
        let all = WORLD.said(told, "2026-06-01T12:01:00Z", &[]);
        let report = with_only(format, &all);
        assert_eq!((Verdict::of(&report), report.level), (Good, Level::BLT), "{format:?} {told:?}");
        let pieces = match told {
            // The root's, the sealing and the stamping authority's lists.
            Told::Lists => all.crls.len(),
            // The root's list; of seal, stamps and younger stamps, the last of which nobody needs.
            Told::Responses => all.crls.len() + all.ocsps.len() - 1,
        };
        for missing in 0..pieces {
            let mut less = all.clone();
            if missing < less.crls.len() {
                less.crls.remove(missing);
            } else {
                less.ocsps.remove(missing - all.crls.len());
            }
            let report = with_only(format, &less);
            let stamp = report.finding(SealCheck::SignatureStamp).unwrap();
            let found = (Verdict::of(&report), stamp.indication, report.level, report.reach, report.carried);
            let no_word = Indication::CertificateChainGeneralFailure;
            let expected = match missing {
                // The root's word on both authorities.
                0 => (Open(no_word), Some(no_word), Level::BB, Level::BB, Level::BLT),
                1 => (Open(no_word), None, Level::BT, Level::BT, Level::BLT),
                // It is about the stamp alone: the seal is judged without, and the level does not count it.
                _ => (Good, Some(no_word), Level::BB, Level::BB, Level::BLT),
            };
            assert_eq!(found, expected, "{format:?} {told:?} without {missing}");
            // With it fetched all holds, but the file is none the better.
            let file = WORLD.make(format, Kept::T, told, &[]);
            let fetched = by(&file, SOON, &all);
            assert_eq!((Verdict::of(&fetched), fetched.level), (Good, Level::BT), "{format:?} {told:?}");
        }
    }
}

#[test]
fn a_file_says_what_would_tell_more() {
    for format in FORMATS {
        let file = WORLD.make(format, Kept::T, Told::Lists, &[]);
        let report = by(&file, SOON, ValidationData::NONE);
        let asked: Vec<&str> = report
            .wants
            .iter()
            .filter_map(|want| match want {
                Want::Revocation { lists, .. } => lists.first().map(String::as_str),
                Want::Issuer { .. } => None,
            })
            .collect();
        // The stamps' certificate points nowhere; the stamping and the sealing authority's are the root's to tell of.
        assert_eq!(
            asked.iter().filter(|list| **list == "http://root.example/list").count(),
            2,
            "{format:?} {:?}",
            report.wants
        );
        assert!(asked.contains(&"http://sealing.example/list"), "{format:?} {:?}", report.wants);
        // Once everything is there, nothing is wanted; nor of an archived file.
        assert!(by(&file, SOON, &WORLD.said(Told::Lists, SOON, &[])).wants.is_empty());
        let archived = WORLD.make(format, Kept::Lta, Told::Responses, &[]);
        assert!(by(&archived, "2026-06-01T12:02:00Z", ValidationData::NONE).wants.is_empty());
    }
}

#[test]
fn the_issuer_is_wanted_where_the_file_does_not_bring_it() {
    let key = WORLD.seal.seal_key(&[], None);
    let time = at(super::world::SEALED);
    let unsealed =
        jades::prepare(super::world::PAYLOAD, key.chain(), key.algorithm(), time, jades::SigningTime::Iat).unwrap();
    let signature = key.sign(&unsealed.signing_input()).unwrap();
    let file = unsealed.finish(&signature).to_json();
    let report = by(file.as_bytes(), SOON, ValidationData::NONE);
    assert_eq!(report.finding(SealCheck::Chain).unwrap().indication, Some(Indication::NoCertificateChainFound));
    assert_eq!(report.wants, [Want::Issuer { addresses: vec!["http://sealing.example/issuer".into()] }]);
    let fetched = ValidationData { certificates: vec![WORLD.sealing.certificate.clone()], ..ValidationData::default() };
    let report = by(file.as_bytes(), SOON, &fetched);
    assert_eq!(report.finding(SealCheck::Chain).unwrap().indication, None);
}

#[test]
fn evidence_that_nobody_signed_is_no_evidence() {
    let forger = World::new();
    for format in FORMATS {
        let mut forged = forger.said(Told::Lists, "2026-06-01T12:01:00Z", &[]);
        forged.certificates = WORLD.said(Told::Lists, SOON, &[]).certificates;
        forged
            .crls
            .push(List { issuer: &WORLD.sealing, signer: &forger.sealing, ..List::empty(&WORLD.sealing, SOON) }.read());
        let report = with_only(format, &forged);
        assert_eq!(Verdict::of(&report), Open(Indication::CertificateChainGeneralFailure), "{format:?}");
        assert_eq!((report.level, report.carried), (Level::BB, Level::BLT), "{format:?}");
        assert!(report.relied.crls.is_empty(), "{format:?}");
    }
}
