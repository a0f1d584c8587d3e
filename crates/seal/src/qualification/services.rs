//! All trust services of all lists that count, found by the certificates they are known by.

use super::evidence::{
    CertificateAssessment, QualificationReason, SealClass, SealQualification, ServiceEvidence, StampQualification,
};
use super::held::LoadedList;
use super::{assess, assess::Candidate};
use crate::anchors::Anchors;
use crate::certificate::{Certificate, QcType};
use crate::trusted_list::{ServicePeriod, TrustService, TrustedList};
use jiff::Timestamp;
use std::collections::{HashMap, HashSet};

/// The trust services of the EU, as far as their lists are at hand and count.
#[derive(Debug, Clone, Default)]
pub struct TrustServices {
    lotl: Option<LoadedList>,
    lists: Vec<LoadedList>,
    /// Lists and services by the key of each certificate: places in `lists` and in its services.
    by_key: HashMap<Vec<u8>, Vec<(usize, usize)>>,
}

/// A service that a certificate belongs to.
#[derive(Debug, Clone, Copy)]
pub struct ListedService<'a> {
    /// The list.
    pub list: &'a TrustedList,
    /// The service.
    pub service: &'a TrustService,
}

impl TrustServices {
    /// The services of these lists. Whether each list counts was decided when it was opened.
    #[must_use]
    pub fn new(lotl: LoadedList, lists: Vec<LoadedList>) -> Self {
        let mut by_key: HashMap<Vec<u8>, Vec<(usize, usize)>> = HashMap::new();
        for (place, list) in lists.iter().enumerate() {
            let services = list.list.iter().flat_map(|list| list.services.iter().enumerate());
            for (number, service) in services {
                for certificate in &service.certificates {
                    let found = by_key.entry(certificate.public_key_info().to_vec()).or_default();
                    if !found.contains(&(place, number)) {
                        found.push((place, number));
                    }
                }
            }
        }
        Self { lotl: Some(lotl), lists, by_key }
    }

    /// The list of lists; `None` when none was asked for.
    #[must_use]
    pub fn lotl(&self) -> Option<&LoadedList> {
        self.lotl.as_ref()
    }

    /// The national lists, used or not.
    #[must_use]
    pub fn lists(&self) -> &[LoadedList] {
        &self.lists
    }

    /// The certificates that seals may chain to: those of services that issue certificates, whatever their status, unless
    /// the list says that they were never for anything but websites (TS 119 612 §5.5.9.4).
    /// Whether a service could issue what is qualified, and when, is for [`TrustServices::qualify_seal`] to say.
    #[must_use]
    pub fn seal_anchors(&self) -> Anchors {
        self.anchors(|period| period.kind.issues_certificates() && !period.is_for_websites_alone())
    }

    /// The certificates that time stamps may chain to: those of services that issue time stamps or certificates.
    #[must_use]
    pub fn stamp_anchors(&self) -> Anchors {
        self.anchors(|period| period.kind.stamps() || period.kind.issues_certificates())
    }

    /// The certificates that answers about the status of certificates may chain to.
    #[must_use]
    pub fn status_anchors(&self) -> Anchors {
        self.anchors(|period| period.kind.tells_status() || period.kind.issues_certificates())
    }

    /// Every service of every list that counts.
    fn services(&self) -> impl Iterator<Item = &TrustService> {
        self.lists.iter().filter_map(|list| list.list.as_ref().ok()).flat_map(|list| &list.services)
    }

    /// Every certificate that a service is known by.
    pub(super) fn certificates(&self) -> impl Iterator<Item = &Certificate> {
        self.services().flat_map(|service| &service.certificates)
    }

    fn anchors(&self, fits: impl Fn(&ServicePeriod) -> bool) -> Anchors {
        let fitting = self.services().filter(|service| service.periods.iter().any(&fits));
        let mut seen = HashSet::new();
        let certificates = fitting.flat_map(|service| &service.certificates);
        Anchors::new(certificates.filter(|certificate| seen.insert(certificate.sha256())).cloned().collect())
    }

    /// The services that a certificate belongs to: same name, same key.
    pub fn find(&self, certificate: &Certificate) -> impl Iterator<Item = ListedService<'_>> {
        let places = self.by_key.get(certificate.public_key_info()).map(Vec::as_slice).unwrap_or_default();
        places.iter().filter_map(move |(place, number)| {
            let list = self.lists.get(*place)?.list.as_ref().ok()?;
            let service = list.services.get(*number)?;
            let same = service.certificates.iter().any(|known| known.is_same_entity(certificate));
            same.then_some(ListedService { list, service })
        })
    }

    /// What a seal is whose certificate has the path `chain`, signer first and anchor last, at the best signature time
    /// `best`. `now` is the moment of judging, by which lists are found overdue. Presumes that the seal holds.
    #[must_use]
    pub fn qualify_seal(&self, chain: &[Certificate], best: Timestamp, now: Timestamp) -> SealQualification {
        let lotl_stale_since = self.lotl_stale_since(now);
        let issued = chain.first().map_or(best, Certificate::not_before);
        let candidates = self.candidates(chain.get(1..).unwrap_or_default(), now);
        let (Some(signer), false) = (chain.first(), candidates.is_empty()) else {
            let reason = self.why_not_listed(chain);
            let at_issuance = CertificateAssessment::unlisted(issued, reason.clone());
            let at_sealing = CertificateAssessment::unlisted(best, reason.clone());
            let class = SealClass::NotApplicable;
            return SealQualification { class, at_issuance, at_sealing, reason: Some(reason), lotl_stale_since };
        };
        let at_issuance = assess::at(signer, &candidates, issued);
        let at_sealing = assess::at(signer, &candidates, best);
        let (class, reason) = classify(&at_issuance, &at_sealing);
        SealQualification { class, at_issuance, at_sealing, reason, lotl_stale_since }
    }

    /// Whether a time stamp is a qualified one whose certificate has the path `chain`, signer first and anchor last, and
    /// that was made `at`. `now` as in [`TrustServices::qualify_seal`]. Presumes that the stamp holds.
    #[must_use]
    pub fn qualify_stamp(&self, chain: &[Certificate], at: Timestamp, now: Timestamp) -> StampQualification {
        let lotl_stale_since = self.lotl_stale_since(now);
        let candidates = self.candidates(chain, now);
        let (service, reason) = if candidates.is_empty() {
            (None, Some(self.why_not_listed(chain)))
        } else {
            assess::stamp(&candidates, at)
        };
        StampQualification { qualified: reason.is_none(), at, service, reason, lotl_stale_since }
    }

    fn candidates(&self, chain: &[Certificate], now: Timestamp) -> Vec<Candidate<'_>> {
        let mut candidates: Vec<Candidate<'_>> = Vec::new();
        for found in chain.iter().flat_map(|certificate| self.find(certificate)) {
            // A service known by several certificates of the path is still one service.
            if !candidates.iter().any(|known| std::ptr::eq(known.service, found.service)) {
                candidates.push(Candidate { list: found.list, service: found.service, now });
            }
        }
        candidates
    }

    /// Why a path leads to no listed service: there are no lists, not the one it would stand on, or it stands on none.
    fn why_not_listed(&self, chain: &[Certificate]) -> QualificationReason {
        if self.lotl.as_ref().is_none_or(|lotl| lotl.list.is_err()) {
            return QualificationReason::NoLists;
        }
        let countries = chain.iter().filter_map(Certificate::subject_country).map(|country| {
            match country.to_ascii_uppercase().as_str() {
                "GR" => "EL".to_owned(),
                "GB" => "UK".to_owned(),
                other => other.to_owned(),
            }
        });
        let mut unusable_lists = self.lists.iter().filter(|list| list.list.is_err());
        let countries: Vec<String> = countries.collect();
        match unusable_lists.find(|list| countries.contains(&list.territory)) {
            Some(list) => QualificationReason::ListUnavailable(list.territory.clone()),
            None => QualificationReason::NotListed,
        }
    }

    fn lotl_stale_since(&self, now: Timestamp) -> Option<Timestamp> {
        self.lotl.as_ref()?.list.as_ref().ok()?.scheme.stale_since(now)
    }
}

impl CertificateAssessment {
    fn unlisted(at: Timestamp, reason: QualificationReason) -> Self {
        let (service, qualifiers) = (None, Vec::new());
        Self { at, service, qualified: false, kind: None, device: false, qualifiers, reason: Some(reason) }
    }
}

impl ServiceEvidence {
    pub(super) fn of(candidate: &Candidate<'_>, period: &crate::trusted_list::ServicePeriod) -> Self {
        let scheme = &candidate.list.scheme;
        Self {
            territory: scheme.territory.clone(),
            sequence: scheme.sequence,
            issued: scheme.issued,
            next_update: scheme.next_update,
            stale_since: scheme.stale_since(candidate.now),
            provider: candidate.service.provider.clone(),
            service: period.name.clone(),
            kind: period.kind.clone(),
            status: period.status.clone(),
            since: period.since,
            until: period.until,
        }
    }
}

/// Both moments together: qualified at both, for the same; the device counts at sealing.
fn classify(
    at_issuance: &CertificateAssessment,
    at_sealing: &CertificateAssessment,
) -> (SealClass, Option<QualificationReason>) {
    for assessment in [at_issuance, at_sealing] {
        if let Some(reason @ (QualificationReason::Conflict | QualificationReason::TypeUnclear)) = &assessment.reason {
            return (SealClass::NotApplicable, Some(reason.clone()));
        }
    }
    let qualified = at_issuance.qualified && at_sealing.qualified;
    let reason = at_issuance.reason.clone().or_else(|| at_sealing.reason.clone());
    let kind = at_sealing.kind.filter(|kind| at_issuance.kind == Some(*kind));
    let class = match (kind, qualified, at_sealing.device) {
        (Some(QcType::Seal), true, true) => SealClass::QeSeal,
        (Some(QcType::Seal), true, false) => SealClass::AdeSealQc,
        (Some(QcType::Signature), true, true) => SealClass::QeSig,
        (Some(QcType::Signature), true, false) => SealClass::AdeSigQc,
        (Some(QcType::Signature), false, _) => SealClass::AdeSig,
        (Some(QcType::Website), ..) => return (SealClass::NotApplicable, Some(QualificationReason::ForWebsites)),
        (None, true, _) => return (SealClass::NotApplicable, Some(QualificationReason::TypeUnclear)),
        // A certificate that claims nothing for itself seals as any certificate can.
        (Some(QcType::Seal) | None, false, _) => SealClass::AdeSeal,
    };
    (class, reason)
}
