//! Findings about seals as sentences: what was found, by which facts.

use jiff::Timestamp;
use signet_lang::Locale;
use signet_seal::{Indication, Outcome, SealCheck};

use crate::{
    check::Finding,
    sentence::{part, word},
};

impl Finding {
    /// What was found about a seal.
    pub(crate) fn seal(&self, check: SealCheck, locale: Locale) -> String {
        let outcome = word(self.outcome);
        match check {
            SealCheck::Structure => {
                let kind = if self.fact("expires").is_some() { "expired" } else { outcome };
                locale.finding_structure(kind, self.moment("expires", locale))
            }
            SealCheck::ByteRange => locale.finding_byte_range(outcome),
            SealCheck::Integrity => self.integrity(locale),
            SealCheck::ChangesAfter => locale.finding_changes_after(self.told("changes")),
            SealCheck::SignerIdentified => locale.finding_signer(self.told("name"), self.unless_unvouched(outcome)),
            SealCheck::Chain => self.chain(locale),
            SealCheck::CertificateValidity => self.certificate_validity(locale),
            SealCheck::Revocation => self.revocation(locale),
            SealCheck::Algorithms => self.algorithms(locale),
            SealCheck::SignatureStamp => self.stamp("signature", locale),
            SealCheck::ContentStamp => self.stamp("content", locale),
            SealCheck::ArchiveStamp => self.stamp("archive", locale),
            SealCheck::Baseline => self.baseline(locale),
            SealCheck::Qualification => self.qualification(locale),
        }
    }

    /// Since when the seal is proved to exist.
    pub(crate) fn time(&self, locale: Locale) -> String {
        let (kind, fact) = match (self.fact("proven"), self.fact("claimed")) {
            (Some(_), _) => ("proved", "proven"),
            (None, Some(_)) => ("claimed", "claimed"),
            (None, None) => ("unknown", "claimed"),
        };
        locale.finding_time(kind, self.moment(fact, locale))
    }

    /// Whether the issuer is the body in the certificate; each difference by itself.
    pub(crate) fn issuer(&self, locale: Locale) -> String {
        let mut sentences = vec![locale.finding_issuer(
            self.told("certificate"),
            self.told("issuer"),
            self.unless_unvouched(word(self.outcome)),
        )];
        for what in self.facts("differs") {
            let (certificate, issuer) = match what {
                "name" | "language" => ("certificate", "issuer"),
                "country" => ("certificate_country", "issuer_country"),
                _ => ("certificate_identifier", "issuer_identifier"),
            };
            sentences.push(locale.finding_issuer_differs(self.told(certificate), self.told(issuer), what));
        }
        sentences.join(" ")
    }

    /// A name that no authority vouches for is not told beside a mark that something holds.
    fn unless_unvouched(&self, outcome: &'static str) -> &'static str {
        if self.outcome == Outcome::Holds && self.fact("anchored").is_some() { "unvouched" } else { outcome }
    }

    fn told(&self, name: &str) -> &str {
        self.fact(name).unwrap_or_default()
    }

    fn is(&self, indication: Indication) -> bool {
        self.indication == Some(indication)
    }

    fn day(&self, fact: &str, locale: Locale) -> String {
        let instant = self.fact(fact).and_then(|text| text.parse::<Timestamp>().ok());
        instant.map(|instant| locale.day(instant)).unwrap_or_default()
    }

    fn integrity(&self, locale: Locale) -> String {
        let kind = match self.indication {
            Some(Indication::CryptoConstraintsFailure) => "algorithm",
            Some(Indication::NoSigningCertificateFound) => "certificate",
            _ => word(self.outcome),
        };
        locale.finding_integrity(kind, part(self.part))
    }

    fn chain(&self, locale: Locale) -> String {
        let kind = match (self.outcome, self.indication, self.fact("root")) {
            (Outcome::Holds, _, Some("test")) => "test",
            (Outcome::Holds, _, Some("listed")) => "listed",
            (Outcome::Holds, ..) => "trusted",
            (_, Some(Indication::NoSigningCertificateFound), _) => "certificate",
            (_, Some(Indication::OutOfBoundsNoPoe), _) => "expired",
            (_, Some(Indication::ChainConstraintsFailure), _) => "rule",
            (_, Some(Indication::CryptoConstraintsFailure), _) => "algorithm",
            (..) if self.fact("certificate").is_some() => "early",
            (..) => "nobody",
        };
        locale.finding_chain(self.told("anchor"), self.told("certificate"), kind, self.told("list"))
    }

    fn certificate_validity(&self, locale: Locale) -> String {
        let kind = match self.indication {
            None if self.fact("time") == Some("proved") => "proved",
            None => "now",
            Some(Indication::NotYetValid) => "early",
            Some(Indication::Expired) => "late",
            Some(Indication::NoSigningCertificateFound) => "unknown",
            Some(_) => "ended",
        };
        let (from, until) = (self.day("not_before", locale), self.day("not_after", locale));
        locale.finding_certificate_validity(self.moment("at", locale), from, kind, until)
    }

    fn revocation(&self, locale: Locale) -> String {
        let reason = self.told("reason");
        let kind = match (self.outcome, self.indication) {
            (Outcome::Holds, _) if self.fact("revoked_at").is_some() => "later",
            (Outcome::Holds, _) if self.fact("source").is_some() => "good",
            (Outcome::Holds, _) if reason == "never revoked" => "never",
            (Outcome::Holds, _) => "anchor",
            (_, Some(Indication::Revoked)) => "too-late",
            (_, Some(Indication::RevokedNoPoe)) => "before",
            (_, Some(Indication::RevokedCaNoPoe)) => "authority",
            (_, Some(Indication::TryLater)) if self.fact("revoked_at").is_some() => "hold",
            (_, Some(Indication::TryLater)) => "old",
            (_, Some(Indication::CertificateChainGeneralFailure)) => match reason {
                "no revocation data" => self.told("asked"),
                "the responder does not know the certificate" => "stranger",
                "revocation data from after the certificate's end" => "unproved",
                "" => "unknown",
                _ => "unusable",
            },
            (_, Some(Indication::NoSigningCertificateFound) | None) => "unknown",
            (_, Some(_)) => "unproved",
        };
        let source = locale.finding_source(self.told("origin"), self.told("source"));
        let why = locale.finding_reason(self.told("revocation_reason"));
        let (as_of, since) = (self.moment("as_of", locale), self.moment("revoked_at", locale));
        locale.finding_revocation(as_of, self.told("certificate"), kind, why, since, source)
    }

    fn algorithms(&self, locale: Locale) -> String {
        let end = self.told("accepted_until");
        let kind = match self.outcome {
            Outcome::Holds if end.is_empty() => "lasting",
            Outcome::Holds => "until",
            _ if end.is_empty() => "unknown",
            _ if end == "never" => "never",
            _ if self.is(Indication::CryptoConstraintsFailureNoPoe) => "unproved",
            _ => "ended",
        };
        let until = self.day("accepted_until", locale);
        let algorithm = match self.told("algorithm").split_once(" with ") {
            Some((algorithm, key)) => format!("{algorithm} ({key})"),
            None => self.told("algorithm").to_owned(),
        };
        locale.finding_algorithms(algorithm, self.told("key"), kind, until)
    }

    fn stamp(&self, what: &'static str, locale: Locale) -> String {
        let authority = self.told("authority");
        let mut sentences =
            vec![locale.finding_stamp(authority, what, word(self.outcome), self.moment("time", locale))];
        if self.outcome != Outcome::Holds {
            let cause = match self.fact("cause") {
                Some("seal.integrity") => "integrity",
                Some("seal.signer-identified") => "signer",
                Some("seal.chain") => "chain",
                Some("seal.certificate-validity") => "validity",
                Some("seal.revocation") if self.fact("revoked_at").is_some() => "revoked",
                Some("seal.revocation") => "revocation",
                Some("seal.algorithms") => "algorithms",
                _ if self.is(Indication::TimestampOrderFailure) => "order",
                _ if self.fact("what").is_some() => "changed",
                _ => "structure",
            };
            sentences.push(locale.finding_stamp_cause(cause));
            sentences.extend(self.advisory.then(|| locale.finding_stamp_left_out()));
        }
        sentences.extend(self.fact("qualified").map(|qualified| locale.finding_stamp_qualified(qualified.to_owned())));
        sentences.join(" ")
    }

    fn baseline(&self, locale: Locale) -> String {
        let level = self.fact("reach").or_else(|| self.fact("level")).unwrap_or_default();
        let reach = match self.fact("carried").filter(|carried| *carried != level) {
            Some(carried) => locale.finding_level_carried(carried, level),
            None => locale.finding_level(level),
        };
        if self.outcome == Outcome::Holds {
            return reach;
        }
        let deviations: Vec<&str> = self.facts("deviation").collect();
        let kind = match deviations.as_slice() {
            ["sigT-after-2025-07-15"] => "sigT",
            all if all.contains(&"no-signed-attributes") => "plain",
            [.., "no-signing-certificate"] => "certificate",
            _ => "form",
        };
        format!("{} {reach}", locale.finding_baseline(deviations.join(", "), kind))
    }

    fn qualification(&self, locale: Locale) -> String {
        let Some(class) = self.fact("class") else {
            return locale.finding_qualification_reason("", self.told("reason"));
        };
        let mut sentences = vec![if self.outcome == Outcome::CannotTell {
            locale.finding_qualification_open(class)
        } else {
            locale.finding_qualification(class)
        }];
        if let Some(reason) = self.fact("reason") {
            sentences.push(locale.finding_qualification_reason(self.told("reason_detail"), reason));
        }
        if let Some(list) = self.fact("list") {
            let yes = |name| if self.fact(name) == Some("true") { "yes" } else { "no" };
            let (issuance, sealing) = (yes("qualified_at_issuance"), yes("qualified_at_sealing"));
            sentences.push(locale.finding_qualification_times(issuance, sealing));
            let (provider, service) = (self.told("provider"), self.told("service"));
            sentences.push(locale.finding_qualification_by(list, provider, self.told("list_sequence"), service));
        }
        if self.fact("list_stale_since").is_some() {
            sentences.push(locale.finding_qualification_stale(self.moment("list_stale_since", locale)));
        }
        sentences.join(" ")
    }
}

#[cfg(test)]
mod tests {
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
        (
            SealCheck::Structure,
            Some(Indication::FormatFailure),
            &[("fault", "crit-unknown")],
            "not written according to",
        ),
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
        (
            SealCheck::CertificateValidity,
            Some(Indication::OutOfBoundsNotRevoked),
            &[FROM, UNTIL],
            "no time stamp proves",
        ),
        (SealCheck::Revocation, None, &[LIST, ("origin", "embedded"), WHEN], "revocation list in the file"),
        (
            SealCheck::Revocation,
            None,
            &[RESPONSE, ("origin", "fetched"), WHEN],
            "(OCSP) obtained for this verification",
        ),
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
            &[
                ("deviation", "no-signing-certificate"),
                ("deviation", "no-signed-attributes"),
                ("reach", "not_baseline"),
            ],
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
}
