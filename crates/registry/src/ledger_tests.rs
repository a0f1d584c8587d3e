//! Ledgers from their first entry to their last: what may follow what, and every way to break one.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;

use signet_record::{Bilingual, CredentialId, Date, InstitutionId, Language, Timestamp};

use crate::*;

pub(crate) fn institution() -> InstitutionId {
    InstitutionId::new("lhota").unwrap()
}

fn credential(n: u8) -> CredentialId {
    CredentialId::from_random([n; 16])
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_756_720_800 + second).unwrap()
}

fn by() -> Agent {
    Agent::new("registrar:r1").unwrap()
}

fn digest(text: &str) -> Digest {
    Digest::of(text.as_bytes())
}

fn first() -> Entry {
    let proposed = Proposed { award: digest("award"), supersedes: None, correction: None };
    Entry::first(institution(), credential(1), proposed, at(0), by()).unwrap()
}

fn intended() -> Event {
    Event::Intended(Intended {
        issued: at(1),
        payload: digest("payload"),
        record: Some(digest("record")),
        certificate: digest("certificate"),
        status: StatusPlace { list: 1, index: StatusIndex::try_from(77).unwrap() },
    })
}

fn artefacts() -> Artefacts {
    Artefacts {
        award: digest("award"),
        files: files("jsonld", "pdf"),
        pictures: BTreeMap::from([(Language::Cs, digest("picture"))]),
        statement: Some(digest("statement")),
    }
}

fn files(jsonld: &str, pdf: &str) -> BTreeMap<SealedFile, Digest> {
    BTreeMap::from([(SealedFile::Jsonld, digest(jsonld)), (SealedFile::Pdf, digest(pdf))])
}

fn revoked() -> Event {
    Event::Revoked(Revoked::new(Reason::IssuedInError, None, Date::constant(2025, 9, 2)).unwrap())
}

fn superseded() -> Event {
    Event::Superseded(Superseded { by: credential(2) })
}

fn erased(scope: Scope) -> Event {
    Event::Erased(Erased { scope })
}

fn delivered() -> Event {
    Event::Delivered(Delivered { channel: Channel::Portal })
}

fn renewed() -> Event {
    Event::Renewed(Renewed { files: files("jsonld 2", "pdf 2") })
}

/// A ledger under construction.
struct Ledger(Vec<Entry>, LedgerState);

impl Ledger {
    fn begun() -> Ledger {
        let state = LedgerState::first(&first()).unwrap();
        Ledger(vec![first()], state)
    }

    fn then(mut self, event: Event) -> Ledger {
        let entry = self.1.next(event, at(i64::from(self.1.length())), by()).unwrap();
        self.1 = self.1.after(&entry).unwrap();
        self.0.push(entry);
        self
    }

    fn sealed(self) -> Ledger {
        let sealed = self.1.seal_intent().unwrap().redeem(artefacts());
        self.then(Event::Sealed(sealed))
    }

    fn refuses(&self, event: Event) -> Obstacle {
        match self.1.next(event, at(100), by()) {
            Err(Refused::Illegal { why, .. }) => why,
            other => panic!("{other:?}"),
        }
    }
}

fn whole_life() -> Ledger {
    Ledger::begun().then(intended()).sealed().then(delivered()).then(renewed()).then(superseded()).then(revoked())
}

#[test]
fn a_whole_life_adds_up() {
    let Ledger(entries, state) = whole_life();
    assert_eq!(verify_chain(&entries).unwrap(), state);
    assert_eq!((state.stage(), state.status(), state.length()), (Stage::Delivered, Status::Revoked, 7));
    assert_eq!(state.artefacts().unwrap().files, files("jsonld 2", "pdf 2"));
    assert_eq!(state.record(), Some(&digest("record")));
    assert_eq!(state.artefacts().unwrap().award, digest("award"));
    assert_eq!((state.renewals(), state.awaits_seal()), (1, false));
    assert_eq!(state.sealed_at(), Some(at(2)));
}

#[test]
fn nothing_is_sealed_without_an_intent_or_twice() {
    let begun = Ledger::begun();
    assert!(matches!(begun.1.seal_intent(), Err(Refused::Illegal { why: Obstacle::NotIntended, .. })));
    let ready = begun.then(intended());
    let (one, two) = (ready.1.seal_intent().unwrap(), ready.1.seal_intent().unwrap());
    let sealed = ready.then(Event::Sealed(one.redeem(artefacts())));
    assert_eq!(sealed.refuses(Event::Sealed(two.redeem(artefacts()))), Obstacle::Happened);
    assert_eq!(sealed.refuses(intended()), Obstacle::Happened);
}

#[test]
fn an_intent_that_was_replaced_seals_nothing() {
    let ready = Ledger::begun().then(intended());
    let stale = ready.1.seal_intent().unwrap();
    let again = ready.then(intended());
    let refused = again.1.next(Event::Sealed(stale.redeem(artefacts())), at(9), by());
    assert!(matches!(refused, Err(Refused::AnotherIntent)), "{refused:?}");
}

#[test]
fn only_the_proposed_award_is_sealed() {
    let ready = Ledger::begun().then(intended());
    let other = Artefacts { award: digest("another award"), ..artefacts() };
    let sealed = Event::Sealed(ready.1.seal_intent().unwrap().redeem(other));
    assert!(matches!(ready.1.next(sealed, at(9), by()), Err(Refused::AnotherAward)));
}

#[test]
fn only_the_intended_record_is_sealed() {
    let ready = Ledger::begun().then(intended());
    let Event::Intended(first) = intended() else { panic!("not an intent") };
    let other = Event::Intended(Intended { record: Some(digest("another record")), ..first });
    let elsewhere = Ledger::begun().then(other);
    let mut sealed = ready.1.seal_intent().unwrap().redeem(artefacts());
    sealed.intent = *elsewhere.1.head();
    let refused = elsewhere.1.next(Event::Sealed(sealed), at(9), by());
    assert!(matches!(refused, Err(Refused::AnotherRecord)), "{refused:?}");
}

#[test]
fn a_seal_and_a_renewal_name_files_that_were_sealed() {
    let ready = Ledger::begun().then(intended());
    let none = Artefacts { files: BTreeMap::new(), ..artefacts() };
    assert_eq!(ready.refuses(Event::Sealed(ready.1.seal_intent().unwrap().redeem(none))), Obstacle::OtherFiles);
    let only = Artefacts { files: BTreeMap::from([(SealedFile::Jsonld, digest("jsonld"))]), ..artefacts() };
    let sealed = Event::Sealed(ready.1.seal_intent().unwrap().redeem(only));
    let sealed = ready.then(sealed);
    assert_eq!(sealed.refuses(renewed()), Obstacle::OtherFiles);
    assert_eq!(sealed.refuses(Event::Renewed(Renewed { files: BTreeMap::new() })), Obstacle::OtherFiles);
    let one = Renewed { files: BTreeMap::from([(SealedFile::Jsonld, digest("jsonld 2"))]) };
    let state = sealed.then(Event::Renewed(one)).1;
    assert_eq!(state.artefacts().unwrap().file(SealedFile::Jsonld), Some(&digest("jsonld 2")));
    assert_eq!(state.artefacts().unwrap().file(SealedFile::Pdf), None);
}

#[test]
fn before_the_seal_only_a_way_out() {
    let begun = Ledger::begun();
    for event in [delivered(), superseded(), renewed()] {
        assert_eq!(begun.refuses(event), Obstacle::NotSealed);
    }
    let stopped = begun.then(revoked());
    assert!(!stopped.1.awaits_seal());
    assert_eq!(stopped.refuses(intended()), Obstacle::Revoked);
}

#[test]
fn a_revoked_intent_is_not_carried_out() {
    let ready = Ledger::begun().then(intended());
    let intent = ready.1.seal_intent().unwrap();
    let stopped = ready.then(revoked());
    assert_eq!(stopped.refuses(Event::Sealed(intent.redeem(artefacts()))), Obstacle::Revoked);
}

#[test]
fn revocation_is_final_and_happens_once() {
    let gone = Ledger::begun().then(intended()).sealed().then(revoked());
    assert_eq!(gone.refuses(revoked()), Obstacle::Happened);
    assert_eq!(gone.refuses(superseded()), Obstacle::Revoked);
    assert_eq!(gone.refuses(delivered()), Obstacle::Revoked);
    let protected = gone.then(renewed());
    assert_eq!(protected.1.status(), Status::Revoked);
}

#[test]
fn a_correction_happens_once_and_not_by_itself() {
    let sealed = Ledger::begun().then(intended()).sealed();
    assert_eq!(sealed.refuses(Event::Superseded(Superseded { by: credential(1) })), Obstacle::Itself);
    let corrected = sealed.then(superseded());
    assert_eq!(corrected.refuses(superseded()), Obstacle::Happened);
    assert_eq!(corrected.1.status(), Status::Superseded);
}

#[test]
fn erasure_widens_and_never_narrows() {
    let sealed = Ledger::begun().then(intended()).sealed();
    let hidden = sealed.then(erased(Scope::Publication));
    assert_eq!(hidden.refuses(erased(Scope::Publication)), Obstacle::Happened);
    assert_eq!(hidden.refuses(delivered()), Obstacle::Erased);
    let gone = hidden.then(renewed()).then(erased(Scope::Artefacts));
    assert_eq!(gone.refuses(erased(Scope::Publication)), Obstacle::Happened);
    assert_eq!(gone.refuses(renewed()), Obstacle::Erased);
    assert_eq!(gone.then(revoked()).1.status(), Status::Revoked);
}

#[test]
fn a_slow_clock_does_not_go_back_in_time() {
    let begun = Ledger::begun();
    let entry = begun.1.next(intended(), at(-50), by()).unwrap();
    assert_eq!(entry.at(), at(0));
}

#[test]
fn instants_are_kept_to_the_millisecond() {
    let proposed = Proposed { award: digest("award"), supersedes: None, correction: None };
    let fine = Timestamp::from_nanosecond(1_756_720_800_123_456_789).unwrap();
    let entry = Entry::first(institution(), credential(1), proposed, fine, by()).unwrap();
    assert_eq!(entry.at().as_nanosecond(), 1_756_720_800_123_000_000);
    assert_eq!(Entry::read(entry.canonical()).unwrap(), entry);
}

#[test]
fn the_canonical_form_is_exactly_this() {
    let canonical = first().canonical().to_owned();
    let genesis = EntryHash::of(b"signet ledger 1\nlhota\n01010101-0101-4101-8101-010101010101\n");
    let expected = format!(
        "{}{genesis}{}",
        r#"{"format":2,"institution":"lhota","credential":"01010101-0101-4101-8101-010101010101","sequence":1,"previous":""#,
        r#"","at":"2025-09-01T10:00:00.000Z","by":"registrar:r1","event":{"proposed":{"award":"#,
    );
    assert!(canonical.starts_with(&expected), "{canonical}");
    assert!(canonical.ends_with(&format!(r#""{}","supersedes":null}}}}}}"#, digest("award"))), "{canonical}");
    assert_eq!(*first().hash(), EntryHash::of(canonical.as_bytes()));
}

#[test]
fn every_entry_reads_back_from_its_canonical_form() {
    let note = Bilingual::new("Zkouška byla \"zrušena\".", "The exam was annulled.").unwrap();
    let other = Event::Revoked(Revoked::new(Reason::Other, Some(note), Date::constant(2025, 9, 2)).unwrap());
    let mut entries = whole_life().0;
    entries.extend(Ledger::begun().then(erased(Scope::Publication)).then(other).0);
    for entry in entries {
        assert_eq!(Entry::read(entry.canonical()).unwrap(), entry);
    }
}

#[test]
fn only_the_canonical_form_is_read() {
    let canonical = first().canonical().to_owned();
    let spaced = canonical.replacen(':', ": ", 1);
    assert!(matches!(Entry::read(&spaced), Err(UnreadableEntry::NotCanonical)));
    let precise = canonical.replace(".000Z", ".0000Z");
    assert!(matches!(Entry::read(&precise), Err(UnreadableEntry::NotCanonical)));
    for broken in ["", "{}", "null", &canonical[1..], &canonical.replace("\"format\":2", "\"format\":3")] {
        assert!(matches!(Entry::read(broken), Err(UnreadableEntry::Malformed(_))), "{broken}");
    }
    let unknown = canonical.replacen("{\"format\"", "{\"more\":0,\"format\"", 1);
    assert!(matches!(Entry::read(&unknown), Err(UnreadableEntry::Malformed(_))));
    assert!(matches!(Entry::read(&" ".repeat(ENTRY_BYTES_MAX + 1)), Err(UnreadableEntry::TooLong)));
}

#[test]
fn any_changed_byte_breaks_the_chain() {
    let entries = whole_life().0;
    for (place, entry) in entries.iter().enumerate() {
        for byte in 0..entry.canonical().len() {
            let mut forged = entry.canonical().to_owned().into_bytes();
            forged[byte] ^= 1;
            // What no longer reads as an entry is caught there; whatever still reads must break what follows it.
            let Some(forged) = String::from_utf8(forged).ok().and_then(|text| Entry::read(&text).ok()) else {
                continue;
            };
            let mut ledger = entries.clone();
            ledger[place] = forged;
            let last = place + 1 == entries.len();
            assert!(verify_chain(&ledger).is_err() || last, "entry {place}, byte {byte}");
        }
    }
}

#[test]
fn left_out_moved_and_foreign_entries_break_the_chain() {
    let entries = whole_life().0;
    assert!(matches!(verify_chain(&[] as &[Entry]), Err(Broken { at: 1, why: Fault::Empty })));
    for place in 0..entries.len() - 1 {
        let mut without = entries.clone();
        without.remove(place);
        assert_eq!(verify_chain(&without).unwrap_err().at as usize, place + 1);
        let mut swapped = entries.clone();
        swapped.swap(place, place + 1);
        assert_eq!(verify_chain(&swapped).unwrap_err().at as usize, place + 1);
    }
    let proposed = Proposed { award: digest("award"), supersedes: None, correction: None };
    let foreign = Entry::first(institution(), credential(3), proposed, at(0), by()).unwrap();
    let mut spliced = entries.clone();
    spliced[0] = foreign;
    let broken = verify_chain(&spliced).unwrap_err();
    assert!(
        matches!(broken, Broken { at: 2, why: Fault::Refused(Refused::Chain(ChainFault::AnotherLedger)) }),
        "{broken:?}"
    );
}

#[test]
fn a_ledger_of_another_institution_has_another_genesis() {
    let proposed = Proposed { award: digest("award"), supersedes: None, correction: None };
    let other = InstitutionId::new("jinde").unwrap();
    let elsewhere = Entry::first(other, credential(1), proposed, at(0), by()).unwrap();
    assert_ne!(elsewhere.previous(), first().previous());
}

#[test]
fn a_revocation_can_be_understood() {
    let date = Date::constant(2025, 9, 2);
    assert_eq!(Revoked::new(Reason::Other, None, date), Err(NotARevocation::NoteMissing));
    let long = Bilingual::new(&"a".repeat(1_001), "b").unwrap();
    assert_eq!(Revoked::new(Reason::Other, Some(long), date), Err(NotARevocation::NoteTooLong));
    for reason in Reason::ALL {
        assert_eq!(Reason::from_code(reason.code()), Some(reason));
        assert_eq!(serde_json::to_string(&reason).unwrap(), format!("\"{}\"", reason.code()));
    }
}

#[test]
fn the_longest_revocation_fits_into_an_entry() {
    let long = "\u{10348}".repeat(1_000);
    let note = Bilingual::new(&long, &long).unwrap();
    let event = Event::Revoked(Revoked::new(Reason::Other, Some(note), Date::constant(2025, 9, 2)).unwrap());
    assert!(Ledger::begun().1.next(event, at(1), by()).is_ok());
}

#[test]
fn agents_are_accounts_and_not_names() {
    assert!(Agent::new("registrar:r1@lhota.example").is_ok());
    for account in ["", "Jana Nováková", "a b", &"a".repeat(65)] {
        assert_eq!(Agent::new(account), Err(NotAnAgent));
    }
}
