//! One permission to look at one credential.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use signet_record::{CredentialId, Language, Timestamp};

use crate::code::CodeHash;
use crate::id::ShareId;
use crate::label::ShareLabel;
use crate::recipient::{Recipient, Reference};
use crate::showing::Showing;

/// What a named share is for; the holder chooses, and the page greets accordingly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Purpose {
    /// Admission to a school.
    Admission,
    /// Proof for an authority.
    Authority,
    /// A curriculum vitae or a public profile.
    Cv,
    /// Anything else.
    Other,
    /// Proof for one employer.
    Proof,
}

impl Purpose {
    /// Every purpose, in the order a form offers them.
    pub const ALL: [Purpose; 5] = [Purpose::Proof, Purpose::Admission, Purpose::Cv, Purpose::Authority, Purpose::Other];

    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            Purpose::Admission => "admission",
            Purpose::Authority => "authority",
            Purpose::Cv => "cv",
            Purpose::Other => "other",
            Purpose::Proof => "proof",
        }
    }

    /// The purpose with this code.
    pub fn from_code(code: &str) -> Option<Purpose> {
        Purpose::ALL.into_iter().find(|purpose| purpose.code() == code)
    }
}

/// The two kinds of share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShareKind {
    /// The link printed in the PDF's supplement.
    Document,
    /// A share that the holder made and named.
    Named {
        /// What the holder calls it.
        label: ShareLabel,
        /// What it is for.
        purpose: Purpose,
        /// Whom it is for, when the holder says so.
        recipient: Option<Recipient>,
        /// What the recipient sees it under: their own file or case.
        reference: Option<Reference>,
    },
}

/// One permission to look at one credential.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// Its identifier.
    pub id: ShareId,
    /// The credential that it was made of. It shows this one, unless it has [`Share::items`].
    pub credential: CredentialId,
    /// The credentials that it shows together, in ascending order; empty: only its own.
    pub items: Vec<CredentialId>,
    /// The PDF's own link, or a named share.
    pub kind: ShareKind,
    /// The instant at which it ends; `None`: it has no end.
    pub ends: Option<Timestamp>,
    /// What the page shows.
    pub showing: Showing,
    /// What opens the page besides the link: a code that the holder tells the recipient.
    pub code: Option<CodeHash>,
    /// The language the page opens in.
    pub language: Language,
    /// The instant from which it is open.
    pub created: Timestamp,
    /// The instant at which the holder withdrew it.
    pub withdrawn: Option<Timestamp>,
}

/// What the holder decides about a named share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// What the holder calls it.
    pub label: ShareLabel,
    /// What it is for.
    pub purpose: Purpose,
    /// Whom it is for.
    pub recipient: Option<Recipient>,
    /// What the recipient sees it under.
    pub reference: Option<Reference>,
    /// The instant at which it ends; `None`: it has no end.
    pub ends: Option<Timestamp>,
    /// What the page shows.
    pub showing: Showing,
    /// What opens the page besides the link.
    pub code: Option<CodeHash>,
    /// The language the page opens in.
    pub language: Language,
}

/// Whether a share lets anyone look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ShareState {
    /// Its end has passed.
    Ended,
    /// It will open later.
    NotYet,
    /// It lets its bearer look.
    Open,
    /// The holder withdrew it.
    Withdrawn,
}

/// An end that lies at or before the instant it would take effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a share must end after it opens")]
pub struct EndsBeforeItOpens;

/// A share that would show nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a share shows at least one credential")]
pub struct NothingLeft;

/// A change that a share does not allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unchangeable {
    /// Only the PDF's own link can be opened again.
    #[error("a withdrawn named share stays withdrawn")]
    Withdrawn,
    /// The new end lies in the past.
    #[error(transparent)]
    Ends(#[from] EndsBeforeItOpens),
}

impl Share {
    /// The PDF's own link, open from `created` without end. Whoever has it has the PDF, so nothing is hidden.
    pub fn document(id: ShareId, credential: CredentialId, language: Language, created: Timestamp) -> Share {
        let (kind, created) = (ShareKind::Document, to_millisecond(created));
        let showing = Showing::WHOLE;
        Share {
            id,
            credential,
            items: Vec::new(),
            kind,
            ends: None,
            showing,
            code: None,
            language,
            created,
            withdrawn: None,
        }
    }

    /// A share the holder names, open from `created`.
    ///
    /// # Errors
    /// When the end is not later than the beginning.
    pub fn named(
        id: ShareId,
        credential: CredentialId,
        terms: Terms,
        created: Timestamp,
    ) -> Result<Share, EndsBeforeItOpens> {
        let Terms { label, purpose, recipient, reference, ends, showing, code, language } = terms;
        let (created, ends) = (to_millisecond(created), ends.map(to_millisecond));
        if ends.is_some_and(|ends| ends <= created) {
            return Err(EndsBeforeItOpens);
        }
        let kind = ShareKind::Named { label, purpose, recipient, reference };
        Ok(Share { id, credential, items: Vec::new(), kind, ends, showing, code, language, created, withdrawn: None })
    }

    /// The share with further credentials of the same holder beside its own.
    #[must_use]
    pub fn with_others(mut self, others: impl IntoIterator<Item = CredentialId>) -> Share {
        let all: BTreeSet<CredentialId> = others.into_iter().chain([self.credential]).collect();
        self.items = if all.len() > 1 { all.into_iter().collect() } else { Vec::new() };
        self
    }

    /// What it shows: one credential, or several.
    pub fn shown(&self) -> &[CredentialId] {
        if self.items.is_empty() { std::slice::from_ref(&self.credential) } else { &self.items }
    }

    /// Takes a credential out; the others still show.
    ///
    /// # Errors
    /// When it is the only one: then the share is withdrawn instead.
    pub fn take_out(&mut self, credential: CredentialId) -> Result<(), NothingLeft> {
        if self.shown().iter().all(|shown| *shown == credential) {
            return Err(NothingLeft);
        }
        self.items.retain(|item| *item != credential);
        Ok(())
    }

    /// Whether it lets anyone look at `now`. A withdrawal outweighs an end; both take effect at their very instant.
    pub fn state(&self, now: Timestamp) -> ShareState {
        if self.withdrawn.is_some() {
            ShareState::Withdrawn
        } else if self.ends.is_some_and(|ends| ends <= now) {
            ShareState::Ended
        } else if now < self.created {
            ShareState::NotYet
        } else {
            ShareState::Open
        }
    }

    /// Closes it. Withdrawing twice keeps the first instant.
    pub fn withdraw(&mut self, now: Timestamp) {
        self.withdrawn.get_or_insert(to_millisecond(now));
    }

    /// Opens the PDF's own link again.
    ///
    /// # Errors
    /// When it is not the link of the PDF.
    pub fn reopen(&mut self) -> Result<(), Unchangeable> {
        match self.kind {
            ShareKind::Document => {
                self.withdrawn = None;
                Ok(())
            }
            ShareKind::Named { .. } => Err(Unchangeable::Withdrawn),
        }
    }

    /// Moves its end; an ended share opens again, a withdrawn one does not.
    ///
    /// # Errors
    /// When the share is withdrawn, or the end is not later than `now`.
    pub fn extend(&mut self, ends: Option<Timestamp>, now: Timestamp) -> Result<(), Unchangeable> {
        if self.withdrawn.is_some() {
            return Err(Unchangeable::Withdrawn);
        }
        let ends = ends.map(to_millisecond);
        if ends.is_some_and(|ends| ends <= now) {
            return Err(EndsBeforeItOpens.into());
        }
        self.ends = ends;
        Ok(())
    }
}

/// What a stranger gets for a presented link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer<S> {
    /// The page of this share.
    Show(S),
    /// The one answer to every link that is wrong, expired or withdrawn.
    Neutral,
}

/// The rule of the neutral answer: a page for an open share, and for anything else the same nothing.
pub fn answer(share: Option<&Share>, now: Timestamp) -> Answer<&Share> {
    match share {
        Some(share) if share.state(now) == ShareState::Open => Answer::Show(share),
        _ => Answer::Neutral,
    }
}

/// Instants of a share are kept to the millisecond.
fn to_millisecond(at: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_760_000_000 + second).unwrap()
    }

    fn credential() -> CredentialId {
        "0b2f2a52-6d0c-4c8e-9c0e-5d8f3f6d7a10".parse().unwrap()
    }

    fn named(ends: Option<Timestamp>) -> Result<Share, EndsBeforeItOpens> {
        let label = ShareLabel::new("Pekárna U Mlýna").unwrap();
        let terms = Terms {
            label,
            purpose: Purpose::Proof,
            recipient: None,
            reference: None,
            ends,
            showing: Showing::WHOLE,
            code: None,
            language: Language::Cs,
        };
        Share::named(ShareId::from_random([3; 16]), credential(), terms, at(0))
    }

    #[test]
    fn open_from_its_creation_until_its_end() {
        let share = named(Some(at(10))).unwrap();
        assert_eq!(share.state(at(-1)), ShareState::NotYet);
        assert_eq!(share.state(at(0)), ShareState::Open);
        assert_eq!(share.state(at(9)), ShareState::Open);
        assert_eq!(share.state(at(10)), ShareState::Ended);
        assert_eq!(named(None).unwrap().state(at(1_000_000_000)), ShareState::Open);
    }

    #[test]
    fn a_share_that_would_never_open_is_refused() {
        assert_eq!(named(Some(at(0))), Err(EndsBeforeItOpens));
    }

    #[test]
    fn withdrawal_works_at_once_and_for_good() {
        let mut share = named(Some(at(10))).unwrap();
        share.withdraw(at(5));
        share.withdraw(at(6));
        assert_eq!(share.withdrawn, Some(at(5)));
        assert_eq!(share.state(at(20)), ShareState::Withdrawn);
        assert_eq!(share.reopen(), Err(Unchangeable::Withdrawn));
        assert_eq!(share.extend(None, at(6)), Err(Unchangeable::Withdrawn));
    }

    #[test]
    fn the_link_in_the_document_is_a_switch() {
        let mut share = Share::document(ShareId::from_random([4; 16]), credential(), Language::En, at(0));
        share.withdraw(at(5));
        assert_eq!(share.state(at(6)), ShareState::Withdrawn);
        share.reopen().unwrap();
        assert_eq!(share.state(at(7)), ShareState::Open);
    }

    #[test]
    fn credentials_go_in_together_and_out_one_by_one() {
        let other = CredentialId::from_random([8; 16]);
        assert!(named(None).unwrap().with_others([credential()]).items.is_empty(), "one is none too many");
        let mut share = named(None).unwrap().with_others([other, credential(), other]);
        assert_eq!(share.shown().len(), 2);
        share.take_out(credential()).unwrap();
        assert_eq!(share.shown(), [other]);
        assert_eq!(share.take_out(other), Err(NothingLeft));
        assert_eq!(named(None).unwrap().take_out(credential()), Err(NothingLeft));
    }

    #[test]
    fn extending_reopens_what_has_ended() {
        let mut share = named(Some(at(10))).unwrap();
        assert_eq!(share.extend(Some(at(11)), at(11)), Err(EndsBeforeItOpens.into()));
        share.extend(Some(at(30)), at(12)).unwrap();
        assert_eq!(share.state(at(12)), ShareState::Open);
    }

    #[test]
    fn strangers_cannot_tell_closed_shares_apart() {
        let mut withdrawn = named(None).unwrap();
        withdrawn.withdraw(at(1));
        let ended = named(Some(at(1))).unwrap();
        let later = Share::document(ShareId::from_random([5; 16]), credential(), Language::Cs, at(9));
        for closed in [None, Some(&withdrawn), Some(&ended), Some(&later)] {
            assert_eq!(answer(closed, at(5)), Answer::Neutral);
        }
        assert_eq!(answer(Some(&named(None).unwrap()), at(5)), Answer::Show(&named(None).unwrap()));
    }
}
