//! Any bytes as a status list, ours or one of bits: whatever it says, it does not count unless somebody who counts sealed it.
#![no_main]

use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use signet_verify::{Evidence, Outcome, Trust, judge, read};

const LIST: &str = "https://list.example/1";

/// An unsealed credential that names a place in each kind of list.
fn credential(index: u8) -> Vec<u8> {
    let bits = |kind: &str, purpose: &str| {
        format!(
            r#"{{"type":"{kind}","statusPurpose":"{purpose}","statusListIndex":"{index}","statusListCredential":"{LIST}"}}"#
        )
    };
    let others = [bits("BitstringStatusListEntry", "revocation"), bits("StatusList2021Entry", "suspension")].join(",");
    let own = format!(r#"{{"type":"SignetStatusEntry","list":"{LIST}","index":{index}}}"#);
    format!(r#"{{"credentialSubject":{{}},"status":{own},"credentialStatus":[{others}]}}"#).into_bytes()
}

fuzz_target!(|bytes: &[u8]| {
    let Some((index, list)) = bytes.split_first() else { return };
    let mut evidence = Evidence::offline(Arc::new(Trust::default()));
    let _ = evidence.keep_status_list(list.to_vec());
    evidence.status_lists.insert(LIST.to_owned(), Ok(list.to_vec()));
    let artefact = read(credential(*index)).expect("the credential is one");
    let report = judge(&artefact, &evidence, "2026-07-01T12:00:00Z".parse().expect("a moment"));
    let mut statuses = report.findings().filter(|finding| finding.check().code() == "validity.status");
    assert!(statuses.all(|finding| finding.outcome == Outcome::CannotTell), "nobody sealed it");
});
