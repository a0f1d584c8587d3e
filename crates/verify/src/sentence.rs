//! Findings as sentences, in the reader's language.

use jiff::Timestamp;
use signet_lang::{
    Locale,
    args::{
        self, FindingTime, FindingTimeKind, VerifyFormatPicture, VerifyGroupSealOutcome as SealAnswer,
        VerifySealAwardingBodyKind as Awarding, VerifySourceKind as Source, VerifyValidityBits,
        VerifyValidityBitsSays as Bits, VerifyValidityExpiryOutcome as Expiry,
    },
};
use signet_seal::{HolderKind, Outcome, SealCheck};

use crate::{
    check::{Aspect, Check, FilePart, Finding},
    choice,
    fact::{
        AwardProof, Awarded, AwardingFact, CredentialStatus, FindingFact, SealTime, StatusFact, StatusFinding,
        StatusProblem,
    },
    report::{Group, GroupName, Report},
    sealing::{AwardingBody, Sealing},
};

impl Finding {
    /// What was found, as a sentence.
    pub fn sentence(&self, locale: Locale) -> String {
        let outcome = choice::outcome(self.outcome);
        match &self.fact {
            FindingFact::ProfileRules { violations } => locale.verify_format_profile_rules(*violations),
            FindingFact::Format(finding) => finding.sentence(locale),
            FindingFact::Attachment(_) => locale.verify_format_attachment(outcome),
            FindingFact::SameCredential => locale.verify_format_same_credential(outcome),
            FindingFact::Picture(fact) => {
                // Of a picture that is not compared nothing is found, or why not.
                let plain = choice::by_outcome(
                    self.outcome,
                    VerifyFormatPicture::Holds,
                    VerifyFormatPicture::Fails,
                    VerifyFormatPicture::AnotherDrawing,
                );
                locale.verify_format_picture(fact.doubt.map_or(plain, VerifyFormatPicture::from))
            }
            FindingFact::RecordRoot(state) => locale.verify_format_record_root((*state).into()),
            FindingFact::SealPresent => {
                let outcome = match self.outcome {
                    Outcome::Holds => args::VerifySealPresentOutcome::Holds,
                    Outcome::Fails | Outcome::CannotTell => args::VerifySealPresentOutcome::Open,
                };
                locale.verify_seal_present(args::VerifySealPresent { outcome, part: self.part.into() })
            }
            FindingFact::SealsUnread(why) => locale.verify_seal_unread(why.sentence(locale)),
            FindingFact::Seal(found, context) => self.seal(found, context, locale),
            FindingFact::SealTime(time) => seal_time(*time, locale),
            FindingFact::LegalPerson { holder, .. } => locale.verify_seal_legal_person(choice::holder(*holder)),
            FindingFact::IssuerCertificate(fact) => self.issuer(fact, locale),
            FindingFact::AwardingBody(fact) => awarding_body(fact, locale),
            FindingFact::SameSealer => locale.verify_seal_same_sealer(outcome),
            FindingFact::TestSeal => locale.verify_seal_test(),
            FindingFact::ValidityVouched(why) => locale.verify_validity_seal((*why).into()),
            FindingFact::ValidFrom(from) => {
                locale.verify_validity_from(args::VerifyValidityFrom { from: moment(*from, locale), outcome })
            }
            FindingFact::Expiry(None) if self.outcome == Outcome::Holds => {
                locale.verify_validity_expiry(args::VerifyValidityExpiry { outcome: Expiry::Never, until: "" })
            }
            FindingFact::Expiry(until) => {
                let outcome = choice::by_outcome(self.outcome, Expiry::Holds, Expiry::Fails, Expiry::Open);
                locale.verify_validity_expiry(args::VerifyValidityExpiry { outcome, until: moment(*until, locale) })
            }
            FindingFact::Status(fact) => status(fact, locale),
        }
    }
}

/// Whether it was revoked or replaced, by the list that says so.
fn status(fact: &StatusFact, locale: Locale) -> String {
    let plain =
        |kind, named: &str| locale.verify_validity_status(args::VerifyValidityStatus { as_of: "", kind, named });
    match &fact.found {
        StatusFinding::Problem(StatusProblem::Unsealed {
            says: says @ (CredentialStatus::Revoked | CredentialStatus::Suspended),
        }) => locale.verify_validity_unsealed(choice::suspended_or_revoked(says)),
        StatusFinding::Problem(StatusProblem::OtherSignature {
            kind,
            says: says @ (CredentialStatus::Revoked | CredentialStatus::Suspended),
        }) => locale.verify_validity_other_signature(args::VerifyValidityOtherSignature {
            named: kind.as_str(),
            says: choice::suspended_or_revoked(says),
        }),
        StatusFinding::Unread(kind) | StatusFinding::Problem(StatusProblem::OtherSignature { kind, .. }) => {
            plain(choice::status(&fact.found), kind)
        }
        StatusFinding::NoneNamed
        | StatusFinding::Address
        | StatusFinding::Unreachable
        | StatusFinding::Offline
        | StatusFinding::Problem(_) => plain(choice::status(&fact.found), ""),
        StatusFinding::Said { status, as_of } => match &fact.purpose {
            Some(purpose) => by_bits(status, purpose, *as_of, locale),
            None => locale.verify_validity_status(args::VerifyValidityStatus {
                as_of: moment(*as_of, locale),
                kind: choice::status(&fact.found),
                named: "",
            }),
        },
    }
}

/// Since when the seal is proved to exist.
fn seal_time(time: SealTime, locale: Locale) -> String {
    match time {
        SealTime::Proved(time) => {
            locale.finding_time(FindingTime { kind: FindingTimeKind::Proved, when: locale.instant(time) })
        }
        SealTime::Claimed(time) => {
            locale.finding_time(FindingTime { kind: FindingTimeKind::Claimed, when: locale.instant(time) })
        }
        SealTime::Unknown => locale.finding_time(FindingTime { kind: FindingTimeKind::Unknown, when: "" }),
    }
}

/// What a list of bits says.
fn by_bits(status: &CredentialStatus, purpose: &str, as_of: Option<Timestamp>, locale: Locale) -> String {
    let (says, message) = match status {
        CredentialStatus::Valid if purpose == "suspension" => (Bits::ClearSuspension, ""),
        CredentialStatus::Valid if purpose == "refresh" => (Bits::ClearRefresh, ""),
        CredentialStatus::Valid => (Bits::ClearRevocation, ""),
        CredentialStatus::Message(message) => (Bits::Message, message.as_str()),
        CredentialStatus::Revoked | CredentialStatus::Superseded => (Bits::Revoked, ""),
        CredentialStatus::Suspended => (Bits::Suspended, ""),
        CredentialStatus::Refresh => (Bits::Refresh, ""),
    };
    let sentence = locale.verify_validity_bits(VerifyValidityBits { message, says });
    match as_of {
        Some(when) => format!("{sentence} {}", locale.verify_validity_as_of(locale.instant(when))),
        None => sentence,
    }
}

/// Whether the awarding body sealed or mandated the seal, and what is the matter with the mandate.
fn awarding_body(fact: &AwardingFact, locale: Locale) -> String {
    let sealer = fact.sealer.as_deref().unwrap_or_default();
    let Awarded::Body { body, proof, problem } = &fact.awarded else {
        let kind = match &fact.awarded {
            Awarded::TooMany => Awarding::TooMany,
            Awarded::NoneNamed | Awarded::Body { .. } => Awarding::NoneNamed,
        };
        return locale.verify_seal_awarding_body(args::VerifySealAwardingBody { body: "", kind, sealer });
    };
    let name = body.name.as_deref().or(body.identifier.as_deref());
    let kind = match (proof, name) {
        (AwardProof::SameBody, _) if !fact.anchored => Awarding::SameBodyUnvouched,
        (AwardProof::SameBody, _) => Awarding::SameBody,
        (_, None) => Awarding::NoneNamed,
        (_, Some(_)) if sealer.is_empty() => Awarding::Unknown,
        (_, Some(_)) => (*proof).into(),
    };
    let sentence =
        locale.verify_seal_awarding_body(args::VerifySealAwardingBody { body: name.unwrap_or_default(), kind, sealer });
    match problem {
        Some(problem) => format!("{sentence} {}", locale.verify_mandate_problem((*problem).into())),
        None => sentence,
    }
}

/// An instant as a person reads it; empty without one.
pub(crate) fn moment(instant: Option<Timestamp>, locale: Locale) -> String {
    instant.map(|instant| locale.instant(instant)).unwrap_or_default()
}

impl Finding {
    /// What kind of failure of a seal it is: only where integrity fails may something have been changed.
    fn failure(&self) -> SealAnswer {
        match self.check() {
            Check::Seal(SealCheck::Integrity | SealCheck::ChangesAfter | SealCheck::ByteRange) => SealAnswer::Changed,
            Check::IssuerCertificate | Check::SameSealer => SealAnswer::Issuer,
            Check::LegalPerson => SealAnswer::Person,
            _ => SealAnswer::Fails,
        }
    }
}

impl Report {
    /// The answer of a group in a sentence; where something keeps it open, what.
    pub fn group_sentence(&self, group: &Group, locale: Locale) -> String {
        let outcome = group.outcome();
        match group.name {
            GroupName::Format => locale.verify_group_format(choice::outcome(outcome)),
            GroupName::Seal => {
                let sealer = self.own_sealing().and_then(Sealing::sealer_in_full).unwrap_or_default();
                let cause = Report::cause(group);
                let kind = if outcome == Outcome::Fails {
                    cause.map_or(SealAnswer::Fails, Finding::failure)
                } else if self.is_test() {
                    SealAnswer::Test
                } else if self.sealings.is_empty()
                    && group.findings.iter().all(|finding| finding.check() != Check::SealsUnread)
                {
                    SealAnswer::Absent
                } else {
                    choice::by_outcome(outcome, SealAnswer::Holds, SealAnswer::Fails, SealAnswer::Open)
                };
                let sentence = locale.verify_group_seal(args::VerifyGroupSeal { outcome: kind, sealer });
                match cause {
                    Some(cause) if !matches!(kind, SealAnswer::Holds | SealAnswer::Test | SealAnswer::Absent) => {
                        format!("{sentence} {}", cause.sentence(locale))
                    }
                    _ => sentence,
                }
            }
            GroupName::Validity => {
                let against = group.findings.iter().find_map(Finding::status_against);
                let vouched = group.findings.iter().all(|finding| finding.check() != Check::ValidityVouched);
                locale.verify_group_validity(match (against, outcome) {
                    (Some(CredentialStatus::Superseded), _) => args::VerifyGroupValidity::Superseded,
                    (Some(CredentialStatus::Suspended), _) => args::VerifyGroupValidity::Suspended,
                    (Some(_), _) => args::VerifyGroupValidity::Revoked,
                    (None, Outcome::CannotTell) if !vouched => args::VerifyGroupValidity::Seal,
                    (None, Outcome::Holds) => args::VerifyGroupValidity::Holds,
                    (None, Outcome::Fails) => args::VerifyGroupValidity::Fails,
                    (None, Outcome::CannotTell) => args::VerifyGroupValidity::Open,
                })
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
            FilePart::Document if self.sealings.len() > 1 => locale.web_report_part_document(),
            FilePart::Embedded => locale.web_report_part_embedded(),
            FilePart::Document | FilePart::Credential => return Some(aspect),
        };
        let of_part = self.sealings.iter().filter(|sealing| sealing.part == finding.part).count();
        let number = finding.seal.filter(|_| of_part > 1).map(|place| locale.finding_seal_number(place + 1));
        let which = [Some(part), number].into_iter().flatten().collect::<Vec<_>>().join(", ");
        Some(format!("{aspect} – {which}"))
    }

    /// The name of an aspect of a seal.
    pub fn aspect_name(aspect: Aspect, locale: Locale) -> String {
        locale.finding_aspect(aspect.into())
    }

    /// The seal that the credential rests on: its own, else the first of the document.
    pub fn own_sealing(&self) -> Option<&Sealing> {
        let own = self.sealings.iter().find(|sealing| sealing.part != FilePart::Document);
        own.or_else(|| self.sealings.first())
    }

    /// Whom the file comes from, in a sentence or two: the body in the certificate, and whether that body awarded. What the file
    /// alone says stands there as what it says.
    pub fn source(&self, locale: Locale) -> Vec<String> {
        let Some(sealing) = self.own_sealing() else { return Vec::new() };
        let failed = self.findings().filter(|one| one.part == sealing.part && one.outcome == Outcome::Fails);
        let changed = failed.map(Finding::failure).any(|failure| failure == SealAnswer::Changed);
        let kind = sealing.source_kind(changed);
        let sealer = sealing.sealer_in_full().unwrap_or_default();
        let mut told = vec![locale.verify_source(args::VerifySource { kind, sealer })];
        let names_body = matches!(kind, Source::Sealed | Source::Unconfirmed | Source::Test | Source::Somebody);
        if names_body && self.credential_is_judged(sealing.part) {
            told.extend(sealing.award_sentences(kind != Source::Somebody, locale));
        }
        told
    }

    /// Whether a credential was compared with the seal of this part.
    fn credential_is_judged(&self, part: FilePart) -> bool {
        self.findings().any(|finding| finding.check() == Check::AwardingBody && finding.part == part)
    }

    /// By what right the sealer says it seals, when the file says so.
    pub fn mandate_told(&self, locale: Locale) -> Option<String> {
        let mandate = self.own_sealing()?.mandate.as_ref()?;
        Some(locale.verify_source_mandate(mandate.trim().trim_end_matches('.').to_owned()))
    }

    /// What keeps the verdict from holding, in a sentence: of all that is as bad as the verdict, what weighs most.
    pub fn reason(&self, locale: Locale) -> Option<String> {
        self.cause_of_verdict().map(|cause| cause.sentence(locale))
    }
}

impl Sealing {
    /// How long the seal can be proved, and where that could not be checked to the end, what the file carries.
    pub fn level_sentence(&self, locale: Locale) -> String {
        if self.carried == self.reach {
            return locale.finding_level(choice::level(self.reach));
        }
        locale
            .finding_level_carried(args::FindingLevelCarried { carried: self.carried.name(), reach: self.reach.name() })
    }

    fn source_kind(&self, changed: bool) -> Source {
        match self.sealer_kind {
            None => Source::Unknown,
            Some(_) if self.sealer.is_none() && self.sealer_identifier.is_none() => Source::Unknown,
            Some(_) if !self.anchored && !self.test => Source::Somebody,
            Some(_) if changed => Source::Changed,
            Some(_) if self.test => Source::Test,
            Some(HolderKind::NaturalPerson) => Source::Person,
            Some(_) if self.outcome == Outcome::Holds => Source::Sealed,
            Some(_) => Source::Unconfirmed,
        }
    }

    /// How the awarding bodies stand to the sealer; `vouched` when an authority vouches for its name.
    fn award_sentences(&self, vouched: bool, locale: Locale) -> Vec<String> {
        let told = self.awarded_by.iter().map(|body| {
            locale.verify_source_award(args::VerifySourceAward { body: body.in_full(), kind: body.proof.into() })
        });
        let own = (self.awarded_itself && vouched).then(|| {
            locale.verify_source_award(args::VerifySourceAward { body: "", kind: AwardProof::SameBody.into() })
        });
        let nobody = (self.awarded_by.is_empty() && !self.awarded_itself).then(|| {
            locale
                .verify_source_award(args::VerifySourceAward { body: "", kind: args::VerifySourceAwardKind::NoneNamed })
        });
        own.into_iter().chain(told).chain(nobody).collect()
    }

    /// The sealer's name with identifier and country.
    pub fn sealer_in_full(&self) -> Option<String> {
        let name = self.sealer.as_ref().or(self.sealer_identifier.as_ref())?;
        let identifier = self.sealer_identifier.as_ref().filter(|identifier| *identifier != name);
        Some(in_full(name, [identifier, self.sealer_country.as_ref()]))
    }
}

impl AwardingBody {
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
