//! The workshop: press, notary and rules, with everything that is made once and used for each credential.

use std::sync::Arc;

use signet_credential::SealIdentity;
use signet_document::Press;
use signet_outbound::{Courier, Gatherer};
use signet_record::Timestamp;
use signet_seal::{Anchors, KeyError, SealKey, stamp::Token};
use signet_verify::Trust;
use url::Url;

use crate::{
    desk::Rest,
    moment::Chance,
    notary::{Notary, NotaryError, SealPolicy, Term},
};

/// Everything one seal is made with.
pub struct Workshop {
    press: Arc<Press>,
    notary: Notary,
    policy: SealPolicy,
    identity: SealIdentity,
    rehearsal: SealKey,
    rehearsal_anchors: Anchors,
    trust: Arc<Trust>,
    courier: Courier,
    gatherer: Gatherer,
    chance: Chance,
    from: Option<Timestamp>,
    rest: Rest,
}

/// Why no workshop could be set up.
#[derive(Debug, thiserror::Error)]
pub enum NoWorkshop {
    /// The seal certificate lacks something a credential must state.
    #[error("the seal certificate does not state {0}")]
    Certificate(&'static str),
    /// No throw-away key could be made.
    #[error("the key for rehearsals: {0}")]
    Rehearsal(#[from] KeyError),
}

impl Workshop {
    /// Sets up a workshop around a key.
    ///
    /// # Errors
    /// When the seal certificate does not say whose it is, or no throw-away key can be made.
    pub fn new(
        press: Arc<Press>,
        notary: Notary,
        policy: SealPolicy,
        trust: Arc<Trust>,
        courier: Courier,
        chance: Chance,
    ) -> Result<Self, NoWorkshop> {
        let identity = identity(&notary)?;
        let rehearsal = SealKey::rehearsal(notary.algorithm(), notary.chain())?;
        let rehearsal_anchors = Anchors::new(rehearsal.chain().to_vec());
        let gatherer = Gatherer::new(courier.clone(), Arc::clone(&trust));
        Ok(Workshop {
            press,
            notary,
            policy,
            identity,
            rehearsal,
            rehearsal_anchors,
            trust,
            courier,
            gatherer,
            chance,
            from: None,
            rest: Rest::default(),
        })
    }

    /// Lets its turn among several seals of one body begin at an instant, instead of with its certificate.
    #[must_use]
    pub fn with_turn_from(mut self, instant: Option<Timestamp>) -> Self {
        self.from = instant;
        self
    }

    /// Since when it is this seal's turn.
    pub fn turn_begins(&self) -> Timestamp {
        let first = self.notary.chain().first();
        self.from.or_else(|| first.map(|first| first.not_before())).unwrap_or(Timestamp::MAX)
    }

    /// How its certificate stands at an instant.
    pub fn term(&self, now: Timestamp) -> Term {
        self.notary.chain().first().map_or(Term::Ended, |first| Term::of(first, now))
    }

    /// The body that seals, as its certificate names it.
    pub fn identity(&self) -> &SealIdentity {
        &self.identity
    }

    /// Who holds the key.
    pub fn notary(&self) -> &Notary {
        &self.notary
    }

    /// How seals are made.
    pub fn policy(&self) -> &SealPolicy {
        &self.policy
    }

    pub(crate) fn rest(&self) -> &Rest {
        &self.rest
    }

    pub(crate) fn press(&self) -> &Press {
        &self.press
    }

    pub(crate) fn trust(&self) -> &Arc<Trust> {
        &self.trust
    }

    pub(crate) fn rehearsal(&self) -> (&SealKey, &Anchors) {
        (&self.rehearsal, &self.rehearsal_anchors)
    }

    /// Asks for the evidence that judging a seal needs.
    pub(crate) fn gatherer(&self) -> &Gatherer {
        &self.gatherer
    }

    pub(crate) async fn stamp(&self, authority: &Url, parts: &[&[u8]]) -> Result<Token, NotaryError> {
        Ok(self.courier.stamp(authority, parts, self.chance.bytes()).await?)
    }
}

fn identity(notary: &Notary) -> Result<SealIdentity, NoWorkshop> {
    let certificate = notary.chain().first().ok_or(NoWorkshop::Certificate("itself"))?;
    let legal_name = certificate.subject_organization().ok_or(NoWorkshop::Certificate("the organisation (O)"))?;
    Ok(SealIdentity {
        common_name: certificate.subject_common_name().unwrap_or_else(|| legal_name.clone()),
        legal_name,
        organization_identifier: certificate
            .subject_organization_identifier()
            .ok_or(NoWorkshop::Certificate("the organizationIdentifier (2.5.4.97)"))?,
        country: certificate.subject_country().ok_or(NoWorkshop::Certificate("the country (C)"))?,
    })
}
