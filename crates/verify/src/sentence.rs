//! Findings as sentences, in the reader's language.

use jiff::Timestamp;
use signet_lang::Locale;
use signet_seal::{Outcome, SealCheck};

use crate::{
    check::{Check, Finding, Part},
    report::{Group, GroupName, Report},
};

/// The name of an outcome in the language files.
fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Holds => "holds",
        Outcome::Fails => "fails",
        Outcome::CannotTell => "open",
    }
}

impl Finding {
    /// What was found, as a sentence.
    pub fn sentence(&self, locale: Locale) -> String {
        let outcome = word(self.outcome);
        match &self.check {
            Check::ProfileRules => {
                let count: i64 = self.fact("violations").and_then(|count| count.parse().ok()).unwrap_or_default();
                locale.verify_format_profile_rules(count)
            }
            Check::Format(finding) => finding.sentence(locale),
            Check::Attachment => locale.verify_format_attachment(outcome),
            Check::SameCredential => locale.verify_format_same_credential(outcome),
            Check::SealPresent => locale.verify_seal_present(outcome, part(self.part)),
            Check::Seal(check) => self.seal(*check, locale),
            Check::IssuerCertificate => {
                let certificate = self.fact("certificate").unwrap_or_default();
                let issuer = self.fact("issuer").unwrap_or_default();
                locale.verify_seal_issuer_certificate(certificate, issuer, outcome)
            }
            Check::SameSealer => locale.verify_seal_same_sealer(outcome),
            Check::Trial => locale.verify_seal_trial(),
            Check::ValidFrom => locale.verify_validity_from(self.moment("from", locale), outcome),
            Check::Expiry => {
                let until = self.moment("until", locale);
                let kind = if until.is_empty() && self.outcome == Outcome::Holds { "never" } else { outcome };
                locale.verify_validity_expiry(kind, until)
            }
            Check::Status => {
                let kind = self.fact("status").or_else(|| self.fact("problem")).unwrap_or(outcome);
                locale.verify_validity_status(self.moment("as-of", locale), kind)
            }
        }
    }

    fn moment(&self, fact: &str, locale: Locale) -> String {
        let instant = self.fact(fact).and_then(|text| text.parse::<Timestamp>().ok());
        instant.map(|instant| locale.instant(instant)).unwrap_or_default()
    }

    fn seal(&self, check: SealCheck, locale: Locale) -> String {
        let outcome = word(self.outcome);
        let part = part(self.part);
        match check {
            SealCheck::Structure => locale.verify_seal_structure(outcome),
            SealCheck::ByteRange => locale.verify_seal_byte_range(outcome),
            SealCheck::Integrity => locale.verify_seal_integrity(outcome, part),
            SealCheck::ChangesAfter => locale.verify_seal_changes_after(outcome),
            SealCheck::SignerIdentified => locale.verify_seal_signer(outcome),
            SealCheck::Chain => locale.verify_seal_chain(outcome),
            SealCheck::CertificateValidity => locale.verify_seal_certificate_validity(outcome),
            SealCheck::Revocation => locale.verify_seal_revocation(outcome),
            SealCheck::Algorithms => locale.verify_seal_algorithms(outcome),
            SealCheck::SignatureStamp => locale.verify_seal_signature_stamp(outcome),
            SealCheck::ContentStamp => locale.verify_seal_content_stamp(outcome),
            SealCheck::ArchiveStamp => locale.verify_seal_archive_stamp(outcome),
            SealCheck::Baseline => locale.verify_seal_baseline(outcome),
            SealCheck::Qualification => locale.verify_seal_qualification(outcome),
        }
    }
}

fn part(part: Part) -> &'static str {
    match part {
        Part::Credential => "credential",
        Part::Document => "document",
        Part::Embedded => "embedded",
    }
}

impl Report {
    /// The answer of a group in one sentence.
    pub fn group_sentence(&self, group: &Group, locale: Locale) -> String {
        let outcome = word(group.outcome());
        match group.name {
            GroupName::Format => locale.verify_group_format(outcome),
            GroupName::Seal => {
                let sealer = self.sealings.iter().find_map(|sealing| sealing.sealer.clone()).unwrap_or_default();
                let kind = if group.outcome() != Outcome::Fails && self.is_trial() {
                    "trial"
                } else if self.sealings.is_empty() && group.outcome() == Outcome::CannotTell {
                    "absent"
                } else {
                    outcome
                };
                locale.verify_group_seal(kind, sealer)
            }
            GroupName::Validity => {
                let status = group.findings.iter().find(|finding| finding.check == Check::Status);
                let kind = status.and_then(|finding| finding.fact("status")).unwrap_or(outcome);
                locale.verify_group_validity(kind)
            }
        }
    }

    /// The name of a group.
    pub fn group_name(group: GroupName, locale: Locale) -> String {
        match group {
            GroupName::Format => locale.verify_name_format(),
            GroupName::Seal => locale.verify_name_seal(),
            GroupName::Validity => locale.verify_name_validity(),
        }
    }

    /// Who sealed, for whom and when, in sentences.
    pub fn who_sealed(&self, locale: Locale) -> Vec<String> {
        let mut told = Vec::new();
        for sealing in &self.sealings {
            let sealer = sealing.sealer.clone().unwrap_or_default();
            let sentence = match (sealer.is_empty(), sealing.on_behalf_of.as_slice()) {
                (true, _) => locale.verify_who_unknown(part(sealing.part)),
                (false, []) => locale.verify_who(part(sealing.part), sealer),
                (false, bodies) => locale.verify_who_for(bodies.join(", "), part(sealing.part), sealer),
            };
            told.push(sentence);
            told.extend(match (sealing.proven, sealing.claimed) {
                (Some(proven), _) => Some(locale.verify_when_proven(locale.instant(proven))),
                (None, Some(claimed)) => Some(locale.verify_when_claimed(locale.instant(claimed))),
                (None, None) => None,
            });
        }
        told
    }
}
