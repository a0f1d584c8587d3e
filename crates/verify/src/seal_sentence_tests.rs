//! Every fact of a seal has its sentence, in both languages.
#![allow(clippy::unwrap_used)]

use jiff::Timestamp;
use signet_lang::Locale;
use signet_record::Language;
use signet_seal::{
    Certificate, ChainError, DigestAlgorithm, Indication, Level, Outcome, SealFact, SignatureScheme, StampKind,
    VerifyError,
    algorithm::{Curve, KeyKind},
    asn1::Oid,
    chain::Constraint,
    fact::{
        AlgorithmsFact, BaselineFact, ChainFact, Changes, Deviation, DocumentPart, HeaderDeviation, HeaderFault,
        IntegrityFact, JudgedStamp, NoRevocationEvidence, QualificationFact, RangeFault, RevocationFact,
        RevocationSource, SignerFact, SignerFault, SourceKind, StampClass, StampFact, StructureFact, ValidityFact,
    },
    policy::{EndedAlgorithm, Sunset},
    qualification::{CertificateAssessment, QualificationReason, SealClass, SealQualification, ServiceEvidence},
    revocation::{CrlReason as RevocationReason, Unanswered},
    trusted_list::{ServiceStatus, ServiceType},
};
use signet_testing::{Entity, certificate};

use crate::{
    check::{FilePart, Finding},
    fact::{Asked, FindingFact, NotConsulted, Root, SealContext},
};

/// A fact, its indication (none when it holds), what the verifier adds, and words that the English sentence must have.
type Row = (SealFact, Option<Indication>, SealContext, &'static str);

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// A certificate of an authority that is called so.
fn authority() -> Certificate {
    Certificate::from_der(&Entity::root(certificate::authority("Seal CA", None)).der).unwrap()
}

fn signature() -> Vec<Row> {
    use Indication::{CryptoConstraintsFailure, FormatFailure, HashFailure, SigConstraintsFailure, SigCryptoFailure};
    let none = SealContext::None;
    let es256 = SignatureScheme::from_jose("ES256").unwrap();
    let structure = SealFact::Structure;
    let integrity = SealFact::Integrity;
    let unlike = |error| integrity(IntegrityFact::Signature { scheme: es256, error, cms: false });
    let content = Changes::Content { part: DocumentPart::Page, object: 3 };
    let shown = Changes::Shown { part: DocumentPart::Signature, object: 3 };
    let signer = SignerFact::Identified { sha256: [7; 32], name: Some("Seal".to_owned()) };
    let rows = [
        (structure(StructureFact::Sound), None, "according to the standard"),
        (
            structure(StructureFact::Header(vec![HeaderFault::CritUnknown])),
            Some(FormatFailure),
            "not written according to",
        ),
        (
            structure(StructureFact::Expired(at("2026-01-01T00:00:00Z"))),
            Some(SigConstraintsFailure),
            "should not be accepted",
        ),
        (SealFact::ByteRange(Ok(4_096)), None, "whole document"),
        (SealFact::ByteRange(Err(RangeFault::Gap)), Some(FormatFailure), "does not cover the whole document"),
        (integrity(IntegrityFact::Content(DigestAlgorithm::Sha256)), Some(HashFailure), "has probably been changed"),
        (unlike(VerifyError::Wrong), Some(SigCryptoFailure), "has probably been changed"),
        (unlike(VerifyError::Unsupported), Some(CryptoConstraintsFailure), "an algorithm that is not verified"),
        (
            integrity(IntegrityFact::UnknownAlgorithm("EdDSA".to_owned())),
            Some(CryptoConstraintsFailure),
            "an algorithm that is not verified",
        ),
        (integrity(IntegrityFact::NoSigner), Some(Indication::NoSigningCertificateFound), "certificate"),
        (SealFact::ChangesAfter(Changes::None), None, "Nothing was added"),
        (SealFact::ChangesAfter(Changes::Evidence { seals: true }), None, "further seals"),
        (SealFact::ChangesAfter(content), Some(FormatFailure), "Other content"),
        (SealFact::ChangesAfter(Changes::Metadata { object: 3 }), None, "not visible on its pages"),
        (SealFact::ChangesAfter(shown), None, "does not cover it"),
        (SealFact::SignerIdentified(signer), None, "“Seal”"),
        (
            SealFact::SignerIdentified(SignerFact::Unidentified(SignerFault::NoDigest)),
            Some(Indication::NoSigningCertificateFound),
            "cannot be clearly identified",
        ),
    ];
    rows.into_iter().map(|(fact, indication, words)| (fact, indication, none.clone(), words)).collect()
}

fn chain() -> Vec<Row> {
    let certificate = authority();
    let trusted = || SealFact::Chain(ChainFact::Trusted { anchor: Some("Root".to_owned()), certificates: 2 });
    let broken = |error: ChainError| {
        let indication = match &error {
            ChainError::NotYetValid { .. } => Indication::NoCertificateChainFound,
            error => error.indication(),
        };
        (SealFact::Chain(ChainFact::Broken(error)), Some(indication))
    };
    let rule = ChainError::Constraint { certificate: certificate.clone(), constraint: Constraint::KeyUsage };
    let mut rows = vec![
        (trusted(), None, SealContext::Root(Root::Configured), "“Root”, which this verifier trusts"),
        (trusted(), None, SealContext::Root(Root::Test), "test root"),
        (trusted(), None, SealContext::Root(Root::Listed("CZ".to_owned())), "trusted list of CZ"),
        (
            SealFact::Chain(ChainFact::NoSigner),
            Some(Indication::NoSigningCertificateFound),
            SealContext::None,
            "Without the seal certificate",
        ),
    ];
    for (error, words) in [
        (ChainError::NoPath, "any authority"),
        (ChainError::Expired { certificate: certificate.clone() }, "had expired"),
        (ChainError::NotYetValid { certificate: certificate.clone() }, "not valid yet"),
        (ChainError::UnsupportedAlgorithm { certificate }, "algorithm"),
        (rule, "breaks a rule"),
    ] {
        let (fact, indication) = broken(error);
        rows.push((fact, indication, SealContext::None, words));
    }
    rows
}

fn validity() -> Vec<Row> {
    let (not_before, not_after) = (at("2025-01-01T00:00:00Z"), at("2028-01-01T00:00:00Z"));
    let dates = || ValidityFact::Dates { not_before, not_after, at: at("2026-07-01T10:00:00Z") };
    let late = ValidityFact::StampedAfterEnd { not_after, content: at("2028-07-01T10:00:00Z") };
    [
        (dates(), None, true, "proven time of the seal"),
        (dates(), None, false, "time of verification"),
        (dates(), Some(Indication::NotYetValid), false, "not valid yet"),
        (late, Some(Indication::Expired), true, "had expired (1\u{a0}January\u{a0}2028)"),
        (dates(), Some(Indication::OutOfBoundsNoPoe), false, "no time stamp proves"),
        (dates(), Some(Indication::OutOfBoundsNotRevoked), false, "no time stamp proves"),
        (ValidityFact::NoSigner, Some(Indication::NoSigningCertificateFound), false, "certificate"),
    ]
    .map(|(fact, indication, proved, words)| {
        (SealFact::CertificateValidity(fact), indication, SealContext::Time { proved }, words)
    })
    .into()
}

fn revocation() -> Vec<Row> {
    use NoRevocationEvidence::{Nothing, SignerEnded, Unusable};
    let certificate = authority();
    let (as_of, since) = (at("2026-07-01T10:00:00Z"), at("2026-05-01T10:00:00Z"));
    let source = RevocationSource { kind: SourceKind::Crl, embedded: true, as_of, next_update: None };
    let response = RevocationSource { kind: SourceKind::Ocsp, embedded: false, ..source };
    let revoked = |reason| RevocationFact::Revoked { source, at: since, reason, certificate: certificate.clone() };
    let lacking = |why| RevocationFact::NoEvidence { why, certificate: certificate.clone() };
    let asked = SealContext::Asked;
    let open = Some(Indication::CertificateChainGeneralFailure);
    let never = |anchor| (RevocationFact::NotRevocable, None, SealContext::NotRevocable { anchor });
    let with = |(fact, indication, context), words| (SealFact::Revocation(fact), indication, context, words);
    let later = RevocationFact::RevokedLater { source, at: since, reason: RevocationReason(1) };
    let none = || SealContext::None;
    vec![
        with((RevocationFact::Good(source), None, none()), "revocation list in the file"),
        with((RevocationFact::Good(response), None, none()), "(OCSP) obtained for this verification"),
        with((later, None, none()), "(its key fell into other hands), but a time stamp proves that the seal is older"),
        with(never(false), "never revoked"),
        with(never(true), "trusts the certificate directly"),
        with(
            (RevocationFact::StampedAfterRevocation { content: as_of }, Some(Indication::Revoked), none()),
            "too late",
        ),
        with(
            (revoked(RevocationReason(1)), Some(Indication::RevokedNoPoe), asked(Asked::Nobody)),
            "nothing proves that the seal",
        ),
        with(
            (revoked(RevocationReason(1)), Some(Indication::RevokedCaNoPoe), asked(Asked::Nobody)),
            "authority “Seal CA”",
        ),
        with((revoked(RevocationReason::HOLD), Some(Indication::TryLater), asked(Asked::Nobody)), "suspended"),
        with(
            (
                RevocationFact::Stale { source, certificate: certificate.clone() },
                Some(Indication::TryLater),
                asked(Asked::Nobody),
            ),
            "too old",
        ),
        with((lacking(Nothing), open, asked(Asked::Nobody)), "no authority was asked"),
        with((lacking(Nothing), open, asked(Asked::Unanswered)), "did not answer"),
        with((lacking(Nothing), open, asked(Asked::Nowhere)), "does not say whom to ask"),
        with(
            (RevocationFact::Unknown { certificate: certificate.clone() }, open, asked(Asked::Nobody)),
            "does not know the certificate",
        ),
        with((lacking(Unusable(Unanswered::NotSigned)), open, asked(Asked::Nobody)), "not from its authority"),
        with(
            (lacking(SignerEnded), Some(Indication::RevocationOutOfBoundsNoPoe), asked(Asked::Nobody)),
            "cannot be proven",
        ),
        with((RevocationFact::NoPath, open, none()), "which trusted authority"),
        with(
            (RevocationFact::NoSigner, Some(Indication::NoSigningCertificateFound), none()),
            "which trusted authority",
        ),
    ]
}

fn algorithms() -> Vec<Row> {
    let accepted =
        |name: &str, key| AlgorithmsFact::Accepted { scheme: SignatureScheme::from_jose(name).unwrap(), key };
    let rsa = |bits| KeyKind::Rsa { bits, pss_only: false };
    let ended = |key, end: Option<&str>| {
        let what = EndedAlgorithm::Signature { scheme: SignatureScheme::from_jose("RS256").unwrap(), key };
        AlgorithmsFact::Ended(Sunset { what, end: end.map(at) })
    };
    let unknown = EndedAlgorithm::Unknown(Oid::new("1.2.840.113549.1.1.4").unwrap());
    let until = SealContext::AcceptedUntil(at("2029-01-01T00:00:00Z"));
    [
        (accepted("ES256", KeyKind::Ec(Curve::P256)), None, SealContext::None, "no end"),
        (accepted("RS256", rsa(3072)), None, until, "until 1\u{a0}January\u{a0}2029"),
        (
            ended(rsa(2048), Some("2029-01-01T00:00:00Z")),
            Some(Indication::CryptoConstraintsFailureNoPoe),
            SealContext::None,
            "no time stamp proves",
        ),
        (
            ended(rsa(1024), Some("2019-01-01T00:00:00Z")),
            Some(Indication::CryptoConstraintsFailure),
            SealContext::None,
            "no longer considered secure",
        ),
        (
            ended(rsa(1024), None),
            Some(Indication::CryptoConstraintsFailure),
            SealContext::None,
            "RS256 (RSA-1024) is not considered",
        ),
        (
            AlgorithmsFact::Ended(Sunset { what: unknown, end: None }),
            Some(Indication::CryptoConstraintsFailure),
            SealContext::None,
            "1.2.840.113549.1.1.4 is not considered",
        ),
        (
            AlgorithmsFact::NoSigner,
            Some(Indication::NoSigningCertificateFound),
            SealContext::None,
            "cannot be assessed",
        ),
    ]
    .map(|(fact, indication, context, words)| (SealFact::Algorithms(fact), indication, context, words))
    .into()
}

fn stamps() -> Vec<Row> {
    let judged = |cause: Option<signet_seal::SealFinding>, class| {
        StampFact::Judged(Box::new(JudgedStamp {
            time: at("2026-07-01T10:00:00Z"),
            policy: Oid::new("1.2.3").unwrap(),
            authority: Some("TSA 1".to_owned()),
            cause,
            class: Some(class),
        }))
    };
    let caused = |fact, indication: Indication| {
        judged(Some(signet_seal::SealFinding::not(fact, indication)), StampClass::Unknown)
    };
    let chain = SealFact::Chain(ChainFact::Broken(ChainError::NoPath));
    let revocation = SealFact::Revocation(RevocationFact::NoPath);
    let changed = StampFact::Changed { part: DocumentPart::Page, object: 3 };
    let failed = Some(Indication::FormatFailure);
    [
        (StampKind::Signature, judged(None, StampClass::Qualified), None, "“TSA 1” proves that the seal existed on"),
        (
            StampKind::Archive,
            caused(chain, Indication::NoCertificateChainFound),
            Some(Indication::NoCertificateChainFound),
            "any time-stamping authority",
        ),
        (
            StampKind::Content,
            StampFact::OutOfOrder(at("2026-07-01T10:00:00Z")),
            Some(Indication::TimestampOrderFailure),
            "other time stamps",
        ),
        (StampKind::Archive, changed, failed, "changes the document"),
        (StampKind::Signature, StampFact::NotAContainer, failed, "cannot be read"),
        (
            StampKind::Signature,
            caused(revocation, Indication::CertificateChainGeneralFailure),
            Some(Indication::CertificateChainGeneralFailure),
            "its authority has been revoked",
        ),
    ]
    .map(|(kind, fact, indication, words)| (SealFact::Stamp(kind, fact), indication, SealContext::None, words))
    .into()
}

fn levels() -> Vec<Row> {
    let reached = |reach, carried| BaselineFact { deviations: Vec::new(), reach, carried };
    let broken =
        |deviations: &[Deviation], reach| BaselineFact { deviations: deviations.to_vec(), reach, carried: reach };
    let not = Some(Indication::SigConstraintsFailure);
    [
        (reached(Level::BT, Level::BLTA), None, "everything that level B-LTA requires"),
        (reached(Level::BLTA, Level::BLTA), None, "for decades"),
        (reached(Level::BB, Level::BB), None, "no time stamp or evidence"),
        (
            broken(&[Deviation::Header(HeaderDeviation::SigTAfterIatDate)], Level::BT),
            not,
            "matter of form; what the seal proves is the same. Level B-T",
        ),
        (broken(&[Deviation::SubFilter, Deviation::CertEntry], Level::NotBaseline), not, "(sub-filter, cert-entry)"),
        (
            broken(&[Deviation::NoSigningCertificate, Deviation::NoSignedAttributes], Level::NotBaseline),
            not,
            "a plain signature over the content",
        ),
    ]
    .map(|(fact, indication, words)| (SealFact::Baseline(fact), indication, SealContext::None, words))
    .into()
}

/// What a seal is by an entry of the Czech list, or by none.
fn qualification(class: SealClass, listed: bool, reason: Option<QualificationReason>) -> SealFact {
    let service = listed.then(|| ServiceEvidence {
        territory: "CZ".to_owned(),
        sequence: 141,
        issued: at("2025-12-01T00:00:00Z"),
        next_update: None,
        stale_since: Some(at("2026-01-01T00:00:00Z")),
        provider: "Provider".to_owned(),
        service: "CA".to_owned(),
        kind: ServiceType::from_uri("http://uri.etsi.org/TrstSvc/Svctype/CA/QC"),
        status: ServiceStatus::from_uri("http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/granted"),
        since: at("2017-01-01T00:00:00Z"),
        until: None,
    });
    let assessed = CertificateAssessment {
        at: at("2026-01-01T00:00:00Z"),
        service,
        qualified: listed,
        kind: None,
        device: listed,
        qualifiers: Vec::new(),
        reason: reason.clone(),
    };
    SealFact::Qualification(QualificationFact::Assessed {
        qualification: Box::new(SealQualification {
            class,
            at_issuance: assessed.clone(),
            at_sealing: assessed,
            reason,
            lotl_stale_since: None,
        }),
        established: true,
    })
}

fn qualifications() -> Vec<Row> {
    let unlooked = || SealFact::Qualification(QualificationFact::NotConsulted);
    let why = SealContext::NotConsulted;
    let withdrawn = QualificationReason::NotGranted("withdrawn".to_owned());
    let none = || SealContext::None;
    vec![
        (unlooked(), None, why(NotConsulted::NoLists), "not consulted"),
        (unlooked(), None, why(NotConsulted::Test), "no legal effect"),
        (qualification(SealClass::QeSeal, true, None), None, none(), "qualified electronic seal (Article 3(27)"),
        (qualification(SealClass::AdeSeal, false, Some(withdrawn)), None, none(), "“withdrawn”"),
        (
            qualification(SealClass::NotApplicable, false, Some(QualificationReason::NotListed)),
            None,
            none(),
            "not on any EU trusted list",
        ),
        (
            qualification(SealClass::NotApplicable, false, Some(QualificationReason::NoLists)),
            None,
            none(),
            "not available",
        ),
    ]
}

fn rows() -> Vec<Row> {
    [signature(), chain(), validity(), revocation(), algorithms(), stamps(), levels(), qualifications()].concat()
}

fn finding(row: &Row) -> Finding {
    let (fact, indication, context, _) = row.clone();
    let outcome = indication.map_or(Outcome::Holds, Indication::outcome);
    Finding { indication, ..Finding::new(FindingFact::Seal(Box::new(fact), context), FilePart::Credential, outcome) }
}

#[test]
fn facts_are_told_in_both_languages() {
    for row in rows() {
        let finding = finding(&row);
        let english = finding.sentence(Locale::ENGLISH);
        assert!(english.contains(row.3), "{:?}: {english}", finding.fact);
        for locale in Language::ALL.map(Locale::new) {
            let sentence = finding.sentence(locale);
            let whole = sentence.ends_with('.') && !["{", "  ", "??"].iter().any(|odd| sentence.contains(odd));
            assert!(whole, "{:?}: {sentence}", finding.fact);
        }
        assert_ne!(english, finding.sentence(Locale::CZECH));
    }
}

/// Names, values and sentences of every fact, as reports give them: `golden/seal-facts.txt` changes only for a reason.
#[test]
fn facts_are_told_as_in_the_golden_file() {
    let mut told = String::new();
    for row in rows() {
        let finding = finding(&row);
        let [cs, en] = Language::ALL.map(|language| finding.sentence(Locale::new(language)));
        let indication = finding.indication.map_or("holds", Indication::name);
        told.push_str(&format!("{} {indication}\n", finding.check().code()));
        for (name, value) in finding.evidence() {
            told.push_str(&format!("  {name}: {value}\n"));
        }
        told.push_str(&format!("  cs {cs}\n  en {en}\n"));
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/golden/seal-facts.txt");
    if std::env::var_os("SIGNET_BLESS").is_some() {
        std::fs::write(path, &told).unwrap();
    }
    let golden = std::fs::read_to_string(path).unwrap_or_default();
    assert!(golden == told, "what is told of seals changed: review, then run again with SIGNET_BLESS=1");
}

/// Whatever the judge makes of a fact: there is a sentence, whatever else this verifier could say.
#[test]
fn every_fact_with_every_indication_has_a_sentence() {
    for (fact, ..) in rows() {
        for indication in Indication::ALL.iter().copied().map(Some).chain([None]) {
            for outcome in [Outcome::Holds, Outcome::CannotTell, Outcome::Fails] {
                let bare = FindingFact::Seal(Box::new(fact.clone()), SealContext::None);
                let bare = Finding { indication, ..Finding::new(bare, FilePart::Document, outcome) };
                for locale in Language::ALL.map(Locale::new) {
                    let sentence = bare.sentence(locale);
                    assert!(sentence.len() > 20 && sentence.ends_with('.'), "{fact:?} {indication:?}: {sentence}");
                }
            }
        }
    }
}
