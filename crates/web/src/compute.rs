//! The one place where work for the processor leaves the threads that answer: judging what we keep ourselves, reading files of
//! results, and drawing pages whose size others decide about.
//!
//! Strangers' files are not judged in this process at all: see [`crate::verification`].

use std::{
    num::NonZero,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread::available_parallelism,
    time::Duration,
};

use tokio::{sync::Semaphore, task::spawn_blocking, time::timeout};

use crate::page_error::PageError;

/// Pieces of work that wait for their turn; more are asked to come back.
const WAITING_MAX: usize = 256;
/// The longest a piece of work waits.
const WAIT_MAX: Duration = Duration::from_secs(10);

/// As many pieces of work at once as there are processors.
pub(crate) struct Compute {
    turns: Arc<Semaphore>,
    waiting: AtomicUsize,
}

impl Compute {
    pub fn new() -> Self {
        let processors = available_parallelism().map_or(1, NonZero::get);
        Compute { turns: Arc::new(Semaphore::new(processors)), waiting: AtomicUsize::new(0) }
    }

    /// Runs the work as soon as a permit is free.
    ///
    /// # Errors
    /// When too much waits already, or the work failed, which is our own fault.
    pub async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, PageError> {
        let waiting = Waiting::among(&self.waiting)?;
        let turn = timeout(WAIT_MAX, Arc::clone(&self.turns).acquire_owned()).await.map_err(|_| PageError::Busy)?;
        drop(waiting);
        let turn = turn?;
        let done = spawn_blocking(move || {
            // Given back when the work is done, whether or not somebody still waits for it.
            let _turn = turn;
            work()
        });
        done.await.map_err(PageError::from)
    }
}

/// A place among those who wait, until it is dropped.
pub(crate) struct Waiting<'c>(&'c AtomicUsize);

impl<'c> Waiting<'c> {
    fn among(count: &'c AtomicUsize) -> Result<Self, PageError> {
        if count.fetch_add(1, Ordering::Relaxed) >= WAITING_MAX {
            count.fetch_sub(1, Ordering::Relaxed);
            return Err(PageError::Busy);
        }
        Ok(Waiting(count))
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[tokio::test(flavor = "multi_thread", worker_threads = 1)]
    async fn work_never_holds_the_threads_that_answer() {
        let compute = Arc::new(Compute::new());
        let (begun, mut beginning) = tokio::sync::mpsc::unbounded_channel();
        let (open, gate) = std::sync::mpsc::channel::<()>();
        let held = Arc::clone(&compute);
        // Ends only when the gate opens, which the one thread that answers does: were the work on it, nothing would ever end.
        let work = tokio::spawn(async move {
            let wait = move || {
                begun.send(()).unwrap();
                gate.recv().unwrap();
            };
            held.run(wait).await
        });
        beginning.recv().await.unwrap();
        let answered = tokio::spawn(async { 7 }).await;
        assert_eq!(answered.unwrap(), 7);
        open.send(()).unwrap();
        assert_eq!(work.await.unwrap(), Ok(()));
    }

    #[tokio::test]
    async fn who_comes_when_too_many_wait_is_told_so() {
        let compute = Compute::new();
        compute.waiting.store(WAITING_MAX, Ordering::Relaxed);
        assert_eq!(compute.run(|| ()).await, Err(PageError::Busy));
        compute.waiting.store(0, Ordering::Relaxed);
        assert_eq!(compute.run(|| ()).await, Ok(()));
    }
}
