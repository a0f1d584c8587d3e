//! What a judgement rests on besides the file: whom we trust, and what was fetched.

use std::{collections::BTreeMap, sync::Arc};

use signet_seal::{Anchors, Policy, ValidationData, Want, qualification::TrustServices};
use url::{Host, Url};

use crate::configured_mandate::ConfiguredMandate;

/// Whose roots count, and by what rules.
#[derive(Clone, Debug, Default)]
pub struct Trust {
    /// Roots of seals that count.
    pub anchors: Anchors,
    /// Roots of time stamps that count.
    pub stamp_anchors: Anchors,
    /// Trust services by the lists of the Member States, when they are consulted.
    pub services: Option<TrustServices>,
    /// Roots of test seals: what leads to them is never reported as real.
    pub test_anchors: Anchors,
    /// Mandates to seal that the settings confirm.
    pub mandates: Vec<ConfiguredMandate>,
    /// Until when algorithms prove anything, and how old revocation data may be.
    pub policy: Policy,
}

impl Trust {
    /// These roots for seals and time stamps alike, and those for test seals.
    pub fn in_roots(anchors: Anchors, test_anchors: Anchors) -> Self {
        Trust { stamp_anchors: anchors.clone(), anchors, test_anchors, ..Trust::default() }
    }

    /// Whether no root counts at all.
    pub fn is_empty(&self) -> bool {
        [&self.anchors, &self.test_anchors].iter().all(|anchors| anchors.certificates().is_empty())
    }

    /// As well the authorities of trusted lists, by what each list lets them do.
    #[must_use]
    pub fn with_services(mut self, services: TrustServices) -> Self {
        let join = |own: &Anchors, listed: Anchors| Anchors::new([own.certificates(), listed.certificates()].concat());
        self.anchors = join(&self.anchors, services.seal_anchors());
        self.stamp_anchors = join(&self.stamp_anchors, services.stamp_anchors());
        self.services = Some(services);
        self
    }
}

/// Why something was not fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotFetched {
    /// Nobody was to be asked.
    Offline,
    /// The address cannot be reached, answered with an error, or took too long.
    Unreachable,
}

/// A status list as it was fetched, or why it was not.
pub type StatusEvidence = Result<Vec<u8>, NotFetched>;

/// Everything a judgement rests on besides the file and the time.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// Whose roots count.
    pub trust: Arc<Trust>,
    /// Status lists by address.
    pub status_lists: BTreeMap<String, StatusEvidence>,
    /// Certificates and revocation data for the seals.
    pub seals: ValidationData,
    /// What was asked for, whether or not anything of use came back: the report tells it from what nobody asked.
    pub asked: Vec<Want>,
    /// Whether page 1 of a PDF is drawn and compared with the picture in its record. Drawing costs as much as ten seals: it is
    /// for those who hand a file in, and not for files that Signet has just made or keeps.
    pub compares_pictures: bool,
    /// Whether notes without weight are made that have to be computed: whether the record root that a file carries is that of its
    /// content. For whoever asks for no more than what weighs they are work for nothing.
    pub makes_notes: bool,
}

impl Evidence {
    /// Evidence without anything fetched; pictures are not compared.
    pub fn offline(trust: Arc<Trust>) -> Self {
        let (status_lists, seals) = (BTreeMap::new(), ValidationData::default());
        Evidence { trust, status_lists, seals, asked: Vec::new(), compares_pictures: false, makes_notes: true }
    }

    /// The same evidence, and pictures are compared.
    #[must_use]
    pub fn comparing_pictures(self) -> Self {
        Evidence { compares_pictures: true, ..self }
    }

    /// The same evidence, and no notes are computed that weigh nothing.
    #[must_use]
    pub fn without_notes(self) -> Self {
        Evidence { makes_notes: false, ..self }
    }
}

/// `https` anywhere; `http` on this machine only, for demonstrations.
pub(crate) fn acceptable(address: &str) -> Option<Url> {
    if address.len() > 2048 {
        return None;
    }
    let url = Url::parse(address).ok()?;
    let this_machine = match url.host()? {
        Host::Domain(name) => name == "localhost",
        Host::Ipv4(v4) => v4.is_loopback(),
        Host::Ipv6(v6) => v6.is_loopback(),
    };
    let plain = url.username().is_empty() && url.password().is_none() && url.fragment().is_none();
    ((url.scheme() == "https" || (url.scheme() == "http" && this_machine)) && plain).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::acceptable;

    #[test]
    fn only_addresses_fit_for_asking_are_asked() {
        for good in ["https://mc.example/status/vsz/1", "http://127.0.0.1:8080/status/vsz/1", "http://localhost/s"] {
            assert!(acceptable(good).is_some(), "{good}");
        }
        for bad in
            ["http://mc.example/1", "ftp://mc.example/1", "https://u:p@mc.example/", "https://mc.example/#x", "x"]
        {
            assert!(acceptable(bad).is_none(), "{bad}");
        }
    }
}
