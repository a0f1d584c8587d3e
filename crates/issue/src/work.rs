//! Work: carry what waits through the steps, from wherever it stopped.

use std::{collections::BTreeMap, time::Duration};

use bytes::Bytes;
use signet_credential::{
    StatusEntry,
    statement::{Opening, RecordKey},
};
use signet_record::{Award, CredentialId, Language, Timestamp};
use signet_registry::{Agent, Artefacts, Entry, Event, Intended, LedgerState, Refused, SealedFile, Superseded};
use signet_share::{Share, ShareId};
use signet_store::{
    AppendError, ArtefactKind, Claim, Fresh, HistoryError, NoticeKind, PutArtefactError, Queue, ReadArtefactError,
    ReserveError, Reserved, StoreError, Tenant, WorkerId, WrittenArtefacts,
};

use crate::{
    active_sealer::NoActiveSealer,
    attestation::AttestationError,
    causes::with_causes,
    issuer::{Issuer, RegisteredInstitution},
    kept_award::{self, UnreadableAward},
    prepare::{NotReady, Order, Prepared},
    put_off_reason::PutOffReason,
    seal::{NotSealed, SealedFiles},
    seal_signer::SealSignerError,
    sealer::Sealer,
    signing_session::{ClaimContext, SigningSession},
    step::{Observer, Step},
};

/// A claim lasts this long; sealing one credential takes a fraction of it, time stamps included.
const LEASE: Duration = Duration::from_secs(60);
/// What may heal by itself is tried again after this long.
const TRY_AGAIN: Duration = Duration::from_secs(60);
/// What a service works on is looked for again after this long.
const TRY_SOON: Duration = Duration::from_secs(5);
/// What needs a person is tried again after this long.
const TRY_LATER: Duration = Duration::from_secs(3600);

/// What one round of work came to.
#[derive(Debug)]
pub enum SealOutcome {
    /// Nothing waits that could be claimed.
    Idle,
    /// A credential was sealed.
    Sealed(CredentialId),
    /// A credential no longer waited: another worker was quicker, or it was revoked.
    Overtaken(CredentialId),
    /// A credential could not be sealed and was put off.
    PutOff(CredentialId, SealFailure),
}

/// Why a credential still waits.
#[derive(Debug, thiserror::Error)]
pub enum SealFailure {
    /// No key here seals for this body now.
    #[error(transparent)]
    NoActiveSealer(#[from] NoActiveSealer),
    /// The seal's custodian has stopped it.
    #[error("the seal was stopped: {0}")]
    Stopped(String),
    /// It cannot be sealed as it is.
    #[error(transparent)]
    NotReady(#[from] NotReady),
    /// The statement about its record could not be signed.
    #[error(transparent)]
    Attestation(#[from] AttestationError),
    /// The seal was not had, or did not hold.
    #[error(transparent)]
    NotSealed(#[from] NotSealed),
    /// Somebody has stopped what still waited of its batch.
    #[error("its batch was stopped")]
    BatchStopped,
    /// No room is left for rows or artefacts.
    #[error("the disk of the register is full")]
    DiskFull,
    /// The register failed.
    #[error("the register: {0}")]
    Register(#[source] RegisterError),
}

/// What the register did not give or take.
#[derive(Debug, thiserror::Error)]
pub enum RegisterError {
    /// A row.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A ledger.
    #[error(transparent)]
    History(#[from] HistoryError),
    /// An artefact that was kept.
    #[error(transparent)]
    Read(#[from] ReadArtefactError),
    /// An artefact to be kept.
    #[error(transparent)]
    Keep(#[from] PutArtefactError),
    /// The award, which is there and cannot be read.
    #[error(transparent)]
    Award(#[from] UnreadableAward),
    /// The share behind the PDF's link, a place in a status list or the key of the record.
    #[error(transparent)]
    Reserve(#[from] ReserveError),
    /// An entry that may not come next.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// An entry.
    #[error(transparent)]
    Append(#[from] AppendError),
}

/// A full disk is told apart, whatever it kept from being written.
impl<E> From<E> for SealFailure
where
    RegisterError: From<E>,
{
    fn from(error: E) -> Self {
        let error = RegisterError::from(error);
        if signet_store::is_full(&error) { SealFailure::DiskFull } else { SealFailure::Register(error) }
    }
}

impl SealFailure {
    /// Why the credential is put off.
    pub fn reason(&self) -> PutOffReason {
        match self {
            SealFailure::NoActiveSealer(error) => error.reason(),
            SealFailure::Stopped(_) => PutOffReason::SealStopped,
            SealFailure::NotReady(NotReady::Unprintable(_)) => PutOffReason::Unprintable,
            SealFailure::NotReady(_) => PutOffReason::NotReady,
            SealFailure::NotSealed(error) => error.reason(),
            SealFailure::Attestation(_) => PutOffReason::Attestation,
            SealFailure::BatchStopped => PutOffReason::BatchStopped,
            SealFailure::DiskFull => PutOffReason::DiskFull,
            SealFailure::Register(_) => PutOffReason::Register,
        }
    }

    fn try_again_after(&self) -> Duration {
        match self {
            SealFailure::NotReady(_) | SealFailure::NotSealed(NotSealed::DoesNotHold(_)) => TRY_LATER,
            SealFailure::NotSealed(NotSealed::SealSigner(error)) if error.is_awaited() => TRY_SOON,
            SealFailure::NotSealed(NotSealed::SealSigner(error)) if !error.may_heal() => TRY_LATER,
            _ => TRY_AGAIN,
        }
    }
}

/// An end of the road that is no trouble.
enum Interruption {
    Overtaken,
    SealFailure(SealFailure),
}

impl<E: Into<SealFailure>> From<E> for Interruption {
    fn from(error: E) -> Self {
        Interruption::SealFailure(error.into())
    }
}

impl Issuer {
    /// Claims one credential of the queue and carries it to its seal. Blocks the thread for the length of a layout and two
    /// signatures: run it on a thread of its own.
    ///
    /// # Errors
    /// When the queue itself cannot be read.
    pub async fn work(&self, queue: &Queue, worker: &WorkerId, observer: &Observer) -> Result<SealOutcome, StoreError> {
        let now = self.now();
        let claims = queue.claim(worker, now, now + LEASE, 1).await?;
        let Some(claim) = claims.into_iter().next() else { return Ok(SealOutcome::Idle) };
        match self.carry(queue, worker, &claim, observer).await {
            Ok(()) => Ok(SealOutcome::Sealed(claim.credential)),
            Err(Interruption::Overtaken) => {
                queue.release(worker, &claim).await?;
                Ok(SealOutcome::Overtaken(claim.credential))
            }
            Err(Interruption::SealFailure(failure)) => {
                let cause = with_causes(&failure);
                tracing::warn!(credential = %claim.credential, failure = failure.reason().code(), cause, "put off");
                let until = match failure {
                    SealFailure::BatchStopped => Tenant::held_until(),
                    _ => self.now() + failure.try_again_after(),
                };
                queue.postpone(worker, &claim, until, failure.reason().code()).await?;
                Ok(SealOutcome::PutOff(claim.credential, failure))
            }
        }
    }

    async fn carry(
        &self,
        queue: &Queue,
        worker: &WorkerId,
        claim: &Claim,
        observer: &Observer,
    ) -> Result<(), Interruption> {
        let id = claim.credential;
        let tenant = self.store().tenant(&claim.institution);
        let state = tenant.history(&id).await?.ok_or(Interruption::Overtaken)?.state;
        if !state.awaits_seal() {
            return Err(Interruption::Overtaken);
        }
        // What was claimed before its batch was stopped, and put off since, waits as the others do.
        if tenant.is_stopped(&id).await? {
            return Err(SealFailure::BatchStopped.into());
        }
        let award = tenant.artefact(state.award()).await?;
        let award = kept_award::read(&award.bytes)?;
        let begun = tenant.signatures(&id).await?;
        let sealer = match self.begun_with(&begun, self.now()) {
            Some(sealer) => sealer,
            None => self.sealer_of(&award)?,
        };
        if let Some(stop) = self.stopped(&sealer).await? {
            return Err(SealFailure::Stopped(stop.reason).into());
        }
        let (state, prepared) = self.intend(&tenant, &sealer, &award, state, observer).await?;
        let Ok(intent) = state.seal_intent() else { return Err(Interruption::Overtaken) };
        // Before anything is sealed: what is stated is fixed with the payload.
        let statement = self.attest(&prepared.statement, prepared.issued).map_err(SealFailure::from)?;
        let claim_context = ClaimContext { tenant: &tenant, queue, worker, claim };
        let signing = SigningSession::resumed(self.session_context(), &sealer, claim_context, &begun);
        let sealed = match sealer.seal(prepared, &intent, &signing, self.now(), observer).await {
            Err(NotSealed::SealSigner(SealSignerError::Overtaken)) => return Err(Interruption::Overtaken),
            sealed => sealed.map_err(SealFailure::from)?,
        };

        // 7. The bytes are on the disk before any row names them; a crash here leaves bytes that nothing names.
        let SealedFiles { files, protected } = sealed;
        let written = self.write(&tenant, files, statement).await?;
        observer(id, Step::Kept);
        // 8. Their rows, what becomes of the credential that is corrected, the seal, and the letter that tells it: all of it or nothing.
        let superseded = match award.supersedes() {
            Some(old) => self.superseded(&tenant, old, id).await?,
            None => None,
        };
        // The picture stands in the credential: a copy beside it would weigh a fifth of everything that is kept.
        let (files, statement) = (written.files(), written.statement());
        let artefacts = Artefacts { award: *state.award(), files, pictures: BTreeMap::new(), statement };
        let entry = self.entry(&state, Event::Sealed(intent.redeem(artefacts)))?;
        let kind = if award.supersedes().is_some() { NoticeKind::Corrected } else { NoticeKind::Issued };
        let notice = self.notice(kind, id);
        let superseded = superseded.as_ref();
        let kept = tenant.append_with_files(&written, superseded, &entry, protected, notice.as_ref()).await;
        appended(kept)?;
        if superseded.is_some() {
            self.forget_published(tenant.id());
        }
        observer(id, Step::Recorded);
        Ok(())
    }

    /// Writes the bytes of what was sealed, all of it together.
    async fn write(
        &self,
        tenant: &Tenant,
        files: BTreeMap<SealedFile, Vec<u8>>,
        statement: Option<String>,
    ) -> Result<WrittenArtefacts, Interruption> {
        let files = files.into_iter().map(|(kind, file)| (ArtefactKind::Sealed(kind), Bytes::from(file)));
        let stated = statement.map(|statement| (ArtefactKind::Statement, Bytes::from(statement)));
        let kept: Vec<_> = files.chain(stated).collect();
        Ok(tenant.write_artefacts(&kept, self.now()).await?)
    }

    fn sealer_of(&self, award: &Award) -> Result<std::sync::Arc<Sealer>, SealFailure> {
        Ok(self.active_sealer(&RegisteredInstitution::of(award).sealer_identifier(), self.now())?)
    }

    /// Prepares, and writes the intent down unless the very same one stands there from before a crash.
    async fn intend(
        &self,
        tenant: &Tenant,
        sealer: &Sealer,
        award: &Award,
        state: LedgerState,
        observer: &Observer,
    ) -> Result<(LedgerState, Prepared), Interruption> {
        let id = award.id();
        let Reserved { document_share, status: place, record_key } = self.reserve(tenant, id).await?;
        let link = self.address(&self.link(document_share));
        let status = StatusEntry {
            list_url: self.status_list_url(tenant.id(), place.list),
            index: u64::from(place.index.get()),
        };
        let issued = state.intended().map_or_else(|| whole_second(self.now()), |intended| intended.issued);
        let opening = Opening { revision: award.key().revision, key: RecordKey::from_random(record_key) };
        let order = Order { award, issued, link: &link, status: &status, opening };
        let prepared = sealer.prepare(&order).map_err(SealFailure::from)?;
        observer(id, Step::Prepared);
        let certificate = sealer.signer().certificate();
        let payload = prepared.payload_digest();
        let record = Some(prepared.record());
        let intended = Intended { issued, payload, record, certificate, status: place };
        if state.intended() == Some(&intended) {
            return Ok((state, prepared));
        }
        let state = self.append(tenant, &state, Event::Intended(intended)).await?;
        observer(id, Step::Intended);
        Ok((state, prepared))
    }

    /// The share behind the PDF's own link, the place in the status lists and the key of the record: made once, before the PDF.
    async fn reserve(&self, tenant: &Tenant, id: CredentialId) -> Result<Reserved, Interruption> {
        let share = Share::document(ShareId::from_random(self.random().bytes()), id, Language::Cs, self.now());
        let lookup = self.link(share.id).lookup_digest();
        let (status, record_key) = (self.random().bytes(), self.random().bytes());
        Ok(tenant.reserve(&id, &Fresh { share: &share, lookup: &lookup, status, record_key }).await?)
    }

    /// What the ledger of a corrected credential has to say, unless it says so already or was revoked.
    async fn superseded(
        &self,
        tenant: &Tenant,
        old: CredentialId,
        by: CredentialId,
    ) -> Result<Option<Entry>, Interruption> {
        let Some(history) = tenant.history(&old).await? else { return Ok(None) };
        let done = history.state.superseded().is_some_and(|(_, known)| known == by);
        if done || history.state.revoked().is_some() {
            return Ok(None);
        }
        Ok(Some(self.entry(&history.state, Event::Superseded(Superseded { by }))?))
    }

    /// What is sealed was permitted when it was proposed; the service only carries it on.
    fn entry(&self, state: &LedgerState, event: Event) -> Result<Entry, Interruption> {
        Ok(state.next(event, self.now(), Agent::service())?)
    }

    async fn append(&self, tenant: &Tenant, state: &LedgerState, event: Event) -> Result<LedgerState, Interruption> {
        appended(tenant.append(&self.entry(state, event)?).await)
    }
}

fn appended(appended: Result<LedgerState, AppendError>) -> Result<LedgerState, Interruption> {
    match appended {
        Ok(state) => Ok(state),
        Err(AppendError::Overtaken) => Err(Interruption::Overtaken),
        Err(error) => Err(error.into()),
    }
}

/// Credentials state their instant of issue in whole seconds.
fn whole_second(instant: Timestamp) -> Timestamp {
    Timestamp::from_second(instant.as_second()).unwrap_or(instant)
}
