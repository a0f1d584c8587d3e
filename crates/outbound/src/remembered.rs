//! Answers that are used again for a moment, so that a page opened by many asks once. Bounded in number and in bytes.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use url::Url;

/// The longest any answer is remembered.
const LONGEST: Duration = Duration::from_secs(60);
/// Answers remembered at once.
const ANSWERS_MAX: usize = 128;
/// Bytes of all of them.
const BYTES_MAX: usize = 16 << 20;

/// Answers, and when they were had, by address and question.
type Answers = BTreeMap<(Url, Vec<u8>), (Instant, Vec<u8>)>;

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
        let answers = self.answers();
        let (at, bytes) = answers.get(&(url.clone(), question.to_vec()))?;
        (at.elapsed() < no_older).then(|| bytes.clone())
    }

    /// Remembers an answer as long as there is room.
    pub fn keep(&self, url: &Url, question: &[u8], bytes: &[u8]) {
        let mut answers = self.answers();
        answers.retain(|_, (at, _)| at.elapsed() < LONGEST);
        let held: usize = answers.values().map(|(_, bytes)| bytes.len()).sum();
        if answers.len() < ANSWERS_MAX && held + bytes.len() <= BYTES_MAX {
            answers.insert((url.clone(), question.to_vec()), (Instant::now(), bytes.to_vec()));
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
        let held: usize = remembered.answers().values().map(|(_, bytes)| bytes.len()).sum();
        assert_eq!(held, BYTES_MAX);
        let first = "http://h.example/0".parse().unwrap();
        assert!(remembered.recall(&first, &[], LONGEST).is_some());
        assert!(remembered.recall(&first, b"q", LONGEST).is_none());
        remembered.forget(false);
        assert!(remembered.recall(&first, &[], LONGEST).is_none());
    }
}
