//! Any text as a status list of our own that was kept: what is read says the same when it is published and read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use signet_registry::PublishedList;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let Ok(list) = PublishedList::read(text) else {
        return;
    };
    assert_eq!(list.taken_back(&list.entries).count(), 0, "nothing is taken back by what says the same");
    let _ = list.number();
    let Some(heads) = list.heads else {
        return;
    };
    let published = list.entries.publish(&list.institution, &list.url, (list.issued, list.issued), &heads);
    let again = PublishedList::read(&published).expect("what was published is read");
    assert_eq!((&again.entries, again.heads, &again.url), (&list.entries, Some(heads), &list.url));
    assert_eq!(again.institution, list.institution);
});
