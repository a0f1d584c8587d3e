//! Whose turn it is: of several seals of one body, the one that seals now, and whether it may.

use std::sync::Arc;

use signet_record::Timestamp;
use signet_store::{Signature, Stop, StoreError};

use crate::{
    desk::{Client, Desk},
    issuer::Issuer,
    notary::{Notary, NotaryError, Term},
    workshop::Workshop,
};

/// Why no seal of a body seals now.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoTurn {
    /// No seal is set for this body.
    #[error("there is no seal of {0} here")]
    NoSeal(String),
    /// Every certificate has ended.
    #[error("the seal certificate of {0} has expired")]
    Expired(String),
    /// No certificate counts yet, or its turn has not come.
    #[error("the seal of {0} does not count yet")]
    NotYet(String),
}

impl NoTurn {
    /// Short code, for the register's list of what waits and why.
    pub fn code(&self) -> &'static str {
        match self {
            NoTurn::NoSeal(_) => "no-seal",
            NoTurn::Expired(_) => "seal-expired",
            NoTurn::NotYet(_) => "seal-not-yet",
        }
    }
}

impl Issuer {
    /// Every seal that is set, in the order of the settings.
    pub fn workshops(&self) -> &[Arc<Workshop>] {
        &self.inner.workshops
    }

    /// A workshop whose seal names this body, when there is one: the one whose turn it is, or else any.
    pub fn workshop(&self, sealer_identifier: &str) -> Option<Arc<Workshop>> {
        self.turn(sealer_identifier, self.now()).ok().or_else(|| self.of(sealer_identifier).next().cloned())
    }

    /// The seal of this body that seals at an instant: of those that are valid and whose turn has come, the one whose turn
    /// began last. A turn begins where the settings say, or with the certificate.
    ///
    /// # Errors
    /// When none is valid. Nothing else steps in.
    pub fn turn(&self, sealer_identifier: &str, now: Timestamp) -> Result<Arc<Workshop>, NoTurn> {
        let valid = |workshop: &&Arc<Workshop>| workshop.term(now).seals() && workshop.turn_begins() <= now;
        let turn = self.of(sealer_identifier).filter(valid).max_by_key(|workshop| workshop.turn_begins());
        if let Some(workshop) = turn {
            return Ok(Arc::clone(workshop));
        }
        let body = sealer_identifier.to_owned();
        if self.of(sealer_identifier).next().is_none() {
            Err(NoTurn::NoSeal(body))
        } else if self.of(sealer_identifier).all(|workshop| workshop.term(now) == Term::Ended) {
            Err(NoTurn::Expired(body))
        } else {
            Err(NoTurn::NotYet(body))
        }
    }

    /// The seal that a credential was begun with and still may be ended with: also when another's turn has come.
    pub(crate) fn begun_with(&self, begun: &[Signature], now: Timestamp) -> Option<Arc<Workshop>> {
        let certificate = begun.first()?.certificate;
        let same = |workshop: &&Arc<Workshop>| workshop.notary().certificate() == certificate;
        self.workshops().iter().find(same).filter(|workshop| workshop.term(now).seals()).cloned()
    }

    /// The stop that a seal stands under, if any.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub async fn stopped(&self, workshop: &Workshop) -> Result<Option<Stop>, StoreError> {
        self.store().custody().stopped(&workshop.notary().certificate()).await
    }

    /// Asks a key for a signature of a throw-away text, and writes that into the log as a probe. A service, which may want
    /// money for a signature, is only asked whether our credential is ready there.
    ///
    /// # Errors
    /// When the key does not answer.
    pub async fn probe(&self, workshop: &Workshop) -> Result<(), NotaryError> {
        if let Notary::Remote(service) = workshop.notary() {
            return Ok(service.inspect().await.map(drop)?);
        }
        let text = format!("signet probe {:?}", self.chance().bytes::<16>());
        let desk = Desk::new(self, workshop, Client::default());
        desk.sign(signet_store::SealWork::Probe, text.as_bytes()).await.map(drop)
    }

    fn of<'a>(&'a self, sealer_identifier: &'a str) -> impl Iterator<Item = &'a Arc<Workshop>> {
        let named = move |workshop: &&Arc<Workshop>| workshop.identity().organization_identifier == sealer_identifier;
        self.inner.workshops.iter().filter(named)
    }
}
