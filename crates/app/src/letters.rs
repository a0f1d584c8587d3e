//! Sending letters: one task beside the sealers, which never wait for it.

use std::{sync::Arc, time::Duration};

use signet_issue::{Issuer, LetterObserver, LetterOutcome};
use signet_store::{NotAWorkerId, SessionsError, WorkerId};
use tokio::{sync::watch, task::JoinHandle, time::sleep};

use crate::mail_reading::Mail;

/// What the pace is set for.
const MINUTE: Duration = Duration::from_secs(60);

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
        let between = between(mail.per_minute);
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

/// The time between two letters: rounded up, since a minute does not divide by every number.
fn between(per_minute: u32) -> Duration {
    MINUTE / per_minute.max(1) + Duration::from_nanos(1)
}

/// How long to wait after a letter, whatever became of it: so no more are offered in a minute than are set, however fast the relay is.
fn pause(outcome: &LetterOutcome, between: Duration) -> Duration {
    match outcome {
        LetterOutcome::Idle => IDLE,
        LetterOutcome::Ended(..) | LetterOutcome::PutOff(..) => between,
    }
}

/// Writes down what there is to tell that no act tells: work that waits, and how batches ended. Whether there was anything to look at.
async fn write_down(issuer: &Issuer) -> Result<bool, SessionsError> {
    Ok(issuer.write_digest().await? || issuer.write_batch_letter().await?)
}

/// Sends one letter; how long to wait before the next.
async fn round(issuer: &Issuer, mail: &Mail, worker: &WorkerId, between: Duration) -> Duration {
    match write_down(issuer).await {
        Ok(true) => return Duration::ZERO,
        Ok(false) => {}
        Err(error) => {
            tracing::error!(%error, "the register failed whoever looks what there is to tell");
            return AFTER_FAILURE;
        }
    }
    let unobserved: LetterObserver = Arc::new(|_| ());
    let sent = issuer.send_letter(&mail.relay, worker, &unobserved).await;
    let wait = sent.as_ref().map_or(AFTER_FAILURE, |outcome| pause(outcome, between));
    match sent {
        Ok(LetterOutcome::Idle) => {}
        Ok(LetterOutcome::Ended(_, state)) => {
            metrics::counter!("signet_letters_total", "state" => state.code()).increment(1);
        }
        Ok(LetterOutcome::PutOff(_, trouble)) => {
            metrics::counter!("signet_letters_put_off_total", "trouble" => trouble.to_string()).increment(1);
        }
        Err(error) => {
            tracing::error!(%error, "the register failed whoever sends letters");
        }
    }
    wait
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::VecDeque;

    use signet_issue::LetterTrouble;
    use signet_store::{NoticeId, NoticeState};

    use super::*;

    #[test]
    fn ml4_no_more_letters_are_offered_in_a_minute_than_are_set() {
        let id = || NoticeId::from_random([1; 16]);
        for per_minute in [1_usize, 7, 60, 600] {
            let between = between(u32::try_from(per_minute).unwrap());
            // A clock of this test alone: 10,000 letters, some taken at once and some after a while, some put off.
            let (mut now, mut within) = (Duration::ZERO, VecDeque::new());
            for number in 0..10_000_u64 {
                let outcome = match number % 5 {
                    0 => LetterOutcome::PutOff(id(), LetterTrouble::Register),
                    _ => LetterOutcome::Ended(id(), NoticeState::HandedOver),
                };
                within.push_back(now);
                while within.front().is_some_and(|first| now - *first >= MINUTE) {
                    within.pop_front();
                }
                assert!(within.len() <= per_minute, "{} in a minute, {per_minute} are set", within.len());
                now += Duration::from_millis(number * 37 % 4 * 11);
                now += pause(&outcome, between);
            }
            assert!(now >= MINUTE * 10_000 / u32::try_from(per_minute).unwrap());
        }
        assert_eq!(pause(&LetterOutcome::Idle, MINUTE), IDLE);
    }
}
