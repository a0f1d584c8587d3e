//! Logs: their exact bytes, and that no change keeps the head.
#![allow(clippy::unwrap_used)]
use proptest::prelude::*;

use crate::ledger_tests::institution;
use crate::{Digest, EntryHash, LogEntry, LogFault, LogHead, LogKey, LogOwner, LogRecord};
use signet_record::{CredentialId, InstitutionId};

fn entry(n: u8) -> LogRecord {
    LogRecord::Entry {
        credential: CredentialId::from_random([n; 16]),
        sequence: u32::from(n),
        hash: EntryHash::of(&[n]),
    }
}

fn records() -> Vec<LogRecord> {
    let credential = CredentialId::from_random([7; 16]);
    vec![
        entry(1),
        LogRecord::Share { credential, terms: Some(Digest::of(b"terms")), replaces: None },
        LogRecord::Share { credential, terms: None, replaces: Some(Digest::of(b"terms")) },
        LogRecord::Stop { sequence: 3, digest: Digest::of(b"stop") },
        LogRecord::Grant { sequence: 4, digest: Digest::of(b"grant") },
        LogRecord::Use { id: "00ff".into(), digest: Digest::of(b"use") },
    ]
}

fn written(owner: &LogOwner, records: Vec<LogRecord>) -> Vec<LogEntry> {
    let mut head = LogHead::genesis(owner);
    let mut entries = Vec::new();
    for record in records {
        let entry = head.next(owner, record).unwrap();
        head = head.after(owner, &entry).unwrap();
        entries.push(entry);
    }
    entries
}

/// The head after all of them, or where the chain breaks.
fn head(owner: &LogOwner, entries: &[LogEntry]) -> Result<LogHead, LogFault> {
    entries.iter().try_fold(LogHead::genesis(owner), |head, entry| head.after(owner, entry))
}

#[test]
fn the_canonical_form_is_exactly_this() {
    let owner = LogOwner::of(&institution());
    let [first, ..] = &written(&owner, records())[..] else { unreachable!() };
    let expected = format!(
        concat!(
            r#"{{"format":1,"institution":"lhota","position":1,"previous":"{}","record":{{"entry":"#,
            r#"{{"credential":"01010101-0101-4101-8101-010101010101","sequence":1,"hash":"{}"}}}}}}"#
        ),
        EntryHash::of(b"signet log 1\nlhota\n"),
        EntryHash::of(&[1]),
    );
    assert_eq!(first.canonical(), expected);
    let of_service = LogHead::genesis(&LogOwner::SERVICE).next(&LogOwner::SERVICE, entry(1)).unwrap();
    assert!(of_service.canonical().starts_with(r#"{"format":1,"institution":null,"position":1,"#));
    for one in written(&owner, records()) {
        assert_eq!(LogEntry::read(one.canonical()), Ok(one.clone()));
        assert_eq!(LogEntry::read(&format!(" {}", one.canonical())), Err(LogFault::NotCanonical));
    }
}

#[test]
fn an_entry_of_another_log_does_not_follow() {
    let owner = LogOwner::of(&institution());
    let foreign = LogHead::genesis(&LogOwner::SERVICE).next(&LogOwner::SERVICE, entry(1)).unwrap();
    assert_eq!(LogHead::genesis(&owner).after(&owner, &foreign), Err(LogFault::AnotherLog));
}

#[test]
fn a_head_is_read_as_it_is_written() {
    let head = head(&LogOwner::SERVICE, &written(&LogOwner::SERVICE, records())).unwrap();
    assert_eq!(head.to_string().parse(), Ok(head));
    let longer = format!("{head}0");
    for text in ["", "5", "5:", ":00", "-1:00", &longer] {
        assert!(text.parse::<LogHead>().is_err(), "{text}");
    }
}

#[test]
fn only_the_key_that_made_a_code_knows_it() {
    let (key, other) = (LogKey::new(&[1; 32]), LogKey::new(&[2; 32]));
    let hash = EntryHash::of(b"entry");
    let code = key.code(&hash);
    assert!(key.knows(&hash, &code) && !other.knows(&hash, &code));
    assert!(!key.knows(&EntryHash::of(b"another"), &code));
    assert!(!key.knows(&hash, "") && !key.knows(&hash, "zz"));
    let terms = Digest::of(b"terms");
    let code = key.share_code(&institution(), &terms);
    assert!(key.knows_share(&institution(), &terms, &code) && !other.knows_share(&institution(), &terms, &code));
    assert!(!key.knows_share(&institution(), &Digest::of(b"other"), &code));
    assert!(!key.knows_share(&InstitutionId::new("jinde").unwrap(), &terms, &code));
}

proptest! {
    /// Whatever is taken out, changed or exchanged, the log either breaks or ends with another head.
    #[test]
    fn no_change_keeps_the_head(count in 2..12_u8, at in 0..12_usize, what in 0..4_u8) {
        let owner = LogOwner::of(&institution());
        let entries = written(&owner, (0..count).map(entry).collect());
        let whole = head(&owner, &entries).unwrap();
        let at = at % entries.len();
        let mut changed = entries.clone();
        match what {
            0 => { changed.remove(at); }
            1 => changed.swap(at, (at + 1) % entries.len()),
            2 => changed[at] = LogHead { length: changed[at].position() - 1, hash: *changed[at].previous() }
                .next(&owner, entry(99)).unwrap(),
            _ => changed.insert(at, entries[at].clone()),
        }
        prop_assert_ne!(head(&owner, &changed), Ok(whole));
        // Written anew from there on, as whoever has the whole database could, it ends elsewhere.
        let records = changed.iter().map(|entry| entry.record().clone()).collect();
        prop_assert_ne!(head(&owner, &written(&owner, records)), Ok(whole));
    }
}
