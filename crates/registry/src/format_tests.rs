//! Ledgers of format 1, as they were written before there was another: their bytes stand in `golden/` and never change.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;

use signet_record::{Language, Timestamp};

use crate::*;

const FORMAT_1: &str = include_str!("../golden/ledger-format-1.txt");
/// A life from proposal to erasure in the format of today.
const FORMAT_2: &str = include_str!("../golden/ledger-format-2.txt");

fn entries(lines: &str) -> Vec<Entry> {
    lines.lines().map(|line| Entry::read(line).unwrap()).collect()
}

fn digest(text: &str) -> Digest {
    Digest::of(text.as_bytes())
}

fn files(jsonld: &str, pdf: &str) -> BTreeMap<SealedFile, Digest> {
    BTreeMap::from([(SealedFile::Jsonld, digest(jsonld)), (SealedFile::Pdf, digest(pdf))])
}

fn service() -> Agent {
    Agent::service()
}

#[test]
fn a_ledger_of_format_1_is_read_byte_for_byte_and_adds_up() {
    let entries = entries(FORMAT_1);
    assert_eq!(entries.len(), 8);
    for (entry, line) in entries.iter().zip(FORMAT_1.lines()) {
        assert_eq!((entry.canonical(), entry.format()), (line, EntryFormat::One));
    }
    let state = verify_chain(&entries).unwrap();
    assert_eq!((state.stage(), state.status()), (Stage::Delivered, Status::Revoked));
    assert_eq!((state.renewals(), state.erased()), (1, Some(Scope::Artefacts)));
    let artefacts = state.artefacts().unwrap();
    assert_eq!((artefacts.award, &artefacts.files), (digest("award"), &files("jsonld 2", "pdf 2")));
    assert_eq!(artefacts.pictures, BTreeMap::from([(Language::Cs, digest("picture"))]));
    assert_eq!((state.record(), artefacts.statement), (None, None));
    let Event::Sealed(sealed) = entries[2].event() else { panic!("not a seal") };
    assert_eq!(sealed.artefacts().files, files("jsonld", "pdf"));
}

/// Each line's hash is what `sha256sum` says of it, and stands in the line after it: nothing here but the digest of bytes.
#[test]
fn the_chain_of_any_format_is_checked_with_digests_alone() {
    for lines in [FORMAT_1, FORMAT_2] {
        let mut previous = None;
        for line in lines.lines() {
            if let Some(previous) = previous {
                assert!(line.contains(&format!("\"previous\":\"{previous}\"")), "{line}");
            }
            previous = Some(Digest::of(line.as_bytes()));
        }
    }
}

#[test]
fn a_ledger_of_format_2_is_exactly_this() {
    let entries = entries(FORMAT_2);
    let state = verify_chain(&entries).unwrap();
    assert_eq!(state.record(), Some(&digest("record")));
    assert_eq!(state.artefacts().unwrap().statement, Some(digest("statement")));
    // Written again, entry by entry, it is the same.
    let mut again = LedgerState::first(&entries[0]).unwrap();
    for entry in &entries[1..] {
        let written = again.next(entry.event().clone(), entry.at(), entry.by().clone()).unwrap();
        assert_eq!(written.canonical(), entry.canonical());
        again = again.after(&written).unwrap();
    }
    assert_eq!(again, state);
}

#[test]
fn a_ledger_of_format_1_goes_on_in_format_2_from_wherever_it_stands() {
    let old = entries(FORMAT_1);
    for length in 1..=old.len() {
        let state = verify_chain(&old[..length]).unwrap();
        let event = match length {
            1 => Event::Intended(Intended {
                issued: Timestamp::from_second(1_756_720_801).unwrap(),
                payload: digest("payload"),
                record: Some(digest("record")),
                certificate: digest("certificate"),
                status: StatusPlace { list: 1, index: StatusIndex::try_from(77).unwrap() },
            }),
            // What was intended before the change of format has no root, and is sealed without one.
            2 => Event::Sealed(state.seal_intent().unwrap().redeem(Artefacts {
                award: digest("award"),
                files: files("jsonld", "pdf"),
                pictures: BTreeMap::new(),
                statement: None,
            })),
            8 => continue,
            7 => Event::Erased(Erased { scope: Scope::Publication }),
            _ => Event::Renewed(Renewed { files: files("jsonld 3", "pdf 3") }),
        };
        let entry = state.next(event, state.changed(), service()).unwrap();
        assert_eq!(entry.format(), EntryFormat::Two, "after {length}");
        assert_eq!(entry.previous(), old[length - 1].hash());
        let whole: Vec<Entry> = old[..length].iter().cloned().chain([entry]).collect();
        assert_eq!(verify_chain(&whole).unwrap().length() as usize, length + 1);
    }
}

#[test]
fn no_entry_is_older_in_format_than_the_one_before_it() {
    let old = entries(FORMAT_1);
    let state = verify_chain(&old[..3]).unwrap();
    let new = state.next(Event::Delivered(Delivered { channel: Channel::Portal }), state.changed(), service()).unwrap();
    let state = state.after(&new).unwrap();
    // What format 1 says in the line that would come next, chained to the entry of format 2.
    let line = old[4].canonical().replace(&old[3].hash().to_string(), &new.hash().to_string());
    let line = Entry::read(&line).unwrap();
    assert!(matches!(state.after(&line), Err(Refused::Chain(ChainFault::OlderFormat))));
}

#[test]
fn what_one_format_has_the_other_does_not() {
    let mixed = |lines: &str, line: usize, from: &str, to: &str| {
        let line = lines.lines().nth(line).unwrap();
        assert!(line.contains(from), "{line}");
        Entry::read(&line.replacen(from, to, 1)).unwrap_err()
    };
    // An absent root is `null` in format 2: left out, it is not the canonical form.
    let (one, two) = ("\"format\":1", "\"format\":2");
    assert!(matches!(mixed(FORMAT_1, 1, one, two), UnreadableEntry::NotCanonical));
    for line in [2, 4] {
        assert!(matches!(mixed(FORMAT_1, line, one, two), UnreadableEntry::Malformed(_)));
    }
    for line in [1, 2, 4] {
        assert!(matches!(mixed(FORMAT_2, line, two, one), UnreadableEntry::Malformed(_)));
    }
    let unknown = mixed(FORMAT_2, 2, "\"jsonld\":", "\"docx\":");
    assert!(matches!(unknown, UnreadableEntry::Malformed(_)));
    let twice = mixed(FORMAT_2, 2, "\"pdf\":", "\"jsonld\":");
    assert!(matches!(twice, UnreadableEntry::NotCanonical), "{twice:?}");
}
