//! Status lists: what they say, and when they say nothing.

use signet_verify::{GroupName, NotFetched, Outcome, StatusEvidence, judge, needs};

use crate::specimen::{LIST, ORGANIZATION, WORLD, artefact, credential, list, list_as, now, payload, sealed};

/// Outcome and facts of the status check, with this evidence.
fn status_of(bytes: &[u8], evidence: Option<StatusEvidence>) -> (Outcome, String) {
    let report = judge(&artefact(bytes), &WORLD.evidence(evidence), now());
    let group = report.group(GroupName::Validity);
    let finding = group.findings.iter().find(|finding| finding.check.code() == "validity.status").unwrap();
    if !finding.advisory {
        assert_eq!(group.outcome(), finding.outcome);
    }
    let fact = finding.fact("status").or_else(|| finding.fact("problem")).unwrap_or_default();
    (finding.outcome, fact.to_owned())
}

#[test]
fn the_list_is_asked_for_whole_and_by_its_address() {
    let needs = needs(&artefact(&credential()), &WORLD.evidence(None), now());
    assert_eq!(needs.status_lists.iter().map(|url| url.as_str()).collect::<Vec<_>>(), [LIST]);
}

#[test]
fn valid_revoked_superseded() {
    let said = |bits| status_of(&credential(), Some(Ok(list(bits, &WORLD.key))));
    assert_eq!(said(0), (Outcome::Holds, String::new()));
    assert_eq!(said(1), (Outcome::Fails, "revoked".into()));
    assert_eq!(said(2), (Outcome::Fails, "superseded".into()));
    assert_eq!(said(3), (Outcome::CannotTell, "no-such-place".into()));
}

#[test]
fn a_list_that_was_not_had_says_nothing() {
    let said = |evidence| status_of(&credential(), evidence);
    assert_eq!(said(None), (Outcome::CannotTell, "offline".into()));
    assert_eq!(said(Some(Err(NotFetched::Offline))), (Outcome::CannotTell, "offline".into()));
    assert_eq!(said(Some(Err(NotFetched::Unreachable))), (Outcome::CannotTell, "unreachable".into()));
}

#[test]
fn a_list_that_is_not_to_be_relied_on_says_nothing() {
    let said = |bytes: Vec<u8>| status_of(&credential(), Some(Ok(bytes)));
    let open = |problem: &str| (Outcome::CannotTell, problem.to_owned());
    let key = &WORLD.key;
    let from = "2026-07-01T00:00:00Z";
    let until = "2026-07-02T00:00:00Z";
    assert_eq!(said(b"<html>".to_vec()), open("not-a-list"));
    assert_eq!(said(sealed("{\"type\":\"Other\"}", key)), open("not-a-list"));
    assert_eq!(said(list_as(1, key, LIST, from, "2026-07-01T12:00:00Z")), open("stale"));
    assert_eq!(said(list_as(1, key, LIST, "2026-07-01T13:00:00Z", until)), open("stale"));
    assert_eq!(said(list_as(1, key, "https://vzorova.example/status/2", from, until)), open("another-list"));
    let stranger = WORLD.root.seal("Jiná univerzita", "NTRCZ-00000009");
    assert_eq!(said(list(1, &stranger)), open("another-sealer"));
    let renewed = WORLD.root.seal(ORGANIZATION, crate::specimen::IDENTIFIER);
    assert_eq!(said(list(1, &renewed)), (Outcome::Fails, "revoked".into()));
    let mut broken = list(1, key);
    let at = broken.windows(7).position(|seven| seven == b"vzorova").unwrap();
    broken[at] = b'V';
    assert_eq!(said(broken), open("seal"));
}

/// Anyone may hold a trial seal in any name: what it seals must not free or burden a real credential.
#[test]
fn a_trial_list_says_nothing_of_a_real_credential_nor_the_other_way() {
    let problem = (Outcome::CannotTell, "seal".to_owned());
    assert_eq!(status_of(&credential(), Some(Ok(list(0, &WORLD.trial_key)))), problem);
    let trial = sealed(&payload(ORGANIZATION), &WORLD.trial_key);
    assert_eq!(status_of(&trial, Some(Ok(list(1, &WORLD.key)))), problem);
    assert_eq!(status_of(&trial, Some(Ok(list(1, &WORLD.trial_key)))), (Outcome::Fails, "revoked".into()));
}

#[test]
fn nobody_is_sent_to_an_address_unfit_for_asking() {
    for address in ["http://vzorova.example/status/1", "file:///etc/passwd", "https://u:p@vzorova.example/1", "x"] {
        let text = payload(ORGANIZATION).replace(LIST, address);
        let bytes = sealed(&text, &WORLD.key);
        assert!(needs(&artefact(&bytes), &WORLD.evidence(None), now()).status_lists.is_empty(), "{address}");
        assert_eq!(status_of(&bytes, None), (Outcome::CannotTell, "address".into()), "{address}");
    }
}

#[test]
fn a_credential_that_names_no_list_is_told_as_such_without_weight() {
    let text = payload(ORGANIZATION).replace("SignetStatusEntry", "SomeOtherEntry");
    let report = judge(&artefact(&sealed(&text, &WORLD.key)), &WORLD.evidence(None), now());
    assert_eq!(report.group(GroupName::Validity).outcome(), Outcome::Holds);
    let finding = report.findings().find(|finding| finding.check.code() == "validity.status").unwrap();
    assert!(finding.advisory && finding.fact("problem") == Some("none-named"));
}
