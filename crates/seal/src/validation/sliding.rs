//! Walks a path from the anchor down and finds out whether each certificate stood when it was needed: validation time
//! sliding (EN 319 102-1 §5.6.2.2).
//!
//! The control time starts now. A revoked authority, one that has expired or one whose signature has lost its strength
//! moves it back: whatever stands below must be proved to have existed before. The freshness of revocation data is told
//! by [`Freshness`], not by the control time, since a stamp proves the signature at one moment only.

use super::proof::{FETCHED, Place, Proofs};
use super::subject::Subject;
use crate::basis::{ValidationData, Want};
use crate::certificate::Certificate;
use crate::fact::{NoRevocationEvidence, RevocationFact, RevocationSource, SourceKind};
use crate::indication::Indication;
use crate::policy::{Accepted, EndedAlgorithm, Freshness, Sunset};
use crate::revocation::{CertStatus, Crl, CrlReason, OcspResponse, RevocationAnswer, Unanswered, ocsp_request};
use jiff::{SignedDuration, Timestamp};

/// How far ahead of ours the clock of a source, or of a time-stamp authority, may be.
pub(crate) const CLOCK_SKEW: SignedDuration = SignedDuration::from_mins(5);

/// What the walk found.
#[derive(Debug)]
pub(super) struct SlidingResult {
    /// Why some certificate of the path may not have stood; none if all did.
    pub(super) stop: Option<Stop>,
    /// An algorithm on the path that had ended.
    pub(super) sunset: Option<Sunset>,
    /// What the answer about the signer says, whether or not it stops the walk: [`RevocationFact::RevokedLater`] if it is
    /// revoked, whenever that was, else [`RevocationFact::Good`]; [`RevocationFact::NotRevocable`] when no answer was needed,
    /// or none counts.
    pub(super) signer: RevocationFact,
    /// Whether the file brings an answer for every certificate that needs one.
    pub(super) complete: bool,
}

/// Why a certificate may not have stood.
#[derive(Debug)]
pub(super) struct Stop {
    pub(super) indication: Indication,
    pub(super) fact: RevocationFact,
}

/// The walk.
pub(super) struct Slide<'a> {
    subject: &'a Subject<'a>,
    proofs: &'a Proofs<'a>,
    control: Timestamp,
    slid: SlidingResult,
}

/// An answer with what stands behind it.
struct Word {
    answer: RevocationAnswer,
    /// Since when it is proved to exist.
    existed: Timestamp,
    source: Source,
    embedded: bool,
}

/// What there is to hear about one certificate.
struct Words {
    words: Vec<Word>,
    /// Why there is no more.
    lack: NoRevocationEvidence,
    /// Whether the file itself brings an answer, even one that does not count.
    embedded: bool,
}

/// Where an answer came from.
#[derive(Clone)]
enum Source {
    List(Crl),
    Response(OcspResponse),
}

impl<'a> Slide<'a> {
    pub(super) fn new(subject: &'a Subject<'a>, proofs: &'a Proofs<'a>) -> Self {
        let slid = SlidingResult { stop: None, sunset: None, signer: RevocationFact::NotRevocable, complete: true };
        Self { subject, proofs, control: proofs.basis.at, slid }
    }

    /// Walks `path`, signer first and anchor last, from the anchor down.
    pub(super) fn down(mut self, path: &[Certificate]) -> SlidingResult {
        let links: Vec<(&Certificate, &Certificate)> = path.iter().zip(path.iter().skip(1)).collect();
        for (certificate, issuer) in links.into_iter().rev() {
            self.strength(certificate, issuer);
            let anchored = path.last() == Some(issuer);
            if let Err(stop) = self.state(certificate, issuer, anchored)
                && self.slid.stop.is_none()
            {
                self.slid.stop = Some(stop);
            }
            self.control = self.control.min(certificate.not_after());
        }
        self.slid
    }

    /// The certificate's own signature: what stands below must be older than the end of its algorithm.
    fn strength(&mut self, certificate: &Certificate, issuer: &Certificate) {
        let (key, policy) = (issuer.public_key().kind(), self.proofs.basis.policy);
        let sunset = match certificate.scheme() {
            Ok(scheme) => policy.sunset(scheme, key, self.subject.proved),
            Err(oid) => Some(Sunset { what: EndedAlgorithm::Unknown(oid), end: None }),
        };
        match (sunset, certificate.scheme().map(|scheme| policy.accepted(scheme, key))) {
            (Some(sunset), _) => {
                self.slid.sunset.get_or_insert(sunset);
            }
            (None, Ok(Accepted::Before(end))) => self.control = self.control.min(end),
            (None, _) => {}
        }
    }

    /// Whether the certificate stood when the signature is proved to have existed.
    fn state(&mut self, certificate: &Certificate, issuer: &Certificate, anchored: bool) -> Result<(), Stop> {
        if certificate.pointers().never_revoked {
            return Ok(());
        }
        let is_signer = certificate == self.subject.signer;
        let Words { words, lack, embedded } = self.words(certificate, issuer, anchored, true);
        self.slid.complete &= embedded;
        let about = || certificate.clone();
        let Some(word) = newest(words) else {
            self.want(certificate, issuer);
            let fact = RevocationFact::NoEvidence { why: lack, certificate: about() };
            return Err(Stop { indication: lack.indication(), fact });
        };
        self.rely(&word);
        let source = word.told();
        if is_signer {
            self.slid.signer = RevocationFact::Good(source);
        }
        let proved = self.subject.proved;
        match word.answer.status {
            CertStatus::Revoked { at, reason } => {
                if is_signer {
                    self.slid.signer = RevocationFact::RevokedLater { source, at, reason };
                }
                self.control = self.control.min(at);
                if proved < at {
                    return Ok(());
                }
                let indication = match (reason, is_signer) {
                    (CrlReason::HOLD, _) => Indication::TryLater,
                    (_, true) => Indication::RevokedNoPoe,
                    (_, false) => Indication::RevokedCaNoPoe,
                };
                Err(Stop { indication, fact: RevocationFact::Revoked { source, at, reason, certificate: about() } })
            }
            CertStatus::Good => self.fresh(certificate, issuer, &word),
            CertStatus::Unknown => {
                let fact = RevocationFact::Unknown { certificate: about() };
                Err(Stop { indication: Indication::CertificateChainGeneralFailure, fact })
            }
        }
    }

    /// Whether the word is fresh enough; asks for a newer one where a newer one could say more.
    fn fresh(&self, certificate: &Certificate, issuer: &Certificate, word: &Word) -> Result<(), Stop> {
        let Subject { made, proved, .. } = *self.subject;
        let now = self.proofs.basis.at;
        let unproved = proved >= now;
        if unproved && !word.answer.is_fresh_for(now) {
            self.want(certificate, issuer);
        }
        let needed = match self.proofs.basis.policy.freshness {
            Freshness::AtUse => made,
            Freshness::UntilProved => proved,
        };
        if word.answer.is_fresh_for(needed) {
            return Ok(());
        }
        self.want(certificate, issuer);
        let fact = RevocationFact::Stale { source: word.told(), certificate: certificate.clone() };
        Err(Stop { indication: Indication::TryLater, fact })
    }

    /// Every answer about `certificate` that counts at the control time.
    fn words(&self, certificate: &Certificate, issuer: &Certificate, anchored: bool, with_responders: bool) -> Words {
        let (mut words, mut lack, mut embedded) = (Vec::new(), NoRevocationEvidence::Nothing, false);
        let material = &self.proofs.material;
        let lists = material.lists.iter().filter(|(list, _)| list.is_about(certificate, issuer));
        let lists = lists.map(|(list, place)| (Source::List(list.clone()), *place));
        let responses = material.responses.iter().filter(|(response, _)| response.is_about(certificate, issuer));
        let responses = responses.map(|(response, place)| (Source::Response(response.clone()), *place));
        for (source, place) in lists.chain(responses) {
            if !with_responders && matches!(source, Source::Response(_)) {
                continue;
            }
            if !(source.is_checked(issuer) || self.proofs.budget.spend()) {
                continue;
            }
            let answer = match &source {
                Source::List(list) => list.answer(certificate, issuer),
                Source::Response(response) => response.answer(certificate, issuer),
            };
            match answer {
                Ok(answer) => {
                    embedded |= place != FETCHED;
                    match self.counts(certificate, issuer, anchored, &answer, place) {
                        None => words.push(Word {
                            existed: self.proofs.existed(place),
                            embedded: place != FETCHED,
                            answer,
                            source,
                        }),
                        Some(why) => lack = lack.max(why),
                    }
                }
                Err(why) => lack = lack.max(NoRevocationEvidence::Unusable(why)),
            }
        }
        Words { words, lack, embedded }
    }

    /// Why an answer does not count; `None` if it does.
    fn counts(
        &self,
        certificate: &Certificate,
        issuer: &Certificate,
        anchored: bool,
        answer: &RevocationAnswer,
        place: Place,
    ) -> Option<NoRevocationEvidence> {
        let existed = self.proofs.existed(place);
        let now = self.proofs.basis.at;
        let ahead = now.saturating_add(CLOCK_SKEW).unwrap_or(Timestamp::MAX);
        if answer.this_update > ahead {
            return Some(NoRevocationEvidence::NotProved);
        }
        if existed > self.control && self.control < now {
            return Some(NoRevocationEvidence::NotProved);
        }
        if self.proofs.basis.policy.sunset(answer.scheme, answer.key.kind(), existed).is_some() {
            return Some(NoRevocationEvidence::AlgorithmEnded);
        }
        let issuer_stood = anchored || issuer.is_valid_at(existed);
        let responder_stood = answer.responder.as_ref().is_none_or(|responder| responder.is_valid_at(existed));
        if !(issuer_stood && responder_stood) {
            return Some(NoRevocationEvidence::SignerEnded);
        }
        if !answer.tells_of(certificate.not_after()) {
            return Some(NoRevocationEvidence::AfterEnd);
        }
        match &answer.responder {
            Some(responder) if !self.responder_stood(responder, issuer, anchored, answer) => {
                Some(NoRevocationEvidence::Unusable(Unanswered::NotSigned))
            }
            _ => None,
        }
    }

    /// A responder whose issuer does not exempt it from being asked about (RFC 6960 §4.2.2.2.1) must not have been revoked
    /// when it answered.
    fn responder_stood(
        &self,
        responder: &Certificate,
        issuer: &Certificate,
        anchored: bool,
        answer: &RevocationAnswer,
    ) -> bool {
        if responder.pointers().no_check || responder.pointers().never_revoked {
            return true;
        }
        match newest(self.words(responder, issuer, anchored, false).words) {
            Some(word) => {
                self.rely(&word);
                match word.answer.status {
                    CertStatus::Good => true,
                    CertStatus::Revoked { at, .. } => answer.produced_at < at,
                    CertStatus::Unknown => false,
                }
            }
            None => {
                self.want(responder, issuer);
                false
            }
        }
    }

    fn rely(&self, word: &Word) {
        let mut data = ValidationData::default();
        match &word.source {
            Source::List(list) => data.crls.push(list.clone()),
            Source::Response(response) => data.ocsps.push(response.clone()),
        }
        self.proofs.rely(data);
    }

    fn want(&self, certificate: &Certificate, issuer: &Certificate) {
        let pointers = certificate.pointers();
        if pointers.ocsp.is_empty() && pointers.crls.is_empty() {
            return;
        }
        self.proofs.want(Want::Revocation {
            responders: pointers.ocsp.clone(),
            question: ocsp_request(certificate, issuer),
            lists: pointers.crls.clone(),
        });
    }
}

impl Source {
    /// Whether its signature need not be checked again.
    fn is_checked(&self, issuer: &Certificate) -> bool {
        match self {
            Self::List(list) => list.is_checked(issuer),
            Self::Response(response) => response.is_checked(issuer),
        }
    }
}

impl Word {
    /// Where it comes from, for the report.
    const fn told(&self) -> RevocationSource {
        RevocationSource {
            kind: match self.source {
                Source::List(_) => SourceKind::Crl,
                Source::Response(_) => SourceKind::Ocsp,
            },
            embedded: self.embedded,
            as_of: self.answer.this_update,
            next_update: self.answer.next_update,
        }
    }
}

/// The word that knows most: of several from one moment, the one that says "revoked", then the one proved longest.
fn newest(words: Vec<Word>) -> Option<Word> {
    words.into_iter().max_by_key(|word| {
        let revoked = matches!(word.answer.status, CertStatus::Revoked { .. });
        (word.answer.this_update, revoked, std::cmp::Reverse(word.existed))
    })
}
