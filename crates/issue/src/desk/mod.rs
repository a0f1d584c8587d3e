//! The desk: where the key is asked to sign, and each use of it is written down.

mod remote;
mod rest;

use data_encoding::HEXLOWER;
use signet_record::{CredentialId, InstitutionId, Timestamp};
use signet_store::{Claim, Custody, Queue, SealUse, SealWork, Signature, StoreError, Tenant, WorkerId};

pub(crate) use rest::Rest;

use crate::{
    issuer::Issuer,
    moment::{Chance, Clock},
    notary::{Notary, NotaryError},
    workshop::Workshop,
};

/// Whom a signature is for.
#[derive(Clone, Debug, Default)]
pub struct Client {
    /// The institution; none for a probe.
    pub institution: Option<InstitutionId>,
    /// The credential; none for a status list or a probe.
    pub credential: Option<CredentialId>,
}

/// The claim under which a credential is sealed, so that what is asked for elsewhere can be written down with it.
#[derive(Clone, Copy)]
pub(crate) struct Hold<'a> {
    pub tenant: &'a Tenant,
    pub queue: &'a Queue,
    pub worker: &'a WorkerId,
    pub claim: &'a Claim,
}

/// One key, for one client. A signature leaves the desk only after its use of the key is in the log.
pub struct Desk<'a> {
    workshop: &'a Workshop,
    client: Client,
    custody: Custody,
    clock: Clock,
    chance: Chance,
    claimed: Timestamp,
    hold: Option<Hold<'a>>,
}

impl<'a> Desk<'a> {
    /// A desk for a client whose signature may simply be asked for again when it is lost.
    pub(crate) fn new(issuer: &Issuer, workshop: &'a Workshop, client: Client) -> Self {
        let (clock, chance) = (issuer.inner.clock, issuer.inner.chance);
        let custody = issuer.store().custody();
        Desk { workshop, client, custody, clock, chance, claimed: clock.now(), hold: None }
    }

    /// A desk for a credential under a claim, which goes on from what was asked for before.
    pub(crate) fn resumed(issuer: &Issuer, workshop: &'a Workshop, hold: Hold<'a>, begun: &[Signature]) -> Self {
        let client = Client { institution: Some(hold.tenant.id().clone()), credential: Some(hold.claim.credential) };
        let desk = Desk::new(issuer, workshop, client);
        let claimed = remote::claimed(begun, &workshop.notary().certificate(), desk.claimed);
        Desk { claimed, hold: Some(hold), ..desk }
    }

    /// The instant that the seals made here claim.
    pub fn claimed(&self) -> Timestamp {
        self.claimed
    }

    /// Signs, and writes down that it did, or why not. A key that was away a moment ago is left alone.
    ///
    /// # Errors
    /// When the key does not answer, or the log cannot be written.
    pub async fn sign(&self, work: SealWork, message: &[u8]) -> Result<Vec<u8>, NotaryError> {
        let rest = self.workshop.rest();
        if let Some(code) = rest.code(self.clock.now()) {
            return Err(NotaryError::Away(code));
        }
        let signed = match (self.workshop.notary(), &self.hold) {
            (Notary::Remote(service), Some(hold)) => self.resume(service, hold, work, message).await,
            (notary, _) => {
                let signed = notary.sign(message).await;
                let outcome = signed.as_ref().map_or_else(NotaryError::code, |_| "made");
                self.note(work, &self.digest_of(message), outcome).await?;
                signed
            }
        };
        if let Err(error) = &signed {
            rest.after(error, self.clock.now());
        }
        signed
    }

    async fn note(&self, work: SealWork, digest: &str, outcome: &str) -> Result<(), StoreError> {
        let notary = self.workshop.notary();
        let used = SealUse {
            at: self.clock.now(),
            certificate: notary.certificate(),
            institution: self.client.institution.clone(),
            credential: self.client.credential,
            work,
            algorithm: notary.algorithm().jose().to_owned(),
            digest: digest.to_owned(),
            outcome: outcome.to_owned(),
        };
        self.custody.note(&used, self.chance.bytes()).await
    }

    /// What the key signs of a message, in lower-case hex: as the log of a hardware module would say it too.
    fn digest_of(&self, message: &[u8]) -> String {
        HEXLOWER.encode(&self.workshop.notary().algorithm().digest().hash(message))
    }
}
