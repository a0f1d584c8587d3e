//! The stable names of facts: the one place where they are written.

use super::{
    AlgorithmsFact, BaselineFact, ChainFact, Changes, DocumentPart, IntegrityFact, JudgedStamp, QualificationFact,
    RevocationFact, RevocationSource, SealFact, SignerFact, StampFact, StructureFact, ValidityFact,
};
use crate::certificate::Certificate;
use crate::indication::Level;
use crate::qualification::{QualificationReason, SealQualification, ServiceEvidence};
use jiff::Timestamp;

/// Names that facts of several checks share.
const ALGORITHM: &str = "algorithm";
const CERTIFICATE: &str = "certificate";
const CONTENT_STAMPED: &str = "content_stamped";
const DIGEST: &str = "digest";
const REASON: &str = "reason";
const TIME: &str = "time";

/// Facts by stable names, in the order in which a report tells them.
#[derive(Default)]
struct Evidence(Vec<(&'static str, String)>);

impl SealFact {
    /// The facts by stable names, for reports: see `docs/verification.md`. A name may stand several times.
    #[must_use]
    pub fn evidence(&self) -> Vec<(&'static str, String)> {
        let mut evidence = Evidence::default();
        evidence.fact(self);
        evidence.0
    }
}

impl Evidence {
    fn put(&mut self, name: &'static str, value: impl Into<String>) {
        self.0.push((name, value.into()));
    }

    fn show(&mut self, name: &'static str, value: impl ToString) {
        self.0.push((name, value.to_string()));
    }

    fn fact(&mut self, fact: &SealFact) {
        match fact {
            SealFact::Structure(fact) => self.structure(fact),
            SealFact::ByteRange(Ok(bytes)) => self.show("bytes", bytes),
            SealFact::ByteRange(Err(fault)) => self.show(REASON, fault),
            SealFact::Integrity(fact) => self.integrity(fact),
            SealFact::ChangesAfter(changes) => self.changes(changes),
            SealFact::SignerIdentified(fact) => self.signer(fact),
            SealFact::Chain(fact) => self.chain(fact),
            SealFact::CertificateValidity(fact) => self.validity(fact),
            SealFact::Revocation(fact) => self.revocation(fact),
            SealFact::Algorithms(fact) => self.algorithms(fact),
            SealFact::Stamp(_, fact) => self.stamp(fact),
            SealFact::Baseline(fact) => self.baseline(fact),
            SealFact::Qualification(fact) => self.qualification(fact),
        }
    }

    fn structure(&mut self, fact: &StructureFact) {
        match fact {
            StructureFact::Sound => {}
            StructureFact::NoSignedAttributes => self.put("signed_attributes", "none"),
            StructureFact::Expired(end) => self.show("expires", end),
            StructureFact::Header(faults) => faults.iter().for_each(|fault| self.put("fault", fault.code())),
            StructureFact::NoMessage => self.put(REASON, "no CMS message"),
            StructureFact::Message(fault) => self.show(REASON, fault),
            StructureFact::Attributes(fault) => self.show(REASON, fault),
            StructureFact::AttributesNotDer => {
                self.put(REASON, "the signed attributes are not in DER (RFC 5652, 5.3 and 5.4)");
            }
        }
    }

    fn integrity(&mut self, fact: &IntegrityFact) {
        match fact {
            IntegrityFact::Intact { scheme, digest } => {
                self.put(ALGORITHM, scheme.name());
                digest.iter().for_each(|digest| self.put(DIGEST, digest.name()));
            }
            IntegrityFact::NotASignature(name) | IntegrityFact::UnknownAlgorithm(name) => {
                self.put(ALGORITHM, name.as_str());
            }
            IntegrityFact::Content(digest) => self.put(DIGEST, digest.name()),
            IntegrityFact::Imprint(digest) => {
                self.put(REASON, "imprint");
                self.put(DIGEST, digest.name());
            }
            IntegrityFact::Signature { scheme, error, cms } => {
                self.put(ALGORITHM, scheme.name());
                if !cms {
                    self.show(REASON, error);
                }
            }
            IntegrityFact::NoSigner | IntegrityFact::NoSignedBytes => {}
        }
    }

    fn changes(&mut self, changes: &Changes) {
        self.put("changes", changes.name());
        match changes {
            Changes::None | Changes::Evidence { .. } => {}
            Changes::Metadata { object } => self.object(*object),
            Changes::Shown { part, object } | Changes::Content { part, object } => self.changed(*part, *object),
        }
    }

    fn changed(&mut self, part: DocumentPart, object: u32) {
        self.put("what", part.code());
        self.object(object);
    }

    fn object(&mut self, number: u32) {
        self.show("object", number);
    }

    fn signer(&mut self, fact: &SignerFact) {
        match fact {
            SignerFact::Identified { sha256, name } => {
                self.put("certificate_sha256", data_encoding::HEXLOWER.encode(sha256));
                self.put("name", name.clone().unwrap_or_default());
            }
            SignerFact::Unidentified(fault) => self.show(REASON, fault),
        }
    }

    fn chain(&mut self, fact: &ChainFact) {
        match fact {
            ChainFact::Trusted { anchor, certificates } => {
                self.put("anchor", anchor.clone().unwrap_or_default());
                self.show("certificates", certificates);
            }
            ChainFact::Broken(error) => {
                self.show(REASON, error);
                error.certificate().into_iter().for_each(|certificate| self.certificate(certificate));
            }
            ChainFact::NoSigner => {}
        }
    }

    fn certificate(&mut self, certificate: &Certificate) {
        self.put(CERTIFICATE, certificate.subject_common_name().unwrap_or_default());
    }

    fn validity(&mut self, fact: &ValidityFact) {
        match fact {
            ValidityFact::Dates { not_before, not_after, at } => {
                self.show("not_before", not_before);
                self.show("not_after", not_after);
                self.show("at", at);
            }
            ValidityFact::StampedAfterEnd { content, .. } => self.show(CONTENT_STAMPED, content),
            ValidityFact::StampFromLater => self.put(REASON, "later than a stamp over it, or in the future"),
            ValidityFact::NoSigner => {}
        }
    }

    fn revocation(&mut self, fact: &RevocationFact) {
        fact.source().into_iter().for_each(|source| self.source(source));
        match fact {
            RevocationFact::Stale { .. } => self.put(REASON, "revocation data too old"),
            RevocationFact::Unknown { .. } => self.put(REASON, "the responder does not know the certificate"),
            RevocationFact::NoEvidence { why, .. } => self.put(REASON, why.name()),
            RevocationFact::StampedAfterRevocation { content } => self.show(CONTENT_STAMPED, content),
            RevocationFact::NotRevocable
            | RevocationFact::Good(_)
            | RevocationFact::RevokedLater { .. }
            | RevocationFact::Revoked { .. }
            | RevocationFact::NoPath
            | RevocationFact::NoSigner => {}
        }
        if let Some((at, reason)) = fact.revoked() {
            self.show("revoked_at", at);
            self.put("revocation_reason", reason.name());
        }
        fact.certificate().into_iter().for_each(|certificate| self.certificate(certificate));
    }

    fn source(&mut self, source: &RevocationSource) {
        self.put("source", source.kind.name());
        self.put("origin", source.origin());
        self.show("as_of", source.as_of);
        source.next_update.iter().for_each(|next| self.show("next_update", next));
    }

    fn algorithms(&mut self, fact: &AlgorithmsFact) {
        match fact {
            AlgorithmsFact::Accepted { scheme, key } => {
                self.put(ALGORITHM, scheme.name());
                self.show("key", key);
            }
            AlgorithmsFact::Ended(sunset) => {
                self.show(ALGORITHM, &sunset.what);
                self.put("accepted_until", sunset.end.map_or_else(|| "never".to_owned(), |end| end.to_string()));
            }
            AlgorithmsFact::Unknown | AlgorithmsFact::NoSigner => {}
        }
    }

    fn stamp(&mut self, fact: &StampFact) {
        match fact {
            StampFact::Judged(stamp) => self.judged_stamp(stamp),
            StampFact::OutOfOrder(content) => self.show(TIME, content),
            StampFact::TooMany => self.put(REASON, "too many time stamps"),
            StampFact::Unreadable(error) => self.show(REASON, error),
            StampFact::NotAContainer => self.put(REASON, "not a container of time stamps"),
            StampFact::UnknownContainer(kind) => self.put("kind", kind.as_str()),
            StampFact::Changed { part, object } => self.changed(*part, *object),
            StampFact::ByteRange(fault) => self.show(REASON, fault),
        }
    }

    fn judged_stamp(&mut self, stamp: &JudgedStamp) {
        self.show(TIME, stamp.time);
        self.show("policy", stamp.policy);
        stamp.authority.iter().for_each(|name| self.put("authority", name.as_str()));
        if let Some(cause) = &stamp.cause {
            self.put("cause", cause.check().code());
            self.fact(&cause.fact);
        }
        stamp.class.iter().for_each(|class| self.put("qualified", class.name()));
    }

    fn baseline(&mut self, fact: &BaselineFact) {
        match fact.level() {
            Level::NotBaseline => {
                fact.deviations.iter().for_each(|deviation| self.put("deviation", deviation.code()));
            }
            level => self.put("level", level.name()),
        }
        self.put("reach", fact.reach.name());
        self.put("carried", fact.carried.name());
    }

    fn qualification(&mut self, fact: &QualificationFact) {
        let QualificationFact::Assessed { qualification, established } = fact else { return };
        let SealQualification { class, at_issuance, at_sealing, reason, .. } = &**qualification;
        self.put("class", class.name());
        qualification.service().into_iter().for_each(|it| self.service(it));
        let statuses = [
            (at_issuance, "status_at_issuance", "status_at_issuance_since"),
            (at_sealing, "status_at_sealing", "status_at_sealing_since"),
        ];
        for (assessment, status, since) in statuses {
            if let Some(service) = &assessment.service {
                self.put(status, service.status.name());
                self.show(since, service.since);
            }
        }
        self.show("qualified_at_issuance", at_issuance.qualified);
        self.show("qualified_at_sealing", at_sealing.qualified);
        self.show("device", at_sealing.device);
        if !at_sealing.qualifiers.is_empty() {
            self.put("qualifiers", at_sealing.qualifiers.join(" "));
        }
        self.reason(reason.as_ref(), qualification.stale_since());
        if !established {
            self.put("seal", "not_established");
        }
    }

    fn service(&mut self, service: &ServiceEvidence) {
        self.put("list", service.territory.as_str());
        self.show("list_sequence", service.sequence);
        self.put("provider", service.provider.as_str());
        self.put("service", service.service.as_str());
        self.put("service_type", service.kind.name());
        service.next_update.iter().for_each(|next| self.show("list_next_update", next));
    }

    fn reason(&mut self, reason: Option<&QualificationReason>, stale: Option<Timestamp>) {
        if let Some(reason) = reason {
            self.put(REASON, reason.code());
            if let QualificationReason::ListUnavailable(detail) | QualificationReason::NotGranted(detail) = reason {
                self.put("reason_detail", detail.as_str());
            }
        }
        stale.iter().for_each(|since| self.show("list_stale_since", since));
    }
}
