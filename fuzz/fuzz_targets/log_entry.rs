//! Any text as an entry of a register's log, or as a log's head: what is read is the canonical form and nothing but it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use signet_registry::{EntryHash, LogEntry, LogFault, LogHead, LogOwner};

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    if let Ok(head) = text.parse::<LogHead>() {
        assert_eq!(head.to_string().parse(), Ok(head));
    }
    match LogEntry::read(text) {
        Ok(entry) => {
            assert_eq!(entry.canonical(), text, "one text for one entry");
            assert_eq!(*entry.hash(), EntryHash::of(bytes));
            assert_eq!(LogEntry::read(entry.canonical()).as_ref(), Ok(&entry));
            let before = LogHead { length: entry.position().wrapping_sub(1), hash: *entry.previous() };
            // Of the service's own log or of another one: it goes on only where it says that it does.
            match before.after(&LogOwner::SERVICE, &entry) {
                Ok(after) => assert_eq!(after, LogHead::at(&entry)),
                Err(fault) => assert!(matches!(fault, LogFault::AnotherLog | LogFault::Unnumbered)),
            }
        }
        Err(fault) => assert_eq!(fault, LogFault::NotCanonical),
    }
});
