//! Answers that are used again for a moment, so that a page opened by many asks once. Bounded in number and in bytes.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use signet_seal::DigestAlgorithm;
use url::Url;

/// The longest any answer is remembered.
const LONGEST: Duration = Duration::from_secs(60);
/// Answers remembered at once.
const ANSWERS_MAX: usize = 128;
/// Bytes of all of them.
const BYTES_MAX: usize = 16 << 20;

/// An answer as it was had.
struct KeptAnswer {
    at: Instant,
    bytes: Vec<u8>,
    sha256: Vec<u8>,
}

/// Answers by address and question.
type Answers = BTreeMap<(Url, Vec<u8>), KeptAnswer>;

/// Answers that are kept for a moment.
#[derive(Default)]
pub(crate) struct Remembered {
    answers: Mutex<Answers>,
}

impl Remembered {
    fn answers(&self) -> MutexGuard<'_, Answers> {
        self.answers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The answer, if it is no older than that.
    pub fn recall(&self, url: &Url, question: &[u8], no_older: Duration) -> Option<Vec<u8>> {
        self.found(url, question, no_older, |answer| answer.bytes.clone())
    }

    /// SHA-256 of the answer, if it is no older than that.
    pub fn recall_sha256(&self, url: &Url, question: &[u8], no_older: Duration) -> Option<Vec<u8>> {
        self.found(url, question, no_older, |answer| answer.sha256.clone())
    }

    fn found<T>(&self, url: &Url, question: &[u8], no_older: Duration, of: impl FnOnce(&KeptAnswer) -> T) -> Option<T> {
        let answers = self.answers();
        let answer = answers.get(&(url.clone(), question.to_vec()))?;
        (answer.at.elapsed() < no_older).then(|| of(answer))
    }

    /// Remembers an answer that has just been had, as long as there is room.
    pub fn keep(&self, url: &Url, question: &[u8], bytes: &[u8]) {
        let answer =
            KeptAnswer { at: Instant::now(), bytes: bytes.to_vec(), sha256: DigestAlgorithm::Sha256.hash(bytes) };
        let mut answers = self.answers();
        answers.retain(|_, answer| answer.at.elapsed() < LONGEST);
        let held: usize = answers.values().map(|answer| answer.bytes.len()).sum();
        if answers.len() < ANSWERS_MAX && held + bytes.len() <= BYTES_MAX {
            answers.insert((url.clone(), question.to_vec()), answer);
        }
    }

    /// Forgets everything, or only answers to questions.
    pub fn forget(&self, only_questions: bool) {
        self.answers().retain(|(_, question), _| only_questions && question.is_empty());
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_remembered_is_bounded_in_bytes() {
        let remembered = Remembered::default();
        for number in 0..40 {
            let url = format!("http://h.example/{number}").parse().unwrap();
            remembered.keep(&url, &[], &vec![0; 1 << 20]);
        }
        let held: usize = remembered.answers().values().map(|answer| answer.bytes.len()).sum();
        assert_eq!(held, BYTES_MAX);
        let first = "http://h.example/0".parse().unwrap();
        assert!(remembered.recall(&first, &[], LONGEST).is_some());
        assert!(remembered.recall(&first, b"q", LONGEST).is_none());
        remembered.forget(false);
        assert!(remembered.recall(&first, &[], LONGEST).is_none());
    }
}
