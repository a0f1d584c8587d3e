//! What is at hand to judge a seal by, where in the file it stands, and since when it is proved to exist
//! (EN 319 102-1 §5.6.2.3, proofs of existence).

use crate::basis::{Basis, ValidationData, Want};
use crate::certificate::{Certificate, Known};
use crate::chain::Budget;
use crate::revocation::{Crl, OcspResponse};
use jiff::Timestamp;
use std::cell::RefCell;

/// Most revocation lists, and most OCSP responses, that are looked at: a few with each renewal add up.
const MOST: usize = 512;
/// Most signatures checked in one judgement, those of the seal itself apart: a stamp of each year for a century, with its
/// authority's path and what is said of it.
const MOST_SIGNATURES: u32 = 1_000;

/// Where something stands in a sealed file. A stamp at a place covers everything at lower places.
pub(crate) type Place = usize;

/// The place of what was fetched: no stamp covers it.
pub(crate) const FETCHED: Place = Place::MAX;

/// Certificates and revocation data of a file, and what was fetched.
#[derive(Debug, Default)]
pub(crate) struct Material {
    pub(crate) certificates: Vec<Certificate>,
    pub(crate) lists: Vec<(Crl, Place)>,
    pub(crate) responses: Vec<(OcspResponse, Place)>,
    /// What readers of the file share.
    pub(crate) known: Known,
}

impl Material {
    /// Nothing yet, but for certificates that were read already.
    pub(crate) fn new(known: Known) -> Self {
        Self { known, ..Self::default() }
    }

    /// Takes a certificate in, once.
    pub(crate) fn certificate(&mut self, certificate: &Certificate) {
        if !self.certificates.contains(certificate) {
            self.certificates.push(certificate.clone());
        }
    }

    /// Takes a list in, with the first place it stands at.
    pub(crate) fn list(&mut self, list: Crl, place: Place) {
        keep(&mut self.lists, list, place);
    }

    /// Takes a response in, with the first place it stands at.
    pub(crate) fn response(&mut self, response: OcspResponse, place: Place) {
        keep(&mut self.responses, response, place);
    }

    /// Takes DER in as what it can be read as: a list, or else a response. What is neither is passed over.
    pub(crate) fn revocation(&mut self, der: &[u8], place: Place) {
        if self.lists.len() >= MOST && self.responses.len() >= MOST {
            return;
        }
        if let Ok(list) = Crl::from_der(der) {
            self.list(list, place);
        } else if let Ok(response) = OcspResponse::from_der_among(der, &self.known) {
            self.response(response, place);
        }
    }

    /// Without the places.
    pub(crate) fn into_data(self) -> ValidationData {
        let crls = self.lists.into_iter().map(|(list, _)| list).collect();
        let ocsps = self.responses.into_iter().map(|(response, _)| response).collect();
        ValidationData { certificates: self.certificates, crls, ocsps }
    }

    fn fetched(&mut self, fetched: &ValidationData) {
        fetched.certificates.iter().for_each(|certificate| self.certificate(certificate));
        fetched.crls.iter().for_each(|list| self.list(list.clone(), FETCHED));
        fetched.ocsps.iter().for_each(|response| self.response(response.clone(), FETCHED));
    }
}

fn keep<T: PartialEq>(items: &mut Vec<(T, Place)>, item: T, place: Place) {
    if let Some((_, known)) = items.iter_mut().find(|(known, _)| *known == item) {
        *known = place.min(*known);
    } else if items.len() < MOST {
        items.push((item, place));
    }
}

/// The material of one judgement, and what was found out about it.
#[derive(Debug)]
pub(crate) struct Proofs<'a> {
    pub(crate) basis: &'a Basis<'a>,
    pub(crate) material: Material,
    /// Stamps that hold: the place of each and its time.
    stamps: Vec<(Place, Timestamp)>,
    /// What verdicts rested on.
    relied: RefCell<ValidationData>,
    /// What would tell more.
    wants: RefCell<Vec<Want>>,
    pub(crate) budget: Budget,
}

impl<'a> Proofs<'a> {
    pub(crate) fn new(basis: &'a Basis<'a>, mut material: Material) -> Self {
        material.fetched(basis.fetched);
        let budget = Budget::new(MOST_SIGNATURES);
        Self { basis, material, stamps: Vec::new(), relied: RefCell::default(), wants: RefCell::default(), budget }
    }

    /// A stamp at `place` holds.
    pub(crate) fn prove(&mut self, place: Place, time: Timestamp) {
        self.stamps.push((place, time));
    }

    /// Since when what stands at `place` is proved to exist: the earliest stamp that covers it, else now. What was fetched
    /// is covered by nothing.
    pub(crate) fn existed(&self, place: Place) -> Timestamp {
        let covering = self.stamps.iter().filter(|(stamp, _)| *stamp > place).map(|(_, time)| *time);
        let around = self.basis.existed.filter(|_| place != FETCHED);
        covering.chain(around).min().map_or(self.basis.at, |time| time.min(self.basis.at))
    }

    /// Notes what a verdict rests on.
    pub(crate) fn rely(&self, data: ValidationData) {
        self.relied.borrow_mut().merge(data);
    }

    /// Notes what would tell more.
    pub(crate) fn want(&self, want: Want) {
        let mut wants = self.wants.borrow_mut();
        if !wants.contains(&want) {
            wants.push(want);
        }
    }

    /// What the verdicts rested on, and what would tell more.
    pub(crate) fn close(self) -> (ValidationData, Vec<Want>) {
        (self.relied.into_inner(), self.wants.into_inner())
    }
}
