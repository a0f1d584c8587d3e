//! Findings as sentences, in the reader's language.

use jiff::Timestamp;
use signet_lang::Locale;
use signet_seal::Outcome;

use crate::{
    check::{Aspect, Check, Finding, Part},
    report::{Group, GroupName, Report},
    sealing::{Body, Sealing},
};

/// The name of an outcome in the language files.
pub(crate) fn word(outcome: Outcome) -> &'static str {
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
            Check::SealsUnread(why) => locale.verify_seal_unread(why.sentence(locale)),
            Check::Seal(check) => self.seal(*check, locale),
            Check::SealTime => self.time(locale),
            Check::IssuerCertificate => self.issuer(locale),
            Check::SameSealer => locale.verify_seal_same_sealer(outcome),
            Check::Trial => locale.verify_seal_trial(),
            Check::ValidFrom => locale.verify_validity_from(self.moment("from", locale), outcome),
            Check::Expiry => {
                let until = self.moment("until", locale);
                let kind = if until.is_empty() && self.outcome == Outcome::Holds { "never" } else { outcome };
                locale.verify_validity_expiry(kind, until)
            }
            Check::Status => self.status(locale),
        }
    }

    fn status(&self, locale: Locale) -> String {
        let (problem, says) = (self.fact("problem"), self.fact("says"));
        match (self.fact("purpose"), problem, says) {
            (_, Some("unsealed"), Some(says @ ("revoked" | "suspended"))) => locale.verify_validity_unsealed(says),
            (Some(purpose), None, _) => {
                let clear = format!("clear-{purpose}");
                let kind = self.fact("status").or(says).unwrap_or(&clear);
                let sentence = locale.verify_validity_bits(self.fact("message").unwrap_or_default(), kind);
                match self.moment("as-of", locale) {
                    when if when.is_empty() => sentence,
                    when => format!("{sentence} {}", locale.verify_validity_as_of(when)),
                }
            }
            _ => {
                let kind = self.fact("status").or(problem).unwrap_or(word(self.outcome));
                let named = self.fact("kind").unwrap_or_default();
                locale.verify_validity_status(self.moment("as-of", locale), kind, named)
            }
        }
    }

    /// A fact that is an instant, as a person reads it; empty without one.
    pub(crate) fn moment(&self, fact: &str, locale: Locale) -> String {
        let instant = self.fact(fact).and_then(|text| text.parse::<Timestamp>().ok());
        instant.map(|instant| locale.instant(instant)).unwrap_or_default()
    }
}

pub(crate) fn part(part: Part) -> &'static str {
    match part {
        Part::Credential => "credential",
        Part::Document => "document",
        Part::Embedded => "embedded",
    }
}

impl Report {
    /// The answer of a group in a sentence; where something keeps it open, what.
    pub fn group_sentence(&self, group: &Group, locale: Locale) -> String {
        let outcome = word(group.outcome());
        match group.name {
            GroupName::Format => locale.verify_group_format(outcome),
            GroupName::Seal => {
                let sealer = self.sealings.iter().find_map(|sealing| sealing.sealer.clone()).unwrap_or_default();
                let kind = if group.outcome() != Outcome::Fails && self.is_trial() {
                    "trial"
                } else if self.sealings.is_empty() && !group.findings.iter().any(Finding::is_unread) {
                    "absent"
                } else {
                    outcome
                };
                let sentence = locale.verify_group_seal(kind, sealer);
                match Report::cause(group) {
                    Some(cause) if matches!(kind, "open" | "fails") => format!("{sentence} {}", cause.sentence(locale)),
                    _ => sentence,
                }
            }
            GroupName::Validity => {
                let statuses = group.findings.iter().filter(|finding| finding.check == Check::Status);
                let kind = statuses.filter_map(|finding| finding.fact("status")).next().unwrap_or(outcome);
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

    /// What a finding about a seal speaks of, and where a file has several seals, of which.
    pub fn heading(&self, finding: &Finding, locale: Locale) -> Option<String> {
        let aspect = Report::aspect_name(finding.check.aspect()?, locale);
        let part = match finding.part {
            Part::Document if self.sealings.len() > 1 => locale.web_part_document(),
            Part::Embedded => locale.web_part_embedded(),
            Part::Document | Part::Credential => return Some(aspect),
        };
        let of_part = self.sealings.iter().filter(|sealing| sealing.part == finding.part).count();
        let number = finding.seal.filter(|_| of_part > 1).map(|place| locale.finding_seal_number(place + 1));
        let which = [Some(part), number].into_iter().flatten().collect::<Vec<_>>().join(", ");
        Some(format!("{aspect} – {which}"))
    }

    /// The name of an aspect of a seal.
    pub fn aspect_name(aspect: Aspect, locale: Locale) -> String {
        locale.finding_aspect(aspect.name())
    }

    /// Who sealed and for whom, in sentences.
    pub fn who_sealed(&self, locale: Locale) -> Vec<String> {
        let mut told = Vec::new();
        for sealing in &self.sealings {
            let part = part(sealing.part);
            match (sealing.sealer_in_full(), sealing.awarded_by.as_slice()) {
                (None, _) => told.push(locale.verify_who_unknown(part)),
                (Some(sealer), []) => told.push(locale.verify_who(part, sealer)),
                (Some(sealer), bodies) => {
                    let bodies: Vec<String> = bodies.iter().map(Body::in_full).collect();
                    told.push(locale.verify_who_for(bodies.join("; "), part, sealer));
                    told.extend(
                        sealing
                            .mandate
                            .as_ref()
                            .map(|mandate| locale.verify_who_mandate(mandate.trim().trim_end_matches('.').to_owned())),
                    );
                }
            }
        }
        told
    }
}

impl Sealing {
    /// How long the seal can be proved, and where that could not be checked to the end, what the file carries.
    pub fn level_sentence(&self, locale: Locale) -> String {
        if self.carried == self.reach {
            return locale.finding_level(self.reach.name());
        }
        locale.finding_level_carried(self.carried.name(), self.reach.name())
    }

    /// The sealer's name with identifier and country.
    pub fn sealer_in_full(&self) -> Option<String> {
        let name = self.sealer.as_ref().or(self.sealer_identifier.as_ref())?;
        let identifier = self.sealer_identifier.as_ref().filter(|identifier| *identifier != name);
        Some(in_full(name, [identifier, self.sealer_country.as_ref()]))
    }
}

impl Body {
    /// The name with identifier and country.
    pub fn in_full(&self) -> String {
        in_full(self.name.as_deref().unwrap_or("–"), [self.identifier.as_ref(), self.country.as_ref()])
    }
}

fn in_full(name: &str, particulars: [Option<&String>; 2]) -> String {
    let particulars: Vec<&str> = particulars.into_iter().flatten().map(String::as_str).collect();
    if particulars.is_empty() { name.to_owned() } else { format!("{name} ({})", particulars.join(", ")) }
}
