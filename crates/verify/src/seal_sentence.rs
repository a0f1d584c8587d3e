//! Findings about seals as sentences: what was found, by which facts.

use signet_lang::{Locale, args};
use signet_seal::{
    Certificate, ChainError, Indication, Level, Outcome, SealFact, StampKind, VerifyError,
    fact::{
        AlgorithmsFact, BaselineFact, ChainFact, Deviation, HeaderDeviation, IntegrityFact, JudgedStamp,
        NoRevocationEvidence, QualificationFact, RevocationFact, SignerFact, StampFact, StructureFact, ValidityFact,
    },
    policy::EndedAlgorithm,
    qualification::{Reason, ServiceEvidence},
};

use crate::{
    body::BodyDifference,
    check::Finding,
    fact::{IssuerFact, Root, SealContext},
    sentence::{moment, part, word},
};

impl Finding {
    /// What was found about a seal.
    pub(crate) fn seal(&self, found: &SealFact, context: &SealContext, locale: Locale) -> String {
        let outcome = word(self.outcome);
        match found {
            SealFact::Structure(StructureFact::Expired(end)) => {
                locale.finding_structure(args::FindingStructure { kind: "expired", when: locale.instant(*end) })
            }
            SealFact::Structure(_) => locale.finding_structure(args::FindingStructure { kind: outcome, when: "" }),
            SealFact::ByteRange(_) => locale.finding_byte_range(outcome),
            SealFact::Integrity(fact) => self.integrity(fact, locale),
            SealFact::ChangesAfter(changes) => locale.finding_changes_after(changes.name()),
            SealFact::SignerIdentified(SignerFact::Identified { name, .. }) => {
                let unvouched = matches!(context, SealContext::Unvouched);
                let kind = if unvouched { UNVOUCHED } else { outcome };
                locale.finding_signer(args::FindingSigner { name: name.as_deref().unwrap_or_default(), outcome: kind })
            }
            SealFact::SignerIdentified(SignerFact::Unidentified(_)) => {
                locale.finding_signer(args::FindingSigner { name: "", outcome })
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
        let unvouched = self.outcome == Outcome::Holds && !anchored;
        let kind = if unvouched { UNVOUCHED } else { word(self.outcome) };
        let mut sentences = vec![locale.finding_issuer(args::FindingIssuer {
            certificate: told(&certificate.name),
            issuer: told(&issuer.name),
            outcome: kind,
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
                what: what.name(),
            }));
        }
        sentences.join(" ")
    }

    fn integrity(&self, fact: &IntegrityFact, locale: Locale) -> String {
        let kind = match fact {
            IntegrityFact::UnknownAlgorithm(_) | IntegrityFact::Signature { error: VerifyError::Unsupported, .. } => {
                "algorithm"
            }
            IntegrityFact::NoSigner => "certificate",
            IntegrityFact::Intact { .. }
            | IntegrityFact::NotASignature(_)
            | IntegrityFact::Content(_)
            | IntegrityFact::Imprint(_)
            | IntegrityFact::Signature { error: VerifyError::KeyMismatch | VerifyError::Wrong, .. }
            | IntegrityFact::NoSignedBytes => word(self.outcome),
        };
        locale.finding_integrity(args::FindingIntegrity { kind, part: part(self.part) })
    }

    fn certificate_validity(&self, fact: &ValidityFact, context: &SealContext, locale: Locale) -> String {
        let undated = |kind| {
            locale.finding_certificate_validity(args::FindingCertificateValidity { at: "", from: "", kind, until: "" })
        };
        match fact {
            ValidityFact::Dates { not_before, not_after, at } => {
                let proved = matches!(context, SealContext::Time { proved: true });
                let kind = match self.indication {
                    None if proved => "proved",
                    None => "now",
                    Some(Indication::NotYetValid) => "early",
                    Some(_) => "ended",
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
                    kind: "late",
                    until: locale.day(*not_after),
                })
            }
            ValidityFact::StampFromLater => undated("ended"),
            ValidityFact::NoSigner => undated("unknown"),
        }
    }

    fn revocation(&self, fact: &RevocationFact, context: &SealContext, locale: Locale) -> String {
        let kind = match fact {
            RevocationFact::NotRevocable if *context == (SealContext::NotRevocable { anchor: true }) => "anchor",
            RevocationFact::NotRevocable => "never",
            RevocationFact::Good(_) => "good",
            RevocationFact::RevokedLater { .. } => "later",
            RevocationFact::Revoked { .. } => match self.indication {
                Some(Indication::TryLater) => "hold",
                Some(Indication::RevokedCaNoPoe) => "authority",
                _ => "before",
            },
            RevocationFact::Stale { .. } => "old",
            RevocationFact::Unknown { .. } => "stranger",
            RevocationFact::NoEvidence { why, .. } => match (why, context) {
                (NoRevocationEvidence::Nothing, SealContext::Asked(asked)) => asked.name(),
                (NoRevocationEvidence::Nothing | NoRevocationEvidence::Unusable(_), _) => "unusable",
                (
                    NoRevocationEvidence::AfterEnd
                    | NoRevocationEvidence::SignerEnded
                    | NoRevocationEvidence::AlgorithmEnded
                    | NoRevocationEvidence::NotProved,
                    _,
                ) => "unproved",
            },
            RevocationFact::StampedAfterRevocation { .. } => "too-late",
            RevocationFact::NoPath | RevocationFact::NoSigner => "unknown",
        };
        let (origin, form) = fact.source().map_or(("", ""), |source| (source.origin(), source.kind.name()));
        let source = locale.finding_source(args::FindingSource { origin, source: form });
        let (since, why) = fact.revoked().unzip();
        let why = locale.finding_reason(why.map_or("", signet_seal::revocation::Reason::name));
        let as_of = moment(fact.source().map(|source| source.as_of), locale);
        locale.finding_revocation(args::FindingRevocation {
            as_of,
            certificate: name_of(fact.certificate()),
            kind,
            reason: why,
            since: moment(since, locale),
            source,
        })
    }

    fn algorithms(&self, fact: &AlgorithmsFact, context: &SealContext, locale: Locale) -> String {
        match fact {
            AlgorithmsFact::Accepted { scheme, key } => {
                let (kind, until) = match context {
                    SealContext::AcceptedUntil(end) => ("until", locale.day(*end)),
                    _ => ("lasting", String::new()),
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
                    None => "never",
                    Some(_) if self.indication == Some(Indication::CryptoConstraintsFailureNoPoe) => "unproved",
                    Some(_) => "ended",
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
                kind: "unknown",
                until: "",
            }),
        }
    }

    fn stamp(&self, kind: StampKind, fact: &StampFact, locale: Locale) -> String {
        let what = match kind {
            StampKind::Signature => "signature",
            StampKind::Content => "content",
            StampKind::Archive => "archive",
        };
        let (time, authority, class) = match fact {
            StampFact::Judged(stamp) => (Some(stamp.time), told(&stamp.authority), stamp.class),
            StampFact::OutOfOrder(time) => (Some(*time), "", None),
            _ => (None, "", None),
        };
        let mut sentences = vec![locale.finding_stamp(args::FindingStamp {
            authority,
            check: what,
            outcome: word(self.outcome),
            when: moment(time, locale),
        })];
        if self.outcome != Outcome::Holds {
            sentences.push(locale.finding_stamp_cause(cause(fact)));
            sentences.extend(self.advisory.then(|| locale.finding_stamp_left_out()));
        }
        sentences.extend(class.map(|class| locale.finding_stamp_qualified(class.name())));
        sentences.join(" ")
    }

    fn baseline(&self, fact: &BaselineFact, locale: Locale) -> String {
        let reach = if fact.carried == fact.reach {
            locale.finding_level(fact.reach.name())
        } else {
            locale.finding_level_carried(args::FindingLevelCarried {
                carried: fact.carried.name(),
                reach: fact.reach.name(),
            })
        };
        if fact.level != Level::NotBaseline {
            return reach;
        }
        let kind = match fact.deviations.as_slice() {
            [Deviation::Header(HeaderDeviation::SigTAfterIatDate)] => "sigT",
            all if all.contains(&Deviation::NoSignedAttributes) => "plain",
            [.., Deviation::NoSigningCertificate] => "certificate",
            _ => "form",
        };
        let deviations: Vec<&str> = fact.deviations.iter().map(|deviation| deviation.code()).collect();
        format!(
            "{} {reach}",
            locale.finding_baseline(args::FindingBaseline { deviations: deviations.join(", "), kind })
        )
    }

    fn qualification(&self, fact: &QualificationFact, context: &SealContext, locale: Locale) -> String {
        let QualificationFact::Assessed { qualification, .. } = fact else {
            let why = match context {
                SealContext::NotConsulted(why) => why.name(),
                _ => "",
            };
            return locale.finding_qualification_reason(args::FindingQualificationReason { detail: "", reason: why });
        };
        let class = qualification.class.name();
        let mut sentences = vec![if self.outcome == Outcome::CannotTell {
            locale.finding_qualification_open(class)
        } else {
            locale.finding_qualification(class)
        }];
        if let Some(reason) = &qualification.reason {
            let detail = match reason {
                Reason::ListUnavailable(detail) | Reason::NotGranted(detail) => detail.as_str(),
                _ => "",
            };
            sentences.push(
                locale.finding_qualification_reason(args::FindingQualificationReason { detail, reason: reason.code() }),
            );
        }
        let (issuance, sealing) = (&qualification.at_issuance, &qualification.at_sealing);
        if let Some(service) = sealing.service.as_ref().or(issuance.service.as_ref()) {
            let ServiceEvidence { territory, sequence, provider, service, .. } = service;
            let yes = |qualified| if qualified { "yes" } else { "no" };
            sentences.push(locale.finding_qualification_times(args::FindingQualificationTimes {
                issuance: yes(issuance.qualified),
                sealing: yes(sealing.qualified),
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

/// Of a name for which no authority vouches.
const UNVOUCHED: &str = "unvouched";

fn chain(fact: &ChainFact, context: &SealContext, locale: Locale) -> String {
    match fact {
        ChainFact::Trusted { anchor, .. } => {
            let (kind, list) = match context {
                SealContext::Root(Root::Test) => ("test", ""),
                SealContext::Root(Root::Listed(territory)) => ("listed", territory.as_str()),
                _ => ("trusted", ""),
            };
            locale.finding_chain(args::FindingChain { anchor: told(anchor), certificate: "", kind, list })
        }
        ChainFact::Broken(error) => {
            let kind = match error {
                ChainError::NoPath | ChainError::TooMuchWork => "nobody",
                ChainError::UnsupportedAlgorithm { .. } => "algorithm",
                ChainError::Expired { .. } => "expired",
                ChainError::NotYetValid { .. } => "early",
                ChainError::Constraint { .. } => "rule",
            };
            locale.finding_chain(args::FindingChain {
                anchor: "",
                certificate: name_of(error.certificate()),
                kind,
                list: "",
            })
        }
        ChainFact::NoSigner => {
            locale.finding_chain(args::FindingChain { anchor: "", certificate: "", kind: "certificate", list: "" })
        }
    }
}

/// What keeps a time stamp from holding.
fn cause(fact: &StampFact) -> &'static str {
    match fact {
        StampFact::Judged(stamp) => judged_cause(stamp),
        StampFact::OutOfOrder(_) => "order",
        StampFact::Changed { .. } => "changed",
        StampFact::TooMany
        | StampFact::Unreadable(_)
        | StampFact::NotAContainer
        | StampFact::UnknownContainer(_)
        | StampFact::ByteRange(_) => "structure",
    }
}

fn judged_cause(stamp: &JudgedStamp) -> &'static str {
    match stamp.cause.as_ref().map(|cause| &cause.fact) {
        Some(SealFact::Integrity(_)) => "integrity",
        Some(SealFact::SignerIdentified(_)) => "signer",
        Some(SealFact::Chain(_)) => "chain",
        Some(SealFact::CertificateValidity(_)) => "validity",
        Some(SealFact::Revocation(fact)) if fact.revoked().is_some() => "revoked",
        Some(SealFact::Revocation(_)) => "revocation",
        Some(SealFact::Algorithms(_)) => "algorithms",
        Some(
            SealFact::Structure(_)
            | SealFact::ByteRange(_)
            | SealFact::ChangesAfter(_)
            | SealFact::Stamp(..)
            | SealFact::Baseline(_)
            | SealFact::Qualification(_),
        )
        | None => "structure",
    }
}

fn told(name: &Option<String>) -> &str {
    name.as_deref().unwrap_or_default()
}

fn name_of(certificate: Option<&Certificate>) -> String {
    certificate.and_then(Certificate::subject_common_name).unwrap_or_default()
}
