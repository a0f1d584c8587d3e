//! Ledgers of units of learning: their exact bytes, every state with every event, and that none passes for a credential's.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeSet;
use std::fmt::Write as _;

use proptest::prelude::*;
use signet_record::{CredentialId, Date, InstitutionId, Line, PersonId, Timestamp, UnitId};

use crate::ledger_tests::institution;
use crate::*;

/// A unit's life from its first draft to its end, as it is written today.
const UNIT_LEDGER: &str = include_str!("../golden/unit-ledger-format-2.txt");

/// Every phase × every kind of event.
const TRANSITIONS: &str = include_str!("../golden/unit-transitions.txt");

fn unit() -> UnitId {
    UnitId::new("ukazka").unwrap()
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_756_720_800 + second).unwrap()
}

fn by(account: &str) -> Agent {
    Agent::new(account).unwrap()
}

fn digest(text: &str) -> Digest {
    Digest::of(text.as_bytes())
}

fn person(id: &str) -> Option<PersonId> {
    Some(PersonId::new(id).unwrap())
}

fn saved(revision: u32, text: &str) -> UnitEvent {
    UnitEvent::Saved { revision, digest: digest(text), person: person("V-1") }
}

fn submitted(text: &str) -> UnitEvent {
    UnitEvent::Submitted { digest: digest(text) }
}

fn endorsed(text: &str) -> UnitEvent {
    UnitEvent::Endorsed { digest: digest(text), person: person("V-2") }
}

fn approval(version: u32, text: &str) -> UnitApproval {
    UnitApproval {
        version,
        digest: digest(text),
        framework: Line::new("1.0").unwrap(),
        from: Date::constant(2026, 1, 1),
        review_by: Date::constant(2029, 12, 31),
        person: person("V-3"),
    }
}

fn approved(version: u32, text: &str) -> UnitEvent {
    UnitEvent::Approved(approval(version, text))
}

/// A ledger under construction.
#[derive(Clone)]
struct Building(Vec<UnitEntry>, UnitLedgerState);

impl Building {
    fn begun() -> Building {
        let first =
            UnitEntry::first(institution(), unit(), UnitEvent::Drafted { version: 1 }, at(0), by("a:1")).unwrap();
        let state = UnitLedgerState::first(&first).unwrap();
        Building(vec![first], state)
    }

    fn then(self, event: UnitEvent) -> Building {
        self.then_by("a:1", event)
    }

    fn then_by(mut self, account: &str, event: UnitEvent) -> Building {
        let entry = self.1.next(event, at(i64::from(self.1.length())), by(account)).unwrap();
        self.1 = self.1.after(&entry).unwrap();
        self.0.push(entry);
        self
    }

    fn approved(self) -> Building {
        let version = self.1.draft().unwrap().version;
        self.then(saved(1, "text")).then(submitted("text")).then(endorsed("text")).then(approved(version, "text"))
    }

    fn refuses(&self, event: UnitEvent) -> UnitRefused {
        self.1.next(event, at(1_000), by("a:1")).unwrap_err()
    }
}

fn whole_life() -> Building {
    let copied = UnitEvent::Copied { version: 2, from: UnitVersion { unit: unit(), version: 1 } };
    let reason = Line::new("Zkouška \"z\" roku 2026").unwrap();
    Building::begun()
        .then(saved(1, "one"))
        .then_by("b:1", UnitEvent::Saved { revision: 2, digest: digest("two"), person: None })
        .then(submitted("two"))
        .then(UnitEvent::Withdrawn {})
        .then(saved(3, "three"))
        .then(submitted("three"))
        .then_by("g:1", endorsed("three"))
        .then_by("q:1", UnitEvent::Returned { remarks: digest("remarks") })
        .then(saved(4, "four"))
        .then(submitted("four"))
        .then_by("g:1", endorsed("four"))
        .then_by("q:1", approved(1, "four"))
        .then(UnitEvent::Published {})
        .then(copied)
        .then(saved(1, "five"))
        .then(UnitEvent::Suspended { reason })
        .then(UnitEvent::Unpublished {})
        .then(UnitEvent::Resumed {})
        .then(UnitEvent::Retired {})
}

#[test]
fn a_unit_ledger_is_exactly_this() {
    let Building(entries, state) = whole_life();
    let lines: String = entries.iter().map(|entry| format!("{}\n", entry.canonical())).collect();
    assert_eq!(lines, UNIT_LEDGER);
    let read: Vec<UnitEntry> = UNIT_LEDGER.lines().map(|line| UnitEntry::read(line).unwrap()).collect();
    assert_eq!(read, entries);
    assert_eq!(verify_chain(&read).unwrap(), state);
    // Each line's hash is what `sha256sum` says of it, and stands in the line after it.
    let genesis = Digest::of(b"signet unit ledger 1\nlhota\nukazka\n");
    UNIT_LEDGER.lines().fold(genesis, |previous, line| {
        assert!(line.contains(&format!("\"previous\":\"{previous}\"")), "{line}");
        Digest::of(line.as_bytes())
    });
}

#[test]
fn a_whole_life_adds_up() {
    let state = whole_life().1;
    assert_eq!(state.phase(), UnitPhase { draft: Some(DraftStage::Draft), standing: UnitStanding::Retired });
    let [first] = state.approved() else { panic!("one version") };
    assert_eq!((first.by.as_str(), &first.approval), ("q:1", &approval(1, "four")));
    let accounts: Vec<&str> = first.authors.iter().map(|author| author.account.as_str()).collect();
    assert_eq!(accounts, ["a:1", "b:1"]);
    let endorser = first.endorser.as_ref().unwrap();
    assert_eq!((endorser.account.as_str(), &endorser.person), ("g:1", &person("V-2")));
    let draft = state.draft().unwrap();
    assert_eq!((draft.version, draft.revision, draft.digest), (2, 1, Some(digest("five"))));
    // Whoever wrote the version before has not written this one.
    assert_eq!(draft.authors.len(), 1);
    assert_eq!((state.suspended(), state.retired().is_some()), (None, true));
}

fn every_phase() -> Vec<UnitPhase> {
    let stages = std::iter::once(None).chain(DraftStage::ALL.map(Some));
    stages.flat_map(|draft| UnitStanding::ALL.into_iter().map(move |standing| UnitPhase { draft, standing })).collect()
}

fn name(phase: UnitPhase) -> String {
    format!("{} {}", phase.draft.map_or("-", DraftStage::code), phase.standing.code())
}

/// The golden file is written by `SIGNET_BLESS=1 cargo test --release -p signet-registry`; a review looks at what changed.
#[test]
fn the_table_of_what_may_follow_what_is_exactly_this() {
    let mut table =
        String::from("What may follow what in the ledger of a unit: draft, standing, event, and what comes of it.\n");
    for phase in every_phase() {
        writeln!(table).unwrap();
        for event in UnitEventKind::ALL {
            let outcome = match phase.after(event) {
                Ok(after) => format!("-> {}", name(after)),
                Err(why) => format!("refused: {why}"),
            };
            writeln!(table, "{:<30} {:<12} {outcome}", name(phase), event.code()).unwrap();
        }
    }
    if std::env::var_os("SIGNET_BLESS").is_some() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/golden/unit-transitions.txt"), &table).unwrap();
        return;
    }
    assert_eq!(table, TRANSITIONS);
}

/// Rules that hold whatever the table says in detail.
#[test]
fn nothing_is_approved_that_was_not_endorsed_and_nothing_leaves_the_end() {
    for phase in every_phase() {
        for event in UnitEventKind::ALL {
            let Ok(after) = phase.after(event) else { continue };
            assert_ne!(phase.standing, UnitStanding::Retired, "{event:?}");
            if event == UnitEventKind::Approved {
                assert_eq!((phase.draft, after.draft), (Some(DraftStage::Endorsed), None));
            } else {
                assert_eq!(
                    phase.standing == UnitStanding::Unapproved,
                    after.standing == UnitStanding::Unapproved,
                    "{phase:?} {event:?}"
                );
            }
            let handed_in = matches!(phase.draft, Some(DraftStage::Submitted | DraftStage::Endorsed));
            assert!(!(handed_in && event == UnitEventKind::Saved));
            if after.draft == Some(DraftStage::Endorsed) && phase.draft != after.draft {
                assert_eq!((phase.draft, event), (Some(DraftStage::Submitted), UnitEventKind::Endorsed));
            }
        }
    }
}

/// The sample of each kind that a ledger in the phase would be asked to take.
fn sample(kind: UnitEventKind, state: &UnitLedgerState) -> UnitEvent {
    let (revision, text) = state.draft().map_or((1, None), |draft| (draft.revision + 1, draft.digest));
    let text = text.unwrap_or_else(|| digest("text"));
    let newest = state.newest().map_or(0, |newest| newest.approval.version);
    let from = UnitVersion { unit: UnitId::new("jina").unwrap(), version: 1 };
    match kind {
        UnitEventKind::Drafted => UnitEvent::Drafted { version: newest + 1 },
        UnitEventKind::Copied => UnitEvent::Copied { version: newest + 1, from },
        UnitEventKind::Saved => saved(revision, &format!("text {revision}")),
        UnitEventKind::Submitted => UnitEvent::Submitted { digest: text },
        UnitEventKind::Withdrawn => UnitEvent::Withdrawn {},
        UnitEventKind::Returned => UnitEvent::Returned { remarks: digest("remarks") },
        UnitEventKind::Endorsed => UnitEvent::Endorsed { digest: text, person: None },
        UnitEventKind::Approved => UnitEvent::Approved(UnitApproval { digest: text, ..approval(newest + 1, "") }),
        UnitEventKind::Entrusted => UnitEvent::Entrusted { guarantor: PersonId::new("Z-2").unwrap() },
        UnitEventKind::Published => UnitEvent::Published {},
        UnitEventKind::Unpublished => UnitEvent::Unpublished {},
        UnitEventKind::Suspended => UnitEvent::Suspended { reason: Line::new("proto").unwrap() },
        UnitEventKind::Resumed => UnitEvent::Resumed {},
        UnitEventKind::Retired => UnitEvent::Retired {},
    }
}

/// Ledgers in every phase there is, the shortest way there: all that a breadth-first walk over real entries reaches.
fn reached() -> Vec<Building> {
    let mut seen = BTreeSet::from([Building::begun().1.phase()]);
    let mut found = vec![Building::begun()];
    let mut next = 0;
    while let Some(ledger) = found.get(next).cloned() {
        next += 1;
        for kind in UnitEventKind::ALL {
            let event = sample(kind, &ledger.1);
            if ledger.1.next(event.clone(), at(0), by("a:1")).is_ok() {
                let longer = ledger.clone().then(event);
                if seen.insert(longer.1.phase()) {
                    found.push(longer);
                }
            }
        }
    }
    found
}

#[test]
fn a_ledger_takes_exactly_what_the_table_allows() {
    let ledgers = reached();
    // All phases but "nothing at all", which only a ledger without entries has.
    assert_eq!(ledgers.len(), every_phase().len() - 1);
    for Building(entries, state) in &ledgers {
        assert_eq!(verify_chain(entries).unwrap(), *state);
        for kind in UnitEventKind::ALL {
            let event = sample(kind, state);
            assert_eq!(event.kind(), kind);
            match (state.phase().after(kind), state.next(event, at(99), by("b:2"))) {
                (Ok(phase), Ok(entry)) => assert_eq!(state.clone().after(&entry).unwrap().phase(), phase),
                (Err(why), Err(UnitRefused::Illegal { event, why: refused })) => {
                    assert_eq!((kind, why), (event, refused))
                }
                (table, ledger) => panic!("{:?} {kind:?}: {table:?}, {ledger:?}", state.phase()),
            }
        }
    }
}

#[test]
fn only_the_text_that_the_draft_has_is_handed_in_endorsed_and_approved() {
    let draft = Building::begun().then(saved(1, "text"));
    assert!(matches!(draft.refuses(submitted("other")), UnitRefused::AnotherText));
    let handed_in = draft.then(submitted("text"));
    assert!(matches!(handed_in.refuses(endorsed("other")), UnitRefused::AnotherText));
    let ready = handed_in.then(endorsed("text"));
    assert!(matches!(ready.refuses(approved(1, "other")), UnitRefused::AnotherText));
    assert!(matches!(ready.refuses(approved(2, "text")), UnitRefused::Unversioned));
    let late = UnitApproval { review_by: Date::constant(2025, 12, 31), ..approval(1, "text") };
    assert!(matches!(ready.refuses(UnitEvent::Approved(late)), UnitRefused::ReviewBeforeStart));
}

#[test]
fn texts_and_versions_are_numbered_without_gaps() {
    let draft = Building::begun();
    for revision in [0, 2, u32::MAX] {
        assert!(matches!(draft.refuses(saved(revision, "text")), UnitRefused::Unnumbered { expected: 1 }));
    }
    let approved = draft.approved();
    for version in [0, 1, 3] {
        assert!(matches!(approved.refuses(UnitEvent::Drafted { version }), UnitRefused::Unversioned));
    }
    let of_itself = |version| UnitEvent::Copied { version: 2, from: UnitVersion { unit: unit(), version } };
    for version in [0, 2, 3] {
        assert!(matches!(approved.refuses(of_itself(version)), UnitRefused::Unversioned));
    }
    assert!(approved.1.next(of_itself(1), at(9), by("a:1")).is_ok());
}

#[test]
fn a_ledger_begins_with_a_draft() {
    let first = |event| UnitEntry::first(institution(), unit(), event, at(0), by("a:1"));
    // Versions that were approved before there were ledgers of units.
    let later = first(UnitEvent::Copied { version: 4, from: UnitVersion { unit: unit(), version: 3 } }).unwrap();
    assert_eq!(UnitLedgerState::first(&later).unwrap().draft().unwrap().version, 4);
    assert!(matches!(first(UnitEvent::Drafted { version: 0 }), Err(UnitRefused::Unversioned)));
    for event in [saved(1, "text"), submitted("text"), UnitEvent::Withdrawn {}, UnitEvent::Published {}] {
        assert!(matches!(first(event), Err(UnitRefused::Illegal { .. })));
    }
}

#[test]
fn a_draft_is_not_saved_without_end() {
    let mut ledger = Building::begun();
    for revision in 1..=DRAFT_SAVES_MAX {
        ledger = ledger.then(saved(revision, "text"));
    }
    assert!(matches!(ledger.refuses(saved(DRAFT_SAVES_MAX + 1, "text")), UnitRefused::SavedTooOften));
    // The next draft counts anew.
    let next = ledger.then(submitted("text")).then(endorsed("text")).then(approved(1, "text"));
    next.then(UnitEvent::Drafted { version: 2 }).then(saved(1, "text"));
}

#[test]
fn no_ledger_passes_for_one_of_another_kind() {
    // A unit may be called as a credential is.
    let id = CredentialId::from_random([1; 16]);
    let unit = UnitId::new(&id.to_string()).unwrap();
    let drafted = UnitEvent::Drafted { version: 1 };
    let about_unit = UnitEntry::first(institution(), unit, drafted, at(0), by("a:1")).unwrap();
    let proposed = Proposed { award: digest("award"), supersedes: None, correction: None };
    let about_credential = Entry::first(institution(), id, proposed, at(0), by("a:1")).unwrap();
    assert_ne!(about_unit.previous(), about_credential.previous());
    assert!(matches!(Entry::read(about_unit.canonical()), Err(UnreadableEntry::Malformed(_))));
    assert!(matches!(UnitEntry::read(about_credential.canonical()), Err(UnreadableEntry::Malformed(_))));
    let forged = about_credential.canonical().replacen("\"credential\":", "\"unit\":", 1);
    assert!(matches!(UnitEntry::read(&forged), Err(UnreadableEntry::Malformed(_))));
    // Nor with the event exchanged as well: the first hash is bound to the kind.
    let (head, _) = forged.split_once("\"event\":").unwrap();
    let forged = UnitEntry::read(&format!("{head}\"event\":{{\"drafted\":{{\"version\":1}}}}}}")).unwrap();
    assert!(matches!(
        verify_chain([&forged]).unwrap_err().why,
        Fault::RefusedUnit(UnitRefused::Chain(ChainFault::Unchained))
    ));
    // Nor does the log take one for the other.
    assert_ne!(LogRecord::of(&about_credential).kind(), LogRecord::of_unit(&about_unit).kind());
}

#[test]
fn another_unit_or_institution_has_another_genesis() {
    let elsewhere = InstitutionId::new("jinde").unwrap();
    let other = UnitId::new("jina").unwrap();
    let first =
        |institution, unit| UnitEntry::first(institution, unit, UnitEvent::Drafted { version: 1 }, at(0), by("a:1"));
    let entries = [first(institution(), unit()), first(institution(), other), first(elsewhere, unit())];
    let genesis: BTreeSet<String> = entries.into_iter().map(|entry| entry.unwrap().previous().to_string()).collect();
    assert_eq!(genesis.len(), 3);
}

#[test]
fn the_log_names_an_entry_of_a_unit_exactly_so() {
    let first = &whole_life().0[0];
    let owner = LogOwner::of(&institution());
    let entry = LogHead::genesis(&owner).next(&owner, LogRecord::of_unit(first)).unwrap();
    let record = format!(r#""record":{{"unit-entry":{{"unit":"ukazka","sequence":1,"hash":"{}"}}}}}}"#, first.hash());
    assert!(entry.canonical().ends_with(&record), "{}", entry.canonical());
    assert_eq!(LogEntry::read(entry.canonical()), Ok(entry));
}

#[test]
fn the_longest_entry_about_a_unit_fits() {
    let line = Line::new(&"\u{10348}".repeat(200)).unwrap();
    let ready = Building::begun().then(saved(1, "text")).then(submitted("text")).then(endorsed("text"));
    let long = UnitApproval { framework: line.clone(), ..approval(1, "text") };
    let approved = ready.then(UnitEvent::Approved(long));
    assert!(approved.1.next(UnitEvent::Suspended { reason: line }, at(9), by("a:1")).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever byte is changed, the chain breaks there or after, or it was the last entry.
    #[test]
    fn any_changed_byte_breaks_the_chain(place in 0..20_usize, byte in any::<prop::sample::Index>(), bit in 0..7_u8) {
        let entries = whole_life().0;
        let place = place % entries.len();
        let mut forged = entries[place].canonical().to_owned().into_bytes();
        let byte = byte.index(forged.len());
        forged[byte] ^= 1 << bit;
        if let Some(forged) = String::from_utf8(forged).ok().and_then(|text| UnitEntry::read(&text).ok()) {
            let mut ledger = entries.clone();
            ledger[place] = forged;
            prop_assert!(verify_chain(&ledger).is_err() || place + 1 == entries.len());
        }
    }
}
