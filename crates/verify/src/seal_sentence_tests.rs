//! Each fact of a seal is told, in both languages.

use signet_record::Language;

use super::*;
use crate::check::{Check, Part};

type Facts = &'static [(&'static str, &'static str)];

/// Check, indication (none when it holds), facts, and words that the English sentence must have.
type Row = (SealCheck, Option<Indication>, Facts, &'static str);

const WHEN: (&str, &str) = ("as_of", "2026-07-01T10:00:00Z");
const SINCE: (&str, &str) = ("revoked_at", "2026-05-01T10:00:00Z");
const WHOSE: (&str, &str) = ("certificate", "Seal CA");
const FROM: (&str, &str) = ("not_before", "2025-01-01T00:00:00Z");
const UNTIL: (&str, &str) = ("not_after", "2028-01-01T00:00:00Z");
const LIST: (&str, &str) = ("source", "crl");
const RESPONSE: (&str, &str) = ("source", "ocsp");

const ROWS: &[Row] = &[
    (SealCheck::Structure, Some(Indication::FormatFailure), &[("fault", "crit-unknown")], "not written according to"),
    (SealCheck::ByteRange, None, &[], "whole document"),
    (SealCheck::Integrity, Some(Indication::HashFailure), &[], "has probably been changed"),
    (SealCheck::Integrity, Some(Indication::CryptoConstraintsFailure), &[], "an algorithm that is not verified"),
    (SealCheck::Integrity, Some(Indication::NoSigningCertificateFound), &[], "certificate"),
    (SealCheck::ChangesAfter, None, &[("changes", "none")], "Nothing was added"),
    (SealCheck::ChangesAfter, None, &[("changes", "seals")], "further seals"),
    (SealCheck::ChangesAfter, Some(Indication::FormatFailure), &[("changes", "content")], "Other content"),
    (SealCheck::ChangesAfter, None, &[("changes", "metadata")], "not visible on its pages"),
    (SealCheck::ChangesAfter, None, &[("changes", "shown"), ("what", "signature")], "does not cover it"),
    (SealCheck::SignerIdentified, None, &[("name", "Seal")], "“Seal”"),
    (SealCheck::SignerIdentified, Some(Indication::NoSigningCertificateFound), &[], "cannot be clearly identified"),
    (SealCheck::Chain, None, &[("anchor", "Root"), ("root", "configured")], "“Root”, which this verifier trusts"),
    (SealCheck::Chain, None, &[("anchor", "Root"), ("root", "test")], "test root"),
    (SealCheck::Chain, None, &[("anchor", "Root"), ("root", "listed"), ("list", "CZ")], "trusted list of CZ"),
    (SealCheck::Chain, Some(Indication::NoCertificateChainFound), &[], "any authority"),
    (SealCheck::Chain, Some(Indication::OutOfBoundsNoPoe), &[WHOSE], "had expired"),
    (SealCheck::Chain, Some(Indication::NoCertificateChainFound), &[WHOSE], "not valid yet"),
    (SealCheck::Chain, Some(Indication::ChainConstraintsFailure), &[WHOSE], "breaks a rule"),
    (SealCheck::Chain, Some(Indication::NoSigningCertificateFound), &[], "Without the seal certificate"),
    (
        SealCheck::CertificateValidity,
        None,
        &[FROM, UNTIL, ("time", "proved"), ("at", "2026-07-01T10:00:00Z")],
        "proven time of the seal",
    ),
    (SealCheck::CertificateValidity, None, &[FROM, UNTIL, ("time", "now")], "time of verification"),
    (SealCheck::CertificateValidity, Some(Indication::NotYetValid), &[FROM, UNTIL], "not valid yet"),
    (SealCheck::CertificateValidity, Some(Indication::Expired), &[FROM, UNTIL], "too late"),
    (SealCheck::CertificateValidity, Some(Indication::OutOfBoundsNoPoe), &[FROM, UNTIL], "no time stamp proves"),
    (SealCheck::CertificateValidity, Some(Indication::OutOfBoundsNotRevoked), &[FROM, UNTIL], "no time stamp proves"),
    (SealCheck::Revocation, None, &[LIST, ("origin", "embedded"), WHEN], "revocation list in the file"),
    (SealCheck::Revocation, None, &[RESPONSE, ("origin", "fetched"), WHEN], "(OCSP) obtained for this verification"),
    (
        SealCheck::Revocation,
        None,
        &[LIST, ("origin", "embedded"), WHEN, SINCE, ("revocation_reason", "keyCompromise")],
        "(its key fell into other hands), but a time stamp proves that the seal is older",
    ),
    (SealCheck::Revocation, None, &[("reason", "never revoked")], "never revoked"),
    (
        SealCheck::Revocation,
        None,
        &[("reason", "the certificate itself is trusted")],
        "trusts the certificate directly",
    ),
    (SealCheck::Revocation, Some(Indication::Revoked), &[], "too late"),
    (
        SealCheck::Revocation,
        Some(Indication::RevokedNoPoe),
        &[WHOSE, LIST, WHEN, SINCE],
        "nothing proves that the seal",
    ),
    (SealCheck::Revocation, Some(Indication::RevokedCaNoPoe), &[WHOSE, LIST, WHEN, SINCE], "authority “Seal CA”"),
    (SealCheck::Revocation, Some(Indication::TryLater), &[WHOSE, LIST, WHEN, SINCE], "suspended"),
    (SealCheck::Revocation, Some(Indication::TryLater), &[WHOSE, LIST, WHEN], "too old"),
    (
        SealCheck::Revocation,
        Some(Indication::CertificateChainGeneralFailure),
        &[("reason", "no revocation data"), WHOSE, ("asked", "nobody")],
        "no authority was asked",
    ),
    (
        SealCheck::Revocation,
        Some(Indication::CertificateChainGeneralFailure),
        &[("reason", "no revocation data"), WHOSE, ("asked", "unanswered")],
        "did not answer",
    ),
    (
        SealCheck::Revocation,
        Some(Indication::CertificateChainGeneralFailure),
        &[("reason", "no revocation data"), WHOSE, ("asked", "nowhere")],
        "does not say whom to ask",
    ),
    (
        SealCheck::Revocation,
        Some(Indication::CertificateChainGeneralFailure),
        &[("reason", "the responder does not know the certificate"), WHOSE],
        "does not know the certificate",
    ),
    (
        SealCheck::Revocation,
        Some(Indication::CertificateChainGeneralFailure),
        &[("reason", "revocation data that its issuer did not sign"), WHOSE],
        "not from its authority",
    ),
    (SealCheck::Revocation, Some(Indication::RevocationOutOfBoundsNoPoe), &[WHOSE], "cannot be proven"),
    (SealCheck::Revocation, Some(Indication::CertificateChainGeneralFailure), &[], "which trusted authority"),
    (SealCheck::Revocation, Some(Indication::NoSigningCertificateFound), &[], "which trusted authority"),
    (SealCheck::Algorithms, None, &[("algorithm", "ES256"), ("key", "P-256")], "no end"),
    (
        SealCheck::Algorithms,
        None,
        &[("algorithm", "RS256"), ("key", "RSA-3072"), ("accepted_until", "2029-01-01T00:00:00Z")],
        "until 1\u{a0}January\u{a0}2029",
    ),
    (
        SealCheck::Algorithms,
        Some(Indication::CryptoConstraintsFailureNoPoe),
        &[("algorithm", "RS256"), ("accepted_until", "2029-01-01T00:00:00Z")],
        "no time stamp proves",
    ),
    (
        SealCheck::Algorithms,
        Some(Indication::CryptoConstraintsFailure),
        &[("algorithm", "RS256"), ("accepted_until", "2019-01-01T00:00:00Z")],
        "no longer considered secure",
    ),
    (
        SealCheck::Algorithms,
        Some(Indication::CryptoConstraintsFailure),
        &[("algorithm", "MD5"), ("accepted_until", "never")],
        "MD5 is not considered",
    ),
    (SealCheck::Algorithms, Some(Indication::NoSigningCertificateFound), &[], "cannot be assessed"),
    (
        SealCheck::SignatureStamp,
        None,
        &[("time", "2026-07-01T10:00:00Z"), ("authority", "TSA 1"), ("qualified", "yes")],
        "“TSA 1” proves that the seal existed on",
    ),
    (
        SealCheck::ArchiveStamp,
        Some(Indication::NoCertificateChainFound),
        &[("time", "2026-07-01T10:00:00Z"), ("cause", "seal.chain"), ("qualified", "unknown")],
        "any time-stamping authority",
    ),
    (SealCheck::ContentStamp, Some(Indication::TimestampOrderFailure), &[], "other time stamps"),
    (SealCheck::ArchiveStamp, Some(Indication::FormatFailure), &[("what", "a page")], "changes the document"),
    (SealCheck::SignatureStamp, Some(Indication::FormatFailure), &[("reason", "x")], "cannot be read"),
    (
        SealCheck::SignatureStamp,
        Some(Indication::CertificateChainGeneralFailure),
        &[("cause", "seal.revocation"), ("reason", "no revocation data")],
        "its authority has been revoked",
    ),
    (
        SealCheck::Structure,
        Some(Indication::SigConstraintsFailure),
        &[("expires", "2026-01-01T00:00:00Z")],
        "should not be accepted",
    ),
    (
        SealCheck::Baseline,
        None,
        &[("level", "B-T"), ("reach", "B-T"), ("carried", "B-LTA")],
        "everything that level B-LTA requires",
    ),
    (SealCheck::Baseline, None, &[("level", "B-LTA"), ("reach", "B-LTA")], "for decades"),
    (SealCheck::Baseline, None, &[("level", "B-B"), ("reach", "B-B")], "no time stamp or evidence"),
    (
        SealCheck::Baseline,
        Some(Indication::SigConstraintsFailure),
        &[("deviation", "sigT-after-2025-07-15"), ("reach", "B-T")],
        "matter of form; what the seal proves is the same. Level B-T",
    ),
    (
        SealCheck::Baseline,
        Some(Indication::SigConstraintsFailure),
        &[("deviation", "sub-filter"), ("deviation", "cert-entry"), ("reach", "not_baseline")],
        "(sub-filter, cert-entry)",
    ),
    (
        SealCheck::Baseline,
        Some(Indication::SigConstraintsFailure),
        &[("deviation", "no-signing-certificate"), ("deviation", "no-signed-attributes"), ("reach", "not_baseline")],
        "a plain signature over the content",
    ),
    (SealCheck::Qualification, None, &[("reason", "not_consulted")], "not consulted"),
    (SealCheck::Qualification, None, &[("reason", "trial")], "no legal effect"),
    (
        SealCheck::Qualification,
        None,
        &[
            ("class", "QESeal"),
            ("list", "CZ"),
            ("list_sequence", "141"),
            ("provider", "Provider"),
            ("service", "CA"),
            ("qualified_at_issuance", "true"),
            ("qualified_at_sealing", "true"),
            ("list_stale_since", "2026-01-01T00:00:00Z"),
        ],
        "qualified electronic seal (Article 3(27)",
    ),
    (
        SealCheck::Qualification,
        None,
        &[("class", "AdESeal"), ("reason", "not_granted"), ("reason_detail", "withdrawn")],
        "“withdrawn”",
    ),
    (SealCheck::Qualification, None, &[("class", "N/A"), ("reason", "not_listed")], "not on any EU trusted list"),
    (SealCheck::Qualification, None, &[("class", "N/A"), ("reason", "no_lists")], "not available"),
];

fn finding(row: &Row) -> Finding {
    let (check, indication, facts, _) = row;
    let outcome = indication.map_or(Outcome::Holds, Indication::outcome);
    Finding {
        indication: *indication,
        evidence: facts.iter().map(|(name, value)| (*name, (*value).to_owned())).collect(),
        ..Finding::new(Check::Seal(*check), Part::Credential, outcome)
    }
}

#[test]
fn facts_are_told_in_both_languages() {
    for row in ROWS {
        let finding = finding(row);
        let english = finding.sentence(Locale::ENGLISH);
        assert!(english.contains(row.3), "{:?} {:?}: {english}", row.0, row.1);
        for locale in Language::ALL.map(Locale::new) {
            let sentence = finding.sentence(locale);
            let whole = sentence.ends_with('.') && !["{", "  ", "??"].iter().any(|odd| sentence.contains(odd));
            assert!(whole, "{:?} {:?}: {sentence}", row.0, row.1);
        }
        assert_ne!(english, finding.sentence(Locale::CZECH));
    }
}

/// Whatever the judge says of a check, and however few facts it gives: there is a sentence.
#[test]
fn every_check_with_every_indication_has_a_sentence() {
    for check in SealCheck::ALL {
        for indication in Indication::ALL.iter().copied().map(Some).chain([None]) {
            for outcome in [Outcome::Holds, Outcome::CannotTell, Outcome::Fails] {
                let bare = Finding { indication, ..Finding::new(Check::Seal(*check), Part::Document, outcome) };
                for locale in Language::ALL.map(Locale::new) {
                    let sentence = bare.sentence(locale);
                    assert!(sentence.len() > 20 && sentence.ends_with('.'), "{check:?} {indication:?}: {sentence}");
                }
            }
        }
    }
}
