//! Sending letters: one task beside the sealers, which never wait for it.

use std::{sync::Arc, time::Duration};

use signet_issue::{Issuer, LetterObserver, LetterOutcome};
use signet_store::{NotAWorkerId, WorkerId};
use tokio::{sync::watch, task::JoinHandle, time::sleep};

use crate::mail_reading::Mail;

/// How long an idle worker waits before it looks again.
const IDLE: Duration = Duration::from_secs(2);

/// How long it waits after the register has failed.
const AFTER_FAILURE: Duration = Duration::from_secs(10);

/// Letters on their way. Dropped, it ends with the letter in hand.
pub struct LetterWorker {
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl LetterWorker {
    /// Starts sending what is due, at most as many a minute as are set.
    ///
    /// # Errors
    /// When the process cannot be named.
    pub fn start(issuer: Issuer, mail: Mail) -> Result<Self, NotAWorkerId> {
        let worker = WorkerId::new(&format!("letters-{}", std::process::id()))?;
        let (stop, mut stopped) = watch::channel(false);
        let between = Duration::from_secs(60) / mail.per_minute.max(1);
        let task = tokio::spawn(async move {
            while !*stopped.borrow() {
                let wait = round(&issuer, &mail, &worker, between).await;
                tokio::select! {
                    () = sleep(wait) => {}
                    _ = stopped.changed() => {}
                }
            }
        });
        Ok(LetterWorker { stop, task })
    }

    /// Lets it finish the letter it has in hand, and waits for that.
    pub async fn finish(self) {
        // Whoever does not hear it any more has ended.
        let _ = self.stop.send(true);
        let _ = self.task.await;
    }
}

/// Sends one letter; how long to wait before the next.
async fn round(issuer: &Issuer, mail: &Mail, worker: &WorkerId, between: Duration) -> Duration {
    let unobserved: LetterObserver = Arc::new(|_| ());
    match issuer.send_letter(&mail.relay, worker, &unobserved).await {
        Ok(LetterOutcome::Idle) => IDLE,
        Ok(LetterOutcome::Ended(_, state)) => {
            metrics::counter!("signet_letters_total", "state" => state.code()).increment(1);
            between
        }
        Ok(LetterOutcome::PutOff(_, trouble)) => {
            metrics::counter!("signet_letters_put_off_total", "trouble" => trouble.to_string()).increment(1);
            between
        }
        Err(error) => {
            tracing::error!(%error, "the register failed whoever sends letters");
            AFTER_FAILURE
        }
    }
}
