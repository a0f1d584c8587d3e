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
#[path = "seal_sentence_tests.rs"]
mod tests;
