//! What a judgement rests on besides the seal itself: whom we trust, by what rules, what was fetched, and when it is judged.

use crate::anchors::Anchors;
use crate::certificate::Certificate;
use crate::policy::Policy;
use crate::qualification::TrustServices;
use crate::revocation::{Crl, OcspResponse};
use jiff::Timestamp;

/// Certificates and revocation data: fetched to judge a seal, or kept inside it so that it can be judged later.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ValidationData {
    /// Certificates of authorities.
    pub certificates: Vec<Certificate>,
    /// Revocation lists.
    pub crls: Vec<Crl>,
    /// OCSP responses.
    pub ocsps: Vec<OcspResponse>,
}

impl ValidationData {
    /// Nothing.
    pub const NONE: &Self = &Self { certificates: Vec::new(), crls: Vec::new(), ocsps: Vec::new() };

    /// Whether there is nothing.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.certificates.is_empty() && self.crls.is_empty() && self.ocsps.is_empty()
    }

    /// Takes in what `other` has and this has not.
    pub fn merge(&mut self, other: Self) {
        let Self { certificates, crls, ocsps } = other;
        add_new(&mut self.certificates, certificates);
        add_new(&mut self.crls, crls);
        add_new(&mut self.ocsps, ocsps);
    }
}

fn add_new<T: PartialEq>(known: &mut Vec<T>, new: Vec<T>) {
    for item in new {
        if !known.contains(&item) {
            known.push(item);
        }
    }
}

/// Everything a judgement rests on.
#[derive(Debug, Clone, Copy)]
pub struct Basis<'a> {
    /// Whom seals and what says whether they were revoked must lead to.
    pub anchors: &'a Anchors,
    /// Whom time stamps must lead to.
    pub stamp_anchors: &'a Anchors,
    /// Trust services by the lists of the Member States; without any, nothing is said about qualification.
    pub services: Option<&'a TrustServices>,
    /// The rules.
    pub policy: &'a Policy,
    /// What was fetched; it is known to exist since [`Basis::at`] and no earlier.
    pub fetched: &'a ValidationData,
    /// Since when the whole file is proved to exist by what is around it: the stamps of a document it is attached to.
    pub existed: Option<Timestamp>,
    /// The time of validation.
    pub at: Timestamp,
}

impl<'a> Basis<'a> {
    /// From the seal alone, by the default rules, with one set of anchors for everything.
    #[must_use]
    pub fn offline(anchors: &'a Anchors, at: Timestamp) -> Self {
        Self {
            anchors,
            stamp_anchors: anchors,
            services: None,
            policy: Policy::standard(),
            fetched: ValidationData::NONE,
            existed: None,
            at,
        }
    }
}

/// Something that would let a judgement tell more. Addresses are out of certificates, so hostile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Want {
    /// Newer word on whether a certificate was revoked: from any of the responders, or else any of the lists.
    Revocation {
        /// Addresses of OCSP responders.
        responders: Vec<String>,
        /// The question to put to them (DER `OCSPRequest`).
        question: Vec<u8>,
        /// Addresses of revocation lists.
        lists: Vec<String>,
    },
    /// The certificate of an issuer, from any of these addresses.
    Issuer {
        /// The addresses.
        addresses: Vec<String>,
    },
}
