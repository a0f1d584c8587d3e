//! Findings about seals as sentences: what was found, by which facts.

use signet_lang::{
    Locale,
    args::{
        self, FindingAlgorithmsKind, FindingBaselineKind, FindingCertificateValidityKind, FindingChainKind,
        FindingIntegrityKind, FindingIssuerOutcome, FindingReason, FindingRevocationKind, FindingSignerOutcome,
        FindingStampCause, FindingStampCheck, FindingStructureKind, QualificationReason, RevocationOrigin,
    },
};
use signet_seal::{
    Certificate, ChainError, Indication, Level, Outcome, SealFact, StampKind, VerifyError,
    fact::{
        AlgorithmsFact, BaselineFact, ChainFact, Deviation, HeaderDeviation, IntegrityFact, JudgedStamp,
        NoRevocationEvidence, QualificationFact, RevocationFact, RevocationSource, SignerFact, StampFact,
        StructureFact, ValidityFact,
    },
    policy::EndedAlgorithm,
    qualification::{self, ServiceEvidence},
};

use crate::{
    body::BodyDifference,
    check::Finding,
    choice::{self, by_outcome},
    fact::{IssuerFact, Root, SealContext},
    sentence::moment,
};

impl Finding {
    /// What was found about a seal.
    pub(crate) fn seal(&self, found: &SealFact, context: &SealContext, locale: Locale) -> String {
        match found {
            SealFact::Structure(StructureFact::Expired(end)) => {
                let kind = FindingStructureKind::Expired;
                locale.finding_structure(args::FindingStructure { kind, when: locale.instant(*end) })
            }
            SealFact::Structure(_) => {
                let kind = by_outcome(
                    self.outcome,
                    FindingStructureKind::Holds,
                    FindingStructureKind::Fails,
                    FindingStructureKind::Open,
                );
                locale.finding_structure(args::FindingStructure { kind, when: "" })
            }
            SealFact::ByteRange(_) => locale.finding_byte_range(choice::outcome(self.outcome)),
            SealFact::Integrity(fact) => self.integrity(fact, locale),
            SealFact::ChangesAfter(changes) => locale.finding_changes_after(choice::changes(changes)),
            SealFact::SignerIdentified(SignerFact::Identified { name, .. }) => {
                let outcome = match self.outcome {
                    _ if matches!(context, SealContext::Unvouched) => FindingSignerOutcome::Unvouched,
                    Outcome::Holds => FindingSignerOutcome::Holds,
                    Outcome::Fails | Outcome::CannotTell => FindingSignerOutcome::Open,
                };
                locale.finding_signer(args::FindingSigner { name: name.as_deref().unwrap_or_default(), outcome })
            }
            SealFact::SignerIdentified(SignerFact::Unidentified(_)) => {
                locale.finding_signer(args::FindingSigner { name: "", outcome: FindingSignerOutcome::Open })
            }
            SealFact::Chain(fact) => chain(fact, context, locale),
            SealFact::CertificateValidity(fact) => self.certificate_validity(fact, context, locale),
            SealFact::Revocation(fact) => self.revocation(fact, context, locale),
            SealFact::Algorithms(fact) => self.algorithms(fact, context, locale),
            SealFact::Stamp(kind, fact) => self.stamp(*kind, fact, locale),
            SealFact::Baseline(fact) => self.baseline(fact, locale),
            SealFact::Qualification(fact) => self.qualification(fact, context, locale),
        }
    }

    /// Whether the issuer is the body in the certificate; each difference by itself.
    pub(crate) fn issuer(&self, fact: &IssuerFact, locale: Locale) -> String {
        let IssuerFact { certificate, issuer, anchored, differs } = fact;
        // A name that no authority vouches for is not told beside a mark that something holds.
        let outcome = match self.outcome {
            Outcome::Holds if !anchored => FindingIssuerOutcome::Unvouched,
            Outcome::Holds => FindingIssuerOutcome::Holds,
            Outcome::Fails => FindingIssuerOutcome::Fails,
            Outcome::CannotTell => FindingIssuerOutcome::Open,
        };
        let mut sentences = vec![locale.finding_issuer(args::FindingIssuer {
            certificate: told(&certificate.name),
            issuer: told(&issuer.name),
            outcome,
        })];
        for what in differs {
            let (certified, said) = match what {
                BodyDifference::Name | BodyDifference::Language => (&certificate.name, &issuer.name),
                BodyDifference::Country => (&certificate.country, &issuer.country),
                BodyDifference::Identifier
                | BodyDifference::Tax
                | BodyDifference::NoCountry
                | BodyDifference::Scheme
                | BodyDifference::NoIdentifier
                | BodyDifference::NoneSaid
                | BodyDifference::NoName => (&certificate.identifier, &issuer.identifier),
            };
            sentences.push(locale.finding_issuer_differs(args::FindingIssuerDiffers {
                certificate: told(certified),
                issuer: told(said),
                what: (*what).into(),
            }));
        }
        sentences.join(" ")
    }

    fn integrity(&self, fact: &IntegrityFact, locale: Locale) -> String {
        let kind = match fact {
            IntegrityFact::UnknownAlgorithm(_) | IntegrityFact::Signature { error: VerifyError::Unsupported, .. } => {
                FindingIntegrityKind::Algorithm
            }
            IntegrityFact::NoSigner => FindingIntegrityKind::Certificate,
            IntegrityFact::Intact { .. }
            | IntegrityFact::NotASignature(_)
            | IntegrityFact::Content(_)
            | IntegrityFact::Imprint(_)
            | IntegrityFact::Signature { error: VerifyError::KeyMismatch | VerifyError::Wrong, .. }
            | IntegrityFact::NoSignedBytes => by_outcome(
                self.outcome,
                FindingIntegrityKind::Holds,
                FindingIntegrityKind::Fails,
                FindingIntegrityKind::Open,
            ),
        };
        locale.finding_integrity(args::FindingIntegrity { kind, part: self.part.into() })
    }

    fn certificate_validity(&self, fact: &ValidityFact, context: &SealContext, locale: Locale) -> String {
        let undated = |kind| {
            locale.finding_certificate_validity(args::FindingCertificateValidity { at: "", from: "", kind, until: "" })
        };
        match fact {
            ValidityFact::Dates { not_before, not_after, at } => {
                let proved = matches!(context, SealContext::Time { proved: true });
                let kind = match self.indication {
                    None if proved => FindingCertificateValidityKind::Proved,
                    None => FindingCertificateValidityKind::Now,
                    Some(Indication::NotYetValid) => FindingCertificateValidityKind::Early,
                    Some(_) => FindingCertificateValidityKind::Ended,
                };
                let (from, until) = (locale.day(*not_before), locale.day(*not_after));
                locale.finding_certificate_validity(args::FindingCertificateValidity {
                    at: locale.instant(*at),
                    from,
                    kind,
                    until,
                })
            }
            ValidityFact::StampedAfterEnd { not_after, .. } => {
                locale.finding_certificate_validity(args::FindingCertificateValidity {
                    at: "",
                    from: "",
                    kind: FindingCertificateValidityKind::Late,
                    until: locale.day(*not_after),
                })
            }
            ValidityFact::StampFromLater => undated(FindingCertificateValidityKind::Ended),
            ValidityFact::NoSigner => undated(FindingCertificateValidityKind::Unknown),
        }
    }

    fn revocation(&self, fact: &RevocationFact, context: &SealContext, locale: Locale) -> String {
        let kind = match fact {
            RevocationFact::NotRevocable if *context == (SealContext::NotRevocable { anchor: true }) => {
                FindingRevocationKind::Anchor
            }
            RevocationFact::NotRevocable => FindingRevocationKind::Never,
            RevocationFact::Good(_) => FindingRevocationKind::Good,
            RevocationFact::RevokedLater { .. } => FindingRevocationKind::Later,
            RevocationFact::Revoked { .. } => match self.indication {
                Some(Indication::TryLater) => FindingRevocationKind::Hold,
                Some(Indication::RevokedCaNoPoe) => FindingRevocationKind::Authority,
                _ => FindingRevocationKind::Before,
            },
            RevocationFact::Stale { .. } => FindingRevocationKind::Old,
            RevocationFact::Unknown { .. } => FindingRevocationKind::Stranger,
            RevocationFact::NoEvidence { why, .. } => match (why, context) {
                (NoRevocationEvidence::Nothing, SealContext::Asked(asked)) => (*asked).into(),
                (NoRevocationEvidence::Nothing | NoRevocationEvidence::Unusable(_), _) => {
                    FindingRevocationKind::Unusable
                }
                (
                    NoRevocationEvidence::AfterEnd
                    | NoRevocationEvidence::SignerEnded
                    | NoRevocationEvidence::AlgorithmEnded
                    | NoRevocationEvidence::NotProved,
                    _,
                ) => FindingRevocationKind::Unproved,
            },
            RevocationFact::StampedAfterRevocation { .. } => FindingRevocationKind::TooLate,
            RevocationFact::NoPath | RevocationFact::NoSigner => FindingRevocationKind::Unknown,
        };
        let (since, why) = fact.revoked().unzip();
        let why = why.map_or(FindingReason::Unspecified, choice::revocation_reason);
        let as_of = moment(fact.source().map(|source| source.as_of), locale);
        locale.finding_revocation(args::FindingRevocation {
            as_of,
            certificate: name_of(fact.certificate()),
            kind,
            reason: locale.finding_reason(why),
            since: moment(since, locale),
            source: fact.source().map_or_else(String::new, |source| source_told(source, locale)),
        })
    }

    fn algorithms(&self, fact: &AlgorithmsFact, context: &SealContext, locale: Locale) -> String {
        match fact {
            AlgorithmsFact::Accepted { scheme, key } => {
                let (kind, until) = match context {
                    SealContext::AcceptedUntil(end) => (FindingAlgorithmsKind::Until, locale.day(*end)),
                    _ => (FindingAlgorithmsKind::Lasting, String::new()),
                };
                locale.finding_algorithms(args::FindingAlgorithms {
                    algorithm: scheme.name(),
                    key: key.to_string(),
                    kind,
                    until,
                })
            }
            AlgorithmsFact::Ended(sunset) => {
                let kind = match sunset.end {
                    None => FindingAlgorithmsKind::Never,
                    Some(_) if self.indication == Some(Indication::CryptoConstraintsFailureNoPoe) => {
                        FindingAlgorithmsKind::Unproved
                    }
                    Some(_) => FindingAlgorithmsKind::Ended,
                };
                let algorithm = match &sunset.what {
                    EndedAlgorithm::Signature { scheme, key } => format!("{scheme} ({key})"),
                    what @ (EndedAlgorithm::Digest(_) | EndedAlgorithm::Unknown(_)) => what.to_string(),
                };
                let until = sunset.end.map(|end| locale.day(end)).unwrap_or_default();
                locale.finding_algorithms(args::FindingAlgorithms { algorithm, key: "", kind, until })
            }
            AlgorithmsFact::Unknown | AlgorithmsFact::NoSigner => locale.finding_algorithms(args::FindingAlgorithms {
                algorithm: "",
                key: "",
                kind: FindingAlgorithmsKind::Unknown,
                until: "",
            }),
        }
    }

    fn stamp(&self, kind: StampKind, fact: &StampFact, locale: Locale) -> String {
        let what = match kind {
            StampKind::Signature => FindingStampCheck::Signature,
            StampKind::Content => FindingStampCheck::Content,
            StampKind::Archive => FindingStampCheck::Archive,
        };
        let (time, authority, class) = match fact {
            StampFact::Judged(stamp) => (Some(stamp.time), told(&stamp.authority), stamp.class),
            StampFact::OutOfOrder(time) => (Some(*time), "", None),
            _ => (None, "", None),
        };
        let mut sentences = vec![locale.finding_stamp(args::FindingStamp {
            authority,
            check: what,
            outcome: choice::outcome(self.outcome),
            when: moment(time, locale),
        })];
        if self.outcome != Outcome::Holds {
            sentences.push(locale.finding_stamp_cause(cause(fact)));
            sentences.extend(self.advisory.then(|| locale.finding_stamp_left_out()));
        }
        sentences.extend(class.map(|class| locale.finding_stamp_qualified(choice::stamp_class(class))));
        sentences.join(" ")
    }

    fn baseline(&self, fact: &BaselineFact, locale: Locale) -> String {
        let reach = if fact.carried == fact.reach {
            locale.finding_level(choice::level(fact.reach))
        } else {
            locale.finding_level_carried(args::FindingLevelCarried {
                carried: fact.carried.name(),
                reach: fact.reach.name(),
            })
        };
        if fact.level() != Level::NotBaseline {
            return reach;
        }
        let kind = match fact.deviations.as_slice() {
            [Deviation::Header(HeaderDeviation::SigTAfterIatDate)] => FindingBaselineKind::SigT,
            all if all.contains(&Deviation::NoSignedAttributes) => FindingBaselineKind::Plain,
            [.., Deviation::NoSigningCertificate] => FindingBaselineKind::Certificate,
            _ => FindingBaselineKind::Form,
        };
        let deviations: Vec<&str> = fact.deviations.iter().map(|deviation| deviation.code()).collect();
        format!(
            "{} {reach}",
            locale.finding_baseline(args::FindingBaseline { deviations: deviations.join(", "), kind })
        )
    }

    fn qualification(&self, fact: &QualificationFact, context: &SealContext, locale: Locale) -> String {
        let QualificationFact::Assessed { qualification, .. } = fact else {
            let reason = match context {
                SealContext::NotConsulted(why) => (*why).into(),
                _ => QualificationReason::NotConsulted,
            };
            return locale.finding_qualification_reason(args::FindingQualificationReason { detail: "", reason });
        };
        let class = choice::seal_class(qualification.class);
        let mut sentences = vec![if self.outcome == Outcome::CannotTell {
            locale.finding_qualification_open(class)
        } else {
            locale.finding_qualification(class)
        }];
        if let Some(reason) = &qualification.reason {
            let detail = match reason {
                qualification::QualificationReason::ListUnavailable(territory) => territory.clone(),
                qualification::QualificationReason::NotGranted(status) => locale.service_status(status),
                _ => String::new(),
            };
            let reason = choice::qualification_reason(reason);
            sentences.push(locale.finding_qualification_reason(args::FindingQualificationReason { detail, reason }));
        }
        if let Some(service) = qualification.service() {
            let ServiceEvidence { territory, sequence, provider, service, .. } = service;
            sentences.push(locale.finding_qualification_times(args::FindingQualificationTimes {
                issuance: qualification.at_issuance.qualified,
                sealing: qualification.at_sealing.qualified,
            }));
            sentences.push(locale.finding_qualification_by(args::FindingQualificationBy {
                list: territory.as_str(),
                provider: provider.as_str(),
                sequence: sequence.to_string(),
                service: service.as_str(),
            }));
        }
        if let Some(since) = qualification.stale_since() {
            sentences.push(locale.finding_qualification_stale(locale.instant(since)));
        }
        sentences.join(" ")
    }
}

/// Where what is known of a revocation comes from.
fn source_told(source: &RevocationSource, locale: Locale) -> String {
    let origin = if source.embedded { RevocationOrigin::Embedded } else { RevocationOrigin::Fetched };
    locale.finding_source(args::FindingSource { origin, source: choice::form(source.kind) })
}

fn chain(fact: &ChainFact, context: &SealContext, locale: Locale) -> String {
    match fact {
        ChainFact::Trusted { anchor, .. } => {
            let (kind, list) = match context {
                SealContext::Root(Root::Test) => (FindingChainKind::Test, ""),
                SealContext::Root(Root::Listed(territory)) => (FindingChainKind::Listed, territory.as_str()),
                _ => (FindingChainKind::Trusted, ""),
            };
            locale.finding_chain(args::FindingChain { anchor: told(anchor), certificate: "", kind, list })
        }
        ChainFact::Broken(error) => {
            let kind = match error {
                ChainError::NoPath | ChainError::TooMuchWork => FindingChainKind::Nobody,
                ChainError::UnsupportedAlgorithm { .. } => FindingChainKind::Algorithm,
                ChainError::Expired { .. } => FindingChainKind::Expired,
                ChainError::NotYetValid { .. } => FindingChainKind::Early,
                ChainError::Constraint { .. } => FindingChainKind::Rule,
            };
            locale.finding_chain(args::FindingChain {
                anchor: "",
                certificate: name_of(error.certificate()),
                kind,
                list: "",
            })
        }
        ChainFact::NoSigner => locale.finding_chain(args::FindingChain {
            anchor: "",
            certificate: "",
            kind: FindingChainKind::Certificate,
            list: "",
        }),
    }
}

/// What keeps a time stamp from holding.
fn cause(fact: &StampFact) -> FindingStampCause {
    match fact {
        StampFact::Judged(stamp) => judged_cause(stamp),
        StampFact::OutOfOrder(_) => FindingStampCause::Order,
        StampFact::Changed { .. } => FindingStampCause::Changed,
        StampFact::TooMany
        | StampFact::Unreadable(_)
        | StampFact::NotAContainer
        | StampFact::UnknownContainer(_)
        | StampFact::ByteRange(_) => FindingStampCause::Structure,
    }
}

fn judged_cause(stamp: &JudgedStamp) -> FindingStampCause {
    match stamp.cause.as_ref().map(|cause| &cause.fact) {
        Some(SealFact::Integrity(_)) => FindingStampCause::Integrity,
        Some(SealFact::SignerIdentified(_)) => FindingStampCause::Signer,
        Some(SealFact::Chain(_)) => FindingStampCause::Chain,
        Some(SealFact::CertificateValidity(_)) => FindingStampCause::Validity,
        Some(SealFact::Revocation(fact)) if fact.revoked().is_some() => FindingStampCause::Revoked,
        Some(SealFact::Revocation(_)) => FindingStampCause::Revocation,
        Some(SealFact::Algorithms(_)) => FindingStampCause::Algorithms,
        Some(
            SealFact::Structure(_)
            | SealFact::ByteRange(_)
            | SealFact::ChangesAfter(_)
            | SealFact::Stamp(..)
            | SealFact::Baseline(_)
            | SealFact::Qualification(_),
        )
        | None => FindingStampCause::Structure,
    }
}

fn told(name: &Option<String>) -> &str {
    name.as_deref().unwrap_or_default()
}

fn name_of(certificate: Option<&Certificate>) -> String {
    certificate.and_then(Certificate::subject_common_name).unwrap_or_default()
}
