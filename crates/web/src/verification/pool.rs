//! The pool of worker processes, and the queue of requests that wait for one.

use std::{
    mem,
    num::NonZero,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    thread::available_parallelism,
    time::{Duration, Instant},
};

use signet_outbound::EvidenceFetcher;
use signet_record::{WorkbookFault, results::WorkbookTable};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

use super::{
    launch::{Launch, Worker},
    message::{Message, MessageError},
    said::{Answered, Asked, Fetched, Job},
    worker::KEPT_BYTES_MAX,
};

/// What workers may cost.
#[derive(Clone, Copy, Debug)]
pub struct WorkerLimits {
    /// Workers at once; 0 means one for each processor, at most four.
    pub count: usize,
    /// The longest a worker may think about one question.
    pub time: Duration,
    /// The longest a file waits in the queue.
    pub wait: Duration,
    /// A worker that holds more bytes than it began with, by so many, is replaced by a fresh one.
    pub growth: usize,
}

impl Default for WorkerLimits {
    fn default() -> Self {
        let (time, wait) = (Duration::from_secs(10), Duration::from_secs(20));
        WorkerLimits { count: 0, time, wait, growth: 48 << 20 }
    }
}

/// A worker is replaced after so many answers, so that nothing grows for ever.
const ANSWERS_MAX: u32 = 2_000;
/// Questions about one request: one for each round of fetching, one without any more, and one for files that were forgotten.
const PASSES_MAX: usize = 8;

/// The answer about the files of a request.
pub(crate) struct Verified {
    /// The verdict in a word or two.
    pub title: String,
    /// The page's part or the JSON.
    pub drawn: Vec<u8>,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotVerified {
    /// The file cannot be read; why, in the reader's language.
    #[error("the file cannot be read")]
    Unreadable(String),
    /// The file took more time or memory than one file may.
    #[error("the file took more time or memory than one file may")]
    TooMuch,
    /// Too much is waiting.
    #[error("too many files wait")]
    Busy,
    /// No worker can be started: our own fault.
    #[error("no worker can be started")]
    NoWorker,
}

/// The workers. Cheap to clone.
#[derive(Clone)]
pub struct Verifier(Arc<Shared>);

struct Shared {
    launch: Launch,
    limits: WorkerLimits,
    count: usize,
    turns: Arc<Semaphore>,
    idle: Mutex<Vec<(Worker, usize)>>,
    next_request: AtomicU64,
}

impl Verifier {
    /// Workers that come to be like this. The first are started at once, the others when they are needed.
    pub fn new(launch: Launch, limits: WorkerLimits) -> Self {
        let processors = available_parallelism().map_or(1, NonZero::get).min(4);
        let count = if limits.count == 0 { processors } else { limits.count };
        let (turns, next_request) = (Arc::new(Semaphore::new(count)), AtomicU64::new(1));
        Verifier(Arc::new(Shared { launch, limits, count, turns, idle: Mutex::default(), next_request }))
    }

    /// Starts the first workers, so that the first visitor does not wait for them.
    pub fn warm_up(&self) {
        for _ in 0..self.0.count {
            self.0.refill();
        }
    }

    /// Verifies the files of a request, all by one worker. The time that workers spent on them is put to `spent`.
    pub(crate) async fn verify(
        &self,
        files: Vec<Vec<u8>>,
        job: &Job,
        fetcher: &EvidenceFetcher,
        spent: &mut Duration,
    ) -> Result<Verified, NotVerified> {
        let number = self.0.next_request.fetch_add(1, Ordering::Relaxed);
        let mut gathering = fetcher.begin();
        let (count, fetched) = (files.len(), Fetched::default());
        let mut question = Question { number, job, files, count, fetched, finally: false };
        for _ in 0..PASSES_MAX {
            let (answer, mut drawn) = self.0.ask(&mut question, spent).await?;
            match answer {
                Answered::Drawn { title } => {
                    return Ok(Verified { title, drawn: drawn.pop().unwrap_or_default() });
                }
                Answered::Unreadable(sentence) => return Err(NotVerified::Unreadable(sentence)),
                Answered::Needs(wished) if !question.finally => match gathering.round(wished.into_needs()).await {
                    Some(found) => question.fetched.add(found),
                    None => question.finally = true,
                },
                Answered::Forgotten => {}
                Answered::Needs(_) | Answered::Ready => break,
            }
        }
        Err(NotVerified::TooMuch)
    }

    /// Reads the cells of a workbook. One that takes more time or memory than a file may is no workbook that can be read.
    pub(crate) async fn read_workbook(
        &self,
        file: Vec<u8>,
        job: &Job,
    ) -> Result<Result<WorkbookTable, WorkbookFault>, NotVerified> {
        let number = self.0.next_request.fetch_add(1, Ordering::Relaxed);
        let (files, fetched, mut spent) = (vec![file], Fetched::default(), Duration::ZERO);
        let mut question = Question { number, job, files, count: 1, fetched, finally: true };
        match self.0.ask(&mut question, &mut spent).await {
            Ok((Answered::Drawn { .. }, parts)) => {
                let read = parts.first().map(|cells| serde_json::from_slice(cells)).transpose();
                read.ok().flatten().ok_or(NotVerified::NoWorker)
            }
            Ok(_) => Err(NotVerified::NoWorker),
            Err(NotVerified::TooMuch) => Ok(Err(WorkbookFault::Unpacks)),
            Err(error) => Err(error),
        }
    }
}

/// The files of a request, and what is known for them so far.
struct Question<'j> {
    number: u64,
    job: &'j Job,
    /// Only ever away while they are being sent.
    files: Vec<Vec<u8>>,
    count: usize,
    fetched: Fetched,
    finally: bool,
}

impl Question<'_> {
    /// The question in words, with the files unless the worker has them.
    fn message(&mut self, sent_along: bool) -> Result<Message, MessageError> {
        let (evidence, parts) = self.fetched.known();
        let (request, finally) = (self.number, self.finally);
        let sent = if sent_along { mem::take(&mut self.files) } else { Vec::new() };
        let head = Asked { job: self.job.clone(), request, files: sent.len(), finally, evidence };
        Message::new(&head, sent.into_iter().chain(parts).collect())
    }

    /// Takes the files back out of a message that was sent.
    fn take_back(&mut self, message: Message) {
        if self.files.is_empty() {
            self.files = message.parts.into_iter().take(self.count).collect();
        }
    }

    fn may_be_kept(&self) -> bool {
        self.files.iter().map(Vec::len).sum::<usize>() <= KEPT_BYTES_MAX
    }
}

impl Shared {
    fn idle(&self) -> MutexGuard<'_, Vec<(Worker, usize)>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn turn(&self) -> Result<OwnedSemaphorePermit, NotVerified> {
        let turn = timeout(self.limits.wait, Arc::clone(&self.turns).acquire_owned()).await;
        turn.map_err(|_| NotVerified::Busy)?.map_err(|_| NotVerified::NoWorker)
    }

    /// An idle worker, best the one that has read the files already; a new one when there is none.
    async fn worker(&self, number: u64) -> Result<(Worker, usize), NotVerified> {
        {
            let mut idle = self.idle();
            idle.retain_mut(|(worker, _)| worker.lives());
            let at = idle.iter().position(|(worker, _)| worker.last == Some(number));
            if let Some(at) = at.or(idle.len().checked_sub(1)) {
                return Ok(idle.swap_remove(at));
            }
        }
        self.launch().await
    }

    async fn launch(&self) -> Result<(Worker, usize), NotVerified> {
        match self.launch.start().await {
            Ok(worker) => {
                let began_with = worker.resident();
                Ok((worker, began_with))
            }
            Err(error) => {
                tracing::error!(%error, "a verification worker could not be started");
                Err(NotVerified::NoWorker)
            }
        }
    }

    /// One question to one worker. A worker that dies over it, or thinks too long, is ended and replaced.
    async fn ask(
        self: &Arc<Self>,
        question: &mut Question<'_>,
        spent: &mut Duration,
    ) -> Result<(Answered, Vec<Vec<u8>>), NotVerified> {
        let _turn = self.turn().await?;
        let (mut worker, began_with) = self.worker(question.number).await?;
        let message = question.message(worker.last != Some(question.number))?;
        let began = Instant::now();
        let answer = timeout(self.limits.time, worker.ask(&message)).await;
        *spent += began.elapsed();
        question.take_back(message);
        match answer {
            Ok(Ok((answer, parts))) => {
                let keeps = matches!(answer, Answered::Needs(_)) && question.may_be_kept();
                worker.last = keeps.then_some(question.number);
                self.give_back(worker, began_with);
                Ok((answer, parts))
            }
            Ok(Err(error)) => Err(self.lost(worker, &error.to_string())),
            Err(_) => Err(self.lost(worker, "it thought too long")),
        }
    }

    /// Keeps a worker for the next request, unless it has grown or grown old.
    fn give_back(self: &Arc<Self>, worker: Worker, began_with: usize) {
        let grown = worker.resident().saturating_sub(began_with);
        if grown > self.limits.growth || worker.answered >= ANSWERS_MAX {
            metrics::counter!("signet_verification_workers_replaced_total").increment(1);
            drop(worker);
            self.refill();
        } else {
            self.put((worker, began_with));
        }
    }

    /// Puts a worker among the idle; one too many is ended.
    fn put(&self, worker: (Worker, usize)) {
        let mut idle = self.idle();
        if idle.len() < self.count {
            idle.push(worker);
        }
    }

    fn lost(self: &Arc<Self>, worker: Worker, why: &str) -> NotVerified {
        drop(worker);
        metrics::counter!("signet_verification_workers_lost_total").increment(1);
        tracing::warn!(why, "a verification worker was lost over a file and is replaced");
        self.refill();
        NotVerified::TooMuch
    }

    /// Starts a worker before anybody needs it.
    fn refill(self: &Arc<Self>) {
        let shared = Arc::clone(self);
        tokio::spawn(async move {
            if let Ok(worker) = shared.launch().await {
                shared.put(worker);
            }
        });
    }
}

impl From<MessageError> for NotVerified {
    fn from(_: MessageError) -> Self {
        NotVerified::TooMuch
    }
}
