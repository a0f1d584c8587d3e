//! Sealing: threads that carry what waits to its seal.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use signet_issue::{Issuer, Observer, PutOffReason, SealFailure, SealOutcome};
use signet_lang::{Locale, args};
use signet_record::CredentialId;
use signet_store::{Queue, StoreError, WorkerId};
use tokio::{runtime::Handle, sync::mpsc};

use crate::{lock::SealingLock, services::Services};

/// How long an idle sealer waits before it looks again.
const IDLE: Duration = Duration::from_millis(500);

/// Whoever seals until nothing waits is this patient with a remote service.
const PATIENCE: Duration = Duration::from_secs(600);

/// What became of one credential.
pub enum SealerEvent {
    /// One was sealed.
    Sealed,
    /// Put off, with the reason.
    PutOff(CredentialId, SealFailure),
    /// The register failed; this sealer stopped.
    Failed(StoreError),
}

/// Why a credential still waits, in the reader's language.
pub fn why(trouble: &SealFailure, locale: Locale) -> String {
    match trouble {
        SealFailure::Stopped(reason) => locale.seal_why_stopped(reason),
        other => why_of(other.reason(), locale),
    }
}

/// The same by its reason alone.
pub fn why_of(reason: PutOffReason, locale: Locale) -> String {
    locale.seal_why(match reason {
        PutOffReason::NoSeal => args::SealWhy::NoSeal,
        PutOffReason::SealStopped => args::SealWhy::SealStopped,
        PutOffReason::SealExpired => args::SealWhy::SealExpired,
        PutOffReason::SealNotYet => args::SealWhy::SealNotYet,
        PutOffReason::SealKey => args::SealWhy::SealKey,
        PutOffReason::SealPin => args::SealWhy::SealPin,
        PutOffReason::SealToken => args::SealWhy::SealToken,
        PutOffReason::SealService => args::SealWhy::SealService,
        PutOffReason::SealRefused => args::SealWhy::SealRefused,
        PutOffReason::SealAwaited => args::SealWhy::SealAwaited,
        PutOffReason::SealWrong => args::SealWhy::SealWrong,
        PutOffReason::SealForm => args::SealWhy::SealForm,
        PutOffReason::EvidenceMissing => args::SealWhy::EvidenceMissing,
        PutOffReason::StampAddress => args::SealWhy::StampAddress,
        PutOffReason::StampUnreachable => args::SealWhy::StampUnreachable,
        PutOffReason::StampRefused => args::SealWhy::StampRefused,
        PutOffReason::Unprintable => args::SealWhy::Unprintable,
        PutOffReason::NotReady => args::SealWhy::NotReady,
        PutOffReason::DoesNotHold => args::SealWhy::DoesNotHold,
        PutOffReason::Attestation => args::SealWhy::Attestation,
        PutOffReason::DiskFull => args::SealWhy::DiskFull,
        PutOffReason::Register => args::SealWhy::Register,
        PutOffReason::BatchStopped => args::SealWhy::BatchStopped,
    })
}

/// The same by the code that the register keeps; an older register may keep one that is no more.
pub fn why_of_code(code: &str, locale: Locale) -> String {
    PutOffReason::from_code(code).map_or_else(|| locale.seal_why_unknown(code), |reason| why_of(reason, locale))
}

/// Sealers at work. Dropped, they finish what they have in hand.
pub struct Sealers {
    stop: Arc<AtomicBool>,
    threads: Vec<thread::JoinHandle<()>>,
    outcomes: mpsc::UnboundedReceiver<SealerEvent>,
    _lock: Option<SealingLock>,
}

/// When sealers stop by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// When nothing can be claimed.
    Empty,
    /// When told to.
    Stopped,
}

impl Sealers {
    /// Starts sealers on a queue: as many as the settings say.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub async fn start(
        services: &Services,
        queue: &Queue,
        until: Until,
        observer: Observer,
    ) -> Result<Self, StoreError> {
        let count = match services.config.server.sealers {
            0 => thread::available_parallelism().map_or(1, usize::from),
            count => count,
        };
        // A seal may have been added, an authority may answer again: whoever starts sealers wants to know now.
        queue.retry_all().await?;
        let lock = SealingLock::take(&services.config.store.artefacts);
        let name = |slot: usize| worker(lock.as_ref(), slot);
        if lock.is_some() {
            // We hold the lock, so whoever had these names before is dead: what they had claimed is free again.
            for worker in (0..count).filter_map(name) {
                queue.free_all(&worker).await?;
            }
        }
        let (sender, outcomes) = mpsc::unbounded_channel();
        let stop = Arc::new(AtomicBool::new(false));
        let threads = (0..count)
            .filter_map(name)
            .map(|worker| {
                let sealer = Sealer {
                    issuer: services.issuer.clone(),
                    queue: queue.clone(),
                    worker,
                    observer: Arc::clone(&observer),
                    sender: sender.clone(),
                    stop: Arc::clone(&stop),
                    until,
                };
                let runtime = Handle::current();
                thread::spawn(move || {
                    signet_issue::make_sheets_alone();
                    runtime.block_on(sealer.run());
                })
            })
            .collect();
        Ok(Sealers { stop, threads, outcomes, _lock: lock })
    }

    /// The next outcome; `None` when all sealers have stopped.
    pub async fn next(&mut self) -> Option<SealerEvent> {
        self.outcomes.recv().await
    }

    /// Lets each finish what it has in hand.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// Stops, and waits for the last.
    pub async fn finish(mut self) {
        self.stop();
        while self.outcomes.recv().await.is_some() {}
        let threads = std::mem::take(&mut self.threads);
        // A sealer that panicked has said so on its way out; what it had in hand is free when its lease ends.
        let _ = tokio::task::spawn_blocking(move || threads.into_iter().for_each(|one| drop(one.join()))).await;
    }
}

/// With the lock the same names come again after a crash; without it they are this process's own.
fn worker(lock: Option<&SealingLock>, slot: usize) -> Option<WorkerId> {
    let name = match lock {
        Some(_) => format!("sealer-{slot}"),
        None => format!("sealer-{}-{slot}", std::process::id()),
    };
    WorkerId::new(&name).ok()
}

struct Sealer {
    issuer: Issuer,
    queue: Queue,
    worker: WorkerId,
    observer: Observer,
    sender: mpsc::UnboundedSender<SealerEvent>,
    stop: Arc<AtomicBool>,
    until: Until,
}

impl Sealer {
    async fn run(self) {
        let patience = Instant::now() + PATIENCE;
        let in_passing = || self.until == Until::Empty && Instant::now() < patience;
        while !self.stop.load(Ordering::Relaxed) {
            let outcome = match self.issuer.work(&self.queue, &self.worker, &self.observer).await {
                Ok(SealOutcome::Idle) if self.until == Until::Empty && !(in_passing() && self.awaits().await) => return,
                Ok(SealOutcome::Idle) => {
                    tokio::time::sleep(IDLE).await;
                    continue;
                }
                Ok(SealOutcome::Overtaken(_)) => continue,
                Ok(SealOutcome::PutOff(_, trouble))
                    if trouble.reason() == PutOffReason::SealAwaited && in_passing() =>
                {
                    continue;
                }
                Ok(SealOutcome::Sealed(_)) => SealerEvent::Sealed,
                Ok(SealOutcome::PutOff(id, trouble)) => SealerEvent::PutOff(id, trouble),
                Err(error) => SealerEvent::Failed(error),
            };
            let failed = matches!(outcome, SealerEvent::Failed(_));
            // Nobody may be listening any more; the ledger knows what was done.
            let _ = self.sender.send(outcome);
            if failed && self.until == Until::Empty {
                return;
            }
            if failed {
                tokio::time::sleep(IDLE * 20).await;
            }
        }
    }

    /// Whether a remote service has something of ours in work.
    async fn awaits(&self) -> bool {
        self.queue
            .troubles()
            .await
            .is_ok_and(|troubles| troubles.iter().any(|(code, _)| code == PutOffReason::SealAwaited.code()))
    }
}
