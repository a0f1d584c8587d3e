//! How long a judgement stands: until the next instant at which a fresh one could come out otherwise.
//!
//! A judgement compares the time of validation, or a time that a stamp proves, with the instants that certificates, revocation data,
//! stamps, trusted lists and the policy name, and with nothing else. So between two of these instants it comes out the same. A
//! [`Horizon`] takes in all of them, whether or not the judgement looked at them: a judgement may be found to stand for less time than
//! it does, never for more.

use crate::anchors::Anchors;
use crate::basis::ValidationData;
use crate::certificate::Certificate;
use crate::jades::{self, Jws};
use crate::policy::Policy;
use crate::qualification::TrustServices;
use crate::revocation::{Crl, OcspResponse};
use crate::validation::{CLOCK_SKEW, ORDER_SKEW};
use jiff::{SignedDuration, Timestamp};

/// A comparison may allow a clock to be ahead by so much: the instant then counts that much earlier.
const SKEWS: [SignedDuration; 3] = [SignedDuration::ZERO, ORDER_SKEW, CLOCK_SKEW];

/// The next instant at which a judgement could come out otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Horizon {
    at: Timestamp,
    next: Timestamp,
}

impl Horizon {
    /// Of a judgement as of `at`; no later than `latest`.
    #[must_use]
    pub const fn new(at: Timestamp, latest: Timestamp) -> Self {
        Self { at, next: latest }
    }

    /// The first instant at which the judgement may not stand any more.
    #[must_use]
    pub const fn next(&self) -> Timestamp {
        self.next
    }

    /// Takes an instant in that the judgement may have compared with its time.
    pub fn instant(&mut self, instant: Timestamp) {
        for skew in SKEWS {
            let earlier = instant.saturating_sub(skew).unwrap_or(Timestamp::MIN);
            // Some comparisons are of whole seconds: `notAfter` holds to the end of its second (RFC 5280 §4.1.2.5).
            let second = earlier.as_second();
            let whole = [second, second.saturating_add(1)].map(Timestamp::from_second);
            // Others hold at the instant itself and not behind it.
            let behind = earlier.saturating_add(SignedDuration::from_nanos(1)).unwrap_or(Timestamp::MAX);
            for change in whole.into_iter().flatten().chain([earlier, behind]) {
                if change > self.at {
                    self.next = self.next.min(change);
                }
            }
        }
    }

    /// Takes in the instants that are named of those that may be.
    pub fn instants(&mut self, instants: impl IntoIterator<Item = Timestamp>) {
        instants.into_iter().for_each(|instant| self.instant(instant));
    }

    /// Takes in until when a certificate is valid, and since when.
    pub fn certificate(&mut self, certificate: &Certificate) {
        self.instants([certificate.not_before(), certificate.not_after()]);
    }

    /// Takes in everything that anchors name.
    pub fn anchors(&mut self, anchors: &Anchors) {
        anchors.certificates().iter().for_each(|certificate| self.certificate(certificate));
    }

    /// Takes in the ends of algorithms.
    pub fn policy(&mut self, policy: &Policy) {
        self.instants(policy.ends());
    }

    /// Takes in everything that trusted lists name.
    pub fn services(&mut self, services: &TrustServices) {
        for list in services.lotl().into_iter().chain(services.lists()).filter_map(|held| held.list.as_ref().ok()) {
            self.instants(list.scheme.next_update);
            for service in &list.services {
                service.certificates.iter().for_each(|certificate| self.certificate(certificate));
                self.instants(service.periods.iter().flat_map(|period| [Some(period.since), period.until]).flatten());
            }
        }
    }

    /// Takes in everything that certificates and revocation data name.
    pub fn data(&mut self, data: &ValidationData) {
        data.certificates.iter().for_each(|certificate| self.certificate(certificate));
        self.instants(data.crls.iter().flat_map(Crl::instants));
        for response in &data.ocsps {
            self.instants(response.instants());
            response.certificates().iter().for_each(|certificate| self.certificate(certificate));
        }
    }

    /// Takes in everything that a seal names, and what it brings along.
    pub fn seal(&mut self, jws: &Jws) {
        let (data, instants) = jades::named(jws);
        self.data(&data);
        self.instants(instants);
    }
}

impl Crl {
    /// Every instant it names.
    fn instants(&self) -> impl Iterator<Item = Timestamp> {
        [Some(self.this_update()), self.next_update(), self.told_since()]
            .into_iter()
            .flatten()
            .chain(self.revocations())
    }
}

impl OcspResponse {
    /// Every instant it names; those of certificates it brings along apart.
    fn instants(&self) -> impl Iterator<Item = Timestamp> {
        [self.produced_at()].into_iter().chain(self.told())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pki::at;

    #[test]
    fn the_next_change_is_the_earliest_after_the_judgement_with_its_skew() {
        let mut horizon = Horizon::new(at("2026-07-01T10:00:00Z"), at("2026-07-01T11:00:00Z"));
        horizon.instant(at("2026-07-01T09:00:00Z"));
        assert_eq!(horizon.next(), at("2026-07-01T11:00:00Z"));
        // A clock ahead of ours by five minutes sees it at 10:25.
        horizon.instant(at("2026-07-01T10:30:00Z"));
        assert_eq!(horizon.next(), at("2026-07-01T10:25:00Z"));
        // What named this second holds to its end,
        let mut horizon = Horizon::new(at("2026-07-01T10:00:00.5Z"), at("2026-07-01T11:00:00Z"));
        horizon.instant(at("2026-07-01T10:00:00Z"));
        assert_eq!(horizon.next(), at("2026-07-01T10:00:01Z"));
        // unless it is over right behind the instant that it names.
        let mut horizon = Horizon::new(at("2026-07-01T10:00:00Z"), at("2026-07-01T11:00:00Z"));
        horizon.instant(at("2026-07-01T10:00:00Z"));
        assert_eq!(horizon.next(), at("2026-07-01T10:00:00.000000001Z"));
    }
}
