//! Any text as a statement about a record, and any credential as a record: whatever is read says one thing, always the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use signet_credential::statement::{
    CarriedRecord, Opening, RecordKey, RecordRoot, RecordStatement, SignedStatement, digest_of,
};

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    if let Ok(read) = SignedStatement::read(text) {
        assert!(text.starts_with(&read.signing_input));
        assert!(read.disclosures.iter().all(|one| read.statement.digests.contains(&digest_of(one))));
        assert_eq!(RecordRoot::from_notation(&read.statement.root().notation()), Ok(read.statement.root()));
    }
    if let Ok(opening) = text.parse::<Opening>() {
        assert_eq!(opening.notation(), text);
    }
    if let Ok(credential) = signet_credential::read(text) {
        let opening = match credential.record() {
            CarriedRecord::Open(_, opening) => opening,
            _ => Opening { revision: 0, key: RecordKey::from_random([7; 32]) },
        };
        if let Some(statement) = RecordStatement::of(&credential, &opening) {
            let again = RecordStatement::of(&credential, &opening);
            assert_eq!(again.map(|again| again.root()), Some(statement.root()));
            assert!(is_json(&statement.to_canonical()));
        }
    }
});

/// The canonical form is JSON by our own strict reader.
fn is_json(text: &str) -> bool {
    signet_credential::json::JsonDocument::parse(text, signet_credential::json::Limits::default()).is_ok()
}
