//! Status lists: was the credential revoked, suspended, or superseded?

mod bits;
mod own;
mod signature;

use jiff::Timestamp;
use signet_credential::StatusReference;
use signet_seal::{Certificate, Outcome, jades};

use crate::{
    evidence::{Evidence, acceptable},
    fact::{CredentialStatus, StatusProblem},
    seal::Judged,
};

/// A clock may be this far ahead of ours.
const SKEW_SECONDS: i64 = 300;

/// What a list says, and since when it says so, where it tells.
pub(crate) type Said = (CredentialStatus, Option<Timestamp>);

/// The address at which a list says it stands. Nothing of it is judged.
pub(crate) fn own_address(bytes: &[u8]) -> Option<String> {
    own::own_address(bytes).or_else(|| bits::own_address(bytes))
}

impl Evidence {
    /// Takes a status list in that was kept, under the address it names itself. What it says counts as if it had been fetched
    /// from there: only by its seal.
    ///
    /// # Errors
    /// When it is no status list, or its address is not one to ask.
    pub fn keep_status_list(&mut self, bytes: Vec<u8>) -> Result<(), StatusProblem> {
        let address = own_address(&bytes).as_deref().and_then(acceptable).ok_or(StatusProblem::NotAList)?;
        self.status_lists.insert(address.into(), Ok(bytes));
        Ok(())
    }
}

/// Every instant that a list names; its seal's apart.
pub(crate) fn instants(bytes: &[u8]) -> Vec<Timestamp> {
    own::instants(bytes).or_else(|| bits::instants(bytes)).unwrap_or_default()
}

/// The seal of the credential, and by what and when it and the seal of a list are judged.
#[derive(Clone, Copy)]
pub(crate) struct Asker<'a> {
    pub credential: Option<&'a Judged>,
    pub evidence: &'a Evidence,
    pub at: Timestamp,
}

/// Reads the place of a fetched list that a credential names.
pub(crate) fn look_up(bytes: &[u8], reference: &StatusReference<'_>, asker: Asker<'_>) -> Result<Said, StatusProblem> {
    match reference {
        StatusReference::Own(place) => own::look_up(bytes, place, asker),
        StatusReference::Bits(place) => bits::look_up(bytes, place, asker),
        StatusReference::Unread(_) => Err(StatusProblem::NotAList),
    }
}

impl Asker<'_> {
    /// Whether a list counts by its seal: it must be sealed as the credential is, by the same body, and both in earnest or both as a
    /// test.
    fn accept(&self, list: &jades::Jws) -> Result<(), StatusProblem> {
        let seal = Judged::of_credential(list, self.evidence, self.at);
        // That the certificate may be revoked is told once, with the credential's own seal, when both bear the same.
        let same_certificate = self.credential.is_some_and(|credential| credential.sealer() == seal.sealer());
        let stands = seal.report.outcome() == Outcome::Holds || same_certificate && seal.stands_but_for_revocation();
        // A root for test seals is anyone's: its lists say nothing about real credentials.
        if !stands || self.credential.is_some_and(|credential| credential.test != seal.test) {
            return Err(StatusProblem::Seal);
        }
        let same_body = |a: &Certificate, b: &Certificate| {
            a.sha256() == b.sha256()
                || (a.subject_organization_identifier().is_some()
                    && a.subject_organization_identifier() == b.subject_organization_identifier())
        };
        match (seal.sealer(), self.credential.and_then(Judged::sealer)) {
            (Some(a), Some(b)) if same_body(a, b) => Ok(()),
            _ => Err(StatusProblem::AnotherSealer),
        }
    }

    /// Whether a list of that time may be relied on.
    fn timely(&self, issued: Option<Timestamp>, expires: Option<Timestamp>) -> Result<(), StatusProblem> {
        let ended = expires.is_some_and(|expires| expires <= self.at);
        let ahead = self.at.as_second().saturating_add(SKEW_SECONDS);
        let early = issued.is_some_and(|issued| issued.as_second() > ahead);
        if ended || early { Err(StatusProblem::Stale) } else { Ok(()) }
    }
}
