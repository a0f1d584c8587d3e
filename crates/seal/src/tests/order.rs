//! Stamps in and out of order, and content stamps from after a certificate's end or revocation.

use super::world::{COMPROMISED, PAYLOAD, Revoked, Told, Who, World, judged};
use crate::Indication::*;
use crate::jades::{SigningTime, prepare};
use crate::pki::Verdict::{self, Bad, Good, Open};
use crate::pki::at;
use crate::{Basis, SealCheck, SealReport};
use std::sync::LazyLock;

static WORLD: LazyLock<World> = LazyLock::new(World::new);

/// Times of the content, the signature and the archive stamp.
#[derive(Debug, Clone, Copy, Default)]
struct Stamps {
    content: Option<&'static str>,
    signature: Option<&'static str>,
    archive: Option<&'static str>,
}

/// Sealed and stamped, then judged at `when` asking everybody.
fn report(stamps: Stamps, when: &str, revoked: &[Revoked]) -> SealReport {
    let key = WORLD.seal.seal_key(&[&WORLD.sealing], None);
    let mut unsealed = prepare(PAYLOAD, key.chain(), key.algorithm(), at(when), SigningTime::Iat).unwrap();
    if let Some(content) = stamps.content {
        let token = WORLD.stamp(unsealed.content_message(), content);
        unsealed = unsealed.with_content_stamp(&token);
    }
    let signature = key.sign(&unsealed.signing_input()).unwrap();
    let mut sealed = unsealed.finish(&signature);
    if let Some(signature) = stamps.signature {
        let token = WORLD.stamp(&sealed.stamp_message(), signature);
        sealed = sealed.with_stamp(&token);
    }
    if let Some(archive) = stamps.archive {
        let token = WORLD.stamp(&sealed.archive_message().concat(), archive);
        sealed = sealed.with_archive_stamp(&token);
    }
    let said = WORLD.said(Told::Lists, when, revoked);
    judged(sealed.to_json().as_bytes(), &Basis { fetched: &said, ..WORLD.offline(when) })
}

#[test]
fn stamps_stand_in_the_order_of_their_times() {
    let (noon, one, two) = ("2026-06-01T12:00:00Z", "2026-06-01T13:00:00Z", "2026-06-01T14:00:00Z");
    let (before, after) = ("2023-06-01T12:00:00Z", "2026-06-02T12:00:00Z");
    let stamps = |content, signature, archive| Stamps { content, signature, archive };
    let cases = [
        (stamps(Some(noon), Some(one), Some(two)), Good, "in order"),
        (stamps(Some(noon), Some(noon), Some(noon)), Good, "at once"),
        (stamps(Some(one), Some(noon), None), Open(TimestampOrderFailure), "content after signature"),
        (stamps(None, Some(two), Some(one)), Open(TimestampOrderFailure), "signature after archive"),
        (stamps(None, Some("2026-06-02T12:06:00Z"), None), Open(TimestampOrderFailure), "from the future"),
        (stamps(None, Some("2026-06-02T12:04:00Z"), None), Good, "from a clock that is ahead"),
        (stamps(None, Some(before), None), Good, "before anybody had a certificate, so by nobody"),
    ];
    for (stamps, expected, what) in cases {
        let report = report(stamps, after, &[]);
        assert_eq!(Verdict::of(&report), expected, "{what}: {:#?}", report.findings);
    }
}

#[test]
fn content_stamped_after_the_end_was_signed_after_the_end() {
    let revoked = [(Who::Seal, "2026-05-01T00:00:00Z", COMPROMISED)];
    let stamps = |content, signature| Stamps { content, signature: Some(signature), archive: None };
    let cases: [(Stamps, &str, &[Revoked], Verdict, &str); 5] = [
        (
            stamps(Some("2026-05-02T00:00:00Z"), "2026-05-03T00:00:00Z"),
            "2026-06-02T12:00:00Z",
            &revoked,
            Bad(Revoked),
            "after revocation",
        ),
        (
            stamps(Some("2026-04-02T00:00:00Z"), "2026-05-03T00:00:00Z"),
            "2026-06-02T12:00:00Z",
            &revoked,
            Open(RevokedNoPoe),
            "before revocation, but signed nobody knows when",
        ),
        (
            stamps(Some("2026-04-02T00:00:00Z"), "2026-04-03T00:00:00Z"),
            "2026-06-02T12:00:00Z",
            &revoked,
            Good,
            "before revocation, both",
        ),
        (
            stamps(Some("2029-01-02T00:00:00Z"), "2029-01-03T00:00:00Z"),
            "2029-02-01T12:00:00Z",
            &[],
            Bad(Expired),
            "after the end",
        ),
        (
            stamps(Some("2028-12-30T00:00:00Z"), "2029-01-03T00:00:00Z"),
            "2029-02-01T12:00:00Z",
            &[],
            Open(OutOfBoundsNotRevoked),
            "before the end, but signed nobody knows when",
        ),
    ];
    for (stamps, when, revoked, expected, what) in cases {
        let report = report(stamps, when, revoked);
        assert_eq!(Verdict::of(&report), expected, "{what}: {:#?}", report.findings);
        assert!(report.finding(SealCheck::ContentStamp).is_some());
    }
}

#[test]
fn a_content_stamp_that_does_not_hold_proves_nothing() {
    let revoked =
        [(Who::Seal, "2026-05-01T00:00:00Z", COMPROMISED), (Who::Stamps, "2026-05-01T00:00:00Z", COMPROMISED)];
    let stamps =
        Stamps { content: Some("2026-05-02T00:00:00Z"), signature: Some("2026-05-03T00:00:00Z"), archive: None };
    let report = report(stamps, "2026-06-02T12:00:00Z", &revoked);
    assert_eq!(Verdict::of(&report), Open(RevokedNoPoe), "{:#?}", report.findings);
    assert_eq!(report.best_time, None);
}
