//! Findings as sentences, in the reader's language.

use jiff::Timestamp;
use signet_lang::{Locale, args};
use signet_seal::{HolderKind, Outcome, SealCheck};

use crate::{
    check::{Aspect, Check, Finding, Part},
    fact::{
        AwardProof, Awarded, AwardingFact, FindingFact, PictureDoubt, SealTime, Status, StatusFact, StatusFinding,
        StatusProblem,
    },
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
        match &self.fact {
            FindingFact::ProfileRules { violations } => locale.verify_format_profile_rules(*violations),
            FindingFact::Format(finding) => finding.sentence(locale),
            FindingFact::Attachment(_) => locale.verify_format_attachment(outcome),
            FindingFact::SameCredential => locale.verify_format_same_credential(outcome),
            FindingFact::Picture(fact) => locale.verify_format_picture(fact.doubt.map_or(outcome, PictureDoubt::name)),
            FindingFact::RecordRoot(state) => locale.verify_format_record_root(state.code()),
            FindingFact::SealPresent => {
                locale.verify_seal_present(args::VerifySealPresent { outcome, part: part(self.part) })
            }
            FindingFact::SealsUnread(why) => locale.verify_seal_unread(why.sentence(locale)),
            FindingFact::Seal(found, context) => self.seal(found, context, locale),
            FindingFact::SealTime(time) => seal_time(*time, locale),
            FindingFact::LegalPerson { holder, .. } => locale.verify_seal_legal_person(holder.name()),
            FindingFact::IssuerCertificate(fact) => self.issuer(fact, locale),
            FindingFact::AwardingBody(fact) => awarding_body(fact, locale),
            FindingFact::SameSealer => locale.verify_seal_same_sealer(outcome),
            FindingFact::Trial => locale.verify_seal_trial(),
            FindingFact::ValidityVouched(why) => locale.verify_validity_seal(why.name()),
            FindingFact::ValidFrom(from) => {
                locale.verify_validity_from(args::VerifyValidityFrom { from: moment(*from, locale), outcome })
            }
            FindingFact::Expiry(None) if self.outcome == Outcome::Holds => {
                locale.verify_validity_expiry(args::VerifyValidityExpiry { outcome: "never", until: "" })
            }
            FindingFact::Expiry(until) => {
                locale.verify_validity_expiry(args::VerifyValidityExpiry { outcome, until: moment(*until, locale) })
            }
            FindingFact::Status(fact) => self.status(fact, locale),
        }
    }

    fn status(&self, fact: &StatusFact, locale: Locale) -> String {
        let plain =
            |kind, named: &str| locale.verify_validity_status(args::VerifyValidityStatus { as_of: "", kind, named });
        match &fact.found {
            StatusFinding::Problem(StatusProblem::Unsealed { says: says @ (Status::Revoked | Status::Suspended) }) => {
                locale.verify_validity_unsealed(says.name())
            }
            StatusFinding::Problem(StatusProblem::OtherSignature {
                kind,
                says: says @ (Status::Revoked | Status::Suspended),
            }) => locale.verify_validity_other_signature(args::VerifyValidityOtherSignature {
                named: kind.as_str(),
                says: says.name(),
            }),
            StatusFinding::Unread(kind) | StatusFinding::Problem(StatusProblem::OtherSignature { kind, .. }) => {
                plain(fact.found.name(), kind)
            }
            StatusFinding::NoneNamed
            | StatusFinding::Address
            | StatusFinding::Unreachable
            | StatusFinding::Offline
            | StatusFinding::Problem(_) => plain(fact.found.name(), ""),
            StatusFinding::Said { status, as_of } => match &fact.purpose {
                Some(purpose) => by_bits(status, purpose, *as_of, locale),
                None => {
                    let kind = fact.against().map_or(word(self.outcome), Status::name);
                    locale.verify_validity_status(args::VerifyValidityStatus {
                        as_of: moment(*as_of, locale),
                        kind,
                        named: "",
                    })
                }
            },
        }
    }
}

/// Since when the seal is proved to exist.
fn seal_time(time: SealTime, locale: Locale) -> String {
    match time {
        SealTime::Proved(time) => locale.finding_time(args::FindingTime { kind: "proved", when: locale.instant(time) }),
        SealTime::Claimed(time) => {
            locale.finding_time(args::FindingTime { kind: "claimed", when: locale.instant(time) })
        }
        SealTime::Unknown => locale.finding_time(args::FindingTime { kind: "unknown", when: "" }),
    }
}

/// What a list of bits says.
fn by_bits(status: &Status, purpose: &str, as_of: Option<Timestamp>, locale: Locale) -> String {
    let sentence = match status {
        Status::Valid => {
            locale.verify_validity_bits(args::VerifyValidityBits { message: "", says: format!("clear-{purpose}") })
        }
        Status::Message(message) => {
            locale.verify_validity_bits(args::VerifyValidityBits { message: message.as_str(), says: status.name() })
        }
        Status::Revoked | Status::Superseded | Status::Suspended | Status::Refresh => {
            locale.verify_validity_bits(args::VerifyValidityBits { message: "", says: status.name() })
        }
    };
    match as_of {
        Some(when) => format!("{sentence} {}", locale.verify_validity_as_of(locale.instant(when))),
        None => sentence,
    }
}

/// Whether the awarding body sealed or mandated the seal, and what is the matter with the mandate.
fn awarding_body(fact: &AwardingFact, locale: Locale) -> String {
    let sealer = fact.sealer.as_deref().unwrap_or_default();
    let Awarded::Body { body, proof, problem } = &fact.awarded else {
        return locale.verify_seal_awarding_body(args::VerifySealAwardingBody {
            body: "",
            kind: fact.awarded.name(),
            sealer,
        });
    };
    let name = body.name.as_deref().or(body.identifier.as_deref());
    let kind = match (proof, name) {
        (AwardProof::SameBody, _) if !fact.anchored => "same-body-unvouched",
        (AwardProof::SameBody, _) => proof.name(),
        (_, None) => Awarded::NoneNamed.name(),
        (_, Some(_)) if sealer.is_empty() => "unknown",
        (_, Some(_)) => proof.name(),
    };
    let sentence =
        locale.verify_seal_awarding_body(args::VerifySealAwardingBody { body: name.unwrap_or_default(), kind, sealer });
    match problem {
        Some(problem) => format!("{sentence} {}", locale.verify_mandate_problem(problem.to_string())),
        None => sentence,
    }
}

/// An instant as a person reads it; empty without one.
pub(crate) fn moment(instant: Option<Timestamp>, locale: Locale) -> String {
    instant.map(|instant| locale.instant(instant)).unwrap_or_default()
}

impl Finding {
    /// What kind of failure of a seal it is: only where integrity fails may something have been changed.
    fn failure(&self) -> &'static str {
        match self.check() {
            Check::Seal(SealCheck::Integrity | SealCheck::ChangesAfter | SealCheck::ByteRange) => "changed",
            Check::IssuerCertificate | Check::SameSealer => "issuer",
            Check::LegalPerson => "person",
            _ => "fails",
        }
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
                let sealer = self.own_sealing().and_then(Sealing::sealer_in_full).unwrap_or_default();
                let cause = Report::cause(group);
                let kind = if outcome == "fails" {
                    cause.map_or(outcome, Finding::failure)
                } else if self.is_trial() {
                    "trial"
                } else if self.sealings.is_empty()
                    && group.findings.iter().all(|finding| finding.check() != Check::SealsUnread)
                {
                    "absent"
                } else {
                    outcome
                };
                let sentence = locale.verify_group_seal(args::VerifyGroupSeal { outcome: kind, sealer });
                match cause {
                    Some(cause) if !matches!(kind, "holds" | "trial" | "absent") => {
                        format!("{sentence} {}", cause.sentence(locale))
                    }
                    _ => sentence,
                }
            }
            GroupName::Validity => {
                let against = group.findings.iter().find_map(Finding::status_against);
                let vouched = group.findings.iter().all(|finding| finding.check() != Check::ValidityVouched);
                let kind = match (against, group.outcome()) {
                    (Some(status), _) => status.name(),
                    (None, Outcome::CannotTell) if !vouched => "seal",
                    _ => outcome,
                };
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
        let aspect = Report::aspect_name(finding.check().aspect()?, locale);
        let part = match finding.part {
            Part::Document if self.sealings.len() > 1 => locale.web_report_part_document(),
            Part::Embedded => locale.web_report_part_embedded(),
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

    /// The seal that the credential rests on: its own, else the first of the document.
    pub fn own_sealing(&self) -> Option<&Sealing> {
        let own = self.sealings.iter().find(|sealing| sealing.part != Part::Document);
        own.or_else(|| self.sealings.first())
    }

    /// Whom the file comes from, in a sentence or two: the body in the certificate, and whether that body awarded. What the file
    /// alone says stands there as what it says.
    pub fn source(&self, locale: Locale) -> Vec<String> {
        let Some(sealing) = self.own_sealing() else { return Vec::new() };
        let failed = self.findings().filter(|one| one.part == sealing.part && one.outcome == Outcome::Fails);
        let changed = failed.map(Finding::failure).any(|failure| failure == "changed");
        let kind = sealing.source_kind(changed);
        let sealer = sealing.sealer_in_full().unwrap_or_default();
        let mut told = vec![locale.verify_source(args::VerifySource { kind, sealer })];
        let names_body = matches!(kind, "sealed" | "unconfirmed" | "trial" | "somebody");
        if names_body && self.credential_is_judged(sealing.part) {
            told.extend(sealing.award_sentences(kind != "somebody", locale));
        }
        told
    }

    /// Whether a credential was compared with the seal of this part.
    fn credential_is_judged(&self, part: Part) -> bool {
        self.findings().any(|finding| finding.check() == Check::AwardingBody && finding.part == part)
    }

    /// By what right the sealer says it seals, when the file says so.
    pub fn mandate_told(&self, locale: Locale) -> Option<String> {
        let mandate = self.own_sealing()?.mandate.as_ref()?;
        Some(locale.verify_source_mandate(mandate.trim().trim_end_matches('.').to_owned()))
    }

    /// What keeps the verdict from holding, in a sentence: of all that is as bad as the verdict, what weighs most.
    pub fn reason(&self, locale: Locale) -> Option<String> {
        let outcome = self.outcome();
        let order = [GroupName::Seal, GroupName::Validity, GroupName::Format];
        let worst = order.into_iter().map(|name| self.group(name)).find(|group| group.outcome() == outcome)?;
        Report::cause(worst).map(|cause| cause.sentence(locale))
    }
}

impl Sealing {
    /// How long the seal can be proved, and where that could not be checked to the end, what the file carries.
    pub fn level_sentence(&self, locale: Locale) -> String {
        if self.carried == self.reach {
            return locale.finding_level(self.reach.name());
        }
        locale
            .finding_level_carried(args::FindingLevelCarried { carried: self.carried.name(), reach: self.reach.name() })
    }

    fn source_kind(&self, changed: bool) -> &'static str {
        match self.sealer_kind {
            None => "unknown",
            Some(_) if self.sealer.is_none() && self.sealer_identifier.is_none() => "unknown",
            Some(_) if !self.anchored && !self.trial => "somebody",
            Some(_) if changed => "changed",
            Some(_) if self.trial => "trial",
            Some(HolderKind::NaturalPerson) => "person",
            Some(_) if self.outcome == Outcome::Holds => "sealed",
            Some(_) => "unconfirmed",
        }
    }

    /// How the awarding bodies stand to the sealer; `vouched` when an authority vouches for its name.
    fn award_sentences(&self, vouched: bool, locale: Locale) -> Vec<String> {
        let told = self.awarded_by.iter().map(|body| {
            locale.verify_source_award(args::VerifySourceAward { body: body.in_full(), kind: body.proof.name() })
        });
        let own = (self.awarded_itself && vouched).then(|| {
            locale.verify_source_award(args::VerifySourceAward { body: "", kind: AwardProof::SameBody.name() })
        });
        let nobody = (self.awarded_by.is_empty() && !self.awarded_itself)
            .then(|| locale.verify_source_award(args::VerifySourceAward { body: "", kind: "none-named" }));
        own.into_iter().chain(told).chain(nobody).collect()
    }

    /// The sealer's name with identifier and country.
    pub fn sealer_in_full(&self) -> Option<String> {
        let name = self.sealer.as_ref().or(self.sealer_identifier.as_ref())?;
        let identifier = self.sealer_identifier.as_ref().filter(|identifier| *identifier != name);
        Some(in_full(name, [identifier, self.sealer_country.as_ref()]))
    }
}

impl Body {
    /// What is proved of it: a statement proves name, identifier and country of its certificate, the settings an identifier alone.
    pub fn proven(&self) -> Option<String> {
        match self.proof {
            AwardProof::SameBody | AwardProof::Statement => Some(self.in_full()),
            AwardProof::Configured => self.identifier.clone(),
            AwardProof::Claimed | AwardProof::Unclear => None,
        }
    }

    /// What only the data say of it.
    pub fn said(&self) -> Option<String> {
        match self.proof {
            AwardProof::SameBody | AwardProof::Statement => self.called.clone(),
            AwardProof::Configured | AwardProof::Claimed | AwardProof::Unclear => Some(self.in_full()),
        }
    }

    /// The name with identifier and country.
    pub fn in_full(&self) -> String {
        let name = self.name.as_ref().or(self.identifier.as_ref()).map_or("–", String::as_str);
        let identifier = self.identifier.as_ref().filter(|identifier| *identifier != name);
        in_full(name, [identifier, self.country.as_ref()])
    }
}

fn in_full(name: &str, particulars: [Option<&String>; 2]) -> String {
    let particulars: Vec<&str> = particulars.into_iter().flatten().map(String::as_str).collect();
    if particulars.is_empty() { name.to_owned() } else { format!("{name} ({})", particulars.join(", ")) }
}
