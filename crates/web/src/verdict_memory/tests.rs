//! What is remembered, for how long, and by how many at once.
#![allow(clippy::unwrap_used)]

use std::sync::{
    Mutex,
    atomic::{AtomicUsize, Ordering},
};

use signet_lang::Locale;
use signet_record::CredentialId;
use signet_registry::{Agent, Entry, Proposed};
use signet_seal::Policy;
use signet_verify::{FileFormat, Group, GroupName};
use tokio::time::{Duration, sleep};

use super::*;
use crate::view::{Verdict, VerdictKind};

/// A judge who counts, in a world that can be changed.
struct Counting {
    trust: Mutex<Arc<Trust>>,
    status: Status,
    list: Mutex<Option<Vec<u8>>>,
    now: Mutex<Timestamp>,
    takes: Duration,
    fails: AtomicUsize,
    judged: AtomicUsize,
    /// Bytes of what is drawn.
    bytes: usize,
}

impl Default for Counting {
    fn default() -> Self {
        Counting {
            trust: Mutex::default(),
            status: Status::Valid,
            list: Mutex::new(Some(vec![1])),
            now: Mutex::new(at(0)),
            takes: Duration::ZERO,
            fails: AtomicUsize::new(0),
            judged: AtomicUsize::new(0),
            bytes: 1,
        }
    }
}

impl Counting {
    fn judged(&self) -> usize {
        self.judged.load(Ordering::Relaxed)
    }

    fn at(&self, second: i64) -> &Self {
        *self.now.lock().unwrap() = at(second);
        self
    }

    fn lists(&self) -> Vec<(String, Option<Vec<u8>>)> {
        vec![("https://a.example/status/1".to_owned(), self.list.lock().unwrap().clone())]
    }
}

impl Judge for Counting {
    type Error = &'static str;

    async fn stands(&self, foundation: &Foundation) -> bool {
        let now = *self.now.lock().unwrap();
        foundation.is(&self.trust.lock().unwrap(), self.status, now) && foundation.lists == self.lists()
    }

    async fn judge(&self) -> Result<Remembered, &'static str> {
        self.judged.fetch_add(1, Ordering::Relaxed);
        sleep(self.takes).await;
        if self.fails.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_ok() {
            return Err("no time");
        }
        let judged = *self.now.lock().unwrap();
        let until = Timestamp::from_second(judged.as_second() + 100).unwrap();
        let (trust, status) = (Arc::clone(&self.trust.lock().unwrap()), self.status);
        let foundation = Foundation { trust, status, lists: self.lists(), judged, until };
        Ok(Remembered::new(foundation, report(judged), ledger(), (Language::En, ShownFields::ALL), drawn(self.bytes)))
    }
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_782_900_000 + second).unwrap()
}

fn key(number: u32) -> Key {
    (InstitutionId::new("lhota").unwrap(), Digest::of(&number.to_be_bytes()))
}

fn report(at: Timestamp) -> Report {
    let group = |name| Group { name, findings: Vec::new() };
    Report {
        kind: FileFormat::SealedCredential,
        sha256: String::new(),
        size: 0,
        at,
        credential: None,
        completeness: None,
        groups: [GroupName::Format, GroupName::Seal, GroupName::Validity].map(group),
        sealings: Vec::new(),
    }
}

fn ledger() -> LedgerState {
    let proposed = Proposed { award: Digest::of(b"award"), supersedes: None, correction: None };
    let (institution, credential) = (InstitutionId::new("lhota").unwrap(), CredentialId::from_random([1; 16]));
    LedgerState::first(&Entry::first(institution, credential, proposed, at(0), Agent::service()).unwrap()).unwrap()
}

fn drawn(bytes: usize) -> DrawnCredential {
    let verdict = Verdict::new(VerdictKind::Valid, Locale::ENGLISH, String::new(), Vec::new());
    let (names, [told, rest]) = Default::default();
    DrawnCredential { verdict, test: false, names, summary: Default::default(), card: "x".repeat(bytes), told, rest }
}

/// Asks once; whether it was judged now.
async fn ask(memory: &VerdictMemory, judge: &Counting) -> bool {
    memory.verdict(&key(1), judge).await.unwrap().1
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_who_look_at_once_cause_one_judgement() {
    let memory = Arc::new(VerdictMemory::new());
    let judge = Arc::new(Counting { takes: Duration::from_millis(50), ..Counting::default() });
    let looking: Vec<_> = (0..100)
        .map(|_| {
            let (memory, judge) = (Arc::clone(&memory), Arc::clone(&judge));
            tokio::spawn(async move { ask(&memory, &judge).await })
        })
        .collect();
    let mut fresh = 0;
    for one in looking {
        fresh += usize::from(one.await.unwrap());
    }
    assert_eq!((fresh, judge.judged()), (1, 1));
    // The same when what was remembered has ended.
    judge.at(100);
    let looking = (0..100).map(|_| ask(&memory, &judge));
    assert_eq!(futures_util::future::join_all(looking).await.into_iter().filter(|fresh| *fresh).count(), 1);
    assert_eq!(judge.judged(), 2);
}

#[tokio::test]
async fn a_verdict_stands_to_its_end_and_not_before_its_time() {
    let (memory, judge) = (VerdictMemory::new(), Counting::default());
    assert!(ask(&memory, &judge).await);
    assert!(!ask(&memory, judge.at(99)).await);
    assert!(ask(&memory, judge.at(100)).await, "from the instant on at which it may be otherwise");
    assert!(!ask(&memory, judge.at(150)).await);
    assert!(ask(&memory, judge.at(50)).await, "a clock that was set back");
}

#[tokio::test]
async fn whatever_it_rests_on_ends_it_at_once() {
    let (memory, mut judge) = (VerdictMemory::new(), Counting::default());
    assert!(ask(&memory, &judge).await && !ask(&memory, &judge).await);
    *judge.list.lock().unwrap() = Some(vec![2]);
    assert!(ask(&memory, &judge).await && !ask(&memory, &judge).await, "a new status list");
    *judge.list.lock().unwrap() = None;
    assert!(ask(&memory, &judge).await && !ask(&memory, &judge).await, "a status list that cannot be had");
    *judge.trust.lock().unwrap() = Arc::default();
    assert!(ask(&memory, &judge).await && !ask(&memory, &judge).await, "trusted lists that were read anew");
    let policy = Policy { digest: Vec::new(), ..Policy::default() };
    *judge.trust.lock().unwrap() = Arc::new(Trust { policy, ..Trust::default() });
    assert!(ask(&memory, &judge).await && !ask(&memory, &judge).await, "another policy");
    judge.status = Status::Revoked;
    assert!(ask(&memory, &judge).await && !ask(&memory, &judge).await, "a revocation in the register");
}

/// Who knows of a revocation must not be given what somebody else judges who does not.
#[tokio::test]
async fn nobody_is_given_a_verdict_from_before_what_they_know() {
    let memory = VerdictMemory::new();
    let before = Counting { takes: Duration::from_millis(50), ..Counting::default() };
    let after = Counting { status: Status::Revoked, ..Counting::default() };
    let key = key(1);
    let later = async {
        sleep(Duration::from_millis(10)).await;
        memory.verdict(&key, &after).await
    };
    let (first, second) = tokio::join!(memory.verdict(&key, &before), later);
    assert_eq!(first.unwrap().0.foundation.status, Status::Valid);
    let (second, fresh) = second.unwrap();
    assert_eq!((second.foundation.status, fresh), (Status::Revoked, true));
}

#[tokio::test]
async fn when_judging_fails_the_next_judges() {
    let memory = VerdictMemory::new();
    let judge = Counting { takes: Duration::from_millis(20), fails: AtomicUsize::new(1), ..Counting::default() };
    let (one, other) = (key(1), key(2));
    let (first, second) = tokio::join!(memory.verdict(&one, &judge), memory.verdict(&one, &judge));
    assert_eq!((first.is_err(), second.is_ok(), judge.judged()), (true, true, 2));
    // And when whoever judged went away.
    let slow = Counting { takes: Duration::from_secs(60), ..Counting::default() };
    let gone = tokio::time::timeout(Duration::from_millis(20), memory.verdict(&other, &slow));
    assert!(gone.await.is_err());
    assert!(memory.verdict(&other, &judge).await.unwrap().1);
}

#[tokio::test]
async fn what_is_remembered_is_bounded_and_forgotten_when_it_has_ended() {
    let memory = VerdictMemory::new();
    let judge = Counting { bytes: 1 << 20, ..Counting::default() };
    for number in 0..100 {
        memory.verdict(&key(number), &judge).await.unwrap();
    }
    let (count, weight) = memory.verdicts.held();
    assert!(weight <= BYTES_MAX && count > 10, "{count} in {weight}");
    memory.forget_ended(at(99));
    assert_eq!(memory.verdicts.held(), (count, weight));
    memory.forget_ended(at(100));
    assert_eq!(memory.verdicts.held(), (0, 0));
}

#[tokio::test]
async fn each_language_is_drawn_once() {
    let (memory, judge) = (VerdictMemory::new(), Counting::default());
    let (verdict, _) = memory.verdict(&key(1), &judge).await.unwrap();
    let mut drawn_now = 0;
    for wanted in [(Language::En, ShownFields::ALL), (Language::Cs, ShownFields::ALL), (Language::Cs, ShownFields::ALL)]
    {
        let draw = async {
            drawn_now += 1;
            Ok::<_, ()>(drawn(2))
        };
        let bytes = verdict.drawn(wanted, draw).await.unwrap().bytes();
        assert_eq!(bytes, if wanted.0 == Language::En { 1 } else { 2 });
    }
    assert_eq!(drawn_now, 1);
}

#[tokio::test]
async fn what_is_shown_in_many_ways_is_remembered_in_few() {
    let (memory, judge) = (VerdictMemory::new(), Counting::default());
    let (verdict, _) = memory.verdict(&key(1), &judge).await.unwrap();
    for bits in 0..16 {
        let wanted = (Language::Cs, ShownFields::from_bits(bits).unwrap());
        let draw = async { Ok::<_, ()>(drawn(100 + usize::from(bits))) };
        assert_eq!(verdict.drawn(wanted, draw).await.unwrap().bytes(), 100 + usize::from(bits));
        let again = async { Err::<DrawnCredential, _>(()) };
        assert!(verdict.drawn(wanted, again).await.is_ok(), "drawn just now");
    }
    assert_eq!(verdict.drawings.lock().unwrap().len(), DRAWINGS);
}
