//! What a certificate was at a moment (ETSI TS 119 615 §4.4 and §4.5), and what a time-stamping service was.
//!
//! Where a list is silent the certificate's own statements count; where the list speaks of certificates like this one, it
//! overrules them. Criteria that are not understood never make more of a certificate, only less.

use super::evidence::{CertificateAssessment, QualificationReason, ServiceEvidence};
use crate::asn1::Oid;
use crate::certificate::{Certificate, QcStatements, QcType};
use crate::trusted_list::{Captured, ServicePeriod, TrustService, TrustedList};
use jiff::Timestamp;

/// A service that issued the certificate, or one above it.
pub(super) struct Candidate<'a> {
    pub(super) list: &'a TrustedList,
    pub(super) service: &'a TrustService,
    pub(super) now: Timestamp,
}

/// A candidate with its entry for the moment.
type Entry<'a> = (&'a Candidate<'a>, &'a ServicePeriod);

/// 1 July 2016, 00:00 in Brussels: Regulation (EU) No 910/2014 applies.
const EIDAS: Timestamp = Timestamp::constant(1_467_324_000, 0);
/// Policy QCP public of TS 101 456: a qualified certificate, before there were statements that say so.
const QCP: Oid = Oid::new_unwrap("0.4.0.1456.1.2");
/// Policy QCP public + SSCD.
const QCP_WITH_DEVICE: Oid = Oid::new_unwrap("0.4.0.1456.1.1");

/// The entry for `at` of each service that has one.
fn entries<'a>(candidates: &'a [Candidate<'a>], at: Timestamp) -> Vec<Entry<'a>> {
    let entry = |candidate: &'a Candidate<'a>| {
        let period = candidate.service.periods.iter().find(|period| period.covers(at))?;
        Some((candidate, period))
    };
    candidates.iter().filter_map(entry).collect()
}

/// The service that makes stamps qualified at `at`; else the nearest, and why it does not.
pub(super) fn stamp(
    candidates: &[Candidate<'_>],
    at: Timestamp,
) -> (Option<ServiceEvidence>, Option<QualificationReason>) {
    let entries = entries(candidates, at);
    let stamping: Vec<Entry<'_>> = entries.iter().filter(|(_, period)| period.kind.is_qtst()).copied().collect();
    let nearest = stamping.iter().find(|(_, period)| is_granted(period));
    let (entry, reason) = match (nearest, stamping.first(), entries.first()) {
        (Some(entry), ..) => (Some(entry), None),
        (None, Some(entry), _) => {
            (Some(entry), Some(QualificationReason::NotGranted(entry.1.status.name().to_owned())))
        }
        (None, None, Some(entry)) => (Some(entry), Some(QualificationReason::NotThatService)),
        (None, None, None) => (None, Some(QualificationReason::NotListedThen)),
    };
    (entry.map(|(candidate, period)| ServiceEvidence::of(candidate, period)), reason)
}

/// What the certificate was at `at`.
pub(super) fn at(certificate: &Certificate, candidates: &[Candidate<'_>], at: Timestamp) -> CertificateAssessment {
    let claims = Claims::of(certificate);
    let all = entries(candidates, at);
    let issuing: Vec<Entry<'_>> = all.iter().filter(|(_, period)| period.kind.is_ca_qc()).copied().collect();
    let fitting: Vec<(Entry<'_>, Overruling)> = issuing
        .iter()
        .map(|entry| (*entry, Overruling::of(entry.1, certificate)))
        .filter(|((_, period), overruling)| overruling.is_for(&claims, period))
        .collect();
    let assessed = |entry: Option<&Entry<'_>>, reason| {
        let service = entry.map(|(candidate, period)| ServiceEvidence::of(candidate, period));
        let (qualifiers, kind) = (Vec::new(), claims.kind());
        CertificateAssessment { at, service, qualified: false, kind, device: false, qualifiers, reason: Some(reason) }
    };
    if fitting.is_empty() {
        return match (issuing.first(), all.first()) {
            (Some(entry), _) => assessed(Some(entry), QualificationReason::NotForThisType),
            (None, Some(entry)) => assessed(Some(entry), QualificationReason::NotThatService),
            (None, None) => assessed(None, QualificationReason::NotListedThen),
        };
    }
    let results: Vec<(Entry<'_>, &Overruling, Judged)> =
        fitting.iter().map(|(entry, overruling)| (*entry, overruling, overruling.judge(&claims, entry.1))).collect();
    let Some((first, ..)) = results.first() else { return assessed(None, QualificationReason::NotListedThen) };
    let differ = results.windows(2).any(|pair| !matches!(pair, [(.., one), (.., other)] if one.same(other)));
    if differ {
        return assessed(Some(first), QualificationReason::Conflict);
    }
    let Some(((candidate, period), overruling, judged)) =
        results.iter().find(|((_, period), ..)| is_granted(period)).or(results.first())
    else {
        return assessed(None, QualificationReason::NotListedThen);
    };
    CertificateAssessment {
        at,
        service: Some(ServiceEvidence::of(candidate, period)),
        qualified: judged.fault.is_none(),
        kind: judged.kind,
        device: judged.device,
        qualifiers: overruling.0.qualifiers.iter().cloned().collect(),
        reason: judged.fault.clone(),
    }
}

/// The status that makes a service's products qualified, under the law of the time when it was given.
fn is_granted(period: &ServicePeriod) -> bool {
    if period.since < EIDAS { period.status.was_supervised() } else { period.status.is_granted() }
}

/// What a certificate says of itself.
struct Claims {
    /// Issued since Regulation (EU) No 910/2014 applies.
    under_eidas: bool,
    statements: QcStatements,
    /// Issued under the old policies for qualified certificates; with device.
    old_policies: (bool, bool),
}

impl Claims {
    fn of(certificate: &Certificate) -> Self {
        let policies = certificate.policies();
        let with_device = policies.contains(&QCP_WITH_DEVICE);
        Self {
            under_eidas: certificate.not_before() >= EIDAS,
            statements: certificate.qc_statements(),
            old_policies: (with_device || policies.contains(&QCP), with_device),
        }
    }

    fn claims_compliance(&self) -> bool {
        self.statements.compliance || !self.under_eidas && self.old_policies.0
    }

    fn fault(&self) -> Option<QualificationReason> {
        match (self.claims_compliance(), self.statements.legislation.is_empty()) {
            (false, _) => Some(QualificationReason::NotClaimed),
            (true, false) => Some(QualificationReason::OtherLaw),
            (true, true) => None,
        }
    }

    /// A qualified certificate that does not say what it is for is one for signatures (TS 119 615 table 1).
    fn kind(&self) -> Option<QcType> {
        let mut types = if self.under_eidas { self.statements.types.clone() } else { Vec::new() };
        types.sort_unstable();
        types.dedup();
        match types.as_slice() {
            [] if self.claims_compliance() => Some(QcType::Signature),
            [only] => Some(*only),
            _ => None,
        }
    }

    fn device(&self) -> bool {
        self.statements.device || !self.under_eidas && self.old_policies.1
    }
}

/// What came of one entry.
struct Judged {
    fault: Option<QualificationReason>,
    kind: Option<QcType>,
    device: bool,
}

impl Judged {
    /// Whether another entry says the same.
    fn same(&self, other: &Self) -> bool {
        let of = |it: &Self| (it.fault.is_none(), it.kind, it.device);
        of(self) == of(other)
    }
}

/// What an entry says of certificates like this one.
struct Overruling(Captured);

/// Qualifiers that name what a certificate is for, and the purpose of a service that goes with each.
const USES: [(&str, QcType, &str); 3] = [
    ("QCForESig", QcType::Signature, "ForeSignatures"),
    ("QCForESeal", QcType::Seal, "ForeSeals"),
    ("QCForWSA", QcType::Website, "ForWebSiteAuthentication"),
];

impl Overruling {
    fn of(period: &ServicePeriod, certificate: &Certificate) -> Self {
        let mut captured = Captured::default();
        for qualification in &period.qualifications {
            qualification.capture(certificate, &mut captured);
        }
        Self(captured)
    }

    fn has(&self, qualifier: &str) -> bool {
        self.0.qualifiers.contains(qualifier)
    }

    /// What takes something away also when it cannot be told whether it is meant for this certificate.
    fn may_have(&self, qualifier: &str) -> bool {
        self.has(qualifier) || self.0.undecided.contains(qualifier)
    }

    fn uses(&self) -> Vec<(QcType, &'static str)> {
        USES.iter().filter(|(name, ..)| self.has(name)).map(|(_, kind, purpose)| (*kind, *purpose)).collect()
    }

    /// Whether the service issues certificates of this type, or the list says that this one is of another type that it
    /// issues. Before the Regulation services did not say.
    fn is_for(&self, claims: &Claims, period: &ServicePeriod) -> bool {
        let Some(kind) = claims.kind().filter(|_| claims.under_eidas) else { return true };
        let serves = |kind: QcType| {
            let purpose = USES.iter().find(|(_, named, _)| *named == kind).map_or("", |(.., purpose)| *purpose);
            let excluded = kind == QcType::Signature && self.has("QCForLegalPerson");
            !excluded && period.purposes.iter().any(|named| named == purpose)
        };
        serves(kind) || matches!(self.uses().as_slice(), [(other, _)] if *other != kind && serves(*other))
    }

    fn judge(&self, claims: &Claims, period: &ServicePeriod) -> Judged {
        let fault = self.fault(claims, period);
        let qualified = fault.is_none();
        let kind = if qualified { self.kind(claims, period) } else { claims.kind() };
        Judged { fault, kind, device: qualified && self.device(claims, period) }
    }

    fn fault(&self, claims: &Claims, period: &ServicePeriod) -> Option<QualificationReason> {
        if !is_granted(period) {
            return Some(QualificationReason::NotGranted(period.status.name().to_owned()));
        }
        match (self.may_have("NotQualified"), self.has("QCStatement")) {
            (true, true) => Some(QualificationReason::Unclear),
            (true, false) => Some(QualificationReason::Overruled),
            (false, true) => None,
            (false, false) => claims.fault(),
        }
    }

    fn kind(&self, claims: &Claims, period: &ServicePeriod) -> Option<QcType> {
        if USES.iter().any(|(name, ..)| self.0.undecided.contains(*name)) {
            return None;
        }
        if period.since < EIDAS {
            return Some(QcType::Signature);
        }
        match self.uses().as_slice() {
            [] => claims.kind(),
            [(QcType::Signature, _)] if self.has("QCForLegalPerson") => None,
            [(kind, purpose)] => {
                let named = period.purposes.is_empty() || period.purposes.iter().any(|named| named == purpose);
                named.then_some(*kind)
            }
            _ => None,
        }
    }

    fn device(&self, claims: &Claims, period: &ServicePeriod) -> bool {
        let with = ["QCWithQSCD", "QCQSCDManagedOnBehalf", "QCWithSSCD"].iter().any(|name| self.has(name));
        let as_stated = ["QCQSCDStatusAsInCert", "QCSSCDStatusAsInCert"].iter().any(|name| self.has(name));
        let without = ["QCNoQSCD", "QCNoSSCD"].iter().any(|name| self.may_have(name));
        let under_eidas = period.since >= EIDAS;
        let old = self.has("QCWithSSCD") || self.has("QCNoSSCD");
        let new = self.has("QCWithQSCD") || self.has("QCNoQSCD");
        let contradicts = (with || as_stated) && without || with && as_stated || under_eidas && old && !new;
        if contradicts || without {
            return false;
        }
        let counts = if under_eidas {
            self.has("QCWithQSCD") || self.has("QCQSCDManagedOnBehalf")
        } else {
            self.has("QCWithSSCD")
        };
        counts || claims.device()
    }
}
